//! The packages in a caller's `deps/`, and which of them use which.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use wasm_rpc_stubgen_files::OwnershipList;
use wasm_rpc_stubgen_model::{Features, WitContent, WitFile, WitFolder, WitPackage};
use wit_parser::{PackageId, PackageName, Resolve};

use super::own::OwnPackage;
use super::paths::{below, place_of, slashed};
use super::required::RequiredPackage;
use super::stub::Stub;

/// The caller's packages, and the stub that is being added to them.
pub(super) struct Packages<'a> {
    caller: &'a WitFolder,
    stub: &'a Stub,
    root: PathBuf,
    required: BTreeSet<&'a PackageName>,
    /// The files that an earlier addition of the stub, or of another one of its package, wrote.
    previous: &'a OwnershipList,
    own: &'a OwnPackage<'a>,
    by_name: ByName<'a>,
    by_place: BTreeMap<&'a Path, &'a WitPackage>,
    encoded: Vec<&'a WitPackage>,
    /// The packages that are nested in the caller's own package.
    nested: BTreeSet<&'a PackageName>,
    used_by_others: OnceCell<BTreeSet<PackageName>>,
}

/// Packages by their places.
pub(super) type ByPlace = IndexMap<PathBuf, WitPackage>;

/// Packages by the names that they define.
pub(super) type ByName<'a> = BTreeMap<&'a PackageName, &'a WitPackage>;

/// The packages by name. Of two that define a name, the first counts.
pub(super) fn by_name<'a>(packages: impl IntoIterator<Item = &'a WitPackage>) -> ByName<'a> {
    let mut by_name = ByName::new();
    for package in packages {
        for name in package.names() {
            by_name.entry(name).or_insert(package);
        }
    }
    by_name
}

impl<'a> Packages<'a> {
    pub fn of(
        caller: &'a WitFolder,
        stub: &'a Stub,
        required: &'a [RequiredPackage],
        previous: &'a OwnershipList,
        own: &'a OwnPackage<'a>,
    ) -> Self {
        let root = caller.main.files[0].path.parent().unwrap_or(Path::new("")).to_path_buf();
        let required = required.iter().map(|package| &package.name).collect();
        let dependencies = &caller.dependencies;
        Self {
            caller,
            stub,
            root,
            required,
            previous,
            own,
            by_name: by_name(dependencies),
            by_place: dependencies.iter().map(|package| (&*package.place, package)).collect(),
            encoded: dependencies.iter().filter(|package| is_encoded(package)).collect(),
            nested: caller.main.names().into_iter().skip(1).collect(),
            used_by_others: OnceCell::new(),
        }
    }

    pub fn stub(&self) -> &Stub {
        self.stub
    }

    pub fn previous(&self) -> &OwnershipList {
        self.previous
    }

    /// The stub's own package.
    pub fn own(&self) -> &'a OwnPackage<'a> {
        self.own
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn below_root(&self, path: &Path) -> String {
        below(&self.root, path)
    }

    /// The dependency that defines `name`, or the caller's own package if `name` is nested in it.
    pub fn find(&self, name: &PackageName) -> Option<&'a WitPackage> {
        let nested = || self.nested.contains(name).then_some(&self.caller.main);
        self.by_name.get(name).copied().or_else(nested)
    }

    /// The package `name` of the file `present`, resolved; `None` if it does not resolve. All feature gates are open, so that
    /// nothing of it is lost.
    ///
    /// An encoded package has of the packages that it uses only what it uses. Tools merge what several of them have.
    pub fn resolve(&self, present: &WitPackage, name: &PackageName) -> Option<(Resolve, PackageId)> {
        // What the caller itself imports may not be there yet.
        let nested = present.nested().filter(|nested| {
            let is_callers = present.place.as_os_str().is_empty();
            is_callers && nested.names().contains(&name)
        });
        let resolved = nested.and_then(|nested| self.resolve_whole(&nested, name));
        resolved.or_else(|| self.resolve_whole(present, name))
    }

    fn resolve_whole(&self, present: &WitPackage, name: &PackageName) -> Option<(Resolve, PackageId)> {
        let used = match &present.content {
            WitContent::Text(_) => reached(present, &self.by_name),
            WitContent::Binary(..) => {
                let is_other =
                    |package: &&&WitPackage| package.names().contains(&name) && package.place != present.place;
                self.encoded.iter().filter(is_other).copied().collect()
            }
        };
        let (resolve, _) = wasm_rpc_stubgen_model::resolve(present, used, &Features::All).ok()?;
        let package = *resolve.package_names.get(name)?;
        Some((resolve, package))
    }

    /// Whether the caller or a dependency that is not a part of the stub uses `name`.
    pub fn others_use(&self, name: &PackageName) -> bool {
        self.used_by_others.get_or_init(|| self.find_used_by_others()).contains(name)
    }

    /// Whether an earlier addition wrote the package, and it was not edited since.
    fn is_unmodified(&self, package: &WitPackage) -> bool {
        let [file] = package.files.as_slice() else {
            return false;
        };
        let content = match package.content {
            WitContent::Text(_) => file.text.clone().into_bytes(),
            WitContent::Binary(..) => fs::read(&file.path).unwrap_or_default(),
        };
        package.names().len() == 1 && self.previous.is_unmodified(&self.below_root(&file.path), &content)
    }

    /// Whether an earlier addition wrote the package, and nothing uses it any more.
    pub fn is_stale(&self, package: &WitPackage) -> bool {
        self.is_unmodified(package) && !self.required.contains(package.name()) && !self.others_use(package.name())
    }

