//! Malformed answers: the stub traps without reading out of bounds, and the trap's name describes the error. The backtrace names
//! the remote function, and the kind of an `rpc-error`. A stub that returns errors returns the same text and stays usable.

use std::collections::HashMap;

use stubgen_tests::cases::{Built, build_text, build_text_shaped};
use stubgen_tests::fake_host::{Event, Fuel, Stub};
use wasm_rpc_stubgen_model::{CallStyle, RpcErrors, StubOptions};
use wasmparser::{ExternalKind, KnownCustom, Name, Payload};
use wasmtime::component::Val;
use wasmtime::{Engine, Extern, Func, FuncType, Instance, Module, Store};
use worker_host::RpcError;
use worker_host::value::{Node, Uri, WitValue};

const WIT: &str = "
package test:hostile;
interface api {
  record pair { a: u8, b: string }
  record twins { a: u8, b: u8 }
  variant shape { none, some(u8) }
  enum color { red, green }
  flags bits { a, b, c }
  nothing: func();
  number: func() -> u8;
  text: func() -> string;
  letter: func() -> char;
  a-pair: func() -> pair;
  a-shape: func() -> shape;
  a-color: func() -> color;
  some-bits: func() -> bits;
  maybe: func() -> option<u8>;
  either: func() -> result<u8>;
  plain: func() -> result;
  numbers: func() -> list<u8>;
  nested: func() -> list<list<list<list<list<list<u8>>>>>>;
  deep: func() -> option<option<option<u8>>>;
  fixed: func() -> list<u8, 2>;
  resource thing { constructor(); }
  a-thing: func() -> thing;
  some-twins: func() -> twins;
  texts: func() -> list<string>;
  tuples: func() -> list<tuple<u8>>;
  grid: func() -> list<list<u8>>;
  options: func() -> list<option<u8>>;
  results: func() -> list<result<u8, u8>>;
  shapes: func() -> list<shape>;
  colors: func() -> list<color>;
  many-bits: func() -> list<bits>;
  things: func() -> list<thing>;
  blocks: func() -> list<list<u64, 1250>>;
  type block = list<u64, 1250>;
  record labelled { label: string, block: block }
  variant wide { nothing, whole(block) }
  record holder { thing: thing, block: option<block> }
  block-pairs: func() -> list<tuple<block, u8>>;
  labelled-blocks: func() -> list<labelled>;
  block-map: func() -> map<u8, block>;
  block-lists: func() -> list<list<block>>;
  block-grids: func() -> list<list<list<block>, 2>>;
  option-blocks: func() -> list<option<block>>;
  option-block-lists: func() -> list<list<option<block>>>;
  result-blocks: func() -> list<result<block, string>>;
  wide-blocks: func() -> list<wide>;
  holders: func() -> list<option<holder>>;
}
world hostile { export api; }
";

const NODE: &str = "wrong type of a node in the response";
const INDEX: &str = "node index out of range in the response";
const TREE: &str = "the nodes of the response are not a tree";
const CASE: &str = "unknown case in the response";
const COUNT: &str = "wrong number of elements in the response";
const PAYLOAD: &str = "missing or unexpected payload of a case in the response";

/// Calls `function` on a fresh stub: the error with its backtrace, and the pages of memory that the stub has then.
fn call(wasm: &[u8], function: &str, answer: Result<Vec<Node>, RpcError>) -> (Result<Vec<Val>, String>, u64) {
    let mut stub = Stub::start(Fuel::Counted, wasm).expect("the stub starts");
    stub.store.set_fuel(10_000_000).expect("fuel is counted");
    let interface = "test:hostile-stub/stub-hostile";
    let location = Val::Record(vec![("value".into(), Val::String("urn:worker:a/b".into()))]);
    let mut api = [Val::Bool(false)];
    let constructor = stub.function(interface, "[constructor]api");
    constructor.call(&mut stub.store, &[location], &mut api).expect("connecting never fails");
    let method = stub.function(interface, &format!("[method]api.{function}"));
    stub.store.data_mut().answers.push_back(answer.map(|nodes| WitValue { nodes }));
    let count = method.ty(&stub.store).results().len();
    let mut results = vec![Val::Bool(false); count];
    let called = method.call(&mut stub.store, &api, &mut results);
    (called.map(|()| results).map_err(|error| format!("{error:?}")), stub.store.data().pages)
}

