//! Each function's code, and its name in a backtrace.

use super::code::Code;
use super::emitter::Emitter;
use super::symbol::{Answer, Export, Function, Place, Resource};
use wasm_rpc_stubgen_model::{ResourceKind, StubResource};

impl Emitter<'_> {
    pub(super) fn define(&mut self, function: Function) -> Code {
        match function {
            Function::Trap(trap) => self.trap_function(trap),
            Function::Memory(memory) => memory.define(),
            Function::Answer(answer) => self.answer_function(answer),
            Function::Stderr(stderr) => self.stderr_function(stderr),
            Function::Resource(resource) => self.resource_function(resource),
            Function::TakeNodes => self.take_nodes(),
            Function::Encode(id, place) => self.encode_function(id, place),
            Function::Count(id, place) => self.count_function(id, place),
            Function::Decode(id) => self.decode_function(id),
            Function::Export(export) => self.export_function(export),
        }
    }

    /// The name of a function in a backtrace.
    pub(super) fn debug_name(&self, function: Function) -> String {
        let place = |place| match place {
            Place::Flat => "",
            Place::Memory => " in memory",
        };
        match function {
            Function::Trap(trap) => trap.name(&self.host.errors),
            Function::Memory(memory) => memory.name().to_string(),
            Function::Answer(answer @ (Answer::Result(id) | Answer::Ok(id))) => {
                format!("{} {}", answer.name(), self.shapes.name(id))
            }
            Function::Answer(answer) => answer.name().to_string(),
            Function::Stderr(stderr) => stderr.name().to_string(),
            Function::Resource(Resource::Destructor(number)) => match self.model.resources.get(number) {
                Some(StubResource { kind: ResourceKind::Remote { drop, .. }, .. }) => drop.to_string(),
                _ => format!("drop {}", self.resources[number].0),
            },
            Function::Resource(resource) => resource.name().to_string(),
            Function::TakeNodes => "take nodes".to_string(),
            Function::Encode(id, at) => format!("encode {}{}", self.shapes.name(id), place(at)),
            Function::Count(id, at) => format!("count {}{}", self.shapes.name(id), place(at)),
            Function::Decode(id) => format!("decode {}", self.shapes.name(id)),
            Function::Export(Export::Connect(resource)) => format!("connect {}", self.resources[resource].0),
            Function::Export(Export::Invoke(number)) => self.invoked[number].1.remote.to_string(),
            Function::Export(Export::Subscribe(future)) => format!("subscribe {}", self.model.futures[future].name),
            Function::Export(Export::Get(future)) => self.model.futures[future].remote.to_string(),
        }
    }
}
