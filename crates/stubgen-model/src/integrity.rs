//! Whether a `Resolve` can be printed, if anybody may have made it: all fields of its parts are public.
//!
//! The printer indexes arenas, recurses into unnamed types and writes names as they are. So an identifier of another
//! `Resolve` panics, a type that contains itself overflows the stack, and a name with a space changes the meaning of the
//! text. These are refused here. What is merely inconsistent is a text that the parser reads or refuses.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;

use crate::types::{member_types, members};
use indexmap::IndexSet;
use wit_parser::{
    Function, FunctionKind, Handle, Interface, InterfaceId, PackageId, Resolve, Type, TypeDef, TypeDefKind, TypeId,
    TypeOwner, World, WorldId, WorldItem, WorldKey, validate_id,
};

/// The deepest nesting of unnamed types that is printed; the parser allows less.
const MAX_DEPTH: usize = 200;

/// The most unnamed types that are printed, each as often as it is used.
const MAX_PRINTED: usize = 10_000_000;

/// The packages that the package of `world` needs, itself the first.
///
/// # Errors
///
/// What is wrong with one of them.
pub(crate) fn check(resolve: &Resolve, world: WorldId) -> Result<IndexSet<PackageId>, String> {
    let mut walk = Walk { resolve, found: IndexSet::new() };
    let package = walk.get_world(world)?.package.ok_or("the world belongs to no package")?;
    walk.found.insert(Item::Package(package));
    let mut next = 0;
    while let Some(item) = walk.found.get_index(next).copied() {
        next += 1;
        walk.item(item)?;
    }
    let is_listed = resolve.packages[package].worlds.values().any(|id| *id == world);
    if !is_listed {
        return Err(format!("the package of the world `{}` does not contain it", resolve.worlds[world].name));
    }
    let types = walk.found.iter().filter_map(|item| match item {
        Item::Type(id) => Some(*id),
        Item::Package(_) | Item::World(_) | Item::Interface(_) => None,
    });
    check_sizes(resolve, types)?;
    let packages = walk.found.iter().filter_map(|item| match item {
        Item::Package(id) => Some(*id),
        Item::World(_) | Item::Interface(_) | Item::Type(_) => None,
    });
    Ok(packages.collect())
}

/// Checks all of `resolve`, and that no package and no interface needs itself.
pub(crate) fn check_all(resolve: &Resolve) -> Result<(), String> {
    let packages = resolve.packages.iter().map(|(id, _)| Item::Package(id));
    let worlds = resolve.worlds.iter().map(|(id, _)| Item::World(id));
    let interfaces = resolve.interfaces.iter().map(|(id, _)| Item::Interface(id));
    let types = resolve.types.iter().map(|(id, _)| Item::Type(id));
    let found: IndexSet<Item> = packages.chain(worlds).chain(interfaces).chain(types).collect();
    let mut walk = Walk { resolve, found };
    let mut next = 0;
    while let Some(item) = walk.found.get_index(next).copied() {
        next += 1;
        walk.item(item)?;
    }
    check_sizes(resolve, resolve.types.iter().map(|(id, _)| id))?;
    match cycle(resolve) {
        Some(name) => Err(format!("`{name}` needs itself")),
        None => Ok(()),
    }
}

/// A package or an interface that needs itself, directly or not.
pub(crate) fn cycle(resolve: &Resolve) -> Option<String> {
    let packages = resolve.packages.iter().map(|(id, _)| id).collect();
    let package = first_in_cycle(packages, |id| resolve.package_direct_deps(id).collect());
    let interfaces = resolve.interfaces.iter().map(|(id, _)| id).collect();
    let interface = || first_in_cycle(interfaces, |id| resolve.interface_direct_deps(id).collect());
    let package = package.map(|id| resolve.packages[id].name.to_string());
    package.or_else(|| interface().map(|id| resolve.id_of(id).unwrap_or_default()))
}

