//! Components -> a composed component, and what must hold for it.
//!
//! The files of an archive are those of a case of `tests/compose`: `caller.wit` or `caller.wat`, stubs under any other name,
//! `deps.wit` with packages for all worlds. The stub of `target.wit` is one that our emitter makes.

use testkit::{Directory, try_component_of};
use wasm_rpc_stubgen_compose::{Component, Unresolved, compose};
use wasm_rpc_stubgen_model::{Features, StubOptions};

use crate::archive::Archive;
use crate::{errors, source, validity};

/// The most components of one archive.
const COMPONENTS: usize = 5;

/// Composes the components of an archive.
pub(crate) fn check(archive: &Archive<'_>) {
    let deps = archive.file("deps.wit").unwrap_or_default();
    let files = archive.files().filter(|(path, _)| *path != "deps.wit").take(COMPONENTS);
    let Some(mut components) = files.map(|file| component(deps, file)).collect::<Option<Vec<_>>>() else { return };
    components.sort_by_key(|(name, _)| *name != "caller");
    if !components.is_empty() {
        let given: Vec<_> = components.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        check_composition(&given);
    }
}

/// Name and bytes of the component that a file describes.
fn component<'a>(deps: &str, (path, text): (&'a str, &'a str)) -> Option<(&'a str, Vec<u8>)> {
    let (name, kind) = path.rsplit_once('.')?;
    let bytes = match (name, kind) {
        ("target", "wit") => {
            let directory = Directory::with(&[("target.wit", text)]);
            source::build(&directory.path("target.wit"), None, &Features::default(), &StubOptions::default()).ok()?.wasm
        }
        // `wit-parser`, which makes these components, fails on such a comment.
        (_, "wit") if text.contains("/**/") || deps.contains("/**/") => return None,
        (_, "wit") => try_component_of(deps, text)?,
        (_, "wat") => wat::parse_str(text).ok()?,
        _ => return None,
    };
    Some((name, bytes))
}

/// Composes a caller, which is the first, and stubs.
pub(crate) fn check_composition(given: &[(&str, &[u8])]) {
    let components: Vec<_> = given.iter().map(|(name, bytes)| Component::new(name, bytes)).collect();
    for unresolved in [Unresolved::Refuse, Unresolved::Allow] {
        let (composed, again) = (compose_all(&components, unresolved), compose_all(&components, unresolved));
        assert!(composed == again, "a second composition differs");
        match composed {
            Ok(composed) => check_composed(given[0].1, &composed.bytes),
            Err(error) => {
                assert!(!error.problems.is_empty(), "fails without an error");
                for problem in &error.problems {
                    errors::check_text(&problem.to_string());
                    problem.hint().iter().for_each(|hint| errors::check_text(hint));
                }
            }
        }
    }
}

fn compose_all(
    components: &[Component<'_>],
    unresolved: Unresolved,
) -> Result<wasm_rpc_stubgen_compose::Composition, wasm_rpc_stubgen_compose::ComposeError> {
    compose(&components[0], &components[1..], unresolved)
}

/// Checks that a composed component is valid, has the exports of the caller, and stays the same if it is composed again.
fn check_composed(caller: &[u8], composed: &[u8]) {
    validity::composed(caller, composed);
    let again = compose(&Component::new("composed.wasm", composed), &[], Unresolved::Allow);
    assert!(again.is_ok_and(|again| again.bytes == composed), "the composed component can be composed again");
}
