//! What we make, before the engine of Golem 1.0 and 1.1: native stubs of all cases and of random packages, composed callers,
//! and the components that other tasks have left below `target/`.
//!
//! `tests/golem-engine` is the judge, a crate of its own with wasmtime 21 (docs/adr/0018). Here its folders are filled:
//! `loads/` with what must load, `refused/` with what must not. Nothing is compiled for it but the judge, so what another
//! task has not left is missing: that is said, and in CI it is an error.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::file::remove_folder;
use crate::shell::{Steps, Workspace, run, say};

/// The compiled crates; the stub's WIT tells what must become of each.
const COMPILED: Left = Left { task: "equality", folder: "equality-components", components: &[] };

/// What other tasks leave below `target/`.
const LEFT: &[Left] = &[
    Left { task: "demo", folder: "guests", components: &[("purchase_history.wasm", Expected::Loads)] },
    Left {
        task: "demo",
        folder: "demo",
        components: &[
            ("purchase_history_stub.wasm", Expected::Loads),
            ("shopping_cart_composed.wasm", Expected::Loads),
        ],
    },
    Left {
        task: "callers",
        folder: "callers",
        components: &[
            ("stub.wasm", Expected::Loads),
            ("javascript-caller/till-composed.wasm", Expected::Loads),
            // Not for anything of ours: the Python runtime that componentize-py brings along has extended constant
            // expressions, which wasmtime 21 does not take ("constant expression required").
            ("python-caller/till-composed.wasm", Expected::Refused),
        ],
    },
];

/// What the tutorial leaves where users' own target is installed; elsewhere it builds nothing and says so itself.
const TUTORIAL: Left = Left {
    task: "tutorial",
    folder: "tutorial",
    components: &[
        ("crates/target/wasm32-wasip2/debug/shopping_cart_composed.wasm", Expected::Loads),
        ("crates/target/wasm32-wasip2/release/shopping_cart_composed.wasm", Expected::Loads),
        ("native/target/wasm32-wasip2/debug/shopping_cart_composed.wasm", Expected::Loads),
        ("component/target/wasm32-wasip1/debug/shopping_cart_composed.wasm", Expected::Loads),
    ],
};

/// Components of another task.
struct Left {
    task: &'static str,
    /// Below `target/`.
    folder: &'static str,
    /// Below the folder, with what the engine must do.
    components: &'static [(&'static str, Expected)],
}

/// What the engine must do with a component.
#[derive(Clone, Copy)]
enum Expected {
    Loads,
    Refused,
}

impl Expected {
    fn folder(self) -> &'static str {
        match self {
            Self::Loads => "loads",
            Self::Refused => "refused",
        }
    }
}

/// Fills the judge's folders and asks it.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("golem-engine");
    // Nothing of an earlier run may pass for what this one wrote.
    remove_folder(&folder)?;
    let mut steps = Steps::new(4);
    let mut missing = Vec::new();
    steps.step("native stubs, callers composed with them, the compiled crates", || {
        let compiled = workspace.target.join(COMPILED.folder);
        let mut write = workspace.cargo();
        write.args(["run", "--quiet", "-p", "stubgen-tests", "--bin", "golem_engine", "--"]).arg(&folder);
        if compiled.is_dir() {
            write.arg(compiled);
        } else {
            missing.push(COMPILED.missing(COMPILED.folder));
        }
        run(&mut write)
    })?;
    steps.step("what other tasks have left", || {
        for left in LEFT {
            missing.extend(left.take(&workspace.target, &folder)?);
        }
        let unbuilt = TUTORIAL.take(&workspace.target, &folder)?;
        if !workspace.target.join(TUTORIAL.folder).is_dir() {
            missing.push(TUTORIAL.missing(TUTORIAL.folder));
        } else if !unbuilt.is_empty() {
            say(&format!("  the tutorial has not built everything here: {}", unbuilt.join(", ")));
        }
        check_missing(&missing)
    })?;
    steps.step("the judge, with wasmtime 21, and its own tests", || {
        run(judge(workspace).args(["test", "--quiet", "--locked"]))
    })?;
    steps.step("its verdicts", || run(judge(workspace).args(["run", "--quiet", "--locked", "--"]).arg(&folder)))?;
    steps.finish("cargo xtask golem-engine");
    Ok(())
}

/// `cargo fmt --check` for the judge; the workspace's own doesn't reach it.
pub fn check_format(workspace: &Workspace) -> Result<()> {
    run(judge(workspace).args(["fmt", "--check"]))
}

/// Cargo on the judge's crate.
fn judge(workspace: &Workspace) -> Command {
    let mut cargo = workspace.cargo();
    cargo.env("CARGO_TARGET_DIR", workspace.target.join("golem-engine-build"));
    cargo.current_dir(workspace.root.join("tests/golem-engine"));
    cargo
}

/// A run by hand judges what is there; a run that a change depends on must not leave anything out.
fn check_missing(missing: &[String]) -> Result<()> {
    for missing in missing {
        say(&format!("  missing: {missing}"));
    }
    if !missing.is_empty() && env::var("CI").is_ok_and(|ci| ci == "true") {
        bail!("in CI everything is judged; {} components or folders are missing", missing.len());
    }
    Ok(())
}

impl Left {
    /// Copies the components below what must become of them, and gives those that are not there.
    fn take(&self, target: &Path, folder: &Path) -> Result<Vec<String>> {
        let mut missing = Vec::new();
        for (path, expected) in self.components {
            let (component, to) = (target.join(self.folder).join(path), folder.join(expected.folder()));
            if !component.is_file() {
                missing.push(self.missing(&format!("{}/{path}", self.folder)));
                continue;
            }
            fs::create_dir_all(&to).with_context(|| format!("creating {}", to.display()))?;
            let to = to.join(format!("{}-{}", self.folder, path.replace('/', "-")));
            fs::copy(&component, &to).with_context(|| format!("copying {}", component.display()))?;
        }
        Ok(missing)
    }

    fn missing(&self, what: &str) -> String {
        format!("target/{what}, which `cargo xtask {}` makes", self.task)
    }
}
