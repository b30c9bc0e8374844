//! A program in a pseudo-terminal: what it shows, and keys for it.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::pty::{Winsize, openpty};

/// How long a program may take to show what is expected, also in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running program whose stdin, stdout and stderr are a terminal of 200 columns.
pub struct Terminal {
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    shown: Vec<u8>,
    child: Child,
}

impl Terminal {
    /// Starts the program. Variables that would decide about colour are not inherited.
    pub fn run(command: &mut Command) -> Self {
        let size = Winsize { ws_row: 50, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0 };
        let pty = openpty(Some(&size), None).expect("the system has pseudo-terminals");
        let end = || pty.slave.try_clone().expect("a file descriptor can be copied");
        for variable in ["CI", "CLICOLOR", "CLICOLOR_FORCE", "NO_COLOR"] {
            command.env_remove(variable);
        }
        let command = command.env("TERM", "xterm-256color").stdin(end()).stdout(end()).stderr(end());
        let child = command.spawn().expect("the program starts");
        // the command keeps copies of the terminal, which would stay open
        command
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null());
        drop(pty.slave);
        let keyboard = File::from(pty.master);
        let mut output = keyboard.try_clone().expect("a file descriptor can be copied");
        let (sender, screen) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // an error is the end: the program has closed the terminal
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal { keyboard, screen, shown: Vec::new(), child }
    }

    /// Types on the keyboard; `\r` is Enter, `\t` Tab, `\x04` Ctrl-D. Wait for the prompt before anything but plain
    /// text: between two prompts it is the terminal that acts on such keys, and a Ctrl-D typed then is lost.
    pub fn type_keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads the terminal");
    }

    /// Waits until the text is shown, and returns what is shown up to its end. The next search begins there.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(position) = find(&self.shown, text.as_bytes()) {
                let rest = self.shown.split_off(position + text.len());
                let shown = std::mem::replace(&mut self.shown, rest);
                return String::from_utf8_lossy(&shown).into_owned();
            }
            match self.screen.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.extend(bytes),
                Err(error) => {
                    let reason =
                        if error == RecvTimeoutError::Timeout { "in time" } else { "before the program's end" };
                    let shown = String::from_utf8_lossy(&self.shown);
                    panic!("{text:?} is not shown {reason}, but {shown:?}");
                }
            }
        }
    }

    /// Waits for the program's end, and returns what is shown until then and the exit code.
    pub fn wait(mut self) -> (String, Option<i32>) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.screen.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.shown.extend(bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("the program does not end; it shows {:?}", String::from_utf8_lossy(&self.shown))
                }
            }
        }
        let status = self.child.wait().expect("the program ends");
        (String::from_utf8_lossy(&self.shown).into_owned(), status.code())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // it may have ended
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
