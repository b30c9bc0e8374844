//! The items of interfaces: used and defined types, resources, functions.
//!
//! Every function can be called: each resource has a function or a constructor that returns one without taking one.

use super::choices::Choices;
use super::names::Taken;
use super::types::{Holds, Item, Known, Types, resources};

/// An interface that types can be used from, as those who use it see it.
#[derive(Clone)]
pub(super) struct Source {
    /// What it is called there.
    pub(super) path: String,
    /// What it knows.
    pub(super) known: Vec<Known>,
}

/// What kind of function is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Free,
    Method,
    Static,
    Constructor,
}

/// Whether a resource's constructor gives one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    Always,
    OrNothing,
    OrError,
    /// There is no constructor.
    Never,
}

/// What is between the braces of an interface or a world.
pub(super) struct Body<'a> {
    choices: &'a mut Choices,
    /// The most that its types may hold.
    allowed: Holds,
    pub(super) known: Vec<Known>,
    pub(super) taken: Taken,
    pub(super) items: Vec<String>,
}

impl<'a> Body<'a> {
    pub(super) fn new(choices: &'a mut Choices, allowed: Holds) -> Self {
        Self { choices, allowed, known: Vec::new(), taken: Taken::default(), items: Vec::new() }
    }

    /// Everything, in any order.
    pub(super) fn text(mut self) -> String {
        self.choices.shuffle(&mut self.items);
        let between = if self.choices.one_in(2) { "\n" } else { "" };
        self.items.join(between)
    }

    /// Takes some types from other interfaces.
    pub(super) fn uses(&mut self, sources: &[Source]) {
        for source in sources {
            let mut usable: Vec<_> = source.known.iter().filter(|known| self.may_have(known)).collect();
            if usable.is_empty() || self.choices.one_in(3) {
                continue;
            }
            self.choices.shuffle(&mut usable);
            let count = self.choices.between(1, usable.len().min(3));
            let names: Vec<_> = usable.into_iter().take(count).map(|known| self.used(known)).collect();
            self.items.push(format!("  use {}.{{{}}};\n", source.path, names.join(", ")));
        }
    }

    fn may_have(&self, known: &Known) -> bool {
        match known.item {
            Item::Value(extent) => extent.holds <= self.allowed,
            Item::Resource => self.allowed > Holds::Data,
        }
    }

    fn used(&mut self, known: &Known) -> String {
        let original = self.choices.spelled(&known.name);
        let keeps = !self.choices.one_in(4) && self.taken.take(&known.name);
        let name = if keeps { known.name.clone() } else { self.choices.name(&mut self.taken) };
        self.known.push(Known { name: name.clone(), item: known.item });
        match keeps {
            true => original,
            false => format!("{original} as {}", self.choices.spelled(&name)),
        }
    }

    /// Defines types.
    pub(super) fn types(&mut self, count: usize) {
        for _ in 0..count {
            let name = self.choices.name(&mut self.taken);
            let allowed = self.choices.pick(&[Holds::Data, Holds::Data, Holds::Own, Holds::Borrow]).min(self.allowed);
            let mut types = Types { choices: self.choices, known: &self.known, allowed };
            let definition = types.definition(&name);
            self.items.push(definition.text);
            self.known.push(Known { name, item: definition.item });
        }
    }

    /// Defines resources, and types that may have handles of them.
    pub(super) fn resources_and_types(&mut self, count: usize, types: usize) {
        let own: Vec<_> = (0..count).map(|_| self.choices.name(&mut self.taken)).collect();
        self.known.extend(own.iter().map(|name| Known { name: name.clone(), item: Item::Resource }));
        self.types(types);
        own.iter().for_each(|name| self.resource(name));
    }

    fn resource(&mut self, name: &str) {
        let (docs, spelled) = (self.choices.docs("  "), self.choices.spelled(name));
        let (mut members, mut taken) = (Vec::new(), Taken::default());
        // A component has no function `[method]a.a` beside a resource `a`.
        taken.take(name);
        let made =
            self.choices.pick(&[Made::Always, Made::Always, Made::OrNothing, Made::OrError, Made::Never, Made::Never]);
        let of = self.choices.pick(&[Holds::Data, Holds::Borrow]);
        members.extend(self.constructor(&spelled, made, of));
        for _ in 0..self.choices.pick(&[0, 1, 1, 2, 3]) {
            let kind = self.choices.pick(&[Kind::Method, Kind::Method, Kind::Static]);
            let name = self.choices.name(&mut taken);
            members.push(self.function(&name, kind, "    "));
        }
        if made == Made::Never || of > Holds::Data {
            match self.choices.one_in(2) {
                true => {
                    let member = self.choices.name(&mut taken);
                    members.push(self.source_of(name, &member, "static ", "    "));
                }
                false => {
                    let free = self.choices.name(&mut self.taken);
                    let function = self.source_of(name, &free, "", "  ");
                    self.items.push(function);
                }
            }
        }
        self.choices.shuffle(&mut members);
        self.items.push(match members.is_empty() {
            true => format!("{docs}  resource {spelled};\n"),
            false => format!("{docs}  resource {spelled} {{\n{}  }}\n", members.concat()),
        });
    }

