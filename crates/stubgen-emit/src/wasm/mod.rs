//! The model of a stub to a WebAssembly component, without a compiler.
//!
//! For a function of the target such as `add: func(a: u64) -> u64` the module has, in the words of its text format,
//!
//! ```wat
//! (func $"ns:name/api.{add}" (param $connection i32) (param $a i64) (result i64)
//!   ;; one node: prim-u64
//!   (i32.store8 (local.get $node) (i32.const 11)) (i64.store offset=8 (local.get $node) (local.get $a))
//!   ;; list of one parameter, which is a list of one node
//!   …
//!   (call $invoke-and-await (local.get $connection) …)
//!   ;; a failure is reported; a function that is called after the error traps
//!   (if (i32.load8_u (i32.const 8)) (then (call $rpc-error) (unreachable)))
//!   ;; the answer's root is a tuple of one element, which is a prim-u64
//!   …)
//! ```
//!
//! | file | what |
//! | --- | --- |
//! | `shape` | types without names, with their layout |
//! | `host` | how `golem:rpc` lies in memory |
//! | `layout`, `memory` | what lies where; arena and heap |
//! | `code`, `place`, `trap` | instructions; where values are; reasons to trap |
//! | `encode`, `answer`, `decode` | values to nodes and back |
//! | `resource` | the stub's resources, handles of remote ones |
//! | `call`, `future` | the exported functions |
//! | `stderr` | what is said when a call fails |
//! | `module`, `component` | all of it in one module; what of the component is kept |

mod answer;
mod call;
mod code;
mod component;
mod decode;
mod encode;
mod future;
mod host;
mod layout;
mod memory;
mod module;
mod place;
mod resource;
mod shape;
mod stderr;
mod trap;

use crate::StubWit;
use answer::Answer;
use call::Export;
use code::Code;
use host::Host;
use layout::Layout;
use memory::Memory;
use module::{FuncRef, HostInterface, Import, Item};
use place::Place;
use resource::Resource;
use shape::{Shapes, core_type};
use stubgen_model::{ResourceKind, StubModel, rpc_interface};
use wasm_encoder::ValType;
use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::abi::WasmType;
use wit_parser::{
    Function as WitFunction, InterfaceId, ManglingAndAbi, Resolve, ResourceIntrinsic, SizeAlign, TypeId, WasmExport,
    WasmExportKind, WasmImport, WorldKey,
};

/// The names that the encoder finds by a look-up; for the older ones it compares each with all functions.
const ABI: ManglingAndAbi = ManglingAndAbi::Standard32;

/// A stub that is larger than what the component model allows; the model's limits leave only sheer numbers for this.
#[derive(Debug, thiserror::Error)]
#[error("the stub exceeds a limit of the component model: {0}")]
pub struct TooLarge(String);

/// Emits the stub as a component whose world is the one of `wit`.
pub fn emit_wasm(model: &StubModel, wit: &StubWit) -> Result<Vec<u8>, TooLarge> {
    let with_stderr = stderr::with_stderr(model, wit);
    let resolve = with_stderr.as_ref().unwrap_or(&wit.resolve);
    let mut sizes = SizeAlign::default();
    sizes.fill(resolve);
    let mut emitter = Emitter::new(model, wit, resolve, &sizes);
    emitter.reports = with_stderr.is_some();
    let exports = emitter.exports();
    let mut module = module::assemble(&mut emitter, &exports);
    let mut encode = || {
        wit_component::embed_component_metadata(&mut module, resolve, wit.world, StringEncoding::UTF8)?;
        ComponentEncoder::default().module(&module)?.encode()
    };
    let component = encode().map_err(|error| TooLarge(format!("{error:#}")))?;
    Ok(component::shortened(&component))
}

/// What the code of a stub is made from.
struct Emitter<'a> {
    model: &'a StubModel,
    wit: &'a StubWit,
    /// The stub's WIT, and that of the standard error where the stub reports errors.
    resolve: &'a Resolve,
    /// Whether it does.
    reports: bool,
    host: Host,
    shapes: Shapes<'a>,
    /// The remote resources of which there are own handles.
    owned: Vec<usize>,
    layout: Layout,
}

impl<'a> Emitter<'a> {
    fn new(model: &'a StubModel, wit: &'a StubWit, resolve: &'a Resolve, sizes: &'a SizeAlign) -> Self {
        let host = Host::new(resolve, sizes);
        let mut shapes = Shapes::new(resolve, sizes, model, wit.interface);
        let (mut params, mut iota) = (1, 0);
        for function in resolve.interfaces[wit.interface].functions.values() {
            params = params.max(code::index(function.params.len()));
            for param in &function.params {
                let shape = shapes.of(param.ty);
                iota = iota.max(shapes.facts(shape).nodes.bound().unwrap_or(0));
            }
        }
        let layout = Layout::new(params, host.value, iota);
        let mut emitter = Self { model, wit, resolve, reports: false, host, shapes, owned: Vec::new(), layout };
        emitter.owned = emitter.owned_resources();
        emitter
    }

