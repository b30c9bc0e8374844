//! `initialize-workspace` through the binary, on workspaces that cargo itself describes: what is written, what stays,
//! what goes again, what is refused.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::Sandbox;
use common::workspace::{
    ORIGINAL_CRATE, TUTORIAL, WORKSPACE, again, done, member, members, read, settings, tree, tutorial, wit,
    without_settings,
};

#[test]
fn the_tutorial() {
    let sandbox = tutorial();
    let before = tree(&sandbox);
    let said = done(sandbox.run(TUTORIAL));
    assert!(said.starts_with("Generating initial stub for purchase-history\nGenerating Cargo.toml to "), "{said}");
    let end = "Writing updated Cargo.toml to Cargo.toml\nWriting cargo-make Makefile to Makefile.toml\n";
    assert!(said.ends_with(end), "{said}");
    insta::assert_snapshot!("the_tutorial_manifest", read(&sandbox, "Cargo.toml"));
    insta::assert_snapshot!("the_tutorial_makefile", read(&sandbox, "Makefile.toml"));
    let generated = Sandbox::with_history();
    done(generated.run("generate -s wit -d purchase-history-stub"));
    for path in ["Cargo.toml", "src/lib.rs", "wit/_stub.wit"] {
        let path = format!("purchase-history-stub/{path}");
        assert_eq!(read(&sandbox, &path), read(&generated, &path));
    }
    again(&sandbox, TUTORIAL);
    let said = done(sandbox.run("initialize-workspace --remove"));
    let warnings = "warning: removing the links from `shopping-cart` to `purchase-history`\n\
                    hint: the stubs' WIT stays in `deps` of `shopping-cart`: the code may use it\n\
                    warning: removing the stubs `purchase-history-stub` and their tasks\nWriting updated Cargo.toml to Cargo.toml\n";
    assert!(said.starts_with(warnings), "{said}");
    assert!(before == tree(&sandbox));
    let said = done(sandbox.run("initialize-workspace --remove"));
    assert_eq!(said, "note: found no settings and no tasks of wasm-rpc-stubgen to remove\n");
}

#[test]
fn the_native_layout_has_no_crate_and_the_way_back_is_a_run() {
    let sandbox = tutorial();
    let before = tree(&sandbox);
    done(sandbox.run(TUTORIAL));
    let with_crate = tree(&sandbox);
    let native = format!("{TUTORIAL} --builder native");
    let said = done(sandbox.run(&native));
    assert!(said.starts_with("warning: `builder` changes from `cargo` to `native`: all stubs change\n"), "{said}");
    assert_eq!(without_settings(&sandbox), WORKSPACE);
    assert!(settings(&sandbox).starts_with("[workspace.metadata.wasm-rpc-stubgen]\nbuilder = \"native\"\n\n["));
    assert!(sandbox.path("purchase-history-stub/wit/_stub.wit").is_file());
    let left = fs::read_dir(sandbox.path("purchase-history-stub")).expect("a folder").count();
    assert_eq!(left, 1, "nothing but `wit`");
    insta::assert_snapshot!("the_native_makefile", read(&sandbox, "Makefile.toml"));
    again(&sandbox, &native);
    again(&sandbox, TUTORIAL);
    let back = "initialize-workspace --builder cargo";
    done(sandbox.run(back));
    assert!(with_crate == tree(&sandbox));
    again(&sandbox, back);
    done(sandbox.run(&native));
    done(sandbox.run("initialize-workspace --remove"));
    assert!(before == tree(&sandbox));
}

#[test]
fn a_root_package_folders_that_are_named_otherwise_and_patterns() {
    let sandbox = Sandbox::new();
    member(&sandbox, ".", "app", &wit("app"));
    let root = read(&sandbox, "Cargo.toml");
    sandbox.write("Cargo.toml", format!("{root}\n[workspace]\nmembers = [\"parts/*\"]\n"));
    member(&sandbox, "parts/one", "first", &wit("first"));
    member(&sandbox, "parts/two", "second", &wit("second"));
    let before = tree(&sandbox);
    let line = "initialize-workspace --targets app parts/one --callers app second";
    done(sandbox.run(line));
    let members = "members = [\"parts/*\", \"app-stub\"]\n";
    assert!(without_settings(&sandbox).ends_with(members), "{}", read(&sandbox, "Cargo.toml"));
    insta::assert_snapshot!("a_root_package_makefile", read(&sandbox, "Makefile.toml"));
    again(&sandbox, line);
    let native = format!("{line} --builder native");
    done(sandbox.run(&native));
    let manifest = without_settings(&sandbox);
    assert!(manifest.ends_with("members = [\"parts/*\"]\nexclude = [\"parts/one-stub\"]\n"), "{manifest}");
    again(&sandbox, &native);
    done(sandbox.run("initialize-workspace --builder cargo"));
    assert!(without_settings(&sandbox).ends_with(members));
    again(&sandbox, line);
    done(sandbox.run("initialize-workspace --remove"));
    assert!(before == tree(&sandbox));
}

