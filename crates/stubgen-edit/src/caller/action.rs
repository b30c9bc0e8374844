//! What to do about a package that a stub requires: reuse the caller's, or write another text.

use std::collections::BTreeMap;
use std::path::Path;

use indexmap::IndexMap;
use wasm_rpc_stubgen_model::{Compat, Spelling, WitContent, WitFile, WitPackage, compare_interfaces, print_package};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve};

use super::blocks::{self, Block};
use super::error::AddStubError;
use super::packages::{Packages, same_text};
use super::paths::slashed;
use super::required::{RequiredPackage, Role};

/// What to do about a required package.
pub(super) enum PackageAction<'a> {
    /// Keep the caller's package.
    Reuse(&'a WitPackage),
    /// Keep the caller's package, with the texts of some of its files in today's syntax.
    Modernize { package: &'a WitPackage, files: Vec<(String, String)> },
    /// Add an encoded package, with which tools complete the caller's encoded packages.
    Encode(Vec<u8>),
    /// The package gets this text.
    Write {
        /// The file that contains it now.
        path: Option<String>,
        text: String,
    },
}

/// What becomes of a generated package that others use as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// It gets what it lacks.
    Merge,
    /// It is replaced by the stub's.
    Replace,
}

/// A package of the caller; `None` if it does not resolve.
type Resolved = Option<(Resolve, PackageId)>;

impl<'a> Packages<'a> {
    /// The path of a new file beside those of the other stubs; that of the package if it is a single file.
    fn new_path(&self, present: &WitPackage) -> String {
        let place = slashed(&present.place);
        if present.place.extension().is_some_and(|extension| extension == "wit") {
            return place;
        }
        let plain = format!("{place}/_{}.wit", self.own().interface);
        let numbered = (2..).map(|number| format!("{place}/_{}-{number}.wit", self.own().interface));
        let is_free = |path: &String| present.files.iter().all(|file| self.below_root(&file.path) != *path);
        std::iter::once(plain).chain(numbered).find(is_free).expect("some number is free")
    }

