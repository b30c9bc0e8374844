//! The tutorial's WIT as spelled in 2024. Today's binding generators refuse it, so a user must change it before the crates
//! compile. Our commands accept it, name the lines to change, and write today's spelling.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::stage::{INITIALIZE, START, Stage};
use crate::example::{self, Tree};
use crate::file::write_if_changed;
use crate::shell::{diagnostics, say};

/// The WIT of the two crates.
const SOURCES: [&str; 2] = ["purchase-history/wit/purchase-history.wit", "shopping-cart/wit/shopping-cart.wit"];

/// Each of our commands that read WIT, and the crate whose WIT it is.
const COMMANDS: [(&str, &str); 4] = [
    ("wasm-rpc-stubgen generate -s purchase-history/wit -d generated", "purchase-history"),
    (
        "wasm-rpc-stubgen build -s purchase-history/wit --dest-wasm target/stub.wasm --dest-wit-root built",
        "purchase-history",
    ),
    ("wasm-rpc-stubgen add-stub-dependency -s built -d shopping-cart/wit", "shopping-cart"),
    (INITIALIZE, "purchase-history"),
];

/// Runs all commands on it.
pub fn check(stage: &Stage<'_>) -> Result<()> {
    let folder = stage.output.join("spelling-2024");
    for (path, content) in example::read_tree(&stage.workspace.root.join(START))? {
        write_if_changed(&folder.join(path), &content)?;
    }
    for source in SOURCES {
        let path = folder.join(source);
        let text = as_in_2024(&fs::read_to_string(&path)?);
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
    }
    let before = example::read_tree(&folder)?;
    for (command, source) in COMMANDS {
        say(&format!("$ {command}"));
        let said = diagnostics(&mut stage.shell(command, &folder)?)?;
        check_hints(&said, source, &before).with_context(|| format!("`{command}` said:\n{said}"))?;
    }
    check_written(&before, &example::read_tree(&folder)?)
}

/// Today's WIT as spelled in 2024.
fn as_in_2024(wit: &str) -> String {
    let respell = |line: &str| match line.strip_suffix(");") {
        Some(function) if line.contains("func(") => format!("{function}) -> ();\n"),
        Some(_) | None => format!("{}\n", line.replace("f32", "float32")),
    };
    wit.lines().map(respell).collect()
}

/// The output must have the place of each old spelling's first use in the crate's WIT, and a hint.
fn check_hints(said: &str, source: &str, files: &Tree) -> Result<()> {
    let (path, text) = files
        .iter()
        .find(|(path, _)| path.starts_with(source) && path.extension().is_some_and(|extension| extension == "wit"))
        .with_context(|| format!("{source} has no WIT"))?;
    let text = String::from_utf8_lossy(text);
    for (old, hint) in [("float32", "hint: write `f32`"), ("-> ()", "hint: remove `-> ()`")] {
        let (line, column) = place(&text, old).with_context(|| format!("{} has no `{old}`", path.display()))?;
        let place = format!("{}:{line}:{column}", path.display());
        ensure!(said.contains(&place) && said.contains(hint), "the output lacks `{place}` or `{hint}`");
    }
    Ok(())
}

/// Line and column, from 1, of the first `wanted` in a text.
fn place(text: &str, wanted: &str) -> Option<(usize, usize)> {
    text.lines().zip(1..).find_map(|(line, number)| line.find(wanted).map(|column| (number, column + 1)))
}

/// The user's WIT is unchanged, and new WIT has today's spelling.
fn check_written(before: &Tree, after: &Tree) -> Result<()> {
    let is_wit = |path: &Path| path.extension().is_some_and(|extension| extension == "wit");
    for (path, text) in after.iter().filter(|(path, _)| is_wit(path)) {
        match before.get(path) {
            Some(mine) => ensure!(mine == text, "{} was changed", path.display()),
            None => {
                // A case of `golem:rpc` is called so.
                let text = String::from_utf8_lossy(text).replace("prim-float", "");
                let old = ["float32", "float64", "-> ()"].into_iter().find(|old| text.contains(old));
                ensure!(old.is_none(), "{} has `{}`", path.display(), old.unwrap_or_default());
            }
        }
    }
    let count = |tree: &Tree| tree.keys().filter(|path| is_wit(path)).count();
    ensure!(count(after) > count(before), "no WIT was written");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wit_is_spelled_as_in_2024() {
        let today = "record r { a: f32 }\nf: func(a: u8);\ng: func() -> f32;\n";
        let then = "record r { a: float32 }\nf: func(a: u8) -> ();\ng: func() -> float32;\n";
        assert_eq!(as_in_2024(today), then);
        assert_eq!(place(then, "-> ()"), Some((2, 16)));
    }
}
