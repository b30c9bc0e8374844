//! What a program can tell of a Golem server's URIs: the rows of `golem.md` about them, and what is accepted here beyond.

use std::sync::{Arc, Mutex};

use crate::support::{builder, counter, failure, invoke, relayed, uri};
use worker_host::{CallError, Host, HostBuilder, Trace, TracedCall, WorkerId};

/// Adds to the counter behind a URI; the sum.
async fn add(host: &Host, uri: &str, n: u32) -> u32 {
    let answer = relayed(host, "relay/a", "call", (uri, "add"), &[&format!("prim-u32({n})")]).await;
    let sum = answer.strip_prefix("ok({nodes: [tuple-value([1]), prim-u32(");
    let sum = sum.and_then(|rest| rest.strip_suffix(")]})")).unwrap_or_else(|| panic!("{uri}: {answer}"));
    sum.parse().unwrap()
}

/// What the trap says if a worker connects to that URI, with which the worker dies.
async fn refusal(host: &Host, worker: &str, uri: &str) -> String {
    let given = format!("{uri:?}");
    let message = failure(host, worker, "call", [&given, "\"add\"", "[]"]).await;
    assert_eq!(failure(host, worker, "ping", []).await, message);
    let message = message.strip_prefix("remote-internal-error: `call`: ").unwrap();
    message.split(" (in ").next().unwrap().to_owned()
}

#[tokio::test]
async fn the_form() {
    let host = builder().build();
    let canonical = uri("counter/x");
    let uuid = &canonical["urn:worker:".len()..canonical.len() - "/x".len()];
    assert_eq!(uuid.len(), 36);
    // the UUID and the local name are one component
    assert_eq!(add(&host, &canonical, 1).await, 1);
    assert_eq!(add(&host, "urn:worker:counter/x", 1).await, 2);
    assert_eq!(
        add(&host, &canonical.to_uppercase().replace("URN:WORKER:", "urn:worker:").replace("/X", "/x"), 1).await,
        3
    );
    assert_eq!(invoke(&host, &format!("{uuid}/x"), "{add}", ["1"]).await, "4");
    let workers: Vec<String> = host.workers().iter().map(ToString::to_string).collect();
    assert_eq!(workers, ["counter/x", "relay/a"]);
}

#[tokio::test]
async fn a_component_may_be_given_by_its_uuid() {
    let id = "679ae459-8700-41d9-920c-7e2887459c94";
    let host = builder().component(id, &counter()).unwrap().build();
    assert_eq!(add(&host, &format!("urn:worker:{id}/x"), 1).await, 1);
    assert_eq!(invoke(&host, &format!("{id}/x"), "{add}", ["1"]).await, "2");
    let handle = invoke(&host, &format!("{id}/x"), "api.{counter.new}", ["1"]).await;
    assert_eq!(handle, format!("handle(urn:worker:{id}/x, 0)"));
    // the UUID of a local name is that component
    let counter_id = uri("counter/x").replace("urn:worker:", "").replace("/x", "");
    let twice = builder().component(&counter_id, &counter());
    let expected = format!("two components have the id `{counter_id}`");
    assert_eq!(twice.err().unwrap().to_string(), expected);
}

#[tokio::test]
async fn the_name_is_decoded_like_a_form_field() {
    let host = builder().build();
    for (number, spelled) in ["a+b", "a%20b", "a b"].into_iter().enumerate() {
        assert_eq!(add(&host, &format!("urn:worker:counter/{spelled}"), 1).await, u32::try_from(number).unwrap() + 1);
    }
    // the short form of the command line follows the same rule
    assert_eq!(invoke(&host, "counter/a+b", "{add}", ["1"]).await, "4");
    assert_eq!(add(&host, "urn:worker:counter/a%2Fb", 1).await, 1);
    let names: Vec<String> = host.workers().iter().map(|worker| worker.name().to_owned()).collect();
    assert_eq!(names, ["a b", "a/b", "a"]);
    let answer = relayed(&host, "relay/a", "call", ("urn:worker:environment/a%2Fb c", "environment"), &[]).await;
    assert!(answer.contains("prim-string(\"GOLEM_WORKER_NAME\"), prim-string(\"a/b c\")"), "{answer}");
}

