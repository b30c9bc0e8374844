//! A path to a resolved WIT package and the world in it.

use std::path::Path;

use crate::wit_folder::read_source;
use crate::wit_package::{BinaryKind, WitContent, WitPackage, resolve_into};
use crate::{Diagnostic, LoadError, golem, world};
use wit_parser::{Interface, InterfaceId, PackageName, Resolve, World, WorldId, WorldItem};

/// The WIT of a target component.
#[derive(Debug)]
pub struct Target {
    /// All packages of the source.
    pub resolve: Resolve,
    /// The package that the stub is named after.
    pub package: PackageName,
    /// The world whose exports are stubbed.
    pub world: WorldId,
    /// The name of the world in the stub's names.
    pub world_name: String,
    /// Warnings about the source.
    pub warnings: Vec<Diagnostic>,
}

/// Loads the WIT at `source` and picks the world `wanted`, or the only world.
pub fn load(source: &Path, wanted: Option<&str>) -> Result<Target, LoadError> {
    let folder = read_source(source)?;
    let (mut resolve, main) = resolve_into(Resolve::default(), &folder.main, &folder.dependencies)?;
    golem::merge_into(&mut resolve).map_err(LoadError::OtherGolem)?;
    let world = world::select(&resolve, main, wanted)?;
    check_package_names(&resolve, world, &folder.main)?;
    let mut package = resolve.packages[main].name.clone();
    let mut world_name = resolve.worlds[world].name.clone();
    let mut warnings = folder.warnings;
    if let WitContent::Binary(_, _, BinaryKind::Component) = folder.main.content {
        match exported_package(&resolve, world) {
            Some(exported) => {
                world_name.clone_from(&exported.name);
                package = exported;
            }
            None => warnings.push(
                Diagnostic::note(format!(
                    "the component does not record its package, and its exports do not belong to a single package; \
                     the stub is named after `{package}`"
                ))
                .at(source.display().to_string())
                .hint("to give the stub the right name, use the component's WIT as the source"),
            ),
        }
    }
    Ok(Target { resolve, package, world, world_name, warnings })
}

/// The interfaces in `items` that have a name in a package.
fn named_interfaces<'a>(
    resolve: &Resolve,
    items: impl Iterator<Item = &'a WorldItem>,
) -> impl Iterator<Item = InterfaceId> {
    items.filter_map(|item| match item {
        WorldItem::Interface { id, .. } => resolve.interfaces[*id].name.is_some().then_some(*id),
        WorldItem::Function(_) | WorldItem::Type { .. } => None,
    })
}

/// Fails if no component can have the world because the name of a package has upper case.
fn check_package_names(resolve: &Resolve, world: WorldId, main: &WitPackage) -> Result<(), LoadError> {
    let has_upper_case = |name: &str| name.contains(|c: char| c.is_ascii_uppercase());
    let check = |package: &PackageName, location: Option<String>| match has_upper_case(&package.namespace)
        || has_upper_case(&package.name)
    {
        true => {
            Err(LoadError::UpperCasePackage { package: format!("{}:{}", package.namespace, package.name), location })
        }
        false => Ok(()),
    };
    check(main.name(), main.declaration())?;
    let World { imports, exports, .. } = &resolve.worlds[world];
    named_interfaces(resolve, exports.values().chain(imports.values())).try_for_each(|id| {
        let Interface { package, span, .. } = &resolve.interfaces[id];
        let package = &resolve.packages[package.expect("an interface with a name belongs to a package")].name;
        check(package, span.is_known().then(|| resolve.render_location(*span)))
    })
}

/// The package of all interfaces that a component exports, if there is exactly one: most likely the package of its world.
fn exported_package(resolve: &Resolve, world: WorldId) -> Option<PackageName> {
    let mut found = None;
    for id in named_interfaces(resolve, resolve.worlds[world].exports.values()) {
        let package = resolve.interfaces[id].package?;
        if *found.get_or_insert(package) != package {
            return None;
        }
    }
    found.map(|package| resolve.packages[package].name.clone())
}
