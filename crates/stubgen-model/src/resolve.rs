//! Parsed packages to one `Resolve`.

use std::collections::BTreeSet;

use wit_parser::{PackageId, Resolve, ResolveError};

use crate::caught::caught;
use crate::missing::Packages;
use crate::wit_package::{WitContent, WitPackage};
use crate::{DepsFolder, Diagnostic, Features, LoadError, wit_error};

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
    match push(&mut resolve, main, dependencies) {
        Ok(package) => Ok((resolve, package)),
        Err(Failure::Load(error)) => Err(error),
        Err(Failure::Resolve(error)) => {
            let packages = Packages::new(main, dependencies, deps, features);
            let missing = packages.missing();
            if !missing.is_empty() {
                return Err(LoadError::Wit(missing));
            }
            let gates = match wit_error::is_gated(&error) {
                true => helpful_features(main, dependencies, features, packages.closed_features()),
                false => BTreeSet::new(),
            };
            Err(LoadError::Wit(vec![wit_error::of_resolver(&error, &resolve, packages.sources(), &gates)]))
        }
    }
}

/// Why packages do not resolve.
enum Failure {
    Load(LoadError),
    Resolve(ResolveError),
}

/// Adds all packages to an empty `Resolve`.
fn push(resolve: &mut Resolve, main: &WitPackage, dependencies: &[&WitPackage]) -> Result<PackageId, Failure> {
    let mut groups = Vec::new();
    for dependency in dependencies {
        match &dependency.content {
            WitContent::Text(group) => groups.push((**group).clone()),
            WitContent::Binary(binary, package, _) => {
                merge(resolve, dependency, binary, *package).map_err(Failure::Load)?;
            }
        }
    }
    check_unique(resolve, dependencies.iter().copied().chain([main])).map_err(Failure::Load)?;
    match &main.content {
        WitContent::Text(group) => {
            let pushed = caught(|| resolve.push_groups((**group).clone(), groups));
            pushed.ok_or_else(|| Failure::Load(wit_error::of_panic(main.declaration())))?.map_err(Failure::Resolve)
        }
        WitContent::Binary(binary, package, _) => merge(resolve, main, binary, *package).map_err(Failure::Load),
    }
}

/// Refuses a package that is given as text and as a part of a WebAssembly file. The parser does not merge the two.
fn check_unique<'a>(resolve: &Resolve, packages: impl Iterator<Item = &'a WitPackage>) -> Result<(), LoadError> {
    let texts = packages.filter(|package| matches!(package.content, WitContent::Text(_)));
    let mut names = texts.flat_map(|package| package.names().into_iter().map(move |name| (package, name)));
    names.find(|(_, name)| resolve.package_names.contains_key(*name)).map_or(Ok(()), |(package, name)| {
        let error = Diagnostic::error(format!("package `{name}` is defined here and in a WebAssembly file"));
        let error = error.hint("remove one of the two, or encode both");
        Err(LoadError::Wit(vec![Diagnostic { location: package.declaration(), ..error }]))
    })
}

/// The most features that are tried one by one.
const MAX_TRIED: usize = 16;

/// One of the features `closed` with which the packages resolve, or all of them if no single one is enough.
fn helpful_features(
    main: &WitPackage,
    dependencies: &[&WitPackage],
    features: &Features,
    closed: &BTreeSet<String>,
) -> BTreeSet<String> {
    let resolves = |feature: &&String| push(&mut features.with(feature).resolve(), main, dependencies).is_ok();
    match closed.iter().take(MAX_TRIED).find(resolves) {
        Some(feature) => BTreeSet::from([feature.clone()]),
        None => closed.clone(),
    }
}

/// Merges the packages of a binary file and returns the new id of its main package.
fn merge(
    resolve: &mut Resolve,
    file: &WitPackage,
    binary: &Resolve,
    package: PackageId,
) -> Result<PackageId, LoadError> {
    let path = || file.files[0].path.clone();
    let merged =
        caught(|| resolve.merge(binary.clone())).ok_or_else(|| LoadError::NoWitForm { path: path(), reason: None })?;
    let remap = merged.map_err(|error| LoadError::Wasm { path: path(), message: format!("{error:#}") })?;
    Ok(remap.packages[package.index()])
}
