//! The example, end to end, with the real guests: a stub is built, the caller is composed with it, and a call crosses from one
//! worker to another, through the libraries. `guide` does it with the commands of the documentation.
//!
//! `cargo xtask guests` compiles the guests; `cargo xtask test` runs it first.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use wasm_rpc_stubgen::{BuildOptions, Builder, ComposeMode, ComposeOptions, Unresolved};
use worker_host::{CallError, Host, HostBuilder, Output, Trace, TracedCall};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the workspace")
}

/// The folder with the compiled guests.
pub fn guests() -> PathBuf {
    let folder = std::env::var_os("GUESTS_DIR").map_or_else(|| root().join("target/guests"), PathBuf::from);
    let folder = folder.canonicalize().unwrap_or(folder);
    let hint = "the guests are not there; `cargo xtask guests` compiles them";
    assert!(folder.join("shopping_cart.wasm").is_file(), "{hint} to {}", folder.display());
    folder
}

/// Keeps the line of each call that crossed.
#[derive(Default)]
struct Recorded(Mutex<Vec<String>>);

impl Trace for Recorded {
    fn started(&self, _: &TracedCall) {}

    fn finished(&self, call: &TracedCall, answer: &Result<String, CallError>) {
        self.0.lock().expect("no test panics while it records").push(call.line(Some(answer)));
    }
}

async fn invoke(host: &Host, worker: &str, function: &str, arguments: &[&str]) -> String {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    let answer = host.invoke(worker, function, arguments).await;
    answer.unwrap_or_else(|error| panic!("{worker} {function}: {error}")).to_wave()
}

async fn check_out(host: &Host, user: &str) -> String {
    let cart = format!("cart/{user}");
    let api = |function: &str| format!("shopping:cart/api.{{{function}}}");
    let tea = r#"{product-id: "p1", name: "Tea", price: 4.5, quantity: 2}"#;
    let cup = r#"{product-id: "p2", name: "Cup", price: 8, quantity: 1}"#;
    invoke(host, &cart, &api("initialize-cart"), &[&format!("{user:?}")]).await;
    invoke(host, &cart, &api("add-item"), &[tea]).await;
    invoke(host, &cart, &api("add-item"), &[cup]).await;
    invoke(host, &cart, &api("update-item-quantity"), &[r#""p2""#, "3"]).await;
    invoke(host, &cart, &api("remove-item"), &[r#""p1""#]).await;
    invoke(host, &cart, &api("checkout"), &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_users_check_out_through_the_libraries() {
    let guests = guests();
    let out = tempfile::tempdir().expect("a temporary directory can be made");
    let (stub, composed) = (out.path().join("stub.wasm"), out.path().join("cart.wasm"));
    let build = BuildOptions {
        source_wit_root: root().join("examples/shopping-cart/purchase-history/wit").into(),
        world: None,
        features: wasm_rpc_stubgen::Features::default(),
        dest_wasm: stub.clone().into(),
        dest_wit_root: out.path().join("stub-wit"),
        shape: wasm_rpc_stubgen::StubOptions::default(),
        builder: Builder::Native,
    };
    wasm_rpc_stubgen::build(&build, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    let compose = ComposeOptions {
        source_wasm: guests.join("shopping_cart.wasm").into(),
        stub_wasm: vec![stub.into()],
        dest_wasm: composed.clone().into(),
        unresolved: Unresolved::Refuse,
        mode: ComposeMode::Write,
    };
    let outcome = wasm_rpc_stubgen::compose(&compose, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(outcome.report.plugs.len(), 1, "the stub is plugged");
    let read = |path: &Path| std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let trace = Arc::new(Recorded::default());
    let host = HostBuilder::new()
        .component("history", &read(&guests.join("purchase_history.wasm")))
        .and_then(|host| host.component("cart", &read(&composed)))
        .unwrap_or_else(|error| panic!("{error}"))
        .env("PURCHASE_HISTORY_TEMPLATE_ID", "history")
        .output(Output::Discard)
        .trace(trace.clone())
        .build();
    for user in ["alice", "bob"] {
        let answer = check_out(&host, user).await;
        assert_eq!(answer, format!("success({{order-id: \"{user}-1\"}})"));
    }
    for user in ["alice", "bob"] {
        let history = format!("history/{user}");
        let orders = invoke(&host, &history, "shopping:purchase-history/api.{get-orders}", &[]).await;
        let expected = format!(
            "[{{order-id: \"{user}-1\", items: [{{product-id: \"p2\", name: \"Cup\", price: 8, quantity: 3}}], total: 24, timestamp: "
        );
        assert!(orders.starts_with(&expected), "{orders}");
    }
    {
        let crossed = trace.0.lock().expect("no test panics while it records");
        assert_eq!(crossed.len(), 2, "{crossed:#?}");
        for (line, user) in crossed.iter().zip(["alice", "bob"]) {
            let start = format!("cart/{user} -> history/{user}  shopping:purchase-history/api.{{add-order}}(");
            assert!(line.starts_with(&start) && line.ends_with(" -> ()"), "{line}");
        }
    }
    // A function of the caller's world, whose type is the world's own and contains one of the target's.
    let statement = invoke(&host, "cart/bob", "get-statement", &[]).await;
    assert!(statement.starts_with("{user-id: \"bob\", orders: [{order-id: \"bob-1\""), "{statement}");
}