    /// The constructor of `resource`, if it has one, with parameters that hold `of`.
    fn constructor(&mut self, resource: &str, made: Made, of: Holds) -> Option<String> {
        let result = match made {
            Made::Always => String::new(),
            Made::OrNothing => format!(" -> result<{resource}>"),
            Made::OrError => format!(" -> result<{resource}, {}>", self.value(Holds::Own)),
            Made::Never => return None,
        };
        let (docs, params) = (self.choices.docs("    "), self.params(Kind::Constructor, of));
        Some(format!("{docs}    constructor({params}){result};\n"))
    }

    /// A function that gives a resource and needs none.
    fn source_of(&mut self, resource: &str, name: &str, what: &str, indent: &str) -> String {
        let (docs, name) = (self.choices.docs(indent), self.choices.spelled(name));
        let resource = self.choices.spelled(resource);
        let params = self.params(Kind::Free, Holds::Data);
        let result = match self.choices.between(0, 6) {
            0..=1 => resource,
            2 => format!("own<{resource}>"),
            3 => format!("option<{resource}>"),
            4 => format!("list<{resource}>"),
            5 => format!("result<{resource}, {}>", self.value(Holds::Data)),
            _ => format!("tuple<{}, {resource}>", self.value(Holds::Data)),
        };
        format!("{docs}{indent}{name}: {what}func({params}) -> {result};\n")
    }

    /// Defines functions.
    pub(super) fn functions(&mut self, count: usize) {
        for _ in 0..count {
            let name = self.choices.name(&mut self.taken);
            let function = self.function(&name, Kind::Free, "  ");
            self.items.push(function);
        }
        if self.choices.one_in(20) {
            let name = self.choices.name(&mut self.taken);
            let (name, signature) = (self.choices.spelled(&name), self.signature(Kind::Free));
            self.items.push(format!("  @unstable(feature = not-yet)\n  {name}: {signature};\n"));
        }
    }

    fn function(&mut self, name: &str, kind: Kind, indent: &str) -> String {
        let docs = self.choices.docs(indent);
        let since = self.choices.version.filter(|_| self.choices.one_in(12));
        let gate = since.map(|version| format!("{indent}@since(version = {version})\n")).unwrap_or_default();
        let what = if kind == Kind::Static { "static " } else { "" };
        format!("{docs}{gate}{indent}{}: {what}{};\n", self.choices.spelled(name), self.signature(kind))
    }

    /// What follows the colon of a function.
    pub(super) fn free_signature(&mut self) -> String {
        self.signature(Kind::Free)
    }

    fn signature(&mut self, kind: Kind) -> String {
        let asynchronous = if self.choices.one_in(10) { "async " } else { "" };
        let params = self.params(kind, Holds::Borrow);
        let result = match self.choices.one_in(4) {
            true => String::new(),
            false => format!(" -> {}", self.value(Holds::Own)),
        };
        format!("{asynchronous}func({params}){result}")
    }

    fn params(&mut self, kind: Kind, allowed: Holds) -> String {
        let mut taken = Taken::default();
        if kind == Kind::Method {
            taken.take("self");
        }
        let count = match self.choices.one_in(12) {
            true => self.choices.between(15, 20),
            false => self.choices.pick(&[0, 1, 1, 1, 2, 2, 3, 4]),
        };
        let mut params = Vec::new();
        for _ in 0..count {
            let name = match self.choices.one_in(20) && taken.take("location") {
                true => "location".to_string(),
                false => self.choices.name(&mut taken),
            };
            let ty = match count > 4 {
                true => Types { choices: self.choices, known: &self.known, allowed }.primitive().text,
                false => self.value(allowed),
            };
            params.push(format!("{}: {ty}", self.choices.spelled(&name)));
        }
        if kind == Kind::Static && !resources(&self.known).is_empty() && self.choices.one_in(2) {
            let name = self.choices.name(&mut taken);
            let handle = Types { choices: self.choices, known: &self.known, allowed }.handle();
            let place = self.choices.between(0, params.len());
            params.insert(place, format!("{}: {}", self.choices.spelled(&name), handle.text));
        }
        params.join(", ")
    }

    fn value(&mut self, allowed: Holds) -> String {
        let allowed = allowed.min(self.allowed);
        Types { choices: self.choices, known: &self.known, allowed }.expression(3).text
    }
}
