//! The caller's package with the stub's version in paths that name a version which does not exist.
//!
//! ```text
//! import ns:name-stub/stub-w;      becomes      import ns:name-stub/stub-w@0.2.0;
//! ```
//!
//! The caller may have stubs of two versions: a path is wrong only if no package has its name.

use wasm_rpc_stubgen_model::{Diagnostic, Item, WitContent, WitFile, WitPackage, location, wit_path};
use wit_parser::PackageName;

use super::blocks;
use super::error::AddStubError;
use super::references::{Reference, references};
use super::stub::Stub;

/// The caller's package with right versions.
pub(super) struct Mended {
    pub main: WitPackage,
    /// The wrong paths, and where they are.
    wrong: Vec<Item>,
    /// A right path.
    right: String,
}

impl Mended {
    /// `None` if no path of `main` is wrong. `names` are those of all packages.
    pub fn of(main: &WitPackage, stub: &Stub, names: &[&PackageName]) -> Result<Option<Self>, AddStubError> {
        let WitContent::Text(group) = &main.content else {
            return Ok(None);
        };
        let nested = std::iter::once(&group.main).chain(&group.nested).map(|package| &package.name);
        let defined: Vec<&PackageName> = nested.chain(names.iter().copied()).collect();
        let mut mended = Self { main: main.clone(), wrong: Vec::new(), right: String::new() };
        let version = stub.name.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
        for file in &main.files {
            let found = references(&file.text, &stub.name).into_iter();
            let wrong: Vec<Reference> = found.filter(|found| is_wrong(file, found, stub, &defined)).collect();
            if let Some(first) = wrong.first() {
                mended.wrong.extend(wrong.iter().map(|wrong| item(file, wrong)));
                let edits = wrong.iter().map(|wrong| (wrong.version.clone(), version.clone())).collect();
                mended.main = mended.main.with_text(&file.path, &blocks::edited(&file.text, edits))?;
                mended.right = stub.path_of(&first.item).unwrap_or_default();
            }
        }
        Ok((!mended.wrong.is_empty()).then_some(mended))
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

/// Whether a path has another version than the stub, which no package has, and names one of the stub's items.
fn is_wrong(file: &WitFile, found: &Reference, stub: &Stub, defined: &[&PackageName]) -> bool {
    let version = file.text[found.version.clone()].trim_start_matches('@');
    let version = (!version.is_empty()).then(|| version.parse());
    // The parser has read it.
    let Ok(version) = version.transpose() else { return false };
    let name = PackageName { version, ..stub.name.clone() };
    !defined.contains(&&name) && stub.path_of(&found.item).is_some()
}

fn item(file: &WitFile, found: &Reference) -> Item {
    let text = format!("`{}`", &file.text[found.start..found.version.end]);
    Item { text, location: Some(location(&file.path.display().to_string(), &file.text, found.start)) }
}

impl Stub {
    /// The path of an interface of the stub's package, with its version; `None` if there is no such interface.
    fn path_of(&self, interface: &str) -> Option<String> {
        wit_path(&self.written, *self.written.packages[self.package].interfaces.get(interface)?)
    }
}
