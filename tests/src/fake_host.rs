//! A fake `golem:rpc/types@0.1.0`: it records what a stub does, and answers with prepared answers.
//!
//! A future takes its answer when it is made; it is ready as soon as answers are no longer [`late`](State::late). As on a
//! Golem server, it returns its answer once, and only after a pollable of it was ready. Text on stderr is recorded.

mod wasi;

use std::collections::VecDeque;

use wasmtime::component::{Component, InstancePre, Linker, LinkerInstance, Resource, ResourceTable, ResourceType};
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
    /// It invoked a function and did not wait.
    Send {
        /// The worker.
        uri: String,
        /// The function.
        function: String,
        /// Its parameters.
        parameters: Vec<WitValue>,
    },
    /// It invoked a function and got a future.
    AsyncInvoke {
        /// The number of the future; the first has 0.
        future: usize,
        /// The worker.
        uri: String,
        /// The function.
        function: String,
        /// Its parameters.
        parameters: Vec<WitValue>,
    },
    /// It asked for a pollable of a future.
    Subscribe {
        /// The future.
        future: usize,
    },
    /// It asked a pollable whether the future is ready.
    Ready {
        /// The future.
        future: usize,
    },
    /// It dropped a pollable.
    DropPollable {
        /// The future.
        future: usize,
    },
    /// It asked a future for its answer.
    Get {
        /// The future.
        future: usize,
    },
    /// It dropped a future.
    DropFuture {
        /// The future.
        future: usize,
    },
    /// It closed a connection.
    Disconnect {
        /// The worker.
        uri: String,
    },
}

impl Event {
    /// What is passed, where something is invoked.
    pub fn parameters(&self) -> Option<&[WitValue]> {
        match self {
            Self::Invoke { parameters, .. } | Self::Send { parameters, .. } | Self::AsyncInvoke { parameters, .. } => {
                Some(parameters)
            }
            Self::Connect { .. }
            | Self::Subscribe { .. }
            | Self::Ready { .. }
            | Self::DropPollable { .. }
            | Self::Get { .. }
            | Self::DropFuture { .. }
            | Self::Disconnect { .. } => None,
        }
    }

    /// The same event with nothing passed.
    #[must_use]
    pub fn without_parameters(mut self) -> Self {
        match &mut self {
            Self::Invoke { parameters, .. } | Self::Send { parameters, .. } | Self::AsyncInvoke { parameters, .. } => {
                parameters.clear();
            }
            Self::Connect { .. }
            | Self::Subscribe { .. }
            | Self::Ready { .. }
            | Self::DropPollable { .. }
            | Self::Get { .. }
            | Self::DropFuture { .. }
            | Self::Disconnect { .. } => {}
        }
        self
    }
}

/// What the host knows: everything that happened, and the answers that are still to be given.
#[derive(Default)]
pub struct State {
    /// In the order in which it happened.
    pub events: Vec<Event>,
    /// The next answers; a call without one is answered with no result. A call that does not wait takes one too, and
    /// of that only the error.
    pub answers: VecDeque<Result<WitValue, RpcError>>,
    /// Whether the answers of futures are on their way still.
    pub late: bool,
    /// Whether events are kept: not in a million calls.
    pub forget: bool,
    /// How many connections are open.
    pub connections: usize,
    /// How many futures have been made.
    pub started: usize,
    /// How many of them are held.
    pub futures: usize,
    /// How many pollables are held.
    pub pollables: usize,
    /// Pages of the stub's linear memory.
    pub pages: u64,
    /// What was written to the standard error.
    pub stderr: Vec<u8>,
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

    fn answer(&mut self) -> Answer {
        self.answers.pop_front().unwrap_or_else(|| Ok(WitValue::answer(None)))
    }

    /// The text on the standard error since this was asked for the last time.
    pub fn take_stderr(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.stderr)).into_owned()
    }

    /// Drops a pollable that was given to the host, and tells which future it belonged to; a stream's belongs to none.
    pub fn drop_pollable(&mut self, pollable: Resource<Pollable>) -> Option<usize> {
        self.pollables -= 1;
        match self.table.delete(pollable).expect("the pollable is held") {
            Pollable::Future { number, .. } => Some(number),
            Pollable::Stream => None,
        }
    }
}

type Answer = Result<WitValue, RpcError>;

/// A connection to a worker.
struct Connection {
    uri: String,
}

/// The result of a call that may not be there yet.
struct FutureAnswer {
    number: usize,
    state: FutureState,
}

enum FutureState {
    /// Nobody has seen that the answer is there.
    Unseen(Answer),
    Seen(Answer),
    Taken,
}

