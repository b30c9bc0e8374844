//! The binary in a directory of its own, and what a run of it leaves behind.
#![allow(dead_code, reason = "no test file uses all of it")]

pub mod workspace;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

/// The WIT of Golem's tutorial.
pub const HISTORY: &str = "\
package shopping:purchase-history;

interface api {
  record product-item { product-id: string, name: string, price: f32, quantity: u32 }
  record order { order-id: string, items: list<product-item>, total: f32, timestamp: u64 }
  add-order: func(order: order);
  get-orders: func() -> list<order>;
}

world purchase-history { export api; }
";

/// The smallest component there is.
pub const EMPTY_COMPONENT: &[u8] = b"\0asm\x0d\0\x01\0";

/// A directory in which the binary is run.
pub struct Sandbox {
    directory: TempDir,
}

/// What a run said, with `/` in paths on all systems.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Sandbox {
    /// An empty directory.
    pub fn new() -> Self {
        Self { directory: TempDir::new().expect("a temporary directory") }
    }

    /// A directory with the tutorial's WIT in `wit/`.
    pub fn with_history() -> Self {
        let sandbox = Self::new();
        sandbox.write("wit/target.wit", HISTORY);
        sandbox
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    /// Runs the binary with the words of `line`.
    pub fn run(&self, line: &str) -> Said {
        Said::of(self.command(line).output())
    }

    /// The binary with the words of `line`, ready to run here.
    pub fn command(&self, line: &str) -> Command {
        self.command_of(Path::new(env!("CARGO_BIN_EXE_wasm-rpc-stubgen")), line)
    }

    /// The program at `path` with the words of `line`, ready to run here.
    pub fn command_of(&self, path: &Path, line: &str) -> Command {
        let mut command = Command::new(path);
        command.args(line.split_whitespace()).current_dir(self.directory.path()).stdin(Stdio::null());
        // Help is as wide as a terminal that isn't there.
        command.env_remove("COLUMNS");
        command
    }

    /// All files with their content and their time.
    pub fn listing(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut listing = BTreeMap::new();
        let mut open = vec![self.directory.path().to_path_buf()];
        while let Some(directory) = open.pop() {
            for entry in fs::read_dir(directory).expect("a directory") {
                let path = entry.expect("an entry").path();
                let modified = path.metadata().and_then(|metadata| metadata.modified()).expect("a time");
                if path.is_dir() {
                    open.push(path.clone());
                }
                let content = fs::read(&path).unwrap_or_default();
                listing.insert(path, (content, modified));
            }
        }
        listing
    }

    /// Sets the time of every file to long ago, so that a write shows.
    pub fn age(&self) {
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for path in self.listing().into_keys().filter(|path| path.is_file()) {
            let file = fs::File::options().write(true).open(path).expect("a file");
            file.set_modified(long_ago).expect("it is ours");
        }
    }

    /// The text of the file at `path`.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Every file below `root`, by its path there, with its text.
    pub fn tree(&self, root: &str) -> BTreeMap<String, String> {
        let root = self.path(root);
        let below = |path: &Path| path.strip_prefix(&root).ok().map(|path| testkit::portable(&path.to_string_lossy()));
        let files = self.listing().into_iter().filter(|(path, _)| path.is_file());
        let texts = files
            .filter_map(|(path, (content, _))| Some((below(&path)?, String::from_utf8_lossy(&content).into_owned())));
        texts.collect()
    }

    /// Runs `line`, which must be done and change nothing, no file's time either; what it says.
    #[track_caller]
    pub fn unchanged(&self, line: &str) -> String {
        self.age();
        let before = self.listing();
        let said = self.run(line).done();
        assert!(before == self.listing(), "`{line}` has changed something: {said}");
        said
    }

    /// Runs `line`, which must fail with exit code 1 and leave everything as it is; what it says.
    pub fn refused(&self, line: &str) -> String {
        let before = self.listing();
        let said = self.run(line);
        assert_eq!((said.code, &*said.stdout), (Some(1), ""), "{said:?}");
        assert!(before == self.listing(), "`{line}` has changed something");
        said.stderr
    }
}

impl Said {
    pub fn of(output: std::io::Result<Output>) -> Self {
        let output = output.expect("the binary runs");
        Self {
            code: output.status.code(),
            stdout: testkit::portable(str::from_utf8(&output.stdout).expect("UTF-8")),
            stderr: testkit::portable(str::from_utf8(&output.stderr).expect("UTF-8")),
        }
    }

    /// The standard error of a run that was done, but for the line about what comes next, which `next.rs` tests.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.stderr.split_inclusive('\n').filter(|line| !line.starts_with("Next: ")).collect()
    }
}
