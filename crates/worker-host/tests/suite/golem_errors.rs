//! What a program can tell of a Golem server's errors and workers' lives: the rows of `golem.md` about them. Those about
//! futures are in `golem_futures.rs`.

use crate::support::script::{Script, Watched, hold, run, settle, step};
use crate::support::{builder, failure, invoke, relayed, uri};
use worker_host::Host;

/// The answer to a call from a relay.
async fn call(host: &Host, target: (&str, &str), params: &[&str]) -> String {
    relayed(host, "relay/a", "call", target, params).await
}

/// The text of the `remote-internal-error` that a call from a relay gets.
async fn error(host: &Host, target: (&str, &str), params: &[&str]) -> String {
    let answer = call(host, target, params).await;
    let text = answer.strip_prefix("err(remote-internal-error(\"").and_then(|rest| rest.strip_suffix("\"))"));
    text.unwrap_or_else(|| panic!("{target:?}: {answer}")).replace("\\'", "'").replace("\\\"", "\"")
}

/// A call with its parameters.
type Call = (&'static str, &'static [&'static str]);

/// A call kills its target, which then answers any other call with the same text.
async fn kills(host: &Host, uri: &str, (function, params): Call, (other, others): Call) -> String {
    let text = error(host, (uri, function), params).await;
    assert_eq!(error(host, (uri, other), others).await, text);
    assert_eq!(error(host, (uri, function), params).await, text);
    text
}

const API: &str = "test:counter/api@1.0.0";

#[tokio::test]
async fn unknown_component() {
    let host = builder().build();
    let text = error(&host, ("urn:worker:conter/x", "add"), &["prim-u32(5)"]).await;
    let expected = "Could not find any component with the given id: component `conter` not found (similar: `counter`); add it with `--component conter=FILE`";
    assert_eq!(text, expected);
    let id = "679ae459-8700-41d9-920c-7e2887459c94";
    let text = error(&host, (&format!("urn:worker:{id}/x"), "add"), &[]).await;
    let known = format!("component `{id}` not found (known: `counter`, `environment`, `relay`, `script`)");
    assert!(text.starts_with(&format!("Could not find any component with the given id: {known}")), "{text}");
    let answer = relayed(&host, "relay/a", "later", ("urn:worker:conter/x", "add"), &[]).await;
    assert!(answer.starts_with("some(err(remote-internal-error(\"Could not find any component"), "{answer}");
    // it is no trap
    assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
}

#[tokio::test]
async fn unknown_function() {
    let host = builder().build();
    let target = "urn:worker:counter/x";
    let text = error(&host, (target, "ad"), &["prim-u32(5)"]).await;
    let expected = "Invalid request: could not load function ad: component `counter` has no function `ad` (similar: `add`, `inline-api.{add}`)";
    assert_eq!(text, expected);
    let text = error(&host, (target, "add{"), &[]).await;
    assert!(text.starts_with("Invalid request: could not load function add{: invalid function name `add{`"), "{text}");
    // people may leave out the interface, workers may not
    for short in ["dropped", "api.{dropped}"] {
        let text = error(&host, (target, short), &[]).await;
        assert!(text.starts_with(&format!("Invalid request: could not load function {short}: ")), "{text}");
    }
    // the worker lives
    assert!(call(&host, (target, "add"), &["prim-u32(5)"]).await.starts_with("ok("));
}

#[tokio::test]
async fn wrong_number_or_type_of_parameters() {
    let host = builder().build();
    let add: Call = ("add", &["prim-u32(1)"]);
    let cases: [(Call, &str); 4] = [
        (("add", &["prim-u64(1)"]), "`add`: parameter `n`: expected `prim-u32`, got `prim-u64`"),
        (("add", &[]), "`add`: expected 1 parameter (`n`), got 0"),
        (("add", &["prim-u32(1)", "prim-u32(2)"]), "`add`: expected 1 parameter (`n`), got 2"),
        (
            ("test:counter/api@1.0.0.{counter.drop}", &["prim-u32(1)"]),
            "`test:counter/api@1.0.0.{counter.drop}`: expected a handle",
        ),
    ];
    for (number, (wrong, expected)) in cases.into_iter().enumerate() {
        let target = format!("urn:worker:counter/{number}");
        assert!(call(&host, (&target, "add"), &["prim-u32(1)"]).await.starts_with("ok("));
        assert_eq!(kills(&host, &target, wrong, add).await, format!("Invalid request: {expected}"));
    }
    // also as the first call, and whatever is called then
    let text = kills(&host, "urn:worker:counter/y", ("add", &["prim-u64(1)"]), ("no-such-function", &[])).await;
    let message = failure(&host, "counter/y", "{add}", ["1"]).await;
    assert_eq!(message, format!("remote-internal-error: {text}"));
}

#[tokio::test]
async fn a_call_from_outside_that_does_not_fit_kills_nobody() {
    let host = builder().build();
    failure(&host, "counter/x", "ad", ["1"]).await;
    failure(&host, "counter/x", "{add}", ["1", "2"]).await;
    failure(&host, "counter/x", "{add}", ["-1"]).await;
    failure(&host, "counter/x", "consume", ["handle(counter/x, 0)"]).await;
    assert!(host.workers().is_empty());
    assert_eq!(invoke(&host, "counter/x", "{add}", ["1"]).await, "1");
}

#[tokio::test]
async fn the_target_traps() {
    let host = builder().build();
    let text = kills(&host, "urn:worker:relay/b", ("boom", &[]), ("ping", &[])).await;
    let expected = "`boom`: wasm trap: wasm `unreachable` instruction executed (in main!deep-inside <- main!boom)";
    assert_eq!(text, expected);
    let message = failure(&host, "relay/b", "ping", []).await;
    assert_eq!(message, format!("remote-internal-error: {expected}"));
    assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
}

#[tokio::test]
async fn the_target_traps_and_has_written_to_its_stderr() {
    let host = builder().build();
    let target = "urn:worker:environment/x";
    // what an earlier call has written isn't told
    call(&host, (target, "complain"), &["prim-string(\"earlier\\n\")"]).await;
    let text = kills(&host, target, ("panic", &["prim-string(\"it is\\nbroken\\n\")"]), ("print", &[])).await;
    assert!(text.starts_with("`panic`: wasm trap: wasm `unreachable` instruction executed (in "), "{text}");
    assert!(text.ends_with("\\nstderr:\\nit is\\nbroken"), "{text}");
    // wherever the output goes
    let host = builder().output(worker_host::Output::Discard).build();
    let text = error(&host, (target, "panic"), &["prim-string(\"broken\")"]).await;
    assert!(text.ends_with("\\nstderr:\\nbroken"), "{text}");
    let host = builder().output(worker_host::Output::Stderr).build();
    let text = error(&host, (target, "panic"), &["prim-string(\"(this line belongs to a test) \")"]).await;
    assert!(text.ends_with("\\nstderr:\\n(this line belongs to a test)"), "{text}");
    let message = failure(&host, "environment/x", "print", ["\"\""]).await;
    assert!(message.ends_with("\nstderr:\n(this line belongs to a test)"), "{message}");
}

#[tokio::test]
async fn the_target_exits() {
    let host = builder().build();
    let text = kills(&host, "urn:worker:environment/x", ("leave", &[]), ("environment", &[])).await;
    assert!(text.starts_with("`leave`: Process exited with code 1"), "{text}");
}

#[tokio::test]
async fn fire_and_forget_of_an_unknown_function() {
    let (host, mut events) = Watched::host();
    let answer = relayed(&host, "relay/a", "forget", ("urn:worker:counter/x", "ad"), &[]).await;
    assert_eq!(answer, "ok");
    let line = events.until("relay/a -> counter/x  ad() -> error").await;
    assert!(line.contains("remote-internal-error: Invalid request: could not load function ad: "), "{line}");
    assert_eq!(invoke(&host, "counter/x", "{add}", ["1"]).await, "1");
    settle(&host).await;
}

#[tokio::test]
async fn fire_and_forget_with_wrong_parameters() {
    let (host, events) = Watched::host();
    let answer = relayed(&host, "relay/a", "forget", ("urn:worker:counter/x", "add"), &["prim-u64(1)"]).await;
    assert_eq!(answer, "ok");
    settle(&host).await;
    let text = "Invalid request: `add`: parameter `n`: expected `prim-u32`, got `prim-u64`";
    assert_eq!(error(&host, ("urn:worker:counter/x", "add"), &["prim-u32(1)"]).await, text);
    let lines = events.settled(host).await;
    let line = format!("relay/a -> counter/x  add(?) -> error remote-internal-error: {text}  [not awaited]");
    assert!(lines.contains(&line), "{lines:?}");
}

#[tokio::test]
async fn fire_and_forget_to_an_unknown_component() {
    let host = builder().build();
    let answer = relayed(&host, "relay/a", "forget", ("urn:worker:conter/x", "add"), &[]).await;
    assert!(
        answer.starts_with("err(remote-internal-error(\"Could not find any component with the given id"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_worker_that_calls_itself_and_waits() {
    let host = builder().build();
    let denied = "`relay/a` would wait forever: relay/a -> relay/a (on Golem, such a call never returns)";
    for how in ["call", "later"] {
        let answer = relayed(&host, "relay/a", how, (&uri("relay/a"), "ping"), &[]).await;
        assert!(answer.contains(&format!("err(denied(\"{denied}\"))")), "{answer}");
    }
    assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
}

#[tokio::test]
async fn double_or_unknown_drop() {
    let host = builder().build();
    let (target, drop) = ("urn:worker:counter/x", format!("{API}.{{counter.drop}}"));
    call(&host, (target, &format!("{API}.{{counter.new}}")), &["prim-u32(5)"]).await;
    let handle = format!("handle(({{value: {:?}}}, 0))", uri("counter/x"));
    assert!(call(&host, (target, &drop), &[&handle]).await.starts_with("ok("));
    let text = error(&host, (target, &drop), &[&handle]).await;
    assert_eq!(text, format!("Invalid request: `{drop}`: unknown handle index 0"));
    assert_eq!(error(&host, (target, "add"), &["prim-u32(1)"]).await, text);
    // one that never was
    let handle = format!("handle(({{value: {:?}}}, 7))", uri("counter/y"));
    let text = error(&host, ("urn:worker:counter/y", &drop), &[&handle]).await;
    assert_eq!(text, format!("Invalid request: `{drop}`: unknown handle index 7"));
    assert_eq!(error(&host, ("urn:worker:counter/y", "add"), &["prim-u32(1)"]).await, text);
}

#[tokio::test]
async fn a_handle_of_another_worker() {
    let host = builder().build();
    for worker in ["counter/x", "counter/y"] {
        assert_eq!(invoke(&host, worker, "{add}", ["1"]).await, "1");
        invoke(&host, worker, "api.{counter.new}", ["5"]).await;
    }
    let handle = format!("handle(({{value: {:?}}}, 0))", uri("counter/x"));
    let consume = format!("{API}.{{consume}}");
    let text = error(&host, ("urn:worker:counter/y", &consume), &[&handle]).await;
    let foreign =
        format!("cannot resolve handle belonging to a different worker: `{}` is not `counter/y`", uri("counter/x"));
    assert_eq!(text, format!("Invalid request: `{consume}`: parameter `c`: {foreign}"));
    assert_eq!(error(&host, ("urn:worker:counter/y", "add"), &["prim-u32(1)"]).await, text);
    // its own worker comes to no harm
    let answer = call(&host, ("urn:worker:counter/x", &consume), &[&handle]).await;
    assert_eq!(answer, "ok({nodes: [tuple-value([1]), prim-u32(5)]})");
}

#[tokio::test]
async fn braces_around_a_function_of_the_world() {
    let host = builder().build();
    let text = error(&host, ("urn:worker:relay/b", "{ping}"), &[]).await;
    let expected =
        "Invalid request: could not load function {ping}: component `relay` has no function `{ping}` (similar: `ping`)";
    assert_eq!(text, expected);
    assert!(call(&host, ("urn:worker:relay/b", "ping"), &[]).await.starts_with("ok("));
    // people may
    assert_eq!(invoke(&host, "relay/b", "{ping}", []).await, "7");
}

#[tokio::test]
async fn handle_ids() {
    let host = builder().build();
    for id in 0..3 {
        let handle = invoke(&host, "counter/x", "api.{counter.new}", ["5"]).await;
        assert_eq!(handle, format!("handle(urn:worker:counter/x, {id})"));
    }
}

#[tokio::test]
async fn environment_of_a_worker() {
    let host = builder().env("NAME", "value").env("GOLEM_WORKER_NAME", "from outside").build();
    let uuid = uri("environment/").replace("urn:worker:", "").replace('/', "");
    let own = |name: &str| {
        format!(
            "(\"GOLEM_WORKER_NAME\", {name:?}), (\"GOLEM_COMPONENT_ID\", {uuid:?}), (\"GOLEM_COMPONENT_VERSION\", \"0\")"
        )
    };
    let environment = invoke(&host, "environment/a%2Fb", "environment", []).await;
    assert_eq!(environment, format!("[(\"NAME\", \"value\"), {}]", own("a/b")));
    // what a worker creates inherits its environment, but not who it is
    let answer = call(&host, ("urn:worker:environment/x", "environment"), &[]).await;
    let strings: Vec<&str> = answer.split("prim-string(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let expected =
        ["NAME", "value", "GOLEM_WORKER_NAME", "x", "GOLEM_COMPONENT_ID", &uuid, "GOLEM_COMPONENT_VERSION", "0"];
    assert_eq!(strings, expected);
}

#[tokio::test]
async fn answers_and_the_node_order_of_parameters() {
    let host = builder().build();
    // no result, and one; parents come before their children
    assert_eq!(
        call(&host, ("urn:worker:environment/x", "print"), &["prim-string(\"\")"]).await,
        "ok({nodes: [tuple-value([])]})"
    );
    assert_eq!(call(&host, ("urn:worker:relay/b", "ping"), &[]).await, "ok({nodes: [tuple-value([1]), prim-u32(7)]})");
    let new = ("urn:worker:counter/x", "test:counter/api@1.0.0.{picky.new}");
    let answer = call(&host, new, &["prim-u32(3)"]).await;
    assert_eq!(answer, "ok({nodes: [tuple-value([1]), result-value(err(some(2))), prim-string(\"must be even\")]})");
    // parameters are read by index only: the root's children lie in any order behind it
    for _ in 0..2 {
        call(&host, ("urn:worker:counter/x", "test:counter/api@1.0.0.{counter.new}"), &["prim-u32(5)"]).await;
    }
    let handle = |id: u32| format!("handle(({{value: {:?}}}, {id}))", uri("counter/x"));
    let nodes = format!("list-value([2, 1]), {}, {}", handle(0), handle(1));
    let answer = call(&host, ("urn:worker:counter/x", "test:counter/api@1.0.0.{sum}"), &[&nodes]).await;
    assert_eq!(answer, "ok({nodes: [tuple-value([1]), prim-u32(10)]})");
}

#[tokio::test]
async fn a_busy_worker_dies_after_the_calls_before() {
    let (host, events) = Watched::host();
    hold(&host).await;
    let script = Script::default()
        .then(step("forget", "relay/b", "spin", &["prim-u32(1)"]), "sent(ok)")
        .then(step("forget", "relay/b", "spin", &["prim-u64(1)"]), "sent(ok)")
        .then(step("forget", "relay/b", "spin", &["prim-u32(2)"]), "sent(ok)");
    run(&host, "script/a", script).await;
    invoke(&host, "script/held", "arrive", []).await;
    let lines = events.settled(host).await;
    let dead =
        "error remote-internal-error: Invalid request: `spin`: parameter `n`: expected `prim-u32`, got `prim-u64`";
    for (params, answer) in [("1", "1"), ("?", dead), ("2", dead)] {
        let line = format!("script/a -> relay/b  spin({params}) -> {answer}  [not awaited]");
        assert!(lines.contains(&line), "{line}: {lines:?}");
    }
}
