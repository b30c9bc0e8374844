//! `build`: a target's WIT to its stub, as a WIT package and as a component.

use std::fs;
use std::path::{Path, PathBuf};

use stubgen_emit::{FileSet, STUB_FILE, emit_wasm, emit_wit};
use stubgen_model::StubModel;
use stubgen_project::{Change, Outputs, Problems, Source};

use crate::event::announce;
use crate::{Artifact, Error, Event};

/// What to build, and where.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The target's WIT: a directory, a `.wit` file or a `.wasm` component.
    pub source_wit_root: PathBuf,
    /// The target's world; `None` when it has only one.
    pub world: Option<String>,
    /// The stub component to write.
    pub dest_wasm: PathBuf,
    /// The directory of the stub's WIT package.
    pub dest_wit_root: PathBuf,
}

/// What a build has done.
#[derive(Debug)]
pub struct BuildOutcome {
    /// The files of the stub, and what happened to each.
    pub files: Vec<(PathBuf, Change)>,
}

/// Builds the stub of a target component.
///
/// # Errors
///
/// Everything that is wrong with the target's WIT and the destinations. Nothing is written then.
pub fn build(options: &BuildOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<BuildOutcome, Error> {
    let model = model(options, report).map_err(|error| error.and(check_destinations(options)))?;
    let wit = emit_wit(&model);
    let wasm = emit_wasm(&model, &wit)?;
    let plan = outputs(options, &wit.files, wasm).plan()?;
    announce(&plan, |path| options.artifact(path), report);
    plan.apply()?;
    let files = plan.steps().map(|step| (step.path().to_path_buf(), step.change()));
    Ok(BuildOutcome { files: files.collect() })
}

/// The model of the stub. Its notes include the warnings about the source, which are told even if there is no model.
fn model(options: &BuildOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<StubModel, Error> {
    let target = stubgen_model::load(&options.source_wit_root, options.world.as_deref())?;
    let warnings = target.warnings.clone();
    let lowered = stubgen_model::lower(target);
    let notes = lowered.as_ref().map_or(&warnings, |model| &model.notes);
    for note in notes {
        report(Event::Diagnostic(note));
    }
    Ok(lowered?)
}

/// The problems of the destinations that are known before there is a stub, to be reported with those of the source.
fn check_destinations(options: &BuildOptions) -> Result<(), Problems> {
    let mut package = FileSet::new();
    package.insert(STUB_FILE, present_content(&options.stub_wit()));
    let component = present_content(&options.dest_wasm);
    outputs(options, &package, component).plan().map(|_| ())
}

/// What is at a destination, in the place of a content that is not known yet.
fn present_content(path: &Path) -> Vec<u8> {
    if path.is_file() { fs::read(path).unwrap_or_default() } else { Vec::new() }
}

fn outputs(options: &BuildOptions, package: &FileSet, component: Vec<u8>) -> Outputs {
    let mut outputs = Outputs::new();
    outputs.add_wit_package(&options.dest_wit_root, package);
    outputs.add_file(&options.dest_wasm, component);
    let source = options.source_wit_root.clone();
    outputs.keep(if source.is_dir() { Source::WitPackage(source) } else { Source::File(source) });
    outputs
}

impl BuildOptions {
    fn stub_wit(&self) -> PathBuf {
        self.dest_wit_root.join(STUB_FILE)
    }

    fn artifact(&self, path: &Path) -> Artifact {
        if path == self.dest_wasm {
            Artifact::StubComponent
        } else if path == self.stub_wit() {
            Artifact::StubWit
        } else {
            Artifact::StubWitDependency
        }
    }
}
