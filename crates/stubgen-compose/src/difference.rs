//! Where two views of one interface disagree, as the report and the errors show it.

use std::fmt;

/// All items of an interface in whose types two components disagree. Where functions are among them, types are left
/// out: they are shown with the functions that use them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The first items, in the order of the interface.
    pub items: Vec<Mismatch>,
    /// How many items differ besides.
    pub more: usize,
}

/// An item that has two types.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// The function or type, as the binary names it: `get-orders`, `[method]cart.add`. Empty if the import is no
    /// interface.
    pub item: String,
    /// It is a type, not a function.
    pub is_type: bool,
    /// The component that imports the item, and the item's type there as WIT-like text: the item itself, then types it
    /// uses.
    pub expected: (String, Vec<String>),
    /// The other component, and the type there; `None` if it does not have the item.
    pub provided: (String, Option<Vec<String>>),
    /// Where in the types the difference lies.
    pub reason: Option<String>,
}

impl Difference {
    /// The first items, if all that differs is that the provider lacks these types.
    pub(crate) fn missing_types(&self) -> Option<Vec<String>> {
        let missing = |item: &Mismatch| (item.is_type && item.provided.1.is_none()).then(|| item.item.clone());
        self.items.iter().map(missing).collect()
    }
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
        let (expected_by, expected) = &self.expected;
        let (provided_by, provided) = &self.provided;
        write!(f, "  {item}in `{expected_by}`: {}", expected.join("\n    "))?;
        match provided {
            Some(provided) => {
                write!(f, "\n  {item}in `{provided_by}`: {}", provided.join("\n    "))?;
            }
            None => write!(f, "\n  {item}in `{provided_by}`: missing")?,
        }
        match &self.reason {
            Some(reason) => write!(f, "\n    {reason}"),
            None => Ok(()),
        }
    }
}
