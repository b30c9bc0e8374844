//! What a task does with expected files.

/// What to do with expected files.
#[derive(Clone, Copy)]
pub enum Goldens {
    /// Fail if one differs.
    Compare,
    /// Rewrite them.
    Rewrite,
}
