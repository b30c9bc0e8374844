//! The workspace's folders, progress lines on stderr, and child processes whose failure is an error that names the command.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

/// The project's folders, absolute.
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's output directory, which also has all output of tasks.
    pub target: PathBuf,
}

impl Workspace {
    /// Reads the folders from cargo, which knows `CARGO_TARGET_DIR` and `build.target-dir`.
    pub fn locate() -> Result<Self> {
        let metadata = metadata()?;
        let folder = |key: &str| {
            let folder = metadata[key].as_str().map(PathBuf::from);
            folder.with_context(|| format!("`cargo metadata` names no `{key}`"))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// A command of the cargo that runs us, in this workspace.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo());
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// Builds all programs of the workspace.
    ///
    /// It is always the whole workspace: for a part of it cargo selects fewer features of dependencies, and builds wasmtime
    /// again.
    pub fn build_programs(&self) -> Result<()> {
        run(self.cargo().args(["build", "--quiet", "--workspace"]))
    }

    /// Builds the two programs that users install, as `cargo install` does: it takes them from here.
    ///
    /// Each is built by itself, because cargo would select more features of dependencies for both.
    pub fn build_installed_programs(&self) -> Result<()> {
        for package in ["wasm-rpc-stubgen", "wasm-rpc-run"] {
            run(self.cargo().args(["build", "--release", "--locked", "--package", package]))?;
        }
        Ok(())
    }

    /// One of these programs.
    pub fn installed_program(&self, name: &str) -> Command {
        let mut command = Command::new(self.target.join("release").join(name));
        command.current_dir(&self.root);
        command
    }

    /// One of the workspace's programs.
    pub fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs().join(name));
        command.current_dir(&self.root);
        command
    }

    /// The folder of these programs.
    pub fn programs(&self) -> PathBuf {
        self.target.join("debug")
    }
}

/// What `cargo metadata --no-deps` prints about the workspace.
pub fn metadata() -> Result<serde_json::Value> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let mut command = Command::new(cargo());
    command.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]).arg(manifest);
    Ok(serde_json::from_str(&capture(&mut command)?)?)
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// The command without the flags and folders that are meant for this workspace, to run cargo on other ones.
pub fn without_flags(mut command: Command) -> Command {
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR"] {
        command.env_remove(variable);
    }
    command
}

/// Numbered progress: `[2/7] compile the guests`, and how long each step took.
pub struct Steps {
    total: usize,
    started: usize,
    since: Instant,
}

impl Steps {
    /// For a task of so many steps.
    pub fn new(total: usize) -> Self {
        Self { total, started: 0, since: Instant::now() }
    }

    /// Does one step; its error names it.
    pub fn step<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.started += 1;
        let number = format!("[{}/{}]", self.started, self.total);
        say(&format!("{number} {what}"));
        let begin = Instant::now();
        let done = work().with_context(|| format!("step {number} failed: {what}"))?;
        say(&format!("{number} done in {:.1} s", begin.elapsed().as_secs_f32()));
        Ok(done)
    }

    /// Prints the last line of a successful task.
    pub fn finish(self, what: &str) {
        debug_assert_eq!(self.started, self.total, "a task announces as many steps as it does");
        say(&format!("{what}: all {} steps done in {:.1} s", self.total, self.since.elapsed().as_secs_f32()));
    }
}

/// Whether this is a run of CI, which must not skip anything.
pub fn is_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

/// Prints a progress line to stderr; a closed stderr is not an error.
pub fn say(line: &str) {
    _ = writeln!(io::stderr(), "{line}");
}

/// A result, to stdout, where a script can read it.
pub fn show(text: &str) -> Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush().context("writing to stdout")
}

/// An error and its causes, outermost first.
pub fn report(error: &anyhow::Error) {
    say(&format!("error: {error}"));
    for cause in error.chain().skip(1) {
        say(&format!("  caused by: {}", cause.to_string().replace('\n', "\n  ")));
    }
}

/// Runs a command with our own stdout and stderr.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    ensure!(status.success(), "`{}` failed: {status}", line(command));
    Ok(())
}

/// Runs a command silently and returns its stdout; a failure shows its stderr.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed: {}\n{}", line(command), output.status, said.trim_end());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", line(command)))
}

/// Runs a command silently and returns its stderr; a failure shows it.
pub fn diagnostics(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start `{}`", line(command)))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "`{}` failed: {}\n{}", line(command), output.status, said.trim_end());
    Ok(said)
}

/// Runs a command that reads `input` and returns its stdout; its stderr is ours, so it is seen as it comes.
pub fn converse(command: &mut Command, input: &str) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let mut stdin = child.stdin.take().context("a piped stdin can be taken once")?;
    let input = input.as_bytes().to_vec();
    // Another thread writes, so that a child that answers before it has read everything cannot block us.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().with_context(|| format!("waiting for `{}`", line(command)))?;
    let written = writer.join().expect("the writing thread does not panic");
    ensure!(output.status.success(), "`{}` failed: {}", line(command), output.status);
    written.with_context(|| format!("`{}` did not read its whole input", line(command)))?;
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", line(command)))
}

/// The command as one would type it, near enough to be recognised.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