    /// What to do about the stub's own package, which is text; `None` if its file contains other packages.
    fn own_action(&self, required: &RequiredPackage) -> Option<PackageAction<'a>> {
        let own = self.own();
        let is_alone =
            |package: &&WitPackage| matches!(package.content, WitContent::Text(_)) && package.names().len() == 1;
        let present = own.present.filter(is_alone)?;
        let Some(file) = own.file else {
            let path = self.new_path(present);
            let shared = present.files.iter().find(|file| self.below_root(&file.path) == path);
            let text =
                shared.map_or_else(|| required.text.clone(), |file| blocks::appended(&file.text, &required.text));
            return Some(PackageAction::Write { path: Some(path), text });
        };
        let shared = own.others.iter().any(|other| other.file.path == file.path);
        let path = self.below_root(&file.path);
        let is_right = || self.is_right(required, &self.resolve(present, &required.name));
        let follows = || self.previous().is_unmodified(&path, file.text.as_bytes());
        let text = match shared {
            _ if same_text(&file.text, &required.text) => None,
            true => (!is_right()).then(|| blocks::replaced(&file.in_modern_syntax(), &required.text)),
            false => (!is_right() || follows()).then(|| required.text.clone()),
        };
        Some(match text {
            None => self.reused(present),
            Some(text) => PackageAction::Write { path: Some(path), text },
        })
    }

    /// Compares a required package with the caller's. `written` are files with changes that were decided before.
    ///
    /// # Errors
    ///
    /// When the caller's package would have to change, but has several files or is encoded.
    pub fn action(
        &self,
        required: &RequiredPackage,
        sharing: Sharing,
        written: &IndexMap<String, Vec<u8>>,
    ) -> Result<PackageAction<'a>, AddStubError> {
        if required.role == Role::Own
            && let Some(action) = self.own_action(required)
        {
            return Ok(action);
        }
        let Some(present) = self.find(&required.name) else {
            return Ok(PackageAction::Write { path: None, text: required.text.clone() });
        };
        if matches!(present.content, WitContent::Binary(..)) {
            return self.encoded_action(required, present);
        }
        let text = match present.files.as_slice() {
            [file] if same_text(&file.text, &required.text) => None,
            [file] => self.changed(required, present, &self.latest(file, written), sharing),
            _ if self.is_right(required, &self.resolve(present, &required.name)) => None,
            _ => return Err(self.cannot_change(&required.name, present)),
        };
        let Some(text) = text else {
            return Ok(self.reused(present));
        };
        // The caller's own package is not changed, nor is a file replaced that has other packages.
        let can_change = match required.role {
            Role::Own => present.names().len() == 1,
            Role::Used => present.place != Path::new(""),
        };
        match present.files.as_slice() {
            [file] if can_change => Ok(PackageAction::Write { path: Some(self.below_root(&file.path)), text }),
            _ => Err(self.cannot_change(&required.name, present)),
        }
    }

    /// Keeps the caller's package. Today's tools reject the syntax of 2024, also in what the stub uses.
    pub fn reused(&self, package: &'a WitPackage) -> PackageAction<'a> {
        let legacy = package.files.iter().filter(|file| file.spelling == Spelling::Legacy);
        let files: Vec<_> = legacy.map(|file| (self.below_root(&file.path), file.in_modern_syntax())).collect();
        // The files of the caller's own package are not touched.
        match files.is_empty() || package.place == Path::new("") {
            true => PackageAction::Reuse(package),
            false => PackageAction::Modernize { package, files },
        }
    }

    /// What to do about a package that one or more of the caller's encoded packages contain.
    fn encoded_action(
        &self,
        required: &RequiredPackage,
        present: &'a WitPackage,
    ) -> Result<PackageAction<'a>, AddStubError> {
        let resolved = self.resolve(present, &required.name);
        if self.is_right(required, &resolved) {
            return Ok(PackageAction::Reuse(present));
        }
        let conflicts = |(resolve, package): &(Resolve, PackageId)| {
            let interfaces = &resolve.packages[*package].interfaces;
            let mut found =
                required.interfaces.iter().filter_map(|id| Some((*interfaces.get(self.name_of(*id))?, *id)));
            found.any(|(present, wanted)| {
                matches!(compare_interfaces(resolve, present, &self.stub().written, wanted), Compat::Conflict(_))
            })
        };
        let can_be_completed = required.role == Role::Used && resolved.is_some_and(|resolved| !conflicts(&resolved));
        let encoded = if can_be_completed { self.stub().encoded(required.package, &required.interfaces) } else { None };
        encoded.map(PackageAction::Encode).ok_or_else(|| self.cannot_change(&required.name, present))
    }

    /// The text that the `file` of a package should have; `None` if it is right.
    fn changed(
        &self,
        required: &RequiredPackage,
        package: &WitPackage,
        file: &WitFile,
        sharing: Sharing,
    ) -> Option<String> {
        let present = self.resolve(package, &required.name);
        let is_right = self.is_right(required, &present);
        let is_unmodified = self.previous().is_unmodified(&self.below_root(&file.path), file.text.as_bytes());
        // A generated file follows the stub. If nothing else uses the package, so do its docs and removed interfaces.
        let is_replaced = || !is_right && sharing == Sharing::Replace || !self.others_use(&required.name);
        let is_alone = package.names().len() == 1;
        if is_alone && (required.role == Role::Own && !is_right || is_unmodified && is_replaced()) {
            return Some(required.text.clone());
        }
        (!is_right).then(|| self.merged(required, present.as_ref(), file))
    }

    /// The file with the changes that were decided before.
    fn latest(&self, file: &WitFile, written: &IndexMap<String, Vec<u8>>) -> WitFile {
        let path = self.below_root(&file.path);
        match written.get(&path).and_then(|text| String::from_utf8(text.clone()).ok()) {
            Some(text) => WitFile { text, ..file.clone() },
            None => file.clone(),
        }
    }

    /// Whether the caller's package can stay unchanged.
    pub fn is_right(&self, required: &RequiredPackage, present: &Resolved) -> bool {
        present.as_ref().is_some_and(|(resolve, package)| {
            self.has_all(required, resolve, *package)
                && (required.role == Role::Used || self.has_no_more(required, resolve, *package))
        })
    }

    pub fn cannot_change(&self, name: &PackageName, present: &WitPackage) -> AddStubError {
        AddStubError::CannotChange { package: name.to_string(), path: self.root().join(&present.place) }
    }

    /// Whether the caller's package has all required interfaces.
    fn has_all(&self, required: &RequiredPackage, resolve: &Resolve, package: PackageId) -> bool {
        required.interfaces.iter().all(|wanted| {
            let present = resolve.packages[package].interfaces.get(self.name_of(*wanted));
            let covers = |present| compare_interfaces(resolve, present, &self.stub().written, *wanted);
            present.is_some_and(|present| covers(*present) == Compat::Superset)
        })
    }

    /// Whether the caller's package has only required interfaces, and those of other stubs.
    fn has_no_more(&self, required: &RequiredPackage, resolve: &Resolve, package: PackageId) -> bool {
        let written = &self.stub().written;
        let wanted = &written.packages[required.package].interfaces;
        if !self.own().others.is_empty() {
            return true;
        }
        resolve.packages[package].interfaces.iter().all(|(name, present)| {
            let wanted = wanted.get(name).filter(|wanted| required.interfaces.contains(*wanted));
            wanted.is_some_and(|wanted| compare_interfaces(written, *wanted, resolve, *present) == Compat::Superset)
        })
    }

    /// The text of the caller's package with missing interfaces added and different ones replaced. The rest stays.
    fn merged(&self, required: &RequiredPackage, present: Option<&(Resolve, PackageId)>, file: &WitFile) -> String {
        let source = file.in_modern_syntax();
        let (theirs, end) = match blocks::nested_blocks(&source, &required.name) {
            Some((nested, end)) => (by_name(nested), end),
            None => (interfaces(&source), source.len()),
        };
        let stub = Printed::of(print_package(&self.stub().written, required.package));
        let mut union: Option<Printed> = None;
        let mut edits = Vec::new();
        for id in &required.interfaces {
            let name = self.name_of(*id);
            let Some(block) = theirs.get(name) else {
                edits.push((end..end, format!("\n{}\n", stub.whole(name))));
                continue;
            };
            let likeness = present.and_then(|(resolve, package)| {
                let present = resolve.packages[*package].interfaces.get(name)?;
                Some((compare_interfaces(resolve, *present, &self.stub().written, *id), resolve, *package))
            });
            let body = match likeness {
                Some((Compat::Superset, ..)) => continue,
                Some((Compat::Incomplete, resolve, package)) => {
                    union.get_or_insert_with(|| self.union(resolve.clone(), package, &stub)).body(name)
                }
                Some((Compat::Conflict(_), ..)) | None => stub.body(name),
            };
            edits.push((block.open..block.close + 1, body.to_string()));
        }
        if source.contains("\r\n") {
            edits.iter_mut().for_each(|(_, text)| *text = text.replace('\n', "\r\n"));
        }
        blocks::edited(&source, edits)
    }

    /// The union of the caller's package and the stub's; the stub's if they cannot be merged.
    fn union(&self, mut resolve: Resolve, package: PackageId, stub: &Printed) -> Printed {
        match resolve.merge(self.stub().resolve.clone()) {
            Ok(_) => Printed::of(print_package(&resolve, package)),
            Err(_) => stub.clone(),
        }
    }

    fn name_of(&self, id: InterfaceId) -> &str {
        self.stub().written.interfaces[id].name.as_deref().expect("a required interface has a name")
    }
}

/// The text of a package, and the positions of its interfaces.
#[derive(Clone)]
struct Printed {
    text: String,
    interfaces: BTreeMap<String, Block>,
}

impl Printed {
    fn of(text: String) -> Self {
        Self { interfaces: interfaces(&text), text }
    }

    /// The body of an interface, with its braces.
    fn body(&self, name: &str) -> &str {
        let block = &self.interfaces[name];
        &self.text[block.open..=block.close]
    }

    /// An interface with its documentation.
    fn whole(&self, name: &str) -> &str {
        let block = &self.interfaces[name];
        self.text[block.leading..=block.close].trim()
    }
}

/// The interfaces of a text by their names.
fn interfaces(source: &str) -> BTreeMap<String, Block> {
    by_name(blocks::blocks(source))
}

fn by_name(blocks: Vec<Block>) -> BTreeMap<String, Block> {
    let blocks = blocks.into_iter().filter(|block| block.keyword == "interface");
    blocks.map(|block| (block.name.clone(), block)).collect()
}
