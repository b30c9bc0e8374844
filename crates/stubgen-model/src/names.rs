//! The names of a stub: in its WIT, and of the functions it calls on the wire.
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
//!
//! | method or static called `new` or `drop` | `ns:name/iface[@v].{[method]res.new}` | `shop:cart/api.{[static]cart.new}` |
//!
//! The package is the one that owns the interface. These never collide: WIT allows no two functions of one name in one
//! interface, and `{res.new}` and `{res.drop}` are always the constructor and the drop.
//!
//! # In WIT: the clash rule
//!
//! A name keeps its classic form where nothing else in its scope wants it; else each of those that want it is qualified
//! by its owner, one step at a time, until the names differ. Names are compared without case, as WIT does.
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
//! `a.b-c` and `a-b.c` the later one is qualified. And where two types have names that differ in nothing but case, the
//! stub interface defines all its types itself.
//!
//! A form that Rust bindings cannot have ([`bindings`](crate::bindings)) counts as taken: `new` for a function of a
//! resource with a constructor, `cart-borrow` beside a resource `cart`, a resource called `guest`, a type `option`.
//!
//! The static function that stands for a constructor is named before the resource's other functions, which yield to it.
//!
//! Where even the last form is taken, `-x2`, `-x3`, … is added in the order of the WIT. The stub's own names yield to
//! all of the target's: `uri` becomes `golem-rpc-uri`, `location` becomes `golem-rpc-location`.

use std::collections::{HashMap, HashSet};
use std::fmt;

use wit_parser::{InterfaceId, PackageName, Resolve};

/// The name under which a worker's function is invoked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RemoteName(String);

impl RemoteName {
    /// The name as it goes over the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RemoteName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What owns a function or a type of the target.
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
    /// The owner of what is in `interface`, if that has a name in a package; an inline interface has none.
    pub(crate) fn of(resolve: &Resolve, interface: InterfaceId) -> Option<Self> {
        let definition = &resolve.interfaces[interface];
        let package = resolve.packages[definition.package?].name.clone();
        Some(Self::Interface { package, name: definition.name.clone()? })
    }

    /// Its own name, without package and world.
    pub(crate) fn short_name(&self) -> &str {
        match self {
            Self::Interface { name, .. } | Self::Inline { name, .. } | Self::World { name, .. } => name,
        }
    }

    fn remote_prefix(&self) -> Option<String> {
        match self {
            Self::Interface { package, name } => Some(package.interface_id(name)),
            Self::Inline { name, .. } => Some(name.clone()),
            Self::World { .. } => None,
        }
    }

    /// The wire name of a function that belongs to no resource.
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

    /// The wire name of a method or static; `name` is the function's in the WIT, such as `[method]res.m`.
    pub(crate) fn remote_member(&self, resource: &str, member: &str, name: &str) -> RemoteName {
        match member {
            "new" | "drop" => self.remote_function(name),
            _ => self.remote_function(&format!("{resource}.{member}")),
        }
    }

    /// The forms of this owner's own name, the classic one first.
    pub(crate) fn ladder(&self) -> Vec<String> {
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

    /// The forms of the name of a type or resource that it owns, the classic one first.
    pub(crate) fn member_ladder(&self, name: &str) -> Vec<String> {
        let qualified = self.ladder().into_iter().map(|owner| format!("{owner}-{name}"));
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

/// A version as one word of a kebab-name: `1.0.0-rc.1` is `v1x0x0xrcx1`.
fn version(version: &semver::Version) -> String {
    let text = version.to_string().to_lowercase();
    let word = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { 'x' });
    std::iter::once('v').chain(word).collect()
}

/// Settles the names of one scope by the clash rule; each element of `ladders` holds the forms of one name.
///
/// `taken` are names that nothing in the scope may have.
pub(crate) fn settle(ladders: &[Vec<String>], taken: &[&str]) -> Vec<String> {
    let mut rungs = vec![0; ladders.len()];
    loop {
        let mut wanted: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (ladder, rung)) in ladders.iter().zip(&rungs).enumerate() {
            wanted.entry(ladder[*rung].to_lowercase()).or_default().push(index);
        }
        let taken = |name: &str| taken.iter().any(|t| t.eq_ignore_ascii_case(name));
        let mut moved = false;
        for (name, claimants) in &wanted {
            if claimants.len() == 1 && !taken(name) {
                continue;
            }
            for &index in claimants {
                let next = rungs[index] + 1;
                if next < ladders[index].len() {
                    rungs[index] = next;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    let mut used: HashSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let wanted = ladders.iter().zip(&rungs).map(|(ladder, &rung)| &ladder[rung]);
    wanted.map(|name| number(name, &mut used)).collect()
}

/// The first of `forms` that is not in `used` (in lower case), or the last one with a number.
pub(crate) fn yielding(forms: &[&str], used: &mut HashSet<String>) -> String {
    let free = forms.iter().find(|form| !used.contains(&form.to_lowercase()));
    number(free.or(forms.last()).expect("a name has at least one form"), used)
}

fn number(name: &str, used: &mut HashSet<String>) -> String {
    if used.insert(name.to_lowercase()) {
        return name.to_string();
    }
    (2u32..)
        .map(|n| format!("{name}-x{n}"))
        .find(|name| used.insert(name.to_lowercase()))
        .expect("there are more numbers than names")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladders(names: &[&[&str]]) -> Vec<Vec<String>> {
        names.iter().map(|forms| forms.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn a_unique_name_stays_classic() {
        assert_eq!(settle(&ladders(&[&["a", "x-a"], &["b", "x-b"]]), &[]), ["a", "b"]);
    }

    #[test]
    fn all_that_want_a_name_are_qualified_until_they_differ() {
        let clash = ladders(&[&["a", "i-a", "p-i-a"], &["A", "i-a", "q-i-a"], &["b", "i-b"]]);
        assert_eq!(settle(&clash, &[]), ["p-i-a", "q-i-a", "b"]);
    }

    #[test]
    fn a_qualified_name_that_meets_a_classic_one_moves_both() {
        let clash = ladders(&[&["a", "x-a"], &["a", "y-a"], &["x-a", "z-x-a"]]);
        assert_eq!(settle(&clash, &[]), ["x-a", "y-a", "z-x-a"]);
    }

    #[test]
    fn the_last_resort_is_a_number() {
        assert_eq!(settle(&ladders(&[&["a"], &["a"], &["a-x2"]]), &["a"]), ["a-x2", "a-x3", "a-x2-x2"]);
    }

    #[test]
    fn own_names_yield() {
        let mut used = HashSet::from(["uri".to_string()]);
        assert_eq!(yielding(&["uri", "golem-rpc-uri"], &mut used), "golem-rpc-uri");
        assert_eq!(yielding(&["uri", "golem-rpc-uri"], &mut used), "golem-rpc-uri-x2");
    }

    #[test]
    fn versions_are_one_word() {
        assert_eq!(version(&semver::Version::parse("1.2.0-rc.1").unwrap()), "v1x2x0xrcx1");
    }
}
