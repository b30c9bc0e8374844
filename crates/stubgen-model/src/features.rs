//! Feature gates: which items of a WIT package exist.
//!
//! An item with `@unstable(feature = f)` exists if the feature `f` is open. `@since` hides nothing. An encoded package
//! contains what existed when it was encoded, so its gates are open.

use std::collections::BTreeSet;

use wit_parser::{Resolve, Stability, WorldItem};

use crate::diagnostic::quoted;

/// The features whose gates are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Features {
    /// These.
    Listed(BTreeSet<String>),
    /// All of them.
    All,
}

impl Default for Features {
    fn default() -> Self {
        Self::Listed(BTreeSet::new())
    }
}

impl Features {
    /// The features in lists that are separated by commas or blanks.
    pub fn listed<'a>(lists: impl IntoIterator<Item = &'a str>) -> Self {
        let words = lists.into_iter().flat_map(|list| list.split(|c: char| c == ',' || c.is_whitespace()));
        Self::Listed(words.filter(|word| !word.is_empty()).map(str::to_string).collect())
    }

    /// An empty `Resolve` with these features.
    pub(crate) fn resolve(&self) -> Resolve {
        match self {
            Self::Listed(names) => Resolve { features: names.iter().cloned().collect(), ..Resolve::default() },
            Self::All => Resolve { all_features: true, ..Resolve::default() },
        }
    }

    /// The closed feature that hides an item.
    pub fn closes<'a>(&self, stability: &'a Stability) -> Option<&'a str> {
        match (self, stability) {
            (Self::Listed(names), Stability::Unstable { feature, .. }) if !names.contains(feature) => Some(feature),
            _ => None,
        }
    }

    /// These and `feature`.
    pub(crate) fn with(&self, feature: &str) -> Self {
        match self {
            Self::Listed(names) => Self::Listed(names.iter().cloned().chain([feature.to_string()]).collect()),
            Self::All => Self::All,
        }
    }

    /// The features of `gates` that are closed.
    pub(crate) fn closed(&self, gates: &BTreeSet<String>) -> BTreeSet<String> {
        match self {
            Self::Listed(names) => gates.difference(names).cloned().collect(),
            Self::All => BTreeSet::new(),
        }
    }
}

/// The gates of `features` in a message.
pub(crate) fn gate_names(features: &BTreeSet<String>) -> String {
    match features.len() {
        0 => "a feature gate".to_string(),
        1 => format!("the feature gate {}", quoted(features, ", ")),
        _ => format!("the feature gates {}", quoted(features, ", ")),
    }
}

/// The hint that opens the gates of `features`.
pub(crate) fn open_gate<'a>(features: impl IntoIterator<Item = &'a String>) -> Option<String> {
    let features: Vec<&str> = features.into_iter().map(String::as_str).collect();
    let gates = if features.len() == 1 { "gate" } else { "gates" };
    (!features.is_empty()).then(|| format!("open the feature {gates} with `--features {}`", features.join(",")))
}

/// Opens all gates of what is left in `resolve`: copies of it have the same content for everybody.
pub(crate) fn remove_gates(resolve: &mut Resolve) {
    each_stability(resolve, |stability| {
        if let Stability::Unstable { .. } = stability {
            *stability = Stability::Unknown;
        }
    });
}

/// Removes all attributes about stability: those with versions need a package with a version, which a decoded one may lack.
pub(crate) fn remove_stability(resolve: &mut Resolve) {
    each_stability(resolve, |stability| *stability = Stability::Unknown);
}

fn each_stability(resolve: &mut Resolve, change: impl Fn(&mut Stability)) {
    for (_, world) in resolve.worlds.iter_mut() {
        change(&mut world.stability);
        for item in world.imports.values_mut().chain(world.exports.values_mut()) {
            match item {
                WorldItem::Interface { stability, .. } => change(stability),
                WorldItem::Function(function) => change(&mut function.stability),
                WorldItem::Type { .. } => {}
            }
        }
    }
    for (_, interface) in resolve.interfaces.iter_mut() {
        change(&mut interface.stability);
        interface.functions.values_mut().for_each(|function| change(&mut function.stability));
    }
    resolve.types.iter_mut().for_each(|(_, ty)| change(&mut ty.stability));
}
