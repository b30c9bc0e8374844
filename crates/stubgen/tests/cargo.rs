//! `build --builder cargo` through the binary, with a toolchain that compiles nothing: which target is taken, what cargo
//! is told, what its messages mean, and what becomes of the file that it names.
#![cfg(unix)]

mod common;

use std::fs;
use std::path::Path;

use common::{EMPTY_COMPONENT, Said, Sandbox};
use tempfile::TempDir;
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

const BUILD: &str = "build -s wit --dest-wasm out/stub.wasm --dest-wit-root out/wit --builder cargo";

/// What the stub's package says; one line for each thing that a test may change.
const STUB: &str = "\
package shopping:purchase-history-stub;

interface stub-purchase-history {
  use golem:rpc/types@0.1.0.{uri};
  use shopping:purchase-history/api.{order};
  resource api {
    constructor(location: uri);
    add-order: func(order: order);
    get-orders: func() -> list<order>;
  }
}

interface more { f: func(); }

world wasm-rpc-stub-purchase-history {
  import golem:rpc/types@0.1.0;
  export stub-purchase-history;
}
";

/// A sandbox with the tutorial's WIT, and a toolchain from `tests/fake-toolchain` with a directory of its own.
struct Toolchain {
    sandbox: Sandbox,
    directory: TempDir,
}

impl Toolchain {
    /// A toolchain with these targets.
    fn with_targets(targets: &[&str]) -> Self {
        let directory = TempDir::new().expect("a temporary directory");
        let toolchain = Self { sandbox: Sandbox::with_history(), directory };
        for folder in ["lib/wasm32-wasip2", "tmp"] {
            fs::create_dir_all(toolchain.directory.path().join(folder)).expect("a directory");
        }
        for target in targets {
            toolchain.write(&format!("lib/{target}/libstd-0123.rlib"), "");
        }
        toolchain
    }

    /// A toolchain that makes `wasm`.
    fn that_makes(wasm: impl AsRef<[u8]>) -> Self {
        let toolchain = Self::with_targets(&["wasm32-wasip2"]);
        toolchain.write("stub.wasm", wasm);
        toolchain
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.directory.path().join(path);
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    /// What the fake cargo has noted; `None` when it has not run.
    fn noted(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.directory.path().join(path)).ok()
    }

    fn run(&self, line: &str) -> Said {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fake-toolchain");
        self.run_with(line, programs.join("cargo"), programs.join("rustc"))
    }

    fn run_with(&self, line: &str, cargo: impl AsRef<Path>, rustc: impl AsRef<Path>) -> Said {
        let mut command = self.sandbox.command(line);
        command.env("CARGO", cargo.as_ref()).env("RUSTC", rustc.as_ref()).env("FAKE", self.directory.path());
        command.env("TMPDIR", self.directory.path().join("tmp"));
        let said = Said::of(command.output());
        let left = fs::read_dir(self.directory.path().join("tmp")).expect("a directory").count();
        assert_eq!(left, 0, "temporary files are left");
        said
    }

    /// Runs `line`, which must fail with exit code 1 and leave everything as it is; what it says.
    #[track_caller]
    fn refused(&self, line: &str) -> String {
        let before = self.sandbox.listing();
        let said = self.run(line);
        assert_eq!((said.code, &*said.stdout), (Some(1), ""), "{said:?}");
        assert!(before == self.sandbox.listing(), "`{line}` has changed something");
        said.stderr
    }
}

/// A module that imports and exports what the stub's world says, with `stub` as the stub's package.
fn module(stub: &str) -> Vec<u8> {
    module_with(stub, |module| module)
}

/// The same, with a change that is made before the module is told its world.
fn module_with(stub: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let sandbox = Sandbox::with_history();
    sandbox.run("build -s wit --dest-wasm stub.wasm --dest-wit-root out").done();
    sandbox.write("out/_stub.wit", stub);
    let mut resolve = Resolve::new();
    let (package, _) = resolve.push_dir(sandbox.path("out")).expect("WIT");
    let world = resolve.select_world(&[package], None).expect("a world");
    // A stub takes no more than types from the target's package.
    let target = resolve.package_names.iter().find(|(name, _)| name.name == "purchase-history").expect("the target");
    let api = resolve.packages[*target.1].interfaces["api"];
    resolve.interfaces[api].functions.clear();
    let mut module = change(dummy_module(&resolve, world, ManglingAndAbi::Standard32));
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false).expect("metadata");
    module
}

