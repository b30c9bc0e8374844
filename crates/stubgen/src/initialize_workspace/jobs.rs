//! What a flow does: the tasks of a `Makefile.toml` are made from it, and `flow` runs it.
//!
//! ```text
//! for each target:  generate, or build ─> add-stub-dependency, for each of its callers
//! then:             cargo component build ─> cargo build ─> compose, for each caller
//! ```

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use wasm_rpc_stubgen_core::Unresolved;
use wasm_rpc_stubgen_edit::Import;
use wasm_rpc_stubgen_edit::settings::StubImport;
use wasm_rpc_stubgen_files::Overwrite;

use super::flow::Flow;
use super::member::{BuildTool, Member};
use super::options::{WorkspaceFlow, at};
use super::stub::{Content, Stub};
use crate::add_stub_dependency::AddStubDependencyOptions;
use crate::compose::{ComposeMode, ComposeOptions};

/// The folder of native stubs in the target directory.
const NATIVE_STUBS: &str = "wasm-rpc-stubs";

/// The tool that compiles stub crates. `cargo component` would write bindings into them.
const STUB_TOOL: BuildTool = BuildTool::Cargo;

/// A build profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// cargo's default.
    Debug,
    /// `--release`.
    Release,
}

impl Profile {
    pub(super) const ALL: [Self; 2] = [Self::Debug, Self::Release];

    /// cargo's folder for the profile.
    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    fn flag(self) -> Option<&'static str> {
        match self {
            Self::Debug => None,
            Self::Release => Some("--release"),
        }
    }
}

impl BuildTool {
    /// The Rust target. `cargo component` does not support `wasm32-wasip2`; it converts modules for `wasm32-wasip1`.
    pub(crate) fn target(self) -> &'static str {
        match self {
            Self::Cargo => "wasm32-wasip2",
            Self::CargoComponent => "wasm32-wasip1",
        }
    }

    /// The words after `cargo`.
    pub(crate) fn subcommand(self) -> &'static str {
        match self {
            Self::Cargo => "build",
            Self::CargoComponent => "component build",
        }
    }
}

/// Makes the jobs of a flow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Jobs<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) wanted: &'a WorkspaceFlow,
    /// The folder of the workspace.
    pub(crate) root: &'a Path,
    /// cargo's target directory.
    pub(crate) target_directory: &'a str,
}

/// One run of a tool that compiles.
#[derive(Debug)]
pub(crate) struct CompileJob {
    pub(crate) tool: BuildTool,
    pub(crate) profile: Profile,
    /// The packages, ordered.
    pub(crate) packages: BTreeSet<String>,
}

impl CompileJob {
    /// The arguments of cargo.
    pub(crate) fn args(&self) -> Vec<String> {
        let flags = [self.profile.flag(), Some("--target"), Some(self.tool.target())];
        let words = self.tool.subcommand().split(' ').chain(flags.into_iter().flatten());
        let packages = self.packages.iter().flat_map(|name| ["--package", name]);
        words.chain(packages).map(str::to_string).collect()
    }
}

/// Plugs stubs into a caller.
#[derive(Debug)]
pub(crate) struct ComposeJob {
    pub(crate) caller: PathBuf,
    pub(crate) stubs: Vec<PathBuf>,
    pub(crate) composed: PathBuf,
}

impl ComposeJob {
    /// The options of `compose`.
    pub(crate) fn options(&self) -> ComposeOptions {
        ComposeOptions {
            source_wasm: self.caller.clone().into(),
            stub_wasm: self.stubs.iter().cloned().map(Into::into).collect(),
            dest_wasm: self.composed.clone().into(),
            unresolved: Unresolved::Refuse,
            mode: ComposeMode::Write,
        }
    }
}

impl Jobs<'_> {
    /// Adds `stub` to the WIT of `caller`.
    pub(crate) fn dependency(&self, stub: &Stub, caller: &Member) -> AddStubDependencyOptions {
        AddStubDependencyOptions {
            stub_wit_root: self.stub_wit(stub),
            dest_wit_root: self.at(&caller.wit),
            overwrite: Overwrite::Allowed,
            manifest: caller.manifest,
            import: match self.wanted.import {
                StubImport::Manual => Import::None,
                StubImport::Added => Import::Add { world: caller.world.clone() },
            },
            features: self.wanted.features.clone(),
        }
    }

    /// Compiles the members and `stubs`: crates of `cargo component` first. At least one job.
    pub(crate) fn compile(&self, stubs: &IndexMap<String, Stub>, profile: Profile) -> Vec<CompileJob> {
        let job = |tool| CompileJob { tool, profile, packages: self.built_by(tool, stubs) };
        let [components, plain] = [BuildTool::CargoComponent, BuildTool::Cargo].map(job);
        match (components.packages.is_empty(), plain.packages.is_empty()) {
            (false, false) => vec![components, plain],
            (false, true) => vec![components],
            (true, _) => vec![plain],
        }
    }

    /// The packages that a tool compiles.
    fn built_by(&self, tool: BuildTool, stubs: &IndexMap<String, Stub>) -> BTreeSet<String> {
        let members = self.flow.targets.values().chain(self.flow.callers.values());
        let members = members.filter(|member| member.tool == tool).map(|member| member.package.clone());
        let stubs = stubs.values().filter(|_| tool == STUB_TOOL).filter_map(Stub::crate_name);
        members.chain(stubs.map(str::to_string)).collect()
    }

    /// Plugs its stubs into `caller`.
    pub(crate) fn compose(&self, caller: &Member, stubs: &IndexMap<String, Stub>, profile: Profile) -> ComposeJob {
        let folder = self.compiled(caller.tool, profile);
        let targets = self.flow.targets_of(caller);
        ComposeJob {
            caller: format!("{folder}/{}.wasm", caller.wasm).into(),
            stubs: targets.map(|target| self.stub_wasm(&stubs[&target.package], profile)).collect(),
            composed: format!("{folder}/{}_composed.wasm", caller.snake()).into(),
        }
    }

    /// The folder of the WIT of `stub`.
    pub(super) fn stub_wit(&self, stub: &Stub) -> PathBuf {
        self.at(&format!("{}/wit", stub.folder))
    }

    /// The component of `stub`.
    pub(crate) fn stub_wasm(&self, stub: &Stub, profile: Profile) -> PathBuf {
        let folder = match &stub.content {
            Content::Crate { .. } => self.compiled(STUB_TOOL, profile),
            Content::Package { .. } => format!("{}/{NATIVE_STUBS}", self.target_directory),
        };
        format!("{folder}/{}.wasm", stub.wasm).into()
    }

    /// The folder of the output of `tool`.
    fn compiled(&self, tool: BuildTool, profile: Profile) -> String {
        format!("{}/{}/{}", self.target_directory, tool.target(), profile.folder())
    }

    pub(super) fn at(&self, folder: &str) -> PathBuf {
        at(self.root, folder)
    }
}
