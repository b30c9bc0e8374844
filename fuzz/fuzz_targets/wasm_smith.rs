//! Fuzzes `fuzz_targets::wasm_smith`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::wasm_smith(input));