#[test]
fn members_that_are_named_in_an_excluded_folder_have_stubs_beside_them() {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", "[workspace]\nmembers = [\"crates/a\", \"./crates/b\"]\nexclude = [\"crates\"]\n");
    member(&sandbox, "crates/a", "a", &wit("a"));
    member(&sandbox, "crates/b", "b", &wit("b"));
    let before = tree(&sandbox);
    let line = "initialize-workspace --targets a --callers b";
    done(sandbox.run(line));
    let manifest = read(&sandbox, "Cargo.toml");
    assert!(manifest.contains("members = [\"crates/a\", \"./crates/b\", \"crates/a-stub\"]\n"), "{manifest}");
    again(&sandbox, line);
    done(sandbox.run("initialize-workspace --remove"));
    assert!(before == tree(&sandbox));
}

#[test]
fn names_of_tasks_that_would_be_the_same_are_refused() {
    let sandbox = members(&["a", "b-c", "a-b", "c"]);
    let said = sandbox.refused("initialize-workspace --link b-c=a c=a-b");
    assert!(
        said.starts_with(
            "error: two tasks in `Makefile.toml` would be called `add-stub-dependency-a-b-c`\nhint: rename one"
        ),
        "{said}"
    );
}

/// A file of the user's, with two tasks that we want, too.
const MAKEFILE: &str = "\
# how we build
[env]
LEVEL = \"1\"

[tasks.build] # with care
script = \"make\"

[tasks.default]
alias = \"build\"

[tasks.deploy]
dependencies = [ 'build' ] # first
";

#[test]
fn what_is_the_users_in_the_makefile_stays() {
    let sandbox = tutorial();
    sandbox.write("Makefile.toml", MAKEFILE);
    let before = tree(&sandbox);
    let said = done(sandbox.run(TUTORIAL));
    let warning = "warning: your task `build` in `Makefile.toml` is kept\nhint: the flow runs yours: make it depend on \
                   `regenerate-stubs`, and run `cargo build --target wasm32-wasip2 --package purchase-history --package \
                   purchase-history-stub --package shopping-cart`; to replace it, add `category = \"wasm-rpc-stubgen\"` to \
                   it";
    assert!(said.contains(warning), "{said}");
    assert!(said.contains("warning: your task `default` in `Makefile.toml` is kept\n"), "{said}");
    assert!(said.contains("\nOverwriting cargo-make Makefile Makefile.toml\n"), "{said}");
    let makefile = read(&sandbox, "Makefile.toml");
    assert!(makefile.starts_with(MAKEFILE) && makefile.contains("\nworkspace = false\n"), "{makefile}");
    assert!(!makefile.contains("[config]"), "{makefile}");
    done(sandbox.run("initialize-workspace --remove"));
    assert!(before == tree(&sandbox));
}

#[test]
fn the_workspace_of_the_original_is_taken_over() {
    let sandbox = tutorial();
    sandbox.write("Makefile.toml", include_str!("../../stubgen-edit/tests/original.toml"));
    let caller = "# the caller\n";
    let manifest = read(&sandbox, "Cargo.toml").replace(caller, &format!("{caller}    \"purchase-history-stub\",\n"));
    sandbox.write("Cargo.toml", &manifest);
    sandbox.write("purchase-history-stub/Cargo.toml", ORIGINAL_CRATE);
    for (path, content) in
        [("src/lib.rs", "#![allow(warnings)]\nmod bindings;"), ("src/bindings.rs", ""), ("wit/_stub.wit", "old")]
    {
        sandbox.write(&format!("purchase-history-stub/{path}"), content);
    }
    done(sandbox.run(TUTORIAL));
    assert_eq!(without_settings(&sandbox), manifest);
    assert!(!sandbox.path("purchase-history-stub/src/bindings.rs").exists());
    assert!(read(&sandbox, "purchase-history-stub/Cargo.toml").starts_with("# @generated by wasm-rpc-stubgen "));
    let makefile = read(&sandbox, "Makefile.toml");
    assert!(!makefile.contains("cargo-component") && !makefile.contains("wasm32-wasi/"), "{makefile}");
    assert_eq!(makefile.matches("category = ").count(), 14, "{makefile}");
    assert!(makefile.contains("\n[tasks.mine]\ncommand = \"x\"\n"), "{makefile}");
    again(&sandbox, TUTORIAL);
    // A stub's crate without our mark could be anything.
    sandbox.write(
        "purchase-history-stub/Cargo.toml",
        "[package]\nname = \"purchase-history-stub\"\nversion = \"0.0.1\"\n",
    );
    let said = sandbox.refused(TUTORIAL);
    let error = "error: `purchase-history-stub` is not empty and was not generated by wasm-rpc-stubgen\nhint: ";
    assert!(said.starts_with(error), "{said}");
}

