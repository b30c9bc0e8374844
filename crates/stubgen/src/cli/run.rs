//! One run of the program, from its arguments to its exit code.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use wasm_rpc_stubgen::{
    AddStubDependencyOptions, Artifact, BuildOptions, CargoColor, CargoOptions, CargoVerbosity, Change, ComposeMode,
    ComposeOptions, ComposeOutcome, Diagnostic, Event, FlowOptions, GenerateOptions, Import,
    InitializeWorkspaceOptions, ManifestUpdate, Network, Overwrite, SettingsChange, StubOptions, StubTarget,
    ToolCommand, Unresolved, WorkspaceGoal, inherited_call_style,
};

use crate::arguments::{AddStubDependencyArguments, BuildArguments, Cli, Command, ComposeArguments, GenerateArguments};
use crate::next::{self, Next};
use crate::output::Output;
use crate::output_arguments::Messages;
use crate::stdio::CommandLineError;
use crate::stub_arguments::{Builder, ShapeArguments};
use crate::workspace_arguments::{FlowArguments, InitializeWorkspaceArguments};
use crate::{pages, stdio, usage};

/// Runs the command that the process's arguments ask for.
pub fn run(words: Vec<OsString>, messages: Messages) -> ExitCode {
    let cli = match Cli::from_words(words) {
        Ok(cli) => cli,
        Err(error) => return usage::print(&error, messages),
    };
    let mut output = Output::new(messages, &cli.verbosity);
    let result = dispatch(cli, &mut output);
    output.finish(result.map(|next| next.filter(|_| next::is_wanted())).map_err(|error| diagnostics(&error)))
}

/// The diagnostics of `error`.
fn diagnostics(error: &anyhow::Error) -> Vec<Diagnostic> {
    match (error.downcast_ref::<wasm_rpc_stubgen::Error>(), error.downcast_ref::<CommandLineError>()) {
        (Some(error), _) => error.diagnostics(),
        (None, Some(CommandLineError(diagnostic))) => vec![diagnostic.clone()],
        (None, None) => vec![Diagnostic::error(format!("{error:#}"))],
    }
}

/// How a run calls other programs, and is called itself.
struct Programs {
    cargo: CargoVerbosity,
    color: CargoColor,
    tool: ToolCommand,
}

/// Runs a command. Returns what comes next, if something was written.
fn dispatch(cli: Cli, output: &mut Output) -> Result<Option<Next>> {
    let programs = Programs { cargo: cli.verbosity.for_cargo(), color: cli.output.color.for_cargo(), tool: cli.tool() };
    match cli.command {
        Command::Generate(arguments) => generate(arguments, &programs, output),
        Command::Build(arguments) => build(arguments, &programs, output),
        Command::AddStubDependency(arguments) => add_stub_dependency(arguments, &programs, output),
        Command::Compose(arguments) => compose(arguments, output),
        Command::InitializeWorkspace(arguments) => initialize_workspace(*arguments, programs.tool, output),
        Command::Flow(arguments) => flow(&arguments, programs, output),
        Command::Completions { shell } => output.text(pages::completions(shell).as_bytes()).map(|()| None),
        Command::Man => {
            let pages = pages::manual().context("cannot render the manual")?;
            output.text(&pages).map(|()| None)
        }
    }
}

/// Whether a run changed one of these files.
fn has_changed(files: &[(PathBuf, Change)]) -> bool {
    files.iter().any(|(_, change)| *change != Change::Unchanged)
}

fn generate(arguments: GenerateArguments, programs: &Programs, output: &mut Output) -> Result<Option<Next>> {
    let features = arguments.features.features();
    let source = stdio::input(arguments.source_wit_root)?;
    let target = StubTarget { source: &source, world: arguments.world.as_deref(), features: &features };
    let (shape, message) = shape(&arguments.shape, &arguments.dest_crate_root.join("wit"), &target);
    let options = GenerateOptions {
        source_wit_root: source,
        world: arguments.world,
        features,
        dest_crate_root: arguments.dest_crate_root,
        shape,
        stub_crate: arguments.stub_crate.options(),
    };
    let outcome = wasm_rpc_stubgen::generate(&options, &mut |event| output.event(event))?;
    message.iter().for_each(|message| output.event(Event::Diagnostic(message)));
    let next = || Next::add_stub(&programs.tool, &options.dest_crate_root.join("wit"));
    Ok(has_changed(&outcome.files).then(next))
}

