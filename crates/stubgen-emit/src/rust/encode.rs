//! `src/encode.rs`: values to nodes. First the code that is the same in every crate, then the stub's own types.

use super::definitions::{Case, Definition, Definitions};
use super::module::{module, tuples};
use super::names;
use super::source::Source;
use super::types::Types;
use wit_parser::Type;

const RUNTIME: &str = include_str!("runtime/encode.rs");
const TUPLE: &str = include_str!("runtime/encode_tuple.rs");

const SIGNATURE: [&str; 3] = ["self", "nodes: &mut Nodes", "at: NodeIndex"];

pub(super) fn emit(types: &mut Types) -> String {
    let definitions = std::mem::take(&mut types.encoded);
    let mut source = module(types, &definitions, RUNTIME);
    tuples(&mut source, &definitions, TUPLE);
    for (id, definition) in &definitions.named {
        let name = types.name(Type::Id(*id));
        implement(&mut source, &name, |source| match definition {
            Definition::Record(fields) => record(source, fields),
            Definition::Variant(cases) => variant(source, cases),
            Definition::Enum(_) => source.line("nodes.put(at, WitNode::EnumValue(self as u32));"),
            Definition::Flags(count) => flags(source, *count),
        });
    }
    handles(&mut source, types, &definitions);
    source.finish()
}

fn implement(source: &mut Source, ty: &str, fill: impl FnOnce(&mut Source)) {
    source.gap();
    source.implement("Encode", ty, |source| {
        source.function("encode", &SIGNATURE.map(String::from), None, fill);
    });
}

fn record(source: &mut Source, fields: &[String]) {
    source.line(format!("let first = nodes.record(at, {});", fields.len()));
    for (index, field) in fields.iter().enumerate() {
        let node = if index == 0 { "first".to_string() } else { format!("first + {index}") };
        source.line(format!("self.{field}.encode(nodes, {node});"));
    }
}

fn variant(source: &mut Source, cases: &[Case]) {
    source.block("match self {", |source| {
        for (number, Case { name, has_payload }) in cases.iter().enumerate() {
            match has_payload {
                true => source.arm(&format!("Self::{name}(payload)"), &format!("nodes.case_of(at, {number}, payload)")),
                false => source.arm(&format!("Self::{name}"), &format!("nodes.case(at, {number})")),
            }
        }
    });
}

fn flags(source: &mut Source, count: usize) {
    match count {
        0..=16 => source.line(format!("nodes.flags(at, self.bits().into(), {count});")),
        _ => source.line(format!("nodes.flags(at, self.bits(), {count});")),
    }
}

fn handles(source: &mut Source, types: &Types, definitions: &Definitions) {
    for id in &definitions.owned {
        let own = names::resource(types.resource_name(*id));
        implement(source, types.path(*id), |source| {
            source.line(format!("let resource: resources::{own} = self.into_inner();"));
            source.line("nodes.give(at, resource.remote);");
        });
    }
    for id in &definitions.borrowed {
        let own = names::resource(types.resource_name(*id));
        implement(source, &format!("{}<'_>", types.borrow_path(*id)), |source| {
            source.line(format!("let resource: &resources::{own} = self.get();"));
            source.line("nodes.lend(at, &resource.remote);");
        });
    }
}
