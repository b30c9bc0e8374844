//! `generate`: writes a stub as a Rust crate.

use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_core::{CrateOptions, Features, StubError, StubOptions};
use wasm_rpc_stubgen_edit::original_crate_files;
use wasm_rpc_stubgen_files::{Change, OWNERSHIP_FILE, Outputs};
use wasm_rpc_stubgen_model::STUB_FILE;

use crate::event::announce;
use crate::{Artifact, Cause, Error, Event, Input, previous_stub, source, stub_crate};

/// The source and the destination of a crate.
#[derive(Debug, Clone)]
pub struct GenerateOptions {
    /// The target's WIT: a directory, a `.wit` file or a `.wasm` component.
    pub source_wit_root: Input,
    /// The target's world; `None` if it has only one.
    pub world: Option<String>,
    /// The feature gates of the target's WIT that are open.
    pub features: Features,
    /// The directory of the crate: new, empty or previously generated.
    pub dest_crate_root: PathBuf,
    /// The options of the stub.
    pub shape: StubOptions,
    /// The options of the crate.
    pub stub_crate: CrateOptions,
}

/// The result of `generate`.
#[derive(Debug)]
pub struct GenerateOutcome {
    /// The files of the crate, and what happened to each, also removed ones.
    pub files: Vec<(PathBuf, Change)>,
}

/// The manifest of a crate.
const MANIFEST: &str = "Cargo.toml";

/// The folder of a crate that contains its WIT package.
pub(crate) const WIT: &str = "wit";

/// Generates the Rust crate of a target component's stub.
///
/// # Errors
///
/// All errors in the target's WIT, the options and the destination. Nothing is written then.
pub fn generate(options: &GenerateOptions, report: &mut dyn FnMut(Event<'_>)) -> Result<GenerateOutcome, Error> {
    stub_crate::warn(&options.stub_crate, report);
    let (world, features) = (options.world.as_deref(), &options.features);
    let stub = source::stub(&options.source_wit_root, world, features, &options.shape, report);
    let stub = Error::join(stub, check(options))?;
    let files = stub.rust_crate(&options.stub_crate)?;
    let plan = outputs(options, files.iter()).plan()?;
    previous_stub::report_changes(&options.dest_crate_root.join(WIT), stub.resolve(), stub.interface(), report);
    announce(&plan, |path| options.artifact(path), report);
    plan.apply()?;
    Ok(GenerateOutcome { files: plan.files() })
}

/// The errors of options and destination, to be reported with those of the source.
fn check(options: &GenerateOptions) -> Vec<Cause> {
    let manifest = source::present_content(&options.dest_crate_root.join(MANIFEST));
    let destination = outputs(options, [(MANIFEST, manifest.as_slice())]).plan().err().map(Cause::from);
    let stub_crate = options.stub_crate.check().err().map(|error| StubError::from(error).into());
    stub_crate.into_iter().chain(destination).collect()
}

fn outputs<'a>(options: &GenerateOptions, files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Outputs {
    let mut outputs = Outputs::new();
    outputs.add_crate(&options.dest_crate_root, files);
    outputs.adopt(&options.dest_crate_root, original_crate_files(&options.dest_crate_root));
    source::protect(&options.source_wit_root, &mut outputs);
    outputs
}

impl GenerateOptions {
    fn artifact(&self, path: &Path) -> Artifact {
        artifact(path.strip_prefix(&self.dest_crate_root).unwrap_or(path))
    }
}

/// The kind of the file at `path`, relative to the crate.
pub(crate) fn artifact(path: &Path) -> Artifact {
    if path.ends_with(OWNERSHIP_FILE) {
        Artifact::StubList
    } else if path == Path::new(MANIFEST) {
        Artifact::StubManifest
    } else if path.starts_with("src") {
        Artifact::StubSource
    } else if path == Path::new(WIT).join(STUB_FILE) {
        Artifact::StubWit
    } else {
        Artifact::StubWitDependency
    }
}
