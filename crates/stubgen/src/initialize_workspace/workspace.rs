//! The workspace before a run: its members as cargo describes them, and the two files that are edited.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_edit::makefile::{CATEGORY, Makefile, Task};
use wasm_rpc_stubgen_edit::settings::{Settings, edit_settings, read_settings, remove_settings};
use wasm_rpc_stubgen_edit::workspace_manifest::{Folders, MembersError, edit_members, has_workspace};
use wasm_rpc_stubgen_edit::{TextFile, is_generated_crate};
use wasm_rpc_stubgen_files::{Outputs, Snapshot, Source};
use wasm_rpc_stubgen_model::{Diagnostic, quoted};

use super::error::WorkspaceError;
use super::flow::Flow;
use super::member::Member;
use super::options::{StubLayout, WorkspaceFlow, at};
use super::previous::PreviousFlow;
use crate::cargo::metadata::{self, WorkspaceFacts};
use crate::{Cause, Error, Event};

pub(crate) const MANIFEST: &str = "Cargo.toml";
pub(super) const MAKEFILE: &str = "Makefile.toml";

/// A workspace that can be edited.
#[derive(Debug)]
pub(super) struct Workspace {
    pub(super) facts: WorkspaceFacts,
    pub(super) manifest: TextFile,
    /// The settings in the manifest.
    pub(super) settings: Option<Settings>,
    pub(super) makefile: Makefile,
    makefile_file: TextFile,
    /// The two files before the run.
    pub(super) inputs: Snapshot,
}

impl Workspace {
    /// Loads the workspace whose folder is `root`, or returns all of its errors.
    pub(super) fn load(root: &Path) -> Result<Self, Error> {
        Self::read(root, || facts(root))
    }

    /// Loads the workspace in `root`, which cargo has described, or returns all of its errors.
    pub(super) fn of(root: &Path, facts: WorkspaceFacts) -> Result<Self, Error> {
        Self::read(root, || Ok(facts))
    }

    fn read(root: &Path, facts: impl FnOnce() -> Result<WorkspaceFacts, WorkspaceError>) -> Result<Self, Error> {
        let inputs = Snapshot::take([MANIFEST, MAKEFILE].map(|file| Source::File(at(root, file))).to_vec());
        let makefile = || -> Result<_, Cause> {
            let file = TextFile::read_or_empty(&at(root, MAKEFILE))?;
            Ok((Makefile::parse(file.content()).map_err(|error| file.error(error))?, file))
        };
        let manifest = move || -> Result<_, Error> {
            // cargo would block on a pipe.
            let manifest = TextFile::read_or_empty(&at(root, MANIFEST))?;
            // cargo's own error about syntax fills several lines.
            let has_workspace = has_workspace(manifest.content()).map_err(|error| manifest.error(error))?;
            let settings = read_settings(manifest.content());
            let setting = |error| WorkspaceError::Setting { manifest: at(root, MANIFEST), error };
            let settings = settings.map_err(|errors| Error::of(errors.into_iter().map(setting)));
            match (facts(), settings, has_workspace) {
                (Ok(facts), Ok(settings), true) => Ok((facts, manifest, settings)),
                (Ok(_), _, false) => Err(WorkspaceError::NoWorkspace { manifest: at(root, MANIFEST) }.into()),
                (Ok(_), Err(errors), true) => Err(errors),
                (Err(error), settings, _) => {
                    Err(Error::from(error).and(settings.err().into_iter().flat_map(Error::into_causes)))
                }
            }
        };
        match (manifest(), makefile()) {
            (Ok((facts, manifest, settings)), Ok((makefile, makefile_file))) => {
                Ok(Self { facts, manifest, settings, makefile, makefile_file, inputs })
            }
            (manifest, makefile) => {
                let manifest = manifest.err().into_iter().flat_map(Error::into_causes);
                Err(Error::of(manifest.chain(makefile.err())))
            }
        }
    }

    /// The file of the tasks.
    pub(super) fn makefile_path(&self) -> &Path {
        self.makefile_file.path()
    }

    /// The flow that an earlier run made.
    pub(super) fn previous(&self) -> PreviousFlow {
        PreviousFlow::of(&self.makefile.ours(), self.settings.as_ref(), &self.facts)
    }

