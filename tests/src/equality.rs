//! Two stubs of one target, the native one and the compiled crate, side by side: whatever one does, the other does.
//!
//! Compared are the exported WIT; all that happens at the host while every function is called in every style, node by node;
//! and what becomes of answers that were damaged. That each of them keeps the contract, the driver checks on the way.

use crate::cases::Built;
use crate::damage::damaged;
use crate::driver::Driver;
use crate::fake_host::{Event, Fuel, Others, Program};
use crate::values::{Rng, Style};
use crate::world::World;

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
    compare_worlds(&World::of(&built.wasm), &World::of(compiled));
    let native = Program::compile(Fuel::Free, Others::Refused, &built.wasm).expect("the native stub is valid");
    let compiled = Program::compile(Fuel::Free, Others::Trapping, compiled).expect("the compiled stub is valid");
    let (events, calls) = transcript(built, &native);
    let (other_events, other_calls) = transcript(built, &compiled);
    compare_events(&events, &other_events);
    assert_eq!(calls, other_calls, "both made the same calls");
    let mut executed = Executed { calls, ..Executed::default() };
    compare_damages(built, &native, &compiled, &mut executed);
    executed
}

fn compare_worlds(native: &World, compiled: &World) {
    assert_eq!(native.exported, compiled.exported, "both export the same WIT");
    assert_eq!(native.called, ["golem:rpc/types@0.1.0"], "the native stub calls nothing but `golem:rpc`");
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
