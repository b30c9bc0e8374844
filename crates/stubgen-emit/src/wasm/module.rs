//! Assembles the core module: from the exported functions to all that they call, imports first.

use super::Emitter;
use super::answer::Answer;
use super::code::{Code, Global, Op, Symbol, index};
use super::memory::Memory;
use super::place::Place;
use super::shape::ShapeId;
use super::stderr::Stderr;
use super::trap::Trap;
use super::{call, resource};
use indexmap::IndexMap;
use indexmap::IndexSet;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module, NameMap, NameSection,
    ProducersField, ProducersSection, TypeSection, ValType,
};
use wit_parser::ResourceIntrinsic;

/// A function of the module, by what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum FuncRef {
    Import(Import),
    Trap(Trap),
    Memory(Memory),
    Answer(Answer),
    Stderr(Stderr),
    TakeNodes,
    Encode(ShapeId, Place),
    Count(ShapeId, Place),
    Decode(ShapeId),
    Resource(resource::Resource),
    Export(call::Export),
}

/// A function of the host, or of the canonical ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Import {
    /// `(uri, length) -> connection`
    Connect,
    /// `(connection, function, length, parameters, count, answer)`
    Invoke,
    /// The same; there is no answer but perhaps an error.
    Send,
    /// `(connection, function, length, parameters, count) -> future`
    Start,
    /// `(future) -> pollable`
    Subscribe,
    /// `(future, answer)`
    FutureGet,
    /// `(pollable) -> bool`
    Ready,
    /// `(connection)`
    Disconnect,
    /// `(future)`
    DropFuture,
    /// `(pollable)`
    DropPollable,
    /// `() -> stream`
    Stderr,
    /// `(stream, text, length, result)`
    Write,
    /// `(representation) -> handle` of the stub's resource of this index.
    ResourceNew(usize),
    /// `(handle) -> representation`
    ResourceRep(usize),
    /// `(handle)`
    ResourceDrop(usize),
}

impl Import {
    /// The function of the host that it is, or the intrinsic of the canonical ABI.
    pub(super) fn item(self) -> Item {
        use HostInterface::{Cli, Poll, Rpc, Streams};
        match self {
            Self::Connect => Item::Function(Rpc, "[constructor]wasm-rpc"),
            Self::Invoke => Item::Function(Rpc, "[method]wasm-rpc.invoke-and-await"),
            Self::Send => Item::Function(Rpc, "[method]wasm-rpc.invoke"),
            Self::Start => Item::Function(Rpc, "[method]wasm-rpc.async-invoke-and-await"),
            Self::Subscribe => Item::Function(Rpc, "[method]future-invoke-result.subscribe"),
            Self::FutureGet => Item::Function(Rpc, "[method]future-invoke-result.get"),
            Self::Ready => Item::Function(Poll, "[method]pollable.ready"),
            Self::Stderr => Item::Function(Cli, "get-stderr"),
            Self::Write => Item::Function(Streams, "[method]output-stream.blocking-write-and-flush"),
            Self::Disconnect => Item::Drop(Rpc, "wasm-rpc"),
            Self::DropFuture => Item::Drop(Rpc, "future-invoke-result"),
            Self::DropPollable => Item::Drop(Poll, "pollable"),
            Self::ResourceNew(resource) => Item::Own(resource, ResourceIntrinsic::ExportedNew),
            Self::ResourceRep(resource) => Item::Own(resource, ResourceIntrinsic::ExportedRep),
            Self::ResourceDrop(resource) => Item::Own(resource, ResourceIntrinsic::ExportedDrop),
        }
    }
}

