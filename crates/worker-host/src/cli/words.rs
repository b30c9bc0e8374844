//! Text -> words, split at whitespace or commas outside of the brackets, strings and char literals of WAVE.

/// Splits a line at whitespace: `c/w add-item {id: "a b"}` has three words.
pub fn words(line: &str) -> Vec<String> {
    let parts = split(line, char::is_whitespace);
    let words = parts.into_iter().filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The first word without the shell's single quotes, and what follows it; none if it does not begin with one. No function's
/// name begins with a quote.
pub fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('\'')?;
    let mut word = String::new();
    loop {
        let (inner, after) = rest.split_once('\'')?;
        word += inner;
        // `'\''` is a quote in the shell's quotes
        let Some(more) = after.strip_prefix(r"\''") else { return Some((word, after)) };
        word.push('\'');
        rest = more;
    }
}

/// Splits `f(1, "a")` into the function's name and its arguments; none for a word without `(`.
pub fn call(word: &str) -> Option<Result<(String, Vec<String>), String>> {
    let open = first_parenthesis(word)?;
    let name = word[..open].to_owned();
    let Some(inner) = word[open + 1..].strip_suffix(')') else {
        return Some(Err(format!("missing `)` at the end of `{word}`")));
    };
    Some(Ok((name, arguments(inner))))
}

/// The position of the first `(` outside of braces.
fn first_parenthesis(word: &str) -> Option<usize> {
    let mut depth = 0_usize;
    word.char_indices().find_map(|(position, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '(' if depth == 0 => return Some(position),
            _ => {}
        }
        None
    })
}

fn arguments(inner: &str) -> Vec<String> {
    let mut arguments: Vec<&str> = split(inner, |c| c == ',');
    // no arguments, or a trailing comma
    if arguments.last().is_some_and(|last| last.trim().is_empty()) {
        arguments.pop();
    }
    arguments.iter().map(|argument| argument.trim().to_owned()).collect()
}

/// Splits a text at the separators outside of brackets and literals.
fn split(text: &str, is_separator: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    let mut chars = text.char_indices();
    let mut quote: Option<char> = None;
    while let Some((position, c)) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                chars.next();
            }
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, c) if depth == 0 && is_separator(c) => {
                parts.push(&text[start..position]);
                start = position + c.len_utf8();
            }
            (None, _) => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whitespace_in_values_does_not_separate() {
        let line = r#"  cart/a  api.{add-item} {id: "a b", c: '\''}   [1, 2] (3, 4)"#;
        let expected = ["cart/a", "api.{add-item}", r#"{id: "a b", c: '\''}"#, "[1, 2]", "(3, 4)"];
        assert_eq!(words(line), expected);
        assert!(words("   ").is_empty());
    }

    #[test]
    fn a_call_in_one_word() {
        let parse = |word| call(word).map(|call| call.unwrap());
        let named = |name: &str, arguments: &[&str]| {
            let arguments = arguments.iter().map(|a| (*a).to_owned()).collect();
            Some((name.to_owned(), arguments))
        };
        assert_eq!(parse("f()"), named("f", &[]));
        assert_eq!(parse("f(1, \"a,b\", [1, 2],)"), named("f", &["1", "\"a,b\"", "[1, 2]"]));
        assert_eq!(
            parse("a:b/c@1.0.0.{r.f}(handle(urn:worker:c/w, 3), {x: 1})"),
            named("a:b/c@1.0.0.{r.f}", &["handle(urn:worker:c/w, 3)", "{x: 1}"])
        );
        assert_eq!(parse("{r.f}(1)"), named("{r.f}", &["1"]));
        assert_eq!(parse("f({x: 1})"), named("f", &["{x: 1}"]));
        assert_eq!(call("f"), None);
        assert_eq!(call("c.{f}"), None);
        assert!(call("f(1").unwrap().is_err());
    }
}
