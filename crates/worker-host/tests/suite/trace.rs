//! What a trace tells: each call between workers, in the order in which they start, nested ones below their callers.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::support::{builder, failure, invoke, relayed, uri};
use worker_host::{CallError, CallMode, Times, Trace, TraceLines, TracedCall};

#[derive(Clone, Default)]
struct Text(Arc<Mutex<Vec<u8>>>);

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Text {
    fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

#[tokio::test]
async fn a_call_is_one_line_with_its_arguments_and_answer_in_wave() {
    let text = Text::default();
    let host = builder().trace(Arc::new(TraceLines::new(text.clone(), Times::Hidden))).build();
    relayed(&host, "relay/a", "call", ("urn:worker:counter/x", "add"), &["prim-u32(5)"]).await;
    let new = ("urn:worker:counter/x", "test:counter/api@1.0.0.{counter.new}");
    relayed(&host, "relay/a", "call", new, &["prim-u32(5)"]).await;
    let drop = ("urn:worker:counter/x", "test:counter/api@1.0.0.{counter.drop}");
    let handle = format!("handle(({{value: {:?}}}, 0))", uri("counter/x"));
    relayed(&host, "relay/a", "call", drop, &[&handle]).await;
    relayed(&host, "relay/a", "call", ("urn:worker:nowhere/x y", "f"), &["prim-u32(5)"]).await;
    relayed(&host, "relay/a", "call", ("urn:worker:relay/b", "boom"), &[]).await;
    let lines = text.lines();
    let expected = [
        "relay/a -> counter/x  add(5) -> 5",
        "relay/a -> counter/x  test:counter/api@1.0.0.{counter.new}(5) -> handle(urn:worker:counter/x, 0)",
        "relay/a -> counter/x  test:counter/api@1.0.0.{counter.drop}(handle(urn:worker:counter/x, 0)) -> ()",
        "relay/a -> nowhere/x+y  f(?) -> error remote-internal-error: Could not find any component with the given id: component `nowhere` not found (known: `counter`, `environment`, `relay`, `script`); add it with `--component nowhere=FILE`",
    ];
    assert_eq!(lines[..4], expected);
    assert!(
        lines[4].starts_with("relay/a -> relay/b  boom() -> error remote-internal-error: `boom`: wasm trap"),
        "{}",
        lines[4]
    );
    assert_eq!(lines.len(), 5);
}

#[tokio::test]
async fn nested_calls_come_below_their_callers() {
    let text = Text::default();
    let host = builder().trace(Arc::new(TraceLines::new(text.clone(), Times::Hidden))).build();
    let params = ["prim-string(\"urn:worker:relay/c\")", "prim-string(\"ping\")", "list-value([])"];
    relayed(&host, "relay/a", "call", ("urn:worker:relay/b", "call"), &params).await;
    let lines = text.lines();
    let expected = [
        r#"relay/a -> relay/b  call("urn:worker:relay/c", "ping", []) -> …"#,
        "  relay/b -> relay/c  ping() -> 7",
        "relay/a <- relay/b  call -> ok({nodes: [tuple-value([1]), prim-u32(7)]})",
    ];
    assert_eq!(lines, expected);
}

#[tokio::test]
async fn calls_that_are_not_awaited_are_marked() {
    let text = Text::default();
    let trace = Arc::new(TraceLines::new(text.clone(), Times::Hidden));
    let host = builder().trace(trace.clone()).build();
    relayed(&host, "relay/a", "forget", ("urn:worker:relay/b", "spin"), &["prim-u32(1)"]).await;
    host.settle().await;
    relayed(&host, "relay/a", "later", ("urn:worker:relay/b", "ping"), &[]).await;
    let expected = ["relay/a -> relay/b  spin(1) -> 1  [not awaited]", "relay/a -> relay/b  ping() -> 7  [async]"];
    assert_eq!(text.lines(), expected);
    trace.flush();
    assert_eq!(text.lines().len(), 2);
}

#[derive(Default)]
struct Recorder(Mutex<Vec<(TracedCall, bool)>>);

impl Trace for Recorder {
    fn started(&self, call: &TracedCall) {
        assert_eq!(call.mode, CallMode::Await);
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        self.0.lock().unwrap().push((call.clone(), answer.is_ok()));
    }
}

#[tokio::test]
async fn calls_from_outside_are_not_traced() {
    let recorder = Arc::new(Recorder::default());
    let host = builder().trace(recorder.clone()).build();
    invoke(&host, "relay/a", "ping", []).await;
    failure(&host, "relay/b", "boom", []).await;
    assert!(recorder.0.lock().unwrap().is_empty());
    relayed(&host, "relay/a", "call", ("urn:worker:relay/c", "ping"), &[]).await;
    let calls = recorder.0.lock().unwrap();
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].0.function.as_str(), calls[0].0.depth, calls[0].1), ("ping", 0, true));
}

#[tokio::test]
async fn what_guests_say_does_not_control_the_terminal() {
    let text = Text::default();
    let host = builder().trace(Arc::new(TraceLines::new(text.clone(), Times::Hidden))).build();
    relayed(&host, "relay/a", "call", ("urn:worker:counter/x%1B%5B2J", "\u{1b}[31m\u{9b}"), &[]).await;
    relayed(&host, "relay/a", "call", ("worker://counter/\u{1b}[2J", "add"), &["prim-u32(5)"]).await;
    relayed(&host, "relay/a", "call", ("urn:worker:environment/x", "panic"), &["prim-string(\"a\\u{1b}[2J\\n\\r\")"])
        .await;
    let lines = text.lines();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].starts_with("relay/a -> counter/x%1B%5B2J  \\u{1b}[31m\\u{9b}() -> error"), "{}", lines[0]);
    assert!(lines[1].starts_with("warning: `worker://counter/\\u{1b}[2J`: Golem 1.0 and later refuse"), "{}", lines[1]);
    assert!(lines[3].contains("stderr: a\\u{1b}[2J"), "{}", lines[3]);
    assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{lines:?}");
}