#[test]
fn crates_of_both_kinds_are_built_by_their_tools() {
    let sandbox = members(&["a", "b"]);
    let metadata = "\n[package.metadata.component]\npackage = \"my:b\"\n\n[package.metadata.component.target]\n\
                    path = \"def\"\nworld = \"b\"\n";
    sandbox.write("b/Cargo.toml", read(&sandbox, "b/Cargo.toml") + metadata);
    sandbox.write("b/def/b.wit", wit("b") + "world other {}\n");
    done(sandbox.run("initialize-workspace --targets a b --callers b --call-style async --rpc-errors result"));
    insta::assert_snapshot!("both_kinds_makefile", read(&sandbox, "Makefile.toml"));
}

#[test]
fn a_caller_may_say_its_wit_by_a_file_or_an_absolute_path() {
    let sandbox = members(&["a", "b"]);
    let manifest = read(&sandbox, "b/Cargo.toml");
    let elsewhere = testkit::portable(&sandbox.path("elsewhere").to_string_lossy());
    sandbox.write("elsewhere/b.wit", wit("b"));
    sandbox.write("b/b.wit", wit("b"));
    let file = format!("{elsewhere}/b.wit");
    for (path, folder) in
        [("wit/world.wit", "b/wit"), ("b.wit", "b"), (&*elsewhere, &*elsewhere), (&*file, &*elsewhere)]
    {
        let target = format!("\n[package.metadata.component.target]\npath = \"{path}\"\n");
        sandbox.write("b/Cargo.toml", format!("{manifest}{target}"));
        done(sandbox.run("initialize-workspace --targets a --callers b"));
        let makefile = read(&sandbox, "Makefile.toml");
        assert!(makefile.contains(&format!("\"--dest-wit-root\",\n    \"{folder}\",\n")), "{path}: {makefile}");
    }
}

#[test]
fn callers_without_wit_are_refused_with_the_other_errors() {
    let sandbox = members(&["a", "b", "c"]);
    for folder in ["b", "c"] {
        fs::remove_dir_all(sandbox.path(&format!("{folder}/wit"))).expect("it is there");
    }
    let said = sandbox.refused("initialize-workspace --targets a d --callers b c");
    let errors: Vec<&str> = said.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(
        errors,
        [
            "error: the workspace has no member `d`",
            "error: the caller `b` has no WIT in `b/wit`",
            "error: the caller `c` has no WIT in `c/wit`",
        ]
    );
    assert!(said.contains("\nhint: write its world there, or set `path` in its `[package.metadata."), "{said}");
}

#[test]
fn a_folder_can_be_spelled_in_many_ways() {
    let sandbox = tutorial();
    done(sandbox.run(TUTORIAL));
    let absolute = sandbox.path("shopping-cart").display().to_string();
    for (target, caller) in
        [("./purchase-history/.", "shopping-cart/"), ("shopping-cart/../purchase-history", &*absolute)]
    {
        again(&sandbox, &format!("initialize-workspace --targets {target} --callers {caller}"));
    }
    sandbox.refused("initialize-workspace --targets purchase-history/wit --callers shopping-cart");
}