    /// The remote resources of which there are own handles, in parameters and in what is read from answers.
    fn owned_resources(&mut self) -> Vec<usize> {
        for export in self.functions() {
            if let (Some(ty), false) = (self.wit_function(export).result, matches!(export, Export::Subscribe(_))) {
                self.shapes.of(ty);
            }
        }
        let resources = &self.model.resources;
        let is_remote = |resource: &usize| {
            resources.get(*resource).is_some_and(|resource| matches!(resource.kind, ResourceKind::Remote { .. }))
        };
        self.shapes.owned().filter(is_remote).collect()
    }

    fn interface(&self) -> WorldKey {
        WorldKey::Interface(self.wit.interface)
    }

    /// The stub's own resource of this index, in the stub's WIT.
    fn resource(&self, resource: usize) -> TypeId {
        self.resolve.interfaces[self.wit.interface].types[self.resource_name(resource)]
    }

    /// The name of the stub's own resource of this index: the futures come behind all others.
    fn resource_name(&self, resource: usize) -> &str {
        match self.model.resources.get(resource) {
            Some(resource) => &resource.name,
            None => &self.model.futures[resource - self.model.resources.len()].name,
        }
    }

    fn wit_function(&self, export: Export) -> WitFunction {
        let name = match export {
            Export::Connect(resource) => self.model.resources[resource].constructor_name(),
            Export::Constructor(_) | Export::Function(..) => self.function(export).name.clone(),
            Export::Subscribe(future) => self.model.futures[future].subscribe_name(),
            Export::Get(future) => self.model.futures[future].get_name(),
        };
        self.resolve.interfaces[self.wit.interface].functions[&name].clone()
    }

    /// The exported functions of all resources.
    fn functions(&self) -> Vec<Export> {
        (0..self.resource_count()).flat_map(|resource| self.functions_of(resource)).collect()
    }

    fn resource_count(&self) -> usize {
        self.model.resources.len() + self.model.futures.len()
    }

    /// The exported functions of a resource, but for its destructor.
    fn functions_of(&self, number: usize) -> Vec<Export> {
        let Some(resource) = self.model.resources.get(number) else {
            let future = number - self.model.resources.len();
            return vec![Export::Subscribe(future), Export::Get(future)];
        };
        let constructor = match &resource.kind {
            ResourceKind::Functions { .. } => Some(Export::Connect(number)),
            ResourceKind::Remote { constructor, .. } => constructor.as_ref().map(|_| Export::Constructor(number)),
        };
        let functions = (0..resource.functions.len()).map(|function| Export::Function(number, function));
        constructor.into_iter().chain(functions).collect()
    }

    /// Everything that the module exports, but for its memory.
    fn exports(&self) -> Vec<(String, FuncRef)> {
        // The encoder looks for `realloc` from the front, once for each function.
        let realloc = self.resolve.wasm_export_name(ABI, WasmExport::Realloc);
        let mut exports = vec![(realloc, FuncRef::Memory(Memory::Realloc))];
        for number in 0..self.resource_count() {
            for export in self.functions_of(number) {
                self.export(export, &mut exports);
            }
            let key = self.interface();
            let destructor = WasmExport::ResourceDtor { interface: &key, resource: self.resource(number) };
            let name = self.resolve.wasm_export_name(ABI, destructor);
            exports.push((name, FuncRef::Resource(Resource::Destructor(number))));
        }
        exports
    }

    fn export(&self, export: Export, exports: &mut Vec<(String, FuncRef)>) {
        let function = self.wit_function(export);
        let key = self.interface();
        let name = |kind| {
            let export = WasmExport::Func { interface: Some(&key), func: &function, kind };
            self.resolve.wasm_export_name(ABI, export)
        };
        exports.push((name(WasmExportKind::Normal), FuncRef::Export(export)));
        let signature = self.resolve.wasm_signature(ABI.export_variant(), &function);
        if signature.retptr {
            exports.push((name(WasmExportKind::PostReturn), FuncRef::Memory(Memory::PostReturn)));
        }
    }

    fn memory_name(&self) -> String {
        self.resolve.wasm_export_name(ABI, WasmExport::Memory)
    }

    /// Module and name of an import.
    fn import_name(&self, import: Import) -> (String, String) {
        let interface = |of| WorldKey::Interface(self.host_interface(of));
        let (key, own);
        let import = match import.item() {
            Item::Function(of, name) => {
                key = interface(of);
                WasmImport::Func { interface: Some(&key), func: self.host_function(of, name) }
            }
            Item::Drop(of, name) => {
                key = interface(of);
                let resource = self.resolve.interfaces[self.host_interface(of)].types[name];
                WasmImport::ResourceIntrinsic {
                    interface: Some(&key),
                    resource,
                    intrinsic: ResourceIntrinsic::ImportedDrop,
                }
            }
            Item::Own(resource, intrinsic) => {
                own = self.interface();
                WasmImport::ResourceIntrinsic { interface: Some(&own), resource: self.resource(resource), intrinsic }
            }
        };
        self.resolve.wasm_import_name(ABI, import)
    }

