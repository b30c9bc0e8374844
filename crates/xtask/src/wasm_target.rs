//! A Rust compiler for guests that use `std`: one that is installed, or one that is installed now.
//!
//! The order is: a target of the active toolchain, `wasm32-wasip2` before `wasm32-wasip1`; a sysroot that an earlier run
//! built; `rustup target add`; Debian's compiler, with a standard library that is built here ([`crate::debian_sysroot`]).

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::debian_sysroot::DebianSysroot;
use crate::shell::{Workspace, capture, say, without_flags};

/// The targets whose `std` has environment, clock and stdio; the preferred one first.
pub const TRIPLES: [&str; 2] = ["wasm32-wasip2", "wasm32-wasip1"];

/// A Rust compiler for guests.
pub enum WasmTarget {
    /// A target of the active toolchain, by its triple.
    Installed(&'static str),
    /// Debian's compiler; its standard library is ours.
    Debian(DebianSysroot),
}

impl WasmTarget {
    /// `cargo build` for this target; the caller adds the rest of the words.
    pub fn cargo_build(&self) -> Command {
        let mut command = match self {
            Self::Installed(_) => without_flags(Command::new("cargo")),
            Self::Debian(sysroot) => sysroot.cargo(),
        };
        command.args(["build", "--target", self.triple()]);
        command
    }

    /// The target's name, which is also the folder that cargo writes to.
    pub fn triple(&self) -> &'static str {
        match self {
            Self::Installed(triple) => triple,
            Self::Debian(_) => DebianSysroot::TRIPLE,
        }
    }
}

impl fmt::Display for WasmTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Installed(triple) => write!(formatter, "{triple}, by the active toolchain"),
            Self::Debian(sysroot) => write!(formatter, "{}, by {sysroot}", self.triple()),
        }
    }
}

/// The first compiler that is installed or can be installed.
pub fn find_or_get(workspace: &Workspace) -> Result<WasmTarget> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    if let Some(sysroot) = DebianSysroot::find(&workspace.target) {
        return Ok(WasmTarget::Debian(sysroot));
    }
    say("no WebAssembly target is installed; trying rustup");
    if let Some(added) = TRIPLES.into_iter().find_map(add_by_rustup) {
        return Ok(added);
    }
    say("rustup cannot add one; trying Debian's compiler");
    DebianSysroot::build(&workspace.target).map(WasmTarget::Debian).context(
        "no way to compile Rust to WebAssembly\n\
         hint: run `rustup target add wasm32-wasip2` where rustup has network access",
    )
}

/// Makes plain `cargo build --target TRIPLE` work, as it does for most users.
pub fn require(triple: &'static str) -> Result<()> {
    ensure!(
        is_installed(triple) || add_by_rustup(triple).is_some(),
        "the active toolchain has no {triple}, and rustup cannot add it; Debian's compiler is not enough here\n\
         hint: `rustup target add {triple}`"
    );
    Ok(())
}

/// Makes it work for `wasm32-wasip2`.
pub fn require_wasip2() -> Result<()> {
    let [wasip2, _] = TRIPLES;
    require(wasip2)
}

fn installed() -> Option<WasmTarget> {
    TRIPLES.into_iter().find(|triple| is_installed(triple)).map(WasmTarget::Installed)
}

/// Whether the active compiler has the standard library of a target. It prints the folder in either case.
fn is_installed(triple: &str) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", triple]);
    capture(&mut rustc).is_ok_and(|folder| holds_std(Path::new(folder.trim_end())))
}

fn holds_std(folder: &Path) -> bool {
    let Ok(files) = fs::read_dir(folder) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn add_by_rustup(triple: &'static str) -> Option<WasmTarget> {
    say(&format!("rustup target add {triple}"));
    match capture(Command::new("rustup").args(["target", "add", triple])) {
        Ok(_) => is_installed(triple).then_some(WasmTarget::Installed(triple)),
        Err(error) => {
            say(&format!("  {}", error.to_string().replace('\n', "\n  ")));
            None
        }
    }
}
