//! The name of a function in a call: text -> [`FunctionName`].
//!
//! | spelling | function |
//! | --- | --- |
//! | `ns:name/iface@1.2.3.{f}` | a function of an exported interface |
//! | `ns:name/iface.{f}` | a function of an exported interface without a version |
//! | `iface.{f}` | a function of an interface that the world defines inline |
//! | `f` or `{f}` | a function of the world itself |
//! | `….{res.new}` | the resource's constructor; a function named `new` where it has none |
//! | `….{res.drop}` | the resource's destructor |
//! | `….{res.f}` | its method or static function `f` |
//! | `….{[constructor]res}` | its constructor |
//! | `….{[method]res.f}`, `….{[static]res.f}` | its method, its static function |
//! | `….{[drop]res}` | its destructor |
//!
//! The interface ends at the first `.{`, since neither its name nor its version contains a brace. A method named `drop` is
//! always `{[method]res.drop}`.

use std::fmt;

/// The name of a function in a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionName {
    /// The exported interface as the component spells it; none for a function of the world itself.
    pub interface: Option<String>,
    /// The function in it.
    pub item: Item,
}

/// A function in an interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// `f`: a function outside of resources.
    Free(String),
    /// `res.f`: a constructor, method or static function, depending on the component's exports.
    Member {
        /// The resource.
        resource: String,
        /// The function, or `new`.
        function: String,
    },
    /// `[constructor]res`
    Constructor(String),
    /// `[method]res.f`
    Method {
        /// The resource.
        resource: String,
        /// The function.
        function: String,
    },
    /// `[static]res.f`
    Static {
        /// The resource.
        resource: String,
        /// The function.
        function: String,
    },
    /// `res.drop` and `[drop]res`
    Drop(String),
}

/// Text that is not a function's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid function name `{given}`: {reason}")]
pub struct FunctionNameError {
    /// The text.
    pub given: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl FunctionName {
    /// Parses a name in any spelling.
    ///
    /// # Errors
    ///
    /// If braces do not match, or a name is missing or contains one of `{}[]/:@()` or whitespace.
    pub fn parse(text: &str) -> Result<FunctionName, FunctionNameError> {
        let error = |reason| FunctionNameError { given: text.to_owned(), reason };
        let (interface, item) = match text.split_once(".{") {
            Some(("", _)) => return Err(error("the interface name is missing")),
            Some((interface, item)) => (Some(interface), strip_brace(item).map_err(error)?),
            None => match text.strip_prefix('{') {
                Some(item) => (None, strip_brace(item).map_err(error)?),
                None => (None, text),
            },
        };
        if interface.is_some_and(|name| name.contains(is_forbidden_in_interfaces)) {
            return Err(error("the interface name contains an invalid character"));
        }
        Ok(FunctionName { interface: interface.map(str::to_owned), item: Item::parse(item).map_err(error)? })
    }
}

fn strip_brace(item: &str) -> Result<&str, &'static str> {
    item.strip_suffix('}').ok_or("`}` is missing at the end")
}

fn is_forbidden_in_interfaces(c: char) -> bool {
    c.is_whitespace() || "{}[]()".contains(c)
}

impl Item {
    fn parse(text: &str) -> Result<Item, &'static str> {
        if let Some(resource) = text.strip_prefix("[constructor]") {
            return Ok(Item::Constructor(label(resource)?));
        }
        if let Some(resource) = text.strip_prefix("[drop]") {
            return Ok(Item::Drop(label(resource)?));
        }
        if let Some(member) = text.strip_prefix("[method]") {
            let (resource, function) = split_member(member)?;
            return Ok(Item::Method { resource, function });
        }
        if let Some(member) = text.strip_prefix("[static]") {
            let (resource, function) = split_member(member)?;
            return Ok(Item::Static { resource, function });
        }
        if !text.contains('.') {
            return Ok(Item::Free(label(text)?));
        }
        let (resource, function) = split_member(text)?;
        Ok(match function.as_str() {
            "drop" => Item::Drop(resource),
            _ => Item::Member { resource, function },
        })
    }
}

fn split_member(text: &str) -> Result<(String, String), &'static str> {
    let (resource, function) = text.split_once('.').ok_or("`.` is missing")?;
    Ok((label(resource)?, label(function)?))
}

fn label(text: &str) -> Result<String, &'static str> {
    if text.is_empty() {
        return Err("a name is missing");
    }
    if text.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        return Err("it contains an invalid character");
    }
    Ok(text.to_owned())
}

/// The canonical spelling, which is Golem's where it has one.
impl fmt::Display for FunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.interface, &self.item) {
            (Some(interface), item) => write!(f, "{interface}.{{{item}}}"),
            (None, Item::Free(function)) => f.write_str(function),
            (None, item) => write!(f, "{{{item}}}"),
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Item::Free(function) => f.write_str(function),
            Item::Member { resource, function } => write!(f, "{resource}.{function}"),
            Item::Constructor(resource) => write!(f, "{resource}.new"),
            Item::Method { resource, function } => write!(f, "[method]{resource}.{function}"),
            Item::Static { resource, function } => write!(f, "[static]{resource}.{function}"),
            Item::Drop(resource) => write!(f, "{resource}.drop"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: &str) -> Item {
        FunctionName::parse(text).unwrap().item
    }

    #[test]
    fn every_spelling_of_the_table() {
        let interface = |text| FunctionName::parse(text).unwrap().interface;
        assert_eq!(interface("a:b/c@1.2.3-rc.1+x.{f}").unwrap(), "a:b/c@1.2.3-rc.1+x");
        assert_eq!(interface("a:b/c.{f}").unwrap(), "a:b/c");
        assert_eq!(interface("c.{f}").unwrap(), "c");
        assert_eq!(interface("f"), None);
        let (resource, function) = ("r".to_owned(), "f".to_owned());
        assert_eq!(item("f"), Item::Free(function.clone()));
        assert_eq!(item("{f}"), Item::Free(function.clone()));
        assert_eq!(item("c.{[constructor]r}"), Item::Constructor(resource.clone()));
        assert_eq!(item("c.{[drop]r}"), Item::Drop(resource.clone()));
        assert_eq!(item("c.{r.drop}"), Item::Drop(resource.clone()));
        let member = Item::Member { resource: resource.clone(), function: function.clone() };
        assert_eq!(item("a:b/c@1.0.0.{r.f}"), member);
        let method = Item::Method { resource: resource.clone(), function: function.clone() };
        assert_eq!(item("c.{[method]r.f}"), method);
        assert_eq!(item("c.{[static]r.f}"), Item::Static { resource, function });
    }

    #[test]
    fn the_canonical_spelling_round_trips() {
        for text in ["f", "c.{f}", "a:b/c@1.0.0.{r.f}", "c.{r.drop}", "c.{[method]r.drop}", "c.{[static]r.new}"] {
            assert_eq!(FunctionName::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn invalid_names_are_errors() {
        for text in [
            "",
            "{",
            "}",
            "{}",
            ".{f}",
            "c.{}",
            "c.{f",
            "c.{f}}",
            "c.{f}x",
            "c.{.f}",
            "c.{r.}",
            "c.{r.f.g}",
            "c.{[method]r}",
            "c.{[method]}",
            "c.{[constructor]}",
            "c.{[other]r}",
            "c.{r(1).f}",
            "c d.{f}",
            "a:b/c",
            "f()",
        ] {
            assert!(FunctionName::parse(text).is_err(), "{text}");
        }
    }
}
