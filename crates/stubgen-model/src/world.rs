//! Which world of the package is meant.

use crate::LoadError;
use wit_parser::{PackageId, Resolve, WorldId};

/// The world called `wanted`, or the only one there is.
///
/// `wanted` may be a name of the main package, or `ns:name/world[@version]`.
pub(crate) fn select(resolve: &Resolve, package: PackageId, wanted: Option<&str>) -> Result<WorldId, LoadError> {
    let package = &resolve.packages[package];
    let known = || package.worlds.keys().cloned().collect::<Vec<_>>();
    let Some(wanted) = wanted else {
        return match package.worlds.len() {
            0 => Err(LoadError::NoWorld { package: package.name.to_string() }),
            1 => Ok(package.worlds[0]),
            _ => Err(LoadError::SeveralWorlds { package: package.name.to_string(), worlds: known() }),
        };
    };
    if let Some(id) = package.worlds.get(wanted) {
        return Ok(*id);
    }
    let qualified = |id: WorldId| {
        let world = &resolve.worlds[id];
        world.package.map(|package| resolve.id_of_name(package, &world.name))
    };
    resolve.worlds.iter().map(|(id, _)| id).find(|id| qualified(*id).as_deref() == Some(wanted)).ok_or_else(|| {
        LoadError::UnknownWorld {
            package: package.name.to_string(),
            wanted: wanted.to_string(),
            nearest: nearest(wanted, &known()),
            worlds: known(),
        }
    })
}

/// The length up to which names are compared, in bytes.
const LONGEST: usize = 200;

/// The names that `wanted` could have been meant to be, best first.
fn nearest(wanted: &str, names: &[String]) -> Vec<String> {
    // A longer name is no slip of the pen, and comparing two takes the product of their lengths.
    let short = |name: &&String| name.len().max(wanted.len()) <= LONGEST;
    let mut scored: Vec<_> = names
        .iter()
        .filter(short)
        .map(|name| (strsim::damerau_levenshtein(wanted, name), name))
        .filter(|(distance, name)| *distance <= wanted.len().max(name.len()) / 2)
        .collect();
    scored.sort();
    scored.into_iter().take(3).map(|(_, name)| name.clone()).collect()
}
