//! Adds the import of a stub to the text of the caller's world. The rest of the text stays.
//!
//! The import follows the last import, on a new line with the same indentation, or the opening brace if the world has no
//! imports. A world on one line stays on one line.

use std::fs;

use wasm_rpc_stubgen_model::{LoadError, ReadError, Token, WitFile, WitPackage, tokenize};

use super::blocks;
use super::error::AddStubError;
use super::stub::Stub;
use super::worlds::Worlds;

/// Whether to add the import to the caller's world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// Do not add it.
    None,
    /// Add it to the world of this name, or to the only world.
    Add {
        /// The world.
        world: Option<String>,
    },
}

impl Import {
    /// The caller's package `main` with the import; `None` if it exists already or is not to be added.
    ///
    /// A world that a feature gate hides must be named.
    pub(super) fn edit(
        &self,
        stub: &Stub,
        main: &WitPackage,
        worlds: &Worlds<'_>,
    ) -> Result<Option<WitPackage>, AddStubError> {
        let Self::Add { world } = self else {
            return Ok(None);
        };
        let Some(name) = worlds.without_import(world.as_deref())? else {
            return Ok(None);
        };
        let line = format!("import {};", stub.import_path());
        let (file, at, text) = main
            .files
            .iter()
            .find_map(|file| insertion(&file.text, &name, &line).map(|(at, text)| (file, at, text)))
            .expect("a world that was parsed is in one of the files");
        Ok(Some(main.with_text(&file.path, &splice(&file.text, at, &text))?))
    }
}

/// The files of `after` whose text is not that of `before`, with their content.
pub(super) fn changed_files(before: &WitPackage, after: &WitPackage) -> Result<Vec<(String, Vec<u8>)>, AddStubError> {
    let pairs = before.files.iter().zip(&after.files).filter(|(before, after)| before.text != after.text);
    let changed = pairs.map(|(before, after)| {
        let name = before.path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok((name.expect("a file that was read has a name"), bytes(before, &after.text)?))
    });
    changed.collect()
}

/// The content of the file with another text. A byte order mark stays.
fn bytes(file: &WitFile, text: &str) -> Result<Vec<u8>, AddStubError> {
    let mut content = fs::read(&file.path).map_err(|source| LoadError::from(ReadError::new(&file.path, source)))?;
    content.truncate(content.len().saturating_sub(file.text.len()));
    content.extend(text.bytes());
    Ok(content)
}

fn splice(text: &str, at: usize, insertion: &str) -> String {
    format!("{}{insertion}{}", &text[..at], &text[at..])
}

/// The offset and the text of the insertion that adds `line` to the world `name`; `None` if there is no such world.
fn insertion(source: &str, name: &str, line: &str) -> Option<(usize, String)> {
    let body = Body::find(source, name)?;
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let (behind, indentation) = match body.last_import {
        Some((start, end)) => (end, indentation(source, start).to_string()),
        None => (body.open + 1, body.indentation(source)),
    };
    Some(match rest_of_line(source, behind) {
        Rest::Nothing { end } => (end, format!("{newline}{indentation}{line}")),
        Rest::Items if body.open + 1 == body.close => (behind, format!(" {line} ")),
        Rest::Items => (behind, format!(" {line}")),
    })
}

/// The body of a world.
struct Body {
    /// The offset of the word `world`.
    start: usize,
    /// The offsets of the braces.
    open: usize,
    close: usize,
    /// The offsets of the start and the end of the last import.
    last_import: Option<(usize, usize)>,
    /// The offset of the first item.
    first_item: Option<usize>,
}

impl Body {
    /// Finds the world. Worlds of nested packages do not count.
    fn find(source: &str, name: &str) -> Option<Self> {
        let block = blocks::find(source, "world", name)?;
        let tokens = tokenize(source);
        let open = tokens.iter().position(|token| token.start == block.open)?;
        Self::of(block.start, &tokens[open..])
    }

