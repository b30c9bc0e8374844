//! The workspace around a folder, and its flow.

use std::fs;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::cargo::metadata;
use crate::initialize_workspace::{Flow, Jobs, LoadedFlow, MANIFEST, Stub, StubLayout, at};
use crate::{Cause, Error, WorkspaceError};

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
        let loaded = LoadedFlow::of(&root)?;
        let flow = Flow::select(&loaded.wanted, &loaded.facts).map_err(Error::of)?;
        let target_directory = match loaded.facts.target_directory.strip_prefix(&loaded.facts.root) {
            Ok(below) => root_path(&root, below),
            Err(_) => loaded.facts.target_directory.clone(),
        };
        Ok(Self { root, loaded, flow, target_directory: target_directory.display().to_string() })
    }

    pub(super) fn jobs(&self) -> Jobs<'_> {
        let Self { root, loaded, flow, target_directory } = self;
        Jobs { flow, wanted: &loaded.wanted, root, target_directory }
    }

    /// Whether the folders of all stubs have the form that the settings ask for.
    pub(super) fn has_stubs(&self) -> bool {
        self.flow.targets.values().all(|target| {
            let folder = at(&self.root, &target.stub_folder());
            let has_crate = folder.join(MANIFEST).exists();
            match self.loaded.wanted.layout {
                StubLayout::Crate(_) => has_crate,
                StubLayout::Package => !has_crate && folder.exists(),
            }
        })
    }

    /// Adds `stub` to `stubs`, unless its crate cannot have its name.
    pub(super) fn admit(&self, stub: Stub, stubs: &mut IndexMap<String, Stub>) -> Result<(), Vec<Cause>> {
        stubs.insert(stub.target.package.clone(), stub);
        self.loaded.check_names(stubs).map_err(Error::into_causes)
    }
}

fn root_path(root: &Path, below: &Path) -> PathBuf {
    if root == Path::new(".") { below.to_path_buf() } else { root.join(below) }
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
