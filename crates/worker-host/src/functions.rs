//! The exported functions of a component, by name: [`FunctionTable`], made once for each component.
//!
//! Calls between workers need a function's full name, and a world's own function without braces, as on Golem
//! ([`FunctionTable::resolve`]). On the command line a name can be short where it is unique ([`FunctionTable::find`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use wasmtime::Engine;
use wasmtime::component::types::{ComponentFunc, ComponentItem};
use wasmtime::component::{Component, ComponentExportIndex, Type};

use crate::function_name::{FunctionName, FunctionNameError, Item};
use crate::similar_names::{quoted, similar_names};
use crate::value::unsupported;
use crate::wave::{self, ResourceNames};

/// One exported function, or a resource's drop.
#[derive(Debug)]
pub struct Function {
    name: FunctionName,
    pub(crate) target: Target,
    resources: Arc<ResourceNames>,
}

/// What a call of a [`Function`] does.
#[derive(Debug)]
pub(crate) enum Target {
    /// Calls the export; its type before instantiation.
    Call(ComponentExportIndex, ComponentFunc),
    /// Drops a resource of the exported type.
    Drop(ComponentExportIndex),
}

/// Why a name leads to no function.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FunctionError {
    /// The name is invalid.
    #[error(transparent)]
    Name(#[from] FunctionNameError),
    /// The function does not exist.
    #[error("component `{component}` has no function `{name}`{}", similar_names_suffix(similar))]
    Unknown {
        /// The component's id.
        component: String,
        /// The given name.
        name: String,
        /// The most similar names that exist.
        similar: Vec<String>,
    },
    /// Several functions have the short name.
    #[error("`{name}` is ambiguous in component `{component}`: it matches {}", quoted(candidates))]
    Ambiguous {
        /// The component's id.
        component: String,
        /// The given name.
        name: String,
        /// The functions that it can mean.
        candidates: Vec<String>,
    },
    /// A value of the function's type cannot cross workers.
    #[error("function `{name}` cannot be called from outside: its type contains `{what}`")]
    Unsupported {
        /// The function.
        name: String,
        /// `stream`, `future` or `error-context`.
        what: &'static str,
    },
}

impl FunctionError {
    /// The given name.
    pub(crate) fn name(&self) -> &str {
        match self {
            FunctionError::Name(error) => &error.given,
            FunctionError::Unknown { name, .. }
            | FunctionError::Ambiguous { name, .. }
            | FunctionError::Unsupported { name, .. } => name,
        }
    }
}

fn similar_names_suffix(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!(" (similar: {})", quoted(names)) }
}

impl Function {
    /// The full name.
    pub fn name(&self) -> &FunctionName {
        &self.name
    }

    /// The names and types of the parameters, the handle of a method first; none for a drop.
    pub fn params(&self) -> Option<Vec<(String, Type)>> {
        match &self.target {
            Target::Call(_, ty) => {
                let params = ty.params().map(|(name, ty)| (name.to_owned(), ty));
                Some(params.collect())
            }
            Target::Drop(_) => None,
        }
    }

    /// The number of parameters. A drop has one, the handle.
    pub fn arity(&self) -> usize {
        match &self.target {
            Target::Call(_, ty) => ty.params().len(),
            Target::Drop(_) => 1,
        }
    }

    /// The result's type.
    pub fn result(&self) -> Option<Type> {
        match &self.target {
            Target::Call(_, ty) => ty.results().next(),
            Target::Drop(_) => None,
        }
    }

    /// The signature in WIT, without the name: `func(a: u32) -> string`.
    pub fn signature(&self) -> String {
        let params = self.params().unwrap_or_default();
        let params: Vec<String> = params.iter().map(|(name, ty)| format!("{name}: {}", self.type_text(ty))).collect();
        let result = self.result().map(|ty| format!(" -> {}", self.type_text(&ty))).unwrap_or_default();
        format!("func({}){result}", params.join(", "))
    }

    /// A type in WIT, with the names of the component's resources.
    pub(crate) fn type_text(&self, ty: &Type) -> String {
        wave::type_text(ty, &self.resources)
    }

    /// A call with values of the parameters' types, as it can be written for `worker`: `f(1, "text")`.
    pub fn example(&self, worker: &str) -> String {
        let params = self.params().unwrap_or_default();
        let arguments: Vec<String> = params.iter().map(|(_, ty)| wave::example(ty, worker)).collect();
        format!("{}({})", self.name, arguments.join(", "))
    }

