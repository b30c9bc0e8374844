//! `compose`: a caller and its stubs to one component that no longer imports the stub interfaces.

use std::fs;
use std::path::Path;

use wasm_rpc_stubgen_core::{Component, Composition, ReadError, Report, Unresolved};
use wasm_rpc_stubgen_files::{Change, Outputs, Problems, Source};

use crate::event::{announce, announce_planned};
use crate::{Artifact, Cause, ComponentDestination, Error, Event, Input, source};

/// What to compose, and where to.
#[derive(Debug, Clone)]
pub struct ComposeOptions {
    /// The caller.
    pub source_wasm: Input,
    /// The stubs.
    pub stub_wasm: Vec<Input>,
    /// Where the composed component goes.
    pub dest_wasm: ComponentDestination,
    /// What to do about imports that nothing satisfies.
    pub unresolved: Unresolved,
    /// Whether to write.
    pub mode: ComposeMode,
}

/// Whether the composed component is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComposeMode {
    /// It is written.
    Write,
    /// Nothing is written; everything is composed and checked.
    DryRun,
}

/// The result of a composition that was written or only planned.
#[derive(Debug)]
pub struct ComposeOutcome {
    /// What was plugged into what.
    pub report: Report,
    /// What happened to the output, or would happen.
    pub change: Change,
    /// The size of the composed component in bytes.
    pub size: usize,
    /// The composed component, if it is written to no file.
    pub component: Option<Vec<u8>>,
}

/// Plugs stubs into a caller.
///
/// # Errors
///
/// Inputs that cannot be read or composed, and a destination that cannot be written. Nothing is written then.
pub fn compose(options: &ComposeOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<ComposeOutcome, Error> {
    let composition =
        composition(options).map_err(|error| error.and(check_destination(options).err().map(Cause::from)))?;
    for diagnostic in composition.diagnostics() {
        report(Event::Diagnostic(&diagnostic));
    }
    for plug in &composition.report.plugs {
        report(Event::Plug(plug));
    }
    let size = composition.bytes.len();
    let (written, returned) = options.dest_wasm.split(composition.bytes);
    let plan = outputs(options, written).plan()?;
    if options.mode == ComposeMode::Write {
        announce(&plan, |_| Artifact::ComposedComponent, report);
        plan.apply()?;
    } else {
        announce_planned(plan.steps(), |_| Artifact::ComposedComponent, report);
    }
    let change = plan.steps().next().map_or(Change::Create, |step| step.change());
    Ok(ComposeOutcome { report: composition.report, change, size, component: returned })
}

/// Reads the inputs, all of them before the first error, and composes them.
fn composition(options: &ComposeOptions) -> Result<Composition, Error> {
    let given = std::iter::once(&options.source_wasm).chain(&options.stub_wasm);
    let mut inputs = Vec::new();
    let mut causes = Vec::new();
    for input in given {
        match input {
            Input::Content { name, bytes } => inputs.push((name.clone(), bytes.clone())),
            Input::Path(path) => match read(path) {
                Ok(bytes) => inputs.push((path.display().to_string(), bytes)),
                Err(cause) => causes.push(cause),
            },
        }
    }
    let inputs = Error::unless(causes, inputs)?;
    let components: Vec<Component<'_>> = inputs.iter().map(|(name, bytes)| Component::new(name, bytes)).collect();
    let (caller, stubs) = components.split_first().expect("the caller is one of the inputs");
    let options = wasm_rpc_stubgen_core::ComposeOptions::new().unresolved(options.unresolved);
    Ok(wasm_rpc_stubgen_core::compose(*caller, stubs, &options)?)
}

/// The content of a file, or of a pipe; not of a device that may never end.
fn read(path: &Path) -> Result<Vec<u8>, Cause> {
    let cannot_read = |source| ReadError::new(path, source);
    let kind = fs::metadata(path).map_err(cannot_read)?.file_type();
    let what = if kind.is_dir() { "a directory" } else { "a device or a socket" };
    if kind.is_file() || is_pipe(kind) {
        Ok(fs::read(path).map_err(cannot_read)?)
    } else {
        let path = path.to_path_buf();
        Err(Cause::NotFile { path, what })
    }
}

#[cfg(unix)]
fn is_pipe(kind: fs::FileType) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&kind)
}

#[cfg(not(unix))]
fn is_pipe(_: fs::FileType) -> bool {
    false
}

/// The problems of the destination, to be reported with those of the inputs.
fn check_destination(options: &ComposeOptions) -> Result<(), Problems> {
    let present = options.dest_wasm.path().map(source::present_content).unwrap_or_default();
    outputs(options, present).plan().map(|_| ())
}

fn outputs(options: &ComposeOptions, component: Vec<u8>) -> Outputs {
    let mut outputs = Outputs::new();
    if let Some(path) = options.dest_wasm.path() {
        outputs.add_file(path, component);
    }
    // The caller may be replaced by the composed component: that is how stubs are plugged in one at a time.
    for stub in options.stub_wasm.iter().filter_map(Input::path) {
        outputs.protect_source(Source::File(stub.to_path_buf()));
    }
    outputs
}
