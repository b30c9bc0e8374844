//! A directory with a WIT package and its `deps/`, read package by package: it need not resolve.
//!
//! The caller of a stub that is about to be added imports what is not there yet, and a run that was killed may have left
//! a folder without a file. So each package is parsed by itself, and [`resolve`] puts together those that are asked for.

use std::fs;
use std::path::{Path, PathBuf};

use wit_parser::{PackageId, PackageName, Resolve, SourceMap, UnresolvedPackageGroup};

use crate::load::{File, Loader, push_groups, sorted};
use crate::{Diagnostic, LoadError, legacy, tokens};

/// What is in the directory.
#[derive(Debug)]
pub struct WitFolder {
    /// The package of the `.wit` files beside each other.
    pub main: WitPackage,
    /// The packages in `deps/`, by their paths.
    pub dependencies: Vec<WitPackage>,
    /// What the user should know about the spelling.
    pub warnings: Vec<Diagnostic>,
}

/// One package, or the packages of one file.
#[derive(Debug, Clone)]
pub struct WitPackage {
    /// Where it is below the directory: empty for the main package, else `deps/folder` or `deps/file.wit`.
    pub place: PathBuf,
    /// Its files.
    pub files: Vec<WitFile>,
    /// What they say.
    pub content: WitContent,
}

/// A WIT file.
#[derive(Debug, Clone)]
pub struct WitFile {
    /// The path, as a continuation of the directory's.
    pub path: PathBuf,
    /// The text, without byte order mark; empty for WebAssembly.
    pub text: String,
    /// Whether the text is spelled as WIT is today.
    pub spelling: Spelling,
}

/// How a text is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As today.
    Modern,
    /// As in 2024.
    Legacy,
}

/// Parsed files.
#[derive(Debug, Clone)]
pub enum WitContent {
    /// Of text.
    Text(Box<UnresolvedPackageGroup>),
    /// Of an encoded package, which brings what it depends on.
    Binary(Box<Resolve>, PackageId),
}

impl WitFile {
    /// The text in today's spelling; all else in it stays.
    pub fn respelled(&self) -> String {
        legacy::respelled(&self.text)
    }
}

impl WitPackage {
    /// The package's name.
    pub fn name(&self) -> &PackageName {
        match &self.content {
            WitContent::Text(group) => &group.main.name,
            WitContent::Binary(resolve, package) => &resolve.packages[*package].name,
        }
    }

    /// The names of all packages that it defines: those nested in a file, and all of an encoded package, too.
    pub fn names(&self) -> Vec<&PackageName> {
        match &self.content {
            WitContent::Text(group) => {
                std::iter::once(&group.main).chain(&group.nested).map(|package| &package.name).collect()
            }
            WitContent::Binary(resolve, _) => resolve.packages.iter().map(|(_, package)| &package.name).collect(),
        }
    }

    /// The names of the packages that it uses. An encoded package brings them along.
    pub fn uses(&self) -> Vec<&PackageName> {
        match &self.content {
            WitContent::Text(group) => std::iter::once(&group.main)
                .chain(&group.nested)
                .flat_map(|package| package.foreign_deps.keys())
                .collect(),
            WitContent::Binary(..) => Vec::new(),
        }
    }

    /// The packages that are nested in its files, without itself.
    pub fn nested(&self) -> Option<Self> {
        let WitContent::Text(group) = &self.content else {
            return None;
        };
        let mut nested = group.nested.clone();
        let main = (!nested.is_empty()).then(|| nested.remove(0))?;
        let group = UnresolvedPackageGroup { main, nested, source_map: group.source_map.clone() };
        Some(Self { content: WitContent::Text(Box::new(group)), ..self.clone() })
    }

    /// This package with another text in the file at `path`.
    ///
    /// # Errors
    ///
    /// When it cannot be parsed then.
    pub fn with_text(&self, path: &Path, text: &str) -> Result<Self, LoadError> {
        let mut package = self.clone();
        let mut sources = SourceMap::new();
        for file in &mut package.files {
            if file.path == path {
                file.text = text.to_string();
            }
            let name = file.path.display().to_string();
            sources.push_str(&name, legacy::modernise(&name, &file.text).text);
        }
        package.content = WitContent::Text(Box::new(crate::load::parse(sources)?));
        Ok(package)
    }

    /// Where its name is declared: `path:line:column`.
    pub fn declaration(&self) -> Option<String> {
        self.files.iter().find_map(|file| {
            let offset = tokens::package_declaration(&file.text)?;
            Some(tokens::location(&file.path.display().to_string(), &file.text, offset))
        })
    }
}