#[test]
fn every_error_of_the_targets_is_told() {
    let sandbox = members(&["a", "b", "c"]);
    sandbox.write("a/wit/world.wit", "package my:a; world a { import f: func(); }");
    sandbox.write("b/wit/world.wit", "package my:b; world");
    let line = "initialize-workspace --targets a,b --callers c";
    let said = sandbox.refused(line);
    assert_eq!(said.matches("error: ").count(), 2, "{said}");
    assert!(said.contains("b/wit/world.wit:1:"), "{said}");
    let manifest = read(&sandbox, "Cargo.toml");
    sandbox.write("Cargo.toml", format!("{manifest}exclude = [\"a-stub\"]\n"));
    let said = sandbox.refused(line);
    assert_eq!(said.matches("error: ").count(), 3, "{said}");
    assert!(said.contains("error: `a-stub` cannot become a member of the workspace: "), "{said}");
}

#[test]
fn stubs_with_one_name_need_the_native_layout() {
    let sandbox = members(&["a", "b", "x-stub"]);
    for folder in ["a", "b"] {
        sandbox
            .write(&format!("{folder}/wit/world.wit"), format!("package my:{folder}; world x {{ export f: func(); }}"));
    }
    let line = "initialize-workspace --targets a b --callers x-stub";
    let said = sandbox.refused(line);
    insta::assert_snapshot!("stubs_with_one_name", said);
    done(sandbox.run(&format!("{line} --builder native")));
    again(&sandbox, &format!("{line} --builder native"));
}

#[test]
fn a_stub_that_cargo_misses_is_an_error_with_a_hint() {
    let sandbox = tutorial();
    done(sandbox.run(TUTORIAL));
    let with_stub = tree(&sandbox);
    fs::remove_dir_all(sandbox.path("purchase-history-stub")).expect("it exists");
    let said = sandbox.refused(TUTORIAL);
    let hint =
        "hint: if a stub is missing or incomplete, remove its folder and its entry in `members`, and run the command";
    assert!(said.starts_with("error: cargo cannot load the workspace: ") && said.contains(hint), "{said}");
    sandbox.write("Cargo.toml", WORKSPACE);
    done(sandbox.run(TUTORIAL));
    assert!(with_stub == tree(&sandbox));
}

/// A run that is killed leaves the files that it has changed so far. cargo loads that, and the next run completes it.
#[test]
fn an_interrupted_run_is_completed_by_the_next() {
    let native = format!("{TUTORIAL} --builder native");
    for (before, line) in [
        ("", TUTORIAL),
        ("", &*native),
        (TUTORIAL, &*native),
        (&*native, "initialize-workspace --builder cargo"),
        (TUTORIAL, "initialize-workspace --remove"),
        (&*native, "initialize-workspace --remove"),
        (TUTORIAL, "initialize-workspace --unlink shopping-cart=purchase-history"),
        (&*native, "initialize-workspace --remove-target purchase-history"),
        (TUTORIAL, "initialize-workspace --link purchase-history=shopping-cart"),
    ] {
        let start = || {
            let sandbox = tutorial();
            if !before.is_empty() {
                done(sandbox.run(before));
            }
            sandbox
        };
        let finished = start();
        let plan = finished.run(&format!("{line} --dry-run")).stdout;
        done(finished.run(line));
        let changes: Vec<&str> = plan.lines().filter(|step| !step.starts_with("unchanged")).collect();
        let paths: Vec<&str> = changes.iter().filter_map(|step| step.split_whitespace().nth(1)).collect();
        for count in 1..paths.len() {
            let sandbox = start();
            for path in &paths[..count] {
                match fs::read(finished.path(path)) {
                    Ok(content) => sandbox.write(path, content),
                    Err(_) => remove(&sandbox.path(path)),
                }
            }
            done(sandbox.run(line));
            let (found, expected) = (relative(&sandbox), relative(&finished));
            assert!(found == expected, "{line} after {:?}: {:?}", &paths[..count], found.keys());
        }
    }
}

/// Removes a file, and the directories that are empty without it.
fn remove(path: &Path) {
    fs::remove_file(path).expect("it exists");
    let _ = path.ancestors().skip(1).try_for_each(fs::remove_dir);
}

/// All files by their paths in the sandbox.
fn relative(sandbox: &Sandbox) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = sandbox.path("");
    let name = |path: PathBuf| path.strip_prefix(&root).expect("below the root").to_path_buf();
    tree(sandbox).into_iter().map(|(path, content)| (name(path), content)).collect()
}

