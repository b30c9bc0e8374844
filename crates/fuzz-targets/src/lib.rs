//! What the fuzzers do with their input: bytes -> a run of the program in memory or in a temporary directory, which must hold
//! what the program promises.
//!
//! | target | input | what it becomes |
//! | --- | --- | --- |
//! | `wit` | a `.wit` file | the source of a stub |
//! | `wit-smith` | decisions of `wit-smith` | an encoded WIT package, the source of a stub |
//! | `wasm` | a `.wasm` file | the source of a stub; a caller and a stub of `compose` |
//! | `wat` | the text of a component | the same |
//! | `wasm-smith` | decisions of `wasm-smith` | the same |
//! | `compose` | an archive (`archive.rs`) of worlds and components | a caller and its stubs |
//! | `add-stub-dependency` | an archive of `target/`, `stub/` and `caller/` | a stub that is added to a caller |
//! | `toml` | an archive of `Cargo.toml` and `Makefile.toml` | all edits of both |
//!
//! Each target panics if something is wrong: a panic or an internal error of the program, an error without a text, output that
//! `wasmparser`, `wit-parser` or `syn` refuses, a second run that changes something, or two runs that differ. What an input
//! leaves open, such as the options of the stub, is drawn from its bytes, so an input always does the same.

mod add_stub;
mod archive;
mod binary;
mod compose;
mod errors;
mod smith;
mod source;
mod toml;
pub mod validity;

use archive::Archive;
use testkit::Directory;

/// A target: its name and what it does with an input.
pub struct Target {
    /// The name, which is also that of its folder in `fuzz/seeds`.
    pub name: &'static str,
    /// Tries an input.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: [Target; 8] = [
    Target { name: "add-stub-dependency", run: add_stub_dependency },
    Target { name: "compose", run: compose },
    Target { name: "toml", run: toml },
    Target { name: "wasm", run: wasm },
    Target { name: "wasm-smith", run: wasm_smith },
    Target { name: "wat", run: wat },
    Target { name: "wit", run: wit },
    Target { name: "wit-smith", run: wit_smith },
];

/// Builds a stub from a `.wit` file.
pub fn wit(input: &[u8]) {
    let directory = Directory::new();
    directory.write("target.wit", input);
    source::check(&directory.path("target.wit"), input);
}

/// Builds a stub from a WIT package that `wit-smith` makes.
pub fn wit_smith(input: &[u8]) {
    if let Some(package) = smith::wit_package(input) {
        source::check_bytes(&package);
    }
}

/// Uses a `.wasm` file for everything that takes one.
pub fn wasm(input: &[u8]) {
    binary::check(input);
}

/// Uses a component in text form for everything that takes one.
pub fn wat(input: &[u8]) {
    let text = std::str::from_utf8(input).ok();
    if let Some(bytes) = text.and_then(|text| wat::parse_str(text).ok()) {
        binary::check(&bytes);
    }
}

/// Uses a component that `wasm-smith` makes for everything that takes one.
pub fn wasm_smith(input: &[u8]) {
    if let Some(component) = smith::component(input) {
        binary::check(&component);
    }
}

/// Composes the components of an archive.
pub fn compose(input: &[u8]) {
    if let Some(archive) = Archive::parse(input) {
        compose::check(&archive);
    }
}

/// Adds a stub to a caller.
pub fn add_stub_dependency(input: &[u8]) {
    if let Some(archive) = Archive::parse(input) {
        add_stub::check(&archive, input);
    }
}

/// Edits a `Cargo.toml` and a `Makefile.toml`.
pub fn toml(input: &[u8]) {
    if let Some(archive) = Archive::parse(input) {
        toml::check(&archive);
    }
}
