//! `initialize-workspace` killed at any moment: the next run completes. Where the members are named, cargo goes on loading
//! the workspace; below a pattern, the next run removes first what cargo refuses.

mod common;
#[path = "../../stubgen-project/tests/common/faulty_disk.rs"]
#[allow(dead_code, reason = "no test file uses all of it")]
mod faulty_disk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{HISTORY, Sandbox};
use faulty_disk::{Fault, FaultyDisk};
use stubgen::{
    InitializeWorkspaceOptions, StubLayout, StubOptions, ToolCommand, WasmRpc, WorkspaceFlow, WorkspaceGoal,
    initialize_workspace, plan_initialize_workspace,
};

/// The members of a workspace, and what is before their folders.
type Members = (&'static str, &'static str);

const NAMED: Members = (r#"["history", "cart"]"#, "");
const ALL: Members = (r#"["*"]"#, "");
const COMPONENTS: Members = (r#"["components/*"]"#, "components/");

/// Two members, one of which is to call the other.
fn workspace((members, around): Members) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", format!("[workspace]\nmembers = {members}\n"));
    for package in ["history", "cart"] {
        let member = format!("{around}{package}");
        let manifest =
            format!("[package]\nname = \"{package}\"\nversion = \"0.1.0\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n");
        sandbox.write(&format!("{member}/Cargo.toml"), manifest);
        sandbox.write(&format!("{member}/src/lib.rs"), "");
        // Stubs of one name cannot be there together below a pattern, not even for a moment.
        let wit = if members == NAMED.0 { HISTORY.to_string() } else { HISTORY.replace("purchase-history", package) };
        sandbox.write(&format!("{member}/wit/world.wit"), wit);
    }
    sandbox
}

fn flow(target: &str, layout: StubLayout) -> WorkspaceGoal {
    WorkspaceGoal::Flow(WorkspaceFlow {
        targets: vec![target.to_string()],
        callers: vec!["cart".to_string()],
        links: Vec::new(),
        shape: StubOptions::default(),
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
fn killed(before: Option<&WorkspaceGoal>, after: &WorkspaceGoal, members: Members) {
    let start = workspace(members);
    before.into_iter().for_each(|goal| run(&start, goal));
    let expected = copy(&start);
    run(&expected, after);
    for at in 0.. {
        let sandbox = copy(&start);
        if !kill(&sandbox, after, at) {
            assert!(at > 20, "all calls were tried: {at}");
            break;
        }
        run(&sandbox, after);
        let (found, expected) = (tree(&sandbox), tree(&expected));
        let paths = |tree: &BTreeMap<PathBuf, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&found), paths(&expected), "call {at}");
        assert!(found == expected, "call {at}");
    }
}

/// A run that is killed at a call, if it makes so many.
fn kill(sandbox: &Sandbox, goal: &WorkspaceGoal, at: usize) -> bool {
    let plan = plan_initialize_workspace(&options(&sandbox.path(""), goal), &mut |_| {}).expect("a plan");
    let mut disk = FaultyDisk::new(Fault::Kills, at);
    let result = plan.apply_to(&mut disk);
    assert!(disk.was_met() || result.is_ok(), "call {at}: {result:?}");
    disk.was_met()
}

fn crates() -> WorkspaceGoal {
    flow("history", StubLayout::Crate(WasmRpc::Bindings))
}

fn native() -> WorkspaceGoal {
    flow("history", StubLayout::Package)
}

/// Each kill for each way to say the members.
macro_rules! kills {
    ($($name:ident: $before:expr => $after:expr;)*) => {
        mod named { $(#[test] fn $name() { super::killed($before.as_ref(), &$after, super::NAMED); })* use super::*; }
        mod all { $(#[test] fn $name() { super::killed($before.as_ref(), &$after, super::ALL); })* use super::*; }
        mod components { $(#[test] fn $name() { super::killed($before.as_ref(), &$after, super::COMPONENTS); })* use super::*; }
    };
}

kills! {
    of_the_first_run: None::<WorkspaceGoal> => crates();
    of_the_first_native_run: None::<WorkspaceGoal> => native();
    on_the_way_to_the_native_layout: Some(crates()) => native();
    on_the_way_back_to_crates: Some(native()) => crates();
    on_the_way_to_another_target: Some(crates()) => flow("cart", StubLayout::Crate(WasmRpc::Bindings));
    on_the_way_out: Some(crates()) => WorkspaceGoal::Nothing;
    on_the_way_out_of_the_native_layout: Some(native()) => WorkspaceGoal::Nothing;
}

/// What the user puts into the folder that a killed run has left stays, and so does all that is around it.
#[test]
fn a_file_of_the_users_in_an_unfinished_stub_survives() {
    for (before, after) in [(None, crates()), (Some(crates()), WorkspaceGoal::Nothing)] {
        let start = workspace(ALL);
        before.iter().for_each(|goal| run(&start, goal));
        let mut refusals = 0;
        for at in 0.. {
            let sandbox = copy(&start);
            if !kill(&sandbox, &after, at) {
                break;
            }
            if plan_initialize_workspace(&options(&sandbox.path(""), &after), &mut |_| {}).is_ok() {
                continue;
            }
            refusals += 1;
            if refusals % 3 != 0 {
                continue;
            }
            sandbox.write("history-stub/notes.txt", "mine");
            let left = tree(&sandbox);
            let error =
                initialize_workspace(&options(&sandbox.path(""), &after), &mut |_| {}).expect_err("cargo refuses");
            let hint = error.diagnostics().remove(0).hint.expect("a hint");
            assert!(hint.contains("unless its folder holds something else: move that away"), "{hint}");
            assert!(left == tree(&sandbox), "call {at}");
            std::fs::remove_file(sandbox.path("history-stub/notes.txt")).expect("it is there");
            run(&sandbox, &after);
        }
        assert!(refusals > 5, "{refusals}");
    }
}
