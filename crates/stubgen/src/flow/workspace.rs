//! The workspace around a folder, and its flow.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_model::Diagnostic;

use super::error::FlowError;
use crate::cargo::metadata;
use crate::initialize_workspace::{Flow, Jobs, LoadedFlow, MANIFEST, Member, StubLayout, WorkspaceFlow, at, relative};
use crate::previous_stub::InheritedStyle;
use crate::{Error, WorkspaceError};

/// A workspace with a flow.
#[derive(Debug)]
pub(super) struct FlowWorkspace {
    /// Its folder, as a path from the folder where the user is.
    pub(super) root: PathBuf,
    pub(super) loaded: LoadedFlow,
    pub(super) flow: Flow,
    /// cargo's target directory, like `root` if it is below it.
    target_directory: String,
}

impl FlowWorkspace {
    /// The workspace that `directory` is in.
    pub(super) fn around(directory: &Path) -> Result<Self, Error> {
        let facts = metadata::workspace(directory).map_err(WorkspaceError::from)?;
        let root = path_to(directory, &facts.root);
        let no_flow = || FlowError::NoFlow { manifest: at(&root, MANIFEST) };
        let loaded = LoadedFlow::of(&root, facts)?.ok_or_else(no_flow)?;
        let flow = Flow::select(&loaded.wanted, &loaded.facts).map_err(Error::of)?;
        let target_directory = relative(&loaded.facts.target_directory, &loaded.facts.root)
            .map_or_else(|| loaded.facts.target_directory.clone(), |below| at(&root, &below));
        Ok(Self { root, loaded, flow, target_directory: target_directory.display().to_string() })
    }

    pub(super) fn jobs(&self) -> Jobs<'_> {
        self.jobs_for(&self.loaded.wanted)
    }

    /// The jobs of a stub, for which `wanted` holds.
    pub(super) fn jobs_for<'a>(&'a self, wanted: &'a WorkspaceFlow) -> Jobs<'a> {
        let Self { root, flow, target_directory, .. } = self;
        Jobs { flow, wanted, root, target_directory }
    }

    /// What holds for the stub of `target`, and what to report about it. Without a call style in the tasks, the stub keeps its
    /// own, as `generate` and `build` do.
    pub(super) fn wanted(&self, target: &Member) -> (WorkspaceFlow, Option<Diagnostic>) {
        let mut wanted = self.loaded.wanted.clone();
        if self.loaded.has_settings || !self.loaded.lacks_call_style {
            return (wanted, None);
        }
        let Some(inherited) = self.inherited(target) else { return (wanted, None) };
        wanted.shape.call_style = inherited.call_style;
        (wanted, inherited.message)
    }

    /// The call style of the stub that exists.
    fn inherited(&self, target: &Member) -> Option<InheritedStyle> {
        self.flow.inherited(target, &self.root, &self.loaded.wanted.features)
    }

    /// Whether a stub is of the original tool, and the settings give no call style.
    pub(super) fn replaces_originals(&self) -> bool {
        self.loaded.lacks_call_style
            && self.flow.targets.values().filter_map(|target| self.inherited(target)).any(|stub| stub.is_of_original)
    }

    /// Whether a stub has to change from a crate to a WIT package or back.
    pub(super) fn changes_layout(&self) -> bool {
        self.flow.targets.values().any(|target| {
            let folder = at(&self.root, &target.stub_folder());
            let has_crate = folder.join(MANIFEST).exists();
            match self.loaded.wanted.layout {
                StubLayout::Crate(_) => folder.exists() && !has_crate,
                StubLayout::Package => has_crate,
            }
        })
    }
}

/// `root`, which is above `directory`, as a path from there.
fn path_to(directory: &Path, root: &Path) -> PathBuf {
    let canonical = |path: &Path| fs::canonicalize(path).ok();
    let (Some(here), Some(there)) = (canonical(directory), canonical(root)) else {
        return root.to_path_buf();
    };
    match here.strip_prefix(there) {
        Ok(below) if below.as_os_str().is_empty() => directory.to_path_buf(),
        Ok(below) => {
            let up: PathBuf = below.iter().map(|_| "..").collect();
            if directory == Path::new(".") { up } else { directory.join(up) }
        }
        Err(_) => root.to_path_buf(),
    }
}
