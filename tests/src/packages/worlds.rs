//! Packages: their names, their interfaces, and the world that exports.
//!
//! Exported interfaces use exported and imported ones; imported interfaces use only imported ones. So no interface is both
//! imported and exported, and every resource in a function belongs to the target.

use super::choices::Choices;
use super::interfaces::{Body, Source};
use super::names::{Taken, escaped};
use super::types::Holds;

/// A package as text.
pub(super) struct Written {
    pub(super) id: PackageId,
    /// Interfaces, and perhaps a world.
    pub(super) items: Vec<String>,
}

/// `ns:name@version`
#[derive(Clone, PartialEq, Eq)]
pub(super) struct PackageId {
    namespace: String,
    name: String,
    version: Option<&'static str>,
}

impl PackageId {
    pub(super) fn header(&self) -> String {
        format!("package {}", self.path("", ""))
    }

    /// The path of something in the package; of the package itself where that is nothing.
    fn path(&self, slash: &str, item: &str) -> String {
        let version = self.version.map(|version| format!("@{version}")).unwrap_or_default();
        format!("{}:{}{slash}{item}{version}", escaped(&self.namespace), escaped(&self.name))
    }
}

/// Whether the world exports an interface.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It has functions or resources, and is exported.
    Exported,
    /// It is there for its types, which also what is not exported may use.
    Imported,
}

/// An interface that was written.
struct Interface {
    role: Role,
    spelled: String,
    source: Source,
}

const VERSIONS: &[Option<&str>] =
    &[None, None, Some("1.0.0"), Some("0.1.0"), Some("0.2.0"), Some("2.3.4-rc.1"), Some("10.0.1+build.5")];

