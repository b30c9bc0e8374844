//! The command line: its words, their meaning in the help text, and the leading word `stubgen` that is left out.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use semver::{Version, VersionReq};

/// The name of the binary.
pub const NAME: &str = "wasm-rpc-stubgen";

/// Typed worker-to-worker calls for WebAssembly components: builds stubs and plugs them into their callers
#[derive(Debug, Parser)]
#[command(name = NAME, version, propagate_version = true, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(flatten)]
    pub verbosity: Verbosity,
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 the input or the environment is at fault, 2 wrong usage.
Results go to the standard output, progress and diagnostics to the standard error.";

/// The place in the help text of flags that every command has: before `--help` and `--version` only.
const AFTER_THE_REST: usize = 900;

/// How much is said on the way.
#[derive(Debug, Args)]
pub struct Verbosity {
    /// Say more: also what is left as it is
    #[arg(short, long, global = true, action = clap::ArgAction::Count, conflicts_with = "quiet", display_order = AFTER_THE_REST)]
    pub verbose: u8,
    /// Say less: no progress and no notes; twice: no warnings either
    #[arg(short, long, global = true, action = clap::ArgAction::Count, display_order = AFTER_THE_REST + 1)]
    pub quiet: u8,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Build(BuildArguments),
    Compose(ComposeArguments),
    /// Print a completion script for a shell to the standard output
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual, all commands of it, to the standard output
    Man,
}

/// Build the stub of a target component: its WIT package and the component itself
#[derive(Debug, Args)]
#[command(after_help = BUILD_EXAMPLE)]
pub struct BuildArguments {
    /// The target's WIT: a directory, a single `.wit` file or a `.wasm` component
    #[arg(short, long, value_name = "PATH")]
    pub source_wit_root: PathBuf,
    /// The stub component to write
    #[arg(long, value_name = "FILE")]
    pub dest_wasm: PathBuf,
    /// The directory to write the stub's WIT package to: `_stub.wit` and `deps/`
    #[arg(long, value_name = "DIRECTORY")]
    pub dest_wit_root: PathBuf,
    /// The target's world; needed when its package has several
    #[arg(short, long)]
    pub world: Option<String>,
    /// What makes the component: `native` writes it directly, without cargo
    #[arg(long, value_enum, default_value_t = Builder::Native)]
    pub builder: Builder,
    #[command(flatten)]
    pub stub_crate: StubCrateArguments,
}

const BUILD_EXAMPLE: &str = "\
Example:
  wasm-rpc-stubgen build -s history/wit --dest-wasm history-stub.wasm --dest-wit-root history-stub/wit";

/// The ways to make a stub component.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Builder {
    // Without a doc comment, which would blow up the help text of the flag.
    Native,
}

/// Flags that shape the stub's Rust crate, for scripts that pass them always. The native builder makes no crate.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of the stub's crate (no effect with the native builder)")]
pub struct StubCrateArguments {
    /// The version of the stub's crate [default: 0.0.1]
    #[arg(long, value_name = "VERSION")]
    pub stub_crate_version: Option<Version>,
    /// Take the crate `golem-wasm-rpc` from this directory
    #[arg(long, value_name = "DIRECTORY", conflicts_with = "wasm_rpc_version_override")]
    pub wasm_rpc_path_override: Option<PathBuf>,
    /// Take the crate `golem-wasm-rpc` in this version
    #[arg(long, value_name = "VERSION")]
    pub wasm_rpc_version_override: Option<VersionReq>,
}

impl StubCrateArguments {
    /// The flags that were given.
    pub fn given(&self) -> Vec<&'static str> {
        [
            ("--stub-crate-version", self.stub_crate_version.is_some()),
            ("--wasm-rpc-path-override", self.wasm_rpc_path_override.is_some()),
            ("--wasm-rpc-version-override", self.wasm_rpc_version_override.is_some()),
        ]
        .into_iter()
        .filter_map(|(flag, given)| given.then_some(flag))
        .collect()
    }
}

/// Plug stubs into a caller, so that it imports their interfaces no longer
#[derive(Debug, Args)]
#[command(after_help = COMPOSE_EXAMPLE)]
pub struct ComposeArguments {
    /// The caller, a component
    #[arg(long, value_name = "FILE")]
    pub source_wasm: PathBuf,
    /// The stubs; several files in one go, or the flag several times
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub stub_wasm: Vec<PathBuf>,
    /// The composed component to write
    #[arg(long, value_name = "FILE")]
    pub dest_wasm: PathBuf,
    /// Leave imports that nothing satisfies to the host, instead of refusing them
    #[arg(long)]
    pub allow_unresolved: bool,
    /// Print what would be plugged into what, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

const COMPOSE_EXAMPLE: &str = "\
Example:
  wasm-rpc-stubgen compose --source-wasm cart.wasm --stub-wasm history-stub.wasm --dest-wasm cart-composed.wasm";

impl Cli {
    /// The arguments of `words`, the first of which is the name that the program was called by.
    pub fn from_words(words: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let mut words: Vec<OsString> = words.into_iter().collect();
        let mut command = Self::command();
        if let Some(name) = remove_leading_stubgen(&mut words) {
            command = command.bin_name(name);
        }
        let mut matches = command.try_get_matches_from_mut(words)?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
    }
}

/// Takes out the word `stubgen` where a subcommand is expected: `golem-cli stubgen build …` is `golem-cli build …`
/// when `golem-cli` is a link to this program. Returns what the help text should call the program then.
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
    fn one_leading_stubgen_is_left_out() {
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
    fn stubs_can_be_given_in_one_go_and_one_by_one() {
        let line = "s compose --stub-wasm a b --source-wasm c --stub-wasm d --dest-wasm e";
        let cli = Cli::from_words(words(line)).expect("right usage");
        let Command::Compose(arguments) = cli.command else {
            panic!("`compose` was asked for");
        };
        assert_eq!(arguments.stub_wasm, ["a", "b", "d"].map(PathBuf::from));
    }
}
