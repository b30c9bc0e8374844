//! Adds a stub's WIT package to the `wit/` of a caller: which files get which content.
//!
//! ```text
//! stub's WIT ─stub─┐
//!                  ├─ cycle:  interfaces that would make the caller depend on itself move into the stub's package
//! caller's WIT ────┤  action: reuse, write, merge or replace each package that the stub requires
//!                  ├─ packages: remove what an earlier addition of this stub wrote and nothing uses any more
//!                  └─ import: a line in the caller's world
//! ```
//!
//! Packages are compared by their content, not by file names. Nothing is written here.

mod action;
mod blocks;
mod cycle;
mod error;
mod import;
mod packages;
mod paths;
mod required;
mod stub;

use std::path::{Path, PathBuf};

use stubgen_files::{Overwrite, OwnershipList};
use stubgen_model::{
    Diagnostic, Features, FolderName, LoadError, STUB_FILE, Severity, WitFolder, WitPackage, dependency_path,
    read_folder,
};
use wit_parser::PackageName;

pub use error::AddStubError;
pub use import::Import;

use action::PackageAction;
use packages::Packages;
use paths::{folder_of, list_path, place_of, slashed};
use required::RequiredPackage;
use stub::Stub;

/// The changes that add a stub to a caller's WIT. Paths are relative to the directory of that WIT, with `/`.
#[derive(Debug)]
pub struct Addition {
    /// Files of packages, with their content.
    pub files: Vec<(String, Vec<u8>)>,
    /// The list of the stub's files; `None` if it is not needed.
    pub list: Option<(String, Vec<u8>)>,
    /// The file of the caller's own package that gets the import.
    pub import: Option<(String, Vec<u8>)>,
    /// Files of an earlier addition that are removed.
    pub removed: Vec<String>,
    /// The packages of the stub, as `ns:name`, and their places, for the caller's `Cargo.toml`.
    pub packages: Vec<(String, String)>,
    /// The places of packages that are removed.
    pub removed_packages: Vec<String>,
    /// Warnings for the user.
    pub warnings: Vec<Diagnostic>,
}

/// Determines how the stub in `stub_root` is added to the caller in `caller_root`.
///
/// Conflicts are found later, when the files are compared. `overwrite` decides only whether packages in the spelling of
/// 2024 that could stay are rewritten. In the caller, `features` are open.
///
/// # Errors
///
/// All errors in either of them.
pub fn add_stub(
    stub_root: &Path,
    caller_root: &Path,
    import: &Import,
    overwrite: Overwrite,
    features: &Features,
) -> Result<Addition, Vec<AddStubError>> {
    let (stub, caller) = match (Stub::read(stub_root), read_folder(caller_root)) {
        (Ok(stub), Ok(caller)) => (stub, caller),
        (stub, caller) => {
            let caller = caller.err().map(AddStubError::from);
            return Err(stub.err().into_iter().chain(caller).collect());
        }
    };
    let features = features.clone();
    let adding = Adding { stub, caller, caller_root: caller_root.to_path_buf(), overwrite, features };
    adding.addition(import).map_err(|error| vec![error])
}

/// A stub that is being added to a caller.
struct Adding {
    stub: Stub,
    caller: WitFolder,
    caller_root: PathBuf,
    overwrite: Overwrite,
    features: Features,
}

/// The caller's `deps/` while package after package is added.
struct Deps {
    /// The packages as they will be.
    after: Vec<WitPackage>,
    files: Vec<(String, Vec<u8>)>,
    list: OwnershipList,
    /// The packages of the stub, and where they are.
    places: Vec<(String, String)>,
}

impl Adding {
    fn addition(mut self, import: &Import) -> Result<Addition, AddStubError> {
        cycle::check_names(&self.stub, &self.caller.main)?;
        let required = cycle::required_packages(&mut self.stub, self.caller.main.name());
        let list_before = self.stub_list();
        let previous = list_before.map(|path| OwnershipList::read(&self.caller_root.join(path))).unwrap_or_default();
        let packages = Packages::of(&self.caller, &self.stub, &required, &previous);
        let (after, list) = (self.caller.dependencies.clone(), OwnershipList::default());
        let mut deps = Deps { after, list, files: Vec::new(), places: Vec::new() };
        for package in &required {
            let place = self.add(package, &packages, &mut deps)?;
            deps.places.push((format!("{}:{}", package.name.namespace, package.name.name), place));
        }
        let (mut removed, removed_packages) = packages.stale(&mut deps.list, &mut deps.after);
        let (import, main) = import.edit(&self.stub, &self.caller.main, &self.features)?.unzip();
        let mut warnings = self.check(main.as_ref().unwrap_or(&self.caller.main), &deps.after)?;
        let written: Vec<&str> = deps.files.iter().map(|(path, _)| path.as_str()).collect();
        warnings.retain(|warning| !self.is_in(warning, &written));
        let list_path = deps.places.first().and_then(|(_, place)| list_path(place));
        removed.extend(self.lists_without_package(&removed_packages, list_path.as_deref()));
        let list = match list_path {
            Some(path) if deps.list.is_empty() => {
                removed.extend((!previous.is_empty()).then_some(path));
                None
            }
            path => path.map(|path| (path, deps.list.render().into_bytes())),
        };
        Ok(Addition { files: deps.files, list, import, removed, packages: deps.places, removed_packages, warnings })
    }

