//! Features that the engine of Golem 1.0 and 1.1 cannot load come into a stub only from the target's WIT, and a note reports
//! them.
//!
//! These tests search the emitted WIT of the stub; the notes come from the model. The two must agree. `cargo xtask
//! golem-engine` checks that the engine agrees, too.

use std::collections::BTreeSet;

use stubgen_tests::cases::{Built, build_text, build_text_shaped, cases};
use stubgen_tests::newer_features::newer_features;
use stubgen_tests::packages::{Flavour, generate};
use wasm_rpc_stubgen_model::{Diagnostic, NewerFeature, RpcErrors, Severity, StubOptions};
use wit_parser::{FunctionKind, Resolve, TypeDefKind};

/// The random packages, each with both kinds of names.
const PACKAGES: usize = 150;

const SENTENCE: &str = ": Golem 1.0 and 1.1 cannot load the stub";

#[test]
fn what_golem_1x_lacks_comes_from_the_target_and_is_noted() {
    let mut wrong = Vec::new();
    for case in cases(false) {
        for shape in case.shapes() {
            let built = case.build_shaped(&shape).expect("a case that must succeed");
            check(&format!("{} {shape:?}", case.name), &built, &mut wrong);
        }
    }
    for flavour in [Flavour::Plain, Flavour::RustNames] {
        for seed in (testkit::seed()..).take(PACKAGES) {
            let built = generate(seed, flavour).build().expect("a random package can be stubbed");
            check(&format!("seed {seed}, {flavour:?}"), &built, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(name: &str, built: &Built, wrong: &mut Vec<String>) {
    let found = found(built);
    let kinds: BTreeSet<_> = found.iter().map(|(feature, _)| *feature).collect();
    let noted = noted(built);
    if kinds != noted {
        wrong.push(format!("{name}: the stub has {found:?}, and the notes tell of {noted:?}"));
    }
    let target = Has::of(&built.model.resolve);
    let made = found.iter().filter(|(feature, item)| !target.has(*feature, item));
    wrong.extend(made.map(|made| format!("{name}: {made:?} does not come from the target")));
}

/// What the stub has that is newer than Golem 1.x.
fn found(built: &Built) -> BTreeSet<(NewerFeature, String)> {
    newer_features(&built.wit.resolve, built.wit.world)
}

/// What the notes say that it has.
fn noted(built: &Built) -> BTreeSet<NewerFeature> {
    let notes: Vec<&Diagnostic> = built.model.notes.iter().filter(|note| note.message.ends_with(SENTENCE)).collect();
    assert!(notes.iter().all(|note| note.severity == Severity::Note && note.hint.is_some()), "{notes:#?}");
    let all = notes.iter().map(|note| {
        let says = |feature: &&NewerFeature| note.message.contains(&format!(" uses {} (", feature.description()));
        *NewerFeature::ALL.iter().find(says).unwrap_or_else(|| panic!("of what is this: {note:?}"))
    });
    all.collect()
}

/// What a target has anywhere in its packages.
#[derive(Default)]
struct Has {
    features: BTreeSet<NewerFeature>,
    digit_words: BTreeSet<String>,
}

impl Has {
    fn of(resolve: &Resolve) -> Self {
        let mut has = Self::default();
        for (_, package) in resolve.packages.iter() {
            has.name(&package.name.namespace);
            has.name(&package.name.name);
        }
        for (_, world) in resolve.worlds.iter() {
            has.name(&world.name);
            for key in world.exports.keys() {
                has.name(&resolve.name_world_key(key));
            }
            has.functions(
                resolve,
                world.exports.values().filter_map(|item| match item {
                    wit_parser::WorldItem::Function(function) => Some(function),
                    _ => None,
                }),
            );
        }
        for (_, interface) in resolve.interfaces.iter() {
            has.name(interface.name.as_deref().unwrap_or_default());
            has.functions(resolve, interface.functions.values());
        }
        for (_, ty) in resolve.types.iter() {
            has.name(ty.name.as_deref().unwrap_or_default());
            has.kind(&ty.kind);
        }
        has
    }

    fn functions<'a>(&mut self, resolve: &Resolve, functions: impl Iterator<Item = &'a wit_parser::Function>) {
        for function in functions {
            self.name(function.item_name());
            function.params.iter().for_each(|param| self.name(&param.name));
            let result = function.result.and_then(|ty| match ty {
                wit_parser::Type::Id(id) => Some(&resolve.types[id].kind),
                _ => None,
            });
            if let (FunctionKind::Constructor(_), Some(TypeDefKind::Result(_))) = (&function.kind, result) {
                self.features.insert(NewerFeature::FallibleConstructor);
            }
        }
    }

    fn kind(&mut self, kind: &TypeDefKind) {
        let names: Vec<&str> = match kind {
            TypeDefKind::Record(record) => record.fields.iter().map(|field| field.name.as_str()).collect(),
            TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| case.name.as_str()).collect(),
            TypeDefKind::Enum(cases) => cases.cases.iter().map(|case| case.name.as_str()).collect(),
            TypeDefKind::Flags(flags) => flags.flags.iter().map(|flag| flag.name.as_str()).collect(),
            _ => Vec::new(),
        };
        self.features.extend(match kind {
            TypeDefKind::Map(..) => Some(NewerFeature::Map),
            TypeDefKind::FixedLengthList(..) => Some(NewerFeature::FixedLengthList),
            _ => None,
        });
        names.iter().for_each(|name| self.name(name));
        if names.len() > 1000 {
            self.features.insert(NewerFeature::ManyMembers);
        }
    }

    fn name(&mut self, name: &str) {
        self.digit_words.extend(digit_words(name).map(str::to_string));
    }

    fn has(&self, feature: NewerFeature, item: &str) -> bool {
        match feature {
            NewerFeature::DigitWord => digit_words(item).all(|word| self.digit_words.contains(word)),
            _ => self.features.contains(&feature),
        }
    }
}

fn digit_words(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(['-', ':', '/', '@', '.']);
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The notes about Golem 1.x, one a line.
fn sentences(built: &Built) -> String {
    let notes = built.model.notes.iter().filter(|note| note.message.ends_with(SENTENCE));
    let items = |note: &Diagnostic| note.items.iter().map(|item| format!("  {}\n", item.text)).collect::<String>();
    notes.map(|note| format!("{}\n{}", note.message, items(note))).collect()
}

#[test]
fn each_is_noted_once_with_its_places() {
    let built = build_text(
        "package a:b;
         interface api {
             record entry { counts: map<string, u32> }
             record point { at: list<f32, 3>, x-1: u8 }
             enum level { l-1, l2 }
             resource account { constructor(name: string) -> result<account, string>; level: func() -> level; }
             lookup: func(key: string) -> option<entry>;
             copy: func(all: map<u8, entry>) -> point;
         }
         world w { export api; }",
    );
    assert_eq!(
        sentences(&built),
        "`stub-w` uses a constructor that returns a `result` (of `a:b/api.{account}`): Golem 1.0 and 1.1 cannot load the stub\n\
         `stub-w` uses `map` (in 2 places): Golem 1.0 and 1.1 cannot load the stub\n  `a:b/api.{entry}`\n  `a:b/api.{copy}`\n\
         `stub-w` uses fixed-length lists (in `a:b/api.{point}`): Golem 1.0 and 1.1 cannot load the stub\n\
         `stub-w` uses names with a word that starts with a digit (2 names): Golem 1.0 and 1.1 cannot load the stub\n\
         \x20 `x-1` of `a:b/api.{point}`\n  `l-1` of `a:b/api.{level}`\n"
    );
}

#[test]
fn what_does_not_get_into_the_stub_is_not_noted() {
    let built = build_text_shaped(
        "package a:b;
         interface types { record r-1 { m: map<u8, u8> } type t = u8; record point { x: u8 } }
         interface api {
             use types.{r-1, t, point as p-1};
             resource counter { constructor(start: t) -> result<counter, string>; }
             f: async func(x: t, p: p-1) -> t;
         }
         world w-1 { import unused: func(x: list<u8, 2>); export api; }",
        &StubOptions::new().rpc_errors(RpcErrors::Result),
    );
    // The world's name is part of the stub interface's; `p-1` is `point` there, and a constructor that fails is `new`.
    assert_eq!(
        sentences(&built),
        "`stub-w-1` uses names with a word that starts with a digit (`stub-w-1`): Golem 1.0 and 1.1 cannot load the stub\n"
    );
}
