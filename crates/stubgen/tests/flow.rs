//! `flow` through the binary, with a cargo that compiles nothing: its steps and their order, what is written and what stays, and
//! that the tasks of `Makefile.toml` give the same files.
#![cfg(unix)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{HISTORY, Said, Sandbox};
use tempfile::TempDir;
use toml_edit::DocumentMut;
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

const INITIALIZE: &str = "initialize-workspace --targets purchase-history --callers shopping-cart";

const CART: &str = "\
package shopping:cart;

interface api { checkout: func() -> string; }

world shopping-cart {
  export api;
}
";

/// A workspace, and the directory of its cargo.
struct Workspace {
    sandbox: Sandbox,
    cargo: TempDir,
}

impl Workspace {
    /// A workspace of these members: their folders, WIT, and what their manifests have besides.
    fn of(members: &[(&str, &str, &str)]) -> Self {
        let workspace = Self { sandbox: Sandbox::new(), cargo: TempDir::new().expect("a temporary directory") };
        let list: Vec<String> = members.iter().map(|(name, ..)| format!("{name:?}")).collect();
        workspace.write("Cargo.toml", format!("[workspace]\nresolver = \"2\"\nmembers = [{}]\n", list.join(", ")));
        for (name, wit, manifest) in members {
            let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
            let library = "[lib]\ncrate-type = [\"cdylib\"]\n";
            workspace.write(&format!("{name}/Cargo.toml"), format!("{package}\n{library}\n{manifest}"));
            workspace.write(&format!("{name}/src/lib.rs"), "");
            workspace.write(&format!("{name}/wit/world.wit"), wit);
        }
        workspace
    }

    /// The workspace of the tutorial.
    fn tutorial() -> Self {
        Self::of(&[("purchase-history", HISTORY, ""), ("shopping-cart", CART, "")])
    }

    /// The workspace of the tutorial, after its first command.
    fn initialized() -> Self {
        let workspace = Self::tutorial();
        workspace.run(INITIALIZE).done();
        workspace
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        self.sandbox.write(path, content);
    }

    fn replace(&self, path: &str, before: &str, after: &str) {
        let text = self.sandbox.text(path);
        assert!(text.contains(before), "{before:?} is not in {text}");
        self.write(path, text.replace(before, after));
    }

