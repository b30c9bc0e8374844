//! A stub's WIT package into the `wit/` of a caller: which files, with which content, and why not.
//!
//! ```text
//! stub's WIT ─Stub─┐
//!                  ├─ cycle: what would make the caller depend on itself moves into the stub's package
//! caller's WIT ────┤  fit:   reuse, write, merge or replace each package that the stub needs
//!                  ├─ list:  remove what an earlier addition of this stub has left
//!                  └─ import: a line for the caller's world
//! ```
//!
//! Packages are compared by what they say, not by their files' names. Nothing is written here.

mod cycle;
mod error;
mod fit;
mod import;
mod list;
mod packages;
mod stub;

use std::path::{Path, PathBuf};

use stubgen_emit::{FolderName, STUB_FILE, dependency_path};
use stubgen_model::{Diagnostic, LoadError, WitFolder, WitPackage, read_folder};
use wit_parser::PackageName;

use crate::plan::Overwrite;

pub use error::AddStubError;
pub use import::Import;

use fit::{Fit, Need};
use list::List;
use packages::Packages;
use stub::Stub;

/// What adding a stub does to a caller's WIT. Paths are below the directory of that WIT, written with `/`.
#[derive(Debug)]
pub struct Addition {
    /// Files of packages, with their contents.
    pub files: Vec<(String, Vec<u8>)>,
    /// The list of what belongs to this stub: never in conflict.
    pub list: Option<(String, Vec<u8>)>,
    /// A file of the caller's own package, with the import in it.
    pub import: Option<(String, Vec<u8>)>,
    /// Files that an earlier addition of the stub has left.
    pub removed: Vec<String>,
    /// The packages that the stub consists of, as `ns:name`, and their places, for the caller's `Cargo.toml`.
    pub packages: Vec<(String, String)>,
    /// The places of packages that are removed.
    pub removed_packages: Vec<String>,
    /// What the user should know.
    pub warnings: Vec<Diagnostic>,
}

/// Works out how the stub in `stub_root` is added to the caller in `caller_root`, with an import if one is asked for.
///
/// `overwrite` says nothing about conflicts here: they are found where files are compared. But only where files may
/// change, packages in the spelling of 2024 that would do are respelled.
///
/// # Errors
///
/// All that is wrong with either of them.
pub fn add_stub(
    stub_root: &Path,
    caller_root: &Path,
    import: &Import,
    overwrite: Overwrite,
) -> Result<Addition, Vec<AddStubError>> {
    let (stub, caller) = match (Stub::read(stub_root), read_folder(caller_root)) {
        (Ok(stub), Ok(caller)) => (stub, caller),
        (stub, caller) => {
            let caller = caller.err().map(AddStubError::from);
            return Err(stub.err().into_iter().chain(caller).collect());
        }
    };
    let addition = Adding { stub, caller, caller_root: caller_root.to_path_buf(), overwrite }.addition(import);
    addition.map_err(|error| vec![error])
}

/// A stub that is being added to a caller.
struct Adding {
    stub: Stub,
    caller: WitFolder,
    caller_root: PathBuf,
    overwrite: Overwrite,
}

