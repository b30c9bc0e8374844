//! What to do about a package that a stub requires: reuse the caller's, or write another text.

use std::collections::BTreeMap;

use stubgen_files::Overwrite;
use stubgen_model::{Compat, Spelling, WitContent, WitFile, WitPackage, compare_interfaces, print_package};
use wit_parser::{InterfaceId, PackageId, Resolve};

use super::blocks::{self, Block};
use super::error::AddStubError;
use super::packages::{Packages, same_text};
use super::required::{RequiredPackage, Role};

/// What to do about a required package.
pub(super) enum PackageAction<'a> {
    /// Keep the caller's package.
    Reuse(&'a WitPackage),
    /// The package gets this text.
    Write {
        /// The file that contains it now.
        path: Option<String>,
        text: String,
    },
}

/// A package of the caller; `None` if it does not resolve.
type Resolved = Option<(Resolve, PackageId)>;

impl<'a> Packages<'a> {
    /// Compares a required package with the caller's.
    ///
    /// # Errors
    ///
    /// When the caller's package would have to change, but has several files or is encoded.
    pub fn action(&self, required: &RequiredPackage, overwrite: Overwrite) -> Result<PackageAction<'a>, AddStubError> {
        let Some(present) = self.find(&required.name) else {
            return Ok(PackageAction::Write { path: None, text: required.text.clone() });
        };
        let text = match present.files.as_slice() {
            [file] if same_text(&file.text, &required.text) => None,
            [file] => self.changed(required, self.resolve(present, &required.name), file, overwrite),
            _ if self.is_right(required, &self.resolve(present, &required.name)) => None,
            _ => return Err(self.cannot_change(required, present)),
        };
        let Some(text) = text else {
            return Ok(PackageAction::Reuse(present));
        };
        let is_alone = matches!(present.content, WitContent::Text(_)) && present.names().len() == 1;
        match present.files.as_slice() {
            [file] if is_alone => Ok(PackageAction::Write { path: Some(self.below_root(&file.path)), text }),
            _ => Err(self.cannot_change(required, present)),
        }
    }

    /// The text that the `file` of a package should have; `None` if it is right.
    fn changed(
        &self,
        required: &RequiredPackage,
        present: Resolved,
        file: &WitFile,
        overwrite: Overwrite,
    ) -> Option<String> {
        let is_right = self.is_right(required, &present);
        let is_unmodified = self.previous().is_unmodified(&self.below_root(&file.path), file.text.as_bytes());
        // A generated file follows the stub. If nothing else uses the package, so do its docs and removed interfaces.
        if required.role == Role::Own && !is_right || is_unmodified && (!is_right || !self.others_use(&required.name)) {
            return Some(required.text.clone());
        }
        let is_legacy = file.spelling == Spelling::Legacy;
        match is_right {
            // Current binding generators would refuse it.
            true => (is_legacy && overwrite == Overwrite::Allowed).then(|| file.in_modern_syntax()),
            false => Some(self.merged(required, present.as_ref(), file)),
        }
    }

    /// Whether the caller's package can stay unchanged.
    fn is_right(&self, required: &RequiredPackage, present: &Resolved) -> bool {
        present.as_ref().is_some_and(|(resolve, package)| {
            self.has_all(required, resolve, *package)
                && (required.role == Role::Used || self.has_no_more(required, resolve, *package))
        })
    }

    fn cannot_change(&self, required: &RequiredPackage, present: &WitPackage) -> AddStubError {
        AddStubError::CannotChange { package: required.name.to_string(), path: self.root().join(&present.place) }
    }

    /// Whether the caller's package has all required interfaces.
    fn has_all(&self, required: &RequiredPackage, resolve: &Resolve, package: PackageId) -> bool {
        required.interfaces.iter().all(|wanted| {
            let present = resolve.packages[package].interfaces.get(self.name_of(*wanted));
            let covers = |present| compare_interfaces(resolve, present, &self.stub().written, *wanted);
            present.is_some_and(|present| covers(*present) == Compat::Superset)
        })
    }

    /// Whether the caller's package has only required interfaces.
    fn has_no_more(&self, required: &RequiredPackage, resolve: &Resolve, package: PackageId) -> bool {
        let written = &self.stub().written;
        let wanted = &written.packages[required.package].interfaces;
        resolve.packages[package].interfaces.iter().all(|(name, present)| {
            let wanted = wanted.get(name).filter(|wanted| required.interfaces.contains(*wanted));
            wanted.is_some_and(|wanted| compare_interfaces(written, *wanted, resolve, *present) == Compat::Superset)
        })
    }

    /// The text of the caller's package with missing interfaces added and different ones replaced. The rest stays.
    fn merged(&self, required: &RequiredPackage, present: Option<&(Resolve, PackageId)>, file: &WitFile) -> String {
        let source = file.in_modern_syntax();
        let theirs = interfaces(&source);
        let stub = Printed::of(print_package(&self.stub().written, required.package));
        let mut union: Option<Printed> = None;
        let mut edits = Vec::new();
        for id in &required.interfaces {
            let name = self.name_of(*id);
            let Some(block) = theirs.get(name) else {
                edits.push((source.len()..source.len(), format!("\n{}\n", stub.whole(name))));
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
    let blocks = blocks::blocks(source).into_iter().filter(|block| block.keyword == "interface");
    blocks.map(|block| (block.name.clone(), block)).collect()
}
