//! The expected files of every case: the model, the WIT and the component, or the diagnostics.
//!
//! | beside `wit/` | content |
//! | --- | --- |
//! | `model.txt` | the model of the stub |
//! | `expected/` | the stub's WIT package |
//! | `component.wat` | the printed stub component |
//! | `component.txt` | a summary instead, if the printed component would be too long to read |
//! | `diagnostics.txt` | all diagnostics of a case that must fail |
//!
//! `BLESS=1 cargo test -p stubgen-tests goldens` rewrites these files. In both modes the tests also parse the WIT from disk,
//! validate the component, and check its world against the contract.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use stubgen_tests::cases::{Built, Case, cases, golden};
use stubgen_tests::model_text::model_text;
use wasm_rpc_stubgen_model::{Call, Diagnostic, Excerpt, ResourceKind, RpcErrors, Severity, StubModel};
use wasmparser::{ExternalKind, Parser, Payload, TypeRef, Validator, WasmFeatures};
use wit_parser::decoding::{DecodedWasm, decode};
use wit_parser::{Function, IndexMap, InterfaceId, Resolve, WorldId, WorldItem};

/// Printed components above this size, in bytes, are summarized.
const READABLE: usize = 72 * 1024;

const RPC: &str = "golem:rpc/types@0.1.0";

#[test]
fn good_cases() {
    run(&cases(false), good);
}

#[test]
fn error_cases() {
    run(&cases(true), wrong);
}

/// Runs `check`, which returns errors, on each case, and reports all errors together.
fn run(cases: &[Case], check: impl Fn(&Case) -> Vec<String>) {
    let report = |case: &Case| check(case).into_iter().map(|wrong| format!("{}: {wrong}", case.name)).collect();
    let wrong: Vec<String> = cases.iter().flat_map::<Vec<_>, _>(report).collect();
    assert!(wrong.is_empty(), "{}\n\nBLESS=1 rewrites the expected files", wrong.join("\n\n"));
}

fn good(case: &Case) -> Vec<String> {
    let (built, again) = match (case.build(), case.build()) {
        (Ok(built), Ok(again)) => (built, again),
        (Err(diagnostics), _) | (_, Err(diagnostics)) => return vec![blocks(case, &diagnostics)],
    };
    let mut wrong = Vec::new();
    if built.wasm != again.wasm || built.wit.files != again.wit.files {
        wrong.push("a second build gives other bytes".to_string());
    }
    wrong.extend(golden(&case.path.join("model.txt"), &model_text(&built.model)));
    wrong.extend(component_goldens(case, &built));
    wrong.extend(wit_goldens(case, &built));
    wrong.extend(parsed_wit(case, &built.model).err());
    wrong.extend(component_world(&built).err());
    let known = [
        "wit",
        "world",
        "shape",
        "features",
        "wit.wat",
        "model.txt",
        "expected",
        "component.wat",
        "component.txt",
        "crate",
    ];
    wrong.extend(strays(case, &known));
    wrong
}

fn wrong(case: &Case) -> Vec<String> {
    let diagnostics = match case.build() {
        Ok(_) => return vec!["must fail, and is built".to_string()],
        Err(diagnostics) => diagnostics,
    };
    let mut wrong = Vec::new();
    if !diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        wrong.push("fails without an error".to_string());
    }
    let said = blocks(case, &diagnostics);
    if said.contains(env!("CARGO_MANIFEST_DIR")) {
        wrong.push(format!("says where this machine keeps it: {said}"));
    }
    wrong.extend(golden(&case.path.join("diagnostics.txt"), &said));
    wrong.extend(strays(case, &["wit", "world", "shape", "features", "wit.wat", "diagnostics.txt"]));
    wrong
}

/// Diagnostics as the command line shows them, with paths relative to the case.
fn blocks(case: &Case, diagnostics: &[Diagnostic]) -> String {
    let mut blocks = Vec::new();
    for diagnostic in diagnostics {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let mut block = format!("{severity}: {}\n", diagnostic.message);
        let mut line = |line: String| writeln!(block, "{line}").expect("text can be written to a string");
        if let Some(location) = &diagnostic.location {
            line(format!("  --> {location}"));
        }
        if let Some(Excerpt { line: number, text, column, length }) = &diagnostic.excerpt {
            line(format!("{number:>4} | {text}"));
            line(format!("     | {:column$}{}", "", "^".repeat(*length)));
        }
        for item in &diagnostic.items {
            line(format!(
                "  - {}{}",
                item.text,
                item.location.iter().map(|at| format!(" at {at}")).collect::<String>()
            ));
        }
        if let Some(hint) = &diagnostic.hint {
            line(format!("  hint: {hint}"));
        }
        blocks.push(block);
    }
    let folder = testkit::portable(&format!("{}/", case.path.display()));
    testkit::portable(&blocks.join("\n")).replace(&folder, "")
}

