//! The names in a stub's WIT, and the names of the functions that it invokes on the wire.
//!
//! # On the wire
//!
//! | what | name | example |
//! | --- | --- | --- |
//! | function of an interface | `ns:name/iface[@v].{f}` | `shop:cart/api@1.0.0.{add}` |
//! | constructor, method, static | `ns:name/iface[@v].{res.new}`, `.{res.m}` | `shop:cart/api.{cart.new}` |
//! | drop of a resource | `ns:name/iface[@v].{res.drop}` | `shop:cart/api.{cart.drop}` |
//! | function of an inline interface | `iface.{f}` | `inline.{f}` |
//! | function of the world | `f` | `run` |
//! | method or static called `new` or `drop` | `ns:name/iface[@v].{[method]res.new}` | `shop:cart/api.{[static]cart.new}` |
//!
//! The package is the one that owns the interface. These names never collide: the functions of an interface have different
//! names, and `{res.new}` and `{res.drop}` are always the constructor and the drop.
//!
//! # In WIT: the naming rule
//!
//! A name keeps its classic form if it is unique in its scope. Otherwise all items that request it get their owner as a
//! prefix, one step at a time, until the names differ. Names are compared without case and hyphens, as in a component
//! ([`name_key`]): `check-out`, `checkout` and `CHECK-OUT` are one name.
//!
//! | what | classic | then | then | then |
//! | --- | --- | --- | --- | --- |
//! | resource or type of an interface | `t` | `iface-t` | `pkg-iface-t` | `ns-pkg-iface-t`, `ns-pkg-iface-v1x0x0-t` |
//! | resource for an interface | `iface` | `pkg-iface` | `ns-pkg-iface` | `ns-pkg-iface-v1x0x0` |
//! | resource for the world `w` | `w` | `pkg-w` | `ns-pkg-w` | |
//! | type of the world, of an inline interface | `t` | `w-t`, `iface-t` | `pkg-w-t`, `w-iface-t` | … |
//! | function `f` in the resource `r` | `f` | `r-f` | | |
//! | constructor of the resource `r` under `--rpc-errors result` | `new` | `r-new` | | |
//! | parameter `p` of `f` | `p` | `f-p` | | |
//!
//! Resource and function together also form one name (`wit-component` joins them by `-` inside of a component): of
//! `a.b-c` and `a-b.c` the later one gets a prefix. If two types have names that differ only in case and hyphens, the stub
//! interface defines all its types itself.
//!
//! A name that Rust bindings cannot represent ([`bindings`](crate::bindings)) is not available: `new` for a function of a
//! resource with a constructor, `cart-borrow` beside a resource `cart`, a resource called `guest`, a type `option`.
//!
//! The static function that stands for a constructor is named before the resource's other functions.
//!
//! If the last form is not available either, `-x2`, `-x3`, … is appended in the order of the WIT. The target's names take
//! precedence over the stub's own: `uri` becomes `golem-rpc-uri`, `location` becomes `golem-rpc-location`.

use std::collections::{HashMap, HashSet};
use std::fmt;

use wit_parser::{InterfaceId, PackageName, Resolve};

/// The name under which a worker's function is invoked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RemoteName(String);

impl RemoteName {
    /// The name on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RemoteName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The owner of a function or type of the target.
#[derive(Debug, Clone)]
pub(crate) enum Owner {
    /// An interface with a name in a package.
    Interface { package: PackageName, name: String },
    /// An interface written inside the world.
    Inline { world: String, name: String },
    /// The world itself.
    World { package: PackageName, name: String },
}

impl Owner {
    /// The owner of the items of `interface`, if it has a name in a package. An inline interface has none.
    pub(crate) fn of(resolve: &Resolve, interface: InterfaceId) -> Option<Self> {
        let definition = &resolve.interfaces[interface];
        let package = resolve.packages[definition.package?].name.clone();
        Some(Self::Interface { package, name: definition.name.clone()? })
    }

    fn remote_prefix(&self) -> Option<String> {
        match self {
            Self::Interface { package, name } => Some(package.interface_id(name)),
            Self::Inline { name, .. } => Some(name.clone()),
            Self::World { .. } => None,
        }
    }

    /// The wire name of a free function.
    pub(crate) fn remote_function(&self, function: &str) -> RemoteName {
        RemoteName(match self.remote_prefix() {
            Some(prefix) => format!("{prefix}.{{{function}}}"),
            None => function.to_string(),
        })
    }

    /// The wire name of a resource's constructor, `new`, or of its `drop`.
    pub(crate) fn remote_lifetime(&self, resource: &str, what: &str) -> RemoteName {
        self.remote_function(&format!("{resource}.{what}"))
    }

    /// The wire name of a method or static function. `name` is its name in WIT, such as `[method]res.m`.
    pub(crate) fn remote_member(&self, resource: &str, member: &str, name: &str) -> RemoteName {
        match member {
            "new" | "drop" => self.remote_function(name),
            _ => self.remote_function(&format!("{resource}.{member}")),
        }
    }

