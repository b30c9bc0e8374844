//! A user's `Cargo.toml` and `Makefile.toml` -> all edits of both, and what must hold for them.
//!
//! An edit gives TOML, gives the same again when it is repeated, and keeps each value and each line of comments that is the
//! user's.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item, Value};
use wasm_rpc_stubgen_edit::component_manifest::edit_dependencies;
use wasm_rpc_stubgen_edit::makefile::{Makefile, Task};
use wasm_rpc_stubgen_edit::workspace_manifest::{Folders, edit_members};

use crate::archive::Archive;
use crate::errors::check_text;

/// Makes all edits of an archive's files.
pub(crate) fn check(archive: &Archive<'_>) {
    if let Some(manifest) = archive.file("Cargo.toml") {
        check_dependencies(manifest);
        check_members(manifest);
    }
    if let Some(makefile) = archive.file("Makefile.toml") {
        check_makefile(makefile);
    }
}

fn check_dependencies(manifest: &str) {
    let pair = |name: &str, folder: &str| (name.to_string(), folder.to_string());
    let added = [pair("shop:stock-stub", "wit/deps/shop_stock-stub"), pair("golem:rpc", "wit/deps/wasm-rpc")];
    let removed = ["wit/deps/old".to_string()];
    match edit_dependencies(manifest, &[], &added) {
        Ok(None) => {}
        Ok(Some(edited)) => {
            check_edit(manifest, &edited, "package.metadata.component.target.dependencies.");
            assert_eq!(edit_dependencies(&edited, &[], &added), Ok(Some(edited)), "a second edit differs");
            let edited = edit_dependencies(manifest, &removed, &added).expect("as above").expect("as above");
            parse(&edited);
            assert_eq!(edit_dependencies(&edited, &removed, &added), Ok(Some(edited)), "a second edit differs");
        }
        Err(error) => check_text(&error.to_string()),
    }
}

fn check_members(manifest: &str) {
    let texts = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    let added =
        Folders { members: texts(&["cart", "stubs/stock-stub"]), no_crates: texts(&["dist"]), ..Folders::default() };
    let back = Folders { gone: added.members.clone(), readmitted: added.no_crates.clone(), ..Folders::default() };
    match edit_members(manifest, &added) {
        Ok(edited) => {
            check_edit(manifest, &edited, "workspace.");
            assert_eq!(edit_members(&edited, &added).as_ref(), Ok(&edited), "a second edit differs");
            let removed = edit_members(&edited, &back).expect("what was added can be removed");
            parse(&removed);
            assert_eq!(edit_members(&removed, &back), Ok(removed), "a second removal differs");
        }
        Err(errors) => {
            assert!(!errors.is_empty(), "fails without an error");
            errors.iter().for_each(|error| check_text(&error.to_string()));
        }
    }
}

fn check_makefile(text: &str) {
    let before = match Makefile::parse(text) {
        Ok(makefile) => makefile,
        Err(error) => return check_text(&error.to_string()),
    };
    let users = before.users();
    let edit = |text: &str, tasks: &[Task]| Makefile::parse(text).and_then(|makefile| makefile.edit(tasks));
    for wanted in [tasks(), Vec::new()] {
        let edited = match edit(text, &wanted) {
            Ok(edited) => edited,
            Err(error) => return check_text(&error.to_string()),
        };
        assert_eq!(edit(&edited, &wanted).as_ref(), Ok(&edited), "a second edit differs");
        let after = Makefile::parse(&edited).expect("an edited file is a Makefile");
        assert_eq!(after.users(), users, "the user's tasks stay");
        let is_users = |path: &str| {
            let task = path.strip_prefix("tasks.");
            path != "config.default_to_workspace"
                && task.is_none_or(|task| users.iter().any(|name| task.starts_with(&format!("{}.", segment(name)))))
        };
        let mut values = values(text);
        let after = self::values(&edited);
        values.retain(|path, _| is_users(path));
        for (path, value) in values {
            assert_eq!(after.get(&path), Some(&value), "`{path}` stays");
        }
    }
}

fn tasks() -> Vec<Task> {
    let task = |name: &str| Task { name: name.to_string(), ..Task::default() };
    vec![
        Task { command: Some("wasm-rpc-stubgen".to_string()), args: vec!["flow".to_string()], ..task("build-flow") },
        Task { dependencies: vec!["build-flow".to_string()], ..task("default") },
        Task { alias: Some("build-flow".to_string()), cwd: Some("a b".to_string()), ..task("post-build") },
    ]
}

/// Checks that an edit that only adds keeps the comments and all values, except for those at paths that start with `edited`.
fn check_edit(before: &str, after: &str, edited: &str) {
    let (values_before, values_after) = (values(before), values(after));
    for (path, value) in &values_before {
        if !path.starts_with(edited) {
            assert_eq!(values_after.get(path), Some(value), "`{path}` stays");
        }
    }
    for path in values_after.keys() {
        assert!(path.starts_with(edited) || values_before.contains_key(path), "`{path}` is new");
    }
    let comments = |text: &str| -> BTreeSet<String> {
        text.lines().map(str::trim).filter(|line| line.starts_with('#')).map(str::to_string).collect()
    };
    let lost: Vec<_> = comments(before).difference(&comments(after)).cloned().collect();
    assert!(lost.is_empty(), "comments are lost: {lost:?}");
}

fn parse(text: &str) -> DocumentMut {
    text.parse().unwrap_or_else(|error| panic!("the edited file is TOML: {error}"))
}

/// The values of a file by their paths, without tables.
fn values(text: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    add_values(parse(text).as_item(), String::new(), &mut values);
    values
}

fn add_values(item: &Item, path: String, values: &mut BTreeMap<String, String>) {
    let below = |key: &str| if path.is_empty() { segment(key) } else { format!("{path}.{}", segment(key)) };
    if let Some(table) = item.as_table_like() {
        table.iter().for_each(|(key, item)| add_values(item, below(key), values));
    } else if let Some(tables) = item.as_array_of_tables() {
        for (index, table) in tables.iter().enumerate() {
            add_values(&Item::Table(table.clone()), below(&index.to_string()), values);
        }
    } else if let Some(value) = item.as_value() {
        values.insert(path, plain(value));
    }
}

/// A key as a part of a path, in which a dot separates parts.
fn segment(key: &str) -> String {
    key.replace('.', "·")
}

/// A value without blanks and comments around it.
fn plain(value: &Value) -> String {
    let mut value = value.clone();
    value.decor_mut().clear();
    value.to_string()
}
