//! The names of functions in a call: text -> [`FunctionName`].
//!
//! | spelling | what it names |
//! | --- | --- |
//! | `ns:name/iface@1.2.3.{f}` | a function of an exported interface |
//! | `ns:name/iface.{f}` | the same, of an interface without a version |
//! | `iface.{f}` | the same, of an interface that the world defines inline |
//! | `f` or `{f}` | one of the world's own functions |
//! | `….{res.new}` | the resource's constructor; a function named `new` where it has none |
//! | `….{res.drop}` | drops the resource: its destructor runs |
//! | `….{res.f}` | its method or static function `f` |
//! | `….{[constructor]res}` | its constructor |
//! | `….{[method]res.f}`, `….{[static]res.f}` | its method, its static function |
//! | `….{[drop]res}` | drops the resource |
//!
//! The interface ends at the first `.{`: neither its name nor its version has a brace. `{res.drop}` is never a method
//! named `drop`: that one is `{[method]res.drop}`.

use std::fmt;

/// A function, as a call names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionName {
    /// The exported interface, as the component spells it; none for the world's own functions.
    pub interface: Option<String>,
    /// What is called in it.
    pub item: Item,
}

/// What is called in an interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// `f`: a function that belongs to no resource.
    Free(String),
    /// `res.f`: a constructor, method or static function; which one, the component's exports tell.
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

/// Text that is no function's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is no function's name: {reason}")]
pub struct FunctionNameError {
    /// The text.
    pub given: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl FunctionName {
    /// Reads a name in any of its spellings.
    ///
    /// # Errors
    ///
    /// Where braces don't match, a name is missing or has one of `{}[]/:@()` or a blank in it.
    pub fn parse(text: &str) -> Result<FunctionName, FunctionNameError> {
        let error = |reason| FunctionNameError { given: text.to_owned(), reason };
        let (interface, item) = match text.split_once(".{") {
            Some(("", _)) => return Err(error("the interface's name is missing")),
            Some((interface, item)) => (Some(interface), strip_brace(item).map_err(error)?),
            None => match text.strip_prefix('{') {
                Some(item) => (None, strip_brace(item).map_err(error)?),
                None => (None, text),
            },
        };
        if interface.is_some_and(|name| name.contains(is_foreign_to_interfaces)) {
            return Err(error("the interface's name has a character that none can have"));
        }
        Ok(FunctionName { interface: interface.map(str::to_owned), item: Item::parse(item).map_err(error)? })
    }
}

fn strip_brace(item: &str) -> Result<&str, &'static str> {
    item.strip_suffix('}').ok_or("`}` is missing at its end")
}

fn is_foreign_to_interfaces(c: char) -> bool {
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
    let (resource, function) = text.split_once('.').ok_or("`.` is missing in it")?;
    Ok((label(resource)?, label(function)?))
}

fn label(text: &str) -> Result<String, &'static str> {
    if text.is_empty() {
        return Err("a name is missing in it");
    }
    if text.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        return Err("it has a character that no name has");
    }
    Ok(text.to_owned())
}

/// The canonical spelling: that of the contract where there is one.
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
    fn the_canonical_spelling_is_read_back() {
        for text in ["f", "c.{f}", "a:b/c@1.0.0.{r.f}", "c.{r.drop}", "c.{[method]r.drop}", "c.{[static]r.new}"] {
            assert_eq!(FunctionName::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_name_is_an_error() {
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
