//! A worker executor for one machine: golem:rpc on wasmtime
