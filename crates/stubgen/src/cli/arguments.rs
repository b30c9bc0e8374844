//! The command line: arguments, their help texts, and the leading word `stubgen`, which is ignored.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use wasm_rpc_stubgen::{CargoVerbosity, ToolCommand};

use crate::help;
use crate::output_arguments::{GLOBAL_FLAGS_ORDER, OutputArguments};
use crate::stdio::is_dash;
use crate::stub_arguments::{Builder, FeatureArguments, ShapeArguments, StubCrateArguments};
use crate::words::{self, Printing};
use crate::workspace_arguments::{FlowArguments, InitializeWorkspaceArguments};

/// The name of the binary.
pub const NAME: &str = "wasm-rpc-stubgen";

/// Typed worker-to-worker calls for WebAssembly components: builds stubs and plugs them into their callers
///
/// A stub is a component with the functions of a target. Each call is passed to a worker, an instance of the target that may run
/// elsewhere. The caller imports the stub's interface as if it were a library.
#[derive(Debug, Parser)]
#[command(name = NAME, version, propagate_version = true, after_help = help::EXIT_CODES, after_long_help = help::PROGRAM)]
pub struct Cli {
    #[command(flatten)]
    pub verbosity: Verbosity,
    #[command(flatten)]
    pub output: OutputArguments,
    #[command(subcommand)]
    pub command: Command,
    /// The program name and `stubgen`, if the command line began with the word `stubgen`.
    #[arg(skip)]
    pub called_by: Option<String>,
}

impl Cli {
    /// How generated tasks call this program: by the name that the user called it by.
    pub fn tool(&self) -> ToolCommand {
        match self.called_by.as_deref().and_then(|name| name.strip_suffix(" stubgen")) {
            Some(program) if program != NAME => {
                ToolCommand { program: program.to_string(), prefix: vec!["stubgen".to_string()] }
            }
            _ => ToolCommand { program: NAME.to_string(), prefix: Vec::new() },
        }
    }
}

/// How much the program prints.
#[derive(Debug, Args)]
pub struct Verbosity {
    /// Increase verbosity; also list unchanged files, and long lists in full
    ///
    /// cargo, if it is run, gets the flag too.
    #[arg(short, long, global = true, action = clap::ArgAction::Count, display_order = GLOBAL_FLAGS_ORDER)]
    pub verbose: u8,
    /// Hide progress and notes; `-qq` hides warnings too
    #[arg(short, long, global = true, action = clap::ArgAction::Count, display_order = GLOBAL_FLAGS_ORDER + 1)]
    pub quiet: u8,
}

