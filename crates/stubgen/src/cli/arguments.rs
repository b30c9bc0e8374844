//! The command line: arguments, their help texts, and the leading word `stubgen`, which is ignored.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use semver::{Version, VersionReq};
use wasm_rpc_stubgen::{
    CallStyle, CargoVerbosity, CrateOptions, Features, Link, RpcErrors, StubLayout, StubOptions, ToolCommand,
    TypeSource, Unsupported, WasmRpc,
};

use crate::help;
use crate::output_arguments::{GLOBAL_FLAGS_ORDER, OutputArguments};
use crate::stdio::is_dash;

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
    #[arg(short, long, global = true, action = clap::ArgAction::Count, conflicts_with = "quiet", display_order = GLOBAL_FLAGS_ORDER)]
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

/// How a stub component is made.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Builder {
    // No doc comments: clap would list them below the flag.
    Native,
    Cargo,
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

/// Flags for the stub's Rust crate.
#[derive(Debug, Args)]
pub struct StubCrateArguments {
    /// Version of the stub's crate [default: 0.0.1]
    #[arg(long, value_name = "VERSION")]
    pub stub_crate_version: Option<Version>,
    /// Use the crate `golem-wasm-rpc` from this directory (absolute path)
    ///
    /// Without this flag and `--wasm-rpc-version-override`, the crate has bindings of its own and depends on `wit-bindgen` only.
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override")]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Use this version of the published crate `golem-wasm-rpc`; 1.0.16 and 1.1.0 are known to work and require `protoc`
    #[arg(long, value_name = "VERSION", value_parser = exact_version)]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

/// Flags for the feature gates of WIT.
#[derive(Debug, Args)]
pub struct FeatureArguments {
    /// Include WIT items with `@unstable(feature = …)` for these features, separated by commas; can be repeated
    ///
    /// Items behind other feature gates are left out, as in `wasm-tools`.
    #[arg(long, value_name = "LIST")]
    pub features: Vec<String>,
    /// Include all WIT items with `@unstable`
    #[arg(long)]
    pub all_features: bool,
}

impl FeatureArguments {
    /// The features whose gates are open.
    pub fn features(&self) -> Features {
        match self.all_features {
            true => Features::All,
            false => Features::listed(self.features.iter().map(String::as_str)),
        }
    }
}

/// Flags for the shape of the stub.
#[derive(Debug, Args)]
#[command(next_help_heading = "Shape of the stub")]
pub struct ShapeArguments {
    /// `sync`: functions wait for their result; `async`: each function exists twice, `blocking-f` waits and `f` returns at once [default: that of the stub that is replaced, or sync]
    #[arg(long, value_enum, value_name = "STYLE")]
    pub call_style: Option<CallStyleArgument>,
    /// `trap`: a failed call traps; `result`: functions return `result<_, rpc-error>`
    #[arg(long, value_enum, default_value_t = RpcErrorsArgument::Trap, value_name = "MODE")]
    pub rpc_errors: RpcErrorsArgument,
    /// Define all types in the stub interface, so that callers do not need the target's package
    #[arg(long)]
    pub always_inline_types: bool,
    /// Skip functions that cannot be stubbed, with a warning that lists them
    ///
    /// These are functions with types that cannot be passed between workers, such as `stream`. If no function is left, that is an
    /// error.
    #[arg(long)]
    pub skip_unsupported: bool,
}

/// The values of `--call-style`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CallStyleArgument {
    /// Each function keeps its name and type, and waits for the result
    Sync,
    /// `blocking-f` waits; `f` returns at once, with a future if it has a result
    Async,
}

/// The values of `--rpc-errors`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RpcErrorsArgument {
    /// The caller traps, after a line on stderr that says why
    Trap,
    /// Functions return `result<_, rpc-error>`
    Result,
}

