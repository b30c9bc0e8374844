//! Stubs whose types come from the caller itself: the stub of A in A, of B in A if B uses types of A, and longer cycles.
//!
//! WIT packages must not depend on each other in a cycle. The interfaces of the packages that depend on the caller's package
//! move into the stub's own package, under their names (`api`; `b-api` if two have that name):
//!
//! ```text
//! a ─imports─> b-stub ─uses─> b/api ─uses─> a/api        becomes        a ─imports─> b-stub { b-api, a-api, stub-b }
//! ```
//!
//! The caller's own types do not change. Components compare types by structure, so a stub that was built with `b/api` still
//! fits the caller.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use wasm_rpc_stubgen_model::{WitContent, WitPackage, reachable};
use wit_parser::{InterfaceId, PackageId, PackageName, Resolve, Type};

use super::error::AddStubError;
use super::required::{RequiredPackage, Role};
use super::stub::Stub;

/// Refuses a stub, and a target that is another package, with the name of the caller's package.
pub(super) fn check_names(stub: &Stub, caller: &WitPackage) -> Result<(), AddStubError> {
    if *caller.name() == stub.name {
        return Err(AddStubError::SameStubPackage { package: stub.name.to_string(), location: caller.declaration() });
    }
    if *caller.name() != stub.target || is_self(stub, caller) {
        return Ok(());
    }
    Err(AddStubError::SamePackage { package: stub.target.to_string(), location: caller.declaration() })
}

/// Whether the caller has the world that the stub was made from, and the interfaces that the stub uses of it.
fn is_self(stub: &Stub, caller: &WitPackage) -> bool {
    let WitContent::Text(group) = &caller.content else {
        return false;
    };
    let interface = stub.resolve.interfaces[stub.interface].name.as_deref().unwrap_or_default();
    let world = interface.strip_prefix("stub-").unwrap_or(interface);
    let used = stub.used_interfaces();
    let of_target = used.iter().filter(|(package, _)| stub.resolve.packages[**package].name == stub.target);
    let mut interfaces = of_target.flat_map(|(_, interfaces)| interfaces);
    // The caller's package may not resolve yet: compare names.
    let has = |id: &InterfaceId| {
        let wanted = &stub.resolve.interfaces[*id];
        let present = group.main.interfaces.iter().find(|(_, present)| present.name == wanted.name);
        present.is_some_and(|(_, present)| {
            wanted.types.keys().all(|name| present.types.contains_key(name))
                && wanted.functions.keys().all(|name| present.functions.contains_key(name))
        })
    };
    group.main.worlds.iter().any(|(_, present)| present.name == world) && interfaces.all(has)
}

/// The packages to add: first the stub's own, with the interfaces that move into it. They get none of the names `taken`.
pub(super) fn required_packages(
    stub: &mut Stub,
    caller: &PackageName,
    taken: &BTreeSet<String>,
) -> Vec<RequiredPackage> {
    let mut used = stub.used_interfaces();
    let cycle = packages_in_cycle(&stub.resolve, &used, caller);
    let moved: Vec<InterfaceId> = cycle.iter().flat_map(|package| used[package].iter().copied()).collect();
    used.retain(|package, _| !cycle.contains(package));
    if !moved.is_empty() {
        keep_used_types(&mut stub.written, stub.interface, &moved);
        move_into(&mut stub.written, stub.package, &moved, taken);
        stub.forget_own_text();
    }
    let own = RequiredPackage {
        role: Role::Own,
        name: stub.name.clone(),
        package: stub.package,
        interfaces: own_interfaces(stub),
        text: stub.own_text(),
    };
    let others = used.into_iter().map(|(package, interfaces)| RequiredPackage {
        role: Role::Used,
        name: stub.resolve.packages[package].name.clone(),
        text: stub.text(package, &interfaces),
        package,
        interfaces,
    });
    std::iter::once(own).chain(others).collect()
}

fn own_interfaces(stub: &Stub) -> IndexSet<InterfaceId> {
    stub.written.packages[stub.package].interfaces.values().copied().collect()
}

/// The caller's package, and the packages that use it.
fn packages_in_cycle(
    resolve: &Resolve,
    required: &IndexMap<PackageId, IndexSet<InterfaceId>>,
    caller: &PackageName,
) -> IndexSet<PackageId> {
    let mut users: IndexMap<PackageId, IndexSet<PackageId>> = IndexMap::new();
    for (package, interfaces) in required {
        let used = interfaces.iter().flat_map(|id| resolve.interface_direct_deps(*id));
        for used in used.filter_map(|id| resolve.interfaces[id].package) {
            users.entry(used).or_default().insert(*package);
        }
    }
    let mut queue: Vec<PackageId> =
        required.keys().copied().filter(|package| resolve.packages[*package].name == *caller).collect();
    let mut cycle = IndexSet::new();
    while let Some(package) = queue.pop() {
        if cycle.insert(package) {
            queue.extend(users.get(&package).into_iter().flatten().copied());
        }
    }
    cycle
}