    /// A file in the directory of cargo.
    fn configure(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.cargo.path().join(path);
        fs::create_dir_all(path.parent().expect("it is below the root")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    fn command(&self, line: &str) -> Command {
        self.with_cargo(self.sandbox.command(line))
    }

    fn with_cargo(&self, mut command: Command) -> Command {
        let toolchain = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fake-toolchain");
        command.env("CARGO", toolchain.join("workspace-cargo")).env("REAL_CARGO", env!("CARGO"));
        command.env("RUSTC", toolchain.join("rustc")).env("FAKE", self.cargo.path());
        command.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
        command
    }

    fn run(&self, line: &str) -> Said {
        Said::of(self.command(line).output())
    }

    /// Runs `line` in a folder of the workspace.
    fn run_in(&self, folder: &str, line: &str) -> Said {
        Said::of(self.command(line).current_dir(self.sandbox.path(folder)).output())
    }

    /// What cargo was told since the last question.
    fn calls(&self) -> Vec<String> {
        let path = self.cargo.path().join("calls");
        let calls = fs::read_to_string(&path).unwrap_or_default();
        fs::remove_file(path).ok();
        let root = self.sandbox.path("").file_name().map(|name| name.to_string_lossy().into_owned());
        let root = format!("{}: ", root.expect("a name"));
        let call = |call: &str| call.strip_prefix(&root).expect("cargo runs in the workspace").to_string();
        calls.lines().map(call).collect()
    }

    /// All files without times, but for those in the target directory that cargo made.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = self.sandbox.listing().into_iter().filter(|(path, _)| path.is_file());
        files.map(|(path, (content, _))| (self.below(&path), content)).collect()
    }

    fn below(&self, path: &Path) -> PathBuf {
        path.strip_prefix(self.sandbox.path("")).expect("it is below").to_path_buf()
    }

    /// Runs `flow` again, which must change nothing; what it says.
    #[track_caller]
    fn unchanged(&self, line: &str) -> String {
        self.sandbox.age();
        let before = self.sandbox.listing();
        let said = self.run(line).done();
        assert!(before == self.sandbox.listing(), "`{line}` has changed something: {said}");
        said
    }

    /// What `flow --check` says that would change, which it must not do.
    #[track_caller]
    fn check(&self) -> (Option<i32>, String, String) {
        self.calls();
        let before = self.sandbox.listing();
        let said = self.run("flow --check -q");
        assert!(before == self.sandbox.listing(), "`flow --check` has changed something");
        assert_eq!(self.calls(), [""; 0], "`flow --check` does not compile");
        (said.code, said.stdout, said.stderr)
    }

    /// Compiles a component with the imports and exports of a member's WIT.
    fn compile(&self, member: &str) {
        let mut resolve = Resolve::new();
        let (package, _) = resolve.push_dir(self.sandbox.path(member).join("wit")).expect("WIT");
        let world = resolve.select_world(&[package], None).expect("a world");
        // A caller takes no more than types from the package of a target.
        let targets =
            resolve.packages.iter().filter(|(id, target)| *id != package && !target.name.name.ends_with("-stub"));
        let targets: Vec<_> = targets.flat_map(|(_, target)| target.interfaces.values().copied()).collect();
        for target in targets {
            resolve.interfaces[target].functions.retain(|_, function| function.kind.resource().is_some());
        }
        let mut module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
        embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false).expect("metadata");
        let component = ComponentEncoder::default().module(&module).and_then(|encoder| encoder.encode());
        let name = member.replace('-', "_");
        self.configure(&format!("components/{name}.wasm"), component.expect("a component"));
    }
}

/// The lines of a run, without times.
fn timeless(said: &str) -> Vec<String> {
    let time = |word: &str| word.parse::<f64>().is_ok() && word.contains('.');
    let word = |word: &str| if time(word) { "…".to_string() } else { word.to_string() };
    said.lines().map(|line| line.split(' ').map(word).collect::<Vec<_>>().join(" ")).collect()
}

const COMPILE: &str =
    "build --target wasm32-wasip2 --package purchase-history --package purchase-history-stub --package shopping-cart";

#[test]
fn one_line_for_each_step_from_any_folder() {
    let workspace = Workspace::initialized();
    let said = workspace.run_in("shopping-cart/src", "flow").done();
    let note = "note: the world `shopping-cart` does not import the stub\n";
    assert!(said.contains(note), "{said}");
    let is_step = |line: &String| ["warning: ", "note: ", " --> ", "hint: "].iter().all(|word| !line.starts_with(word));
    assert_eq!(
        timeless(&said).into_iter().filter(is_step).collect::<Vec<_>>(),
        [
            "Generated purchase-history-stub in … s (unchanged)",
            "Added purchase-history-stub to shopping-cart in … s",
            "   Compiling everything",
            "Compiled purchase-history, purchase-history-stub, shopping-cart in … s",
            "Composed ../../target/wasm32-wasip2/debug/shopping_cart_composed.wasm in … s",
        ]
    );
    assert_eq!(workspace.calls(), [COMPILE]);
    for folder in ["", "shopping-cart/wit/deps", "purchase-history-stub/src", "target/wasm32-wasip2"] {
        workspace.sandbox.age();
        let before = workspace.sandbox.listing();
        let said = workspace.run_in(folder, "flow").done();
        assert!(before == workspace.sandbox.listing(), "{said}");
        assert!(said.contains(note), "what is still to be done is said again: {said}");
        assert_eq!(said.matches(" s (unchanged)\n").count(), 3, "{said}");
    }
}

