//! Adds the import of a stub interface to a world of a `Resolve`, with all packages that the interface needs.
//!
//! `wit-parser` merges packages of one name without comparing the definitions of their types, so these are compared here.

use crate::caught::caught;
use crate::compare::{Compat, compare_interfaces};
use crate::integrity::{check_all, cycle};
use crate::{Diagnostic, needed_interfaces};
use thiserror::Error;
use wit_parser::{Docs, InterfaceId, Resolve, Span, Stability, WorldId, WorldItem, WorldKey};

/// Why a stub cannot be added to a `Resolve`, which is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The `Resolve` is not one that the parser or the decoder could have made.
    #[error("the caller's `Resolve` is not valid WIT: {0}")]
    InvalidResolve(String),
    /// The `Resolve` does not contain the world.
    #[error("the caller's `Resolve` does not contain the world")]
    UnknownWorld,
    /// The `Resolve` has another version of an interface of the stub.
    #[error("the caller's copy of `{interface}` differs from the stub's: `{item}` is different")]
    Conflict {
        /// The interface: `ns:name/interface[@version]`.
        interface: String,
        /// The type or function.
        item: String,
    },
    /// The `Resolve` has the stub interface with other functions.
    #[error("the caller has another version of `{interface}`")]
    OtherStub {
        /// The interface: `ns:name-stub/stub-world[@version]`.
        interface: String,
    },
    /// The stub uses types of a package that would then import the stub.
    #[error("`{package}` would need itself: the stub uses its types")]
    Cycle {
        /// The package.
        package: String,
    },
    /// The packages of both cannot be merged.
    #[error("the stub's packages cannot be merged with the caller's: {0}")]
    Merge(String),
}

impl ImportError {
    /// The error with its hint.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let diagnostic = Diagnostic::error(self.to_string());
        vec![match self {
            Self::InvalidResolve(_) => diagnostic.hint("make it with `wit-parser`, or decode it from a component"),
            Self::UnknownWorld => diagnostic.hint("pass the identifier of a world of this `Resolve`"),
            Self::Conflict { .. } => {
                diagnostic.hint("make the stub from the version of the package that the caller has")
            }
            Self::OtherStub { .. } => {
                diagnostic.hint("resolve the caller without the stub's package, then add the stub")
            }
            Self::Cycle { .. } => diagnostic.hint("make the stub with inlined types"),
            Self::Merge(_) => diagnostic,
        }]
    }
}

/// Adds `interface` of `stub` to the imports of `world` in `resolve`, and returns it there.
///
/// # Errors
///
/// When the two do not fit. Then `resolve` is unchanged.
pub fn add_import(
    resolve: &mut Resolve,
    world: WorldId,
    stub: &Resolve,
    interface: InterfaceId,
) -> Result<InterfaceId, ImportError> {
    if resolve.worlds.get(world).is_none() {
        return Err(ImportError::UnknownWorld);
    }
    let invalid = || ImportError::InvalidResolve("it cannot be merged".to_string());
    caught(|| check_all(resolve)).ok_or_else(invalid)?.map_err(ImportError::InvalidResolve)?;
    caught(|| check_conflicts(resolve, stub, interface)).ok_or_else(invalid)??;
    let (merged, imported) = caught(|| merge(resolve, world, stub, interface)).ok_or_else(invalid)??;
    if let Some(package) = caught(|| cycle(&merged)).ok_or_else(invalid)? {
        return Err(ImportError::Cycle { package });
    }
    let elaborated = caught(|| elaborate(merged)).ok_or_else(invalid)??;
    *resolve = elaborated;
    Ok(imported)
}

/// Compares the interfaces of packages that both have.
fn check_conflicts(resolve: &Resolve, stub: &Resolve, interface: InterfaceId) -> Result<(), ImportError> {
    for id in needed_interfaces(stub, [interface]) {
        let theirs = &stub.interfaces[id];
        let package = theirs.package.and_then(|package| resolve.package_names.get(&stub.packages[package].name));
        let ours = package.zip(theirs.name.as_ref());
        let Some(ours) = ours.and_then(|(package, name)| resolve.packages.get(*package)?.interfaces.get(name)) else {
            continue;
        };
        let name = || stub.id_of(id).unwrap_or_default();
        let (forth, back) =
            (compare_interfaces(resolve, *ours, stub, id), compare_interfaces(stub, id, resolve, *ours));
        match (forth, back) {
            (Compat::Conflict(item), _) | (_, Compat::Conflict(item)) => {
                return Err(ImportError::Conflict { interface: name(), item });
            }
            (Compat::Superset, Compat::Superset) => {}
            _ if id == interface => return Err(ImportError::OtherStub { interface: name() }),
            _ => {}
        }
    }
    Ok(())
}

/// A copy of `resolve` with the packages of the stub and the import.
fn merge(
    resolve: &Resolve,
    world: WorldId,
    stub: &Resolve,
    interface: InterfaceId,
) -> Result<(Resolve, InterfaceId), ImportError> {
    let mut merged = resolve.clone();
    let remap = merged.merge(stub.clone()).map_err(|error| ImportError::Merge(format!("{error:#}")))?;
    let imported = remap.interfaces[interface.index()];
    let imported = imported.ok_or_else(|| ImportError::Merge("the stub interface is hidden".to_string()))?;
    let item = WorldItem::Interface {
        id: imported,
        stability: Stability::Unknown,
        external_id: None,
        docs: Docs::default(),
        span: Span::default(),
    };
    merged.worlds[world].imports.entry(WorldKey::Interface(imported)).or_insert(item);
    Ok((merged, imported))
}

/// The same with the imports that the imports of each world need: `merge` adds them.
fn elaborate(mut resolve: Resolve) -> Result<Resolve, ImportError> {
    resolve.merge(Resolve::new()).map_err(|error| ImportError::Merge(format!("{error:#}")))?;
    Ok(resolve)
}
