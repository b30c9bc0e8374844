//! How `golem:rpc/types` lies in memory: every number comes from the WIT by the canonical ABI of `wit-parser`.

use super::code::index;
use super::memory_map::{ANSWER, HEADS};
use super::shape::CasesNode;
use stubgen_model::rpc_interface;
use wit_parser::{Interface, Resolve, SizeAlign, Type, TypeDefKind, TypeId, Variant};

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
    /// The byte that tells whether there is a payload.
    pub is_some: u32,
    /// The index of the payload's node.
    pub index: u32,
}

impl Host {
    pub(super) fn new(resolve: &Resolve, sizes: &SizeAlign) -> Self {
        let rpc = &resolve.interfaces[rpc_interface(resolve)];
        let node = rpc.types["wit-node"];
        let cases = variant(resolve, node);
        let payload_of = |id| payload_offset(resolve, sizes, id);
        let payload = payload_of(node);
        let case = |name: &str| {
            let case = cases.cases.iter().find(|case| case.name == name);
            id(case.and_then(|case| case.ty).expect("`golem:rpc` has this node"))
        };
        let fields = |id: TypeId| match &resolve.types[id].kind {
            TypeDefKind::Tuple(tuple) => tuple.types.clone(),
            _ => panic!("`golem:rpc` has a tuple here"),
        };
        let second = |of: TypeId| {
            let types = fields(of);
            let offset = sizes.field_offsets(&types)[1].0.size_wasm32();
            (index(offset), types[1])
        };
        let (variant_option, variant_ty) = second(case("variant-value"));
        let TypeDefKind::Result(result) = &resolve.types[case("result-value")].kind else {
            panic!("`golem:rpc` has a result here")
        };
        let result_option = payload_of(case("result-value"));
        let option_in_result = payload_of(id(result.ok.expect("`result-value` has a payload")));
        let answer = result_of(rpc, "[method]wasm-rpc.invoke-and-await").expect("every stub can wait for an answer");
        let future_result_offset = result_of(rpc, "[method]future-invoke-result.get");
        let same_error =
            result_of(rpc, "[method]wasm-rpc.invoke").is_none_or(|sent| payload_of(sent) == payload_of(answer));
        assert!(same_error, "what a call gives holds its error at one place, whether or not there is an answer");
        let largest = future_result_offset.unwrap_or(answer);
        let fits = index(sizes.size(&Type::Id(largest)).size_wasm32()) <= HEADS - ANSWER;
        assert!(fits, "there is room for the result of every call");
        let error = rpc.types["rpc-error"];
        let pointer = index(sizes.size(&Type::String).size_wasm32()) / 2;
        Self {
            node: index(sizes.size(&Type::Id(node)).size_wasm32()),
            payload,
            length: pointer,
            variant: CaseOffsets {
                is_some: payload + variant_option,
                index: payload + variant_option + payload_of(id(variant_ty)),
            },
            option: CaseOffsets { is_some: payload, index: payload + payload_of(case("option-value")) },
            result: CaseOffsets { is_some: payload + result_option, index: payload + result_option + option_in_result },
            handle_id: payload + second(case("handle")).0,
            answer: payload_of(answer),
            future_result_offset: future_result_offset.map_or(0, payload_of),
            error_size: index(sizes.size(&Type::Id(error)).size_wasm32()),
            error_text: payload_of(error),
            value: index(sizes.size(&Type::Id(rpc.types["wit-value"])).size_wasm32()),
            errors: variant(resolve, error).cases.iter().map(|case| case.name.clone()).collect(),
            nodes: cases.cases.iter().map(|case| case.name.clone()).collect(),
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
        let position = self.nodes.iter().position(|name| name == node);
        index(position.expect("`golem:rpc` has this node"))
    }

    /// The discriminant of a kind of `rpc-error`.
    pub(super) fn error(&self, error: &str) -> u32 {
        let position = self.errors.iter().position(|name| name == error);
        index(position.expect("`golem:rpc` has this error"))
    }

    /// The discriminant that marks a node of an answer as read: the first that no kind of node has.
    pub(super) fn read_tag(&self) -> u32 {
        u32::from(u8::try_from(self.nodes.len()).expect("a byte can tell the kinds of nodes, and one more"))
    }
}

/// The type that a function results in, unless the stub has no use for that function.
fn result_of(interface: &Interface, function: &str) -> Option<TypeId> {
    interface.functions.get(function).and_then(|function| function.result).map(id)
}

fn id(ty: Type) -> TypeId {
    match ty {
        Type::Id(id) => id,
        _ => panic!("`golem:rpc` has a definition here"),
    }
}

fn variant(resolve: &Resolve, id: TypeId) -> &Variant {
    match &resolve.types[id].kind {
        TypeDefKind::Variant(variant) => variant,
        _ => panic!("`golem:rpc` has a variant here"),
    }
}

/// Offset of the payload of a variant, option or result.
fn payload_offset(resolve: &Resolve, sizes: &SizeAlign, id: TypeId) -> u32 {
    let offset = match &resolve.types[id].kind {
        TypeDefKind::Variant(variant) => {
            sizes.payload_offset(variant.tag(), variant.cases.iter().map(|case| case.ty.as_ref()))
        }
        TypeDefKind::Option(ty) => sizes.payload_offset(wit_parser::Int::U8, [None, Some(ty)]),
        TypeDefKind::Result(result) => {
            sizes.payload_offset(wit_parser::Int::U8, [result.ok.as_ref(), result.err.as_ref()])
        }
        _ => panic!("`golem:rpc` has cases here"),
    };
    index(offset.size_wasm32())
}