#[test]
fn quiet_runs_print_what_cargo_prints_and_verbose_ones_the_files() {
    let workspace = Workspace::initialized();
    let said = workspace.run("flow -q").done();
    assert!(said.starts_with("   Compiling everything\nwarning: "), "{said}");
    assert_eq!(workspace.run("flow -qq").done(), "   Compiling everything\n");
    assert_eq!(workspace.calls(), [format!("{COMPILE} --quiet"), format!("{COMPILE} --quiet")]);
    let said = workspace.run("flow -v").done();
    assert!(said.contains("Unchanged purchase-history-stub/src/lib.rs\n"), "{said}");
    assert_eq!(workspace.calls(), [format!("{COMPILE} --verbose")]);
}

#[test]
fn output_of_cargo_passes_through_to_stderr() {
    let workspace = Workspace::initialized();
    workspace.configure("output", "Creating component x\n");
    let said = workspace.run("flow");
    assert_eq!(said.stdout, "");
    assert!(said.stderr.contains("\nCreating component x\n"), "{said:?}");
    let said = workspace.run("flow --message-format json --color never");
    assert!(said.stdout.lines().all(|line| line.starts_with("{\"reason\":")), "{said:?}");
    assert!(said.stdout.contains("{\"reason\":\"step\",\"step\":\"compile\","), "{said:?}");
    assert_eq!(workspace.calls(), [COMPILE.to_string(), format!("{COMPILE} --color never")]);
}

#[test]
fn a_release_is_compiled_and_composed_in_its_folder() {
    let workspace = Workspace::initialized();
    workspace.run("flow --release").done();
    assert_eq!(workspace.calls(), [COMPILE.replace("build", "build --release")]);
    let folder = workspace.sandbox.path("target/wasm32-wasip2");
    assert!(folder.join("release/shopping_cart_composed.wasm").is_file() && !folder.join("debug").exists());
}

#[test]
fn both_tools_compile_their_crates() {
    let component = "[package.metadata.component]\npackage = \"shopping:cart\"\n";
    let workspace = Workspace::of(&[("purchase-history", HISTORY, ""), ("shopping-cart", CART, component)]);
    workspace.run(INITIALIZE).done();
    let said = workspace.run("flow").done();
    assert!(said.contains("Composed target/wasm32-wasip1/debug/shopping_cart_composed.wasm in "), "{said}");
    let compile = [
        "component build --target wasm32-wasip1 --package shopping-cart",
        "build --target wasm32-wasip2 --package purchase-history --package purchase-history-stub",
    ];
    assert_eq!(workspace.calls(), compile);
    let manifest = workspace.sandbox.text("shopping-cart/Cargo.toml");
    assert!(manifest.contains("\"shopping:purchase-history-stub\" = { path = "), "{manifest}");
    workspace.unchanged("flow");
}

/// They are warned of by the command that writes the tasks.
#[test]
fn tasks_of_the_user_are_no_concern_of_a_flow() {
    let workspace = Workspace::initialized();
    let makefile = workspace.sandbox.text("Makefile.toml");
    let task = "[tasks.build]\nscript = \"make\"\n";
    let start = makefile.find("[tasks.build]").expect("there is such a task");
    let end = start + makefile[start..].find("\n\n").expect("others follow");
    workspace.write("Makefile.toml", format!("{}{task}{}", &makefile[..start], &makefile[end..]));
    let said = workspace.run("initialize-workspace").done();
    assert!(said.contains("warning: your task `build` in `Makefile.toml` is kept\n"), "{said}");
    let said = workspace.run("flow").done();
    assert!(!said.contains("your task"), "{said}");
}