impl Verbosity {
    /// The verbosity to run cargo with.
    pub fn for_cargo(&self) -> CargoVerbosity {
        match (self.quiet, self.verbose) {
            (1.., _) => CargoVerbosity::Quiet,
            (0, 0) => CargoVerbosity::Normal,
            (0, 1..) => CargoVerbosity::Verbose,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Generate(GenerateArguments),
    Build(BuildArguments),
    AddStubDependency(AddStubDependencyArguments),
    Compose(ComposeArguments),
    InitializeWorkspace(Box<InitializeWorkspaceArguments>),
    Flow(FlowArguments),
    /// Print a completion script for a shell
    #[command(after_long_help = help::COMPLETIONS_LONG)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    ///
    /// It has a page for the program and one for each command.
    #[command(after_long_help = help::MAN_LONG)]
    Man,
}

/// Generate the stub of a target component as a Rust crate
///
/// The crate can be read, changed and compiled; it behaves like the component that `build` writes.
#[derive(Debug, Args)]
#[command(after_help = help::GENERATE, after_long_help = help::GENERATE_LONG)]
pub struct GenerateArguments {
    /// The target's WIT: a directory, a single `.wit` file or a `.wasm` component, or `-` for stdin
    ///
    /// What is read from stdin counts as a single file: WIT text without `deps`, or a component.
    #[arg(short, long, value_name = "PATH")]
    pub source_wit_root: PathBuf,
    /// Output directory: new, empty or previously generated
    #[arg(short, long, value_name = "DIRECTORY")]
    pub dest_crate_root: PathBuf,
    /// The target's world; required if its package has several
    ///
    /// The stub has the functions that this world exports.
    #[arg(short, long)]
    pub world: Option<String>,
    #[command(flatten)]
    pub features: FeatureArguments,
    #[command(flatten)]
    pub shape: ShapeArguments,
    #[command(flatten)]
    pub stub_crate: StubCrateArguments,
}

/// Build the stub of a target component: its WIT package and the component
///
/// This needs no cargo, no Rust compiler and no network, except with `--builder cargo`.
#[derive(Debug, Args)]
#[command(after_help = help::BUILD, after_long_help = help::BUILD_LONG)]
pub struct BuildArguments {
    /// The target's WIT: a directory, a single `.wit` file or a `.wasm` component, or `-` for stdin
    ///
    /// What is read from stdin counts as a single file: WIT text without `deps`, or a component.
    #[arg(short, long, value_name = "PATH")]
    pub source_wit_root: PathBuf,
    /// Output file for the stub component, or `-` for stdout
    #[arg(long, value_name = "FILE")]
    pub dest_wasm: PathBuf,
    /// Output directory for the stub's WIT package: `_stub.wit` and `deps/`
    #[arg(long, value_name = "DIRECTORY")]
    pub dest_wit_root: PathBuf,
    /// The target's world; required if its package has several
    ///
    /// The stub has the functions that this world exports.
    #[arg(short, long)]
    pub world: Option<String>,
    /// How to make the component: `native` writes it directly, `cargo` compiles the crate that `generate` writes
    ///
    /// Both give the same world and the same behavior.
    #[arg(long, value_enum, default_value_t = Builder::Native)]
    pub builder: Builder,
    #[command(flatten)]
    pub features: FeatureArguments,
    #[command(flatten)]
    pub shape: ShapeArguments,
    #[command(flatten, next_help_heading = "Options of `--builder cargo` (no effect with the native builder)")]
    pub stub_crate: StubCrateArguments,
    /// Build without network access (`cargo --offline`)
    #[arg(long)]
    pub offline: bool,
}

impl BuildArguments {
    /// The given flags that only affect the cargo builder.
    pub fn cargo_only_flags(&self) -> Vec<&'static str> {
        let StubCrateArguments { stub_crate_version, wasm_rpc_path_override, wasm_rpc_version_override } =
            &self.stub_crate;
        [
            ("--stub-crate-version", stub_crate_version.is_some()),
            ("--wasm-rpc-path-override", wasm_rpc_path_override.is_some()),
            ("--wasm-rpc-version-override", wasm_rpc_version_override.is_some()),
            ("--offline", self.offline),
        ]
        .into_iter()
        .filter_map(|(flag, given)| given.then_some(flag))
        .collect()
    }
}

/// Add a stub's WIT, and the packages it needs, to a caller's WIT
///
/// The packages are copied to the caller's `deps` folder. A file there that would change is an error without `--overwrite`.
#[derive(Debug, Args)]
#[command(after_help = help::ADD_STUB_DEPENDENCY, after_long_help = help::ADD_STUB_DEPENDENCY_LONG)]
pub struct AddStubDependencyArguments {
    /// The stub's WIT directory, as written by `build` or `generate`
    #[arg(short, long, value_name = "DIRECTORY")]
    pub stub_wit_root: PathBuf,
    /// The caller's WIT directory; packages go to its `deps` folder
    #[arg(short, long, value_name = "DIRECTORY")]
    pub dest_wit_root: PathBuf,
    /// Overwrite files in `deps` whose content differs
    ///
    /// Without this flag, such a file is an error, and nothing is written.
    #[arg(short, long)]
    pub overwrite: bool,
    /// Add the packages to `[package.metadata.component.target.dependencies]` of the caller's `Cargo.toml`
    ///
    /// Crates that are built with `cargo component` need this; others have no such table, and nothing is added to them.
    #[arg(short, long)]
    pub update_cargo_toml: bool,
    /// Add the import of the stub to the caller's world
    ///
    /// Comments and layout of the file stay.
    #[arg(long)]
    pub add_import: bool,
    /// The caller's world for `--add-import`; required if its package has several
    #[arg(short, long, requires = "add_import")]
    pub world: Option<String>,
    #[command(flatten)]
    pub features: FeatureArguments,
    /// Show planned changes and conflicts; write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Plug stubs into a caller so that it no longer imports their interfaces
///
/// The composed component imports `golem:rpc/types` instead. It is validated before it is written.
#[derive(Debug, Args)]
#[command(after_help = help::COMPOSE, after_long_help = help::COMPOSE_LONG)]
pub struct ComposeArguments {
    /// The caller component, or `-` for stdin
    #[arg(long, value_name = "FILE")]
    pub source_wasm: PathBuf,
    /// The stub components, or `-` for stdin; takes several files and can be repeated
    ///
    /// A stub may use another one.
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub stub_wasm: Vec<PathBuf>,
    /// Output file for the composed component, or `-` for stdout
    #[arg(long, value_name = "FILE")]
    pub dest_wasm: PathBuf,
    /// Keep unsatisfied imports instead of failing
    ///
    /// The composed component can then be composed again, with the stubs that are missing.
    #[arg(long)]
    pub allow_unresolved: bool,
    /// Show the connections; write nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl Cli {
    /// Parses `words`; the first is the name that the program was called by.
    pub fn from_words(mut words: Vec<OsString>) -> Result<Self, clap::Error> {
        let mut command = Self::command().color(Printing::of(&words).color.for_clap());
        let called_by = remove_leading_stubgen(&mut words);
        if let Some(name) = called_by.clone().or_else(|| program_name(&words)) {
            command = command.bin_name(name);
        }
        let mut matches = command.try_get_matches_from_mut(words)?;
        let cli = Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))?;
        cli.check(command)?;
        Ok(Self { called_by, ..cli })
    }

