//! What a composition did, for the user: connections, imports that remain, and what deserves a warning.

use std::fmt;

use crate::{
    difference::Difference,
    error::{Unsatisfied, list},
};

/// What was composed, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Report {
    /// Which export satisfies which import.
    pub plugs: Vec<Plug>,
    /// Stubs that nothing needs.
    pub unused: Vec<Unused>,
    /// Files that were given twice: both names. The second one was ignored.
    pub duplicates: Vec<(String, String)>,
    /// Stubs that are the same file as the caller.
    pub same_as_caller: Vec<String>,
    /// What the composed component imports.
    pub imports: Vec<String>,
    /// Imports that neither a stub nor a known host satisfies. Only with `--allow-unresolved`.
    pub unresolved: Vec<Unsatisfied>,
    /// Interfaces that were imported in several compatible versions.
    pub versions: Vec<Versions>,
}

/// A connection.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plug {
    /// The component that imports.
    pub importer: String,
    /// What it imports.
    pub import: String,
    /// The stub that exports.
    pub stub: String,
    /// What it exports: the import's name, or a compatible version of it.
    pub export: String,
}

/// A stub that is no part of the composed component.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unused {
    /// The file.
    pub stub: String,
    /// What it exports.
    pub exports: Vec<String>,
}

/// An interface that is imported in several compatible versions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Versions {
    /// They became one import.
    Merged {
        /// The names that were imported.
        from: Vec<String>,
        /// The name that the composed component imports: the highest of them.
        to: String,
    },
    /// They are still several imports.
    Apart {
        /// The names that the composed component imports.
        names: Vec<String>,
        /// What forbids one import; `None` if one component itself imports several of them.
        difference: Option<Difference>,
    },
}

impl Report {
    /// What the user should look at, each as one message.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        for (first, second) in &self.duplicates {
            warnings.push(match first == second {
                true => format!("`{first}` was given twice"),
                false => format!("`{second}` is the same file as `{first}` and was ignored"),
            });
        }
        for stub in &self.same_as_caller {
            warnings.push(format!("`{stub}` is the same file as the caller"));
        }
        for Unused { stub, exports } in &self.unused {
            warnings.push(match exports.as_slice() {
                [] => format!("`{stub}` is not used: it exports nothing"),
                exports => format!("`{stub}` is not used: nothing imports {}", list(exports)),
            });
        }
        for versions in &self.versions {
            if let Versions::Apart { .. } = versions {
                warnings.push(versions.to_string());
            }
        }
        for import in &self.unresolved {
            warnings.push(format!("{import}, is left to the host"));
        }
        warnings
    }
}

impl fmt::Display for Plug {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "`{}` of `{}` <- `{}`", self.import, self.importer, self.stub)?;
        match self.import == self.export {
            true => Ok(()),
            false => write!(f, " (`{}`)", self.export),
        }
    }
}

impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Versions::Merged { from, to } => write!(f, "{} are imported as `{to}`", list(from)),
            Versions::Apart { names, difference } => {
                write!(f, "{} stay separate imports", list(names))?;
                match difference {
                    Some(difference) => write!(f, ": their types differ{difference}"),
                    None => write!(f, ": one component imports several versions"),
                }
            }
        }
    }
}