/// The manifest of a caller is the nearest one above its WIT, for `flow` and for the tasks.
#[test]
fn a_caller_of_cargo_component_gets_its_packages_wherever_its_wit_is() {
    for (path, wit, deps) in [
        ("wit/world.wit", "wit/world.wit", "wit/deps"),
        ("cart.wit", "cart.wit", "deps"),
        ("wit/api", "wit/api/world.wit", "wit/api/deps"),
        ("wit/api/world.wit", "wit/api/world.wit", "wit/api/deps"),
        ("../shopping-cart/api", "api/world.wit", "api/deps"),
    ] {
        let component = format!("[package.metadata.component.target]\npath = {path:?}\n");
        let by = |build: &dyn Fn(&Workspace)| {
            let workspace = Workspace::of(&[("purchase-history", HISTORY, ""), ("shopping-cart", CART, &component)]);
            fs::remove_dir_all(workspace.sandbox.path("shopping-cart/wit")).expect("a folder");
            workspace.write(&format!("shopping-cart/{wit}"), CART);
            workspace.run(INITIALIZE).done();
            let root = workspace.sandbox.text("Cargo.toml");
            build(&workspace);
            assert_eq!(workspace.sandbox.text("Cargo.toml"), root, "{path}");
            let manifest = workspace.sandbox.text("shopping-cart/Cargo.toml");
            let stub = format!("-history-stub\" = {{ path = \"{deps}/shopping_purchase-history-stub\" }}\n");
            assert!(manifest.contains(&stub), "{path}: {manifest}");
            assert_eq!(workspace.check(), (Some(0), String::new(), String::new()), "{path}");
            workspace.files()
        };
        let by_tasks = by(&|workspace| make(workspace, "build-flow", &mut Vec::new()));
        let by_flow = by(&|workspace| _ = workspace.run("flow").done());
        assert!(by_tasks == by_flow, "{path}");
    }
}

/// The crate around the WIT is another one.
#[test]
fn the_manifest_of_another_crate_does_not_change() {
    let component = "[package.metadata.component.target]\npath = \"../shared\"\n";
    let workspace = Workspace::of(&[("purchase-history", HISTORY, ""), ("shopping-cart", CART, component)]);
    workspace.write("shared/world.wit", CART);
    let around =
        "[package]\nname = \"around\"\n[lib]\npath = \"purchase-history/src/lib.rs\"\n[package.metadata.component]\n";
    workspace.write("Cargo.toml", format!("{around}{}", workspace.sandbox.text("Cargo.toml")));
    let said = workspace.run(INITIALIZE).done();
    let note = "note: the WIT of `shopping-cart` is not in its folder: its `Cargo.toml` is not updated\n";
    assert!(said.contains(note), "{said}");
    let before = ["Cargo.toml", "shopping-cart/Cargo.toml"].map(|manifest| workspace.sandbox.text(manifest));
    workspace.run("flow").done();
    assert!(workspace.sandbox.path("shared/deps/shopping_purchase-history-stub/_stub.wit").is_file());
    assert_eq!(["Cargo.toml", "shopping-cart/Cargo.toml"].map(|manifest| workspace.sandbox.text(manifest)), before);
}

/// Names and paths that tasks could not have. A step names the folder of a stub.
#[test]
fn without_tasks_their_names_and_paths_do_not_matter() {
    let wit = |name: &str| format!("package my:{name};\nworld {name} {{ export f: func(); }}\n");
    let names = ["a", "b-c", "a-b", "c"];
    let wits = names.map(wit);
    let members: Vec<_> = names.iter().zip(&wits).map(|(name, wit)| (*name, wit.as_str(), "")).collect();
    let workspace = Workspace::of(&members);
    fs::rename(workspace.sandbox.path("a"), workspace.sandbox.path("-${a}")).expect("a folder");
    let links = "\n[workspace.metadata.wasm-rpc-stubgen.links]\nb-c = [\"a\"]\nc = [\"a-b\"]\n";
    let manifest = workspace.sandbox.text("Cargo.toml").replace("[\"a\",", "[\"-${a}\",");
    workspace.write("Cargo.toml", manifest + links);
    let said = workspace.run("flow").done();
    for step in ["Generated -${a}-stub in ", "Added -${a}-stub to b-c in ", "Added a-b-stub to c in "] {
        assert!(said.contains(step), "{said}");
    }
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
    let said = workspace.run("initialize-workspace");
    let errors: Vec<&str> = said.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    let name = "error: two tasks in `Makefile.toml` would be called `add-stub-dependency-a-b-c`";
    assert_eq!(errors, ["error: the path `-${a}` of `a` cannot be used in a task", name]);
}

