//! The bytes of a component -> [`LoadedComponent`]: compiled once, linked to the host, its functions by name.

use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Component, InstancePre, Linker};
use wasmtime::{Cache, CacheConfig, Config, Engine};

use crate::component_id::ComponentId;
use crate::epochs;
use crate::functions::FunctionTable;
use crate::similar_names::quoted;
use crate::worker_state::WorkerState;

/// A component that is ready to be instantiated.
pub(crate) struct LoadedComponent {
    pub(crate) id: ComponentId,
    pub(crate) functions: FunctionTable,
    pub(crate) instance: InstancePre<WorkerState>,
}

/// Why a component cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The id cannot be part of a worker's URI.
    #[error("invalid component id `{id}`: it is empty or contains `/`, `:` or whitespace")]
    Id {
        /// The id.
        id: String,
    },
    /// Two components have the same id; a local name is the same id as its UUID.
    #[error("two components have the id `{id}`")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// The bytes are not WebAssembly.
    #[error("component `{id}` is not WebAssembly: it does not start with `\\0asm`")]
    NotWasm {
        /// The component's id.
        id: String,
    },
    /// The bytes are a core module.
    #[error("component `{id}` is a core module, not a component")]
    CoreModule {
        /// The component's id.
        id: String,
    },
    /// The bytes are not a valid component.
    #[error("component `{id}` is invalid: {reason}")]
    Invalid {
        /// The component's id.
        id: String,
        /// The validator's message.
        reason: String,
    },
    /// The host does not have some of the imports.
    #[error("component `{id}` imports {}, which the host does not provide", quoted(imports))]
    MissingImports {
        /// The component's id.
        id: String,
        /// The names of the imports, in the component's order.
        imports: Vec<String>,
    },
    /// The host has an import with another type.
    #[error("component `{id}` does not match the host: {reason}")]
    Mismatch {
        /// The component's id.
        id: String,
        /// What does not match.
        reason: String,
    },
}

/// Whether compiled components are kept on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompileCache {
    /// Each host compiles its components.
    #[default]
    None,
    /// Wasmtime's own cache, in the user's directory for caches. It cleans itself up.
    User,
}

/// An engine for every feature that a component may use, with epoch interruption.
pub(crate) fn engine(cache: CompileCache) -> Engine {
    let mut config = Config::new();
    if cache == CompileCache::User {
        // without a directory, everything is compiled
        config.cache(Cache::new(CacheConfig::new()).ok());
    }
    epochs::enable(&mut config);
    config.wasm_component_model_async(true);
    config.wasm_component_model_map(true);
    config.wasm_component_model_fixed_length_lists(true);
    let engine = Engine::new(&config).expect("the engine's configuration is fixed and valid");
    epochs::start_ticking(&engine);
    engine
}

impl LoadedComponent {
    pub(crate) fn new(
        id: &str,
        bytes: &[u8],
        engine: &Engine,
        linker: &Linker<WorkerState>,
    ) -> Result<Self, LoadError> {
        let component_id = ComponentId::parse(id).ok_or_else(|| LoadError::Id { id: id.to_owned() })?;
        check_header(id, bytes)?;
        let component = Component::new(engine, bytes)
            .map_err(|error| LoadError::Invalid { id: id.to_owned(), reason: error_chain(&error) })?;
        let imports = missing_imports(&component, engine);
        if !imports.is_empty() {
            let id = id.to_owned();
            return Err(LoadError::MissingImports { id, imports });
        }
        let instance = linker.instantiate_pre(&component);
        Ok(LoadedComponent {
            id: component_id,
            functions: FunctionTable::new(id, engine, &component),
            instance: instance
                .map_err(|error| LoadError::Mismatch { id: id.to_owned(), reason: error_chain(&error) })?,
        })
    }
}

/// A component starts with `\0asm`, a 16-bit version and the 16-bit layer 1; a core module has layer 0.
fn check_header(id: &str, bytes: &[u8]) -> Result<(), LoadError> {
    let id = id.to_owned();
    match bytes {
        [0, b'a', b's', b'm', _, _, 0, 0, ..] => Err(LoadError::CoreModule { id }),
        [0, b'a', b's', b'm', ..] => Ok(()),
        _ => Err(LoadError::NotWasm { id }),
    }
}

/// The message and its causes, in one line.
fn error_chain(error: &wasmtime::Error) -> String {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    causes.join(": ").replace('\n', " ")
}

/// The names of the imports that the host does not have, apart from those that have only types.
fn missing_imports(component: &Component, engine: &Engine) -> Vec<String> {
    let ty = component.component_type();
    let imports = ty.imports(engine);
    let missing = imports.filter(|(name, import)| match &import.ty {
        ComponentItem::ComponentInstance(instance) => {
            let has_functions =
                instance.exports(engine).any(|(_, export)| !matches!(export.ty, ComponentItem::Type(_)));
            has_functions && !is_provided(name)
        }
        ComponentItem::Type(_) => false,
        ComponentItem::ComponentFunc(_)
        | ComponentItem::CoreFunc(_)
        | ComponentItem::Module(_)
        | ComponentItem::Component(_)
        | ComponentItem::Resource(_) => true,
    });
    missing.map(|(name, _)| name.to_owned()).collect()
}

/// Whether the host has a compatible version of the interface. The linker checks its type.
fn is_provided(name: &str) -> bool {
    let Some((interface, version)) = name.split_once('@') else {
        return false;
    };
    let package = interface.split('/').next().unwrap_or(interface);
    match package {
        "golem:rpc" => interface == "golem:rpc/types" && version.starts_with("0.1."),
        "wasi:cli" | "wasi:clocks" | "wasi:filesystem" | "wasi:io" | "wasi:random" | "wasi:sockets" => {
            version.starts_with("0.2.")
        }
        _ => false,
    }
}
