//! What code refers to by name: functions, globals and addresses. Assembling the module turns them into numbers.
//!
//! Functions are declared here, each with its name in a backtrace and its signature, and defined in the file of their
//! enum. So a file can call what another file defines without importing it.

use wasm_encoder::ValType;

pub(super) const I32: ValType = ValType::I32;

/// Parameters and results of a function.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Signature {
    pub params: Vec<ValType>,
    pub results: Vec<ValType>,
}

/// A function that code can call.
pub(super) trait Callee: Copy {
    fn symbol(self) -> Symbol;
    fn signature(self) -> Signature;
}

/// A function of the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Symbol {
    Import(Import),
    Defined(Function),
}

/// A function that the module defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Function {
    Trap(Trap),
    Memory(Memory),
    Answer(Answer),
    Stderr(Stderr),
    Resource(Resource),
    /// `(count: i64) -> address`: allocates the nodes of a parameter, and the indices of their children.
    TakeNodes,
    Encode(CompositeId, Place),
    Count(CompositeId, Place),
    Decode(CompositeId),
    Export(Export),
}

/// A type that has functions of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CompositeId {
    /// Its position among the composites.
    pub index: usize,
    /// Its position among all types, for its name in a backtrace.
    pub number: usize,
}

/// Where a function finds the value that it works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In its parameters, as the canonical ABI flattens it.
    Flat,
    /// In memory, at the address that is its parameter.
    Memory,
}

/// A function of the host, or of the canonical ABI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Import {
    /// `(uri, length) -> connection`
    Connect,
    /// `(connection, function, length, parameters, count, answer)`
    Invoke,
    /// Like `Invoke`, without waiting; the host gives an error or nothing.
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

/// A reason to trap. Its function is `()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Trap {
    /// The call failed; the number of the case of `rpc-error`.
    RpcError(u32),
    /// The answer is malformed.
    Protocol(ProtocolError),
    /// The answer of a future was requested again.
    AnswerTaken,
    OutOfMemory,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ProtocolError {
    WrongNode,
    IndexOutOfRange,
    Cycle,
    WrongCase,
    WrongCount,
    WrongPayload,
    InvalidChar,
    TooLarge,
}

/// Functions, each with its name in a backtrace and the numbers of its parameters and results, which are all `i32`.
macro_rules! runtime {
    ($(#[$group_doc:meta])* $group:ident {
        $($(#[$doc:meta])* $function:ident$(($of:ty))?: $name:literal, $params:literal -> $results:literal;)*
    }) => {
        $(#[$group_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) enum $group {
            $($(#[$doc])* $function$(($of))?,)*
        }

        impl $group {
            /// The name in a backtrace.
            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$function { .. } => $name,)*
                }
            }
        }

        impl Callee for $group {
            fn symbol(self) -> Symbol {
                Symbol::Defined(Function::$group(self))
            }

            fn signature(self) -> Signature {
                match self {
                    $(Self::$function { .. } => Signature::i32s($params, $results),)*
                }
            }
        }
    };
}

runtime! {
    /// Functions that manage memory.
    Memory {
        /// `(size) -> address`, aligned to 8, until the call ends.
        Alloc: "alloc", 1 -> 1;
        /// `(size) -> address`: the arena's current chunk is too small.
        AddChunk: "add chunk", 1 -> 1;
        /// The canonical ABI's `realloc`.
        Realloc: "realloc", 4 -> 1;
        /// `(address, size, new size) -> address`: `realloc` of memory that is in use.
        Resize: "resize", 3 -> 1;
        /// Frees all that was allocated in the arena.
        Reset: "reset", 0 -> 0;
        /// `(result)`: the canonical ABI's `post-return`.
        PostReturn: "post-return", 1 -> 0;
        /// `(size) -> address` of a block that stays until it is freed.
        HeapAlloc: "heap alloc", 1 -> 1;
        /// `(address, size)`.
        HeapFree: "heap free", 2 -> 0;
        /// `(size) -> size` of the block that holds it, as a power of two.
        BlockBits: "block bits", 1 -> 1;
        /// `(address, count)`: writes 0, 1, 2, …; up to 7 more than requested.
        FillIota: "fill iota", 2 -> 0;
    }
}

runtime! {
    /// Functions that read answers. In a stub that returns errors, some also return a status.
    Answer {
        /// Traps with the name of the error of the current call.
        Error: "rpc-error", 0 -> 0;
        /// Begins the answer; it has no result.
        NoResult: "answer without result", 0 -> 0;
        /// `() -> node`: begins the answer; it has one result.
        OneResult: "answer with one result", 0 -> 1;
        /// `(index, tag) -> address` of a node of this tag; marks it as read.
        Node: "node", 2 -> 1;
        /// `(address)`: fails because the node at this address has another tag, or was read before.
        WrongNode: "wrong node", 1 -> 0;
        /// `(slot)`: writes the `result` of this type, that of a stub which returns errors.
        Result(CompositeId): "answer as", 1 -> 0;
        /// `(slot) -> status`: the same, if the answer is well-formed.
        Ok(CompositeId): "value as", 1 -> 0;
        /// `(status, slot)`: writes the `rpc-error` that tells why the answer is malformed.
        Malformed: "malformed answer", 2 -> 0;
    }
}

runtime! {
    /// Functions that write to stderr.
    Stderr {
        /// `(kind, text, length)`: writes the line about the current call. `kind` is the address of a constant text.
        Report: "report", 3 -> 0;
        /// `(to, from, length) -> to` behind what was copied there.
        Append: "append", 3 -> 1;
    }
}

runtime! {
    /// Functions for resources.
    Resource {
        /// `(representation, slot)`: writes the node of a handle.
        EncodeHandle: "encode handle", 2 -> 0;
        /// `(handle) -> representation` of the resource of this index, which the caller gives away.
        GiveAway(usize): "give away", 1 -> 1;
        /// `()`: frees what was given away in the current call.
        FreeGivenAway: "free given away", 0 -> 0;
        /// `(node) -> representation` of the resource that a handle in an answer stands for.
        DecodeHandle: "decode handle", 1 -> 1;
        /// `(node, slot, resource)`: records that this node becomes a handle of the resource, stored at `slot`.
        DeferHandle: "defer handle", 3 -> 0;
        /// `(address, size, distance)`: values in this range of memory have moved by this distance.
        MoveDeferred: "move deferred handles", 3 -> 0;
        /// `()`: connects all deferred handles.
        ConnectDeferred: "connect handles", 0 -> 0;
        /// `(uri, length, host handle) -> representation` of a new resource.
        New: "new resource", 3 -> 1;
        /// `(representation)`: closes the connection and frees the block.
        Free: "free resource", 1 -> 0;
        /// `(representation)`: frees the block alone.
        FreeBlock: "free block", 1 -> 0;
        /// `(representation, name, length)`: invokes the remote `drop` unless it was given away; frees the resource.
        Drop: "drop resource", 3 -> 0;
        /// `(representation)`: the destructor of the resource of this index.
        Destructor(usize): "destructor", 1 -> 0;
    }
}

/// An exported function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Export {
    /// The constructor of a resource that stands for free functions, by the resource's index.
    Connect(usize),
    /// What invokes a function of the worker, by its position among them.
    Invoke(usize),
    /// `subscribe` of a future, by its index among the futures.
    Subscribe(usize),
    /// `get` of a future, by its index among the futures.
    Get(usize),
}

