//! Bytes to facts: what a given file is, and what the component in it imports and exports, with types.
//!
//! Everything is validated here, so that the rest of the crate, and the engine above all, only ever sees valid
//! components. All files are read by one validator: `wasmparser` compares types of two components only if they come
//! from the same one.

use wasmparser::{
    Parser, Payload, Validator, WasmFeatures,
    component_types::{ComponentAnyTypeId, ComponentEntityType},
    types::Types,
};

use crate::{Component, Problem};

/// Root imports that are worked on. The largest WASI world has some dozens; the engine's work is not linear beyond all
/// measure.
const IMPORTS: usize = 10_000;

/// What is known about one given component.
pub(crate) struct Facts<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) types: Types,
    pub(crate) imports: Vec<Item<'a>>,
    pub(crate) exports: Vec<Item<'a>>,
}

/// An import or an export of a component's root.
pub(crate) struct Item<'a> {
    pub(crate) name: &'a str,
    pub(crate) ty: ComponentEntityType,
    /// It carries `implements`, `versionsuffix` or `external-id`, which the engine would drop.
    pub(crate) has_attributes: bool,
}

impl Facts<'_> {
    /// The items of an instance type that this component imports or exports.
    pub(crate) fn members(&self, ty: ComponentEntityType) -> impl Iterator<Item = (&str, ComponentEntityType)> {
        let instance = match ty {
            ComponentEntityType::Instance(id) => Some(&self.types[id]),
            _ => None,
        };
        instance.into_iter().flat_map(|instance| instance.exports.iter()).map(|(name, item)| (name.as_str(), item.ty))
    }

    /// The member `name` of an instance type that this component imports or exports.
    pub(crate) fn member(&self, ty: ComponentEntityType, name: &str) -> Option<ComponentEntityType> {
        match ty {
            ComponentEntityType::Instance(id) => self.types[id].exports.get(name).map(|item| item.ty),
            _ => None,
        }
    }
}

/// Every feature that `wasmparser` knows: what a runtime accepts is the runtime's business.
pub(crate) fn validator() -> Validator {
    Validator::new_with_features(WasmFeatures::all())
}

/// Reads one given file. `validator` is the one that all files of a composition share; after an error it cannot be used
/// again.
pub(crate) fn read<'a>(validator: &mut Validator, component: &Component<'a>) -> Result<Facts<'a>, Problem> {
    let file = || component.name.to_owned();
    refuse_other_formats(component)?;
    if stubgen_binary::is_too_deep(component.bytes) {
        return Err(Problem::TooDeep { file: file() });
    }
    let types = validator.validate_all(component.bytes).map_err(|error| Problem::Invalid {
        file: file(),
        message: one_line(error.message()),
        offset: error.offset(),
    })?;
    validator.reset();
    let facts = collect(component, types).map_err(|error| Problem::Invalid {
        file: file(),
        message: one_line(error.message()),
        offset: error.offset(),
    })?;
    if is_wit_package(&facts) {
        return Err(Problem::WitPackage { file: file() });
    }
    if facts.imports.len() > IMPORTS {
        return Err(Problem::TooManyImports { file: file(), count: facts.imports.len(), limit: IMPORTS });
    }
    Ok(facts)
}

/// `wasmparser` puts each level of context on a line of its own, and pads numbers.
pub(crate) fn one_line(message: &str) -> String {
    let words: Vec<_> = message.lines().flat_map(|line| [":", line]).skip(1).flat_map(str::split_whitespace).collect();
    words.join(" ").replace(" : ", ": ")
}

fn refuse_other_formats(component: &Component) -> Result<(), Problem> {
    let file = component.name.to_owned();
    let bytes = component.bytes;
    if bytes.is_empty() {
        return Err(Problem::Empty { file });
    }
    if !bytes.starts_with(b"\0asm") {
        let text = std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
        return Err(match text {
            true => Problem::Text { file },
            false => Problem::NotWasm { file },
        });
    }
    // The two bytes after the version tell a core module (0) from a component (1).
    match bytes.get(4..8) {
        Some([_, _, 0, 0]) => Err(Problem::CoreModule { file }),
        _ => Ok(()),
    }
}

fn collect<'a>(component: &Component<'a>, types: Types) -> wasmparser::Result<Facts<'a>> {
    let mut imports = Vec::new();
    let mut exports = Vec::new();
    let mut level = 0_usize;
    for payload in Parser::new(0).parse_all(component.bytes) {
        match payload? {
            Payload::Version { .. } => level += 1,
            Payload::End(_) => level -= 1,
            Payload::ComponentImportSection(section) if level == 1 => {
                for import in section {
                    let name = import?.name.name;
                    if let Some(item) = types.component_item_for_import(name) {
                        imports.push(Item::new(name, item));
                    }
                }
            }
            Payload::ComponentExportSection(section) if level == 1 => {
                for export in section {
                    let name = export?.name.name;
                    if let Some(item) = types.component_item_for_export(name) {
                        exports.push(Item::new(name, item));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(Facts { name: component.name, bytes: component.bytes, types, imports, exports })
}

impl<'a> Item<'a> {
    fn new(name: &'a str, item: &wasmparser::component_types::ComponentItem) -> Self {
        Item {
            name,
            ty: item.ty,
            has_attributes: item.implements.is_some() || item.version_suffix.is_some() || item.external_id.is_some(),
        }
    }
}

/// `wasm-tools component wit --wasm` writes a package as a component that exports nothing but component types.
fn is_wit_package(facts: &Facts) -> bool {
    let describes = |item: &Item| {
        matches!(
            item.ty,
            ComponentEntityType::Type {
                referenced: ComponentAnyTypeId::Component(_) | ComponentAnyTypeId::Instance(_),
                ..
            }
        )
    };
    !facts.exports.is_empty() && facts.exports.iter().all(describes)
}
