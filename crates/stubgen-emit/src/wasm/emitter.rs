//! The context of all emitted code: the model, the stub's WIT, and the layout of types and memory.

use super::code::{Code, index};
use super::host::Host;
use super::memory_map::MemoryMap;
use super::place::Source;
use super::shape::{Cases, Field, Shapes, TypeShape};
use super::symbol::{Callee, CompositeId, Export, Place};
use crate::wit::StubWit;
use wasm_encoder::ValType;
use wasm_rpc_stubgen_model::{Function, ResourceKind, StubModel};
use wit_parser::{Function as WitFunction, InterfaceId, Resolve, SizeAlign, TypeId, WorldId};

pub(super) struct Emitter<'a> {
    pub model: &'a StubModel,
    /// The stub's WIT; where the stub reports errors, with stderr.
    pub resolve: &'a Resolve,
    /// Whether the stub reports errors on stderr.
    pub reports_errors: bool,
    pub world: WorldId,
    /// The stub interface.
    pub interface: InterfaceId,
    /// The stub's resources by name; the futures come last.
    pub resources: Vec<(&'a str, TypeId)>,
    pub host: Host,
    pub shapes: Shapes<'a>,
    /// The functions of the worker that are invoked, each with the resource of the stub that it belongs to.
    pub invoked: Vec<(usize, &'a Function)>,
    /// The exported functions by resource; the futures come last.
    pub exports: Vec<Vec<Export>>,
    /// The remote resources that appear as own handles, in parameters or in answers.
    pub owned: Vec<usize>,
    pub memory_map: MemoryMap,
}

impl<'a> Emitter<'a> {
    pub(super) fn new(
        model: &'a StubModel,
        wit: &StubWit,
        resolve: &'a Resolve,
        reports_errors: bool,
        sizes: &'a SizeAlign,
    ) -> Self {
        let (world, interface) = (wit.world, wit.interface);
        let types = &resolve.interfaces[interface].types;
        let resources: Vec<_> = model.resource_names().map(|name| (name, types[name])).collect();
        let host = Host::new(resolve, sizes);
        let mut shapes = Shapes::new(resolve, sizes, resources.iter().map(|(_, id)| *id));
        let (mut params, mut iota) = (1, 0);
        for function in resolve.interfaces[interface].functions.values() {
            params = params.max(index(function.params.len()));
            for param in &function.params {
                let shape = shapes.of(param.ty);
                iota = iota.max(shapes.layout(shape).nodes.bound().unwrap_or(0));
            }
        }
        let memory_map = MemoryMap::new(params, host.value, iota);
        let (invoked, exports) = exports(model);
        let mut emitter = Self {
            model,
            resolve,
            reports_errors,
            world,
            interface,
            resources,
            host,
            shapes,
            invoked,
            exports,
            owned: Vec::new(),
            memory_map,
        };
        emitter.owned = emitter.owned_resources();
        emitter
    }

    fn owned_resources(&mut self) -> Vec<usize> {
        for export in self.exports.iter().flatten() {
            if let (Some(ty), false) = (self.wit_function(*export).result, matches!(export, Export::Subscribe(_))) {
                self.shapes.of(ty);
            }
        }
        let resources = &self.model.resources;
        let is_remote = |resource: &usize| {
            resources.get(*resource).is_some_and(|resource| matches!(resource.kind, ResourceKind::Remote { .. }))
        };
        self.shapes.owned().filter(is_remote).collect()
    }

    /// An exported function in the stub's WIT.
    pub(super) fn wit_function(&self, export: Export) -> &'a WitFunction {
        let name = match export {
            Export::Connect(resource) => &self.model.resources[resource].constructor_name(),
            Export::Invoke(number) => &self.invoked[number].1.name,
            Export::Subscribe(future) => &self.model.futures[future].subscribe_name(),
            Export::Get(future) => &self.model.futures[future].get_name(),
        };
        &self.resolve.interfaces[self.interface].functions[name]
    }

    /// The code of a function that reads from an answer.
    pub(super) fn reader(&self, reader: impl Callee) -> Code {
        Code::reader(self.model.options.rpc_errors, reader)
    }

    /// The types by which a function takes a value that is at `place`.
    pub(super) fn value_params(&self, id: CompositeId, place: Place) -> &[ValType] {
        match place {
            Place::Flat => {
                let flat = self.shapes.layout(TypeShape::Composite(id)).flat.as_deref();
                flat.expect("a value is flat only where it fits")
            }
            Place::Memory => &[ValType::I32],
        }
    }

    /// A field of the value at `source`.
    pub(super) fn field(&self, source: &Source, field: &Field) -> Source {
        source.part(self.shapes.layout(field.shape), field.flat, field.offset)
    }

    /// An element of the flat list at `source`.
    pub(super) fn element(&self, source: &Source, element: TypeShape, number: u32) -> Source {
        let layout = self.shapes.layout(element);
        let size = layout.flat.as_ref().map_or(0, Vec::len);
        source.part(layout, number as usize * size, number * layout.size)
    }

    /// The payload of the value at `source`.
    pub(super) fn payload(&self, source: &Source, cases: &Cases, payload: TypeShape) -> Source {
        source.part(self.shapes.layout(payload), 1, cases.payload)
    }
}

fn exports(model: &StubModel) -> (Vec<(usize, &Function)>, Vec<Vec<Export>>) {
    let (mut invoked, mut exports) = (Vec::new(), Vec::new());
    for (number, resource) in model.resources.iter().enumerate() {
        let connect = match resource.kind {
            ResourceKind::Functions { .. } => Some(Export::Connect(number)),
            ResourceKind::Remote { .. } => None,
        };
        let first = invoked.len();
        invoked.extend(resource.remote_functions().map(|function| (number, function)));
        exports.push(connect.into_iter().chain((first..invoked.len()).map(Export::Invoke)).collect());
    }
    exports.extend((0..model.futures.len()).map(|future| vec![Export::Subscribe(future), Export::Get(future)]));
    (invoked, exports)
}
