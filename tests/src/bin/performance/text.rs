//! Numbers and tables as Markdown.

use std::io::{self, Write};
use std::time::Duration;

/// A table; a cell that repeats the one above is left empty in the first column.
pub struct Rows<const N: usize>(Vec<[String; N]>);

impl<const N: usize> Rows<N> {
    /// With these titles.
    pub fn new(head: [&str; N]) -> Self {
        Self(vec![head.map(str::to_string), [(); N].map(|()| "---".to_string())])
    }

    /// Adds a row.
    pub fn add(&mut self, row: [String; N]) {
        self.0.push(row);
    }

    /// Prints the table.
    pub fn print(&self) {
        let mut before = "";
        for row in &self.0 {
            let mut cells: Vec<&str> = row.iter().map(String::as_str).collect();
            if cells[0] == before {
                cells[0] = "";
            }
            before = &row[0];
            say(&format!("| {} |", cells.join(" | ")));
        }
        say("");
    }
}

/// A line of the result.
pub fn say(line: &str) {
    _ = writeln!(io::stdout(), "{line}");
}

/// A line of progress.
pub fn tell(line: &str) {
    _ = writeln!(io::stderr(), "{line}");
}

/// The size of a component.
pub fn size(wasm: &[u8]) -> String {
    format!("{} B", number(wasm.len() as u64))
}

/// A duration, in what suits it.
pub fn time(duration: Duration) -> String {
    match duration.as_secs_f64() {
        seconds if seconds < 1.0 => format!("{:.1} ms", 1_000.0 * seconds),
        seconds if seconds < 10.0 => format!("{seconds:.1} s"),
        seconds => format!("{seconds:.0} s"),
    }
}

/// A ratio, short.
pub fn decimal(ratio: f64) -> String {
    if ratio < 99.95 { format!("{ratio:.1}") } else { number(ratio as u64) }
}

/// A number in groups of three digits.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