/// Reads the directory `root`.
///
/// # Errors
///
/// What cannot be read, or parsed.
pub fn read_folder(root: &Path) -> Result<WitFolder, LoadError> {
    let mut loader = Loader::default();
    let main = package_of_directory(&mut loader, root, Path::new(""))?.ok_or_else(|| LoadError::NoWit(root.into()))?;
    let mut dependencies = Vec::new();
    let deps = root.join("deps");
    let entries = if deps.is_dir() { sorted(&deps)? } else { Vec::new() };
    for entry in entries {
        let place = Path::new("deps").join(entry.file_name().expect("an entry has a name"));
        if entry.is_dir() {
            // One without a file is what a killed run may have left.
            dependencies.extend(package_of_directory(&mut loader, &entry, &place)?);
        } else if entry.extension().is_some_and(|extension| extension == "wit" || extension == "wasm") {
            check_regular(&entry)?;
            dependencies.push(package_of_file(&mut loader, &entry, place)?);
        }
    }
    let errors = loader.take_errors();
    if errors.is_empty() {
        Ok(WitFolder { main, dependencies, warnings: loader.warnings })
    } else {
        Err(LoadError::Legacy(errors))
    }
}

/// Refuses a pipe, which nobody may ever write to, and a link that leads nowhere.
fn check_regular(path: &Path) -> Result<(), LoadError> {
    let metadata = fs::metadata(path).map_err(|source| LoadError::Read { path: path.to_path_buf(), source })?;
    if metadata.is_file() { Ok(()) } else { Err(LoadError::NotFile(path.to_path_buf())) }
}

fn package_of_directory(loader: &mut Loader, path: &Path, place: &Path) -> Result<Option<WitPackage>, LoadError> {
    for file in sorted(path)? {
        if file.extension().is_some_and(|extension| extension == "wit") && !file.is_dir() {
            check_regular(&file)?;
        }
    }
    let (content, files) = match loader.directory(path) {
        Err(LoadError::NoWit(_)) => return Ok(None),
        read => read?,
    };
    Ok(Some(WitPackage { place: place.to_path_buf(), files, content: WitContent::Text(Box::new(content?)) }))
}

fn package_of_file(loader: &mut Loader, path: &Path, place: PathBuf) -> Result<WitPackage, LoadError> {
    let (content, file) = match loader.file(path)? {
        File::Text(group, file) => (WitContent::Text(Box::new((*group)?)), file),
        File::Package(package) | File::Component(package) => {
            let resolve = std::mem::take(&mut loader.resolve);
            let file = WitFile { path: path.to_path_buf(), text: String::new(), spelling: Spelling::Modern };
            (WitContent::Binary(Box::new(resolve), package), file)
        }
    };
    Ok(WitPackage { place, files: vec![file], content })
}

/// Resolves `main` with `dependencies`.
///
/// # Errors
///
/// What does not resolve, with its place.
pub fn resolve<'a>(
    main: &WitPackage,
    dependencies: impl IntoIterator<Item = &'a WitPackage>,
) -> Result<(Resolve, PackageId), LoadError> {
    // What a gate hides is there all the same.
    let mut resolve = Resolve { all_features: true, ..Resolve::default() };
    let mut groups = Vec::new();
    for dependency in dependencies {
        match &dependency.content {
            WitContent::Text(group) => groups.push((**group).clone()),
            WitContent::Binary(binary, _) => merge(&mut resolve, binary, dependency)?,
        }
    }
    let package = match &main.content {
        WitContent::Text(group) => push_groups(&mut resolve, (**group).clone(), groups)?,
        WitContent::Binary(binary, package) => {
            merge(&mut resolve, binary, main)?;
            resolve.package_names[&binary.packages[*package].name]
        }
    };
    Ok((resolve, package))
}

fn merge(resolve: &mut Resolve, binary: &Resolve, package: &WitPackage) -> Result<(), LoadError> {
    let path = package.files[0].path.clone();
    let wrong = |error| LoadError::Wasm { path, message: format!("{error:#}") };
    resolve.merge(binary.clone()).map(|_| ()).map_err(wrong)
}

/// Parses the text of one package, as if it were at `path`.
///
/// # Errors
///
/// When it is wrong.
pub fn parse_package(place: PathBuf, path: PathBuf, text: &str) -> Result<WitPackage, LoadError> {
    let content = crate::load::parse_text(&path.display().to_string(), text)?;
    let file = WitFile { path, text: text.to_string(), spelling: Spelling::Modern };
    Ok(WitPackage { place, files: vec![file], content: WitContent::Text(Box::new(content)) })
}
