//! `src/decode.rs`: nodes to values. First the code that is the same in every crate, then the stub's own types.

use super::definitions::{Case, Definition, Definitions};
use super::module::{module, tuples};
use super::names;
use super::source::Source;
use super::types::Types;
use wit_parser::Type;

const RUNTIME: &str = include_str!("runtime/decode.rs");
const TUPLE: &str = include_str!("runtime/decode_tuple.rs");

const SIGNATURE: [&str; 2] = ["answer: &mut Answer", "at: NodeIndex"];

pub(super) fn emit(types: &mut Types) -> String {
    let definitions = std::mem::take(&mut types.decoded);
    let mut source = module(types, &definitions, RUNTIME);
    tuples(&mut source, &definitions, TUPLE);
    for (id, definition) in &definitions.named {
        let name = types.name(Type::Id(*id));
        let least_nodes = types.least_nodes(Type::Id(*id));
        implement(&mut source, &name, least_nodes, |source| match definition {
            Definition::Record(fields) => record(source, fields),
            Definition::Variant(cases) => variant(source, cases),
            Definition::Enum(cases) => enumeration(source, cases),
            Definition::Flags(count) => flags(source, *count),
        });
    }
    handles(&mut source, types, &definitions);
    source.finish()
}

fn implement(source: &mut Source, ty: &str, least_nodes: u32, fill: impl FnOnce(&mut Source)) {
    source.gap();
    source.implement("Decode", ty, |source| {
        if least_nodes > 1 {
            source.line(format!("const LEAST_NODES: usize = {least_nodes};"));
            source.gap();
        }
        source.function("decode", &SIGNATURE.map(String::from), Some("Result<Self, Malformed>"), fill);
    });
}

fn record(source: &mut Source, fields: &[String]) {
    source.line(format!("let fields: [NodeIndex; {}] = answer.record(at)?;", fields.len()));
    source.enclose("Ok(Self {", "})", |source| {
        for (index, field) in fields.iter().enumerate() {
            source.pair(&format!("{field}:"), &format!("answer.decode(fields[{index}])?,"));
        }
    });
}

fn variant(source: &mut Source, cases: &[Case]) {
    source.enclose("Ok(match answer.variant(at)? {", "})", |source| {
        for (number, Case { name, has_payload }) in cases.iter().enumerate() {
            match has_payload {
                true => {
                    source.arm(&format!("({number}, Some(payload))"), &format!("Self::{name}(answer.decode(payload)?)"))
                }
                false => source.arm(&format!("({number}, None)"), &format!("Self::{name}")),
            }
        }
        let known = match cases.len() {
            1 => "0".to_string(),
            count => format!("0..={}", count - 1),
        };
        source.arm(&format!("({known}, _)"), "return Err(Malformed::PAYLOAD)");
        source.arm("_", "return Err(Malformed::CASE)");
    });
}

fn enumeration(source: &mut Source, cases: &[String]) {
    source.enclose("Ok(match answer.enumeration(at)? {", "})", |source| {
        for (number, name) in cases.iter().enumerate() {
            source.arm(&number.to_string(), &format!("Self::{name}"));
        }
        source.arm("_", "return Err(Malformed::CASE)");
    });
}

fn flags(source: &mut Source, count: usize) {
    let narrow = match count {
        0..=8 => " as u8",
        9..=16 => " as u16",
        _ => "",
    };
    source.line(format!("Ok(Self::from_bits_retain(answer.flags(at, {count})?{narrow}))"));
}

fn handles(source: &mut Source, types: &Types, definitions: &Definitions) {
    for id in &definitions.owned {
        let own = names::resource(types.resource_name(*id));
        implement(source, types.path(*id), 1, |source| {
            source.line(format!("let resource: resources::{own} = answer.decode(at)?;"));
            source.line("Ok(Self::new(resource))");
        });
        implement(source, &format!("resources::{own}"), 1, |source| {
            source.line("let remote = answer.remote(at, Self::DROP)?;");
            source.line("Ok(Self { remote })");
        });
    }
}
