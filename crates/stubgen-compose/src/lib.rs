//! A caller and its stubs to one component: bytes in, bytes out, and a report.
//!
//! `facts` reads and validates what is given, `plan` decides who is plugged into whom, `imports` settles what is left
//! over and in which versions, `check` holds all types against each other, `engine` (`wasm-compose`) makes the
//! component, `result` validates it. Every problem of the first phases is found before one of them ends the run.

mod check;
mod difference;
mod engine;
mod error;
mod facts;
mod host;
mod identity;
mod imports;
mod limits;
mod names;
mod plan;
mod render;
mod report;
mod result;
mod sections;
mod walk;

pub use difference::{Difference, Mismatch};
pub use error::{ComposeError, Problem, Unsatisfied};
pub use report::{Plug, Report, Unused, Versions};

use facts::Facts;
use plan::CALLER;

/// A component as it is given.
#[derive(Debug, Clone, Copy)]
pub struct Component<'a> {
    /// Its file name, for messages.
    pub name: &'a str,
    /// The component's binary.
    pub bytes: &'a [u8],
}

/// What to do about imports that neither a stub nor, as far as is known, a host satisfies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unresolved {
    /// They are an error.
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
    let mut imports = imports::settle(&given, &plan, &mut problems);
    check::connections(&given, &plan, &mut imports.identities, &mut problems);
    check::drop_consequences(&given, &plan, &imports.names, &mut problems);
    let left = check::unsatisfied(&given, &plan, &imports.names);
    if unresolved == Unresolved::Refuse && !left.is_empty() {
        problems.push(Problem::Unresolved { imports: left, idle: check::idle(&given, &plan) });
    } else {
        report.unresolved = left;
    }
    if plan.order != [CALLER] {
        limits::check(&given, &plan, &imports.names, &mut problems);
    }
    if !problems.is_empty() {
        return Err(ComposeError { problems });
    }
    let bytes = result::make(&given, &plan, &imports)?;
    result::describe(&given, &plan, imports, &mut report);
    Ok(Composition { bytes, report })
}

/// Reads the caller and the stubs, in this order. A stub that is given again is left out.
fn read_all<'a>(
    caller: &Component<'a>,
    stubs: &[Component<'a>],
    report: &mut Report,
) -> Result<Vec<Facts<'a>>, ComposeError> {
    let mut validator = facts::validator();
    let mut given: Vec<Facts> = Vec::new();
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
        }
        match facts::read(&mut validator, component) {
            Ok(facts) => given.push(facts),
            Err(problem) => {
                problems.push(problem);
                // Nothing will be composed any more; the rest is read for its own problems.
                validator = facts::validator();
            }
        }
    }
    match problems.is_empty() {
        true => Ok(given),
        false => Err(ComposeError { problems }),
    }
}
