//! A workspace's `Cargo.toml`: folders to and from `members` and `exclude`, and from `default-members`.
//!
//! ```text
//! members = [          members = [
//!     "cart", # 1          "cart", # 1
//! ]                        "history-stub",
//!                      ]
//! ```
//!
//! A list keeps its layout (`list`). A pattern in `members` covers what cargo would find by it; a folder that it covers and that holds no crate has to be in `exclude`,
//! or else cargo refuses the whole workspace.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use glob::{MatchOptions, Pattern};
use toml_edit::{Array, Item, Value};

use crate::document::{self, DocumentError};
use crate::list;

const WORKSPACE: [&str; 1] = ["workspace"];

/// Folders, relative to the workspace and with `/`, by what they are to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folders {
    /// They hold crates that belong to the workspace.
    pub members: Vec<String>,
    /// They hold no crate.
    pub no_crates: Vec<String>,
    /// They are no members any more.
    pub gone: Vec<String>,
    /// They held no crate, for which this program has excluded them; that is taken back.
    pub readmitted: Vec<String>,
}

/// Why the members of a workspace cannot be edited.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MembersError {
    /// The text is not what it must be.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A folder is to be a member, and the user has excluded it.
    #[error("`{folder}` cannot become a member of the workspace: `workspace.exclude` has `{entry}`")]
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
                Some(format!("take `{entry}` out of `exclude`, or use `--builder native`, which needs no member"))
            }
        }
    }
}

/// Whether the `manifest` is that of a workspace.
///
/// # Errors
///
/// When it is not TOML.
pub fn has_workspace(manifest: &str) -> Result<bool, DocumentError> {
    let mut document = document::parse(manifest)?;
    Ok(document::table(document.as_item_mut(), &WORKSPACE)?.is_some())
}

/// The text of the workspace's `manifest` in which the `folders` are what they are to be; `None` when it says so already.
///
/// # Errors
///
/// All of them.
pub fn edit_members(manifest: &str, folders: &Folders) -> Result<Option<String>, Vec<MembersError>> {
    let mut document = document::parse(manifest).map_err(|error| vec![error.into()])?;
    let root = document.as_item_mut();
    let one = |error: DocumentError| vec![MembersError::from(error)];
    for folder in &folders.readmitted {
        remove(root, "exclude", folder).map_err(one)?;
    }
    for folder in folders.no_crates.iter().chain(&folders.gone) {
        for list in ["members", "default-members"] {
            remove(root, list, folder).map_err(one)?;
        }
    }
    let (members, exclude) = (entries(root, "members").map_err(one)?, entries(root, "exclude").map_err(one)?);
    let errors = refused(&members, &exclude, &folders.members);
    if !errors.is_empty() {
        return Err(errors);
    }
    for folder in &folders.members {
        if !covers(&entries(root, "members").map_err(one)?, folder) {
            push(root, "members", folder).map_err(one)?;
        }
    }
    for folder in &folders.no_crates {
        let is_found = covers(&entries(root, "members").map_err(one)?, folder);
        if is_found && excluding(&entries(root, "exclude").map_err(one)?, folder).next().is_none() {
            push(root, "exclude", folder).map_err(one)?;
        }
    }
    let after = document::text(&document, manifest);
    Ok((after != manifest).then_some(after))
}

/// Whether the `manifest` says, not by a pattern, that the `folder` holds a member.
///
/// # Errors
///
/// When the manifest is not what it must be.
pub fn is_named(manifest: &str, folder: &str) -> Result<bool, DocumentError> {
    let mut document = document::parse(manifest)?;
    Ok(entries(document.as_item_mut(), "members")?.iter().any(|entry| plain(entry) == folder))
}

