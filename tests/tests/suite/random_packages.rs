//! Random packages with random options: executes the native stub of each, and compares what crosses with the contract.
//!
//! Half of the packages are the same in each run; the others depend on `SEED`. `PACKAGE=123` selects one, `PACKAGE=1000..3000`
//! many.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use stubgen_tests::cases::Built;
use stubgen_tests::coverage::Coverage;
use stubgen_tests::driver::Driver;
use stubgen_tests::packages::{Flavour, Package, generate};
use stubgen_tests::values::Style;
use wit_parser::Docs;

/// The number of packages that are the same in each run, and of those that depend on `SEED`.
const PACKAGES: u64 = 200;

const STYLES: &[Style] = &[Style::Least, Style::Most, Style::Any, Style::Any, Style::Long(300), Style::Any];

/// The types that parameters and results must contain, at any depth.
const TYPES: &[&str] = &[
    "Bool", "S8", "U8", "S16", "U16", "S32", "U32", "S64", "U64", "F32", "F64", "Char", "String", "record", "variant",
    "enum", "flags", "tuple", "option", "result", "list", "map", "own", "type",
];

const KEYS: &[&str] = &["Bool", "S8", "U8", "S16", "U16", "S32", "U32", "S64", "U64", "Char", "String"];

/// What else the packages must contain, and how often: less than half of the real number.
const WANTED: &[(&str, usize)] = &[
    ("parameter fixed-length list", 50),
    ("result fixed-length list", 50),
    ("parameter Top own", 50),
    ("parameter Inside own", 50),
    ("result Top own", 50),
    ("result Inside own", 50),
    ("parameter Top borrow", 50),
    ("parameter Inside borrow", 50),
    ("handle by another name", 50),
    ("result of nothing", 50),
    ("result of ok", 50),
    ("result of err", 50),
    ("result of both", 50),
    ("case with payload", 50),
    ("case without payload", 50),
    ("variant of many cases", 10),
    ("enum of many cases", 10),
    ("flags up to 8", 50),
    ("flags up to 16", 50),
    ("flags up to 32", 50),
    ("type used", 50),
    ("type defined", 50),
    ("resource for functions", 50),
    ("remote resource", 50),
    ("constructor that connects", 50),
    ("constructor plain", 50),
    ("constructor fallible", 50),
    ("constructor none", 50),
    ("function free", 50),
    ("function method", 50),
    ("function constructor", 50),
    ("function static at a location", 50),
    ("function static at its first parameter", 20),
    ("function static at a later parameter", 20),
    ("no parameter", 50),
    ("no result", 50),
    ("many parameters", 50),
    ("parameters in memory", 50),
    ("result in memory", 50),
    ("wit async function", 20),
    ("wit async method", 10),
    ("wit async static", 10),
    ("owner interface", 50),
    ("owner interface with version", 50),
    ("owner interface of another package", 50),
    ("owner inline interface", 50),
    ("owner world", 50),
    ("note on the function", 20),
    ("note on the parameter", 10),
    ("note on the resource", 20),
    ("note on the resource for the functions of", 50),
    ("note on the type", 50),
    ("note on the type of locations", 5),
    ("note on the worker's location for", 20),
    ("documented function", 50),
    ("documented resource", 50),
    ("documented type", 50),
    ("shape default", 20),
    ("shape async", 20),
    ("shape result", 20),
    ("shape async-result", 20),
    ("shape inline", 20),
    ("shape async-inline", 20),
    ("shape result-inline", 20),
    ("shape async-result-inline", 20),
    ("call that waits", 50),
    ("call without a result", 50),
    ("call as a future", 50),
    ("future", 50),
    ("packages 1", 50),
    ("packages 2", 50),
    ("packages 3", 10),
    ("files 4", 10),
    ("nested package", 20),
    ("two versions of a package", 20),
    ("package called like the stub's", 10),
    ("text \"include \"", 20),
    ("text \"  import \"", 20),
    ("text \"  use \"", 50),
    ("text \" as \"", 50),
    ("text \"@since\"", 50),
    ("text \"@unstable\"", 20),
    ("text \"*/ //\"", 50),
    ("text \"/**\"", 50),
    ("text \"\\r\\n\"", 10),
];

