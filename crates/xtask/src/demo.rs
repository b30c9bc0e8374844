//! The example from beginning to end: a stub is built from the target's WIT and plugged into a real caller, and two users
//! check out.
//!
//! All workers live in one `wasm-rpc-run`, which reads its calls from stdin and prints its trace to the terminal. The demo
//! succeeds if each user's order is in that user's history and in no other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::example::{self, CheckedInWit};
use crate::file::remove_folder;
use crate::guests::{self, Guests};
use crate::shell::{Steps, Workspace, converse, run, show};
use crate::wasm_target::{self, WasmTarget};

const EXAMPLE: &str = "examples/shopping-cart";

/// The users; each has a cart and a history.
const USERS: [&str; 2] = ["alice", "bob"];

/// Builds, composes and runs the example.
pub fn run_all(workspace: &Workspace, wit: CheckedInWit) -> Result<()> {
    let output = workspace.target.join("demo");
    // Nothing of an earlier run may pass for what this one wrote.
    remove_folder(&output)?;
    fs::create_dir_all(&output).with_context(|| format!("creating {}", output.display()))?;
    let stage = Stage { workspace, output };
    let mut steps = Steps::new(8);

    let target: WasmTarget = steps.step("a WebAssembly target", || wasm_target::find_or_get(workspace))?;
    steps
        .step("both programs, in release mode (minutes at the first time)", || workspace.build_installed_programs())?;
    steps.step("the stub of purchase-history", || stage.build_stub())?;
    steps.step("the example's copy of the stub's WIT", || stage.check_wit(wit))?;
    let guests =
        steps.step("the example's crates to components", || guests::build_shopping_cart(workspace, &target))?;
    steps.step("shopping-cart and the stub to one component", || stage.compose(&guests))?;
    let answers = steps.step("two checkouts, with the calls between workers", || stage.check_out(&guests))?;
    steps.step("each order is in its user's history only", || Histories::read(&answers)?.check())?;
    steps.finish("cargo xtask demo");
    Ok(())
}

/// The folders of the demo.
struct Stage<'a> {
    workspace: &'a Workspace,
    output: PathBuf,
}

impl Stage<'_> {
    fn tool(&self, name: &str) -> Command {
        self.workspace.installed_program(name)
    }

    fn stub(&self) -> PathBuf {
        self.output.join("purchase_history_stub.wasm")
    }

    fn stub_wit(&self) -> PathBuf {
        self.output.join("stub-wit")
    }

    fn composed(&self) -> PathBuf {
        self.output.join("shopping_cart_composed.wasm")
    }

    fn build_stub(&self) -> Result<()> {
        let mut build = self.tool("wasm-rpc-stubgen");
        build.arg("build").arg("-s").arg(Path::new(EXAMPLE).join("purchase-history/wit"));
        run(build.arg("--dest-wasm").arg(self.stub()).arg("--dest-wit-root").arg(self.stub_wit()))
    }

    fn check_wit(&self, wit: CheckedInWit) -> Result<()> {
        let caller = Path::new(EXAMPLE).join("shopping-cart/wit");
        example::check(self.tool("wasm-rpc-stubgen"), &self.stub_wit(), &caller, wit)
    }

    fn compose(&self, guests: &Guests) -> Result<()> {
        let mut compose = self.tool("wasm-rpc-stubgen");
        compose.arg("compose").arg("--source-wasm").arg(guests.component("shopping_cart"));
        run(compose.arg("--stub-wasm").arg(self.stub()).arg("--dest-wasm").arg(self.composed()))
    }

    /// Runs all calls in one process and returns the answers.
    fn check_out(&self, guests: &Guests) -> Result<String> {
        let component = |id: &str, path: &Path| format!("{id}={}", path.display());
        let mut host = self.tool("wasm-rpc-run");
        host.args(["--component", &component("history", &guests.component("purchase_history"))]);
        host.args(["--component", &component("cart", &self.composed())]);
        host.args(["--env", "PURCHASE_HISTORY_TEMPLATE_ID=history", "--trace"]);
        let answers = converse(&mut host, &script())?;
        show(&answers)?;
        Ok(answers)
    }
}

/// The input of `wasm-rpc-run`: lines of `worker function arguments…`. The last ones read the histories.
fn script() -> String {
    let checkouts = USERS.into_iter().flat_map(|user| {
        let call = move |function: &str| format!("cart/{user} shopping:cart/api.{{{function}}}");
        [
            format!("{} \"{user}\"", call("initialize-cart")),
            format!("{} {{product-id: \"p1\", name: \"Tea\", price: 4.5, quantity: 2}}", call("add-item")),
            format!("{} {{product-id: \"p2\", name: \"Cup\", price: 8, quantity: 1}}", call("add-item")),
            format!("{} \"p2\" 3", call("update-item-quantity")),
            call("checkout"),
        ]
    });
    let histories = USERS.map(|user| format!("history/{user} shopping:purchase-history/api.{{get-orders}}"));
    checkouts.chain(histories).map(|line| line + "\n").collect()
}

/// The purchase history of each user, in WAVE.
struct Histories<'a>([&'a str; USERS.len()]);

impl<'a> Histories<'a> {
    /// The histories are the last answers.
    fn read(answers: &'a str) -> Result<Self> {
        let lines: Vec<&str> = answers.lines().filter(|line| !line.trim().is_empty()).collect();
        let last = lines.last_chunk().context("wasm-rpc-run printed fewer answers than there are histories")?;
        Ok(Self(*last))
    }

    fn check(&self) -> Result<()> {
        for (user, history) in USERS.iter().zip(self.0) {
            for owner in USERS {
                let holds = history.contains(&format!("order-id: \"{owner}-1\""));
                ensure!(
                    holds == (owner == *user),
                    "the order of {owner} is {} the history of {user}: {history}",
                    if holds { "in" } else { "not in" }
                );
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = r#"[{order-id: "alice-1", items: []}]"#;
    const BOB: &str = r#"[{order-id: "bob-1", items: []}]"#;

    #[test]
    fn orders_in_the_right_histories_pass() {
        let answers = format!("success({{order-id: \"bob-1\"}})\n{ALICE}\n{BOB}\n");
        Histories::read(&answers).and_then(|histories| histories.check()).expect("each order is where it belongs");
    }

    #[test]
    fn orders_in_other_histories_fail() {
        for (alice, bob) in [(BOB, ALICE), (ALICE, ALICE), (ALICE, "[]"), ("[]", "[]")] {
            assert!(Histories([alice, bob]).check().is_err(), "{alice} {bob}");
        }
        assert!(Histories::read(ALICE).is_err());
    }
}
