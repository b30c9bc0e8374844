//! Our components, loaded into the engine of Golem 1.0 and 1.1: native stubs of all cases and of random packages, composed
//! callers, and the components that other tasks leave below `target/`.
//!
//! The engine is in the crate `tests/golem-engine` with wasmtime 21 (docs/adr/0018). This task fills its folders: `loads/` with
//! components that must load, `refused/` with those that must not. It does not compile the components. It reports those that no
//! other task has left; in CI that is an error.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::file::remove_folder;
use crate::shell::{Steps, Workspace, is_ci, run, say};

/// The compiled crates; the stub's WIT determines what is expected of each.
const COMPILED: Left = Left { task: "equality", folder: "equality-components", components: &[] };

/// The components that other tasks leave below `target/`.
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
            ("stock/target/wasm32-wasip2/release/stock.wasm", Expected::Loads),
            ("rust-caller/target/till.wasm", Expected::Loads),
            ("rust-caller-used-types/target/till.wasm", Expected::Loads),
            ("c-caller/target/till.wasm", Expected::Loads),
            ("c-caller-used-types/target/till.wasm", Expected::Loads),
            ("c-caller/async/target/board.wasm", Expected::Loads),
            ("go-caller/target/till.wasm", Expected::Loads),
            ("javascript-caller/target/till.wasm", Expected::Loads),
            // Not because of the stub: the Python runtime of componentize-py has extended constant expressions, which wasmtime
            // 21 does not support ("constant expression required").
            ("python-caller/target/till.wasm", Expected::Refused),
        ],
    },
];

/// The components of the tutorial. Without `wasm32-wasip2` it builds nothing, which it reports itself.
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
    /// Below the folder, with the expected result.
    components: &'static [(&'static str, Expected)],
}

/// The expected result of the engine.
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

/// Fills the folders and runs the engine.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("golem-engine");
    // Nothing of an earlier run may pass for what this one wrote.
    remove_folder(&folder)?;
    let mut steps = Steps::new(4);
    let mut missing = Vec::new();
    steps.step("native stubs, callers composed with them, compiled crates", || {
        let compiled = workspace.target.join(COMPILED.folder);
        workspace.build_programs()?;
        let mut write = workspace.program("golem_engine");
        write.arg(&folder);
        if compiled.is_dir() {
            write.arg(compiled);
        } else {
            missing.push(COMPILED.missing(COMPILED.folder));
        }
        run(&mut write)
    })?;
    steps.step("components of other tasks", || {
        for left in LEFT {
            missing.extend(left.take(&workspace.target, &folder)?);
        }
        let unbuilt = TUTORIAL.take(&workspace.target, &folder)?;
        if !workspace.target.join(TUTORIAL.folder).is_dir() {
            missing.push(TUTORIAL.missing(TUTORIAL.folder));
        } else if !unbuilt.is_empty() {
            say(&format!("  missing components of the tutorial: {}", unbuilt.join(", ")));
        }
        check_missing(&missing)
    })?;
    steps.step("build and test the engine", || run(engine(workspace).args(["test", "--quiet", "--locked"])))?;
    steps.step("load all components", || {
        run(engine(workspace).args(["run", "--quiet", "--locked", "--"]).arg(&folder))
    })?;
    steps.finish("cargo xtask golem-engine");
    Ok(())
}

/// `cargo fmt --check` for the engine's crate, which is outside of the workspace.
pub fn check_format(workspace: &Workspace) -> Result<()> {
    run(engine(workspace).args(["fmt", "--check"]))
}

/// Cargo on the engine's crate.
fn engine(workspace: &Workspace) -> Command {
    let mut cargo = workspace.cargo();
    cargo.env("CARGO_TARGET_DIR", workspace.target.join("golem-engine-build"));
    cargo.current_dir(workspace.root.join("tests/golem-engine"));
    cargo
}

/// Reports missing components; in CI they are an error.
fn check_missing(missing: &[String]) -> Result<()> {
    for missing in missing {
        say(&format!("  missing: {missing}"));
    }
    if !missing.is_empty() && is_ci() {
        bail!("{} components or folders are missing, and CI must load all of them", missing.len());
    }
    Ok(())
}

impl Left {
    /// Copies the components to the folders of their expected results. Returns those that are missing.
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
        format!("target/{what}, made by `cargo xtask {}`", self.task)
    }
}
