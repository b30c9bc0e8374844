//! A source to a resolved WIT package and the world in it.
//!
//! A source is a path, texts, the bytes of a component, or (in `from_resolve`) a `Resolve`.

use std::path::Path;

use crate::features::remove_gates;
use crate::gates::{Ungated, gates, unknown};
use crate::resolve::resolve_beside;
use crate::sources::Sources;
use crate::wit_folder::{folder_of_bytes, folder_of_file, folder_of_texts, read_source};
use crate::wit_package::{BinaryKind, WitPackage, sources};
use crate::{DepsFolder, Diagnostic, Features, LoadError, Location, WitFolder, golem, world};
use wit_parser::{Interface, InterfaceId, PackageId, PackageName, Resolve, World, WorldId, WorldItem};

/// The WIT of a target component.
#[derive(Debug, Clone)]
pub struct Target {
    /// All packages of the source. No feature gate is left in them.
    pub resolve: Resolve,
    /// The package that the stub is named after.
    pub package: PackageName,
    /// The world whose exports are stubbed.
    pub world: WorldId,
    /// The name of the world in the stub's names.
    pub world_name: String,
    /// Warnings about the source.
    pub warnings: Vec<Diagnostic>,
    /// How to open the feature gates that hide exports, if there are any.
    pub gate_hint: Option<String>,
    /// The texts of the source.
    pub sources: Sources,
}

impl Target {
    /// Where the world is declared.
    pub(crate) fn world_location(&self) -> Option<Location> {
        let span = self.resolve.worlds[self.world].span;
        self.sources.place(&self.resolve.source_map, span).map(|place| place.location)
    }
}

/// Loads the WIT at `source`, of which the `features` exist, and picks the world `wanted`, or the only world.
///
/// # Errors
///
/// When something cannot be read, parsed or resolved, or no world can be chosen.
pub fn load(source: &Path, wanted: Option<&str>, features: &Features) -> Result<Target, LoadError> {
    target(read_source(source)?, source, wanted, features)
}

/// Loads the WIT in `files`, pairs of path and text. A file whose path has the folder `deps` belongs to a dependency:
/// `deps/file.wit` is a package, and so are all files of `deps/folder`.
///
/// # Errors
///
/// As for [`load`].
pub fn load_texts(
    files: impl IntoIterator<Item = (String, String)>,
    wanted: Option<&str>,
    features: &Features,
) -> Result<Target, LoadError> {
    let folder = folder_of_texts(files)?;
    let source = folder.main.files[0].path.clone();
    target(folder, &source, wanted, features)
}

/// Loads the WIT of a component, or an encoded WIT package. Messages call it `name`.
///
/// # Errors
///
/// As for [`load`].
pub fn load_bytes(name: &str, bytes: &[u8], wanted: Option<&str>, features: &Features) -> Result<Target, LoadError> {
    let source = Path::new(name);
    target(folder_of_bytes(source, bytes)?, source, wanted, features)
}

/// Loads the content of a single file: WIT text, a component or an encoded WIT package. Messages call it `name`.
///
/// # Errors
///
/// As for [`load`].
pub fn load_file(name: &str, content: Vec<u8>, wanted: Option<&str>, features: &Features) -> Result<Target, LoadError> {
    let source = Path::new(name);
    target(folder_of_file(source, content)?, source, wanted, features)
}

