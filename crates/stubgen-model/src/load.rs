//! A path to a resolved WIT package and the world in it.
//!
//! The path is a directory with `.wit` files and perhaps `deps/`, one `.wit` file, or a WebAssembly component (or an
//! encoded WIT package). The files are read here rather than by the parser, because WIT of 2024 is respelled before it
//! is parsed; where things lie is the parser's rule (`Resolve::push_dir`). Nothing is ever written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::{Spelling, WitFile};
use crate::{Diagnostic, golem, legacy, world};
use thiserror::Error;
use wit_component::DecodedWasm;
use wit_parser::{
    PackageId, PackageName, Resolve, ResolveErrorKind, SourceMap, UnresolvedPackageGroup, WorldId, WorldItem, WorldKey,
};

/// A target component, as far as its WIT tells.
#[derive(Debug)]
pub struct Target {
    /// Everything that the source defines.
    pub resolve: Resolve,
    /// The package that the stub is named after.
    pub package: PackageName,
    /// The world whose exports are stubbed.
    pub world: WorldId,
    /// The name of the world in the stub's names.
    pub world_name: String,
    /// What the user should know about the source.
    pub warnings: Vec<Diagnostic>,
}

/// Why a source could not be loaded.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// A file or directory cannot be read.
    #[error("cannot read `{path}`: {source}", path = path.display())]
    Read {
        /// The file or directory.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A directory has no WIT.
    #[error("`{path}` holds no `.wit` file", path = .0.display())]
    NoWit(PathBuf),
    /// A WIT file is not text.
    #[error("`{path}` is not UTF-8 text", path = .0.display())]
    NotText(PathBuf),
    /// A file name is not text.
    #[error("the name of `{path}` is not UTF-8", path = .0.display())]
    NotTextName(PathBuf),
    /// A file is too large for the parser's 32-bit offsets.
    #[error("`{path}` is too large for WIT", path = .0.display())]
    TooLarge(PathBuf),
    /// Something that is read without an end, or not at all.
    #[error("`{path}` is a device or a socket", path = .0.display())]
    NotFile(PathBuf),
    /// WebAssembly in its text form.
    #[error("`{path}` is WebAssembly text, not WIT", path = .0.display())]
    WasmText(PathBuf),
    /// A core module instead of a component.
    #[error("`{path}` is a core WebAssembly module, not a component", path = .0.display())]
    CoreModule(PathBuf),
    /// A WebAssembly file that cannot be decoded.
    #[error("`{path}` is not a valid WebAssembly component: {message}", path = path.display())]
    Wasm {
        /// The file.
        path: PathBuf,
        /// What the decoder says.
        message: String,
    },
    /// The WIT is wrong; the text carries places and excerpts.
    #[error("{message}")]
    Wit {
        /// What the parser says.
        message: String,
        /// `path:line:column`.
        location: Option<String>,
        /// What to do.
        hint: Option<String>,
    },
    /// The source has a package of the name of one that every stub uses, with other content.
    #[error("the source's own copy of `{rpc}` or `{io}` is not the published one: {0}", rpc = golem::RPC_PACKAGE, io = golem::IO_PACKAGE)]
    OtherGolem(String),
    /// WIT of 2024 that has no form of today.
    #[error("the WIT is spelled as in 2024 in a way that cannot be translated")]
    Legacy(Vec<Diagnostic>),
    /// The package defines no world.
    #[error("package `{package}` defines no world")]
    NoWorld {
        /// The main package.
        package: String,
    },
    /// The package defines several worlds and none was named.
    #[error("package `{package}` defines several worlds: {}", quoted(worlds))]
    SeveralWorlds {
        /// The main package.
        package: String,
        /// Their names.
        worlds: Vec<String>,
    },
    /// The package has no such world.
    #[error("package `{package}` has no world `{wanted}`")]
    UnknownWorld {
        /// The main package.
        package: String,
        /// What was asked for.
        wanted: String,
        /// Names that are written alike.
        nearest: Vec<String>,
        /// All names.
        worlds: Vec<String>,
    },
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl LoadError {
    /// What is to be said to the user.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        if let Self::Legacy(diagnostics) = self {
            return diagnostics.clone();
        }
        let mut diagnostic = Diagnostic::error(self.to_string());
        diagnostic.hint = self.hint();
        if let Self::Wit { location, .. } = self {
            diagnostic.location.clone_from(location);
        }
        vec![diagnostic]
    }

    /// This error with the place `path`, where the parser names none: what is missing is nowhere.
    fn at(mut self, path: &Path) -> Self {
        if let Self::Wit { location, .. } = &mut self {
            location.get_or_insert_with(|| path.display().to_string());
        }
        self
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Read { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
                "give a directory with WIT files, one `.wit` file or a `.wasm` component".into()
            }
            Self::NoWit(_) => "give the directory that holds the package's `.wit` files, usually `wit`".into(),
            Self::CoreModule(_) => {
                "make a component of it with `wasm-tools component new`, or compile for `wasm32-wasip2`".into()
            }
            Self::WasmText(_) => "make a binary of it with `wasm-tools parse`".into(),
            Self::NoWorld { .. } => "a stub is made from what a world exports; add `world name { export …; }`".into(),
            Self::SeveralWorlds { .. } => "choose one with `--world`".into(),
            Self::UnknownWorld { nearest, .. } if !nearest.is_empty() => {
                format!("did you mean {}?", nearest.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(" or "))
            }
            Self::UnknownWorld { worlds, .. } if !worlds.is_empty() => format!("its worlds are {}", quoted(worlds)),
            Self::OtherGolem(_) => "remove that copy from `deps`, or take it from golem 1.0 or 1.1".into(),
            Self::Wit { hint, .. } => return hint.clone(),
            Self::NotFile(_) => "a regular file is needed there".into(),
            Self::NotText(_) => "save it as UTF-8".into(),
            Self::NotTextName(_) => "rename it".into(),
            Self::Read { .. } | Self::TooLarge(_) | Self::Wasm { .. } | Self::Legacy(_) | Self::UnknownWorld { .. } => {
                return None;
            }
        })
    }
}