/// Calls `function` on a fresh stub; the error with its backtrace.
fn trap(wasm: &[u8], function: &str, answer: Result<Vec<Node>, RpcError>) -> String {
    match call(wasm, function, answer).0 {
        Ok(results) => panic!("`{function}` took the answer and gave {results:?}"),
        Err(error) => error,
    }
}

fn one(child: Node) -> Vec<Node> {
    vec![Node::Tuple(vec![1]), child]
}

/// Function, answer, and what the trap says.
fn wrong_answers() -> Vec<(&'static str, Vec<Node>, &'static str)> {
    let root = |children: &[i32]| Node::Tuple(children.to_vec());
    let nested = |nodes: &[Node]| [&[root(&[1])], nodes].concat();
    vec![
        ("nothing", vec![], INDEX),
        ("nothing", vec![Node::Record(vec![])], NODE),
        ("nothing", one(Node::U8(1)), COUNT),
        ("number", vec![], INDEX),
        ("number", vec![root(&[])], COUNT),
        ("number", vec![root(&[0])], TREE),
        ("number", nested(&[Node::U8(1), Node::U8(1)]).into_iter().map(twice).collect(), COUNT),
        ("number", one(Node::U16(1)), NODE),
        ("number", vec![root(&[7]), Node::U8(1)], INDEX),
        ("number", vec![root(&[-1]), Node::U8(1)], INDEX),
        ("number", vec![root(&[i32::MIN]), Node::U8(1)], INDEX),
        ("text", one(Node::Char('a')), NODE),
        ("letter", one(Node::U32(97)), NODE),
        ("a-pair", one(Node::Record(vec![])), COUNT),
        ("a-pair", nested(&[Node::Tuple(vec![2, 3]), Node::U8(1), Node::String("x".into())]), NODE),
        ("a-pair", nested(&[Node::Record(vec![2, 2]), Node::U8(1)]), TREE),
        ("a-pair", nested(&[Node::Record(vec![2, 9]), Node::U8(1), Node::U8(1)]), INDEX),
        ("a-shape", one(Node::Variant((2, None))), CASE),
        ("a-shape", one(Node::Variant((u32::MAX, None))), CASE),
        ("a-shape", one(Node::Variant((1, None))), PAYLOAD),
        ("a-shape", nested(&[Node::Variant((0, Some(2))), Node::U8(1)]), PAYLOAD),
        ("a-shape", one(Node::Variant((1, Some(1)))), TREE),
        ("a-color", one(Node::Enum(2)), CASE),
        ("some-bits", one(Node::Flags(vec![true; 2])), COUNT),
        ("some-bits", one(Node::Flags(vec![true; 40])), COUNT),
        ("maybe", one(Node::Option(Some(1))), TREE),
        ("maybe", nested(&[Node::Option(Some(2)), Node::Bool(true)]), NODE),
        ("either", one(Node::Result(Ok(None))), PAYLOAD),
        ("either", nested(&[Node::Result(Err(Some(2))), Node::U8(1)]), PAYLOAD),
        ("plain", nested(&[Node::Result(Ok(Some(2))), Node::U8(1)]), PAYLOAD),
        ("numbers", one(Node::List(vec![1])), TREE),
        ("numbers", nested(&[Node::List(vec![2; 1000]), Node::U8(1)]), TREE),
        ("nested", nested(&shared_lists()), TREE),
        ("deep", nested(&[Node::Option(Some(2)), Node::Option(Some(1))]), TREE),
        ("fixed", nested(&[Node::List(vec![2]), Node::U8(1)]), COUNT),
        ("fixed", nested(&[Node::List(vec![2, 3, 4]), Node::U8(1), Node::U8(1), Node::U8(1)]), COUNT),
        ("a-thing", one(Node::U64(1)), NODE),
    ]
}

/// Answers that begin well, with handles, and end badly.
fn half_right_answers() -> Vec<(&'static str, Vec<Node>, &'static str)> {
    let handle = |id| Node::Handle((Uri { value: "urn:worker:a/b".into() }, id));
    let list =
        |children: &[i32], nodes: &[Node]| [&[Node::Tuple(vec![1]), Node::List(children.to_vec())], nodes].concat();
    vec![
        ("things", list(&[2, 3, 4], &[handle(1), handle(2), Node::U8(1)]), NODE),
        ("things", list(&[2, 3, 2], &[handle(1), handle(2), handle(3)]), TREE),
        ("things", list(&[2, 9], &[handle(1), handle(2)]), INDEX),
    ]
}