impl ShapeArguments {
    /// The options that the flags stand for. `inherited` is asked for the call style if no flag gives it.
    pub fn shape(&self, inherited: impl FnOnce() -> CallStyle) -> StubOptions {
        StubOptions::new()
            .call_style(match self.call_style {
                Some(CallStyleArgument::Sync) => CallStyle::Sync,
                Some(CallStyleArgument::Async) => CallStyle::Async,
                None => inherited(),
            })
            .rpc_errors(match self.rpc_errors {
                RpcErrorsArgument::Trap => RpcErrors::Trap,
                RpcErrorsArgument::Result => RpcErrors::Result,
            })
            .types(if self.always_inline_types { TypeSource::Stub } else { TypeSource::Target })
            .unsupported(if self.skip_unsupported { Unsupported::Skipped } else { Unsupported::Refused })
    }
}

/// Reads a plain version as `=VERSION`: later versions use other versions of `golem:rpc`.
fn exact_version(text: &str) -> Result<VersionReq, semver::Error> {
    match text.parse::<Version>() {
        Ok(version) => format!("={version}").parse(),
        Err(_) => text.parse(),
    }
}

impl StubCrateArguments {
    /// The options for the generated crate.
    pub fn options(self) -> CrateOptions {
        let wasm_rpc = match (self.wasm_rpc_path_override, self.wasm_rpc_version_override) {
            (Some(path), _) => WasmRpc::Path(path),
            (None, Some(version)) => WasmRpc::Version(version),
            (None, None) => WasmRpc::Bindings,
        };
        CrateOptions::new().version(self.stub_crate_version.unwrap_or(Version::new(0, 0, 1))).wasm_rpc(wasm_rpc)
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

/// Set up stubs and cargo-make tasks in a cargo workspace
#[derive(Debug, Args)]
#[command(after_help = INITIALIZE_WORKSPACE_EXAMPLE)]
#[command(group = clap::ArgGroup::new("goal").required(true).multiple(true).args(["targets", "link", "remove"]))]
pub struct InitializeWorkspaceArguments {
    /// Target members (package names or folders); every caller calls every target
    #[arg(long, value_name = "MEMBER", num_args = 1.., requires = "callers")]
    pub targets: Vec<String>,
    /// Caller members (package names or folders)
    #[arg(long, value_name = "MEMBER", num_args = 1.., requires = "targets")]
    pub callers: Vec<String>,
    /// One caller and its target; takes several values and can be repeated
    #[arg(long, value_name = "CALLER=TARGET", num_args = 1.., value_parser = link)]
    pub link: Vec<Link>,
    /// How to make stubs: `cargo` adds a stub crate per target to the workspace, `native` writes components directly
    #[arg(long, value_enum, default_value_t = Builder::Cargo)]
    pub builder: Builder,
    /// Remove the tasks, members and stubs that earlier runs made
    #[arg(long, conflicts_with_all = ["targets", "callers", "link", "builder", "wasm_rpc_path_override",
        "wasm_rpc_version_override", "features", "all_features", "call_style", "rpc_errors", "always_inline_types", "skip_unsupported"])]
    pub remove: bool,
    /// Show planned changes; write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub features: FeatureArguments,
    #[command(flatten)]
    pub shape: ShapeArguments,
    /// Use the crate `golem-wasm-rpc` from this directory (absolute path)
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override", help_heading = CARGO_HEADING)]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Use this version of the published crate `golem-wasm-rpc`; 1.0.16 and 1.1.0 are known to work and require `protoc`
    #[arg(long, value_name = "VERSION", value_parser = exact_version, help_heading = CARGO_HEADING)]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

const CARGO_HEADING: &str = "Options of `--builder cargo` (no effect with the native builder)";

const INITIALIZE_WORKSPACE_EXAMPLE: &str = "\
Example, in the folder of a workspace whose member `cart` calls its member `history`:
  wasm-rpc-stubgen initialize-workspace --targets history --callers cart
  cargo make build-flow

The next run replaces the members and tasks of the previous one and changes no others.";

