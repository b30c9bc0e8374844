//! A `Resolve` that a caller of the library has to a target (ADR 0025).
//!
//! It is checked, printed and parsed again. So everything behind works on what the parser makes, whoever made the
//! `Resolve`, and a target is the same as one of the printed text.

use std::path::PathBuf;

use crate::caught::caught;
use crate::features::remove_stability;
use crate::integrity::check;
use crate::load::target;
use crate::sources::Sources;
use crate::stub_package::try_print_package;
use crate::{DepsFolder, Features, LoadError, Target, WitFolder, WitPackage, docs, parse_package};
use wit_parser::{PackageId, Resolve, SourceMap, WorldId};

/// The target that is the `world` of `resolve`. Feature gates that the parser has left in it are open.
///
/// Messages have no locations: the texts of `resolve` are not known.
///
/// # Errors
///
/// When `resolve` is not what the parser or the decoder makes, or does not contain `world`.
pub fn load_resolve(resolve: &Resolve, world: WorldId) -> Result<Target, LoadError> {
    let packages = check(resolve, world).map_err(LoadError::InvalidResolve)?;
    let name = &resolve.worlds[world].name;
    let folder = printed(resolve, packages)?;
    let source = folder.main.files[0].path.clone();
    let loaded = target(folder, &source, Some(name), &Features::All).map_err(invalid);
    loaded.map(without_places)
}

/// The packages, printed and parsed.
fn printed(resolve: &Resolve, packages: impl IntoIterator<Item = PackageId>) -> Result<WitFolder, LoadError> {
    let mut resolve = resolve.clone();
    docs::clean_packages(&mut resolve);
    remove_stability(&mut resolve);
    let mut parsed = Vec::new();
    for id in packages {
        let text = caught(|| try_print_package(&resolve, id))
            .ok_or_else(|| LoadError::InvalidResolve("it cannot be printed".to_string()))?;
        let path = PathBuf::from(format!("{}.wit", resolve.packages[id].name));
        let text = text.map_err(LoadError::InvalidResolve)?;
        parsed.push(parse_package(PathBuf::new(), path, &text).map_err(invalid)?);
    }
    let main: WitPackage = parsed.remove(0);
    Ok(WitFolder { main, dependencies: parsed, deps: DepsFolder::None, warnings: Vec::new() })
}

/// The error of a text that was printed here: its places mean nothing to the user.
fn invalid(error: LoadError) -> LoadError {
    match error {
        LoadError::Wit(diagnostics) => {
            let messages: Vec<String> = diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect();
            LoadError::InvalidResolve(messages.join("; "))
        }
        LoadError::UpperCasePackage { package, .. } => LoadError::UpperCasePackage { package, location: None },
        error => error,
    }
}

/// The target without places in the printed text.
fn without_places(mut target: Target) -> Target {
    target.sources = Sources::default();
    target.resolve.source_map = SourceMap::default();
    for warning in &mut target.warnings {
        (warning.location, warning.excerpt) = (None, None);
    }
    target
}
