//! The caller's `deps/` while package after package is added.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use wasm_rpc_stubgen_files::{Overwrite, OwnershipList};
use wasm_rpc_stubgen_model::{Diagnostic, FolderName, WitPackage, decode_package, parse_package};
use wit_parser::PackageName;

use super::action::{PackageAction, Sharing};
use super::error::AddStubError;
use super::packages::{ByPlace, Packages, is_encoded};
use super::paths::{folder_of, place_of, slashed};
use super::required::{RequiredPackage, Role};

/// What becomes of `deps/`.
pub(super) struct Deps<'a> {
    packages: &'a Packages<'a>,
    /// The packages as they will be.
    pub after: ByPlace,
    pub files: IndexMap<String, Vec<u8>>,
    pub list: OwnershipList,
    /// The packages of the stub, and where they are.
    pub places: Vec<(String, String)>,
    pub warnings: Vec<Diagnostic>,
}

impl<'a> Deps<'a> {
    pub fn of(dependencies: &[WitPackage], packages: &'a Packages<'a>) -> Self {
        Self {
            packages,
            after: dependencies.iter().map(|package| (package.place.clone(), package.clone())).collect(),
            files: IndexMap::new(),
            list: OwnershipList::default(),
            places: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Adds a package unless the caller has it. `overwrite` decides only about hints.
    pub fn add(
        &mut self,
        required: &RequiredPackage,
        sharing: Sharing,
        overwrite: Overwrite,
    ) -> Result<(), AddStubError> {
        let place = match self.packages.action(required, sharing, &self.files)? {
            PackageAction::Reuse(package) => {
                self.packages.keep_ownership(&mut self.list, package, required);
                slashed(&package.place)
            }
            PackageAction::Modernize { package, files } => {
                for (path, text) in files {
                    // Another package in the file has changed already.
                    if self.files.contains_key(&path) {
                        continue;
                    }
                    self.warnings.push(legacy_warning(&self.packages.root().join(&path), overwrite));
                    self.packages.extend_list(&mut self.list, &path, &text);
                    self.files.insert(path, text.into_bytes());
                }
                slashed(&package.place)
            }
            PackageAction::Encode(bytes) => self.write_encoded(required, bytes)?,
            PackageAction::Write { path, text } => match (&path, self.encoded(&required.name)) {
                // Tools do not merge the text of a package with encoded packages.
                (None, Some(present)) => {
                    let bytes = self.packages.stub().encoded(required.package, &required.interfaces);
                    let bytes = bytes.ok_or_else(|| self.packages.cannot_change(&required.name, present))?;
                    self.write_encoded(required, bytes)?
                }
                _ => self.write(required, path, text)?,
            },
        };
        self.places.push((format!("{}:{}", required.name.namespace, required.name.name), place));
        Ok(())
    }

    /// A package of this name that is WebAssembly.
    fn encoded(&self, name: &PackageName) -> Option<&WitPackage> {
        self.after.values().find(|package| is_encoded(package) && package.names().contains(&name))
    }

    /// Writes a package as text, and returns its place.
    fn write(
        &mut self,
        required: &RequiredPackage,
        path: Option<String>,
        text: String,
    ) -> Result<String, AddStubError> {
        let path = path.unwrap_or_else(|| self.free_path(required));
        let written = self.written(required, &path, &text)?;
        let place = slashed(&written.place);
        self.after.insert(written.place.clone(), written);
        match text == required.text {
            true => self.list.insert(&path, text.as_bytes()),
            // A package that is merged with the caller's also belongs to the caller.
            false => self.packages.extend_list(&mut self.list, &path, &text),
        }
        self.files.insert(path, text.into_bytes());
        Ok(place)
    }

    /// Writes a package as WebAssembly, and returns its place.
    fn write_encoded(&mut self, required: &RequiredPackage, bytes: Vec<u8>) -> Result<String, AddStubError> {
        let path = self.free_wasm_path(required);
        let file = self.packages.root().join(&path);
        let package = decode_package(PathBuf::from(&path), file, &bytes).map_err(AddStubError::DoesNotResolve)?;
        let texts = self.after.values().filter(|other| !is_encoded(other));
        let mut names = texts.flat_map(|other| other.names().into_iter().map(move |name| (other, name)));
        if let Some((present, name)) = names.find(|(_, name)| package.names().contains(name)) {
            return Err(self.packages.cannot_change(name, present));
        }
        self.after.insert(package.place.clone(), package);
        self.list.insert(&path, &bytes);
        self.files.insert(path.clone(), bytes);
        Ok(path)
    }

    /// The package in which the file at `path` has another `text`.
    fn written(&self, required: &RequiredPackage, path: &str, text: &str) -> Result<WitPackage, AddStubError> {
        let file = self.packages.root().join(path);
        let present = self.packages.own().present.filter(|_| required.role == Role::Own);
        match present.filter(|present| slashed(&present.place) == place_of(path)) {
            Some(present) => present.with_text(&file, text),
            None => parse_package(PathBuf::from(place_of(path)), file, text),
        }
        .map_err(AddStubError::DoesNotResolve)
    }

    /// The path of a new package, in a folder without other packages that stay.
    fn free_path(&self, required: &RequiredPackage) -> String {
        let path_of = |folder| self.packages.stub().path_in_caller(&required.name, folder);
        let is_free = |path: &String| {
            let inside = self.after.get(Path::new(folder_of(path)));
            inside.is_none_or(|package| self.packages.is_stale(package))
        };
        let versioned = path_of(FolderName::Versioned);
        let (folder, file) = versioned.rsplit_once('/').expect("a dependency lies in a folder");
        let numbered = (2..).map(|number| format!("{folder}-{number}/{file}"));
        let mut paths = [path_of(FolderName::Plain), versioned.clone()].into_iter().chain(numbered);
        paths.find(is_free).expect("some number is free")
    }

    /// The path of a new encoded package.
    fn free_wasm_path(&self, required: &RequiredPackage) -> String {
        let folder = |name| folder_of(&self.packages.stub().path_in_caller(&required.name, name)).to_string();
        let numbered = (2..).map(|number| format!("{}-{number}", folder(FolderName::Versioned)));
        let folders = [folder(FolderName::Plain), folder(FolderName::Versioned)].into_iter().chain(numbered);
        let mut paths = folders.map(|folder| format!("{folder}.wasm"));
        paths.find(|path| !self.after.contains_key(Path::new(path))).expect("some number is free")
    }
}

fn legacy_warning(path: &Path, overwrite: Overwrite) -> Diagnostic {
    let message = format!("`{}` has the syntax of 2024, which today's tools reject", path.display());
    Diagnostic::warning(message).hint(match overwrite {
        Overwrite::Allowed => "it is rewritten in today's syntax",
        Overwrite::Refused => "`--overwrite` rewrites it in today's syntax",
    })
}
