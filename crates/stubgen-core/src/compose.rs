//! A caller and its stubs to one component.

use std::fmt;

use wasm_rpc_stubgen_compose::{Component, Problem, Report, Unresolved, Versions};
use wasm_rpc_stubgen_model::Diagnostic;

use crate::stack::on_large_stack;

/// How components are composed. By default, imports that neither a stub nor a known host satisfies are an error.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ComposeOptions {
    /// What to do about imports that neither a stub nor a known host satisfies.
    pub unresolved: Unresolved,
}

impl ComposeOptions {
    /// The default options.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same options with another handling of imports that nothing satisfies.
    #[must_use]
    pub fn unresolved(self, unresolved: Unresolved) -> Self {
        Self { unresolved }
    }
}

/// A composed component.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Composition {
    /// Its binary: valid, and with the exports of the caller. The caller's own bytes if no stub is used.
    pub bytes: Vec<u8>,
    /// What was done.
    pub report: Report,
}

impl Composition {
    /// Warnings about stubs that are not used and imports that remain, and notes about versions that were merged.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let warnings = self.report.warnings().into_iter().map(Diagnostic::warning);
        // Versions that stay apart are among the warnings.
        let merged = self.report.versions.iter().filter(|versions| matches!(versions, Versions::Merged { .. }));
        warnings.chain(merged.map(|versions| Diagnostic::note(versions.to_string()))).collect()
    }
}

/// Plugs `stubs` into `caller`, and into each other where one imports what another one exports.
///
/// ```
/// use wasm_rpc_stubgen_core::{Component, ComposeOptions, compose};
///
/// # let (caller, stub) = (b"\0asm\x0d\0\x01\0", b"\0asm\x0d\0\x01\0");
/// let caller = Component::new("caller.wasm", caller);
/// let stub = Component::new("stub.wasm", stub);
/// let composed = compose(caller, &[stub], &ComposeOptions::default())?;
/// for diagnostic in composed.diagnostics() {
///     println!("{diagnostic}");
/// }
/// # Ok::<(), wasm_rpc_stubgen_core::ComposeError>(())
/// ```
///
/// # Errors
///
/// All problems that were found, at least one.
pub fn compose(
    caller: Component<'_>,
    stubs: &[Component<'_>],
    options: &ComposeOptions,
) -> Result<Composition, ComposeError> {
    match on_large_stack(|| wasm_rpc_stubgen_compose::compose(&caller, stubs, options.unresolved)) {
        Ok(composed) => Ok(Composition { bytes: composed.bytes, report: composed.report }),
        Err(error) => Err(ComposeError { problems: error.problems }),
    }
}

/// Why components cannot be composed: all problems that were found, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposeError {
    problems: Vec<Problem>,
}

impl ComposeError {
    /// The problems, in the order of the given components.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The problems as diagnostics with hints.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let diagnostic = |problem: &Problem| {
            let diagnostic = Diagnostic::error(problem.to_string());
            match problem.hint() {
                Some(hint) => diagnostic.hint(hint),
                None => diagnostic,
            }
        };
        self.problems.iter().map(diagnostic).collect()
    }
}

impl fmt::Display for ComposeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems: Vec<String> = self.problems.iter().map(Problem::to_string).collect();
        f.write_str(&problems.join("; "))
    }
}

impl std::error::Error for ComposeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.problems.first().map(|problem| problem as _)
    }
}
