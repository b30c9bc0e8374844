//! One line for each thing that a user of the library can name.

use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item, Meta, Visibility};

use super::sources::{Crate, Crates};

/// The lines of all exports, in the order of their names.
pub fn of(crates: &Crates) -> String {
    let mut lines = Vec::new();
    for (name, first) in &crates.exports {
        if name == first {
            lines.push(format!("pub use {name}"));
            continue;
        }
        let from = crates.crate_of(first);
        let [item] = from.items.get(name).map_or(&[][..], Vec::as_slice) else {
            panic!("`{name}` is defined once in the sources of `{first}`");
        };
        define(name, item, &mut lines);
        implementations(name, from, &mut lines);
    }
    lines.join("\n") + "\n"
}

fn define(name: &str, item: &Item, lines: &mut Vec<String>) {
    match item {
        Item::Struct(item) => {
            lines.push(format!("{}pub struct {name}{}", marks(&item.attrs), text(&item.generics)));
            derives(name, &item.attrs, lines);
            let is_whole = fields(name, &item.fields, Visible::Marked, lines);
            if !is_whole {
                lines.push(format!("{name}: private fields"));
            }
        }
        Item::Enum(item) => {
            lines.push(format!("{}pub enum {name}{}", marks(&item.attrs), text(&item.generics)));
            derives(name, &item.attrs, lines);
            for variant in &item.variants {
                let path = format!("{name}::{}", variant.ident);
                lines.push(format!("{}{path}", marks(&variant.attrs)));
                fields(&path, &variant.fields, Visible::All, lines);
            }
        }
        Item::Fn(item) => lines.push(format!("pub {}", text(&item.sig))),
        other => lines.push(text(other)),
    }
}

/// Which fields are a part of the API.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visible {
    /// Those that are `pub`.
    Marked,
    /// All, as in an enum.
    All,
}

/// The lines of the visible fields; returns whether these are all.
fn fields(path: &str, fields: &Fields, visible: Visible, lines: &mut Vec<String>) -> bool {
    let mut is_whole = true;
    for (index, field) in fields.iter().enumerate() {
        if visible == Visible::Marked && !matches!(field.vis, Visibility::Public(_)) {
            is_whole = false;
            continue;
        }
        let name = field.ident.as_ref().map_or(index.to_string(), ToString::to_string);
        lines.push(format!("{path}.{name}: {}", text(&field.ty)));
    }
    is_whole
}

fn implementations(name: &str, from: &Crate, lines: &mut Vec<String>) {
    let mut traits = Vec::new();
    let mut items = Vec::new();
    for block in from.impls.get(name).into_iter().flatten() {
        match &block.trait_ {
            Some((path, _)) => traits.push(format!("impl {} for {name}", text(path))),
            None => items.extend(block.items.iter().filter_map(|item| inherent(name, item))),
        }
    }
    traits.sort();
    lines.extend(traits);
    lines.extend(items);
}

/// The line of a public item of a type.
fn inherent(name: &str, item: &ImplItem) -> Option<String> {
    match item {
        ImplItem::Fn(item) if matches!(item.vis, Visibility::Public(_)) => {
            let signature = text(&item.sig);
            let (before, after) = signature.split_once("fn ").expect("a function's signature has `fn`");
            Some(format!("pub {before}fn {name}::{after}"))
        }
        ImplItem::Const(item) if matches!(item.vis, Visibility::Public(_)) => {
            Some(format!("pub const {name}::{}: {}", item.ident, text(&item.ty)))
        }
        _ => None,
    }
}

/// The derived traits.
fn derives(name: &str, attributes: &[Attribute], lines: &mut Vec<String>) {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let mut derived: Vec<String> = lists
        .filter_map(|attribute| match &attribute.meta {
            Meta::List(list) => Some(tidy(&list.tokens.to_string())),
            Meta::Path(_) | Meta::NameValue(_) => None,
        })
        .flat_map(|list| list.split(", ").map(str::to_string).collect::<Vec<_>>())
        .collect();
    derived.sort();
    lines.extend(derived.into_iter().map(|derived| format!("derive {derived} for {name}")));
}

/// The attributes that change what a user may do.
fn marks(attributes: &[Attribute]) -> String {
    let marked = |mark: &str| attributes.iter().any(|attribute| attribute.path().is_ident(mark));
    ["non_exhaustive", "must_use"].into_iter().filter(|mark| marked(mark)).map(|mark| format!("#[{mark}] ")).collect()
}

fn text(tokens: &impl ToTokens) -> String {
    tidy(&tokens.to_token_stream().to_string())
}

/// Tokens as one would write them.
fn tidy(tokens: &str) -> String {
    let mut text = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" : ", ": "),
        (" , ", ", "),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" < ", "<"),
        ("< ", "<"),
        (" <", "<"),
        (" > ", "> "),
        (" >", ">"),
        ("& ", "&"),
        (" ;", ";"),
        ("[ ", "["),
        (" ]", "]"),
        (",)", ")"),
        ("- >", "->"),
        (" ->", " ->"),
        ("' ", "'"),
    ] {
        text = text.replace(from, to);
    }
    text.replace("->", " -> ").replace("  ", " ").replace("=(", "= (").replace("mut self", "self")
}
