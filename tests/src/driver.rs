//! Calls every function of a stub with generated values and compares what crosses, in both directions, with the
//! contract: which workers are connected to, what is invoked with which nodes, what comes back, and what is dropped.

use std::collections::{HashMap, HashSet};

use crate::cases::Built;
use crate::fake_host::{Event, Fuel, Stub};
use crate::values::{Generator, Lent, Rng, Style, same};
use stubgen_model::{Constructor, Function, FunctionKind, ParamType, ResourceKind, Route, StubResource};
use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Func, ResourceAny, ResourceType, Type, Val};
use worker_host::RpcError;
use worker_host::value::{Handles, Ownership, Uri, WitValue, from_wire, to_wire};

/// The location that generated calls go to.
const LOCATION: &str = "urn:worker:0f2d1a44-6cb1-4f5d-9d9b-0f3b3f1b2c11/alice";

/// How functions that give handles are called again where handles are lacking.
const REFILLS: &[Style] = &[Style::Most, Style::Least, Style::Any];

/// A remote resource as the host knows it.
#[derive(Debug, Clone, PartialEq)]
struct Remote {
    uri: String,
    id: u64,
}

/// What the stub's handles stand for, seen from outside.
#[derive(Default)]
struct Handle {
    /// Every remote resource that the stub holds.
    known: Vec<(ResourceAny, ResourceType, Remote)>,
    next: u64,
}

/// Turns a handle into what a value of it is compared by, and makes new ones in answers.
struct Wire<'a> {
    handles: &'a mut Handle,
    /// The worker that makes the resources; another one for each when there is none.
    worker: Option<&'static str>,
    /// What was put into an answer, in order.
    made: Vec<(ResourceType, Remote)>,
}

impl Handles for Wire<'_> {
    fn send(&mut self, _: &Val, ty: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        self.handles.next += 1;
        let id = self.handles.next;
        let uri = self.worker.map_or_else(|| format!("urn:worker:other/worker-{id}"), str::to_string);
        let remote = Remote { uri, id };
        self.made.push((*ty, remote.clone()));
        Ok((Uri { value: remote.uri }, id))
    }

    fn receive(&mut self, uri: &Uri, id: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Ok(handle_value(&Remote { uri: uri.value.clone(), id }))
    }
}

/// A handle as a value that can be compared.
fn handle_value(remote: &Remote) -> Val {
    Val::Tuple(vec![Val::String(remote.uri.clone()), Val::U64(remote.id)])
}

/// A running stub with what is known of its resources.
pub struct Driver<'a> {
    built: &'a Built,
    stub: Stub,
    interface: String,
    handles: Handle,
    /// The resources for free functions, by their index in the model.
    connections: HashMap<usize, ResourceAny>,
    /// The functions that have given handles, by their names in the stub.
    givers: HashSet<String>,
    /// The functions that have taken some for good.
    takers: HashSet<String>,
    /// How often each function was called, by its name in the stub.
    pub calls: HashMap<String, usize>,
    /// All that has happened at the host, if it is kept.
    transcript: Option<Vec<Event>>,
    seed: u64,
}

/// What came of a call whose answer was changed.
#[derive(Debug, PartialEq)]
pub struct Probe {
    /// What the function returned, handles as the same value each; `None` when it trapped.
    pub result: Option<Vec<Val>>,
    /// What happened at the host.
    pub events: Vec<Event>,
}

impl<'a> Driver<'a> {
    /// Starts the stub.
    pub fn new(built: &'a Built, seed: u64) -> Self {
        let stub = Stub::start(Fuel::Free, &built.wasm).unwrap_or_else(|error| panic!("{error:?}"));
        Self::over(built, stub, seed)
    }

    /// Takes a stub that was started, of the same contract as `built`.
    pub fn over(built: &'a Built, stub: Stub, seed: u64) -> Self {
        let interface = built.model.package.interface_id(&built.model.interface);
        Self {
            built,
            stub,
            interface,
            handles: Handle::default(),
            connections: HashMap::new(),
            givers: HashSet::new(),
            takers: HashSet::new(),
            calls: HashMap::new(),
            transcript: None,
            seed,
        }
    }

