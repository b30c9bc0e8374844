//! Why a value cannot be converted, and at which place in it.

use std::fmt;

/// A value that cannot be converted: the place in it and the reason.
///
/// It is displayed as ``at `.items[3].some`: expected `prim-u32`, got `prim-string` ``, without a place for the root.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ValueError {
    /// The innermost step first: the conversion adds them as it unwinds.
    steps: Vec<String>,
    /// The reason.
    pub kind: ValueErrorKind,
}

/// The reason why a value cannot be converted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueErrorKind {
    /// An index, maybe negative, that is not one of the value's nodes.
    #[error("node index {index} is out of range: the value has {nodes} nodes")]
    IndexOutOfRange {
        /// The index.
        index: i32,
        /// The number of nodes.
        nodes: usize,
    },
    /// A node with more than one parent, or that is its own ancestor.
    #[error("node {index} is used more than once: a value is a tree")]
    NodeUsedTwice {
        /// The node's index.
        index: i32,
    },
    /// More nodes than a `node-index` can represent.
    #[error("the value has more than {} nodes", i32::MAX)]
    TooManyNodes,
    /// A node of a wrong kind.
    #[error("expected `{expected}`, got `{actual}`")]
    WrongNode {
        /// The kind of node that the type has.
        expected: &'static str,
        /// The kind of the given node.
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
    /// Too many or too few elements of a record, tuple, flags or fixed-length list.
    #[error("expected {expected} {what}, got {actual}")]
    WrongCount {
        /// What is counted.
        what: &'static str,
        /// The number in the type.
        expected: usize,
        /// The number in the value.
        actual: usize,
    },
    /// A record's field with a wrong name or in a wrong place.
    #[error("expected field `{expected}`, got `{actual}`")]
    WrongField {
        /// The type's field.
        expected: String,
        /// The value's field.
        actual: String,
    },
    /// A case index that the type does not have.
    #[error("case {case} is out of range: the type has {cases} cases")]
    WrongCase {
        /// The index.
        case: u32,
        /// The number of cases of the type.
        cases: usize,
    },
    /// A case or flag name that the type does not have.
    #[error("the type has no {what} `{name}`")]
    UnknownName {
        /// `case` or `flag`.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A payload of a case without one.
    #[error("unexpected payload")]
    ExtraPayload,
    /// No payload of a case with one.
    #[error("missing payload")]
    MissingPayload,
    /// A handle that the [`super::Handles`] implementation refuses, with its reason.
    #[error("{0}")]
    Handle(String),
    /// A type whose values cannot cross: `stream`, `future`, `error-context`.
    #[error("values of type `{0}` cannot cross workers")]
    UnsupportedType(&'static str),
}

impl ValueError {
    /// The place in the value, like `.items[3].some`; empty for the root.
    pub fn path(&self) -> String {
        self.steps.iter().rev().map(String::as_str).collect()
    }

    /// The same error one level further out.
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
