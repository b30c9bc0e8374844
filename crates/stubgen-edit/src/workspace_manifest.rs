//! Edits the `Cargo.toml` of a workspace: adds and removes entries of `members`, `default-members` and `exclude`.
//!
//! ```text
//! members = [          members = [
//!     "cart", # 1          "cart", # 1
//! ]                        "history-stub",
//!                      ]
//! ```
//!
//! A list keeps its layout (`toml_array`). A pattern in `members` covers the folders that cargo finds by it. A covered folder
//! without a crate must be in `exclude`, or cargo refuses the workspace.

use glob::{MatchOptions, Pattern};
use toml_edit::{Array, Item, Value};

use crate::document::{self, DocumentError};
use crate::toml_array;

const WORKSPACE: [&str; 1] = ["workspace"];

/// How the folders of a workspace change in its manifest. Paths are relative to the workspace, with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folders {
    /// They contain crates of the workspace.
    pub members: Vec<String>,
    /// They contain no crate.
    pub no_crates: Vec<String>,
    /// They are no longer members.
    pub gone: Vec<String>,
    /// An earlier run excluded them because they contained no crate. They are no longer excluded.
    pub readmitted: Vec<String>,
}

/// Why the members of a workspace cannot be edited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MembersError {
    /// The text is not TOML, or has a value of a wrong type.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A folder cannot become a member because the user excluded it.
    #[error("`{folder}` cannot become a member of the workspace: `exclude` in `Cargo.toml` has `{entry}`")]
    Excluded {
        /// The folder.
        folder: String,
        /// The entry that covers it.
        entry: String,
    },
}

impl MembersError {
    /// What the user can do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Document(_) => None,
            Self::Excluded { entry, .. } => {
                Some(format!("remove `{entry}` from `exclude`, or use `--builder native`, which needs no member"))
            }
        }
    }
}

/// Whether the `manifest` has a `[workspace]`.
///
/// # Errors
///
/// When the text is not TOML.
pub fn has_workspace(manifest: &str) -> Result<bool, DocumentError> {
    let mut document = document::parse(manifest)?;
    Ok(document::table(document.as_item_mut(), &WORKSPACE)?.is_some())
}

/// The text of the workspace's `manifest` with these `folders`.
///
/// # Errors
///
/// All folders that cannot become members, or why the text cannot be edited.
pub fn edit_members(manifest: &str, folders: &Folders) -> Result<String, Vec<MembersError>> {
    edited(manifest, folders).unwrap_or_else(|error| Err(vec![error.into()]))
}

fn edited(manifest: &str, folders: &Folders) -> Result<Result<String, Vec<MembersError>>, DocumentError> {
    let mut document = document::parse(manifest)?;
    let root = document.as_item_mut();
    for folder in &folders.readmitted {
        remove(root, "exclude", folder)?;
    }
    for folder in folders.no_crates.iter().chain(&folders.gone) {
        remove(root, "members", folder)?;
        remove(root, "default-members", folder)?;
    }
    let errors = refused(&entries(root, "members")?, &entries(root, "exclude")?, &folders.members);
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    for folder in &folders.members {
        if !covers(&entries(root, "members")?, folder) {
            push(root, "members", folder)?;
        }
    }
    for folder in &folders.no_crates {
        let is_found = covers(&entries(root, "members")?, folder);
        if is_found && excluding(&entries(root, "exclude")?, folder).next().is_none() {
            push(root, "exclude", folder)?;
        }
    }
    Ok(Ok(document::text(&document, manifest)))
}

/// The strings of a list of the workspace.
fn entries(root: &mut Item, list: &str) -> Result<Vec<String>, DocumentError> {
    let Some(array) = array(root, list)? else {
        return Ok(Vec::new());
    };
    Ok(array.iter().filter_map(Value::as_str).map(str::to_string).collect())
}

fn array<'a>(root: &'a mut Item, list: &str) -> Result<Option<&'a mut Array>, DocumentError> {
    let Some(workspace) = document::table(root, &WORKSPACE)? else {
        return Ok(None);
    };
    match document::table_like(workspace, &WORKSPACE)?.get_mut(list) {
        None => Ok(None),
        Some(item) if document::is_removed(item) => Ok(None),
        Some(item) => {
            let found = item.type_name();
            item.as_array_mut().map(Some).ok_or_else(|| document::wrong_type(&["workspace", list], "an array", found))
        }
    }
}

/// A path without `./` and trailing slashes.
fn plain(entry: &str) -> &str {
    let entry = entry.trim_end_matches('/');
    entry.strip_prefix("./").unwrap_or(entry)
}

/// Whether an entry of `members` is the folder, or a pattern that matches it.
fn covers(members: &[String], folder: &str) -> bool {
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    members
        .iter()
        .map(|entry| plain(entry))
        .any(|entry| entry == folder || Pattern::new(entry).is_ok_and(|pattern| pattern.matches_with(folder, options)))
}

/// The errors of folders that cannot become members: those that are excluded, and those in an excluded folder that only a
/// pattern in `members` matches. A literal entry makes a folder in an excluded one a member (`WorkspaceRootConfig::is_excluded`
/// of cargo).
fn refused(members: &[String], exclude: &[String], folders: &[String]) -> Vec<MembersError> {
    let is_named = |folder: &str| members.iter().any(|entry| plain(entry) == folder);
    let is_refused = |folder: &str, entry: &str| plain(entry) == folder || covers(members, folder);
    let refusal = |folder: &String| {
        let entry = excluding(exclude, folder).find(|entry| is_refused(folder, entry) && !is_named(folder))?;
        Some(MembersError::Excluded { folder: folder.clone(), entry: entry.to_string() })
    };
    folders.iter().filter_map(refusal).collect()
}

/// The entries of `exclude` that contain the folder. cargo allows no patterns here.
fn excluding<'a>(exclude: &'a [String], folder: &str) -> impl Iterator<Item = &'a str> {
    let is_inside =
        |entry: &&str| folder.strip_prefix(plain(entry)).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    exclude.iter().map(String::as_str).filter(is_inside)
}

/// Adds an entry at the end of a list. A missing list is added.
fn push(root: &mut Item, list: &str, folder: &str) -> Result<(), DocumentError> {
    match array(root, list)? {
        Some(array) => toml_array::push(array, folder),
        None => {
            let workspace = document::ensure_table(root, &WORKSPACE)?;
            document::insert(workspace, list, Item::Value(Array::from_iter([folder]).into()));
        }
    }
    Ok(())
}

/// Removes the entries for `folder`, in any spelling, and the list if it is empty afterwards.
fn remove(root: &mut Item, list: &str, folder: &str) -> Result<(), DocumentError> {
    let Some(array) = array(root, list)? else {
        return Ok(());
    };
    let is_folder = |value: &Value| value.as_str().map(plain) == Some(folder);
    let indices: Vec<usize> = (0..array.len()).filter(|index| array.get(*index).is_some_and(is_folder)).collect();
    for index in indices.iter().rev() {
        toml_array::remove(array, *index);
    }
    if !indices.is_empty() && array.is_empty() {
        let workspace = document::ensure_table(root, &WORKSPACE)?;
        document::remove(workspace, list);
    }
    Ok(())
}
