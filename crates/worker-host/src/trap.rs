//! A trap -> one line: its cause, and the functions in its backtrace.

use wasmtime::WasmBacktrace;
use wasmtime_wasi::I32Exit;

/// Which functions the backtrace of a trap names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Backtraces {
    /// All of them, as on Golem.
    #[default]
    Full,
    /// Those of the guest's own code: none of a standard library, a runtime, generated bindings or a stub.
    OwnCode,
}

/// The cause and `(in f <- g <- h)`, the innermost function first.
pub(crate) fn describe(error: &wasmtime::Error, backtraces: Backtraces) -> String {
    let cause = match error.downcast_ref::<I32Exit>() {
        Some(I32Exit(code)) => format!("Process exited with code {code}"),
        None => cause(&error.root_cause().to_string()),
    };
    let frames: Vec<String> = match error.downcast_ref::<WasmBacktrace>() {
        Some(backtrace) => functions(&backtrace.to_string(), backtraces),
        None => Vec::new(),
    };
    let line = match frames.len() {
        0 => cause,
        _ => format!("{cause} (in {})", frames.join(" <- ")),
    };
    line.replace('\n', " ")
}

/// The engine's message, or what it means.
fn cause(message: &str) -> String {
    // the error has no type that can be named
    if message.contains("fuel allocated for hostcalls has been exhausted") {
        return "a value takes more memory in the host than one value may (2GiB)".to_owned();
    }
    message.to_owned()
}

/// The functions in a backtrace as wasmtime prints it, with demangled names: lines like `   0:   0x5c - module!function`.
fn functions(backtrace: &str, backtraces: Backtraces) -> Vec<String> {
    let frames = backtrace.lines().filter(|line| {
        let number = line.trim_start().split(':').next();
        number.is_some_and(|number| number.parse::<usize>().is_ok())
    });
    let names = frames.filter_map(|frame| frame.split_once(" - "));
    let names = names.map(|(_, name)| name.strip_prefix("<unknown>!").unwrap_or(name));
    match backtraces {
        Backtraces::Full => names.map(str::to_owned).collect(),
        Backtraces::OwnCode => names.filter_map(own_code).collect(),
    }
}

/// The crates of Rust's standard library, and of what WASI and bindings need.
const FOREIGN_CRATES: [&str; 11] = [
    "std",
    "core",
    "alloc",
    "__rustc",
    "wit_bindgen",
    "wit_bindgen_rt",
    "dlmalloc",
    "panic_abort",
    "wasi",
    "wasip2",
    "bindings",
];

/// How the names of generated functions and of runtimes begin.
const FOREIGN_STARTS: [&str; 11] = [
    "__",
    "_start",
    "rust_",
    "cabi_",
    "wasm-function[",
    "wasm function ",
    "wit-component:",
    "export_",
    "_export_",
    "abort",
    "runtime.",
];

/// The function without its module and hashes; none if it is not of the guest's own code.
fn own_code(frame: &str) -> Option<String> {
    if frame.contains("-stub/stub-") {
        return None;
    }
    let name = without_hashes(frame.split_once(".wasm!").map_or(frame, |(_, name)| name));
    let start = name.trim_start_matches(['<', '&']);
    let is_foreign = FOREIGN_CRATES.iter().any(|krate| start.strip_prefix(krate).is_some_and(|r| r.starts_with("::")))
        || FOREIGN_STARTS.iter().any(|foreign| start.starts_with(foreign))
        || name.contains("::bindings::")
        || name.contains("::_export_")
        || name == "unreachable"
        || is_of_stub(start);
    (!is_foreign).then_some(name)
}

/// The modules of a stub's crate.
const STUB_MODULES: [&str; 5] = ["bindings", "decode", "encode", "resources", "rpc"];

/// Whether a function is in a stub's crate, or in a caller's bindings of one: `shop_stub::rpc::f`, `cart::a::shop_stub::stub_w::f`.
fn is_of_stub(name: &str) -> bool {
    let modules: Vec<&str> = name.split("::").collect();
    let is_stub = |module: &&str| module.ends_with("_stub");
    let is_crate = matches!(modules[..], [krate, module, ..] if is_stub(&krate) && STUB_MODULES.contains(&module));
    is_crate || modules.windows(2).any(|pair| is_stub(&pair[0]) && pair[1].starts_with("stub_"))
}

/// The name without the hashes of Rust's manglings: `std[d123b7a1a2ed1472]::f`, `cart::f::h4d64d6dc02da6744`.
fn without_hashes(name: &str) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h") {
        Some((name, hash)) if is_hash(hash) => name,
        _ => name,
    };
    let mut parts = name.split('[');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => text += rest,
            _ => {
                text.push('[');
                text += part;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_others_are_left_out() {
        let frames = [
            ("cart.wasm!abort", None),
            ("cart.wasm!std[d123b7a1a2ed1472]::process::abort", None),
            ("cart.wasm!__rustc[b7974e8690430dd9]::rust_panic", None),
            ("cart.wasm!<core::option::Option<T>>::unwrap", None),
            ("cart.wasm!std::thread::local::LocalKey<T>::with::ha2ad082141c4a8a2", None),
            ("cart.wasm!cart::check_out::h4d64d6dc02da6744", Some("cart::check_out")),
            ("cart.wasm!cart[d123b7a1a2ed1472]::check_out", Some("cart::check_out")),
            ("cart.wasm!cart::exports::shop::api::_export_checkout_cabi::h4d64d6dc02da6744", None),
            ("cart.wasm!shopping:cart/api#checkout", Some("shopping:cart/api#checkout")),
            ("<wasm function 19>", None),
            ("a:b-stub/stub-b!rpc-error denied", None),
            ("a.wasm!shop_stub::rpc::CallName::fail", None),
            ("a.wasm!<shop_stub::resources::Api as shop_stub::bindings::Guest>::add", None),
            ("a.wasm!cart::acme::shop_stub::stub_shop::Api::add", None),
            ("a.wasm!shop_stub::check_out", Some("shop_stub::check_out")),
            ("main!deep-inside", Some("main!deep-inside")),
            ("cart.wasm!f[u8]", Some("f[u8]")),
        ];
        for (frame, shown) in frames {
            assert_eq!(own_code(frame).as_deref(), shown, "{frame}");
        }
    }
}
