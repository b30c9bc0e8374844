//! How `golem:rpc/types` lies in memory: every number comes from the WIT by the canonical ABI of `wit-parser`.

use super::code::index;
use super::memory_map::{ANSWER, HEADS};
use super::shape::{CasesNode, Shapes, TypeShape};
use wasm_rpc_stubgen_model::rpc_interface;
use wit_parser::{Resolve, SizeAlign, Type, TypeDefKind};

/// The layout of nodes and answers, in bytes.
#[derive(Debug)]
pub(super) struct Host {
    /// Size of a `wit-node`.
    pub node: u32,
    /// Offset of a node's payload: of the pointer of a list, and of every number.
    pub payload: u32,
    /// Offset of the length behind the pointer of a list or string, from that pointer.
    pub length: u32,
    variant: CaseOffsets,
    option: CaseOffsets,
    result: CaseOffsets,
    /// In a `handle`: offset of the id.
    pub handle_id: u32,
    /// In the `result` of a call: offset of the answer's nodes, and of the error.
    pub answer: u32,
    /// In the `option` that a future gives: offset of that `result`.
    pub future_result_offset: u32,
    /// Size of an `rpc-error`, and offset of its text.
    pub error_size: u32,
    pub error_text: u32,
    /// Size of one `wit-value` in the list of parameters.
    pub value: u32,
    /// The cases of `rpc-error`.
    pub errors: Vec<String>,
    nodes: Vec<String>,
}

/// Where a node with cases has the payload of a case.
#[derive(Debug, Clone, Copy)]
pub(super) struct CaseOffsets {
    /// The discriminant of the `option` around the payload's index.
    pub is_some: u32,
    /// The index of the payload's node.
    pub index: u32,
}

impl Host {
    pub(super) fn new(resolve: &Resolve, sizes: &SizeAlign) -> Self {
        let rpc = &resolve.interfaces[rpc_interface(resolve)];
        let names = |variant: &str| match &resolve.types[rpc.types[variant]].kind {
            TypeDefKind::Variant(variant) => variant.cases.iter().map(|case| case.name.clone()).collect(),
            _ => panic!("`golem:rpc` has a variant here"),
        };
        let nodes: Vec<String> = names("wit-node");
        let mut shapes = Shapes::new(resolve, sizes, std::iter::empty());
        let [node, error, value] =
            ["wit-node", "rpc-error", "wit-value"].map(|name| shapes.of(Type::Id(rpc.types[name])));
        // A stub imports only the functions that it calls.
        let [answer, sent, asked] =
            ["wasm-rpc.invoke-and-await", "wasm-rpc.invoke", "future-invoke-result.get"].map(|method| {
                let function = rpc.functions.get(&format!("[method]{method}"))?;
                function.result.map(|ty| shapes.of(ty))
            });
        let answer = answer.expect("every stub can wait for an answer");
        let payload_of = |shape| shapes.cases(shape).1.payload;
        let same_error = sent.is_none_or(|sent| payload_of(sent) == payload_of(answer));
        assert!(same_error, "every result of a call holds its error at the same offset");
        let fits = shapes.layout(asked.unwrap_or(answer)).size <= HEADS - ANSWER;
        assert!(fits, "the result of every call fits");
        let payload = payload_of(node);
        let case = |name: &str| {
            let position = nodes.iter().position(|node| node == name).expect("`golem:rpc` has this node");
            shapes.cases(node).1.cases[position].expect("this node has a payload")
        };
        let second = |tuple: TypeShape| shapes.fields(tuple)[1];
        let (variant, result) = (second(case("variant-value")), case("result-value"));
        let some = shapes.cases(result).1.cases[0].expect("`result-value` has a payload");
        let at = |is_some: u32, option| CaseOffsets { is_some, index: is_some + payload_of(option) };
        Self {
            node: shapes.layout(node).size,
            payload,
            length: index(sizes.size(&Type::String).size_wasm32()) / 2,
            variant: at(payload + variant.offset, variant.shape),
            option: at(payload, case("option-value")),
            result: at(payload + payload_of(result), some),
            handle_id: payload + second(case("handle")).offset,
            answer: payload_of(answer),
            future_result_offset: asked.map_or(0, payload_of),
            error_size: shapes.layout(error).size,
            error_text: payload_of(error),
            value: shapes.layout(value).size,
            errors: names("rpc-error"),
            nodes,
        }
    }

    pub(super) fn case(&self, node: CasesNode) -> CaseOffsets {
        match node {
            CasesNode::Variant => self.variant,
            CasesNode::Option => self.option,
            CasesNode::Result => self.result,
        }
    }

    /// The discriminant of a kind of node.
    pub(super) fn tag(&self, node: &str) -> u32 {
        index(self.nodes.iter().position(|name| name == node).expect("`golem:rpc` has this node"))
    }

    /// The discriminant of a kind of `rpc-error`.
    pub(super) fn error(&self, error: &str) -> u32 {
        index(self.errors.iter().position(|name| name == error).expect("`golem:rpc` has this error"))
    }

    /// The discriminant that marks a node of an answer as read: the first that no kind of node has.
    pub(super) fn read_tag(&self) -> u32 {
        u32::from(u8::try_from(self.nodes.len()).expect("a byte can tell the kinds of nodes, and one more"))
    }
}