    /// Keeps all events from here on.
    pub fn record(&mut self) {
        self.transcript = Some(Vec::new());
    }

    /// The events since [`record`](Self::record).
    pub fn transcript(&mut self) -> Vec<Event> {
        self.transcript.take().unwrap_or_default()
    }

    /// The functions of a stub that invoke one of the worker, each with the index of its resource.
    pub fn functions(built: &Built) -> Vec<(usize, &Function)> {
        let mut functions = Vec::new();
        for (index, resource) in built.model.resources.iter().enumerate() {
            if let Some(Constructor::Remote(function)) = &resource.constructor {
                functions.push((index, function));
            }
            functions.extend(resource.functions.iter().map(|function| (index, function)));
        }
        functions
    }

    /// Calls every function once in each of the styles and drops what they gave.
    pub fn run(&mut self, styles: &[Style]) {
        self.connect_all();
        self.call_all(styles);
        for (resource, function) in Self::functions(self.built) {
            let name = self.name(resource, function);
            assert!(self.calls.contains_key(&name), "no resource was ever there for {name}");
        }
        self.drop_all();
    }

    /// Calls every function, so that there are handles for what is called next.
    pub fn supply(&mut self) {
        self.connect_all();
        self.call_all(&[Style::Most, Style::Any]);
    }

    fn connect_all(&mut self) {
        let connects = |resource: &StubResource| matches!(resource.constructor, Some(Constructor::Connect { .. }));
        let resources = self.built.model.resources.iter().enumerate();
        let indices: Vec<_> = resources.filter(|(_, resource)| connects(resource)).map(|(index, _)| index).collect();
        indices.into_iter().for_each(|index| self.connect(index));
    }

    /// Calls every function once in each of the styles; those that need a resource wait until there is one.
    fn call_all(&mut self, styles: &[Style]) {
        let functions = Self::functions(self.built);
        for style in styles {
            self.seed += 1;
            let mut waiting = functions.clone();
            let mut refills = REFILLS.iter().cycle().take(12);
            while !waiting.is_empty() {
                let before = waiting.len();
                waiting.retain(|(resource, function)| !self.call(*resource, function, *style));
                if waiting.len() == before {
                    let Some(style) = refills.next() else { break };
                    self.refill(&functions, *style);
                }
            }
        }
    }

    /// Calls a function with an answer that `change` has changed; nothing when a handle that it needs isn't there.
    ///
    /// Afterwards the stub may have trapped, and is of no use any more.
    pub fn probe(
        &mut self,
        function: usize,
        seed: u64,
        change: &mut dyn FnMut(WitValue) -> Result<WitValue, RpcError>,
    ) -> Option<Probe> {
        self.seed = seed;
        let (resource, model) = Self::functions(self.built)[function];
        let name = self.name(resource, model);
        let function = self.stub.function(&self.interface, &name);
        let arguments = self.arguments(resource, model, function, Style::Any)?;
        let (answer, ..) = self.answer(function, Style::Any, None);
        self.events();
        self.stub.store.data_mut().answers.push_back(change(answer));
        let mut results = vec![Val::Bool(false); function.ty(&self.stub.store).results().len()];
        let done = function.call(&mut self.stub.store, &arguments.values, &mut results);
        let plain = |value: &Val| replace(value, &mut |_| Val::Bool(true));
        Some(Probe { result: done.ok().map(|()| results.iter().map(plain).collect()), events: self.events() })
    }

    /// Calls what gives handles and takes none once more: something waits for several.
    fn refill(&mut self, functions: &[(usize, &Function)], style: Style) {
        for (resource, function) in functions {
            let name = self.name(*resource, function);
            if self.givers.contains(&name) && !self.takers.contains(&name) {
                self.call(*resource, function, style);
            }
        }
    }

    fn name(&self, resource: usize, function: &Function) -> String {
        let owner = &self.built.model.resources[resource].name;
        match function.kind {
            FunctionKind::Constructor => format!("[constructor]{owner}"),
            FunctionKind::Method => format!("[method]{owner}.{}", function.name),
            FunctionKind::Static(_) => format!("[static]{owner}.{}", function.name),
        }
    }

