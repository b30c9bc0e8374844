//! `src/rpc.rs`: the parts of it that a crate uses.
//!
//! In the text, a part that only some crates have stands between `// @if part` (or `// @if !part`) and `// @end`. These
//! lines are left out, and so is the text between them if the crate does not have the part:
//!
//! | part | crates |
//! | --- | --- |
//! | `trap`, `result` | those that end the program when a call fails, and those whose functions return the error |
//! | `ends` | those that can end the program: those of `trap`, and those with futures |
//! | `send` | those with functions that wait for nothing |
//! | `future` | those with functions that return a future |

use super::options::header;
use wasm_rpc_stubgen_model::{Call, RpcErrors, StubModel};

const RPC: &str = include_str!("runtime/rpc.rs");

/// The file.
pub(super) fn rpc(model: &StubModel) -> String {
    let traps = model.options.rpc_errors == RpcErrors::Trap;
    let has_futures = !model.futures.is_empty();
    let parts = [
        ("trap", traps),
        ("result", !traps),
        ("ends", traps || has_futures),
        ("send", model.functions().any(|function| function.call == Call::Send)),
        ("future", has_futures),
    ];
    let has = |part: &str| parts.iter().find(|(name, _)| *name == part).expect("a part of the text is known").1;
    format!("{}{}", header("//"), select(RPC, has))
}

/// The lines of `text` without those of parts that the crate does not have.
fn select(text: &str, has: impl Fn(&str) -> bool) -> String {
    let mut selected = String::new();
    let mut parts = Vec::new();
    for line in text.lines() {
        match line.trim_start().strip_prefix("// @") {
            Some("end") => {
                parts.pop();
            }
            Some(start) => {
                let part = start.strip_prefix("if ").expect("a part starts with `@if`");
                parts.push(part.strip_prefix('!').map_or_else(|| has(part), |part| !has(part)));
            }
            None if parts.iter().all(|has| *has) => {
                selected.push_str(line);
                selected.push('\n');
            }
            None => {}
        }
    }
    assert!(parts.is_empty(), "every part has an end");
    selected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_selected() {
        let text = "a\n// @if x\nb\n    // @if !y\nc\n// @end\nd\n// @end\ne\n";
        assert_eq!(select(text, |_| true), "a\nb\nd\ne\n");
        assert_eq!(select(text, |part| part == "x"), "a\nb\nc\nd\ne\n");
        assert_eq!(select(text, |_| false), "a\ne\n");
    }
}
