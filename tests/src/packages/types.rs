//! Types: expressions, and definitions of named ones.

use super::choices::Choices;
use super::names::{Taken, escaped};

/// What a value may have in it, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// No handle.
    Data,
    /// Own handles: anywhere.
    Own,
    /// Borrowed handles: in parameters only.
    Borrow,
}

/// How much there is to a type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) holds: Holds,
    depth: usize,
    /// How many values make one of the type, about.
    weight: usize,
}

/// The most that a type may be made of.
const LARGEST: Extent = Extent { holds: Holds::Borrow, depth: 24, weight: 60 };

impl Extent {
    const LEAF: Self = Self { holds: Holds::Data, depth: 1, weight: 1 };

    /// With a part of this extent, `times` over.
    fn with(self, part: Self, times: usize) -> Self {
        Self {
            holds: self.holds.max(part.holds),
            depth: self.depth.max(part.depth + 1),
            weight: self.weight + part.weight * times,
        }
    }

    fn fits(self, allowed: Holds, weight: usize) -> bool {
        self.holds <= allowed && self.depth < LARGEST.depth && self.weight <= weight
    }
}

/// What a name stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item {
    Value(Extent),
    Resource,
}

/// A type that can be referred to.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) item: Item,
}

/// The resources among what is known.
pub(super) fn resources(known: &[Known]) -> Vec<String> {
    let resources = known.iter().filter(|known| matches!(known.item, Item::Resource));
    resources.map(|known| known.name.clone()).collect()
}

/// A type as it is written.
pub(super) struct Expression {
    pub(super) text: String,
    pub(super) extent: Extent,
}

