//! One package that a stub needs, among the packages that the caller has.

use std::path::Path;

use indexmap::IndexSet;
use stubgen_emit::print_package;
use stubgen_model::{Likeness, WitContent, WitPackage, compare_interfaces};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve};

use super::list::List;
use super::packages::Packages;
use super::{AddStubError, slashed};

/// A package that the stub consists of.
pub(super) struct Need {
    pub name: PackageName,
    /// The package in the stub's `Resolve`.
    pub package: PackageId,
    /// What is needed of it.
    pub interfaces: IndexSet<InterfaceId>,
    /// The package with just that.
    pub text: String,
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

impl Packages<'_> {
    /// Compares a need with what the caller has.
    ///
    /// # Errors
    ///
    /// When the caller's package would have to change and is spread over files, or encoded.
    pub fn fit(&self, need: &Need, earlier: &List) -> Result<Fit, AddStubError> {
        let Some(present) = self.find(&need.name) else {
            return Ok(Fit::Write { path: None, text: need.text.clone() });
        };
        let files: Vec<String> = present.files.iter().map(|file| self.below_root(&file.path)).collect();
        let reuse = |files| Ok(Fit::Reuse { place: slashed(&present.place), files });
        let [file] = present.files.as_slice() else {
            return match self.likeness(need, present) {
                Likeness::Covers => reuse(files),
                Likeness::Lacks | Likeness::Differs(_) => Err(self.cannot_change(need, present)),
            };
        };
        if same_text(&file.text, &need.text) {
            return reuse(files);
        }
        let is_ours = earlier.left(&files[0], file.text.as_bytes()) && !self.others_use(&need.name);
        let text = match self.likeness(need, present) {
            // What is ours alone follows the stub: also in its docs, and in what it does not have any more.
            _ if is_ours => need.text.clone(),
            Likeness::Covers => return reuse(files),
            Likeness::Lacks => self.merged(need, present).unwrap_or_else(|| need.text.clone()),
            Likeness::Differs(_) => need.text.clone(),
        };
        if same_text(&file.text, &text) {
            return reuse(files);
        }
        if matches!(present.content, WitContent::Binary(..)) || present.names().len() > 1 {
            return Err(self.cannot_change(need, present));
        }
        Ok(Fit::Write { path: files.into_iter().next(), text })
    }

    fn cannot_change(&self, need: &Need, present: &WitPackage) -> AddStubError {
        AddStubError::Scattered { package: need.name.to_string(), path: self.root().join(&present.place) }
    }

    /// How the caller's package compares with what is needed.
    fn likeness(&self, need: &Need, present: &WitPackage) -> Likeness {
        let Some((resolve, package)) = self.resolve(present, &need.name) else {
            return Likeness::Differs(need.name.to_string());
        };
        let stub = self.stub();
        let mut likeness = Likeness::Covers;
        for wanted in &need.interfaces {
            let name = stub.resolve.interfaces[*wanted].name.as_ref().expect("what is needed has a name");
            let compared = match resolve.packages[package].interfaces.get(name) {
                None => Likeness::Lacks,
                Some(present) => compare_interfaces(&resolve, *present, &stub.resolve, *wanted),
            };
            match compared {
                Likeness::Covers => {}
                Likeness::Lacks => likeness = Likeness::Lacks,
                Likeness::Differs(_) => return compared,
            }
        }
        likeness
    }

    /// The caller's package with what it lacks.
    fn merged(&self, need: &Need, present: &WitPackage) -> Option<String> {
        let (mut resolve, package) = self.resolve(present, &need.name)?;
        let stub = self.stub();
        let mut needed: Resolve = stub.resolve.clone();
        // What the caller has more of stays, what the stub's copy has more of is not needed.
        let content = &mut needed.packages[need.package];
        content.worlds.clear();
        content.interfaces.retain(|_, id| need.interfaces.contains(id));
        resolve.merge(needed).ok()?;
        Some(print_package(&resolve, package))
    }
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
