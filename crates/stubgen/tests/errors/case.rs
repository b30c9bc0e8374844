//! A folder `tests/cli/error-…`: commands of which the last one fails, and what it prints. In a `warning-…`, it succeeds.
//!
//! | file | content |
//! | --- | --- |
//! | `command` | shell lines, run one by one in a copy of the folder; all but the last must succeed |
//! | `stderr`, `stdout` | expected: the output of the last line; no `stdout` if that is empty |
//! | all others | the input; the copy has an `x.wasm` beside each `x.wat` |
//!
//! The lines find `wasm-rpc-stubgen` in `PATH`, the copy in `$CASE`, an empty directory outside it in `$SCRATCH`, and a
//! toolchain that compiles nothing in `$TOOLCHAIN`. `BLESS=1 cargo test --workspace --test errors` writes the expected files.
//!
//! A last line that fails exits with 1, or with 2 in a case `error-usage-…`. It changes nothing, and each error has a location or
//! names a file, a package, an argument or the toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use testkit::{Directory, tree};

/// The files of a folder that are not input.
const OWN_FILES: [&str; 3] = ["command", "stderr", "stdout"];

/// The names of cases begin with these words; each with the exit code.
const KINDS: [(&str, i32); 3] = [("error-usage-", 2), ("error-", 1), ("warning-", 0)];

/// A toolchain that compiles nothing.
const TOOLCHAIN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fake-toolchain");

pub struct Case {
    pub name: String,
    folder: PathBuf,
}

/// The directories of a run.
struct Run {
    copy: Directory,
    scratch: Directory,
}

impl Case {
    /// All cases, by name.
    pub fn all() -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli");
        let entries = fs::read_dir(root).expect("there are cases");
        let case = |folder: PathBuf| {
            let name = folder.file_name()?.to_str()?.to_string();
            folder.join("command").exists().then_some(Self { name, folder })
        };
        let mut cases: Vec<_> = entries.filter_map(|entry| case(entry.expect("an entry").path())).collect();
        cases.sort_by(|a, b| a.name.cmp(&b.name));
        cases
    }

    /// Runs the commands and compares the output of the last one.
    pub fn check(&self) -> Result<(), String> {
        self.checked().map_err(|problem| format!("{}: {problem}", self.name))
    }

    fn checked(&self) -> Result<(), String> {
        let run = Run { copy: Directory::new(), scratch: Directory::new() };
        self.copy_input(&run)?;
        let command = fs::read_to_string(self.folder.join("command")).map_err(|error| error.to_string())?;
        let mut lines: Vec<_> = command.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let last = lines.pop().ok_or("`command` is empty")?;
        for line in lines {
            let output = run.run(line);
            if !output.status.success() {
                return Err(format!("`{line}` fails: {}", run.text(&output.stderr)));
            }
        }
        let before = tree(run.copy.root());
        let output = run.run(last);
        let (stdout, stderr) = (run.text(&output.stdout), run.text(&output.stderr));
        let kind =
            KINDS.iter().find(|(kind, _)| self.name.starts_with(kind)).ok_or("the name has no known beginning")?;
        let code = kind.1;
        if output.status.code() != Some(code) {
            return Err(format!("{} instead of exit code {code}: {stderr}", output.status));
        }
        let after = tree(run.copy.root());
        if code == 0 {
            return self.compare("stderr", &stderr);
        }
        if let Some(path) = before.keys().chain(after.keys()).find(|path| before.get(*path) != after.get(*path)) {
            return Err(format!("`{last}` changes `{}`", path.display()));
        }
        if let Some(bug) = ["internal error", "panicked"].into_iter().find(|bug| stderr.contains(bug)) {
            return Err(format!("{bug}: {stderr}"));
        }
        if code == 1 {
            run.check_places(last, &stderr)?;
        }
        self.compare("stderr", &stderr)?;
        self.compare("stdout", &stdout)
    }

    fn copy_input(&self, run: &Run) -> Result<(), String> {
        for (path, content) in testkit::files(&self.folder) {
            if OWN_FILES.iter().any(|name| path == Path::new(name)) {
                continue;
            }
            if path.extension().is_some_and(|extension| extension == "wat") {
                let wasm = wat::parse_bytes(&content).map_err(|error| format!("{}: {error}", path.display()))?;
                run.copy.write(path.with_extension("wasm"), wasm);
            }
            run.copy.write(path, content);
        }
        Ok(())
    }

    /// Compares `actual` with the expected file `name`, or writes it there when `BLESS` is set.
    fn compare(&self, name: &str, actual: &str) -> Result<(), String> {
        let path = self.folder.join(name);
        if std::env::var_os("BLESS").is_some() {
            let _ = fs::remove_file(&path);
            if !actual.is_empty() {
                fs::write(&path, actual).map_err(|error| error.to_string())?;
            }
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == actual {
            return Ok(());
        }
        let missing = expected.lines().filter(|line| !actual.lines().any(|other| other == *line));
        let unexpected = actual.lines().filter(|line| !expected.lines().any(|other| other == *line));
        let lines = missing.map(|line| format!("\n- {line}")).chain(unexpected.map(|line| format!("\n+ {line}")));
        Err(format!("{name} differs; BLESS=1 rewrites it{}", lines.collect::<String>()))
    }
}

