//! Edits of a `Makefile.toml`.

use wasm_rpc_stubgen_edit::makefile::{Makefile, Task};

fn task(name: &str, dependencies: &[&str]) -> Task {
    Task {
        name: name.to_string(),
        dependencies: dependencies.iter().map(ToString::to_string).collect(),
        ..Task::default()
    }
}

fn run(name: &str, args: &[&str]) -> Task {
    Task {
        name: name.to_string(),
        cwd: Some(".".to_string()),
        command: Some("wasm-rpc-stubgen".to_string()),
        args: args.iter().map(ToString::to_string).collect(),
        ..Task::default()
    }
}

#[track_caller]
fn edited(text: &str, wanted: &[Task]) -> String {
    let after = Makefile::parse(text).expect("a Makefile").edit(wanted).expect("an edit");
    assert_ne!(after, text);
    let again = Makefile::parse(&after).expect("a Makefile").edit(wanted);
    assert_eq!(again.as_ref(), Ok(&after));
    after
}

const MINE: &str = "\
# mine
[env]
A = \"1\"

[tasks.build] # my build
command = 'make' # really

[tasks.deploy]
script = '''
deploy
'''

[other] # last
x = 1
# the end
";

#[test]
fn a_new_file_is_made_and_goes() {
    let long = ["compose"; 20];
    let wanted = [
        Task { name: "default".to_string(), alias: Some("build".to_string()), ..Task::default() },
        run("generate-a-stub", &["generate", "-s", "a/wit"]),
        run("compose-c", &long),
        task("flow", &["build", "post-build"]),
    ];
    let after = edited("", &wanted);
    insta::assert_snapshot!(after);
    assert_eq!(Makefile::parse(&after).expect("a Makefile").ours(), wanted);
    assert_eq!(Makefile::parse(&after).expect("a Makefile").edit(&[]), Ok(String::new()));
    assert_eq!(Makefile::parse("").expect("a Makefile").edit(&[]), Ok(String::new()));
}

#[test]
fn what_is_the_users_stays() {
    for before in [MINE.to_string(), MINE.trim_end().to_string(), format!("{MINE}[config]\nskip_core_tasks = true\n")] {
        let after = edited(&before, &[task("build", &["x"]), task("flow", &["build"]), task("default", &[])]);
        assert_eq!(Makefile::parse(&after).expect("a Makefile").users(), ["build", "deploy"]);
        let removed = Makefile::parse(&after).expect("a Makefile").edit(&[]);
        assert_eq!(removed, Ok(before), "{after}");
    }
    insta::assert_snapshot!(edited(MINE, &[task("build", &["x"]), task("flow", &["build"])]));
}

#[test]
fn a_task_of_ours_keeps_what_the_user_has_added() {
    let before = "[config]\ndefault_to_workspace = false\n\n[tasks.flow] # f\ncategory = \"wasm-rpc-stubgen\" # c\n\
                  dependencies = [ 'a' ] # d\nenv = { A = 1 }\n\n[tasks.gone]\ncategory = \"wasm-rpc-stubgen\"\n";
    let after = "[config]\ndefault_to_workspace = false\n\n[tasks.flow] # f\ncategory = \"wasm-rpc-stubgen\" # c\n\
                 dependencies = [\"a\", \"b\"] # d\nenv = { A = 1 }\n";
    assert_eq!(edited(before, &[task("flow", &["a", "b"])]), after);
    let kept = edited(before, &[task("flow", &["a"])]);
    assert!(kept.contains("dependencies = [ 'a' ] # d\n"), "{kept}");
}

#[test]
fn a_rewritten_value_keeps_its_comments() {
    let before = "[config]\ndefault_to_workspace = false\n\n[tasks.flow]\ncategory = \"wasm-rpc-stubgen\"\n# needed\n\
                  dependencies = [\n  # first\n  \"x\", # x\n  \"a\", # the a\n] # d\n";
    let after = before.replace("  \"x\", # x\n", "").replace("# the a\n", "# the a\n  \"b\",\n");
    assert_eq!(edited(before, &[task("flow", &["a", "b"])]), after);
    // In another order the comments are nobody's.
    let other = edited(&after, &[task("flow", &["b", "a"])]);
    assert!(other.ends_with("# needed\ndependencies = [\"b\", \"a\"] # d\n"), "{other}");
}

#[test]
fn the_users_comments_stay_where_a_task_of_ours_goes() {
    let mine = "[tasks.mine]\ncommand = \"x\"\n# tail of mine\n\n# about the flow\n";
    let flow = "[tasks.flow]\ncategory = \"wasm-rpc-stubgen\"\nworkspace = false\nalias = \"x\"\n";
    for rest in ["", "# the end\n", "\n[tasks.other]\ncommand = \"y\"\n"] {
        let left = edited(&format!("{mine}{flow}{rest}"), &[]);
        assert_eq!(left, format!("{mine}{rest}"));
    }
    let before = edited("", &[task("flow", &["a"])]);
    let left = edited(&before.replace("[tasks.flow]", "# about the flow\n[tasks.flow]"), &[]);
    assert_eq!(left, "\n# about the flow\n");
    let left = edited(&before.replace("[config]", "# all of it\n[config]"), &[]);
    assert_eq!(left, "# all of it\n");
    let left = edited(&before.replace("default_to", "# once\ndefault_to"), &[]);
    assert_eq!(left, "# once\n");
}

