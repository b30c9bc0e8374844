//! A source file -> the paths in it that can lead to other files, the names that it imports, and its test modules.

use std::collections::BTreeMap;

use super::tokens::tokens;

/// A path, name by name.
pub type Path = Vec<String>;

/// What a file says of other files. Paths in inline modules are written as they look from outside of these.
#[derive(Debug, Default)]
pub struct FilePaths {
    /// What its code uses.
    pub used: Vec<Path>,
    /// What a `use` makes known here, for the file itself or for others: each name with its path.
    pub imports: BTreeMap<String, Path>,
    /// The child modules: `mod NAME;`.
    pub children: Vec<String>,
    /// Those of them that are declared behind `#[cfg(test)]`.
    pub test_modules: Vec<String>,
}

/// Finds all of them.
pub fn of_file(text: &str) -> FilePaths {
    let tokens = without_tests(tokens(text));
    let mut reader = Reader { tokens: &tokens, found: FilePaths::default(), inline: Vec::new(), depth: 0 };
    for declaration in tokens.windows(3).filter(|window| window[0] == "mod" && window[2] == ";") {
        reader.found.children.push(declaration[1].to_string());
    }
    let mut at = 0;
    while at < tokens.len() {
        at = reader.step(at);
    }
    reader.found
}

const CFG_TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

/// The tokens without inline test modules.
fn without_tests(tokens: Vec<&str>) -> Vec<&str> {
    let mut kept = Vec::new();
    let mut rest = &tokens[..];
    while let [first, others @ ..] = rest {
        rest = match rest.strip_prefix(&CFG_TEST) {
            Some(["mod", _, block @ ..]) if block.first() == Some(&"{") => after_block(block),
            _ => {
                kept.push(*first);
                others
            }
        };
    }
    kept
}

/// What comes after the block that the tokens start with.
fn after_block<'a, 'b>(tokens: &'a [&'b str]) -> &'a [&'b str] {
    let mut depth = 0_usize;
    for (position, token) in tokens.iter().enumerate() {
        match *token {
            "{" => depth += 1,
            "}" if depth == 1 => return &tokens[position + 1..],
            "}" => depth -= 1,
            _ => {}
        }
    }
    &[]
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    found: FilePaths,
    /// For each inline module that is open, the depth of braces around it.
    inline: Vec<usize>,
    depth: usize,
}

impl Reader<'_> {
    /// Reads what is at a position, and gives the next one.
    fn step(&mut self, at: usize) -> usize {
        let tokens = self.tokens;
        if let Some(["mod", name, ";", ..]) = tokens[at..].strip_prefix(&CFG_TEST) {
            self.found.test_modules.push((*name).to_string());
            return at + CFG_TEST.len() + 3;
        }
        match &tokens[at..] {
            ["mod", _, "{", ..] => {
                self.inline.push(self.depth);
                self.depth += 1;
                at + 3
            }
            ["{", ..] => {
                self.depth += 1;
                at + 1
            }
            ["}", ..] => {
                self.depth = self.depth.saturating_sub(1);
                self.inline.pop_if(|around| *around == self.depth);
                at + 1
            }
            ["use", ..] => {
                let is_export = at > 0 && matches!(tokens[at - 1], "pub" | ")");
                let mut names = Vec::new();
                let end = read_tree(tokens, at + 1, &mut Vec::new(), &mut names);
                names.iter().for_each(|(name, path)| self.import(name, path, is_export));
                end
            }
            [_, "::", ..] if at == 0 || tokens[at - 1] != "::" => {
                let mut names = Vec::new();
                let end = read_tree(tokens, at, &mut Vec::new(), &mut names);
                let paths = names.into_iter().filter_map(|(_, path)| self.seen_from_file(&path));
                self.found.used.extend(paths.collect::<Vec<_>>());
                end
            }
            _ => at + 1,
        }
    }

    /// A name that the file makes known to others is used here only if it stands somewhere else, too.
    fn import(&mut self, name: &str, path: &[String], is_export: bool) {
        let Some(path) = self.seen_from_file(path) else { return };
        let is_used = !is_export || self.tokens.iter().filter(|token| **token == name).count() > 1;
        if is_used {
            self.found.used.push(path.clone());
        }
        if self.inline.is_empty() {
            self.found.imports.insert(name.to_string(), path);
        }
    }

    /// The path as it looks from the file's module; none where it does not leave the inline modules.
    fn seen_from_file(&self, path: &[String]) -> Option<Path> {
        if self.inline.is_empty() || path.first().is_some_and(|first| first == "crate") {
            return Some(path.to_vec());
        }
        let inside = path.iter().take_while(|name| *name == "super").take(self.inline.len()).count();
        (inside == self.inline.len()).then(|| [&["self".to_string()], &path[inside..]].concat())
    }
}

/// Reads a path, or the tree of a `use`, that goes on after `before`. Gives the position after it; `names` gets each name
/// with its path.
fn read_tree(tokens: &[&str], mut at: usize, before: &mut Path, names: &mut Vec<(String, Path)>) -> usize {
    let length = before.len();
    while let [name, "::", ..] = &tokens[at..] {
        before.push((*name).to_string());
        at += 2;
    }
    let end = match &tokens[at..] {
        ["{", ..] => {
            at += 1;
            while !matches!(tokens.get(at), Some(&"}") | None) {
                at = if tokens[at] == "," { at + 1 } else { read_tree(tokens, at, before, names) };
            }
            at + 1
        }
        [last, rest @ ..] => {
            if *last != "self" {
                before.push((*last).to_string());
            }
            let (name, length) = match rest {
                ["as", alias, ..] => ((*alias).to_string(), 3),
                _ => (before.last().cloned().unwrap_or_default(), 1),
            };
            names.push((name, before.clone()));
            at + length
        }
        [] => at,
    };
    before.truncate(length);
    end
}