    /// Checks the number of arguments; an error is the message.
    pub(crate) fn check_arity(&self, given: usize) -> Result<(), String> {
        if self.arity() == given {
            return Ok(());
        }
        let plural = if self.arity() == 1 { "" } else { "s" };
        let names: Vec<String> = match self.params() {
            Some(params) => params.into_iter().map(|(name, _)| name).collect(),
            None => vec!["self".to_owned()],
        };
        let names = match names.len() {
            0 => String::new(),
            _ => format!(" ({})", quoted(&names)),
        };
        Err(format!("`{}`: expected {} parameter{plural}{names}, got {given}", self.name, self.arity()))
    }
}

/// A component's functions by name.
#[derive(Debug)]
pub(crate) struct FunctionTable {
    component: String,
    /// By interface and by the name in the binary; a drop is `[drop]res`.
    functions: BTreeMap<(Option<String>, String), Arc<Function>>,
}

impl FunctionTable {
    pub(crate) fn new(id: &str, engine: &Engine, component: &Component) -> Self {
        let resources = Arc::new(resource_names(engine, component));
        let mut functions = BTreeMap::new();
        let mut add = |interface: Option<&str>, name: &str, item: &ComponentItem| {
            let instance = interface.and_then(|interface| component.get_export_index(None, interface));
            let Some(index) = component.get_export_index(instance.as_ref(), name) else {
                return;
            };
            let interface = interface.map(str::to_owned);
            if let Some((key, function)) = entry(interface, name, item, index, &resources) {
                functions.insert(key, Arc::new(function));
            }
        };
        let ty = component.component_type();
        for (name, export) in ty.exports(engine) {
            if let ComponentItem::ComponentInstance(instance) = &export.ty {
                for (item, export) in instance.exports(engine) {
                    add(Some(name), item, &export.ty);
                }
            } else {
                add(None, name, &export.ty);
            }
        }
        FunctionTable { component: id.to_owned(), functions }
    }

    /// The function with this full name, as Golem spells it.
    pub(crate) fn resolve(&self, text: &str) -> Result<Arc<Function>, FunctionError> {
        let name = FunctionName::parse(text)?;
        let is_in_braces = matches!((&name.interface, &name.item), (None, Item::Free(function)) if function != text);
        let found = if is_in_braces { None } else { self.exact(&name) };
        supported(found.ok_or_else(|| self.unknown(text))?)
    }

    fn exact(&self, name: &FunctionName) -> Option<&Arc<Function>> {
        candidates(&name.item).into_iter().find_map(|item| {
            let key = (name.interface.clone(), item);
            self.functions.get(&key)
        })
    }

    /// The function with this full or short name.
    pub(crate) fn find(&self, text: &str) -> Result<Arc<Function>, FunctionError> {
        let name = FunctionName::parse(text)?;
        if let Some(found) = self.exact(&name) {
            return supported(found);
        }
        let items = candidates(&name.item);
        let matches = |(interface, item): &(Option<String>, String)| {
            items.contains(item) && is_short_for(name.interface.as_deref(), interface.as_deref())
        };
        let found = self.functions.iter().filter(|(key, _)| matches(key));
        let found: Vec<&Arc<Function>> = found.map(|(_, function)| function).collect();
        match found[..] {
            [] => Err(self.unknown(text)),
            [function] => supported(function),
            _ => Err(FunctionError::Ambiguous {
                component: self.component.clone(),
                name: text.to_owned(),
                candidates: found.iter().map(|f| f.name.to_string()).collect(),
            }),
        }
    }

    /// All functions except drops.
    pub(crate) fn all(&self) -> Vec<Arc<Function>> {
        let functions = self.functions.values();
        functions.filter(|function| matches!(function.target, Target::Call(..))).cloned().collect()
    }

    /// The full names of all functions except drops.
    fn names(&self) -> Vec<String> {
        self.all().iter().map(|function| function.name.to_string()).collect()
    }

