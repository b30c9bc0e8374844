//! The targets: their WIT, and the calls that are counted.

use std::fs;
use std::path::Path;

use wasmtime::component::Val;

/// The worker that is called.
pub const LOCATION: &str = "urn:worker:0f2d1a44-6cb1-4f5d-9d9b-0f3b3f1b2c11/alice";

/// The length of long strings and lists of bytes.
const LONG: usize = 100_000;

/// What the functions that are called take and give.
const TYPES: &str = "
  enum kind { plain, gift, sample }
  record item {
    id: string, name: string, price: f64, weight: f32, quantity: u32,
    sold: u64, rating: s8, active: bool, kind: kind, note: option<string>,
  }";

/// The functions that are called.
const FUNCTIONS: &str = "
    nothing: func();
    put-item: func(item: item);
    get-item: func() -> item;
    put-items: func(items: list<item>);
    get-items: func() -> list<item>;
    put-text: func(text: string);
    get-text: func() -> string;
    put-bytes: func(bytes: list<u8>);
    get-bytes: func() -> list<u8>;";

/// A target, and what of it is called.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Its only file.
    pub wit: String,
    /// What its stub exports.
    pub interface: &'static str,
    /// The calls.
    pub calls: Vec<Call>,
}

/// One call.
pub struct Call {
    /// What it is an example of.
    pub what: &'static str,
    /// The stub's function.
    pub function: String,
    /// Its arguments, but for the resource whose method it is.
    pub arguments: Vec<Val>,
    /// What the worker answers; any value stands for a resource.
    pub answer: Option<Val>,
}

impl Call {
    /// The resource that it is a method of.
    pub fn resource(&self) -> Option<&str> {
        self.function.strip_prefix("[method]")?.split('.').next()
    }
}

/// All targets.
pub fn targets() -> Vec<Target> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../examples/shopping-cart/purchase-history/wit/purchase-history.wit");
    vec![
        Target {
            name: "purchase-history",
            what: "the tutorial's target, 2 functions",
            wit: fs::read_to_string(example).expect("the example has WIT"),
            interface: "shopping:purchase-history-stub/stub-purchase-history",
            calls: history_calls(),
        },
        Target {
            name: "fifty",
            what: "50 functions in one interface",
            wit: fifty(),
            interface: "bench:fifty-stub/stub-fifty",
            calls: calls("api"),
        },
        Target {
            name: "resources",
            what: "10 resources with 69 functions",
            wit: resources(),
            interface: "bench:resources-stub/stub-resources",
            calls: [constructor("thing0")].into_iter().chain(calls("thing0")).collect(),
        },
    ]
}

/// An interface with the functions that are called, and others like those that people write.
fn fifty() -> String {
    let others: String = (0..41)
        .map(|n| match n % 5 {
            0 => format!("  find{n}: func(id: string) -> option<item>;\n"),
            1 => format!("  update{n}: func(item: item, quantity: u32) -> result<u64, string>;\n"),
            2 => format!("  search{n}: func(words: list<string>, limit: u32) -> list<item>;\n"),
            3 => format!(
                "  record part{n} {{ id: u{}, name: string, items: list<item>, at: tuple<f64, f64> }}\n  \
                   store{n}: func(part: part{n}) -> part{n};\n",
                8 << (n / 5 % 4)
            ),
            _ => format!("  count{n}: func(first: u64, last: u64) -> u64;\n"),
        })
        .collect();
    format!("package bench:fifty;\n\ninterface api {{{TYPES}{FUNCTIONS}\n{others}}}\n\nworld fifty {{ export api; }}\n")
}

/// An interface of resources that are made, lent, given and returned; the first has the functions that are called.
fn resources() -> String {
    let resource = |n: usize| {
        let more = if n == 0 { FUNCTIONS } else { "" };
        format!(
            "
  resource thing{n} {{
    constructor(name: string);
    name: func() -> string;
    rename: func(name: string) -> result<u32, string>;
    merge: func(other: borrow<thing{n}>, next: option<thing{n}>) -> u64;
    split: func(parts: u32) -> list<thing{n}>;
    join: static func(all: list<thing{n}>) -> thing{n};{more}
  }}
"
        )
    };
    let all: String = (0..10).map(resource).collect();
    format!("package bench:resources;\n\ninterface api {{{TYPES}{all}}}\n\nworld resources {{ export api; }}\n")
}

/// The five kinds of calls, to the worker and back.
fn calls(resource: &str) -> Vec<Call> {
    let items = || Val::List(vec![item(); 1_000]);
    let text = || Val::String("x".repeat(LONG));
    let bytes = || Val::List(vec![Val::U8(7); LONG]);
    let call = |what, function, arguments, answer| {
        let function = format!("[method]{resource}.{function}");
        Call { what, function, arguments, answer }
    };
    vec![
        call("no arguments, no result", "nothing", vec![], None),
        call("a record of 10 fields: parameter", "put-item", vec![item()], None),
        call("the same: result", "get-item", vec![], Some(item())),
        call("a list of 1,000 such records: parameter", "put-items", vec![items()], None),
        call("the same: result", "get-items", vec![], Some(items())),
        call("a string of 100 KB: parameter", "put-text", vec![text()], None),
        call("the same: result", "get-text", vec![], Some(text())),
        call("a `list<u8>` of 100 KB: parameter", "put-bytes", vec![bytes()], None),
        call("the same: result", "get-bytes", vec![], Some(bytes())),
    ]
}

/// What makes a resource; for that of the interface's functions, no worker is called.
pub fn constructor(resource: &str) -> Call {
    let (arguments, answer) = match resource {
        "api" => (vec![location()], None),
        _ => (vec![location(), string("name")], Some(Val::Bool(true))),
    };
    let function = format!("[constructor]{resource}");
    Call { what: "a resource: construct and drop", function, arguments, answer }
}

fn history_calls() -> Vec<Call> {
    let product = record([
        ("product-id", string("p1")),
        ("name", string("Tea")),
        ("price", Val::Float32(4.5)),
        ("quantity", Val::U32(2)),
    ]);
    let order = record([
        ("order-id", string("alice-1")),
        ("items", Val::List(vec![product; 3])),
        ("total", Val::Float32(27.0)),
        ("timestamp", Val::U64(1_700_000_000)),
    ]);
    let function = |name: &str| format!("[method]api.{name}");
    let (what, orders) = ("an order of 3 items: parameter", Val::List(vec![order.clone(); 100]));
    vec![
        Call { what, function: function("add-order"), arguments: vec![order], answer: None },
        Call {
            what: "100 such orders: result",
            function: function("get-orders"),
            arguments: vec![],
            answer: Some(orders),
        },
    ]
}

fn item() -> Val {
    record([
        ("id", string("0123456789")),
        ("name", string("Darjeeling, first flush")),
        ("price", Val::Float64(4.5)),
        ("weight", Val::Float32(0.25)),
        ("quantity", Val::U32(3)),
        ("sold", Val::U64(1_000)),
        ("rating", Val::S8(-1)),
        ("active", Val::Bool(true)),
        ("kind", Val::Enum("gift".to_string())),
        ("note", Val::Option(Some(Box::new(string("in tins"))))),
    ])
}

fn string(text: &str) -> Val {
    Val::String(text.to_string())
}

fn record<const N: usize>(fields: [(&str, Val); N]) -> Val {
    Val::Record(fields.map(|(name, value)| (name.to_string(), value)).into())
}

fn location() -> Val {
    record([("value", string(LOCATION))])
}
