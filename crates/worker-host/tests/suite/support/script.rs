//! Programs for `script.wat`, and what they need to be sure of what comes first.
//!
//! What has to happen before or after something else is held back and let go by workers that meet: `meet` of a script
//! is done when as many have arrived at a place, another script. No test counts on time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use worker_host::{CallError, Host, Trace, TracedCall};

use super::{builder, invoke};

/// A step that calls; each parameter is the one node of a wit-value.
pub fn step(how: &str, worker: &str, function: &str, params: &[&str]) -> String {
    let params: Vec<String> = params.iter().map(|node| format!("{{nodes: [{node}]}}")).collect();
    format!("{how}((\"urn:worker:{worker}\", {function:?}, [{}]))", params.join(", "))
}

/// Starts `meet`: done when `count` have arrived at the place, itself included; its answer is the token.
pub fn meet(worker: &str, place: &str, count: u32, token: u32) -> String {
    let place = format!("prim-string(\"urn:worker:{place}\")");
    step("start", worker, "meet", &[&place, &format!("prim-u32({count})"), &format!("prim-u32({token})")])
}

/// Starts a relay's call of a script's function `arrived`: the relay waits for the script.
pub fn relayed(how: &str, relay: &str, script: &str) -> String {
    let script = format!("prim-string(\"urn:worker:{script}\")");
    step(how, relay, "call", &[&script, "prim-string(\"arrived\")", "list-value([])"])
}

pub fn arrive(place: &str) -> String {
    step("forget", place, "arrive", &[])
}

pub fn wait(place: &str, count: u32) -> String {
    format!("wait((\"urn:worker:{place}\", {count}))")
}

/// Waits, from outside, until as many have arrived.
pub async fn arrived(host: &Host, place: &str, count: u32) {
    while invoke(host, place, "arrived", []).await.parse::<u32>().unwrap() < count {
        tokio::task::yield_now().await;
    }
}

/// Keeps `relay/b` busy until somebody arrives at `script/held`.
pub async fn hold(host: &Host) {
    let params =
        r#"[{nodes: [prim-string("urn:worker:script/held")]}, {nodes: [prim-u32(2)]}, {nodes: [prim-u32(0)]}]"#;
    let held = host.clone();
    tokio::spawn(async move {
        invoke(&held, "relay/b", "call", ["\"urn:worker:script/holder\"", "\"meet\"", params]).await
    });
    arrived(host, "script/held", 1).await;
}

/// What `get` gives for an answer that is a number.
pub fn number(number: u32) -> String {
    format!("answer(some(ok({{nodes: [tuple-value([1]), prim-u32({number})]}})))")
}

/// Steps, each with what has to come of it.
#[derive(Default)]
pub struct Script {
    steps: Vec<String>,
    outcomes: Vec<String>,
}

impl Script {
    pub fn then(mut self, step: impl Into<String>, outcome: impl Into<String>) -> Self {
        self.steps.push(step.into());
        self.outcomes.push(outcome.into());
        self
    }
}

/// Has a worker do the steps in one invocation.
pub async fn run(host: &Host, worker: &str, script: Script) {
    let Script { steps, outcomes } = script;
    let came = invoke(host, worker, "run", [&format!("[{}]", steps.join(", "))]).await;
    assert_eq!(came, format!("[{}]", outcomes.join(", ")), "{worker}");
}

/// Tells of the calls between workers as they start and end.
struct Events(mpsc::UnboundedSender<String>);

impl Trace for Events {
    fn started(&self, call: &TracedCall) {
        let _ = self.0.send(call.line(None));
    }

    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        let _ = self.0.send(call.line(Some(answer)));
    }

    fn cancelled(&self, call: &TracedCall) {
        let _ = self.0.send(call.cancelled_line());
    }

    fn warning(&self, message: &str) {
        let _ = self.0.send(format!("warning: {message}"));
    }
}

pub struct Watched(mpsc::UnboundedReceiver<String>);

impl Watched {
    pub fn host() -> (Host, Watched) {
        let (sender, receiver) = mpsc::unbounded_channel();
        (builder().trace(Arc::new(Events(sender))).build(), Watched(receiver))
    }

    /// The next event that starts like that.
    pub async fn until(&mut self, start: &str) -> String {
        let found = async {
            loop {
                let event = self.0.recv().await.expect("the host exists");
                if event.starts_with(start) {
                    return event;
                }
            }
        };
        let found = tokio::time::timeout(Duration::from_secs(10), found).await;
        found.unwrap_or_else(|_| panic!("there is no `{start}`"))
    }

    /// Waits for the end of all calls; their lines.
    pub async fn settled(mut self, host: Host) -> Vec<String> {
        settle(&host).await;
        self.0.close();
        let mut lines = Vec::new();
        while let Some(line) = self.0.recv().await {
            lines.push(line);
        }
        lines.retain(|line| !line.contains("-> …"));
        lines
    }
}

pub async fn settle(host: &Host) {
    let settled = tokio::time::timeout(Duration::from_secs(10), host.settle()).await;
    settled.expect("the calls in the background end");
}