/// The folders below `root`, the folder of the workspace, in which cargo looks for a crate because of a pattern in the
/// `members` of the `manifest`, and of nothing else.
///
/// # Errors
///
/// When the manifest is not what it must be.
pub fn found_by_patterns(manifest: &str, root: &Path) -> Result<Vec<String>, DocumentError> {
    let mut document = document::parse(manifest)?;
    let members = entries(document.as_item_mut(), "members")?;
    let exclude = entries(document.as_item_mut(), "exclude")?;
    let mut found: BTreeSet<String> = members.iter().flat_map(|pattern| expanded(root, plain(pattern))).collect();
    found.retain(|folder| {
        let is_named = members.iter().any(|entry| plain(entry) == folder);
        !is_named && excluding(&exclude, folder).next().is_none()
    });
    Ok(found.into_iter().collect())
}

/// The directories below `root` that match the pattern, relative to `root`.
fn expanded(root: &Path, pattern: &str) -> Vec<String> {
    // What glob finds is spelled otherwise than a relative root.
    let Ok(root) = std::path::absolute(root) else {
        return Vec::new();
    };
    let whole = root.to_str().map(|root| Path::new(&Pattern::escape(root)).join(pattern));
    let paths = whole.and_then(|whole| glob::glob(whole.to_str()?).ok()).into_iter().flatten().flatten();
    let relative = |path: &Path| {
        let names = path.strip_prefix(&root).ok()?.components().map(|component| match component {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        Some(names.collect::<Option<Vec<_>>>()?.join("/"))
    };
    paths.filter(|path| path.is_dir()).filter_map(|path| relative(&path)).collect()
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
        Some(item) if document::is_gone(item) => Ok(None),
        Some(item) => {
            let found = item.type_name();
            item.as_array_mut().map(Some).ok_or_else(|| document::kind(&["workspace", list], "an array", found))
        }
    }
}

/// A path as it is compared: without what does not matter in it.
fn plain(entry: &str) -> &str {
    let entry = entry.trim_end_matches('/');
    entry.strip_prefix("./").unwrap_or(entry)
}

/// Whether one of the entries of `members` is the folder, or a pattern by which cargo finds it.
fn covers(members: &[String], folder: &str) -> bool {
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    members
        .iter()
        .map(|entry| plain(entry))
        .any(|entry| entry == folder || Pattern::new(entry).is_ok_and(|pattern| pattern.matches_with(folder, options)))
}

/// The errors of folders that cannot become members: the user has excluded the folder itself, or something that a pattern
/// in `members` finds. Otherwise an entry of its own makes a folder a member, whatever excluded folder it is in
/// (`WorkspaceRootConfig::is_excluded` of cargo).
fn refused(members: &[String], exclude: &[String], folders: &[String]) -> Vec<MembersError> {
    let is_named = |folder: &str| members.iter().any(|entry| plain(entry) == folder);
    let is_refused = |folder: &str, entry: &str| plain(entry) == folder || covers(members, folder);
    let refusal = |folder: &String| {
        let entry = excluding(exclude, folder).find(|entry| is_refused(folder, entry) && !is_named(folder))?;
        Some(MembersError::Excluded { folder: folder.clone(), entry: entry.to_string() })
    };
    folders.iter().filter_map(refusal).collect()
}

/// The entries of `exclude` that the folder is in. cargo takes no patterns here.
fn excluding<'a>(exclude: &'a [String], folder: &str) -> impl Iterator<Item = &'a str> {
    let is_inside =
        |entry: &&str| folder.strip_prefix(plain(entry)).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    exclude.iter().map(String::as_str).filter(is_inside)
}

/// Adds an entry at the end of a list, which is made when there is none.
fn push(root: &mut Item, list: &str, folder: &str) -> Result<(), DocumentError> {
    match array(root, list)? {
        Some(array) => list::push(array, folder),
        None => {
            let workspace = document::table_made(root, &WORKSPACE)?;
            document::insert(workspace, list, Item::Value(Array::from_iter([folder]).into()));
        }
    }
    Ok(())
}

