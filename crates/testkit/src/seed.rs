//! Where random tests begin.

/// The number in `SEED`, which `cargo xtask test` and CI choose anew each time; 0 for `cargo test` alone.
///
/// # Panics
///
/// When it is not a number.
pub fn seed() -> u64 {
    std::env::var("SEED").map_or(0, |seed| seed.parse().expect("`SEED` is a number"))
}