/// Keeps only the types that the stub interface uses. The functions are never called through these interfaces.
fn keep_used_types(resolve: &mut Resolve, interface: InterfaceId, moved: &[InterfaceId]) {
    let interface = &resolve.interfaces[interface];
    let own = interface.types.values().map(|id| Type::Id(*id));
    let of_functions = interface.functions.values().flat_map(|function| {
        let params = function.params.iter().map(|param| param.ty);
        params.chain(function.result)
    });
    let used = reachable(resolve, own.chain(of_functions));
    for id in moved {
        let interface = &mut resolve.interfaces[*id];
        interface.functions.clear();
        interface.types.retain(|_, ty| used.contains(ty));
    }
}

/// Makes the interfaces parts of `package`.
fn move_into(resolve: &mut Resolve, package: PackageId, moved: &[InterfaceId], taken: &BTreeSet<String>) {
    let names = names(resolve, package, moved, taken);
    for (id, name) in moved.iter().zip(names) {
        let owner = resolve.interfaces[*id].package.expect("it belongs to a package");
        let old = resolve.interfaces[*id].name.clone().expect("a used interface has a name");
        resolve.packages[owner].interfaces.shift_remove(&old);
        resolve.interfaces[*id].package = Some(package);
        resolve.interfaces[*id].name = Some(name.clone());
        resolve.packages[package].interfaces.insert(name, *id);
    }
}

/// Unique names in the package: the interface's own, qualified by its package, or numbered.
fn names(resolve: &Resolve, package: PackageId, moved: &[InterfaceId], taken: &BTreeSet<String>) -> Vec<String> {
    let parts = |id: &InterfaceId| {
        let interface = &resolve.interfaces[*id];
        let owner = &resolve.packages[interface.package.expect("it belongs to a package")].name;
        (interface.name.clone().expect("a used interface has a name"), owner)
    };
    let mut taken = taken.clone();
    taken.extend(resolve.packages[package].interfaces.keys().cloned());
    taken.extend(resolve.packages[package].worlds.keys().cloned());
    let plain: Vec<String> = moved.iter().map(|id| parts(id).0).collect();
    let is_unique = |name: &String| plain.iter().filter(|other| *other == name).count() == 1;
    let mut names = Vec::new();
    for id in moved {
        let (name, owner) = parts(id);
        let qualified = format!("{}-{name}", owner.name);
        let numbered = (2..).map(|number| format!("{qualified}-n{number}"));
        let candidates = is_unique(&name).then_some(name).into_iter().chain([qualified.clone()]).chain(numbered);
        let free = candidates.into_iter().find(|name| !taken.contains(name)).expect("some number is free");
        taken.insert(free.clone());
        names.push(free);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the interfaces of the other packages are called in `n:stub`.
    fn named(source: &str) -> Vec<String> {
        let mut resolve = Resolve::new();
        let stub = resolve.push_source("stub.wit", source).expect("valid WIT");
        let others = resolve.packages.iter().filter(|(id, _)| *id != stub);
        let moved: Vec<_> = others.flat_map(|(_, package)| package.interfaces.values().copied()).collect();
        names(&resolve, stub, &moved, &BTreeSet::new())
    }

    #[test]
    fn an_interface_keeps_a_name_that_is_free() {
        let one = "package n:stub; interface stub-w { } package n:a { interface api { } interface types { } }";
        assert_eq!(named(one), ["api", "types"]);
    }

    #[test]
    fn names_that_are_taken_are_qualified_and_then_numbered() {
        let two =
            "package n:stub; package n:a { interface api { } } package n:b { interface api { } interface one { } }";
        assert_eq!(named(two), ["a-api", "b-api", "one"]);
        let interface = "package n:stub; interface api { } package n:a { interface api { } }";
        assert_eq!(named(interface), ["a-api"]);
        let world = "package n:stub; world api { } interface a-api { } package n:a { interface api { } }";
        assert_eq!(named(world), ["a-api-n2"]);
        let spaces = "package n:stub; package m:a { interface api { } } package n:a { interface api { } }";
        assert_eq!(named(spaces), ["a-api", "a-api-n2"]);
    }
}
