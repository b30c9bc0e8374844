//! Who waits for whom when answers are asked for later: which calls are denied, and which are not.

use crate::support::invoke;
use crate::support::script::{Script, Watched, arrive, arrived, hold, number, relayed, run, step, wait};
use worker_host::Host;

#[tokio::test]
async fn of_two_calls_only_the_one_that_closes_a_cycle_is_denied() {
    let (host, mut events) = Watched::host();
    hold(&host).await;
    let script = [relayed("start", "relay/b", "script/a"), step("start", "relay/c", "ping", &[])];
    let steps = "subscribe(0), subscribe(1), block(0), block(1), poll([0, 1]), get(1), get(0)";
    let program = format!("[{}, {steps}]", script.join(", "));
    // `b` calls `a` when `a` waits for it
    let (outcomes, ()) = tokio::join!(invoke(&host, "script/a", "run", [&program]), async {
        events.until("script/a -> relay/b").await;
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        invoke(&host, "script/held", "arrive", []).await;
    });
    let answer = number(7);
    assert!(
        outcomes.starts_with(&format!("[done, done, done, done, done, done, events([0, 1]), {answer}, ")),
        "{outcomes}"
    );
    let denied = "`relay/b` would wait forever: relay/b -> script/a -> relay/b";
    assert!(outcomes.contains(denied), "{outcomes}");
    let lines = events.settled(host).await;
    let line = format!("relay/b -> script/a  arrived() -> error denied: {denied}");
    assert!(lines.iter().any(|call| call.starts_with(&line)), "{lines:?}");
}

#[tokio::test]
async fn a_callee_that_has_answered_is_not_waited_for() {
    let (host, events) = Watched::host();
    // `b` takes the second call right after it has answered the first, before `a` can have taken the answer
    let script = Script::default()
        .then(step("start", "relay/b", "ping", &[]), "done")
        .then(relayed("forget", "relay/b", "script/a"), "sent(ok)")
        .then("subscribe(0)", "done")
        .then("block(0)", "done");
    run(&host, "script/a", script).await;
    let lines = events.settled(host).await;
    assert!(lines.contains(&"relay/b -> script/a  arrived() -> 0".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn who_keeps_a_future_and_does_not_block_on_it_does_not_wait() {
    let (host, mut events) = Watched::host();
    let program = [relayed("start", "relay/b", "script/a"), wait("script/gate", 1), "get(0)".to_owned()];
    let program = format!("[{}]", program.join(", "));
    // `b` calls while `a` is still at work
    let (outcomes, ()) = tokio::join!(invoke(&host, "script/a", "run", [&program]), async {
        events.until("relay/b -> script/a  arrived() -> …").await;
        invoke(&host, "script/gate", "arrive", []).await;
    });
    assert_eq!(outcomes, "[done, done, answer(none)]");
    // what comes after that invocation is the call's turn
    arrived(&host, "script/a", 0).await;
    let outcomes = invoke(&host, "script/a", "run", ["[subscribe(0), block(0), get(0)]"]).await;
    assert!(outcomes.starts_with("[done, done, answer(some(ok("), "{outcomes}");
    let lines = events.settled(host).await;
    assert!(lines.contains(&"relay/b -> script/a  arrived() -> 0".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn a_worker_may_call_itself_and_go_on() {
    let (host, events) = Watched::host();
    let script = Script::default()
        .then(step("start", "script/a", "arrive", &[]), "done")
        .then(step("forget", "script/a", "arrive", &[]), "sent(ok)")
        .then("get(0)", "answer(none)");
    run(&host, "script/a", script).await;
    arrived(&host, "script/a", 2).await;
    run(
        &host,
        "script/a",
        Script::default().then("subscribe(0)", "done").then("block(0)", "done").then("get(0)", number(1)),
    )
    .await;
    events.settled(host).await;
}

/// Has `script/a` start a call to `relay/b`, which in turn calls `script/a`, but only during its next invocation;
/// gives what comes of that invocation's steps.
async fn with_a_callee_that_waits_for_the_next_invocation(host: &Host, events: &mut Watched, steps: &[&str]) -> String {
    hold(host).await;
    let script = Script::default().then(relayed("start", "relay/b", "script/a"), "done").then("subscribe(0)", "done");
    run(host, "script/a", script).await;
    let (release, wait) = (arrive("script/held"), wait("script/gate", 1));
    let program = format!("[{release}, {wait}, {}]", steps.join(", "));
    let (outcomes, ()) = tokio::join!(invoke(host, "script/a", "run", [&program]), async {
        events.until("relay/b -> script/a  arrived() -> …").await;
        invoke(host, "script/gate", "arrive", []).await;
    });
    outcomes.strip_prefix("[sent(ok), done, ").unwrap_or(&outcomes).to_owned()
}

#[tokio::test]
async fn a_later_invocation_that_blocks_in_a_cycle_is_denied() {
    let denied = "answer(some(err(denied(\"`script/a` would wait forever: script/a -> relay/b -> script/a (";
    for steps in [["block(0)", "get(0)"], ["poll([0, 0])", "get(0)"]] {
        let (host, mut events) = Watched::host();
        let outcomes = with_a_callee_that_waits_for_the_next_invocation(&host, &mut events, &steps).await;
        assert!(outcomes.contains(denied), "{outcomes}");
        // though the call comes to its end
        let lines = events.settled(host).await;
        assert!(lines.contains(&"relay/b -> script/a  arrived() -> 0".to_owned()), "{lines:?}");
    }
}

#[tokio::test]
async fn a_later_invocation_that_only_asks_in_a_cycle_is_answered_afterwards() {
    let (host, mut events) = Watched::host();
    let steps = ["ready(0)", "get(0)", "timer(0)", "poll([0, 1])", "poll([1, 0])", "ready(0)"];
    let outcomes = with_a_callee_that_waits_for_the_next_invocation(&host, &mut events, &steps).await;
    assert_eq!(outcomes, "is-ready(false), answer(none), done, events([1]), events([0]), is-ready(false)]");
    run(&host, "script/a", Script::default().then("block(0)", "done")).await;
    let answer = invoke(&host, "script/a", "run", ["[get(0)]"]).await;
    assert!(answer.starts_with("[answer(some(ok({nodes: [tuple-value([1]), result-value(ok(some("), "{answer}");
}
