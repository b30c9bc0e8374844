//! Why a value can't be converted, and where in it.

use std::fmt;

/// A value that can't be converted: the place in it and the reason.
///
/// Written as ``at `.items[3].some`: expected `prim-u32`, got `prim-string` ``; the place is left out for the root.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ValueError {
    /// Innermost step first: it is collected while the conversion unwinds.
    steps: Vec<String>,
    /// The reason.
    pub kind: ValueErrorKind,
}

/// The reason why a value can't be converted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueErrorKind {
    /// An index that isn't one of the value's nodes (negative ones included).
    #[error("node index {index} is out of range: the value has {nodes} nodes")]
    IndexOutOfRange {
        /// The index.
        index: i32,
        /// How many nodes there are.
        nodes: usize,
    },
    /// A node that has more than one parent, or is its own ancestor.
    #[error("node {index} is used more than once: a value is a tree")]
    NodeUsedTwice {
        /// The node's index.
        index: i32,
    },
    /// More nodes than a `node-index` can name.
    #[error("the value has more than {} nodes", i32::MAX)]
    TooManyNodes,
    /// A node of another kind than the type has.
    #[error("expected `{expected}`, got `{actual}`")]
    WrongNode {
        /// The node that the type asks for.
        expected: &'static str,
        /// The node that is there.
        actual: &'static str,
    },
    /// A typed value of another type.
    #[error("expected a value of type `{expected}`, got {actual}")]
    WrongValue {
        /// The type.
        expected: &'static str,
        /// The value, shortened.
        actual: String,
    },
    /// A record, tuple, flags or fixed-length list with too many or too few elements.
    #[error("expected {expected} {what}, got {actual}")]
    WrongCount {
        /// What is counted.
        what: &'static str,
        /// How many the type has.
        expected: usize,
        /// How many the value has.
        actual: usize,
    },
    /// A record's field under another name or in another place.
    #[error("expected field `{expected}`, got `{actual}`")]
    WrongField {
        /// The type's field.
        expected: String,
        /// The value's field.
        actual: String,
    },
    /// A case index that the type doesn't have.
    #[error("case {case} is out of range: the type has {cases} cases")]
    WrongCase {
        /// The index.
        case: u32,
        /// How many cases the type has.
        cases: usize,
    },
    /// A case or flag name that the type doesn't have.
    #[error("the type has no {what} `{name}`")]
    UnknownName {
        /// `case` or `flag`.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A payload where the type has none.
    #[error("unexpected payload")]
    ExtraPayload,
    /// No payload where the type has one.
    #[error("missing payload")]
    MissingPayload,
    /// A handle that can't cross; the text is the [`super::Handles`] implementation's.
    #[error("{0}")]
    Handle(String),
    /// A type whose values can't cross: `stream`, `future`, `error-context`.
    #[error("values of type `{0}` can't cross workers")]
    UnsupportedType(&'static str),
}

impl ValueError {
    /// The place in the value, from the root: `.items[3].some`; empty for the root itself.
    pub fn path(&self) -> String {
        self.steps.iter().rev().map(String::as_str).collect()
    }

    /// The same error, seen from one level further out.
    pub(super) fn below(mut self, step: impl Into<String>) -> Self {
        self.steps.push(step.into());
        self
    }
}

impl From<ValueErrorKind> for ValueError {
    fn from(kind: ValueErrorKind) -> Self {
        ValueError { steps: Vec::new(), kind }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.steps.is_empty() {
            write!(f, "at `{}`: ", self.path())?;
        }
        self.kind.fmt(f)
    }
}
