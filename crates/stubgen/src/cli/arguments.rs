//! The command line: arguments, their help texts, and the leading word `stubgen`, which is ignored.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use semver::{Version, VersionReq};
use wasm_rpc_stubgen::{
    CallStyle, CargoVerbosity, CrateOptions, Features, Link, Profile, RpcErrors, Settings, StubBuilder, StubImport,
    StubOptions, ToolCommand, TypeSource, Unsupported, WasmRpc, WasmRpcOverride, exact_version,
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

impl CallStyleArgument {
    fn style(self) -> CallStyle {
        match self {
            Self::Sync => CallStyle::Sync,
            Self::Async => CallStyle::Async,
        }
    }
}

impl RpcErrorsArgument {
    fn mode(self) -> RpcErrors {
        match self {
            Self::Trap => RpcErrors::Trap,
            Self::Result => RpcErrors::Result,
        }
    }
}

impl ShapeArguments {
    /// The options that the flags stand for. `inherited` is asked for the call style if no flag gives it.
    pub fn shape(&self, inherited: impl FnOnce() -> CallStyle) -> StubOptions {
        StubOptions::new()
            .call_style(self.call_style.map_or_else(inherited, CallStyleArgument::style))
            .rpc_errors(self.rpc_errors.mode())
            .types(if self.always_inline_types { TypeSource::Stub } else { TypeSource::Target })
            .unsupported(if self.skip_unsupported { Unsupported::Skipped } else { Unsupported::Refused })
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

/// Set up or update the stubs and tasks of a cargo workspace
///
/// The settings are kept in `[workspace.metadata.wasm-rpc-stubgen]` of the workspace's `Cargo.toml`. A flag changes its
/// setting; a setting without its flag stays.
#[derive(Debug, Args)]
#[command(after_help = INITIALIZE_WORKSPACE_EXAMPLE)]
pub struct InitializeWorkspaceArguments {
    /// Add target members (package names or folders); each of `--callers` calls each of them
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',', requires = "callers")]
    pub targets: Vec<String>,
    /// Add caller members (package names or folders)
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',', requires = "targets")]
    pub callers: Vec<String>,
    /// Add one caller and its target; takes several values and can be repeated
    #[arg(long, value_name = "CALLER=TARGET", num_args = 1.., value_delimiter = ',', value_parser = link)]
    pub link: Vec<Link>,
    /// Remove one link
    #[arg(long, value_name = "CALLER=TARGET", num_args = 1.., value_delimiter = ',', value_parser = link)]
    pub unlink: Vec<Link>,
    /// Remove a target and all links to it
    #[arg(long, value_name = "MEMBER", num_args = 1.., value_delimiter = ',')]
    pub remove_target: Vec<String>,
    /// Remove everything that earlier runs made: settings, tasks, members and stubs
    #[arg(long, conflicts_with_all = ["targets", "callers", "link", "unlink", "remove_target", "WorkspaceSettingArguments"])]
    pub remove: bool,
    /// Show planned changes; write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten, next_help_heading = "Settings")]
    pub settings: WorkspaceSettingArguments,
}

