//! One package that a stub needs, among the packages that the caller has.

use std::collections::BTreeMap;
use std::path::Path;

use indexmap::IndexSet;
use stubgen_emit::print_package;
use stubgen_model::{Compat, Spelling, WitContent, WitFile, WitPackage, compare_interfaces};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve};

use super::blocks::{self, Block};
use super::packages::Packages;
use super::{AddStubError, slashed};
use crate::plan::Overwrite;

/// A package that the stub consists of.
pub(super) struct Need {
    pub role: Role,
    pub name: PackageName,
    /// The package in the stub's `Resolve`.
    pub package: PackageId,
    /// What is needed of it.
    pub interfaces: IndexSet<InterfaceId>,
    /// The package with just that.
    pub text: String,
}

/// What a package is to the stub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The stub's own package: the caller has it just so.
    Own,
    /// A package that it uses: the caller may have more of it.
    Needed,
}

/// What is to be done about a package.
pub(super) enum Fit {
    /// The caller's own will do.
    Reuse { place: String, files: Vec<String> },
    /// This is to be its text.
    Write {
        /// The file that it has now.
        path: Option<String>,
        text: String,
    },
}

/// A package of the caller's, as far as it resolves.
type Resolved = Option<(Resolve, PackageId)>;

impl Packages<'_> {
    /// Compares a need with what the caller has.
    ///
    /// # Errors
    ///
    /// When the caller's package would have to change and is spread over files, or encoded.
    pub fn fit(&self, need: &Need, overwrite: Overwrite) -> Result<Fit, AddStubError> {
        let Some(present) = self.find(&need.name) else {
            return Ok(Fit::Write { path: None, text: need.text.clone() });
        };
        let files: Vec<String> = present.files.iter().map(|file| self.below_root(&file.path)).collect();
        let text = match present.files.as_slice() {
            [file] if same_text(&file.text, &need.text) => None,
            [file] => self.changed(need, self.resolve(present, &need.name), file, overwrite),
            _ if self.is_right(need, &self.resolve(present, &need.name)) => None,
            _ => return Err(self.cannot_change(need, present)),
        };
        let Some(text) = text else {
            return Ok(Fit::Reuse { place: slashed(&present.place), files });
        };
        let is_alone = matches!(present.content, WitContent::Text(_)) && present.names().len() == 1;
        match <[String; 1]>::try_from(files) {
            Ok([path]) if is_alone => Ok(Fit::Write { path: Some(path), text }),
            Ok(_) | Err(_) => Err(self.cannot_change(need, present)),
        }
    }

    /// The text that the `file` of a package should have; `None` where it is right.
    fn changed(&self, need: &Need, present: Resolved, file: &WitFile, overwrite: Overwrite) -> Option<String> {
        let is_right = self.is_right(need, &present);
        let is_left = self.earlier().left(&self.below_root(&file.path), file.text.as_bytes());
        // What is ours follows the stub, and where nobody else uses it also in its docs and in what the stub has lost.
        if need.role == Role::Own && !is_right || is_left && (!is_right || !self.others_use(&need.name)) {
            return Some(need.text.clone());
        }
        let is_legacy = file.spelling == Spelling::Legacy;
        match is_right {
            // Today's binding generators would refuse it.
            true => (is_legacy && overwrite == Overwrite::Allowed).then(|| file.respelled()),
            false => Some(self.merged(need, present.as_ref(), file)),
        }
    }

    /// Whether the caller's package will do as it is.
    fn is_right(&self, need: &Need, present: &Resolved) -> bool {
        present.as_ref().is_some_and(|(resolve, package)| {
            self.has_all(need, resolve, *package)
                && (need.role == Role::Needed || self.has_no_more(need, resolve, *package))
        })
    }

    fn cannot_change(&self, need: &Need, present: &WitPackage) -> AddStubError {
        AddStubError::Scattered { package: need.name.to_string(), path: self.root().join(&present.place) }
    }

    /// Whether the caller's package has everything that is needed.
    fn has_all(&self, need: &Need, resolve: &Resolve, package: PackageId) -> bool {
        need.interfaces.iter().all(|wanted| {
            let present = resolve.packages[package].interfaces.get(self.name_of(*wanted));
            let covers = |present| compare_interfaces(resolve, present, &self.stub().written, *wanted);
            present.is_some_and(|present| covers(*present) == Compat::Superset)
        })
    }

    /// Whether the caller's package has nothing but what is needed.
    fn has_no_more(&self, need: &Need, resolve: &Resolve, package: PackageId) -> bool {
        let written = &self.stub().written;
        let wanted = &written.packages[need.package].interfaces;
        resolve.packages[package].interfaces.iter().all(|(name, present)| {
            let wanted = wanted.get(name).filter(|wanted| need.interfaces.contains(*wanted));
            wanted.is_some_and(|wanted| compare_interfaces(written, *wanted, resolve, *present) == Compat::Superset)
        })
    }

    /// The text of the caller's package with what it lacks, and with what contradicts replaced: interfaces are added, or
    /// get another body. All else stays as it is.
    fn merged(&self, need: &Need, present: Option<&(Resolve, PackageId)>, file: &WitFile) -> String {
        let source = file.respelled();
        let theirs = interfaces(&source);
        let stub = Printed::of(print_package(&self.stub().written, need.package));
        let mut union: Option<Printed> = None;
        let mut edits = Vec::new();
        for id in &need.interfaces {
            let name = self.name_of(*id);
            let Some(block) = theirs.get(name) else {
                edits.push((source.len()..source.len(), format!("\n{}\n", stub.whole(name))));
                continue;
            };
            let compat = present.and_then(|(resolve, package)| {
                let present = resolve.packages[*package].interfaces.get(name)?;
                Some((compare_interfaces(resolve, *present, &self.stub().written, *id), resolve, *package))
            });
            let body = match compat {
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

    /// The caller's package with what the stub's has more; the stub's where the two cannot be one.
    fn union(&self, mut resolve: Resolve, package: PackageId, stub: &Printed) -> Printed {
        match resolve.merge(self.stub().resolve.clone()) {
            Ok(_) => Printed::of(print_package(&resolve, package)),
            Err(_) => stub.clone(),
        }
    }

    fn name_of(&self, id: InterfaceId) -> &str {
        self.stub().written.interfaces[id].name.as_deref().expect("what is needed has a name")
    }
}

/// The text of a package, and where its interfaces are.
#[derive(Clone)]
struct Printed {
    text: String,
    interfaces: BTreeMap<String, Block>,
}

impl Printed {
    fn of(text: String) -> Self {
        Self { interfaces: interfaces(&text), text }
    }

    /// The braces of an interface, and what is in them.
    fn body(&self, name: &str) -> &str {
        let block = &self.interfaces[name];
        &self.text[block.open..=block.close]
    }

    /// An interface with what is above it.
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

/// Whether two texts differ in the ends of their lines at most, which version control may change.
fn same_text(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.bytes().filter(|byte| *byte != b'\r').eq(other.bytes().filter(|byte| *byte != b'\r'));
    plain(one)
}

/// The parts of a path below a directory.
pub(super) fn below(root: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(root).unwrap_or(path))
}
