//! Several files in one input, in the `txtar` format of Go's tools:
//!
//! ```text
//! -- caller/wit/world.wit --
//! package a:b;
//! -- caller/Cargo.toml --
//! [package]
//! ```

/// The files of an input, in its order.
pub(crate) struct Archive<'a> {
    files: Vec<(&'a str, &'a str)>,
}

impl<'a> Archive<'a> {
    /// The files of an input; `None` if it is not text, or has a path that leaves its directory.
    pub(crate) fn parse(input: &'a [u8]) -> Option<Self> {
        let text = std::str::from_utf8(input).ok()?;
        let mut files: Vec<(&str, &str)> = Vec::new();
        let (mut path, mut start, mut at) = (None, 0, 0);
        for line in text.split_inclusive('\n') {
            if let Some(next) = header(line) {
                files.extend(path.map(|path| (path, &text[start..at])));
                (path, start) = (Some(next), at + line.len());
            }
            at += line.len();
        }
        files.extend(path.map(|path| (path, &text[start..])));
        let is_inside = |path: &str| {
            let plain = |part: &str| !matches!(part, "" | "." | "..") && part.len() < 100 && !part.contains('\0');
            path.split('/').all(plain) && path.split('/').count() < 10
        };
        files.iter().all(|(path, _)| is_inside(path)).then_some(Self { files })
    }

    /// All files, each a path and its content.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files.iter().copied()
    }

    /// The content of the file at `path`.
    pub(crate) fn file(&self, path: &str) -> Option<&'a str> {
        self.files().find(|(found, _)| *found == path).map(|(_, content)| content)
    }
}

fn header(line: &str) -> Option<&str> {
    line.trim_end().strip_prefix("-- ")?.strip_suffix(" --")
}
