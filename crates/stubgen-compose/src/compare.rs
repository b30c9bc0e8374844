//! Compares two views of one interface, item by item.

use wasmparser::component_types::ComponentEntityType;

use crate::{
    component::DecodedComponent,
    difference::{Difference, Mismatch},
    identity::Identities,
    render::{Rendered, Renderer},
};

/// How many items a difference shows; the rest is counted.
const SHOWN: usize = 8;

/// Two components and the type that one item has in each.
pub(crate) struct Pair<'a> {
    pub(crate) item: &'a str,
    pub(crate) expected: (&'a DecodedComponent<'a>, ComponentEntityType),
    pub(crate) provided: (&'a DecodedComponent<'a>, Option<ComponentEntityType>),
    pub(crate) reason: Option<String>,
}

/// The difference that `pairs` make; `None` if there are none.
pub(crate) fn difference(mut pairs: Vec<Pair>) -> Option<Difference> {
    let is_func = |pair: &Pair| matches!(pair.expected.1, ComponentEntityType::Func(_));
    if pairs.iter().any(is_func) {
        pairs.retain(is_func);
    }
    let more = pairs.len().saturating_sub(SHOWN);
    pairs.truncate(SHOWN);
    let items: Vec<_> = pairs.into_iter().map(Pair::render).collect();
    (!items.is_empty()).then_some(Difference { items, more })
}

impl Pair<'_> {
    fn render(self) -> Mismatch {
        let (expected_by, expected) = self.expected;
        let (provided_by, provided) = self.provided;
        let is_type = matches!(expected, ComponentEntityType::Type { .. });
        let expected = Renderer::new(expected_by).item(self.item, expected);
        let provided = provided.map(|ty| Renderer::new(provided_by).item(self.item, ty));
        Mismatch {
            item: self.item.to_owned(),
            is_type,
            expected: (expected_by.name.to_owned(), lines(&expected, provided.as_ref())),
            provided: (provided_by.name.to_owned(), provided.map(|provided| lines(&provided, Some(&expected)))),
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
    expected: (&'a DecodedComponent<'a>, ComponentEntityType),
    provided: (&'a DecodedComponent<'a>, ComponentEntityType),
) -> Option<Difference> {
    use ComponentEntityType::Instance;
    let mut pairs = Vec::new();
    let (Instance(_), Instance(_)) = (expected.1, provided.1) else {
        let reason = identities.check(provided, expected).err()?;
        pairs.push(Pair { item: "", expected, provided: (provided.0, Some(provided.1)), reason });
        return difference(pairs);
    };
    for (item, ty) in expected.0.members(expected.1) {
        let found = provided.0.member(provided.1, item);
        let reason = match found {
            Some(found) => match identities.check((provided.0, found), (expected.0, ty)) {
                Ok(()) => continue,
                Err(reason) => reason,
            },
            None => None,
        };
        pairs.push(Pair { item, expected: (expected.0, ty), provided: (provided.0, found), reason });
    }
    difference(pairs)
}
