//! What a program can tell of a Golem server's futures: the rows of `golem.md` about `future-invoke-result`.

use crate::support::script::{Script, Watched, arrive, hold, meet, number, run, settle, step, wait};
use crate::support::{builder, failure, invoke};

#[tokio::test]
async fn second_get_after_the_answer() {
    let host = builder().build();
    let start = step("start", "relay/b", "ping", &[]);
    let script = Script::default()
        .then(&*start, "done")
        .then("subscribe(0)", "done")
        .then("block(0)", "done")
        .then("get(0)", number(7));
    run(&host, "script/a", script).await;
    let message = failure(&host, "script/a", "run", ["[get(0)]"]).await;
    assert!(message.starts_with("remote-internal-error: `run`: future-invoke-result already consumed"), "{message}");
    // the caller is dead, the callee lives
    assert_eq!(failure(&host, "script/a", "arrived", []).await, message);
    assert_eq!(invoke(&host, "relay/b", "ping", []).await, "7");
}

#[tokio::test]
async fn get_without_subscribe() {
    for (see, seen) in [
        (&["ready-in-a-loop(0)"][..], &["is-ready(true)"][..]),
        (&["block(0)"], &["done"]),
        (&["poll([0])"], &["events([0])"]),
    ] {
        let host = builder().build();
        let script = Script::default()
            .then(step("start", "relay/b", "ping", &[]), "done")
            // after this, the answer has been given
            .then(step("call", "relay/b", "ping", &[]), number(7))
            .then("get(0)", "answer(none)")
            .then("get(0)", "answer(none)")
            .then("subscribe(0)", "done")
            .then("get(0)", "answer(none)");
        run(&host, "script/a", script).await;
        // in a later invocation neither
        let mut script = Script::default().then("get(0)", "answer(none)");
        for (step, outcome) in see.iter().zip(seen) {
            script = script.then(*step, *outcome);
        }
        run(&host, "script/a", script.then("get(0)", number(7))).await;
    }
}

#[tokio::test]
async fn future_dropped_at_once() {
    let (host, events) = Watched::host();
    // the callee is busy: it can't have begun
    hold(&host).await;
    let script = Script::default()
        .then(step("start", "relay/b", "spin", &["prim-u32(1)"]), "done")
        .then(step("start", "relay/b", "spin", &["prim-u32(2)"]), "done")
        .then("subscribe(1)", "done")
        .then("ready(0)", "is-ready(false)")
        .then("drop-pollable(0)", "done")
        .then("drop-future(1)", "done")
        .then("drop-future(0)", "done");
    run(&host, "script/a", script).await;
    // nobody waits for what will never begin
    settle(&host).await;
    invoke(&host, "script/held", "arrive", []).await;
    assert_eq!(invoke(&host, "relay/b", "spin", ["0"]).await, "1");
    let lines = events.settled(host).await;
    for n in [1, 2] {
        let cancelled = format!("script/a -> relay/b  spin({n}) -> cancelled  [async]");
        assert!(lines.contains(&cancelled), "{lines:?}");
    }
}

#[tokio::test]
async fn future_dropped_after_the_call_has_begun() {
    let (host, events) = Watched::host();
    let script = Script::default()
        .then(meet("script/b", "script/gate", 3, 5), "done")
        // this one's pollable is dropped before it
        .then(meet("script/c", "script/gate", 3, 6), "done")
        .then(wait("script/gate", 2), "done")
        .then("subscribe(1)", "done")
        .then("ready(0)", "is-ready(false)")
        .then("drop-pollable(0)", "done")
        .then("drop-future(1)", "done")
        .then("drop-future(0)", "done");
    run(&host, "script/a", script).await;
    let script = Script::default().then(arrive("script/gate"), "sent(ok)");
    run(&host, "script/a", script).await;
    let lines = events.settled(host).await;
    for (callee, token) in [("b", 5), ("c", 6)] {
        let meet =
            format!("script/a -> script/{callee}  meet(\"urn:worker:script/gate\", 3, {token}) -> {token}  [async]");
        assert!(lines.contains(&meet), "{lines:?}");
    }
}

#[tokio::test]
async fn future_dropped_before_its_pollable() {
    for dropped in ["drop-future(0)", "drop-pollable(0), drop-future(0)", "get(0), drop-future(0)"] {
        let (host, mut events) = Watched::host();
        let (start, begun) = (meet("script/b", "script/gate", 2, 5), wait("script/gate", 1));
        let program = format!("[{start}, {begun}, subscribe(0), subscribe(0), {dropped}]");
        let message = failure(&host, "script/a", "run", [&program]).await;
        let trap = "resource has children: a `future-invoke-result` is dropped while a `pollable` of it still exists";
        assert!(message.starts_with(&format!("remote-internal-error: `run`: {trap}")), "{message}");
        assert_eq!(failure(&host, "script/a", "arrived", []).await, message);
        // nobody else comes to harm, the callee neither
        invoke(&host, "script/gate", "arrive", []).await;
        events.until("script/a -> script/b  meet(\"urn:worker:script/gate\", 2, 5) -> 5").await;
        settle(&host).await;
        assert_eq!(invoke(&host, "script/b", "arrived", []).await, "0");
    }
}

#[tokio::test]
async fn a_caller_that_dies_drops_its_futures() {
    let (host, events) = Watched::host();
    hold(&host).await;
    let start = step("start", "relay/b", "spin", &["prim-u32(1)"]);
    failure(&host, "script/a", "run", [&format!("[{start}, subscribe(0), drop-future(0)]")]).await;
    settle(&host).await;
    invoke(&host, "script/held", "arrive", []).await;
    assert_eq!(invoke(&host, "relay/b", "spin", ["0"]).await, "1");
    let lines = events.settled(host).await;
    assert!(lines.contains(&"script/a -> relay/b  spin(1) -> cancelled  [async]".to_owned()), "{lines:?}");
}
