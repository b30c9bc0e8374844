//! The cost of a call: executed instructions (wasmtime's fuel, the same in every run), and memory after many calls.
//!
//! The limits are a tenth of the instructions of a stub of `golem-cli stubgen` 1.0, which is compiled Rust.

use stubgen_tests::cases::{Built, build_text, golden};
use stubgen_tests::fake_host::{Fuel, Stub};
use stubgen_tests::sized_wit;
use wasmtime::component::{Func, Val};
use worker_host::value::{Node, Uri, WitValue};

const WIT: &str = "
package test:cost;
interface api {
  record line { id: string, count: u32, price: f64, tags: list<string> }
  take: func(x: u64);
  give: func() -> u64;
  pairs: func() -> list<tuple<string, u64>>;
  lines: func(x: list<line>) -> list<line>;
  bytes: func(x: list<u8>);
  resource thing { constructor(); touch: func(); give-away: func(other: thing) -> thing; }
}
world cost { export api; }
";

const INTERFACE: &str = "test:cost-stub/stub-cost";

/// A stub with a connection.
struct Session {
    stub: Stub,
    api: Val,
}

impl Session {
    fn start(fuel: Fuel) -> Self {
        let Built { wasm, .. } = build_text(WIT);
        let mut stub = Stub::start(fuel, &wasm).expect("the stub starts");
        stub.store.data_mut().forget = true;
        let mut session = Self { stub, api: Val::Bool(false) };
        session.api = session.call("[constructor]api", &[location()], None).remove(0);
        session
    }

    fn function(&mut self, name: &str) -> Func {
        self.stub.function(INTERFACE, name)
    }

    fn call(&mut self, name: &str, arguments: &[Val], answer: Option<WitValue>) -> Vec<Val> {
        let function = self.function(name);
        self.call_function(function, arguments, answer)
    }

    fn call_function(&mut self, function: Func, arguments: &[Val], answer: Option<WitValue>) -> Vec<Val> {
        self.stub.store.data_mut().answers.extend(answer.map(Ok));
        let count = function.ty(&self.stub.store).results().len();
        let mut results = vec![Val::Bool(false); count];
        function.call(&mut self.stub.store, arguments, &mut results).expect("the call succeeds");
        results
    }

    fn method(&mut self, name: &str, arguments: &[Val], answer: Option<WitValue>) -> Vec<Val> {
        let mut all = vec![self.api.clone()];
        all.extend_from_slice(arguments);
        self.call(name, &all, answer)
    }

    /// The instructions that `run` executes.
    fn fuel(&mut self, run: impl FnOnce(&mut Self)) -> u64 {
        let before = self.stub.store.get_fuel().expect("fuel is counted");
        run(self);
        before - self.stub.store.get_fuel().expect("fuel is counted")
    }

    /// Pages of linear memory that the stub has.
    fn pages(&self) -> u64 {
        self.stub.store.data().pages
    }
}

fn location() -> Val {
    Val::Record(vec![("value".into(), Val::String("urn:worker:component/alice".into()))])
}

fn number(value: u64) -> WitValue {
    WitValue { nodes: vec![Node::Tuple(vec![1]), Node::U64(value)] }
}

/// An answer with a list of so many pairs.
fn pairs(count: i32) -> WitValue {
    let mut nodes = vec![Node::Tuple(vec![1]), Node::List((0..count).map(|n| 2 + 3 * n).collect())];
    for n in 0..count {
        let at = 2 + 3 * n;
        nodes.extend([Node::Tuple(vec![at + 1, at + 2]), Node::String(format!("key {n}")), Node::U64(7)]);
    }
    WitValue { nodes }
}

fn handle(id: u64) -> WitValue {
    WitValue {
        nodes: vec![Node::Tuple(vec![1]), Node::Handle((Uri { value: "urn:worker:component/alice".into() }, id))],
    }
}

#[test]
fn a_call_takes_at_most_a_tenth_of_the_instructions_of_the_original() {
    let mut session = Session::start(Fuel::Counted);
    let take = session.fuel(|s| drop(s.method("[method]api.take", &[Val::U64(7)], None)));
    let give = session.fuel(|s| drop(s.method("[method]api.give", &[], Some(number(7)))));
    let none = session.fuel(|s| drop(s.method("[method]api.pairs", &[], Some(pairs(0)))));
    let many = session.fuel(|s| drop(s.method("[method]api.pairs", &[], Some(pairs(1000)))));
    let element = (many - none).div_ceil(1000);
    let construct = session.fuel(|s| drop(s.call("[constructor]thing", &[location()], Some(handle(1)))));
    let figures =
        [("take u64", take, 262), ("give u64", give, 157), ("element", element, 152), ("construct", construct, 456)];
    for (what, taken, limit) in figures {
        assert!(taken <= limit, "{what} takes {taken} instructions, more than {limit}: {figures:?}");
    }
    // The current figures, so that a diff shows changes.
    let today = figures.map(|(what, taken, _)| format!("{what}: {taken}\n")).concat();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.txt");
    assert_eq!(golden(&path, &today), None);
}

