//! Everything that can be wrong with a composition, what it says, and what to do about it.

use std::{error::Error, fmt};

use indexmap::IndexSet;

use crate::{difference::Difference, host};

/// Why there is no composition: all problems that were found, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposeError {
    /// In the order of the given files.
    pub problems: Vec<Problem>,
}

impl fmt::Display for ComposeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let line = if index > 0 { "\n" } else { "" };
            write!(f, "{line}{problem}")?;
        }
        Ok(())
    }
}

impl Error for ComposeError {}

impl From<Problem> for ComposeError {
    fn from(problem: Problem) -> Self {
        ComposeError { problems: vec![problem] }
    }
}

/// An import that nothing satisfies.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unsatisfied {
    /// Name of the import.
    pub interface: String,
    /// The interface that a plain name implements.
    pub implements: Option<String>,
    /// The components that import it.
    pub importers: Vec<String>,
    /// Stubs that offer another version of it: file and name.
    pub other_versions: Vec<(String, String)>,
    /// The caller itself exports it.
    pub is_exported_by_caller: bool,
    /// The given stub that has types of it: of its target, or of an import.
    pub stub_with_types: Option<String>,
}

impl fmt::Display for Unsatisfied {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "`{}`", self.interface)?;
        if let Some(interface) = &self.implements {
            write!(f, " (`{interface}`)")?;
        }
        write!(f, ", imported by {}", list(&self.importers))
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A file of no bytes.
    #[error("`{file}` is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// Text, WAT or anything else.
    #[error("`{file}` is a text file, not a component")]
    Text {
        /// The file.
        file: String,
    },
    /// Bytes that do not start like WebAssembly.
    #[error("`{file}` is not a WebAssembly file")]
    NotWasm {
        /// The file.
        file: String,
    },
    /// A module, which a component wraps.
    #[error("`{file}` is a core module, not a component")]
    CoreModule {
        /// The file.
        file: String,
    },
    /// WIT in its binary form.
    #[error("`{file}` is a WIT package in binary form, not a component: there is no code in it")]
    WitPackage {
        /// The file.
        file: String,
    },
    /// Not a valid component: damaged, or made by tools of another time.
    #[error("`{file}` is not a valid component: {message} (at offset {offset:#x})")]
    Invalid {
        /// The file.
        file: String,
        /// What the validator says.
        message: String,
        /// Where in the file.
        offset: u64,
    },
    /// More imports than any real component has.
    #[error("`{file}` has {count} imports; at most {limit} can be composed")]
    TooManyImports {
        /// The file.
        file: String,
        /// How many it has.
        count: usize,
        /// How many it may have.
        limit: usize,
    },
    /// The stub's WIT and the caller's are not the same.
    #[error("`{stub}` exports `{interface}` with another type than `{importer}` imports{difference}")]
    StaleStub {
        /// The import.
        interface: String,
        /// The component that imports it.
        importer: String,
        /// The stub that exports it.
        stub: String,
        /// Functions and types that differ.
        difference: Difference,
    },
    /// The caller was built against a stub with inlined types, and this stub has none.
    #[error("`{stub}` exports `{interface}` without the types that `{importer}` imports with it: {}", list(types))]
    TypesNotInlined {
        /// The import.
        interface: String,
        /// The component that imports it.
        importer: String,
        /// The stub that exports it.
        stub: String,
        /// The types that are missing, the first ones of many.
        types: Vec<String>,
    },
    /// It is not said which stub is meant.
    #[error("`{interface}`, which `{importer}` imports, is exported by {}", list(stubs))]
    SeveralStubs {
        /// The import.
        interface: String,
        /// The component that imports it.
        importer: String,
        /// Those that export it.
        stubs: Vec<String>,
    },
    /// Components that need each other before they can exist.
    #[error("the given components import from each other in a cycle: {}", path(steps))]
    Cycle {
        /// Importer and import; the next step's importer exports it, and the first one's closes the cycle.
        steps: Vec<(String, String)>,
    },
    /// An import that components are to share, but do not agree on.
    #[error("`{first}` and `{second}` import `{interface}` with different types{difference}")]
    ImportConflict {
        /// The import.
        interface: String,
        /// One component.
        first: String,
        /// Another component.
        second: String,
        /// Functions and types that differ.
        difference: Difference,
    },
    /// Imports that no host offers and no given stub exports.
    #[error("nothing satisfies {}", unsatisfied(imports))]
    Unresolved {
        /// All of them.
        imports: Vec<Unsatisfied>,
        /// Stubs that were given and satisfy nothing: file, and what it exports.
        unused: Vec<(String, Vec<String>)>,
    },
    /// An export of the caller uses a resource that has no name outside of the composed component.
    #[error(
        "`{export}`, which `{file}` exports, uses the resource `{resource}` of `{interface}`, which is plugged into it"
    )]
    ExportedResource {
        /// The caller.
        file: String,
        /// The export.
        export: String,
        /// The resource.
        resource: String,
        /// The plugged import that it comes from.
        interface: String,
    },
    /// An import that is left over, but that only the inside of the composed component could satisfy.
    #[error(
        "nothing can satisfy `{import}`, which `{file}` imports: it uses the resource `{resource}` of `{interface}`, which is plugged"
    )]
    HiddenResource {
        /// The component.
        file: String,
        /// Its import.
        import: String,
        /// The resource.
        resource: String,
        /// The plugged import that it comes from.
        interface: String,
    },
    /// Valid, but no validator accepts it as a part of another component.
    #[error("`{item}` of `{file}` cannot be composed: {reason}")]
    Unsupported {
        /// The file.
        file: String,
        /// The import or export.
        item: String,
        /// Why not.
        reason: String,
    },
    /// Interfaces that two components see in opposite orders.
    #[error("the imports {} need each other's types", list(interfaces))]
    ImportCycle {
        /// All that are part of it.
        interfaces: Vec<String>,
    },
    /// A defect of this crate.
    #[error("internal error: the composed component is invalid: {message}")]
    WrongResult {
        /// What the validator says.
        message: String,
    },
}

