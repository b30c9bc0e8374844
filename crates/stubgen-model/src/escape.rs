//! Names as WIT text: a keyword is written with `%`.

use std::borrow::Cow;

use wit_parser::{InterfaceId, Resolve, SourceMap};

/// `name` as an identifier of WIT.
fn wit_identifier(name: &str) -> Cow<'_, str> {
    match is_keyword(name) {
        true => format!("%{name}").into(),
        false => name.into(),
    }
}

/// The path of an interface as WIT, if it has a name in a package: `ns:name/interface@version`.
pub fn wit_path(resolve: &Resolve, interface: InterfaceId) -> Option<String> {
    let definition = &resolve.interfaces[interface];
    let package = &resolve.packages[definition.package?].name;
    let namespace: Vec<_> = package.namespace.split(':').map(wit_identifier).collect();
    let (name, interface) = (wit_identifier(&package.name), wit_identifier(definition.name.as_deref()?));
    let version = package.version.as_ref().map(|version| format!("@{version}")).unwrap_or_default();
    Some(format!("{}:{name}/{interface}{version}", namespace.join(":")))
}

/// The parser has no list of its keywords, so it is asked.
fn is_keyword(name: &str) -> bool {
    let mut sources = SourceMap::new();
    sources.push_str("name.wit", format!("package a:{name};"));
    sources.parse().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keywords_are_escaped() {
        for keyword in ["record", "use", "package", "error-context", "map", "async", "u8", "from"] {
            assert_eq!(wit_identifier(keyword), format!("%{keyword}"));
        }
        for name in ["cart", "record-1", "type-name", "get", "FLAGS", "A-b2"] {
            assert_eq!(wit_identifier(name), name);
        }
    }

    #[test]
    fn each_part_of_a_path_is_escaped() {
        let mut resolve = Resolve::new();
        let text = "package %record:%flags@1.0.0-rc.1; interface %enum {}";
        let package = resolve.push_source("a.wit", text).expect("the WIT is right");
        let interface = resolve.packages[package].interfaces["enum"];
        assert_eq!(wit_path(&resolve, interface).as_deref(), Some("%record:%flags/%enum@1.0.0-rc.1"));
    }
}
