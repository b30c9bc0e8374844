//! The caller's own package: what `--add-import` changes in it, or what to say about its imports.

use wasm_rpc_stubgen_model::{Diagnostic, Features, LoadError, Severity, WitPackage};

use super::error::AddStubError;
use super::import::{Import, changed_files};
use super::mended::{Mended, other_version};
use super::packages::ByPlace;
use super::stub::Stub;
use super::worlds::Worlds;

/// The caller's own package after the stub is added.
pub(super) struct CallerPackage {
    /// The files that change.
    pub files: Vec<(String, Vec<u8>)>,
    /// What to say about its imports.
    pub notes: Vec<Diagnostic>,
    /// Why it does not resolve yet.
    pub errors: Vec<Diagnostic>,
    /// Whether any of its worlds imports the stub.
    pub imports_stub: bool,
}

impl CallerPackage {
    /// The package `main` among the packages `after`, which include the stub, with the right versions of `mended`.
    pub fn of(
        main: &WitPackage,
        mended: Option<&Mended>,
        stub: &Stub,
        import: &Import,
        after: &ByPlace,
        features: &Features,
    ) -> Result<Self, AddStubError> {
        let right = mended.map_or(main, |mended| &mended.main);
        let worlds = Worlds::of(right, stub, after.values(), features);
        let edited = import.edit(stub, right, &worlds)?;
        let note = match (import, mended) {
            (Import::Add { .. }, Some(mended)) => mended.note(),
            (Import::Add { .. }, None) => other_version(main, stub),
            (Import::None, Some(mended)) => Some(mended.warning()),
            (Import::None, None) => other_version(main, stub).or_else(|| worlds.note()),
        };
        let files = match import {
            Import::Add { .. } => changed_files(main, edited.as_ref().unwrap_or(right))?,
            Import::None => Vec::new(),
        };
        let worlds = match &edited {
            Some(edited) => Worlds::of(edited, stub, after.values(), features),
            None => worlds,
        };
        let errors = worlds.error().into_iter().flat_map(does_not_resolve).collect();
        let (notes, imports_stub) = (note.into_iter().collect(), worlds.any_imports());
        Ok(Self { files, notes, errors, imports_stub })
    }
}

/// The caller may import a package that the next command adds.
fn does_not_resolve(error: &LoadError) -> impl Iterator<Item = Diagnostic> {
    error.diagnostics().into_iter().map(|found| {
        let message = format!("the caller's WIT does not resolve yet: {}", found.message);
        Diagnostic { severity: Severity::Warning, message, excerpt: None, ..found }
    })
}