/// The first of `all` that needs itself, directly or not, or is between two such items.
fn first_in_cycle<T: Copy + Ord + Hash>(all: Vec<T>, needs: impl Fn(T) -> Vec<T>) -> Option<T> {
    // An item that nothing needs is in no cycle. Without it, others are not needed, either.
    let mut users: HashMap<T, usize> = all.iter().map(|id| (*id, 0)).collect();
    for id in all.iter().flat_map(|id| needs(*id)) {
        *users.entry(id).or_default() += 1;
    }
    let mut free: Vec<T> = all.into_iter().filter(|id| users[id] == 0).collect();
    while let Some(id) = free.pop() {
        users.remove(&id);
        for needed in needs(id) {
            if let Some(count) = users.get_mut(&needed) {
                *count -= 1;
                if *count == 0 {
                    free.push(needed);
                }
            }
        }
    }
    // What is left also has items that a cycle needs.
    let mut left: BTreeSet<T> = users.into_keys().collect();
    loop {
        let outside = |id: &T| !needs(*id).iter().any(|needed| left.contains(needed));
        let ends: Vec<T> = left.iter().copied().filter(outside).collect();
        if ends.is_empty() {
            return left.pop_first();
        }
        ends.iter().for_each(|id| _ = left.remove(id));
    }
}

/// A part of a `Resolve`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Package(PackageId),
    World(WorldId),
    Interface(InterfaceId),
    Type(TypeId),
}

/// Everything that is reachable.
struct Walk<'a> {
    resolve: &'a Resolve,
    found: IndexSet<Item>,
}

