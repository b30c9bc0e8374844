//! The main job with the library: `consumer WIT CALLER COMPOSED` makes the stub of a target and plugs it into a caller, and
//! prints what the stub calls.

use std::error::Error;
use std::{env, fs};

use wasm_rpc_stubgen_core::{
    Component, ComposeOptions, CrateOptions, Stub, StubOptions, Target, TargetOptions, compose,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = env::args().skip(1).collect::<Vec<_>>();
    let [wit, caller, composed] = arguments.try_into().map_err(|_| "usage: WIT CALLER COMPOSED")?;
    let target = Target::from_wit_text([(wit.clone(), fs::read_to_string(&wit)?)], &TargetOptions::new())?;
    let stub = Stub::new(target, &StubOptions::new())?;
    for resource in stub.mapping().resources {
        for function in resource.functions {
            println!("{}.{} -> {}", resource.name, function.name, function.remote.unwrap_or_default());
        }
    }
    assert!(stub.wit().file("_stub.wit").is_some() && stub.diagnostics().is_empty());
    assert!(stub.rust_crate(&CrateOptions::default())?.file("Cargo.toml").is_some());

    let component = stub.component()?;
    let bytes = fs::read(&caller)?;
    let stubs = [Component::new("stub.wasm", &component)];
    let composition = compose(Component::new(&caller, &bytes), &stubs, &ComposeOptions::new())?;
    fs::write(composed, composition.bytes)?;

    let error =
        Target::from_wit_text([("a.wit", "package a:b; world w { export f: func(x: y); }")], &TargetOptions::new());
    let error = error.expect_err("a type is missing");
    println!("{error}");
    Ok(())
}
