//! A caller and its stubs to one component: bytes in, bytes out, and a report.
//!
//! `component` reads what is given (through `wasm-compose`), `plan` decides who is plugged into whom, `needs` and
//! `imports` settle what remains and in which versions, `check` compares all types, `encode` writes the component,
//! `result` validates it. Every problem of the first phases is found before one of them ends the run.
//!
//! Internal to `wasm-rpc-stubgen`: no stability promise. Use `wasm-rpc-stubgen-core`, the public library.

mod check;
mod compare;
mod component;
mod custom_sections;
mod difference;
mod encode;
mod error;
mod host;
mod identity;
mod import_names;
mod imports;
mod names;
mod needs;
mod plan;
mod render;
mod report;
mod result;
mod scope;
mod types;
mod walk;

pub use component::Component;
pub use difference::{Difference, Mismatch};
pub use error::{ComposeError, Problem, Unsatisfied};
pub use report::{Plug, Report, Unused, Versions};

use component::DecodedComponent;
use plan::CALLER;

/// What to do about imports that neither a stub nor a known host satisfies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unresolved {
    /// They are an error.
    #[default]
    Refuse,
    /// They become imports of the composed component (`--allow-unresolved`).
    Allow,
}

/// A composed component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Its binary: valid, and with the exports of the caller. The caller's own bytes if no stub is used.
    pub bytes: Vec<u8>,
    /// What was done.
    pub report: Report,
}

/// Plugs `stubs` into `caller`, and into each other where one imports what another one exports.
///
/// The same input gives the same bytes.
///
/// # Errors
///
/// All problems that were found, at least one.
pub fn compose(caller: &Component, stubs: &[Component], unresolved: Unresolved) -> Result<Composition, ComposeError> {
    let mut report = Report::default();
    let given = read_all(caller, stubs, &mut report)?;
    let mut problems = Vec::new();
    let plan = match plan::plan(&given, &mut problems) {
        Ok(plan) => plan,
        Err(cycle) => {
            problems.push(cycle);
            return Err(ComposeError { problems });
        }
    };
    let needs = needs::needs(&given, &plan, &mut problems);
    let mut imports = imports::settle(&given, &plan, &needs, &mut problems);
    check::connections(&given, &plan, &mut imports.identities, &mut problems);
    check::drop_consequences(&given, &plan, &imports.names, &mut problems);
    let mut unsatisfied = check::unsatisfied(&given, &plan, &imports.names);
    // What nothing can satisfy is said already.
    unsatisfied.retain(|import| !problems.iter().any(|problem| problem.rules_out(&import.interface)));
    if unresolved == Unresolved::Refuse && !unsatisfied.is_empty() {
        let unused = check::unused_stubs(&given, &plan);
        problems.push(Problem::Unresolved { imports: unsatisfied, unused });
    } else {
        report.unresolved = unsatisfied;
    }
    if !problems.is_empty() {
        return Err(ComposeError { problems });
    }
    let bytes = result::make(&given, &plan, &needs, &imports)?;
    result::describe(&given, &plan, imports, &mut report);
    Ok(Composition { bytes, report })
}

/// Reads the caller and the stubs, in this order. A stub that is given again is left out.
fn read_all<'a>(
    caller: &Component<'a>,
    stubs: &[Component<'a>],
    report: &mut Report,
) -> Result<Vec<DecodedComponent<'a>>, ComposeError> {
    let mut validator = component::validator();
    let mut given: Vec<DecodedComponent> = Vec::new();
    let mut problems = Vec::new();
    let mut seen = std::collections::BTreeMap::new();
    for (index, component) in [caller].into_iter().chain(stubs).enumerate() {
        if index > CALLER {
            if let Some(first) = seen.get(component.bytes) {
                let names = (String::from(*first), component.name.to_owned());
                report.duplicates.push(names);
                continue;
            }
            seen.insert(component.bytes, component.name);
            if component.bytes == caller.bytes {
                report.same_as_caller.push(component.name.to_owned());
            }
        }
        match component::decode(&mut validator, component) {
            Ok(decoded) => given.push(decoded),
            Err(problem) => {
                problems.push(problem);
                // Nothing will be composed any more; the rest is read for its own problems.
                validator = component::validator();
            }
        }
    }
    match problems.is_empty() {
        true => Ok(given),
        false => Err(ComposeError { problems }),
    }
}
