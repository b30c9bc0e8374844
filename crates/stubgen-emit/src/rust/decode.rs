//! `src/decode.rs`: nodes to values. First what is the same in every crate, then the stub's own types.

use super::names;
use super::source::Source;
use super::types::{Mentioned, Types};
use wit_parser::{Enum, Flags, Record, Type, TypeDefKind, TypeId, Variant};

const RUNTIME: &str = include_str!("runtime/decode.rs");
const TUPLE: &str = include_str!("runtime/decode_tuple.rs");

const SIGNATURE: [&str; 2] = ["answer: &mut Answer", "at: NodeIndex"];

pub(super) fn emit(types: &mut Types) -> String {
    let mentioned = std::mem::take(&mut types.decoded);
    let mut source = mentioned.module(types, RUNTIME);
    mentioned.tuples(&mut source, TUPLE);
    for id in &mentioned.definitions {
        let path = types.name(Type::Id(*id));
        implement(&mut source, &path, |source| definition(source, types, *id));
    }
    handles(&mut source, types, &mentioned);
    source.finish()
}

fn implement(source: &mut Source, ty: &str, fill: impl FnOnce(&mut Source)) {
    source.gap();
    source.implement("Decode", ty, |source| {
        source.function("decode", &SIGNATURE.map(String::from), Some("Result<Self, Malformed>"), fill);
    });
}

fn definition(source: &mut Source, types: &Types, id: TypeId) {
    match &types.resolve.types[id].kind {
        TypeDefKind::Record(record) => fields(source, record),
        TypeDefKind::Variant(variant) => cases(source, variant),
        TypeDefKind::Enum(cases) => enumeration(source, cases),
        TypeDefKind::Flags(flags) => bits(source, flags),
        _ => unreachable!("no other definition is mentioned"),
    }
}

fn fields(source: &mut Source, record: &Record) {
    source.line(format!("let fields: [NodeIndex; {}] = answer.record(at)?;", record.fields.len()));
    source.enclose("Ok(Self {", "})", |source| {
        for (index, field) in record.fields.iter().enumerate() {
            source.pair(&format!("{}:", names::ident(&field.name)), &format!("answer.decode(fields[{index}])?,"));
        }
    });
}

fn cases(source: &mut Source, variant: &Variant) {
    source.enclose("Ok(match answer.variant(at)? {", "})", |source| {
        for (number, case) in variant.cases.iter().enumerate() {
            let name = names::camel(&case.name);
            match case.ty {
                Some(_) => {
                    source.arm(&format!("({number}, Some(payload))"), &format!("Self::{name}(answer.decode(payload)?)"))
                }
                None => source.arm(&format!("({number}, None)"), &format!("Self::{name}")),
            }
        }
        let known = match variant.cases.len() {
            1 => "0".to_string(),
            count => format!("0..={}", count - 1),
        };
        source.arm(&format!("({known}, _)"), "return Err(Malformed::PAYLOAD)");
        source.arm("_", "return Err(Malformed::CASE)");
    });
}

fn enumeration(source: &mut Source, cases: &Enum) {
    source.enclose("Ok(match answer.enumeration(at)? {", "})", |source| {
        for (number, case) in cases.cases.iter().enumerate() {
            source.arm(&number.to_string(), &format!("Self::{}", names::camel(&case.name)));
        }
        source.arm("_", "return Err(Malformed::CASE)");
    });
}

fn bits(source: &mut Source, flags: &Flags) {
    let count = flags.flags.len();
    let narrow = match count {
        0..=8 => " as u8",
        9..=16 => " as u16",
        _ => "",
    };
    source.line(format!("Ok(Self::from_bits_retain(answer.flags(at, {count})?{narrow}))"));
}

fn handles(source: &mut Source, types: &Types, mentioned: &Mentioned) {
    for id in &mentioned.owned {
        let own = names::resource(types.resource_name(*id));
        implement(source, &types.path(*id), |source| {
            source.line(format!("let resource: resources::{own} = answer.decode(at)?;"));
            source.line("Ok(Self::new(resource))");
        });
        implement(source, &format!("resources::{own}"), |source| {
            source.line("let remote = answer.remote(at, Self::DROP)?;");
            source.line("Ok(Self { remote })");
        });
    }
}
