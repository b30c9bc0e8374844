//! The stderr of stubs: before a trap, one line with the function, its worker, the kind of error and its text, for every
//! function of every case; nothing for stubs that return errors.

use stubgen_tests::cases::{Built, build_text, cases};
use stubgen_tests::damage::damaged;
use stubgen_tests::driver::{Driver, Probe};
use stubgen_tests::fake_host::{Event, Fuel, Others, Program};
use stubgen_tests::shapes;
use stubgen_tests::values::Rng;
use stubgen_tests::world::World;
use wasm_rpc_stubgen_model::RpcErrors;
use wasmtime::WasmBacktrace;
use worker_host::RpcError;
use worker_host::value::WitValue;

/// What WASI has for the standard error.
const OUTPUT: [&str; 2] = ["wasi:io/streams@0.2.0", "wasi:cli/stderr@0.2.0"];

/// How many functions of a stub are called.
const TRIED: usize = 6;

/// A stub that can be started any number of times.
struct Subject {
    name: String,
    built: Built,
    program: Program,
}

impl Subject {
    fn new(name: String, built: Built) -> Self {
        let program = Program::compile(Fuel::Free, Others::Refused, &built.wasm).expect("the stub is valid");
        Self { name, built, program }
    }

    /// A fresh instance that has handles to pass.
    fn start(&self) -> Driver<'_> {
        let mut driver = Driver::over(&self.built, self.program.start().expect("a stub starts"), 1);
        driver.supply();
        driver
    }

    /// Calls a function of a fresh instance, whose answer is changed.
    fn probe(&self, function: usize, change: &mut dyn FnMut(WitValue) -> Result<WitValue, RpcError>) -> Option<Probe> {
        self.start().probe(function, 1, change)
    }

    /// Some functions, from the first on; all of them where there are few.
    fn functions(&self) -> impl Iterator<Item = usize> {
        let count = Driver::functions(&self.built).len();
        (0..count).step_by(count.div_ceil(TRIED))
    }
}

/// Each case with its own types, in both styles, with these errors.
fn each(errors: RpcErrors, mut check: impl FnMut(&Subject)) {
    for case in cases(false) {
        let own = case.shape().types;
        for shape in case.shapes().into_iter().filter(|shape| shape.rpc_errors == errors && shape.types == own) {
            let built = case.build_shaped(&shape).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
            check(&Subject::new(format!("{} as {}", case.name, shapes::words(&shape)), built));
        }
    }
}

/// The beginning of the line about the call that was made.
fn about(probe: &Probe) -> String {
    let called = probe.events.iter().find_map(|event| match event {
        Event::Invoke { uri, function, .. }
        | Event::Send { uri, function, .. }
        | Event::AsyncInvoke { uri, function, .. } => Some(format!("wasm-rpc: {function} of {uri} failed: ")),
        _ => None,
    });
    called.expect("the function was invoked")
}

#[test]
fn a_failed_call_says_which_and_why() {
    let text = "Process exited\n🦀 ".repeat(600);
    each(RpcErrors::Trap, |stub| {
        let (name, mut heard) = (&stub.name, 0);
        for function in stub.functions() {
            let failed = &mut |_| Err(RpcError::RemoteInternal(text.clone()));
            let Some(probe) = stub.probe(function, failed) else { continue };
            assert_eq!(probe.result, None, "{name}: function {function} traps");
            assert_eq!(probe.stderr, format!("{}remote-internal-error: {text}\n", about(&probe)), "{name}");
            heard += 1;
        }
        assert!(heard > 0, "{name}: a function was called");
    });
}

#[test]
fn a_malformed_answer_is_reported_in_the_same_way() {
    let mut reported = 0;
    each(RpcErrors::Trap, |stub| {
        let name = &stub.name;
        for function in stub.functions() {
            let mut rng = Rng::new(testkit::seed() + 7 + function as u64);
            let Some(probe) = stub.probe(function, &mut |answer| damaged(answer, &mut rng)) else { continue };
            match probe.result {
                Some(_) => assert_eq!(probe.stderr, "", "{name}"),
                None => {
                    let about = about(&probe);
                    assert!(probe.stderr.starts_with(&about), "{name}: {}", probe.stderr);
                    assert!(probe.stderr.ends_with('\n'), "{name}: {}", probe.stderr);
                    reported += 1;
                }
            }
        }
    });
    assert!(reported > 100, "only {reported} answers were malformed");
}

#[test]
fn each_kind_of_error_is_named() {
    let built = build_text("package a:b; interface api { f: func(); } world w { export api; }");
    let stub = Subject::new("each kind".into(), built);
    let kinds = [
        (RpcError::Protocol("a".into()), "protocol-error: a"),
        (RpcError::Denied(String::new()), "denied: "),
        (RpcError::NotFound("c".into()), "not-found: c"),
        (RpcError::RemoteInternal("d".into()), "remote-internal-error: d"),
    ];
    for (error, said) in kinds {
        let probe = stub.probe(0, &mut |_| Err(error.clone())).expect("the function needs no handle");
        assert_eq!(probe.stderr, format!("{}{said}\n", about(&probe)));
    }
}

#[test]
fn a_stub_that_returns_errors_imports_no_output() {
    each(RpcErrors::Result, |Subject { name, built, .. }| {
        let called = World::of(&built.wasm).called;
        assert!(called.iter().all(|id| !id.starts_with("wasi:cli/") && id != OUTPUT[0]), "{name}: {called:?}");
    });
    each(RpcErrors::Trap, |Subject { name, built, .. }| {
        let called = World::of(&built.wasm).called;
        assert!(OUTPUT.iter().all(|id| called.iter().any(|called| called == id)), "{name}: {called:?}");
        assert!(!built.wit.files.iter().any(|(path, _)| path.contains("cli")), "{name}: the WIT knows no output");
    });
}

#[test]
fn an_answer_is_given_once() {
    let mut asked = 0;
    for errors in [RpcErrors::Trap, RpcErrors::Result] {
        each(errors, |stub| {
            let name = &stub.name;
            for function in stub.functions() {
                let Some(error) = stub.start().ask_twice(function) else { continue };
                let backtrace = error.downcast_ref::<WasmBacktrace>().expect("the stub itself traps").to_string();
                assert!(backtrace.contains("the answer was taken already"), "{name}: {backtrace}");
                asked += 1;
            }
        });
    }
    assert!(asked > 100, "only {asked} futures were asked twice");
}

#[test]
fn a_target_with_part_of_wasi_io_reports_as_well() {
    // Its copy of `wasi:io/streams` lacks what an error is written with.
    let wit = "package a:b;
        interface api { use wasi:io/streams@0.2.0.{mode}; f: func() -> mode; }
        world w { export api; }
        package wasi:io@0.2.0 { interface streams { enum mode { text, bytes } } }";
    let stub = Subject::new("a part".into(), build_text(wit));
    let probe = stub.probe(0, &mut |_| Err(RpcError::Denied("no".into()))).expect("the function needs no handle");
    assert_eq!((&probe.result, &probe.stderr), (&None, &format!("{}denied: no\n", about(&probe))));
}

#[test]
fn a_target_with_another_wasi_io_traps_without_a_word() {
    let wit = "package a:b;
        interface api { use wasi:io/streams@0.2.0.{stream-error}; f: func() -> stream-error; }
        world w { export api; }
        package wasi:io@0.2.0 { interface streams { enum stream-error { closed } } }";
    assert_eq!(World::of(&build_text(wit).wasm).called, ["golem:rpc/types@0.1.0"]);
}
