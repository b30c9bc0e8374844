//! The caller's package with the stub's version in paths that name another one.
//!
//! ```text
//! import ns:name-stub/stub-w;      becomes      import ns:name-stub/stub-w@0.2.0;
//! ```
//!
//! A version that no package has is wrong. An older version that exists is replaced only by `--add-import`: most likely the
//! target has a new version. A caller that calls two versions has paths with both, and keeps them.

use wasm_rpc_stubgen_model::{Diagnostic, Item, WitContent, WitFile, WitPackage, wit_path};
use wit_parser::PackageName;

use super::blocks;
use super::error::AddStubError;
use super::import::Import;
use super::references::{Reference, references};
use super::stub::Stub;

/// The caller's package with right versions.
pub(super) struct Mended {
    pub main: WitPackage,
    /// The wrong paths, and where they are.
    wrong: Vec<Item>,
    /// A right path.
    right: String,
    /// Whether any of the wrong paths has an older version that exists.
    has_older: bool,
}

impl Mended {
    /// `None` if no path of `main` is wrong. `names` are those of all packages.
    pub fn of(
        main: &WitPackage,
        stub: &Stub,
        names: &[&PackageName],
        import: &Import,
    ) -> Result<Option<Self>, AddStubError> {
        let WitContent::Text(group) = &main.content else {
            return Ok(None);
        };
        let nested = std::iter::once(&group.main).chain(&group.nested).map(|package| &package.name);
        let defined: Vec<&PackageName> = nested.chain(names.iter().copied()).collect();
        let replaces_older = *import != Import::None && !name_version(&all_references(main, stub), stub);
        let mut mended = Self { main: main.clone(), wrong: Vec::new(), right: String::new(), has_older: false };
        let version = stub.name.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
        for file in &main.files {
            let found = references_of(file, stub).into_iter();
            let is_older = |found: &Reference| replaces_older && is_older(file, found, stub);
            let is_missing = |found: &Reference| is_missing(file, found, stub, &defined);
            let wrong: Vec<Reference> = found.filter(|found| is_older(found) || is_missing(found)).collect();
            if let Some(first) = wrong.first() {
                mended.has_older |= wrong.iter().any(|wrong| !is_missing(wrong));
                mended.wrong.extend(wrong.iter().map(|wrong| item(file, wrong)));
                let edits = wrong.iter().map(|wrong| (wrong.version.clone(), version.clone())).collect();
                mended.main = mended.main.with_text(&file.path, &blocks::edited(&file.text, edits))?;
                mended.right = stub.path_of(&first.item).unwrap_or_default();
            }
        }
        Ok((!mended.wrong.is_empty()).then_some(mended))
    }

    /// The note about older versions that were replaced.
    pub fn note(&self) -> Option<Diagnostic> {
        let note = Diagnostic::note(format!("the caller imports `{}` in place of an older version", self.right));
        let note = note.about(self.wrong.iter().cloned()).hint("if it calls both versions, import both");
        self.has_older.then_some(note)
    }

    /// The warning about the paths.
    pub fn warning(&self) -> Diagnostic {
        let hint = format!("did you mean `{}`? `--add-import` corrects it", self.right);
        match self.wrong.as_slice() {
            [wrong] => {
                let warning =
                    Diagnostic::warning(format!("the stub's version is not that of {}", wrong.text)).hint(hint);
                Diagnostic { location: wrong.location.clone(), ..warning }
            }
            wrong => {
                let warning = Diagnostic::warning("the stub's version is not that of these paths");
                warning.about(wrong.iter().cloned()).hint(hint)
            }
        }
    }
}

/// The warning about paths of another version of the stub, which exists, if no path has the version of this one: the target
/// may have a new version.
pub(super) fn other_version(main: &WitPackage, stub: &Stub) -> Option<Diagnostic> {
    let found = all_references(main, stub);
    if name_version(&found, stub) {
        return None;
    }
    let (_, first) = found.first()?;
    let right = stub.path_of(&first.item)?;
    let items = found.iter().map(|(file, found)| item(file, found));
    let warning = Diagnostic::warning("the caller imports another version of the stub").about(items);
    Some(warning.hint(format!(
        "if the target has a new version, import `{right}` instead, or pass `--add-import`; otherwise import both"
    )))
}

/// Whether any of the paths has the stub's version.
fn name_version(found: &[(&WitFile, Reference)], stub: &Stub) -> bool {
    found.iter().any(|(file, found)| package(file, found, stub).as_ref() == Some(&stub.name))
}

fn all_references<'a>(main: &'a WitPackage, stub: &Stub) -> Vec<(&'a WitFile, Reference)> {
    let in_file = |file| references_of(file, stub).into_iter().map(move |found| (file, found));
    main.files.iter().flat_map(in_file).collect()
}

fn references_of(file: &WitFile, stub: &Stub) -> Vec<Reference> {
    references(&file.text, &stub.name).into_iter().filter(|found| stub.path_of(&found.item).is_some()).collect()
}

/// The package that a path names.
fn package(file: &WitFile, found: &Reference, stub: &Stub) -> Option<PackageName> {
    let version = file.text[found.version.clone()].trim_start_matches('@');
    let version = (!version.is_empty()).then(|| version.parse());
    // The parser has read it.
    Some(PackageName { version: version.transpose().ok()?, ..stub.name.clone() })
}

/// Whether a path has another version than the stub, which no package has.
fn is_missing(file: &WitFile, found: &Reference, stub: &Stub, defined: &[&PackageName]) -> bool {
    package(file, found, stub).is_some_and(|name| !defined.contains(&&name))
}

/// Whether a path has an older version than the stub; any version is newer than none.
fn is_older(file: &WitFile, found: &Reference, stub: &Stub) -> bool {
    package(file, found, stub).is_some_and(|name| name.version < stub.name.version)
}

fn item(file: &WitFile, found: &Reference) -> Item {
    let text = format!("`{}`", &file.text[found.start..found.version.end]);
    Item { text, location: Some(file.location(found.start)) }
}

impl Stub {
    /// The path of an interface of the stub's package, with its version; `None` if there is no such interface.
    fn path_of(&self, interface: &str) -> Option<String> {
        wit_path(&self.written, *self.written.packages[self.package].interfaces.get(interface)?)
    }
}
