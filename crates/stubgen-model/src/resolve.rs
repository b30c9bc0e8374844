//! Parsed packages to one `Resolve`.

use wit_parser::{PackageId, Resolve};

use crate::caught::caught;
use crate::missing::Packages;
use crate::wit_package::{WitContent, WitPackage};
use crate::{DepsFolder, Features, LoadError, wit_error};

/// Resolves `main` with `dependencies`, with the `features` that are open.
///
/// # Errors
///
/// When something does not resolve, with its location.
pub fn resolve<'a>(
    main: &WitPackage,
    dependencies: impl IntoIterator<Item = &'a WitPackage>,
    features: &Features,
) -> Result<(Resolve, PackageId), LoadError> {
    let dependencies: Vec<_> = dependencies.into_iter().collect();
    resolve_beside(main, &dependencies, &DepsFolder::Beside(Vec::new()), features)
}

/// Resolves `main` with `dependencies`. Hints name places in `deps`.
pub(crate) fn resolve_beside(
    main: &WitPackage,
    dependencies: &[&WitPackage],
    deps: &DepsFolder,
    features: &Features,
) -> Result<(Resolve, PackageId), LoadError> {
    let mut resolve = features.resolve();
    let mut groups = Vec::new();
    for dependency in dependencies {
        match &dependency.content {
            WitContent::Text(group) => groups.push((**group).clone()),
            WitContent::Binary(binary, package, _) => _ = merge(&mut resolve, dependency, binary, *package)?,
        }
    }
    let package = match &main.content {
        WitContent::Text(group) => resolve.push_groups((**group).clone(), groups).map_err(|error| {
            let packages = Packages::new(main, dependencies, deps, features);
            let missing = packages.missing();
            LoadError::Wit(match missing.is_empty() {
                true => vec![wit_error::of_resolver(&error, &resolve, packages.sources(), packages.closed_features())],
                false => missing,
            })
        })?,
        WitContent::Binary(binary, package, _) => merge(&mut resolve, main, binary, *package)?,
    };
    Ok((resolve, package))
}

/// Merges the packages of a binary file and returns the new id of its main package.
fn merge(
    resolve: &mut Resolve,
    file: &WitPackage,
    binary: &Resolve,
    package: PackageId,
) -> Result<PackageId, LoadError> {
    let path = || file.files[0].path.clone();
    let merged = caught(|| resolve.merge(binary.clone())).ok_or_else(|| LoadError::NoWitForm { path: path(), reason: None })?;
    let remap = merged.map_err(|error| LoadError::Wasm { path: path(), message: format!("{error:#}") })?;
    Ok(remap.packages[package.index()])
}