#[test]
fn a_compilation_that_fails_ends_the_run() {
    let workspace = Workspace::initialized();
    let error = "error[E0432]: unresolved import\n --> shopping-cart/src/lib.rs:1:5\n";
    workspace.configure("error", error);
    workspace.configure("lib/wasm32-wasip2/libstd-0.rlib", "");
    let said = workspace.run("flow");
    assert_eq!((said.code, &*said.stdout), (Some(1), ""));
    let end = format!("{error}error: `cargo build` failed (exit status: 101)\nhint: see cargo's error above; ");
    assert!(said.stderr.contains(&end), "{said:?}");
    assert!(!said.stderr.contains("Compiled") && !said.stderr.contains("Composed"), "{said:?}");
    assert!(workspace.sandbox.path("shopping-cart/wit/deps/shopping_purchase-history-stub/_stub.wit").is_file());
}

#[test]
fn the_target_directory_is_that_of_cargo() {
    let workspace = Workspace::initialized();
    workspace.write(".cargo/config.toml", "[build]\ntarget-dir = \"out/x\"\n");
    workspace.run_in("shopping-cart", "flow").done();
    let composed = "wasm32-wasip2/debug/shopping_cart_composed.wasm";
    assert!(workspace.sandbox.path("out/x").join(composed).is_file());
    let elsewhere = TempDir::new().expect("a directory");
    Said::of(workspace.command("flow").env("CARGO_TARGET_DIR", elsewhere.path()).output()).done();
    assert!(elsewhere.path().join(composed).is_file());
    let said = Said::of(workspace.command("flow").env("CARGO_TARGET_DIR", "relative").output()).done();
    assert!(said.contains("Composed relative/wasm32-wasip2/debug/shopping_cart_composed.wasm in "), "{said}");
    assert!(!workspace.sandbox.path("target").exists());
}

/// Runs a task of `Makefile.toml` as cargo-make does: what it depends on, each once, and then its command.
fn make(workspace: &Workspace, task: &str, done: &mut Vec<String>) {
    if done.iter().any(|name| name == task) {
        return;
    }
    done.push(task.to_string());
    let makefile: DocumentMut = workspace.sandbox.text("Makefile.toml").parse().expect("TOML");
    let table = &makefile["tasks"][task];
    let list = |key: &str| {
        let list = table.get(key).and_then(|item| item.as_array());
        let words = list.into_iter().flatten().map(|value| value.as_str().expect("a string").to_string());
        words.collect::<Vec<_>>()
    };
    for dependency in list("dependencies") {
        make(workspace, &dependency, done);
    }
    let target = workspace.sandbox.path("target").display().to_string();
    let args = list("args").into_iter().map(|word| word.replace("${CARGO_MAKE_CRATE_TARGET_DIRECTORY}", &target));
    let mut command = match table.get("command").and_then(|command| command.as_str()) {
        None => return,
        Some("wasm-rpc-stubgen") => workspace.command(""),
        Some("cargo") => {
            let toolchain = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fake-toolchain");
            workspace.with_cargo(workspace.sandbox.command_of(&toolchain.join("workspace-cargo"), ""))
        }
        Some(other) => panic!("{other}"),
    };
    Said::of(command.args(args).output()).done();
}

/// The caller's call of the stub, so that composing changes the caller.
fn import(workspace: &Workspace) {
    let import = "world shopping-cart {\n  import shopping:purchase-history-stub/stub-purchase-history;\n";
    workspace.replace("shopping-cart/wit/world.wit", "world shopping-cart {\n", import);
}

