//! Compares two stubs of one target, the native one and the compiled crate: they must behave the same.
//!
//! It compares the exported WIT, all host calls while every function is called in every style, node by node, and the results
//! for damaged answers. The driver also checks each of them against the contract.

use std::collections::BTreeSet;

use crate::cases::Built;
use crate::damage::damaged;
use crate::driver::Driver;
use crate::fake_host::{Event, Fuel, Others, Program};
use crate::values::{Rng, Style};
use crate::world::World;
use wasm_rpc_stubgen_model::{Call, RpcErrors};
use wasmtime::Trap;

const STYLES: &[Style] =
    &[Style::Least, Style::Most, Style::Any, Style::Long(1_000), Style::Any, Style::Any, Style::Any];

/// How often each function is answered with something damaged.
const DAMAGES: u64 = 12;

/// What was executed in both stubs.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Executed {
    /// Calls with an answer as it should be.
    pub calls: usize,
    /// Calls with a damaged answer.
    pub damaged: usize,
    /// Those of them that trapped.
    pub trapped: usize,
}

/// Compares the native stub with the one that was compiled from the crate.
///
/// # Panics
///
/// At the first difference.
pub fn compare(built: &Built, compiled: &[u8]) -> Executed {
    compare_worlds(built, &World::of(&built.wasm), &World::of(compiled));
    let native = Program::compile(Fuel::Free, Others::Refused, &built.wasm).expect("the native stub is valid");
    let compiled = Program::compile(Fuel::Free, Others::Trapping, compiled).expect("the compiled stub is valid");
    let (events, calls) = transcript(built, &native);
    let (other_events, other_calls) = transcript(built, &compiled);
    compare_events(&events, &other_events);
    assert_eq!(calls, other_calls, "both made the same calls");
    let mut executed = Executed { calls, ..Executed::default() };
    compare_damages(built, &native, &compiled, &mut executed);
    compare_second_answers(built, &[&native, &compiled]);
    executed
}

fn compare_worlds(built: &Built, native: &World, compiled: &World) {
    assert_eq!(native.exported, compiled.exported, "both export the same WIT");
    let futures = built.model.functions().any(|function| matches!(function.call, Call::Future(_)));
    let reports = built.model.options.rpc_errors == RpcErrors::Trap;
    let mut calls = vec!["golem:rpc/types@0.1.0"];
    calls.extend(futures.then_some("wasi:io/poll@0.2.0"));
    calls.extend(reports.then_some("wasi:io/streams@0.2.0"));
    calls.extend(reports.then_some("wasi:cli/stderr@0.2.0"));
    let sorted = |names: Vec<&str>| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    let called = native.called.iter().map(String::as_str).collect();
    assert_eq!(sorted(called), sorted(calls), "the native stub calls what it needs, and nothing else");
    let mut needed = compiled.called.iter().filter(|name| !name.starts_with("wasi:"));
    assert!(needed.all(|name| name == "golem:rpc/types@0.1.0"), "beside it the crate calls WASI alone");
}

/// All that happens at the host while every function is called, and how many calls that are.
fn transcript(built: &Built, program: &Program) -> (Vec<Event>, usize) {
    let mut driver = Driver::over(built, program.start().expect("a stub starts"), 1);
    driver.record();
    driver.run(STYLES);
    (driver.transcript(), driver.calls.values().sum())
}

fn compare_events(native: &[Event], compiled: &[Event]) {
    for (number, (native, compiled)) in native.iter().zip(compiled).enumerate() {
        assert_eq!(native, compiled, "event {number} is the same");
    }
    assert_eq!(native.len(), compiled.len(), "as much happens");
}

/// Answers each function with something else than it should be: both take it for the same value, or both trap.
fn compare_damages(built: &Built, native: &Program, compiled: &Program, executed: &mut Executed) {
    for function in 0..Driver::functions(built).len() {
        for seed in 0..DAMAGES {
            let probe = |program: &Program| {
                let mut driver = Driver::over(built, program.start().expect("a stub starts"), 1);
                driver.supply();
                let mut rng = Rng::new(seed + 1);
                driver.probe(function, seed, &mut |answer| damaged(answer, &mut rng))
            };
            let Some(native) = probe(native) else { continue };
            assert_eq!(Some(&native), probe(compiled).as_ref(), "damage {seed} of function {function}");
            executed.damaged += 1;
            executed.trapped += usize::from(native.result.is_none());
        }
    }
}

/// Who asks a future for its answer once more, is told by a trap in both.
fn compare_second_answers(built: &Built, programs: &[&Program]) {
    for program in programs {
        let future = (0..Driver::functions(built).len()).find_map(|function| {
            let mut driver = Driver::over(built, program.start().expect("a stub starts"), 1);
            driver.supply();
            driver.ask_twice(function)
        });
        if let Some(error) = future {
            assert_eq!(error.downcast_ref(), Some(&Trap::UnreachableCodeReached), "{error:?}");
        }
    }
}

impl std::ops::Add for Executed {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            calls: self.calls + other.calls,
            damaged: self.damaged + other.damaged,
            trapped: self.trapped + other.trapped,
        }
    }
}
