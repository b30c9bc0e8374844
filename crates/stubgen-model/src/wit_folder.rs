//! A path, or texts with paths, to the WIT packages there: a directory with `.wit` files and perhaps `deps/`, one `.wit`
//! file, a WebAssembly component or an encoded WIT package.
//!
//! The files are read here, not by the parser, because the syntax of 2024 is translated before it is parsed. The layout is
//! the parser's (`Resolve::push_dir`). This is the only file of the crate that reads from the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wit_parser::UnresolvedPackageGroup;

use crate::decode::decode;
use crate::wit_package::{Spelling, WitContent, WitFile, WitPackage, parse};
use crate::{Diagnostic, LoadError, ReadError, Severity, golem, legacy};

/// The packages at a path.
#[derive(Debug)]
pub struct WitFolder {
    /// The package of the `.wit` files beside each other, or of the one file.
    pub main: WitPackage,
    /// The packages in `deps/`, by their paths.
    pub dependencies: Vec<WitPackage>,
    /// Where packages that are missing would be.
    pub deps: DepsFolder,
    /// Warnings about the syntax.
    pub warnings: Vec<Diagnostic>,
}

/// Where a source keeps the packages that it uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DepsFolder {
    /// In `deps/`, which also has these folders without WIT.
    Beside(Vec<PathBuf>),
    /// Nowhere: the source is a single file.
    None,
}

/// Reads the directory `root`.
///
/// # Errors
///
/// When something cannot be read or parsed.
pub fn read_folder(root: &Path) -> Result<WitFolder, LoadError> {
    let mut reader = Reader::default();
    let main = reader.directory(root, PathBuf::new())?.ok_or_else(|| LoadError::NoWit(root.to_path_buf()))?;
    let dependencies = reader.dependencies(root)?;
    let deps = DepsFolder::Beside(std::mem::take(&mut reader.empty));
    reader.finish(main, dependencies, deps)
}

/// Reads the directory or file `source`.
///
/// # Errors
///
/// When something cannot be read or parsed.
pub fn read_source(source: &Path) -> Result<WitFolder, LoadError> {
    if metadata(source)?.is_dir() {
        return read_folder(source);
    }
    let mut reader = Reader::default();
    let main = reader.file(source, PathBuf::new())?;
    reader.finish(main, Vec::new(), DepsFolder::None)
}

/// The packages of texts that are laid out as in a directory.
pub(crate) fn folder_of_texts(files: impl IntoIterator<Item = (String, String)>) -> Result<WitFolder, LoadError> {
    let mut reader = Reader::default();
    let mut main = Vec::new();
    let mut dependencies: BTreeMap<PathBuf, Vec<WitFile>> = BTreeMap::new();
    for (path, text) in files {
        let file = reader.wit_file(Path::new(&path), text.into_bytes())?;
        match dependency_place(&path) {
            Some(place) => dependencies.entry(place).or_default().push(file),
            None => main.push(file),
        }
    }
    let first = main.first().ok_or(LoadError::NoMainFile)?.path.clone();
    let main = Read::text(&first, PathBuf::new(), main);
    let dependency = |(place, files): (PathBuf, Vec<WitFile>)| Read::text(&files[0].path.clone(), place, files);
    let dependencies = dependencies.into_iter().map(dependency).collect();
    reader.finish(main, dependencies, DepsFolder::Beside(Vec::new()))
}

/// The place of the package of a file whose path has the folder `deps`: what follows, without a file in a folder.
fn dependency_place(path: &str) -> Option<PathBuf> {
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    let deps = parts.iter().rposition(|part| *part == "deps")?;
    let place = parts.get(deps + 1).filter(|place| !place.is_empty())?;
    Some(Path::new("deps").join(place))
}

