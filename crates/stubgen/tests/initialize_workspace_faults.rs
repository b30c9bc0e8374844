//! `initialize-workspace` killed at any moment: cargo goes on loading the workspace, and the next run completes.

mod common;
#[path = "../../stubgen-project/tests/common/faulty_disk.rs"]
#[allow(dead_code, reason = "no test file uses all of it")]
mod faulty_disk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{HISTORY, Sandbox};
use faulty_disk::{Fault, FaultyDisk};
use stubgen::{
    InitializeWorkspaceOptions, Shape, StubLayout, ToolCommand, WasmRpc, WorkspaceFlow, WorkspaceGoal,
    initialize_workspace, plan_initialize_workspace,
};

/// Two members, one of which is to call the other.
fn workspace() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", "[workspace]\nmembers = [\"history\", \"cart\"]\n");
    for member in ["history", "cart"] {
        let manifest =
            format!("[package]\nname = \"{member}\"\nversion = \"0.1.0\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n");
        sandbox.write(&format!("{member}/Cargo.toml"), manifest);
        sandbox.write(&format!("{member}/src/lib.rs"), "");
        sandbox.write(&format!("{member}/wit/world.wit"), HISTORY);
    }
    sandbox
}

fn flow(target: &str, layout: StubLayout) -> WorkspaceGoal {
    WorkspaceGoal::Flow(WorkspaceFlow {
        targets: vec![target.to_string()],
        callers: vec!["cart".to_string()],
        links: Vec::new(),
        shape: Shape::default(),
        layout,
    })
}

fn options(root: &Path, goal: &WorkspaceGoal) -> InitializeWorkspaceOptions {
    let tool = ToolCommand { program: "wasm-rpc-stubgen".to_string(), prefix: Vec::new() };
    InitializeWorkspaceOptions { root: root.to_path_buf(), goal: goal.clone(), tool }
}

fn run(sandbox: &Sandbox, goal: &WorkspaceGoal) {
    initialize_workspace(&options(&sandbox.path(""), goal), &mut |_| {}).expect("a run");
}

fn tree(sandbox: &Sandbox) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = sandbox.path("");
    let relative = |path: PathBuf| path.strip_prefix(&root).expect("it is in the workspace").to_path_buf();
    sandbox.listing().into_iter().map(|(path, (content, _))| (relative(path), content)).collect()
}

/// A copy of a workspace.
fn copy(original: &Sandbox) -> Sandbox {
    let sandbox = Sandbox::new();
    for (path, content) in tree(original) {
        if original.path("").join(&path).is_file() {
            sandbox.write(path.to_str().expect("UTF-8"), content);
        }
    }
    sandbox
}

/// Kills the way from `before` to `after` at each of its calls. The next run asks cargo about what is left then.
#[track_caller]
fn killed(before: Option<&WorkspaceGoal>, after: &WorkspaceGoal) {
    let start = workspace();
    before.into_iter().for_each(|goal| run(&start, goal));
    let expected = copy(&start);
    run(&expected, after);
    for at in 0.. {
        let sandbox = copy(&start);
        let plan = plan_initialize_workspace(&options(&sandbox.path(""), after), &mut |_| {}).expect("a plan");
        let mut disk = FaultyDisk::new(Fault::Kills, at);
        let result = plan.apply_to(&mut disk);
        if !disk.was_met() {
            assert!(result.is_ok() && at > 20, "all calls were tried: {at}");
            break;
        }
        run(&sandbox, after);
        let (found, expected) = (tree(&sandbox), tree(&expected));
        let paths = |tree: &BTreeMap<PathBuf, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&found), paths(&expected), "call {at}");
        assert!(found == expected, "call {at}");
    }
}

#[test]
fn a_kill_of_the_first_run() {
    killed(None, &flow("history", StubLayout::Crate(WasmRpc::Bindings)));
}

#[test]
fn a_kill_on_the_way_to_the_native_layout() {
    let crates = flow("history", StubLayout::Crate(WasmRpc::Bindings));
    killed(Some(&crates), &flow("history", StubLayout::Package));
}

#[test]
fn a_kill_on_the_way_back_to_crates() {
    let crates = flow("history", StubLayout::Crate(WasmRpc::Bindings));
    killed(Some(&flow("history", StubLayout::Package)), &crates);
}

#[test]
fn a_kill_on_the_way_to_another_target() {
    let history = flow("history", StubLayout::Crate(WasmRpc::Bindings));
    killed(Some(&history), &flow("cart", StubLayout::Crate(WasmRpc::Bindings)));
}

#[test]
fn a_kill_on_the_way_out() {
    killed(Some(&flow("history", StubLayout::Crate(WasmRpc::Bindings))), &WorkspaceGoal::Nothing);
}