    /// Adds a package unless the caller has it, and returns its place.
    fn add(
        &self,
        required: &RequiredPackage,
        packages: &Packages<'_>,
        deps: &mut Deps,
    ) -> Result<String, AddStubError> {
        match packages.action(required, self.overwrite)? {
            PackageAction::Reuse(package) => {
                package.files.iter().for_each(|file| packages.keep_ownership(&mut deps.list, file, required));
                Ok(slashed(&package.place))
            }
            PackageAction::Write { path, text } => {
                let path = path.unwrap_or_else(|| self.free_path(required, packages, &deps.after));
                let written = self.parse(&path, &text)?;
                let place = slashed(&written.place);
                deps.after.retain(|package| package.place != written.place);
                deps.after.push(written);
                // A merged package also belongs to the caller.
                if text == required.text {
                    deps.list.insert(&path, text.as_bytes());
                }
                deps.files.push((path, text.into_bytes()));
                Ok(place)
            }
        }
    }

    /// Whether a warning is about one of the files at `written`, which this run replaces.
    fn is_in(&self, warning: &Diagnostic, written: &[&str]) -> bool {
        let place = warning.location.as_deref().unwrap_or_default();
        written.iter().any(|path| place.starts_with(&format!("{}:", self.caller_root.join(path).display())))
    }

    /// The lists in the folders of removed packages, except for the one at `kept`. A folder without a package would not
    /// resolve.
    fn lists_without_package(&self, places: &[String], kept: Option<&str>) -> Vec<String> {
        let lists = places.iter().filter_map(|place| list_path(place));
        lists.filter(|path| kept != Some(path.as_str()) && self.caller_root.join(path).is_file()).collect()
    }

    /// The path of the list of an earlier addition.
    fn stub_list(&self) -> Option<String> {
        let present = packages::find(&self.caller.dependencies, &self.stub.name).map(|package| slashed(&package.place));
        list_path(&present.unwrap_or_else(|| folder_of(&self.path_of(&self.stub.name, FolderName::Plain)).to_string()))
    }

    /// The path of a new package, in a folder without other packages that stay.
    fn free_path(&self, required: &RequiredPackage, packages: &Packages<'_>, after: &[WitPackage]) -> String {
        let plain = self.path_of(&required.name, FolderName::Plain);
        let is_free = |path: &String| {
            let mut inside = after.iter().filter(|package| package.place == Path::new(folder_of(path)));
            inside.all(|package| packages.is_stale(package))
        };
        let versioned = self.path_of(&required.name, FolderName::Versioned);
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
        stubgen_model::parse_package(PathBuf::from(place_of(path)), file, text).map_err(AddStubError::DoesNotResolve)
    }

    /// Checks that the stub resolves among the caller's packages, and warns if the caller does not resolve yet.
    fn check(&self, main: &WitPackage, after: &[WitPackage]) -> Result<Vec<Diagnostic>, AddStubError> {
        let nested = self.caller.main.nested();
        let stub = packages::find(after, &self.stub.name).or(nested.as_ref()).expect("the stub was added");
        let nested = nested.iter().filter(|nested| nested.place != stub.place);
        let reached = packages::reached(stub, after).into_iter().chain(nested);
        stubgen_model::resolve(stub, reached, &self.features).map_err(AddStubError::DoesNotResolve)?;
        let mut warnings: Vec<_> = self.stub.warnings.iter().chain(&self.caller.warnings).cloned().collect();
        if let Err(error) = stubgen_model::resolve(main, after, &self.features) {
            warnings.extend(does_not_resolve(&error));
        }
        Ok(warnings)
    }
}

/// The caller may import a package that the next command adds.
fn does_not_resolve(error: &LoadError) -> impl Iterator<Item = Diagnostic> {
    error.diagnostics().into_iter().map(|found| {
        let message = format!("the caller's WIT does not resolve yet: {}", found.message);
        Diagnostic { severity: Severity::Warning, message, excerpt: None, ..found }
    })
}