/// The root with one child more.
fn twice(node: Node) -> Node {
    match node {
        Node::Tuple(_) => Node::Tuple(vec![1, 2]),
        other => other,
    }
}

/// Lists that all have the same list a hundred times as elements: 100⁶ numbers in a few nodes.
fn shared_lists() -> Vec<Node> {
    let mut nodes: Vec<_> = (2..8).map(|next| Node::List(vec![next; 100])).collect();
    nodes.push(Node::U8(1));
    nodes
}

#[test]
fn a_wrong_answer_traps_with_its_reason() {
    let Built { wasm, .. } = build_text(WIT);
    for (function, answer, reason) in wrong_answers() {
        let trap = trap(&wasm, function, Ok(answer.clone()));
        assert!(trap.contains(reason), "{function} with {answer:?} says {trap} and not: {reason}");
        let remote = format!("test:hostile/api.{{{function}}}");
        assert!(trap.contains(&remote), "{trap} does not name {remote}");
    }
}

/// Answers in which one node has two parents, and another, which could be in its place, has none.
fn shared_nodes() -> Vec<(&'static str, Vec<Node>)> {
    let with_root = |nodes: &[Node]| [&[Node::Tuple(vec![1])], nodes].concat();
    // Two elements that are one node.
    let element = |node: Node| with_root(&[Node::List(vec![2, 2]), node.clone(), node]);
    // Two elements with one child.
    let child = |parent: Node| with_root(&[Node::List(vec![2, 3]), parent.clone(), parent, Node::U8(1), Node::U8(1)]);
    let text = Node::String("x".into());
    let handle = Node::Handle((Uri { value: "urn:worker:a/b".into() }, 1));
    vec![
        ("number", vec![Node::Tuple(vec![0]), Node::U8(1), Node::U8(1)]),
        ("some-twins", with_root(&[Node::Record(vec![2, 2]), Node::U8(1), Node::U8(1)])),
        ("fixed", with_root(&[Node::List(vec![2, 2]), Node::U8(1), Node::U8(1)])),
        ("deep", with_root(&[Node::Option(Some(2)), Node::Option(Some(1)), Node::Option(None), Node::U8(1)])),
        ("numbers", element(Node::U8(1))),
        ("texts", element(text)),
        ("grid", element(Node::List(vec![]))),
        ("options", element(Node::Option(None))),
        ("colors", element(Node::Enum(0))),
        ("many-bits", element(Node::Flags(vec![true; 3]))),
        ("things", element(handle)),
        ("tuples", child(Node::Tuple(vec![4]))),
        ("grid", child(Node::List(vec![4]))),
        ("options", child(Node::Option(Some(4)))),
        ("results", child(Node::Result(Ok(Some(4))))),
        ("results", child(Node::Result(Err(Some(4))))),
        ("shapes", child(Node::Variant((1, Some(4))))),
    ]
}

#[test]
fn a_node_is_read_once_even_where_another_is_to_spare() {
    let Built { wasm, .. } = build_text(WIT);
    for (function, answer) in shared_nodes() {
        let trap = trap(&wasm, function, Ok(answer.clone()));
        assert!(trap.contains(TREE), "{function} with {answer:?} says {trap}");
    }
}

#[test]
fn nodes_that_nothing_refers_to_are_ignored() {
    let Built { wasm, .. } = build_text(WIT);
    let answer =
        vec![Node::Tuple(vec![3]), Node::U8(1), Node::Tuple(vec![2]), Node::List(vec![5, 1]), Node::U8(3), Node::U8(2)];
    let (results, _) = call(&wasm, "numbers", Ok(answer));
    assert_eq!(results, Ok(vec![Val::List(vec![Val::U8(2), Val::U8(1)])]));
}

/// The elements of a list are read after memory is taken for all of them.
#[test]
fn a_list_of_more_elements_than_there_are_nodes_takes_no_memory() {
    let Built { wasm, .. } = build_text(WIT);
    let element = Node::List(vec![2; 1250]);
    let answer = vec![Node::Tuple(vec![1]), Node::List(vec![2; 100_000]), element];
    let (results, pages) = call(&wasm, "blocks", Ok(answer));
    assert!(results.is_err_and(|error| error.contains(TREE)));
    assert!(pages < 32, "{pages} pages of memory for a list of 400,000 bytes");
}

/// How often a hostile list names one node: with the element's size of 10,000 bytes, 2 GB.
const REPEATED: usize = 215_000;