impl<'a> Walk<'a> {
    fn get_world(&self, id: WorldId) -> Result<&'a World, String> {
        self.resolve.worlds.get(id).ok_or_else(|| foreign("a world"))
    }

    fn get_interface(&self, id: InterfaceId) -> Result<&'a Interface, String> {
        self.resolve.interfaces.get(id).ok_or_else(|| foreign("an interface"))
    }

    fn get_type(&self, id: TypeId) -> Result<&'a TypeDef, String> {
        self.resolve.types.get(id).ok_or_else(|| foreign("a type"))
    }

    fn item(&mut self, item: Item) -> Result<(), String> {
        match item {
            Item::Package(id) => self.package(id),
            Item::World(id) => self.world(id),
            Item::Interface(id) => self.interface(id),
            Item::Type(id) => self.ty(id),
        }
    }

    fn package(&mut self, id: PackageId) -> Result<(), String> {
        let package = self.resolve.packages.get(id).ok_or_else(|| foreign("a package"))?;
        package.name.namespace.split(':').try_for_each(check_name)?;
        check_name(&package.name.name)?;
        for (name, id) in &package.interfaces {
            check_same(name, self.get_interface(*id)?.name.as_deref())?;
            self.found.insert(Item::Interface(*id));
        }
        for (name, id) in &package.worlds {
            check_same(name, Some(&self.get_world(*id)?.name))?;
            self.found.insert(Item::World(*id));
        }
        Ok(())
    }

    fn world(&mut self, id: WorldId) -> Result<(), String> {
        let world = self.get_world(id)?;
        check_name(&world.name)?;
        self.found.extend(world.package.map(Item::Package));
        for (key, item) in world.imports.iter().chain(&world.exports) {
            match (key, item) {
                (WorldKey::Interface(key), WorldItem::Interface { id, .. }) if key == id => {
                    let interface = self.get_interface(*id)?;
                    if interface.name.is_none() || interface.package.is_none() {
                        return Err("a world refers to an interface without a name by its identifier".to_string());
                    }
                    self.found.insert(Item::Interface(*id));
                }
                (WorldKey::Name(name), WorldItem::Interface { id, .. }) => {
                    check_name(name)?;
                    self.found.insert(Item::Interface(*id));
                }
                (WorldKey::Name(name), WorldItem::Function(function)) => {
                    check_same(name, Some(&function.name))?;
                    self.function(function, TypeOwner::World(id))?;
                }
                (WorldKey::Name(name), WorldItem::Type { id, .. }) => {
                    check_same(name, self.get_type(*id)?.name.as_deref())?;
                    self.found.insert(Item::Type(*id));
                }
                (WorldKey::Interface(_), _) => {
                    return Err("an item of a world has the key of another item".to_string());
                }
            }
        }
        match world.exports.values().any(|item| matches!(item, WorldItem::Type { .. })) {
            true => Err(format!("the world `{}` exports a type", world.name)),
            false => Ok(()),
        }
    }

    fn interface(&mut self, id: InterfaceId) -> Result<(), String> {
        let interface = self.get_interface(id)?;
        interface.name.iter().try_for_each(|name| check_name(name))?;
        let package = interface.package.ok_or("an interface belongs to no package")?;
        self.found.insert(Item::Package(package));
        if let Some(origin) = interface.clone_of {
            self.get_interface(origin)?;
        }
        for (name, id) in &interface.types {
            check_same(name, self.get_type(*id)?.name.as_deref())?;
            self.found.insert(Item::Type(*id));
        }
        for (name, function) in &interface.functions {
            check_same(name, Some(&function.name))?;
            self.function(function, TypeOwner::Interface(id))?;
        }
        Ok(())
    }

    fn function(&mut self, function: &Function, owner: TypeOwner) -> Result<(), String> {
        let name = function.name.as_str();
        let item = match function.kind {
            FunctionKind::Freestanding | FunctionKind::AsyncFreestanding => Some(name),
            FunctionKind::Getter | FunctionKind::Setter => name.split_once(']').map(|(_, item)| item),
            FunctionKind::Constructor(_) => name.strip_prefix("[constructor]"),
            FunctionKind::Method(_)
            | FunctionKind::Static(_)
            | FunctionKind::AsyncMethod(_)
            | FunctionKind::AsyncStatic(_)
            | FunctionKind::MethodGetter(_)
            | FunctionKind::MethodSetter(_)
            | FunctionKind::StaticGetter(_)
            | FunctionKind::StaticSetter(_) => name.split_once('.').map(|(_, item)| item),
        };
        check_name(item.unwrap_or(name))?;
        if item.is_none() {
            return Err(format!("`{name}` is not the name of a function of a resource"));
        }
        if let Some(resource) = function.kind.resource() {
            let definition = self.get_type(resource)?;
            let named = name.split_once(']').map(|(_, rest)| rest.split('.').next().unwrap_or_default());
            let is_right = matches!(definition.kind, TypeDefKind::Resource) && definition.owner == owner;
            if !is_right || named.is_none() || named != definition.name.as_deref() {
                return Err(format!("`{name}` is not a function of a resource beside it"));
            }
            self.found.insert(Item::Type(resource));
        }
        for param in &function.params {
            check_name(&param.name)?;
        }
        self.references(function.params.iter().map(|param| param.ty).chain(function.result))
    }

    fn ty(&mut self, id: TypeId) -> Result<(), String> {
        let definition = self.get_type(id)?;
        definition.name.iter().try_for_each(|name| check_name(name))?;
        members(&definition.kind).iter().filter_map(|member| member.name).try_for_each(check_name)?;
        let owner = match definition.owner {
            TypeOwner::Interface(id) => Some(Item::Interface(id)),
            TypeOwner::World(id) => Some(Item::World(id)),
            TypeOwner::None => None,
        };
        if owner.is_none() && definition.name.is_some() {
            return Err(format!("the type `{}` belongs to no interface and no world", name_of(definition)));
        }
        self.found.extend(owner);
        match &definition.kind {
            TypeDefKind::Unknown => return Err(format!("the type `{}` is unknown", name_of(definition))),
            TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => {
                if self.get_type(*resource)?.name.is_none() {
                    return Err("a handle is one of a type without a name".to_string());
                }
                self.found.insert(Item::Type(*resource));
            }
            TypeDefKind::Type(Type::Id(used)) => self.used(definition, *used)?,
            _ => {}
        }
        self.references(member_types(&definition.kind))
    }

    /// Checks a type that an alias refers to: only those of interfaces can be used elsewhere.
    fn used(&self, user: &TypeDef, used: TypeId) -> Result<(), String> {
        let owner = self.get_type(used)?.owner;
        match owner {
            TypeOwner::World(_) | TypeOwner::None if user.name.is_some() && owner != user.owner => {
                Err(format!("the type `{}` refers to a type that only its own world has", name_of(user)))
            }
            TypeOwner::Interface(_) | TypeOwner::World(_) | TypeOwner::None => Ok(()),
        }
    }

    fn references(&mut self, types: impl Iterator<Item = Type>) -> Result<(), String> {
        for ty in types {
            if let Type::Id(id) = ty {
                self.get_type(id)?;
                self.found.insert(Item::Type(id));
            }
        }
        Ok(())
    }
}

