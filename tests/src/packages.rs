//! Random target packages: a seed -> the WIT of a package with one world that can be stubbed.
//!
//! `wit-smith` is not enough: it has no maps, borrowed handles, fallible constructors or doc comments. Its names have
//! neither hyphens nor upper case and rarely collide. Its worlds pass handles of resources that they do not export. Here every
//! function can be called, because there is a way to get every resource.
//!
//! `choices` makes random decisions, `names` and `docs` words; `types` and `interfaces` write WIT, `worlds` combines
//! interfaces, `layout` splits the text into files.

mod choices;
mod docs;
mod interfaces;
mod layout;
mod names;
mod other_names;
mod types;
mod worlds;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::cases::{Built, build};
use crate::shapes;
use choices::Choices;
use wasm_rpc_stubgen_model::{Diagnostic, Features, StubOptions, Target};

/// Which names a package may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Names that mean nothing in Rust. The names of one scope stay different as identifiers of Rust.
    Plain,
    /// Also Rust's keywords, the names of its prelude, and what binding generators call their own things.
    RustNames,
    /// Also the keywords of C, Go, JavaScript and Python, and what binding generators for them call their own things.
    OtherNames,
}

/// A target package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// What it was made from.
    pub seed: u64,
    /// What its names are like.
    pub flavour: Flavour,
    /// The shape of its stub.
    pub shape: StubOptions,
    /// Paths below `wit/` with their content.
    pub files: Vec<(String, String)>,
}

/// The package of a seed: the same one every time.
pub fn generate(seed: u64, flavour: Flavour) -> Package {
    let mut choices = Choices::new(seed, flavour);
    let packages = worlds::packages(&mut choices);
    Package { seed, flavour, shape: shapes::drawn(seed), files: layout::files(&mut choices, packages) }
}

impl Package {
    /// Writes the package's files below `wit`, a directory that need not be there.
    pub fn write(&self, wit: &Path) {
        for (path, content) in &self.files {
            let path = wit.join(path);
            fs::create_dir_all(path.parent().expect("a file lies in a directory")).expect("a directory can be made");
            fs::write(path, content).expect("a file can be written");
        }
    }

    /// Loads the package as a user's would be.
    pub fn load(&self) -> Result<Target, Vec<Diagnostic>> {
        let directory = tempfile::tempdir().expect("a temporary directory can be made");
        let wit = directory.path().join("wit");
        self.write(&wit);
        wasm_rpc_stubgen_model::load(&wit, None, &Features::default()).map_err(|error| error.diagnostics())
    }

    /// Builds the package's stub, or says what is wrong.
    pub fn build(&self) -> Result<Built, Vec<Diagnostic>> {
        self.load().and_then(|target| build(target, &self.shape))
    }
}

/// The shape of its stub, and the package's files, each below its path.
impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "// shape: {}", shapes::words(&self.shape))?;
        self.files.iter().try_for_each(|(path, content)| writeln!(f, "// ==> wit/{path}\n{content}"))
    }
}
