//! A workspace before a run: what cargo says, and the two files that are edited.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use stubgen_model::Diagnostic;
use stubgen_project::makefile::{CATEGORY, Makefile, MakefileText, Task};
use stubgen_project::workspace_manifest::{self, Folders};
use stubgen_project::{Outputs, Reading, Source, Text};

use super::earlier::Earlier;
use super::flow::Flow;
use super::member::Member;
use super::{StubLayout, WorkspaceError, WorkspaceFlow, at, stub};
use crate::cargo::metadata::{self, WorkspaceFacts};
use crate::{Cause, Error, Event};

pub(super) const MANIFEST: &str = "Cargo.toml";
pub(super) const MAKEFILE: &str = "Makefile.toml";

/// A workspace that can be edited.
#[derive(Debug)]
pub(super) struct Workspace {
    pub(super) facts: WorkspaceFacts,
    pub(super) makefile: Makefile,
    /// The files that are edited, as they were before anything was made of them.
    pub(super) reading: Reading,
    manifest_file: File,
    makefile_file: File,
}

/// A text file of the workspace.
#[derive(Debug)]
struct File {
    path: PathBuf,
    text: Text,
}

impl Workspace {
    /// The workspace whose folder is `root`, or everything that is wrong with it.
    pub(super) fn load(root: &Path) -> Result<Self, Error> {
        let reading = Reading::of([MANIFEST, MAKEFILE].map(|file| Source::File(at(root, file))).to_vec());
        let makefile = File::read_or_empty(&at(root, MAKEFILE)).and_then(|file| Ok((file.makefile()?, file)));
        // cargo would wait for a pipe's content, too.
        let facts = check_regular(&at(root, MANIFEST)).and_then(|()| facts(root)).map_err(Cause::from);
        match (facts, makefile) {
            (Ok(facts), Ok((makefile, makefile_file))) => {
                let manifest_file = File::read(&at(root, MANIFEST))?;
                manifest_file.check_workspace()?;
                Ok(Self { facts, makefile, reading, manifest_file, makefile_file })
            }
            (facts, makefile) => Err(Error::of(facts.err().into_iter().chain(makefile.err()))),
        }
    }

