//! Typed worker-to-worker calls for WebAssembly components: generate, build and compose stubs