/// Loads the WIT at `source` and picks the world `wanted` (the only one there is, when `None`).
pub fn load(source: &Path, wanted: Option<&str>) -> Result<Target, LoadError> {
    let mut loader = Loader::default();
    let main = loader.main(source)?;
    golem::merge_into(&mut loader.resolve).map_err(LoadError::OtherGolem)?;
    let world = world::select(&loader.resolve, main, wanted)?;
    let package = &loader.resolve.packages[main].name;
    let world_name = loader.resolve.worlds[world].name.clone();
    let (package, world_name) = match (loader.component, exported_package(&loader.resolve, world)) {
        (true, Some(exported)) => (exported.clone(), exported.name),
        (true, None) => {
            let message =
                "a component forgets the name of its package, and this one exports interfaces of none or several";
            let note = Diagnostic::note(format!("{message}, so the stub is called after `{package}`"));
            loader
                .warnings
                .push(note.at(source.display().to_string()).hint("give the WIT for a stub of the right name"));
            (package.clone(), world_name)
        }
        (false, _) => (package.clone(), world_name),
    };
    Ok(Target { resolve: loader.resolve, package, world, world_name, warnings: loader.warnings })
}

/// The package of all interfaces that a component exports, if it is one: a component has forgotten the name of its
/// world's package, and this is what it was most likely called.
fn exported_package(resolve: &Resolve, world: WorldId) -> Option<PackageName> {
    let mut found = None;
    for (key, item) in &resolve.worlds[world].exports {
        let (WorldKey::Interface(id), WorldItem::Interface { .. }) = (key, item) else {
            continue;
        };
        let package = resolve.interfaces[*id].package?;
        if *found.get_or_insert(package) != package {
            return None;
        }
    }
    found.map(|package| resolve.packages[package].name.clone())
}

