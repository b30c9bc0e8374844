//! WIT text as `wit-parser` can read it.
//!
//! The parser takes the empty comment `/**/` for a doc comment and panics. It becomes blanks of the same length, so that
//! spans are those of the user's file.

use std::borrow::Cow;

const EMPTY_COMMENT: &str = "/**/";

/// `source` without empty block comments.
pub(crate) fn parsable(source: &str) -> Cow<'_, str> {
    let places = empty_comments(source);
    if places.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for start in places {
        text.push_str(&source[at..start]);
        text.push_str("    ");
        at = start + EMPTY_COMMENT.len();
    }
    text.push_str(&source[at..]);
    Cow::Owned(text)
}

/// The offsets of the empty block comments outside of other comments and of strings.
fn empty_comments(source: &str) -> Vec<usize> {
    let mut places = Vec::new();
    if !source.contains(EMPTY_COMMENT) {
        return places;
    }
    let mut at = 0;
    while let Some(found) = source[at..].find(['/', '"']) {
        at += found;
        let rest = &source[at..];
        at += if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with(EMPTY_COMMENT) {
            places.push(at);
            EMPTY_COMMENT.len()
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if rest.starts_with('"') {
            string(rest)
        } else {
            1
        };
    }
    places
}

/// The length of the block comment at the start of `rest`. Block comments nest.
pub(crate) fn block_comment(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (mut depth, mut at) = (0usize, 0);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                at += 2;
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The length of the string at the start of `rest`, with its quotes.
pub(crate) fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            byte => escaped = byte == b'\\' && !escaped,
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_comments_become_blanks() {
        for (source, expected) in [
            ("/**/package a:b;", "    package a:b;"),
            ("f: func(/**/ a: u8)/**/;/**/", "f: func(     a: u8)    ;    "),
            ("/***/ /** /**/ */ /* /**/ */", "/***/ /** /**/ */ /* /**/ */"),
            ("// /**/\n/**/", "// /**/\n    "),
            ("@external-id(\"\\\"/**/\") /**/", "@external-id(\"\\\"/**/\")     "),
            ("/**//**/é/", "        é/"),
            ("/* /**/", "/* /**/"),
        ] {
            assert_eq!(parsable(source), expected, "{source}");
        }
    }
}
