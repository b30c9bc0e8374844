//! The tokens of a WIT text with their offsets, for edits that keep the rest of the text.
//!
//! Invalid input results in odd tokens, not in an error: the parser reports it.

use crate::parsable::{block_comment, string};

/// A word or a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The characters.
    pub text: &'a str,
    /// The offset of the first byte.
    pub start: usize,
}

impl Token<'_> {
    /// The offset after the last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words and punctuation marks of `source`, without blanks and comments.
pub fn tokenize(source: &str) -> Vec<Token<'_>> {
    let bytes = source.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let rest = &source[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at += block_comment(rest);
        } else if bytes[at] == b'"' {
            at += string(rest);
        } else if is_word(bytes[at]) && !rest.starts_with("->") {
            while at < bytes.len() && is_word(bytes[at]) && !source[at..].starts_with("->") {
                at += 1;
            }
            tokens.push(Token { text: &source[start..at], start });
        } else {
            let len = if rest.starts_with("->") { 2 } else { rest.chars().next().map_or(1, char::len_utf8) };
            at += len;
            if !source[start..at].trim().is_empty() {
                tokens.push(Token { text: &source[start..at], start });
            }
        }
    }
    tokens
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'%')
}

/// The offset of the word `package` that declares the package of a file.
pub fn package_declaration(source: &str) -> Option<usize> {
    let tokens = tokenize(source);
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.text {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            // A nested package has a body, a declaration has a semicolon.
            "package" if depth == 0 => {
                let end = tokens[index..].iter().find(|token| token.text == ";" || token.text == "{")?;
                if end.text == ";" {
                    return Some(token.start);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_is_found_behind_comments_and_nested_packages() {
        for (source, expected) in [
            ("package a:b;", Some(0)),
            ("// package a:b;\n/* package */ package a:b@1.0.0;", Some(30)),
            ("package x:y { interface package { } }\npackage a:b;", Some(38)),
            ("interface i { package: func(); }", None),
            ("package", None),
            ("", None),
        ] {
            assert_eq!(package_declaration(source), expected, "{source}");
        }
    }
}
