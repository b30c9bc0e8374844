//! Reads the WIT of a stub, as `generate` and `build` or the original tool wrote it.

use std::fs;
use std::path::Path;

use indexmap::{IndexMap, IndexSet};
use wasm_rpc_stubgen_model::{
    Diagnostic, Features, FolderName, LoadError, ReadError, STUB_FILE, Spelling, WitPackage, dependency_path,
    needed_interfaces, print_package, read_folder, stub_file, stub_interface, wit_path,
};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve};

use super::error::AddStubError;
use super::paths::folder_of;

/// The end of the name of a stub's package.
const SUFFIX: &str = "-stub";

/// A stub, by its WIT.
pub(super) struct Stub {
    /// Everything in its directory.
    pub resolve: Resolve,
    /// The same, with the interfaces that `cycle` has moved. Ids are valid in both.
    pub written: Resolve,
    pub package: PackageId,
    pub name: PackageName,
    /// The package of its target.
    pub target: PackageName,
    /// The stub interface.
    pub interface: InterfaceId,
    /// The texts of packages that are one file in current spelling.
    texts: IndexMap<PackageName, String>,
    /// Warnings about the source.
    pub warnings: Vec<Diagnostic>,
}

impl Stub {
    /// Reads the stub in the directory `root`. Its feature gates hide nothing.
    pub fn read(root: &Path) -> Result<Self, AddStubError> {
        if let Err(source) = fs::metadata(root) {
            return Err(LoadError::from(ReadError::new(root, source)).into());
        }
        if stub_file(root).is_none() {
            let inside = Some(root.join("wit")).filter(|inside| stub_file(inside).is_some());
            return Err(AddStubError::NoStub { path: root.to_path_buf(), inside });
        }
        let folder = read_folder(root)?;
        let (resolve, package) = wasm_rpc_stubgen_model::resolve(&folder.main, &folder.dependencies, &Features::All)?;
        let name = folder.main.name().clone();
        let path = || root.to_path_buf();
        let target = name.name.strip_suffix(SUFFIX).map(|target| PackageName { name: target.into(), ..name.clone() });
        let target = target.ok_or_else(|| AddStubError::NotAStub { path: path(), package: name.to_string() })?;
        let interface = stub_interface(&resolve, package);
        let interface = interface.ok_or_else(|| AddStubError::NotAStub { path: path(), package: name.to_string() })?;
        let texts = [&folder.main].into_iter().chain(&folder.dependencies).filter_map(text);
        let texts = texts.collect();
        let written = resolve.clone();
        Ok(Self { resolve, written, package, name, target, interface, texts, warnings: folder.warnings })
    }

    /// The path by which a world imports the stub interface: `ns:name-stub/stub-w@version`. Keywords are escaped.
    pub fn import_path(&self) -> String {
        wit_path(&self.resolve, self.interface).expect("a stub interface has a name in a package")
    }

    /// The name of the stub interface.
    pub fn interface_name(&self) -> &str {
        self.resolve.interfaces[self.interface].name.as_deref().expect("a stub interface has a name")
    }

    /// The interfaces of other packages that the stub interface uses, by package.
    pub fn used_interfaces(&self) -> IndexMap<PackageId, IndexSet<InterfaceId>> {
        let mut packages: IndexMap<_, IndexSet<_>> = IndexMap::new();
        for id in needed_interfaces(&self.resolve, [self.interface]) {
            let package = self.resolve.interfaces[id].package.expect("a used interface belongs to a package");
            if package != self.package {
                packages.entry(package).or_default().insert(id);
            }
        }
        packages
    }

    /// The text of a package with only the interfaces `needed`.
    pub fn text(&self, package: PackageId, needed: &IndexSet<InterfaceId>) -> String {
        let content = &self.resolve.packages[package];
        let is_whole = content.worlds.is_empty() && content.interfaces.values().all(|id| needed.contains(id));
        match self.texts.get(&content.name) {
            Some(text) if is_whole => text.clone(),
            _ => print_package(&self.reduced(package, needed), package),
        }
    }

    /// The stub's packages, with only the interfaces `needed` in `package`.
    fn reduced(&self, package: PackageId, needed: &IndexSet<InterfaceId>) -> Resolve {
        let mut resolve = self.written.clone();
        let content = &mut resolve.packages[package];
        content.worlds.clear();
        content.interfaces.retain(|_, id| needed.contains(id));
        resolve
    }

    /// A package with only the interfaces `needed`, encoded as WebAssembly; `None` if it cannot be encoded.
    pub fn encoded(&self, package: PackageId, needed: &IndexSet<InterfaceId>) -> Option<Vec<u8>> {
        wasm_rpc_stubgen_model::encode_package(&self.reduced(package, needed), package)
    }

    /// The path of one of its packages below the WIT of a caller.
    pub fn path_in_caller(&self, name: &PackageName, folder: FolderName) -> String {
        let path = dependency_path(name, folder);
        if *name == self.name { format!("{}/{STUB_FILE}", folder_of(&path)) } else { path }
    }

    /// The text of the stub's own package.
    pub fn own_text(&self) -> String {
        self.texts.get(&self.name).cloned().unwrap_or_else(|| print_package(&self.written, self.package))
    }

    /// Notes that the stub's own package differs from its file.
    pub fn forget_own_text(&mut self) {
        self.texts.shift_remove(&self.name);
    }
}

fn text(package: &WitPackage) -> Option<(PackageName, String)> {
    match package.files.as_slice() {
        [file] if file.spelling == Spelling::Modern && !file.text.is_empty() && package.names().len() == 1 => {
            Some((package.name().clone(), file.text.clone()))
        }
        _ => None,
    }
}
