//! Parsed WIT packages that are not resolved yet.
//!
//! A caller imports the stub that is about to be added, so its packages do not resolve. Each package is parsed by itself,
//! and [`resolve`] resolves those that are needed together.

use std::path::{Path, PathBuf};

use wit_parser::{PackageId, PackageName, Resolve, SourceMap, UnresolvedPackageGroup};

use crate::caught::caught;
use crate::parsable::parsable;
use crate::sources::Sources;
use crate::{LoadError, Location, Position, docs, legacy, tokens, wit_error};

/// One package, or the packages of one file.
#[derive(Debug, Clone)]
pub struct WitPackage {
    /// Its path below the root: empty for the main package, `deps/folder` or `deps/file.wit` for others.
    pub place: PathBuf,
    /// Its files.
    pub files: Vec<WitFile>,
    /// The parsed files.
    pub content: WitContent,
}

/// A WIT file.
#[derive(Debug, Clone)]
pub struct WitFile {
    /// The path, which starts with that of the root.
    pub path: PathBuf,
    /// The text, without byte order mark; empty for WebAssembly.
    pub text: String,
    /// The syntax of the text.
    pub spelling: Spelling,
}

impl WitFile {
    /// The location of a byte of its text.
    pub fn location(&self, offset: usize) -> Location {
        Location::new(self.path.display().to_string(), Position::of(&self.text, offset))
    }
}

/// The syntax of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// Today's.
    Modern,
    /// That of 2024.
    Legacy,
}

/// Parsed files.
#[derive(Debug, Clone)]
pub enum WitContent {
    /// Of text.
    Text(Box<UnresolvedPackageGroup>),
    /// Of an encoded package or a component, with all packages that it uses.
    Binary(Box<Resolve>, PackageId, BinaryKind),
}

/// What a WebAssembly file encodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryKind {
    /// A WIT package.
    Package,
    /// A component. It does not record the name of its world or of its world's package.
    Component,
}

impl WitContent {
    /// What a WebAssembly file encodes; nothing if it is text.
    pub(crate) fn kind(&self) -> Option<BinaryKind> {
        match self {
            Self::Text(_) => None,
            Self::Binary(_, _, kind) => Some(*kind),
        }
    }
}

impl WitFile {
    /// The text in today's syntax, otherwise unchanged.
    pub fn in_modern_syntax(&self) -> String {
        legacy::translated(&self.text)
    }
}

impl WitPackage {
    /// The package's name.
    pub fn name(&self) -> &PackageName {
        match &self.content {
            WitContent::Text(group) => &group.main.name,
            WitContent::Binary(resolve, package, _) => &resolve.packages[*package].name,
        }
    }

    /// The names of all packages that it defines: itself, those nested in a file, and all of an encoded package.
    pub fn names(&self) -> Vec<&PackageName> {
        match &self.content {
            WitContent::Text(group) => {
                std::iter::once(&group.main).chain(&group.nested).map(|package| &package.name).collect()
            }
            WitContent::Binary(resolve, ..) => resolve.packages.iter().map(|(_, package)| &package.name).collect(),
        }
    }

    /// The names of the packages that it uses and does not contain.
    pub fn uses(&self) -> Vec<&PackageName> {
        match &self.content {
            WitContent::Text(group) => std::iter::once(&group.main)
                .chain(&group.nested)
                .flat_map(|package| package.foreign_deps.keys())
                .collect(),
            WitContent::Binary(..) => Vec::new(),
        }
    }

    /// The packages nested in its files, without itself.
    pub fn nested(&self) -> Option<Self> {
        let WitContent::Text(group) = &self.content else {
            return None;
        };
        let mut nested = group.nested.clone();
        let main = (!nested.is_empty()).then(|| nested.remove(0))?;
        let group = UnresolvedPackageGroup { main, nested, source_map: group.source_map.clone() };
        Some(Self { content: WitContent::Text(Box::new(group)), ..self.clone() })
    }

    /// This package with another text in the file at `path`, which may be a new one.
    ///
    /// # Errors
    ///
    /// When the text cannot be parsed.
    pub fn with_text(&self, path: &Path, text: &str) -> Result<Self, LoadError> {
        let mut files = self.files.clone();
        match files.iter_mut().find(|file| file.path == path) {
            Some(file) => file.text = text.to_string(),
            None => {
                files.push(WitFile { path: path.to_path_buf(), text: text.to_string(), spelling: Spelling::Modern });
            }
        }
        self.with_files(files)
    }

    /// This package with other files.
    ///
    /// # Errors
    ///
    /// When their texts cannot be parsed.
    pub fn with_files(&self, files: Vec<WitFile>) -> Result<Self, LoadError> {
        let content = WitContent::Text(Box::new(parse(&files)?));
        Ok(Self { files, content, ..self.clone() })
    }

    /// Where its name is declared.
    pub fn declaration(&self) -> Option<Location> {
        self.files.iter().find_map(|file| {
            let offset = tokens::package_declaration(&file.text)?;
            Some(file.location(offset))
        })
    }
}

/// Parses the text of one package as the file `path`.
///
/// # Errors
///
/// When the text cannot be parsed.
pub fn parse_package(place: PathBuf, path: PathBuf, text: &str) -> Result<WitPackage, LoadError> {
    let files = vec![WitFile { path, text: text.to_string(), spelling: Spelling::Modern }];
    let content = WitContent::Text(Box::new(parse(&files)?));
    Ok(WitPackage { place, files, content })
}

/// Parses the files of one package.
pub(crate) fn parse(files: &[WitFile]) -> Result<UnresolvedPackageGroup, LoadError> {
    let parsed = caught(|| source_map(files).parse()).ok_or_else(|| unreadable(files))?;
    let mut group = parsed.map_err(|(map, error)| {
        // The position of a character that WIT forbids is relative to its file, so that file is parsed by itself.
        let alone =
            || files.iter().find_map(|file| wit_error::forbidden_character(source_map(std::slice::from_ref(file))));
        let (map, error) = match wit_error::is_lexical(&error) {
            true => alone().unwrap_or((map, error)),
            false => (map, error),
        };
        LoadError::Wit(vec![wit_error::of_parser(&error, &map, &sources(files))])
    })?;
    [&mut group.main].into_iter().chain(&mut group.nested).for_each(docs::clean_package);
    Ok(group)
}

/// The error of files on which the parser panics.
fn unreadable(files: &[WitFile]) -> LoadError {
    let fails = |file: &&WitFile| caught(|| source_map(std::slice::from_ref(*file)).parse()).is_none();
    let file = files.iter().find(fails).or(files.first());
    wit_error::of_panic(file.map(|file| (&*file.path).into()))
}

fn source_map(files: &[WitFile]) -> SourceMap {
    let mut map = SourceMap::new();
    for file in files {
        let path = file.path.display().to_string();
        match file.spelling {
            Spelling::Modern => map.push_str(&path, parsable(&file.text)),
            Spelling::Legacy => map.push_str(&path, parsable(&legacy::modernize(&path, &file.text).text)),
        }
    }
    map
}

/// The texts of files.
pub(crate) fn sources<'a>(files: impl IntoIterator<Item = &'a WitFile>) -> Sources {
    Sources::new(files.into_iter().map(|file| (file.path.display().to_string(), file.text.clone())))
}