fn component(module: &[u8]) -> Vec<u8> {
    ComponentEncoder::default().module(module).and_then(|encoder| encoder.encode()).expect("a component")
}

/// A toolchain that makes the stub.
fn good() -> Toolchain {
    Toolchain::that_makes(component(&module(STUB)))
}

#[test]
fn compiles_the_crate_and_writes_what_the_native_builder_writes() {
    let toolchain = good();
    let said = toolchain.run(BUILD).done();
    let expected = "Compiling stub for wasm32-wasip2\n   Compiling stub\nGenerating stub WIT to out/wit/_stub.wit\n\
                    Writing stub component to out/stub.wasm\n";
    assert_eq!(said, expected);
    let sandbox = &toolchain.sandbox;
    sandbox.run("build -s wit --dest-wasm native.wasm --dest-wit-root native").done();
    for file in ["_stub.wit", "deps/wasm-rpc/wasm-rpc.wit"] {
        let read = |root: &str| fs::read(sandbox.path(root).join(file)).expect("a file");
        assert!(read("out/wit") == read("native"), "{file}");
    }
    let made = fs::read(toolchain.directory.path().join("stub.wasm")).expect("a file");
    assert!(fs::read(sandbox.path("out/stub.wasm")).expect("the stub") == made);
    sandbox.age();
    let before = sandbox.listing();
    toolchain.run(BUILD).done();
    assert!(before == sandbox.listing());
}

#[test]
fn cargo_is_told_what_to_do_with_what_generate_writes() {
    let toolchain = good();
    toolchain.run(&format!("{BUILD} --stub-crate-version 3.2.1")).done();
    let arguments = toolchain.noted("arguments").expect("cargo has run");
    for words in [
        "build\n--release\n",
        "--message-format=json-render-diagnostics\n",
        "--target\nwasm32-wasip2\n",
        "--config\nprofile.release.opt-level=\"s\"\n",
        "--config\nprofile.release.lto=true\n",
        "--config\nprofile.release.codegen-units=1\n",
        "--config\nprofile.release.strip=true\n",
        "--config\nprofile.release.panic=\"abort\"\n",
    ] {
        assert!(arguments.contains(words), "{words}: {arguments}");
    }
    let here = toolchain.sandbox.path("").canonicalize().expect("it exists");
    assert_eq!(toolchain.noted("directory"), Some(format!("{}\n", here.display())));

    let manifest = arguments.lines().skip_while(|word| *word != "--manifest-path").nth(1).expect("a manifest");
    let member = Path::new(manifest).parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let member = member.expect("a folder");
    let workspace = toolchain.noted("workspace/Cargo.toml").expect("a workspace");
    assert!(workspace.starts_with("[workspace]\n") && workspace.contains(member), "{workspace}");
    toolchain.sandbox.run("generate -s wit -d crate --stub-crate-version 3.2.1").done();
    let generated = fs::read_to_string(toolchain.sandbox.path("crate/Cargo.toml")).expect("the manifest");
    assert_eq!(toolchain.noted(&format!("workspace/{member}/Cargo.toml")), Some(generated));
}

#[test]
fn each_content_has_its_own_place() {
    let manifest = |toolchain: &Toolchain, line: &str| {
        fs::remove_dir_all(toolchain.directory.path().join("workspace")).ok();
        toolchain.run(line).done();
        let arguments = toolchain.noted("arguments").expect("cargo has run");
        let manifest = arguments.lines().find(|word| word.ends_with("/Cargo.toml")).expect("a manifest").to_string();
        Path::new(&manifest).parent().expect("a folder").file_name().expect("a name").to_os_string()
    };
    let (one, other) = (good(), good());
    let versioned = format!("{BUILD} --stub-crate-version 3.2.1");
    assert_eq!(manifest(&one, BUILD), manifest(&other, BUILD));
    assert_ne!(manifest(&one, BUILD), manifest(&one, &versioned));
}

