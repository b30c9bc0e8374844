//! A worker's answer to a call, and the result that the stub's function must return for it.

use super::Driver;
use super::handles::{Known, Remote, Wire};
use super::nodes::shuffled;
use crate::values::{Generator, Rng, Style};
use wasm_rpc_stubgen_model::{Call, Function, FunctionKind, RpcErrors, canonical};
use wasmtime::component::{ResourceType, Type, Val};
use wit_parser::{Type as WitType, TypeDefKind};
use worker_host::RpcError;
use worker_host::value::{WitValue, from_wire, to_wire};

/// What becomes of a call.
#[derive(Debug, Clone)]
pub(super) enum Fate {
    /// It is answered.
    Answered,
    /// It fails.
    Failed(RpcError),
    /// Its future is dropped before the answer is there.
    Dropped,
}

/// What is answered, and what comes of it.
pub(super) struct Reply {
    /// For the host.
    pub(super) answer: Result<WitValue, RpcError>,
    /// What the stub's function returns, or its future gives; with comparable handles.
    pub(super) expected: Option<Val>,
    /// The handles in it, in order.
    pub(super) made: Vec<(ResourceType, Remote)>,
}

/// A value for an answer: as nodes, as the stub gives it, and the handles in it.
type Made = (WitValue, Val, Vec<(ResourceType, Remote)>);

/// The result of the target's function, in types of the stub.
enum Answered {
    Nothing,
    Value(Type),
}

impl Driver<'_> {
    /// Makes the reply to a call; `returned` is what the stub's function returns, of a future what `get` does.
    pub(super) fn reply(&mut self, model: &Function, returned: Option<Type>, style: Style, fate: &Fate) -> Reply {
        if let Fate::Failed(error) = fate {
            let expected = Some(self.failed(error));
            return Reply { answer: Err(error.clone()), expected, made: Vec::new() };
        }
        self.seed += 1;
        let worker = self.constructs_plainly(model).then_some(super::LOCATION);
        let made = match self.answered(model.call, returned) {
            Answered::Nothing => None,
            Answered::Value(ty) => Some(self.generate(&ty, style, worker)),
        };
        let (nodes, value, made) = match made {
            Some((nodes, value, made)) => (shuffled(WitValue::answer(Some(nodes)), self.seed), Some(value), made),
            None => (WitValue::answer(None), None, Vec::new()),
        };
        Reply { answer: Ok(nodes), expected: self.succeeded(value), made }
    }

    /// Whether the target's constructor always gives a resource, so that its connection is the one that was made for
    /// the call.
    pub(super) fn constructs_plainly(&self, model: &Function) -> bool {
        model.kind == FunctionKind::Constructor && !self.is_fallible(model)
    }

    fn is_fallible(&self, model: &Function) -> bool {
        let resolve = &self.built.model.resolve;
        match model.result {
            Some(WitType::Id(id)) => matches!(resolve.types[canonical(resolve, id)].kind, TypeDefKind::Result(_)),
            _ => false,
        }
    }

    fn returns_errors(&self) -> bool {
        self.built.model.options.rpc_errors == RpcErrors::Result
    }

    /// Takes the stub's own wrapping off what a function returns.
    fn answered(&self, call: Call, returned: Option<Type>) -> Answered {
        let waited = match (call, returned) {
            (Call::Send, _) | (Call::Blocking, None) => return Answered::Nothing,
            (Call::Blocking, Some(ty)) => ty,
            (Call::Future(_), Some(Type::Option(option))) => option.ty(),
            (Call::Future(_), other) => panic!("`get` gives an option, not {other:?}"),
        };
        if !self.returns_errors() {
            return Answered::Value(waited);
        }
        let Type::Result(result) = waited else { panic!("a call that may fail gives a result") };
        result.ok().map_or(Answered::Nothing, Answered::Value)
    }

    fn generate(&mut self, ty: &Type, style: Style, worker: Option<&'static str>) -> Made {
        let mut placeholder = |_: &ResourceType, _| Some(Val::Bool(true));
        let rng = Rng::new(self.seed);
        let value = Generator { rng, style, budget: 10_000, handle: &mut placeholder }.value(ty);
        let value = value.expect("a placeholder is always there");
        let mut wire = Wire { handles: &mut self.handles, worker, made: Vec::new() };
        let nodes = to_wire(&value, ty, &mut wire).expect("a generated value has nodes");
        let made = wire.made;
        let mut ignored = Known::default();
        let mut wire = Wire { handles: &mut ignored, worker: None, made: Vec::new() };
        let expected = from_wire(&nodes, ty, &mut wire).expect("the nodes are those of the value");
        (nodes, expected, made)
    }

    /// What the stub returns when the target's function has returned `value`.
    fn succeeded(&self, value: Option<Val>) -> Option<Val> {
        match self.returns_errors() {
            true => Some(Val::Result(Ok(value.map(Box::new)))),
            false => value,
        }
    }

    /// What the stub returns when the call has failed.
    fn failed(&self, error: &RpcError) -> Val {
        assert!(self.returns_errors(), "the stub would trap");
        Val::Result(Err(Some(Box::new(error_value(error)))))
    }
}

/// An error of each kind.
pub(super) fn errors() -> [RpcError; 4] {
    [
        RpcError::Protocol("they do not understand".into()),
        RpcError::Denied(String::new()),
        RpcError::NotFound("🦀".into()),
        RpcError::RemoteInternal("it trapped\n".repeat(100)),
    ]
}

/// An error as a value of the stub.
fn error_value(error: &RpcError) -> Val {
    let (case, text) = match error {
        RpcError::Protocol(text) => ("protocol-error", text),
        RpcError::Denied(text) => ("denied", text),
        RpcError::NotFound(text) => ("not-found", text),
        RpcError::RemoteInternal(text) => ("remote-internal-error", text),
    };
    Val::Variant(case.into(), Some(Box::new(Val::String(text.clone()))))
}
