//! The cases in `tests/stub`: every folder there is one.
//!
//! A case has `wit/`, or `wit.wat` with a WebAssembly component that is its source, optionally `world` with the name of the world, and optionally `shape` with the flags of the stub
//! (`--call-style async --rpc-errors result --always-inline-types --skip-unsupported`), and `features` with the list of the
//! open feature gates. The expected files are beside them;
//! `BLESS=1` rewrites them. The name of a case that must fail starts with `error-`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shapes;
use wasm_rpc_stubgen_emit::{StubWit, emit_wasm, emit_wit};
use wasm_rpc_stubgen_model::{Diagnostic, Features, StubModel, StubOptions, Target};

/// One folder of `tests/stub`.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub path: PathBuf,
}

/// A stub that was built.
#[derive(Debug)]
pub struct Built {
    /// Its model.
    pub model: StubModel,
    /// Its WIT.
    pub wit: StubWit,
    /// The component.
    pub wasm: Vec<u8>,
}

/// The cases that must succeed, or those that must fail, ordered by name.
pub fn cases(errors: bool) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("stub");
    let mut cases: Vec<_> = fs::read_dir(root)
        .expect("`tests/stub` can be listed")
        .map(|entry| entry.expect("the cases can be listed").path())
        .map(|path| Case { name: path.file_name().expect("a folder has a name").to_string_lossy().into(), path })
        .filter(|case| case.name.starts_with("error-") == errors)
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The case of this name.
pub fn case(name: &str) -> Case {
    cases(name.starts_with("error-")).into_iter().find(|case| case.name == name).expect("the case exists")
}

impl Case {
    /// Loads the case's WIT.
    pub fn load(&self) -> Result<Target, Vec<Diagnostic>> {
        let world = fs::read_to_string(self.path.join("world")).ok();
        let world = world.as_deref().map(str::trim);
        let load = |source: &Path| {
            wasm_rpc_stubgen_model::load(source, world, &self.features()).map_err(|error| error.diagnostics())
        };
        match fs::read_to_string(self.path.join("wit.wat")) {
            Err(_) => load(&self.path.join("wit")),
            Ok(text) => {
                let directory = tempfile::tempdir().expect("a temporary directory can be made");
                let path = directory.path().join("wit.wasm");
                fs::write(&path, wat::parse_str(text).expect("the text is valid")).expect("a file can be written");
                load(&path).map_err(|mut diagnostics| {
                    let (real, shown) = (directory.path().to_string_lossy(), self.path.to_string_lossy());
                    for diagnostic in &mut diagnostics {
                        diagnostic.message = diagnostic.message.replace(&*real, &shown);
                    }
                    diagnostics
                })
            }
        }
    }

    /// The open feature gates; `all` opens all of them.
    pub fn features(&self) -> Features {
        match fs::read_to_string(self.path.join("features")).unwrap_or_default().trim() {
            "all" => Features::All,
            list => Features::listed([list]),
        }
    }

    /// The shape of the case's stub.
    pub fn shape(&self) -> StubOptions {
        shapes::parse(&fs::read_to_string(self.path.join("shape")).unwrap_or_default())
    }

    /// All shapes that the case's stub can have, its own first.
    pub fn shapes(&self) -> Vec<StubOptions> {
        let own = self.shape();
        let all = shapes::all().into_iter().map(|shape| shape.unsupported(own.unsupported));
        [own].into_iter().chain(all.filter(|shape| *shape != own)).collect()
    }

    /// Builds the stub, or says what is wrong.
    pub fn build(&self) -> Result<Built, Vec<Diagnostic>> {
        self.build_shaped(&self.shape())
    }

    /// Builds a stub of another shape, or says what is wrong.
    pub fn build_shaped(&self, shape: &StubOptions) -> Result<Built, Vec<Diagnostic>> {
        self.load().and_then(|target| build(target, shape))
    }
}

/// Builds the stub of a target.
pub fn build(target: Target, shape: &StubOptions) -> Result<Built, Vec<Diagnostic>> {
    let model = wasm_rpc_stubgen_model::lower(target, shape).map_err(|error| error.diagnostics())?;
    let wit = emit_wit(&model);
    let wasm = emit_wasm(&model, &wit).map_err(|error| vec![Diagnostic::error(error.to_string())])?;
    Ok(Built { model, wit, wasm })
}

/// Builds the stub of WIT that is given as text.
pub fn build_text(wit: &str) -> Built {
    build_text_shaped(wit, &StubOptions::default())
}

/// Builds a stub of this shape from WIT that is given as text.
pub fn build_text_shaped(wit: &str, shape: &StubOptions) -> Built {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("world.wit");
    fs::write(&path, wit).expect("a temporary file can be written");
    let target = wasm_rpc_stubgen_model::load(&path, None, &Features::default()).map_err(|error| error.diagnostics());
    let built = target.and_then(|target| build(target, shape));
    built.unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"))
}

/// Compares `actual` with the file at `path`, or writes it there when `BLESS` is set. Gives the difference.
pub fn golden(path: &Path, actual: &str) -> Option<String> {
    if std::env::var_os("BLESS").is_some() {
        if fs::read_to_string(path).ok().as_deref() != Some(actual) {
            fs::create_dir_all(path.parent().expect("a golden lies in a folder")).expect("the folder can be made");
            fs::write(path, actual).expect("a golden can be written");
        }
        return None;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return None;
    }
    let mut lines = expected.lines().zip(actual.lines()).enumerate().filter(|(_, (e, a))| e != a);
    let first = lines.next().map_or(("the end".into(), "", ""), |(n, (e, a))| ((n + 1).to_string(), e, a));
    let (line, expected, actual) = first;
    Some(format!("{} differs at line {line}:\n  expected {expected}\n  actual   {actual}", path.display()))
}
