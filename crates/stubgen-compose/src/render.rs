//! Types of a component as WIT-like text, for diagnostics.
//!
//! A function is shown as its signature and, below it, the named types that it mentions at any depth. Names are those
//! under which the component's interfaces export the types; a type without a name is spelled out in place.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use wasmparser::component_types::{
    AliasableResourceId, ComponentAnyTypeId, ComponentDefinedType, ComponentEntityType, ComponentFuncTypeId,
    ComponentValType,
};

use crate::component::DecodedComponent;

/// Characters of one type or signature; what is longer ends in `…`.
const LENGTH: usize = 2_000;

/// A rendered item: its own line, and the definitions of the types that it mentions, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) line: String,
    pub(crate) definitions: Vec<String>,
}

/// Renders items of one component.
pub(crate) struct Renderer<'a> {
    component: &'a DecodedComponent<'a>,
    names: BTreeMap<ComponentAnyTypeId, &'a str>,
}

impl<'a> Renderer<'a> {
    pub(crate) fn new(component: &'a DecodedComponent<'a>) -> Self {
        let mut names = BTreeMap::new();
        for item in component.imports.iter().chain(&component.exports) {
            let own = [(item.name.as_str(), item.ty())];
            for (name, ty) in own.into_iter().chain(component.members(item.ty())) {
                if let ComponentEntityType::Type { created, .. } = ty {
                    names.entry(created).or_insert(name);
                }
            }
        }
        Renderer { component, names }
    }

    pub(crate) fn item(&self, name: &str, ty: ComponentEntityType) -> Rendered {
        let mut mentioned = Mentioned::default();
        let mut line = String::new();
        match ty {
            ComponentEntityType::Func(id) => self.func(&mut line, id, &mut mentioned),
            ComponentEntityType::Type { created, .. } => {
                line = self.definition(name, created, &mut mentioned);
            }
            ComponentEntityType::Instance(_) => line.push_str("interface"),
            ComponentEntityType::Module(_) => line.push_str("core module"),
            ComponentEntityType::Value(_) => line.push_str("value"),
            ComponentEntityType::Component(_) => line.push_str("component"),
        }
        let mut definitions = Vec::new();
        while let Some((id, name)) = mentioned.next() {
            definitions.push(self.definition(name, id, &mut mentioned));
        }
        Rendered { line: shortened(line), definitions }
    }

    fn func(&self, out: &mut String, id: ComponentFuncTypeId, mentioned: &mut Mentioned<'a>) {
        let func = &self.component[id];
        out.push_str(if func.async_ { "async func(" } else { "func(" });
        let params = func.params.iter();
        self.list(out, params, mentioned, |this, out, (name, ty), seen| {
            let _ = write!(out, "{name}: ");
            this.value(out, *ty, seen);
        });
        out.push(')');
        if let Some(result) = func.result {
            out.push_str(" -> ");
            self.value(out, result, mentioned);
        }
    }

    /// `record order { … }`: the type behind a name, whose own parts are named again.
    fn definition(&self, name: &str, id: ComponentAnyTypeId, mentioned: &mut Mentioned<'a>) -> String {
        let mut out = String::new();
        match id {
            ComponentAnyTypeId::Defined(defined) => {
                let ty = &self.component[defined];
                match keyword(ty) {
                    Some(keyword) => {
                        let _ = write!(out, "{keyword} {name} ");
                        self.body(&mut out, ty, mentioned);
                    }
                    None => {
                        let _ = write!(out, "type {name} = ");
                        self.defined(&mut out, ty, mentioned);
                    }
                }
            }
            ComponentAnyTypeId::Resource(_) => {
                let _ = write!(out, "resource {name}");
            }
            ComponentAnyTypeId::Func(_) | ComponentAnyTypeId::Instance(_) | ComponentAnyTypeId::Component(_) => {
                let _ = write!(out, "type {name}");
            }
        }
        shortened(out)
    }

    fn value(&self, out: &mut String, ty: ComponentValType, mentioned: &mut Mentioned<'a>) {
        match ty {
            // What is cut off in the end need not be written: this bounds types that double at each level.
            _ if out.len() > LENGTH => {}
            ComponentValType::Primitive(ty) => {
                let _ = write!(out, "{ty}");
            }
            ComponentValType::Type(id) => match self.names.get(&id.into()) {
                Some(name) => {
                    out.push_str(name);
                    mentioned.add(id.into(), name);
                }
                None => self.defined(out, &self.component[id], mentioned),
            },
        }
    }

