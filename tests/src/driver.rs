//! Calls every function of a stub with generated values, and compares what happens with the contract: connections to workers,
//! invocations with their nodes, results, and drops.

mod answers;
mod events;
mod futures;
mod handles;
mod nodes;

use std::collections::{HashMap, HashSet};

use crate::cases::Built;
use crate::fake_host::{Event, Fuel, Stub};
use crate::values::{Generator, Lent, Rng, Style, same};
use answers::{Fate, errors};
use handles::{Known, Remote, handle_value, replace};
use wasm_rpc_stubgen_model::{
    Call, CallStyle, Function, FunctionKind, ParamType, ResourceKind, Route, RpcErrors, StubResource,
};
use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Func, ResourceAny, ResourceType, Type, Val};
use worker_host::RpcError;
use worker_host::value::{Uri, WitValue};

/// The location that generated calls go to.
const LOCATION: &str = "urn:worker:0f2d1a44-6cb1-4f5d-9d9b-0f3b3f1b2c11/alice";

/// How functions that give handles are called again where handles are lacking.
const REFILLS: &[Style] = &[Style::Most, Style::Least, Style::Any];

/// How often handles are refilled for one round of calls. A refill may give one, and a call may take five; long lists of
/// handles are not waited for.
fn max_refills(style: Style) -> usize {
    match style {
        Style::Least | Style::Any => 40,
        Style::Most | Style::Long(_) => 24,
    }
}