fn build(arguments: BuildArguments, programs: &Programs, output: &mut Output) -> Result<Option<Next>> {
    let builder = match arguments.builder {
        Builder::Native => {
            note_unused(&arguments.cargo_only_flags(), output);
            wasm_rpc_stubgen::Builder::Native
        }
        Builder::Cargo => wasm_rpc_stubgen::Builder::Cargo(CargoOptions {
            stub_crate: arguments.stub_crate.options(),
            network: if arguments.offline { Network::Offline } else { Network::Online },
            verbosity: programs.cargo,
            color: programs.color,
        }),
    };
    stdio::check_destination(&arguments.dest_wasm)?;
    let features = arguments.features.features();
    let source = stdio::input(arguments.source_wit_root)?;
    let target = StubTarget { source: &source, world: arguments.world.as_deref(), features: &features };
    let (shape, message) = shape(&arguments.shape, &arguments.dest_wit_root, &target);
    let options = BuildOptions {
        source_wit_root: source,
        world: arguments.world,
        features,
        dest_wasm: stdio::destination(arguments.dest_wasm),
        dest_wit_root: arguments.dest_wit_root,
        shape,
        builder,
    };
    let plan = wasm_rpc_stubgen::plan_build(&options, &mut |event| output.event(event))?;
    message.iter().for_each(|message| output.event(Event::Diagnostic(message)));
    // If stdout cannot be written, nothing else is.
    if let Some(component) = &plan.component {
        output.component(Artifact::StubComponent, component)?;
    }
    Ok(has_changed(&plan.apply()?).then(|| Next::add_stub(&programs.tool, &options.dest_wit_root)))
}

/// The shape of a stub that replaces the one in `wit_root`, and what to say when it is written.
fn shape(arguments: &ShapeArguments, wit_root: &Path, target: &StubTarget<'_>) -> (StubOptions, Option<Diagnostic>) {
    let mut message = None;
    let shape = arguments.shape(|| {
        let inherited = inherited_call_style(wit_root, target);
        message = inherited.message;
        inherited.call_style
    });
    (shape, message)
}

/// Notes flags without effect: the native builder makes no crate.
fn note_unused(flags: &[&str], output: &mut Output) {
    if flags.is_empty() {
        return;
    }
    let flags: Vec<String> = flags.iter().map(|flag| format!("`{flag}`")).collect();
    let verb = if flags.len() == 1 { "has" } else { "have" };
    let message = format!("{} {verb} no effect with the native builder, which makes no crate", flags.join(", "));
    output.event(Event::Diagnostic(&Diagnostic::note(message)));
}

fn add_stub_dependency(
    arguments: AddStubDependencyArguments,
    programs: &Programs,
    output: &mut Output,
) -> Result<Option<Next>> {
    let options = AddStubDependencyOptions {
        stub_wit_root: arguments.stub_wit_root,
        dest_wit_root: arguments.dest_wit_root,
        overwrite: if arguments.overwrite { Overwrite::Allowed } else { Overwrite::Refused },
        manifest: if arguments.update_cargo_toml { ManifestUpdate::Update } else { ManifestUpdate::Leave },
        features: arguments.features.features(),
        import: if arguments.add_import { Import::Add { world: arguments.world } } else { Import::None },
    };
    if arguments.dry_run {
        let plan = wasm_rpc_stubgen::plan_stub_dependency(&options, &mut |event| output.event(event))?;
        output.planned(&plan.to_string())?;
        // A conflict fails the dry run, as it would fail the real run.
        plan.check().map_err(wasm_rpc_stubgen::Error::from)?;
        return Ok(None);
    }
    let outcome = wasm_rpc_stubgen::add_stub_dependency(&options, &mut |event| output.event(event))?;
    Ok(has_changed(&outcome.files).then(|| Next::compose(&programs.tool)))
}