/// How often a call is repeated: a leak of 8 bytes, the smallest block, takes more than two pages then.
const ROUNDS: u32 = 20_000;

#[test]
fn calls_run_in_the_memory_of_the_first_hundred() {
    let mut session = Session::start(Fuel::Free);
    let give = session.function("[method]api.give");
    let lines = session.function("[method]api.lines");
    let api = session.api.clone();
    let tags = Val::List(vec![Val::String("a".into()), Val::String("b".into())]);
    let line = Val::Record(vec![
        ("id".into(), Val::String("id".into())),
        ("count".into(), Val::U32(1)),
        ("price".into(), Val::Float64(0.5)),
        ("tags".into(), tags),
    ]);
    let list = Val::List(vec![line; 3]);
    let empty = WitValue { nodes: vec![Node::Tuple(vec![1]), Node::List(vec![])] };
    let mut after_hundred = 0;
    for round in 0..ROUNDS {
        if round == 100 {
            after_hundred = session.pages();
        }
        if round % 20 == 0 {
            session.call_function(lines, &[api.clone(), list.clone()], Some(empty.clone()));
        } else {
            session.call_function(give, std::slice::from_ref(&api), Some(number(7)));
        }
    }
    assert!(after_hundred > 0);
    assert_eq!(session.pages(), after_hundred);
}

#[test]
fn large_calls_leave_nothing_behind() {
    let mut session = Session::start(Fuel::Free);
    let bytes = Val::List(vec![Val::U8(1); 200_000]);
    let mut pages = Vec::new();
    for _ in 0..10 {
        session.method("[method]api.bytes", std::slice::from_ref(&bytes), None);
        session.method("[method]api.pairs", &[], Some(pairs(10_000)));
        pages.push(session.pages());
    }
    assert_eq!(pages[1], pages[9]);
}

#[test]
fn resources_run_in_the_memory_of_the_first_hundred() {
    let mut session = Session::start(Fuel::Free);
    let construct = session.function("[constructor]thing");
    let give_away = session.function("[method]thing.give-away");
    let mut kept = session.call_function(construct, &[location()], Some(handle(0))).remove(0);
    let mut after_hundred = 0;
    for round in 0..u64::from(ROUNDS) {
        if round == 100 {
            after_hundred = session.pages();
        }
        let thing = session.call_function(construct, &[location()], Some(handle(round))).remove(0);
        if round % 3 == 0 {
            let next = session.call_function(give_away, &[kept.clone(), thing], Some(handle(round))).remove(0);
            drop_resource(&mut session, &kept);
            kept = next;
        } else {
            drop_resource(&mut session, &thing);
        }
    }
    assert!(after_hundred > 0);
    assert_eq!(session.pages(), after_hundred);
    assert_eq!(session.stub.store.data().connections, 2, "the interface's and the last resource's");
}

fn drop_resource(session: &mut Session, resource: &Val) {
    let Val::Resource(resource) = resource else { panic!("it is a resource") };
    resource.resource_drop(&mut session.stub.store).expect("a drop never traps");
}

#[test]
fn a_stub_grows_with_its_functions_and_types_and_no_faster() {
    for generate in [sized_wit::functions, sized_wit::one_interface, sized_wit::types] {
        let size = |count| build_text(&generate(count)).wasm.len();
        let (hundred, thousand) = (size(100), size(1_000));
        assert!(thousand <= 11 * hundred, "{hundred} bytes for 100, {thousand} for 1,000");
    }
}

#[test]
fn the_stub_of_the_tutorial_is_small() {
    let source =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/shopping-cart/purchase-history/wit");
    let target = wasm_rpc_stubgen_model::load(&source, None, &wasm_rpc_stubgen_model::Features::default())
        .expect("the example's WIT is right");
    let built = stubgen_tests::cases::build(target, &wasm_rpc_stubgen_model::StubOptions::default())
        .expect("the example can be stubbed");
    assert!(built.wasm.len() <= 7_000, "{} bytes", built.wasm.len());
}