/// Flags that change settings of a workspace.
#[derive(Debug, Args)]
pub struct WorkspaceSettingArguments {
    /// How to make stubs: `cargo` adds a stub crate per target to the workspace, `native` writes components directly [default: cargo]
    #[arg(long, value_enum)]
    pub builder: Option<Builder>,
    /// Let the tasks add the import of each stub to its caller's world [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub add_import: Option<bool>,
    /// `sync`: functions wait for their result; `async`: each function exists twice, `blocking-f` waits and `f` returns at once [default: sync]
    #[arg(long, value_enum, value_name = "STYLE")]
    pub call_style: Option<CallStyleArgument>,
    /// `trap`: a failed call traps; `result`: functions return `result<_, rpc-error>` [default: trap]
    #[arg(long, value_enum, value_name = "MODE")]
    pub rpc_errors: Option<RpcErrorsArgument>,
    /// Define all types in the stub interface, so that callers do not need the target's package [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub always_inline_types: Option<bool>,
    /// Skip functions that cannot be stubbed, with a warning that lists them [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub skip_unsupported: Option<bool>,
    /// Include WIT items with `@unstable(feature = …)` for these features, separated by commas; `--features=` for none
    #[arg(long, value_name = "LIST")]
    pub features: Vec<String>,
    /// Include all WIT items with `@unstable` [default: false]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub all_features: Option<bool>,
    /// Use the crate `golem-wasm-rpc` from this directory (absolute path) in stub crates
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override")]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Use this version of the published crate `golem-wasm-rpc` in stub crates; 1.0.16 and 1.1.0 are known to work and require `protoc`
    #[arg(long, value_name = "VERSION", value_parser = exact_version)]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

const INITIALIZE_WORKSPACE_EXAMPLE: &str = "\
Examples, in the folder of a workspace whose member `cart` calls its member `history`:
  wasm-rpc-stubgen initialize-workspace --targets history --callers cart
  wasm-rpc-stubgen initialize-workspace --link cart=pricing --call-style async
  wasm-rpc-stubgen initialize-workspace --unlink cart=history
  wasm-rpc-stubgen initialize-workspace

Without flags, everything is brought up to date with the settings. `--call-style sync`, `--rpc-errors trap`, \
`--builder cargo` and `--add-import=false` go back to a default.";

impl WorkspaceSettingArguments {
    /// The settings that change.
    pub fn settings(self) -> Settings {
        let types = |inline| if inline { TypeSource::Stub } else { TypeSource::Target };
        let unsupported = |skip| if skip { Unsupported::Skipped } else { Unsupported::Refused };
        let import = |add| if add { StubImport::Added } else { StubImport::Manual };
        let listed = || Features::listed(self.features.iter().map(String::as_str));
        let features = match self.all_features {
            Some(true) => Some(Features::All),
            Some(false) => Some(listed()),
            None => (!self.features.is_empty()).then(listed),
        };
        let version = self.wasm_rpc_version_override.map(WasmRpcOverride::Version);
        Settings {
            call_style: self.call_style.map(CallStyleArgument::style),
            rpc_errors: self.rpc_errors.map(RpcErrorsArgument::mode),
            types: self.always_inline_types.map(types),
            unsupported: self.skip_unsupported.map(unsupported),
            features,
            builder: self.builder.map(|builder| match builder {
                Builder::Native => StubBuilder::Native,
                Builder::Cargo => StubBuilder::Cargo,
            }),
            wasm_rpc: self.wasm_rpc_path_override.map(WasmRpcOverride::Path).or(version),
            import: self.add_import.map(import),
            links: None,
        }
    }
}

/// Build a workspace: stubs, callers' WIT, compiled and composed components
///
/// Does what the tasks `build-flow` and `release-build-flow` of `initialize-workspace` do, without cargo-make and from any
/// folder of the workspace. Stubs, callers' WIT, members and tasks that are up to date are not written again.
#[derive(Debug, Args)]
#[command(after_help = FLOW_EXAMPLE)]
pub struct FlowArguments {
    /// Compile with optimizations (`cargo build --release`)
    #[arg(long)]
    pub release: bool,
    /// Fail if a file outside of the target directory would change, and list such files; write and compile nothing
    #[arg(long, conflicts_with = "release")]
    pub check: bool,
}

impl FlowArguments {
    /// The build profile.
    pub fn profile(&self) -> Profile {
        if self.release { Profile::Release } else { Profile::Debug }
    }
}

const FLOW_EXAMPLE: &str = "\
Example, in a workspace whose member `cart` calls its member `history`:
  wasm-rpc-stubgen initialize-workspace --targets history --callers cart
  wasm-rpc-stubgen flow

The composed component is `cart_composed.wasm`, beside `cart.wasm`. In CI, `wasm-rpc-stubgen flow --check` tests whether \
everything that the flow writes is committed.";

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
