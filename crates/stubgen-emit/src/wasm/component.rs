//! What of the encoded component is kept, and how its parts name each other.
//!
//! The encoder names every item of the component for debuggers; a backtrace takes its names from the core module, so
//! these go. It also spells out the whole name of a function wherever one part of the component refers to another:
//!
//! ```wat
//! (core module (export "cm32p2|ns:name-stub/stub-name|[method]api.add" (func 7)))
//! (alias core export 2 "cm32p2|ns:name-stub/stub-name|[method]api.add" (core func))
//! (component (import "import-method-api-add" (func (type 0))) (export "[method]api.add" (func 0)))
//! (instance (instantiate 0 (with "import-method-api-add" (func 4))))
//! ```
//!
//! Nobody else sees these names, so they become numbers, which makes a stub of many functions a third smaller.

use std::borrow::Cow;
use std::collections::HashMap;

use wasm_encoder::Encode;
use wasmparser::{
    BinaryReader, ComponentAlias, ComponentImport, ComponentInstance, Export, ExternalKind, FromReader,
    ImportSectionReader, Instance, SectionLimited,
};

/// The custom section with the component's own names.
const NAMES: &str = "component-name";

/// Sections of a component, by their numbers.
mod section {
    pub(super) const CUSTOM: u8 = 0;
    pub(super) const CORE_MODULE: u8 = 1;
    pub(super) const CORE_INSTANCE: u8 = 2;
    pub(super) const COMPONENT: u8 = 4;
    pub(super) const INSTANCE: u8 = 5;
    pub(super) const ALIAS: u8 = 6;
    pub(super) const IMPORT: u8 = 10;
}

/// Sections of a core module, by their numbers.
mod core_section {
    pub(super) const IMPORT: u8 = 2;
    pub(super) const EXPORT: u8 = 7;
}

/// The component, with numbers for the names inside it, and without the names for debuggers; those of the core module
/// stay.
pub(super) fn shortened(component: &[u8]) -> Vec<u8> {
    let mut is_first = true;
    let (mut imported, mut exported, mut nested) = (Names::default(), Names::default(), Names::default());
    rewritten(component, |id, content| match id {
        section::CUSTOM if BinaryReader::new(content, 0).read_string().ok() == Some(NAMES) => None,
        // The stub's own module comes first; the others are the encoder's, whose names are short.
        section::CORE_MODULE if std::mem::take(&mut is_first) => Some(module(content, &mut imported, &mut exported)),
        section::CORE_INSTANCE => Some(imported.put(content, core_arguments(content))),
        section::ALIAS => Some(exported.put(content, aliased_exports(content))),
        // The only nested component is the one that makes the exported instance.
        section::COMPONENT => Some(instance_maker(content, &mut nested)),
        section::INSTANCE => Some(nested.put(content, arguments(content))),
        _ => Some(content.into()),
    })
}

/// The core module with numbers for the functions that it exports and for the modules that it imports from.
fn module<'a>(module: &[u8], imported: &mut Names, exported: &mut Names) -> Cow<'a, [u8]> {
    let module = rewritten(module, |id, content| match id {
        core_section::IMPORT => {
            let imports = ImportSectionReader::new(BinaryReader::new(content, 0)).expect(WHOLE).into_imports();
            Some(imported.give_and_put("", content, imports.map(|import| import.expect(WHOLE).module)))
        }
        core_section::EXPORT => {
            let functions = items::<Export>(content).filter(|export| export.kind == ExternalKind::Func);
            Some(exported.give_and_put("", content, functions.map(|export| export.name)))
        }
        _ => Some(content.into()),
    });
    module.into()
}

/// The nested component with numbered imports. An import's name has to start with a letter.
fn instance_maker<'a>(component: &[u8], nested: &mut Names) -> Cow<'a, [u8]> {
    let component = rewritten(component, |id, content| match id {
        section::IMPORT => {
            let imports = items::<ComponentImport>(content).map(|import| import.name.name);
            Some(nested.give_and_put("i", content, imports))
        }
        _ => Some(content.into()),
    });
    component.into()
}

