//! Stubs and callers for the tests, and what tools make of a caller's WIT.

use std::fs;

use wit_component::{ComponentEncoder, DecodedWasm, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{LiftLowerAbi, ManglingAndAbi, Resolve};

use crate::common::Sandbox;

/// A target whose stub needs its types.
pub const TARGET: &str = "\
package test:b;

interface api {
  record pair { left: u32, right: string }
  swap: func(p: pair) -> pair;
  note: func(text: string);
}

world b { export api; }
";

/// A caller that imports the stub of [`TARGET`].
pub const CALLER: &str = "\
package test:a;

world a {
  import test:b-stub/stub-b;
  export run: func();
}
";

pub const ADD: &str = "add-stub-dependency -s b-stub -d a/wit";

/// A directory with the stub of [`TARGET`] in `b-stub` and `b.wasm`, and [`CALLER`] in `a/wit`.
pub fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    stub(&sandbox, "b", TARGET, "");
    sandbox.write("a/wit/a.wit", CALLER);
    sandbox
}

/// Builds the stub of `target`: the target's WIT in `NAME/wit`, the stub's in `NAME-stub`, the component in `NAME.wasm`.
pub fn stub(sandbox: &Sandbox, name: &str, target: &str, shape: &str) {
    sandbox.write(&format!("{name}/wit/{name}.wit"), target);
    build(sandbox, name, shape);
}

/// Builds the stub of what is in `NAME/wit`.
#[track_caller]
pub fn build(sandbox: &Sandbox, name: &str, shape: &str) {
    let _ = fs::remove_dir_all(sandbox.path(&format!("{name}-stub")));
    let line = format!("build -q -s {name}/wit --dest-wasm {name}.wasm --dest-wit-root {name}-stub {shape}");
    sandbox.run(&line).done();
}

/// Resolves the WIT in `root` as every other tool does.
#[track_caller]
pub fn resolved(sandbox: &Sandbox, root: &str) -> (Resolve, wit_parser::PackageId) {
    let mut resolve = Resolve::default();
    let pushed = resolve.push_dir(sandbox.path(root));
    let (package, _) = pushed.unwrap_or_else(|error| panic!("{root} resolves: {error:#}"));
    (resolve, package)
}

/// The paths of the files in `root`, but for the lists of the program itself.
pub fn files(sandbox: &Sandbox, root: &str) -> Vec<String> {
    sandbox.tree(root).into_keys().filter(|path| !path.ends_with(".wasm-rpc-stubgen")).collect()
}

/// A component for the world of the WIT in `root`, which imports all that the world does, at `path`.
#[track_caller]
pub fn component(sandbox: &Sandbox, root: &str, world: &str, path: &str) {
    let (mut resolve, package) = resolved(sandbox, root);
    let world = resolve.select_world(&[package], Some(world)).expect("the world");
    // Nobody calls the functions of the target itself: toolchains leave such imports out, and keep the types.
    for (_, interface) in &mut resolve.interfaces {
        let owner = interface.package.expect("all of them have a name");
        let name = &resolve.packages[owner].name;
        if name.namespace == "test" && owner != package && !name.name.ends_with("-stub") {
            interface.functions.clear();
        }
    }
    let mut module = dummy_module(&resolve, world, ManglingAndAbi::Legacy(LiftLowerAbi::Sync));
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false).expect("metadata");
    let mut encoder = ComponentEncoder::default();
    encoder.validate(true).module(&module).expect("a module");
    sandbox.write(path, encoder.encode().expect("a component"));
}

/// What the component at `path` imports.
pub fn imports(sandbox: &Sandbox, path: &str) -> Vec<String> {
    let bytes = fs::read(sandbox.path(path)).expect("a component");
    let DecodedWasm::Component(resolve, world) = wit_component::decode(&bytes).expect("a component") else {
        panic!("{path} is a component");
    };
    resolve.worlds[world].imports.keys().map(|key| resolve.name_world_key(key)).collect()
}

/// Makes a component for the caller's world and plugs the stubs in; what is imported before and then.
#[track_caller]
pub fn composed(sandbox: &Sandbox, root: &str, world: &str, stubs: &[&str]) -> (Vec<String>, Vec<String>) {
    component(sandbox, root, world, "caller.wasm");
    let stubs = stubs.join(" ");
    sandbox.run(&format!("compose --source-wasm caller.wasm --stub-wasm {stubs} --dest-wasm composed.wasm")).done();
    (imports(sandbox, "caller.wasm"), imports(sandbox, "composed.wasm"))
}
