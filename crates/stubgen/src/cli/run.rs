//! One run of the program, from its arguments to its exit code.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use wasm_rpc_stubgen::{
    AddStubDependencyOptions, BuildOptions, CargoColor, CargoOptions, CargoVerbosity, Change, ComposeMode,
    ComposeOptions, ComposeOutcome, Diagnostic, Event, FlowChange, FlowOptions, GenerateOptions, Import,
    InitializeWorkspaceOptions, ManifestUpdate, Network, Overwrite, StubTarget, ToolCommand, Unresolved, WorkspaceGoal,
    inherited_call_style,
};

use crate::arguments::{
    AddStubDependencyArguments, BuildArguments, Builder, Cli, Command, ComposeArguments, FlowArguments,
    GenerateArguments, InitializeWorkspaceArguments, Verbosity,
};
use crate::golem_cli::{self, Words};
use crate::next::{self, Next};
use crate::output::Output;
use crate::output_arguments::MessageFormat;
use crate::{pages, usage};

/// Runs the command that the process's arguments ask for, and reports in this format.
pub fn run(words: Vec<OsString>, format: MessageFormat) -> ExitCode {
    let words = match golem_cli::split(words) {
        Words::Ours(words) => words,
        Words::Golem(words) => match golem_cli::pass(&words) {
            Ok(code) => return code,
            // Its help is that of this program, if there is no other.
            Err(golem_cli::Failure::None) if is_question(&words) => words,
            Err(failure) => {
                let verbosity = Verbosity { verbose: 0, quiet: 0 };
                return Output::new(format, &verbosity).finish(Err(vec![failure.diagnostic()]));
            }
        },
    };
    let cli = match Cli::from_words(words) {
        Ok(cli) => cli,
        Err(error) => return usage::print(&error, format),
    };
    let mut output = Output::new(format, &cli.verbosity);
    let result = dispatch(cli, &mut output);
    output.finish(result.map(|next| next.filter(|_| next::is_wanted())).map_err(|error| diagnostics(&error)))
}

/// Whether the words ask for help or for the version.
fn is_question(words: &[OsString]) -> bool {
    words.iter().skip(1).all(|word| ["-h", "--help", "-V", "--version", "help"].iter().any(|known| word == known))
}

/// The diagnostics of `error`.
fn diagnostics(error: &anyhow::Error) -> Vec<Diagnostic> {
    match error.downcast_ref::<wasm_rpc_stubgen::Error>() {
        Some(error) => error.diagnostics(),
        None => vec![Diagnostic::error(format!("{error:#}"))],
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
        Command::Flow(arguments) => flow(&arguments, programs, output).map(|()| None),
        Command::Completions { shell } => output.text(&pages::completions(shell)).map(|()| None),
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
    let (source_wit_root, world) = (&arguments.source_wit_root, arguments.world.as_deref());
    let target = StubTarget { source_wit_root, world, features: &features };
    let wit = arguments.dest_crate_root.join("wit");
    let shape = arguments.shape.shape(|| inherited_call_style(&wit, &target, &mut |event| output.event(event)));
    let options = GenerateOptions {
        source_wit_root: arguments.source_wit_root,
        world: arguments.world,
        features,
        dest_crate_root: arguments.dest_crate_root,
        shape,
        stub_crate: arguments.stub_crate.options(),
    };
    let outcome = wasm_rpc_stubgen::generate(&options, &mut |event| output.event(event))?;
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
    let features = arguments.features.features();
    let (source_wit_root, world) = (&arguments.source_wit_root, arguments.world.as_deref());
    let target = StubTarget { source_wit_root, world, features: &features };
    let wit = &arguments.dest_wit_root;
    let shape = arguments.shape.shape(|| inherited_call_style(wit, &target, &mut |event| output.event(event)));
    let options = BuildOptions {
        source_wit_root: arguments.source_wit_root,
        world: arguments.world,
        features,
        dest_wasm: arguments.dest_wasm,
        dest_wit_root: arguments.dest_wit_root,
        shape,
        builder,
    };
    let outcome = wasm_rpc_stubgen::build(&options, &mut |event| output.event(event))?;
    Ok(has_changed(&outcome.files).then(|| Next::add_stub(&programs.tool, &options.dest_wit_root)))
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
    let options = ComposeOptions {
        source_wasm: arguments.source_wasm,
        stub_wasm: arguments.stub_wasm,
        dest_wasm: arguments.dest_wasm,
        unresolved: if arguments.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse },
        mode: if arguments.dry_run { ComposeMode::DryRun } else { ComposeMode::Write },
    };
    let outcome = wasm_rpc_stubgen::compose(&options, &mut |event| output.event(event))?;
    output.imports(&outcome.report.imports);
    match options.mode {
        ComposeMode::Write => Ok((outcome.change != Change::Unchanged).then(|| Next::run(&options.dest_wasm))),
        ComposeMode::DryRun => output.planned(&dry_run(&options, &outcome)).map(|()| None),
    }
}

fn initialize_workspace(
    arguments: InitializeWorkspaceArguments,
    tool: ToolCommand,
    output: &mut Output,
) -> Result<Option<Next>> {
    let goal = match arguments.remove {
        true => WorkspaceGoal::Nothing,
        false => WorkspaceGoal::Update(Box::new(FlowChange {
            targets: arguments.targets,
            callers: arguments.callers,
            links: arguments.link,
            unlinked: arguments.unlink,
            removed_targets: arguments.remove_target,
            settings: arguments.settings.settings(),
        })),
    };
    let options = InitializeWorkspaceOptions { root: ".".into(), goal, tool };
    if arguments.dry_run {
        let plan = wasm_rpc_stubgen::plan_initialize_workspace(&options, &mut |event| output.event(event))?;
        return output.planned(&plan.to_string()).map(|()| None);
    }
    let outcome = wasm_rpc_stubgen::initialize_workspace(&options, &mut |event| output.event(event))?;
    let has_flow = matches!(options.goal, WorkspaceGoal::Update(_));
    Ok((has_flow && has_changed(&outcome.files)).then(|| Next::flow(&options.tool)))
}

fn flow(arguments: &FlowArguments, programs: Programs, output: &mut Output) -> Result<()> {
    let Programs { cargo: verbosity, color, tool } = programs;
    let options = FlowOptions { directory: ".".into(), profile: arguments.profile(), verbosity, color, tool };
    output.print_steps();
    if !arguments.check {
        return Ok(wasm_rpc_stubgen::flow(&options, &mut |event| output.event(event))?);
    }
    let changes = wasm_rpc_stubgen::check_flow(&options, &mut |event| output.event(event))?;
    let lines = changes.files().map(|(path, change)| format!("{change:<9} {}\n", path.display()));
    output.planned(&lines.collect::<String>())?;
    Ok(changes.up_to_date()?)
}

/// The text of `compose --dry-run`: connections, remaining imports, and the file that would be written.
fn dry_run(options: &ComposeOptions, outcome: &ComposeOutcome) -> String {
    let plugs = outcome.report.plugs.iter().map(|plug| format!("plug {plug}\n"));
    let imports = outcome.report.imports.iter().map(|import| format!("import `{import}`\n"));
    let mut text: String = plugs.chain(imports).collect();
    let path = options.dest_wasm.display();
    text.push_str(&format!("{} `{path}` ({} bytes)\n", outcome.change, outcome.size));
    text
}