    fn resource_type(&mut self, resource: usize) -> ResourceType {
        let name = &self.built.model.resources[resource].name;
        let instance = self.stub.instance.get_export_index(&mut self.stub.store, None, &self.interface);
        let item = self.stub.instance.get_export(&mut self.stub.store, instance.as_ref(), name);
        match item {
            Some((ComponentItem::Resource(ty), _)) => ty,
            _ => panic!("the stub exports the resource `{name}`"),
        }
    }

    fn events(&mut self) -> Vec<Event> {
        let events = std::mem::take(&mut self.stub.store.data_mut().events);
        if let Some(transcript) = &mut self.transcript {
            transcript.extend_from_slice(&events);
        }
        events
    }

    /// Makes the resource for the free functions of an interface: that connects, and does nothing else.
    fn connect(&mut self, resource: usize) {
        let name = format!("[constructor]{}", self.built.model.resources[resource].name);
        let function = self.stub.function(&self.interface, &name);
        let mut results = [Val::Bool(false)];
        function.call(&mut self.stub.store, &[location()], &mut results).expect("connecting never fails");
        let [Val::Resource(connection)] = results else { panic!("a constructor gives a resource") };
        assert_eq!(self.events(), [Event::Connect { uri: LOCATION.into() }]);
        self.connections.insert(resource, connection);
    }

    /// Takes a handle of a known resource for an argument.
    fn take(handles: &mut Handle, lent: &mut Vec<ResourceAny>, ty: &ResourceType, how: Lent) -> Option<(Val, Remote)> {
        let free = |(any, known, _): &(ResourceAny, ResourceType, Remote)| {
            known == ty && (how == Lent::Borrowed || !lent.contains(any))
        };
        let position = handles.known.iter().position(free)?;
        let (any, _, remote) = handles.known[position].clone();
        match how {
            Lent::Borrowed => lent.push(any),
            Lent::Owned => {
                handles.known.remove(position);
            }
        }
        Some((Val::Resource(any), remote))
    }

    /// Calls a function once; false when a handle that it needs isn't there.
    fn call(&mut self, resource: usize, model: &Function, style: Style) -> bool {
        let name = self.name(resource, model);
        let function = self.stub.function(&self.interface, &name);
        let Some(arguments) = self.arguments(resource, model, function, style) else { return false };
        *self.calls.entry(name.clone()).or_default() += 1;
        let plain = model.kind == FunctionKind::Constructor && self.constructs_plainly(resource);
        let (answer, expected, made) = self.answer(function, style, plain.then_some(LOCATION));
        if !made.is_empty() {
            self.givers.insert(name.clone());
        }
        if !arguments.given.is_empty() {
            self.takers.insert(name.clone());
        }
        self.stub.store.data_mut().answers.push_back(Ok(answer));
        let count = function.ty(&self.stub.store).results().len();
        let mut results = vec![Val::Bool(false); count];
        let done = function.call(&mut self.stub.store, &arguments.values, &mut results);
        done.unwrap_or_else(|error| panic!("{name} with {style:?}: {error:?}"));
        let events = self.events();
        let wanted = self.expected_events(resource, model, &arguments, &made);
        self.compare_events(&name, &events, &wanted, &arguments);
        let mut made = made.into_iter();
        if let (Some(result), Some(expected)) = (results.first(), &expected) {
            let result = self.own(result, &mut made);
            assert!(same(&result, expected), "{name} returned {result:?} instead of {expected:?}");
        }
        assert_eq!(made.next(), None, "{name} returned all handles");
        true
    }

