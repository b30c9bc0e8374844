//! What the module imports and exports, by the names that the component model gives it.

use super::emitter::Emitter;
use super::layout::core_signature;
use super::symbol::{Callee, Function, Import, Memory, Resource, Symbol};
use stubgen_model::rpc_interface;
use wit_parser::{InterfaceId, ManglingAndAbi, ResourceIntrinsic, WasmExport, WasmExportKind, WasmImport, WorldKey};

/// The names that the encoder finds by a look-up; for the older ones it compares each with all functions.
const ABI: ManglingAndAbi = ManglingAndAbi::Standard32;

/// What an import is.
enum Item {
    /// A function of the host.
    Function(HostInterface, &'static str),
    /// What drops a resource of the host.
    Drop(HostInterface, &'static str),
    /// What handles the stub's resource of this index.
    Own(usize, ResourceIntrinsic),
}

/// An interface of the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HostInterface {
    /// `golem:rpc/types`
    Rpc,
    /// `wasi:io/poll`
    Poll,
    /// `wasi:io/streams`
    Streams,
    /// `wasi:cli/stderr`
    Cli,
}

/// The function of the host that an import is, or the intrinsic of the canonical ABI.
fn item(import: Import) -> Item {
    use HostInterface::{Cli, Poll, Rpc, Streams};
    match import {
        Import::Connect => Item::Function(Rpc, "[constructor]wasm-rpc"),
        Import::Invoke => Item::Function(Rpc, "[method]wasm-rpc.invoke-and-await"),
        Import::Send => Item::Function(Rpc, "[method]wasm-rpc.invoke"),
        Import::Start => Item::Function(Rpc, "[method]wasm-rpc.async-invoke-and-await"),
        Import::Subscribe => Item::Function(Rpc, "[method]future-invoke-result.subscribe"),
        Import::FutureGet => Item::Function(Rpc, "[method]future-invoke-result.get"),
        Import::Ready => Item::Function(Poll, "[method]pollable.ready"),
        Import::Stderr => Item::Function(Cli, "get-stderr"),
        Import::Write => Item::Function(Streams, "[method]output-stream.blocking-write-and-flush"),
        Import::Disconnect => Item::Drop(Rpc, "wasm-rpc"),
        Import::DropFuture => Item::Drop(Rpc, "future-invoke-result"),
        Import::DropPollable => Item::Drop(Poll, "pollable"),
        Import::ResourceNew(resource) => Item::Own(resource, ResourceIntrinsic::ExportedNew),
        Import::ResourceRep(resource) => Item::Own(resource, ResourceIntrinsic::ExportedRep),
        Import::ResourceDrop(resource) => Item::Own(resource, ResourceIntrinsic::ExportedDrop),
    }
}

impl Emitter<'_> {
    /// Everything that the module exports, but for its memory.
    pub(super) fn export_names(&self) -> Vec<(String, Symbol)> {
        // The encoder looks for `realloc` from the front, once for each function.
        let realloc = self.resolve.wasm_export_name(ABI, WasmExport::Realloc);
        let mut names = vec![(realloc, Memory::Realloc.symbol())];
        let key = WorldKey::Interface(self.interface);
        for (number, exports) in self.exports.iter().enumerate() {
            for export in exports {
                let func = self.wit_function(*export);
                let name =
                    |kind| self.resolve.wasm_export_name(ABI, WasmExport::Func { interface: Some(&key), func, kind });
                names.push((name(WasmExportKind::Normal), Symbol::Defined(Function::Export(*export))));
                if self.resolve.wasm_signature(ABI.export_variant(), func).retptr {
                    names.push((name(WasmExportKind::PostReturn), Memory::PostReturn.symbol()));
                }
            }
            let destructor = WasmExport::ResourceDtor { interface: &key, resource: self.resources[number].1 };
            let name = self.resolve.wasm_export_name(ABI, destructor);
            names.push((name, Resource::Destructor(number).symbol()));
        }
        names
    }

    pub(super) fn memory_name(&self) -> String {
        self.resolve.wasm_export_name(ABI, WasmExport::Memory)
    }

    /// Module and name of an import.
    pub(super) fn import_name(&self, import: Import) -> (String, String) {
        let item = item(import);
        let interface = match item {
            Item::Function(of, _) | Item::Drop(of, _) => self.host_interface(of),
            Item::Own(..) => self.interface,
        };
        let (key, wit) = (WorldKey::Interface(interface), &self.resolve.interfaces[interface]);
        let intrinsic =
            |resource, intrinsic| WasmImport::ResourceIntrinsic { interface: Some(&key), resource, intrinsic };
        let wasm_import = match item {
            Item::Function(_, name) => {
                let func = &wit.functions[name];
                let signature = core_signature(&self.resolve.wasm_signature(ABI.import_variant(), func));
                debug_assert_eq!(import.signature(), signature, "`{name}` is declared as its WIT says");
                WasmImport::Func { interface: Some(&key), func }
            }
            Item::Drop(_, name) => intrinsic(wit.types[name], ResourceIntrinsic::ImportedDrop),
            Item::Own(resource, kind) => intrinsic(self.resources[resource].1, kind),
        };
        self.resolve.wasm_import_name(ABI, wasm_import)
    }

    fn host_interface(&self, interface: HostInterface) -> InterfaceId {
        let id = match interface {
            HostInterface::Rpc => return rpc_interface(self.resolve),
            HostInterface::Poll => "wasi:io/poll@0.2.0",
            HostInterface::Streams => "wasi:io/streams@0.2.0",
            HostInterface::Cli => "wasi:cli/stderr@0.2.0",
        };
        let mut imports = self.resolve.worlds[self.world].imports.keys();
        let found = imports.find_map(|key| match key {
            WorldKey::Interface(found) if self.resolve.id_of(*found).as_deref() == Some(id) => Some(*found),
            _ => None,
        });
        found.expect("the stub's world imports what its functions call")
    }
}
