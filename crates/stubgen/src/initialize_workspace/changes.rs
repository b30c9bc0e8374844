//! What a run takes away from the flow that is there, as warnings before anything is written.

use std::collections::BTreeSet;

use wasm_rpc_stubgen_edit::settings::{Settings, StubBuilder};
use wasm_rpc_stubgen_model::{Diagnostic, quoted};

use super::options::{InitializeWorkspaceOptions, WorkspaceGoal};
use super::previous::PreviousFlow;
use super::workspace::Workspace;

/// Settings whose change is no loss, or not one of the stubs.
const HARMLESS: [&str; 3] = ["wasm-rpc-path-override", "wasm-rpc-version-override", "add-import"];

/// The warnings and notes of a run that leads to the settings `wanted`, or to none.
pub(super) fn diagnostics(
    workspace: &Workspace,
    previous: &PreviousFlow,
    options: &InitializeWorkspaceOptions,
    wanted: Option<&Settings>,
    unused_stubs: &[String],
) -> Vec<Diagnostic> {
    let (kept, made) = (workspace.settings.as_ref(), &previous.settings);
    let mut diagnostics = match wanted {
        None if kept.is_none() && workspace.makefile.ours().is_empty() => {
            vec![Diagnostic::note("found no settings and no tasks of wasm-rpc-stubgen to remove")]
        }
        None => Vec::new(),
        Some(_) if kept.is_none_or(|kept| kept.links.is_none()) && made.links.is_some() => {
            vec![Diagnostic::note(TAKEN_OVER)]
        }
        Some(_) => Vec::new(),
    };
    diagnostics.extend(ended_links(previous, wanted));
    if !unused_stubs.is_empty() {
        let message = format!("removing the stubs {} and their tasks", quoted(unused_stubs, ", "));
        diagnostics.push(Diagnostic::warning(message));
    }
    if let Some(wanted) = wanted.filter(|wanted| wanted.links.is_some() && made.links.is_some()) {
        diagnostics.extend(changed_settings(made, wanted));
    }
    diagnostics.extend(wanted.and_then(|wanted| without_effect(options, wanted)));
    diagnostics
}

const TAKEN_OVER: &str = "the links and flags of the tasks in `Makefile.toml` become settings in `Cargo.toml`, \
                          `[workspace.metadata.wasm-rpc-stubgen]`";

fn ended_links(previous: &PreviousFlow, wanted: Option<&Settings>) -> Option<Diagnostic> {
    let remaining: BTreeSet<_> = wanted.into_iter().flat_map(Settings::pairs).collect();
    let ended: Vec<_> = previous.settings.pairs().filter(|link| !remaining.contains(link)).collect();
    let links: Vec<String> = ended.iter().map(|(caller, target)| format!("`{caller}` to `{target}`")).collect();
    let callers: BTreeSet<&String> = ended.iter().map(|(caller, _)| *caller).collect();
    let warning = || {
        let hint = format!("the stubs' WIT stays in `deps` of {}: the code may use it", quoted(&callers, ", "));
        Diagnostic::warning(format!("removing the links from {}", links.join(", "))).hint(hint)
    };
    (!links.is_empty()).then(warning)
}

fn changed_settings(before: &Settings, after: &Settings) -> Vec<Diagnostic> {
    let entries = before.entries().into_iter().zip(after.entries());
    let changed = entries.filter(|(before, after)| before != after && !HARMLESS.contains(&before.key));
    let warning = |key: &str, before: &str, after: &str| {
        let message = format!("`{key}` changes from `{before}` to `{after}`: all stubs change");
        Diagnostic::warning(message)
    };
    changed.map(|(before, after)| warning(before.key, &before.value.to_string(), &after.value.to_string())).collect()
}

/// The note about flags that the native builder does not use.
fn without_effect(options: &InitializeWorkspaceOptions, wanted: &Settings) -> Option<Diagnostic> {
    let WorkspaceGoal::Update(change) = &options.goal else {
        return None;
    };
    let is_unused = change.settings.wasm_rpc.is_some() && wanted.builder == Some(StubBuilder::Native);
    is_unused
        .then(|| Diagnostic::note("the native builder does not use `golem-wasm-rpc`; the override is kept for `cargo`"))
}