    /// Generates the arguments of a call, and the values that must cross.
    fn arguments(&mut self, resource: usize, model: &Function, function: Func, style: Style) -> Option<Arguments> {
        let types: Vec<_> = function.ty(&self.stub.store).params().map(|(_, ty)| ty).collect();
        let known = self.handles.known.clone();
        let mut arguments = Arguments { uri: LOCATION.into(), ..Arguments::default() };
        let mut types = types.into_iter();
        if model.kind == FunctionKind::Method {
            let this = types.next().expect("a method has a self");
            let (value, remote) = match self.built.model.resources[resource].kind {
                ResourceKind::Functions => (Val::Resource(self.connections[&resource]), None),
                ResourceKind::Remote { .. } => {
                    let Type::Borrow(ty) = this else { panic!("self is borrowed") };
                    let (value, remote) = Self::take(&mut self.handles, &mut arguments.lent, &ty, Lent::Borrowed)?;
                    (value, Some(remote))
                }
            };
            if let Some(remote) = remote {
                arguments.uri.clone_from(&remote.uri);
                arguments.crossing.push((
                    Type::Borrow(match this {
                        Type::Borrow(ty) => ty,
                        _ => unreachable!("self is borrowed"),
                    }),
                    handle_value(&remote),
                ));
            }
            arguments.values.push(value);
        }
        let params: Vec<_> = types.zip(&model.params).collect();
        for (index, (ty, param)) in params.iter().enumerate() {
            if param.ty == ParamType::Location {
                arguments.values.push(location());
                continue;
            }
            let Some((value, crossing)) = self.argument(ty, style, &mut arguments) else {
                self.handles.known = known;
                return None;
            };
            if model.kind == FunctionKind::Static(Route::Handle(index)) {
                let Val::Tuple(handle) = &crossing else { panic!("a route is a handle") };
                let Val::String(uri) = &handle[0] else { panic!("a handle has a URI") };
                arguments.uri.clone_from(uri);
            }
            arguments.values.push(value);
            arguments.crossing.push((ty.clone(), crossing));
        }
        Some(arguments)
    }

    /// One argument, and the same with its handles as values that can be compared.
    fn argument(&mut self, ty: &Type, style: Style, arguments: &mut Arguments) -> Option<(Val, Val)> {
        self.seed += 1;
        let handles = &mut self.handles;
        let (lent, given) = (&mut arguments.lent, &mut arguments.given);
        let mut seen: Vec<(ResourceAny, Remote)> = Vec::new();
        let mut handle = |ty: &ResourceType, how| {
            let (value, remote) = Self::take(handles, lent, ty, how)?;
            let Val::Resource(any) = &value else { panic!("a handle is a resource") };
            seen.push((*any, remote.clone()));
            if how == Lent::Owned {
                given.push(remote);
            }
            Some(value)
        };
        let rng = Rng::new(self.seed);
        let value = Generator { rng, style, budget: 10_000, handle: &mut handle }.value(ty)?;
        let known = |any| seen.iter().find(|(seen, _)| *seen == any).expect("each handle was taken");
        let crossing = replace(&value, &mut |any| handle_value(&known(any).1));
        Some((value, crossing))
    }

    /// An answer for a function's result: the nodes, the value, and the handles in it.
    fn answer(
        &mut self,
        function: Func,
        style: Style,
        worker: Option<&'static str>,
    ) -> (WitValue, Option<Val>, Vec<(ResourceType, Remote)>) {
        let Some(ty) = function.ty(&self.stub.store).results().next() else {
            return (WitValue::answer(None), None, Vec::new());
        };
        self.seed += 1;
        let mut placeholder = |_: &ResourceType, _| Some(Val::Bool(true));
        let rng = Rng::new(self.seed);
        let value = Generator { rng, style, budget: 10_000, handle: &mut placeholder }.value(&ty);
        let value = value.expect("a placeholder is always there");
        let mut wire = Wire { handles: &mut self.handles, worker, made: Vec::new() };
        let nodes = to_wire(&value, &ty, &mut wire).expect("a generated value has nodes");
        let made = wire.made;
        let mut ignored = Handle::default();
        let mut wire = Wire { handles: &mut ignored, worker: None, made: Vec::new() };
        let expected = from_wire(&nodes, &ty, &mut wire).expect("the nodes are those of the value");
        (shuffled(WitValue::answer(Some(nodes)), self.seed), Some(expected), made)
    }

