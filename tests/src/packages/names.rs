//! Names: few words, so that they collide, in many combinations.

use std::collections::HashSet;

use super::Flavour;
use super::choices::Choices;
use super::other_names::OTHER;

/// The first words of names, separated by blanks as all of these.
const WORDS: &str = "a b c d x1 v2 api cart item node shop get put total find part";

/// Words that can follow.
const FURTHER: &str = "a b c 2d 64 all of item by cart";

/// Words in upper case, first or not.
const UPPER: &str = "HTTP ID X1 URL A CART URI ITEM OF";

/// What stubs and their hosts call their own, and words of WIT.
const SPECIAL: &str = "\
    location uri golem-rpc-uri golem-rpc-location pollable wit-value wit-node node-index rpc-error rpc subscribe \
    blocking-get future-get-result stub types func record resource flags variant tuple world interface package \
    export import include with map list";

/// Names that mean something in Rust or in the bindings for it.
const RUST: &str = "\
    self self-type super crate type fn match struct enum impl trait move ref mut use mod loop while async await \
    dyn static const let in extern pub unsafe where as yield gen try abstract final macro typeof box vec option \
    result string some none ok err guest error future stream own borrow handle from-handle take-handle new drop \
    clone default debug from into iterator to-string send sync copy eq ord hash u8 u32 s32 f64 bool char str \
    usize std core alloc exports bindings wit-bindgen rt unit main format panic assert result1 ptr0 len0 arg0 \
    base constructor error-context wasm-rpc wasm-rpc-stub golem t e";

/// Words of WIT that are no names without a `%`.
const KEYWORDS: &str = "\
    use type func u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char resource own borrow record flags variant enum bool \
    string option result future stream error-context list map as from static interface tuple world import export \
    package constructor include with async";

/// The names of one scope, which differ in more than case and hyphens.
#[derive(Default)]
pub(super) struct Taken(HashSet<String>);

impl Taken {
    /// Whether `name` was free, and is now taken.
    pub(super) fn take(&mut self, name: &str) -> bool {
        self.0.insert(name.to_lowercase().replace('-', ""))
    }
}

impl Choices {
    /// A name that is new in its scope.
    pub(super) fn name(&mut self, taken: &mut Taken) -> String {
        for _ in 0..4 {
            let name = self.any_name();
            if taken.take(&name) {
                self.said.push(name.clone());
                return name;
            }
        }
        let name = self.any_name();
        let mut numbered = (1..).map(|number| format!("{name}-n{number}"));
        numbered.find(|name| taken.take(name)).expect("there are more numbers than names")
    }

    fn any_name(&mut self) -> String {
        if !self.said.is_empty() && self.one_in(4) {
            let said = self.between(0, self.said.len() - 1);
            return self.said[said].clone();
        }
        if self.flavour == Flavour::RustNames && self.one_in(2) {
            return self.word(RUST).to_string();
        }
        if self.flavour == Flavour::OtherNames && self.one_in(2) {
            return self.word(OTHER).to_string();
        }
        if self.one_in(9) {
            return self.word(SPECIAL).to_string();
        }
        let mut words = vec![if self.one_in(15) { self.word(UPPER) } else { self.word(WORDS) }];
        for _ in 0..self.pick(&[0, 0, 0, 1, 1, 2]) {
            words.push(if self.one_in(12) { self.word(UPPER) } else { self.word(FURTHER) });
        }
        words.join("-")
    }

    fn word(&mut self, of: &'static str) -> &'static str {
        self.pick(&of.split(' ').collect::<Vec<_>>())
    }

    /// A name as WIT spells it, now and then with a `%` that it need not have.
    pub(super) fn spelled(&mut self, name: &str) -> String {
        match self.one_in(14) {
            true => format!("%{name}"),
            false => escaped(name),
        }
    }
}

/// A name as WIT spells it, with a `%` where it must have one.
pub(super) fn escaped(name: &str) -> String {
    match KEYWORDS.split(' ').any(|word| word == name) {
        true => format!("%{name}"),
        false => name.to_string(),
    }
}
