//! Calls from worker to worker through `golem:rpc`. What a Golem server does with the odd ones is in `golem_errors.rs`.

use std::time::Duration;

use crate::support::{builder, invoke, relayed, uri};

const PING: &str = "ok({nodes: [tuple-value([1]), prim-u32(7)]})";

#[tokio::test]
async fn a_call_crosses_to_the_worker_of_the_uri() {
    let host = builder().build();
    let relay = "relay/a";
    assert_eq!(relayed(&host, relay, "call", ("urn:worker:relay/b", "ping"), &[]).await, PING);
    for (uri, sum) in [("urn:worker:counter/x", 5), (&*uri("counter/x"), 10), ("urn:worker:counter/y", 5)] {
        let answer = relayed(&host, relay, "call", (uri, "add"), &["prim-u32(5)"]).await;
        assert_eq!(answer, format!("ok({{nodes: [tuple-value([1]), prim-u32({sum})]}})"));
    }
    assert_eq!(invoke(&host, "counter/x", "{add}", ["1"]).await, "11");
    let workers: Vec<String> = host.workers().iter().map(ToString::to_string).collect();
    assert_eq!(workers, ["counter/x", "counter/y", "relay/a", "relay/b"]);
}

/// `relay/{name}`'s `call` of a function without parameters, as parameters of a call.
fn nested(uri: &str, function: &str) -> [String; 3] {
    let params = "list-value([])".to_owned();
    [format!("prim-string({uri:?})"), format!("prim-string({function:?})"), params]
}

#[tokio::test]
async fn a_cycle_of_waiting_workers_is_denied() {
    let host = builder().build();
    for how in ["call", "later"] {
        let params = nested("urn:worker:relay/a", "ping");
        let params: Vec<&str> = params.iter().map(String::as_str).collect();
        let answer = relayed(&host, "relay/a", how, ("urn:worker:relay/b", "call"), &params).await;
        // which of the two it is depends on who waits first
        let cycles = [
            "`relay/b` would wait forever: relay/b -> relay/a -> relay/b",
            "`relay/a` would wait forever: relay/a -> relay/b -> relay/a",
        ];
        assert!(cycles.iter().any(|cycle| answer.contains(cycle)), "{how}: {answer}");
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
}

#[tokio::test]
async fn a_destructor_may_call_another_worker() {
    let host = builder().build();
    let guard = invoke(&host, "relay/a", "guards.{guard.new}", ["4"]).await;
    assert_eq!(guard, "handle(urn:worker:relay/a, 0)");
    assert_eq!(invoke(&host, "relay/a", "guards.{guard.drop}", [&guard]).await, "()");
    assert_eq!(invoke(&host, "relay/g4", "spin", ["0"]).await, "2");
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
