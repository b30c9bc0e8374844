//! The expected host calls of a function, and their comparison with the recorded ones.

use super::answers::{Fate, Reply};
use super::handles::Wire;
use super::nodes::parents_first;
use super::{Arguments, Driver, LOCATION};
use crate::fake_host::Event;
use crate::values::same;
use wasm_rpc_stubgen_model::{Call, Function, FunctionKind, Route};
use worker_host::value::from_wire;

impl Driver<'_> {
    /// What must have happened when the call returns; `future` is the number of the future that it may make.
    pub(super) fn expected_events(
        &self,
        model: &Function,
        arguments: &Arguments,
        reply: &Reply,
        fate: &Fate,
        future: usize,
    ) -> Vec<Event> {
        let mut events = Vec::new();
        let connects = matches!(model.kind, FunctionKind::Constructor | FunctionKind::Static(Route::Location));
        if connects {
            events.push(Event::Connect { uri: LOCATION.into() });
        }
        let (uri, function, parameters) = (arguments.uri.clone(), model.remote.to_string(), Vec::new());
        events.push(match model.call {
            Call::Blocking => Event::Invoke { uri, function, parameters },
            Call::Send => Event::Send { uri, function, parameters },
            Call::Future(_) => Event::AsyncInvoke { future, uri, function, parameters },
        });
        events.extend(arguments.given.iter().rev().map(|given| Event::Disconnect { uri: given.uri.clone() }));
        let keeps = self.constructs_plainly(model) && matches!(fate, Fate::Answered);
        if !keeps {
            if model.call == Call::Blocking {
                events.extend(connected(reply));
            }
            events.extend(connects.then(|| Event::Disconnect { uri: LOCATION.into() }));
        }
        events
    }

    /// Compares events; the parameters of invocations by their values, whatever the order of their nodes.
    pub(super) fn compare_events(&mut self, name: &str, actual: &[Event], expected: &[Event], arguments: &Arguments) {
        let actual_events: Vec<_> = actual.iter().map(|event| event.clone().without_parameters()).collect();
        assert_eq!(actual_events, expected, "{name}");
        let parameters = actual.iter().find_map(Event::parameters).expect("each call invokes");
        assert_eq!(parameters.len(), arguments.crossing.len(), "{name} has one value per parameter");
        for (parameter, (ty, expected)) in parameters.iter().zip(&arguments.crossing) {
            assert!(parents_first(parameter), "{name} writes parents before their children");
            let mut wire = Wire { handles: &mut self.handles, worker: None, made: Vec::new() };
            let actual = from_wire(parameter, ty, &mut wire).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(same(&actual, expected), "{name} passed {actual:?} instead of {expected:?}");
        }
    }
}

/// The connections of the handles in an answer.
pub(super) fn connected(reply: &Reply) -> impl Iterator<Item = Event> {
    reply.made.iter().map(|(_, remote)| Event::Connect { uri: remote.uri.clone() })
}
