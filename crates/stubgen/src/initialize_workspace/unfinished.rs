//! Stubs because of which cargo does not load the workspace: those that a killed run has left unfinished, and those that
//! the user has removed.
//!
//! ```text
//! members = ["components/*"]   components/history-stub   no Cargo.toml yet, or not any more: it goes
//! members = ["history-stub"]   history-stub              no Cargo.toml any more: an empty crate takes its place
//! ```
//!
//! cargo refuses each folder without a crate that a pattern finds, and a run begins with what cargo says. So what is certainly
//! ours goes first, and this run makes it anew where it is wanted. A folder that `members` names has become a member after it
//! was written, and is removed after it is none; so it is missing only where somebody else has removed it, or has left it out
//! of a repository. The empty crate is ours like the stub: this run replaces it, or removes it.

use std::fs;
use std::path::Path;

use stubgen_emit::{FileSet, GENERATED};
use stubgen_model::Diagnostic;
use stubgen_project::{Outputs, is_unfinished, workspace_manifest};

use super::earlier::Earlier;
use super::member::relative;
use super::workspace::{self, MANIFEST, Workspace};
use super::{WorkspaceError, at};
use crate::cargo::metadata::{MetadataError, WorkspaceFacts};
use crate::{Cause, Error, Event};

/// What the folder of every stub ends with.
const STUB: &str = "-stub";

/// The source of a stub's crate.
const LIBRARY: &str = "src/lib.rs";

/// [`Workspace::load`], after what keeps cargo from it is removed or put back, if that is ours.
pub(super) fn load(root: &Path, report: &mut dyn FnMut(Event<'_>)) -> Result<Workspace, Error> {
    let error = match Workspace::load(root) {
        Ok(workspace) => return Ok(workspace),
        Err(error) => error,
    };
    if !error.causes().all(is_refusal) {
        return Err(error);
    }
    let manifest = fs::read_to_string(at(root, MANIFEST)).unwrap_or_default();
    let (unfinished, missing) = (unfinished(root, &manifest), missing(root, &manifest));
    if unfinished.is_empty() && missing.is_empty() {
        return Err(error);
    }
    let mut outputs = Outputs::new();
    for folder in &unfinished {
        outputs.remove_crate(&at(root, folder));
    }
    for folder in &missing {
        outputs.add_crate(&at(root, folder), &empty_crate(folder));
    }
    outputs.plan()?.apply()?;
    let mut note = |message: String| report(Event::Diagnostic(&Diagnostic::note(message)));
    for folder in unfinished {
        note(format!("the unfinished stub in `{folder}`, which an interrupted run has left, is removed"));
    }
    for folder in &missing {
        note(format!("the stub in `{folder}`, which is missing, has an empty crate in its place for cargo to load"));
    }
    let mut workspace = Workspace::load(root)?;
    let WorkspaceFacts { root, members } = &mut workspace.facts;
    // Nobody means an empty crate.
    members.retain(|member| relative(&member.folder, root).is_none_or(|folder| !missing.contains(&folder)));
    Ok(workspace)
}

fn is_refusal(cause: &Cause) -> bool {
    matches!(cause, Cause::Workspace(WorkspaceError::Metadata(MetadataError::Refused { .. })))
}

/// The folders of unfinished stubs that cargo finds by a pattern.
fn unfinished(root: &Path, manifest: &str) -> Vec<String> {
    // What is wrong with the manifest, cargo has said.
    let found = workspace_manifest::found_by_patterns(manifest, root).unwrap_or_default();
    let is_in_the_way = |folder: &Path| !loads(folder) && is_unfinished(folder);
    found.into_iter().filter(|folder| folder.ends_with(STUB) && is_in_the_way(&at(root, folder))).collect()
}

/// The folders of stubs that the tasks know and `members` names, and in which there is no crate.
fn missing(root: &Path, manifest: &str) -> Vec<String> {
    let stubs = Earlier::of(&workspace::tasks(root)).stubs.into_iter();
    let is_named = |folder: &str| workspace_manifest::is_named(manifest, folder).unwrap_or_default();
    let is_there = |folder: &str| at(root, folder).join(MANIFEST).exists();
    stubs.filter(|folder| folder.ends_with(STUB) && is_named(folder) && !is_there(folder)).collect()
}

/// A crate that cargo loads, in the place of the stub in `folder`.
fn empty_crate(folder: &str) -> FileSet {
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let name: String = folder.chars().map(|letter| if is_allowed(letter) { letter } else { '-' }).collect();
    let mut files = FileSet::new();
    files.insert(
        MANIFEST,
        format!("# {GENERATED}\n[package]\nname = \"missing-{name}\"\nversion = \"0.0.1\"\nedition = \"2021\"\n"),
    );
    files.insert(LIBRARY, format!("// {GENERATED}\n"));
    files
}

/// Whether cargo finds what it looks for in the folder of a stub. The rest of it is no reason to refuse it.
fn loads(folder: &Path) -> bool {
    [MANIFEST, LIBRARY].iter().all(|path| folder.join(path).is_file())
}
