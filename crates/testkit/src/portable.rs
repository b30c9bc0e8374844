//! What a program prints -> the same text on all systems.

/// `text` with `/` in its paths, also where the system writes `\`.
///
/// Expected texts of tests have `/`. In a line of JSON, which escapes `\`, two of them are one `/`.
pub fn portable(text: &str) -> String {
    if !cfg!(windows) {
        return text.to_string();
    }
    let line = |line: &str| if line.starts_with('{') { line.replace(r"\\", "/") } else { line.replace('\\', "/") };
    text.split_inclusive('\n').map(line).collect()
}