#[test]
fn flags_are_passed_on() {
    for (flags, expected, others) in [
        ("", "", ["--quiet", "--verbose", "--offline"]),
        ("-q", "--quiet", ["--verbose", "--offline", "-q"]),
        ("-qq", "--quiet", ["--verbose", "--offline", "-q"]),
        ("-v", "--verbose", ["--quiet", "--offline", "-v"]),
        ("--offline", "--offline", ["--quiet", "--verbose", "-q"]),
    ] {
        let toolchain = good();
        let said = toolchain.run(&format!("{BUILD} {flags}")).done();
        let arguments = toolchain.noted("arguments").expect("cargo has run");
        let words: Vec<&str> = arguments.lines().collect();
        assert!(expected.is_empty() || words.contains(&expected), "{flags}: {arguments}");
        assert!(others.iter().all(|other| !words.contains(other)), "{flags}: {arguments}");
        assert_eq!(said.contains("Compiling stub for"), !flags.starts_with("-q"), "{flags}: {said}");
    }
}

#[test]
fn the_best_target_that_is_installed_is_taken() {
    for (installed, expected) in [
        (&["wasm32-unknown-unknown", "wasm32-wasip1", "wasm32-wasip2"][..], "wasm32-wasip2"),
        (&["wasm32-unknown-unknown", "wasm32-wasip1"], "wasm32-wasip1"),
        (&["wasm32-unknown-unknown"], "wasm32-unknown-unknown"),
    ] {
        let toolchain = Toolchain::with_targets(installed);
        toolchain.write("stub.wasm", component(&module(STUB)));
        let said = toolchain.run(BUILD).done();
        assert!(said.starts_with(&format!("Compiling stub for {expected}\n")), "{said}");
        assert!(toolchain.noted("arguments").expect("cargo has run").contains(&format!("--target\n{expected}\n")));
    }
}

#[test]
fn a_target_that_the_compiler_is_too_old_for_is_not_installed() {
    let toolchain = Toolchain::with_targets(&["wasm32-wasip1"]);
    toolchain.write("unknown-target", "wasm32-wasip2");
    toolchain.write("stub.wasm", component(&module(STUB)));
    assert!(toolchain.run(BUILD).done().starts_with("Compiling stub for wasm32-wasip1\n"));
}

#[test]
fn the_error_of_cargo_is_shown_whole() {
    let error = "error[E0425]: cannot find value `x` in this scope\n --> src/lib.rs:1:2\n\nerror: could not compile\n";
    let toolchain = good();
    toolchain.write("error", error);
    for flags in ["", "-q", "-qq"] {
        let said = toolchain.refused(&format!("{BUILD} {flags}"));
        let ours = "error: cargo failed to compile the stub's crate (exit status: 101)\nhint: ";
        assert!(said.contains(&format!("{error}{ours}")), "{said}");
    }
}

#[test]
fn what_is_known_to_fail_fails_before_cargo_runs() {
    let toolchain = good();
    toolchain.sandbox.write("file", "");
    let line = "build -s wit --dest-wasm wit --dest-wit-root file/wit --builder cargo --wasm-rpc-path-override x";
    let said = toolchain.refused(line);
    for line in [
        "error: the path of `golem-wasm-rpc`, `x`, is not absolute\n",
        "error: `wit` is a directory, not a file\n",
        "error: `file` is a file, not a directory\n",
    ] {
        assert!(said.contains(line), "{said}");
    }
    let together = toolchain.refused(&line.replace("-s wit", "-s missing"));
    assert!(together.starts_with("error: `missing` does not exist\n") && together.ends_with(&said), "{together}");
    assert_eq!(toolchain.noted("arguments"), None);
}

#[test]
fn a_core_module_becomes_a_component() {
    let toolchain = Toolchain::that_makes(module(STUB));
    toolchain.run(BUILD).done();
    let stub = fs::read(toolchain.sandbox.path("out/stub.wasm")).expect("the stub");
    assert!(stub.starts_with(EMPTY_COMPONENT));
}