/// The package of a single file with this content, as [`read_source`] reads it. Messages call the file `name`.
pub(crate) fn folder_of_file(name: &Path, content: Vec<u8>) -> Result<WitFolder, LoadError> {
    let mut reader = Reader::default();
    let main = reader.content(name, PathBuf::new(), content)?;
    reader.finish(main, Vec::new(), DepsFolder::None)
}

/// The package that a component or an encoded package contains.
pub(crate) fn folder_of_bytes(name: &Path, bytes: &[u8]) -> Result<WitFolder, LoadError> {
    if !bytes.starts_with(b"\0asm") {
        return Err(match is_wasm_text(bytes) {
            true => LoadError::WasmText(name.to_path_buf()),
            false => LoadError::NotWasm(name.to_path_buf()),
        });
    }
    let main = decode_package(PathBuf::new(), name.to_path_buf(), bytes)?;
    Ok(WitFolder { main, dependencies: Vec::new(), deps: DepsFolder::None, warnings: Vec::new() })
}

/// A package that was read. A file that cannot be parsed is reported when all files are translated.
struct Read {
    place: PathBuf,
    files: Vec<WitFile>,
    content: Result<WitContent, LoadError>,
}

impl Read {
    fn text(path: &Path, place: PathBuf, files: Vec<WitFile>) -> Self {
        let text = |group: UnresolvedPackageGroup| WitContent::Text(Box::new(group));
        let content = parse(&files).map(text).map_err(|error| error.at(path));
        Self { place, files, content }
    }
}

/// Reads packages and collects messages about their syntax.
#[derive(Default)]
struct Reader {
    empty: Vec<PathBuf>,
    warnings: Vec<Diagnostic>,
    errors: Vec<Diagnostic>,
}

impl Reader {
    /// The packages, or the errors of all of them.
    fn finish(self, main: Read, dependencies: Vec<Read>, deps: DepsFolder) -> Result<WitFolder, LoadError> {
        if !self.errors.is_empty() {
            return Err(LoadError::Legacy(self.errors));
        }
        let (mut packages, mut errors) = (Vec::new(), Vec::new());
        for Read { place, files, content } in std::iter::once(main).chain(dependencies) {
            match content {
                Ok(content) => packages.push(WitPackage { place, files, content }),
                Err(error) => errors.extend(error.diagnostics()),
            }
        }
        if !errors.is_empty() {
            return Err(LoadError::Wit(errors));
        }
        let main = packages.remove(0);
        Ok(WitFolder { main, dependencies: packages, deps, warnings: self.warnings })
    }

    /// The package of the `.wit` files in a directory, if it has any.
    fn directory(&mut self, path: &Path, place: PathBuf) -> Result<Option<Read>, LoadError> {
        let mut files = Vec::new();
        for file in sorted(path)? {
            if has_extension(&file, "wit") && !file.is_dir() {
                check_regular(&file)?;
                let content = read(&file)?;
                files.push(self.wit_file(&file, content)?);
            }
        }
        Ok((!files.is_empty()).then(|| Read::text(path, place, files)))
    }

    /// The packages in `deps/` of a directory. A folder without WIT is skipped.
    fn dependencies(&mut self, root: &Path) -> Result<Vec<Read>, LoadError> {
        let deps = root.join("deps");
        let mut packages = Vec::new();
        for entry in if deps.is_dir() { sorted(&deps)? } else { Vec::new() } {
            let place = Path::new("deps").join(entry.file_name().expect("an entry has a name"));
            if entry.is_dir() {
                match self.directory(&entry, place.clone())? {
                    Some(package) => packages.push(package),
                    None => self.empty.push(place),
                }
            } else if has_extension(&entry, "wit") || has_extension(&entry, "wasm") {
                check_regular(&entry)?;
                packages.push(self.file(&entry, place)?);
            }
        }
        Ok(packages)
    }

    /// The package of one file.
    fn file(&mut self, path: &Path, place: PathBuf) -> Result<Read, LoadError> {
        let content = read(path)?;
        self.content(path, place, content)
    }

