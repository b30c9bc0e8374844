//! A target `history` and a caller `cart`, as WIT and as components.

use wit_parser::Resolve;

use crate::common::{HISTORY, Sandbox};

pub const CART: &str =
    "package shopping:cart;\n\ninterface api { checkout: func() -> u32; }\n\nworld cart { export api; }\n";

/// Builds the stub of `history/wit`.
pub const BUILD: &str = "build -s history/wit --dest-wasm history-stub.wasm --dest-wit-root history-stub/wit";

/// `history/wit`, `history.wasm`, `cart/wit` without the stub, and `cart.wasm`, which imports it.
pub fn shop() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("history/wit/history.wit", HISTORY);
    sandbox.write("cart/wit/cart.wit", CART);
    sandbox.write("made/cart.wit", CART);
    sandbox.run(&BUILD.replace("history-stub", "made-stub")).done();
    sandbox.run("add-stub-dependency -s made-stub/wit -d made --add-import").done();
    sandbox.write("history.wasm", compiled(&sandbox, "history/wit"));
    sandbox.write("cart.wasm", compiled(&sandbox, "made"));
    sandbox
}

/// A component for the only world of the WIT at `path`.
fn compiled(sandbox: &Sandbox, path: &str) -> Vec<u8> {
    let mut resolve = Resolve::new();
    let (package, _) = resolve.push_dir(sandbox.path(path)).expect("valid WIT");
    // Nobody calls the target's own functions, so toolchains leave their imports out, and keep the types.
    for (_, interface) in resolve.interfaces.iter_mut().filter(|(_, interface)| interface.package != Some(package)) {
        let is_api = interface.name.as_deref() == Some("api");
        interface.functions.retain(|_, _| !is_api);
    }
    let world = resolve.select_world(&[package], None).expect("one world");
    testkit::component(&resolve, world)
}