    /// Refuses `-v` and `-q` together, of which clap misses one before and one after the command, and several arguments that
    /// read stdin, which can be read once.
    fn check(&self, mut command: clap::Command) -> Result<(), clap::Error> {
        if self.verbosity.verbose > 0 && self.verbosity.quiet > 0 {
            let message = "the argument '--quiet...' cannot be used with '--verbose...'";
            return Err(command.error(ErrorKind::ArgumentConflict, message));
        }
        let Command::Compose(ComposeArguments { source_wasm, stub_wasm, .. }) = &self.command else { return Ok(()) };
        if [source_wasm].into_iter().chain(stub_wasm).filter(|path| is_dash(path)).count() < 2 {
            return Ok(());
        }
        command.build();
        let compose = command.find_subcommand_mut("compose").expect("it was given");
        Err(compose.error(ErrorKind::ArgumentConflict, "`-` can be given once: stdin can only be read once"))
    }
}

/// Removes the word `stubgen` before a subcommand: if `golem-cli` is a link to this program, `golem-cli stubgen build …`
/// means `golem-cli build …`. Returns the program's name for the help text in that case.
fn remove_leading_stubgen(words: &mut Vec<OsString>) -> Option<String> {
    let command = words::command(words).filter(|index| words[*index] == "stubgen")?;
    words.remove(command);
    Some(format!("{} stubgen", program_name(words)?))
}

/// The name that the program was called by. Users do not type the `.exe` of Windows, and a `Makefile.toml` must not have it.
fn program_name(words: &[OsString]) -> Option<String> {
    let name = Path::new(words.first()?).file_name()?.to_str()?;
    Some(name.strip_suffix(EXE_SUFFIX).unwrap_or(name).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    fn without_stubgen(line: &str) -> (String, Option<String>) {
        let mut words = words(line);
        let name = remove_leading_stubgen(&mut words);
        let words: Vec<String> = words.into_iter().filter_map(|word| word.into_string().ok()).collect();
        (words.join(" "), name)
    }

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn one_leading_stubgen_is_ignored() {
        let stubgen = Some("golem-cli stubgen".to_string());
        for (line, expected) in [
            ("golem-cli stubgen build -v", ("golem-cli build -v".to_string(), stubgen.clone())),
            ("/bin/golem-cli -q stubgen man", ("/bin/golem-cli -q man".to_string(), stubgen.clone())),
            ("golem-cli --color never stubgen man", ("golem-cli --color never man".to_string(), stubgen.clone())),
            ("golem-cli stubgen stubgen", ("golem-cli stubgen".to_string(), stubgen.clone())),
            ("golem-cli stubgen", ("golem-cli".to_string(), stubgen)),
            ("stubgen build stubgen", ("stubgen build stubgen".to_string(), None)),
            ("stubgen", ("stubgen".to_string(), None)),
        ] {
            assert_eq!(without_stubgen(line), expected, "{line}");
        }
    }

    #[test]
    fn the_extension_of_programs_is_no_part_of_the_name() {
        let line = format!("bin/golem-cli{EXE_SUFFIX} stubgen man");
        assert_eq!(without_stubgen(&line).1.as_deref(), Some("golem-cli stubgen"));
        assert_eq!(program_name(&words(&line)).as_deref(), Some("golem-cli"));
    }

    #[test]
    fn stub_wasm_takes_several_values_and_can_be_repeated() {
        let line = "s compose --stub-wasm a b --source-wasm c --stub-wasm d --dest-wasm e";
        let cli = Cli::from_words(words(line)).expect("right usage");
        let Command::Compose(arguments) = cli.command else {
            panic!("the line names `compose`");
        };
        assert_eq!(arguments.stub_wasm, ["a", "b", "d"].map(PathBuf::from));
    }
}
