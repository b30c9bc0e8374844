//! Every type crosses: arguments and results of a component that gives back what it gets.

use crate::support::{failure, invoke, wat};
use worker_host::{Host, HostBuilder};

/// Parameters that flatten to more than 16 values are passed in memory, the first of them at its beginning: one core
/// function then echoes every type that is returned in memory too.
const ECHO: &str = r#"
(component
  (core module $main
    (memory (export "memory") 64)
    (global $next (mut i32) (i32.const 64))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $at i32)
      (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
      (global.set $next (i32.add (local.get $at) (local.get 3)))
      (local.get $at))
    (func (export "memory-echo") (param i32) (result i32) (local.get 0))
    (func (export "reset-32") (param i32) (global.set $next (i32.const 64)))
    (func (export "i32") (param i32) (result i32) (local.get 0))
    (func (export "i64") (param i64) (result i64) (local.get 0))
    (func (export "f32") (param f32) (result f32) (local.get 0))
    (func (export "f64") (param f64) (result f64) (local.get 0))
    (func (export "nothing")))
  (core instance $main (instantiate $main))
  (alias core export $main "memory" (core memory $memory))
  (alias core export $main "realloc" (core func $realloc))
  (alias core export $main "reset-32" (core func $reset))
  (type $enum' (enum "red" "green" "true")) (export $enum "enum" (type $enum'))
  (type $flags' (flags "f0" "f1" "f2" "f3" "f4" "f5" "f6" "f7" "f8" "f9" "f10" "f11" "f12" "f13" "f14" "f15" "f16"
    "f17" "f18" "f19" "f20" "f21" "f22" "f23" "f24" "f25" "f26" "f27" "f28" "f29" "f30" "f31"))
  (export $flags "flags" (type $flags'))
  (type $record' (record (field "id" u64) (field "name" string) (field "color" $enum) (field "note" (option string))))
  (export $record "record" (type $record'))
  (type $variant' (variant (case "none-at-all") (case "text" string) (case "nested" $record)))
  (export $variant "variant" (type $variant'))
  (func (export "nothing") (canon lift (core func $main "nothing")))
  @FUNCTIONS@)
"#;

const FLAT: [(&str, &str, &str); 14] = [
    ("bool", "bool", "i32"),
    ("s8", "s8", "i32"),
    ("u8", "u8", "i32"),
    ("s16", "s16", "i32"),
    ("u16", "u16", "i32"),
    ("s32", "s32", "i32"),
    ("u32", "u32", "i32"),
    ("s64", "s64", "i64"),
    ("u64", "u64", "i64"),
    ("f32", "f32", "f32"),
    ("f64", "f64", "f64"),
    ("char", "char", "i32"),
    ("an-enum", "$enum", "i32"),
    ("some-flags", "$flags", "i32"),
];

const IN_MEMORY: [(&str, &str); 11] = [
    ("string", "string"),
    ("list", "(list u16)"),
    ("fixed", "(list u32 3)"),
    ("map", "(map string (option u32))"),
    ("tuple", "(tuple u8 string)"),
    ("option", "(option (option u64))"),
    ("result", "(result (list string) (error $variant))"),
    ("result-err", "(result (error string))"),
    ("a-record", "$record"),
    ("a-variant", "$variant"),
    ("deep", "(list (tuple (option $record) (result (list $variant) (error (list u8 2)))))"),
];

fn host() -> Host {
    let flat = FLAT.iter().map(|(name, ty, core)| {
        format!(
            "(func (export \"{name}\") (param \"x\" {ty}) (result {ty}) (canon lift (core func $main \"{core}\")))\n"
        )
    });
    let pads: String = (0..16).map(|pad| format!("(param \"p{pad}\" u8) ")).collect();
    let in_memory = IN_MEMORY.iter().map(|(name, ty)| {
        format!(
            "(func (export \"{name}\") (param \"x\" {ty}) {pads} (result {ty}) (canon lift
               (core func $main \"memory-echo\") (memory $memory) (realloc $realloc) (post-return $reset)))\n"
        )
    });
    let functions: String = flat.chain(in_memory).collect();
    let bytes = wat(&ECHO.replace("@FUNCTIONS@", &functions));
    HostBuilder::new().component("echo", &bytes).unwrap().build()
}

#[tokio::test]
async fn flat_values_come_back() {
    let host = host();
    #[rustfmt::skip]
    let cases = [
        ("bool", "true"), ("bool", "false"), ("s8", "-128"), ("s8", "127"), ("u8", "0"), ("u8", "255"),
        ("s16", "-32768"), ("u16", "65535"), ("s32", "-2147483648"), ("u32", "4294967295"),
        ("s64", "-9223372036854775808"), ("u64", "18446744073709551615"),
        ("f32", "-inf"), ("f32", "nan"), ("f32", "1.5"), ("f64", "-0"), ("f64", "0.1"),
        ("char", "'x'"), ("char", "'🦀'"), ("an-enum", "green"), ("an-enum", "%true"),
        ("some-flags", "{}"), ("some-flags", "{f0, f15, f31}"),
    ];
    for (function, value) in cases {
        assert_eq!(invoke(&host, "echo/a", function, [value]).await, value, "{function}");
    }
    assert_eq!(invoke(&host, "echo/a", "nothing", []).await, "()");
}

#[tokio::test]
async fn values_in_memory_come_back() {
    let host = host();
    let long = format!("[{}]", vec!["65535"; 10_000].join(", "));
    #[rustfmt::skip]
    let cases = [
        ("string", r#""""#), ("string", r#""日本 \"🦀\" \n""#), ("list", "[]"), ("list", "[1, 2, 3]"), ("list", &long),
        ("fixed", "[1, 2, 3]"), ("map", "[]"), ("map", r#"[("a", some(1)), ("", none)]"#), ("tuple", r#"(1, "one")"#),
        ("option", "none"), ("option", "some(none)"), ("option", "some(some(5))"),
        ("result", r#"ok(["a", "b"])"#), ("result", "err(none-at-all)"), ("result-err", "ok"), ("result-err", r#"err("no")"#),
        ("a-record", r#"{id: 1, name: "n", color: red}"#),
        ("a-record", r#"{id: 1, name: "n", color: %true, note: some("x")}"#),
        ("a-variant", "none-at-all"), ("a-variant", r#"text("t")"#),
        ("a-variant", r#"nested({id: 0, name: "", color: green})"#),
        ("deep", r#"[(none, err([1, 2])), (some({id: 1, name: "n", color: red}), ok([none-at-all, text("x")]))]"#),
    ];
    for (function, value) in cases {
        let mut arguments = vec![value.to_owned()];
        arguments.extend(vec!["0".to_owned(); 16]);
        let answer = host.invoke("echo/a", function, arguments).await.unwrap();
        assert_eq!(answer.to_wave(), value, "{function}");
    }
}

#[tokio::test]
async fn arguments_of_another_type_are_errors() {
    let host = host();
    let message = failure(&host, "echo/a", "u8", ["256"]).await;
    assert_eq!(message, "`u8`: argument for `x`: expected a value of type `u8`, got `256` at column 1");
    let message = failure(&host, "echo/a", "u8", ["1 2"]).await;
    assert!(message.contains("column 3"), "{message}");
    let message = failure(&host, "echo/a", "an-enum", ["pink"]).await;
    assert_eq!(message, "`an-enum`: argument for `x`: the type has no case `pink`");
    let message = failure(&host, "echo/a", "u8", []).await;
    assert_eq!(message, "`u8`: expected 1 parameter (`x`), got 0");
    let mut arguments = vec![r#"{id: 1, name: "n", color: red, nota: some("x")}"#.to_owned()];
    arguments.extend(vec!["0".to_owned(); 16]);
    let error = host.invoke("echo/a", "a-record", arguments).await.unwrap_err();
    assert!(error.to_string().contains("the record has no field `nota`"), "{error}");
}