/// Lists that name one node, `element`, many times, beside as many nodes that nothing refers to.
fn huge_lists() -> Vec<(&'static str, Vec<Node>)> {
    let answer = |nodes: &[Node]| {
        let unused = std::iter::repeat_n(Node::U8(1), REPEATED);
        [&[Node::Tuple(vec![1])], nodes].concat().into_iter().chain(unused).collect::<Vec<_>>()
    };
    let list = |element: Node| answer(&[Node::List(vec![2; REPEATED]), element]);
    let nested = |element: Node| answer(&[Node::List(vec![2; REPEATED]), Node::List(vec![3; REPEATED]), element]);
    let text = Node::String("x".into());
    vec![
        ("numbers", list(Node::U8(1))),
        ("texts", list(text.clone())),
        ("things", list(Node::Handle((Uri { value: "urn:worker:a/b".into() }, 1)))),
        ("blocks", list(Node::List(vec![3; 1250]))),
        ("block-pairs", list(Node::Tuple(vec![3, 4]))),
        ("labelled-blocks", list(Node::Record(vec![3, 4]))),
        ("block-map", list(Node::Tuple(vec![3, 4]))),
        ("grid", nested(Node::U8(1))),
        ("block-lists", nested(Node::List(vec![4; 1250]))),
        ("block-grids", answer(&[Node::List(vec![2; 1000]), Node::List(vec![3; 2]), Node::List(vec![4; REPEATED])])),
        ("option-blocks", list(Node::Option(None))),
        ("option-block-lists", nested(Node::Option(None))),
        ("result-blocks", list(Node::Result(Err(Some(3))))),
        ("wide-blocks", list(Node::Variant((0, None)))),
        ("holders", list(Node::Option(None))),
    ]
}

/// The pages that a huge list may take: its nodes, and the indices of its elements, are 10 MB.
const HUGE_PAGES: u64 = 1_000;

#[test]
fn a_list_that_names_one_node_many_times_takes_no_memory_for_its_elements() {
    let Built { wasm, .. } = build_text(WIT);
    for (function, answer) in huge_lists() {
        let (results, pages) = call(&wasm, function, Ok(answer));
        let error = results.expect_err("the answer is no tree");
        assert!(error.contains(TREE) || error.contains(NODE), "{function} says {error}");
        assert!(pages < HUGE_PAGES, "{function}: {pages} pages");
    }
}

#[test]
fn a_stub_that_returns_errors_survives_huge_lists() {
    for style in [CallStyle::Sync, CallStyle::Async] {
        let mut careful = Careful::start(style);
        for (function, answer) in huge_lists() {
            let (result, _) = careful.call(function, Ok(WitValue { nodes: answer }));
            let fails = [TREE, NODE].map(|reason| failed("protocol-error", reason));
            assert!(fails.contains(&result), "{function} gives {result:?}");
        }
        let pages = careful.stub.store.data().pages;
        assert!(pages < HUGE_PAGES, "{pages} pages");
        careful.finish();
    }
}

/// The elements are read, and memory grows with them, up to the limit.
#[test]
fn a_list_that_does_not_fit_into_memory_is_an_error() {
    let mut careful = Careful::start(CallStyle::Sync);
    let count = 110_000;
    let indices = (2..).take(count).collect();
    let mut nodes = vec![Node::Tuple(vec![1]), Node::List(indices)];
    nodes.extend(std::iter::repeat_n(Node::Option(None), count));
    let (result, _) = careful.call("option-blocks", Ok(WitValue { nodes }));
    assert_eq!(result, failed("protocol-error", "a list in the response is too large"));
    careful.finish();
}

