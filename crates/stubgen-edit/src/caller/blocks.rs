//! Finds the interfaces and worlds in a WIT text, and edits such a text without changing the rest.

use std::ops::Range;

use stubgen_model::tokenize;

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
    let tokens = tokenize(source);
    let mut blocks: Vec<Block> = Vec::new();
    let (mut depth, mut leading) = (0usize, 0);
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
    fn odd_text_has_no_blocks() {
        for source in ["", "interface", "interface i", "interface i {", "}", "{ interface i { } }", "world {}"] {
            assert_eq!(find(source, "interface", "i"), None, "{source}");
        }
    }

    #[test]
    fn edits_are_made_in_any_order() {
        assert_eq!(edited("abcdef", vec![(4..5, "E".into()), (1..1, "-".into()), (2..4, String::new())]), "a-bEf");
    }
}