    /// What must have happened at the host in a call.
    fn expected_events(
        &self,
        resource: usize,
        model: &Function,
        arguments: &Arguments,
        made: &[(ResourceType, Remote)],
    ) -> Vec<Event> {
        let mut events = Vec::new();
        let connects = matches!(model.kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location));
        if connects {
            events.push(Event::Connect { uri: LOCATION.into() });
        }
        let (uri, function) = (arguments.uri.clone(), model.remote.to_string());
        events.push(Event::Invoke { uri, function, parameters: Vec::new() });
        events.extend(arguments.given.iter().rev().map(|given| Event::Disconnect { uri: given.uri.clone() }));
        let plain = model.kind == FunctionKind::Constructor && self.constructs_plainly(resource);
        if !plain {
            events.extend(made.iter().map(|(_, remote)| Event::Connect { uri: remote.uri.clone() }));
            events.extend(connects.then(|| Event::Disconnect { uri: LOCATION.into() }));
        }
        events
    }

    /// Whether the resource's constructor always gives one, so that its connection is the one that was made for the call.
    fn constructs_plainly(&self, resource: usize) -> bool {
        let name = format!("[constructor]{}", self.built.model.resources[resource].name);
        let interface = &self.built.wit.resolve.interfaces[self.built.wit.interface];
        interface.functions[&name].is_constructor_shorthand(&self.built.wit.resolve)
    }

    /// Compares events; the parameters of invocations by their values, whatever the order of their nodes.
    fn compare_events(&mut self, name: &str, actual: &[Event], expected: &[Event], arguments: &Arguments) {
        let without = |event: &Event| match event {
            Event::Invoke { uri, function, .. } => {
                Event::Invoke { uri: uri.clone(), function: function.clone(), parameters: Vec::new() }
            }
            other => other.clone(),
        };
        let actual_events: Vec<_> = actual.iter().map(without).collect();
        assert_eq!(actual_events, expected, "{name}");
        let parameters = actual.iter().find_map(|event| match event {
            Event::Invoke { parameters, .. } => Some(parameters),
            _ => None,
        });
        let parameters = parameters.expect("each call invokes");
        assert_eq!(parameters.len(), arguments.crossing.len(), "{name} has one value per parameter");
        for (parameter, (ty, expected)) in parameters.iter().zip(&arguments.crossing) {
            assert!(parents_first(parameter), "{name} writes parents before their children");
            let mut wire = Wire { handles: &mut self.handles, worker: None, made: Vec::new() };
            let actual = from_wire(parameter, ty, &mut wire).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(same(&actual, expected), "{name} passed {actual:?} instead of {expected:?}");
        }
    }

    /// Takes the resources of a result, in the order in which they were put into the answer.
    fn own(&mut self, result: &Val, made: &mut impl Iterator<Item = (ResourceType, Remote)>) -> Val {
        let known = &mut self.handles.known;
        replace(result, &mut |any| {
            let (ty, remote) = made.next().expect("each resource of a result was in the answer");
            known.push((any, ty, remote.clone()));
            handle_value(&remote)
        })
    }

    /// Drops everything: each remote resource is dropped in its worker once, a failure there does not matter.
    fn drop_all(&mut self) {
        for (number, (any, ty, remote)) in std::mem::take(&mut self.handles.known).into_iter().enumerate() {
            if number % 2 == 1 {
                let refused = RpcError::Denied("no".into());
                self.stub.store.data_mut().answers.push_back(Err(refused));
            }
            any.resource_drop(&mut self.stub.store).expect("a drop never traps");
            let events = self.events();
            let resource = (0..self.built.model.resources.len()).find(|index| self.resource_type(*index) == ty);
            let resource = &self.built.model.resources[resource.expect("the resource is the stub's")];
            let ResourceKind::Remote { drop, .. } = &resource.kind else { panic!("it is remote") };
            let handle = WitValue {
                nodes: vec![worker_host::value::Node::Handle((Uri { value: remote.uri.clone() }, remote.id))],
            };
            let function = drop.to_string();
            let invoke = Event::Invoke { uri: remote.uri.clone(), function, parameters: vec![handle] };
            assert_eq!(events, [invoke, Event::Disconnect { uri: remote.uri }]);
        }
        for (_, connection) in std::mem::take(&mut self.connections) {
            connection.resource_drop(&mut self.stub.store).expect("a drop never traps");
            assert_eq!(self.events(), [Event::Disconnect { uri: LOCATION.into() }]);
        }
        assert_eq!(self.stub.store.data().connections, 0, "all connections are closed");
    }
}

