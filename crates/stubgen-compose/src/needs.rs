//! What the imports and exports of the composed component need besides themselves.
//!
//! The component model requires each record, variant, enum, flags type and resource of an import or export to have a name
//! that is imported or exported. In a component, such a name often belongs to another import. If that one remains, it
//! has to come first. If it is plugged, its name is gone, and the type itself is imported instead: alone, under the
//! same name. An export of the caller that mentions such a type has it from the stub, so it is exported with a type
//! that is written out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use wasmparser::component_types::{ComponentAnyTypeId, ComponentDefinedType, ComponentEntityType};

use crate::{
    component::DecodedComponent,
    error::Problem,
    plan::{CALLER, Place, Plan},
    walk,
};

/// What imports and exports need; see above.
#[derive(Default)]
pub(crate) struct Needs<'a> {
    /// The types of plugged imports that are imported all the same, by the name of the member.
    pub(crate) types: BTreeMap<Place, BTreeSet<&'a str>>,
    /// Imports that have to come before an import.
    pub(crate) before: BTreeMap<Place, BTreeSet<Place>>,
    /// The exports of the caller that need a type of their own.
    pub(crate) ascribed: BTreeSet<usize>,
}

impl Needs<'_> {
    /// Whether the composed component imports `member` of an import that remains.
    pub(crate) fn includes(&self, place: Place, member: &str) -> bool {
        self.types.get(&place).is_none_or(|members| members.contains(member))
    }
}

/// Finds the needs of all that remains of a plan. Added to `problems` are components that no validator can instantiate,
/// and what uses a resource of a stub that has no name outside of the composed component.
pub(crate) fn needs<'a>(given: &'a [DecodedComponent], plan: &Plan, problems: &mut Vec<Problem>) -> Needs<'a> {
    let mut needs = Needs::default();
    if plan.order == [CALLER] {
        return needs;
    }
    for &index in &plan.order {
        let component = &given[index];
        let origins = origins(component, index, plan, problems);
        let (open, refused) = (Vec::new(), BTreeSet::new());
        let mut search = Search { component, index, plan, origins, needs: &mut needs, problems, open, refused };
        let named = component.imports.iter().enumerate().map(|(import, item)| (item.name.as_str(), import));
        let by_name: BTreeMap<&str, usize> = named.collect();
        for (import, item) in component.imports.iter().enumerate() {
            if plan.edge(index, import).is_none() {
                search.open.push((Subject::Import(import), Use::Item(item.ty())));
                let resource = resource_of(&item.name).and_then(|name| by_name.get(name));
                if let Some(resource) = resource.copied().filter(|resource| plan.edge(index, *resource).is_none()) {
                    search.needs.before.entry((index, import)).or_default().insert((index, resource));
                }
            }
        }
        if index == CALLER {
            let exports = component.exports.iter().enumerate();
            search.open.extend(exports.map(|(export, item)| (Subject::Export(export), Use::Item(item.ty()))));
        }
        search.run();
    }
    needs
}

/// The resource in the name of a function at the root, such as `[static]r.f`: it has to come first, even if the function's
/// type does not mention it.
fn resource_of(name: &str) -> Option<&str> {
    let (_, rest) = name.strip_prefix('[')?.rsplit_once(']')?;
    rest.split('.').next()
}

/// The import that gives a type its name.
#[derive(Clone, Copy)]
struct Origin<'a> {
    import: usize,
    /// The member of an imported interface; empty for a type at the root.
    member: &'a str,
    /// The type that this one is another name of: one of a remaining import if possible, else the first one.
    resolved: ComponentAnyTypeId,
}

type Origins<'a> = BTreeMap<ComponentAnyTypeId, Origin<'a>>;

