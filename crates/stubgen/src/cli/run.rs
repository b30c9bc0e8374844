//! One run of the program, from its arguments to its exit code.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use wasm_rpc_stubgen::{
    AddStubDependencyOptions, BuildOptions, CargoOptions, CargoVerbosity, ComposeMode, ComposeOptions, ComposeOutcome,
    Diagnostic, Event, FlowChange, FlowOptions, GenerateOptions, Import, InitializeWorkspaceOptions, ManifestUpdate,
    Network, Overwrite, StubOptions, StubTarget, ToolCommand, Unresolved, WorkspaceGoal, inherited_call_style,
};

use crate::arguments::{
    AddStubDependencyArguments, BuildArguments, Builder, Cli, Command, ComposeArguments, FlowArguments,
    GenerateArguments, InitializeWorkspaceArguments, ShapeArguments, Verbosity,
};
use crate::golem_cli::{self, Words};
use crate::pages;
use crate::printable::printable;
use crate::terminal::Terminal;

/// Runs the command that the process's arguments ask for.
pub fn run() -> ExitCode {
    let words = match golem_cli::split(std::env::args_os().collect()) {
        Words::Ours(words) => words,
        Words::Golem(words) => match golem_cli::pass(&words) {
            Ok(code) => return code,
            // Its help is that of this program, if there is no other.
            Err(golem_cli::Failure::None) if is_question(&words) => words,
            Err(failure) => {
                Terminal::new(&Verbosity { verbose: 0, quiet: 0 }).diagnostic(&failure.diagnostic());
                return ExitCode::FAILURE;
            }
        },
    };
    let cli = match Cli::from_words(words) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let mut terminal = Terminal::new(&cli.verbosity);
    let (cargo, tool) = (cli.verbosity.for_cargo(), cli.tool());
    let result = dispatch(cli.command, cargo, tool, &mut terminal);
    for diagnostic in result.as_ref().err().map(diagnostics).unwrap_or_default() {
        terminal.diagnostic(&diagnostic);
    }
    terminal.count_hidden();
    if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether the words ask for help or for the version.
fn is_question(words: &[OsString]) -> bool {
    words.iter().skip(1).all(|word| ["-h", "--help", "-V", "--version", "help"].iter().any(|known| word == known))
}

/// Prints help, the version or a usage error.
fn usage(error: &clap::Error) -> ExitCode {
    // If printing fails, there is no other place to report it.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// The diagnostics of `error`.
fn diagnostics(error: &anyhow::Error) -> Vec<Diagnostic> {
    match error.downcast_ref::<wasm_rpc_stubgen::Error>() {
        Some(error) => error.diagnostics(),
        None => vec![Diagnostic::error(format!("{error:#}"))],
    }
}

fn dispatch(command: Command, cargo: CargoVerbosity, tool: ToolCommand, terminal: &mut Terminal) -> Result<()> {
    match command {
        Command::Generate(arguments) => generate(arguments, terminal),
        Command::Build(arguments) => build(arguments, cargo, terminal),
        Command::AddStubDependency(arguments) => add_stub_dependency(arguments, terminal),
        Command::Compose(arguments) => compose(arguments, terminal),
        Command::InitializeWorkspace(arguments) => initialize_workspace(*arguments, tool, terminal),
        Command::Flow(arguments) => flow(&arguments, cargo, tool, terminal),
        Command::Completions { shell } => print(&pages::completions(shell)),
        Command::Man => print(&pages::manual().context("cannot render the manual")?),
    }
}

fn generate(arguments: GenerateArguments, terminal: &mut Terminal) -> Result<()> {
    let features = arguments.features.features();
    let (source_wit_root, world) = (&arguments.source_wit_root, arguments.world.as_deref());
    let target = StubTarget { source_wit_root, world, features: &features };
    let wit = arguments.dest_crate_root.join("wit");
    let (shape, message) = shape(&arguments.shape, &wit, &target);
    let options = GenerateOptions {
        source_wit_root: arguments.source_wit_root,
        world: arguments.world,
        features,
        dest_crate_root: arguments.dest_crate_root,
        shape,
        stub_crate: arguments.stub_crate.options(),
    };
    wasm_rpc_stubgen::generate(&options, &mut |event| terminal.event(event))?;
    message.iter().for_each(|message| terminal.event(Event::Diagnostic(message)));
    Ok(())
}

fn build(arguments: BuildArguments, verbosity: CargoVerbosity, terminal: &mut Terminal) -> Result<()> {
    let builder = match arguments.builder {
        Builder::Native => {
            note_unused(&arguments.cargo_only_flags(), terminal);
            wasm_rpc_stubgen::Builder::Native
        }
        Builder::Cargo => wasm_rpc_stubgen::Builder::Cargo(CargoOptions {
            stub_crate: arguments.stub_crate.options(),
            network: if arguments.offline { Network::Offline } else { Network::Online },
            verbosity,
        }),
    };
    let features = arguments.features.features();
    let (source_wit_root, world) = (&arguments.source_wit_root, arguments.world.as_deref());
    let target = StubTarget { source_wit_root, world, features: &features };
    let (shape, message) = shape(&arguments.shape, &arguments.dest_wit_root, &target);
    let options = BuildOptions {
        source_wit_root: arguments.source_wit_root,
        world: arguments.world,
        features,
        dest_wasm: arguments.dest_wasm,
        dest_wit_root: arguments.dest_wit_root,
        shape,
        builder,
    };
    wasm_rpc_stubgen::build(&options, &mut |event| terminal.event(event))?;
    message.iter().for_each(|message| terminal.event(Event::Diagnostic(message)));
    Ok(())
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
fn note_unused(flags: &[&str], terminal: &mut Terminal) {
    if flags.is_empty() {
        return;
    }
    let flags: Vec<String> = flags.iter().map(|flag| format!("`{flag}`")).collect();
    let verb = if flags.len() == 1 { "has" } else { "have" };
    let message = format!("{} {verb} no effect with the native builder, which makes no crate", flags.join(", "));
    terminal.event(Event::Diagnostic(&Diagnostic::note(message)));
}

fn add_stub_dependency(arguments: AddStubDependencyArguments, terminal: &mut Terminal) -> Result<()> {
    let options = AddStubDependencyOptions {
        stub_wit_root: arguments.stub_wit_root,
        dest_wit_root: arguments.dest_wit_root,
        overwrite: if arguments.overwrite { Overwrite::Allowed } else { Overwrite::Refused },
        manifest: if arguments.update_cargo_toml { ManifestUpdate::Update } else { ManifestUpdate::Leave },
        features: arguments.features.features(),
        import: if arguments.add_import { Import::Add { world: arguments.world } } else { Import::None },
    };
    let report = &mut |event: Event<'_>| terminal.event(event);
    if arguments.dry_run {
        let plan = wasm_rpc_stubgen::plan_stub_dependency(&options, report)?;
        print(printable(&plan.to_string()).as_bytes())?;
        // A conflict fails the dry run, as it would fail the real run.
        plan.check().map_err(wasm_rpc_stubgen::Error::from)?;
    } else {
        wasm_rpc_stubgen::add_stub_dependency(&options, report)?;
    }
    Ok(())
}

fn compose(arguments: ComposeArguments, terminal: &mut Terminal) -> Result<()> {
    let options = ComposeOptions {
        source_wasm: arguments.source_wasm,
        stub_wasm: arguments.stub_wasm,
        dest_wasm: arguments.dest_wasm,
        unresolved: if arguments.allow_unresolved { Unresolved::Allow } else { Unresolved::Refuse },
        mode: if arguments.dry_run { ComposeMode::DryRun } else { ComposeMode::Write },
    };
    let outcome = wasm_rpc_stubgen::compose(&options, &mut |event| terminal.event(event))?;
    match options.mode {
        ComposeMode::Write => Ok(()),
        ComposeMode::DryRun => print(printable(&dry_run(&options, &outcome)).as_bytes()),
    }
}

fn initialize_workspace(
    arguments: InitializeWorkspaceArguments,
    tool: ToolCommand,
    terminal: &mut Terminal,
) -> Result<()> {
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
    let report = &mut |event: Event<'_>| terminal.event(event);
    if arguments.dry_run {
        let plan = wasm_rpc_stubgen::plan_initialize_workspace(&options, report)?;
        return print(printable(&plan.to_string()).as_bytes());
    }
    wasm_rpc_stubgen::initialize_workspace(&options, report)?;
    Ok(())
}

fn flow(
    arguments: &FlowArguments,
    verbosity: CargoVerbosity,
    tool: ToolCommand,
    terminal: &mut Terminal,
) -> Result<()> {
    let options = FlowOptions { directory: ".".into(), profile: arguments.profile(), verbosity, tool };
    terminal.print_steps();
    let report = &mut |event: Event<'_>| terminal.event(event);
    if !arguments.check {
        return Ok(wasm_rpc_stubgen::flow(&options, report)?);
    }
    let changes = wasm_rpc_stubgen::check_flow(&options, report)?;
    let lines = changes.files().map(|(path, change)| format!("{change:<9} {}\n", path.display()));
    print(printable(&lines.collect::<String>()).as_bytes())?;
    Ok(changes.up_to_date()?)
}

/// Writes to stdout. A closed pipe is no error.
fn print(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to stdout"),
    }
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