    /// Parameters and results of an import.
    fn import_signature(&self, import: Import) -> (Vec<ValType>, Vec<ValType>) {
        let results = match import.item() {
            Item::Function(of, name) => {
                let signature = self.resolve.wasm_signature(ABI.import_variant(), self.host_function(of, name));
                let core_types = |types: &[WasmType]| types.iter().map(|ty| core_type(*ty)).collect();
                return (core_types(&signature.params), core_types(&signature.results));
            }
            Item::Drop(..) | Item::Own(_, ResourceIntrinsic::ExportedDrop | ResourceIntrinsic::ImportedDrop) => 0,
            Item::Own(_, ResourceIntrinsic::ExportedNew | ResourceIntrinsic::ExportedRep) => 1,
        };
        (vec![ValType::I32], vec![ValType::I32; results])
    }

    fn host_interface(&self, interface: HostInterface) -> InterfaceId {
        let imported = |id: &str| {
            let mut imports = self.resolve.worlds[self.wit.world].imports.keys();
            imports.find_map(|key| match key {
                WorldKey::Interface(found) if self.resolve.id_of(*found).as_deref() == Some(id) => Some(*found),
                _ => None,
            })
        };
        match interface {
            HostInterface::Rpc => rpc_interface(self.resolve),
            HostInterface::Poll => imported("wasi:io/poll@0.2.0").expect("a stub with futures has pollables"),
            HostInterface::Streams => imported("wasi:io/streams@0.2.0").expect("a stub that reports has streams"),
            HostInterface::Cli => imported("wasi:cli/stderr@0.2.0").expect("a stub that reports has an output"),
        }
    }

    fn host_function(&self, interface: HostInterface, name: &str) -> &WitFunction {
        &self.resolve.interfaces[self.host_interface(interface)].functions[name]
    }

    /// A function that reads from an answer.
    fn reader(&self, params: &[ValType], results: &[ValType]) -> Code {
        Code::reader(self.model.options.rpc_errors, params, results)
    }

    fn code(&mut self, function: FuncRef) -> Code {
        match function {
            FuncRef::Import(_) => unreachable!("an import has no code"),
            FuncRef::Trap(trap) => self.trap_function(trap),
            FuncRef::Stderr(stderr) => self.stderr_function(stderr),
            FuncRef::Memory(memory) => memory.code(),
            FuncRef::Answer(answer) => self.answer_function(answer),
            FuncRef::TakeNodes => self.take_nodes(),
            FuncRef::Encode(shape, place) => self.encode_function(shape, place),
            FuncRef::Count(shape, place) => self.count_function(shape, place),
            FuncRef::Decode(shape) => self.decode_function(shape),
            FuncRef::Resource(resource) => self.resource_function(resource),
            FuncRef::Export(export) => self.export_function(export),
        }
    }

    fn module_name(&self) -> String {
        self.model.package.interface_id(&self.model.interface)
    }

    /// What a function is called in a backtrace.
    fn debug_name(&self, function: FuncRef) -> String {
        let place = |place| match place {
            Place::Flat => "",
            Place::Memory => " in memory",
        };
        match function {
            FuncRef::Import(_) => unreachable!("an import has its own name"),
            FuncRef::Trap(trap) => trap.name(&self.host.errors),
            FuncRef::Memory(memory) => memory.name().to_string(),
            FuncRef::Answer(answer @ (Answer::Result(shape) | Answer::Value(shape))) => {
                format!("{} {}", answer.name(), self.shapes.name(shape))
            }
            FuncRef::Answer(answer) => answer.name().to_string(),
            FuncRef::Stderr(stderr) => stderr.name().to_string(),
            FuncRef::TakeNodes => "take nodes".to_string(),
            FuncRef::Encode(shape, at) => format!("encode {}{}", self.shapes.name(shape), place(at)),
            FuncRef::Count(shape, at) => format!("count {}{}", self.shapes.name(shape), place(at)),
            FuncRef::Decode(shape) => format!("decode {}", self.shapes.name(shape)),
            FuncRef::Resource(Resource::Destructor(resource)) => {
                match self.model.resources.get(resource).map(|resource| &resource.kind) {
                    Some(ResourceKind::Remote { drop, .. }) => drop.to_string(),
                    Some(ResourceKind::Functions { .. }) | None => format!("drop {}", self.resource_name(resource)),
                }
            }
            FuncRef::Resource(resource) => resource.name().to_string(),
            FuncRef::Export(Export::Connect(resource)) => {
                format!("connect {}", self.model.resources[resource].name)
            }
            FuncRef::Export(Export::Subscribe(future)) => format!("subscribe {}", self.model.futures[future].name),
            FuncRef::Export(Export::Get(future)) => self.model.futures[future].remote.to_string(),
            FuncRef::Export(export) => self.function(export).remote.to_string(),
        }
    }
}