    /// The package of one file with this content.
    fn content(&mut self, path: &Path, place: PathBuf, content: Vec<u8>) -> Result<Read, LoadError> {
        if content.starts_with(b"\0asm") {
            let files = vec![WitFile { path: path.to_path_buf(), text: String::new(), spelling: Spelling::Modern }];
            return Ok(Read { place, files, content: Ok(decode(path, &content)?) });
        }
        if has_extension(path, "wasm") && (content.is_empty() || content.starts_with(b"\0")) {
            return Err(LoadError::NotWasm(path.to_path_buf()));
        }
        if is_wasm_text(&content) {
            return Err(LoadError::WasmText(path.to_path_buf()));
        }
        let file = self.wit_file(path, content)?;
        Ok(Read::text(path, place, vec![file]))
    }

    /// A file, with messages about its syntax.
    fn wit_file(&mut self, path: &Path, content: Vec<u8>) -> Result<WitFile, LoadError> {
        let name = path.to_str().ok_or_else(|| LoadError::NotTextName(path.to_path_buf()))?;
        let text = text(path, content)?;
        let modern = legacy::modernize(name, &text);
        let spelling = if modern.text == text { Spelling::Modern } else { Spelling::Legacy };
        // Golem's own package was published in the syntax of 2024, and users cannot change that.
        let published = text.contains(golem::RPC_PACKAGE);
        for diagnostic in modern.diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors.push(diagnostic),
                Severity::Warning | Severity::Note if published => {}
                Severity::Warning | Severity::Note => self.warnings.push(diagnostic),
            }
        }
        Ok(WitFile { path: path.to_path_buf(), text, spelling })
    }
}

/// The encoded package `content` as the file `path`.
///
/// # Errors
///
/// When it is not valid.
pub fn decode_package(place: PathBuf, path: PathBuf, content: &[u8]) -> Result<WitPackage, LoadError> {
    let content = decode(&path, content)?;
    let files = vec![WitFile { path, text: String::new(), spelling: Spelling::Modern }];
    Ok(WitPackage { place, files, content })
}

/// Whether a file is WebAssembly in its text form, perhaps after comments.
fn is_wasm_text(content: &[u8]) -> bool {
    let mut rest = content.trim_ascii_start();
    while rest.starts_with(b";;") {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        rest = rest[end..].trim_ascii_start();
    }
    rest.starts_with(b"(")
}

/// The content of the WIT file at `path` as text, without byte order mark.
fn text(path: &Path, content: Vec<u8>) -> Result<String, LoadError> {
    let mut text = String::from_utf8(content).map_err(|_| LoadError::NotText(path.to_path_buf()))?;
    // The parser's offsets have 32 bits.
    if u32::try_from(text.len()).is_err() {
        return Err(LoadError::TooLarge(path.to_path_buf()));
    }
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The entries of a directory in the order of their names.
fn sorted(path: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let entries = fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>());
    let mut entries = entries.map_err(|source| ReadError::new(path, source))?;
    entries.sort();
    Ok(entries)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}

fn metadata(path: &Path) -> Result<fs::Metadata, LoadError> {
    Ok(fs::metadata(path).map_err(|source| ReadError::new(path, source))?)
}

/// Refuses a pipe in a directory, which may never be written to, and a link to nowhere.
fn check_regular(path: &Path) -> Result<(), LoadError> {
    if metadata(path)?.is_file() { Ok(()) } else { Err(LoadError::NotFile(path.to_path_buf())) }
}

/// The content of a file or pipe. A device could be endless.
fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let kind = metadata(path)?.file_type();
    #[cfg(unix)]
    let pipe = std::os::unix::fs::FileTypeExt::is_fifo(&kind);
    #[cfg(not(unix))]
    let pipe = false;
    match kind.is_file() || pipe {
        true => Ok(fs::read(path).map_err(|source| ReadError::new(path, source))?),
        false => Err(LoadError::NotFile(path.to_path_buf())),
    }
}
