//! Chooses the world of a package.

use crate::LoadError;
use crate::similar::nearest;
use wit_parser::{PackageId, Resolve, WorldId};

/// The world called `wanted`, or the only world.
///
/// `wanted` may be a name of the main package, or `ns:name/world[@version]`.
pub(crate) fn select(resolve: &Resolve, package: PackageId, wanted: Option<&str>) -> Result<WorldId, LoadError> {
    let package = &resolve.packages[package];
    let names: Vec<String> = package.worlds.keys().cloned().collect();
    let chosen = choose_world(&package.name.to_string(), &names, wanted);
    if let Ok(name) = &chosen {
        return Ok(package.worlds[name]);
    }
    let qualified = |id: WorldId| {
        let world = &resolve.worlds[id];
        world.package.map(|package| resolve.id_of_name(package, &world.name))
    };
    let mut worlds = resolve.worlds.iter().map(|(id, _)| id);
    worlds
        .find(|id| wanted.is_some() && qualified(*id).as_deref() == wanted)
        .ok_or_else(|| chosen.expect_err("as above"))
}

/// Chooses `wanted`, or the only world, from the `names` of the worlds of `package`.
///
/// # Errors
///
/// When there is no such world, or there are several.
pub fn choose_world(package: &str, names: &[String], wanted: Option<&str>) -> Result<String, LoadError> {
    let package = package.to_string();
    match (wanted, names) {
        (Some(wanted), _) => names.iter().find(|name| *name == wanted).cloned().ok_or_else(|| {
            let (nearest, worlds) = (nearest(wanted, names), names.to_vec());
            LoadError::UnknownWorld { package, wanted: wanted.to_string(), nearest, worlds }
        }),
        (None, []) => Err(LoadError::NoWorld { package }),
        (None, [name]) => Ok(name.clone()),
        (None, _) => Err(LoadError::SeveralWorlds { package, worlds: names.to_vec() }),
    }
}
