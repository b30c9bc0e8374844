//! `golem:rpc/types@0.1.0` that calls nobody: it records what a stub does, and answers with what it was given.

use std::collections::VecDeque;

use wasmtime::component::{Component, InstancePre, Linker, Resource, ResourceTable, ResourceType};
use wasmtime::{Config, Engine, ResourceLimiter, Store, StoreContextMut};
use worker_host::RpcError;
use worker_host::value::{Uri, WitValue};

/// What a stub did.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// It connected to a worker.
    Connect {
        /// The worker.
        uri: String,
    },
    /// It invoked a function and waited.
    Invoke {
        /// The worker.
        uri: String,
        /// The function.
        function: String,
        /// Its parameters.
        parameters: Vec<WitValue>,
    },
    /// It closed a connection.
    Disconnect {
        /// The worker.
        uri: String,
    },
}

/// What the host knows: everything that happened, and the answers that are still to be given.
#[derive(Default)]
pub struct State {
    /// In the order in which it happened.
    pub events: Vec<Event>,
    /// The next answers; a call without one is answered with no result.
    pub answers: VecDeque<Result<WitValue, RpcError>>,
    /// Whether events are kept: not in a million calls.
    pub forget: bool,
    /// How many connections are open.
    pub connections: usize,
    /// Pages of the stub's linear memory.
    pub pages: u64,
    table: ResourceTable,
}

impl ResourceLimiter for State {
    fn memory_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.pages = (desired >> 16) as u64;
        Ok(true)
    }

    fn table_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }
}

impl State {
    fn record(&mut self, event: Event) {
        if !self.forget {
            self.events.push(event);
        }
    }
}

/// A connection to a worker.
struct Connection {
    uri: String,
}

type Context<'a> = StoreContextMut<'a, State>;

/// Whether executed instructions are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fuel {
    /// Each instruction takes one.
    Counted,
    /// As fast as it goes.
    Free,
}

/// An engine that can run every stub.
pub fn engine(fuel: Fuel) -> Engine {
    let mut config = Config::new();
    config.wasm_component_model_map(true);
    config.wasm_component_model_fixed_length_lists(true);
    config.consume_fuel(fuel == Fuel::Counted);
    Engine::new(&config).expect("the configuration is right")
}

/// A linker with the fake `golem:rpc`.
pub fn linker(engine: &Engine) -> Linker<State> {
    let mut linker = Linker::new(engine);
    define(&mut linker).expect("each item is defined once");
    linker
}

fn define(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    let mut rpc = linker.instance("golem:rpc/types@0.1.0")?;
    rpc.resource("wasm-rpc", ResourceType::host::<Connection>(), |mut store, rep| {
        let connection = store.data_mut().table.delete(Resource::<Connection>::new_own(rep))?;
        store.data_mut().connections -= 1;
        store.data_mut().record(Event::Disconnect { uri: connection.uri });
        Ok(())
    })?;
    rpc.func_wrap("[constructor]wasm-rpc", |mut store: Context<'_>, (uri,): (Uri,)| {
        store.data_mut().connections += 1;
        store.data_mut().record(Event::Connect { uri: uri.value.clone() });
        Ok((store.data_mut().table.push(Connection { uri: uri.value })?,))
    })?;
    rpc.func_wrap(
        "[method]wasm-rpc.invoke-and-await",
        |mut store: Context<'_>, (this, function, parameters): (Resource<Connection>, String, Vec<WitValue>)| {
            let uri = store.data().table.get(&this)?.uri.clone();
            store.data_mut().record(Event::Invoke { uri, function, parameters });
            Ok((store.data_mut().answers.pop_front().unwrap_or_else(|| Ok(WitValue::answer(None))),))
        },
    )
}

/// What a stub may import beside `golem:rpc`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// Nothing.
    Refused,
    /// What a language's standard library wants of its host. It traps when it is called.
    Trapping,
}

/// A compiled stub, to be started any number of times.
pub struct Program {
    ready: InstancePre<State>,
    fuel: Fuel,
}

impl Program {
    /// Compiles a stub.
    pub fn compile(fuel: Fuel, others: Others, wasm: &[u8]) -> wasmtime::Result<Self> {
        let engine = engine(fuel);
        let component = Component::new(&engine, wasm)?;
        let mut linker = linker(&engine);
        match others {
            Others::Refused => {}
            Others::Trapping => linker.define_unknown_imports_as_traps(&component)?,
        }
        Ok(Self { ready: linker.instantiate_pre(&component)?, fuel })
    }

    /// Instantiates the stub.
    pub fn start(&self) -> wasmtime::Result<Stub> {
        let mut store = Store::new(self.ready.engine(), State::default());
        store.limiter(|state| state);
        if self.fuel == Fuel::Counted {
            store.set_fuel(u64::MAX)?;
        }
        let instance = self.ready.instantiate(&mut store)?;
        Ok(Stub { store, instance })
    }
}

/// A running stub.
pub struct Stub {
    /// Its store.
    pub store: Store<State>,
    /// Its instance.
    pub instance: wasmtime::component::Instance,
}

impl Stub {
    /// Compiles and instantiates a native stub.
    pub fn start(fuel: Fuel, wasm: &[u8]) -> wasmtime::Result<Self> {
        Program::compile(fuel, Others::Refused, wasm)?.start()
    }

    /// An exported function of the stub interface.
    pub fn function(&mut self, interface: &str, name: &str) -> wasmtime::component::Func {
        let instance = self.instance.get_export_index(&mut self.store, None, interface);
        let instance = instance.unwrap_or_else(|| panic!("the stub exports `{interface}`"));
        let function = self.instance.get_export_index(&mut self.store, Some(&instance), name);
        let function = function.unwrap_or_else(|| panic!("`{interface}` has `{name}`"));
        self.instance.get_func(&mut self.store, function).expect("it is a function")
    }
}
