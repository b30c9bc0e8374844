//! Adds a stub's WIT package to the `wit/` of a caller: which files get which content.
//!
//! ```text
//! stub's WIT ─stub─┐
//!                  ├─ cycle:  interfaces that would make the caller depend on itself move into the stub's package
//! caller's WIT ────┤  action: reuse, write, merge or replace each package that the stub requires
//!                  ├─ own:    the stub's own package, which may have stubs of other worlds
//!                  ├─ deps:   the packages of the caller as they will be
//!                  ├─ packages: remove what an earlier addition of this stub wrote and nothing uses any more
//!                  └─ import: a line in the caller's world
//! ```
//!
//! Packages are compared by their content, not by file names. Nothing is written here.

mod action;
mod api_change;
mod blocks;
mod caller_package;
mod cycle;
mod deps;
mod error;
mod import;
mod mended;
mod own;
mod packages;
mod paths;
mod references;
mod required;
mod stub;
mod worlds;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_files::{Overwrite, OwnershipList};
use wasm_rpc_stubgen_model::{
    Diagnostic, Features, FolderName, Location, StubApi, WitFolder, WitPackage, is_same_name, read_folder,
};
use wit_parser::PackageName;

pub use error::AddStubError;
pub use import::Import;

use action::Sharing;
use caller_package::CallerPackage;
use deps::Deps;
use mended::Mended;
use own::{OutdatedStub, OwnPackage};
use packages::{ByPlace, Packages};
use paths::{folder_of, list_path, slashed};
use required::RequiredPackage;
use stub::Stub;

/// The changes that add a stub to a caller's WIT. Paths are relative to the directory of that WIT, with `/`.
#[derive(Debug)]
pub struct Addition {
    /// Files of packages, with their content.
    pub files: Vec<(String, Vec<u8>)>,
    /// The list of the stub's files; `None` if it is not needed.
    pub list: Option<(String, Vec<u8>)>,
    /// The files of the caller's own package that get the import, or in which imports are corrected.
    pub own: Vec<(String, Vec<u8>)>,
    /// Files of an earlier addition that are removed.
    pub removed: Vec<String>,
    /// The packages of the stub, as `ns:name`, and their places, for the caller's `Cargo.toml`.
    pub packages: Vec<(String, String)>,
    /// The places of packages that are removed.
    pub removed_packages: Vec<String>,
    /// Warnings for the user.
    pub warnings: Vec<Diagnostic>,
    /// What the caller should know once the stub is added: a missing import, and what changed in the stub.
    pub notes: Vec<Diagnostic>,
}

/// Determines how the stub in `stub_root` is added to the caller in `caller_root`.
///
/// Conflicts are found later, when the files are compared. `overwrite` decides only about hints. In the caller, `features`
/// are open.
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
    let one = |error| vec![error];
    let mended = mended(&stub, &caller, import).map_err(one)?;
    let original = caller.main.clone();
    let caller = match &mended {
        Some(mended) => WitFolder { main: mended.main.clone(), ..caller },
        None => caller,
    };
    let (caller_root, features) = (caller_root.to_path_buf(), features.clone());
    Adding { stub, caller, original, mended, caller_root, overwrite, features }.addition(import).map_err(one)
}

/// The caller's package with right versions of the stub.
fn mended(stub: &Stub, caller: &WitFolder, import: &Import) -> Result<Option<Mended>, AddStubError> {
    let names = caller.dependencies.iter().flat_map(WitPackage::names);
    let names: Vec<&PackageName> = names.chain([&stub.name]).collect();
    Mended::of(&caller.main, stub, &names, import)
}

/// A stub that is being added to a caller.
struct Adding {
    stub: Stub,
    /// With right versions of the stub in its own package.
    caller: WitFolder,
    /// The caller's own package as it is.
    original: WitPackage,
    mended: Option<Mended>,
    caller_root: PathBuf,
    overwrite: Overwrite,
    features: Features,
}

