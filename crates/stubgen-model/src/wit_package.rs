//! Parsed WIT packages that are not resolved yet.
//!
//! A caller imports the stub that is about to be added, so its packages do not resolve. Each package is parsed by itself,
//! and [`resolve`] resolves those that are needed together.

use std::path::{Path, PathBuf};

use wit_parser::{PackageId, PackageName, Resolve, ResolveErrorKind, SourceMap, UnresolvedPackageGroup};

use crate::{LoadError, docs, legacy, tokens};

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
        let mut sources = SourceMap::new();
        for file in &files {
            let name = file.path.display().to_string();
            sources.push_str(&name, legacy::modernize(&name, &file.text).text);
        }
        Ok(Self { files, content: WitContent::Text(Box::new(parse(sources)?)), ..self.clone() })
    }

    /// The location of the declaration of its name: `path:line:column`.
    pub fn declaration(&self) -> Option<String> {
        self.files.iter().find_map(|file| {
            let offset = tokens::package_declaration(&file.text)?;
            Some(tokens::location(&file.path.display().to_string(), &file.text, offset))
        })
    }
}

/// Parses the text of one package as the file `path`.
///
/// # Errors
///
/// When the text cannot be parsed.
pub fn parse_package(place: PathBuf, path: PathBuf, text: &str) -> Result<WitPackage, LoadError> {
    let mut sources = SourceMap::new();
    sources.push_str(&path.display().to_string(), text);
    let content = WitContent::Text(Box::new(parse(sources)?));
    let file = WitFile { path, text: text.to_string(), spelling: Spelling::Modern };
    Ok(WitPackage { place, files: vec![file], content })
}

/// Parses the files of one package.
pub(crate) fn parse(sources: SourceMap) -> Result<UnresolvedPackageGroup, LoadError> {
    let mut group = sources.parse().map_err(|(sources, error)| {
        let span = error.kind().span();
        LoadError::Wit {
            message: error.kind().to_string(),
            location: span.is_known().then(|| sources.render_location(span)),
            hint: None,
        }
    })?;
    [&mut group.main].into_iter().chain(&mut group.nested).for_each(docs::clean_package);
    Ok(group)
}

/// Resolves `main` with `dependencies`. Feature gates hide nothing.
///
/// # Errors
///
/// When something does not resolve, with its location.
pub fn resolve<'a>(
    main: &WitPackage,
    dependencies: impl IntoIterator<Item = &'a WitPackage>,
) -> Result<(Resolve, PackageId), LoadError> {
    resolve_into(Resolve { all_features: true, ..Resolve::default() }, main, dependencies)
}

/// Resolves `main` with `dependencies` in an empty `Resolve`, which selects the features.
pub(crate) fn resolve_into<'a>(
    mut resolve: Resolve,
    main: &WitPackage,
    dependencies: impl IntoIterator<Item = &'a WitPackage>,
) -> Result<(Resolve, PackageId), LoadError> {
    let dependencies: Vec<&WitPackage> = dependencies.into_iter().collect();
    let mut groups = Vec::new();
    for dependency in &dependencies {
        match &dependency.content {
            WitContent::Text(group) => groups.push((**group).clone()),
            WitContent::Binary(binary, package, _) => _ = merge(&mut resolve, dependency, binary, *package)?,
        }
    }
    check_unique(&resolve, dependencies.into_iter().chain([main]))?;
    let package = match &main.content {
        WitContent::Text(group) => push_groups(&mut resolve, (**group).clone(), groups)?,
        WitContent::Binary(binary, package, _) => merge(&mut resolve, main, binary, *package)?,
    };
    Ok((resolve, package))
}

/// Refuses a package that is given as text and as a part of a WebAssembly file. The parser does not merge the two.
fn check_unique<'a>(resolve: &Resolve, packages: impl Iterator<Item = &'a WitPackage>) -> Result<(), LoadError> {
    let texts = packages.filter(|package| matches!(package.content, WitContent::Text(_)));
    let mut names = texts.flat_map(|package| package.names().into_iter().map(move |name| (package, name)));
    names.find(|(_, name)| resolve.package_names.contains_key(*name)).map_or(Ok(()), |(package, name)| {
        Err(LoadError::Wit {
            message: format!("package `{name}` is defined here and in a WebAssembly file"),
            location: package.declaration(),
            hint: Some("remove one of the two, or encode both".to_string()),
        })
    })
}

fn push_groups(
    resolve: &mut Resolve,
    main: UnresolvedPackageGroup,
    dependencies: Vec<UnresolvedPackageGroup>,
) -> Result<PackageId, LoadError> {
    resolve.push_groups(main, dependencies).map_err(|error| {
        let span = error.kind().span();
        let (message, hint) = match error.kind() {
            ResolveErrorKind::PackageNotFound { requested, .. } => {
                (format!("package `{requested}` not found"), Some(format!("add it to `deps/{}/`", requested.name)))
            }
            kind => (kind.to_string(), None),
        };
        let location = span.is_known().then(|| resolve.render_location(span));
        LoadError::Wit { message, location, hint }
    })
}

/// Merges the packages of a binary file and returns the new id of its main package.
fn merge(
    resolve: &mut Resolve,
    file: &WitPackage,
    binary: &Resolve,
    package: PackageId,
) -> Result<PackageId, LoadError> {
    let remap = resolve
        .merge(binary.clone())
        .map_err(|error| LoadError::Wasm { path: file.files[0].path.clone(), message: format!("{error:#}") })?;
    Ok(remap.packages[package.index()])
}
