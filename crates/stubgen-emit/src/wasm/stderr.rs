//! The standard error: what a stub that traps needs of WASI to say why, and the function that says it.
//!
//! ```text
//! wasm-rpc: shop:history/api.{add-order} of urn:worker:…/alice failed: remote-internal-error: Process exited
//! ```
//!
//! The component imports it, the stub's WIT does not: a caller has nothing to do with it.

use super::Emitter;
use super::code::{Code, Global, Width};
use super::layout::{ANSWER, TEXT_LENGTH};
use super::memory::Memory;
use super::module::{FuncRef, Import};
use super::resource::{URI, URI_LENGTH};
use crate::StubWit;
use stubgen_model::{Compat, RpcErrors, StubModel, compare_interfaces};
use wasm_encoder::{Instruction, ValType};
use wit_parser::{CloneMaps, InterfaceId, Resolve, SourceMap, Span};

const WIT: &str = include_str!("../../../../wit/stderr.wit");

/// The longest text that the host takes at once.
const MAX_WRITE: u32 = 4096;

/// Functions that write to the standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stderr {
    /// `(kind, text, length)`: writes the line about the current call. `kind` is the address of a text of the layout.
    Report,
    /// `(to, from, length) -> to` behind what was copied there.
    Append,
}

const I32: ValType = ValType::I32;

/// The stub's `Resolve`, its world with the imports that it needs to report errors; `None` if it reports none.
///
/// Where the target's own copy of `wasi:io` contradicts what is needed here, the stub traps without a word.
pub(super) fn with_stderr(model: &StubModel, wit: &StubWit) -> Option<Resolve> {
    if model.options.rpc_errors == RpcErrors::Result {
        return None;
    }
    let mut sources = SourceMap::new();
    sources.push_str("stderr.wit", WIT);
    let parsed = sources.parse().map_err(|(_, error)| error).expect("the embedded WIT is right");
    let mut own = Resolve::new();
    let package = own.push_group(parsed).expect("the embedded WIT resolves");
    let world = own.packages[package].worlds["stderr"];
    if own.interfaces.iter().any(|(id, _)| is_contradicted(&wit.resolve, &own, id)) {
        return None;
    }
    let mut resolve = wit.resolve.clone();
    let world = resolve.merge(own).ok()?.map_world(world, Span::default()).ok()?;
    resolve.merge_worlds(world, wit.world, &mut CloneMaps::default()).ok()?;
    Some(resolve)
}

/// Whether the stub's WIT has an interface of this name in which something is different. Merging would not see it.
fn is_contradicted(wit: &Resolve, own: &Resolve, id: InterfaceId) -> bool {
    let name = own.id_of(id);
    let mut present = wit.interfaces.iter().filter(|(present, _)| wit.id_of(*present) == name);
    present.any(|(present, _)| matches!(compare_interfaces(wit, present, own, id), Compat::Conflict(_)))
}

impl Stderr {
    /// The name in a backtrace.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Append => "append",
        }
    }
}

impl Emitter<'_> {
    pub(super) fn stderr_function(&mut self, function: Stderr) -> Code {
        match function {
            Stderr::Report => self.report(),
            Stderr::Append => append(),
        }
    }

    fn report(&mut self) -> Code {
        let mut code = Code::new(&[I32; 3], &[]);
        let (kind, text, length) = (0, 1, 2);
        let [start, of, failed, colon, end] =
            ["wasm-rpc: ", " of ", " failed: ", ": ", "\n"].map(|words| self.layout.text(words));
        // The worker of a resource is in its block; any other is the location of the call.
        let (uri, uri_length) = (code.local(I32), code.local(I32));
        code.read(Global::Worker).when();
        code.read(Global::Worker).plus(URI).set(uri).read(Global::Worker).load(Width::I32, URI_LENGTH).set(uri_length);
        code.otherwise().read(Global::Location).set(uri).read(Global::LocationLength).set(uri_length).end();
        let length_of = |code: &mut Code, text: &dyn Fn(&mut Code)| {
            text(code);
            code.plus(0u32.wrapping_sub(TEXT_LENGTH)).load(Width::I32, 0);
        };
        let function = |code: &mut Code| _ = code.read(Global::Function);
        let kind = |code: &mut Code| _ = code.get(kind);
        length_of(&mut code, &function);
        length_of(&mut code, &kind);
        code.add().get(uri_length).add().get(length).add();
        code.plus([start, of, failed, colon, end].iter().map(|(_, length)| length).sum());
        let (line, line_end) = (code.local(I32), code.local(I32));
        code.call(FuncRef::Memory(Memory::Alloc)).tee(line);
        let words = |code: &mut Code, (address, length): (u32, u32)| {
            code.int(address).int(length).call(FuncRef::Stderr(Stderr::Append));
        };
        let stored = |code: &mut Code, text: &dyn Fn(&mut Code)| {
            text(code);
            length_of(code, text);
            code.call(FuncRef::Stderr(Stderr::Append));
        };
        words(&mut code, start);
        stored(&mut code, &function);
        words(&mut code, of);
        code.get(uri).get(uri_length).call(FuncRef::Stderr(Stderr::Append));
        words(&mut code, failed);
        stored(&mut code, &kind);
        words(&mut code, colon);
        code.get(text).get(length).call(FuncRef::Stderr(Stderr::Append));
        words(&mut code, end);
        code.set(line_end);
        write(&mut code, line, line_end);
        code
    }
}

/// Writes what lies between two addresses, piece by piece, as long as the host takes it.
fn write(code: &mut Code, at: u32, end: u32) {
    let (stream, piece) = (code.local(I32), code.local(I32));
    code.call(FuncRef::Import(Import::Stderr)).set(stream);
    code.repeat();
    code.get(end).get(at).op(Instruction::I32Sub).tee(piece).int(MAX_WRITE);
    code.get(piece).int(MAX_WRITE).op(Instruction::I32LtU).op(Instruction::Select).set(piece);
    code.get(stream).get(at).get(piece).int(ANSWER).call(FuncRef::Import(Import::Write));
    code.get(at).get(piece).add().tee(at).get(end).op(Instruction::I32LtU);
    code.int(ANSWER).load(Width::U8, 0).op(Instruction::I32Eqz).op(Instruction::I32And).op(Instruction::BrIf(0)).end();
}

fn append() -> Code {
    let mut code = Code::new(&[I32; 3], &[I32]);
    let (to, from, length) = (0, 1, 2);
    code.get(to).get(from).get(length).op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
    code.get(to).get(length).add();
    code
}
