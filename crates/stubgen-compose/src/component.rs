//! Bytes to a decoded component: what a given file is, and what it imports and exports, with types.
//!
//! `wasm-compose` reads the component: it validates all types and leaves function bodies to the validation of the
//! result. All files are read by one validator: `wasmparser` compares types of two components only if they come from
//! the same one.

use std::ops::Index;

use wasm_compose::graph;
use wasmparser::{
    BinaryReaderError, Validator, WasmFeatures,
    component_types::{ComponentAnyTypeId, ComponentEntityType, ComponentItem},
    types::{TypeIdentifier, TypesRef},
};

use crate::error::Problem;

/// The most root imports that a component may have. The largest WASI world has some dozens.
const IMPORTS: usize = 10_000;

/// A component and its name in messages.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Component<'a> {
    /// Its file name, for messages.
    pub name: &'a str,
    /// The component's binary.
    pub bytes: &'a [u8],
}

impl<'a> Component<'a> {
    /// The component of these bytes. Messages call it `name`.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes }
    }
}

/// A given component, with its imports and exports.
pub(crate) struct DecodedComponent<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) imports: Vec<Item>,
    pub(crate) exports: Vec<Item>,
    component: graph::Component<'a>,
}

/// An import or an export of a component's root.
pub(crate) struct Item {
    pub(crate) name: String,
    /// Its type, and the attributes of its name: `implements`, `version-suffix`, `external-id`.
    pub(crate) item: ComponentItem,
}

impl Item {
    pub(crate) fn ty(&self) -> ComponentEntityType {
        self.item.ty
    }

    /// The interface that the item is an instance of: its name, or what a plain name `implements`.
    pub(crate) fn interface(&self) -> &str {
        self.item.implements.as_deref().unwrap_or(&self.name)
    }
}

impl DecodedComponent<'_> {
    pub(crate) fn types(&self) -> TypesRef<'_> {
        self.component.types()
    }

    /// The items of an instance type that this component imports or exports.
    pub(crate) fn members(&self, ty: ComponentEntityType) -> impl Iterator<Item = (&str, ComponentEntityType)> {
        let instance = match ty {
            ComponentEntityType::Instance(id) => self.types().get(id),
            _ => None,
        };
        instance.into_iter().flat_map(|instance| &instance.exports).map(|(name, item)| (name.as_str(), item.ty))
    }

    /// The member `name` of an instance type that this component imports or exports.
    pub(crate) fn member(&self, ty: ComponentEntityType, name: &str) -> Option<ComponentEntityType> {
        match ty {
            ComponentEntityType::Instance(id) => self.types().get(id)?.exports.get(name).map(|item| item.ty),
            _ => None,
        }
    }
}

impl<T: TypeIdentifier> Index<T> for DecodedComponent<'_> {
    type Output = T::Data;

    fn index(&self, id: T) -> &T::Data {
        self.types().get(id).expect("the type belongs to this component")
    }
}

/// Every feature that `wasmparser` knows: the runtime decides what it accepts.
pub(crate) fn validator() -> Validator {
    Validator::new_with_features(WasmFeatures::all())
}

/// Reads one given file. `validator` is the one that all files of a composition share; after an error it cannot be used
/// again.
pub(crate) fn decode<'a>(
    validator: &mut Validator,
    component: &Component<'a>,
) -> Result<DecodedComponent<'a>, Problem> {
    let Component { name, bytes } = *component;
    let file = || name.to_owned();
    refuse_other_formats(component)?;
    let component = graph::Component::from_bytes(validator, "component", bytes).map_err(|error| match error
        .downcast_ref::<BinaryReaderError>(
    ) {
        Some(error) => Problem::invalid(name, error.message(), error.offset()),
        None => Problem::invalid(name, &format!("{error:#}"), 0),
    })?;
    let types = component.types();
    let imports = items(component.imports().map(|(_, name, _)| (name, types.component_item_for_import(name))));
    let exports = items(component.exports().map(|(_, name, ..)| (name, types.component_item_for_export(name))));
    if is_wit_package(&exports) {
        return Err(Problem::WitPackage { file: file() });
    }
    if imports.len() > IMPORTS {
        return Err(Problem::TooManyImports { file: file(), count: imports.len(), limit: IMPORTS });
    }
    Ok(DecodedComponent { name, bytes, imports, exports, component })
}

fn items<'c>(items: impl Iterator<Item = (&'c str, Option<&'c ComponentItem>)>) -> Vec<Item> {
    let typed = items.filter_map(|(name, item)| Some(Item { name: name.to_owned(), item: item?.clone() }));
    typed.collect()
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

/// `wasm-tools component wit --wasm` writes a package as a component that exports nothing but component types.
fn is_wit_package(exports: &[Item]) -> bool {
    let describes = |item: &Item| {
        matches!(
            item.ty(),
            ComponentEntityType::Type {
                referenced: ComponentAnyTypeId::Component(_) | ComponentAnyTypeId::Instance(_),
                ..
            }
        )
    };
    !exports.is_empty() && exports.iter().all(describes)
}
