//! A diagnostic as text for people, with colors.

use clap::builder::styling::{AnsiColor, Style};
use wasm_rpc_stubgen::{Diagnostic, Excerpt, Item, Severity};

use crate::printable::{printable, printable_line};

/// The lines of a diagnostic with its location and hint, each with a line feed. At most `max_items` items are listed.
pub fn diagnostic(diagnostic: &Diagnostic, max_items: usize) -> String {
    let (word, color) = appearance(diagnostic.severity);
    let mut lines = vec![format!("{}: {}", styled(word, color), printable(&diagnostic.message))];
    if let Some(location) = &diagnostic.location {
        lines.push(format!(" {} {}", styled("-->", AnsiColor::Blue), printable_line(&location.to_string())));
    }
    if let Some(excerpt) = &diagnostic.excerpt {
        lines.extend(excerpt_lines(excerpt, color));
    }
    lines.extend(item_lines(&diagnostic.items, max_items));
    if let Some(hint) = &diagnostic.hint {
        lines.push(format!("{}: {}", styled("hint", AnsiColor::Green), printable(hint)));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The line about diagnostics that were left out.
pub fn hidden(severity: Severity, count: usize) -> String {
    let (word, color) = appearance(severity);
    format!("{}: and {count} more; `-v` lists them\n", styled(word, color))
}

/// A line of a file, with a mark below the span.
fn excerpt_lines(excerpt: &Excerpt, color: AnsiColor) -> [String; 2] {
    let width = |text: &mut dyn Iterator<Item = char>| printable(&text.collect::<String>()).chars().count();
    let mut characters = excerpt.text.chars();
    let column = width(&mut characters.by_ref().take(excerpt.column));
    let length = width(&mut characters.take(excerpt.length)).max(1);
    let number = excerpt.line.to_string();
    let bar = |number: &str| styled(&format!("{number:>4} |"), AnsiColor::Blue);
    let mark = styled(&"^".repeat(length), color);
    [format!("{} {}", bar(&number), printable_line(&excerpt.text)), format!("{} {:column$}{mark}", bar(""), "")]
}

fn item_lines(items: &[Item], max_items: usize) -> Vec<String> {
    let shown = items.len().min(max_items);
    let line = |item: &Item| {
        let text = printable_line(&item.text);
        match &item.location {
            Some(location) => {
                format!(" {} {}: {text}", styled("-->", AnsiColor::Blue), printable_line(&location.to_string()))
            }
            None => format!("   - {text}"),
        }
    };
    let mut lines: Vec<String> = items[..shown].iter().map(line).collect();
    if shown < items.len() {
        lines.push(format!("   and {} more; `-v` lists them", items.len() - shown));
    }
    lines
}

/// The word that introduces a diagnostic, and its color.
fn appearance(severity: Severity) -> (&'static str, AnsiColor) {
    match severity {
        Severity::Error => ("error", AnsiColor::Red),
        Severity::Warning => ("warning", AnsiColor::Yellow),
        Severity::Note => ("note", AnsiColor::Cyan),
    }
}

fn styled(word: &str, color: AnsiColor) -> String {
    let style = Style::new().bold().fg_color(Some(color.into()));
    format!("{style}{word}{style:#}")
}
