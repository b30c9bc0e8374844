//! What lies where in the stub's memory: fixed areas, the constant data, then the arena.
//!
//! | what | size |
//! | --- | --- |
//! | `PENDING`: link to the first handle of an answer that waits for its connection | 4 |
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

/// Address of the link to the first handle that waits for its connection.
pub(super) const PENDING: u32 = 0;

/// Address of the result of the current call. What a future gives begins up to 8 bytes before.
pub(super) const ANSWER: u32 = 8;

/// Address of the lists of free blocks.
pub(super) const HEADS: u32 = 48;

/// Address of the list of the current call's parameters.
pub(super) const PARAMS: u32 = HEADS + 32 * 4;

/// Size of the length before a text.
pub(super) const TEXT_LENGTH: u32 = 4;

/// The least that the arena has at the start.
const MIN_ARENA: u32 = 1 << 14;

/// Constant data and the addresses behind it.
#[derive(Debug)]
pub(super) struct Layout {
    text_start: u32,
    text: Vec<u8>,
    known: HashMap<String, u32>,
    iota: u32,
}

impl Layout {
    /// A layout for calls with at most `params` parameters, and an iota of `iota` numbers.
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
