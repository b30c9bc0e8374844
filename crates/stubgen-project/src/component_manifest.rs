//! A component's `Cargo.toml`: packages to and from the list that `cargo component` resolves WIT by.
//!
//! ```text
//! [package.metadata.component.target.dependencies]
//! "shopping:purchase-history-stub" = { path = "wit/deps/shopping_purchase-history-stub" }
//! ```
//!
//! An entry that is there is never changed, whatever it says: the user may have pointed it elsewhere.

use toml_edit::{InlineTable, Item, Value};

use crate::document::{self, DocumentError};

const COMPONENT: [&str; 3] = ["package", "metadata", "component"];
const DEPENDENCIES: [&str; 5] = ["package", "metadata", "component", "target", "dependencies"];

/// What an edit comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    /// The text is right as it is.
    Unchanged,
    /// The text as it is to be.
    Changed(String),
    /// The manifest says nothing about a component, and is left alone.
    NoComponent,
}

/// Adds `entries`, each a package without its version and its folder relative to the manifest, to what `manifest`
/// depends on.
///
/// # Errors
///
/// When the text is not TOML, or not tables where tables must be.
pub fn add_dependencies(manifest: &str, entries: &[(String, String)]) -> Result<Edited, DocumentError> {
    let mut document = document::parse(manifest)?;
    if document::table(document.as_item_mut(), &COMPONENT)?.is_none() {
        return Ok(Edited::NoComponent);
    }
    let mut missing = Vec::new();
    for (package, folder) in entries {
        let dependencies = document::table(document.as_item_mut(), &DEPENDENCIES)?;
        if dependencies.is_none_or(|table| table.get(package).is_none()) {
            missing.push((package, folder));
        }
    }
    if missing.is_empty() {
        return Ok(Edited::Unchanged);
    }
    let dependencies = document::table_made(document.as_item_mut(), &DEPENDENCIES)?;
    for (package, folder) in missing {
        let path = InlineTable::from_iter([("path", folder.as_str())]);
        document::insert(dependencies, package, Item::Value(path.into()));
    }
    Ok(Edited::Changed(document::text(&document, manifest)))
}

/// Removes the entries whose path is one of `folders`, spelled exactly so.
///
/// # Errors
///
/// When the text is not TOML, or not tables where tables must be.
pub fn remove_dependencies(manifest: &str, folders: &[String]) -> Result<Edited, DocumentError> {
    let mut document = document::parse(manifest)?;
    if document::table(document.as_item_mut(), &COMPONENT)?.is_none() {
        return Ok(Edited::NoComponent);
    }
    let Some(dependencies) = document::table(document.as_item_mut(), &DEPENDENCIES)? else {
        return Ok(Edited::Unchanged);
    };
    let entries = document::table_like(dependencies, &DEPENDENCIES)?.iter();
    let is_meant = |item: &Item| path(item).is_some_and(|path| folders.iter().any(|folder| folder == path));
    let keys: Vec<String> = entries.filter(|(_, item)| is_meant(item)).map(|(key, _)| key.to_string()).collect();
    if keys.is_empty() {
        return Ok(Edited::Unchanged);
    }
    for key in keys {
        document::remove(dependencies, &key);
    }
    Ok(Edited::Changed(document::text(&document, manifest)))
}

