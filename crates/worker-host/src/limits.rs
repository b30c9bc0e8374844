//! What the workers of a host may use: [`Limits`]. Each has a default that an ordinary machine survives.
//!
//! | limit | what is refused | how the call fails | the worker |
//! | --- | --- | --- | --- |
//! | [`max_workers`](Limits::max_workers) | one more worker | `denied` | does not exist |
//! | [`max_memory`](Limits::max_memory) | arguments that do not fit | `denied` | stays usable |
//! | | a result that does not fit | `denied` | stays usable |
//! | | memory of a worker | the worker's `memory.grow` fails; if that makes it trap, `remote-internal-error`, else a warning | has failed if it trapped |
//! | [`timeout`](Limits::timeout) | an invocation that takes longer | `remote-internal-error` | has failed |
//!
//! Each error names its limit and the flag of `wasm-rpc-run`. On Linux, the number of memory mappings is a limit, too
//! ([`too_many_mappings`]).

use std::fs;
use std::time::Duration;

use crate::call_error::{CallError, Limit, WorkerFailure};
use crate::worker_id::WorkerId;

/// What the workers of a host may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The number of workers.
    pub max_workers: usize,
    /// The memory of all workers and of the values that are on their way between them, in bytes.
    pub max_memory: u64,
    /// The time that an invocation may take; none is as long as it needs. A worker that waits for another one lets that
    /// one fail first.
    pub timeout: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_workers: 1000, max_memory: 2 << 30, timeout: Some(Duration::from_secs(60)) }
    }
}

impl Limits {
    /// The error of a call to a worker that cannot be created.
    pub(crate) fn too_many_workers(&self, worker: &WorkerId) -> CallError {
        let exist = match self.max_workers {
            1 => "1 worker exists".to_owned(),
            count => format!("{count} workers exist"),
        };
        let flag = Limit::Workers.flag();
        let reason = format!("cannot create worker `{worker}`: {exist}, which is the limit (`{flag}`)");
        CallError::Denied { reason, limit: Some(Limit::Workers) }
    }

    /// The error of an invocation that takes too long.
    pub(crate) fn timed_out(&self, function: &str) -> WorkerFailure {
        let (limit, flag) = (self.timeout.unwrap_or_default(), Limit::Time.flag());
        let reason = format!("still running after {limit:?}, which is the limit (`{flag}`)");
        WorkerFailure::new(reason).of(function).because_of(Limit::Time)
    }
}

/// How many workers are created between two looks at the process's mappings.
const MAPPINGS_INTERVAL: usize = 64;

/// Why the process can have no more workers when `workers` exist: each has about ten mappings of memory, and a process that
/// reaches the system's limit is aborted.
pub(crate) fn too_many_mappings(workers: usize) -> Option<CallError> {
    if !workers.is_multiple_of(MAPPINGS_INTERVAL) {
        return None;
    }
    // only Linux has these files, and the limit
    let limit: usize = fs::read_to_string("/proc/sys/vm/max_map_count").ok()?.trim().parse().ok()?;
    let count = fs::read_to_string("/proc/self/maps").ok()?.lines().count();
    (count > limit / 4 * 3).then(|| CallError::Denied {
        reason: format!(
            "cannot create a worker: {workers} workers exist, and the process has {count} of the {limit} memory mappings \
             that the system allows (`vm.max_map_count`)"
        ),
        limit: None,
    })
}

/// A number of bytes in the largest unit that is short and exact: `2GiB`, `1500MiB`.
pub(crate) fn bytes(count: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let exact = units.iter().find(|(unit, _)| count >= *unit && count.is_multiple_of(*unit));
    exact.map_or_else(|| format!("{count} bytes"), |(unit, name)| format!("{}{name}", count / unit))
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn bytes_have_a_unit() {
        for (count, shown) in [(0, "0 bytes"), (1500, "1500 bytes"), (2 << 30, "2GiB"), (1500 << 20, "1500MiB")] {
            assert_eq!(bytes(count), shown);
        }
    }
}