    /// Warns about tasks of the user that have the names of ours.
    pub(super) fn warn_users_tasks(&self, wanted: &[Task], report: &mut dyn FnMut(Event<'_>)) {
        let users = self.makefile.users();
        for task in wanted.iter().filter(|task| users.contains(&task.name)) {
            let file = self.makefile_file.path().display();
            let message = format!("your task `{}` in `{file}` is kept", task.name);
            let effect = missing_effect(task);
            let hint = format!("{effect}; to replace it, add `category = \"{CATEGORY}\"` to it");
            report(Event::Diagnostic(&Diagnostic::warning(message).hint(hint)));
        }
    }

    /// The manifest with the new members and the `wanted` settings, or without settings.
    pub(super) fn edited_manifest(&self, folders: &Folders, wanted: Option<&Settings>) -> Result<Vec<u8>, Error> {
        let cause = |error| match error {
            MembersError::Document(error) => Cause::from(self.manifest.error(error)),
            error => WorkspaceError::Members(error).into(),
        };
        let kept = self.settings.clone().unwrap_or_default();
        let text = match wanted {
            Some(wanted) => edit_settings(self.manifest.content(), &kept, wanted),
            None => remove_settings(self.manifest.content()),
        };
        let text = text.map_err(|error| self.manifest.error(error))?;
        let text = edit_members(&text, folders);
        let text = text.map_err(|errors| Error::of(errors.into_iter().map(cause)))?;
        Ok(self.manifest.encode(&text))
    }

    /// Adds the Makefile with `tasks` to the outputs.
    pub(super) fn add_makefile(&self, tasks: &[Task], outputs: &mut Outputs) -> Result<(), Cause> {
        let file = &self.makefile_file;
        let text = self.makefile.clone().edit(tasks).map_err(|error| file.error(error))?;
        let was_empty = file.content().trim().is_empty();
        match text.trim().is_empty() {
            true if was_empty => {}
            true => outputs.remove_file(file.path()),
            false => outputs.add_file(file.path(), file.encode(&text)),
        }
        Ok(())
    }
}

/// The members of the workspace whose folder is `root`.
fn facts(root: &Path) -> Result<WorkspaceFacts, WorkspaceError> {
    let facts = metadata::workspace(root)?;
    let is_root = fs::canonicalize(root).ok() == fs::canonicalize(&facts.root).ok();
    if is_root { Ok(facts) } else { Err(WorkspaceError::NotRoot { folder: root.to_path_buf(), root: facts.root }) }
}

/// How the folders of stubs change in the manifest.
pub(super) fn folders(root: &Path, wanted: Option<&(WorkspaceFlow, Flow)>, previous: &PreviousFlow) -> Folders {
    let mut folders = Folders::default();
    if let Some((wanted, flow)) = wanted {
        let stubs = flow.targets.values().map(Member::stub_folder);
        match wanted.layout {
            StubLayout::Crate(_) => folders.members.extend(stubs),
            StubLayout::Package => folders.no_crates.extend(stubs),
        }
    }
    let is_stub = |folder: &String| folders.members.contains(folder) || folders.no_crates.contains(folder);
    // A stub that the user has made a crate of their own stays a member.
    let is_ours = |folder: &String| {
        let folder = at(root, folder);
        !folder.join(MANIFEST).exists() || is_generated_crate(&folder)
    };
    let gone = previous.stubs.iter().filter(|folder| !is_stub(folder) && is_ours(folder));
    let readmitted = previous.packages.iter().filter(|folder| !folders.no_crates.contains(folder));
    let (gone, readmitted) = (gone.cloned().collect(), readmitted.cloned().collect());
    Folders { gone, readmitted, ..folders }
}

/// What the flow does differently without a task of ours.
fn missing_effect(task: &Task) -> String {
    match task.name.as_str() {
        "default" => "`cargo make` without a task runs yours".to_string(),
        "clean" | "test" => "the flow does not need it".to_string(),
        "build" | "build-release" => {
            let dependencies = quoted(&task.dependencies, " and ");
            format!("the flow runs yours: make it depend on {dependencies}, and run `cargo {}`", task.args.join(" "))
        }
        _ => "the flow runs yours".to_string(),
    }
}
