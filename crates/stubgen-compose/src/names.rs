//! Interface names: `ns:package/interface@version` to its parts, and which versions may stand for each other.
//!
//! The rule is cargo's and the component model's: versions are compatible if their first number that is not zero is the
//! same. A pre-release is compatible with nothing but itself.

use semver::Version;

/// The interface of `name` without its version, and the version. `None` for plain names and names without a version.
pub(crate) fn versioned(name: &str) -> Option<(&str, Version)> {
    let (interface, version) = name.split_once('@')?;
    if !interface.contains('/') {
        return None;
    }
    Some((interface, Version::parse(version).ok()?))
}

/// What all compatible versions of `name` have in common, `wasi:io/poll@0.2`; `None` if there are no others.
pub(crate) fn track(name: &str) -> Option<String> {
    let (interface, version) = versioned(name)?;
    if !version.pre.is_empty() {
        return None;
    }
    match (version.major, version.minor) {
        (0, 0) => None,
        (0, minor) => Some(format!("{interface}@0.{minor}")),
        (major, _) => Some(format!("{interface}@{major}")),
    }
}

/// The name without its version.
pub(crate) fn without_version(name: &str) -> &str {
    name.split_once('@').map_or(name, |(interface, _)| interface)
}
