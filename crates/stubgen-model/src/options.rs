//! The options of a stub.

/// The options of a stub. The default is the stub of the 2024 tool.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StubOptions {
    /// How the target's functions are called.
    pub call_style: CallStyle,
    /// What happens when a call fails.
    pub rpc_errors: RpcErrors,
    /// Where types come from.
    pub types: TypeSource,
    /// What happens to functions that cannot be stubbed.
    pub unsupported: Unsupported,
}

/// How the target's functions are called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CallStyle {
    /// Each function keeps its name and waits for its result.
    #[default]
    Sync,
    /// Each function exists twice: `blocking-f` waits, `f` returns at once.
    Async,
}

/// What happens when a call fails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RpcErrors {
    /// The caller traps.
    #[default]
    Trap,
    /// Functions return `result<_, rpc-error>`.
    Result,
}

/// Where the types of a stub come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TypeSource {
    /// The stub interface `use`s those of the target's package where possible.
    #[default]
    Target,
    /// The stub interface defines them; the target's package is not needed.
    Stub,
}

/// What happens to functions that cannot be stubbed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unsupported {
    /// They are errors.
    #[default]
    Refused,
    /// They are left out, with a warning for each.
    Skipped,
}
