//! The packages in a caller's `deps/`: which there are, and who uses which.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use stubgen_model::{WitFolder, WitPackage};
use wit_parser::{PackageId, PackageName, Resolve};

use super::fit::{Need, below};
use super::list::List;
use super::stub::Stub;
use super::{place_of, slashed};

/// What the caller has, seen from a stub that is being added.
pub(super) struct Packages<'a> {
    caller: &'a WitFolder,
    stub: &'a Stub,
    root: PathBuf,
    /// What the stub consists of.
    needed: BTreeSet<&'a PackageName>,
    /// What an earlier addition of the stub has left.
    earlier: &'a List,
    used_by_others: OnceCell<BTreeSet<PackageName>>,
}

impl<'a> Packages<'a> {
    pub fn of(caller: &'a WitFolder, stub: &'a Stub, needs: &'a [Need], earlier: &'a List) -> Self {
        let root = caller.main.files[0].path.parent().unwrap_or(Path::new("")).to_path_buf();
        let needed = needs.iter().map(|need| &need.name).collect();
        Self { caller, stub, root, needed, earlier, used_by_others: OnceCell::new() }
    }

    pub fn stub(&self) -> &Stub {
        self.stub
    }

    pub fn earlier(&self) -> &List {
        self.earlier
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn below_root(&self, path: &Path) -> String {
        below(&self.root, path)
    }

    /// The dependency that defines `name`, or the caller's own package where that is nested in it.
    pub fn find(&self, name: &PackageName) -> Option<&'a WitPackage> {
        let is_nested = self.caller.main.names().iter().skip(1).any(|nested| *nested == name);
        find(&self.caller.dependencies, name).or_else(|| is_nested.then_some(&self.caller.main))
    }

    /// The package `name` of the file `present`, resolved; `None` when it does not resolve.
    pub fn resolve(&self, present: &WitPackage, name: &PackageName) -> Option<(Resolve, PackageId)> {
        let (resolve, _) = stubgen_model::resolve(present, reached(present, &self.caller.dependencies)).ok()?;
        let package = *resolve.package_names.get(name)?;
        Some((resolve, package))
    }

    /// Whether the caller or another of its dependencies uses `name`, but for what the stub consists of.
    pub fn others_use(&self, name: &PackageName) -> bool {
        self.used_by_others.get_or_init(|| self.find_used_by_others()).contains(name)
    }

    /// Whether an earlier addition has left the package, and nobody has edited it since.
    fn is_left(&self, package: &WitPackage) -> bool {
        let [file] = package.files.as_slice() else {
            return false;
        };
        package.names().len() == 1 && self.earlier.left(&self.below_root(&file.path), file.text.as_bytes())
    }

    /// Whether an earlier addition has left the package, and nobody needs it any more.
    pub fn is_stale(&self, package: &WitPackage) -> bool {
        self.is_left(package) && !self.needed.contains(package.name()) && !self.others_use(package.name())
    }

    /// Notes in `list` what a file is that an earlier addition has left.
    pub fn keep_if_left(&self, list: &mut List, path: &str) {
        let mut files = self.caller.dependencies.iter().flat_map(|package| &package.files);
        let present = files.find(|file| self.below_root(&file.path) == path);
        if let Some(file) = present.filter(|file| self.earlier.left(path, file.text.as_bytes())) {
            list.add(path, file.text.as_bytes());
        }
    }

    fn find_used_by_others(&self) -> BTreeSet<PackageName> {
        // What this stub has left and does not need any more speaks for nothing else that it has left.
        let is_stubs = |package: &WitPackage| {
            package.names().iter().any(|name| self.needed.contains(name)) || self.is_left(package)
        };
        let is_other = |package: &&WitPackage| !is_stubs(package);
        let others = self.caller.dependencies.iter().filter(is_other);
        let mut queue: Vec<&PackageName> = others.chain([&self.caller.main]).flat_map(WitPackage::uses).collect();
        let mut used = BTreeSet::new();
        while let Some(name) = queue.pop() {
            // What the stub uses is the stub's.
            if *name != self.stub.name && used.insert(name.clone()) {
                queue.extend(self.find(name).into_iter().flat_map(WitPackage::uses));
            }
        }
        used
    }

    /// The files that an earlier addition has left and nobody needs, and the places of their packages. They go from
    /// `after`; what others have begun to use stays in `list`.
    pub fn stale(&self, list: &mut List, after: &mut Vec<WitPackage>) -> (Vec<String>, Vec<String>) {
        let mut removed = Vec::new();
        let mut places = Vec::new();
        let mut owners = BTreeMap::new();
        for package in &self.caller.dependencies {
            owners.extend(package.files.iter().map(|file| (self.below_root(&file.path), package)));
        }
        let unlisted: Vec<&str> = self.earlier.paths().filter(|path| !list.has(path)).collect();
        for path in unlisted {
            match owners.get(path) {
                // The file may be gone, and its folder not.
                None if !self.root.join(path).exists() => {
                    removed.push(path.to_string());
                    let place = Path::new(place_of(path));
                    places.extend(after.iter().all(|other| other.place != place).then(|| slashed(place)));
                }
                Some(package) if self.is_stale(package) => {
                    removed.push(path.to_string());
                    after.retain(|other| other.files[0].path != package.files[0].path);
                    places.extend(
                        after.iter().all(|other| other.place != package.place).then(|| slashed(&package.place)),
                    );
                }
                Some(package) if self.is_left(package) && self.others_use(package.name()) => {
                    list.keep(self.earlier, path)
                }
                None | Some(_) => {}
            }
        }
        (removed, places)
    }
}

pub(super) fn find<'a>(packages: &'a [WitPackage], name: &PackageName) -> Option<&'a WitPackage> {
    packages.iter().find(|package| package.names().contains(&name))
}

/// What `package` uses, directly or not, as far as it is among `packages`.
pub(super) fn reached<'a>(package: &WitPackage, packages: &'a [WitPackage]) -> Vec<&'a WitPackage> {
    let mut reached: BTreeMap<&Path, &WitPackage> = BTreeMap::new();
    let mut queue: Vec<&WitPackage> = package.uses().into_iter().filter_map(|name| find(packages, name)).collect();
    while let Some(next) = queue.pop() {
        if next.place != package.place && reached.insert(&next.place, next).is_none() {
            queue.extend(next.uses().into_iter().filter_map(|name| find(packages, name)));
        }
    }
    reached.into_values().collect()
}
