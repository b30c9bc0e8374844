//! Workers run side by side, and none keeps the others from running.

use crate::support::script::{Script, meet, number, run};
use crate::support::{builder, invoke};
use worker_host::Host;

/// The callee calls others: it needs several turns.
async fn a_caller_asks_in_a_loop(host: &Host, caller: &str) {
    let start = meet(&format!("script/callee-of-{caller}"), &format!("script/gate-of-{caller}"), 1, 5);
    let script = Script::default().then(start, "done").then("subscribe(0)", "done");
    let script = script.then("ready-in-a-loop(0)", "is-ready(true)").then("get(0)", number(5));
    run(host, &format!("script/{caller}"), script).await;
}

#[tokio::test]
async fn a_loop_over_a_future_does_not_starve_the_only_thread() {
    a_caller_asks_in_a_loop(&builder().build(), "a").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_loops_than_threads_do_not_starve_the_host() {
    let host = builder().build();
    let callers = (0..4).map(|number: u32| {
        let host = host.clone();
        tokio::spawn(async move { a_caller_asks_in_a_loop(&host, &number.to_string()).await })
    });
    let callers: Vec<_> = callers.collect();
    for caller in callers {
        caller.await.unwrap();
    }
}

#[tokio::test]
async fn a_worker_that_computes_does_not_keep_others_from_running() {
    let host = builder().build();
    let busy = tokio::spawn({
        let host = host.clone();
        async move { invoke(&host, "relay/b", "spin", ["2000000000"]).await }
    });
    for _ in 0..3 {
        assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
        // on one thread, without giving way it would have to be finished now
        assert!(!busy.is_finished());
        tokio::task::yield_now().await;
    }
}

/// None of them can answer before all ten have started, and each has the number that it was given in its own memory.
async fn ten_workers_answer_side_by_side() {
    let host = builder().build();
    let mut script = Script::default();
    for i in 0..10 {
        script = script.then(meet(&format!("script/{i}"), "script/all", 10, 100 + i), "done");
    }
    for i in 0..10 {
        script = script.then(format!("subscribe({i})"), "done");
    }
    for i in 0..10 {
        script = script.then(format!("block({i})"), "done").then(format!("get({i})"), number(100 + i));
    }
    script = script.then("poll([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])", "events([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])");
    run(&host, "script/caller", script).await;

    let calls: Vec<_> = (0..10)
        .map(|i| {
            let (host, worker, token) = (host.clone(), format!("script/outside-{i}"), (200 + i).to_string());
            let place = "\"urn:worker:script/again\"";
            tokio::spawn(async move { (invoke(&host, &worker, "meet", [place, "10", &token]).await, token) })
        })
        .collect();
    for call in calls {
        let (answer, token) = call.await.unwrap();
        assert_eq!(answer, token);
    }
}

#[tokio::test]
async fn ten_workers_answer_side_by_side_on_one_thread() {
    ten_workers_answer_side_by_side().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_workers_answer_side_by_side_on_four_threads() {
    ten_workers_answer_side_by_side().await;
}
