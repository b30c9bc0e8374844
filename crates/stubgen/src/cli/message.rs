//! The messages of `--message-format json`: one object per line. `docs/output.md` describes them to users.
//!
//! Fields are only ever added: programs that read them depend on the rest. A field without a value is `null`.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;
use wasm_rpc_stubgen::{Artifact, Change, Diagnostic, Event, FlowStep, Severity, StepResult};

use crate::printable::is_hidden;
use crate::render;

/// A message; `reason` is its first field.
#[derive(Debug, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Message<'a> {
    Diagnostic {
        level: &'static str,
        message: &'a str,
        location: Option<Location<'a>>,
        excerpt: Option<Excerpt<'a>>,
        items: Vec<Item<'a>>,
        hint: Option<&'a str>,
        rendered: String,
    },
    Artifact {
        kind: &'static str,
        path: String,
        change: String,
        dry_run: bool,
    },
    Plug {
        importer: &'a str,
        import: &'a str,
        stub: &'a str,
        export: &'a str,
    },
    Import {
        name: &'a str,
    },
    Compiling {
        target: &'a str,
    },
    InitialStub {
        target: &'a str,
    },
    Step {
        step: &'static str,
        stub: Option<&'a str>,
        caller: Option<&'a str>,
        packages: &'a [String],
        component: Option<String>,
        changed: bool,
        seconds: f64,
    },
    Text {
        text: &'a str,
    },
    Finished {
        success: bool,
        exit_code: u8,
        next: Option<&'a str>,
    },
}

/// A place in a file, or a file.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Location<'a> {
    path: &'a str,
    line: Option<u32>,
    column: Option<u32>,
}

/// A line of a file, and the marked part of it. Columns count characters.
#[derive(Debug, Serialize)]
pub struct Excerpt<'a> {
    line: usize,
    text: &'a str,
    column: usize,
    length: usize,
}

/// One of the things that a diagnostic is about.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    text: &'a str,
    location: Option<Location<'a>>,
}

impl<'a> Message<'a> {
    /// The message for an event; `None` for an event that this version does not know.
    pub fn of(event: Event<'a>) -> Option<Self> {
        Some(match event {
            Event::Diagnostic(diagnostic) => Self::diagnostic(diagnostic),
            Event::Plug(plug) => {
                Self::Plug { importer: &plug.importer, import: &plug.import, stub: &plug.stub, export: &plug.export }
            }
            Event::Compiling { target } => Self::Compiling { target },
            Event::InitialStub { target } => Self::InitialStub { target },
            Event::File { artifact, path, change } => Self::artifact(artifact, path, change, false),
            Event::Planned { artifact, path, change } => Self::artifact(artifact, path, change, true),
            Event::Step { step, result, time } => Self::step(step, result, time)?,
            _ => return None,
        })
    }

    pub fn diagnostic(diagnostic: &'a Diagnostic) -> Self {
        let Diagnostic { severity, message, location, excerpt, items, hint } = diagnostic;
        let item = |item: &'a wasm_rpc_stubgen::Item| Item {
            text: &item.text,
            location: item.location.as_ref().map(Location::of),
        };
        let rendered = render::diagnostic(diagnostic, usize::MAX);
        Self::Diagnostic {
            level: match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message,
            location: location.as_ref().map(Location::of),
            excerpt: excerpt.as_ref().map(|excerpt| Excerpt {
                line: excerpt.line,
                text: &excerpt.text,
                column: excerpt.column,
                length: excerpt.length,
            }),
            items: items.iter().map(item).collect(),
            hint: hint.as_deref(),
            rendered: anstream::adapter::strip_str(&rendered).to_string(),
        }
    }

    /// The message for a step; `None` for one that this version does not know.
    fn step(step: FlowStep<'a>, result: StepResult, time: Duration) -> Option<Self> {
        let (step, stub, caller, packages, component) = match step {
            FlowStep::Workspace => ("workspace", None, None, &[][..], None),
            FlowStep::Stub { stub } => ("stub", Some(stub), None, &[][..], None),
            FlowStep::Dependency { stub, caller } => ("dependency", Some(stub), Some(caller), &[][..], None),
            FlowStep::Compile { packages } => ("compile", None, None, packages, None),
            FlowStep::Compose { component } => ("compose", None, None, &[][..], Some(component.display().to_string())),
            _ => return None,
        };
        let (changed, seconds) = (result == StepResult::Changed, time.as_secs_f64());
        Some(Self::Step { step, stub, caller, packages, component, changed, seconds })
    }

    /// A file that a check would change.
    pub fn planned_file(path: &Path, change: Change) -> Self {
        let (path, change) = (path.display().to_string(), change.to_string());
        Self::Artifact { kind: OTHER_FILE, path, change, dry_run: true }
    }

    fn artifact(artifact: Artifact, path: &Path, change: Change, dry_run: bool) -> Self {
        Self::Artifact { kind: kind(artifact), path: path.display().to_string(), change: change.to_string(), dry_run }
    }

    /// The line, without its end. What a terminal would obey is escaped.
    pub fn to_line(&self) -> String {
        let json = serde_json::to_string(self).expect("a message has only texts, numbers and booleans");
        // Hidden characters occur only in strings, where an escape of their UTF-16 units means the same.
        json.chars().fold(String::with_capacity(json.len()), |mut line, c| {
            match is_hidden(c) {
                true => line.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}"))),
                false => line.push(c),
            }
            line
        })
    }
}

impl<'a> Location<'a> {
    fn of(location: &'a wasm_rpc_stubgen::Location) -> Self {
        let position = location.position;
        Self { path: &location.path, line: position.map(|at| at.line), column: position.map(|at| at.column) }
    }
}

/// The kind of a file about which no more is known.
const OTHER_FILE: &str = "file";

fn kind(artifact: Artifact) -> &'static str {
    match artifact {
        Artifact::StubWit => "stub-wit",
        Artifact::StubWitDependency => "stub-wit-dependency",
        Artifact::StubSource => "stub-source",
        Artifact::StubManifest => "stub-manifest",
        Artifact::StubList => "stub-list",
        Artifact::StubComponent => "stub-component",
        Artifact::ComposedComponent => "composed-component",
        Artifact::CallerDependency => "caller-dependency",
        Artifact::CallerWit => "caller-wit",
        Artifact::CallerManifest => "caller-manifest",
        Artifact::WorkspaceManifest => "workspace-manifest",
        Artifact::Makefile => "makefile",
        // `Artifact` is non-exhaustive.
        _ => OTHER_FILE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let text = "\u{1b}[31m\u{202e}\u{7f}\u{85}\u{e0041}é\n";
        let line = Message::Text { text }.to_line();
        assert_eq!(line, r#"{"reason":"text","text":"\u001b[31m\u202e\u007f\u0085\udb40\udc41é\n"}"#);
        let value: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
        assert_eq!(value["text"], text);
    }
}