/// Every tenth element is a block, and each holder has a handle, whose place in memory moves when the list grows.
#[test]
fn lists_of_large_optional_elements_keep_their_values() {
    let mut careful = Careful::start(CallStyle::Sync);
    let block = |number: u64| Val::FixedLengthList((0..1250).map(|n| Val::U64(number + n)).collect());
    let some = |value: Val| Val::Option(Some(Box::new(value)));
    let optional: Vec<Val> =
        (0..100).map(|number| if number % 10 == 3 { some(block(number)) } else { Val::Option(None) }).collect();
    let mut nodes = vec![Node::Tuple(vec![1]), Node::List(Vec::new())];
    let mut indices = Vec::new();
    let index = |nodes: &[Node]| i32::try_from(nodes.len()).expect("a small answer");
    for number in 0..100 {
        indices.push(index(&nodes));
        if number % 10 != 3 {
            nodes.push(Node::Option(None));
            continue;
        }
        let at = index(&nodes);
        nodes.extend([Node::Option(Some(at + 1)), Node::List((at + 2..at + 1252).collect())]);
        nodes.extend((0..1250).map(|n| Node::U64(number + n)));
    }
    nodes[1] = Node::List(indices);
    let (result, _) = careful.call("option-blocks", Ok(WitValue { nodes }));
    assert_eq!(result, Val::Result(Ok(Some(Box::new(Val::List(optional))))));
    let mut nodes = vec![Node::Tuple(vec![1]), Node::List((0..20).map(|n| 2 + 4 * n).collect())];
    for number in 0..20_u8 {
        let at = index(&nodes);
        let handle = Node::Handle((Uri { value: format!("urn:worker:a/{number}") }, u64::from(number)));
        nodes.extend([Node::Option(Some(at + 1)), Node::Record(vec![at + 2, at + 3]), handle, Node::Option(None)]);
    }
    let (result, _) = careful.call("holders", Ok(WitValue { nodes }));
    let Val::Result(Ok(Some(holders))) = result else { panic!("the answer is right: {result:?}") };
    let Val::List(holders) = *holders else { panic!("it is a list: {holders:?}") };
    for (number, holder) in holders.into_iter().enumerate() {
        let Val::Option(Some(holder)) = holder else { panic!("all are there: {holder:?}") };
        let Val::Record(fields) = *holder else { panic!("a holder is a record: {holder:?}") };
        let Val::Resource(thing) = fields[0].1 else { panic!("a handle comes first: {fields:?}") };
        careful.events();
        thing.resource_drop(&mut careful.stub.store).expect("a drop never traps");
        let events = careful.events();
        let uri = format!("urn:worker:a/{number}");
        assert!(matches!(&events[0], Event::Invoke { uri: to, .. } if *to == uri), "{number}: {events:?}");
    }
    careful.finish();
}

#[test]
fn a_failed_call_traps_with_the_kind_of_its_error() {
    let Built { wasm, .. } = build_text(WIT);
    let message = || "why".to_string();
    let errors = [
        (RpcError::Protocol(message()), "rpc-error protocol-error"),
        (RpcError::Denied(message()), "rpc-error denied"),
        (RpcError::NotFound(message()), "rpc-error not-found"),
        (RpcError::RemoteInternal(message()), "rpc-error remote-internal-error"),
    ];
    for (error, kind) in errors {
        let trap = trap(&wasm, "number", Err(error));
        assert!(trap.contains(kind), "{trap} does not name {kind}");
        assert!(trap.contains("test:hostile/api.{number}"), "{trap} does not name the function");
    }
}

/// A stub that returns errors, with the resource for its functions.
struct Careful {
    stub: Stub,
    shape: StubOptions,
    api: Val,
}

impl Careful {
    fn start(call_style: CallStyle) -> Self {
        let shape = StubOptions::new().call_style(call_style).rpc_errors(RpcErrors::Result);
        let Built { wasm, .. } = build_text_shaped(WIT, &shape);
        let mut stub = Stub::start(Fuel::Free, &wasm).expect("the stub starts");
        let [api] =
            call_of(&mut stub, "[constructor]api", &[location()]).try_into().expect("a constructor has a result");
        Self { stub, shape, api }
    }

    /// Calls a function in the stub's style. Gives the result, and the events after the call itself.
    fn call(&mut self, function: &str, answer: Result<WitValue, RpcError>) -> (Val, Vec<Event>) {
        self.stub.store.data_mut().answers.push_back(answer);
        let results = call_of(&mut self.stub, &format!("[method]api.{function}"), std::slice::from_ref(&self.api));
        let [result] = results.try_into().expect("each function returns whether it failed");
        let Val::Resource(future) = result else { return (result, self.events()) };
        assert_eq!(self.shape.call_style, CallStyle::Async, "no function gives a resource by itself");
        let get = format!("[method]future-{function}-result.get");
        let results = call_of(&mut self.stub, &get, &[Val::Resource(future)]);
        let [Val::Option(Some(answer))] = results.as_slice() else { panic!("the answer is there: {results:?}") };
        let answer = (**answer).clone();
        future.resource_drop(&mut self.stub.store).expect("a drop never traps");
        (answer, self.events())
    }

