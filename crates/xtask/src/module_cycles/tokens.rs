//! Rust source -> its identifiers and punctuation, without comments, literals and lifetimes.

/// The tokens: identifiers whole, `::` as one, other characters one by one.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = literal_or_comment(rest);
        if skipped > 0 {
            rest = &rest[skipped..];
            continue;
        }
        let length = match first {
            _ if rest.starts_with("::") => 2,
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        if !first.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of the comment, string, char literal or lifetime that the text starts with, or 0.
fn literal_or_comment(text: &str) -> usize {
    let up_to = |start: usize, end: &str| text[start..].find(end).map_or(text.len(), |at| start + at + end.len());
    if text.starts_with("//") {
        return up_to(0, "\n");
    }
    if text.starts_with("/*") {
        return up_to(2, "*/");
    }
    if let Some(after) = text.strip_prefix("br").or_else(|| text.strip_prefix('r')) {
        let hashes = after.len() - after.trim_start_matches('#').len();
        if after[hashes..].starts_with('"') {
            let start = text.len() - after.len() + hashes + 1;
            return up_to(start, &format!("\"{}", "#".repeat(hashes)));
        }
    }
    match text.as_bytes() {
        [b'"', ..] => quoted(text, '"'),
        [b'\'', b'\\', ..] => quoted(text, '\''),
        [b'\'', ..] => {
            let mut chars = text.char_indices().skip(2);
            match chars.next() {
                Some((at, '\'')) => at + 1,
                _ => 1 + text[1..].find(|c| !is_word(c)).unwrap_or(text.len() - 1),
            }
        }
        _ => 0,
    }
}

/// The length of a literal with escapes.
fn quoted(text: &str, quote: char) -> usize {
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}
