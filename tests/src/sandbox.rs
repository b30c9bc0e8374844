//! A directory with bad input, and commands that must end in time: with a result, or with an error that says something and
//! leaves everything as it was.
//!
//! Each run has a thread with the stack of a main thread, named after its input: that is what Rust prints when a stack
//! overflows, which no test survives.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use stubgen::{BuildOptions, Builder, ComposeMode, ComposeOptions, Diagnostic, Error, Unresolved};
use tempfile::TempDir;

use crate::cases::Case;

/// The stack of a main thread.
const STACK: usize = 8 << 20;

/// What a single run may take, on a busy machine and in the dev profile.
const PATIENCE: Duration = Duration::from_secs(20);

/// A directory with inputs, in which nothing else may appear.
pub struct Sandbox {
    directory: TempDir,
}

impl Sandbox {
    /// An empty one.
    #[expect(clippy::new_without_default, reason = "it is made on the disk")]
    pub fn new() -> Self {
        Self { directory: TempDir::new().expect("a temporary directory can be made") }
    }

    /// A path in it.
    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.directory.path().join(path)
    }

    /// Writes a file, and the directories above it.
    pub fn write(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a directory can be made");
        // A new file each time: some file systems wait for the disk when one is truncated and written.
        let _ = fs::remove_file(&path);
        fs::write(path, content).expect("a file can be written");
    }

    /// Removes what a build has written.
    pub fn remove_output(&self) {
        if self.path("out").exists() {
            fs::remove_dir_all(self.path("out")).expect("the output can be removed");
        }
    }

    /// A build from `source` to `out/`.
    pub fn options(&self, source: impl AsRef<Path>) -> BuildOptions {
        BuildOptions {
            source_wit_root: self.path(source),
            world: None,
            dest_wasm: self.path("out/stub.wasm"),
            dest_wit_root: self.path("out/wit"),
            shape: stubgen::StubOptions::default(),
            builder: Builder::Native,
        }
    }

    /// Builds from `source`, and says whether that succeeded.
    pub fn builds(&self, name: &str, source: impl AsRef<Path>) -> bool {
        self.builds_with(name, self.options(source))
    }

    /// Builds, and says whether that succeeded.
    pub fn builds_with(&self, name: &str, options: BuildOptions) -> bool {
        self.survives(name, move || stubgen::build(&options, &mut |_| {}).err())
    }

    /// Composes, and says whether that succeeded.
    pub fn composes(&self, name: &str, caller: &str, stub: &str) -> bool {
        let options = ComposeOptions {
            source_wasm: self.path(caller),
            stub_wasm: vec![self.path(stub)],
            dest_wasm: self.path("out/composed.wasm"),
            unresolved: Unresolved::Allow,
            mode: ComposeMode::Write,
        };
        self.survives(name, move || stubgen::compose(&options, &mut |_| {}).err())
    }

    /// Does `command`, and checks what every failure promises.
    pub fn survives(&self, name: &str, command: impl FnOnce() -> Option<Error> + Send + 'static) -> bool {
        let before = tree(self.directory.path());
        let said = in_time(name, move || command().map(|error| error.diagnostics()));
        let Some(diagnostics) = said else {
            return true;
        };
        assert!(!diagnostics.is_empty(), "{name}: fails and says nothing");
        for Diagnostic { message, .. } in &diagnostics {
            assert!(!message.trim().is_empty() && !message.contains("panicked"), "{name}: {message}");
        }
        assert!(tree(self.directory.path()) == before, "{name}: the tree has changed, after {diagnostics:?}");
        false
    }

    /// A failure to build from `source`, as all its messages.
    pub fn refused(&self, name: &str, source: impl AsRef<Path>) {
        assert!(!self.builds(name, source), "{name}: is built");
    }
}

/// Runs `work` on a thread of its own, and panics when it panics or does not end.
pub fn in_time<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = channel();
    let worker = thread::Builder::new().name(name.to_string()).stack_size(STACK);
    let worker = worker.spawn(move || drop(sender.send(work()))).expect("a thread can be started");
    match receiver.recv_timeout(PATIENCE) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => panic!("{name}: takes longer than {PATIENCE:?}"),
        Err(RecvTimeoutError::Disconnected) => {
            let _ = worker.join();
            panic!("{name}: panics");
        }
    }
}

/// What is at a path: the content of a file, the target of a link.
#[derive(PartialEq, Eq)]
pub enum Entry {
    /// A directory.
    Directory,
    /// A symbolic link.
    Link(PathBuf),
    /// A file.
    File(Vec<u8>),
}

/// Everything below `root`, without following links.
pub fn tree(root: &Path) -> BTreeMap<PathBuf, Entry> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).expect("a directory can be listed") {
            let entry = entry.expect("a directory can be listed");
            let (path, kind) = (entry.path(), entry.file_type().expect("an entry has a type"));
            let content = if kind.is_dir() {
                open.push(path.clone());
                Entry::Directory
            } else if kind.is_symlink() {
                Entry::Link(fs::read_link(&path).expect("a link can be read"))
            } else {
                Entry::File(fs::read(&path).expect("a file can be read"))
            };
            found.insert(path, content);
        }
    }
    found
}

/// The WIT files of a case, relative to its `wit`.
pub fn wit_files(case: &Case) -> Vec<(PathBuf, Vec<u8>)> {
    files(&case.path.join("wit"))
}

/// The files below `root`, relative to it.
pub fn files(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = tree(root).into_iter().filter_map(|(path, entry)| match entry {
        Entry::File(content) => Some((path.strip_prefix(root).expect("it is below the root").to_path_buf(), content)),
        Entry::Directory | Entry::Link(_) => None,
    });
    files.collect()
}
