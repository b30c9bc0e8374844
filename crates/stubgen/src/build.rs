//! `build`: writes a stub as a WIT package and a component.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_emit::{FileSet, StubWit, emit_wasm, emit_wit};
use wasm_rpc_stubgen_files::{Change, OWNERSHIP_FILE, Outputs, Problem, Problems};
use wasm_rpc_stubgen_model::{Features, STUB_FILE, StubModel, StubOptions, tokenize};

use crate::cargo::{self, CargoOptions};
use crate::event::announce;
use crate::{Artifact, Cause, Error, Event, previous_stub, source, stub_crate};

/// The source and the destinations of a stub.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The target's WIT: a directory, a `.wit` file or a `.wasm` component.
    pub source_wit_root: PathBuf,
    /// The target's world; `None` if it has only one.
    pub world: Option<String>,
    /// The feature gates of the target's WIT that are open.
    pub features: Features,
    /// The stub component to write.
    pub dest_wasm: PathBuf,
    /// The directory of the stub's WIT package.
    pub dest_wit_root: PathBuf,
    /// The options of the stub.
    pub shape: StubOptions,
    /// The builder of the component.
    pub builder: Builder,
}

/// How a component is built. Both builders give the same world and the same behaviour.
#[derive(Debug, Clone)]
pub enum Builder {
    /// Write it directly from the model.
    Native,
    /// Compile the crate that `generate` writes.
    Cargo(CargoOptions),
}

/// The result of `build`.
#[derive(Debug)]
pub struct BuildOutcome {
    /// The files of the stub, and what happened to each.
    pub files: Vec<(PathBuf, Change)>,
}

/// Builds the stub of a target component.
///
/// # Errors
///
/// All errors in the target's WIT and the destinations, or of compiling the crate. Nothing is written then.
pub fn build(options: &BuildOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<BuildOutcome, Error> {
    let (world, features) = (options.world.as_deref(), &options.features);
    let model = source::model(&options.source_wit_root, world, features, &options.shape, report)
        .map_err(|error| error.and(check(options)))?;
    check_package(options, &model)?;
    let wit = emit_wit(&model);
    let wasm = component(options, &model, &wit, report)?;
    let plan = outputs(options, &wit.files, wasm).plan()?;
    previous_stub::report_changes(&options.dest_wit_root, &wit, report);
    announce(&plan, |path| options.artifact(path), report);
    plan.apply()?;
    Ok(BuildOutcome { files: plan.files() })
}

/// Refuses to replace the `_stub.wit` of another package that no earlier run has written.
fn check_package(options: &BuildOptions, model: &StubModel) -> Result<(), Problems> {
    let has_list = options.dest_wit_root.join(OWNERSHIP_FILE).exists();
    let declared = fs::read_to_string(options.stub_wit()).ok().and_then(|text| declared_package(&text));
    let expected = format!("{}:{}", model.package.namespace, model.package.name);
    match declared {
        Some(declared) if !has_list && declared != expected => {
            Err(Problem::HoldsPackage { path: options.dest_wit_root.clone(), file: STUB_FILE.to_string() }.into())
        }
        _ => Ok(()),
    }
}

/// The package that a file declares, without version.
fn declared_package(text: &str) -> Option<String> {
    let tokens = tokenize(text);
    let start = tokens.iter().position(|token| token.text == "package")? + 1;
    let words = tokens[start..].iter().map(|token| token.text).take_while(|text| !matches!(*text, ";" | "{" | "@"));
    Some(words.map(|word| word.trim_start_matches('%')).collect())
}

fn component(
    options: &BuildOptions,
    model: &StubModel,
    wit: &StubWit,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Vec<u8>, Error> {
    match &options.builder {
        Builder::Native => Ok(emit_wasm(model, wit)?),
        Builder::Cargo(cargo_options) => {
            source::check_bindings(model)?;
            // Report these errors before the compilation.
            Error::unless(check(options), ())?;
            cargo::component(model, wit, cargo_options, report)
        }
    }
}

/// The errors of options and destinations, to be reported with those of the source.
fn check(options: &BuildOptions) -> Vec<Cause> {
    let mut package = FileSet::new();
    package.insert(STUB_FILE, source::present_content(&options.stub_wit()));
    let component = source::present_content(&options.dest_wasm);
    let destinations = outputs(options, &package, component).plan().err().map(Cause::from);
    let stub_crate = match &options.builder {
        Builder::Native => None,
        Builder::Cargo(cargo_options) => stub_crate::check(&cargo_options.stub_crate),
    };
    stub_crate.into_iter().chain(destinations).collect()
}

fn outputs(options: &BuildOptions, package: &FileSet, component: Vec<u8>) -> Outputs {
    let mut outputs = Outputs::new();
    outputs.add_wit_package(&options.dest_wit_root, package.iter());
    outputs.add_file(&options.dest_wasm, component);
    source::protect(&options.source_wit_root, &mut outputs);
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
        } else if path.extension().is_none_or(|extension| extension != "wit") {
            Artifact::StubList
        } else {
            Artifact::StubWitDependency
        }
    }
}