/// What an import is.
pub(super) enum Item {
    /// A function of the host.
    Function(HostInterface, &'static str),
    /// What drops a resource of the host.
    Drop(HostInterface, &'static str),
    /// What handles the stub's resource of this index.
    Own(usize, ResourceIntrinsic),
}

/// An interface of the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HostInterface {
    /// `golem:rpc/types`
    Rpc,
    /// `wasi:io/poll`
    Poll,
    /// `wasi:io/streams`
    Streams,
    /// `wasi:cli/stderr`
    Cli,
}

/// Every function that is reached, with its code.
#[derive(Default)]
struct Functions {
    imports: IndexSet<Import>,
    defined: IndexMap<FuncRef, Code>,
}

/// Builds the module that exports `exports`, each under its name.
pub(super) fn assemble(emitter: &mut Emitter, exports: &[(String, FuncRef)]) -> Vec<u8> {
    let functions = reach(emitter, exports);
    let mut types = IndexSet::new();
    let mut sections = Sections::default();
    for import in &functions.imports {
        let (module, name) = emitter.import_name(*import);
        let (ty, _) = types.insert_full(emitter.import_signature(*import));
        sections.imports.import(&module, &name, EntityType::Function(index(ty)));
    }
    for code in functions.defined.values() {
        let (ty, _) = types.insert_full((code.params.clone(), code.results.clone()));
        sections.functions.function(index(ty));
        sections.code.function(&functions.body(code, emitter));
    }
    let mut type_section = TypeSection::new();
    for (params, results) in types {
        type_section.ty().function(params, results);
    }
    for (name, function) in exports {
        sections.exports.export(name, ExportKind::Func, functions.index(*function));
    }
    sections.exports.export(&emitter.memory_name(), ExportKind::Memory, 0);
    let names = functions.names(emitter);
    sections.finish(&type_section, emitter, &names)
}

/// Generates the code of all that the exports call, directly or not.
fn reach(emitter: &mut Emitter, exports: &[(String, FuncRef)]) -> Functions {
    let mut functions = Functions::default();
    let mut waiting: IndexSet<FuncRef> = exports.iter().map(|(_, function)| *function).collect();
    let mut next = 0;
    while let Some(function) = waiting.get_index(next).copied() {
        next += 1;
        if let FuncRef::Import(import) = function {
            functions.imports.insert(import);
            continue;
        }
        let code = emitter.code(function);
        waiting.extend(code.ops.iter().filter_map(|op| match op {
            Op::Call(callee) => Some(*callee),
            Op::Plain(_) | Op::Address(..) => None,
        }));
        functions.defined.insert(function, code);
    }
    functions
}

impl Functions {
    fn index(&self, function: FuncRef) -> u32 {
        let found = match function {
            FuncRef::Import(import) => self.imports.get_index_of(&import),
            defined => self.defined.get_index_of(&defined).map(|position| self.imports.len() + position),
        };
        index(found.expect("all that is called was reached"))
    }

    fn body(&self, code: &Code, emitter: &Emitter) -> Function {
        let mut body = Function::new_with_locals_types(code.locals.iter().copied());
        for op in &code.ops {
            match op {
                Op::Plain(instruction) => body.instruction(instruction),
                Op::Call(function) => body.instruction(&Instruction::Call(self.index(*function))),
                Op::Address(symbol, offset) => {
                    let base = match symbol {
                        Symbol::Iota => emitter.layout.iota(),
                        Symbol::Arena => emitter.layout.arena().0,
                        Symbol::ArenaEnd => emitter.layout.arena().1,
                    };
                    body.instruction(&Instruction::I32Const(base.cast_signed() + offset))
                }
            };
        }
        body.instruction(&Instruction::End);
        body
    }

    fn names(&self, emitter: &Emitter) -> NameSection {
        let mut functions = NameMap::new();
        for (position, function) in self.defined.keys().enumerate() {
            functions.append(index(self.imports.len() + position), &emitter.debug_name(*function));
        }
        let mut names = NameSection::new();
        names.module(&emitter.module_name());
        names.functions(&functions);
        names
    }
}

#[derive(Default)]
struct Sections {
    imports: ImportSection,
    functions: FunctionSection,
    exports: ExportSection,
    code: CodeSection,
}

impl Sections {
    fn finish(self, types: &TypeSection, emitter: &Emitter, names: &NameSection) -> Vec<u8> {
        let (arena, end) = emitter.layout.arena();
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: u64::from(end / super::layout::PAGE),
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut data = DataSection::new();
        let (start, bytes) = emitter.layout.data();
        if !bytes.is_empty() {
            data.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
        }
        let mut module = Module::new();
        module.section(types);
        if !self.imports.is_empty() {
            module.section(&self.imports);
        }
        module.section(&self.functions).section(&memories).section(&globals(arena, end));
        module.section(&self.exports).section(&self.code).section(&data).section(names).section(&producers());
        module.finish()
    }
}

fn globals(arena: u32, end: u32) -> GlobalSection {
    let mut globals = GlobalSection::new();
    for global in 0..Global::COUNT {
        let start = match global {
            g if g == Global::Arena as u32 => arena,
            g if g == Global::ArenaEnd as u32 || g == Global::Heap as u32 || g == Global::HeapEnd as u32 => end,
            _ => 0,
        };
        let ty = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(ty, &ConstExpr::i32_const(start.cast_signed()));
    }
    globals
}

fn producers() -> ProducersSection {
    let mut tools = ProducersField::new();
    tools.value("wasm-rpc-stubgen", env!("CARGO_PKG_VERSION"));
    let mut producers = ProducersSection::new();
    producers.field("processed-by", &tools);
    producers
}
