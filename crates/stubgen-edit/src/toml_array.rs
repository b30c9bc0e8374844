//! Adds and removes entries of a TOML array of strings, and keeps its layout.
//!
//! ```text
//! [                    [
//!     "cart", # 1          "cart", # 1
//! ]                        "history-stub",
//!                      ]
//! ```
//!
//! One line or several, with or without a trailing comma, with all comments.

use toml_edit::{Array, Value};

/// Adds an entry at the end, on a new line if the last entry begins a line.
pub(crate) fn push(array: &mut Array, text: &str) {
    let indentation = array.iter().last().and_then(|last| line_start(prefix(last))).unwrap_or("    ").to_string();
    let has_comma = array.trailing_comma();
    let mut gap = array.trailing().as_str().unwrap_or_default().to_string();
    let last = array.len().checked_sub(1);
    if let (Some(last), false) = (last.and_then(|index| array.get_mut(index)), has_comma) {
        gap.insert_str(0, suffix(last));
        last.decor_mut().set_suffix("");
    }
    let (before, after) = match gap.rfind('\n') {
        Some(line_end) => (format!("{}\n{indentation}", &gap[..line_end]), gap[line_end..].to_string()),
        None if last.is_none() => (String::new(), gap),
        None => (" ".to_string(), gap),
    };
    let is_multiline = after.contains('\n');
    let mut value = Value::from(text);
    value.decor_mut().set_prefix(before);
    array.push_formatted(value);
    array.set_trailing_comma(has_comma || last.is_none() && is_multiline);
    array.set_trailing(after);
}

/// Removes an entry and its line. The comments around it stay.
pub(crate) fn remove(array: &mut Array, index: usize) {
    let removed = array.remove(index);
    let is_last = index == array.len();
    let line_end = prefix(&removed).rfind('\n');
    // The text before the line of the entry belongs to the entry above.
    let above = line_end.map_or("", |line_end| &prefix(&removed)[..line_end]).to_string();
    let own_line = |gap: &str| match (line_end, gap.find('\n')) {
        (Some(_), Some(next)) => format!("{above}{}", &gap[next..]),
        _ => format!("{above}{gap}"),
    };
    if !is_last {
        let next = array.get_mut(index).expect("an entry follows the removed one");
        let gap = match line_end {
            None if index == 0 => prefix(&removed).to_string(),
            _ => own_line(prefix(next)),
        };
        next.decor_mut().set_prefix(gap);
    } else if array.trailing_comma() || index == 0 {
        let gap = own_line(array.trailing().as_str().unwrap_or_default());
        array.set_trailing(gap);
    } else {
        let gap = own_line(&format!("{}{}", suffix(&removed), array.trailing().as_str().unwrap_or_default()));
        array.set_trailing(gap);
    }
}

fn prefix(value: &Value) -> &str {
    value.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default()
}

fn suffix(value: &Value) -> &str {
    value.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default()
}

/// The indentation of a value that begins a line.
fn line_start(prefix: &str) -> Option<&str> {
    prefix.rfind('\n').map(|line_end| &prefix[line_end + 1..])
}
