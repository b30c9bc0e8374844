//! One package that a stub needs, among the packages that the caller has.

use std::path::Path;

use indexmap::IndexSet;
use stubgen_emit::print_package;
use stubgen_model::{Likeness, Spelling, WitContent, WitFile, WitPackage, compare_interfaces};
use wit_parser::{InterfaceId, PackageId, PackageName};

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
        let ours =
            |file: &WitFile| self.earlier().left(&files[0], file.text.as_bytes()) && !self.others_use(&need.name);
        let text = match (present.files.as_slice(), need.role, self.likeness(need, present)) {
            ([file], _, _) if same_text(&file.text, &need.text) => None,
            // What is ours alone follows the stub: also in its docs, and in what it does not have any more.
            ([file], _, _) if ours(file) => Some(need.text.clone()),
            (_, Role::Own, Likeness::Covers) if self.has_no_more(need, present) => None,
            (_, Role::Own, _) => Some(need.text.clone()),
            // Today's binding generators would refuse it.
            ([file], Role::Needed, Likeness::Covers)
                if file.spelling == Spelling::Legacy && overwrite == Overwrite::Allowed =>
            {
                self.merged(need, present)
            }
            (_, Role::Needed, Likeness::Covers) => None,
            (_, Role::Needed, Likeness::Lacks) => Some(self.merged(need, present).unwrap_or_else(|| need.text.clone())),
            (_, Role::Needed, Likeness::Differs(_)) => Some(need.text.clone()),
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

    fn cannot_change(&self, need: &Need, present: &WitPackage) -> AddStubError {
        AddStubError::Scattered { package: need.name.to_string(), path: self.root().join(&present.place) }
    }

    /// How the caller's package compares with what is needed.
    fn likeness(&self, need: &Need, present: &WitPackage) -> Likeness {
        let Some((resolve, package)) = self.resolve(present, &need.name) else {
            return Likeness::Differs(need.name.to_string());
        };
        let written = &self.stub().written;
        let mut likeness = Likeness::Covers;
        for wanted in &need.interfaces {
            let name = written.interfaces[*wanted].name.as_ref().expect("what is needed has a name");
            let compared = match resolve.packages[package].interfaces.get(name) {
                None => Likeness::Lacks,
                Some(present) => compare_interfaces(&resolve, *present, written, *wanted),
            };
            match compared {
                Likeness::Covers => {}
                Likeness::Lacks => likeness = Likeness::Lacks,
                Likeness::Differs(_) => return compared,
            }
        }
        likeness
    }

    /// Whether the caller's package has nothing but what is needed.
    fn has_no_more(&self, need: &Need, present: &WitPackage) -> bool {
        let Some((resolve, package)) = self.resolve(present, &need.name) else {
            return false;
        };
        let written = &self.stub().written;
        let wanted = &written.packages[need.package].interfaces;
        resolve.packages[package].interfaces.iter().all(|(name, present)| {
            let wanted = wanted.get(name).filter(|wanted| need.interfaces.contains(*wanted));
            wanted.is_some_and(|wanted| compare_interfaces(written, *wanted, &resolve, *present) == Likeness::Covers)
        })
    }

    /// The caller's package with what it lacks; `None` where the two cannot be one.
    fn merged(&self, need: &Need, present: &WitPackage) -> Option<String> {
        let (mut resolve, package) = self.resolve(present, &need.name)?;
        let stub = &self.stub().resolve;
        let worlds: Vec<String> = resolve.packages[package].worlds.keys().cloned().collect();
        let needed = need.interfaces.iter().filter_map(|id| stub.interfaces[*id].name.clone());
        let interfaces: Vec<String> = resolve.packages[package].interfaces.keys().cloned().chain(needed).collect();
        resolve.merge(stub.clone()).ok()?;
        // What the stub's copy has beside that is not needed.
        let content = &mut resolve.packages[package];
        content.worlds.retain(|name, _| worlds.contains(name));
        content.interfaces.retain(|name, _| interfaces.contains(name));
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