    fn events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.stub.store.data_mut().events)
    }

    /// The stub works as if nothing had been, and nothing has been left.
    fn finish(mut self) {
        let seven = WitValue { nodes: one(Node::U8(7)) };
        let (result, _) = self.call("number", Ok(seven));
        assert_eq!(result, Val::Result(Ok(Some(Box::new(Val::U8(7))))));
        assert_eq!(self.stub.store.data().connections, 1, "that of the resource for the functions");
        let Val::Resource(api) = self.api else { panic!("a constructor gives a resource") };
        api.resource_drop(&mut self.stub.store).expect("a drop never traps");
        let state = self.stub.store.data();
        assert_eq!((state.connections, state.futures, state.pollables), (0, 0, 0), "nothing leaks");
    }
}

fn location() -> Val {
    Val::Record(vec![("value".into(), Val::String("urn:worker:a/b".into()))])
}

/// Calls a function that does not trap.
fn call_of(stub: &mut Stub, function: &str, arguments: &[Val]) -> Vec<Val> {
    let called = stub.function("test:hostile-stub/stub-hostile", function);
    let mut results = vec![Val::Bool(false); called.ty(&stub.store).results().len()];
    let done = called.call(&mut stub.store, arguments, &mut results);
    done.unwrap_or_else(|error| panic!("{function} traps: {error:?}"));
    results
}

/// `err(case(text))`
fn failed(case: &str, text: &str) -> Val {
    let text = Val::String(text.into());
    Val::Result(Err(Some(Box::new(Val::Variant(case.into(), Some(Box::new(text)))))))
}

/// Function, answer, and what is said of it: all that is wrong in some way.
fn all_wrong_answers() -> Vec<(&'static str, Vec<Node>, &'static str)> {
    let shared = shared_nodes().into_iter().map(|(function, answer)| (function, answer, TREE));
    wrong_answers().into_iter().chain(half_right_answers()).chain(shared).collect()
}

/// Calls each function with what is wrong; `names` is what its functions are called that take an answer.
fn returns_reasons(style: CallStyle, names: &[&str]) {
    for prefix in names {
        let mut careful = Careful::start(style);
        for (function, answer, reason) in all_wrong_answers() {
            // What has no result, has no future: nobody reads the answer.
            if style == CallStyle::Async && prefix.is_empty() && function == "nothing" {
                continue;
            }
            careful.events();
            let (result, events) = careful.call(&format!("{prefix}{function}"), Ok(WitValue { nodes: answer.clone() }));
            assert_eq!(result, failed("protocol-error", reason), "{prefix}{function} with {answer:?}");
            let touches = |event: &Event| matches!(event, Event::Connect { .. } | Event::Disconnect { .. });
            assert!(!events.iter().any(touches), "{prefix}{function} with {answer:?} does {events:?}");
            assert_eq!(careful.stub.store.data().connections, 1, "{prefix}{function} with {answer:?}");
        }
        careful.finish();
    }
}

#[test]
fn a_wrong_answer_is_returned_with_its_reason() {
    returns_reasons(CallStyle::Sync, &[""]);
}

#[test]
fn a_wrong_answer_is_returned_by_the_future_too() {
    returns_reasons(CallStyle::Async, &["", "blocking-"]);
}

#[test]
fn a_failed_call_is_returned_as_it_is() {
    for style in [CallStyle::Sync, CallStyle::Async] {
        let mut careful = Careful::start(style);
        for text in ["", "why", &"🦀 because\n".repeat(10_000)] {
            let errors = [
                (RpcError::Protocol(text.into()), "protocol-error"),
                (RpcError::Denied(text.into()), "denied"),
                (RpcError::NotFound(text.into()), "not-found"),
                (RpcError::RemoteInternal(text.into()), "remote-internal-error"),
            ];
            for (error, case) in errors {
                for function in ["nothing", "number", "things"] {
                    let (result, _) = careful.call(function, Err(error.clone()));
                    assert_eq!(result, failed(case, text), "{function} fails with {case}");
                }
            }
        }
        careful.finish();
    }
}

