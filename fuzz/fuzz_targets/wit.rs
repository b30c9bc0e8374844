//! Fuzzes `fuzz_targets::wit`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::wit(input));
