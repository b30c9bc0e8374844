//! Debian's Rust compiler with a `wasm32-wasip1` standard library that is built here, for machines where rustup can
//! fetch no target.
//!
//! Debian packages the compiler, the library's source and wasi-libc. The idea: build the library once, as the dependency
//! of a crate that does nothing, and put its rlibs into a folder that looks like a toolchain's, below the workspace's
//! target folder. `--sysroot` points the compiler there, so nothing on the system is changed but by apt. The WebAssembly
//! linker is the one of rustup's toolchain.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::file::{remove_folder, write_if_changed};
use crate::shell::{capture, run, say, without_flags};

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const STD_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std";
const WASI_LIBC: &str = "/usr/lib/wasm32-wasi";

/// What the compiler looks for beside the rlibs, from wasi-libc.
const LINKED_OBJECTS: [&str; 3] = ["crt1-command.o", "crt1-reactor.o", "libc.a"];

/// How the library is built: linked by wasi-libc's objects, with bitcode, so that guests may ask for link-time optimization.
/// The flags are separated by U+001F.
const STD_FLAGS: &str = "-Clink-self-contained=no\u{1f}-L/usr/lib/wasm32-wasi\u{1f}-Cembed-bitcode=yes";

/// The folder of all of this, in the workspace's target folder.
const FOLDER: &str = "wasm-sysroot";

const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "libstd-rust-web-dev", "rust-web-src", "wasi-libc"];

/// A crate that depends on the standard library.
const PROBE_MANIFEST: &str = "\
[workspace]

[package]
name = \"probe\"
version = \"0.0.0\"
edition = \"2021\"

[lib]
crate-type = [\"cdylib\"]

[profile.release]
panic = \"abort\"
";

/// Debian's compiler and the sysroot that makes it compile for WebAssembly.
pub struct DebianSysroot {
    root: PathBuf,
    linkers: OsString,
}

impl DebianSysroot {
    /// wasi-libc of 2022 has no component model, so the result is a module for WASI preview 1.
    pub const TRIPLE: &str = "wasm32-wasip1";

    /// The sysroot of an earlier run, if the compiler is still the one it was built by.
    pub fn find(target: &Path) -> Option<Self> {
        let root = place(target).ok()?;
        let linkers = linker_path().ok()?;
        root.is_dir().then_some(Self { root, linkers })
    }

    /// Installs what is missing and builds the sysroot: some minutes.
    pub fn build(target: &Path) -> Result<Self> {
        let linkers = linker_path()?;
        install_packages()?;
        say("building the standard library for wasm32-wasip1 (once; takes a few minutes)");
        let all = target.join(FOLDER);
        // The rlibs of an earlier compiler would be ambiguous.
        remove_folder(&all)?;
        let probe = all.join("build");
        let rlibs = compile_std(&probe, &linkers)?;
        let root = place(target)?;
        assemble(&rlibs, &all.join("draft"), &root)?;
        remove_folder(&probe)?;
        Ok(Self { root, linkers })
    }

    /// Debian's cargo and compiler on this sysroot. Flags reach only guests, since `--target` is always given.
    pub fn cargo(&self) -> Command {
        let mut sysroot = OsString::from("--sysroot\u{1f}");
        sysroot.push(&self.root);
        cargo_with(&self.linkers, &sysroot)
    }
}

impl fmt::Display for DebianSysroot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{RUSTC} with the standard library in {}", self.root.display())
    }
}

fn cargo_with(linkers: &OsStr, encoded_flags: &OsStr) -> Command {
    let mut command = without_flags(Command::new(CARGO));
    command.env("RUSTC", RUSTC).env("PATH", linkers).env("CARGO_ENCODED_RUSTFLAGS", encoded_flags);
    command
}

