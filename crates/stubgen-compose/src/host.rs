//! Which imports a Golem host satisfies: `wasi:*`, and the packages that Golem itself implements.
//!
//! | package | since | source |
//! | --- | --- | --- |
//! | `golem:api` | 1.0 (`@0.2.0`), 1.1 (`@1.1.0` beside it) | `create_wasmtime_linker` of `golem-worker-executor`, `golem-wit` 1.0.0 and 1.1.0 |
//! | `golem:rpc` | 1.0 (`@0.1.0`) | the same |
//! | `golem:durability` | 1.2 | `golem-wit` 1.2.0; `durable_host/durability.rs` of `golem-worker-executor-base` |
//! | `golem:rdbms` | 1.2 | `golem-wit` 1.3.0-dev.7; `durable_host/rdbms` of `golem-worker-executor-base` |
//! | `golem:agent` | 1.3 | `golem:agent/host` in `create_wasmtime_linker` of `golem-worker-executor` |
//!
//! (crates.io has `golem-wit`; the executors are in the repository `golemcloud/golem`.) Everything else in the namespace
//! is a component that somebody has to bring along, like `golem:llm` and `golem:web-search`, or a stub. Packages count
//! whatever their version is: a host of another version may offer them, and refusing what works is worse than silence.

/// Golem's own host packages; see the table above.
const GOLEM_PACKAGES: [&str; 5] = ["golem:api", "golem:rpc", "golem:durability", "golem:rdbms", "golem:agent"];

/// Whether the host is expected to offer the import `name`.
pub(crate) fn offers(name: &str) -> bool {
    let Some((package, _)) = name.split_once('/') else {
        return false;
    };
    package.starts_with("wasi:") || GOLEM_PACKAGES.contains(&package)
}

/// The target of the stub package that `name` belongs to: `a:b` of `a:b-stub/stub-w@1.0.0`.
pub(crate) fn target_of_stub(name: &str) -> Option<&str> {
    name.split_once('/')?.0.strip_suffix("-stub")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golem_offers_its_own_packages_alone() {
        for name in ["wasi:io/poll@0.2.0", "golem:rpc/types@0.1.3", "golem:api/host@0.2.0", "golem:api/oplog@1.1.0"] {
            assert!(offers(name), "{name}");
        }
        for name in ["golem:llm/llm@1.0.0", "golem:it-stub/stub-it", "golem:api-stub/stub-api", "golem:rpcs/x", "api"] {
            assert!(!offers(name), "{name}");
        }
    }

    #[test]
    fn stub_packages_end_in_stub() {
        assert_eq!(target_of_stub("golem:it-stub/stub-it@1.0.0"), Some("golem:it"));
        assert_eq!(target_of_stub("golem:it/stub"), None);
        assert_eq!(target_of_stub("log-stub"), None);
    }
}
