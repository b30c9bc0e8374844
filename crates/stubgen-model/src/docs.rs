//! Documentation as it enters: without characters that WIT, Rust or an editor refuses.
//!
//! The parser checks the characters of a text, but accepts a carriage return inside of a line, which `rustc` refuses. In an
//! encoded package the documentation can be any text; printed, it would not be WIT again.
//!
//! | character | becomes |
//! | --- | --- |
//! | line breaks of Unicode: CR, CR LF, VT, FF, NEL, LS, PS | a newline |
//! | other control characters, marks of bidirectional text | nothing |
//! | letters that Unicode deprecates | U+FFFD |

use wit_parser::{Docs, Function, Interface, Resolve, TypeDef, TypeDefKind, UnresolvedPackage, World, WorldItem};

/// Cleans the documentation of a parsed package.
pub(crate) fn clean_package(package: &mut UnresolvedPackage) {
    clean(&mut package.docs);
    clean_items(
        package.worlds.iter_mut().map(|(_, world)| world),
        package.interfaces.iter_mut().map(|(_, interface)| interface),
        package.types.iter_mut().map(|(_, definition)| definition),
    );
}

/// Cleans the documentation of all packages of a decoded file.
pub(crate) fn clean_packages(resolve: &mut Resolve) {
    resolve.packages.iter_mut().for_each(|(_, package)| clean(&mut package.docs));
    clean_items(
        resolve.worlds.iter_mut().map(|(_, world)| world),
        resolve.interfaces.iter_mut().map(|(_, interface)| interface),
        resolve.types.iter_mut().map(|(_, definition)| definition),
    );
}

fn clean_items<'a>(
    worlds: impl Iterator<Item = &'a mut World>,
    interfaces: impl Iterator<Item = &'a mut Interface>,
    types: impl Iterator<Item = &'a mut TypeDef>,
) {
    worlds.for_each(clean_world);
    types.for_each(clean_type);
    for interface in interfaces {
        clean(&mut interface.docs);
        interface.functions.values_mut().for_each(clean_function);
    }
}

fn clean_world(world: &mut World) {
    clean(&mut world.docs);
    for item in world.imports.values_mut().chain(world.exports.values_mut()) {
        match item {
            WorldItem::Interface { docs, .. } => clean(docs),
            WorldItem::Function(function) => clean_function(function),
            WorldItem::Type { .. } => {}
        }
    }
}

fn clean_function(function: &mut Function) {
    clean(&mut function.docs);
}

fn clean_type(definition: &mut TypeDef) {
    clean(&mut definition.docs);
    match &mut definition.kind {
        TypeDefKind::Record(record) => record.fields.iter_mut().for_each(|field| clean(&mut field.docs)),
        TypeDefKind::Variant(variant) => variant.cases.iter_mut().for_each(|case| clean(&mut case.docs)),
        TypeDefKind::Enum(cases) => cases.cases.iter_mut().for_each(|case| clean(&mut case.docs)),
        TypeDefKind::Flags(flags) => flags.flags.iter_mut().for_each(|flag| clean(&mut flag.docs)),
        TypeDefKind::Resource
        | TypeDefKind::Handle(_)
        | TypeDefKind::Tuple(_)
        | TypeDefKind::Option(_)
        | TypeDefKind::Result(_)
        | TypeDefKind::List(_)
        | TypeDefKind::Map(..)
        | TypeDefKind::FixedLengthList(..)
        | TypeDefKind::Future(_)
        | TypeDefKind::Stream(_)
        | TypeDefKind::Type(_)
        | TypeDefKind::Unknown => {}
    }
}

fn clean(docs: &mut Docs) {
    if let Some(text) = docs.contents.as_mut().filter(|text| !text.chars().all(is_plain)) {
        *text = cleaned(text);
    }
}

fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(replacement).collect()
}

/// Whether a character stays.
fn is_plain(c: char) -> bool {
    replacement(c) == Some(c)
}

/// What a character becomes. The lists are those of `wit-parser`'s `lex.rs`, and the line breaks.
fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{149}' | '\u{673}' | '\u{f77}' | '\u{f79}' | '\u{17a3}' | '\u{17a4}' | '\u{17b4}' | '\u{17b5}' => {
            Some(char::REPLACEMENT_CHARACTER)
        }
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_become_newlines() {
        assert_eq!(cleaned("a\r b\r\nc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h\n\ti"), "a\n b\nc\nd\ne\nf\ng\nh\n\ti");
    }

    #[test]
    fn what_a_terminal_or_an_editor_would_act_on_goes() {
        assert_eq!(cleaned("a\0\u{1b}[31m\u{7f}\u{202e}b\u{2069}\u{149}"), "a[31mb\u{fffd}");
    }

    #[test]
    fn cleaned_text_is_wit_and_stays() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            let text = cleaned(&format!("a{c}b"));
            assert_eq!(cleaned(&text), text);
            let docs: String = text.lines().map(|line| format!("/// {line}\n")).collect();
            let mut sources = wit_parser::SourceMap::new();
            sources.push_str("a.wit", format!("package a:b;\n{docs}interface i {{}}"));
            assert!(sources.parse().is_ok(), "{c:?}");
        }
    }
}
