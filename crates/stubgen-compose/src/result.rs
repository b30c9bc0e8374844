//! The composed component: validated, with a report about it.

use std::collections::BTreeSet;

use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::{
    component::{self, DecodedComponent},
    encode,
    error::{Problem, one_line},
    imports::Imports,
    needs::Needs,
    plan::{CALLER, Plan},
    report::{Plug, Report, Unused},
};

/// The composed component. This is the one validation of function bodies.
pub(crate) fn make(
    given: &[DecodedComponent],
    plan: &Plan,
    needs: &Needs,
    imports: &Imports,
) -> Result<Vec<u8>, Problem> {
    let composed = match plan.order[..] {
        [CALLER] => given[CALLER].bytes.to_vec(),
        _ => encode::encode(given, plan, needs, imports)?,
    };
    match component::validator().validate_all(&composed) {
        Ok(_) => Ok(composed),
        Err(error) => Err(invalid(given, plan, &composed, &error)),
    }
}

/// An error in the bytes of a given component is that one's.
fn invalid(given: &[DecodedComponent], plan: &Plan, composed: &[u8], error: &BinaryReaderError) -> Problem {
    if plan.order == [CALLER] {
        return Problem::invalid(given[CALLER].name, error.message(), error.offset());
    }
    let payloads = Parser::new(0).parse_all(composed).map_while(Result::ok);
    let nested = payloads.filter_map(|payload| match payload {
        Payload::ComponentSection { unchecked_range, .. } => Some(unchecked_range),
        _ => None,
    });
    let mut end = 0;
    let parts = nested.filter(|range| {
        let is_outermost = range.start >= end;
        end = end.max(range.end);
        is_outermost
    });
    let found = parts.zip(&plan.order).find(|(range, _)| range.contains(&error.offset()));
    match found {
        Some((range, component)) => {
            Problem::invalid(given[*component].name, error.message(), error.offset() - range.start)
        }
        None => Problem::WrongResult { message: one_line(error.message()) },
    }
}

/// Fills in the report about a composition that succeeded.
pub(crate) fn describe(given: &[DecodedComponent], plan: &Plan, imports: Imports, report: &mut Report) {
    let plugs = plan.edges.iter().map(|edge| {
        let (importer, stub) = (&given[edge.importer], &given[edge.provider]);
        Plug {
            importer: importer.name.to_owned(),
            import: importer.imports[edge.import].name.clone(),
            stub: stub.name.to_owned(),
            export: stub.exports[edge.export].name.clone(),
        }
    });
    report.plugs = plugs.collect();
    let used: BTreeSet<_> = plan.order.iter().collect();
    let stubs = given.iter().enumerate();
    let unused = stubs.filter(|(index, _)| !used.contains(index));
    report.unused = unused
        .map(|(_, stub)| Unused {
            stub: stub.name.to_owned(),
            exports: stub.exports.iter().map(|item| item.name.clone()).collect(),
        })
        .collect();
    let left = imports.names.shared(plan).into_keys();
    report.imports = left.map(str::to_owned).collect();
    // A caller on its own is not changed, whatever it imports.
    if plan.order != [CALLER] {
        report.versions = imports.versions;
    }
}