/// The name of a type in a message.
fn name_of(definition: &TypeDef) -> &str {
    definition.name.as_deref().unwrap_or("_")
}

fn foreign(kind: &str) -> String {
    format!("it refers to {kind} that it does not contain")
}

fn check_name(name: &str) -> Result<(), String> {
    validate_id(name).map_err(|_| format!("{name:?} is not a name in WIT"))
}

/// Checks the name of an item against that under which it is found.
fn check_same(key: &str, name: Option<&str>) -> Result<(), String> {
    match name {
        Some(name) if name == key => Ok(()),
        name => Err(format!("{key:?} is an item with another name, {:?}", name.unwrap_or_default())),
    }
}

/// The unnamed types that are printed for one reference to a type.
#[derive(Debug, Clone, Copy)]
struct Printed {
    depth: usize,
    count: usize,
}

/// Checks that no type contains itself, and that unnamed types are neither too deep nor too many.
fn check_sizes(resolve: &Resolve, types: impl Iterator<Item = TypeId>) -> Result<(), String> {
    let mut known: HashMap<TypeId, Printed> = HashMap::new();
    let mut open: HashSet<TypeId> = HashSet::new();
    let mut total: usize = 0;
    for root in types {
        let mut stack = vec![root];
        while let Some(id) = stack.last().copied() {
            let parts = references(&resolve.types[id].kind);
            let unknown: Vec<_> = parts.iter().copied().filter(|part| !known.contains_key(part)).collect();
            if known.contains_key(&id) {
                stack.pop();
            } else if unknown.is_empty() {
                let printed = printed(resolve, id, &parts, &known)?;
                total = total.saturating_add(printed.count);
                known.insert(id, printed);
                open.remove(&id);
                stack.pop();
            } else if open.insert(id) {
                stack.extend(unknown);
            } else {
                return Err(format!("the type `{}` contains itself", name_of(&resolve.types[id])));
            }
        }
    }
    match total > MAX_PRINTED {
        true => Err("its types are too large".to_string()),
        false => Ok(()),
    }
}

/// What is printed for a type with these `parts`: for one with a name, nothing but the name where it is used.
fn printed(
    resolve: &Resolve,
    id: TypeId,
    parts: &[TypeId],
    known: &HashMap<TypeId, Printed>,
) -> Result<Printed, String> {
    let mut whole = Printed { depth: 1, count: 1 };
    let unnamed = parts.iter().filter(|part| resolve.types[**part].name.is_none());
    for part in unnamed.map(|part| known[part]) {
        whole.depth = whole.depth.max(part.depth + 1);
        whole.count = whole.count.saturating_add(part.count);
    }
    match whole {
        Printed { depth, .. } if depth > MAX_DEPTH => {
            Err(format!("the type `{}` is nested too deep", name_of(&resolve.types[id])))
        }
        Printed { count, .. } if count > MAX_PRINTED => {
            Err(format!("the type `{}` is too large", name_of(&resolve.types[id])))
        }
        printed => Ok(printed),
    }
}

/// The types that a definition refers to.
fn references(kind: &TypeDefKind) -> Vec<TypeId> {
    let handle = match kind {
        TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => Some(*resource),
        _ => None,
    };
    let members = member_types(kind).filter_map(|ty| match ty {
        Type::Id(id) => Some(id),
        _ => None,
    });
    members.chain(handle).collect()
}
