//! Finds the interfaces and worlds in a WIT text, and edits such a text without changing the rest.

use std::ops::Range;

use wasm_rpc_stubgen_model::{Token, tokenize};
use wit_parser::PackageName;

/// An interface or a world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// `interface` or `world`.
    pub keyword: String,
    /// Without `%`.
    pub name: String,
    /// The offset of its comments and gates, which end at `start`.
    pub leading: usize,
    /// The offset of the keyword.
    pub start: usize,
    /// The offsets of the braces.
    pub open: usize,
    pub close: usize,
}

/// The blocks of the package that a text declares, without those of nested packages.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    blocks_in(&tokenize(source), 0)
}

/// The blocks of the package `name` that is nested in a text, and the offset of its closing brace.
pub(super) fn nested_blocks(source: &str, name: &PackageName) -> Option<(Vec<Block>, usize)> {
    let tokens = tokenize(source);
    let depths = tokens.iter().scan(0usize, |depth, token| {
        let before = *depth;
        match token.text {
            "{" => *depth += 1,
            "}" => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(before)
    });
    let depths: Vec<usize> = depths.collect();
    let name = name.to_string();
    let starts = (0..tokens.len()).filter(|index| depths[*index] == 0 && tokens[*index].text == "package");
    starts.into_iter().find_map(|start| {
        let open = (start..tokens.len()).find(|index| matches!(tokens[*index].text, "{" | ";"))?;
        let words: String = tokens[start + 1..open].iter().map(|token| token.text.trim_start_matches('%')).collect();
        let close = (open + 1..tokens.len()).find(|index| depths[*index] == 1 && tokens[*index].text == "}")?;
        let is_wanted = tokens[open].text == "{" && words == name;
        is_wanted.then(|| (blocks_in(&tokens[open + 1..close], tokens[open].end()), tokens[close].start))
    })
}

/// The blocks among `tokens`; the text of the first may begin at `leading`.
fn blocks_in(tokens: &[Token<'_>], mut leading: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0usize;
    let mut open: Option<Block> = None;
    for (index, token) in tokens.iter().enumerate() {
        let word = |back: usize| index.checked_sub(back).map_or("", |index| tokens[index].text);
        match token.text {
            "{" => {
                if depth == 0 && matches!(word(2), "interface" | "world") {
                    let (keyword, name) = (word(2).to_string(), word(1).trim_start_matches('%').to_string());
                    let (start, close) = (tokens[index - 2].start, token.start);
                    open = Some(Block { keyword, name, leading, start, open: token.start, close });
                }
                depth += 1;
            }
            "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    blocks.extend(open.take().map(|block| Block { close: token.start, ..block }));
                    leading = token.end();
                }
            }
            ";" if depth == 0 => leading = token.end(),
            _ => {}
        }
    }
    blocks
}

/// The block with this keyword and name.
pub(super) fn find(source: &str, keyword: &str, name: &str) -> Option<Block> {
    blocks(source).into_iter().find(|block| block.keyword == keyword && block.name == name)
}

/// The text with each range replaced. Ranges must not overlap.
pub(super) fn edited(source: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for (range, new) in edits {
        text.push_str(&source[at..range.start]);
        text.push_str(&new);
        at = range.end;
    }
    text.push_str(&source[at..]);
    text
}

/// The package `text` with the interfaces and worlds of another text of the same package.
pub(super) fn appended(text: &str, other: &str) -> String {
    let items: Vec<&str> = blocks(other).iter().map(|block| whole(other, block)).collect();
    format!("{}\n\n{}\n", text.trim_end(), items.join("\n\n"))
}

/// The package `text`, with the interfaces and worlds of `other` in place of those of the same names.
pub(super) fn replaced(text: &str, other: &str) -> String {
    let new = blocks(other);
    let is_same = |one: &Block, other: &Block| one.keyword == other.keyword && one.name == other.name;
    let old = blocks(text).into_iter().filter(|old| new.iter().any(|new| is_same(new, old)));
    let removed = edited(text, old.map(|old| (old.leading..old.close + 1, String::new())).collect());
    appended(&removed, other)
}