/// The globals of the module, all of them mutable `i32`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Global {
    /// Start of the free part of the arena, the memory of the current call.
    Arena,
    /// End of the free part; allocations are taken from here.
    ArenaEnd,
    /// The arena's further chunks, linked.
    Chunks,
    /// Next free byte behind all blocks of the heap.
    Heap,
    /// End of the linear memory.
    HeapEnd,
    /// The next free node of the value that is being encoded.
    NextNode,
    /// The address of that node's index.
    NextIndex,
    /// The nodes of the answer that is being decoded.
    Nodes,
    /// The number of those nodes.
    NodeCount,
    /// How many of them no list has claimed for its elements.
    UnclaimedNodes,
    /// Remote resources that are given away in this call, linked.
    GivenAway,
    /// The connection that the next decoded handle takes over, or 0.
    Connection,
    /// The block of the resource whose worker the current call goes to, or 0 where a location names the worker.
    Worker,
    /// The location of the worker.
    Location,
    /// The length of that location.
    LocationLength,
    /// The name of the function that the current call invokes.
    Function,
    /// The last deferred handle of the answer: where the link to the next one goes.
    Deferred,
}

/// An address that is known when all code is emitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    /// The table of the numbers 0, 1, 2, … that the children of constant size are sliced from.
    Iota,
    /// Start of the arena's first chunk.
    Arena,
    /// End of the arena's first chunk.
    ArenaEnd,
}

impl Global {
    /// The number of globals.
    pub(super) const COUNT: u32 = Self::Deferred as u32 + 1;
}

impl Signature {
    /// A function whose parameters and results are all `i32`.
    fn i32s(params: usize, results: usize) -> Self {
        Self { params: vec![I32; params], results: vec![I32; results] }
    }
}

/// A function whose signature depends on a type: it takes a value, then the other parameters.
#[derive(Debug, Clone, Copy)]
pub(super) struct ValueFunction<'a> {
    pub function: Function,
    pub value: &'a [ValType],
    pub others: &'a [ValType],
    pub results: &'a [ValType],
}

impl Callee for ValueFunction<'_> {
    fn symbol(self) -> Symbol {
        Symbol::Defined(self.function)
    }

    fn signature(self) -> Signature {
        Signature { params: [self.value, self.others].concat(), results: self.results.to_vec() }
    }
}

impl Callee for Import {
    fn symbol(self) -> Symbol {
        Symbol::Import(self)
    }

    fn signature(self) -> Signature {
        match self {
            Self::Stderr => Signature::i32s(0, 1),
            Self::Disconnect | Self::DropFuture | Self::DropPollable | Self::ResourceDrop(_) => Signature::i32s(1, 0),
            Self::Subscribe | Self::Ready | Self::ResourceNew(_) | Self::ResourceRep(_) => Signature::i32s(1, 1),
            Self::FutureGet => Signature::i32s(2, 0),
            Self::Connect => Signature::i32s(2, 1),
            Self::Write => Signature::i32s(4, 0),
            Self::Start => Signature::i32s(5, 1),
            Self::Invoke | Self::Send => Signature::i32s(6, 0),
        }
    }
}

/// A function that reads from an answer, in a stub that returns errors: its last result is a status.
#[derive(Debug, Clone, Copy)]
pub(super) struct WithStatus<T>(pub T);

impl<T: Callee> Callee for WithStatus<T> {
    fn symbol(self) -> Symbol {
        self.0.symbol()
    }

    fn signature(self) -> Signature {
        let Signature { params, mut results } = self.0.signature();
        results.push(I32);
        Signature { params, results }
    }
}

impl Callee for Trap {
    fn symbol(self) -> Symbol {
        Symbol::Defined(Function::Trap(self))
    }

    fn signature(self) -> Signature {
        Signature::i32s(0, 0)
    }
}
