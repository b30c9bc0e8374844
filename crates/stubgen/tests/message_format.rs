//! `--message-format json`: every line on stdout is an object, the last one says how the run ended, and stderr is empty.

mod common;
#[path = "common/shop.rs"]
mod shop;

use common::{Sandbox, workspace};
use serde_json::{Value, json};
use shop::BUILD;

/// The fields of each reason, as `docs/output.md` lists them.
const FIELDS: [(&str, &[&str]); 9] = [
    ("artifact", &["kind", "path", "change", "dry_run"]),
    ("compiling", &["target"]),
    ("diagnostic", &["level", "message", "location", "excerpt", "items", "hint", "rendered"]),
    ("finished", &["success", "exit_code", "next"]),
    ("import", &["name"]),
    ("initial-stub", &["target"]),
    ("plug", &["importer", "import", "stub", "export"]),
    ("step", &["step", "stub", "caller", "packages", "component", "changed", "seconds"]),
    ("text", &["text"]),
];

/// The messages of a run, which has this exit code.
#[track_caller]
fn messages(sandbox: &Sandbox, line: &str, code: i32) -> Vec<Value> {
    let said = sandbox.run(&format!("{line} --message-format json"));
    assert_eq!((said.code, &*said.stderr), (Some(code), ""), "{line}: {said:?}");
    let messages: Vec<Value> = said.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    for message in &messages {
        let fields = message.as_object().expect("an object");
        let reason = message["reason"].as_str().expect("a reason");
        let (_, known) = FIELDS.iter().find(|(name, _)| *name == reason).expect(reason);
        let mut expected: Vec<&str> = known.iter().copied().chain(["reason"]).collect();
        expected.sort_unstable();
        assert_eq!(fields.keys().collect::<Vec<_>>(), expected, "{line}: {message}");
    }
    assert!(said.stdout.lines().all(|line| line.starts_with("{\"reason\":")), "{line}: {said:?}");
    let last = messages.last().expect("a message");
    assert_eq!(last["reason"], "finished", "{line}");
    assert_eq!((&last["success"], &last["exit_code"]), (&json!(code == 0), &json!(code)), "{line}");
    messages
}

fn of<'a>(messages: &'a [Value], reason: &str) -> Vec<&'a Value> {
    messages.iter().filter(|message| message["reason"] == reason).collect()
}

/// Kind, path and change of each file.
fn artifacts(messages: &[Value]) -> Vec<[&str; 3]> {
    of(messages, "artifact")
        .into_iter()
        .map(|message| ["kind", "path", "change"].map(|field| message[field].as_str().expect("a text")))
        .collect()
}

#[test]
fn files_of_each_command() {
    let sandbox = shop::shop();
    let built = messages(&sandbox, BUILD, 0);
    assert!(artifacts(&built).contains(&["stub-component", "history-stub.wasm", "create"]), "{built:?}");
    assert!(artifacts(&built).contains(&["stub-wit", "history-stub/wit/_stub.wit", "create"]), "{built:?}");
    let next = "wasm-rpc-stubgen add-stub-dependency -s history-stub/wit -d CALLER/wit";
    assert_eq!(built.last().expect("a message")["next"], next);
    let again = messages(&sandbox, &format!("-qq {BUILD}"), 0);
    assert_eq!(artifacts(&again).len(), artifacts(&built).len());
    assert!(artifacts(&again).iter().all(|[_, _, change]| *change == "unchanged"), "{again:?}");
    assert_eq!(again.last().expect("a message")["next"], Value::Null);

    let generated = messages(&sandbox, "generate -s history/wit -d crate", 0);
    assert!(artifacts(&generated).contains(&["stub-manifest", "crate/Cargo.toml", "create"]), "{generated:?}");
    assert!(artifacts(&generated).contains(&["stub-source", "crate/src/lib.rs", "create"]), "{generated:?}");

    let add = "add-stub-dependency -s history-stub/wit -d cart/wit --add-import";
    let planned = messages(&sandbox, &format!("{add} --dry-run"), 0);
    let added = messages(&sandbox, add, 0);
    assert!(of(&planned, "artifact").iter().all(|message| message["dry_run"] == true), "{planned:?}");
    assert!(of(&added, "artifact").iter().all(|message| message["dry_run"] == false), "{added:?}");
    assert_eq!(artifacts(&planned), artifacts(&added));
    assert!(artifacts(&added).contains(&["caller-wit", "cart/wit/cart.wit", "update"]), "{added:?}");
    let list = "cart/wit/deps/shopping_purchase-history-stub/.wasm-rpc-stubgen";
    assert!(artifacts(&added).contains(&["stub-list", list, "create"]), "{added:?}");
}

#[test]
fn compositions() {
    let sandbox = shop::shop();
    sandbox.run(BUILD).done();
    let line = "compose --source-wasm cart.wasm --stub-wasm history-stub.wasm --dest-wasm out/c.wasm";
    for (line, dry_run) in [(format!("{line} --dry-run"), true), (line.to_string(), false)] {
        let composed = messages(&sandbox, &line, 0);
        let import = "shopping:purchase-history-stub/stub-purchase-history";
        let plug = json!({"reason": "plug", "importer": "cart.wasm", "import": import, "stub": "history-stub.wasm", "export": import});
        assert_eq!(of(&composed, "plug"), [&plug]);
        let file = json!({"reason": "artifact", "kind": "composed-component", "path": "out/c.wasm", "change": "create", "dry_run": dry_run});
        assert_eq!(of(&composed, "artifact"), [&file]);
        assert!(of(&composed, "import").iter().any(|import| import["name"] == "golem:rpc/types@0.1.0"), "{composed:?}");
    }
    let unused = messages(&sandbox, &line.replace("cart.wasm", "history.wasm"), 0);
    assert_eq!(of(&unused, "diagnostic")[0]["level"], "warning");
}