/// `PATH` with the folders of `rust-lld` and `wasm-ld` in front.
fn linker_path() -> Result<OsString> {
    let version = capture(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("`rustc -vV` prints no host")?;
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    let tools = Path::new(sysroot.trim_end()).join("lib/rustlib").join(host).join("bin");
    ensure!(
        tools.join("rust-lld").is_file(),
        "no rust-lld in {}\nhint: install Rust from https://rustup.rs; its toolchain includes the linker",
        tools.display()
    );
    let present = env::var_os("PATH").unwrap_or_default();
    let folders = [tools.clone(), tools.join("gcc-ld")].into_iter().chain(env::split_paths(&present));
    env::join_paths(folders).context("PATH")
}

/// The folder of the complete sysroot. Its name depends on the compiler, which reads only its own rlibs, and on the flags.
/// So a new sysroot is a new flag for cargo, which then compiles the guests again.
fn place(target: &Path) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    capture(Command::new(RUSTC).arg("-vV"))?.hash(&mut hasher);
    STD_FLAGS.hash(&mut hasher);
    Ok(target.join(FOLDER).join(format!("{:016x}", hasher.finish())))
}

fn install_packages() -> Result<()> {
    let missing = |path: &str| !Path::new(path).exists();
    if ![RUSTC, CARGO, STD_SOURCE, WASI_LIBC].into_iter().any(missing) {
        return Ok(());
    }
    ensure!(
        Path::new("/usr/bin/apt-get").exists(),
        "apt-get not found\nhint: this needs Debian 12 or later; on other systems install {} by hand",
        PACKAGES.join(", ")
    );
    say(&format!("installing {} with apt", PACKAGES.join(", ")));
    let hint = "apt-get failed\nhint: check that no other apt is running, that the network works, and that you \
                are root or can use sudo";
    run(apt_get()?.arg("update")).context(hint)?;
    run(apt_get()?.args(["install", "-y", "--no-install-recommends"]).args(PACKAGES)).context(hint)
}

/// apt-get as root, by sudo where we aren't.
fn apt_get() -> Result<Command> {
    let root = capture(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.arg("apt-get");
    }
    // A minute's patience with another apt that holds the lock.
    command.args(["-o", "DPkg::Lock::Timeout=60"]).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// Builds the probe crate and returns the folder with the standard library's rlibs.
fn compile_std(probe: &Path, linkers: &OsStr) -> Result<PathBuf> {
    write_if_changed(&probe.join("Cargo.toml"), PROBE_MANIFEST.as_bytes())?;
    write_if_changed(&probe.join("src/lib.rs"), b"//! A reason to build the standard library.\n")?;
    let output = probe.join("target");
    let mut build = cargo_with(linkers, OsStr::new(STD_FLAGS));
    // Bootstrap mode is what lets a stable compiler build its own standard library.
    build.env("RUSTC_BOOTSTRAP", "1").current_dir(probe);
    build.args(["build", "--release", "-Zbuild-std=std,panic_abort", "--target", DebianSysroot::TRIPLE]);
    run(build.arg("--target-dir").arg(&output)).context("building the standard library")?;
    Ok(output.join(DebianSysroot::TRIPLE).join("release/deps"))
}

/// Assembles the sysroot beside its final folder, and moves it there when it is complete.
fn assemble(rlibs: &Path, draft: &Path, root: &Path) -> Result<()> {
    let library = draft.join("lib/rustlib").join(DebianSysroot::TRIPLE).join("lib");
    let objects = library.join("self-contained");
    fs::create_dir_all(&objects).with_context(|| format!("creating {}", objects.display()))?;
    for name in LINKED_OBJECTS {
        copy(&Path::new(WASI_LIBC).join(name), &objects.join(name))?;
    }
    let mut copied = 0;
    for entry in fs::read_dir(rlibs).with_context(|| format!("reading {}", rlibs.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rlib") {
            copy(&path, &library.join(path.file_name().context("a file has a name")?))?;
            copied += 1;
        }
    }
    if copied == 0 {
        bail!("the build left no rlib in {}", rlibs.display());
    }
    fs::rename(draft, root).with_context(|| format!("creating {}", root.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}