/// Files in the case's folder that no test reads.
fn strays(case: &Case, known: &[&str]) -> Vec<String> {
    let unknown = |name: &String| !known.contains(&name.split('/').next().unwrap_or_default());
    let found = files(&case.path).into_iter().filter(unknown);
    found.map(|name| format!("`{name}` belongs to no case")).collect()
}

/// The paths of all files below `directory`, relative to it; none if it does not exist.
fn files(directory: &Path) -> BTreeSet<String> {
    let found = if directory.is_dir() { testkit::files(directory) } else { Vec::new() };
    found.into_iter().map(|(path, _)| testkit::portable(&path.to_string_lossy())).collect()
}

/// Compares `expected/` with what is emitted, both ways.
fn wit_goldens(case: &Case, built: &Built) -> Vec<String> {
    let expected = case.path.join("expected");
    let mut left = files(&expected);
    let mut wrong = Vec::new();
    for (path, content) in built.wit.files.iter() {
        left.remove(path);
        wrong.extend(golden(&expected.join(path), std::str::from_utf8(content).expect("WIT is text")));
    }
    wrong.extend(left.iter().filter_map(|path| obsolete(&expected.join(path))));
    wrong
}

/// Removes an obsolete golden if `BLESS` is set, and else reports it.
fn obsolete(path: &Path) -> Option<String> {
    if !path.exists() {
        return None;
    }
    if std::env::var_os("BLESS").is_none() {
        return Some(format!("`{}` is obsolete", path.display()));
    }
    fs::remove_file(path).expect("a golden can be removed");
    // The folder too, if this was its last file.
    let _ = fs::remove_dir(path.parent().expect("a golden lies in a folder"));
    None
}

/// Compares the printed component, or its summary.
fn component_goldens(case: &Case, built: &Built) -> Vec<String> {
    let printed = wasmprinter::print_bytes(&built.wasm).unwrap_or_else(|error| format!("not printable: {error:#}"));
    let (long, short) = (case.path.join("component.wat"), case.path.join("component.txt"));
    let (path, other, text) = match printed.len() {
        0..=READABLE => (long, short, format!("{}\n", without_versions(printed.trim_end()))),
        _ => (short, long, summary(&built.wasm)),
    };
    golden(&path, &text).into_iter().chain(obsolete(&other)).collect()
}

/// The printed component, the same with every release.
fn without_versions(printed: &str) -> String {
    let tool = |line: &str| line.trim_start().starts_with("(processed-by ");
    let blank = |line: &str| match line.rsplitn(3, '"').nth(2) {
        Some(name) if tool(line) => format!("{name}\"…\")"),
        _ => line.to_string(),
    };
    printed.lines().map(blank).collect::<Vec<_>>().join("\n")
}

/// The world of a component, the sizes of its functions, and its own.
fn summary(wasm: &[u8]) -> String {
    let mut text = format!("{} bytes\n", wasm.len());
    let mut line = |line: String| writeln!(text, "{line}").expect("text can be written to a string");
    match decoded(wasm) {
        Err(error) => line(error),
        Ok((resolve, world)) => {
            for (word, items) in
                [("import", &resolve.worlds[world].imports), ("export", &resolve.worlds[world].exports)]
            {
                for (key, item) in items {
                    line(format!("{word} {}", resolve.name_world_key(key)));
                    functions(&resolve, item).keys().for_each(|name| line(format!("  {name}")));
                }
            }
        }
    }
    let mut sizes = Vec::new();
    for payload in Parser::new(0).parse_all(wasm).map_while(Result::ok) {
        if let Payload::CodeSectionEntry(body) = payload {
            sizes.push(body.as_bytes().len());
        }
    }
    let (count, largest) = (sizes.len(), sizes.iter().max().copied().unwrap_or_default());
    line(format!("{count} core functions, {} bytes, the largest {largest}", sizes.iter().sum::<usize>()));
    text
}

fn decoded(wasm: &[u8]) -> Result<(Resolve, WorldId), String> {
    match decode(wasm).map_err(|error| format!("the component cannot be decoded: {error:#}"))? {
        DecodedWasm::Component(resolve, world) => Ok((resolve, world)),
        DecodedWasm::WitPackage(..) => Err("the stub is a WIT package, not a component".to_string()),
    }
}

fn functions<'a>(resolve: &'a Resolve, item: &WorldItem) -> &'a IndexMap<String, Function> {
    match item {
        WorldItem::Interface { id, .. } => &resolve.interfaces[*id].functions,
        WorldItem::Function(_) | WorldItem::Type { .. } => panic!("a stub's world has interfaces only"),
    }
}

/// Parses the package in `expected/` as the tools of a user would, and looks for what it must have.
fn parsed_wit(case: &Case, model: &StubModel) -> Result<(), String> {
    let mut resolve = Resolve::new();
    let (package, _) = resolve.push_dir(case.path.join("expected")).map_err(|error| format!("{error:#}"))?;
    let package = &resolve.packages[package];
    if package.name != model.package {
        return Err(format!("the stub's package is `{}`", package.name));
    }
    let world = *package.worlds.get(&model.world).ok_or("the stub's package lacks its world")?;
    let interface = *package.interfaces.get(&model.interface).ok_or("the stub's package lacks its interface")?;
    let exports: Vec<_> = resolve.worlds[world].exports.values().filter_map(interface_id).collect();
    match exports == [interface] && resolve.worlds[world].exports.len() == 1 {
        true => Ok(()),
        false => Err(format!("`{}` does not export `{}` alone", model.world, model.interface)),
    }
}