    /// Warns of tasks that the user has in the place of ours, and of what is left alone.
    pub(super) fn tell(&self, wanted: &[Task], earlier: &Earlier, report: &mut dyn FnMut(Event<'_>)) {
        let users = self.makefile.users();
        for task in wanted.iter().filter(|task| users.contains(&task.name)) {
            let message =
                format!("the task `{}` in `{}` is yours and stays", task.name, self.makefile_file.path.display());
            let hint = format!("{}; with `category = \"{CATEGORY}\"` in it, ours is written in its place", lack(task));
            report(Event::Diagnostic(&Diagnostic::warning(message).hint(hint)));
        }
        if wanted.is_empty() {
            let message = match callers(earlier) {
                callers if callers.is_empty() => "there are no tasks of this program to remove".to_string(),
                callers => format!("the stubs' WIT stays in `deps` of {callers}, whose code may use it"),
            };
            report(Event::Diagnostic(&Diagnostic::note(message)));
        }
    }

    /// Adds the manifest, with its members as they are to be, to the outputs.
    pub(super) fn edit_members(&self, folders: &Folders, outputs: &mut Outputs) -> Result<(), Error> {
        let file = &self.manifest_file;
        let edited = workspace_manifest::edit_members(file.text.content(), folders);
        let manifest = edited.map_err(|errors| Error::of(errors.into_iter().map(|error| file.members_error(error))))?;
        outputs.add_file(&file.path, file.text.encode(manifest.as_deref().unwrap_or(file.text.content())));
        Ok(())
    }

    /// Sweeps the folders around those of the stubs, which are beside their targets.
    pub(super) fn sweep(&self, outputs: &mut Outputs) {
        let around = self.facts.members.iter().filter_map(|member| member.folder.parent());
        for folder in around.filter(|folder| folder.starts_with(&self.facts.root)).collect::<BTreeSet<_>>() {
            outputs.sweep(folder);
        }
    }

    /// Adds the Makefile with `tasks` to the outputs. It is the memory of the next run, and therefore changes last.
    pub(super) fn edit_makefile(&self, tasks: &[Task], outputs: &mut Outputs) -> Result<(), WorkspaceError> {
        let file = &self.makefile_file;
        match self.makefile.edit(tasks).map_err(|source| file.document_error(source))? {
            MakefileText::Changed(text) => outputs.finish_with_file(&file.path, file.text.encode(&text)),
            MakefileText::Empty => outputs.finish_without_file(&file.path),
            MakefileText::Unchanged if file.text.content().is_empty() => {}
            MakefileText::Unchanged => outputs.finish_with_file(&file.path, file.bytes()),
        }
        Ok(())
    }
}

/// The tasks of ours in the workspace whose folder is `root`, as far as they can be read.
pub(super) fn tasks(root: &Path) -> Vec<Task> {
    let makefile = File::read_or_empty(&at(root, MAKEFILE)).and_then(|file| file.makefile());
    makefile.map(|makefile| makefile.ours()).unwrap_or_default()
}

/// What cargo says about the workspace whose folder is `root`.
fn facts(root: &Path) -> Result<WorkspaceFacts, WorkspaceError> {
    let facts = metadata::workspace(root)?;
    let is_root = fs::canonicalize(root).ok() == fs::canonicalize(&facts.root).ok();
    if is_root { Ok(facts) } else { Err(WorkspaceError::NotRoot { folder: root.to_path_buf(), root: facts.root }) }
}

/// Refuses a pipe, which nobody may ever write to, and whatever else is there and no file.
fn check_regular(path: &Path) -> Result<(), WorkspaceError> {
    let is_other = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if is_other { Err(WorkspaceError::NotFile { path: path.to_path_buf() }) } else { Ok(()) }
}

/// What becomes of the folders of stubs.
pub(super) fn folders(root: &Path, wanted: Option<&(&WorkspaceFlow, Flow)>, earlier: &Earlier) -> Folders {
    let mut folders = Folders::default();
    if let Some((wanted, flow)) = wanted {
        let stubs = flow.targets.values().map(Member::stub_folder);
        match wanted.layout {
            StubLayout::Crate(_) => folders.members.extend(stubs),
            StubLayout::Package => folders.no_crates.extend(stubs),
        }
    }
    let is_stub = |folder: &String| folders.members.contains(folder) || folders.no_crates.contains(folder);
    // A crate that the user has made of a stub stays what it is.
    let is_ours = |folder: &String| stub::check_mark(&at(root, folder)).is_ok();
    let gone = earlier.stubs.iter().filter(|folder| !is_stub(folder) && is_ours(folder));
    let readmitted = earlier.packages.iter().filter(|folder| !folders.no_crates.contains(folder));
    let (gone, readmitted) = (gone.cloned().collect(), readmitted.cloned().collect());
    Folders { gone, readmitted, ..folders }
}

fn callers(earlier: &Earlier) -> String {
    let callers: Vec<String> = earlier.callers.iter().map(|caller| format!("`{caller}`")).collect();
    callers.join(", ")
}

/// What the flow lacks without a task of ours.
fn lack(task: &Task) -> String {
    match task.name.as_str() {
        "default" => "`cargo make` by itself runs yours".to_string(),
        "clean" | "test" => "the flow does not need it".to_string(),
        "build" | "build-release" => format!(
            "the flow runs yours: let it depend on `regenerate-stubs` and run `{}`",
            std::iter::once("cargo").chain(task.args.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
        ),
        _ => "the flow runs yours".to_string(),
    }
}

impl File {
    fn read(path: &Path) -> Result<Self, Cause> {
        check_regular(path)?;
        let bytes = fs::read(path).map_err(|source| Cause::Read { path: path.to_path_buf(), source })?;
        Self::of(path, bytes)
    }

    fn read_or_empty(path: &Path) -> Result<Self, Cause> {
        check_regular(path)?;
        match fs::read(path) {
            Ok(bytes) => Self::of(path, bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::of(path, Vec::new()),
            Err(source) => Err(Cause::Read { path: path.to_path_buf(), source }),
        }
    }

    fn of(path: &Path, bytes: Vec<u8>) -> Result<Self, Cause> {
        let path = path.to_path_buf();
        match Text::decode(bytes) {
            Ok(text) => Ok(Self { path, text }),
            Err(source) => Err(WorkspaceError::NotText { path, source }.into()),
        }
    }

    /// The file as it is.
    fn bytes(&self) -> Vec<u8> {
        self.text.encode(self.text.content())
    }

    fn makefile(&self) -> Result<Makefile, Cause> {
        Ok(Makefile::parse(self.text.content()).map_err(|source| self.document_error(source))?)
    }

    fn check_workspace(&self) -> Result<(), WorkspaceError> {
        match workspace_manifest::has_workspace(self.text.content()) {
            Ok(true) => Ok(()),
            Ok(false) => Err(WorkspaceError::NoWorkspace { manifest: self.path.clone() }),
            Err(source) => Err(self.document_error(source)),
        }
    }

    fn document_error(&self, source: stubgen_project::DocumentError) -> WorkspaceError {
        WorkspaceError::Document { path: self.path.clone(), source }
    }

    fn members_error(&self, error: workspace_manifest::MembersError) -> WorkspaceError {
        match error {
            workspace_manifest::MembersError::Document(source) => self.document_error(source),
            error => WorkspaceError::Members(error),
        }
    }
}
