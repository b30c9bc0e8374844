//! A misspelled name -> the names that it may have meant, for hints.

/// The known names closest to `name`, best first, at most three.
pub fn similar_names<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let limit = (name.chars().count() / 3).max(2);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .map(|candidate| (strsim::levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= limit || candidate.contains(name))
        .collect();
    found.sort_unstable();
    found.truncate(3);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The names in backticks, separated by commas.
pub(crate) fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closest_names_come_first_and_others_are_left_out() {
        let known = ["history", "story", "cart", "histories"];
        assert_eq!(similar_names("histroy", known), ["history"]);
        assert_eq!(similar_names("stor", known), ["story", "history", "histories"]);
        assert!(similar_names("xyz", known).is_empty());
    }
}
