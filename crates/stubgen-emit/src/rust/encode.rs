//! `src/encode.rs`: values to nodes. First what is the same in every crate, then the stub's own types.

use super::names;
use super::source::Source;
use super::types::{Mentioned, Types};
use wit_parser::{Flags, Record, Type, TypeDefKind, TypeId, Variant};

const RUNTIME: &str = include_str!("runtime/encode.rs");
const TUPLE: &str = include_str!("runtime/encode_tuple.rs");

const SIGNATURE: [&str; 3] = ["self", "nodes: &mut Nodes", "at: NodeIndex"];

pub(super) fn emit(types: &mut Types) -> String {
    let mentioned = std::mem::take(&mut types.encoded);
    let mut source = mentioned.module(types, RUNTIME);
    mentioned.tuples(&mut source, TUPLE);
    for id in &mentioned.definitions {
        source.gap();
        source.implement("Encode", &types.name(Type::Id(*id)), |source| {
            source.function("encode", &SIGNATURE.map(String::from), None, |source| definition(source, types, *id));
        });
    }
    handles(&mut source, types, &mentioned);
    source.finish()
}

fn definition(source: &mut Source, types: &Types, id: TypeId) {
    match &types.resolve.types[id].kind {
        TypeDefKind::Record(record) => fields(source, record),
        TypeDefKind::Variant(variant) => cases(source, variant),
        TypeDefKind::Enum(_) => source.line("nodes.put(at, WitNode::EnumValue(self as u32));"),
        TypeDefKind::Flags(flags) => bits(source, flags),
        _ => unreachable!("no other definition is mentioned"),
    }
}

fn fields(source: &mut Source, record: &Record) {
    source.line(format!("let first = nodes.record(at, {});", record.fields.len()));
    for (index, field) in record.fields.iter().enumerate() {
        let node = if index == 0 { "first".to_string() } else { format!("first + {index}") };
        source.line(format!("self.{}.encode(nodes, {node});", names::ident(&field.name)));
    }
}

fn cases(source: &mut Source, variant: &Variant) {
    source.block("match self {", |source| {
        for (number, case) in variant.cases.iter().enumerate() {
            let name = names::camel(&case.name);
            match case.ty {
                Some(_) => {
                    source.arm(&format!("Self::{name}(payload)"), &format!("nodes.case_of(at, {number}, payload)"))
                }
                None => source.arm(&format!("Self::{name}"), &format!("nodes.case(at, {number})")),
            }
        }
    });
}

fn bits(source: &mut Source, flags: &Flags) {
    let count = flags.flags.len();
    match count {
        0..=16 => source.line(format!("nodes.flags(at, self.bits().into(), {count});")),
        _ => source.line(format!("nodes.flags(at, self.bits(), {count});")),
    }
}

fn handles(source: &mut Source, types: &Types, mentioned: &Mentioned) {
    for id in &mentioned.owned {
        let own = names::resource(types.resource_name(*id));
        source.gap();
        source.implement("Encode", &types.path(*id), |source| {
            source.function("encode", &SIGNATURE.map(String::from), None, |source| {
                source.line(format!("let resource: resources::{own} = self.into_inner();"));
                source.line("nodes.give(at, resource.remote);");
            });
        });
    }
    for id in &mentioned.borrowed {
        let own = names::resource(types.resource_name(*id));
        source.gap();
        source.implement("Encode", &format!("{}<'_>", types.borrow_path(*id)), |source| {
            source.function("encode", &SIGNATURE.map(String::from), None, |source| {
                source.line(format!("let resource: &resources::{own} = self.get();"));
                source.line("nodes.lend(at, &resource.remote);");
            });
        });
    }
}