/// The target of parsed packages that were read from `source`.
pub(crate) fn target(
    folder: WitFolder,
    source: &Path,
    wanted: Option<&str>,
    features: &Features,
) -> Result<Target, LoadError> {
    let WitFolder { main: file, dependencies, deps, mut warnings } = folder;
    let others: Vec<&WitPackage> = dependencies.iter().collect();
    let (mut resolve, main) = resolve_beside(&file, &others, &deps, features)?;
    let gates = gates([&file].into_iter().chain(&dependencies));
    let closed = features.closed(&gates);
    let ungated = match closed.is_empty() {
        true => None,
        false => resolve_beside(&file, &others, &deps, &Features::All).ok(),
    };
    let ungated = ungated.map(|(resolve, main)| Ungated { resolve, main, closed });
    let sources = sources([&file].into_iter().chain(&dependencies).flat_map(|package| &package.files));
    let world = world::select(&resolve, main, wanted);
    let world = world.map_err(|error| match &ungated {
        Some(ungated) => ungated.explain(error, wanted, &sources),
        None => error,
    })?;
    check_package_names(&resolve, world, (file.name().clone(), file.declaration()), &sources)?;
    let without = |feature: &str| {
        let open = gates.iter().filter(|gate| *gate != feature).cloned().collect();
        resolve_beside(&file, &others, &deps, &Features::Listed(open)).ok()
    };
    let hidden = ungated.map(|ungated| ungated.notes((&resolve, main, world), wanted, &sources, &without));
    let hidden = hidden.unwrap_or_default();
    let gate_hint = hidden.first().and_then(|note| note.hint.clone());
    warnings.extend(hidden);
    warnings.extend(empty_folders(source, &deps));
    warnings.extend(unknown(features, &gates));
    remove_gates(&mut resolve);
    golem::merge_into(&mut resolve, world).map_err(LoadError::OtherGolem)?;
    let (package, world_name, note) = name(&resolve, main, world, file.content.kind());
    warnings.extend(note.map(|note| note.at(source)));
    Ok(Target { resolve, package, world, world_name, warnings, gate_hint, sources })
}

/// Warnings about folders in `deps/` without WIT.
fn empty_folders(source: &Path, deps: &DepsFolder) -> impl Iterator<Item = Diagnostic> {
    let empty = match deps {
        DepsFolder::Beside(empty) => empty.as_slice(),
        DepsFolder::None => &[],
    };
    empty.iter().map(|place| {
        let folder = source.join(place);
        let warning = Diagnostic::warning(format!("`{}` contains no `.wit` file", folder.display()));
        match folder.join("wit").is_dir() {
            true => warning.hint(format!("move the files of `{}` there", folder.join("wit").display())),
            false => warning.hint("remove it: other WIT tools refuse such a folder"),
        }
    })
}

/// The package and the world that the stub is named after, and a note if these are not the target's own names.
///
/// A component does not record them. Tools that print the WIT of a component write the names of [`UNNAMED`].
fn name(
    resolve: &Resolve,
    main: PackageId,
    world: WorldId,
    kind: Option<BinaryKind>,
) -> (PackageName, String, Option<Diagnostic>) {
    let package = resolve.packages[main].name.clone();
    let world_name = resolve.worlds[world].name.clone();
    let is_printed = (package.to_string().as_str(), world_name.as_str()) == UNNAMED;
    if kind != Some(BinaryKind::Component) && !is_printed {
        return (package, world_name, None);
    }
    let hint = "to give the stub the right name, use the component's WIT as the source";
    match (exported_package(resolve, world), kind) {
        (Some(exported), Some(_)) => (exported.clone(), exported.name, None),
        (Some(exported), None) => {
            let message = format!("`{package}` is not the name of a package; the stub is named after `{exported}`");
            let name = exported.name.clone();
            (exported, name, Some(Diagnostic::note(message).hint(hint)))
        }
        (None, _) => {
            let message = format!(
                "the component does not record its package, and its exports do not belong to a single package; the stub \
                 is named after `{package}`"
            );
            (package, world_name, Some(Diagnostic::note(message).hint(hint)))
        }
    }
}

/// The package and the world that tools call those of a component.
const UNNAMED: (&str, &str) = ("root:component", "root");

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
fn check_package_names(
    resolve: &Resolve,
    world: WorldId,
    (main, declaration): (PackageName, Option<Location>),
    sources: &Sources,
) -> Result<(), LoadError> {
    let has_upper_case = |name: &str| name.contains(|c: char| c.is_ascii_uppercase());
    let check = |package: &PackageName, location: Option<Location>| match has_upper_case(&package.namespace)
        || has_upper_case(&package.name)
    {
        true => {
            Err(LoadError::UpperCasePackage { package: format!("{}:{}", package.namespace, package.name), location })
        }
        false => Ok(()),
    };
    check(&main, declaration)?;
    let World { imports, exports, .. } = &resolve.worlds[world];
    named_interfaces(resolve, exports.values().chain(imports.values())).try_for_each(|id| {
        let Interface { package, span, .. } = &resolve.interfaces[id];
        let package = &resolve.packages[package.expect("an interface with a name belongs to a package")].name;
        check(package, sources.place(&resolve.source_map, *span).map(|place| place.location))
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
