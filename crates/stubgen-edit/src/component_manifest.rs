//! Edits the `Cargo.toml` of a component: the packages that `cargo component` resolves WIT by.
//!
//! ```text
//! [package.metadata.component.target.dependencies]
//! "shopping:purchase-history-stub" = { path = "wit/deps/shopping_purchase-history-stub" }
//! ```
//!
//! An existing entry never changes: the user may have given it another path.

use toml_edit::{InlineTable, Item, Value};

use crate::document::{self, DocumentError};

const COMPONENT: [&str; 3] = ["package", "metadata", "component"];
const DEPENDENCIES: [&str; 5] = ["package", "metadata", "component", "target", "dependencies"];

/// The text of `manifest` without the dependencies in the folders `removed`, and with the dependencies `added`: packages
/// without version, and their folders relative to the manifest. `None` if the manifest describes no component.
///
/// # Errors
///
/// When the text is not TOML, or a value that must be a table is not.
pub fn edit_dependencies(
    manifest: &str,
    removed: &[String],
    added: &[(String, String)],
) -> Result<Option<String>, DocumentError> {
    let mut document = document::parse(manifest)?;
    if document::table(document.as_item_mut(), &COMPONENT)?.is_none() {
        return Ok(None);
    }
    add(&remove(manifest, removed)?, added).map(Some)
}

fn add(manifest: &str, entries: &[(String, String)]) -> Result<String, DocumentError> {
    let mut document = document::parse(manifest)?;
    for (package, folder) in entries {
        let dependencies = document::table(document.as_item_mut(), &DEPENDENCIES)?;
        if dependencies.is_none_or(|table| table.get(package).is_none()) {
            let dependencies = document::ensure_table(document.as_item_mut(), &DEPENDENCIES)?;
            let path = InlineTable::from_iter([("path", folder.as_str())]);
            document::insert(dependencies, package, Item::Value(path.into()));
        }
    }
    Ok(document::text(&document, manifest))
}

fn remove(manifest: &str, folders: &[String]) -> Result<String, DocumentError> {
    let mut document = document::parse(manifest)?;
    if let Some(dependencies) = document::table(document.as_item_mut(), &DEPENDENCIES)? {
        let entries = document::table_like(dependencies, &DEPENDENCIES)?.iter();
        let is_removed = |item: &Item| path(item).is_some_and(|path| folders.iter().any(|folder| folder == path));
        let keys: Vec<String> = entries.filter(|(_, item)| is_removed(item)).map(|(key, _)| key.to_string()).collect();
        keys.iter().for_each(|key| document::remove(dependencies, key));
    }
    Ok(document::text(&document, manifest))
}

fn path(dependency: &Item) -> Option<&str> {
    dependency.as_table_like()?.get("path")?.as_value().and_then(Value::as_str)
}
