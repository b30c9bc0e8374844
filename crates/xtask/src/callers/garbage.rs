//! The garbage collector of Go, which must not start by itself in a caller (docs/languages.md).
//!
//! The caller answers 600 calls with many strings, which the host writes to memory that it allocates in the caller. The same
//! caller without its setting of the collector must trap: otherwise the calls would show nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::stage::Stage;
use crate::shell::{converse, run};

const CALLS: usize = 600;

/// Items in each answer.
const ITEMS: usize = 100;

/// The file of the caller that sets the collector.
const FILE: &str = "till/till.go";

/// What the file does, and what takes its place.
const SETTINGS: [(&str, &str); 2] =
    [("debug.SetGCPercent(-1)", "debug.SetGCPercent(100)"), ("runtime.GC()", "_ = runtime.GC")];

/// What a caller without the setting says.
const TRAP: &str = "cannot leave component instance";

/// The commands of the page, without the calls.
const CALL: &str =
    "wasm-rpc-run --component stock=../stock/target/wasm32-wasip2/release/stock.wasm --component till=target/till.wasm";
const COMPOSE: &str = "wasm-rpc-stubgen compose --source-wasm target/caller.wasm --stub-wasm target/stub.wasm --dest-wasm target/till.wasm";

/// Calls the caller in `folder`, then one without the setting, which the commands `build` compile.
pub(super) fn check(stage: &Stage<'_>, build: &str, folder: &Path) -> Result<()> {
    let answers = converse(&mut stage.shell(CALL, folder)?, &calls())?;
    let inventories = answers.lines().filter(|line| line.starts_with("ok({items: [")).count();
    ensure!(inventories == CALLS, "{inventories} of {CALLS} calls were answered");
    let file = folder.join(FILE);
    let set = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let mut unset = set.clone();
    for (setting, other) in SETTINGS {
        ensure!(set.matches(setting).count() == 1, "{FILE} has no `{setting}`");
        unset = unset.replace(setting, other);
    }
    fs::write(&file, unset)?;
    let trapped = run(&mut stage.shell(build, folder)?)
        .and_then(|()| run(&mut stage.shell(COMPOSE, folder)?))
        .and_then(|()| stage.shell(&format!("! {CALL} 2>&1 | tail -1"), folder))
        .and_then(|mut call| converse(&mut call, &calls()));
    // The next run begins with the caller as it was.
    fs::write(&file, set)?;
    let trapped = trapped?;
    ensure!(trapped.contains(TRAP), "a caller with Go's own setting does not trap any more, but says\n{trapped}");
    run(&mut stage.shell(build, folder)?)?;
    run(&mut stage.shell(COMPOSE, folder)?)
}

/// A delivery, then one call after the other that asks for the inventory.
fn calls() -> String {
    let items: Vec<_> =
        (0..ITEMS).map(|n| format!("{{name: \"an item with the number {n}\", quantity: 1, price: 1}}")).collect();
    let deliver = format!("till/one shop:till/api.{{deliver}} \"stock/north\" [{}]\n", items.join(", "));
    deliver + &"till/one take-inventory \"stock/north\"\n".repeat(CALLS)
}