/// Reads and parses, one package after the other.
#[derive(Default)]
pub(crate) struct Loader {
    pub(crate) resolve: Resolve,
    pub(crate) warnings: Vec<Diagnostic>,
    errors: Vec<Diagnostic>,
    /// The source is a component, whose world has lost its name.
    component: bool,
}

impl Loader {
    fn main(&mut self, source: &Path) -> Result<PackageId, LoadError> {
        let metadata = fs::metadata(source).map_err(|error| read_error(source, error))?;
        let (main, deps) = if metadata.is_dir() {
            (self.directory(source)?.0, self.dependencies(&source.join("deps"))?)
        } else {
            match self.file(source)? {
                File::Package(id) => return Ok(id),
                File::Component(id) => {
                    self.component = true;
                    return Ok(id);
                }
                File::Text(group, _) => (*group, Vec::new()),
            }
        };
        if !self.errors.is_empty() {
            return Err(LoadError::Legacy(self.take_errors()));
        }
        let (main, deps) = match (main, deps.into_iter().collect::<Result<Vec<_>, _>>()) {
            (Ok(main), Ok(deps)) => (main, deps),
            (Err(error), _) | (_, Err(error)) => return Err(error),
        };
        push_groups(&mut self.resolve, main, deps)
    }

    /// The errors of the spelling so far.
    pub(crate) fn take_errors(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.errors)
    }

    /// The `.wit` files of one package, parsed and as they are.
    pub(crate) fn directory(&mut self, path: &Path) -> Result<(Parsed, Vec<WitFile>), LoadError> {
        let mut sources = SourceMap::new();
        let mut files = Vec::new();
        for file in sorted(path)? {
            if file.extension().is_some_and(|e| e == "wit") && file.is_file() {
                let content = read(&file)?;
                files.push(self.push(&mut sources, &file, content)?);
            }
        }
        match files.is_empty() {
            false => Ok((parse(sources).map_err(|error| error.at(path)), files)),
            true => Err(LoadError::NoWit(path.to_path_buf())),
        }
    }

    fn dependencies(&mut self, path: &Path) -> Result<Vec<Parsed>, LoadError> {
        let mut parsed = Vec::new();
        if !path.is_dir() {
            return Ok(parsed);
        }
        for entry in sorted(path)? {
            if entry.is_dir() {
                parsed.push(self.directory(&entry)?.0);
            } else if entry.extension().is_some_and(|e| e == "wit" || e == "wasm")
                && let File::Text(group, _) = self.file(&entry)?
            {
                parsed.push(*group);
            }
        }
        Ok(parsed)
    }

    pub(crate) fn file(&mut self, path: &Path) -> Result<File, LoadError> {
        let content = read(path)?;
        if content.starts_with(b"\0asm") {
            return self.wasm(path, &content);
        }
        if content.trim_ascii_start().starts_with(b"(") {
            return Err(LoadError::WasmText(path.to_path_buf()));
        }
        let mut sources = SourceMap::new();
        let file = self.push(&mut sources, path, content)?;
        Ok(File::Text(Box::new(parse(sources).map_err(|error| error.at(path))), file))
    }

    fn wasm(&mut self, path: &Path, content: &[u8]) -> Result<File, LoadError> {
        if wasmparser::Parser::is_core_wasm(content) {
            return Err(LoadError::CoreModule(path.to_path_buf()));
        }
        let wrong = |message: String| LoadError::Wasm { path: path.to_path_buf(), message };
        if stubgen_binary::is_too_deep(content) {
            return Err(wrong(format!("its types are nested deeper than {} levels", stubgen_binary::LIMIT)));
        }
        wasmparser::Validator::new_with_features(wasmparser::WasmFeatures::all())
            .validate_all(content)
            .map_err(|error| wrong(error.to_string()))?;
        let decoded = wit_component::decode(content).map_err(|error| wrong(format!("{error:#}")))?;
        let package = decoded.package();
        let (resolve, file): (_, fn(PackageId) -> File) = match decoded {
            DecodedWasm::WitPackage(resolve, _) => (resolve, File::Package),
            DecodedWasm::Component(resolve, _) => (resolve, File::Component),
        };
        let remap = self.resolve.merge(resolve).map_err(|error| wrong(format!("{error:#}")))?;
        Ok(file(remap.packages[package.index()]))
    }

    fn push(&mut self, sources: &mut SourceMap, path: &Path, content: Vec<u8>) -> Result<WitFile, LoadError> {
        let name = path.to_str().ok_or_else(|| LoadError::NotTextName(path.to_path_buf()))?;
        let text = text(path, content)?;
        let modern = legacy::modernise(name, &text);
        let spelling = if modern.text == text { Spelling::Modern } else { Spelling::Legacy };
        // Golem's own package was published in the old spelling: nobody can do anything about it.
        let published = text.contains(golem::RPC_PACKAGE);
        for diagnostic in modern.diagnostics {
            match diagnostic.severity {
                crate::Severity::Error => self.errors.push(diagnostic),
                crate::Severity::Warning | crate::Severity::Note if published => {}
                crate::Severity::Warning | crate::Severity::Note => self.warnings.push(diagnostic),
            }
        }
        sources.push_str(name, modern.text);
        Ok(WitFile { path: path.to_path_buf(), text, spelling })
    }
}