#[test]
fn the_style_of_files_is_kept() {
    let sandbox = tutorial();
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    sandbox.write("Cargo.toml", windows(WORKSPACE));
    sandbox.write("Makefile.toml", windows(MAKEFILE));
    let before = tree(&sandbox);
    done(sandbox.run(TUTORIAL));
    for path in ["Cargo.toml", "Makefile.toml"] {
        let text = read(&sandbox, path);
        assert!(text.starts_with('\u{feff}'), "{path}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}");
        assert!(text.contains("purchase-history-stub"), "{path}");
    }
    done(sandbox.run("initialize-workspace --remove"));
    assert!(before == tree(&sandbox));
}

#[test]
fn a_dry_run_prints_the_plan() {
    let sandbox = tutorial();
    let before = sandbox.listing();
    let said = sandbox.run(&format!("{TUTORIAL} --dry-run"));
    assert_eq!((said.code, &*said.stderr), (Some(0), ""), "{said:?}");
    assert!(said.stdout.starts_with("create    purchase-history-stub/.wasm-rpc-stubgen ("), "{}", said.stdout);
    assert!(said.stdout.contains("\nupdate    Cargo.toml (") && said.stdout.contains("\ncreate    Makefile.toml ("));
    assert!(before == sandbox.listing());
}

#[test]
fn a_changed_stub_is_the_users_when_it_goes() {
    let sandbox = tutorial();
    done(sandbox.run(TUTORIAL));
    sandbox.write("purchase-history-stub/src/mine.rs", "// mine");
    let planned = sandbox.run("initialize-workspace --remove --dry-run").stderr;
    assert!(planned.contains("warning: `purchase-history-stub` stays because it contains"), "{planned}");
    let said = done(sandbox.run("initialize-workspace --remove"));
    assert!(said.contains("warning: `purchase-history-stub` stays because it contains"), "{said}");
    assert!(sandbox.path("purchase-history-stub/src/mine.rs").is_file());
    assert!(!sandbox.path("purchase-history-stub/Cargo.toml").exists());
    assert_eq!(read(&sandbox, "Cargo.toml"), WORKSPACE);
}

#[test]
fn a_native_stub_goes_from_beside_the_users_files() {
    let sandbox = tutorial();
    let native = format!("{TUTORIAL} --builder native");
    done(sandbox.run(&native));
    sandbox.write("purchase-history-stub/README.md", "mine");
    again(&sandbox, &native);
    let said = done(sandbox.run("initialize-workspace --remove"));
    assert!(said.contains("Removing purchase-history-stub/wit/_stub.wit\n"), "{said}");
    let warning = "warning: `purchase-history-stub` stays because it contains other or modified files\n\
                   hint: remove it if you do not need it\n";
    assert!(said.contains(warning), "{said}");
    assert_eq!(sandbox.tree("purchase-history-stub").into_keys().collect::<Vec<_>>(), ["README.md"]);
    assert!(!sandbox.path("purchase-history-stub/wit").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused_in_each_layout() {
    let sandbox = tutorial();
    sandbox.write("purchase-history-stub/package.json", "{}");
    sandbox.write("purchase-history-stub/wit/_stub.wit", "package my:own;\n");
    for builder in ["cargo", "native"] {
        let said = sandbox.refused(&format!("{TUTORIAL} --builder {builder}"));
        let error = "error: `purchase-history-stub` is not empty and was not generated by wasm-rpc-stubgen\n";
        assert!(said.starts_with(error), "{said}");
    }
    fs::remove_dir_all(sandbox.path("purchase-history-stub")).expect("it is ours");
    done(sandbox.run(&format!("{TUTORIAL} --builder native")));
    sandbox.write("purchase-history-stub/wit/_stub.wit", "package my:own;\n");
    for builder in ["cargo", "native"] {
        let said = sandbox.run(&format!("{TUTORIAL} --builder {builder}"));
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.stderr.contains("error: `purchase-history-stub"), "{said:?}");
    }
    assert_eq!(read(&sandbox, "purchase-history-stub/wit/_stub.wit"), "package my:own;\n");
}

#[cfg(unix)]
#[test]
fn the_tasks_call_the_program_as_it_was_called() {
    let sandbox = tutorial();
    let link = sandbox.path("golem-cli");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"), &link).expect("a link");
    let line = format!("stubgen {TUTORIAL} --wasm-rpc-version-override 1.0.16");
    done(common::Said::of(sandbox.command_of(&link, &line).output()));
    let makefile = read(&sandbox, "Makefile.toml");
    let args = "command = \"golem-cli\"\nargs = [\n    \"stubgen\",\n    \"generate\",";
    assert!(makefile.contains(args), "{makefile}");
    assert!(makefile.contains("\n    \"--wasm-rpc-version-override\",\n    \"1.0.16\",\n"), "{makefile}");
}

/// Whether cargo-make is there decides about nothing but a hint.
#[cfg(unix)]
#[test]
fn who_has_cargo_make_is_told_of_its_own_build_flow_once() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = tutorial();
    let cargo = env!("CARGO");
    sandbox.write("bin/cargo", format!("#!/bin/sh\n[ \"$1\" != make ] || exit 101\nexec {cargo} \"$@\"\n"));
    let executable = |path: &str| {
        fs::set_permissions(sandbox.path(path), fs::Permissions::from_mode(0o755)).expect("it is ours");
    };
    executable("bin/cargo");
    let run = || {
        let mut command = sandbox.command(TUTORIAL);
        command.env("PATH", format!("{}:/bin:/usr/bin", sandbox.path("bin").display()));
        common::Said::of(command.env("CARGO", sandbox.path("bin/cargo")).output()).done()
    };
    assert!(run().ends_with("Writing cargo-make Makefile to Makefile.toml\n"));
    fs::remove_file(sandbox.path("Makefile.toml")).expect("a file");
    sandbox.write("bin/cargo-make", "#!/bin/sh\n");
    executable("bin/cargo-make");
    let note = "note: run `cargo make build-flow` in this folder only: in the folder of a member, it runs cargo-make's own \
                flow, which cleans the workspace and reformats your code\n\
                hint: the command `flow` runs in any folder of the workspace\n";
    assert!(run().ends_with(note));
    assert_eq!(run(), "");
}