#[test]
fn the_tasks_give_the_same_files() {
    for flags in ["", " --builder native", " --builder native --call-style async", " --add-import"] {
        for (task, flow) in [("build-flow", "flow"), ("release-build-flow", "flow --release")] {
            let by = |build: &dyn Fn(&Workspace)| {
                let workspace = Workspace::tutorial();
                workspace.run(&format!("{INITIALIZE}{flags}")).done();
                build(&workspace);
                if !flags.contains("import") {
                    import(&workspace);
                }
                workspace.compile("shopping-cart");
                if flags.contains("native") {
                    build(&workspace);
                }
                (workspace.files(), workspace.calls())
            };
            let by_tasks = by(&|workspace| make(workspace, task, &mut Vec::new()));
            let by_flow = by(&|workspace| _ = workspace.run(flow).done());
            assert!(by_tasks == by_flow, "{flags} {flow}");
            assert!(by_flow.0.keys().any(|path| path.ends_with("shopping_cart_composed.wasm")));
        }
    }
}

#[test]
fn a_workspace_without_settings_is_built_from_its_tasks() {
    let workspace = Workspace::initialized();
    let manifest = workspace.sandbox.text("Cargo.toml");
    let (before, _) = manifest.split_once("\n[workspace.metadata").expect("settings");
    workspace.write("Cargo.toml", before);
    workspace.run("flow").done();
    assert_eq!(workspace.calls(), [COMPILE]);
    assert_eq!(workspace.sandbox.text("Cargo.toml"), before);
    workspace.unchanged("flow");
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
}

#[test]
fn stubs_of_tasks_without_a_call_style_keep_theirs() {
    let workspace = Workspace::tutorial();
    for builder in ["cargo", "native"] {
        workspace.run(&format!("{INITIALIZE} --call-style async --builder {builder}")).done();
        let manifest = workspace.sandbox.text("Cargo.toml");
        let (before, _) = manifest.split_once("\n[workspace.metadata").expect("settings");
        workspace.write("Cargo.toml", before);
        let makefile = workspace.sandbox.text("Makefile.toml").replace(",\n    \"--call-style\",\n    \"async\"", "");
        workspace.write("Makefile.toml", makefile.replace(", \"--call-style\", \"async\"", ""));
        assert!(!workspace.sandbox.text("Makefile.toml").contains("async"));
        workspace.run("flow").done();
        let stub = workspace.sandbox.text("shopping-cart/wit/deps/shopping_purchase-history-stub/_stub.wit");
        assert!(stub.contains("blocking-add-order"), "{stub}");
        assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
    }
}

#[test]
fn a_workspace_needs_no_tasks() {
    let workspace = Workspace::initialized();
    fs::remove_file(workspace.sandbox.path("Makefile.toml")).expect("a file");
    workspace.run("flow").done();
    assert!(!workspace.sandbox.path("Makefile.toml").exists());
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
    // The user's own tasks are no reason to write ours.
    workspace.write("Makefile.toml", "[tasks.build]\ncommand = \"true\"\n");
    workspace.unchanged("flow");
}

#[test]
fn tasks_go_on_calling_the_program_as_they_do() {
    let workspace = Workspace::tutorial();
    let program = workspace.cargo.path().join("golem-cli");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_wasm-rpc-stubgen"), &program).expect("a link");
    Said::of(workspace.sandbox.command_of(&program, &format!("stubgen {INITIALIZE}")).output()).done();
    workspace.run("flow").done();
    assert!(
        workspace
            .sandbox
            .text("Makefile.toml")
            .contains("\ncommand = \"golem-cli\"\nargs = [\"stubgen\", \"generate\"")
    );
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
}

