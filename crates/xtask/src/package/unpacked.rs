//! The packages as a workspace of their own, below `target/packages`.
//!
//! The packages that are not published are in it, too. So cargo selects the same features of the dependencies as in the
//! project's workspace, and takes their builds from there instead of compiling wasmtime again.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::example::read_tree;
use crate::file::{remove_folder, write_if_changed};
use crate::published::{Package, Publication, packages};
use crate::shell::{Workspace, capture, run, say};

/// A program that depends on the library by its version.
const CONSUMER: &str = "tests/consumer";

/// The library.
const LIBRARY: &str = "wasm-rpc-stubgen-core";

/// The program.
const PROGRAM: &str = "wasm-rpc-stubgen";

/// Crates that the program needs and the library does not.
const COMMAND_LINE: [&str; 4] = ["anstream", "cargo_metadata", "clap", "tempfile"];

/// The unpacked packages.
pub struct Unpacked<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
}

impl<'a> Unpacked<'a> {
    /// Unpacks what `cargo package` has made.
    pub fn write(workspace: &'a Workspace) -> Result<Self> {
        let unpacked = Self { workspace, folder: workspace.target.join("packages") };
        // Nothing of an earlier run may pass for what this one wrote.
        remove_folder(&unpacked.folder)?;
        fs::create_dir_all(&unpacked.folder).with_context(|| format!("creating {}", unpacked.folder.display()))?;
        // We are one of them, and are not replaced while we run.
        let packages: Vec<Package> = packages()?.into_iter().filter(|package| package.name != "xtask").collect();
        for package in &packages {
            let archive = workspace.target.join("package").join(format!("{}.crate", package.full_name()));
            // `m`: the files are from today, or cargo would take what an earlier run compiled.
            run(Command::new("tar").arg("-xzmf").arg(archive).arg("-C").arg(&unpacked.folder))?;
        }
        for (path, bytes) in read_tree(&workspace.root.join(CONSUMER))? {
            let text = String::from_utf8(bytes).context("the consumer is text")?.replace("\n[workspace]\n", "\n");
            write_if_changed(&unpacked.folder.join("consumer").join(path), text.as_bytes())?;
        }
        write_if_changed(&unpacked.folder.join("Cargo.toml"), unpacked.manifest(&packages)?.as_bytes())?;
        fs::copy(workspace.root.join("Cargo.lock"), unpacked.folder.join("Cargo.lock"))
            .context("copying Cargo.lock")?;
        Ok(unpacked)
    }

    /// The manifest of the workspace. Its profiles are ours, so that dependencies are compiled once.
    fn manifest(&self, packages: &[Package]) -> Result<String> {
        let root = fs::read_to_string(self.workspace.root.join("Cargo.toml")).context("reading Cargo.toml")?;
        let profiles = root.find("[profile.").context("the root manifest ends with profiles")?;
        let members: Vec<String> = packages.iter().map(Package::full_name).chain(["consumer".to_string()]).collect();
        let mut text = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[patch.crates-io]\n");
        for package in packages.iter().filter(|package| package.publication == Publication::Public) {
            writeln!(text, "{} = {{ path = \"{}\" }}", package.name, package.full_name())?;
        }
        Ok(text + "\n" + &root[profiles..])
    }

    /// Cargo in this workspace, without a network. It shares the builds of dependencies with the project's workspace, but
    /// not the programs.
    fn cargo(&self) -> Command {
        let mut cargo = self.workspace.cargo();
        cargo.current_dir(&self.folder).env("CARGO_BUILD_BUILD_DIR", &self.workspace.target);
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target")).env("CARGO_NET_OFFLINE", "true");
        cargo
    }

    /// Compiles all packages.
    pub fn build(&self) -> Result<()> {
        run(self.cargo().args(["build", "--quiet", "--workspace"]))
    }

    /// A program that [`build`](Self::build) has compiled.
    pub fn built(&self, program: &str) -> Command {
        Command::new(self.folder.join("target/debug").join(program))
    }

    /// Compiles a program once more, with the features that it selects alone, and installs it.
    pub fn install(&self, program: &str) -> Result<()> {
        let package = packages()?.into_iter().find(|package| package.name == program).context("it is a package")?;
        let mut install = self.cargo();
        install.args(["install", "--quiet", "--debug", "--locked", "--path", &package.full_name(), "--root"]);
        run(install.arg(self.installed()))
    }

    /// An installed program.
    pub fn program(&self, program: &str) -> Command {
        Command::new(self.installed().join("bin").join(program))
    }

    fn installed(&self) -> PathBuf {
        self.folder.join("installed")
    }

    /// A folder for the files of the programs.
    pub fn job(&self) -> PathBuf {
        self.folder.join("job")
    }

    /// Prints how many crates the library and the program need, and fails if the library needs what is only for programs.
    pub fn check_library(&self) -> Result<()> {
        let (library, program) = (self.tree(LIBRARY)?, self.tree(PROGRAM)?);
        say(&format!("  {LIBRARY}: {} crates, {PROGRAM}: {} crates", library.len(), program.len()));
        let unwanted: Vec<&str> = COMMAND_LINE.into_iter().filter(|name| library.contains(*name)).collect();
        ensure!(unwanted.is_empty(), "{LIBRARY} depends on {}", unwanted.join(", "));
        Ok(())
    }

    /// The crates that a package is compiled from, itself included.
    fn tree(&self, package: &str) -> Result<BTreeSet<String>> {
        let tree = ["tree", "--edges", "normal,build", "--prefix", "none", "--format", "{p}", "--package", package];
        let lines = capture(self.cargo().args(tree))?;
        Ok(lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_string).collect())
    }
}