/// The origins of all named types that a component imports.
///
/// Two imports that share an instance type share its types, too. `wasmparser` panics at the instantiation of such a
/// component.
fn origins<'a>(component: &'a DecodedComponent, index: usize, plan: &Plan, problems: &mut Vec<Problem>) -> Origins<'a> {
    let mut origins = Origins::new();
    for (import, item) in component.imports.iter().enumerate() {
        let is_plugged = plan.edge(index, import).is_some();
        let mut open = VecDeque::from([("", item.ty())]);
        while let Some((member, ty)) = open.pop_front() {
            let (created, referenced) = match ty {
                ComponentEntityType::Type { created, referenced } => (created, referenced),
                ComponentEntityType::Instance(id) => {
                    let exports = component[id].exports.iter();
                    let member = |name| if member.is_empty() { name } else { member };
                    open.extend(exports.map(|(name, item)| (member(name.as_str()), item.ty)));
                    continue;
                }
                _ => continue,
            };
            let original = if is_plugged { origins.get(&referenced) } else { None };
            let resolved = original.map_or(created, |origin: &Origin| origin.resolved);
            let previous = origins.insert(created, Origin { import, member, resolved });
            if let Some(previous) = previous {
                let other = &component.imports[previous.import].name;
                problems.push(Problem::Unsupported {
                    file: component.name.to_owned(),
                    item: item.name.clone(),
                    reason: format!("its type `{member}` is also the one of `{other}`: they share an instance type"),
                });
                return origins;
            }
        }
    }
    origins
}

/// What is looked at: an import that remains or whose types do, or an export of the caller.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Import(usize),
    Export(usize),
}

/// How a subject uses a type.
#[derive(Clone, Copy)]
enum Use {
    /// As an item of its own.
    Item(ComponentEntityType),
    /// As the definition of a named type, which can be written once more.
    Definition(ComponentAnyTypeId),
    /// As a part of a function or of a type: it needs a name, if it is of a kind that does.
    Part(ComponentAnyTypeId),
}

struct Search<'a, 'n> {
    component: &'a DecodedComponent<'a>,
    index: usize,
    plan: &'n Plan,
    origins: Origins<'a>,
    needs: &'n mut Needs<'a>,
    problems: &'n mut Vec<Problem>,
    open: Vec<(Subject, Use)>,
    /// The subjects that have a problem already.
    refused: BTreeSet<Subject>,
}

