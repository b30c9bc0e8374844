//! Reports on stderr: the imports from WASI that a trapping stub needs for them, and the function that writes one.
//!
//! ```text
//! wasm-rpc: shop:history/api.{add-order} of urn:worker:…/alice failed: remote-internal-error: Process exited
//! ```
//!
//! The component imports stderr; the stub's WIT does not mention it.

use super::code::{Code, Width};
use super::emitter::Emitter;
use super::memory_map::{ANSWER, TEXT_LENGTH, block};
use super::symbol::{Callee, Global, I32, Import, Memory, Stderr};
use crate::wit::StubWit;
use wasm_encoder::Instruction;
use wasm_rpc_stubgen_model::{Compat, RpcErrors, StubModel, compare_interfaces};
use wit_parser::{CloneMaps, InterfaceId, Resolve, SourceMap, Span};

const WIT: &str = include_str!("../../wit/stderr.wit");

/// The longest text that the host accepts in one call.
const MAX_WRITE: u32 = 4096;

/// The stub's `Resolve`, its world with the imports that it needs to report errors; `None` if it reports none.
///
/// Where the target's own copy of `wasi:io` conflicts with these imports, the stub traps without a report.
pub(super) fn with_stderr(model: &StubModel, wit: &StubWit) -> Option<Resolve> {
    if model.options.rpc_errors == RpcErrors::Result {
        return None;
    }
    let mut sources = SourceMap::new();
    sources.push_str("stderr.wit", WIT);
    let parsed = sources.parse().map_err(|(_, error)| error).expect("the embedded WIT parses");
    let mut own = Resolve::new();
    let package = own.push_group(parsed).expect("the embedded WIT resolves");
    let world = own.packages[package].worlds["stderr"];
    if own.interfaces.iter().any(|(id, _)| conflicts(&wit.resolve, &own, id)) {
        return None;
    }
    let mut resolve = wit.resolve.clone();
    let world = resolve.merge(own).ok()?.map_world(world, Span::default()).ok()?;
    resolve.merge_worlds(world, wit.world, &mut CloneMaps::default()).ok()?;
    Some(resolve)
}

/// Whether the stub's WIT has an interface of this name that differs. Merging would not notice it.
fn conflicts(wit: &Resolve, own: &Resolve, id: InterfaceId) -> bool {
    let name = own.id_of(id);
    let mut present = wit.interfaces.iter().filter(|(present, _)| wit.id_of(*present) == name);
    present.any(|(present, _)| matches!(compare_interfaces(wit, present, own, id), Compat::Conflict(_)))
}

impl Emitter<'_> {
    pub(super) fn stderr_function(&mut self, function: Stderr) -> Code {
        let mut code = Code::new(function.signature());
        match function {
            Stderr::Report => self.report_line(&mut code),
            Stderr::Append => append(&mut code),
        }
        code
    }

    fn report_line(&mut self, code: &mut Code) {
        let (kind, text, length) = (0, 1, 2);
        let [start, of, failed, colon, end] =
            ["wasm-rpc: ", " of ", " failed: ", ": ", "\n"].map(|words| self.memory_map.text(words));
        // The worker of a resource is in its block; any other is the location of the call.
        let (uri, uri_length) = (code.local(I32), code.local(I32));
        code.read(Global::Worker).when();
        code.read(Global::Worker)
            .plus(block::URI)
            .set(uri)
            .read(Global::Worker)
            .load(Width::I32, block::URI_LENGTH)
            .set(uri_length);
        code.otherwise().read(Global::Location).set(uri).read(Global::LocationLength).set(uri_length).end();
        let length_of = |code: &mut Code, text: &dyn Fn(&mut Code)| {
            text(code);
            code.plus(0u32.wrapping_sub(TEXT_LENGTH)).load(Width::I32, 0);
        };
        let function = |code: &mut Code| _ = code.read(Global::Function);
        let kind = |code: &mut Code| _ = code.get(kind);
        length_of(code, &function);
        length_of(code, &kind);
        code.add().get(uri_length).add().get(length).add();
        code.plus([start, of, failed, colon, end].iter().map(|(_, length)| length).sum());
        let (line, line_end) = (code.local(I32), code.local(I32));
        code.call(Memory::Alloc).tee(line);
        let words = |code: &mut Code, (address, length): (u32, u32)| {
            code.int(address).int(length).call(Stderr::Append);
        };
        let stored = |code: &mut Code, text: &dyn Fn(&mut Code)| {
            text(code);
            length_of(code, text);
            code.call(Stderr::Append);
        };
        words(code, start);
        stored(code, &function);
        words(code, of);
        code.get(uri).get(uri_length).call(Stderr::Append);
        words(code, failed);
        stored(code, &kind);
        words(code, colon);
        code.get(text).get(length).call(Stderr::Append);
        words(code, end);
        code.set(line_end);
        write(code, line, line_end);
    }
}

/// Writes the bytes between two addresses in pieces, until the host refuses one.
fn write(code: &mut Code, at: u32, end: u32) {
    let (stream, piece) = (code.local(I32), code.local(I32));
    code.call(Import::Stderr).set(stream);
    code.repeat();
    code.get(end).get(at).op(Instruction::I32Sub).tee(piece).int(MAX_WRITE);
    code.get(piece).int(MAX_WRITE).op(Instruction::I32LtU).op(Instruction::Select).set(piece);
    code.get(stream).get(at).get(piece).int(ANSWER).call(Import::Write);
    code.get(at).get(piece).add().tee(at).get(end).op(Instruction::I32LtU);
    code.int(ANSWER).load(Width::U8, 0).op(Instruction::I32Eqz).op(Instruction::I32And).op(Instruction::BrIf(0)).end();
}

fn append(code: &mut Code) {
    let (to, from, length) = (0, 1, 2);
    code.get(to).get(from).get(length).op(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
    code.get(to).get(length).add();
}
