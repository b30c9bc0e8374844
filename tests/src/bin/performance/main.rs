//! Compares the cost of `--builder native` and `--builder cargo`; `cargo xtask performance` runs it.
//!
//! `performance TOOL FOLDER` builds each target with both builders of the tool (`builds`), runs both stubs against the recording
//! host and counts their instructions (`calls`). It prints Markdown for `docs/performance.md`.

mod builds;
mod calls;
mod targets;
mod text;

use std::env;
use std::process::ExitCode;

use builds::{Bench, Stubs, Timed};
use calls::Pair;
use stubgen_tests::sized_wit;
use targets::{Target, targets};
use text::{Rows, decimal, number, say, size, tell, time};

/// How many times as much the cargo builder has to cost.
const TIME: f64 = 1_000.0;
const SIZE: f64 = 8.0;
const INSTRUCTIONS: f64 = 4.0;

fn main() -> ExitCode {
    let words: Vec<_> = env::args_os().skip(1).collect();
    let [tool, folder] = words.as_slice() else {
        tell("usage: performance TOOL FOLDER");
        return ExitCode::from(2);
    };
    let path = |word| std::path::absolute(word).expect("a path can be made absolute");
    let bench = Bench { tool: path(tool), folder: path(folder) };
    let targets = targets();
    let build = |target: &Target| {
        tell(&format!("  {}, by both builders", target.name));
        bench.build(target)
    };
    let stubs: Vec<Stubs> = targets.iter().map(build).collect();
    print_builds(&targets, &stubs);
    print_calls(&targets, &stubs);
    tell("  very many functions");
    print_many(&bench);
    ExitCode::SUCCESS
}

fn print_builds(targets: &[Target], stubs: &[Stubs]) {
    let mut rows = Rows::new(["target", "", "native", "cargo", "ratio", "goal"]);
    for (target, Stubs { native, cold, warm }) in targets.iter().zip(stubs) {
        let name = format!("`{}`: {}", target.name, target.what);
        let mut row = |what: &str, [native, cargo]: [String; 2], [times, wanted]: [String; 2]| {
            rows.add([name.clone(), what.to_string(), native, cargo, times, wanted]);
        };
        let times = [cold, warm].map(|compiled| compiled.time.as_secs_f64() / native.time.as_secs_f64());
        let sizes = cold.wasm.len() as f64 / native.wasm.len() as f64;
        let both = |compiled: &Timed| [time(native.time), time(compiled.time)];
        row("time, nothing compiled", both(cold), judged(times[0], TIME));
        row("time, dependencies compiled", both(warm), [decimal(times[1]), String::new()]);
        row("size", [size(&native.wasm), size(&cold.wasm)], judged(sizes, SIZE));
        let imports = [native, cold].map(|stub| number(stub.imports()));
        row("imported interfaces", imports, [String::new(), String::new()]);
    }
    rows.print();
}

fn print_calls(targets: &[Target], stubs: &[Stubs]) {
    let mut rows = Rows::new(["target", "call", "native", "cargo", "ratio", "goal"]);
    for (target, Stubs { native, cold, .. }) in targets.iter().zip(stubs) {
        let pair = Pair::compile(&native.wasm, &cold.wasm);
        for call in &target.calls {
            let [native, cargo] = pair.instructions(target.interface, call);
            let [times, wanted] = judged(cargo as f64 / native as f64, INSTRUCTIONS);
            let (name, what) = (format!("`{}`", target.name), call.what.to_string());
            rows.add([name, what, number(native), number(cargo), times, wanted]);
        }
    }
    rows.print();
}

/// Very many functions: `generate`, `build`, and once the crate's compilation.
fn print_many(bench: &Bench) {
    let mut rows = Rows::new(["functions", "interfaces", "`generate`", "`build`", "size"]);
    for count in [1_000, 10_000] {
        let hundreds = (count / 100, sized_wit::functions(count));
        for (interfaces, wit) in [hundreds, (1, sized_wit::one_interface(count))] {
            let source = bench.source("many", &wit);
            let (generate, native) = (bench.generate(&source), bench.native(&source));
            let [functions, interfaces] = [count, interfaces].map(|count| number(count as u64));
            rows.add([functions, interfaces, time(generate), time(native.time), size(&native.wasm)]);
        }
    }
    rows.print();
    let compiled = bench.compiled_many(&sized_wit::functions(1_000));
    say(&format!(
        "The crate of 1,000 functions in 10 interfaces compiles in {} with its dependencies already compiled, to {}.",
        time(compiled.time),
        size(&compiled.wasm)
    ));
}

/// A ratio, and what it should be at least.
fn judged(times: f64, wanted: f64) -> [String; 2] {
    let missed = if times < wanted { ", missed" } else { "" };
    [decimal(times), format!("{}{missed}", number(wanted as u64))]
}