/// The names by which modules get what they import.
fn core_arguments(content: &[u8]) -> impl Iterator<Item = &str> {
    items::<Instance>(content).flat_map(|instance| match instance {
        Instance::Instantiate { args, .. } => args.iter().map(|argument| argument.name).collect(),
        Instance::FromExports(_) => Vec::new(),
    })
}

/// The names by which components get what they import.
fn arguments(content: &[u8]) -> impl Iterator<Item = &str> {
    items::<ComponentInstance>(content).flat_map(|instance| match instance {
        ComponentInstance::Instantiate { args, .. } => args.iter().map(|argument| argument.name).collect(),
        ComponentInstance::FromExports(_) => Vec::new(),
    })
}

/// The names by which the component takes exports of its modules.
fn aliased_exports(content: &[u8]) -> impl Iterator<Item = &str> {
    items::<ComponentAlias>(content).filter_map(|alias| match alias {
        ComponentAlias::CoreInstanceExport { name, .. } => Some(name),
        ComponentAlias::InstanceExport { .. } | ComponentAlias::Outer { .. } => None,
    })
}

/// Why reading cannot fail.
const WHOLE: &str = "the encoder writes whole sections";

/// The items of a section.
fn items<'a, T: FromReader<'a>>(content: &'a [u8]) -> impl Iterator<Item = T> {
    let section = SectionLimited::new(BinaryReader::new(content, 0)).expect(WHOLE);
    section.into_iter().map(|item| item.expect(WHOLE))
}

/// A module or a component whose sections are what `change` makes of them, or left out.
fn rewritten<'a>(binary: &'a [u8], mut change: impl FnMut(u8, &'a [u8]) -> Option<Cow<'a, [u8]>>) -> Vec<u8> {
    let mut kept = Vec::with_capacity(binary.len());
    let mut reader = BinaryReader::new(binary, 0);
    kept.extend_from_slice(reader.read_bytes(8).expect("a binary starts with magic and version"));
    while !reader.eof() {
        let id = reader.read_u8().expect("a section starts with its id");
        let size = reader.read_var_u32().expect("a section has a size");
        let content = reader.read_bytes(size as usize).expect("a section is whole");
        if let Some(content) = change(id, content) {
            kept.push(id);
            content.encode(&mut kept);
        }
    }
    kept
}

/// New names by the old ones.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    /// Gives each of the names in `content` a number behind the `prefix`, and puts it in its place.
    fn give_and_put<'a>(
        &mut self,
        prefix: &str,
        content: &'a [u8],
        names: impl Iterator<Item = &'a str>,
    ) -> Cow<'a, [u8]> {
        let names: Vec<_> = names.collect();
        for name in &names {
            let number = self.0.len();
            self.0.entry((*name).to_string()).or_insert_with(|| format!("{prefix}{number}"));
        }
        self.put(content, names.into_iter())
    }

    /// Replaces names, which lie in `content` one behind the other, where there are new ones.
    fn put<'a>(&self, content: &'a [u8], names: impl Iterator<Item = &'a str>) -> Cow<'a, [u8]> {
        let mut replaced = Vec::with_capacity(content.len());
        let mut copied = 0;
        for name in names {
            if let Some(new) = self.0.get(name) {
                let start = name.as_ptr().addr() - content.as_ptr().addr();
                replaced.extend_from_slice(&content[copied..start - length_of_length(name)]);
                new.as_str().encode(&mut replaced);
                copied = start + name.len();
            }
        }
        replaced.extend_from_slice(&content[copied..]);
        replaced.into()
    }
}

/// How many bytes the length before a name takes.
fn length_of_length(name: &str) -> usize {
    let mut encoded = Vec::new();
    name.len().encode(&mut encoded);
    encoded.len()
}
