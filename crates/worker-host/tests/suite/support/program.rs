//! `wasm-rpc-run` in a directory with the components.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use testkit::Directory;

use super::{counter, environment, relay};

/// A directory with the components, and the binary started in it.
pub struct Setup(pub Directory);

impl Setup {
    pub fn new() -> Self {
        let directory = Directory::new();
        for (name, bytes) in [("relay", relay()), ("counter", counter()), ("environment", environment())] {
            directory.write(format!("{name}.wasm"), bytes);
        }
        Setup(directory)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        self.0.write(name, bytes);
        self.0.path(name)
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.run_with(args, "")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wasm-rpc-run"));
        command.args(args).current_dir(self.0.root());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run_with(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }
}

const ALL: [&str; 6] = ["-c", "r=relay.wasm", "--component", "c=counter.wasm", "-c", "e=environment.wasm"];

/// Arguments behind those that load all components.
pub fn with_all(args: &[&'static str]) -> Vec<&'static str> {
    [&ALL[..], args].concat()
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