    fn unknown(&self, text: &str) -> FunctionError {
        let names = self.names();
        // compare a name without its interface with other such names
        let is_short = !text.contains('{');
        let shown = |name: &str| match name.rsplit_once('{') {
            Some((_, item)) if is_short => item.trim_end_matches('}').to_owned(),
            _ => name.to_owned(),
        };
        let shown: BTreeSet<String> = names.iter().map(|name| shown(name)).collect();
        let similar = similar_names(text, shown.iter().map(String::as_str));
        let full_names = similar.iter().flat_map(|similar| {
            let ends = [format!("{{{similar}}}"), (*similar).to_owned()];
            names.iter().filter(move |name| **name == ends[1] || name.ends_with(&ends[0]))
        });
        FunctionError::Unknown {
            component: self.component.clone(),
            name: text.to_owned(),
            similar: full_names.take(4).cloned().collect(),
        }
    }
}

type Entry = ((Option<String>, String), Function);

/// The resources that the component exports, at its top or in an interface.
fn resource_names(engine: &Engine, component: &Component) -> ResourceNames {
    let mut names = ResourceNames::default();
    let ty = component.component_type();
    for (name, export) in ty.exports(engine) {
        match &export.ty {
            ComponentItem::Resource(resource) => names.add(*resource, name),
            ComponentItem::ComponentInstance(instance) => {
                for (name, export) in instance.exports(engine) {
                    if let ComponentItem::Resource(resource) = &export.ty {
                        names.add(*resource, name);
                    }
                }
            }
            _ => {}
        }
    }
    names
}

/// The table's entry for an export, if that is a function or a resource.
fn entry(
    interface: Option<String>,
    name: &str,
    item: &ComponentItem,
    index: ComponentExportIndex,
    resources: &Arc<ResourceNames>,
) -> Option<Entry> {
    let (key, item, target) = match item {
        ComponentItem::ComponentFunc(ty) => {
            let item = FunctionName::parse(&format!("{{{name}}}")).ok()?.item;
            (name.to_owned(), item, Target::Call(index, ty.clone()))
        }
        ComponentItem::Resource(_) => {
            let item = Item::Drop(name.to_owned());
            (format!("[drop]{name}"), item, Target::Drop(index))
        }
        ComponentItem::CoreFunc(_)
        | ComponentItem::Module(_)
        | ComponentItem::Component(_)
        | ComponentItem::ComponentInstance(_)
        | ComponentItem::Type(_) => return None,
    };
    let name = FunctionName { interface: interface.clone(), item: contract_spelling(item) };
    Some(((interface, key), Function { name, target, resources: Arc::clone(resources) }))
}

/// `res.f` for a method or a static function, unless `res.f` has another meaning.
fn contract_spelling(item: Item) -> Item {
    match item {
        Item::Method { resource, function } | Item::Static { resource, function }
            if function != "drop" && function != "new" =>
        {
            Item::Member { resource, function }
        }
        other => other,
    }
}

/// The names that an item can have in the binary, the preferred first.
fn candidates(item: &Item) -> Vec<String> {
    match item {
        Item::Free(function) => vec![function.clone()],
        Item::Member { resource, function } => {
            let mut names = vec![format!("[method]{resource}.{function}"), format!("[static]{resource}.{function}")];
            if function == "new" {
                names.insert(0, format!("[constructor]{resource}"));
            }
            names
        }
        Item::Constructor(resource) => vec![format!("[constructor]{resource}")],
        Item::Method { resource, function } => vec![format!("[method]{resource}.{function}")],
        Item::Static { resource, function } => vec![format!("[static]{resource}.{function}")],
        Item::Drop(resource) => vec![format!("[drop]{resource}")],
    }
}

/// Whether `short` is a short form of the interface's name: none, `iface`, `ns:name/iface` or the full name.
fn is_short_for(short: Option<&str>, interface: Option<&str>) -> bool {
    let (Some(short), Some(interface)) = (short, interface) else {
        return short.is_none();
    };
    let unversioned = interface.split('@').next().unwrap_or(interface);
    let last = unversioned.rsplit('/').next().unwrap_or(unversioned);
    [interface, unversioned, last].contains(&short)
}

fn supported(function: &Arc<Function>) -> Result<Arc<Function>, FunctionError> {
    let params = function.params().into_iter().flatten();
    let types = params.map(|(_, ty)| ty).chain(function.result());
    match types.into_iter().find_map(|ty| unsupported(&ty)) {
        Some(what) => Err(FunctionError::Unsupported { name: function.name.to_string(), what }),
        None => Ok(Arc::clone(function)),
    }
}