/// The arguments of one call.
#[derive(Default)]
struct Arguments {
    values: Vec<Val>,
    /// What must cross: types of the stub, values with comparable handles.
    crossing: Vec<(Type, Val)>,
    /// Where the call must go.
    uri: String,
    lent: Vec<ResourceAny>,
    given: Vec<Remote>,
}

fn location() -> Val {
    Val::Record(vec![("value".into(), Val::String(LOCATION.into()))])
}

/// The value with each resource replaced, in the order of the value.
fn replace(value: &Val, with: &mut dyn FnMut(ResourceAny) -> Val) -> Val {
    let boxed = |value: &Option<Box<Val>>, with: &mut dyn FnMut(ResourceAny) -> Val| {
        value.as_ref().map(|value| Box::new(replace(value, with)))
    };
    match value {
        Val::Resource(any) => with(*any),
        Val::List(values) => Val::List(values.iter().map(|value| replace(value, with)).collect()),
        Val::FixedLengthList(values) => Val::FixedLengthList(values.iter().map(|value| replace(value, with)).collect()),
        Val::Tuple(values) => Val::Tuple(values.iter().map(|value| replace(value, with)).collect()),
        Val::Map(entries) => {
            Val::Map(entries.iter().map(|(key, value)| (replace(key, with), replace(value, with))).collect())
        }
        Val::Record(fields) => {
            Val::Record(fields.iter().map(|(name, value)| (name.clone(), replace(value, with))).collect())
        }
        Val::Variant(case, payload) => Val::Variant(case.clone(), boxed(payload, with)),
        Val::Option(some) => Val::Option(boxed(some, with)),
        Val::Result(Ok(ok)) => Val::Result(Ok(boxed(ok, with))),
        Val::Result(Err(err)) => Val::Result(Err(boxed(err, with))),
        other => other.clone(),
    }
}

/// Whether every child comes after its parent.
fn parents_first(value: &WitValue) -> bool {
    value.nodes.iter().zip(0i32..).all(|(node, index)| children(node).iter().all(|child| *child > index))
}

fn children(node: &worker_host::value::Node) -> Vec<i32> {
    use worker_host::value::Node;
    match node {
        Node::Record(children) | Node::Tuple(children) | Node::List(children) => children.clone(),
        Node::Variant((_, child)) | Node::Option(child) | Node::Result(Ok(child) | Err(child)) => {
            child.iter().copied().collect()
        }
        _ => Vec::new(),
    }
}

/// The same value with its nodes in another order, the root still first: readers accept any.
fn shuffled(value: WitValue, seed: u64) -> WitValue {
    use worker_host::value::Node;
    let mut rng = Rng::new(seed);
    let count = value.nodes.len();
    let mut order: Vec<usize> = (0..count).collect();
    for index in (2..count).rev() {
        order.swap(index, 1 + rng.below(index));
    }
    // `order[new] = old`
    let mut new_index = vec![0i32; count];
    for (new, old) in order.iter().enumerate() {
        new_index[*old] = i32::try_from(new).expect("there are few nodes");
    }
    let moved = |child: &i32| new_index[usize::try_from(*child).expect("an index is positive")];
    let move_children = |node: &Node| match node {
        Node::Record(children) => Node::Record(children.iter().map(moved).collect()),
        Node::Tuple(children) => Node::Tuple(children.iter().map(moved).collect()),
        Node::List(children) => Node::List(children.iter().map(moved).collect()),
        Node::Variant((case, child)) => Node::Variant((*case, child.as_ref().map(moved))),
        Node::Option(child) => Node::Option(child.as_ref().map(moved)),
        Node::Result(Ok(child)) => Node::Result(Ok(child.as_ref().map(moved))),
        Node::Result(Err(child)) => Node::Result(Err(child.as_ref().map(moved))),
        other => other.clone(),
    };
    WitValue { nodes: order.iter().map(|old| move_children(&value.nodes[*old])).collect() }
}