fn compose(arguments: ComposeArguments, output: &mut Output) -> Result<Option<Next>> {
    if !arguments.dry_run {
        stdio::check_destination(&arguments.dest_wasm)?;
    }
    let shown = arguments.dest_wasm.clone();
    let options = ComposeOptions {
        source_wasm: stdio::input(arguments.source_wasm)?,
        stub_wasm: arguments.stub_wasm.into_iter().map(stdio::input).collect::<Result<_>>()?,
        dest_wasm: stdio::destination(arguments.dest_wasm),
        unresolved: if arguments.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse },
        mode: if arguments.dry_run { ComposeMode::DryRun } else { ComposeMode::Write },
    };
    let outcome = wasm_rpc_stubgen::compose(&options, &mut |event| output.event(event))?;
    output.imports(&outcome.report.imports);
    match (options.mode, &outcome.component) {
        (ComposeMode::DryRun, _) => output.planned(&dry_run(&shown, &outcome)).map(|()| None),
        (ComposeMode::Write, Some(component)) => {
            output.component(Artifact::ComposedComponent, component).map(|()| None)
        }
        (ComposeMode::Write, None) => Ok((outcome.change != Change::Unchanged).then(|| Next::run(&shown))),
    }
}

fn initialize_workspace(
    arguments: InitializeWorkspaceArguments,
    tool: ToolCommand,
    output: &mut Output,
) -> Result<Option<Next>> {
    let goal = match arguments.remove {
        true => WorkspaceGoal::Nothing,
        false => WorkspaceGoal::Update(Box::new(SettingsChange {
            targets: arguments.targets,
            callers: arguments.callers,
            links: arguments.link,
            unlinked: arguments.unlink,
            removed_targets: arguments.remove_target,
            unset_all_features: arguments.settings.all_features == Some(false),
            settings: arguments.settings.settings(),
        })),
    };
    let options = InitializeWorkspaceOptions { root: ".".into(), goal, tool };
    if arguments.dry_run {
        let plan = wasm_rpc_stubgen::plan_initialize_workspace(&options, &mut |event| output.event(event))?;
        return output.planned(&plan.to_string()).map(|()| None);
    }
    let outcome = wasm_rpc_stubgen::initialize_workspace(&options, &mut |event| output.event(event))?;
    Ok((outcome.has_flow && has_changed(&outcome.files)).then(|| Next::flow(&options.tool)))
}

fn flow(arguments: &FlowArguments, programs: Programs, output: &mut Output) -> Result<Option<Next>> {
    let Programs { cargo: verbosity, color, tool } = programs;
    let options = FlowOptions { directory: ".".into(), profile: arguments.profile(), verbosity, color, tool };
    output.print_steps();
    if !arguments.check {
        wasm_rpc_stubgen::flow(&options, &mut |event| output.event(event))?;
        return Ok(None);
    }
    let changes = wasm_rpc_stubgen::check_flow(&options, &mut |event| match event {
        // They are among the files of all steps.
        Event::Planned { .. } => {}
        event => output.event(event),
    })?;
    output.planned_files(changes.files())?;
    changes.up_to_date()?;
    Ok(None)
}

/// The text of `compose --dry-run`: connections, remaining imports, and the file that would be written.
fn dry_run(dest_wasm: &Path, outcome: &ComposeOutcome) -> String {
    let plugs = outcome.report.plugs.iter().map(|plug| format!("plug {plug}\n"));
    let imports = outcome.report.imports.iter().map(|import| format!("import `{import}`\n"));
    let mut text: String = plugs.chain(imports).collect();
    let path = dest_wasm.display();
    text.push_str(&format!("{} `{path}` ({} bytes)\n", outcome.change, outcome.size));
    text
}
