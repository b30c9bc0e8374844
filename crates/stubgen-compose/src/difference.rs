//! Where two views of one interface disagree, said with both types.

use std::fmt;

use wasmparser::component_types::ComponentEntityType;

use crate::{
    facts::Facts,
    identity::Identities,
    render::{Rendered, Renderer},
};

/// Items that are rendered; more than that helps nobody.
const SHOWN: usize = 8;

/// All items of an interface in whose types two components disagree. Where functions are among them, types are left
/// out: they are shown with the functions that use them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The first items, in the order of the interface.
    pub items: Vec<Mismatch>,
    /// How many items differ besides.
    pub more: usize,
}

/// An item that has two types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The function or type, as the binary names it: `get-orders`, `[method]cart.add`. Empty if the import is no
    /// interface.
    pub item: String,
    /// The component that imports the item, and the item's type there as WIT-like text: the item itself, then types it
    /// uses.
    pub wanted: (String, Vec<String>),
    /// The other component, and the type there; `None` if it does not have the item.
    pub offered: (String, Option<Vec<String>>),
    /// Where in the types the difference lies.
    pub reason: Option<String>,
}

/// Two components and the type that one item has in each.
pub(crate) struct Pair<'a> {
    pub(crate) item: &'a str,
    pub(crate) wanted: (&'a Facts<'a>, ComponentEntityType),
    pub(crate) offered: (&'a Facts<'a>, Option<ComponentEntityType>),
    pub(crate) reason: Option<String>,
}

impl Difference {
    /// `None` if there is no difference.
    pub(crate) fn of(mut pairs: Vec<Pair>) -> Option<Self> {
        let is_func = |pair: &Pair| matches!(pair.wanted.1, ComponentEntityType::Func(_));
        if pairs.iter().any(is_func) {
            pairs.retain(is_func);
        }
        let more = pairs.len().saturating_sub(SHOWN);
        pairs.truncate(SHOWN);
        let items: Vec<_> = pairs.into_iter().map(Pair::render).collect();
        (!items.is_empty()).then_some(Difference { items, more })
    }
}

impl Pair<'_> {
    fn render(self) -> Mismatch {
        let (wanted_by, wanted) = self.wanted;
        let (offered_by, offered) = self.offered;
        let wanted = Renderer::new(wanted_by).item(self.item, wanted);
        let offered = offered.map(|ty| Renderer::new(offered_by).item(self.item, ty));
        Mismatch {
            item: self.item.to_owned(),
            wanted: (wanted_by.name.to_owned(), lines(&wanted, offered.as_ref())),
            offered: (offered_by.name.to_owned(), offered.map(|offered| lines(&offered, Some(&wanted)))),
            reason: self.reason,
        }
    }
}

/// The item, and of the types that it uses those that the other side knows differently.
fn lines(rendered: &Rendered, other: Option<&Rendered>) -> Vec<String> {
    let differs = |definition: &&String| other.is_some_and(|other| !other.definitions.contains(definition));
    let definitions = rendered.definitions.iter().filter(differs);
    [&rendered.line].into_iter().chain(definitions).cloned().collect()
}

/// All differences between an import and the export that is to satisfy it.
pub(crate) fn between<'a>(
    identities: &mut Identities,
    wanted: (&'a Facts<'a>, ComponentEntityType),
    offered: (&'a Facts<'a>, ComponentEntityType),
) -> Option<Difference> {
    use ComponentEntityType::Instance;
    let mut pairs = Vec::new();
    let (Instance(_), Instance(_)) = (wanted.1, offered.1) else {
        let reason = identities.check(offered, wanted).err()?;
        pairs.push(Pair { item: "", wanted, offered: (offered.0, Some(offered.1)), reason });
        return Difference::of(pairs);
    };
    for (item, ty) in wanted.0.members(wanted.1) {
        let found = offered.0.member(offered.1, item);
        let reason = match found {
            Some(found) => match identities.check((offered.0, found), (wanted.0, ty)) {
                Ok(()) => continue,
                Err(reason) => reason,
            },
            None => None,
        };
        pairs.push(Pair { item, wanted: (wanted.0, ty), offered: (offered.0, found), reason });
    }
    Difference::of(pairs)
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for item in &self.items {
            write!(f, "\n{item}")?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let item = match self.item.as_str() {
            "" => String::new(),
            item => format!("`{item}` "),
        };
        let (wanted_by, wanted) = &self.wanted;
        let (offered_by, offered) = &self.offered;
        write!(f, "  {item}in `{wanted_by}`: {}", wanted.join("\n    "))?;
        match offered {
            Some(offered) => {
                write!(f, "\n  {item}in `{offered_by}`: {}", offered.join("\n    "))?;
            }
            None => write!(f, "\n  {item}in `{offered_by}`: missing")?,
        }
        match &self.reason {
            Some(reason) => write!(f, "\n    {reason}"),
            None => Ok(()),
        }
    }
}
