//! Recognises the tasks that the tool of 2024 wrote, which have no mark, by their names and content.
//!
//! A user could have written some of them (`default` as an alias of `build`). They count only in a file with a task that
//! calls the tool to generate a stub.

use toml_edit::TableLike;

use super::task::Task;

const KEYS: [&str; 5] = ["alias", "cwd", "command", "args", "dependencies"];

/// Whether only the original tool writes such a task.
pub(super) fn is_unmistakable(task: &Task, table: &dyn TableLike) -> bool {
    has_only_known_keys(table) && is_generate(task)
}

/// Whether the original tool wrote exactly this task under its name.
pub(super) fn wrote(task: &Task, table: &dyn TableLike) -> bool {
    has_only_known_keys(table)
        && (is_fixed(task) || is_generate(task) || is_add(task) || is_compose(task) || is_group(task))
}

fn has_only_known_keys(table: &dyn TableLike) -> bool {
    table.iter().all(|(key, _)| KEYS.contains(&key))
}

/// Tasks that are the same in every workspace.
fn is_fixed(task: &Task) -> bool {
    let component = |args: &[&str], dependencies: &[&str]| Task {
        command: Some("cargo-component".to_string()),
        args: owned(args),
        dependencies: owned(dependencies),
        ..named(&task.name)
    };
    let group = |dependencies: &[&str]| Task { dependencies: owned(dependencies), ..named(&task.name) };
    let expected = match task.name.as_str() {
        "default" => Task { alias: Some("build".to_string()), ..named("default") },
        "clean" => component(&["clean"], &[]),
        "build" => component(&["build"], &["clean", "regenerate-stubs"]),
        "build-release" => component(&["build", "--release"], &["clean", "regenerate-stubs"]),
        "test" => component(&["test"], &["clean"]),
        "build-flow" => group(&["build", "post-build"]),
        "release-build-flow" => group(&["build-release", "post-build-release"]),
        _ => return false,
    };
    *task == expected
}

fn is_generate(task: &Task) -> bool {
    let Some(target) = between(&task.name, "generate-", "-stub") else {
        return false;
    };
    let start = ["generate", "-s", &format!("{target}/wit"), "-d", &format!("{target}-stub")].map(String::from);
    let rest = tool_args(task).and_then(|args| args.strip_prefix(&start));
    let is_override = |flag: &String| flag == "--wasm-rpc-path-override" || flag == "--wasm-rpc-version-override";
    let is_known = |rest: &[String]| rest.is_empty() || rest.len() == 2 && is_override(&rest[0]);
    rest.is_some_and(is_known) && task.dependencies.is_empty()
}

fn is_add(task: &Task) -> bool {
    let [dependency] = &*task.dependencies else {
        return false;
    };
    let Some(target) = between(dependency, "generate-", "-stub") else {
        return false;
    };
    let Some(caller) = task.name.strip_prefix(&format!("add-stub-dependency-{target}-")) else {
        return false;
    };
    let (stub, wit) = (format!("{target}-stub/wit"), format!("{caller}/wit"));
    let expected = ["add-stub-dependency", "--stub-wit-root", &stub, "--dest-wit-root", &wit];
    tool_args(task) == Some(&owned(&[&expected[..], &["--overwrite", "--update-cargo-toml"]].concat()))
}

fn is_compose(task: &Task) -> bool {
    let (caller, profile) = match task.name.strip_prefix("compose-release-") {
        Some(caller) => (caller, "release"),
        None => match task.name.strip_prefix("compose-") {
            Some(caller) => (caller, "debug"),
            None => return false,
        },
    };
    let folder = format!("target/wasm32-wasi/{profile}/");
    let snake = snake_case(caller);
    // The names of the files since 1.0, and in March 2024.
    let names = [
        (format!("{snake}.wasm"), format!("{snake}_composed.wasm")),
        (format!("{caller}.wasm"), format!("{caller}-composed.wasm")),
    ];
    let is_pair = |source: &str, dest: &str| {
        let file = |path: &str| path.strip_prefix(&folder).unwrap_or_default().to_string();
        names.contains(&(file(source), file(dest)))
    };
    let Some([compose, source, caller_wasm, stubs @ .., dest, composed]) = tool_args(task) else {
        return false;
    };
    [compose, source, dest] == ["compose", "--source-wasm", "--dest-wasm"]
        && is_pair(caller_wasm, composed)
        && stubs
            .chunks(2)
            .all(|stub| matches!(stub, [flag, path] if flag == "--stub-wasm" && path.starts_with(&folder)))
        && task.dependencies.is_empty()
}

/// Tasks that only depend on others.
fn is_group(task: &Task) -> bool {
    let prefix = match task.name.as_str() {
        "regenerate-stubs" => "add-stub-dependency-",
        "post-build" => "compose-",
        "post-build-release" => "compose-release-",
        _ => return false,
    };
    *task == Task { dependencies: task.dependencies.clone(), ..named(&task.name) }
        && task.dependencies.iter().all(|name| name.starts_with(prefix))
}

/// The arguments of a task that calls the tool, or `golem-cli stubgen`.
fn tool_args(task: &Task) -> Option<&[String]> {
    if task.cwd.as_deref() != Some(".") || task.command.is_none() || task.alias.is_some() {
        return None;
    }
    Some(match &*task.args {
        [first, rest @ ..] if first == "stubgen" => rest,
        args => args,
    })
}

fn between<'a>(name: &'a str, prefix: &str, suffix: &str) -> Option<&'a str> {
    name.strip_prefix(prefix)?.strip_suffix(suffix)
}

/// Package names have no capital letters that would begin a word.
fn snake_case(name: &str) -> String {
    name.replace('-', "_")
}

fn named(name: &str) -> Task {
    Task { name: name.to_string(), ..Task::default() }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}
