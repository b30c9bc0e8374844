//! Where the tools of other languages are installed, below `target/callers/tools`, and a shell that finds them.
//!
//! The page's commands install the tools: `pip` is that of a virtual environment there, `cargo install` installs there, and all
//! caches of compilers are there, too.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::file::write_if_changed;
use crate::shell::{Workspace, capture, run, without_flags};

/// Crates of which not the code is needed but other files.
const CRATES: &str = "\
[package]
name = \"files\"
version = \"0.0.0\"
edition = \"2024\"

[lib]
path = \"lib.rs\"

[dependencies]
wasi-preview1-component-adapter-provider = \"=48.0.8\"
wit-bindgen-go = \"=0.63.0\"

[workspace]
";

/// The folder of the tools.
pub struct Tools<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
}

impl<'a> Tools<'a> {
    pub fn new(workspace: &'a Workspace) -> Self {
        Self { workspace, folder: workspace.target.join("callers/tools") }
    }

    /// Makes the virtual environment of Python.
    pub fn prepare(&self) -> Result<()> {
        needs("python3", &["-c", "import ensurepip, venv"], &["python3", "python3-venv"])?;
        let environment = self.python();
        if environment.join("bin/pip").exists() {
            return Ok(());
        }
        run(Command::new("python3").args(["-m", "venv"]).arg(&environment))
    }

    fn python(&self) -> PathBuf {
        self.folder.join("python")
    }

    /// The page's commands in a folder, whose tools are found.
    pub fn shell(&self, commands: &str, folder: &Path) -> Result<Command> {
        let path = env::var_os("PATH").unwrap_or_default();
        let ours = [self.workspace.programs(), self.folder.join("bin"), self.python().join("bin")];
        let path = env::join_paths(ours.into_iter().chain(env::split_paths(&path)));
        let mut shell = without_flags(Command::new("bash"));
        shell.args(["-euo", "pipefail", "-c", commands]).current_dir(folder);
        shell.env("PATH", path.context("a folder in PATH has a `:` in its name")?);
        // Intermediate files of Rust are shared with other guests.
        shell.env("CARGO_BUILD_BUILD_DIR", self.workspace.target.join("guest-build"));
        shell.env("GOCACHE", self.folder.join("go-cache")).env("GOPATH", self.folder.join("go"));
        shell.envs([("GOPROXY", "off"), ("GOTOOLCHAIN", "local"), ("PIP_DISABLE_PIP_VERSION_CHECK", "1")]);
        for cache in ["ZIG_GLOBAL_CACHE_DIR", "ZIG_LOCAL_CACHE_DIR"] {
            shell.env(cache, self.folder.join("zig-cache"));
        }
        Ok(shell)
    }

    /// Runs the page's commands that install tools.
    pub fn install(&self, commands: &str, folder: &Path) -> Result<()> {
        let mut shell = self.shell(commands, folder)?;
        shell.env("CARGO_INSTALL_ROOT", &self.folder).env("CARGO_BUILD_BUILD_DIR", self.folder.join("build"));
        // They do nothing here that takes long, and compile in a third of the time.
        shell.envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"), ("CARGO_PROFILE_RELEASE_DEBUG", "false")]);
        shell.env("CARGO_INCREMENTAL", "0");
        run(&mut shell)
    }

    /// The variables of the page: the adapter for WASI, and the runtime module of the bindings for Go.
    pub fn variables(&self) -> Result<[(&'static str, PathBuf); 2]> {
        let folder = self.folder.join("crates");
        write_if_changed(&folder.join("Cargo.toml"), CRATES.as_bytes())?;
        write_if_changed(&folder.join("lib.rs"), b"")?;
        let mut metadata = without_flags(Command::new("cargo"));
        metadata.args(["metadata", "--format-version", "1", "--manifest-path"]).arg(folder.join("Cargo.toml"));
        let metadata: serde_json::Value = serde_json::from_str(&capture(&mut metadata)?)?;
        let packages = metadata["packages"].as_array().context("`cargo metadata` lists packages")?;
        let file = |name: &str, path: &str| {
            let package = packages.iter().find(|package| package["name"] == name);
            let manifest = package.and_then(|package| package["manifest_path"].as_str());
            let file = Path::new(manifest.with_context(|| format!("missing crate {name}"))?).with_file_name(path);
            match fs::exists(&file)? {
                true => Ok(file),
                false => bail!("missing {}", file.display()),
            }
        };
        let adapter = "artefacts/wasi_snapshot_preview1.reactor.wasm";
        Ok([
            ("ADAPTER", file("wasi-preview1-component-adapter-provider", adapter)?),
            ("GO_PKG", file("wit-bindgen-go", "src/pkg")?),
        ])
    }
}

/// Installs a program from Debian's packages if it does not run with the arguments of `trial`.
pub fn needs(program: &str, trial: &[&str], packages: &[&str]) -> Result<()> {
    if Command::new(program).args(trial).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    run(Command::new("apt-get").arg("update"))?;
    run(Command::new("apt-get").args(["install", "-y", "--no-install-recommends"]).args(packages))
}
