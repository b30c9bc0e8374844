//! `future-invoke-result` and `wasi:io/poll` over it: before the answer, after it, dropped early, several at once, errors.

mod support;

use support::script::{Script, Watched, arrive, meet, number, run, settle, step};
use support::{builder, failure, invoke};

#[tokio::test]
async fn an_answer_is_not_there_before_it_is_and_then_stays() {
    let host = builder().build();
    let answer = number(5);
    let script = Script::default()
        .then(meet("script/b", "script/gate", 2, 5), "done")
        .then("get(0)", "answer(none)")
        .then("subscribe(0)", "done")
        .then("ready(0)", "is-ready(false)")
        .then("get(0)", "answer(none)");
    run(&host, "script/a", script).await;
    // it is kept from one invocation to the next
    let script = Script::default()
        .then("ready(0)", "is-ready(false)")
        .then(arrive("script/gate"), "sent(ok)")
        .then("block(0)", "done")
        .then("ready(0)", "is-ready(true)")
        .then("block(0)", "done")
        .then("get(0)", &*answer)
        .then("get(0)", &*answer)
        .then("ready(0)", "is-ready(true)")
        // a pollable that is made when the answer is there
        .then("subscribe(0)", "done")
        .then("ready(1)", "is-ready(true)")
        .then("drop-pollable(1)", "done")
        .then("drop-pollable(0)", "done")
        .then("get(0)", &*answer)
        .then("drop-future(0)", "done");
    run(&host, "script/a", script).await;
}

#[tokio::test]
async fn a_future_that_is_dropped_leaves_its_call_under_way() {
    let (host, events) = Watched::host();
    let script = Script::default()
        .then(meet("script/b", "script/gate", 3, 5), "done")
        // this one's pollable is dropped before it
        .then(meet("script/c", "script/gate", 3, 6), "done")
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
async fn a_future_that_is_dropped_before_its_pollable_is_a_trap() {
    for dropped in ["drop-future(0)", "drop-pollable(0), drop-future(0)", "get(0), drop-future(0)"] {
        let (host, mut events) = Watched::host();
        let start = meet("script/b", "script/gate", 2, 5);
        let program = format!("[{start}, subscribe(0), subscribe(0), {dropped}]");
        let message = failure(&host, "script/a", "run", [&program]).await;
        let trap = "a `future-invoke-result` is dropped while a `pollable` of it still exists";
        assert!(message.starts_with(&format!("remote-internal-error: `run`: {trap}")), "{message}");
        let message = failure(&host, "script/a", "arrived", []).await;
        assert!(message.contains(&format!("worker `script/a` has trapped earlier: `run`: {trap}")), "{message}");
        // nobody else comes to harm, the callee neither
        invoke(&host, "script/gate", "arrive", []).await;
        events.until("script/a -> script/b  meet(\"urn:worker:script/gate\", 2, 5) -> 5").await;
        settle(&host).await;
        assert_eq!(invoke(&host, "script/b", "arrived", []).await, "0");
    }
}

/// Three callees at three gates, and clocks.
async fn poll_tells_which_are_ready() {
    let host = builder().build();
    let script = Script::default()
        .then(meet("script/0", "script/gate-0", 2, 10), "done")
        .then(meet("script/1", "script/gate-1", 2, 11), "done")
        .then(meet("script/2", "script/gate-2", 2, 12), "done")
        .then("subscribe(0)", "done")
        .then("subscribe(1)", "done")
        .then("subscribe(2)", "done")
        // an hour, nothing, a while
        .then("timer(3600000)", "done")
        .then("timer(0)", "done")
        .then("timer(1)", "done")
        // a clock is what is ready
        .then("poll([0, 1, 4, 2])", "events([2])")
        .then("poll([5, 0, 1, 2, 3])", "events([0])")
        // one of three futures, between clocks or not
        .then(arrive("script/gate-1"), "sent(ok)")
        .then("poll([0, 1])", "events([1])")
        .then("poll([0, 1, 2])", "events([1])")
        .then("poll([3, 0, 2, 1])", "events([3])")
        .then("poll([1])", "events([0])")
        // the same one twice, and another one of the same future
        .then(arrive("script/gate-0"), "sent(ok)")
        .then("poll([2, 0, 3, 0])", "events([1, 3])")
        .then("subscribe(0)", "done")
        .then("poll([2, 0, 6])", "events([1, 2])")
        .then("poll([2, 0, 1])", "events([1, 2])")
        // what is refused is ready at once
        .then(step("start", "nowhere/x", "f", &[]), "done")
        .then("subscribe(3)", "done")
        .then("poll([2, 3, 7])", "events([2])")
        .then("get(2)", "answer(none)")
        .then(arrive("script/gate-2"), "sent(ok)")
        .then("poll([2, 3])", "events([0])")
        .then("poll([0, 1, 2, 7])", "events([0, 1, 2, 3])")
        .then("get(0)", number(10))
        .then("get(1)", number(11))
        .then("get(2)", number(12));
    run(&host, "script/a", script).await;
}

#[tokio::test]
async fn poll_tells_which_are_ready_on_one_thread() {
    poll_tells_which_are_ready().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn poll_tells_which_are_ready_on_four_threads() {
    poll_tells_which_are_ready().await;
}

#[tokio::test]
async fn what_is_refused_is_there_at_once_and_what_fails_later_comes_later() {
    let host = builder().build();
    let at_once = [
        (step("start", "nowhere/x", "f", &[]), "not-found(\"there is no component `nowhere` (known: "),
        (step("start", "script", "f", &[]), "protocol-error(\"`urn:worker:script` is no worker"),
        (step("start", "script/b", "f", &[]), "protocol-error(\"component `script` has no function `f`"),
        (
            step("start", "script/b", "arrive", &["prim-u32(1)"]),
            "protocol-error(\"`arrive`: expected 0 parameters, got 1",
        ),
        (step("start", "script/a0", "arrive", &[]), "denied(\"`script/a0` would wait forever: script/a0 -> script/a0"),
    ];
    for (start, error) in at_once {
        let program = format!("[{start}, get(0), get(0), subscribe(0), ready(0), drop-pollable(0), drop-future(0)]");
        let host = builder().build();
        let outcomes = invoke(&host, "script/a0", "run", [&program]).await;
        assert_eq!(outcomes.matches(&format!("answer(some(err({error}")).count(), 2, "{error}: {outcomes}");
        assert!(outcomes.ends_with("done, is-ready(true), done, done]"), "{outcomes}");
    }
    let later = [
        (
            step("start", "relay/b", "spin", &["prim-u64(1)"]),
            "protocol-error(\"`spin`: parameter `n`: expected `prim-u32`",
        ),
        (step("start", "relay/b", "boom", &[]), "remote-internal-error(\"`boom`: wasm trap: wasm `unreachable`"),
        (step("start", "relay/b", "ping", &[]), "remote-internal-error(\"worker `relay/b` has trapped earlier: `boom`"),
    ];
    for (number, (start, error)) in later.into_iter().enumerate() {
        let program = format!("[{start}, subscribe({number}), block({number}), get({number}), get({number})]");
        let outcomes = invoke(&host, "script/a", "run", [&program]).await;
        assert_eq!(outcomes.matches(&format!("answer(some(err({error}")).count(), 2, "{error}: {outcomes}");
    }
    assert_eq!(invoke(&host, "script/a", "arrived", []).await, "0");
}