/// The packages that a world needs; the world's own is the last.
pub(super) fn packages(choices: &mut Choices) -> Vec<Written> {
    let mut ids = vec![choices.package_id()];
    for _ in 0..choices.pick(&[0, 0, 1, 1, 2]) {
        let id = choices.another_package_id(&ids);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.reverse();
    let (mut written, mut exports, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    let main = ids.pop().expect("the world's package was first");
    for id in ids {
        let (package, export) = dependency(choices, id, &mut sources);
        written.push(package);
        exports.push(export);
    }
    written.push(target(choices, main, &mut sources, exports.concat()));
    written
}

impl Choices {
    fn package_id(&mut self) -> PackageId {
        let mut taken = Taken::default();
        let namespace = self.package_word(&mut taken);
        PackageId { namespace, name: self.package_word(&mut taken), version: self.pick(VERSIONS) }
    }

    /// A word of the name of a package: in lower case.
    fn package_word(&mut self, taken: &mut Taken) -> String {
        self.name(taken).to_lowercase()
    }

    /// Another one, which can differ from a known one in its version or namespace alone.
    fn another_package_id(&mut self, known: &[PackageId]) -> PackageId {
        let like = self.pick(known);
        let new = self.package_id();
        match self.between(0, 9) {
            0..=3 => PackageId { version: new.version, ..like },
            4..=5 => PackageId { namespace: new.namespace, ..like },
            6 => PackageId { name: format!("{}-stub", known[0].name), ..known[0].clone() },
            _ => new,
        }
    }
}

/// An interface that the package gets; those before can be used from. `here` are those of the package itself.
fn interface(choices: &mut Choices, role: Role, taken: &mut Taken, before: &[Interface]) -> (Interface, String) {
    let name = choices.name(taken);
    let (docs, spelled) = (choices.docs(""), choices.spelled(&name));
    let usable = before.iter().filter(|interface| role == Role::Exported || interface.role == Role::Imported);
    let sources: Vec<_> = usable.map(|interface| interface.source.clone()).collect();
    let (known, body) = match role {
        Role::Exported => {
            let (resources, types) = (choices.pick(&[0, 1, 1, 2]), choices.between(0, 4));
            let functions = choices.between(1, 3);
            let mut body = Body::new(choices, Holds::Borrow);
            body.uses(&sources);
            body.resources_and_types(resources, types);
            body.functions(functions);
            (body.known.clone(), body.text())
        }
        Role::Imported => {
            let (types, functions) = (choices.between(1, 4), choices.pick(&[0, 0, 0, 1]));
            let mut body = Body::new(choices, Holds::Data);
            body.uses(&sources);
            body.types(types);
            body.functions(functions);
            (body.known.clone(), body.text())
        }
    };
    let source = Source { path: spelled.clone(), known };
    (Interface { role, spelled: spelled.clone(), source }, format!("{docs}interface {spelled} {{\n{body}}}\n"))
}

/// A package that is needed, and what the world exports of it. Its interfaces are added to `sources`.
fn dependency(choices: &mut Choices, id: PackageId, sources: &mut Vec<Interface>) -> (Written, Vec<String>) {
    choices.version = id.version;
    let mut taken = Taken::default();
    let first = sources.len();
    let mut items = Vec::new();
    for _ in 0..choices.pick(&[1, 1, 2]) {
        let role = choices.pick(&[Role::Exported, Role::Imported]);
        let (interface, text) = interface(choices, role, &mut taken, sources);
        sources.push(interface);
        items.push(text);
    }
    let exported: Vec<_> = sources[first..].iter().filter(|interface| interface.role == Role::Exported).collect();
    let exports = match !exported.is_empty() && choices.one_in(4) {
        true => {
            let exports: String =
                exported.iter().map(|interface| format!("  export {};\n", interface.spelled)).collect();
            let world = choices.name(&mut taken);
            let world = choices.spelled(&world);
            items.push(format!("world {world} {{\n{exports}}}\n"));
            vec![format!("  include {};\n", id.path("/", &world))]
        }
        false => exported.iter().map(|interface| format!("  export {};\n", id.path("/", &interface.spelled))).collect(),
    };
    for interface in &mut sources[first..] {
        interface.source.path = id.path("/", &interface.spelled);
    }
    (Written { id, items }, exports)
}

/// The package of the world, which exports `exports` and more.
fn target(choices: &mut Choices, id: PackageId, sources: &mut Vec<Interface>, mut exports: Vec<String>) -> Written {
    choices.version = id.version;
    let (mut taken, mut items) = (Taken::default(), Vec::new());
    let world = choices.name(&mut taken);
    let mut roles = choices.pick(&[
        vec![Role::Exported],
        vec![Role::Exported, Role::Exported],
        vec![Role::Imported, Role::Exported],
        vec![Role::Imported, Role::Exported, Role::Exported],
        vec![Role::Imported],
        vec![],
    ]);
    choices.shuffle(&mut roles);
    for role in roles {
        let (interface, text) = interface(choices, role, &mut taken, sources);
        if role == Role::Exported {
            exports.push(format!("{}  export {};\n", choices.docs("  "), interface.spelled));
        }
        sources.push(interface);
        items.push(text);
    }
    let inner = world_body(choices, sources, exports);
    items.push(format!("{}world {} {{\n{inner}}}\n", choices.docs(""), choices.spelled(&world)));
    Written { id, items }
}

/// What is between the braces of the world.
fn world_body(choices: &mut Choices, sources: &[Interface], mut exports: Vec<String>) -> String {
    let usable: Vec<_> = sources.iter().map(|interface| interface.source.clone()).collect();
    let mut names = Taken::default();
    for _ in 0..choices.pick(&[0, 0, 0, 1, 1, 2]) {
        let name = choices.name(&mut names);
        exports.push(inline(choices, &usable, &name));
    }
    let functions = if exports.is_empty() { 1 } else { choices.pick(&[0, 0, 1, 2]) };
    for interface in sources.iter().filter(|interface| interface.role == Role::Imported) {
        if choices.one_in(6) {
            exports.push(format!("  import {};\n", interface.source.path));
        }
    }
    let (has_types, types) = (choices.one_in(2), choices.between(0, 2));
    let function_names: Vec<_> = (0..functions).map(|_| choices.name(&mut names)).collect();
    let function_names: Vec<_> = function_names.into_iter().map(|name| choices.spelled(&name)).collect();
    let docs: Vec<_> = (0..functions).map(|_| choices.docs("  ")).collect();
    let mut body = Body::new(choices, Holds::Data);
    if has_types {
        body.uses(&usable);
        body.types(types);
    }
    for (name, docs) in function_names.into_iter().zip(docs) {
        let signature = body.free_signature();
        body.items.push(format!("{docs}  export {name}: {signature};\n"));
    }
    body.items.extend(exports);
    body.text()
}

/// An interface that is written inside of the world.
fn inline(choices: &mut Choices, sources: &[Source], name: &str) -> String {
    let (docs, name) = (choices.docs("  "), choices.spelled(name));
    let (resources, types, functions) = (choices.pick(&[0, 0, 1]), choices.between(0, 2), choices.between(1, 2));
    let mut body = Body::new(choices, Holds::Borrow);
    body.uses(sources);
    body.resources_and_types(resources, types);
    body.functions(functions);
    let text = body.text().replace("\n  ", "\n    ");
    format!("{docs}  export {name}: interface {{\n  {text}  }}\n")
}