/// A package's text after parsing; errors wait until all files were read.
pub(crate) type Parsed = Result<UnresolvedPackageGroup, LoadError>;

pub(crate) enum File {
    Package(PackageId),
    Component(PackageId),
    Text(Box<Parsed>, WitFile),
}

/// The content of the WIT file at `path` as text, without byte order mark.
fn text(path: &Path, content: Vec<u8>) -> Result<String, LoadError> {
    let mut text = String::from_utf8(content).map_err(|_| LoadError::NotText(path.to_path_buf()))?;
    if u32::try_from(text.len()).is_err() {
        return Err(LoadError::TooLarge(path.to_path_buf()));
    }
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Resolves `main` with what it depends on.
pub(crate) fn push_groups(
    resolve: &mut Resolve,
    main: UnresolvedPackageGroup,
    deps: Vec<UnresolvedPackageGroup>,
) -> Result<PackageId, LoadError> {
    resolve.push_groups(main, deps).map_err(|error| {
        let span = error.kind().span();
        let (message, hint) = match error.kind() {
            ResolveErrorKind::PackageNotFound { requested, .. } => (
                format!("package `{requested}` is not there"),
                Some(format!("put it into `deps/{}/` beside the WIT", requested.name)),
            ),
            kind => (kind.to_string(), None),
        };
        let location = span.is_known().then(|| resolve.render_location(span));
        LoadError::Wit { message, location, hint }
    })
}

/// Parses one text, which is called `name` in messages.
pub(crate) fn parse_text(name: &str, text: &str) -> Parsed {
    let mut sources = SourceMap::new();
    sources.push_str(name, text);
    parse(sources)
}

pub(crate) fn parse(sources: SourceMap) -> Parsed {
    sources.parse().map_err(|(sources, error)| {
        let span = error.kind().span();
        LoadError::Wit {
            message: error.kind().to_string(),
            location: span.is_known().then(|| sources.render_location(span)),
            hint: None,
        }
    })
}

/// The entries of a directory in the order of their names.
pub(crate) fn sorted(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let entries = fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>());
    let mut entries = entries.map_err(|error| read_error(path, error))?;
    entries.sort();
    Ok(entries)
}

/// The content of a file or pipe; a device could be endless.
fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let kind = fs::metadata(path).map_err(|error| read_error(path, error))?.file_type();
    #[cfg(unix)]
    let pipe = std::os::unix::fs::FileTypeExt::is_fifo(&kind);
    #[cfg(not(unix))]
    let pipe = false;
    match kind.is_file() || pipe {
        true => fs::read(path).map_err(|error| read_error(path, error)),
        false => Err(LoadError::NotFile(path.to_path_buf())),
    }
}

fn read_error(path: &Path, source: std::io::Error) -> LoadError {
    LoadError::Read { path: path.to_path_buf(), source }
}