/// What tells whether something is ready.
#[derive(Clone, Copy)]
pub enum Pollable {
    /// A future.
    Future {
        /// Its number.
        number: usize,
        /// Its representation.
        of: u32,
    },
    /// A stream, which always is.
    Stream,
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

const POLL: &str = "wasi:io/poll@0.2.0";

type CallParams = (Resource<Connection>, String, Vec<WitValue>);

fn define(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    let mut rpc = linker.instance("golem:rpc/types@0.1.0")?;
    define_calls(&mut rpc)?;
    define_futures(&mut rpc)?;
    define_poll(&mut linker.instance(POLL)?)?;
    wasi::define_stderr(linker)
}

fn define_calls(rpc: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
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
    rpc.func_wrap("[method]wasm-rpc.invoke-and-await", |mut store: Context<'_>, params: CallParams| {
        let (this, function, parameters) = params;
        let uri = store.data().table.get(&this)?.uri.clone();
        store.data_mut().record(Event::Invoke { uri, function, parameters });
        Ok((store.data_mut().answer(),))
    })?;
    rpc.func_wrap("[method]wasm-rpc.invoke", |mut store: Context<'_>, params: CallParams| {
        let (this, function, parameters) = params;
        let uri = store.data().table.get(&this)?.uri.clone();
        store.data_mut().record(Event::Send { uri, function, parameters });
        Ok((store.data_mut().answer().map(|_| ()),))
    })?;
    rpc.func_wrap("[method]wasm-rpc.async-invoke-and-await", |mut store: Context<'_>, params: CallParams| {
        let (this, function, parameters) = params;
        let uri = store.data().table.get(&this)?.uri.clone();
        let state = store.data_mut();
        let future = state.started;
        state.started += 1;
        state.futures += 1;
        state.record(Event::AsyncInvoke { future, uri, function, parameters });
        let answer = state.answer();
        Ok((state.table.push(FutureAnswer { number: future, state: FutureState::Unseen(answer) })?,))
    })
}

fn define_futures(rpc: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    rpc.resource("future-invoke-result", ResourceType::host::<FutureAnswer>(), |mut store, rep| {
        let future = store.data_mut().table.delete(Resource::<FutureAnswer>::new_own(rep))?.number;
        store.data_mut().futures -= 1;
        store.data_mut().record(Event::DropFuture { future });
        Ok(())
    })?;
    rpc.func_wrap(
        "[method]future-invoke-result.subscribe",
        |mut store: Context<'_>, (this,): (Resource<FutureAnswer>,)| {
            let state = store.data_mut();
            let future = state.table.get(&this)?.number;
            state.pollables += 1;
            state.record(Event::Subscribe { future });
            Ok((state.table.push(Pollable::Future { number: future, of: this.rep() })?,))
        },
    )?;
    rpc.func_wrap("[method]future-invoke-result.get", |mut store: Context<'_>, (this,): (Resource<FutureAnswer>,)| {
        let future = store.data_mut().table.get_mut(&this)?;
        let number = future.number;
        let answer = match std::mem::replace(&mut future.state, FutureState::Taken) {
            FutureState::Seen(answer) => Some(answer),
            unseen @ FutureState::Unseen(_) => {
                future.state = unseen;
                None
            }
            FutureState::Taken => wasmtime::bail!("future-invoke-result already consumed"),
        };
        store.data_mut().record(Event::Get { future: number });
        Ok((answer,))
    })
}

fn define_pollable(instance: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    instance.resource("pollable", ResourceType::host::<Pollable>(), |mut store, rep| {
        if let Some(future) = store.data_mut().drop_pollable(Resource::new_own(rep)) {
            store.data_mut().record(Event::DropPollable { future });
        }
        Ok(())
    })
}

fn define_poll(poll: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    define_pollable(poll)?;
    poll.func_wrap("[method]pollable.ready", |mut store: Context<'_>, (this,): (Resource<Pollable>,)| {
        let state = store.data_mut();
        let Pollable::Future { number, of } = *state.table.get(&this)? else { return Ok((true,)) };
        state.record(Event::Ready { future: number });
        if state.late {
            return Ok((false,));
        }
        let asked = state.table.get_mut(&Resource::<FutureAnswer>::new_borrow(of))?;
        asked.state = match std::mem::replace(&mut asked.state, FutureState::Taken) {
            FutureState::Unseen(answer) => FutureState::Seen(answer),
            other => other,
        };
        Ok((true,))
    })?;
    poll.func_wrap("[method]pollable.block", |_: Context<'_>, (_,): (Resource<Pollable>,)| Ok(()))?;
    poll.func_wrap("poll", |store: Context<'_>, (of,): (Vec<Resource<Pollable>>,)| {
        let ready = (0..).zip(&of).filter(|_| !store.data().late).map(|(index, _)| index);
        Ok((ready.collect::<Vec<u32>>(),))
    })
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
            Others::Trapping => {
                wasi::define_for(&mut linker, &component)?;
                linker.define_unknown_imports_as_traps(&component)?;
            }
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
