//! A directory with bad input, and commands that must end in time: with a result, or with an error that has a message and
//! changes no file.
//!
//! Each run has a thread with the stack size of a main thread. Its name is that of the input, because Rust prints it when the
//! stack overflows and ends the test program.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use testkit::{Directory, files, tree};
use wasm_rpc_stubgen::{BuildOptions, Builder, ComposeMode, ComposeOptions, Diagnostic, Error, Unresolved};

use crate::cases::Case;

/// The stack of a main thread.
const STACK: usize = 8 << 20;

/// What a single run may take, on a busy machine and in the dev profile.
const PATIENCE: Duration = Duration::from_secs(60);

/// A directory with inputs, in which nothing else may appear.
pub struct Sandbox {
    directory: Directory,
}

impl Sandbox {
    /// An empty one.
    #[expect(clippy::new_without_default, reason = "it is created on disk")]
    pub fn new() -> Self {
        Self { directory: Directory::new() }
    }

    /// A path in it.
    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.directory.path(path)
    }

    /// Writes a file, and the directories above it.
    pub fn write(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        self.directory.write(path, content);
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
            source_wit_root: self.path(source).into(),
            world: None,
            features: wasm_rpc_stubgen::Features::default(),
            dest_wasm: self.path("out/stub.wasm").into(),
            dest_wit_root: self.path("out/wit"),
            shape: wasm_rpc_stubgen::StubOptions::default(),
            builder: Builder::Native,
        }
    }

    /// Builds from `source`, and says whether that succeeded.
    pub fn builds(&self, name: &str, source: impl AsRef<Path>) -> bool {
        self.builds_with(name, self.options(source))
    }

    /// Builds, and says whether that succeeded.
    pub fn builds_with(&self, name: &str, options: BuildOptions) -> bool {
        self.survives(name, move || wasm_rpc_stubgen::build(&options, &mut |_| {}).err())
    }

    /// Composes, and says whether that succeeded.
    pub fn composes(&self, name: &str, caller: &str, stub: &str) -> bool {
        let options = ComposeOptions {
            source_wasm: self.path(caller).into(),
            stub_wasm: vec![self.path(stub).into()],
            dest_wasm: self.path("out/composed.wasm").into(),
            unresolved: Unresolved::Allow,
            mode: ComposeMode::Write,
        };
        self.survives(name, move || wasm_rpc_stubgen::compose(&options, &mut |_| {}).err())
    }

    /// Does `command`, and checks what every failure promises.
    pub fn survives(&self, name: &str, command: impl FnOnce() -> Option<Error> + Send + 'static) -> bool {
        let before = tree(self.directory.root());
        let said = in_time(name, move || command().map(|error| error.diagnostics()));
        let Some(diagnostics) = said else {
            return true;
        };
        assert!(!diagnostics.is_empty(), "{name}: fails and says nothing");
        for Diagnostic { message, .. } in &diagnostics {
            assert!(!message.trim().is_empty() && !message.contains("panicked"), "{name}: {message}");
        }
        assert!(tree(self.directory.root()) == before, "{name}: the tree has changed, after {diagnostics:?}");
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

/// The WIT files of a case, relative to its `wit`.
pub fn wit_files(case: &Case) -> Vec<(PathBuf, Vec<u8>)> {
    files(&case.path.join("wit"))
}
