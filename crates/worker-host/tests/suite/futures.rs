//! `future-invoke-result` and `wasi:io/poll` over it: several at once, several pollables, one invocation to the next,
//! errors. What a Golem server does with one of them is in `golem_futures.rs`.

use crate::support::script::{Script, arrive, meet, number, run, step};
use crate::support::{builder, invoke};

#[tokio::test]
async fn a_future_is_kept_from_one_invocation_to_the_next() {
    let host = builder().build();
    let script = Script::default()
        .then(meet("script/b", "script/gate", 2, 5), "done")
        .then("get(0)", "answer(none)")
        .then("subscribe(0)", "done")
        .then("ready(0)", "is-ready(false)")
        .then("get(0)", "answer(none)");
    run(&host, "script/a", script).await;
    let script = Script::default()
        .then("ready(0)", "is-ready(false)")
        .then(arrive("script/gate"), "sent(ok)")
        .then("block(0)", "done")
        .then("ready(0)", "is-ready(true)")
        .then("block(0)", "done");
    run(&host, "script/a", script).await;
    let script = Script::default()
        // a pollable that is made when the answer is there
        .then("subscribe(0)", "done")
        .then("ready(1)", "is-ready(true)")
        .then("get(0)", number(5))
        // and when it has been given
        .then("ready(0)", "is-ready(true)")
        .then("subscribe(0)", "done")
        .then("poll([2, 1])", "events([0, 1])")
        .then("drop-pollable(2)", "done")
        .then("drop-pollable(1)", "done")
        .then("drop-pollable(0)", "done")
        .then("drop-future(0)", "done");
    run(&host, "script/a", script).await;
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
    let start = step("start", "nowhere/x", "f", &[]);
    let program = format!("[{start}, get(0), subscribe(0), ready(0), get(0), drop-pollable(0), drop-future(0)]");
    let outcomes = invoke(&host, "script/a", "run", [&program]).await;
    let refused = "[done, answer(none), done, is-ready(true), answer(some(err(remote-internal-error(\"Could not find";
    assert!(outcomes.starts_with(refused) && outcomes.ends_with("done, done]"), "{outcomes}");
    let later = [
        (step("start", "script/b", "f", &[]), "Invalid request: could not load function f"),
        (step("start", "relay/b", "boom", &[]), "`boom`: wasm trap: wasm `unreachable`"),
        (step("start", "relay/b", "ping", &[]), "`boom`: wasm trap: wasm `unreachable`"),
        (
            step("start", "relay/c", "spin", &["prim-u64(1)"]),
            "Invalid request: `spin`: parameter `n`: expected `prim-u32`",
        ),
    ];
    for (number, (start, error)) in (1..).zip(later) {
        let program = format!("[{start}, subscribe({number}), block({number}), get({number})]");
        let outcomes = invoke(&host, "script/a", "run", [&program]).await;
        let error = format!("answer(some(err(remote-internal-error(\"{error}");
        assert!(outcomes.contains(&error), "{error}: {outcomes}");
    }
    assert_eq!(invoke(&host, "script/a", "arrived", []).await, "0");
}
