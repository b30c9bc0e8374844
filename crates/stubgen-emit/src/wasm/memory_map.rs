//! The stub's memory: fixed areas, the constant data, then the arena; and the layout of a resource's block.
//!
//! | what | size |
//! | --- | --- |
//! | `DEFERRED`: link to the first deferred handle of an answer | 4 |
//! | `ANSWER`: the result of the current call | as the canonical ABI says, at most 40 |
//! | `HEADS`: the heap's lists of free blocks, one per power of two | 32 × 4 |
//! | the parameters of the current call | 8 per parameter |
//! | texts, the names of remote functions among them, each behind its length | |
//! | iota: the numbers 0, 1, 2, … | 4 each |
//! | the arena's first chunk | to the end of the page |
//!
//! A stub handles one call at a time, so one area for each is enough.

use std::collections::HashMap;

/// Bytes of a WebAssembly page.
pub(super) const PAGE: u32 = 1 << 16;

/// Address of the link to the first deferred handle.
pub(super) const DEFERRED: u32 = 0;

/// Address of the result of the current call. The result of a future begins up to 8 bytes before it.
pub(super) const ANSWER: u32 = 8;

/// Address of the lists of free blocks.
pub(super) const HEADS: u32 = 48;

/// Address of the list of the current call's parameters.
pub(super) const PARAMS: u32 = HEADS + 32 * 4;

/// Size of the length before a text.
pub(super) const TEXT_LENGTH: u32 = 4;

/// The block of a resource in the heap.
///
/// | offset | what |
/// | --- | --- |
/// | 0 | the host's handle: the connection to its worker, a `wasm-rpc`; of a future, a `future-invoke-result` |
/// | 4 | length of the worker's URI |
/// | 8 | of a remote resource, its id in the worker, 64 bits |
/// | 16 | 1 when it was given away in the current call; of a future, when its answer was taken |
/// | 20 | the next resource that was given away in the current call |
/// | 24 | the worker's URI |
pub(super) mod block {
    pub(crate) const HOST_HANDLE: u32 = 0;
    pub(crate) const URI_LENGTH: u32 = 4;
    pub(crate) const ID: u32 = 8;
    pub(crate) const GIVEN_AWAY: u32 = 16;
    pub(crate) const ANSWER_TAKEN: u32 = GIVEN_AWAY;
    pub(crate) const NEXT_GIVEN_AWAY: u32 = 20;
    pub(crate) const URI: u32 = 24;
}

/// The smallest first chunk of the arena.
const MIN_ARENA: u32 = 1 << 14;

/// Constant data and the addresses behind it.
#[derive(Debug)]
pub(super) struct MemoryMap {
    text_start: u32,
    text: Vec<u8>,
    known: HashMap<String, u32>,
    iota: u32,
}

impl MemoryMap {
    /// A memory map for calls with at most `params` parameters, and an iota of `iota` numbers.
    pub(super) fn new(params: u32, value_size: u32, iota: u32) -> Self {
        Self { text_start: PARAMS + params * value_size, text: Vec::new(), known: HashMap::new(), iota }
    }

    /// Address and length of a text.
    pub(super) fn text(&mut self, text: &str) -> (u32, u32) {
        let length = u32::try_from(text.len()).expect("a name is shorter than memory");
        if let Some(known) = self.known.get(text) {
            return (*known, length);
        }
        self.text.extend_from_slice(&length.to_le_bytes());
        let address = self.text_end();
        self.text.extend_from_slice(text.as_bytes());
        self.known.insert(text.to_string(), address);
        (address, length)
    }

    fn text_end(&self) -> u32 {
        self.text_start + u32::try_from(self.text.len()).expect("all names fit into memory")
    }

    /// Address of the numbers 0, 1, 2, …, once all texts are known.
    pub(super) fn iota(&self) -> u32 {
        self.text_end().next_multiple_of(8)
    }

    /// Start of the arena's first chunk and its end, which is the end of memory.
    pub(super) fn arena(&self) -> (u32, u32) {
        let start = (self.iota() + 4 * self.iota).next_multiple_of(8);
        (start, (start + MIN_ARENA).next_multiple_of(PAGE))
    }

    /// The constant data and where it starts.
    pub(super) fn data(&self) -> (u32, Vec<u8>) {
        let mut data = self.text.clone();
        data.resize((self.iota() - self.text_start) as usize, 0);
        data.extend((0..self.iota).flat_map(u32::to_le_bytes));
        (self.text_start, data)
    }
}