fn path(dependency: &Item) -> Option<&str> {
    dependency.as_table_like()?.get("path")?.as_value().and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(entries: &[(&str, &str)]) -> Vec<(String, String)> {
        entries.iter().map(|(package, folder)| ((*package).to_string(), (*folder).to_string())).collect()
    }

    /// What becomes of `before` when `a:b` is added, and then removed.
    #[track_caller]
    fn added(before: &str, after: &str) {
        let wanted = entries(&[("a:b", "wit/deps/a_b")]);
        let edited = add_dependencies(before, &wanted).expect("an edit");
        assert_eq!(edited, Edited::Changed(after.to_string()), "{before}");
        assert_eq!(add_dependencies(after, &wanted), Ok(Edited::Unchanged));
        let Ok(Edited::Changed(removed)) = remove_dependencies(after, &["wit/deps/a_b".to_string()]) else {
            panic!("`a:b` is there:\n{after}");
        };
        assert!(!removed.contains("a:b"), "{removed}");
        assert_eq!(add_dependencies(&removed, &wanted), Ok(Edited::Changed(after.to_string())), "{removed}");
    }

    #[test]
    fn tables_are_made_where_they_are_missing() {
        added(
            "[package] # mine\nname = 'c'\n\n[package.metadata.component]\npackage = \"c:d\"  # c\n\n# deps\n[dependencies]\n",
            "[package] # mine\nname = 'c'\n\n[package.metadata.component]\npackage = \"c:d\"  # c\n\n\
             [package.metadata.component.target.dependencies]\n\"a:b\" = { path = \"wit/deps/a_b\" }\n\n# deps\n[dependencies]\n",
        );
        added(
            "[package.metadata.component]\n",
            "[package.metadata.component]\n\n[package.metadata.component.target.dependencies]\n\
             \"a:b\" = { path = \"wit/deps/a_b\" }\n",
        );
        added(
            "[package.metadata.component.target]\npath = \"wit\"\n[lib]\n",
            "[package.metadata.component.target]\npath = \"wit\"\n\n[package.metadata.component.target.dependencies]\n\
             \"a:b\" = { path = \"wit/deps/a_b\" }\n[lib]\n",
        );
    }

    #[test]
    fn entries_are_added_in_the_style_that_is_there() {
        added(
            "[package.metadata.component.target.dependencies]\n# first\n'z:z' = { path='z' } # last\n\n# p\n[profile]\n",
            "[package.metadata.component.target.dependencies]\n# first\n'z:z' = { path='z' } # last\n\
             \"a:b\" = { path = \"wit/deps/a_b\" }\n\n# p\n[profile]\n",
        );
        added(
            "[package.metadata.component]\ntarget = { path = \"wit\" }\n",
            "[package.metadata.component]\n\
             target = { path = \"wit\", dependencies = { \"a:b\" = { path = \"wit/deps/a_b\" } } }\n",
        );
        added(
            "[package.metadata]\ncomponent = {target.path=\"wit\"}\n",
            "[package.metadata]\ncomponent = {target.path=\"wit\", target.dependencies = { \"a:b\" = { path = \
             \"wit/deps/a_b\" } }}\n",
        );
        added(
            "[package]\nmetadata.component.package = \"c:d\"\n",
            "[package]\nmetadata.component.package = \"c:d\"\n\
             metadata.component.target.dependencies.\"a:b\" = { path = \"wit/deps/a_b\" }\n",
        );
        added(
            "[package.metadata.component.target]\ndependencies = { \"z:z\" = { path = \"z\" } }\n",
            "[package.metadata.component.target]\n\
             dependencies = { \"z:z\" = { path = \"z\" }, \"a:b\" = { path = \"wit/deps/a_b\" } }\n",
        );
        added(
            "[package.metadata.component.target.dependencies.\"z:z\"]\npath = \"z\"\n",
            "[package.metadata.component.target.dependencies]\n\"a:b\" = { path = \"wit/deps/a_b\" }\n\
             [package.metadata.component.target.dependencies.\"z:z\"]\npath = \"z\"\n",
        );
    }

    #[test]
    fn comments_above_a_removed_entry_stay() {
        let before =
            "[package.metadata.component.target.dependencies]\n# we call b\n\"a:b\" = { path = \"x\" } # b\n\n[lib]\n";
        let after = "[package.metadata.component.target.dependencies]\n# we call b\n\n[lib]\n";
        assert_eq!(remove_dependencies(before, &["x".to_string()]), Ok(Edited::Changed(after.to_string())));
    }

    #[test]
    fn what_the_user_has_written_stays() {
        let manifest = "[package.metadata.component.target.dependencies]\n\"a:b\" = \"1.0.0\"\n";
        let wanted = entries(&[("a:b", "wit/deps/a_b")]);
        assert_eq!(add_dependencies(manifest, &wanted), Ok(Edited::Unchanged));
        assert_eq!(remove_dependencies(manifest, &["wit/deps/a_b".to_string()]), Ok(Edited::Unchanged));
        assert_eq!(add_dependencies("[package.metadata.component]\n", &[]), Ok(Edited::Unchanged));
    }

    #[test]
    fn a_manifest_without_component_metadata_is_left_alone() {
        for manifest in ["", "[package]\nname = \"c\"\n", "[package.metadata]\nother = 1\n"] {
            assert_eq!(add_dependencies(manifest, &entries(&[("a:b", "x")])), Ok(Edited::NoComponent));
            assert_eq!(remove_dependencies(manifest, &["x".to_string()]), Ok(Edited::NoComponent));
        }
    }

    #[test]
    fn what_cannot_be_edited_is_refused() {
        let error = |manifest| add_dependencies(manifest, &entries(&[("a:b", "x")])).expect_err("no edit");
        let syntax = error("[package]\nname = = 1\n");
        assert_eq!(syntax.position().map(|position| position.to_string()).as_deref(), Some("2:8"), "{syntax}");
        for (manifest, message) in [
            ("package = 1", "`package` is an integer, not a table"),
            ("[package.metadata]\ncomponent = \"c\"", "`package.metadata.component` is a string, not a table"),
            ("[[package.metadata.component]]", "`package.metadata.component` is an array of tables, not a table"),
            (
                "[package.metadata.component]\ntarget.dependencies = []",
                "`package.metadata.component.target.dependencies` is an array, not a table",
            ),
        ] {
            assert_eq!(error(manifest).to_string(), message);
        }
    }
}
