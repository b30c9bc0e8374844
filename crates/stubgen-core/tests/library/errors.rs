//! Errors carry their reasons in `Display`, in `source` and as diagnostics.

use std::error::Error;

use wasm_rpc_stubgen_core::{
    EmitError, LoadError, Severity, Stub, StubError, StubOptions, Target, TargetOptions, TypeSource, Unsupported,
};

/// The texts of an error and all its sources.
fn chain(error: &(dyn Error + 'static)) -> String {
    let sources = std::iter::successors(Some(error), |error| (*error).source());
    sources.map(ToString::to_string).collect::<Vec<_>>().join(" <- ")
}

fn load(wit: &str) -> Result<Target, LoadError> {
    Target::from_wit_text([("cart.wit", wit)], &TargetOptions::default())
}

#[test]
fn a_wrong_text_says_what_and_where() {
    let error = load("package shop:cart;\nworld cart { export missing; }").expect_err("`missing` does not exist");
    assert_eq!(error.to_string(), "cart.wit:2:21: interface or world `missing` does not exist");
    let [diagnostic] = error.diagnostics().try_into().expect("one error");
    assert_eq!(diagnostic.severity, Severity::Error);
    assert_eq!(
        diagnostic.to_string(),
        "error: interface or world `missing` does not exist\n --> cart.wit:2:21\n   2 | world cart { export missing; }\n     \
         |                     ^^^^^^^"
    );
}

#[test]
fn a_path_that_cannot_be_read_has_a_source() {
    let error = Target::from_path("no/such/path", &TargetOptions::default()).expect_err("there is nothing");
    assert!(error.source().is_some_and(|source| source.is::<std::io::Error>()), "{}", chain(&error));
}

#[test]
fn each_function_that_cannot_be_stubbed_is_named() {
    let wit = "package a:b; interface i { f: func() -> stream<u8>; g: func() -> future<u8>; h: func(); } world w { export i; }";
    let target = load(wit).expect("the WIT is right");
    let error = Stub::new(target.clone(), &StubOptions::default()).expect_err("two functions cannot be stubbed");
    let text = chain(&error);
    for part in ["a:b/i.{f}", "a `stream` cannot be passed", "a:b/i.{g}", "a `future` cannot be passed"] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(error.diagnostics().len(), 2);
    let skipped = Stub::new(target, &StubOptions::new().unsupported(Unsupported::Skipped)).expect("`h` is left");
    let warnings = skipped.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Warning);
    assert_eq!(warnings.count(), 2);
}

#[test]
fn old_syntax_is_told_with_its_places() {
    let error = load("package a:b\ninterface i { f: func() -> (a: u8, b: u8) }\nworld w { export i }")
        .expect_err("there are no named results any more");
    assert!(error.to_string().contains("cart.wit:2:"), "{error}");
}

#[test]
fn errors_can_be_sent_to_other_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<LoadError>();
    check::<wasm_rpc_stubgen_core::StubError>();
    check::<wasm_rpc_stubgen_core::ComposeError>();
    check::<wasm_rpc_stubgen_core::ImportError>();
    check::<Target>();
    check::<Stub>();
}

/// Then the line is not known, but the error is.
#[test]
fn texts_may_share_a_path() {
    let long = format!("interface j {{ /* {} */ use i.{{missing}}; }}", "x".repeat(1_000));
    let texts = [("a.wit", "package a:b; interface i { f: func(); } world w { export i; }"), ("a.wit", long.as_str())];
    let error = Target::from_wit_text(texts, &TargetOptions::default()).expect_err("a type is missing");
    assert!(error.to_string().contains("missing"), "{error}");
    for diagnostic in error.diagnostics() {
        assert_eq!(diagnostic.excerpt, None);
    }
}

/// The parser recurses over interfaces that use each other; the stack of a test's thread is small.
#[test]
fn a_long_chain_of_interfaces_is_no_overflow() {
    let mut wit = "package a:b; interface i0 { record t { a: u8 } }".to_string();
    for number in 1..3_000 {
        wit.push_str(&format!(" interface i{number} {{ use i{}.{{t}}; }}", number - 1));
    }
    wit.push_str(" interface last { use i2999.{t}; f: func(); } world w { export last; }");
    let target = load(&wit).expect("the WIT is right");
    let stub = Stub::new(target, &StubOptions::default()).expect("it has a stub");
    assert!(stub.component().is_ok());
}

/// The WIT package of the stub is small enough, its component is not: it has the types twice.
#[test]
fn a_component_that_would_be_too_large_is_refused() {
    let fields: Vec<String> = (0..1_000).map(|number| format!("a{number}: u8")).collect();
    let functions: String = (0..700).map(|number| format!(" call-{number}: func(x: r);")).collect();
    let wit = format!(
        "package a:b; interface api {{ record r {{ {} }} {functions} }} world w {{ export api; }}",
        fields.join(", ")
    );
    let target = load(&wit).expect("the WIT is right");
    let stub = Stub::new(target, &StubOptions::new().types(TypeSource::Stub)).expect("it has a stub");
    let error = stub.component().expect_err("the component would be too large");
    assert!(matches!(error, StubError::Emit(EmitError::TooLarge { .. })), "{error}");
    let message =
        "the stub of `a:b` exceeds a limit of the component model: effective type size exceeds the limit of 1000000";
    assert_eq!(error.to_string(), message);
}

/// The fields of an excerpt are public.
#[test]
fn a_diagnostic_can_always_be_shown() {
    let error = load("package a:b; world w { export missing; }").expect_err("an interface is missing");
    let [mut diagnostic] = error.diagnostics().try_into().expect("one error");
    let excerpt = diagnostic.excerpt.as_mut().expect("the text is known");
    (excerpt.column, excerpt.length) = (usize::MAX, usize::MAX);
    assert!(diagnostic.to_string().contains("missing"));
}