/// A running stub with what is known of its resources.
pub struct Driver<'a> {
    built: &'a Built,
    stub: Stub,
    interface: String,
    handles: Known,
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
    /// What was written to the standard error.
    pub stderr: String,
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
            handles: Known::default(),
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
            functions.extend(resource.remote_functions().map(|function| (index, function)));
        }
        functions
    }

    /// Calls every function once in each of the styles, with every other fate that a call of the shape can have, and
    /// drops what they gave.
    pub fn run(&mut self, styles: &[Style]) {
        self.connect_all();
        for style in styles {
            self.call_all(*style, &Fate::Answered);
        }
        for (_, function) in Self::functions(self.built) {
            let name = &function.name;
            assert!(self.calls.contains_key(name), "no resource was ever there for {name}");
        }
        if self.built.model.options.rpc_errors == RpcErrors::Result {
            errors().into_iter().for_each(|error| self.meet(&Fate::Failed(error)));
        }
        if self.built.model.options.call_style == CallStyle::Async {
            self.meet(&Fate::Dropped);
        }
        self.drop_all();
    }

    /// Lets every call have this fate; where handles are lacking, with values that have the fewest of them.
    fn meet(&mut self, fate: &Fate) {
        if !self.call_all(Style::Any, fate).is_empty() {
            let left = self.call_all(Style::Least, fate);
            assert_eq!(left, [""; 0], "no resource was ever there for what was to be {fate:?}");
        }
    }

    /// Calls every function, so that there are handles for what is called next.
    pub fn supply(&mut self) {
        self.connect_all();
        for style in [Style::Most, Style::Any] {
            self.call_all(style, &Fate::Answered);
        }
    }

    fn connect_all(&mut self) {
        let connects = |resource: &StubResource| matches!(resource.kind, ResourceKind::Functions { .. });
        let resources = self.built.model.resources.iter().enumerate();
        let indices: Vec<_> = resources.filter(|(_, resource)| connects(resource)).map(|(index, _)| index).collect();
        indices.into_iter().for_each(|index| self.connect(index));
    }

    /// Calls every function once; those that need a resource wait until there is one. Gives those that got none.
    fn call_all(&mut self, style: Style, fate: &Fate) -> Vec<String> {
        let functions = Self::functions(self.built);
        self.seed += 1;
        let mut waiting = functions.clone();
        if matches!(fate, Fate::Dropped) {
            waiting.retain(|(_, function)| matches!(function.call, Call::Future(_)));
        }
        let mut refills = REFILLS.iter().cycle().take(max_refills(style));
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|(resource, function)| !self.call(*resource, function, style, fate));
            if waiting.len() == before {
                let Some(style) = refills.next() else { break };
                self.refill(&functions, *style);
            }
        }
        waiting.into_iter().map(|(_, function)| function.name.clone()).collect()
    }

    /// Calls a function with an answer that `change` has changed; nothing when a handle that it needs isn't there.
    ///
    /// Afterwards the stub may have trapped, and is of no use any more. If it has not, it holds nothing any more.
    pub fn probe(
        &mut self,
        function: usize,
        seed: u64,
        change: &mut dyn FnMut(WitValue) -> Result<WitValue, RpcError>,
    ) -> Option<Probe> {
        self.seed = seed;
        let (resource, model) = Self::functions(self.built)[function];
        let name = &model.name;
        let function = self.stub.function(&self.interface, name);
        let arguments = self.arguments(resource, model, function, Style::Any)?;
        let returned = self.returned(model, function);
        let reply = self.reply(model, returned, Style::Any, &Fate::Answered);
        self.events();
        let answer = reply.answer.expect("the call is answered");
        self.stub.store.data_mut().answers.push_back(change(answer));
        let results = self.finish(model, function, &arguments.values);
        let plain = |value: &Val| replace(value, &mut |_| Val::Bool(true));
        let result = results.as_ref().map(|results| results.iter().map(plain).collect());
        if let Some(results) = results {
            let drop = &mut |any: ResourceAny| {
                any.resource_drop(&mut self.stub.store).expect("a drop never traps");
                Val::Bool(true)
            };
            results.iter().for_each(|result| _ = replace(result, drop));
        }
        let stderr = self.stub.store.data_mut().take_stderr();
        let probe = Probe { result, events: self.events(), stderr };
        if probe.result.is_some() {
            self.drop_all();
        }
        Some(probe)
    }

    /// Calls a function, and where it gives a future, asks that for the answer; nothing when it traps.
    fn finish(&mut self, model: &Function, function: Func, arguments: &[Val]) -> Option<Vec<Val>> {
        let mut results = vec![Val::Bool(false); function.ty(&self.stub.store).results().len()];
        function.call(&mut self.stub.store, arguments, &mut results).ok()?;
        let Call::Future(future) = model.call else { return Some(results) };
        let get = self.get(future);
        let mut answers = vec![Val::Bool(false)];
        get.call(&mut self.stub.store, &results, &mut answers).ok()?;
        answers.extend(results);
        Some(answers)
    }

    /// What the function returns that waits for the answer: `model`'s own, or its future's `get`.
    fn returned(&mut self, model: &Function, function: Func) -> Option<Type> {
        let function = match model.call {
            Call::Future(future) => self.get(future),
            Call::Blocking | Call::Send => function,
        };
        function.ty(&self.stub.store).results().next()
    }

    /// Calls what gives handles and takes none once more: something waits for several.
    fn refill(&mut self, functions: &[(usize, &Function)], style: Style) {
        for (resource, function) in functions {
            let name = &function.name;
            if self.givers.contains(name) && !self.takers.contains(name) {
                self.call(*resource, function, style, &Fate::Answered);
            }
        }
    }

    fn resource_type(&mut self, name: &str) -> ResourceType {
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
        let name = self.built.model.resources[resource].constructor_name();
        let function = self.stub.function(&self.interface, &name);
        let mut results = [Val::Bool(false)];
        function.call(&mut self.stub.store, &[location()], &mut results).expect("connecting never fails");
        let [Val::Resource(connection)] = results else { panic!("a constructor gives a resource") };
        assert_eq!(self.events(), [Event::Connect { uri: LOCATION.into() }]);
        self.connections.insert(resource, connection);
    }

    /// Takes a handle of a known resource for an argument.
    fn take(handles: &mut Known, lent: &mut Vec<ResourceAny>, ty: &ResourceType, how: Lent) -> Option<(Val, Remote)> {
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
    fn call(&mut self, resource: usize, model: &Function, style: Style, fate: &Fate) -> bool {
        let name = &model.name;
        let function = self.stub.function(&self.interface, name);
        let Some(arguments) = self.arguments(resource, model, function, style) else { return false };
        *self.calls.entry(name.clone()).or_default() += 1;
        let returned = self.returned(model, function);
        let reply = self.reply(model, returned, style, fate);
        if !reply.made.is_empty() {
            self.givers.insert(name.clone());
        }
        if !arguments.given.is_empty() {
            self.takers.insert(name.clone());
        }
        let state = self.stub.store.data_mut();
        let number = state.started;
        state.answers.push_back(reply.answer.clone());
        state.late = matches!(model.call, Call::Future(_));
        let count = function.ty(&self.stub.store).results().len();
        let mut results = vec![Val::Bool(false); count];
        let done = function.call(&mut self.stub.store, &arguments.values, &mut results);
        done.unwrap_or_else(|error| panic!("{name} with {style:?}: {error:?}"));
        let events = self.events();
        let wanted = self.expected_events(model, &arguments, &reply, fate, number);
        self.compare_events(name, &events, &wanted, &arguments);
        match model.call {
            Call::Blocking | Call::Send => {
                self.compare_result(name, results.first(), reply.expected.as_ref(), &reply.made);
            }
            Call::Future(future) => self.live(name, future, number, &results[0], &reply, fate),
        }
        true
    }

    /// Compares what a function returned, and takes the resources in it.
    fn compare_result(
        &mut self,
        name: &str,
        result: Option<&Val>,
        expected: Option<&Val>,
        made: &[(ResourceType, Remote)],
    ) {
        let mut made = made.iter().cloned();
        let result = result.map(|result| self.own(result, &mut made));
        match (&result, expected) {
            (None, None) => {}
            (Some(result), Some(expected)) => {
                assert!(same(result, expected), "{name} returned {result:?} instead of {expected:?}");
            }
            (result, expected) => panic!("{name} returned {result:?} instead of {expected:?}"),
        }
        assert_eq!(made.next(), None, "{name} returned all handles");
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
                ResourceKind::Functions { .. } => (Val::Resource(self.connections[&resource]), None),
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
            let mut resources = self.built.model.resources.iter();
            let resource = resources.find(|resource| self.resource_type(&resource.name) == ty);
            let resource = resource.expect("the resource is the stub's");
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
        let state = self.stub.store.data();
        let held = (state.connections, state.futures, state.pollables);
        assert_eq!(held, (0, 0, 0), "all connections are closed, and all futures and pollables dropped");
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
