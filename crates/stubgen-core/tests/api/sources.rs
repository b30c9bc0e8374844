//! The sources of the library and of the crates that it re-exports items of.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::{Ident, Item, ItemImpl, Type, UseTree, Visibility};

/// The crates whose items are exported, by their names in paths; the library's own modules count as `crate`.
const CRATES: [(&str, &str); 4] = [
    ("crate", "stubgen-core"),
    ("wasm_rpc_stubgen_compose", "stubgen-compose"),
    ("wasm_rpc_stubgen_emit", "stubgen-emit"),
    ("wasm_rpc_stubgen_model", "stubgen-model"),
];

/// The items of one crate.
#[derive(Default)]
pub struct Crate {
    /// Public items by name, from all modules.
    pub items: BTreeMap<String, Vec<Item>>,
    /// All implementations, by the name of their type.
    pub impls: BTreeMap<String, Vec<ItemImpl>>,
}

/// All of them, and what the library exports.
pub struct Crates {
    crates: BTreeMap<&'static str, Crate>,
    /// Each exported name with the first word of its path.
    pub exports: BTreeMap<String, String>,
}

impl Crates {
    /// Reads the crates beside the library in `folder`.
    pub fn read(folder: &Path) -> Self {
        let read = |(name, directory): (&'static str, &str)| {
            let mut found = Crate::default();
            found.read_folder(&folder.join("..").join(directory).join("src"));
            (name, found)
        };
        let mut exports = BTreeMap::new();
        for item in parse(&folder.join("src/lib.rs")).items {
            if let Item::Use(item) = item
                && matches!(item.vis, Visibility::Public(_))
            {
                collect(&item.tree, None, &mut exports);
            }
        }
        Self { crates: CRATES.into_iter().map(read).collect(), exports }
    }

    /// The crate that a path begins with; a module of the library begins one of its own.
    pub fn crate_of(&self, word: &str) -> &Crate {
        self.crates.get(word).unwrap_or(&self.crates["crate"])
    }
}

/// The names that a `pub use` exports.
fn collect(tree: &UseTree, first: Option<&Ident>, exports: &mut BTreeMap<String, String>) {
    match tree {
        UseTree::Path(path) => collect(&path.tree, first.or(Some(&path.ident)), exports),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, first, exports)),
        UseTree::Name(name) => _ = exports.insert(name.ident.to_string(), first.unwrap_or(&name.ident).to_string()),
        UseTree::Rename(_) | UseTree::Glob(_) => panic!("the library exports each item by its name"),
    }
}

impl Crate {
    fn read_folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("the sources are beside us") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.read_folder(&path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                parse(&path).items.into_iter().for_each(|item| self.add(item));
            }
        }
    }

    fn add(&mut self, item: Item) {
        let (visibility, name) = match &item {
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Fn(item) => (&item.vis, &item.sig.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            Item::Const(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Impl(block) => {
                if let Type::Path(path) = &*block.self_ty
                    && let Some(segment) = path.path.segments.last()
                {
                    self.impls.entry(segment.ident.to_string()).or_default().push(block.clone());
                }
                return;
            }
            _ => return,
        };
        if matches!(visibility, Visibility::Public(_)) {
            let name = name.to_string();
            self.items.entry(name).or_default().push(item);
        }
    }
}

fn parse(path: &Path) -> syn::File {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
