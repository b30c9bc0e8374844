//! Fuzzes `fuzz_targets::wat`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::wat(input));
