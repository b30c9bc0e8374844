//! Fuzzes `fuzz_targets::wit_smith`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz_targets::wit_smith(input));
