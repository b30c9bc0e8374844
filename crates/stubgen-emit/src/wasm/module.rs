//! Assembles the core module from the exported functions and all functions that these call.

use super::code::{Code, Op, index};
use super::emitter::Emitter;
use super::memory_map::PAGE;
use super::symbol::{Address, Callee, Function, Global, Import, Symbol};
use indexmap::{IndexMap, IndexSet};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function as Body, FunctionSection,
    GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module, NameMap, NameSection,
    ProducersField, ProducersSection, TypeSection, ValType,
};

/// All functions that are reached.
#[derive(Default)]
struct Functions {
    imports: IndexSet<Import>,
    defined: IndexMap<Function, Code>,
}

/// Builds the module.
pub(super) fn assemble(emitter: &mut Emitter) -> Vec<u8> {
    let exports = emitter.export_names();
    let functions = reach(emitter, &exports);
    let mut types = IndexSet::new();
    let mut sections = Sections::default();
    for import in &functions.imports {
        let (module, name) = emitter.import_name(*import);
        let (ty, _) = types.insert_full(import.signature());
        sections.imports.import(&module, &name, EntityType::Function(index(ty)));
    }
    for code in functions.defined.values() {
        let (ty, _) = types.insert_full(code.signature.clone());
        sections.functions.function(index(ty));
        sections.code.function(&functions.body(code, emitter));
    }
    let mut type_section = TypeSection::new();
    for signature in types {
        type_section.ty().function(signature.params, signature.results);
    }
    for (name, symbol) in &exports {
        sections.exports.export(name, ExportKind::Func, functions.index(*symbol));
    }
    sections.exports.export(&emitter.memory_name(), ExportKind::Memory, 0);
    let names = functions.names(emitter);
    sections.finish(&type_section, emitter, &names)
}

/// Emits the code of all functions that the exports call, directly or not.
fn reach(emitter: &mut Emitter, exports: &[(String, Symbol)]) -> Functions {
    let mut functions = Functions::default();
    let mut reached: IndexSet<Symbol> = exports.iter().map(|(_, symbol)| *symbol).collect();
    let mut next = 0;
    while let Some(symbol) = reached.get_index(next).copied() {
        next += 1;
        match symbol {
            Symbol::Import(import) => _ = functions.imports.insert(import),
            Symbol::Defined(function) => {
                let code = emitter.define(function).finish();
                reached.extend(code.ops.iter().filter_map(|op| match op {
                    Op::Call(callee) => Some(*callee),
                    Op::Plain(_) | Op::Address(..) => None,
                }));
                functions.defined.insert(function, code);
            }
        }
    }
    functions
}

impl Functions {
    fn index(&self, symbol: Symbol) -> u32 {
        let found = match symbol {
            Symbol::Import(import) => self.imports.get_index_of(&import),
            Symbol::Defined(function) => self.defined.get_index_of(&function).map(|found| self.imports.len() + found),
        };
        index(found.expect("all that is called was reached"))
    }

    fn body(&self, code: &Code, emitter: &Emitter) -> Body {
        let mut body = Body::new_with_locals_types(code.locals.iter().copied());
        for op in &code.ops {
            match op {
                Op::Plain(instruction) => body.instruction(instruction),
                Op::Call(function) => body.instruction(&Instruction::Call(self.index(*function))),
                Op::Address(address, offset) => {
                    let base = match address {
                        Address::Iota => emitter.memory_map.iota(),
                        Address::Arena => emitter.memory_map.arena().0,
                        Address::ArenaEnd => emitter.memory_map.arena().1,
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
        names.module(&emitter.model.package.interface_id(&emitter.model.interface));
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
        let (arena, end) = emitter.memory_map.arena();
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: u64::from(end / PAGE),
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut data = DataSection::new();
        let (start, bytes) = emitter.memory_map.data();
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
