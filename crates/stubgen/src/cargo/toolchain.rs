//! The user's cargo and rustc, and the first of the targets that a component can be made with.
//!
//! rustup is not needed for that: rustc knows the folder of every target's standard library, there or not.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::CargoError;

/// Targets, the better one first. The last needs an empty world of imports, which a stub has.
const TARGETS: [&str; 3] = ["wasm32-wasip2", "wasm32-wasip1", "wasm32-unknown-unknown"];

/// The programs, as the user's environment names them.
#[derive(Debug)]
pub(super) struct Toolchain {
    pub(super) cargo: OsString,
    rustc: OsString,
}

/// The toolchain and its best target.
pub(super) fn find() -> Result<(Toolchain, &'static str), CargoError> {
    let toolchain = Toolchain { cargo: program("CARGO", "cargo"), rustc: program("RUSTC", "rustc") };
    let target = toolchain.target()?;
    Ok((toolchain, target))
}

/// What the environment variable says, which cargo itself obeys or sets, else the `default`.
pub(crate) fn program(variable: &str, default: &str) -> OsString {
    env::var_os(variable).filter(|program| !program.is_empty()).unwrap_or_else(|| default.into())
}

impl Toolchain {
    fn target(&self) -> Result<&'static str, CargoError> {
        let mut refusal = None;
        let mut is_answered = false;
        for target in TARGETS {
            match self.library(target)? {
                Ok(library) if holds_std(Path::new(library.trim_end())) => return Ok(target),
                Ok(_) => is_answered = true,
                // A compiler that is older than a target does not know it.
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

    /// The folder of a target's standard library, or what the compiler says instead.
    fn library(&self, target: &str) -> Result<Result<String, String>, CargoError> {
        let mut command = Command::new(&self.rustc);
        command.args(["--print", "target-libdir", "--target", target]).stdin(Stdio::null());
        let output = command
            .output()
            .map_err(|source| CargoError::Missing { program: self.rustc.display().to_string(), source })?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_string();
        Ok(if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) })
    }
}

fn holds_std(library: &Path) -> bool {
    let Ok(files) = fs::read_dir(library) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}
