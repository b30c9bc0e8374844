//! What a flow does, as options of the commands: the tasks of a `Makefile.toml` are made from it, and `flow` runs it.
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
use super::options::{StubLayout, WorkspaceFlow, at};
use super::stub::{Content, Stub, crate_options};
use crate::add_stub_dependency::{AddStubDependencyOptions, ManifestUpdate};
use crate::build::{BuildOptions, Builder};
use crate::compose::{ComposeMode, ComposeOptions};
use crate::generate::GenerateOptions;

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

/// Writes a stub to the workspace.
#[derive(Debug)]
pub(crate) enum StubJob {
    /// As a crate.
    Generate(GenerateOptions),
    /// As a WIT package. The component goes to the target directory.
    Build(BuildOptions),
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

impl Jobs<'_> {
    /// Writes `stub`.
    pub(crate) fn stub(&self, stub: &Stub) -> StubJob {
        let source_wit_root = self.at(&stub.target.wit).into();
        let (world, features, shape) = (stub.target.world.clone(), self.wanted.features.clone(), self.wanted.shape);
        match &self.wanted.layout {
            StubLayout::Crate(wasm_rpc) => StubJob::Generate(GenerateOptions {
                source_wit_root,
                world,
                features,
                dest_crate_root: self.at(&stub.folder),
                shape,
                stub_crate: crate_options(wasm_rpc),
            }),
            StubLayout::Package => StubJob::Build(BuildOptions {
                source_wit_root,
                world,
                features,
                dest_wasm: self.stub_wasm(stub, Profile::Debug).into(),
                dest_wit_root: self.stub_wit(stub),
                shape,
                builder: Builder::Native,
            }),
        }
    }

    /// Adds `stub` to the WIT of `caller`.
    pub(crate) fn dependency(&self, stub: &Stub, caller: &Member) -> AddStubDependencyOptions {
        AddStubDependencyOptions {
            stub_wit_root: self.stub_wit(stub),
            dest_wit_root: self.at(&caller.wit),
            overwrite: Overwrite::Allowed,
            // Only the manifest of a crate for `cargo component` has anything to update.
            manifest: match caller.tool {
                BuildTool::Cargo => ManifestUpdate::Leave,
                BuildTool::CargoComponent => ManifestUpdate::Update,
            },
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
    pub(crate) fn compose(&self, caller: &Member, stubs: &IndexMap<String, Stub>, profile: Profile) -> ComposeOptions {
        let folder = self.compiled(caller.tool, profile);
        let targets = self.flow.targets_of(caller);
        ComposeOptions {
            source_wasm: PathBuf::from(format!("{folder}/{}.wasm", caller.wasm)).into(),
            stub_wasm: targets.map(|target| self.stub_wasm(&stubs[&target.package], profile).into()).collect(),
            dest_wasm: PathBuf::from(format!("{folder}/{}_composed.wasm", caller.snake())).into(),
            unresolved: Unresolved::Refuse,
            mode: ComposeMode::Write,
        }
    }

    fn stub_wit(&self, stub: &Stub) -> PathBuf {
        self.at(&format!("{}/wit", stub.folder))
    }

    fn stub_wasm(&self, stub: &Stub, profile: Profile) -> PathBuf {
        let folder = match &stub.content {
            Content::Crate { .. } => self.compiled(STUB_TOOL, profile),
            Content::Package(_) => format!("{}/{NATIVE_STUBS}", self.target_directory),
        };
        format!("{folder}/{}.wasm", stub.wasm).into()
    }

    /// The folder of the output of `tool`.
    fn compiled(&self, tool: BuildTool, profile: Profile) -> String {
        format!("{}/{}/{}", self.target_directory, tool.target(), profile.folder())
    }

    fn at(&self, folder: &str) -> PathBuf {
        at(self.root, folder)
    }
}
