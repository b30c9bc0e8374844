//! The tool as a process: its output, and its time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wit_component::DecodedWasm;

use crate::targets::Target;

/// How often what is quick is timed; the median counts.
const RUNS: usize = 11;

/// A component and how long it took.
pub struct Timed {
    /// From the start of the process to its end.
    pub time: Duration,
    /// The component.
    pub wasm: Vec<u8>,
}

impl Timed {
    /// How many interfaces the component imports.
    pub fn imports(&self) -> u64 {
        let decoded = wit_component::decode(&self.wasm).expect("a stub is a component");
        let DecodedWasm::Component(resolve, world) = decoded else { panic!("a stub is no WIT package") };
        resolve.worlds[world].imports.len() as u64
    }
}

/// What was built of a target.
pub struct Stubs {
    /// By the native builder.
    pub native: Timed,
    /// By the cargo builder, when nothing was compiled before, and all that the crate depends on was downloaded.
    pub cold: Timed,
    /// By the cargo builder, when what the crate depends on was compiled before.
    pub warm: Timed,
}

/// The tool, and where it works.
pub struct Bench {
    /// The tool's binary.
    pub tool: PathBuf,
    /// A folder that is there.
    pub folder: PathBuf,
}

impl Bench {
    /// Builds a target by both builders.
    pub fn build(&self, target: &Target) -> Stubs {
        let source = self.source(target.name, &target.wit);
        self.compiled(&source, Dependencies::Downloaded);
        let warm = self.compiled(&source, Dependencies::Compiled);
        let cold = self.compiled(&source, Dependencies::Uncompiled);
        Stubs { native: self.native(&source), cold, warm }
    }

    /// A file with the WIT.
    pub fn source(&self, name: &str, wit: &str) -> PathBuf {
        let path = self.folder.join(name).with_extension("wit");
        fs::write(&path, wit).expect("a file can be written");
        path
    }

    /// Builds by the native builder.
    pub fn native(&self, source: &Path) -> Timed {
        self.run_build(source, |_| ());
        let mut runs: Vec<_> = (0..RUNS).map(|_| self.run_build(source, |_| ())).collect();
        runs.sort_by_key(|run| run.time);
        runs.swap_remove(RUNS / 2)
    }

    fn compiled(&self, source: &Path, dependencies: Dependencies) -> Timed {
        let target = self.folder.join("compiled");
        self.run_build(source, |command| {
            command.args(["--builder", "cargo"]);
            match dependencies {
                Dependencies::Downloaded => command.env("CARGO_TARGET_DIR", &target),
                Dependencies::Compiled => command.arg("--offline").env("CARGO_TARGET_DIR", &target),
                Dependencies::Uncompiled => command.arg("--offline"),
            };
        })
    }

    /// Compiles a crate when what it depends on was compiled before.
    pub fn compiled_many(&self, wit: &str) -> Timed {
        self.compiled(&self.source("many", wit), Dependencies::Compiled)
    }

    /// Builds into a new folder.
    fn run_build(&self, source: &Path, more: impl FnOnce(&mut Command)) -> Timed {
        let output = tempfile::tempdir_in(&self.folder).expect("a folder can be made");
        let wasm = output.path().join("stub.wasm");
        let mut command = self.command("build", source);
        command.arg("--dest-wasm").arg(&wasm).arg("--dest-wit-root").arg(output.path().join("wit"));
        more(&mut command);
        let time = timed(&mut command);
        Timed { time, wasm: fs::read(wasm).expect("the tool has written the component") }
    }

    fn command(&self, subcommand: &str, source: &Path) -> Command {
        let mut command = Command::new(&self.tool);
        command.args([subcommand, "--quiet", "--source-wit-root"]).arg(source);
        for variable in ["CARGO_TARGET_DIR", "RUSTC_WRAPPER", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            command.env_remove(variable);
        }
        command.current_dir(&self.folder);
        command
    }

    /// The median time of `generate`.
    pub fn generate(&self, source: &Path) -> Duration {
        let run = |_| {
            let output = tempfile::tempdir_in(&self.folder).expect("a folder can be made");
            timed(self.command("generate", source).arg("--dest-crate-root").arg(output.path().join("crate")))
        };
        let mut runs: Vec<_> = (0..RUNS).map(run).collect();
        runs.sort();
        runs[RUNS / 2]
    }
}

/// What is there before the cargo builder runs.
#[derive(Clone, Copy)]
enum Dependencies {
    /// Nothing for sure; then it is downloaded and compiled.
    Downloaded,
    Compiled,
    Uncompiled,
}

fn timed(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("the tool can be run");
    let time = start.elapsed();
    assert!(status.success(), "{command:?} failed");
    time
}