#[test]
fn workspaces() {
    let sandbox = shop::shop();
    sandbox.write("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"history\", \"cart\"]\n");
    for name in ["history", "cart"] {
        let manifest =
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n");
        sandbox.write(&format!("{name}/Cargo.toml"), manifest);
        sandbox.write(&format!("{name}/src/lib.rs"), "");
    }
    let line = "initialize-workspace --targets history --callers cart";
    let planned = messages(&sandbox, &format!("{line} --dry-run"), 0);
    let done = messages(&sandbox, line, 0);
    assert_eq!(artifacts(&planned), artifacts(&done));
    assert!(artifacts(&done).contains(&["makefile", "Makefile.toml", "create"]), "{done:?}");
    assert!(artifacts(&done).contains(&["workspace-manifest", "Cargo.toml", "update"]), "{done:?}");
    assert_eq!(of(&done, "initial-stub")[0]["target"], "history");
    assert_eq!(done.last().expect("a message")["next"], "wasm-rpc-stubgen flow");
    let outdated = messages(&sandbox, "flow --check", 1);
    let files = of(&outdated, "artifact");
    assert!(files.iter().all(|file| file["kind"] == "file" && file["dry_run"] == true), "{outdated:?}");
    assert!(
        !files.is_empty() && of(&outdated, "diagnostic").iter().any(|message| message["level"] == "error"),
        "{outdated:?}"
    );

    let removed = |path: &'static str, kind: &'static str| [kind, path, "remove"];
    let files = [
        removed("history-stub/Cargo.toml", "stub-manifest"),
        removed("history-stub/src/lib.rs", "stub-source"),
        removed("history-stub/wit/_stub.wit", "stub-wit"),
        removed("history-stub/.wasm-rpc-stubgen", "stub-list"),
    ];
    let line = "initialize-workspace --remove";
    for line in [format!("{line} --dry-run"), line.to_string()] {
        let removed = messages(&sandbox, &line, 0);
        assert!(files.iter().all(|file| artifacts(&removed).contains(file)), "{removed:?}");
    }
}

/// The list of a stub without a crate is beside its WIT.
#[test]
fn lists_are_told_from_what_they_list() {
    let sandbox = workspace::members(&["a", "b"]);
    let made = messages(&sandbox, "initialize-workspace --link b=a --builder native", 0);
    let stub: Vec<_> = artifacts(&made).into_iter().filter(|[_, path, _]| path.starts_with("a-stub/")).collect();
    assert_eq!(
        stub,
        [
            ["stub-list", "a-stub/wit/.wasm-rpc-stubgen", "create"],
            ["stub-wit", "a-stub/wit/_stub.wit", "create"],
            ["stub-wit-dependency", "a-stub/wit/deps/wasm-rpc/wasm-rpc.wit", "create"],
        ]
    );
}

#[test]
fn diagnostics_have_their_parts() {
    let sandbox = Sandbox::new();
    sandbox.write("wit/w.wit", "package a:b;\n\nworld w {\n  export f: func(b: listt<u8>);\n}\n");
    let build = "build -s wit --dest-wasm out/stub.wasm --dest-wit-root out/wit";
    let failed = messages(&sandbox, build, 1);
    let error = &failed[0];
    assert_eq!(error["level"], "error");
    assert_eq!(error["location"]["path"], "wit/w.wit");
    assert_eq!(error["location"]["line"], 4);
    assert_eq!(error["excerpt"]["text"], "  export f: func(b: listt<u8>);");
    let human = sandbox.run(build).stderr;
    assert_eq!(error["rendered"].as_str().expect("a text"), human);

    let functions: String = (0..30).map(|index| format!("f{index}: func(x: stream<u8>); ")).collect();
    sandbox.write("wit/w.wit", format!("package a:b;\ninterface i {{ {functions} }}\nworld w {{ export i; }}\n"));
    let failed = messages(&sandbox, build, 1);
    let items = failed[0]["items"].as_array().expect("items");
    assert_eq!(items.len(), 30, "no list is cut");
    assert_eq!(items[0]["location"], json!({"path": "wit/w.wit", "line": 2, "column": 15}));
    assert!(failed[0]["hint"].is_string());
}

#[test]
fn wrong_usage_help_and_texts() {
    let sandbox = Sandbox::new();
    for (line, message) in [
        ("bild", "unrecognized subcommand 'bild'"),
        ("build --nonsense", "unexpected argument '--nonsense' found"),
        ("-q -v man", "the argument '--quiet...' cannot be used with '--verbose...'"),
        ("compose --source-wasm a", "the following required arguments were not provided:"),
    ] {
        let wrong = messages(&sandbox, line, 2);
        let said = wrong[0]["message"].as_str().expect("a text");
        assert!(said.starts_with(message), "{said}");
        assert!(wrong[0]["hint"].as_str().is_some_and(|hint| hint.contains('\'')), "{wrong:?}");
        assert!(wrong[0]["rendered"].as_str().expect("a text").starts_with(&format!("error: {message}")), "{wrong:?}");
    }
    for line in ["man", "completions bash", "--help", "build -h", "--version"] {
        let plain = sandbox.run(line).stdout;
        let messages = messages(&sandbox, line, 0);
        // The help of a flag in use is the same.
        assert_eq!(messages[0]["text"].as_str().expect("a text"), plain, "{line}");
    }
    let said = sandbox.run("man --message-format xml");
    assert_eq!((said.code, &*said.stdout), (Some(2), ""));
    let early = sandbox.run("--message-format=json bild");
    assert!(early.stdout.starts_with("{\"reason\":\"diagnostic\"") && early.stderr.is_empty(), "{early:?}");
}