impl Adding {
    fn addition(mut self, import: &Import) -> Result<Addition, AddStubError> {
        cycle::check_names(&self.stub, &self.caller.main)?;
        let needs = cycle::needs(&mut self.stub, self.caller.main.name());
        let packages = Packages::of(&self.caller, &self.stub, &needs);
        let earlier = List::read(&self.caller_root, self.stub_list(&packages).as_deref());
        let mut list = List::new();
        let mut after = self.caller.dependencies.clone();
        let mut files = Vec::new();
        let mut places = Vec::new();
        for need in &needs {
            let place = match packages.fit(need, &earlier, self.overwrite)? {
                Fit::Reuse { place, files } => {
                    files.iter().for_each(|file| list.keep(&earlier, file));
                    place
                }
                Fit::Write { path, text } => {
                    let path = path.unwrap_or_else(|| self.free_path(need, &after));
                    let written = self.parse(&path, &text)?;
                    let place = slashed(&written.place);
                    after.retain(|package| package.place != written.place);
                    after.push(written);
                    // A package with more in it is not the stub's alone.
                    if text == need.text {
                        list.add(&path, text.as_bytes());
                    }
                    files.push((path, text.into_bytes()));
                    place
                }
            };
            places.push((format!("{}:{}", need.name.namespace, need.name.name), place));
        }
        let (mut removed, removed_packages) = packages.stale(&earlier, &mut list, &mut after);
        let (import, main) = import.edit(&self.stub, &self.caller.main)?.unzip();
        let main = main.unwrap_or_else(|| self.caller.main.clone());
        let mut warnings = self.check(&main, &after)?;
        // How a file is spelled that is written anew is nothing to mend.
        let written: Vec<String> =
            files.iter().map(|(path, _)| format!("{}:", self.caller_root.join(path).display())).collect();
        warnings.retain(|warning| {
            let place = warning.location.as_deref().unwrap_or_default();
            !written.iter().any(|file| place.starts_with(file.as_str()))
        });
        let list_path = places.first().and_then(|(_, place)| list_path(place));
        let list = match list_path {
            Some(path) if list.is_empty() => {
                removed.extend((!earlier.is_empty()).then_some(path));
                None
            }
            path => path.map(|path| (path, list.render().into_bytes())),
        };
        Ok(Addition { files, list, import, removed, packages: places, removed_packages, warnings })
    }

    /// Where the list of an earlier addition is.
    fn stub_list(&self, packages: &Packages<'_>) -> Option<String> {
        let present = packages.find(&self.stub.name).map(|package| slashed(&package.place));
        list_path(&present.unwrap_or_else(|| folder_of(&self.path_of(&self.stub.name, FolderName::Plain)).to_string()))
    }

    /// Where a package goes that is not there yet: no other package is in its folder.
    fn free_path(&self, need: &Need, after: &[WitPackage]) -> String {
        let plain = self.path_of(&need.name, FolderName::Plain);
        let is_taken = after.iter().any(|package| package.place == Path::new(folder_of(&plain)));
        if is_taken { self.path_of(&need.name, FolderName::Versioned) } else { plain }
    }

    fn path_of(&self, name: &PackageName, folder: FolderName) -> String {
        let path = dependency_path(name, folder);
        if *name == self.stub.name { format!("{}/{STUB_FILE}", folder_of(&path)) } else { path }
    }

    fn parse(&self, path: &str, text: &str) -> Result<WitPackage, AddStubError> {
        // A file in `deps` is a package by itself, one in a folder of `deps` is in that folder's package.
        let place = if path.matches('/').count() == 1 { path } else { folder_of(path) };
        let file = self.caller_root.join(path);
        stubgen_model::parse_package(PathBuf::from(place), file, text).map_err(AddStubError::DoesNotFit)
    }

    /// Checks that the stub resolves among the caller's packages, and warns where the caller itself does not, yet.
    fn check(&self, main: &WitPackage, after: &[WitPackage]) -> Result<Vec<Diagnostic>, AddStubError> {
        let stub = after.iter().find(|package| package.name() == &self.stub.name).expect("the stub was added");
        let reached = packages::reached(stub, after);
        stubgen_model::resolve(stub, reached).map_err(AddStubError::DoesNotFit)?;
        let mut warnings: Vec<_> = self.stub.warnings.iter().chain(&self.caller.warnings).cloned().collect();
        if let Err(error) = stubgen_model::resolve(main, after) {
            warnings.push(does_not_resolve(&error));
        }
        Ok(warnings)
    }
}

/// The caller may well import what is added by the next command.
fn does_not_resolve(error: &LoadError) -> Diagnostic {
    let mut warning = Diagnostic::warning(format!("the caller's WIT does not resolve yet: {error}"));
    let found = error.diagnostics().into_iter().next();
    if let Some(found) = found {
        warning.location = found.location;
        warning.hint = found.hint;
    }
    warning
}

/// The list lies in the stub's folder; where its package is a single file among others, there is none.
fn list_path(place: &str) -> Option<String> {
    let is_file = Path::new(place).extension().is_some_and(|extension| extension == "wit" || extension == "wasm");
    (!is_file).then(|| format!("{place}/{}", crate::generated::LIST))
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path as it is written in WIT folders and manifests of all systems.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
