//! Dropped futures and pollables leave nothing behind, and neither do their calls.

use std::time::Duration;

use super::*;
use crate::invoke::parse_arguments;
use crate::output::Output;
use crate::{Host, HostBuilder, wave};

fn host() -> Host {
    let script = include_str!("../../tests/wat/script.wat");
    let script = script.replace("@CALLS@", include_str!("../../tests/wat/calls.wat"));
    let script = wat::parse_str(script).expect("the test's component is well-formed");
    HostBuilder::new().component("script", &script).unwrap().build()
}

/// A worker outside of the host's table, so that the test can look into its store.
fn worker(host: &Host, name: &str) -> Worker {
    let id = WorkerId::parse_short(name).unwrap();
    let component = Arc::clone(&host.0.components[id.component_id()]);
    let shared: Arc<dyn CallHost> = host.0.clone();
    let (host, output) = (Arc::downgrade(&shared), WorkerOutput::new(Output::Discard, &id));
    let limits = (Limits::default(), shared.calls().memory.clone());
    Worker::new(id, component, host, Environment::default(), limits, output)
}

async fn run(host: &Host, worker: &mut Worker, program: &str) -> String {
    let function = host.function("script", "run").unwrap();
    let params = parse_arguments([program], &function).unwrap();
    let memory = worker.memory.none();
    let invocation = Invocation { function: Ok(Arc::clone(&function)), params, memory, deadline: None, depth: 0 };
    let answer = tokio::time::timeout(Duration::from_secs(10), worker.handle(&invocation)).await;
    wave::print_answer(&answer.expect("it ends").unwrap(), function.result().as_ref())
}

fn has_resources(worker: &Worker) -> bool {
    let Status::Alive(store) = &worker.status else { panic!("the worker lives") };
    !store.store.data().table.is_empty()
}

/// Starts a call that ends when a fourth call arrives at `script/gate` beside those of three callees.
fn start(callee: &str) -> String {
    let params =
        r#"[{nodes: [prim-string("urn:worker:script/gate")]}, {nodes: [prim-u32(4)]}, {nodes: [prim-u32(0)]}]"#;
    format!(r#"start(("urn:worker:script/{callee}", "meet", {params}))"#)
}

#[tokio::test]
async fn dropped_futures_leave_nothing_behind() {
    let host = host();
    let mut worker = worker(&host, "script/a");
    let starts = [start("b"), start("c"), start("d")].join(", ");
    // all of them have started
    let wait = r#"wait(("urn:worker:script/gate", 3))"#;
    let program = format!("[{starts}, {wait}, subscribe(0), subscribe(1), subscribe(1), timer(3600000), ready(0)]");
    assert!(run(&host, &mut worker, &program).await.ends_with("is-ready(false)]"));
    assert!(has_resources(&worker));
    // drop two of them before they end
    run(&host, &mut worker, "[drop-pollable(0), drop-pollable(3), drop-future(0), drop-future(2)]").await;
    let open = r#"forget(("urn:worker:script/gate", "arrive", []))"#;
    let program = format!("[{open}, poll([1, 2]), get(1), drop-pollable(2), drop-pollable(1), drop-future(1)]");
    let outcomes = run(&host, &mut worker, &program).await;
    assert!(outcomes.contains("events([0, 1]), answer(some(ok("), "{outcomes}");
    assert!(!has_resources(&worker));
    tokio::time::timeout(Duration::from_secs(10), host.settle()).await.expect("all calls have ended");
    assert!(host.0.calls.wait_graph.is_empty());
    assert_eq!(Arc::strong_count(&host.0), 1, "a task for a call is left");
}
