//! The instructions that a call of a stub executes, by wasmtime's fuel.

use stubgen_tests::fake_host::{Fuel, Others, Program, Stub};
use wasmtime::component::{ResourceType, Val};
use worker_host::value::{Handles, Ownership, Uri, WitValue, to_wire};

use crate::targets::{Call, LOCATION, constructor};

/// A target's stubs by both builders.
pub struct Pair {
    native: Program,
    compiled: Program,
}

impl Pair {
    /// Compiles the components.
    pub fn compile(native: &[u8], compiled: &[u8]) -> Self {
        let compile = |wasm, others| Program::compile(Fuel::Counted, others, wasm).expect("a stub is valid");
        Self { native: compile(native, Others::Refused), compiled: compile(compiled, Others::Trapping) }
    }

    /// The instructions that a call executes in each, when it was made once before.
    pub fn instructions(&self, interface: &str, call: &Call) -> [u64; 2] {
        [&self.native, &self.compiled].map(|program| {
            let mut stub = program.start().expect("the stub starts");
            stub.store.data_mut().forget = true;
            Session { stub, interface }.instructions(call)
        })
    }
}

/// Gives each resource of an answer the same worker.
struct OneWorker;

impl Handles for OneWorker {
    fn send(&mut self, _: &Val, _: &ResourceType, _: Ownership) -> Result<(Uri, u64), String> {
        Ok((Uri { value: LOCATION.to_string() }, 1))
    }

    fn receive(&mut self, _: &Uri, _: u64, _: &ResourceType, _: Ownership) -> Result<Val, String> {
        Err("nothing is received here".to_string())
    }
}

/// A stub that is called.
struct Session<'a> {
    stub: Stub,
    interface: &'a str,
}

impl Session<'_> {
    fn instructions(&mut self, call: &Call) -> u64 {
        let mut arguments = call.arguments.clone();
        if let Some(resource) = call.resource() {
            let constructor = constructor(resource);
            if constructor.answer.is_some() {
                self.answer(&constructor);
            }
            arguments.splice(0..0, self.perform(&constructor.function, &constructor.arguments));
        }
        let mut once = || {
            self.answer(call);
            let before = self.fuel();
            let results = self.perform(&call.function, &arguments);
            if let [Val::Resource(resource)] = results.as_slice() {
                resource.resource_drop(&mut self.stub.store).expect("a resource can be dropped");
            }
            before - self.fuel()
        };
        once();
        once()
    }

    fn fuel(&self) -> u64 {
        self.stub.store.get_fuel().expect("fuel is counted")
    }

    /// Has the host keep the answer of the next call.
    fn answer(&mut self, call: &Call) {
        let result = self.stub.function(self.interface, &call.function).ty(&self.stub.store).results().next();
        let nodes = |value| to_wire(value, &result.expect("what is answered has a type"), &mut OneWorker);
        let nodes = call.answer.as_ref().map(nodes).transpose().expect("an answer has nodes");
        self.stub.store.data_mut().answers.push_back(Ok(WitValue::answer(nodes)));
    }

    fn perform(&mut self, name: &str, arguments: &[Val]) -> Vec<Val> {
        let function = self.stub.function(self.interface, name);
        let mut results = vec![Val::Bool(false); function.ty(&self.stub.store).results().len()];
        function.call(&mut self.stub.store, arguments, &mut results).expect("the call succeeds");
        results
    }
}
