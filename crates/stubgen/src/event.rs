//! Events that a command reports while it runs.

use std::path::Path;
use std::time::Duration;

use wasm_rpc_stubgen_core::{Diagnostic, Plug};
use wasm_rpc_stubgen_files::{Change, Plan, Step};

/// Progress of a running command.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A warning or a note. Errors are returned instead.
    Diagnostic(&'a Diagnostic),
    /// A stub was plugged into the caller, or into another stub.
    Plug(&'a Plug),
    /// cargo is about to compile the stub's crate.
    Compiling {
        /// The compilation target, such as `wasm32-wasip2`.
        target: &'a str,
    },
    /// The first stub of a target of the workspace is about to be written.
    InitialStub {
        /// The package of the target.
        target: &'a str,
    },
    /// A file is about to be written or removed, or is unchanged.
    File {
        /// What the file is.
        artifact: Artifact,
        /// Its path, spelled as in the options.
        path: &'a Path,
        /// The change.
        change: Change,
    },
    /// A dry run found that a file would be written or removed, or is unchanged or in conflict.
    Planned {
        /// What the file is.
        artifact: Artifact,
        /// Its path, spelled as in the options.
        path: &'a Path,
        /// The change.
        change: Change,
    },
    /// A step of a workspace's flow is done.
    Step {
        /// The step.
        step: FlowStep<'a>,
        /// Whether it changed anything.
        result: StepResult,
        /// How long it took.
        time: Duration,
    },
}

/// A step of a workspace's flow.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum FlowStep<'a> {
    /// The workspace was brought up to date with its settings.
    Workspace,
    /// The stub of a target was generated.
    Stub {
        /// The folder of the stub, relative to the workspace.
        stub: &'a str,
    },
    /// A stub was added to the WIT of a caller.
    Dependency {
        /// The folder of the stub, relative to the workspace.
        stub: &'a str,
        /// The package of the caller.
        caller: &'a str,
    },
    /// cargo has compiled packages.
    Compile {
        /// The packages.
        packages: &'a [String],
    },
    /// A caller and its stubs were composed.
    Compose {
        /// The composed component.
        component: &'a Path,
    },
}

/// The result of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepResult {
    /// Files have changed, or may have.
    Changed,
    /// No file has changed.
    Unchanged,
}

/// The kinds of files that commands write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Artifact {
    /// `_stub.wit`, the stub's package.
    StubWit,
    /// A WIT file of a package that the stub's package needs.
    StubWitDependency,
    /// The stub's Rust source.
    StubSource,
    /// `Cargo.toml` of the stub's crate.
    StubManifest,
    /// The list of the files that belong to a stub, for the next run.
    StubList,
    /// The stub as a component.
    StubComponent,
    /// The caller with its stubs.
    ComposedComponent,
    /// A WIT file in the `deps/` of a caller.
    CallerDependency,
    /// A WIT file of the caller's own package.
    CallerWit,
    /// `Cargo.toml` of a caller.
    CallerManifest,
    /// `Cargo.toml` of the user's workspace.
    WorkspaceManifest,
    /// `Makefile.toml` of the user's workspace.
    Makefile,
}

/// Reports each step of a dry run.
pub(crate) fn announce_planned<'a>(
    steps: impl Iterator<Item = &'a Step>,
    artifact: impl Fn(&Path) -> Artifact,
    report: &mut dyn FnMut(Event<'_>),
) {
    for step in steps {
        report(Event::Planned { artifact: artifact(step.path()), path: step.path(), change: step.change() });
    }
}

/// Reports each file of `plan`.
pub(crate) fn announce(plan: &Plan, artifact: impl Fn(&Path) -> Artifact, report: &mut dyn FnMut(Event<'_>)) {
    for step in plan.steps() {
        report(Event::File { artifact: artifact(step.path()), path: step.path(), change: step.change() });
    }
}
