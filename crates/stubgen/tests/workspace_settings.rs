//! The settings of a workspace in its `Cargo.toml`, through the binary: what each flag does to them, what stays, what a person
//! may edit, and workspaces without settings, which are taken over.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::Sandbox;
use common::workspace::{ORIGINAL_CRATE, again, done, members, read, settings, tree, tutorial, wit};

const UPDATE: &str = "initialize-workspace";

/// The names of the tasks that add stubs.
fn links(sandbox: &Sandbox) -> BTreeSet<String> {
    let makefile = read(sandbox, "Makefile.toml");
    let names = makefile.lines().filter_map(|line| line.strip_prefix("[tasks.add-stub-dependency-")?.strip_suffix(']'));
    names.map(str::to_string).collect()
}

/// The arguments of a task, separated by blanks.
fn args(sandbox: &Sandbox, task: &str) -> String {
    let makefile = read(sandbox, "Makefile.toml");
    let task = makefile.split(&format!("[tasks.{task}]\n")).nth(1).expect("the task exists");
    let args = task.split("args = [").nth(1).and_then(|args| args.split(']').next()).expect("it has arguments");
    args.split([' ', '\n', ',', '"']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn links_are_added_and_removed_one_by_one() {
    let sandbox = members(&["a", "b", "c"]);
    let before = tree(&sandbox);
    done(sandbox.run("initialize-workspace --link b=a,c=b --link a=a"));
    let header = "[workspace.metadata.wasm-rpc-stubgen.links]\n";
    assert_eq!(settings(&sandbox), format!("{header}b = [\"a\"]\nc = [\"b\"]\na = [\"a\"]\n"));
    again(&sandbox, UPDATE);
    done(sandbox.run("initialize-workspace --targets c,a --callers b"));
    assert_eq!(settings(&sandbox), format!("{header}b = [\"a\", \"c\"]\nc = [\"b\"]\na = [\"a\"]\n"));
    assert_eq!(links(&sandbox), ["a-a", "a-b", "b-c", "c-b"].map(str::to_string).into());
    again(&sandbox, UPDATE);
    let said = done(sandbox.run("initialize-workspace --unlink c=b"));
    let warnings = "warning: removing the links from `c` to `b`\n\
                    hint: the stubs' WIT stays in `deps` of `c`: the code may use it\n\
                    warning: removing the stubs `b-stub` and their tasks\n";
    assert!(said.starts_with(warnings), "{said}");
    assert!(!sandbox.path("b-stub").exists());
    assert_eq!(settings(&sandbox), format!("{header}b = [\"a\", \"c\"]\na = [\"a\"]\n"));
    again(&sandbox, UPDATE);
    // The folder of a member works, too.
    done(sandbox.run("initialize-workspace --remove-target ./a"));
    assert_eq!(settings(&sandbox), format!("{header}b = [\"c\"]\n"));
    let fresh = members(&["a", "b", "c"]);
    done(fresh.run("initialize-workspace --link b=c"));
    let tasks = |sandbox: &Sandbox| -> BTreeSet<String> {
        read(sandbox, "Makefile.toml").split("\n\n").map(|task| task.trim().to_string()).collect()
    };
    assert_eq!(tasks(&sandbox), tasks(&fresh));
    assert_eq!(read(&sandbox, "Cargo.toml"), read(&fresh, "Cargo.toml"));
    done(sandbox.run("initialize-workspace --unlink b=c"));
    assert!(before == tree(&sandbox));
    let said = sandbox.refused(UPDATE);
    assert!(said.starts_with("error: `Cargo.toml` names no links: "), "{said}");
}

#[test]
fn a_link_can_replace_another_in_one_run() {
    let sandbox = members(&["a", "b", "c"]);
    done(sandbox.run("initialize-workspace --link c=a --call-style async"));
    let said = done(sandbox.run("initialize-workspace --unlink c=a --link c=b"));
    assert!(said.contains("the links from `c` to `a`\n") && !said.contains("call-style"), "{said}");
    assert_eq!(links(&sandbox), ["b-c"].map(str::to_string).into());
    assert!(args(&sandbox, "generate-b-stub").ends_with("--call-style async"));
    again(&sandbox, UPDATE);
}

/// Each flag, the setting that it makes, and the flag that goes back to the default.
const FLAGS: [(&str, &str, &str); 9] = [
    ("--call-style async", "call-style = \"async\"\n", "--call-style sync"),
    ("--rpc-errors result", "rpc-errors = \"result\"\n", "--rpc-errors trap"),
    ("--always-inline-types", "always-inline-types = true\n", "--always-inline-types=false"),
    ("--skip-unsupported", "skip-unsupported = true\n", "--skip-unsupported=false"),
    ("--features b,a", "features = [\"a\", \"b\"]\n", "--features="),
    ("--all-features", "all-features = true\n", "--all-features=false"),
    ("--builder native", "builder = \"native\"\n", "--builder cargo"),
    ("--wasm-rpc-version-override 1.0.16", "wasm-rpc-version-override = \"1.0.16\"\n", ""),
    ("--add-import", "add-import = true\n", "--add-import=false"),
];

#[test]
fn a_flag_changes_its_setting_and_no_flag_resets_one() {
    let sandbox = members(&["a", "b"]);
    done(sandbox.run("initialize-workspace --link b=a"));
    let plain = tree(&sandbox);
    for (flag, setting, back) in FLAGS.into_iter().filter(|(_, _, back)| !back.is_empty()) {
        done(sandbox.run(&format!("{UPDATE} {flag}")));
        let table = format!("[workspace.metadata.wasm-rpc-stubgen]\n{setting}\n[workspace.");
        assert!(settings(&sandbox).starts_with(&table), "{flag}: {}", settings(&sandbox));
        sandbox.unchanged(UPDATE);
        sandbox.unchanged(&format!("{UPDATE} --targets a --callers b"));
        done(sandbox.run(&format!("{UPDATE} {back}")));
        assert!(plain == tree(&sandbox), "{back}");
        again(&sandbox, UPDATE);
    }
    let is_together = |flag: &str| flag != "--all-features" && flag != "--builder native";
    let flags: Vec<&str> = FLAGS.iter().map(|(flag, ..)| *flag).filter(|flag| is_together(flag)).collect();
    let said = done(sandbox.run(&format!("{UPDATE} {}", flags.join(" "))));
    let warning = "warning: `call-style` changes from `sync` to `async`: all stubs change\n";
    assert!(said.contains(warning) && said.contains("warning: `features` changes from `[]` to `[a, b]`"), "{said}");
    let expected: String =
        FLAGS.iter().filter(|(flag, ..)| is_together(flag)).map(|(_, setting, _)| *setting).collect();
    assert!(settings(&sandbox).starts_with(&format!("[workspace.metadata.wasm-rpc-stubgen]\n{expected}\n")));
    let generate = "-d a-stub --features a b --call-style async --rpc-errors result --always-inline-types \
                    --skip-unsupported --wasm-rpc-version-override 1.0.16";
    assert!(args(&sandbox, "generate-a-stub").ends_with(generate), "{}", args(&sandbox, "generate-a-stub"));
    sandbox.unchanged(UPDATE);
    done(sandbox.run("initialize-workspace --remove"));
    assert!(members(&["a", "b"]).tree("") == sandbox.tree(""));
}

#[test]
fn one_source_of_features_and_of_wasm_rpc_replaces_the_other() {
    let sandbox = members(&["a", "b"]);
    done(sandbox.run("initialize-workspace --link b=a --features x --wasm-rpc-version-override 1.1.0"));
    let other = Sandbox::new();
    let path = testkit::portable(&other.path("rpc").to_string_lossy());
    let package = "[package]\nname = \"golem-wasm-rpc\"\nversion = \"1.0.0\"\nedition = \"2021\"\n";
    other.write("rpc/Cargo.toml", format!("{package}\n[features]\nstub = []\n"));
    other.write("rpc/src/lib.rs", "");
    done(sandbox.run(&format!("{UPDATE} --all-features --wasm-rpc-path-override {path}")));
    let expected = format!("all-features = true\nwasm-rpc-path-override = \"{path}\"\n\n[");
    assert!(settings(&sandbox).contains(&expected), "{}", settings(&sandbox));
    sandbox.unchanged(UPDATE);
    done(sandbox.run(&format!("{UPDATE} --features x")));
    sandbox.unchanged(&format!("{UPDATE} --all-features=false"));
    assert!(settings(&sandbox).contains("features = [\"x\"]\n"), "{}", settings(&sandbox));
    // The native builder keeps it for the way back.
    let said = done(sandbox.run(&format!("{UPDATE} --builder native --wasm-rpc-version-override 1.1.0")));
    assert!(said.contains("note: the native builder does not use `golem-wasm-rpc`"), "{said}");
    assert!(settings(&sandbox).contains("wasm-rpc-version-override = \"1.1.0\"\n"));
    sandbox.unchanged(UPDATE);
    done(sandbox.run(&format!("{UPDATE} --builder cargo")));
    assert!(args(&sandbox, "generate-a-stub").ends_with("--wasm-rpc-version-override 1.1.0"));
}

/// Settings that a person has written, in their own order and layout.
const EDITED: &str = "\
[workspace]
members = [\"a\", \"b\", \"c\"]

# shared
[workspace.metadata]
team = \"shop\"

[workspace.metadata.wasm-rpc-stubgen]   # stubs
links.b = [
    'a', # prices
]   # calls
# callers handle failures
rpc-errors = 'result'
call-style = \"sync\"

[profile.release]
lto = true
";

#[test]
fn settings_that_a_person_edits_keep_their_layout() {
    let sandbox = members(&["a", "b", "c"]);
    sandbox.write("Cargo.toml", EDITED);
    let stubbed = |members: &str| EDITED.replace("[\"a\", \"b\", \"c\"]", members);
    done(sandbox.run(UPDATE));
    let first = stubbed("[\"a\", \"b\", \"c\", \"a-stub\"]");
    assert_eq!(read(&sandbox, "Cargo.toml"), first);
    assert!(args(&sandbox, "generate-a-stub").ends_with("-d a-stub --rpc-errors result"));
    again(&sandbox, UPDATE);
    done(sandbox.run("initialize-workspace --targets b --callers b,c --call-style async"));
    let second = stubbed("[\"a\", \"b\", \"c\", \"a-stub\", \"b-stub\"]")
        .replace("    'a', # prices\n]", "    'a', # prices\n    \"b\",\n]")
        .replace("call-style = \"sync\"\n", "call-style = \"async\"\n")
        .replace("]   # calls\n", "]   # calls\nlinks.c = [\"b\"]\n");
    assert_eq!(read(&sandbox, "Cargo.toml"), second);
    again(&sandbox, UPDATE);
    done(sandbox.run("initialize-workspace --remove-target b --call-style sync"));
    assert_eq!(read(&sandbox, "Cargo.toml"), first.replace("call-style = \"sync\"\n", ""));
    // What a person removes is removed as if by a flag.
    let without =
        read(&sandbox, "Cargo.toml").replace("    'a', # prices\n", "    'c',\n").replace("'result'", "\"trap\"");
    sandbox.write("Cargo.toml", &without);
    let said = done(sandbox.run(UPDATE));
    for warning in [
        "warning: removing the links from `b` to `a`\n",
        "warning: removing the stubs `a-stub` and their tasks\n",
        "warning: `rpc-errors` changes from `result` to `trap`: all stubs change\n",
    ] {
        assert!(said.contains(warning), "{said}");
    }
    assert_eq!(read(&sandbox, "Cargo.toml"), without.replace("\"a-stub\"", "\"c-stub\""));
    again(&sandbox, UPDATE);
    done(sandbox.run("initialize-workspace --remove"));
    let plain = "[workspace]\nmembers = [\"a\", \"b\", \"c\"]\n\n# shared\n[workspace.metadata]\nteam = \"shop\"\n\n\
                 [profile.release]\nlto = true\n";
    assert_eq!(read(&sandbox, "Cargo.toml"), plain);
}

#[test]
fn settings_can_be_inline_and_come_before_the_links() {
    let sandbox = members(&["a", "b"]);
    let manifest =
        "[workspace]\nmembers = [\"a\", \"b\"]\nmetadata = { wasm-rpc-stubgen = { call-style = \"async\" } }\n";
    sandbox.write("Cargo.toml", manifest);
    done(sandbox.run("initialize-workspace --link b=a"));
    assert!(args(&sandbox, "generate-a-stub").ends_with("--call-style async"));
    let table = "{ call-style = \"async\", links = { b = [\"a\"] } }";
    assert!(read(&sandbox, "Cargo.toml").contains(table), "{}", read(&sandbox, "Cargo.toml"));
    again(&sandbox, UPDATE);
    // Settings that were there before the links stay when the last link is removed.
    done(sandbox.run("initialize-workspace --unlink b=a"));
    assert_eq!(read(&sandbox, "Cargo.toml"), manifest);
    assert!(!sandbox.path("Makefile.toml").exists() && !sandbox.path("a-stub").exists());
}

#[test]
fn members_that_are_gone_can_be_removed_from_the_settings() {
    let sandbox = members(&["a", "b", "c"]);
    done(sandbox.run("initialize-workspace --link b=a,c=a,c=b"));
    // `a` becomes `prices`, `c` is deleted.
    fs::rename(sandbox.path("a"), sandbox.path("prices")).expect("a folder");
    sandbox.write("prices/Cargo.toml", read(&sandbox, "prices/Cargo.toml").replace("\"a\"", "\"prices\""));
    fs::remove_dir_all(sandbox.path("c")).expect("a folder");
    let manifest = read(&sandbox, "Cargo.toml").replace("[\"a\", \"b\", \"c\", ", "[\"prices\", \"b\", ");
    sandbox.write("Cargo.toml", manifest);
    let said = sandbox.refused(UPDATE);
    let expected = "error: `a` is linked, but the workspace has no such member\n --> Cargo.toml:5:6\n\
                    hint: if it is gone, run `initialize-workspace --remove-target a`\n\
                    error: `c` is linked, but the workspace has no such member\n --> Cargo.toml:6:1\n\
                    hint: if it is gone, run `initialize-workspace --unlink c=a c=b`\n";
    assert_eq!(said, expected);
    let line = "initialize-workspace --remove-target a --unlink c=b --link b=prices";
    let said = done(sandbox.run(line));
    assert!(said.contains("warning: removing the stubs `a-stub`, `b-stub` and their tasks\n"), "{said}");
    assert!(settings(&sandbox).ends_with(".links]\nb = [\"prices\"]\n"), "{}", settings(&sandbox));
    assert!(!sandbox.path("a-stub").exists() && sandbox.path("prices-stub").exists());
    again(&sandbox, UPDATE);
}

/// The folder still has the old name.
#[test]
fn a_member_whose_package_is_renamed_can_be_removed_under_its_old_name() {
    for (name, line) in [
        ("a", "initialize-workspace --remove-target a --link b=prices"),
        ("a", "initialize-workspace --unlink b=a --link b=a/"),
        ("b", "initialize-workspace --unlink b=a --link prices=a"),
    ] {
        let sandbox = members(&["a", "b"]);
        done(sandbox.run("initialize-workspace --link b=a"));
        let manifest = format!("{name}/Cargo.toml");
        sandbox.write(&manifest, read(&sandbox, &manifest).replace(&format!("\"{name}\""), "\"prices\""));
        sandbox.refused(UPDATE);
        done(sandbox.run(line));
        let link = if name == "a" { "b = [\"prices\"]\n" } else { "prices = [\"a\"]\n" };
        assert!(settings(&sandbox).ends_with(&format!(".links]\n{link}")), "{}", settings(&sandbox));
        again(&sandbox, UPDATE);
    }
}

#[test]
fn without_a_makefile_the_settings_know_the_stubs() {
    let sandbox = members(&["a", "b"]);
    let before = tree(&sandbox);
    for builder in ["cargo", "native"] {
        done(sandbox.run(&format!("initialize-workspace --link b=a --builder {builder}")));
        let with_makefile = tree(&sandbox);
        let remove = || fs::remove_file(sandbox.path("Makefile.toml")).expect("a file");
        remove();
        let said = done(sandbox.run(UPDATE));
        assert_eq!(said, "Writing cargo-make Makefile to Makefile.toml\n");
        assert!(with_makefile == tree(&sandbox));
        remove();
        let said = done(sandbox.run("initialize-workspace --remove"));
        assert!(said.contains("warning: removing the stubs `a-stub` and their tasks\n"), "{said}");
        assert!(before == tree(&sandbox));
    }
}

#[test]
fn a_workspace_of_an_earlier_version_is_taken_over() {
    let flags = "--call-style async --rpc-errors result --always-inline-types --skip-unsupported";
    for more in ["", "--builder native", "--wasm-rpc-version-override 1.0.16", "--add-import", "--features x,y"] {
        let sandbox = members(&["a", "b", "c-d"]);
        done(sandbox.run(&format!("initialize-workspace --link b=a,c-d=a,c-d=b {flags} {more}")));
        let with_settings = tree(&sandbox);
        let kept = settings(&sandbox);
        let manifest = read(&sandbox, "Cargo.toml");
        sandbox.write("Cargo.toml", manifest.replace(&format!("\n{kept}"), ""));
        let said = done(sandbox.run(UPDATE));
        let note = "note: the links and flags of the tasks in `Makefile.toml` become settings in `Cargo.toml`, \
                    `[workspace.metadata.wasm-rpc-stubgen]`\nWriting updated Cargo.toml to Cargo.toml\n";
        assert!(said.ends_with(note), "{more}: {said}");
        assert!(with_settings == tree(&sandbox), "{more}: {}", settings(&sandbox));
        sandbox.unchanged(UPDATE);
    }
}

/// The tutorial's workspace as the original tool left it: this `Makefile.toml`, and a stub of this call style.
fn original(makefile: &str, call_style: &str) -> Sandbox {
    let sandbox = tutorial();
    done(sandbox.run(&format!("generate -s purchase-history/wit -d purchase-history-stub --call-style {call_style}")));
    let stub = sandbox.path("purchase-history-stub");
    fs::remove_dir_all(stub.join("src")).expect("a folder");
    fs::remove_file(stub.join(".wasm-rpc-stubgen")).expect("a file");
    sandbox.write("purchase-history-stub/src/lib.rs", "#![allow(warnings)]\nmod bindings;\n");
    sandbox.write("purchase-history-stub/Cargo.toml", ORIGINAL_CRATE);
    let members = read(&sandbox, "Cargo.toml")
        .replace("    \"shopping-cart\"", "    \"purchase-history-stub\",\n    \"shopping-cart\"");
    sandbox.write("Cargo.toml", members);
    sandbox.write("Makefile.toml", makefile);
    sandbox
}

const MAKEFILE_1_0: &str = include_str!("../../stubgen-edit/tests/original.toml");
const MAKEFILE_2024_03: &str = include_str!("../../stubgen-edit/tests/original-2024-03.toml");
const TAKEN_OVER: &str = "note: the links and flags of the tasks in `Makefile.toml` become settings in `Cargo.toml`, ";

#[test]
fn a_workspace_of_1_0_is_taken_over_with_its_call_style() {
    let golem = MAKEFILE_1_0.replace("command = \"wasm-rpc-stubgen\"", "command = \"golem-cli\"");
    let golem = ["generate", "add-stub-dependency", "compose"].iter().fold(golem, |text, command| {
        text.replace(&format!("args = [\"{command}\""), &format!("args = [\"stubgen\", \"{command}\""))
    });
    for makefile in [MAKEFILE_1_0, &golem] {
        let sandbox = original(makefile, "async");
        let said = done(sandbox.run(UPDATE));
        assert!(said.contains(TAKEN_OVER) && said.contains(": the call style `async` is kept\n"), "{said}");
        assert!(!said.contains("warning: "), "{said}");
        let expected = "[workspace.metadata.wasm-rpc-stubgen]\ncall-style = \"async\"\n\n\
                        [workspace.metadata.wasm-rpc-stubgen.links]\nshopping-cart = [\"purchase-history\"]\n";
        assert_eq!(settings(&sandbox), expected);
        assert!(read(&sandbox, "purchase-history-stub/wit/_stub.wit").contains("blocking-get-orders: func()"));
        assert!(args(&sandbox, "generate-purchase-history-stub").ends_with("-stub --call-style async"));
        assert_eq!(read(&sandbox, "Makefile.toml").matches("category = ").count(), 14);
        again(&sandbox, UPDATE);
        done(sandbox.run("initialize-workspace --remove"));
        assert!(!sandbox.path("purchase-history-stub").exists());
        assert!(read(&sandbox, "Makefile.toml").ends_with("[tasks.mine]\ncommand = \"x\"\n"));
    }
}

#[test]
fn a_workspace_of_march_2024_is_taken_over() {
    let sandbox = original(MAKEFILE_2024_03, "sync");
    let said = done(sandbox.run(UPDATE));
    assert!(said.contains(TAKEN_OVER) && !said.contains("call style") && !said.contains("warning: "), "{said}");
    let expected = "[workspace.metadata.wasm-rpc-stubgen.links]\nshopping-cart = [\"purchase-history\"]\n";
    assert_eq!(settings(&sandbox), expected);
    let composed = args(&sandbox, "compose-shopping-cart");
    assert!(composed.ends_with("/wasm32-wasip2/debug/shopping_cart_composed.wasm"), "{composed}");
    assert!(!read(&sandbox, "Makefile.toml").contains("wasm32-wasi/"));
    again(&sandbox, UPDATE);
}

#[test]
fn the_original_workspace_can_become_sync_by_a_flag() {
    let sandbox = original(MAKEFILE_1_0, "async");
    let said = done(sandbox.run("initialize-workspace --link purchase-history=shopping-cart --call-style sync"));
    assert!(said.contains("warning: `call-style` changes from `async` to `sync`: all stubs change\n"), "{said}");
    assert!(!said.contains("is kept"), "{said}");
    let links = "[workspace.metadata.wasm-rpc-stubgen.links]\nshopping-cart = [\"purchase-history\"]\n\
                 purchase-history = [\"shopping-cart\"]\n";
    assert_eq!(settings(&sandbox), links);
    again(&sandbox, UPDATE);
}

#[test]
fn a_stub_of_the_original_without_its_tasks_keeps_its_call_style() {
    let sandbox = original(MAKEFILE_1_0, "async");
    fs::remove_file(sandbox.path("Makefile.toml")).expect("a file");
    let said = done(sandbox.run("initialize-workspace --link shopping-cart=purchase-history"));
    assert!(said.contains(": the call style `async` is kept\n") && !said.contains(TAKEN_OVER), "{said}");
    assert!(settings(&sandbox).contains("call-style = \"async\"\n"));
    // The settings are the memory then: a stub is what they say.
    sandbox.write("Cargo.toml", read(&sandbox, "Cargo.toml").replace("call-style = \"async\"\n", ""));
    let said = done(sandbox.run(UPDATE));
    assert!(said.contains("warning: `call-style` changes from `async` to `sync`"), "{said}");
    assert!(!read(&sandbox, "purchase-history-stub/wit/_stub.wit").contains("blocking-"));
}

#[test]
fn a_flag_of_the_run_that_takes_over_counts() {
    let sandbox = members(&["a", "b"]);
    done(sandbox.run("initialize-workspace --link b=a --call-style async"));
    let manifest = read(&sandbox, "Cargo.toml");
    sandbox.write("Cargo.toml", manifest.split("\n[workspace.metadata").next().unwrap_or_default());
    let said = done(sandbox.run("initialize-workspace --link a=b --call-style sync"));
    assert!(said.contains("warning: `call-style` changes from `async` to `sync`: all stubs change\n"), "{said}");
    assert_eq!(settings(&sandbox), "[workspace.metadata.wasm-rpc-stubgen.links]\nb = [\"a\"]\na = [\"b\"]\n");
    again(&sandbox, UPDATE);
}

#[test]
fn imports_are_added_to_the_worlds_that_the_callers_have() {
    let sandbox = members(&["target", "one", "two", "named"]);
    sandbox.write("two/wit/other.wit", "package my:two;\nworld other {}\n");
    sandbox.write("named/wit/other.wit", "package my:named;\nworld other {}\n");
    let component = "\n[package.metadata.component.target]\nworld = \"other\"\n";
    sandbox.write("named/Cargo.toml", read(&sandbox, "named/Cargo.toml") + component);
    done(sandbox.run("initialize-workspace --targets target --callers one two named --add-import"));
    for (caller, flags) in [
        ("one", "--overwrite --add-import"),
        ("two", "--overwrite --add-import --world two"),
        ("named", "--overwrite --update-cargo-toml --add-import --world other"),
    ] {
        let args = args(&sandbox, &format!("add-stub-dependency-target-{caller}"));
        assert!(args.ends_with(&format!("--dest-wit-root {caller}/wit {flags}")), "{args}");
        done(sandbox.run(&args));
        let world = if caller == "named" { "other" } else { "world" };
        let path = format!("{caller}/wit/{world}.wit");
        assert!(read(&sandbox, &path).contains("import my:target-stub/stub-target;"), "{path}");
    }
    again(&sandbox, UPDATE);
    sandbox.write("one/wit/world.wit", wit("a") + "world b {}\n");
    let said = sandbox.refused(UPDATE);
    assert!(said.starts_with("error: the WIT of `one` has several worlds: `a`, `b`\n"), "{said}");
}

#[test]
fn a_dry_run_says_what_goes_and_changes_nothing() {
    let sandbox = tutorial();
    done(sandbox.run("initialize-workspace --link shopping-cart=purchase-history"));
    let before = sandbox.listing();
    for (line, warning) in [
        ("--unlink shopping-cart=purchase-history", "warning: removing the stubs"),
        ("--remove-target purchase-history", "warning: removing the stubs"),
        ("--remove", "warning: removing the links from"),
        ("--call-style async", "warning: `call-style` changes"),
        ("--builder native", "warning: `builder` changes"),
    ] {
        let said = sandbox.run(&format!("{UPDATE} {line} --dry-run"));
        assert_eq!(said.code, Some(0), "{said:?}");
        assert!(said.stderr.contains(warning), "{said:?}");
        assert!(said.stdout.contains("Cargo.toml"), "{said:?}");
        assert!(before == sandbox.listing(), "{line}");
    }
    let said = sandbox.run("initialize-workspace --dry-run");
    assert!(said.stderr.is_empty() && said.stdout.lines().all(|line| line.starts_with("unchanged")), "{said:?}");
}
