//! Fuzzes `fuzz_targets::toml`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::toml(input));
