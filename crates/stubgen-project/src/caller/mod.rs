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

mod blocks;
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

/// The caller's `deps/` while package after package is added.
struct Deps {
    /// The packages as they will be.
    after: Vec<WitPackage>,
    files: Vec<(String, Vec<u8>)>,
    list: List,
    /// The packages of the stub, and where they are.
    places: Vec<(String, String)>,
}

impl Deps {
    fn of(caller: &WitFolder) -> Self {
        Self { after: caller.dependencies.clone(), files: Vec::new(), list: List::new(), places: Vec::new() }
    }
}

impl Adding {
    fn addition(mut self, import: &Import) -> Result<Addition, AddStubError> {
        cycle::check_names(&self.stub, &self.caller.main)?;
        let needs = cycle::needs(&mut self.stub, self.caller.main.name());
        let earlier = List::read(&self.caller_root, self.stub_list().as_deref());
        let packages = Packages::of(&self.caller, &self.stub, &needs, &earlier);
        let mut deps = Deps::of(&self.caller);
        for need in &needs {
            let place = self.add(need, &packages, &mut deps)?;
            deps.places.push((format!("{}:{}", need.name.namespace, need.name.name), place));
        }
        let (mut removed, removed_packages) = packages.stale(&mut deps.list, &mut deps.after);
        let (import, main) = import.edit(&self.stub, &self.caller.main)?.unzip();
        let mut warnings = self.check(main.as_ref().unwrap_or(&self.caller.main), &deps.after)?;
        let written: Vec<&str> = deps.files.iter().map(|(path, _)| path.as_str()).collect();
        warnings.retain(|warning| !self.is_in(warning, &written));
        let list_path = deps.places.first().and_then(|(_, place)| list_path(place));
        removed.extend(self.forgotten_lists(&removed_packages, list_path.as_deref()));
        let list = match list_path {
            Some(path) if deps.list.is_empty() => {
                removed.extend((!earlier.is_empty()).then_some(path));
                None
            }
            path => path.map(|path| (path, deps.list.render().into_bytes())),
        };
        Ok(Addition { files: deps.files, list, import, removed, packages: deps.places, removed_packages, warnings })
    }

    /// Adds a package, or finds it, and says where it is.
    fn add(&self, need: &Need, packages: &Packages<'_>, deps: &mut Deps) -> Result<String, AddStubError> {
        match packages.fit(need, self.overwrite)? {
            Fit::Reuse { place, files } => {
                files.iter().for_each(|file| deps.list.keep(packages.earlier(), file));
                Ok(place)
            }
            Fit::Write { path, text } => {
                let path = path.unwrap_or_else(|| self.free_path(need, packages, &deps.after));
                let written = self.parse(&path, &text)?;
                let place = slashed(&written.place);
                deps.after.retain(|package| package.place != written.place);
                deps.after.push(written);
                // A package with more in it is not the stub's alone.
                if text == need.text {
                    packages.keep_if_left(&mut deps.list, &path);
                    deps.list.add(&path, text.as_bytes());
                }
                deps.files.push((path, text.into_bytes()));
                Ok(place)
            }
        }
    }

    /// Whether the place of a warning is in one of the files at `written`: how they are spelled is nothing to mend.
    fn is_in(&self, warning: &Diagnostic, written: &[&str]) -> bool {
        let place = warning.location.as_deref().unwrap_or_default();
        written.iter().any(|path| place.starts_with(&format!("{}:", self.caller_root.join(path).display())))
    }

    /// The lists in the folders of packages that go, but for the one at `kept`: a folder without a package would not
    /// resolve.
    fn forgotten_lists(&self, places: &[String], kept: Option<&str>) -> Vec<String> {
        let lists = places.iter().filter_map(|place| list_path(place));
        lists.filter(|path| kept != Some(path.as_str()) && self.caller_root.join(path).is_file()).collect()
    }

    /// Where the list of an earlier addition is.
    fn stub_list(&self) -> Option<String> {
        let present = packages::find(&self.caller.dependencies, &self.stub.name).map(|package| slashed(&package.place));
        list_path(&present.unwrap_or_else(|| folder_of(&self.path_of(&self.stub.name, FolderName::Plain)).to_string()))
    }

    /// Where a package goes that is not there yet: no other package is in its folder, but for one that goes.
    fn free_path(&self, need: &Need, packages: &Packages<'_>, after: &[WitPackage]) -> String {
        let plain = self.path_of(&need.name, FolderName::Plain);
        let is_free = |path: &String| {
            let mut inside = after.iter().filter(|package| package.place == Path::new(folder_of(path)));
            inside.all(|package| packages.is_stale(package))
        };
        let versioned = self.path_of(&need.name, FolderName::Versioned);
        let (folder, file) = versioned.rsplit_once('/').expect("a dependency lies in a folder");
        let numbered = (2..).map(|number| format!("{folder}-{number}/{file}"));
        let mut paths = [plain, versioned.clone()].into_iter().chain(numbered);
        paths.find(is_free).expect("some number is free")
    }

    fn path_of(&self, name: &PackageName, folder: FolderName) -> String {
        let path = dependency_path(name, folder);
        if *name == self.stub.name { format!("{}/{STUB_FILE}", folder_of(&path)) } else { path }
    }

    fn parse(&self, path: &str, text: &str) -> Result<WitPackage, AddStubError> {
        let file = self.caller_root.join(path);
        stubgen_model::parse_package(PathBuf::from(place_of(path)), file, text).map_err(AddStubError::DoesNotFit)
    }

    /// Checks that the stub resolves among the caller's packages, and warns where the caller itself does not, yet.
    fn check(&self, main: &WitPackage, after: &[WitPackage]) -> Result<Vec<Diagnostic>, AddStubError> {
        let nested = self.caller.main.nested();
        let stub = packages::find(after, &self.stub.name).or(nested.as_ref()).expect("the stub was added");
        let nested = nested.iter().filter(|nested| nested.place != stub.place);
        let reached = packages::reached(stub, after).into_iter().chain(nested);
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
    // A package that is nested in the caller's own has no place of its own.
    (!is_file && !place.is_empty()).then(|| format!("{place}/{}", crate::generated::LIST))
}

/// A file in `deps` is a package by itself, one in a folder of `deps` is in that folder's package.
fn place_of(path: &str) -> &str {
    if path.matches('/').count() == 1 { path } else { folder_of(path) }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path as it is written in WIT folders and manifests of all systems.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
