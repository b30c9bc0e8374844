//! What the tests share: the components, hosts made of them, values as text.

pub mod program;
pub mod script;

use std::time::Duration;

use worker_host::{Answer, Host, HostBuilder, InvokeError, Output, WorkerId};

/// A component's bytes, from its text.
pub fn wat(text: &str) -> Vec<u8> {
    wat::parse_str(text).expect("the test's component is well-formed")
}

/// A component that begins with `calls.wat`.
fn caller(text: &str) -> Vec<u8> {
    wat(&text.replace("@CALLS@", include_str!("../../wat/calls.wat")))
}

/// `relay.wat`: calls other workers.
pub fn relay() -> Vec<u8> {
    caller(include_str!("../../wat/relay.wat"))
}

/// `script.wat`: does what it is told with futures and pollables.
pub fn script() -> Vec<u8> {
    caller(include_str!("../../wat/script.wat"))
}

/// `counter.wat`: resources, an inline interface, world functions.
pub fn counter() -> Vec<u8> {
    wat(include_str!("../../wat/counter.wat"))
}

/// `environment.wat`: WASI.
pub fn environment() -> Vec<u8> {
    wat(include_str!("../../wat/environment.wat"))
}

/// All of them.
pub fn builder() -> HostBuilder {
    let builder = HostBuilder::new().output(Output::Capture);
    let builder = builder.component("relay", &relay()).unwrap();
    let builder = builder.component("script", &script()).unwrap();
    let builder = builder.component("counter", &counter()).unwrap();
    builder.component("environment", &environment()).unwrap()
}

/// Invokes, at most for ten seconds: nothing here may hang.
pub async fn try_invoke(
    host: &Host,
    worker: &str,
    function: &str,
    arguments: impl IntoIterator<Item = impl AsRef<str>>,
) -> Result<Answer, InvokeError> {
    let answer = host.invoke(worker, function, arguments);
    tokio::time::timeout(Duration::from_secs(10), answer).await.unwrap_or_else(|_| panic!("{worker} {function} hangs"))
}

/// A worker's URI with its component's UUID, from the short form.
pub fn uri(worker: &str) -> String {
    WorkerId::parse_short(worker).unwrap().uri().value
}

/// The answer in WAVE.
pub async fn invoke<const N: usize>(host: &Host, worker: &str, function: &str, arguments: [&str; N]) -> String {
    match try_invoke(host, worker, function, arguments).await {
        Ok(answer) => answer.to_wave(),
        Err(error) => panic!("{worker} {function}: {error}"),
    }
}

/// The error's message.
pub async fn failure<const N: usize>(host: &Host, worker: &str, function: &str, arguments: [&str; N]) -> String {
    match try_invoke(host, worker, function, arguments).await {
        Ok(answer) => panic!("{worker} {function} succeeds: {}", answer.to_wave()),
        Err(error) => error.to_string(),
    }
}

/// Has a relay call: `how` is `call`, `later` or `forget`; `params` are wit-values of one node each.
pub async fn relayed(host: &Host, relay: &str, how: &str, (uri, function): (&str, &str), params: &[&str]) -> String {
    let params: Vec<String> = params.iter().map(|node| format!("{{nodes: [{node}]}}")).collect();
    let params = format!("[{}]", params.join(", "));
    let (uri, function) = (format!("{uri:?}"), format!("{function:?}"));
    invoke(host, relay, how, [&uri, &function, &params]).await
}