/// Takes the entries that are `folder`, however spelled, out of a list, and the list when it is empty then.
fn remove(root: &mut Item, list: &str, folder: &str) -> Result<(), DocumentError> {
    let Some(array) = array(root, list)? else {
        return Ok(());
    };
    let is_meant = |value: &Value| value.as_str().map(plain) == Some(folder);
    let indices: Vec<usize> = (0..array.len()).filter(|index| array.get(*index).is_some_and(is_meant)).collect();
    for index in indices.iter().rev() {
        list::remove(array, *index);
    }
    if !indices.is_empty() && array.is_empty() {
        let workspace = document::table_made(root, &WORKSPACE)?;
        document::remove(workspace, list);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(members: &[&str]) -> Folders {
        Folders { members: members.iter().map(ToString::to_string).collect(), ..Folders::default() }
    }

    fn gone(folders: &[&str]) -> Folders {
        Folders { gone: folders.iter().map(ToString::to_string).collect(), ..Folders::default() }
    }

    /// `s` becomes a member of `before`, and goes again.
    #[track_caller]
    fn added(before: &str, after: &str) {
        assert_eq!(edit_members(before, &folders(&["s"])), Ok(Some(after.to_string())));
        assert_eq!(edit_members(after, &folders(&["s"])), Ok(None));
        assert_eq!(edit_members(after, &gone(&["s"])), Ok(Some(before.to_string())));
    }

    #[test]
    fn a_list_keeps_its_layout() {
        for (before, after) in [
            (r#"["a"]"#, r#"["a", "s"]"#),
            (r#"[ "a", 'b' ] # c"#, r#"[ "a", 'b', "s" ] # c"#),
            (r#"["a",]"#, r#"["a", "s",]"#),
            ("[\n    \"a\",\n]", "[\n    \"a\",\n    \"s\",\n]"),
            ("[\n  \"a\"\n]", "[\n  \"a\",\n  \"s\"\n]"),
            ("[\n\t\"a\", # 1\n\t# 2\n]", "[\n\t\"a\", # 1\n\t# 2\n\t\"s\",\n]"),
            ("[\n  \"a\" # 1\n  ]", "[\n  \"a\", # 1\n  \"s\"\n  ]"),
            ("[\n  # 1\n  \"a\",\n  # 2\n  \"b\",\n]", "[\n  # 1\n  \"a\",\n  # 2\n  \"b\",\n  \"s\",\n]"),
        ] {
            let manifest = |list| format!("# m\n[workspace]\nmembers = {list}\nresolver = \"2\"\n");
            added(&manifest(before), &manifest(after));
        }
    }

    #[test]
    fn a_list_that_is_missing_is_made_and_goes_when_it_is_empty() {
        added(
            "[package]\nname = \"r\"\n\n[workspace]\n",
            "[package]\nname = \"r\"\n\n[workspace]\nmembers = [\"s\"]\n",
        );
        added("workspace = { resolver = \"2\" }\n", "workspace = { resolver = \"2\", members = [\"s\"] }\n");
        assert_eq!(
            edit_members("[workspace]\nmembers = []\n", &folders(&["s"])),
            Ok(Some("[workspace]\nmembers = [\"s\"]\n".to_string()))
        );
    }

    #[test]
    fn several_come_in_their_order_and_go_from_anywhere() {
        let one = "[workspace]\nmembers = [\"a\"]\n";
        let four = "[workspace]\nmembers = [\"a\", \"x\", \"y\", \"z\"]\n";
        assert_eq!(edit_members(one, &folders(&["x", "y", "z"])), Ok(Some(four.to_string())));
        for (before, removed, after) in [
            (r#"["a", "b", "c"]"#, "a", r#"["b", "c"]"#),
            (r#"["a", "b", "c"]"#, "b", r#"["a", "c"]"#),
            (r#"[ "a", "b" ]"#, "b", r#"[ "a" ]"#),
            ("[\n  \"a\", # a\n  \"b\", # b\n  \"c\", # c\n]", "b", "[\n  \"a\", # a\n  \"c\", # c\n]"),
            ("[\n  # of a\n  \"a\",\n  \"b\"\n]", "a", "[\n  # of a\n  \"b\"\n]"),
        ] {
            let manifest = |list: &str| format!("[workspace]\nmembers = {list}\n");
            assert_eq!(edit_members(&manifest(before), &gone(&[removed])), Ok(Some(manifest(after))), "{before}");
        }
    }

    #[test]
    fn a_folder_that_goes_goes_from_both_lists_however_it_is_spelled() {
        for (members, default_members) in
            [(r#"["a", "./s"]"#, r#"["a", "s/"]"#), (r#"["./s/", "a"]"#, r#"["./s", "a"]"#)]
        {
            let before = format!("[workspace]\nmembers = {members}\ndefault-members = {default_members}\n");
            let after = "[workspace]\nmembers = [\"a\"]\ndefault-members = [\"a\"]\n";
            assert_eq!(edit_members(&before, &gone(&["s"])), Ok(Some(after.to_string())));
            let native = Folders { no_crates: vec!["s".to_string()], ..Folders::default() };
            assert_eq!(edit_members(&before, &native), Ok(Some(after.to_string())));
        }
    }

    #[test]
    fn patterns_cover_what_cargo_finds_by_them() {
        for (members, folder, is_covered) in [
            (r#"["crates/*"]"#, "crates/s", true),
            (r#"["./crates/*/"]"#, "crates/s", true),
            (r#"["./crates/s/"]"#, "crates/s", true),
            (r#"["*"]"#, "crates/s", false),
            (r#"["**"]"#, "crates/s", true),
            (r#"["crates/*-component"]"#, "crates/s", false),
        ] {
            let manifest = format!("[workspace]\nmembers = {members}\n");
            let edited = edit_members(&manifest, &folders(&[folder])).expect("an edit");
            assert_eq!(edited.is_none(), is_covered, "{members}");
        }
    }

    #[test]
    fn a_folder_without_a_crate_is_kept_out_of_a_pattern() {
        let native = Folders { no_crates: vec!["crates/s".to_string()], ..Folders::default() };
        let before = "[workspace]\nmembers = [\"crates/*\"]\n";
        let after = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates/s\"]\n";
        assert_eq!(edit_members(before, &native), Ok(Some(after.to_string())));
        assert_eq!(edit_members(after, &native), Ok(None));
        let readmitted = vec!["crates/s".to_string()];
        let crates = Folders { readmitted, ..folders(&["crates/s"]) };
        assert_eq!(edit_members(after, &crates), Ok(Some(before.to_string())));
        assert!(edit_members(after, &folders(&["crates/s"])).is_err());
        let listed = "[workspace]\nmembers = [\"a\", \"crates/s\"]\n";
        assert_eq!(edit_members(listed, &native), Ok(Some("[workspace]\nmembers = [\"a\"]\n".to_string())));
    }

    #[test]
    fn an_entry_of_its_own_beats_an_excluded_folder_around_it() {
        let manifest = |members| format!("[workspace]\nmembers = [{members}]\nexclude = [\"crates\"]\n");
        let (before, after) = (manifest(r#""crates/a""#), manifest(r#""crates/a", "crates/s""#));
        assert_eq!(edit_members(&before, &folders(&["crates/s"])), Ok(Some(after.clone())));
        assert_eq!(edit_members(&after, &folders(&["crates/s"])), Ok(None));
        let itself = before.replace("[\"crates\"]", "[\"crates\", \"crates/s\"]");
        assert!(edit_members(&itself, &folders(&["crates/s"])).is_err());
        let with_pattern = manifest(r#""crates/s", "crates/*""#);
        assert_eq!(edit_members(&with_pattern, &folders(&["crates/s"])), Ok(None));
    }

    #[test]
    fn what_the_user_excludes_is_refused_all_of_it() {
        let manifest = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates\", \"./x/\"]\n";
        let errors = edit_members(manifest, &folders(&["crates/s", "x", "x/s", "crates-s"])).expect_err("excluded");
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "`crates/s` cannot become a member of the workspace: `workspace.exclude` has `crates`",
                "`x` cannot become a member of the workspace: `workspace.exclude` has `./x/`",
            ]
        );
        for (manifest, message) in [
            ("workspace = 1", "`workspace` is an integer, not a table"),
            ("workspace.members = 1", "`workspace.members` is an integer, not an array"),
        ] {
            let errors = edit_members(manifest, &folders(&["s"])).expect_err("no list");
            assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [message]);
        }
    }
}