    /// Reads the items of the body that `tokens` begin with.
    fn of(start: usize, tokens: &[Token<'_>]) -> Option<Self> {
        let open = tokens.first()?.start;
        let mut body = Self { start, open, close: open, last_import: None, first_item: None };
        let mut depth = 1usize;
        let mut item: Option<(usize, bool)> = None;
        for (index, token) in tokens.iter().enumerate().skip(1) {
            match token.text {
                "{" | "(" => depth += 1,
                "}" | ")" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                body.close = token.start;
                return Some(body);
            }
            let (start, is_import) = item.get_or_insert((token.start, false));
            body.first_item.get_or_insert(*start);
            *is_import |= depth == 1 && token.text == "import";
            let next = tokens.get(index + 1).map_or("", |next| next.text);
            if depth == 1 && (token.text == ";" || token.text == "}" && next != ";") {
                if *is_import {
                    body.last_import = Some((*start, token.end()));
                }
                item = None;
            }
        }
        None
    }

    /// The indentation of the items: that of the first, or two spaces more than the world's.
    fn indentation(&self, source: &str) -> String {
        match self.first_item {
            Some(start) if source[self.open..start].contains('\n') => indentation(source, start).to_string(),
            Some(_) | None => format!("{}  ", indentation(source, self.start)),
        }
    }
}

/// The indentation of the line that contains `at`.
fn indentation(source: &str, at: usize) -> &str {
    let line = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let rest = &source[line..];
    &rest[..rest.len() - rest.trim_start_matches([' ', '\t']).len()]
}

/// The rest of a line.
enum Rest {
    /// Spaces or a comment, up to this offset.
    Nothing { end: usize },
    /// WIT.
    Items,
}

fn rest_of_line(source: &str, at: usize) -> Rest {
    let line = source[at..].split('\n').next().unwrap_or_default();
    let is_last = at + line.len() == source.len();
    let text = line.strip_suffix('\r').unwrap_or(line);
    if !is_last && tokenize(text).is_empty() && !text.contains("/*") {
        Rest::Nothing { end: at + text.len() }
    } else {
        Rest::Items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inserted(source: &str) -> String {
        let (at, text) = insertion(source, "w", "import s;").expect("there is such a world");
        splice(source, at, &text)
    }

    #[test]
    fn it_goes_behind_the_last_import() {
        for (source, expected) in [
            ("world w {\n  import a;\n  export b;\n}\n", "world w {\n  import a;\n  import s;\n  export b;\n}\n"),
            (
                "world w {\n\timport a; // why\n\n\texport b;\n}\n",
                "world w {\n\timport a; // why\n\timport s;\n\n\texport b;\n}\n",
            ),
            (
                "world w {\n    import a: interface {\n        f: func();\n    }\n    use b.{c};\n}\n",
                "world w {\n    import a: interface {\n        f: func();\n    }\n    import s;\n    use b.{c};\n}\n",
            ),
            (
                "world w {\n  export b;\n  @since(version = 1.0.0)\n  import f: func(x: u8);\n}",
                "world w {\n  export b;\n  @since(version = 1.0.0)\n  import f: func(x: u8);\n  import s;\n}",
            ),
            ("world w { import a; export b; }\n", "world w { import a; import s; export b; }\n"),
            ("world w {\r\n  import a;\r\n}\r\n", "world w {\r\n  import a;\r\n  import s;\r\n}\r\n"),
        ] {
            assert_eq!(inserted(source), expected);
        }
    }

    #[test]
    fn without_an_import_it_comes_first() {
        for (source, expected) in [
            ("world w {\n    /// b\n    export b;\n}\n", "world w {\n    import s;\n    /// b\n    export b;\n}\n"),
            ("world w { // c\n  export b;\n}\n", "world w { // c\n  import s;\n  export b;\n}\n"),
            ("world w {\n}\n", "world w {\n  import s;\n}\n"),
            ("world w {}", "world w { import s; }"),
            ("world w { export b; }", "world w { import s; export b; }"),
            ("world w { /* c */ export b; }", "world w { import s; /* c */ export b; }"),
            ("  world %w\n  {\n  }\n", "  world %w\n  {\n    import s;\n  }\n"),
        ] {
            assert_eq!(inserted(source), expected);
        }
    }

    #[test]
    fn other_worlds_and_comments_are_passed_by() {
        let source = "// world w {\npackage x:y { world w { } }\nworld v { }\nworld w { }\n";
        let expected = "// world w {\npackage x:y { world w { } }\nworld v { }\nworld w { import s; }\n";
        assert_eq!(inserted(source), expected);
        for source in ["world v {}", "interface w {}", "", "world w", "world w {"] {
            assert!(insertion(source, "w", "import s;").is_none(), "{source}");
        }
    }
}
