//! Errors of `wit-parser` to messages: what, where with an excerpt, and a hint.

use std::collections::BTreeSet;

use wit_parser::{ParseError, ParseErrorKind, Resolve, ResolveError, ResolveErrorKind, SourceMap, Span};

use crate::caught::caught;
use crate::features::open_gate;
use crate::similar::{did_you_mean, similar};
use crate::sources::Sources;
use crate::tokens::tokenize;
use crate::{Diagnostic, Item, LoadError, Location};

/// Whether the error is about a character or a token by itself.
pub(crate) fn is_lexical(error: &ParseError) -> bool {
    matches!(error.kind(), ParseErrorKind::Lex(_))
}

/// The lexical error of a file that is parsed by itself, if it has one.
pub(crate) fn forbidden_character(file: SourceMap) -> Option<(SourceMap, ParseError)> {
    // The parser may panic on a file that it did not get to before.
    caught(|| file.parse())?.err().filter(|(_, error)| is_lexical(error))
}

/// The message of an error in the files of one package.
pub(crate) fn of_parser(error: &ParseError, map: &SourceMap, sources: &Sources) -> Diagnostic {
    let kind = error.kind();
    let (message, hint) = match kind {
        ParseErrorKind::ItemNotFound { name, kind, hint, span } => {
            let names = declared_names(map, sources, kind);
            let inside = enclosing_item(map, sources, *span);
            let names: Vec<String> = names.into_iter().filter(|name| Some(name) != inside.as_ref()).collect();
            let hint = hint.clone().or_else(|| did_you_mean(&similar(name, &names)));
            (format!("{kind} `{name}` does not exist"), hint)
        }
        ParseErrorKind::Lex(_) => (lower_case(&kind.to_string()), None),
        kind => (kind.to_string(), None),
    };
    Diagnostic { hint, ..Diagnostic::error(message).at_place(sources.place(map, kind.span())) }
}

/// The error of a package at `location` on which the parser panics.
pub(crate) fn of_panic(location: Option<Location>) -> LoadError {
    let error = Diagnostic::error("the WIT parser cannot read this package");
    let error = error.hint("check its attributes: `@deprecated` is allowed only after `@since` or `@unstable`");
    LoadError::Wit(vec![Diagnostic { location, ..error }])
}

/// A sentence that starts with a small letter.
fn lower_case(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// The names in the files of a package that a name of this kind could stand for.
fn declared_names(map: &SourceMap, sources: &Sources, kind: &str) -> Vec<String> {
    let types = ["type", "record", "variant", "enum", "flags", "resource"];
    let items = ["interface", "world"];
    let declares = |word: &str| match kind {
        "type" => types.contains(&word),
        "name" => types.contains(&word) || items.contains(&word),
        _ => items.contains(&word),
    };
    let mut names = BTreeSet::new();
    for text in map.source_names().filter_map(|path| sources.text(path)) {
        let tokens = tokenize(text);
        let declared = tokens.windows(2).filter(|pair| declares(pair[0].text));
        names.extend(declared.map(|pair| pair[1].text.trim_start_matches('%').to_string()));
    }
    names.into_iter().collect()
}

/// The interface or world that contains a place: it cannot use or include itself.
fn enclosing_item(map: &SourceMap, sources: &Sources, span: Span) -> Option<String> {
    let found = map.resolve_span(span)?;
    let tokens = tokenize(sources.text(found.path)?);
    let before = tokens.windows(3).take_while(|tokens| tokens[0].start < found.range.start);
    let items = before.filter(|tokens| matches!(tokens[0].text, "interface" | "world") && tokens[2].text == "{");
    items.last().map(|tokens| tokens[1].text.trim_start_matches('%').to_string())
}

/// What the resolver says about an item behind a closed gate, after the kind of the item.
const GATED: &str = "which is excluded due to its feature not being activated";

/// Whether the error is about an item behind a closed gate.
pub(crate) fn is_gated(error: &ResolveError) -> bool {
    matches!(error.kind(), ResolveErrorKind::Semantic { message, .. } if message.contains(GATED))
}

/// The message of an error between packages. If a closed gate is its cause, it is one of those of `features`.
pub(crate) fn of_resolver(
    error: &ResolveError,
    resolve: &Resolve,
    sources: &Sources,
    features: &BTreeSet<String>,
) -> Diagnostic {
    let kind = error.kind();
    let place = sources.place(&resolve.source_map, kind.span());
    match kind {
        ResolveErrorKind::DuplicatePackage { span1, span2, .. } => {
            let other = if *span1 == kind.span() { span2 } else { span1 };
            let other = Item::at_span("the other definition".to_string(), sources, resolve, *other);
            Diagnostic::error(kind.to_string()).at_place(place).about([other]).hint("remove one of them")
        }
        ResolveErrorKind::Semantic { message, .. } if is_gated(error) => {
            let gate = match features.iter().collect::<Vec<_>>().as_slice() {
                [feature] => format!("the feature gate `{feature}`"),
                _ => "a feature gate".to_string(),
            };
            let message = message.replace("found a reference to a ", "this ");
            let message = message.replace(GATED, &format!("is hidden by {gate}"));
            Diagnostic { hint: open_gate(features), ..Diagnostic::error(message).at_place(place) }
        }
        kind => Diagnostic::error(kind.to_string()).at_place(place),
    }
}
