//! Resources of a worker, called from outside by their handles; function names in all spellings.

use crate::support::{builder, failure, invoke, relayed, uri};

const API: &str = "test:counter/api@1.0.0";

fn name(item: &str) -> String {
    format!("{API}.{{{item}}}")
}

#[tokio::test]
async fn a_resource_lives_from_new_to_drop() {
    let host = builder().build();
    let worker = "counter/a";
    let handle = invoke(&host, worker, &name("counter.new"), ["5"]).await;
    assert_eq!(handle, "handle(urn:worker:counter/a, 0)");
    let increment = name("counter.increment");
    assert_eq!(invoke(&host, worker, &increment, [&handle, "2"]).await, "7");
    assert_eq!(invoke(&host, worker, &increment, [&format!("{handle:?}"), "2"]).await, "9");
    assert_eq!(invoke(&host, worker, &name("counter.drop"), [&handle]).await, "()");
    assert_eq!(invoke(&host, worker, &name("dropped"), []).await, "1");
    let message = failure(&host, worker, &increment, [&handle, "2"]).await;
    let reason = "parameter `self`: resource not found: handle 0 does not exist or was dropped";
    assert_eq!(message, format!("remote-internal-error: Invalid request: `{increment}`: {reason}"));
}

#[tokio::test]
async fn own_parameters_give_the_resource_away() {
    let host = builder().build();
    let worker = "counter/a";
    let new = name("counter.new");
    let a = invoke(&host, worker, &new, ["5"]).await;
    let b = invoke(&host, worker, &new, ["6"]).await;
    let borrowed = invoke(&host, worker, &name("sum"), [&format!("[{a:?}, {b:?}, {a:?}]")]).await;
    assert_eq!(borrowed, "16");
    let merged = invoke(&host, worker, &name("counter.merge"), [&a, &b]).await;
    assert_eq!(merged, "handle(urn:worker:counter/a, 2)");
    assert_eq!(invoke(&host, worker, &name("consume"), [&merged]).await, "11");
    assert_eq!(invoke(&host, worker, &name("dropped"), []).await, "3");
    let message = failure(&host, worker, &name("consume"), [&b]).await;
    assert!(message.contains("resource not found: handle 1 does not exist"), "{message}");
    // and not twice in one call
    let a = invoke(&host, "counter/b", &new, ["5"]).await;
    let message = failure(&host, "counter/b", &name("counter.merge"), [&a, &a]).await;
    assert!(message.contains("moved and used again"), "{message}");
}

#[tokio::test]
async fn foreign_handles_and_other_types_are_refused() {
    let host = builder().build();
    let mine = invoke(&host, "counter/a", &name("counter.new"), ["5"]).await;
    let message = failure(&host, "counter/b", &name("consume"), [&mine]).await;
    assert!(message.contains("`urn:worker:counter/a` is not `counter/b`"), "{message}");
    for (worker, function) in [("counter/c", "consume"), ("counter/d", "counter.drop")] {
        let picky = invoke(&host, worker, &name("picky.new"), ["4"]).await;
        assert_eq!(picky, format!("ok(handle(urn:worker:{worker}, 0))"));
        let picky = &picky[3..picky.len() - 1];
        assert_eq!(invoke(&host, worker, &name("picky.value"), [picky]).await, "4");
        let message = failure(&host, worker, &name(function), [picky]).await;
        assert!(message.contains(&format!("handle 0 of worker `{worker}` has a different resource type")), "{message}");
    }
    let message = failure(&host, "counter/a", &name("consume"), ["5"]).await;
    assert!(message.contains("argument for `c`"), "{message}");
    let message = failure(&host, "counter/a", &name("consume"), ["handle(urn:worker:a/b/c, 1)"]).await;
    assert!(message.contains("argument for `c`: Invalid URI: urn:worker:a/b/c. Must be"), "{message}");
    // in another spelling of the URI it is the same worker's
    assert_eq!(invoke(&host, "counter/a", &name("consume"), [&format!("handle({}, 0)", uri("counter/a"))]).await, "5");
}

#[tokio::test]
async fn fallible_constructors_work() {
    let host = builder().build();
    let answer = invoke(&host, "counter/a", &name("picky.new"), ["3"]).await;
    assert_eq!(answer, "err(\"must be even\")");
    let answer = invoke(&host, "counter/a", &name("[constructor]picky"), ["2"]).await;
    assert_eq!(answer, "ok(handle(urn:worker:counter/a, 0))");
}

#[tokio::test]
async fn functions_are_found_in_every_spelling() {
    let host = builder().build();
    let worker = "counter/a";
    let new = ["counter.new", "[constructor]counter"].map(name);
    let mut handles = Vec::new();
    for new in
        new.iter().map(String::as_str).chain(["counter.new", "api.{counter.new}", "test:counter/api.{counter.new}"])
    {
        handles.push(invoke(&host, worker, new, ["0"]).await);
    }
    let methods = ["counter.increment", "[method]counter.increment", "[method]counter.drop"].map(name);
    for (method, sum) in methods.iter().zip(["1", "2", "3"]) {
        assert_eq!(invoke(&host, worker, method, [&handles[0], "1"]).await, sum);
    }
    let merged = invoke(&host, worker, &name("[static]counter.merge"), [&handles[0], &handles[1]]).await;
    for (drop, handle) in [name("[drop]counter"), "counter.drop".to_owned()].iter().zip([&merged, &handles[2]]) {
        assert_eq!(invoke(&host, worker, drop, [handle]).await, "()");
    }
    assert_eq!(invoke(&host, worker, "inline-api.{hello}", []).await, "4");
    assert_eq!(invoke(&host, worker, "inline-api.{add}", ["1"]).await, "1");
    assert_eq!(invoke(&host, worker, "add", ["1"]).await, "2");
}

#[tokio::test]
async fn short_names_must_be_unique() {
    let host = builder().build();
    assert_eq!(invoke(&host, "counter/a", "dropped", []).await, "0");
    let message = failure(&host, "counter/a", "incremnt", []).await;
    assert!(message.contains("has no function `incremnt`"), "{message}");
    let message = failure(&host, "counter/a", "counter.incremnt", []).await;
    assert!(message.contains("(similar: `test:counter/api@1.0.0.{counter.increment}`"), "{message}");
    let message = failure(&host, "conter/a", "add", []).await;
    assert_eq!(message, "component `conter` not found (similar: `counter`)");
    let message = failure(&host, "a", "add", []).await;
    assert!(message.starts_with("Invalid URI: a. Must be "), "{message}");
}

#[tokio::test]
async fn handles_cross_between_workers_as_what_they_are() {
    let host = builder().build();
    let target = ("urn:worker:counter/x", "test:counter/api@1.0.0.{counter.new}");
    let answer = relayed(&host, "relay/a", "call", target, &["prim-u32(5)"]).await;
    let handle = format!("handle(({{value: {:?}}}, 0))", uri("counter/x"));
    assert_eq!(answer, format!("ok({{nodes: [tuple-value([1]), {handle}]}})"));
    let target = ("urn:worker:counter/x", "test:counter/api@1.0.0.{counter.drop}");
    let answer = relayed(&host, "relay/a", "call", target, &[&handle]).await;
    assert_eq!(answer, "ok({nodes: [tuple-value([])]})");
    assert_eq!(invoke(&host, "counter/x", "dropped", []).await, "1");
}