/// One way to add the stub.
struct Attempt {
    addition: Addition,
    outdated: Vec<OutdatedStub>,
    /// Whether all stubs of the package resolve.
    is_complete: bool,
}

impl Adding {
    fn addition(mut self, import: &Import) -> Result<Addition, AddStubError> {
        cycle::check_names(&self.stub, &self.caller.main)?;
        let present = OwnPackage::of(&self.caller, &self.stub);
        present.check_names()?;
        let taken = present.taken_names();
        let required = cycle::required_packages(&mut self.stub, self.caller.main.name(), &taken);
        self.check_packages(&required)?;
        let list_before = self.stub_list();
        let previous = list_before.map(|path| OwnershipList::read(&self.caller_root.join(path))).unwrap_or_default();
        let own = OwnPackage::of(&self.caller, &self.stub);
        let packages = Packages::of(&self.caller, &self.stub, &required, &previous, &own);
        let merged = self.attempt(import, &required, &packages, Sharing::Merge);
        let is_complete = |attempt: &Result<Attempt, _>| attempt.as_ref().is_ok_and(|attempt| attempt.is_complete);
        let attempt = match is_complete(&merged) {
            true => merged,
            // What is left of an older version may prevent that the merged packages resolve.
            false => match self.attempt(import, &required, &packages, Sharing::Replace) {
                Ok(replaced) if replaced.is_complete || merged.is_err() => Ok(replaced),
                _ => merged,
            },
        };
        let Attempt { mut addition, outdated, .. } = attempt?;
        if let (true, Some(outdated)) = (own.is_new(), outdated.first()) {
            return Err(self.other_version(outdated));
        }
        addition.warnings.extend(outdated.iter().map(|outdated| self.outdated_warning(outdated)));
        Ok(addition)
    }

    /// Fails if a component cannot tell a package of the caller from one of those that it gets.
    fn check_packages(&self, required: &[RequiredPackage]) -> Result<(), AddStubError> {
        for present in &self.caller.dependencies {
            for other in present.names() {
                let is_same = |name: &PackageName| name != other && is_same_name(&name.to_string(), &other.to_string());
                if let Some(required) = required.iter().find(|required| is_same(&required.name)) {
                    let (name, other) = (required.name.to_string(), other.to_string());
                    return Err(AddStubError::SameName { name, other, path: present.files[0].path.clone() });
                }
            }
        }
        Ok(())
    }

    fn attempt(
        &self,
        import: &Import,
        required: &[RequiredPackage],
        packages: &Packages<'_>,
        sharing: Sharing,
    ) -> Result<Attempt, AddStubError> {
        let mut deps = Deps::of(&self.caller.dependencies, packages);
        for package in required {
            deps.add(package, sharing, self.overwrite)?;
        }
        let (mut removed, removed_packages) = packages.stale(&mut deps.list, &mut deps.after);
        let mended = self.mended.as_ref();
        let caller = CallerPackage::of(&self.original, mended, &self.stub, import, &deps.after, &self.features)?;
        let (outdated, is_complete) = self.check_stubs(packages, &deps.after)?;
        let mut warnings: Vec<_> = self.stub.warnings.iter().chain(&self.caller.warnings).cloned().collect();
        // If another stub does not resolve, there is a warning about it.
        warnings.extend(caller.errors.into_iter().filter(|_| is_complete));
        let written = deps.files.keys().map(|path| self.caller_root.join(path).display().to_string());
        let written: BTreeSet<String> = written.collect();
        let is_written = |location: &Location| location.position.is_some() && written.contains(&location.path);
        // What they are about is replaced.
        warnings.retain(|warning| !warning.location.as_ref().is_some_and(is_written));
        warnings.extend(deps.warnings);
        let mut notes = caller.notes;
        notes.extend(self.api_changes(packages).into_iter().filter(|_| caller.imports_stub));
        let list_path = deps.places.first().and_then(|(_, place)| list_path(place));
        removed.extend(self.lists_without_package(&removed_packages, list_path.as_deref()));
        let list = match list_path {
            Some(path) if deps.list.is_empty() => {
                removed.extend((!packages.previous().is_empty()).then_some(path));
                None
            }
            path => path.map(|path| (path, deps.list.render().into_bytes())),
        };
        let (files, packages) = (deps.files.into_iter().collect(), deps.places);
        let addition =
            Addition { files, list, own: caller.files, removed, packages, removed_packages, warnings, notes };
        Ok(Attempt { addition, outdated, is_complete })
    }

