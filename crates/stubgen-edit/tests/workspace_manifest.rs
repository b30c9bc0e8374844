//! Edits of a workspace's `Cargo.toml`.

use wasm_rpc_stubgen_edit::workspace_manifest::{Folders, edit_members};

fn folders(members: &[&str]) -> Folders {
    Folders { members: members.iter().map(ToString::to_string).collect(), ..Folders::default() }
}

fn gone(folders: &[&str]) -> Folders {
    Folders { gone: folders.iter().map(ToString::to_string).collect(), ..Folders::default() }
}

/// `s` becomes a member of `before`, and goes again.
#[track_caller]
fn added(before: &str, after: &str) {
    assert_eq!(edit_members(before, &folders(&["s"])), Ok(after.to_string()));
    assert_eq!(edit_members(after, &folders(&["s"])), Ok(after.to_string()));
    assert_eq!(edit_members(after, &gone(&["s"])), Ok(before.to_string()));
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
    added("[package]\nname = \"r\"\n\n[workspace]\n", "[package]\nname = \"r\"\n\n[workspace]\nmembers = [\"s\"]\n");
    added("workspace = { resolver = \"2\" }\n", "workspace = { resolver = \"2\", members = [\"s\"] }\n");
    assert_eq!(
        edit_members("[workspace]\nmembers = []\n", &folders(&["s"])),
        Ok("[workspace]\nmembers = [\"s\"]\n".to_string())
    );
}

#[test]
fn several_come_in_their_order_and_go_from_anywhere() {
    let one = "[workspace]\nmembers = [\"a\"]\n";
    let four = "[workspace]\nmembers = [\"a\", \"x\", \"y\", \"z\"]\n";
    assert_eq!(edit_members(one, &folders(&["x", "y", "z"])), Ok(four.to_string()));
    for (before, removed, after) in [
        (r#"["a", "b", "c"]"#, "a", r#"["b", "c"]"#),
        (r#"["a", "b", "c"]"#, "b", r#"["a", "c"]"#),
        (r#"[ "a", "b" ]"#, "b", r#"[ "a" ]"#),
        ("[\n  \"a\", # a\n  \"b\", # b\n  \"c\", # c\n]", "b", "[\n  \"a\", # a\n  \"c\", # c\n]"),
        ("[\n  # of a\n  \"a\",\n  \"b\"\n]", "a", "[\n  # of a\n  \"b\"\n]"),
    ] {
        let manifest = |list: &str| format!("[workspace]\nmembers = {list}\n");
        assert_eq!(edit_members(&manifest(before), &gone(&[removed])), Ok(manifest(after)), "{before}");
    }
}

#[test]
fn a_folder_that_goes_goes_from_both_lists_however_it_is_spelled() {
    for (members, default_members) in [(r#"["a", "./s"]"#, r#"["a", "s/"]"#), (r#"["./s/", "a"]"#, r#"["./s", "a"]"#)] {
        let before = format!("[workspace]\nmembers = {members}\ndefault-members = {default_members}\n");
        let after = "[workspace]\nmembers = [\"a\"]\ndefault-members = [\"a\"]\n";
        assert_eq!(edit_members(&before, &gone(&["s"])), Ok(after.to_string()));
        let native = Folders { no_crates: vec!["s".to_string()], ..Folders::default() };
        assert_eq!(edit_members(&before, &native), Ok(after.to_string()));
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
        assert_eq!(edited == manifest, is_covered, "{members}");
    }
}

#[test]
fn a_folder_without_a_crate_is_kept_out_of_a_pattern() {
    let native = Folders { no_crates: vec!["crates/s".to_string()], ..Folders::default() };
    let before = "[workspace]\nmembers = [\"crates/*\"]\n";
    let after = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates/s\"]\n";
    assert_eq!(edit_members(before, &native), Ok(after.to_string()));
    assert_eq!(edit_members(after, &native), Ok(after.to_string()));
    let readmitted = vec!["crates/s".to_string()];
    let crates = Folders { readmitted, ..folders(&["crates/s"]) };
    assert_eq!(edit_members(after, &crates), Ok(before.to_string()));
    assert!(edit_members(after, &folders(&["crates/s"])).is_err());
    let listed = "[workspace]\nmembers = [\"a\", \"crates/s\"]\n";
    assert_eq!(edit_members(listed, &native), Ok("[workspace]\nmembers = [\"a\"]\n".to_string()));
}

#[test]
fn an_entry_of_its_own_beats_an_excluded_folder_around_it() {
    let manifest = |members| format!("[workspace]\nmembers = [{members}]\nexclude = [\"crates\"]\n");
    let (before, after) = (manifest(r#""crates/a""#), manifest(r#""crates/a", "crates/s""#));
    assert_eq!(edit_members(&before, &folders(&["crates/s"])), Ok(after.clone()));
    assert_eq!(edit_members(&after, &folders(&["crates/s"])), Ok(after.clone()));
    let itself = before.replace("[\"crates\"]", "[\"crates\", \"crates/s\"]");
    assert!(edit_members(&itself, &folders(&["crates/s"])).is_err());
    let with_pattern = manifest(r#""crates/s", "crates/*""#);
    assert_eq!(edit_members(&with_pattern, &folders(&["crates/s"])), Ok(with_pattern.clone()));
}

#[test]
fn what_the_user_excludes_is_refused_all_of_it() {
    let manifest = "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates\", \"./x/\"]\n";
    let errors = edit_members(manifest, &folders(&["crates/s", "x", "x/s", "crates-s"])).expect_err("excluded");
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "`crates/s` cannot become a member of the workspace: `exclude` in `Cargo.toml` has `crates`",
            "`x` cannot become a member of the workspace: `exclude` in `Cargo.toml` has `./x/`",
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
