//! Rust source formatted as by `rustfmt`: the few forms that the emitter writes, with line breaks in the same places.

use wit_parser::Docs;

/// The longest line.
const WIDTH: usize = 100;

/// The longest chain of calls on one line.
const CHAIN: usize = 60;

/// One level of indentation.
const INDENT: &str = "    ";

/// A file of Rust under construction.
#[derive(Debug, Default)]
pub(super) struct Source {
    text: String,
    depth: usize,
}

impl Source {
    /// A file that starts with `text`.
    pub(super) fn new(text: String) -> Self {
        Self { text, depth: 0 }
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A line.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            self.indent();
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// What `fill` writes between `opening` and a closing brace, one level deeper.
    pub(super) fn block(&mut self, opening: &str, fill: impl FnOnce(&mut Self)) {
        self.enclose(opening, "}", fill);
    }

    /// What `fill` writes between `opening` and `closing`, one level deeper.
    pub(super) fn enclose(&mut self, opening: &str, closing: &str, fill: impl FnOnce(&mut Self)) {
        self.line(opening);
        let start = self.text.len();
        self.depth += 1;
        fill(self);
        self.depth -= 1;
        if self.text.len() == start {
            // An empty block closes on the same line.
            self.text.truncate(start - 1);
            self.text.push_str(closing);
            self.text.push('\n');
            return;
        }
        self.line(closing);
    }

    /// The documentation of something.
    pub(super) fn docs(&mut self, docs: &Docs) {
        for line in docs.contents.as_deref().unwrap_or_default().trim_end().lines() {
            self.line(format!("/// {}", line.trim_end()).trim_end());
        }
    }

    /// `impl Trait for Type { … }`
    pub(super) fn implement(&mut self, name: &str, ty: &str, fill: impl FnOnce(&mut Self)) {
        let line = format!("impl {name} for {ty} {{");
        if self.fits(&line) {
            return self.block(&line, fill);
        }
        let lines = [format!("impl {name}"), format!("{INDENT}for {ty}")];
        if lines.iter().any(|line| self.width(line) + INDENT.len() > WIDTH) {
            self.line("#[rustfmt::skip]");
        }
        lines.iter().for_each(|line| self.line(line));
        self.block("{", fill);
    }

    /// `pub struct Name { … }`
    pub(super) fn structure(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        let line = format!("pub struct {name} {{");
        if !self.fits(&line) {
            self.line("#[rustfmt::skip]");
        }
        self.block(&line, fill);
    }

    /// A function: `name`, its parameters and result, its body.
    pub(super) fn function(
        &mut self,
        name: &str,
        params: &[String],
        result: Option<&str>,
        fill: impl FnOnce(&mut Self),
    ) {
        let result = result.map(|result| format!(" -> {result}")).unwrap_or_default();
        let line = format!("fn {name}({}){result} {{", params.join(", "));
        let lines = params.iter().map(|param| self.width(param) + INDENT.len() + 1);
        // If each parameter has its own line, the line of the result is indented.
        let last = self.width(&format!("){result} {{")) + INDENT.len();
        let too_long = lines.chain([last]).any(|width| width > WIDTH);
        if too_long || has_long_tuple(&line) {
            self.line("#[rustfmt::skip]");
        }
        if self.fits(&line) {
            return self.block(&line, fill);
        }
        self.line(format!("fn {name}("));
        for param in params {
            self.line(format!("{INDENT}{param},"));
        }
        self.block(&format!("){result} {{"), fill);
    }

    /// `prefix root.link.link suffix`: on one line if it is short, otherwise each link on its own line.
    pub(super) fn chain(&mut self, prefix: &str, root: &str, links: &[String], suffix: &str) {
        let chain = format!("{root}{}", links.concat());
        // A `?` at the end counts twice.
        let length = chain.chars().count() + usize::from(chain.ends_with('?'));
        if length <= CHAIN && self.fits(&format!("{prefix}{chain}{suffix}")) {
            return self.line(format!("{prefix}{chain}{suffix}"));
        }
        let mut links = links.iter().peekable();
        let joined =
            if prefix.len() + root.len() <= INDENT.len() { links.next().map_or("", String::as_str) } else { "" };
        self.line(format!("{prefix}{root}{joined}"));
        while let Some(link) = links.next() {
            let end = if links.peek().is_none() { suffix } else { "" };
            self.line(format!("{INDENT}{link}{end}"));
        }
    }

    /// An arm of a `match`.
    pub(super) fn arm(&mut self, pattern: &str, value: &str) {
        let line = format!("{pattern} => {value},");
        if self.fits(&line) {
            return self.line(line);
        }
        self.block(&format!("{pattern} => {{"), |source| source.line(value));
    }

    /// `function(argument)`
    pub(super) fn apply(&mut self, function: &str, argument: &str) {
        let line = format!("{function}({argument})");
        if self.fits(&line) {
            return self.line(line);
        }
        self.enclose(&format!("{function}("), ")", |source| source.line(format!("{argument},")));
    }

    /// `let variable = name { field };`
    pub(super) fn let_struct(&mut self, variable: &str, name: &str, field: &str) {
        let (start, opening) = (format!("let {variable} ="), format!("{name} {{"));
        let literal = format!("{opening} {field} }};");
        let indented = format!("{INDENT}{literal}");
        if self.fits(&format!("{start} {literal}")) || self.fits(&indented) {
            return self.pair(&start, &literal);
        }
        // The last column stays free.
        if self.fits(&format!("{start} {opening} ")) {
            return self.block_of(&format!("{start} {opening}"), field);
        }
        self.line(start);
        self.depth += 1;
        self.block_of(&opening, field);
        self.depth -= 1;
    }

    fn block_of(&mut self, opening: &str, field: &str) {
        self.enclose(opening, "};", |source| source.line(format!("{field},")));
    }

    /// `left right`, on two lines if both do not fit.
    pub(super) fn pair(&mut self, left: &str, right: &str) {
        let line = format!("{left} {right}");
        if self.fits(&line) {
            return self.line(line);
        }
        self.line(left);
        self.line(format!("{INDENT}{right}"));
    }

    fn fits(&self, line: &str) -> bool {
        self.width(line) <= WIDTH
    }

    fn width(&self, line: &str) -> usize {
        self.depth * INDENT.len() + line.chars().count()
    }

    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.text.push_str(INDENT));
    }
}

/// Whether there is a tuple of types that `rustfmt` breaks although it fits on the line.
fn has_long_tuple(signature: &str) -> bool {
    let mut opened = Vec::new();
    let params = signature.find('(').map_or(0, |start| start + 1);
    signature.char_indices().skip_while(|(at, _)| *at < params).any(|(at, c)| match c {
        '(' => {
            opened.push(at);
            false
        }
        ')' => opened.pop().is_some_and(|start| at - start - 1 > CHAIN),
        _ => false,
    })
}
