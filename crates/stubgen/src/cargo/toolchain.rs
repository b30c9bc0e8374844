//! Finds the user's cargo and rustc, and the best installed WebAssembly target.
//!
//! This works without rustup: rustc prints the folder of each target's standard library, installed or not.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::error::CargoError;

/// Targets in order of preference. The last one works because a stub needs no WASI.
const TARGETS: [&str; 3] = ["wasm32-wasip2", "wasm32-wasip1", "wasm32-unknown-unknown"];

/// The programs that the user's environment selects.
#[derive(Debug)]
pub(super) struct Toolchain {
    pub(super) cargo: OsString,
    rustc: OsString,
}

/// Finds the toolchain and its best target.
pub(super) fn find() -> Result<(Toolchain, &'static str), CargoError> {
    let toolchain = Toolchain { cargo: program("CARGO", "cargo"), rustc: program("RUSTC", "rustc") };
    let target = toolchain.target()?;
    Ok((toolchain, target))
}

/// The program that the environment variable (of cargo's own conventions) names, else `default`.
pub(crate) fn program(variable: &str, default: &str) -> OsString {
    env::var_os(variable).filter(|program| !program.is_empty()).unwrap_or_else(|| default.into())
}

/// Whether the compiler that is used in `folder` has the standard library of `target`; `None` if it does not say.
pub(crate) fn has_target(folder: &Path, target: &str) -> Option<bool> {
    let library = library(&program("RUSTC", "rustc"), folder, target).ok()?.ok()?;
    Some(holds_std(Path::new(&library)))
}

/// The folder of a target's standard library, or the error output of the compiler that is used in `folder`.
fn library(rustc: &OsStr, folder: &Path, target: &str) -> io::Result<Result<String, String>> {
    let mut command = Command::new(rustc);
    command.args(["--print", "target-libdir", "--target", target]).current_dir(folder).stdin(Stdio::null());
    let output = command.output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_string();
    Ok(if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) })
}

impl Toolchain {
    fn target(&self) -> Result<&'static str, CargoError> {
        let missing = |source| CargoError::Missing { program: self.rustc.display().to_string(), source };
        let mut refusal = None;
        let mut is_answered = false;
        for target in TARGETS {
            match library(&self.rustc, Path::new("."), target).map_err(missing)? {
                Ok(library) if holds_std(Path::new(&library)) => return Ok(target),
                Ok(_) => is_answered = true,
                // Older compilers do not know newer targets.
                Err(message) => refusal = Some(message),
            }
        }
        match refusal {
            Some(message) if !is_answered => {
                Err(CargoError::Compiler { program: self.rustc.display().to_string(), message })
            }
            _ => Err(CargoError::NoTarget),
        }
    }
}

fn holds_std(library: &Path) -> bool {
    let Ok(files) = fs::read_dir(library) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}