/// The connections of a future's answer are made when it is taken; the future outlives the resource that it was asked of.
#[test]
fn futures_are_answered_in_any_order() {
    let mut careful = Careful::start(CallStyle::Async);
    let start = |careful: &mut Careful, value| {
        careful.stub.store.data_mut().answers.push_back(Ok(WitValue { nodes: one(Node::U8(value)) }));
        let results = call_of(&mut careful.stub, "[method]api.number", std::slice::from_ref(&careful.api));
        let [Val::Resource(future)] = results.as_slice() else { panic!("a future is a resource") };
        *future
    };
    let futures = [1, 2, 3].map(|value| start(&mut careful, value));
    let Val::Resource(api) = careful.api else { panic!("a constructor gives a resource") };
    api.resource_drop(&mut careful.stub.store).expect("a drop never traps");
    assert_eq!(careful.stub.store.data().connections, 0, "a future holds no connection");
    careful.events();
    for (number, value) in [(2, 3), (0, 1), (1, 2)] {
        let results = call_of(&mut careful.stub, "[method]future-number-result.get", &[Val::Resource(futures[number])]);
        let expected = Val::Result(Ok(Some(Box::new(Val::U8(value)))));
        assert_eq!(results, [Val::Option(Some(Box::new(expected)))]);
        futures[number].resource_drop(&mut careful.stub.store).expect("a drop never traps");
        let future = number;
        let looked = [Event::Subscribe { future }, Event::Ready { future }, Event::DropPollable { future }];
        let given = [Event::Get { future }, Event::DropFuture { future }];
        assert_eq!(careful.events(), [&looked[..], &given].concat());
    }
    assert_eq!(careful.stub.store.data().futures, 0, "all futures are dropped");
}

/// A future whose answer cannot be returned traps when it is asked, and not before.
#[test]
fn a_future_traps_when_it_is_asked() {
    let shape = StubOptions::new().call_style(CallStyle::Async);
    let Built { wasm, .. } = build_text_shaped(WIT, &shape);
    let answers = [
        (Err(RpcError::Denied("why".into())), "rpc-error denied"),
        (Ok(WitValue { nodes: one(Node::U16(1)) }), NODE),
        (Ok(WitValue { nodes: Vec::new() }), INDEX),
    ];
    for (answer, reason) in answers {
        let mut stub = Stub::start(Fuel::Free, &wasm).expect("the stub starts");
        let api = call_of(&mut stub, "[constructor]api", &[location()]);
        stub.store.data_mut().answers.push_back(answer);
        let future = call_of(&mut stub, "[method]api.number", &api);
        let get = stub.function("test:hostile-stub/stub-hostile", "[method]future-number-result.get");
        let trap = get.call(&mut stub.store, &future, &mut [Val::Bool(false)]).expect_err("there is no number");
        let trap = format!("{trap:?}");
        assert!(trap.contains(reason), "{trap} does not say {reason}");
        assert!(trap.contains("test:hostile/api.{number}"), "{trap} does not name the function");
    }
}

/// Handles are connected when the whole answer was read.
#[test]
fn nothing_is_connected_before_a_trap() {
    let Built { wasm, .. } = build_text(WIT);
    for (function, answer, reason) in half_right_answers() {
        let mut stub = Stub::start(Fuel::Free, &wasm).expect("the stub starts");
        let api = call_of(&mut stub, "[constructor]api", &[location()]);
        stub.store.data_mut().answers.push_back(Ok(WitValue { nodes: answer }));
        let method = stub.function("test:hostile-stub/stub-hostile", &format!("[method]api.{function}"));
        let trap = method.call(&mut stub.store, &api, &mut [Val::Bool(false)]).expect_err("the answer is wrong");
        assert!(format!("{trap:?}").contains(reason), "{trap:?} does not say {reason}");
        assert_eq!(stub.store.data().connections, 1, "that of the resource for the functions");
    }
}

#[test]
fn a_handle_is_taken_whatever_its_uri() {
    let Built { wasm, .. } = build_text(WIT);
    for uri in [String::new(), "x".repeat(100_000)] {
        let mut stub = Stub::start(Fuel::Free, &wasm).expect("the stub starts");
        let interface = "test:hostile-stub/stub-hostile";
        let constructor = stub.function(interface, "[constructor]thing");
        let location = Val::Record(vec![("value".into(), Val::String("urn:worker:a/b".into()))]);
        let handle = Node::Handle((Uri { value: uri }, u64::MAX));
        stub.store.data_mut().answers.push_back(Ok(WitValue { nodes: one(handle) }));
        let mut thing = [Val::Bool(false)];
        constructor.call(&mut stub.store, &[location], &mut thing).expect("a handle is a handle");
        let [Val::Resource(thing)] = thing else { panic!("a constructor gives a resource") };
        thing.resource_drop(&mut stub.store).expect("a drop never traps");
    }
}