const SHOP: &str = "\
package acme:shop;

interface types { record item { id: u32 } }
interface api { use types.{item}; get: func() -> item; }
interface admin { use types.{item}; put: func(i: item); }

world orders { export api; }
world stock { export admin; }
";

/// Two targets that are worlds of one package, each named like its world.
fn shop() -> Sandbox {
    let sandbox = members(&["orders", "stock", "caller"]);
    for member in ["orders", "stock"] {
        sandbox.write(&format!("{member}/wit/world.wit"), SHOP);
    }
    sandbox
}

#[test]
fn two_targets_are_worlds_of_one_package() {
    for builder in ["cargo", "native"] {
        let sandbox = shop();
        let line = format!("initialize-workspace --targets orders stock --callers caller --builder {builder}");
        done(sandbox.run(&line));
        let makefile: String = read(&sandbox, "Makefile.toml").split_whitespace().collect();
        for world in ["orders", "stock"] {
            assert!(makefile.contains(&format!("\"-w\",\"{world}\"")), "{makefile}");
            assert!(
                read(&sandbox, &format!("{world}-stub/wit/_stub.wit")).contains(&format!("interface stub-{world} "))
            );
        }
        again(&sandbox, &line);
        // As the tasks do it, twice.
        let add = |world: &str| {
            format!("add-stub-dependency -q --stub-wit-root {world}-stub/wit --dest-wit-root caller/wit --overwrite")
        };
        for world in ["orders", "stock"] {
            done(sandbox.run(&add(world)));
        }
        sandbox.age();
        let before = sandbox.listing();
        for world in ["orders", "stock"] {
            done(sandbox.run(&add(world)));
        }
        assert!(before == sandbox.listing());
        let stubs = ["_stub.wit", "_stub-stock.wit"]
            .map(|file| sandbox.path(&format!("caller/wit/deps/acme_shop-stub/{file}")));
        assert!(stubs.iter().all(|file| file.is_file()));
    }
}

#[test]
fn a_target_of_several_worlds_needs_a_name() {
    let sandbox = members(&["shop", "caller"]);
    sandbox.write("shop/wit/world.wit", SHOP);
    let said = sandbox.refused("initialize-workspace --targets shop --callers caller");
    let expected = "error: the WIT of `shop` has several worlds: `orders`, `stock`\n\
                    hint: name the package like its world, or set `world` in its `[package.metadata.component.target]`\n";
    assert_eq!(said, expected);
    let manifest = read(&sandbox, "shop/Cargo.toml") + "\n[package.metadata.component.target]\nworld = \"stock\"\n";
    sandbox.write("shop/Cargo.toml", manifest);
    done(sandbox.run("initialize-workspace --targets shop --callers caller"));
    assert!(read(&sandbox, "shop-stub/wit/_stub.wit").contains("interface stub-stock "));
}