/// `wasm32-wasip1` leaves imports of preview 1.
#[test]
fn preview_1_is_adapted() {
    let import = r#"(module (import "wasi_snapshot_preview1" "random_get" (func (param i32 i32) (result i32)))"#;
    let add_import = |module: Vec<u8>| {
        let mut text = String::new();
        let mut config = wasmprinter::Config::new();
        config.name_unnamed(true).print(&module, &mut wasmprinter::PrintFmtWrite(&mut text)).expect("text");
        let (_, rest) = text.split_once('\n').expect("lines");
        wat::parse_str(format!("{import}\n{rest}")).expect("a module")
    };
    let toolchain = Toolchain::that_makes(module_with(STUB, add_import));
    toolchain.run(BUILD).done();
    let stub = fs::read(toolchain.sandbox.path("out/stub.wasm")).expect("the stub");
    assert!(wasmprinter::print_bytes(stub).expect("text").contains("wasi:random/random@0.2"));
}

#[test]
fn something_else_than_the_stub_is_refused() {
    for (there, instead, expected) in [
        ("    add-order: func(order: order);\n", "", "missing item `[method]api.add-order`"),
        ("add-order: func(order: order)", "add-order: func(other: order)", "`[method]api.add-order` differs"),
        ("add-order: func(order: order)", "add-order: func(order: u32)", "`[method]api.add-order` differs"),
        ("add-order: func(order: order)", "add-order: func()", "`[method]api.add-order` differs"),
        ("-> list<order>", "-> option<order>", "`[method]api.get-orders` differs"),
        ("-> list<order>", "", "`[method]api.get-orders` differs"),
        ("    constructor", "    more: func();\n    constructor", "unexpected item `[method]api.more`"),
        ("  resource", "  type more = u8;\n  resource", "unexpected item `more`"),
        ("  use shopping:purchase-history/api.{order};\n", "  record order { order-id: string }\n", "`order` differs"),
        ("  export stub", "  export more;\n  export stub", "unexpected export `shopping:purchase-history-stub/more`"),
        ("  export stub", "  export f: func();\n  export stub", "unexpected export `f`"),
        ("  export stub", "  import more;\n  export stub", "unexpected import `shopping:purchase-history-stub/more`"),
        ("  export stub", "  import f: func();\n  export stub", "unexpected import `f`"),
        (
            "  export stub-purchase-history;\n",
            "  export more;\n",
            "unexpected export `shopping:purchase-history-stub/more`, missing export \
             `shopping:purchase-history-stub/stub-purchase-history`",
        ),
    ] {
        let stub = STUB.replace(there, instead);
        assert_ne!(stub, STUB, "{there}");
        let said = Toolchain::that_makes(component(&module(&stub))).refused(BUILD);
        let error = format!("\nerror: cargo's component does not match the stub's WIT: {expected}");
        assert!(said.contains(&error) && said.contains("\nhint: "), "{expected}: {said}");
    }
}

#[test]
fn a_file_that_is_no_component_is_refused() {
    for (wasm, expected) in [
        (&b""[..], "error: cannot turn cargo's artifact into a component: "),
        (b"\0asm\x01\0\0\0", "error: cargo's component does not match the stub's WIT: missing export "),
        (EMPTY_COMPONENT, "error: cargo's component does not match the stub's WIT: missing export "),
        (b"\0asm\x01\0\0\0\x05", "error: cannot turn cargo's artifact into a component: "),
        (b"\0asm\x0d\0\x01\0\x05", "error: cannot turn cargo's artifact into a component: "),
    ] {
        let said = Toolchain::that_makes(wasm).refused(BUILD);
        assert!(said.contains(expected), "{wasm:?}: {said}");
        assert!(!said.contains("internal error"), "{wasm:?}: {said}");
    }
    let said = Toolchain::with_targets(&["wasm32-wasip2"]).refused(BUILD);
    assert!(said.contains("error: cargo produced no WebAssembly artifact for the stub\n"), "{said}");
}