impl Problem {
    pub(crate) fn invalid(file: &str, message: &str, offset: u64) -> Self {
        Problem::Invalid { file: file.to_owned(), message: one_line(message), offset }
    }

    /// What the user can do.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Problem::Empty { .. } | Problem::NotWasm { .. } | Problem::Text { .. } => {
                "give the `.wasm` file of a component"
            }
            Problem::CoreModule { .. } => "build it for `wasm32-wasip2`, or wrap it with `wasm-tools component new`",
            Problem::WitPackage { .. } => "give the component that was built from it",
            Problem::Invalid { .. } => "build the file again: it is damaged, or was made by tools that do not match",
            Problem::TooManyImports { .. } | Problem::Unsupported { .. } | Problem::ImportCycle { .. } => {
                "components as `wasm-tools component new`, `cargo component` and `wasm32-wasip2` make them can be \
                 composed"
            }
            Problem::StaleStub { .. } => {
                "the stub is older than the caller's WIT: regenerate it; or the caller was built against another version of \
                 it: run `add-stub-dependency` with `--overwrite` and build the caller again"
            }
            Problem::TypesNotInlined { .. } => {
                "build the stub with `--always-inline-types`; or run `add-stub-dependency` with `--overwrite` and build the \
                 caller again"
            }
            Problem::SeveralStubs { .. } => "give only one of them",
            Problem::Cycle { .. } => {
                "leave one of them out: components can call each other in a circle only through workers, so compose each caller \
                 with stubs, not with the targets themselves"
            }
            Problem::ImportConflict { .. } => {
                "build both against the same version of that interface, then compose again"
            }
            Problem::Unresolved { imports, unused } => return Some(unresolved_hint(imports, unused)),
            Problem::HiddenResource { import, .. } if import.contains('/') => {
                return Some(format!("give a stub that exports `{import}`, too"));
            }
            Problem::HiddenResource { .. } | Problem::ExportedResource { .. } => {
                "export an interface that names the resource with `use`, or a type of the caller's own"
            }
            Problem::WrongResult { .. } => "please report this, with the files",
        };
        Some(hint.to_owned())
    }

    /// Whether it says that nothing can satisfy this import.
    pub(crate) fn rules_out(&self, wanted: &str) -> bool {
        matches!(self, Self::HiddenResource { import, .. } if import == wanted)
    }
}

/// What can be done about all unsatisfied imports. What holds for several is said once.
fn unresolved_hint(imports: &[Unsatisfied], unused: &[(String, Vec<String>)]) -> String {
    let mut parts: IndexSet<String> = IndexSet::from([
        "give the stub that exports it with `--stub-wasm`, or leave it to the host with `--allow-unresolved`"
            .to_owned(),
    ]);
    for import in imports {
        let interface = import.implements.as_ref().unwrap_or(&import.interface);
        if let (Some(target), []) = (host::target_of_stub(interface), import.other_versions.as_slice()) {
            parts.insert(format!("the stub of `{target}` exports `{interface}`"));
        }
        for (stub, name) in &import.other_versions {
            parts.insert(format!("`{stub}` exports another version, `{name}`: regenerate it"));
        }
        if let Some(stub) = &import.stub_with_types {
            parts.insert(format!(
                "a caller does not import it for the types of `{stub}` if that is built with `--always-inline-types`"
            ));
        }
        if import.is_exported_by_caller {
            parts.insert(format!("the caller's own `{}` cannot be plugged into its stubs", import.interface));
        }
    }
    let is_said =
        |stub: &String| imports.iter().flat_map(|import| &import.other_versions).any(|(other, _)| other == stub);
    let unused = unused.iter().filter(|(stub, _)| !is_said(stub));
    parts.extend(unused.map(|(stub, exports)| format!("`{stub}` was given and exports {}", list(exports))));
    parts.into_iter().collect::<Vec<_>>().join("; ")
}

fn unsatisfied(imports: &[Unsatisfied]) -> String {
    match imports {
        [import] => import.to_string(),
        _ => {
            let lines = imports.iter().map(|import| format!("\n  {import}"));
            format!("these imports:{}", lines.collect::<String>())
        }
    }
}

/// `wasmparser` puts each level of context on a line of its own, and pads numbers.
pub(crate) fn one_line(message: &str) -> String {
    let words: Vec<_> = message.lines().flat_map(|line| [":", line]).skip(1).flat_map(str::split_whitespace).collect();
    words.join(" ").replace(" : ", ": ")
}

pub(crate) fn list(names: &[String]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.join(""),
    }
}

fn path(steps: &[(String, String)]) -> String {
    let mut text = String::new();
    for (index, (importer, interface)) in steps.iter().enumerate() {
        match index {
            0 => text.push_str(&format!("`{importer}`")),
            _ => text.push_str(&format!(" `{importer}`, which")),
        }
        text.push_str(&format!(" imports `{interface}` from"));
    }
    let first = steps.first().map_or("", |(importer, _)| importer);
    format!("{text} `{first}`")
}
