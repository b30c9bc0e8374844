//! Stubs that a killed run has left unfinished where cargo does not load the workspace because of them.
//!
//! ```text
//! members = ["components/*"]   components/history-stub   no Cargo.toml yet, or not any more
//! ```
//!
//! cargo refuses each folder without a crate that a pattern finds, and a run begins with what cargo says. So what is certainly
//! ours goes first, and this run makes it anew where it is wanted. Folders that `members` names need no such care: they are
//! members after they are written, and removed after that.

use std::fs;
use std::path::Path;

use stubgen_model::Diagnostic;
use stubgen_project::{Outputs, is_unfinished, workspace_manifest};

use super::workspace::{MANIFEST, Workspace};
use super::{WorkspaceError, at};
use crate::cargo::metadata::MetadataError;
use crate::{Cause, Error, Event};

/// What the folder of every stub ends with.
const STUB: &str = "-stub";

/// [`Workspace::load`], after what keeps cargo from it is removed, if that is ours.
pub(super) fn load(root: &Path, report: &mut dyn FnMut(Event<'_>)) -> Result<Workspace, Error> {
    let error = match Workspace::load(root) {
        Ok(workspace) => return Ok(workspace),
        Err(error) => error,
    };
    let folders = if error.causes().all(is_refusal) { folders(root) } else { Vec::new() };
    if folders.is_empty() {
        return Err(error);
    }
    let mut outputs = Outputs::new();
    for folder in &folders {
        outputs.remove_crate(&at(root, folder));
    }
    outputs.plan()?.apply()?;
    for folder in folders {
        let message = format!("the unfinished stub in `{folder}`, which an interrupted run has left, is removed");
        report(Event::Diagnostic(&Diagnostic::note(message)));
    }
    Workspace::load(root)
}

fn is_refusal(cause: &Cause) -> bool {
    matches!(cause, Cause::Workspace(WorkspaceError::Metadata(MetadataError::Refused { .. })))
}

/// The folders of unfinished stubs that cargo finds by a pattern.
fn folders(root: &Path) -> Vec<String> {
    let manifest = fs::read_to_string(at(root, MANIFEST)).unwrap_or_default();
    // What is wrong with the manifest, cargo has said.
    let found = workspace_manifest::found_by_patterns(&manifest, root).unwrap_or_default();
    let is_in_the_way = |folder: &Path| !loads(folder) && is_unfinished(folder);
    found.into_iter().filter(|folder| folder.ends_with(STUB) && is_in_the_way(&at(root, folder))).collect()
}

/// Whether cargo finds what it looks for in the folder of a stub. The rest of it is no reason to refuse it.
fn loads(folder: &Path) -> bool {
    [MANIFEST, "src/lib.rs"].iter().all(|path| folder.join(path).is_file())
}