/// A block with its documentation.
fn whole<'t>(text: &'t str, block: &Block) -> &'t str {
    text[block.leading..=block.close].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_found_with_what_is_above_them() {
        let source = "package a:b;\n/// one\n@since(version = 1.0.0)\ninterface %one { record r { x: u8 } }\n\
                      package x:y { interface one { } }\n// two\nworld two { export one; }\n";
        let found = blocks(source);
        let shown: Vec<_> = found.iter().map(|block| (&*block.keyword, &*block.name)).collect();
        assert_eq!(shown, [("interface", "one"), ("world", "two")]);
        assert_eq!(&source[found[0].leading..found[0].start], "\n/// one\n@since(version = 1.0.0)\n");
        assert_eq!(&source[found[0].open..=found[0].close], "{ record r { x: u8 } }");
        assert_eq!(&source[found[1].leading..found[1].start], "\n// two\n");
        assert_eq!(find(source, "world", "one"), None);
    }

    #[test]
    fn blocks_of_a_nested_package_are_found() {
        let source = "package a:b;\npackage x:%record@1.0.0-rc.1 { interface i { t: func(); } }\n\
                      package x:y { /* one */ interface one { } world w { } }\n";
        let name = |name: &str, version: Option<&str>| PackageName {
            namespace: "x".to_string(),
            name: name.to_string(),
            version: version.map(|version| version.parse().expect("a version")),
        };
        let (found, close) = nested_blocks(source, &name("y", None)).expect("it is nested");
        let shown: Vec<_> = found.iter().map(|block| (&*block.keyword, &*block.name)).collect();
        assert_eq!(shown, [("interface", "one"), ("world", "w")]);
        assert_eq!(&source[found[0].leading..=found[0].close], " /* one */ interface one { }");
        assert_eq!(&source[close..], "}\n");
        assert_eq!(nested_blocks(source, &name("record", Some("1.0.0-rc.1"))).map(|(found, _)| found.len()), Some(1));
        for missing in [name("z", None), name("y", Some("1.0.0"))] {
            assert_eq!(nested_blocks(source, &missing), None);
        }
        for odd in ["package", "package x:y", "package x:y {", "package x:y { interface i {"] {
            assert_eq!(nested_blocks(odd, &name("y", None)), None, "{odd}");
        }
    }

    #[test]
    fn odd_text_has_no_blocks() {
        for source in ["", "interface", "interface i", "interface i {", "}", "{ interface i { } }", "world {}"] {
            assert_eq!(find(source, "interface", "i"), None, "{source}");
        }
    }

    #[test]
    fn edits_are_made_in_any_order() {
        assert_eq!(edited("abcdef", vec![(4..5, "E".into()), (1..1, "-".into()), (2..4, String::new())]), "a-bEf");
    }

    #[test]
    fn a_stub_in_the_file_of_another_one_is_replaced_by_blocks() {
        let one = "package a:b;\n\n/// One.\ninterface stub-v { f: func(); }\n\nworld v { export stub-v; }\n";
        let two = "package a:b;\n\ninterface stub-w { }\n\nworld w { export stub-w; }\n";
        let both = appended(one, two);
        assert_eq!(both, format!("{one}\ninterface stub-w {{ }}\n\nworld w {{ export stub-w; }}\n"));
        assert_eq!(replaced(&both, two), both);
        let new = "package a:b;\ninterface stub-v { g: func(); }\nworld v { export stub-v; }\n";
        let expected = "package a:b;\n\ninterface stub-w { }\n\nworld w { export stub-w; }\n\n\
                        interface stub-v { g: func(); }\n\nworld v { export stub-v; }\n";
        assert_eq!(replaced(&both, new), expected);
    }
}
