//! Settings in a workspace's `Cargo.toml`: read and edited in each way that TOML can write them.

use indexmap::IndexMap;
use wasm_rpc_stubgen_edit::settings::{Settings, edit_settings, position_of_link, read_settings, remove_settings};
use wasm_rpc_stubgen_model::CallStyle;

/// Settings with these callers of `t`.
fn settings(callers: &[&str]) -> Settings {
    let links: IndexMap<_, _> = callers.iter().map(|caller| (caller.to_string(), ["t".to_string()].into())).collect();
    Settings { links: (!links.is_empty()).then_some(links), ..Settings::default() }
}

#[track_caller]
fn edited(before: &str, wanted: &Settings) -> String {
    let kept = read_settings(before).expect("valid settings").unwrap_or_default();
    let after = edit_settings(before, &kept, wanted).expect("it can be edited");
    assert_eq!(read_settings(&after).expect("valid settings").unwrap_or_default(), *wanted, "{after}");
    assert_eq!(edit_settings(&after, wanted, wanted), Ok(after.clone()));
    after
}

#[test]
fn links_and_settings_come_in_the_style_of_the_file_and_go() {
    let asynchronous = |callers: &[&str]| Settings { call_style: Some(CallStyle::Async), ..settings(callers) };
    for (none, one, two) in [
        (
            "[workspace]\n",
            "[workspace]\n\n[workspace.metadata.wasm-rpc-stubgen.links]\na = [\"t\"]\n",
            "[workspace]\n\n[workspace.metadata.wasm-rpc-stubgen]\ncall-style = \"async\"\n\n\
             [workspace.metadata.wasm-rpc-stubgen.links]\na = [\"t\"]\nb = [\"t\"]\n",
        ),
        (
            "# r\n[workspace]\n\n[workspace.metadata.x]\ny = 1 # z\n\n[profile.dev]",
            "# r\n[workspace]\n\n[workspace.metadata.x]\ny = 1 # z\n\n[workspace.metadata.wasm-rpc-stubgen.links]\na = \
             [\"t\"]\n\n[profile.dev]",
            "# r\n[workspace]\n\n[workspace.metadata.x]\ny = 1 # z\n\n[workspace.metadata.wasm-rpc-stubgen]\ncall-style = \
             \"async\"\n\n[workspace.metadata.wasm-rpc-stubgen.links]\na = [\"t\"]\nb = [\"t\"]\n\n[profile.dev]",
        ),
        (
            "workspace = { metadata = { x = 1 } }\n",
            "workspace = { metadata = { x = 1, wasm-rpc-stubgen = { links = { a = [\"t\"] } } } }\n",
            "workspace = { metadata = { x = 1, wasm-rpc-stubgen = { links = { a = [\"t\"], b = [\"t\"] }, call-style = \
             \"async\" } } }\n",
        ),
        (
            "[workspace]\nmetadata.x = 1\n",
            "[workspace]\nmetadata.x = 1\nmetadata.wasm-rpc-stubgen.links.a = [\"t\"]\n",
            "[workspace]\nmetadata.x = 1\nmetadata.wasm-rpc-stubgen.links.a = [\"t\"]\n\
             metadata.wasm-rpc-stubgen.links.b = [\"t\"]\nmetadata.wasm-rpc-stubgen.call-style = \"async\"\n",
        ),
    ] {
        assert_eq!(edited(none, &settings(&["a"])), one);
        assert_eq!(edited(one, &asynchronous(&["a", "b"])), two);
        assert_eq!(edited(two, &settings(&["a"])), one);
        assert_eq!(edited(one, &settings(&[])), none);
        assert_eq!(remove_settings(two), Ok(none.to_string()));
        assert_eq!(remove_settings(none), Ok(none.to_string()));
    }
}

#[test]
fn a_link_has_a_position() {
    let manifest = "[workspace]\nmetadata.wasm-rpc-stubgen.links = { ä = ['t'], a = [\n  't', 'u' ] }\n";
    // TOML has no bare keys beyond ASCII.
    assert_eq!(position_of_link(manifest, "a", None), None);
    let manifest = manifest.replace("ä", "'ä'");
    for (caller, target, position) in
        [("a", None, "2:50"), ("ä", None, "2:37"), ("a", Some("t"), "3:3"), ("a", Some("u"), "3:8")]
    {
        let found = position_of_link(&manifest, caller, target).expect("it is there");
        assert_eq!(found.to_string(), position, "{caller} {target:?}");
    }
    assert_eq!(position_of_link(&manifest, "b", None), None);
    assert_eq!(position_of_link(&manifest, "a", Some("v")), None);
}
