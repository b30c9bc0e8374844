//! The calls of a run as one page of HTML that needs nothing else: a sequence diagram in SVG, and a table.

use super::calls::{End, Event, RecordedCall, call_text, end_text, events, short, short_call_text, workers};
use worker_host::{CallMode, escape_control, readable};

const COLUMN: usize = 260;
const ROW: usize = 34;
const TOP: usize = 70;
const LABEL: usize = 33;

const STYLE: &str = "\
body { font: 14px system-ui, sans-serif; margin: 24px; color: #1c2733; background: #fff }\n\
h1 { font-size: 20px } svg { font: 12px ui-monospace, monospace }\n\
.life { stroke: #c4ccd6 } .call { stroke: #2456a6 } .end { stroke: #5b7a5b; stroke-dasharray: 5 3 }\n\
.failed { stroke: #b3261e; stroke-dasharray: 5 3 } text { fill: #1c2733 } .failed-text { fill: #b3261e }\n\
table { border-collapse: collapse; margin-top: 24px } td, th { border-bottom: 1px solid #dde3ea; padding: 4px 12px; text-align: left; vertical-align: top }\n\
td { font-family: ui-monospace, monospace; font-size: 12px; white-space: nowrap }\n\
td:nth-last-child(-n+2) { white-space: normal; overflow-wrap: anywhere }\n";

/// The page.
pub(super) fn page(calls: &[RecordedCall]) -> String {
    let (diagram, rows) = (diagram(calls), calls.iter().map(row).collect::<String>());
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Calls between workers</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>Calls between workers: {}</h1>\n{diagram}\
         <table>\n<tr><th>#</th><th>start</th><th>time</th><th>caller</th><th>callee</th><th>call</th><th>result</th></tr>\n\
         {rows}</table>\n</body>\n</html>\n",
        calls.len()
    )
}

fn diagram(calls: &[RecordedCall]) -> String {
    let (workers, events) = (workers(calls), events(calls));
    let x = |name: &str| {
        let column = workers.iter().position(|worker| worker == name).unwrap_or_default();
        COLUMN / 2 + column * COLUMN
    };
    let (width, height) = (workers.len().max(1) * COLUMN, TOP + (events.len() + 1) * ROW);
    let mut svg = format!(
        "<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
         <path d=\"M0 0L8 4L0 8z\" fill=\"#1c2733\"/></marker></defs>\n"
    );
    for worker in &workers {
        let (x, name) = (x(worker), safe(&short(worker, 32)));
        svg += &format!(
            "<line class=\"life\" x1=\"{x}\" y1=\"40\" x2=\"{x}\" y2=\"{height}\"/>\n\
             <text x=\"{x}\" y=\"26\" text-anchor=\"middle\" font-weight=\"bold\">{name}</text>\n"
        );
    }
    for (number, event) in events.iter().enumerate() {
        let y = TOP + number * ROW;
        svg += &match event {
            Event::Start(RecordedCall { call, .. }) => {
                let mark = match call.mode {
                    CallMode::Await => "",
                    CallMode::Forget => " (not awaited)",
                    CallMode::Async => " (async)",
                };
                arrow(x(&call.caller.to_string()), x(&call.callee), y, "call", &(short_call_text(call) + mark))
            }
            Event::End(recorded, time, end) => {
                let class = if matches!(end, End::Returned(_)) { "end" } else { "failed" };
                let text = end_text(recorded, *time, end);
                arrow(x(&recorded.call.callee), x(&recorded.call.caller.to_string()), y, class, &text)
            }
        };
    }
    svg + "</svg>\n"
}

/// An arrow with a text above it, whose whole length is shown under the pointer.
fn arrow(from: usize, to: usize, y: usize, class: &str, text: &str) -> String {
    let (label, title) = (safe(&short(text, LABEL)), safe(text));
    let text_class = if class == "failed" { " class=\"failed-text\"" } else { "" };
    let (path, middle) = if from == to {
        (format!("M{from} {y}h30v12h-30"), from + 110)
    } else {
        (format!("M{from} {y}H{to}"), usize::midpoint(from, to))
    };
    let above = y - 6;
    format!(
        "<g><title>{title}</title><path class=\"{class}\" d=\"{path}\" fill=\"none\" marker-end=\"url(#tip)\"/>\
         <text{text_class} x=\"{middle}\" y=\"{above}\" text-anchor=\"middle\">{label}</text></g>\n"
    )
}

fn row(recorded: &RecordedCall) -> String {
    let RecordedCall { call, start, end } = recorded;
    let (time, result) = match end {
        Some((end, End::Returned(value))) => (readable(end.saturating_sub(*start)), value.clone()),
        Some((end, End::Failed(error))) => (readable(end.saturating_sub(*start)), error.clone()),
        Some((_, End::Cancelled)) => (String::new(), "cancelled".to_owned()),
        None => (String::new(), "…".to_owned()),
    };
    let cells = [
        call.number.to_string(),
        readable(*start),
        time,
        call.caller.to_string(),
        call.callee.clone(),
        call_text(call),
        result,
    ];
    let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", safe(cell))).collect();
    format!("<tr>{cells}</tr>\n")
}

/// Text for HTML.
fn safe(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    escape_control(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_needs_nothing_else() {
        let page = page(&super::super::calls::sample());
        for reference in ["http:", "https:", "src=", "@import", "<script", "<link"] {
            assert!(!page.contains(reference), "{reference}");
        }
        assert!(!page.contains("<b>") && page.contains("&lt;b&gt;"));
        assert_eq!(page.matches("<g>").count(), 4, "two starts and two ends");
        for opened in ["svg", "table", "html", "body", "g", "tr", "text"] {
            let (opening, closing) = (format!("<{opened}"), format!("</{opened}>"));
            let opens = page.match_indices(&opening);
            let opens = opens.filter(|(at, _)| !page[at + opening.len()..].starts_with(char::is_alphanumeric));
            assert_eq!(opens.count(), page.matches(&closing).count(), "{opened}");
        }
    }
}
