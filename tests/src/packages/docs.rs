//! Doc comments: mostly none, else with text that is hard to copy.

use super::choices::Choices;

/// Lines of documentation.
const LINES: &[&str] = &[
    "",
    "",
    "What it does.",
    "It says \"so\", 'so' and `so`.",
    r"A path: C:\new\table\u{41}, and a \ at the end: \",
    "*/ // /* /// */",
    "a\ttab,\tand one at the end\t",
    "  two blanks first, and two last  ",
    "- a list",
    "  - in a list",
    "1. one",
    "# Heading",
    "<b>bold</b>, Vec<u8>, <https://example.org/?a=b&c=d>, [link](x), [`cart`]",
    "```",
    "let x = \"{}\"; // not a {placeholder}",
    "r#\"raw\"# and #[attribute] and $macro!",
    "Grüße, 世界, 🦀",
    "| a | b |",
    "@since(version = 1.0.0)",
    "%name -> result<_, string>;",
    "A line that goes on and on, without an end, because somebody never pressed the key that would have ended it, and so \
     it became longer than every tool that wraps lines would like it to be, and then some more of the same.",
];

impl Choices {
    /// A doc comment, if any, with each of its lines behind `indent`.
    pub(super) fn docs(&mut self, indent: &str) -> String {
        if !self.one_in(5) {
            return String::new();
        }
        let count = self.pick(&[1, 1, 2, 3, 6]);
        let lines: Vec<_> = (0..count).map(|_| self.pick(LINES)).collect();
        let in_one = lines.iter().all(|line| !line.contains("*/"));
        if in_one && self.one_in(5) {
            return format!("{indent}/** {} */\n", lines.join(&format!("\n{indent}")));
        }
        let slashes = if self.one_in(8) { "//" } else { "///" };
        let blank = if self.one_in(8) { "" } else { " " };
        lines.iter().map(|line| format!("{indent}{slashes}{blank}{line}\n")).collect()
    }
}
