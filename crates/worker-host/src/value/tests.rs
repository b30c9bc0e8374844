//! Both directions of the conversion: each type with its boundary values, and what hostile nodes lead to.

use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Component, ResourceType, Type, Val};
use wasmtime::{Config, Engine};

use super::*;

/// The types by name: every one is imported under its name, and used by a function `f-{name}`.
const TYPES: &str = r#"
(component
  (type $record' (record (field "id" u32) (field "name" string) (field "tags" (list string))))
  (import "record" (type $record (eq $record')))
  (type $variant' (variant (case "none-at-all") (case "number" s64) (case "nested" $record)))
  (import "variant" (type $variant (eq $variant')))
  (type $enum' (enum "red" "green" "blue"))
  (import "enum" (type $enum (eq $enum')))
  (type $flags' (flags "a" "b" "c" "d" "e" "f" "g" "h" "i"))
  (import "flags" (type $flags (eq $flags')))
  (import "res" (type $res (sub resource)))
  (import "f-record" (func (param "p" $record)))
  (import "f-variant" (func (param "p" $variant)))
  (import "f-enum" (func (param "p" $enum)))
  (import "f-flags" (func (param "p" $flags)))
  (import "f-own" (func (param "p" (own $res))))
  (import "f-borrow" (func (param "p" (borrow $res))))
  (import "f-owns" (func (param "p" (list (own $res)))))
  (import "f-bool" (func (param "p" bool)))
  (import "f-s8" (func (param "p" s8)))
  (import "f-u8" (func (param "p" u8)))
  (import "f-s16" (func (param "p" s16)))
  (import "f-u16" (func (param "p" u16)))
  (import "f-s32" (func (param "p" s32)))
  (import "f-u32" (func (param "p" u32)))
  (import "f-s64" (func (param "p" s64)))
  (import "f-u64" (func (param "p" u64)))
  (import "f-f32" (func (param "p" f32)))
  (import "f-f64" (func (param "p" f64)))
  (import "f-char" (func (param "p" char)))
  (import "f-string" (func (param "p" string)))
  (import "f-list" (func (param "p" (list u16))))
  (import "f-fixed" (func (param "p" (list u8 3))))
  (import "f-map" (func (param "p" (map string (option u32)))))
  (import "f-tuple" (func (param "p" (tuple u8 (tuple string) $enum))))
  (import "f-option" (func (param "p" (option (option bool)))))
  (import "f-result" (func (param "p" (result))))
  (import "f-result-ok" (func (param "p" (result u8))))
  (import "f-result-err" (func (param "p" (result (error string)))))
  (import "f-result-both" (func (param "p" (result (list u8) (error $variant)))))
  (import "f-stream" (func (param "p" (stream u8))))
)"#;

/// Refuses all handles.
struct NoHandles;

impl Handles for NoHandles {
    fn send(&mut self, _: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        Err("no handle can cross here".to_owned())
    }

    fn receive(&mut self, _: &Uri, _: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Err("no handle can cross here".to_owned())
    }
}

fn types() -> impl Fn(&str) -> Type {
    let mut config = Config::new();
    config.wasm_component_model_map(true);
    config.wasm_component_model_fixed_length_lists(true);
    config.wasm_component_model_async(true);
    let engine = Engine::new(&config).unwrap();
    let component = Component::new(&engine, wat::parse_str(TYPES).unwrap()).unwrap();
    move |name| {
        let component = component.component_type();
        let function = component.get_import(&engine, &format!("f-{name}"));
        match function.expect("one of TYPES").ty {
            ComponentItem::ComponentFunc(function) => function.params().next().unwrap().1,
            other => panic!("{name} is a function, not {other:?}"),
        }
    }
}

fn some(value: Val) -> Option<Box<Val>> {
    Some(Box::new(value))
}

fn record(id: u32, name: &str, tags: &[&str]) -> Val {
    let tags = tags.iter().map(|tag| Val::String((*tag).into())).collect();
    Val::Record(vec![
        ("id".into(), Val::U32(id)),
        ("name".into(), Val::String(name.into())),
        ("tags".into(), Val::List(tags)),
    ])
}

fn boundary_values() -> Vec<(&'static str, Val)> {
    let red = || Val::Enum("red".into());
    let mut values = vec![
        ("record", record(0, "", &[])),
        ("record", record(u32::MAX, "a\u{10FFFF}\0", &["", "x"])),
        ("variant", Val::Variant("none-at-all".into(), None)),
        ("variant", Val::Variant("number".into(), some(Val::S64(i64::MIN)))),
        ("variant", Val::Variant("nested".into(), some(record(1, "n", &["t"])))),
        ("enum", red()),
        ("enum", Val::Enum("blue".into())),
        ("flags", Val::Flags(vec![])),
        ("flags", Val::Flags(vec!["a".into(), "h".into(), "i".into()])),
        ("bool", Val::Bool(false)),
        ("bool", Val::Bool(true)),
        ("list", Val::List(vec![])),
        ("list", Val::List((0..10_000).map(Val::U16).collect())),
        ("fixed", Val::FixedLengthList(vec![Val::U8(0); 3])),
        ("map", Val::Map(vec![])),
        (
            "map",
            Val::Map(vec![
                (Val::String("k".into()), Val::Option(some(Val::U32(1)))),
                (Val::String("".into()), Val::Option(None)),
            ]),
        ),
        ("tuple", Val::Tuple(vec![Val::U8(9), Val::Tuple(vec![Val::String("1".into())]), red()])),
        ("option", Val::Option(None)),
        ("option", Val::Option(some(Val::Option(None)))),
        ("option", Val::Option(some(Val::Option(some(Val::Bool(true)))))),
        ("result", Val::Result(Ok(None))),
        ("result", Val::Result(Err(None))),
        ("result-ok", Val::Result(Ok(some(Val::U8(255))))),
        ("result-ok", Val::Result(Err(None))),
        ("result-err", Val::Result(Ok(None))),
        ("result-err", Val::Result(Err(some(Val::String("no".into()))))),
        ("result-both", Val::Result(Ok(some(Val::List(vec![Val::U8(1)]))))),
        ("result-both", Val::Result(Err(some(Val::Variant("none-at-all".into(), None))))),
    ];
    for (low, high) in [
        (("s8", Val::S8(i8::MIN)), ("s8", Val::S8(i8::MAX))),
        (("u8", Val::U8(u8::MIN)), ("u8", Val::U8(u8::MAX))),
        (("s16", Val::S16(i16::MIN)), ("s16", Val::S16(i16::MAX))),
        (("u16", Val::U16(u16::MIN)), ("u16", Val::U16(u16::MAX))),
        (("s32", Val::S32(i32::MIN)), ("s32", Val::S32(i32::MAX))),
        (("u32", Val::U32(u32::MIN)), ("u32", Val::U32(u32::MAX))),
        (("s64", Val::S64(i64::MIN)), ("s64", Val::S64(i64::MAX))),
        (("u64", Val::U64(u64::MIN)), ("u64", Val::U64(u64::MAX))),
        (("f32", Val::Float32(f32::NEG_INFINITY)), ("f32", Val::Float32(f32::NAN))),
        (("f64", Val::Float64(-0.0)), ("f64", Val::Float64(f64::MIN_POSITIVE))),
        (("char", Val::Char('\0')), ("char", Val::Char('\u{10FFFF}'))),
        (("string", Val::String(String::new())), ("string", Val::String("日本 🦀".repeat(1000)))),
    ] {
        values.extend([low, high]);
    }
    values
}

#[test]
fn every_type_makes_the_round_trip() {
    let ty = types();
    for (name, value) in boundary_values() {
        let wire = to_wire(&value, &ty(name), &mut NoHandles).unwrap();
        let back = from_wire(&wire, &ty(name), &mut NoHandles).unwrap();
        assert_eq!(back, value, "{name}");
    }
}

#[test]
fn a_parent_comes_before_its_children() {
    let ty = types()("result-both");
    let value = Val::Result(Err(some(Val::Variant("nested".into(), some(record(7, "n", &["a", "b"]))))));
    let wire = to_wire(&value, &ty, &mut NoHandles).unwrap();
    let expected = vec![
        Node::Result(Err(Some(1))),
        Node::Variant((2, Some(2))),
        Node::Record(vec![3, 4, 5]),
        Node::U32(7),
        Node::String("n".into()),
        Node::List(vec![6, 7]),
        Node::String("a".into()),
        Node::String("b".into()),
    ];
    assert_eq!(wire.nodes, expected);
}

#[test]
fn maps_travel_as_lists_of_pairs_and_fixed_lists_as_lists() {
    let ty = types();
    let map = Val::Map(vec![(Val::String("k".into()), Val::Option(None))]);
    let wire = to_wire(&map, &ty("map"), &mut NoHandles).unwrap();
    let expected = vec![Node::List(vec![1]), Node::Tuple(vec![2, 3]), Node::String("k".into()), Node::Option(None)];
    assert_eq!(wire.nodes, expected);
    let fixed = Val::FixedLengthList(vec![Val::U8(1), Val::U8(2), Val::U8(3)]);
    let wire = to_wire(&fixed, &ty("fixed"), &mut NoHandles).unwrap();
    assert_eq!(wire.nodes[0], Node::List(vec![1, 2, 3]));
}

#[test]
fn readers_accept_any_order_and_ignore_what_nothing_refers_to() {
    let ty = types()("record");
    let nodes =
        vec![Node::Record(vec![4, 2, 1]), Node::List(vec![]), Node::String("n".into()), Node::Bool(true), Node::U32(5)];
    let value = from_wire(&WitValue { nodes }, &ty, &mut NoHandles).unwrap();
    assert_eq!(value, record(5, "n", &[]));
}

/// A table with one resource, known as `urn:x` and 7; typed values are placeholders.
struct OneHandle;

impl Handles for OneHandle {
    fn send(&mut self, value: &Val, _ty: &ResourceType, ownership: Ownership) -> Result<(Uri, u64), String> {
        match value {
            Val::Enum(name) if *name == format!("{ownership:?}") => {
                let value = "urn:x".to_owned();
                Ok((Uri { value }, 7))
            }
            other => Err(format!("not a handle: {other:?}")),
        }
    }

    fn receive(&mut self, uri: &Uri, id: u64, _ty: &ResourceType, ownership: Ownership) -> Result<Val, String> {
        if uri.value == "urn:x" && id == 7 {
            Ok(Val::Enum(format!("{ownership:?}")))
        } else {
            Err(format!("unknown handle {} {id}", uri.value))
        }
    }
}

#[test]
fn handles_are_asked_of_the_table() {
    let ty = types();
    let value = "urn:x".to_owned();
    let wire = WitValue { nodes: vec![Node::Handle((Uri { value }, 7))] };
    for (name, placeholder) in [("own", "Own"), ("borrow", "Borrow")] {
        let placeholder = Val::Enum(placeholder.into());
        let value = from_wire(&wire, &ty(name), &mut OneHandle).unwrap();
        assert_eq!(value, placeholder);
        assert_eq!(to_wire(&value, &ty(name), &mut OneHandle).unwrap(), wire);
    }
    let mut nodes = vec![Node::List(vec![1])];
    nodes.push(Node::Handle((Uri { value: "y".into() }, 1)));
    let error = from_wire(&WitValue { nodes }, &ty("owns"), &mut OneHandle).unwrap_err();
    assert_eq!(error.to_string(), "at `[0]`: unknown handle y 1");
}

#[test]
fn hostile_nodes_are_errors_that_say_where() {
    let ty = types();
    let string = || Node::String("s".into());
    #[rustfmt::skip]
    let cases: Vec<(&str, Vec<Node>, &str)> = vec![
        ("u8", vec![], "node index 0 is out of range: the value has 0 nodes"),
        ("u8", vec![string()], "expected `prim-u8`, got `prim-string`"),
        ("list", vec![Node::List(vec![1])], "at `[0]`: node index 1 is out of range: the value has 1 nodes"),
        ("list", vec![Node::List(vec![-1])], "at `[0]`: node index -1 is out of range: the value has 1 nodes"),
        ("list", vec![Node::List(vec![i32::MAX])], "at `[0]`: node index 2147483647 is out of range: the value has 1 nodes"),
        ("list", vec![Node::List(vec![0])], "at `[0]`: node 0 is used more than once: a value is a tree"),
        ("list", vec![Node::List(vec![1, 1]), Node::U16(0)], "at `[1]`: node 1 is used more than once: a value is a tree"),
        ("option", vec![Node::Option(Some(1)), Node::Option(Some(0))], "at `.some.some`: node 0 is used more than once: a value is a tree"),
        ("fixed", vec![Node::List(vec![1, 2]), Node::U8(0), Node::U8(0)], "expected 3 elements, got 2"),
        ("record", vec![Node::Record(vec![])], "expected 3 fields, got 0"),
        ("record", vec![Node::Record(vec![1, 2, 2]), Node::U32(0), Node::U32(0)], "at `.name`: expected `prim-string`, got `prim-u32`"),
        ("tuple", vec![Node::Tuple(vec![0; 4])], "expected 3 elements, got 4"),
        ("variant", vec![Node::Variant((3, None))], "case 3 is out of range: the type has 3 cases"),
        ("variant", vec![Node::Variant((u32::MAX, None))], "case 4294967295 is out of range: the type has 3 cases"),
        ("variant", vec![Node::Variant((0, Some(1))), string()], "at `.none-at-all`: unexpected payload"),
        ("variant", vec![Node::Variant((1, None))], "at `.number`: missing payload"),
        ("enum", vec![Node::Enum(3)], "case 3 is out of range: the type has 3 cases"),
        ("flags", vec![Node::Flags(vec![true; 8])], "expected 9 flags, got 8"),
        ("result", vec![Node::Result(Ok(Some(1))), string()], "at `.ok`: unexpected payload"),
        ("result-ok", vec![Node::Result(Ok(None))], "at `.ok`: missing payload"),
        ("map", vec![Node::List(vec![1]), Node::Tuple(vec![])], "at `[0]`: expected 2 elements, got 0"),
        ("map", vec![Node::List(vec![1]), string()], "at `[0]`: expected `tuple-value`, got `prim-string`"),
        ("own", vec![Node::U64(1)], "expected `handle`, got `prim-u64`"),
        ("stream", vec![Node::U64(1)], "values of type `stream` cannot cross workers"),
    ];
    for (name, nodes, message) in cases {
        let error = from_wire(&WitValue { nodes }, &ty(name), &mut NoHandles).unwrap_err();
        assert_eq!(error.to_string(), message, "{name}");
    }
}

#[test]
fn values_of_another_type_are_errors() {
    let ty = types();
    #[rustfmt::skip]
    let cases: Vec<(&str, Val, &str)> = vec![
        ("u8", Val::U16(1), "expected a value of type `u8`, got U16(1)"),
        ("enum", Val::Enum("pink".into()), "the type has no case `pink`"),
        ("flags", Val::Flags(vec!["z".into()]), "the type has no flag `z`"),
        ("variant", Val::Variant("number".into(), None), "at `.number`: missing payload"),
        ("record", Val::Record(vec![]), "expected 3 fields, got 0"),
        ("fixed", Val::FixedLengthList(vec![]), "expected 3 elements, got 0"),
        ("own", Val::U64(1), "no handle can cross here"),
        ("stream", Val::U64(1), "values of type `stream` cannot cross workers"),
    ];
    for (name, value, message) in cases {
        let error = to_wire(&value, &ty(name), &mut NoHandles).unwrap_err();
        assert_eq!(error.to_string(), message, "{name}");
    }
}

#[test]
fn an_answer_is_a_tuple_of_no_or_one_element() {
    assert_eq!(WitValue::answer(None).nodes, [Node::Tuple(vec![])]);
    let ty = types()("option");
    let value = Val::Option(some(Val::Option(some(Val::Bool(true)))));
    let answer = WitValue::answer(Some(to_wire(&value, &ty, &mut NoHandles).unwrap()));
    let expected = [Node::Tuple(vec![1]), Node::Option(Some(2)), Node::Option(Some(3)), Node::Bool(true)];
    assert_eq!(answer.nodes, expected);
}
