//! The futures of a stub: read before and after the answer arrives, read again, and dropped.

use super::Driver;
use super::answers::{Fate, Reply};
use super::events::connected;
use crate::fake_host::{Event, Pollable};
use crate::values::Style;
use wasm_rpc_stubgen_model::Call;
use wasmtime::component::{Func, Resource, ResourceAny, Val};

impl Driver<'_> {
    /// The method `get` of a future, by its index in the model.
    pub(super) fn get(&mut self, future: usize) -> Func {
        let name = self.built.model.futures[future].get_name();
        self.stub.function(&self.interface, &name)
    }

    /// Goes through the life of a future, whose number at the host is `number`.
    pub(super) fn live(&mut self, name: &str, model: usize, number: usize, future: &Val, reply: &Reply, fate: &Fate) {
        let Val::Resource(any) = *future else { panic!("{name} gives a future") };
        assert_eq!(any.ty(), self.resource_type(&self.built.model.futures[model].name), "{name} gives its own future");
        let asked = self.ask(name, model, any);
        assert_eq!(asked, Val::Option(None), "{name} has no answer yet");
        assert_eq!(self.events(), looked(number), "{name} was asked whether it is ready");
        match fate {
            Fate::Dropped => self.drop_future(name, any, number),
            Fate::Answered | Fate::Failed(_) => {
                self.subscribe(name, model, number, any);
                self.stub.store.data_mut().late = false;
                self.take_answer(name, model, number, any, reply);
                self.drop_future(name, any, number);
            }
        }
        self.stub.store.data_mut().late = false;
    }

    fn take_answer(&mut self, name: &str, model: usize, number: usize, future: ResourceAny, reply: &Reply) {
        let asked = self.ask(name, model, future);
        let asked_for = looked(number).into_iter().chain([Event::Get { future: number }]);
        let wanted: Vec<_> = asked_for.chain(connected(reply)).collect();
        assert_eq!(self.events(), wanted, "{name} gave its answer");
        let expected = reply.expected.clone().map(Box::new);
        self.compare_result(name, Some(&asked), Some(&Val::Option(expected)), &reply.made);
    }

    /// Asks for the answer.
    fn ask(&mut self, name: &str, model: usize, future: ResourceAny) -> Val {
        let get = self.get(model);
        let mut results = [Val::Bool(false)];
        let asked = get.call(&mut self.stub.store, &[Val::Resource(future)], &mut results);
        asked.unwrap_or_else(|error| panic!("`get` of {name}: {error:?}"));
        let [asked] = results;
        asked
    }

    /// Takes two pollables and drops them. They are the host's.
    fn subscribe(&mut self, name: &str, model: usize, number: usize, future: ResourceAny) {
        let subscribe = self.stub.function(&self.interface, &self.built.model.futures[model].subscribe_name());
        let mut pollables = Vec::new();
        for _ in 0..2 {
            let mut results = [Val::Bool(false)];
            let done = subscribe.call(&mut self.stub.store, &[Val::Resource(future)], &mut results);
            done.unwrap_or_else(|error| panic!("`subscribe` of {name}: {error:?}"));
            assert_eq!(self.events(), [Event::Subscribe { future: number }], "{name} was subscribed to");
            let [Val::Resource(any)] = results else { panic!("a pollable is a resource") };
            let pollable = Resource::<Pollable>::try_from_resource_any(any, &mut self.stub.store);
            pollables.push(pollable.expect("the pollable is the host's"));
        }
        for pollable in pollables {
            let future = self.stub.store.data_mut().drop_pollable(pollable);
            assert_eq!(future, Some(number), "{name} has its own pollable");
        }
        assert_eq!(self.events(), [], "the pollable of {name} is nobody else's");
    }

    /// Asks the future of a function for its answer twice; what the second time came to. Nothing where the function has none,
    /// or a handle is lacking.
    pub fn ask_twice(&mut self, function: usize) -> Option<wasmtime::Error> {
        let (resource, model) = Self::functions(self.built)[function];
        let Call::Future(future) = model.call else { return None };
        let name = &model.name;
        let function = self.stub.function(&self.interface, name);
        let arguments = self.arguments(resource, model, function, Style::Least)?;
        let returned = self.returned(model, function);
        let reply = self.reply(model, returned, Style::Least, &Fate::Answered);
        self.stub.store.data_mut().answers.push_back(reply.answer);
        let mut results = [Val::Bool(false)];
        function.call(&mut self.stub.store, &arguments.values, &mut results).expect("the call succeeds");
        let get = self.get(future);
        let mut asked = [Val::Bool(false)];
        get.call(&mut self.stub.store, &results, &mut asked).expect("the answer is there");
        get.call(&mut self.stub.store, &results, &mut asked).err()
    }

    fn drop_future(&mut self, name: &str, future: ResourceAny, number: usize) {
        future.resource_drop(&mut self.stub.store).expect("a drop never traps");
        assert_eq!(self.events(), [Event::DropFuture { future: number }], "the future of {name} was dropped");
    }
}

/// What happens when a future is asked whether it is ready.
fn looked(future: usize) -> [Event; 3] {
    [Event::Subscribe { future }, Event::Ready { future }, Event::DropPollable { future }]
}
