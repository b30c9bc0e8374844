//! Names that a user may have meant.

use crate::diagnostic::quoted;

/// The longest names that are compared, in bytes.
const MAX_LENGTH: usize = 200;

/// The names most similar to `wanted`, the best first. Where there are few names, a loose similarity will do.
pub fn nearest(wanted: &str, names: &[String]) -> Vec<String> {
    within(wanted, names, |length| length / 2)
}

/// The names that differ from `wanted` by a slip of the finger, the best first.
pub(crate) fn similar(wanted: &str, names: &[String]) -> Vec<String> {
    within(wanted, names, |length| (length / 4).max(1))
}

/// The question that offers these names, if there are any.
pub fn did_you_mean(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("did you mean {}?", quoted(names, " or ")))
}

/// The names whose distance from `wanted` is at most `limit` of the longer name's length, the best first.
fn within(wanted: &str, names: &[String], limit: impl Fn(usize) -> usize) -> Vec<String> {
    // A comparison takes time in the product of the lengths.
    let short = |name: &&String| name.len().max(wanted.len()) <= MAX_LENGTH;
    let mut scored: Vec<_> = names
        .iter()
        .filter(short)
        .map(|name| (strsim::damerau_levenshtein(wanted, name), name))
        .filter(|(distance, name)| *distance <= limit(wanted.len().max(name.len())))
        .collect();
    scored.sort();
    scored.into_iter().take(3).map(|(_, name)| name.clone()).collect()
}