impl InitializeWorkspaceArguments {
    /// The layout of the stubs.
    pub fn layout(&self) -> StubLayout {
        match self.builder {
            Builder::Native => StubLayout::Package,
            Builder::Cargo => {
                let path = self.wasm_rpc_path_override.clone().map(WasmRpc::Path);
                let version = || self.wasm_rpc_version_override.clone().map(WasmRpc::Version);
                StubLayout::Crate(path.or_else(version).unwrap_or(WasmRpc::Bindings))
            }
        }
    }

    /// The given flags that only affect the cargo builder.
    pub fn cargo_only_flags(&self) -> Vec<&'static str> {
        let path = self.wasm_rpc_path_override.as_ref().map(|_| "--wasm-rpc-path-override");
        let version = self.wasm_rpc_version_override.as_ref().map(|_| "--wasm-rpc-version-override");
        path.into_iter().chain(version).collect()
    }
}

/// Parses `CALLER=TARGET`.
fn link(text: &str) -> Result<Link, String> {
    match text.split_once('=') {
        Some((caller, target)) if !caller.is_empty() && !target.is_empty() => {
            Ok(Link { caller: caller.to_string(), target: target.to_string() })
        }
        _ => Err("expected `CALLER=TARGET`".to_string()),
    }
}

impl Cli {
    /// Parses `words`; the first is the name that the program was called by.
    pub fn from_words(mut words: Vec<OsString>) -> Result<Self, clap::Error> {
        let mut command = Self::command().color(OutputArguments::scan(&words).color.for_clap());
        let called_by = remove_leading_stubgen(&mut words);
        if let Some(name) = &called_by {
            command = command.bin_name(name);
        }
        let mut matches = command.try_get_matches_from_mut(words)?;
        let cli = Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))?;
        cli.check_stdin(command)?;
        Ok(Self { called_by, ..cli })
    }
}

impl Cli {
    /// Refuses several arguments that read stdin, which can be read once.
    fn check_stdin(&self, mut command: clap::Command) -> Result<(), clap::Error> {
        let Command::Compose(ComposeArguments { source_wasm, stub_wasm, .. }) = &self.command else { return Ok(()) };
        if [source_wasm].into_iter().chain(stub_wasm).filter(|path| is_dash(path)).count() < 2 {
            return Ok(());
        }
        command.build();
        let compose = command.find_subcommand_mut("compose").expect("it was given");
        Err(compose.error(ErrorKind::ArgumentConflict, "`-` can be given once: stdin can only be read once"))
    }

    /// Whether stdout is for the component that the command makes.
    pub fn writes_component_to_stdout(&self) -> bool {
        match &self.command {
            Command::Build(arguments) => is_dash(&arguments.dest_wasm),
            Command::Compose(arguments) => is_dash(&arguments.dest_wasm) && !arguments.dry_run,
            _ => false,
        }
    }
}

/// Removes the word `stubgen` before a subcommand: if `golem-cli` is a link to this program, `golem-cli stubgen build …`
/// means `golem-cli build …`. Returns the program's name for the help text in that case.
fn remove_leading_stubgen(words: &mut Vec<OsString>) -> Option<String> {
    let is_flag = |word: &OsString| word.as_encoded_bytes().starts_with(b"-");
    let first = 1 + words.iter().skip(1).take_while(|word| is_flag(word)).count();
    if words.get(first)? != "stubgen" {
        return None;
    }
    words.remove(first);
    let program = Path::new(&words[0]).file_name()?.to_str()?;
    Some(format!("{program} stubgen"))
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
            ("golem-cli stubgen stubgen", ("golem-cli stubgen".to_string(), stubgen.clone())),
            ("golem-cli stubgen", ("golem-cli".to_string(), stubgen)),
            ("stubgen build stubgen", ("stubgen build stubgen".to_string(), None)),
            ("stubgen", ("stubgen".to_string(), None)),
        ] {
            assert_eq!(without_stubgen(line), expected, "{line}");
        }
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
