//! The stub that a command replaces: the call style that is kept, and the note about what changes.
//!
//! The call style of a stub decides what a call means, so it changes only if the user says so. A stub that this program made
//! keeps its style silently. The original tool made async stubs since version 0.0.32, without a flag (ADR 0023).

use std::fs;
use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_files::{OWNERSHIP_FILE, is_marked};
use wasm_rpc_stubgen_model::{
    CallStyle, Diagnostic, Features, Location, StubApi, StubStyle, WitContent, WitPackage, load, load_file,
    read_folder, read_source, stub_file, stub_interface,
};
use wit_parser::{InterfaceId, Resolve};

use crate::{Event, Input};

/// The target of a stub that replaces another one.
#[derive(Debug, Clone, Copy)]
pub struct StubTarget<'a> {
    /// Its WIT.
    pub source: &'a Input,
    /// Its world; `None` if it has only one.
    pub world: Option<&'a str>,
    /// The feature gates of its WIT that are open.
    pub features: &'a Features,
}

/// The call style of a stub if the user chooses none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InheritedStyle {
    /// The file of the stub that is replaced, if its style is known.
    pub file: Option<PathBuf>,
    /// The style of the stub that is replaced, or [`CallStyle::Sync`].
    pub call_style: CallStyle,
    /// Whether the stub that is replaced is an async one of the original tool.
    pub is_of_original: bool,
    /// What the user should know about it once the stub is written.
    pub message: Option<Diagnostic>,
}

/// The call style of a stub of `target` in the directory `wit_root` if the user chooses none.
pub fn inherited_call_style(wit_root: &Path, target: &StubTarget<'_>) -> InheritedStyle {
    let inherited = |file: Option<PathBuf>, call_style, message: Option<Diagnostic>| InheritedStyle {
        file,
        call_style,
        is_of_original: false,
        message,
    };
    let Some(file) = stub_file(wit_root) else {
        return inherited(None, CallStyle::Sync, None);
    };
    let location = Location::from(&*file);
    let at = |message: Diagnostic| Some(message.at(location.clone()));
    // Other files in the directory make no difference.
    let Ok(stub) = read_source(&file) else {
        return inherited(None, CallStyle::Sync, at(undecided()));
    };
    let message = match style(&stub.main, target) {
        None | Some(StubStyle::Uniform(CallStyle::Sync)) => return inherited(Some(file), CallStyle::Sync, None),
        Some(_) if is_ours(wit_root) => return inherited(Some(file), CallStyle::Async, None),
        Some(StubStyle::Uniform(CallStyle::Async)) => at(kept()),
        Some(StubStyle::Mixed) => at(mixed()),
    };
    InheritedStyle { is_of_original: true, ..inherited(Some(file), CallStyle::Async, message) }
}

fn kept() -> Diagnostic {
    let note = "the stub that is replaced has `blocking-` functions, as the original tool makes them: the call style `async` is \
                kept";
    Diagnostic::note(note).hint("`--call-style sync` makes every function wait, under its own name")
}

fn mixed() -> Diagnostic {
    let warning = "the stub that is replaced has `blocking-` functions only for functions without a result; the new stub has \
                   the call style `async`";
    Diagnostic::warning(warning)
        .hint("call functions with a result as `blocking-…`: without it, they return a future now")
}

fn undecided() -> Diagnostic {
    let warning = "the stub that is replaced cannot be read, so its call style is unknown";
    let hint =
        "pass `--call-style async` if callers use `blocking-` functions or futures of it, else `--call-style sync`";
    Diagnostic::warning(warning).hint(hint)
}

/// The style of the stub; `None` if the package is none.
fn style(stub: &WitPackage, target: &StubTarget<'_>) -> Option<StubStyle> {
    let WitContent::Text(group) = &stub.content else {
        return None;
    };
    let StubTarget { source, world, features } = target;
    StubStyle::of_package(&group.main, || match source {
        // If it does not load, there is no stub.
        Input::Path(path) => load(path, *world, features).ok(),
        Input::Content { name, bytes } => load_file(name, bytes.clone(), *world, features).ok(),
    })
}

/// Whether this program made the stub in a directory of WIT: the package, or the crate around it.
fn is_ours(wit_root: &Path) -> bool {
    let folder = wit_root.join("..");
    let is_marked = fs::read(folder.join("Cargo.toml")).is_ok_and(|manifest| is_marked(&manifest));
    is_marked || [wit_root, &folder].iter().any(|folder| folder.join(OWNERSHIP_FILE).is_file())
}

/// Reports how the API of the stub with this `interface` differs from that of the stub which it replaces in `wit_root`.
pub(crate) fn report_changes(
    wit_root: &Path,
    stub: &Resolve,
    interface: InterfaceId,
    report: &mut dyn FnMut(Event<'_>),
) {
    let changes = || {
        let file = stub_file(wit_root)?;
        let folder = read_folder(wit_root).ok()?;
        let packages = wasm_rpc_stubgen_model::resolve(&folder.main, &folder.dependencies, &Features::All);
        let (resolve, package) = packages.ok()?;
        let previous = StubApi::of(&resolve, stub_interface(&resolve, package)?)?;
        let changes = StubApi::of(stub, interface)?.changes_since(&previous)?;
        Some(changes.at(&*file))
    };
    if let Some(changes) = changes() {
        report(Event::Diagnostic(&changes));
    }
}