#[test]
fn a_file_of_comments_keeps_them_at_its_beginning() {
    for before in ["# how we build\n", "\n# how we build\n\n\n", "# how we build", "# one\n\n# two\n\n"] {
        let after = edited(before, &[task("flow", &["a"])]);
        assert!(after.starts_with(before), "{after}");
        let removed = Makefile::parse(&after).expect("a Makefile").edit(&[]);
        assert_eq!(removed, Ok(before.to_string()));
    }
}

#[test]
fn where_tasks_run_in_each_member_ours_say_that_they_do_not() {
    for config in ["[config]\ndefault_to_workspace = true\n", "config = { skip_core_tasks = true }\n"] {
        // The user's own tasks go on running as they did.
        let after = edited(config, &[task("flow", &["a"])]);
        assert!(after.starts_with(config), "{after}");
        assert!(after.contains("\ncategory = \"wasm-rpc-stubgen\"\nworkspace = false\n"), "{after}");
        assert_eq!(Makefile::parse(&after).expect("a Makefile").edit(&[]), Ok(config.to_string()));
    }
    let once = "[config]\ndefault_to_workspace = false\n";
    assert!(!edited(once, &[task("flow", &["a"])]).contains("workspace = false\ndep"));
    // What was ours stays where the user has built on it.
    let before = edited("", &[task("flow", &["a"])]);
    let left = edited(&format!("{before}\n[tasks.mine]\ncommand = \"x\"\n"), &[]);
    assert!(left.starts_with(once.trim_end()) && left.ends_with("\n\n[tasks.mine]\ncommand = \"x\"\n"), "{left}");
}

#[test]
fn tasks_can_be_inline() {
    let before = "tasks = { mine = { command = \"x\" } }\n";
    let after = edited(before, &[task("flow", &["a"])]);
    assert!(
        after.starts_with(
            "tasks = { mine = { command = \"x\" }, flow = { category = \"wasm-rpc-stubgen\", workspace = false, dependencies = [\"a\"] } }\n"
        ),
        "{after}"
    );
    assert_eq!(Makefile::parse(&after).expect("a Makefile").edit(&[]), Ok(before.to_string()));
}

/// Word for word what the tool of 2024 writes for one target and one caller, with a task of the user's.
const ORIGINAL: &str = include_str!("original.toml");

#[test]
fn the_tasks_of_the_original_are_ours() {
    let makefile = Makefile::parse(ORIGINAL).expect("a Makefile");
    assert_eq!(makefile.users(), ["mine"]);
    assert_eq!(makefile.ours().len(), 14);
    let golem = ORIGINAL
        .replace("\"wasm-rpc-stubgen\"", "\"golem-cli\"")
        .replace("args = [\"gen", "args = [\"stubgen\", \"gen");
    assert_eq!(Makefile::parse(&golem).expect("a Makefile").ours().len(), 14);
    let left = "[config]\ndefault_to_workspace = false\n\n[tasks.mine]\ncommand = \"x\"\n";
    assert_eq!(makefile.clone().edit(&[]), Ok(left.to_string()));
    // What was changed since is the user's.
    let mut changed = ORIGINAL.replace("args = [\"clean\"]", "args = [\"clean\", \"-v\"]");
    assert_eq!(Makefile::parse(&changed).expect("a Makefile").users(), ["clean", "mine"]);
    changed = ORIGINAL.replace("alias = \"build\"", "alias = \"build\"\nprivate = false");
    assert_eq!(Makefile::parse(&changed).expect("a Makefile").users(), ["default", "mine"]);
    // Without the one that is unmistakable, nothing is.
    changed = ORIGINAL.replace("\"-d\"", "\"--dest\"");
    assert!(Makefile::parse(&changed).expect("a Makefile").ours().is_empty());
}

/// In March 2024, the files of components had other names.
#[test]
fn the_tasks_of_march_2024_are_ours() {
    let makefile = Makefile::parse(include_str!("original-2024-03.toml")).expect("a Makefile");
    assert_eq!(makefile.users(), ["mine"]);
    assert_eq!(makefile.ours().len(), 14);
    let mixed = ORIGINAL.replace("debug/shopping_cart_composed", "debug/shopping-cart-composed");
    assert_eq!(Makefile::parse(&mixed).expect("a Makefile").users(), ["compose-shopping-cart", "mine"]);
}

#[test]
fn what_cannot_be_edited_is_refused() {
    for (text, message, position) in [
        ("[tasks.a]\n[tasks.a]\n", "not valid TOML: duplicate key", Some("2:8")),
        ("tasks = 1", "`tasks` is an integer, not a table", None),
        ("[tasks]\na = 1", "`tasks.a` is an integer, not a table", None),
        ("config = []", "`config` is an array, not a table", None),
    ] {
        let error = Makefile::parse(text).expect_err("no edit");
        assert_eq!(error.to_string(), message);
        assert_eq!(error.position.map(|position| position.to_string()).as_deref(), position);
    }
}