    /// What changes for the caller if it has the stub already.
    fn api_changes(&self, packages: &Packages<'_>) -> Vec<Diagnostic> {
        let own = packages.own();
        let changes = || {
            let (resolve, package) = packages.resolve(own.present?, &self.stub.name)?;
            let interface = *resolve.packages[package].interfaces.get(&own.interface)?;
            let (previous, stub) =
                (StubApi::of(&resolve, interface)?, StubApi::of(&self.stub.written, self.stub.interface)?);
            let file = &*own.file?.path;
            Some(api_change::diagnostics(&previous, &stub).into_iter().map(|change| change.at(file)).collect())
        };
        changes().unwrap_or_default()
    }

    fn other_version(&self, outdated: &OutdatedStub) -> AddStubError {
        let (package, item) = match outdated.difference.clone() {
            Some((interface, item)) => (interface, Some(item)),
            None => (self.stub.target.to_string(), None),
        };
        AddStubError::OtherVersion { other: outdated.interface.clone(), path: outdated.file.clone(), package, item }
    }

    /// The stubs of a target change one after another, so that this is not an error if the stub is updated.
    fn outdated_warning(&self, outdated: &OutdatedStub) -> Diagnostic {
        let warning = Diagnostic::warning(self.other_version(outdated).to_string());
        warning.hint(format!("build the stub of `{}` again and add it", outdated.interface))
    }

    /// The lists in the folders of removed packages, except for the one at `kept`. A folder without a package would not
    /// resolve.
    fn lists_without_package(&self, places: &[String], kept: Option<&str>) -> Vec<String> {
        let lists = places.iter().filter_map(|place| list_path(place));
        lists.filter(|path| kept != Some(path.as_str()) && self.caller_root.join(path).is_file()).collect()
    }

    /// The path of the list of an earlier addition.
    fn stub_list(&self) -> Option<String> {
        let present = own::find(&self.caller.dependencies, &self.stub.name).map(|package| slashed(&package.place));
        let plain = || folder_of(&self.stub.path_in_caller(&self.stub.name, FolderName::Plain)).to_string();
        list_path(&present.unwrap_or_else(plain))
    }

    /// Checks that the stub resolves among the caller's packages. Returns the other stubs of its package that were made
    /// from another version, and whether they resolve.
    fn check_stubs(&self, packages: &Packages<'_>, after: &ByPlace) -> Result<(Vec<OutdatedStub>, bool), AddStubError> {
        let own = packages.own();
        let nested = self.caller.main.nested();
        let by_name = packages::by_name(after.values());
        let stub = by_name.get(&self.stub.name).copied().or(nested.as_ref()).expect("the stub was added");
        let resolved = |stub: &WitPackage| {
            let nested = nested.iter().filter(|nested| nested.place != stub.place);
            wasm_rpc_stubgen_model::resolve(
                stub,
                packages::reached(stub, &by_name).into_iter().chain(nested),
                &self.features,
            )
        };
        let after = match resolved(stub) {
            Ok(after) => Some(after),
            Err(error) => {
                let alone = own.alone(stub).filter(|_| !own.others.is_empty());
                alone.filter(|alone| resolved(alone).is_ok()).ok_or(AddStubError::DoesNotResolve(error))?;
                None
            }
        };
        if own.others.is_empty() {
            return Ok((Vec::new(), true));
        }
        let before = own.present.and_then(|present| packages.resolve(present, &self.stub.name));
        Ok((own.outdated(before.as_ref(), after.as_ref()), after.is_some()))
    }
}
