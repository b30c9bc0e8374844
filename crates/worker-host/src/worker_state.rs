//! The data of a worker's store: who the worker is, and what its host functions need.

use std::sync::{Arc, Weak};

use tokio::time::Instant;
use wasmtime::component::ResourceTable;
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

use crate::calls::CallHost;
use crate::deadline::Waits;
use crate::environment::{self, Environment};
use crate::escape::escape_control;
use crate::memory_budget::{MemoryBudget, StoreMemory};
use crate::output::WorkerOutput;
use crate::worker_id::WorkerId;

/// The data of a worker's store.
pub(crate) struct WorkerState {
    pub(crate) id: WorkerId,
    pub(crate) environment: Environment,
    /// The depth in the trace of the calls that it makes.
    pub(crate) depth: usize,
    /// When the current invocation must have ended.
    pub(crate) deadline: Option<Instant>,
    /// Its waits for other workers.
    pub(crate) waits: Waits,
    pub(crate) memory: StoreMemory,
    pub(crate) table: ResourceTable,
    host: Weak<dyn CallHost>,
    wasi: WasiCtx,
}

impl WorkerState {
    pub(crate) fn new(
        id: WorkerId,
        host: Weak<dyn CallHost>,
        environment: Environment,
        memory: &MemoryBudget,
        output: &WorkerOutput,
    ) -> Self {
        let mut wasi = WasiCtx::builder();
        wasi.envs(&environment::of_worker(&environment, &id));
        output.connect(&mut wasi);
        WorkerState {
            id,
            environment,
            depth: 0,
            deadline: None,
            waits: Waits::default(),
            memory: StoreMemory::new(memory),
            table: ResourceTable::new(),
            host,
            wasi: wasi.build(),
        }
    }

    /// The host, unless it is being dropped.
    pub(crate) fn host(&self) -> wasmtime::Result<Arc<dyn CallHost>> {
        self.host.upgrade().ok_or_else(|| wasmtime::Error::msg("the host is shutting down"))
    }

    /// Passes a warning to the trace.
    pub(crate) fn warn(&self, message: &str) {
        if let Ok(host) = self.host()
            && let Some(trace) = &host.calls().trace
        {
            trace.warning(&escape_control(message));
        }
    }
}

impl WasiView for WorkerState {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView { ctx: &mut self.wasi, table: &mut self.table }
    }
}
