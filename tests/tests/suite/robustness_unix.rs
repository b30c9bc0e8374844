//! Input and destinations that only Unix has: names that are no text, symbolic links, devices.

use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use stubgen_tests::cases::build_text;
use stubgen_tests::sandbox::Sandbox;
use wasm_rpc_stubgen::{BuildOptions, ComposeMode, ComposeOptions, Unresolved};

use crate::robustness::GOOD;

#[test]
fn odd_names_and_links() {
    let sandbox = Sandbox::new();
    let latin1 = std::ffi::OsString::from_vec(b"caf\xe9.wit".to_vec());
    sandbox.write(Path::new("name").join(&latin1), GOOD);
    sandbox.write(Path::new("dep/deps").join(&latin1), "package c:d;");
    sandbox.write("dep/a.wit", GOOD);
    sandbox.write("loop/a.wit", GOOD);
    symlink(".", sandbox.path("loop/deps")).expect("a link can be made");
    sandbox.write("deps-loop/a.wit", GOOD);
    sandbox.write("deps-loop/deps/one/a.wit", "package c:d;");
    symlink("..", sandbox.path("deps-loop/deps/two")).expect("a link can be made");
    symlink("three", sandbox.path("deps-loop/deps/three")).expect("a link can be made");
    sandbox.write("dangling/a.wit", GOOD);
    symlink("nowhere", sandbox.path("dangling/deps")).expect("a link can be made");
    symlink("circle", sandbox.path("circle")).expect("a link can be made");
    sandbox.write("circle-in/b.wit", GOOD);
    symlink("a.wit", sandbox.path("circle-in/a.wit")).expect("a link can be made");
    for name in ["name", "dep", "loop", "deps-loop", "dangling", "circle", "circle-in"] {
        sandbox.builds(name, name);
        sandbox.remove_output();
    }
    sandbox.refused("a file whose name is not text", Path::new("name").join(&latin1));
    sandbox.refused("a name with a zero", "a\0b");
    sandbox.refused("a circle", "circle");
}

#[test]
fn destinations_that_cannot_be_written() {
    let sandbox = Sandbox::new();
    sandbox.write("wit/a.wit", GOOD);
    sandbox.write("file", "a file");
    sandbox.write("stub.wasm", build_text(GOOD).wasm);
    fs::create_dir_all(sandbox.path("folder/_stub.wit")).expect("a directory can be made");
    symlink("nowhere/at/all", sandbox.path("dangling")).expect("a link can be made");
    symlink("circle", sandbox.path("circle")).expect("a link can be made");
    let latin1 = PathBuf::from(std::ffi::OsString::from_vec(b"o\xe9/stub.wasm".to_vec()));
    let long = PathBuf::from("out").join("n".repeat(300));
    let good = sandbox.options("wit");
    let wasm: [&Path; 11] = [
        "file/below.wasm".as_ref(),
        "file/a/b/below.wasm".as_ref(),
        "folder".as_ref(),
        "circle".as_ref(),
        "".as_ref(),
        "wit/a.wit".as_ref(),
        "wit/new.wit".as_ref(),
        "/proc/stub.wasm".as_ref(),
        "/proc/self/mem/stub.wasm".as_ref(),
        "/dev/full".as_ref(),
        &long,
    ];
    for path in wasm {
        let options = BuildOptions { dest_wasm: sandbox.path(path).into(), ..good.clone() };
        assert!(!sandbox.builds_with("wasm", options), "{path:?} is written");
    }
    for path in ["file", "file/below", "folder", "circle", "wit", "/proc", "/proc/new", "/dev/null"] {
        let options = BuildOptions { dest_wit_root: sandbox.path(path), ..good.clone() };
        assert!(!sandbox.builds_with("wit", options), "{path} is written");
    }
    let composed = |path: &Path| ComposeOptions {
        source_wasm: sandbox.path("stub.wasm").into(),
        stub_wasm: vec![sandbox.path("stub.wasm").into()],
        dest_wasm: sandbox.path(path).into(),
        unresolved: Unresolved::Allow,
        mode: ComposeMode::Write,
    };
    for path in ["file/below.wasm", "folder", "circle", "stub.wasm", "/proc/stub.wasm", "/dev/full"] {
        let options = composed(path.as_ref());
        assert!(
            !sandbox.survives("compose", move || wasm_rpc_stubgen::compose(&options, &mut |_| {}).err()),
            "{path} is written"
        );
    }
    for path in [&latin1, Path::new("out/a b/ü.wasm"), Path::new("dangling")] {
        sandbox.builds_with("odd but possible", BuildOptions { dest_wasm: sandbox.path(path).into(), ..good.clone() });
        sandbox.remove_output();
    }
}
