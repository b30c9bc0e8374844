//! The common frame of `encode.rs` and `decode.rs`: the code that is the same in every crate, and what the stub's types use.

use super::definitions::Definitions;
use super::options::header;
use super::source::Source;
use super::types::Types;

/// A file that starts with `runtime`, for the code of `definitions`.
pub(super) fn module(types: &Types, definitions: &Definitions, runtime: &str) -> Source {
    let (docs, code) = runtime.split_once("\nuse ").expect("a runtime uses something");
    let (uses, code) = code.split_once("\n\n").expect("code follows the uses");
    let mut uses: Vec<_> = uses.split("\nuse ").map(|used| used.trim_end_matches(';')).collect();
    let handles = definitions.owned.iter().chain(&definitions.borrowed);
    let paths: Vec<_> = definitions.named.keys().chain(handles).map(|id| types.path(*id)).collect();
    let starts = |module: &str| paths.iter().any(|path| path.starts_with(module));
    let extra = [
        ("crate::bindings", starts("bindings::")),
        ("crate::resources", !definitions.owned.is_empty() || !definitions.borrowed.is_empty()),
        ("crate::stub", starts("stub::")),
    ];
    uses.extend(extra.into_iter().filter_map(|(path, used)| used.then_some(path)));
    uses.sort_unstable();
    let mut source = Source::new(format!("{}{docs}\n", header("//")));
    uses.iter().for_each(|path| source.line(format!("use {path};")));
    source.gap();
    code.lines().for_each(|line| source.line(line));
    source
}

/// The code for tuples: `tuple_macro`, which defines the macro `tuple`, and a use of the macro for each length.
pub(super) fn tuples(source: &mut Source, definitions: &Definitions, tuple_macro: &str) {
    if definitions.tuples.is_empty() {
        return;
    }
    source.gap();
    tuple_macro.lines().for_each(|line| source.line(line));
    source.gap();
    for length in &definitions.tuples {
        let parts: Vec<_> = (0..*length).map(|index| format!("T{index} {index}")).collect();
        source.line(format!("tuple!({length}: {});", parts.join(", ")));
    }
}