    /// Keeps the files of a reused package in the list, if an earlier addition wrote them. Several encoded packages may
    /// contain it.
    pub fn keep_ownership(&self, list: &mut OwnershipList, package: &WitPackage, required: &RequiredPackage) {
        let others = if is_encoded(package) { &self.encoded[..] } else { &[] };
        let others = others.iter().copied().filter(|other| other.place != package.place);
        let others = others.filter(|other| other.names().contains(&&required.name));
        for file in std::iter::once(package).chain(others).flat_map(|package| &package.files) {
            let path = self.below_root(&file.path);
            // An interrupted run may have written the file and not the list.
            match same_text(&file.text, &required.text) {
                _ if !self.previous.contains(&path) => {}
                true => list.insert(&path, file.text.as_bytes()),
                false => list.copy(self.previous, &path),
            }
        }
    }

    /// Adds a changed file to the list if an earlier addition wrote it and it was not edited since.
    pub fn extend_list(&self, list: &mut OwnershipList, path: &str, text: &str) {
        let mut files = self.by_place.get(Path::new(place_of(path))).into_iter().flat_map(|package| &package.files);
        let is_ours = |file: &WitFile| self.previous.is_unmodified(path, file.text.as_bytes());
        if files.any(|file| self.below_root(&file.path) == path && is_ours(file)) {
            list.insert(path, text.as_bytes());
        }
    }

    fn find_used_by_others(&self) -> BTreeSet<PackageName> {
        // An old package of this stub is no reason to keep another old package of it.
        let is_stubs = |package: &WitPackage| {
            package.names().iter().any(|name| self.required.contains(name)) || self.is_unmodified(package)
        };
        let is_other = |package: &&WitPackage| !is_stubs(package);
        let others = self.caller.dependencies.iter().filter(is_other);
        let of_stubs = self.own.used_by_others();
        let mut queue: Vec<&PackageName> = others.chain([&self.caller.main]).flat_map(WitPackage::uses).collect();
        queue.extend(&of_stubs);
        let mut used = BTreeSet::new();
        while let Some(name) = queue.pop() {
            // The packages that the stub uses are the stub's.
            if *name != self.stub.name && used.insert(name.clone()) {
                queue.extend(self.find(name).into_iter().flat_map(WitPackage::uses));
            }
        }
        used
    }

    /// The files of an earlier addition that nothing uses any more, and the places of their packages. They are removed
    /// from `after`. Files that something else uses stay, and stay in `list`.
    pub fn stale(&self, list: &mut OwnershipList, after: &mut ByPlace) -> (Vec<String>, Vec<String>) {
        let mut removed = Vec::new();
        let mut places = Vec::new();
        let mut gone: BTreeSet<&Path> = BTreeSet::new();
        let mut owners = BTreeMap::new();
        for package in &self.caller.dependencies {
            owners.extend(package.files.iter().map(|file| (self.below_root(&file.path), package)));
        }
        let unlisted: Vec<&str> =
            self.previous.paths().filter(|path| path.starts_with("deps/") && !list.contains(path)).collect();
        for path in unlisted {
            match owners.get(path) {
                // The user may have removed the file but not its folder.
                None if !self.root.join(path).exists() => {
                    removed.push(path.to_string());
                    let place = Path::new(place_of(path));
                    places.extend((!after.contains_key(place)).then(|| slashed(place)));
                }
                Some(package) if self.is_other_file(package, path) => list.copy(self.previous, path),
                Some(package) if self.is_stale(package) => {
                    removed.push(path.to_string());
                    let is_same = |after: &WitPackage| after.files[0].path == package.files[0].path;
                    // Another package may have its place now.
                    if after.get(&package.place).is_none_or(is_same) {
                        places.push(slashed(&package.place));
                        gone.insert(&package.place);
                    }
                }
                Some(package) if self.is_unmodified(package) && self.others_use(package.name()) => {
                    list.copy(self.previous, path);
                }
                None | Some(_) => {}
            }
        }
        after.retain(|place, _| !gone.contains(&**place));
        (removed, places)
    }

    /// Whether the file at `path` of the stub's own package is that of another stub.
    fn is_other_file(&self, package: &WitPackage, path: &str) -> bool {
        package.files.iter().any(|file| self.own.is_other_file(&file.path) && self.below_root(&file.path) == path)
    }
}

/// Whether a package is WebAssembly.
pub(super) fn is_encoded(package: &WitPackage) -> bool {
    matches!(package.content, WitContent::Binary(..))
}

/// Whether two texts differ only in line ends, which version control may change.
pub(super) fn same_text(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.bytes().filter(|byte| *byte != b'\r').eq(other.bytes().filter(|byte| *byte != b'\r'));
    plain(one)
}

/// Those of `packages` that `package` uses, directly or indirectly.
pub(super) fn reached<'a>(package: &WitPackage, packages: &ByName<'a>) -> Vec<&'a WitPackage> {
    let used = |package: &WitPackage| -> Vec<&'a WitPackage> {
        package.uses().into_iter().filter_map(|name| packages.get(name).copied()).collect()
    };
    let mut reached: BTreeMap<&Path, &WitPackage> = BTreeMap::new();
    let mut queue = used(package);
    while let Some(next) = queue.pop() {
        if next.place != package.place && reached.insert(&next.place, next).is_none() {
            queue.extend(used(next));
        }
    }
    reached.into_values().collect()
}