impl Run {
    fn run(&self, line: &str) -> Output {
        let programs = Path::new(env!("CARGO_BIN_EXE_wasm-rpc-stubgen")).parent().expect("a program is in a directory");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::iter::once(programs.to_path_buf()).chain(std::env::split_paths(&path));
        // A command that waits for a pipe or a lock would never end.
        let mut command = Command::new("timeout");
        command.args(["60", "sh", "-c", line]).current_dir(self.copy.root()).stdin(Stdio::null());
        command.env("PATH", std::env::join_paths(path).expect("the paths were joined before"));
        command.env("CASE", self.copy.root()).env("SCRATCH", self.scratch.root()).env("TOOLCHAIN", TOOLCHAIN);
        for name in ["CARGO", "RUSTC", "COLUMNS", "CARGO_TARGET_DIR"] {
            command.env_remove(name);
        }
        command.output().expect("there is a shell")
    }

    /// Output with the names of the variables in place of their directories.
    fn text(&self, output: &[u8]) -> String {
        let [copy, scratch] = [&self.copy, &self.scratch].map(|directory| directory.root().display().to_string());
        String::from_utf8_lossy(output)
            .replace(&copy, "$CASE")
            .replace(&scratch, "$SCRATCH")
            .replace(TOOLCHAIN, "$TOOLCHAIN")
    }

    /// Fails if an error of `stderr`, the output of `line`, does not lead the user anywhere.
    fn check_places(&self, line: &str, stderr: &str) -> Result<(), String> {
        let is_given =
            |name: &str| line.split([' ', '=']).any(|word| word == name || name.starts_with(&format!("{word}/")));
        let is_file = |name: &str| name == "<stdin>" || self.copy.path(name).symlink_metadata().is_ok();
        let leads =
            |name: &str| is_given(name) || is_file(name) || name.contains(['/', ':']) || name.ends_with(".toml");
        for diagnostic in diagnostics(stderr).filter(|diagnostic| diagnostic.starts_with("error: ")) {
            let mut names = diagnostic.split('`').skip(1).step_by(2);
            let is_about_cargo = diagnostic.contains("cargo") || diagnostic.contains("compiler");
            if !diagnostic.contains("--> ") && !names.any(leads) && !is_about_cargo {
                return Err(format!("no place: {diagnostic}"));
            }
        }
        Ok(())
    }
}

/// The diagnostics of an output: each line that begins one, with those that belong to it.
pub fn diagnostics(output: &str) -> impl Iterator<Item = String> {
    let mut found: Vec<String> = Vec::new();
    for line in output.lines() {
        match ["error: ", "warning: ", "note: "].iter().any(|word| line.starts_with(word)) {
            true => found.push(line.to_string()),
            false => found.last_mut().into_iter().for_each(|last| *last += &format!("\n{line}")),
        }
    }
    found.into_iter()
}