impl<'a> Search<'a, '_> {
    fn run(&mut self) {
        let mut seen = BTreeSet::new();
        while let Some((subject, used)) = self.open.pop() {
            match used {
                Use::Item(ty) => self.item(subject, ty),
                Use::Definition(ty) if seen.insert((subject, "definition", ty)) => self.definition(subject, ty),
                Use::Part(ty) if seen.insert((subject, "part", ty)) => self.part(subject, ty),
                Use::Definition(_) | Use::Part(_) => {}
            }
        }
    }

    fn item(&mut self, subject: Subject, ty: ComponentEntityType) {
        match ty {
            ComponentEntityType::Type { referenced, .. } => match walk::as_resource(ty) {
                Some((_, true)) => {}
                _ => self.open.push((subject, Use::Definition(referenced))),
            },
            ComponentEntityType::Instance(id) => {
                let exports = self.component[id].exports.values();
                self.open.extend(exports.map(|item| (subject, Use::Item(item.ty))));
            }
            ComponentEntityType::Func(_) | ComponentEntityType::Value(_) => {
                self.open.extend(walk::entity_types(ty).map(|ty| (subject, Use::Part(ty))));
            }
            // Both are closed: they use no types of others.
            ComponentEntityType::Module(_) | ComponentEntityType::Component(_) => {}
        }
    }

    fn definition(&mut self, subject: Subject, ty: ComponentAnyTypeId) {
        let Some(origin) = self.origin(ty) else {
            return self.parts(subject, ty);
        };
        if !self.is_plugged(origin) {
            self.comes_after(subject, origin);
        } else if let ComponentAnyTypeId::Resource(_) = ty {
            // An export gives the resource a name. An import would need one.
            if let Subject::Import(_) = subject {
                self.refuse(subject, origin);
            }
        } else if self.has_named_parts(ty) {
            // Written once more, it could only name its parts as those of another interface.
            self.import_type(subject, ty, origin);
        }
    }

    fn part(&mut self, subject: Subject, ty: ComponentAnyTypeId) {
        let Some(origin) = self.origin(ty) else {
            return self.parts(subject, ty);
        };
        let is_plugged = self.is_plugged(origin);
        if !is_plugged {
            self.comes_after(subject, origin);
            let is_renamed = self.origins.get(&ty).is_some_and(|origin| self.is_plugged(*origin));
            if let (Subject::Export(export), true) = (subject, is_renamed && self.needs_name(ty)) {
                self.needs.ascribed.insert(export);
            }
        } else if self.needs_name(ty) {
            self.import_type(subject, ty, origin);
        } else {
            self.parts(subject, ty);
        }
    }

    /// Lets the composed component import a type of an import that is plugged.
    fn import_type(&mut self, subject: Subject, ty: ComponentAnyTypeId, origin: Origin<'a>) {
        let resources = walk::reachable(self.component, ty).into_iter();
        let resources = resources.filter(|ty| matches!(ty, ComponentAnyTypeId::Resource(_)));
        let plugged = resources.filter_map(|resource| self.origin(resource)).find(|origin| self.is_plugged(*origin));
        if let Some(resource) = plugged {
            return self.refuse(subject, resource);
        }
        let place = (self.index, origin.import);
        if self.needs.types.entry(place).or_default().insert(origin.member) {
            let interface = self.component.imports[origin.import].ty();
            let member = self.component.member(interface, origin.member);
            self.open.extend(member.map(|ty| (Subject::Import(origin.import), Use::Item(ty))));
        }
        match subject {
            Subject::Import(_) => self.comes_after(subject, origin),
            Subject::Export(export) => {
                self.needs.ascribed.insert(export);
            }
        }
    }

    /// Adds the problem of a subject that uses a resource of a stub.
    fn refuse(&mut self, subject: Subject, resource: Origin) {
        if !self.refused.insert(subject) {
            return;
        }
        let component = self.component;
        let file = component.name.to_owned();
        let interface = component.imports[resource.import].name.clone();
        let resource = if resource.member.is_empty() { &interface } else { resource.member };
        let resource = resource.to_owned();
        self.problems.push(match subject {
            Subject::Import(import) => {
                let import = component.imports[import].name.clone();
                Problem::HiddenResource { file, import, resource, interface }
            }
            Subject::Export(export) => {
                let export = component.exports[export].name.clone();
                Problem::ExportedResource { file, export, resource, interface }
            }
        });
    }

    /// Whether the definition of a type mentions types that need names.
    fn has_named_parts(&self, ty: ComponentAnyTypeId) -> bool {
        let reachable = walk::reachable(self.component, ty);
        reachable.into_iter().any(|part| part != ty && self.needs_name(part))
    }

    fn parts(&mut self, subject: Subject, ty: ComponentAnyTypeId) {
        match ty {
            ComponentAnyTypeId::Instance(id) => self.open.push((subject, Use::Item(ComponentEntityType::Instance(id)))),
            ComponentAnyTypeId::Component(_) => {}
            ComponentAnyTypeId::Resource(_) | ComponentAnyTypeId::Defined(_) | ComponentAnyTypeId::Func(_) => {
                let parts = walk::parts(self.component, ty);
                self.open.extend(parts.into_iter().map(|part| (subject, Use::Part(part))));
            }
        }
    }

    /// The import that can name `ty` in the composed component.
    fn origin(&self, ty: ComponentAnyTypeId) -> Option<Origin<'a>> {
        self.origins.get(&self.origins.get(&ty)?.resolved).copied()
    }

    fn is_plugged(&self, origin: Origin) -> bool {
        self.plan.edge(self.index, origin.import).is_some()
    }

    fn comes_after(&mut self, subject: Subject, origin: Origin) {
        if let Subject::Import(import) = subject
            && import != origin.import
        {
            let needed = (self.index, origin.import);
            self.needs.before.entry((self.index, import)).or_default().insert(needed);
        }
    }

    fn needs_name(&self, ty: ComponentAnyTypeId) -> bool {
        match ty {
            ComponentAnyTypeId::Defined(id) => matches!(
                self.component[id],
                ComponentDefinedType::Record(_)
                    | ComponentDefinedType::Variant(_)
                    | ComponentDefinedType::Flags(_)
                    | ComponentDefinedType::Enum(_)
            ),
            ComponentAnyTypeId::Resource(_) => true,
            _ => false,
        }
    }
}
