//! What workers may use together: each limit ends in an `rpc-error` that names it, and the host goes on.

use std::time::Duration;

use crate::support::{builder, failure, invoke, relayed, try_invoke, wat};
use worker_host::{Host, Limits};

fn limited(limits: Limits) -> Host {
    let hungry = wat(include_str!("../wat/hungry.wat"));
    builder().component("hungry", &hungry).unwrap().limits(limits).build()
}

#[tokio::test]
async fn one_worker_too_many_is_denied() {
    let host = limited(Limits { max_workers: 2, ..Limits::default() });
    let call = async |how: &str, to: &str| {
        relayed(&host, "relay/a", how, (&format!("urn:worker:relay/{to}"), "ping"), &[]).await
    };
    assert!(call("call", "b").await.starts_with("ok("));
    let denied = "denied(\"cannot create worker `relay/c`: 2 workers exist, which is the limit (`--max-workers`)\")";
    for how in ["call", "later", "forget"] {
        let answer = call(how, "c").await;
        assert!(answer.contains(denied), "{how}: {answer}");
    }
    assert!(call("call", "b").await.starts_with("ok("), "what exists goes on");
    let error = failure(&host, "relay/d", "ping", []).await;
    assert!(error.starts_with("denied: cannot create worker `relay/d`"), "{error}");
}

#[tokio::test]
async fn memory_beyond_the_limit_is_not_given() {
    let host = limited(Limits { max_memory: 16 << 20, ..Limits::default() });
    assert_eq!(invoke(&host, "hungry/a", "grow", ["100"]).await, "1");
    assert_eq!(invoke(&host, "hungry/a", "grow", ["200"]).await, "-1");
    let error = failure(&host, "hungry/b", "must-grow", ["200"]).await;
    let reason = "out of memory: the workers use 7MiB of the 16MiB that is the limit (`--max-memory`): wasm trap";
    assert!(error.starts_with(&format!("remote-internal-error: `must-grow`: {reason}")), "{error}");
    // a failed worker has no memory
    assert_eq!(invoke(&host, "hungry/c", "grow", ["153"]).await, "1");
    let error = failure(&host, "hungry/d", "grow", ["1"]).await;
    assert!(error.starts_with("remote-internal-error: instantiation: out of memory: the workers use 16MiB"), "{error}");
    // no memory is left for a result, but this has none
    let host = limited(Limits { max_memory: 1 << 10, ..Limits::default() });
    let error = failure(&host, "relay/a", "ping", []).await;
    assert!(error.starts_with("remote-internal-error: instantiation: out of memory: the workers use 1KiB"), "{error}");
}

#[tokio::test]
async fn a_result_that_is_too_large_is_denied_and_the_worker_lives() {
    let host = limited(Limits { max_memory: 16 << 20, ..Limits::default() });
    let error = failure(&host, "hungry/a", "bytes", ["500000"]).await;
    assert!(error.starts_with("denied: the values of the result take 18MiB of memory"), "{error}");
    assert!(error.ends_with("that is the limit (`--max-memory`)"), "{error}");
    assert_eq!(invoke(&host, "hungry/a", "bytes", ["2"]).await, "[0, 0]");
    let many = format!("[{}]", "{nodes: [prim-u32(1), prim-u32(1), prim-u32(1)]}, ".repeat(70_000));
    let error = failure(&host, "relay/a", "call", ["\"urn:worker:relay/b\"", "\"ping\"", &many]).await;
    assert!(error.starts_with("denied: the values of the arguments take"), "{error}");
    assert_eq!(invoke(&host, "relay/a", "ping", []).await, "7");
}

#[tokio::test]
async fn five_megabytes_are_no_problem() {
    let answer = try_invoke(&limited(Limits::default()), "hungry/a", "bytes", ["5000000"]).await.unwrap();
    assert_eq!(answer.value.nodes.len(), 5_000_002);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invocation_that_takes_too_long_fails() {
    let host = limited(Limits { timeout: Some(Duration::from_millis(200)), ..Limits::default() });
    let slow = "`spin`: still running after 200ms, which is the limit (`--timeout`)";
    assert_eq!(failure(&host, "relay/a", "spin", ["4000000000"]).await, format!("remote-internal-error: {slow}"));
    assert_eq!(failure(&host, "relay/a", "ping", []).await, format!("remote-internal-error: {slow}"));
    for how in ["call", "later"] {
        let slow = ("urn:worker:relay/slow-".to_owned() + how, "spin");
        let answer = relayed(&host, "relay/b", how, (&slow.0, slow.1), &["prim-u32(4000000000)"]).await;
        let expected = "`spin`: still running after 200ms, which is the limit (`--timeout`)";
        assert!(answer.contains(expected), "{how}: {answer}");
    }
    assert_eq!(invoke(&host, "relay/b", "ping", []).await, "7", "who waited has the error, and lives");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_timeout_an_invocation_takes_its_time() {
    let host = limited(Limits { timeout: None, ..Limits::default() });
    assert_eq!(invoke(&host, "relay/a", "spin", ["10000000"]).await, "1");
}