#[tokio::test]
async fn no_name_is_a_new_worker_with_a_fresh_name() {
    let host = builder().build();
    for uri in ["urn:worker:counter", "urn:worker:counter"] {
        assert_eq!(add(&host, uri, 1).await, 1);
    }
    assert_eq!(invoke(&host, "urn:worker:counter", "{add}", ["1"]).await, "1");
    let workers = host.workers();
    let fresh: Vec<&WorkerId> = workers.iter().filter(|worker| worker.component() == "counter").collect();
    assert_eq!(fresh.len(), 3);
    for worker in fresh {
        assert_eq!(worker.name().len(), 36, "a UUID");
        assert_eq!(add(&host, &worker.uri().value, 1).await, 2);
    }
}

#[tokio::test]
async fn a_slash_and_nothing_after_it_is_the_empty_name() {
    let host = builder().build();
    assert_eq!(add(&host, "urn:worker:counter/", 1).await, 1);
    assert_eq!(add(&host, &uri("counter/"), 1).await, 2);
    assert_eq!(invoke(&host, "counter/", "{add}", ["1"]).await, "3");
}

#[derive(Default)]
struct Warnings(Mutex<Vec<String>>);

impl Trace for Warnings {
    fn started(&self, _: &TracedCall) {}

    fn finished(&self, _: &TracedCall, _: &Result<String, CallError>) {}

    fn warning(&self, message: &str) {
        self.0.lock().unwrap().push(message.to_owned());
    }
}

#[tokio::test]
async fn worker_urls_are_accepted_with_a_warning() {
    let warnings = Arc::new(Warnings::default());
    let host = builder().trace(warnings.clone()).build();
    assert_eq!(add(&host, "urn:worker:counter/a%20b", 1).await, 1);
    assert!(warnings.0.lock().unwrap().is_empty());
    assert_eq!(add(&host, "worker://counter/a%20b", 1).await, 2);
    assert_eq!(invoke(&host, "worker://counter/a+b", "{add}", ["1"]).await, "3");
    // once in a run
    let warning = "`worker://counter/a%20b`: Golem 1.0 and later refuse `worker://`; write `urn:worker:counter/a+b`";
    assert_eq!(*warnings.0.lock().unwrap(), [warning]);
}

#[tokio::test]
async fn a_component_id_that_is_none() {
    let host = builder().build();
    for (number, id) in ["", " ", "a b", "a:b", "urn:worker:counter"].into_iter().enumerate() {
        let message = refusal(&host, &format!("relay/{number}"), &format!("urn:worker:{id}/x")).await;
        let reason = match id {
            "" => "the component id is missing".to_owned(),
            id => format!("`{id}` is neither a UUID nor a local name without whitespace and `:`"),
        };
        let expected = format!("Invalid URI: urn:worker:{id}/x. Must be urn:worker:component-id/worker-name: {reason}");
        assert_eq!(message, expected);
    }
    for (number, other) in ["counter/x", "", "http://counter/x", "urn:component:counter"].into_iter().enumerate() {
        let message = refusal(&host, &format!("relay/no-urn-{number}"), other).await;
        let reason = "it does not start with `urn:worker:`";
        assert_eq!(message, format!("Invalid URI: {other}. Must be urn:worker:component-id/worker-name: {reason}"));
    }
}

#[tokio::test]
async fn a_plain_slash_in_the_name() {
    let host = builder().build();
    let message = refusal(&host, "relay/a", "urn:worker:counter/a/b").await;
    let expected = "Invalid URI: urn:worker:counter/a/b. Must be urn:worker:component-id/worker-name: a `/` in a worker name must be written `%2F`";
    assert_eq!(message, expected);
    // it dies in the constructor, whatever it would have called
    assert!(host.workers().iter().all(|worker| worker.component() == "relay"));
}

#[tokio::test]
async fn handles_have_the_uuid_for_programs_and_the_local_name_for_people() {
    let host = builder().build();
    let new = ("urn:worker:counter/a%20b", "test:counter/api@1.0.0.{counter.new}");
    let answer = relayed(&host, "relay/a", "call", new, &["prim-u32(5)"]).await;
    let uri = uri("counter/a+b");
    assert_eq!(answer, format!("ok({{nodes: [tuple-value([1]), handle(({{value: {uri:?}}}, 0))]}})"));
    let shown = invoke(&host, "counter/a b", "api.{counter.new}", ["6"]).await;
    assert_eq!(shown, "handle(urn:worker:counter/a+b, 1)");
    for handle in [&shown, &format!("handle({uri}, 0)")] {
        invoke(&host, "counter/a+b", "api.{counter.increment}", [handle, "1"]).await;
    }
    let empty = HostBuilder::new().build();
    assert!(empty.workers().is_empty());
}
