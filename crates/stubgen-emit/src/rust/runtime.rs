//! `src/rpc.rs`: the parts of it that a crate needs.
//!
//! In the text, what only some crates have stands between `// @if part` (or `// @if !part`) and `// @end`. These lines
//! are left out, and so is all between them where the crate has not the part:
//!
//! | part | which crates have it |
//! | --- | --- |
//! | `trap`, `result` | those that end the program when a call fails, and those whose functions return the error |
//! | `ends` | those that can end the program: those of `trap`, and those with futures |
//! | `send` | those with functions that wait for nothing |
//! | `future` | those with functions that return a future |

use super::header;
use stubgen_model::{Call, RpcErrors, StubModel};

const RPC: &str = include_str!("runtime/rpc.rs");

/// The file.
pub(super) fn rpc(model: &StubModel) -> String {
    let errors = model.options.rpc_errors;
    let has = |part: &str| match part {
        "trap" => errors == RpcErrors::Trap,
        "result" => errors == RpcErrors::Result,
        "ends" => errors == RpcErrors::Trap || has_futures(model),
        "send" => model.functions().any(|function| function.call == Call::Send),
        "future" => has_futures(model),
        _ => unreachable!("`{part}` is no part of a crate"),
    };
    format!("{}{}", header("//"), select(RPC, has))
}

/// Whether there are functions that return a future.
pub(super) fn has_futures(model: &StubModel) -> bool {
    !model.futures.is_empty()
}

/// The lines of `text` that belong to no part or to parts that are there.
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
