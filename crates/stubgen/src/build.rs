//! `build`: writes a stub as a WIT package and a component.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_core::{Features, Stub, StubError, StubOptions};
use wasm_rpc_stubgen_files::{Change, OWNERSHIP_FILE, Outputs, Plan, Problem, Problems};
use wasm_rpc_stubgen_model::{STUB_FILE, package_declaration, tokenize};

use crate::cargo::{self, CargoOptions};
use crate::event::announce;
use crate::{Artifact, Cause, ComponentDestination, Error, Event, Input, previous_stub, source, stub_crate};

/// The source and the destinations of a stub.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The target's WIT: a directory, a `.wit` file or a `.wasm` component.
    pub source_wit_root: Input,
    /// The target's world; `None` if it has only one.
    pub world: Option<String>,
    /// The feature gates of the target's WIT that are open.
    pub features: Features,
    /// Where the stub component goes.
    pub dest_wasm: ComponentDestination,
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
    /// The component, if it is written to no file.
    pub component: Option<Vec<u8>>,
}

/// A stub that is built, but not written.
#[derive(Debug)]
pub struct BuildPlan {
    plan: Plan,
    /// The component, if it is written to no file.
    pub component: Option<Vec<u8>>,
}

impl BuildPlan {
    /// Writes the files of the stub. They, and what happened to each.
    ///
    /// # Errors
    ///
    /// When they cannot be written. Nothing is written then.
    pub fn apply(&self) -> Result<Vec<(PathBuf, Change)>, Error> {
        self.plan.apply()?;
        Ok(self.plan.files())
    }
}

/// Builds the stub of a target component.
///
/// # Errors
///
/// All errors in the target's WIT and the destinations, or of compiling the crate. Nothing is written then.
pub fn build(options: &BuildOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<BuildOutcome, Error> {
    let plan = plan_build(options, report)?;
    Ok(BuildOutcome { files: plan.apply()?, component: plan.component })
}

/// Builds the stub as [`build`] does, and reports its files as if they were written, so that the component can be delivered
/// before them.
///
/// # Errors
///
/// As for [`build`].
pub fn plan_build(options: &BuildOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<BuildPlan, Error> {
    if let Builder::Cargo(cargo_options) = &options.builder {
        stub_crate::warn(&cargo_options.stub_crate, report);
    }
    let (world, features) = (options.world.as_deref(), &options.features);
    let stub = source::stub(&options.source_wit_root, world, features, &options.shape, report)
        .map_err(|error| error.and(check(options)))?;
    check_package(options, &stub)?;
    let wasm = component(options, &stub, report)?;
    let (written, component) = options.dest_wasm.split(wasm);
    let plan = outputs(options, stub.wit().iter(), written).plan()?;
    previous_stub::report_changes(&options.dest_wit_root, stub.resolve(), stub.interface(), report);
    announce(&plan, |path| options.artifact(path), report);
    Ok(BuildPlan { plan, component })
}

/// Refuses to replace the `_stub.wit` of another package that no earlier run has written.
fn check_package(options: &BuildOptions, stub: &Stub) -> Result<(), Problems> {
    let has_list = options.dest_wit_root.join(OWNERSHIP_FILE).exists();
    let declared = fs::read_to_string(options.stub_wit()).ok().and_then(|text| declared_package(&text));
    let expected = format!("{}:{}", stub.package().namespace, stub.package().name);
    match declared {
        Some(declared) if !has_list && declared != expected => {
            Err(Problem::HoldsPackage { path: options.dest_wit_root.clone(), file: STUB_FILE.to_string() }.into())
        }
        _ => Ok(()),
    }
}

/// The package that a file declares, without version.
fn declared_package(text: &str) -> Option<String> {
    let tokens = tokenize(&text[package_declaration(text)?..]);
    let words = tokens[1..].iter().map(|token| token.text).take_while(|text| !matches!(*text, ";" | "@"));
    Some(words.map(|word| word.trim_start_matches('%')).collect())
}

fn component(options: &BuildOptions, stub: &Stub, report: &mut dyn FnMut(Event<'_>)) -> Result<Vec<u8>, Error> {
    match &options.builder {
        Builder::Native => Ok(stub.component()?),
        Builder::Cargo(cargo_options) => {
            // Report the errors of the options and the destinations before the compilation.
            Error::unless(check(options), ())?;
            let files = stub.rust_crate(&cargo_options.stub_crate)?;
            cargo::component(stub, &files, cargo_options, report)
        }
    }
}

/// The errors of options and destinations, to be reported with those of the source.
fn check(options: &BuildOptions) -> Vec<Cause> {
    let wit = source::present_content(&options.stub_wit());
    let component = options.dest_wasm.path().map(source::present_content).unwrap_or_default();
    let destinations = outputs(options, [(STUB_FILE, wit.as_slice())], component).plan().err().map(Cause::from);
    let stub_crate = match &options.builder {
        Builder::Native => None,
        Builder::Cargo(cargo_options) => cargo_options.stub_crate.check().err(),
    };
    let stub_crate = stub_crate.map(|error| StubError::from(error).into());
    stub_crate.into_iter().chain(destinations).collect()
}

fn outputs<'a>(
    options: &BuildOptions,
    package: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    component: Vec<u8>,
) -> Outputs {
    let mut outputs = Outputs::new();
    outputs.add_wit_package(&options.dest_wit_root, package);
    if let Some(path) = options.dest_wasm.path() {
        outputs.add_file(path, component);
    }
    source::protect(&options.source_wit_root, &mut outputs);
    outputs
}

impl BuildOptions {
    fn stub_wit(&self) -> PathBuf {
        self.dest_wit_root.join(STUB_FILE)
    }

    fn artifact(&self, path: &Path) -> Artifact {
        if Some(path) == self.dest_wasm.path() {
            Artifact::StubComponent
        } else if path == self.stub_wit() {
            Artifact::StubWit
        } else if path.ends_with(OWNERSHIP_FILE) {
            Artifact::StubList
        } else {
            Artifact::StubWitDependency
        }
    }
}
