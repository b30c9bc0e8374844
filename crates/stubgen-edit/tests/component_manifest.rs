//! Edits of a component's `Cargo.toml`.

use wasm_rpc_stubgen_edit::DocumentError;
use wasm_rpc_stubgen_edit::component_manifest::edit_dependencies;

fn entries(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    entries.iter().map(|(package, folder)| ((*package).to_string(), (*folder).to_string())).collect()
}

fn add_dependencies(manifest: &str, added: &[(String, String)]) -> Result<Option<String>, DocumentError> {
    edit_dependencies(manifest, &[], added)
}

fn remove_dependencies(manifest: &str, removed: &[String]) -> Result<Option<String>, DocumentError> {
    edit_dependencies(manifest, removed, &[])
}

/// Adds `a:b` to `before`, and removes it again.
#[track_caller]
fn added(before: &str, after: &str) {
    let wanted = entries(&[("a:b", "wit/deps/a_b")]);
    let edited = add_dependencies(before, &wanted).expect("an edit");
    assert_eq!(edited, Some(after.to_string()), "{before}");
    assert_eq!(add_dependencies(after, &wanted), Ok(Some(after.to_string())));
    let removed = remove_dependencies(after, &["wit/deps/a_b".to_string()]).expect("an edit").expect("a component");
    assert!(!removed.contains("a:b"), "{removed}");
    assert_eq!(add_dependencies(&removed, &wanted), Ok(Some(after.to_string())), "{removed}");
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
    assert_eq!(remove_dependencies(before, &["x".to_string()]), Ok(Some(after.to_string())));
}

#[test]
fn what_the_user_has_written_stays() {
    let manifest = "[package.metadata.component.target.dependencies]\n\"a:b\" = \"1.0.0\"\n";
    let wanted = entries(&[("a:b", "wit/deps/a_b")]);
    assert_eq!(add_dependencies(manifest, &wanted), Ok(Some(manifest.to_string())));
    assert_eq!(remove_dependencies(manifest, &["wit/deps/a_b".to_string()]), Ok(Some(manifest.to_string())));
}

#[test]
fn a_manifest_without_component_metadata_is_left_alone() {
    for manifest in ["", "[package]\nname = \"c\"\n", "[package.metadata]\nother = 1\n"] {
        assert_eq!(add_dependencies(manifest, &entries(&[("a:b", "x")])), Ok(None));
        assert_eq!(remove_dependencies(manifest, &["x".to_string()]), Ok(None));
    }
}

#[test]
fn what_cannot_be_edited_is_refused() {
    let error = |manifest| add_dependencies(manifest, &entries(&[("a:b", "x")])).expect_err("no edit");
    let syntax = error("[package]\nname = = 1\n");
    assert_eq!(syntax.position.map(|position| position.to_string()).as_deref(), Some("2:8"), "{syntax}");
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
