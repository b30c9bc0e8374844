//! The stub's own package in the caller: it has one file for each world of the target (ADR 0022).
//!
//! ```text
//! deps/acme_shop-stub/_stub.wit            the stub that was added first
//! deps/acme_shop-stub/_stub-orders.wit     the stub of another world, `stub-orders`
//! ```
//!
//! The file of a stub is the one with its interface. The other files are those of other stubs, and stay.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_model::{
    Compat, WitContent, WitFile, WitFolder, WitPackage, compare_interfaces, is_same_name, needed_interfaces,
};
use wit_parser::{PackageId, PackageName, Resolve, WorldItem, WorldKey};

use super::blocks;
use super::error::AddStubError;
use super::stub::Stub;

/// The package of the stub in `deps`, before the stub is added.
pub(super) struct OwnPackage<'a> {
    pub present: Option<&'a WitPackage>,
    pub interface: String,
    /// The file of the stub's interface.
    pub file: Option<&'a WitFile>,
    pub others: Vec<OtherStub<'a>>,
}

/// The stub of another world in the same package.
pub(super) struct OtherStub<'a> {
    /// Its interface.
    pub interface: String,
    pub file: &'a WitFile,
}

/// A stub that was made from another version of an interface that it shares with the added one.
pub(super) struct OutdatedStub {
    pub interface: String,
    pub file: PathBuf,
    /// The shared interface, and the item that differs.
    pub difference: Option<(String, String)>,
}

impl<'a> OwnPackage<'a> {
    pub fn of(caller: &'a WitFolder, stub: &Stub) -> Self {
        let present = find(&caller.dependencies, &stub.name);
        let interface = stub.interface_name().to_string();
        let file_of = |name: &str| {
            let mut files = present.into_iter().flat_map(|package| &package.files);
            files.find(|file| blocks::find(&file.text, "interface", name).is_some())
        };
        let others = present.map(stub_interfaces).unwrap_or_default().into_iter();
        let others = others.filter(|name| *name != interface);
        let others = others.filter_map(|name| Some(OtherStub { file: file_of(&name)?, interface: name })).collect();
        Self { present, file: file_of(&interface), interface, others }
    }

    /// Whether the caller does not have the stub yet.
    pub fn is_new(&self) -> bool {
        self.file.is_none()
    }

    /// Fails if the interface of another stub has the same name for a component.
    pub fn check_names(&self) -> Result<(), AddStubError> {
        match self.others.iter().find(|other| is_same_name(&other.interface, &self.interface)) {
            None => Ok(()),
            Some(other) => Err(AddStubError::SameName {
                name: self.interface.clone(),
                other: other.interface.clone(),
                path: other.file.path.clone(),
            }),
        }
    }

    /// The names in the files of other stubs.
    pub fn taken_names(&self) -> BTreeSet<String> {
        let files = self.other_files();
        files.flat_map(|file| blocks::blocks(&file.text)).map(|block| block.name).collect()
    }

    /// The files without the stub's interface.
    fn other_files(&self) -> impl Iterator<Item = &'a WitFile> {
        let files = self.present.into_iter().flat_map(|package| &package.files);
        files.filter(|file| self.file.is_none_or(|own| own.path != file.path))
    }

    /// Whether the file at `path` is that of another stub.
    pub fn is_other_file(&self, path: &Path) -> bool {
        self.others.iter().any(|other| other.file.path == path) && self.file.is_none_or(|own| own.path != path)
    }

    /// The packages that the other stubs use.
    pub fn used_by_others(&self) -> Vec<PackageName> {
        let Some(present) = self.present.filter(|_| !self.others.is_empty()) else {
            return Vec::new();
        };
        let shares_file = self.others.iter().any(|other| self.file.is_some_and(|own| own.path == other.file.path));
        let others = if shares_file { None } else { present.with_files(self.other_files().cloned().collect()).ok() };
        others.as_ref().unwrap_or(present).uses().into_iter().cloned().collect()
    }

    /// `package`, which has the stub, with the stub's own file alone; `None` if another stub shares it.
    pub fn alone(&self, package: &WitPackage) -> Option<WitPackage> {
        let has_interface = |file: &&WitFile| blocks::find(&file.text, "interface", &self.interface).is_some();
        let file = package.files.iter().find(has_interface)?;
        let is_shared = self.others.iter().any(|other| other.file.path == file.path);
        if is_shared { None } else { package.with_files(vec![file.clone()]).ok() }
    }

    /// The other stubs that were made from other interfaces than those they have `after` the addition. `before` and
    /// `after` are the package resolved; `None` if it does not resolve.
    pub fn outdated(
        &self,
        before: Option<&(Resolve, PackageId)>,
        after: Option<&(Resolve, PackageId)>,
    ) -> Vec<OutdatedStub> {
        let outdated = |other: &OtherStub<'_>| {
            let difference = match (before, after) {
                (Some(before), Some(after)) => Some(difference(&other.interface, before, after)?),
                (None, Some(_)) => return None,
                (_, None) => None,
            };
            Some(OutdatedStub { interface: other.interface.clone(), file: other.file.path.clone(), difference })
        };
        self.others.iter().filter_map(outdated).collect()
    }
}

/// The first interface that the stub interface `stub` uses and that is another one `after`, and its first other item.
fn difference(
    stub: &str,
    (before, package): &(Resolve, PackageId),
    (after, _): &(Resolve, PackageId),
) -> Option<(String, String)> {
    let root = *before.packages[*package].interfaces.get(stub)?;
    let used = needed_interfaces(before, [root]).into_iter();
    let mut used = used.filter(|id| before.interfaces[*id].package != Some(*package));
    used.find_map(|id| {
        let name = before.interfaces[id].name.as_deref()?;
        let owner = &before.packages[before.interfaces[id].package?].name;
        let interfaces = &after.packages[*after.package_names.get(owner)?].interfaces;
        match compare_interfaces(after, *interfaces.get(name)?, before, id) {
            Compat::Conflict(item) => Some((owner.interface_id(name), item)),
            Compat::Superset | Compat::Incomplete => None,
        }
    })
}

/// The interfaces of the package that one of its worlds exports.
fn stub_interfaces(package: &WitPackage) -> Vec<String> {
    let WitContent::Text(group) = &package.content else {
        return Vec::new();
    };
    let exports = group.main.worlds.iter().flat_map(|(_, world)| &world.exports);
    let names = exports.filter_map(|(key, item)| match (key, item) {
        (WorldKey::Interface(id), WorldItem::Interface { .. }) => group.main.interfaces[*id].name.clone(),
        (WorldKey::Interface(_) | WorldKey::Name(_), _) => None,
    });
    names.collect()
}

/// The package among `packages` that defines `name`.
pub(super) fn find<'a>(packages: &'a [WitPackage], name: &PackageName) -> Option<&'a WitPackage> {
    packages.iter().find(|package| package.names().contains(&name))
}