    fn defined(&self, out: &mut String, ty: &ComponentDefinedType, mentioned: &mut Mentioned<'a>) {
        match ty {
            ComponentDefinedType::Primitive(ty) => {
                let _ = write!(out, "{ty}");
            }
            ComponentDefinedType::Record(_)
            | ComponentDefinedType::Variant(_)
            | ComponentDefinedType::Flags(_)
            | ComponentDefinedType::Enum(_) => {
                let _ = write!(out, "{} ", keyword(ty).unwrap_or_default());
                self.body(out, ty, mentioned);
            }
            ComponentDefinedType::List { element, .. } => {
                self.generic(out, "list", &[Some(*element)], mentioned);
            }
            ComponentDefinedType::Map { key, value, .. } => {
                self.generic(out, "map", &[Some(*key), Some(*value)], mentioned);
            }
            ComponentDefinedType::FixedLengthList { element, length, .. } => {
                out.push_str("list<");
                self.value(out, *element, mentioned);
                let _ = write!(out, ", {length}>");
            }
            ComponentDefinedType::Tuple(tuple) => {
                let types: Vec<_> = tuple.types.iter().map(|ty| Some(*ty)).collect();
                self.generic(out, "tuple", &types, mentioned);
            }
            ComponentDefinedType::Option { ty, .. } => {
                self.generic(out, "option", &[Some(*ty)], mentioned);
            }
            ComponentDefinedType::Result { ok, err, .. } => match (ok, err) {
                (None, None) => out.push_str("result"),
                (ok, None) => self.generic(out, "result", &[*ok], mentioned),
                (ok, err) => self.generic(out, "result", &[*ok, *err], mentioned),
            },
            ComponentDefinedType::Own(id) => self.resource(out, *id, mentioned),
            ComponentDefinedType::Borrow(id) => {
                out.push_str("borrow<");
                self.resource(out, *id, mentioned);
                out.push('>');
            }
            ComponentDefinedType::Future { ty: None, .. } => out.push_str("future"),
            ComponentDefinedType::Future { ty, .. } => {
                self.generic(out, "future", &[*ty], mentioned);
            }
            ComponentDefinedType::Stream { ty: None, .. } => out.push_str("stream"),
            ComponentDefinedType::Stream { ty, .. } => {
                self.generic(out, "stream", &[*ty], mentioned);
            }
        }
    }

    /// The part in braces of a type that has a keyword of its own.
    fn body(&self, out: &mut String, ty: &ComponentDefinedType, mentioned: &mut Mentioned<'a>) {
        out.push_str("{ ");
        match ty {
            ComponentDefinedType::Record(record) => {
                let fields = record.fields.iter();
                self.list(out, fields, mentioned, |this, out, (name, ty), seen| {
                    let _ = write!(out, "{name}: ");
                    this.value(out, *ty, seen);
                });
            }
            ComponentDefinedType::Variant(variant) => {
                let cases = variant.cases.iter();
                self.list(out, cases, mentioned, |this, out, (name, case), seen| {
                    let _ = write!(out, "{name}");
                    if let Some(ty) = case.ty {
                        out.push('(');
                        this.value(out, ty, seen);
                        out.push(')');
                    }
                });
            }
            ComponentDefinedType::Flags(names) | ComponentDefinedType::Enum(names) => {
                self.list(out, names.iter(), mentioned, |_, out, name, _| {
                    let _ = write!(out, "{name}");
                });
            }
            _ => {}
        }
        out.push_str(" }");
    }

    fn generic(&self, out: &mut String, name: &str, types: &[Option<ComponentValType>], mentioned: &mut Mentioned<'a>) {
        let _ = write!(out, "{name}<");
        self.list(out, types.iter(), mentioned, |this, out, ty, seen| match ty {
            Some(ty) => this.value(out, *ty, seen),
            None => out.push('_'),
        });
        out.push('>');
    }

    /// In WIT an own handle is written as the resource itself.
    fn resource(&self, out: &mut String, id: AliasableResourceId, mentioned: &mut Mentioned<'a>) {
        let name = self.names.get(&id.into()).copied().unwrap_or("resource");
        mentioned.add(id.into(), name);
        out.push_str(name);
    }

    fn list<T>(
        &self,
        out: &mut String,
        items: impl Iterator<Item = T>,
        mentioned: &mut Mentioned<'a>,
        mut write: impl FnMut(&Self, &mut String, T, &mut Mentioned<'a>),
    ) {
        for (index, item) in items.enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            if out.len() > LENGTH {
                return;
            }
            write(self, out, item, mentioned);
        }
    }
}

/// Named types that are still to be defined, each once.
#[derive(Default)]
struct Mentioned<'a> {
    seen: BTreeSet<ComponentAnyTypeId>,
    open: std::collections::VecDeque<(ComponentAnyTypeId, &'a str)>,
}

impl<'a> Mentioned<'a> {
    fn add(&mut self, id: ComponentAnyTypeId, name: &'a str) {
        if self.seen.insert(id) {
            self.open.push_back((id, name));
        }
    }

    fn next(&mut self) -> Option<(ComponentAnyTypeId, &'a str)> {
        self.open.pop_front()
    }
}

fn keyword(ty: &ComponentDefinedType) -> Option<&'static str> {
    match ty {
        ComponentDefinedType::Record(_) => Some("record"),
        ComponentDefinedType::Variant(_) => Some("variant"),
        ComponentDefinedType::Flags(_) => Some("flags"),
        ComponentDefinedType::Enum(_) => Some("enum"),
        ComponentDefinedType::Primitive(_)
        | ComponentDefinedType::List { .. }
        | ComponentDefinedType::Map { .. }
        | ComponentDefinedType::FixedLengthList { .. }
        | ComponentDefinedType::Tuple(_)
        | ComponentDefinedType::Option { .. }
        | ComponentDefinedType::Result { .. }
        | ComponentDefinedType::Own(_)
        | ComponentDefinedType::Borrow(_)
        | ComponentDefinedType::Future { .. }
        | ComponentDefinedType::Stream { .. } => None,
    }
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