    /// The candidates for the name of this owner, the classic one first.
    pub(crate) fn candidates(&self) -> Vec<String> {
        match self {
            Self::Interface { package, name } => {
                let mut forms = vec![name.clone(), format!("{}-{name}", package.name), full(package, name)];
                forms.extend(package.version.as_ref().map(|v| format!("{}-{}", full(package, name), version(v))));
                forms
            }
            Self::Inline { world, name } => vec![name.clone(), format!("{world}-{name}")],
            Self::World { package, name } => {
                vec![name.clone(), format!("{}-{name}", package.name), full(package, name)]
            }
        }
    }

    /// The candidates for the name of its type or resource `name`, the classic one first.
    pub(crate) fn member_candidates(&self, name: &str) -> Vec<String> {
        let qualified = self.candidates().into_iter().map(|owner| format!("{owner}-{name}"));
        std::iter::once(name.to_string()).chain(qualified).collect()
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interface { package, name } | Self::World { package, name } => {
                f.write_str(&package.interface_id(name))
            }
            Self::Inline { name, .. } => f.write_str(name),
        }
    }
}

fn full(package: &PackageName, name: &str) -> String {
    format!("{}-{}-{name}", package.namespace.replace(':', "-"), package.name)
}

/// A version as a word of a kebab-case name: `1.0.0-rc.1` is `v1x0x0xrcx1`.
fn version(version: &semver::Version) -> String {
    let text = version.to_string().to_lowercase();
    let word = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { 'x' });
    std::iter::once('v').chain(word).collect()
}

/// A key that is the same for names that a component cannot tell apart: it ignores case and hyphens (strong uniqueness,
/// `Explainer.md` of the component model; `KebabStr` of `wasmparser`).
pub(crate) fn name_key(name: &str) -> String {
    name.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a component cannot tell two names apart.
pub fn is_same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}

/// Assigns the names of one scope by the naming rule: one of each element of `candidates`, and none that is `reserved`.
pub(crate) fn assign(candidates: &[Vec<String>], reserved: &[&str]) -> Vec<String> {
    let reserved: HashSet<String> = reserved.iter().map(|name| name_key(name)).collect();
    let mut levels = vec![0; candidates.len()];
    loop {
        let mut requests: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (names, level)) in candidates.iter().zip(&levels).enumerate() {
            requests.entry(name_key(&names[*level])).or_default().push(index);
        }
        let clashes = requests.iter().filter(|(name, indices)| indices.len() > 1 || reserved.contains(*name));
        let mut changed = false;
        for index in clashes.flat_map(|(_, indices)| indices) {
            if levels[*index] + 1 < candidates[*index].len() {
                levels[*index] += 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut used = reserved;
    candidates.iter().zip(levels).map(|(names, level)| number(&names[level], &mut used)).collect()
}

/// The first of the `candidates` whose [`name_key`] is not in `used`, or the last one with a number.
pub(crate) fn first_free(candidates: &[&str], used: &mut HashSet<String>) -> String {
    let free = candidates.iter().find(|name| !used.contains(&name_key(name)));
    number(free.or(candidates.last()).expect("a name has a candidate"), used)
}

/// The first of `name`, `name-x2`, `name-x3`, … whose [`name_key`] is not in `used`, and adds the key.
fn number(name: &str, used: &mut HashSet<String>) -> String {
    if used.insert(name_key(name)) {
        return name.to_string();
    }
    (2u32..)
        .map(|n| format!("{name}-x{n}"))
        .find(|name| used.insert(name_key(name)))
        .expect("there are more numbers than names")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(names: &[&[&str]]) -> Vec<Vec<String>> {
        names.iter().map(|names| names.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn a_unique_name_stays_classic() {
        assert_eq!(assign(&candidates(&[&["a", "x-a"], &["b", "x-b"]]), &[]), ["a", "b"]);
    }

    #[test]
    fn all_requests_for_a_name_get_prefixes_until_they_differ() {
        let clash = candidates(&[&["a", "i-a", "p-i-a"], &["A", "i-a", "q-i-a"], &["b", "i-b"]]);
        assert_eq!(assign(&clash, &[]), ["p-i-a", "q-i-a", "b"]);
    }

    #[test]
    fn hyphens_and_case_make_no_difference() {
        assert_eq!(
            assign(&candidates(&[&["a-b", "i-a-b"], &["ab", "j-ab"], &["AB-C"]]), &["abc"]),
            ["i-a-b", "j-ab", "AB-C-x2"]
        );
    }

    #[test]
    fn a_qualified_name_that_meets_a_classic_one_moves_both() {
        let clash = candidates(&[&["a", "x-a"], &["a", "y-a"], &["x-a", "z-x-a"]]);
        assert_eq!(assign(&clash, &[]), ["x-a", "y-a", "z-x-a"]);
    }

    #[test]
    fn the_last_resort_is_a_number() {
        assert_eq!(assign(&candidates(&[&["a"], &["a"], &["a-x2"]]), &["a"]), ["a-x2", "a-x3", "a-x2-x2"]);
    }

    #[test]
    fn the_first_free_name_is_chosen() {
        let mut used = HashSet::from(["uri".to_string()]);
        assert_eq!(first_free(&["uri", "golem-rpc-uri"], &mut used), "golem-rpc-uri");
        assert_eq!(first_free(&["uri", "golem-rpc-uri"], &mut used), "golem-rpc-uri-x2");
    }

    #[test]
    fn versions_are_one_word() {
        assert_eq!(version(&semver::Version::parse("1.2.0-rc.1").unwrap()), "v1x2x0xrcx1");
    }
}
