//! Fuzzes `fuzz_targets::add_stub_dependency`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::add_stub_dependency(input));
