//! Calls from worker to worker through `golem:rpc`.

mod support;

use std::time::Duration;

use support::{builder, failure, invoke, relayed};

const PING: &str = "ok({nodes: [tuple-value([1]), prim-u32(7)]})";

#[tokio::test]
async fn a_call_crosses_and_both_spellings_are_the_same_worker() {
    let host = builder().build();
    let relay = "relay/a";
    assert_eq!(relayed(&host, relay, "call", ("urn:worker:relay/b", "ping"), &[]).await, PING);
    for (uri, sum) in [("urn:worker:counter/x", 5), ("worker://counter/x", 10), ("urn:worker:counter/y", 5)] {
        let answer = relayed(&host, relay, "call", (uri, "add"), &["prim-u32(5)"]).await;
        assert_eq!(answer, format!("ok({{nodes: [tuple-value([1]), prim-u32({sum})]}})"));
    }
    assert_eq!(invoke(&host, "counter/x", "{add}", ["1"]).await, "11");
    let workers: Vec<String> = host.workers().iter().map(ToString::to_string).collect();
    assert_eq!(workers, ["counter/x", "counter/y", "relay/a", "relay/b"]);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_its_kind() {
    let host = builder().build();
    #[rustfmt::skip]
    let cases = [
        ("urn:worker:conter/x", "add", &["prim-u32(5)"][..], "not-found(\"there is no component `conter` (nearest: `counter`)\")"),
        ("counter/x", "add", &["prim-u32(5)"], "protocol-error(\"`counter/x` is no worker\\'s URI: expected `urn:worker:{component-id}/{worker-name}`\")"),
        ("urn:worker:counter/x", "ad", &["prim-u32(5)"], "protocol-error(\"component `counter` has no function `ad` (nearest: `add`, `inline-api.{add}`)\")"),
        ("urn:worker:counter/x", "add{", &[], "protocol-error(\"`add{` is no function\\'s name: it has a character that no name has\")"),
        ("urn:worker:counter/x", "add", &["prim-u32(1)", "prim-u32(2)"], "protocol-error(\"`add`: expected 1 parameter (`n`), got 2\")"),
        ("urn:worker:counter/x", "add", &["prim-u64(1)"], "protocol-error(\"`add`: parameter `n`: expected `prim-u32`, got `prim-u64`\")"),
        ("urn:worker:counter/x", "api.{dropped}", &[], "protocol-error(\"component `counter` has no function `api.{dropped}`"),
    ];
    for (uri, function, params, error) in cases {
        for how in ["call", "later"] {
            let answer = relayed(&host, "relay/a", how, (uri, function), params).await;
            let answer = answer.strip_prefix("some(").unwrap_or(&answer);
            assert!(answer.starts_with(&format!("err({error}")), "{how} {answer}");
        }
    }
}

#[tokio::test]
async fn a_trap_is_the_callers_error_and_the_worker_is_dead() {
    let host = builder().build();
    let target = ("urn:worker:relay/b", "boom");
    let answer = relayed(&host, "relay/a", "call", target, &[]).await;
    assert!(
        answer.starts_with("err(remote-internal-error(\"`boom`: wasm trap: wasm `unreachable` instruction executed"),
        "{answer}"
    );
    assert!(answer.contains("(in main!deep-inside <- main!boom)"), "{answer}");
    let answer = relayed(&host, "relay/a", "call", ("urn:worker:relay/b", "ping"), &[]).await;
    assert!(answer.contains("remote-internal-error(\"worker `relay/b` has trapped earlier: `boom`"), "{answer}");
    let message = failure(&host, "relay/b", "ping", []).await;
    assert!(message.starts_with("remote-internal-error: worker `relay/b` has trapped earlier"), "{message}");
    assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
}

/// `relay/{name}`'s `call` of a function without parameters, as parameters of a call.
fn nested(uri: &str, function: &str) -> [String; 3] {
    let params = "list-value([])".to_owned();
    [format!("prim-string({uri:?})"), format!("prim-string({function:?})"), params]
}

#[tokio::test]
async fn a_worker_that_waits_for_itself_is_denied() {
    let host = builder().build();
    for how in ["call", "later"] {
        let answer = relayed(&host, "relay/a", how, ("worker://relay/a", "ping"), &[]).await;
        assert!(answer.contains("err(denied(\"`relay/a` would wait forever: relay/a -> relay/a\"))"), "{answer}");
    }
}

#[tokio::test]
async fn a_cycle_of_waiting_workers_is_denied() {
    let host = builder().build();
    for how in ["call", "later"] {
        let params = nested("urn:worker:relay/a", "ping");
        let params: Vec<&str> = params.iter().map(String::as_str).collect();
        let answer = relayed(&host, "relay/a", how, ("urn:worker:relay/b", "call"), &params).await;
        let denied =
            "variant-value((1, some(3))), prim-string(\"`relay/b` would wait forever: relay/b -> relay/a -> relay/b\")";
        assert!(answer.contains(denied), "{how}: {answer}");
    }
}

#[tokio::test]
async fn two_callees_that_wait_for_each_other_do_not_hang() {
    let host = builder().build();
    // a call from outside to each of two workers, each of which then calls the other
    for round in 0..20 {
        let (a, b) = (format!("relay/a{round}"), format!("relay/b{round}"));
        let (uri_a, uri_b) = (format!("urn:worker:{a}"), format!("urn:worker:{b}"));
        let (x, y) = tokio::join!(
            relayed(&host, &a, "call", (&uri_b, "spin"), &["prim-u32(1000)"]),
            relayed(&host, &b, "call", (&uri_a, "spin"), &["prim-u32(1000)"]),
        );
        assert!(x.starts_with("ok") || y.starts_with("ok"), "{x} {y}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn answers_of_two_async_calls_are_waited_for_by_poll() {
    let host = builder().build();
    let params = "[{nodes: [prim-u32(2000000)]}]";
    let uris = [r#""urn:worker:relay/x""#, r#""urn:worker:relay/y""#];
    let rounds = invoke(&host, "relay/a", "both", [uris[0], uris[1], "\"spin\"", params]).await;
    assert!(["1", "2"].contains(&&rounds[..]), "{rounds}");
    // two calls to one worker: one after the other
    let rounds = invoke(&host, "relay/a", "both", [uris[0], uris[0], "\"spin\"", params]).await;
    assert!(["1", "2"].contains(&&rounds[..]), "{rounds}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fire_and_forget_returns_at_once_and_settle_waits() {
    let host = builder().build();
    for _ in 0..3 {
        let target = ("urn:worker:relay/b", "spin");
        assert_eq!(relayed(&host, "relay/a", "forget", target, &["prim-u32(20000000)"]).await, "ok");
    }
    tokio::time::timeout(Duration::from_secs(10), host.settle()).await.unwrap();
    assert_eq!(invoke(&host, "relay/b", "spin", ["0"]).await, "4");
    // to itself, too: it comes to it later
    let target = ("urn:worker:relay/a", "spin");
    assert_eq!(relayed(&host, "relay/a", "forget", target, &["prim-u32(1)"]).await, "ok");
    host.settle().await;
    assert_eq!(invoke(&host, "relay/a", "spin", ["0"]).await, "2");
    let answer = relayed(&host, "relay/a", "forget", ("urn:worker:relay/b", "span"), &[]).await;
    assert!(answer.starts_with("err(protocol-error("), "{answer}");
}

#[tokio::test]
async fn a_destructor_may_call_another_worker() {
    let host = builder().build();
    let guard = invoke(&host, "relay/a", "guards.{guard.new}", ["4"]).await;
    assert_eq!(guard, "handle(urn:worker:relay/a, 1)");
    assert_eq!(invoke(&host, "relay/a", "guards.{guard.drop}", [&guard]).await, "()");
    assert_eq!(invoke(&host, "relay/g4", "spin", ["0"]).await, "2");
}

#[tokio::test]
async fn workers_inherit_their_creators_environment() {
    let host = builder().env("NAME", "value").env("B", "").build();
    let target = ("urn:worker:environment/x", "environment");
    let answer = relayed(&host, "relay/a", "call", target, &[]).await;
    for text in ["NAME", "value", "B", ""] {
        assert!(answer.contains(&format!("prim-string({text:?})")), "{answer}");
    }
    let answer = invoke(&host, "environment/y", "environment", []).await;
    assert_eq!(answer, r#"[("NAME", "value"), ("B", "")]"#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn creating_a_worker_is_free_of_races() {
    let host = builder().build();
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let host = host.clone();
            tokio::spawn(async move { invoke(&host, "counter/one", "{add}", ["1"]).await })
        })
        .collect();
    let mut sums = Vec::new();
    for call in calls {
        sums.push(call.await.unwrap().parse::<u32>().unwrap());
    }
    sums.sort_unstable();
    assert_eq!(sums, (1..=50).collect::<Vec<u32>>());
}
