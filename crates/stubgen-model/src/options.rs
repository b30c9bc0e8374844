//! The options of a stub.

/// The options of a stub. The default is the stub of the 2024 tool.
///
/// ```
/// use wasm_rpc_stubgen_model::{CallStyle, RpcErrors, StubOptions};
///
/// let options = StubOptions::default().call_style(CallStyle::Async).rpc_errors(RpcErrors::Result);
/// assert_eq!(options.call_style, CallStyle::Async);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
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

impl StubOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same options with another call style.
    #[must_use]
    pub fn call_style(self, call_style: CallStyle) -> Self {
        Self { call_style, ..self }
    }

    /// The same options with another handling of failed calls.
    #[must_use]
    pub fn rpc_errors(self, rpc_errors: RpcErrors) -> Self {
        Self { rpc_errors, ..self }
    }

    /// The same options with another source of types.
    #[must_use]
    pub fn types(self, types: TypeSource) -> Self {
        Self { types, ..self }
    }

    /// The same options with another handling of functions that cannot be stubbed.
    #[must_use]
    pub fn unsupported(self, unsupported: Unsupported) -> Self {
        Self { unsupported, ..self }
    }
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
