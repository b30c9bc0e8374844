//! The caller's `Cargo.toml`.

use crate::common::Sandbox;
use crate::support::{ADD, build, sandbox};

const ENTRIES: &str = "\
\"test:b-stub\" = { path = \"wit/deps/test_b-stub\" }
\"golem:rpc\" = { path = \"wit/deps/wasm-rpc\" }
\"test:b\" = { path = \"wit/deps/test_b\" }
";

#[test]
fn the_packages_are_added_to_component_metadata() {
    let sandbox = sandbox();
    sandbox
        .write("a/Cargo.toml", "[package]\nname = 'a' # mine\n\n[package.metadata.component]\npackage = \"test:a\"\n");
    let said = sandbox.run(&format!("{ADD} -u")).done();
    assert!(said.contains("Writing updated Cargo.toml to a/Cargo.toml\n"), "{said}");
    assert_eq!(
        sandbox.text("a/Cargo.toml"),
        format!(
            "[package]\nname = 'a' # mine\n\n[package.metadata.component]\npackage = \"test:a\"\n\n\
             [package.metadata.component.target.dependencies]\n{ENTRIES}"
        )
    );
    assert_eq!(sandbox.unchanged(&format!("{ADD} -u")), "");
    assert_eq!(sandbox.unchanged(ADD), "");
}

#[test]
fn without_the_flag_there_is_a_warning() {
    let sandbox = sandbox();
    let manifest = "[package.metadata.component]\n";
    sandbox.write("a/Cargo.toml", manifest);
    let said = sandbox.run(ADD).done();
    assert!(said.contains("warning: the stub's packages are not among the component's dependencies\n"), "{said}");
    assert!(said.contains("a/Cargo.toml\n") && said.contains("hint: add them with `--update-cargo-toml`\n"), "{said}");
    assert_eq!(sandbox.text("a/Cargo.toml"), manifest);
}

#[test]
fn a_manifest_without_metadata_is_left_alone_with_a_note() {
    let sandbox = sandbox();
    let manifest = "[package]\nname = \"a\"\n";
    sandbox.write("a/Cargo.toml", manifest);
    let said = sandbox.run(&format!("{ADD} --update-cargo-toml")).done();
    assert!(said.contains("note: `[package.metadata.component]` not found; nothing is added\n"), "{said}");
    assert_eq!(sandbox.text("a/Cargo.toml"), manifest);
    assert_eq!(sandbox.unchanged(ADD), "");
}

#[test]
fn keys_comments_and_style_stay() {
    let sandbox = sandbox();
    let inline = "\u{feff}[package.metadata.component]\r\n# target\r\ntarget = { path = \"wit\", dependencies = { \"test:b\" = { path = \"elsewhere\" } } } # mine\r\n";
    sandbox.write("a/Cargo.toml", inline);
    sandbox.run(&format!("{ADD} -u")).done();
    let edited = sandbox.text("a/Cargo.toml");
    let added = ", \"test:b-stub\" = { path = \"wit/deps/test_b-stub\" }, \"golem:rpc\" = { path = \"wit/deps/wasm-rpc\" } } } # mine\r\n";
    assert_eq!(edited, inline.replace(" } } # mine\r\n", added));
    assert_eq!(sandbox.unchanged(&format!("{ADD} -u")), "");
}

#[test]
fn every_spelling_of_the_directory_gives_the_same_manifest() {
    let absolute = sandbox();
    let here = absolute.path("a/wit");
    for (directory, dest) in [
        (".", "a/wit"),
        (".", "./a/wit/"),
        (".", "a/./wit/."),
        ("a", "wit"),
        ("a", "./wit/"),
        ("a/wit", "."),
        ("a/wit/deps", ".."),
        ("b", "../a/wit"),
        (".", here.to_str().expect("UTF-8")),
    ] {
        let own = sandbox();
        let sandbox = if dest.starts_with('/') { &absolute } else { &own };
        sandbox.write("a/wit/deps/x.wit", "package x:x;\n");
        sandbox.write("a/Cargo.toml", "[package.metadata.component]\n");
        let stub = sandbox.path("b-stub");
        let line = format!("add-stub-dependency -s {} -d {dest} -u", stub.display());
        let output = sandbox.command(&line).current_dir(sandbox.path(directory)).output().expect("the binary runs");
        assert!(output.status.success(), "{dest}: {}", String::from_utf8_lossy(&output.stderr));
        let expected = "[package.metadata.component]\n\n[package.metadata.component.target.dependencies]\n";
        assert_eq!(sandbox.text("a/Cargo.toml"), format!("{expected}{ENTRIES}"), "{dest}");
    }
}

#[test]
fn an_entry_that_the_user_has_pointed_elsewhere_stays() {
    let sandbox = sandbox();
    build(&sandbox, "b", "--call-style async");
    sandbox.write(
        "a/Cargo.toml",
        "[package.metadata.component.target.dependencies]\n\"wasi:io\" = { path = \"../io\" }\n",
    );
    sandbox.run(&format!("{ADD} -u")).done();
    build(&sandbox, "b", "");
    sandbox.run(&format!("{ADD} -u -o")).done();
    assert!(!sandbox.path("a/wit/deps/io").exists());
    assert!(sandbox.text("a/Cargo.toml").contains("\"wasi:io\" = { path = \"../io\" }\n"));
}

#[test]
fn two_versions_of_a_package_are_told() {
    let sandbox = Sandbox::new();
    let interface = "interface i { record r { a: u8 } }";
    for version in ["1.0.0", "2.0.0"] {
        sandbox.write(&format!("t/wit/deps/x{version}/x.wit"), format!("package m:x@{version};\n{interface}\n"));
    }
    let api = "use m:x/i@1.0.0.{r}; use m:x/i@2.0.0.{r as s}; f: func(a: r, b: s);";
    sandbox.write("t/wit/t.wit", format!("package m:t;\ninterface api {{ {api} }}\nworld t {{ export api; }}\n"));
    sandbox.run("build -s t/wit --dest-wasm t.wasm --dest-wit-root t-stub").done();
    sandbox.write("c/wit/c.wit", "package m:c;\nworld c { export f: func(); }\n");
    sandbox.write("c/Cargo.toml", "[package.metadata.component]\n");
    let line = "add-stub-dependency -s t-stub -d c/wit -u";
    let said = sandbox.run(line).done();
    assert!(
        said.contains("warning: the stub needs two versions of `m:x`, but `Cargo.toml` can name only one\n"),
        "{said}"
    );
    assert_eq!(sandbox.text("c/Cargo.toml").matches("\"m:x\"").count(), 1);
    let before = sandbox.text("c/Cargo.toml");
    sandbox.run(line).done();
    assert_eq!(sandbox.text("c/Cargo.toml"), before);
}