/// The core module of a stub, with imports that write raw bytes: what no host behind the canonical ABI can send.
#[test]
fn a_char_that_is_none_traps() {
    let Built { wasm, .. } = build_text(WIT);
    for (char, valid) in [(0x61, true), (0xD7FF, true), (0xD800, false), (0xDFFF, false), (0x11_0000, false)] {
        let engine = Engine::default();
        let core = core_module(&wasm);
        let module = Module::new(&engine, core).expect("the core module is valid");
        let mut store = Store::new(&engine, ());
        let imports: Vec<Extern> = module
            .imports()
            .map(|import| {
                let ty = import.ty().func().expect("a stub imports functions").clone();
                Func::new(&mut store, ty.clone(), raw_host(&ty, char)).into()
            })
            .collect();
        let instance = Instance::new(&mut store, &module, &imports).expect("the imports are there");
        let name = export_of(core, "test:hostile/api.{letter}");
        let letter = instance.get_typed_func::<i32, i32>(&mut store, &name).expect("the function is exported");
        match letter.call(&mut store, 1) {
            Ok(found) => assert!(valid && found == char, "{char:#x} was taken as {found:#x}"),
            Err(error) => assert!(!valid && format!("{error:?}").contains("invalid char"), "{error:?}"),
        }
    }
}

/// The first core module of a component.
fn core_module(component: &[u8]) -> &[u8] {
    let mut payloads = wasmparser::Parser::new(0).parse_all(component);
    let module = payloads.find_map(|payload| match payload.expect("the component is valid") {
        Payload::ModuleSection { unchecked_range, .. } => Some(unchecked_range),
        _ => None,
    });
    let module = module.expect("a stub has a core module");
    let index = |offset: u64| usize::try_from(offset).expect("an offset of the component is an index");
    &component[index(module.start)..index(module.end)]
}

/// The name by which a core module exports the function that a backtrace calls `debug_name`.
fn export_of(module: &[u8], debug_name: &str) -> String {
    let (mut exports, mut index) = (HashMap::new(), None);
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        match payload.expect("the module is valid") {
            Payload::ExportSection(section) => {
                let all = section.into_iter().map(|export| export.expect("the module is valid"));
                let functions = all.filter(|export| export.kind == ExternalKind::Func);
                exports.extend(functions.map(|export| (export.index, export.name.to_string())));
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    let Name::Function(functions) = names.expect("the module is valid") else { continue };
                    let mut functions = functions.into_iter().map(|function| function.expect("the module is valid"));
                    index = functions.find(|function| function.name == debug_name).map(|function| function.index);
                }
            }
            _ => {}
        }
    }
    exports.remove(&index.expect("the function has a name")).expect("the function is exported")
}

type Caller<'a> = wasmtime::Caller<'a, ()>;

/// A host function that answers every call with a tuple of one char, written as bytes behind the first page.
fn raw_host(
    ty: &FuncType,
    char: i32,
) -> impl Fn(Caller<'_>, &[wasmtime::Val], &mut [wasmtime::Val]) -> wasmtime::Result<()> + use<> {
    let calls = ty.params().len() == 6;
    move |mut caller, params, results| {
        results.iter_mut().for_each(|result| *result = wasmtime::Val::I32(1));
        if !calls {
            return Ok(());
        }
        let memory = caller.get_export("cm32p2_memory").and_then(Extern::into_memory).expect("the memory is exported");
        let nodes = u32::try_from(memory.data_size(&caller)).expect("a small memory");
        memory.grow(&mut caller, 1)?;
        let answer = u32::try_from(params[5].unwrap_i32()).expect("an address");
        let mut write = |address: u32, value: u32| memory.write(&mut caller, address as usize, &value.to_le_bytes());
        // A tuple whose one child is node 1: tag, pointer to the indices, their number.
        let (tuple, prim_char, node_size, indices) = (4, 18, 24, nodes + 64);
        write(nodes, tuple)?;
        write(nodes + 8, indices)?;
        write(nodes + 12, 1)?;
        write(indices, 1)?;
        write(nodes + node_size, prim_char)?;
        write(nodes + node_size + 8, char.cast_unsigned())?;
        write(answer, 0)?;
        write(answer + 4, nodes)?;
        write(answer + 8, 2)?;
        Ok(())
    }
}
