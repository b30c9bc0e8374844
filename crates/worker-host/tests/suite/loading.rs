//! Which components can be loaded, and what is said about the others; the workers' output and exit.

use crate::support::{builder, counter, environment, failure, invoke, wat};
use worker_host::{HostBuilder, LoadError, Output, WorkerId};

fn load(text: &str) -> Result<HostBuilder, LoadError> {
    HostBuilder::new().component("c", &wat(text))
}

fn refusal(text: &str) -> String {
    load(text).err().expect("it is refused").to_string()
}

#[test]
fn imports_that_the_host_does_not_have_are_listed() {
    let message = refusal(
        r#"(component
            (import "wasi:cli/environment@0.2.0" (instance
              (export "get-environment" (func (result (list (tuple string string)))))))
            (import "shop:history-stub/stub-history" (instance (export "f" (func))))
            (import "wasi:http/types@0.2.0" (instance (export "fields" (type (sub resource)))))
            (import "f" (func)))"#,
    );
    let imports = "`shop:history-stub/stub-history`, `wasi:http/types@0.2.0`, `f`";
    assert_eq!(message, format!("component `c` imports {imports}, which the host does not provide"));
}

#[tokio::test]
async fn imports_of_types_alone_need_nothing() {
    let text = r#"(component
      (import "x:y/types@1.0.0" (instance $types
        (type $r' (record (field "a" u32)))
        (export "r" (type $r (eq $r')))))
      (import "empty:of/functions" (instance))
      (alias export $types "r" (type $r))
      (core module $m (func (export "f") (param i32) (result i32) (local.get 0)))
      (core instance $m (instantiate $m))
      (func (export "f") (param "r" $r) (result $r) (canon lift (core func $m "f"))))"#;
    let host = load(text).unwrap().build();
    assert_eq!(invoke(&host, "c/a", "f", ["{a: 5}"]).await, "{a: 5}");
}

#[test]
fn an_import_of_another_type_does_not_fit() {
    let message = refusal(
        r#"(component (import "wasi:cli/environment@0.2.0" (instance (export "get-environment" (func (result u32))))))"#,
    );
    assert!(message.starts_with("component `c` does not match the host: "), "{message}");
    assert!(message.contains("get-environment"), "{message}");
}

#[test]
fn what_is_no_component_is_refused() {
    let load = |id: &str, bytes: &[u8]| {
        let loaded = HostBuilder::new().component(id, bytes);
        loaded.err().expect("it is refused").to_string()
    };
    assert_eq!(load("c", &wat("(module)")), "component `c` is a core module, not a component");
    let not_wasm = "component `c` is not WebAssembly: it does not start with `\\0asm`";
    for bytes in [&b""[..], b"\0as", b"(component)", b"\x7fELF"] {
        assert_eq!(load("c", bytes), not_wasm);
    }
    let whole = counter();
    // what ends between two sections may be a component, if a smaller one
    for length in (8..whole.len()).step_by(13) {
        if let Err(error) = HostBuilder::new().component("c", &whole[..length]) {
            let message = error.to_string();
            assert!(message.starts_with("component `c` is invalid: "), "{length}: {message}");
        }
    }
    for id in ["", "a/b", "a b", "urn:x", "a\u{1b}"] {
        assert!(load(id, &whole).contains("invalid component id"), "{id}");
    }
    let twice = HostBuilder::new().component("c", &whole).unwrap().component("c", &whole);
    assert_eq!(twice.err().unwrap().to_string(), "there are two components with the id `c`");
}

#[tokio::test]
async fn an_instance_that_traps_at_its_start_is_a_dead_worker() {
    let text = r#"(component
      (core module $m (func $start-here unreachable) (start $start-here) (func (export "f")))
      (core instance $m (instantiate $m))
      (func (export "f") (canon lift (core func $m "f"))))"#;
    let host = load(text).unwrap().build();
    let message = failure(&host, "c/a", "f", []).await;
    assert!(message.starts_with("remote-internal-error: instantiation: wasm trap"), "{message}");
    assert!(message.contains("start-here"), "{message}");
    assert_eq!(failure(&host, "c/a", "f", []).await, message);
}

#[tokio::test]
async fn streams_can_not_cross() {
    let text = r#"(component
      (type $s (stream u8))
      (core module $m (func (export "f") (param i32)))
      (core instance $m (instantiate $m))
      (func (export "f") (param "s" (option (tuple u8 $s))) (canon lift (core func $m "g"))))"#
        .replace("(param i32)", "(param i32 i32 i32)")
        .replace("\"g\"", "\"f\"");
    let host = load(&text).unwrap().build();
    let message = failure(&host, "c/a", "f", ["none"]).await;
    assert_eq!(message, "function `f` cannot be called from outside: its type contains `stream`");
}

#[tokio::test]
async fn async_functions_are_called_like_others() {
    let text = r#"(component
      (core module $m (func (export "f") (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2))))
      (core instance $m (instantiate $m))
      (func (export "f") async (param "n" u32) (result u32) (canon lift (core func $m "f"))))"#;
    let host = load(text).unwrap().build();
    assert_eq!(invoke(&host, "c/a", "f", ["4"]).await, "8");
}

#[tokio::test]
async fn output_is_captured_by_worker() {
    let host = builder().build();
    invoke(&host, "environment/a", "print", ["\"hello\\n\""]).await;
    invoke(&host, "environment/a", "print", ["\"again\\n\""]).await;
    invoke(&host, "environment/b", "print", ["\"other\""]).await;
    let captured = |worker: &str| host.captured(&WorkerId::parse_short(worker).unwrap());
    assert_eq!(captured("environment/a").unwrap().0, "hello\nagain\n");
    assert_eq!(captured("environment/b").unwrap(), ("other".to_owned(), String::new()));
    assert_eq!(captured("environment/c"), None);
    let discarding =
        HostBuilder::new().output(Output::Discard).component("environment", &environment()).unwrap().build();
    invoke(&discarding, "environment/a", "print", ["\"hello\\n\""]).await;
    assert_eq!(discarding.captured(&WorkerId::parse_short("environment/a").unwrap()), None);
}

#[tokio::test]
async fn an_exit_is_an_error_of_the_call() {
    let host = builder().build();
    let message = failure(&host, "environment/a", "leave", []).await;
    assert!(message.starts_with("remote-internal-error: `leave`: Process exited with code 1"), "{message}");
}
