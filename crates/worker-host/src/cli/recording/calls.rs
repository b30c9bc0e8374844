//! The calls of a run, in the order of time, and their texts in a diagram.

use std::time::Duration;

use worker_host::{TracedCall, readable};

/// One call.
#[derive(Debug)]
pub(super) struct RecordedCall {
    pub(super) call: TracedCall,
    pub(super) start: Duration,
    /// None while it runs.
    pub(super) end: Option<(Duration, End)>,
}

#[derive(Debug)]
pub(super) enum End {
    Returned(String),
    Failed(String),
    Cancelled,
}

/// What happens between two workers at a time.
pub(super) enum Event<'a> {
    Start(&'a RecordedCall),
    End(&'a RecordedCall, Duration, &'a End),
}

/// The workers in the order in which they appear.
pub(super) fn workers(calls: &[RecordedCall]) -> Vec<String> {
    let mut workers: Vec<String> = Vec::new();
    for name in calls.iter().flat_map(|recorded| [recorded.call.caller.to_string(), recorded.call.callee.clone()]) {
        if !workers.contains(&name) {
            workers.push(name);
        }
    }
    workers
}

/// Starts and ends in the order of time.
pub(super) fn events(calls: &[RecordedCall]) -> Vec<Event<'_>> {
    let mut events: Vec<(Duration, Event<'_>)> = Vec::new();
    for recorded in calls {
        events.push((recorded.start, Event::Start(recorded)));
        if let Some((time, end)) = &recorded.end {
            events.push((*time, Event::End(recorded, *time, end)));
        }
    }
    events.sort_by_key(|(time, _)| *time);
    events.into_iter().map(|(_, event)| event).collect()
}

/// `f(1, 2)`
pub(super) fn call_text(call: &TracedCall) -> String {
    format!("{}({})", call.function, call.arguments.join(", "))
}

/// The same without the function's package: `shelf.{put}(1, 2)`
pub(super) fn short_call_text(call: &TracedCall) -> String {
    let function = call.function.split_once('/').map_or(call.function.as_str(), |(_, function)| function);
    format!("{function}({})", call.arguments.join(", "))
}

/// The result, with the time that the call took.
pub(super) fn end_text(recorded: &RecordedCall, time: Duration, end: &End) -> String {
    let end = match end {
        End::Returned(value) => value,
        End::Failed(error) => error,
        End::Cancelled => "cancelled",
    };
    format!("{end}  ({})", readable(time.saturating_sub(recorded.start)))
}

/// The start of a text that is long.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// Two calls, the second of which fails.
#[cfg(test)]
pub(super) fn sample() -> Vec<RecordedCall> {
    let call = |number, depth, caller: &str, callee: &str| TracedCall {
        number,
        depth,
        caller: worker_host::WorkerId::parse_short(caller).unwrap(),
        callee: callee.to_owned(),
        mode: worker_host::CallMode::Await,
        function: "p:q/i.{f}".to_owned(),
        arguments: vec!["\"<b>;#\"".to_owned()],
    };
    let time = Duration::from_millis;
    vec![
        RecordedCall {
            call: call(0, 0, "a/x", "b/y"),
            start: time(1),
            end: Some((time(9), End::Returned("1".into()))),
        },
        RecordedCall {
            call: call(1, 1, "b/y", "c/z"),
            start: time(2),
            end: Some((time(5), End::Failed("denied: why".into()))),
        },
    ]
}