fn interface_id(item: &WorldItem) -> Option<InterfaceId> {
    match item {
        WorldItem::Interface { id, .. } => Some(*id),
        WorldItem::Function(_) | WorldItem::Type { .. } => None,
    }
}

/// Validates the component and holds its world against the contract: it exports the stub interface, and imports
/// `golem:rpc/types` with what it uses of it, what it needs of WASI for futures and to report errors, and types.
fn component_world(built: &Built) -> Result<(), String> {
    let mut validator = Validator::new_with_features(WasmFeatures::all());
    validator.validate_all(&built.wasm).map_err(|error| format!("the component is not valid: {error}"))?;
    let (resolve, world) = decoded(&built.wasm)?;
    let named = |items: &IndexMap<_, WorldItem>| -> Vec<(String, Vec<String>)> {
        let of = |item| functions(&resolve, item).keys().cloned().collect();
        items.iter().map(|(key, item)| (resolve.name_world_key(key), of(item))).collect()
    };
    let emitted = &built.wit.resolve;
    let interface = emitted.id_of(built.wit.interface).expect("the stub interface has a name");
    let stub = (interface, emitted.interfaces[built.wit.interface].functions.keys().cloned().collect());
    let exports = named(&resolve.worlds[world].exports);
    if exports != [stub] {
        return Err(format!("the component exports {exports:?}"));
    }
    for (name, functions) in named(&resolve.worlds[world].imports) {
        let allowed = match name.as_str() {
            RPC => used_of_rpc(&built.model),
            name => used_of_wasi(&built.model, name),
        };
        if functions.iter().map(String::as_str).collect::<BTreeSet<_>>() != allowed {
            return Err(format!("the component imports `{name}` with {functions:?}, and needs {allowed:?}"));
        }
    }
    core_imports(&built.wasm)
}

/// The functions of `golem:rpc/types` that a stub of this model cannot do without.
fn used_of_rpc(model: &StubModel) -> BTreeSet<&'static str> {
    let mut used = BTreeSet::from(["[constructor]wasm-rpc"]);
    let invokes = |resource: &wasm_rpc_stubgen_model::StubResource| {
        matches!(resource.kind, ResourceKind::Remote { .. }) || !resource.functions.is_empty()
    };
    if model.resources.iter().any(invokes) {
        used.insert("[method]wasm-rpc.invoke-and-await");
    }
    for function in model.functions() {
        match function.call {
            Call::Blocking => {}
            Call::Send => drop(used.insert("[method]wasm-rpc.invoke")),
            Call::Future(_) => used.extend([
                "[method]wasm-rpc.async-invoke-and-await",
                "[method]future-invoke-result.subscribe",
                "[method]future-invoke-result.get",
            ]),
        }
    }
    used
}

/// The functions of an interface of WASI that it cannot do without.
fn used_of_wasi(model: &StubModel, interface: &str) -> BTreeSet<&'static str> {
    let has_futures = model.functions().any(|function| matches!(function.call, Call::Future(_)));
    BTreeSet::from_iter(match (interface, model.options.rpc_errors) {
        ("wasi:io/poll@0.2.0", _) if has_futures => Some("[method]pollable.ready"),
        ("wasi:cli/stderr@0.2.0", RpcErrors::Trap) => Some("get-stderr"),
        ("wasi:io/streams@0.2.0", RpcErrors::Trap) => Some("[method]output-stream.blocking-write-and-flush"),
        _ => None,
    })
}

/// Checks that the core module which does the work calls or hands out every function that it imports.
fn core_imports(wasm: &[u8]) -> Result<(), String> {
    let mut imports = Vec::new();
    let mut called = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            // Of the modules in the component the first is the stub; adapters come after it.
            Payload::ImportSection(section) if imports.is_empty() => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| error.to_string())?;
                    if matches!(import.ty, TypeRef::Func(_)) {
                        imports.push(format!("{} {}", import.module, import.name));
                    }
                }
            }
            Payload::ExportSection(section) => {
                let exports = section.into_iter().flatten().filter(|export| export.kind == ExternalKind::Func);
                called.extend(exports.map(|export| export.index));
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader().into_iter().flatten().flatten() {
                    if let wasmparser::Operator::Call { function_index } = operator {
                        called.insert(function_index);
                    }
                }
                continue;
            }
            Payload::ModuleSection { .. } if !imports.is_empty() => break,
            _ => {}
        }
    }
    let unused: Vec<_> = (0..).zip(&imports).filter(|(index, _)| !called.contains(index)).collect();
    match unused.is_empty() {
        true => Ok(()),
        false => Err(format!("the core module imports what it does not call: {unused:?}")),
    }
}
