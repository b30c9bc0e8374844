//! The worlds of a caller, and which of them import a stub.
//!
//! A world imports what it names, what the worlds that it includes import, and what it `use`s: so its packages are resolved.
//! Before all packages are there, the caller's own text has to do.

use std::collections::BTreeSet;

use wasm_rpc_stubgen_model::{Diagnostic, Features, Item, LoadError, WitContent, WitPackage, choose_world, resolve};
use wit_parser::{AstItem, InterfaceId, PackageId, Resolve, UnresolvedPackage, World, WorldItem, WorldKey};

use super::blocks;
use super::error::AddStubError;
use super::stub::Stub;

/// The worlds of the caller's package.
pub(super) struct Worlds<'a> {
    main: &'a WitPackage,
    stub: &'a Stub,
    features: &'a Features,
    resolved: Result<(Resolve, PackageId), LoadError>,
}

impl<'a> Worlds<'a> {
    /// The worlds of `main` among `dependencies`.
    pub fn of<'d>(
        main: &'a WitPackage,
        stub: &'a Stub,
        dependencies: impl IntoIterator<Item = &'d WitPackage>,
        features: &'a Features,
    ) -> Self {
        Self { main, stub, features, resolved: resolve(main, dependencies, features) }
    }

    /// Why the caller's packages do not resolve.
    pub fn error(&self) -> Option<&LoadError> {
        self.resolved.as_ref().err()
    }

    /// The worlds that gates do not hide, and those that they hide. A world that is `named` is not hidden.
    fn by_gate(&self, named: Option<&str>) -> (Vec<&World>, Vec<&World>) {
        let WitContent::Text(group) = &self.main.content else {
            return (Vec::new(), Vec::new());
        };
        let worlds = group.main.worlds.iter().map(|(_, world)| world).filter(|world| !world.name.is_empty());
        worlds.partition(|world| named == Some(&world.name) || self.features.closes(&world.stability).is_none())
    }

    /// The world that gets the import: the one with the name `named`, or the only one. `None` if it imports the stub already,
    /// or, without a name, any world does.
    pub fn without_import(&self, named: Option<&str>) -> Result<Option<String>, AddStubError> {
        let (open, closed) = self.by_gate(named);
        let package = self.main.name().to_string();
        if open.is_empty() && named.is_none() {
            let gated = closed.iter().map(|world| world.name.clone()).collect();
            return Err(AddStubError::NoWorld { package, gated });
        }
        if named.is_none() && open.iter().any(|world| self.imports(world)) {
            return Ok(None);
        }
        let names: Vec<String> = open.iter().map(|world| world.name.clone()).collect();
        let name = choose_world(&package, &names, named)?;
        let imports = open.iter().any(|world| world.name == name && self.imports(world));
        Ok((!imports).then_some(name))
    }

    /// Whether any of the worlds imports the stub.
    pub fn any_imports(&self) -> bool {
        self.by_gate(None).0.into_iter().any(|world| self.imports(world))
    }

    /// The note that no world imports the stub, with the line to add.
    pub fn note(&self) -> Option<Diagnostic> {
        let (open, _) = self.by_gate(None);
        let line = format!("import {};", self.stub.import_path());
        let place = |world: &World| {
            let files = self.main.files.iter();
            let mut found = files.filter_map(|file| Some((file, blocks::find(&file.text, "world", &world.name)?)));
            let (file, block) = found.next()?;
            Some(file.location(block.start))
        };
        match open.as_slice() {
            [] => None,
            worlds if worlds.iter().any(|world| self.imports(world)) => None,
            [world] => {
                let note = Diagnostic::note(format!("the world `{}` does not import the stub", world.name));
                let note = note.hint(format!(
                    "add `{line}` to it, or pass `--add-import` to `add-stub-dependency` or `initialize-workspace`"
                ));
                Some(Diagnostic { location: place(world), ..note })
            }
            worlds => {
                let item = |world: &&World| Item { text: format!("world `{}`", world.name), location: place(world) };
                let note = Diagnostic::note("no world of the caller imports the stub").about(worlds.iter().map(item));
                Some(note.hint(format!(
                    "add `{line}` to one of them, or pass `--add-import --world NAME` to `add-stub-dependency`"
                )))
            }
        }
    }

    fn imports(&self, world: &World) -> bool {
        let resolved = self.resolved.as_ref().ok().and_then(|(resolve, package)| {
            let id = resolve.packages[*package].worlds.get(&world.name)?;
            Some((resolve, &resolve.worlds[*id]))
        });
        match resolved {
            Some((resolve, world)) => {
                let path = self.stub.resolve.id_of(self.stub.interface);
                let mut imports = world.imports.values().filter_map(interface);
                imports.any(|id| resolve.id_of(id) == path)
            }
            None => self.says_import(world),
        }
    }

    /// Whether the text of the world, or of one of this package that it includes, imports the stub.
    fn says_import(&self, world: &World) -> bool {
        let WitContent::Text(group) = &self.main.content else {
            return false;
        };
        let used = group.main.foreign_deps.get(&self.stub.name);
        match used.and_then(|interfaces| interfaces.get(self.stub.interface_name())) {
            Some((AstItem::Interface(id), _)) => says_import_of(&group.main, world, *id),
            Some((AstItem::World(_), _)) | None => false,
        }
    }
}

fn says_import_of(package: &UnresolvedPackage, world: &World, wanted: InterfaceId) -> bool {
    let mut queue = vec![world];
    let mut seen = BTreeSet::new();
    while let Some(world) = queue.pop() {
        let is_key = world.imports.contains_key(&WorldKey::Interface(wanted));
        // A named import, `name: ns:stub/stub-w`.
        if is_key || world.imports.values().filter_map(interface).any(|id| id == wanted) {
            return true;
        }
        let included = world.includes.iter().filter(|include| seen.insert(include.id.index()));
        queue.extend(included.filter_map(|include| package.worlds.get(include.id)));
    }
    false
}

fn interface(item: &WorldItem) -> Option<InterfaceId> {
    match item {
        WorldItem::Interface { id, .. } => Some(*id),
        WorldItem::Function(_) | WorldItem::Type { .. } => None,
    }
}