#[test]
fn every_stub_of_a_random_package_passes_values_as_the_contract_says() {
    let chosen = std::env::var("PACKAGE").ok().map(|text| chosen(&text));
    let seeds = chosen.clone().unwrap_or_else(|| {
        let first = testkit::seed() + PACKAGES;
        (0..PACKAGES).chain(first..first + PACKAGES).collect()
    });
    let (coverage, failures) = run(&seeds);
    assert!(failures.is_empty(), "{}", report(&seeds, &failures));
    if chosen.is_none() {
        let lacking: Vec<_> = wanted().into_iter().filter(|(name, least)| coverage.count(name) < *least).collect();
        assert!(lacking.is_empty(), "the packages have too little of {lacking:#?}\nof everything:\n{coverage}");
    }
}

/// All that the packages must have in them, and how often.
fn wanted() -> Vec<(String, usize)> {
    let places = ["parameter", "result"].into_iter();
    let types = places.flat_map(|place| TYPES.iter().map(move |ty| (format!("{place} {ty}"), 50)));
    let keys = KEYS.iter().map(|key| (format!("key {key}"), 20));
    types.chain(keys).chain(WANTED.iter().map(|(name, least)| ((*name).to_string(), *least))).collect()
}

#[test]
fn a_seed_is_always_the_same_package() {
    assert_eq!(package(7), package(7));
    assert_ne!(package(7).files, package(9).files);
}

/// `7` or `7..9`
fn chosen(text: &str) -> Vec<u64> {
    let number = |text: &str| text.parse::<u64>().expect("`PACKAGE` is a number, or two with `..` between them");
    match text.split_once("..") {
        Some((from, to)) => (number(from)..number(to)).collect(),
        None => vec![number(text)],
    }
}

/// Half of all packages have hostile names.
fn package(seed: u64) -> Package {
    generate(seed, if seed.is_multiple_of(2) { Flavour::Plain } else { Flavour::RustNames })
}

/// Checks all packages on all processors. Returns the failed seeds with their reasons.
fn run(seeds: &[u64]) -> (Coverage, BTreeMap<u64, String>) {
    let next = AtomicUsize::new(0);
    let done = Mutex::new((Coverage::default(), BTreeMap::new()));
    let work = || {
        let (mut covered, mut failed) = (Coverage::default(), Vec::new());
        while let Some(&seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| check(&package(seed), &mut covered))) {
                let text = panic.downcast_ref::<String>().cloned();
                failed.push((seed, text.unwrap_or_else(|| "a panic without words".to_string())));
            }
        }
        let mut done = done.lock().expect("no thread panics while it has the lock");
        done.0.merge(covered);
        done.1.extend(failed);
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    done.into_inner().expect("no thread panics while it has the lock")
}

/// Builds the stub of a package and calls all its functions.
fn check(package: &Package, coverage: &mut Coverage) {
    let built = package.build().unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"));
    check_documentation(&built);
    let mut driver = Driver::new(&built, package.seed);
    driver.run(STYLES);
    assert_eq!(driver.calls.len(), Driver::functions(&built).len(), "every function was called");
    coverage.add(package, &built);
}

/// The documentation of every resource and function is that of the target's, but for blanks: where lines begin and end, the printer
/// of WIT has its own mind.
fn check_documentation(built: &Built) {
    let stub = &built.wit.resolve.interfaces[built.wit.interface];
    for resource in &built.model.resources {
        let emitted = stub.types[&resource.name];
        assert_eq!(words(&built.wit.resolve.types[emitted].docs), words(&resource.docs), "{}", resource.name);
        for function in &resource.functions {
            let emitted = &stub.functions[&function.name];
            assert_eq!(words(&emitted.docs), words(&function.docs), "{}", emitted.name);
        }
    }
}

/// All failures, and the package of the one that is best to look at.
fn report(seeds: &[u64], failures: &BTreeMap<u64, String>) -> String {
    let size = |seed: u64| package(seed).files.iter().map(|(_, content)| content.len()).sum::<usize>();
    let Some((seed, reason)) = failures.iter().min_by_key(|(seed, _)| size(**seed)) else { return String::new() };
    let all: Vec<_> = failures.keys().map(u64::to_string).collect();
    format!(
        "{} of {} packages fail, those of the seeds {}. The smallest, which `PACKAGE={seed} cargo test --workspace \
         random_packages` runs alone:\n\n{}\n{reason}",
        failures.len(),
        seeds.len(),
        all.join(", "),
        package(*seed)
    )
}

/// The words of a text. Where a language misunderstands a backslash or a quote, the stub has a character that looks the same.
fn words(docs: &Docs) -> Vec<String> {
    let words = docs.contents.iter().flat_map(|text| text.split_whitespace());
    words.map(|word| word.replace('\u{2216}', "\\").replace('\u{201d}', "\"")).collect()
}
