//! The part of WASI that stubs call: stderr, whose text is recorded. A native stub needs a few functions of WASI 0.2.0. A
//! standard library needs more to write the same text, and gets it in every version that a component imports.

use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Component, ComponentType, Linker, LinkerInstance, Lower, Resource, ResourceType};

use super::{Context, POLL, Pollable, State, define_poll, define_pollable};

/// The standard error of WASI 0.2.0, and what that needs.
const STDERR: [&str; 3] = ["wasi:io/error@0.2.0", "wasi:io/streams@0.2.0", "wasi:cli/stderr@0.2.0"];

/// How many bytes a stream takes at once.
const MAX_WRITE: usize = 4096;

/// A stream to the standard error, or to the standard output.
struct OutputStream {
    is_stderr: bool,
}

struct InputStream;
struct Descriptor;
struct Terminal;
struct IoError;

#[derive(ComponentType, Lower)]
#[component(variant)]
enum StreamError {
    #[component(name = "last-operation-failed")]
    #[expect(dead_code, reason = "the type has this case")]
    LastOperationFailed(Resource<IoError>),
    #[component(name = "closed")]
    #[expect(dead_code, reason = "the type has this case")]
    Closed,
}

/// Offers what a native stub reports errors with, and nothing else.
pub(super) fn define_stderr(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    for name in STDERR {
        let mut instance = linker.instance(name)?;
        match name.split('@').next() {
            Some("wasi:io/error") => define_error(&mut instance)?,
            Some("wasi:io/streams") => {
                define_error(&mut instance)?;
                define_stream(&mut instance)?;
                instance.func_wrap("[method]output-stream.blocking-write-and-flush", write)?;
            }
            _ => {
                define_stream(&mut instance)?;
                define_output(&mut instance, "get-stderr", true)?;
            }
        }
    }
    Ok(())
}

/// Offers to a component what its standard library writes with, in the versions that it asks for.
pub(super) fn define_for(linker: &mut Linker<State>, component: &Component) -> wasmtime::Result<()> {
    linker.allow_shadowing(true);
    let ty = component.component_type();
    for (name, item) in ty.imports(component.engine()) {
        let ComponentItem::ComponentInstance(instance) = item.ty else { continue };
        let has = |resource: &str| {
            let exported = instance.get_export(component.engine(), resource);
            exported.is_some_and(|item| matches!(item.ty, ComponentItem::Resource(_)))
        };
        let mut linked = linker.instance(name)?;
        let interface = name.split('@').next().unwrap_or(name);
        if interface == "wasi:io/poll" {
            if name != POLL {
                define_poll(&mut linked)?;
            }
            continue;
        }
        if has("pollable") {
            define_pollable(&mut linked)?;
        }
        if has("output-stream") {
            define_stream(&mut linked)?;
        }
        if has("error") {
            define_error(&mut linked)?;
        }
        if has("input-stream") {
            linked.resource("input-stream", ResourceType::host::<InputStream>(), |_, _| Ok(()))?;
        }
        if has("descriptor") {
            linked.resource("descriptor", ResourceType::host::<Descriptor>(), |_, _| Ok(()))?;
        }
        for terminal in ["terminal-input", "terminal-output"] {
            if has(terminal) {
                linked.resource(terminal, ResourceType::host::<Terminal>(), |_, _| Ok(()))?;
            }
        }
        define_functions(interface, &mut linked)?;
    }
    Ok(())
}

fn define_functions(interface: &str, instance: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    type NoTerminal = (Option<Resource<Terminal>>,);
    let mut no_terminal =
        |name: &str| instance.func_wrap(name, |_: Context<'_>, (): ()| -> wasmtime::Result<NoTerminal> { Ok((None,)) });
    match interface {
        "wasi:cli/terminal-stdin" => no_terminal("get-terminal-stdin"),
        "wasi:cli/terminal-stdout" => no_terminal("get-terminal-stdout"),
        "wasi:cli/terminal-stderr" => no_terminal("get-terminal-stderr"),
        "wasi:cli/stdout" => define_output(instance, "get-stdout", false),
        "wasi:cli/stderr" => define_output(instance, "get-stderr", true),
        "wasi:cli/stdin" => instance
            .func_wrap("get-stdin", |mut store: Context<'_>, (): ()| Ok((store.data_mut().table.push(InputStream)?,))),
        "wasi:filesystem/preopens" => instance
            .func_wrap("get-directories", |_: Context<'_>, (): ()| Ok((Vec::<(Resource<Descriptor>, String)>::new(),))),
        "wasi:cli/environment" => {
            instance.func_wrap("get-arguments", |_: Context<'_>, (): ()| Ok((Vec::<String>::new(),)))?;
            instance.func_wrap("get-environment", |_: Context<'_>, (): ()| Ok((Vec::<(String, String)>::new(),)))
        }
        "wasi:io/streams" => {
            instance.func_wrap("[method]output-stream.blocking-write-and-flush", write)?;
            instance.func_wrap("[method]output-stream.write", write)?;
            instance.func_wrap(
                "[method]output-stream.check-write",
                |_: Context<'_>, (_,): (Resource<OutputStream>,)| {
                    Ok((Result::<u64, StreamError>::Ok(MAX_WRITE as u64),))
                },
            )?;
            instance.func_wrap("[method]output-stream.subscribe", subscribe)?;
            instance
                .func_wrap("[method]output-stream.blocking-flush", |_: Context<'_>, (_,): (Resource<OutputStream>,)| {
                    Ok((Result::<(), StreamError>::Ok(()),))
                })
        }
        _ => Ok(()),
    }
}

type WriteParams = (Resource<OutputStream>, Vec<u8>);

fn write(mut store: Context<'_>, (stream, text): WriteParams) -> wasmtime::Result<(Result<(), StreamError>,)> {
    wasmtime::ensure!(text.len() <= MAX_WRITE, "the host takes {MAX_WRITE} bytes at once");
    let state = store.data_mut();
    if state.table.get(&stream)?.is_stderr {
        state.stderr.extend(text);
    }
    Ok((Ok(()),))
}

fn subscribe(mut store: Context<'_>, (_,): (Resource<OutputStream>,)) -> wasmtime::Result<(Resource<Pollable>,)> {
    let state = store.data_mut();
    state.pollables += 1;
    Ok((state.table.push(Pollable::Stream)?,))
}

fn define_output(instance: &mut LinkerInstance<'_, State>, name: &str, is_stderr: bool) -> wasmtime::Result<()> {
    instance.func_wrap(name, move |mut store: Context<'_>, (): ()| {
        Ok((store.data_mut().table.push(OutputStream { is_stderr })?,))
    })
}

fn define_error(instance: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    instance.resource("error", ResourceType::host::<IoError>(), |_, _| Ok(()))
}

fn define_stream(instance: &mut LinkerInstance<'_, State>) -> wasmtime::Result<()> {
    instance.resource("output-stream", ResourceType::host::<OutputStream>(), |_, _| Ok(()))
}