const PRIMITIVES: &[&str] =
    &["bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "string"];

const KEYS: &[&str] = &["bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "char", "string"];

/// A definition as it is written, and what its name stands for.
pub(super) struct Definition {
    pub(super) text: String,
    pub(super) item: Item,
}

/// Writes types in terms of what is known.
pub(super) struct Types<'a> {
    pub(super) choices: &'a mut Choices,
    pub(super) known: &'a [Known],
    /// What they may hold.
    pub(super) allowed: Holds,
}

impl Types<'_> {
    /// A type that is nested no deeper than `depth`, but for the named types in it.
    pub(super) fn expression(&mut self, depth: usize) -> Expression {
        self.limited(depth, LARGEST.weight / 2)
    }

    fn limited(&mut self, depth: usize, weight: usize) -> Expression {
        match self.choices.between(0, 9) {
            0..=1 => self.primitive(),
            2..=4 => self.named(weight),
            5 => self.handle(),
            _ if depth == 0 || weight < 4 => self.primitive(),
            _ => self.composite(depth - 1, weight),
        }
    }

    pub(super) fn primitive(&mut self) -> Expression {
        Expression { text: self.choices.pick(PRIMITIVES).to_string(), extent: Extent::LEAF }
    }

    fn named(&mut self, weight: usize) -> Expression {
        let fitting = self.known.iter().filter_map(|known| match known.item {
            Item::Value(extent) if extent.fits(self.allowed, weight) => Some((known.name.clone(), extent)),
            Item::Value(_) | Item::Resource => None,
        });
        let fitting: Vec<_> = fitting.collect();
        if fitting.is_empty() {
            return self.primitive();
        }
        let (name, extent) = self.choices.pick(&fitting);
        Expression { text: self.choices.spelled(&name), extent }
    }

    /// A handle, where one is allowed and there is a resource.
    pub(super) fn handle(&mut self) -> Expression {
        let resources = resources(self.known);
        if self.allowed == Holds::Data || resources.is_empty() {
            return self.primitive();
        }
        let name = self.choices.pick(&resources);
        let name = self.choices.spelled(&name);
        let borrows = self.allowed == Holds::Borrow && self.choices.one_in(2);
        let (text, holds) = match (borrows, self.choices.one_in(4)) {
            (true, _) => (format!("borrow<{name}>"), Holds::Borrow),
            (false, true) => (format!("own<{name}>"), Holds::Own),
            (false, false) => (name, Holds::Own),
        };
        Expression { text, extent: Extent { holds, ..Extent::LEAF } }
    }

    fn composite(&mut self, depth: usize, weight: usize) -> Expression {
        let parts = |count: usize| weight / count - 1;
        match self.choices.between(0, 13) {
            0..=2 => self.wrap("option", depth, parts(1)),
            3..=5 => self.wrap("list", depth, parts(1)),
            6 => self.fixed_length_list(depth.min(1), weight),
            7..=8 => {
                let key = self.choices.pick(KEYS);
                // A component has no handles in maps.
                let allowed = std::mem::replace(&mut self.allowed, Holds::Data);
                let part = self.limited(depth, parts(2));
                self.allowed = allowed;
                let text = format!("map<{key}, {}>", part.text);
                Expression { text, extent: Extent::LEAF.with(Extent::LEAF, 1).with(part.extent, 1) }
            }
            9..=10 => {
                let count = self.choices.between(1, 4);
                let parts: Vec<_> = (0..count).map(|_| self.limited(depth, parts(count))).collect();
                let texts: Vec<_> = parts.iter().map(|part| part.text.as_str()).collect();
                Expression { text: format!("tuple<{}>", texts.join(", ")), extent: whole(&parts) }
            }
            _ => self.result(depth, parts(2)),
        }
    }

    fn wrap(&mut self, with: &str, depth: usize, weight: usize) -> Expression {
        let part = self.limited(depth, weight);
        Expression { text: format!("{with}<{}>", part.text), extent: Extent::LEAF.with(part.extent, 1) }
    }

    fn fixed_length_list(&mut self, depth: usize, weight: usize) -> Expression {
        let part = self.limited(depth, weight / 3);
        let length = match part.extent {
            Extent { holds: Holds::Data, weight: 1, .. } => self.choices.pick(&[1, 2, 3, 20]),
            _ => self.choices.between(1, 3),
        };
        Expression { text: format!("list<{}, {length}>", part.text), extent: Extent::LEAF.with(part.extent, length) }
    }

    fn result(&mut self, depth: usize, weight: usize) -> Expression {
        let shape = self.choices.between(0, 3);
        let parts: Vec<_> = (0..[0, 1, 1, 2][shape]).map(|_| self.limited(depth, weight)).collect();
        let text = match (shape, parts.as_slice()) {
            (1, [ok]) => format!("result<{}>", ok.text),
            (_, [err]) => format!("result<_, {}>", err.text),
            (_, [ok, err]) => format!("result<{}, {}>", ok.text, err.text),
            _ => "result".to_string(),
        };
        Expression { text, extent: whole(&parts) }
    }

    /// The definition of a type called `name`, as it stands in an interface or a world.
    pub(super) fn definition(&mut self, name: &str) -> Definition {
        let spelled = self.choices.spelled(name);
        let docs = self.choices.docs("  ");
        let (text, item) = match self.choices.between(0, 11) {
            0..=3 => self.record(&spelled),
            4..=6 => self.variant(&spelled),
            7 => (self.words("enum", &spelled, &[1, 2, 3, 5, 300]), Item::Value(Extent::LEAF)),
            8..=9 => (self.words("flags", &spelled, &[1, 2, 5, 8, 9, 16, 17, 31, 32]), Item::Value(Extent::LEAF)),
            _ => self.alias(&spelled),
        };
        Definition { text: format!("{docs}{text}"), item }
    }

    fn record(&mut self, name: &str) -> (String, Item) {
        let count = self.choices.pick(&[1, 2, 2, 3, 3, 4, 7]);
        let mut taken = Taken::default();
        let parts: Vec<_> = (0..count).map(|_| self.limited(2, LARGEST.weight / count)).collect();
        let fields: Vec<_> = parts.iter().map(|part| self.member(&mut taken, &format!(": {}", part.text))).collect();
        (format!("  record {name} {{\n{}  }}\n", self.listed(&fields)), Item::Value(whole(&parts)))
    }

    fn variant(&mut self, name: &str) -> (String, Item) {
        let count = self.choices.pick(&[1, 2, 3, 3, 4, 6]);
        let (mut taken, mut parts, mut cases) = (Taken::default(), Vec::new(), Vec::new());
        for _ in 0..count {
            if self.choices.one_in(3) {
                cases.push(self.member(&mut taken, ""));
                continue;
            }
            let part = self.limited(2, LARGEST.weight / count);
            cases.push(self.member(&mut taken, &format!("({})", part.text)));
            parts.push(part);
        }
        if self.choices.one_in(25) {
            // More than fit into a byte.
            cases.extend((0..256).map(|number| format!("    case-{number}")));
        }
        (format!("  variant {name} {{\n{}  }}\n", self.listed(&cases)), Item::Value(whole(&parts)))
    }

    /// A type that lists words.
    fn words(&mut self, kind: &str, name: &str, counts: &[usize]) -> String {
        let mut taken = Taken::default();
        let words: Vec<_> = match self.choices.pick(counts) {
            // Mostly something smaller.
            300 if self.choices.one_in(2) => vec![self.member(&mut taken, "")],
            300 => (0..300).map(|number| format!("    case-{number}")).collect(),
            count => (0..count).map(|_| self.member(&mut taken, "")).collect(),
        };
        format!("  {kind} {name} {{\n{}  }}\n", self.listed(&words))
    }

    fn alias(&mut self, name: &str) -> (String, Item) {
        let aliased = self.expression(2);
        let text = format!("  type {name} = {};\n", aliased.text);
        let spelled = |known: &String| aliased.text == escaped(known) || aliased.text == format!("%{known}");
        let resource = resources(self.known).iter().any(spelled);
        (text, if resource { Item::Resource } else { Item::Value(aliased.extent) })
    }

    /// One field or case, with its documentation.
    fn member(&mut self, taken: &mut Taken, rest: &str) -> String {
        let docs = if self.choices.one_in(3) { self.choices.docs("    ") } else { String::new() };
        let name = self.choices.name(taken);
        format!("{docs}    {}{rest}", self.choices.spelled(&name))
    }

    fn listed(&mut self, members: &[String]) -> String {
        let last = if self.choices.one_in(2) { "," } else { "" };
        format!("{}{last}\n", members.join(",\n"))
    }
}

fn whole(parts: &[Expression]) -> Extent {
    parts.iter().fold(Extent::LEAF, |whole, part| whole.with(part.extent, 1))
}
