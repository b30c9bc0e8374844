//! Workspaces that cargo itself describes, and runs of `initialize-workspace` in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::{HISTORY, Said, Sandbox};

pub const TUTORIAL: &str = "initialize-workspace --targets purchase-history --callers shopping-cart";

pub const CART: &str = "\
package shopping:cart;

interface api { checkout: func() -> string; }

world shopping-cart { export api; }
";

pub const WORKSPACE: &str = "\
# our components
[workspace]
resolver = \"2\"
members = [
    \"purchase-history\",
    \"shopping-cart\", # the caller
]
";

/// A member that compiles to a component: its folder, its package and its WIT.
pub fn member(sandbox: &Sandbox, folder: &str, package: &str, wit: &str) {
    let manifest = format!(
        "[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n"
    );
    sandbox.write(&format!("{folder}/Cargo.toml"), manifest);
    sandbox.write(&format!("{folder}/src/lib.rs"), "");
    sandbox.write(&format!("{folder}/wit/world.wit"), wit);
}

/// A WIT package with one world of the same name.
pub fn wit(name: &str) -> String {
    format!("package my:{name};\n\nworld {name} {{ export f: func(); }}\n")
}

/// The workspace of the tutorial, before its first command.
pub fn tutorial() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", WORKSPACE);
    member(&sandbox, "purchase-history", "purchase-history", HISTORY);
    member(&sandbox, "shopping-cart", "shopping-cart", CART);
    sandbox
}

/// A workspace of members `a`, `b`, …, whose folders are named like them.
pub fn members(names: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    let list: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    sandbox.write("Cargo.toml", format!("[workspace]\nmembers = [{}]\n", list.join(", ")));
    for name in names {
        member(&sandbox, name, name, &wit(name));
    }
    sandbox
}

/// The content of a file.
pub fn read(sandbox: &Sandbox, path: &str) -> String {
    fs::read_to_string(sandbox.path(path)).expect("a text file")
}

/// All files by their paths, without their times.
pub fn tree(sandbox: &Sandbox) -> BTreeMap<PathBuf, Vec<u8>> {
    sandbox.listing().into_iter().map(|(path, (content, _))| (path, content)).collect()
}

/// What a run said that was done, but for what it says about cargo-make: not every machine has it.
#[track_caller]
pub fn done(said: Said) -> String {
    let said = said.done();
    let lines = said.split_inclusive('\n');
    let about_cargo_make = ["cargo-make's own flow", "the command `flow`"];
    lines.filter(|line| about_cargo_make.iter().all(|words| !line.contains(words))).collect()
}

/// Runs `line` once more, which must change nothing and say nothing.
#[track_caller]
pub fn again(sandbox: &Sandbox, line: &str) {
    sandbox.age();
    let before = sandbox.listing();
    assert_eq!(done(sandbox.run(line)), "");
    assert!(before == sandbox.listing(), "`{line}` has changed something");
    let metadata = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(sandbox.path(""))
        .output();
    assert!(metadata.expect("cargo runs").status.success(), "cargo loads the workspace");
}

/// `Cargo.toml` without the settings.
pub fn without_settings(sandbox: &Sandbox) -> String {
    let manifest = read(sandbox, "Cargo.toml");
    manifest.split("\n[workspace.metadata.wasm-rpc-stubgen").next().unwrap_or_default().to_string()
}

/// The settings in `Cargo.toml`, from their first header on.
pub fn settings(sandbox: &Sandbox) -> String {
    let manifest = read(sandbox, "Cargo.toml");
    manifest.find("[workspace.metadata.wasm-rpc-stubgen").map(|start| manifest[start..].to_string()).unwrap_or_default()
}

/// The manifest of a stub's crate by the original tool.
pub const ORIGINAL_CRATE: &str = "[package]\nname = \"purchase-history-stub\"\nversion = \"0.0.1\"\nedition = \"2021\"\n\n\
    [package.metadata.component.target]\nworld = \"wasm-rpc-stub-purchase-history\"\npath = \"wit\"\n\n\
    [dependencies.golem-wasm-rpc]\nversion = \"1.0.0\"\ndefault-features = false\nfeatures = [\"stub\"]\n\n\
    [lib]\ncrate-type = [\"cdylib\"]\n";