#[test]
fn settings_that_were_edited_by_hand_are_followed() {
    let workspace = Workspace::tutorial();
    workspace.run(INITIALIZE).done();
    workspace.run("flow").done();
    workspace.replace("Cargo.toml", "shopping-cart = [\"purchase-history\"]", "shopping-cart = [\"shopping-cart\"]");
    let (code, stdout, _) = workspace.check();
    assert_eq!(code, Some(1));
    for line in ["create    shopping-cart-stub/Cargo.toml\n", "remove    purchase-history-stub/Cargo.toml\n"] {
        assert!(stdout.contains(line), "{stdout}");
    }
    let said = workspace.run("flow").done();
    assert!(said.contains("Updated workspace in "), "{said}");
    assert!(workspace.sandbox.text("Cargo.toml").contains("\"shopping-cart-stub\""));
    assert!(!workspace.sandbox.text("Makefile.toml").contains("purchase-history"));
    assert!(!workspace.sandbox.path("purchase-history-stub").exists());
    workspace.unchanged("flow");
    workspace.write(
        "Cargo.toml",
        workspace.sandbox.text("Cargo.toml").replace(
            "[workspace.metadata.wasm-rpc-stubgen.links]",
            "[workspace.metadata.wasm-rpc-stubgen]\nbuilder = \"native\"\n[workspace.metadata.wasm-rpc-stubgen.links]",
        ),
    );
    workspace.run("flow").done();
    assert!(!workspace.sandbox.path("shopping-cart-stub/Cargo.toml").exists());
    assert!(workspace.sandbox.path("target/wasm-rpc-stubs/shopping_cart_stub.wasm").is_file());
    workspace.unchanged("flow");
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
}

#[test]
fn check_lists_what_would_change() {
    let workspace = Workspace::initialized();
    let (code, stdout, stderr) = workspace.check();
    let stub = "create    shopping-cart/wit/deps/shopping_purchase-history-stub/_stub.wit\n";
    assert!(code == Some(1) && stdout.contains(stub), "{stdout}");
    let end = "error: the workspace in `.` is not up to date: 4 files would change\n\
               hint: run `flow` and commit what it changes\n";
    assert_eq!(stderr, end);
    workspace.run("flow").done();
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
    workspace.replace("purchase-history/wit/world.wit", "get-orders:", "list-orders:");
    let (code, stdout, _) = workspace.check();
    assert_eq!(code, Some(1));
    for file in ["purchase-history-stub/src/lib.rs", "purchase-history-stub/wit/_stub.wit", &stub[10..stub.len() - 1]] {
        assert!(stdout.contains(&format!("update    {file}\n")), "{stdout}");
    }
    workspace.run("flow").done();
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()));
    fs::remove_dir_all(workspace.sandbox.path("target")).expect("a directory");
    assert_eq!(workspace.check(), (Some(0), String::new(), String::new()), "the target directory does not count");
    workspace.replace("Makefile.toml", "\"--overwrite\",", "");
    assert_eq!(workspace.check().1, "update    Makefile.toml\n");
    workspace.replace("Cargo.toml", ", \"purchase-history-stub\"", "");
    assert!(workspace.check().1.starts_with("update    Cargo.toml\n"));
}

/// `a` calls `b`, which calls `c`.
fn chain() -> Workspace {
    let wit = |name: &str, import: &str| {
        format!("package my:{name};\n\ninterface api {{ f: func(); }}\n\nworld {name} {{ {import}export api; }}\n")
    };
    let import = |name: &str| format!("import my:{name}-stub/stub-{name};");
    let (a, b, c) = (wit("a", &import("b")), wit("b", &import("c")), wit("c", ""));
    Workspace::of(&[("a", &a, ""), ("b", &b, ""), ("c", &c, "")])
}

#[test]
fn a_target_gets_the_stubs_that_it_calls_before_its_own_is_made() {
    let workspace = chain();
    let links = "\n[workspace.metadata.wasm-rpc-stubgen.links]\na = [\"b\"]\nb = [\"c\"]\n";
    workspace.write("Cargo.toml", workspace.sandbox.text("Cargo.toml") + links);
    // The stub of `b` cannot be made before that of `c` is in its `deps`.
    let said = workspace.run("flow").done();
    let steps: Vec<String> = timeless(&said).into_iter().filter(|line| line.contains("-stub")).collect();
    assert!(
        steps.iter().position(|line| line.starts_with("Added c-stub to b"))
            < steps.iter().position(|line| line.starts_with("Generated b-stub")),
        "{said}"
    );
    workspace.unchanged("flow");
    workspace.replace("c/wit/world.wit", "interface api", "interface other");
    workspace.replace("c/wit/world.wit", "export api", "export other");
    workspace.replace("c/wit/world.wit", "world c ", "world d ");
    workspace.replace("b/wit/world.wit", "stub-c", "stub-d");
    workspace.run("flow").done();
    workspace.unchanged("flow");
    fs::remove_dir_all(workspace.sandbox.path("b/wit/deps")).expect("a folder");
    workspace.run("flow").done();
    workspace.unchanged("flow");
}

/// A type of `c` is in the API of `b`, which `a` calls.
#[test]
fn a_check_lists_what_changes_through_several_links() {
    let world = "package my:b;\n\ninterface api { use my:c/api.{item}; get: func() -> item; }\n\nworld b {\n  import my:c-stub/stub-c;\n  \
                 export api;\n}\n";
    let target =
        "package my:c;\n\ninterface api { record item { a: u8 } f: func(i: item); }\n\nworld c { export api; }\n";
    for builder in ["cargo", "native"] {
        let workspace = chain();
        workspace.write("b/wit/world.wit", world);
        workspace.write("c/wit/world.wit", target);
        let links = format!(
            "\n[workspace.metadata.wasm-rpc-stubgen]\nbuilder = \"{builder}\"\n\
             [workspace.metadata.wasm-rpc-stubgen.links]\na = [\"b\"]\nb = [\"c\"]\n"
        );
        workspace.write("Cargo.toml", workspace.sandbox.text("Cargo.toml") + &links);
        let listed_is_done = |what: &str| {
            let (code, listed, said) = workspace.check();
            assert_eq!(code, Some(1), "{what}: {said}");
            let listed = listed.lines().map(|line| line.split_whitespace().nth(1).expect("a path").into());
            let listed: BTreeSet<PathBuf> = listed.collect();
            let before = workspace.files();
            workspace.run("flow").done();
            let after = workspace.files();
            let is_same = |path: &&PathBuf| before.get(*path) == after.get(*path);
            let changed = before.keys().chain(after.keys()).filter(|path| !is_same(path));
            let in_sources = changed.filter(|path| !path.starts_with("target"));
            assert_eq!(in_sources.cloned().collect::<BTreeSet<_>>(), listed, "{what}");
            assert_eq!(workspace.check().0, Some(0), "{what}");
        };
        listed_is_done("the first flow");
        workspace.replace("c/wit/world.wit", "a: u8", "a: u8, b: string");
        listed_is_done("another type");
        fs::remove_dir_all(workspace.sandbox.path("b/wit/deps")).expect("a folder");
        listed_is_done("missing dependencies");
    }
}

#[test]
fn the_errors_of_all_targets_are_told_and_nothing_is_compiled() {
    let workspace = chain();
    workspace.run("initialize-workspace --link b=c").done();
    workspace.write("Cargo.toml", workspace.sandbox.text("Cargo.toml").replace("b = [\"c\"]", "b = [\"c\", \"a\"]"));
    workspace.run("flow");
    workspace.calls();
    workspace.write("c/wit/world.wit", "package my:c;\nworld c { export f: func(x: nothing); }\n");
    workspace.write("a/wit/world.wit", "package my:a;\nworld a { export f: func(y: nobody); }\n");
    let said = workspace.run("flow");
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("`nothing`") && said.stderr.contains("`nobody`"), "{said:?}");
    assert_eq!(workspace.calls(), [""; 0]);
}

/// `build` replaces any stub, but a flow does what `initialize-workspace` and `--check` do.
#[test]
fn a_stub_that_was_edited_is_kept() {
    let workspace = Workspace::tutorial();
    workspace.run(&format!("{INITIALIZE} --builder native")).done();
    let stub = "purchase-history-stub/wit/_stub.wit";
    let edited = format!("// mine\n{}", workspace.sandbox.text(stub));
    workspace.write(stub, &edited);
    for line in ["flow", "flow --check", "initialize-workspace"] {
        let said = workspace.run(line);
        assert_eq!(said.code, Some(1), "{line}");
        let said = said.stderr;
        assert!(said.contains("was modified after it was generated"), "{line}: {said}");
        assert_eq!(workspace.sandbox.text(stub), edited, "{line}");
    }
}
