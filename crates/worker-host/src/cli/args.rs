//! The command line of `wasm-rpc-run`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use clap_complete::Shell;
use worker_host::Limits;

use super::recording;
use super::report::Format;
use super::style::Color;

const EXAMPLE: &str = "\
Examples:
  wasm-rpc-run --component c=counter.wasm --list
  wasm-rpc-run --component c=counter.wasm c/a 'add(5)' , c/a 'add(2)' , c/b 'add(1)'";

const AFTER_HELP: &str = "\
Invocations:
  WORKER FUNCTION [ARGUMENT]...     each argument is one word: a WAVE value
  WORKER 'FUNCTION(ARGUMENT, ...)'  the same in one word
  A word `,` separates invocations. With `-`, or without invocations, they are read from stdin,
  one per line; a line that begins with `#` is a comment. The workers stay alive until the run
  ends: after the last invocation, or after the first one that fails.

  WORKER is {component-id}/{worker-name} or urn:worker:{component-id}/{worker-name}. The name is
  encoded like a form field: c/a+b and c/a%20b are the same worker, and %2F is a / in a name.
  urn:worker:{component-id} creates a worker with a new name. worker://... is accepted with a
  warning: Golem 1.0 and later refuse it.
  FUNCTION is ns:name/iface@1.0.0.{f}, or f for a function of the world itself. A resource has
  {res.new}, {res.f} and {res.drop}. Package, version and interface are optional where the name
  is unique without them: api.{checkout}, checkout.
  Write a handle the way it is printed: handle(urn:worker:c/w, 0). Inside another value, quote it.

Output:
  Each result is one line of WAVE on stdout, or () if the function has none. The workers' stdout
  and stderr go to stderr, each line behind the worker's name, and so do the trace and all messages.
  With --format json, results, errors and the list are JSON on stdout, one object a line.

Limits:
  --max-workers, --max-memory and --timeout keep a guest's mistake from taking the machine with it.
  A call that exceeds one fails with an rpc-error that names it.

Examples:
  wasm-rpc-run --component history=purchase_history.wasm --component cart=cart_composed.wasm \\
    --env PURCHASE_HISTORY_TEMPLATE_ID=history cart/alice 'shopping:cart/api.{checkout}' --trace
  wasm-rpc-run --component c=counter.wasm --list
  wasm-rpc-run --component c=counter.wasm c/a 'add(5)' , urn:worker:c/a 'add(2)' , c/a%20b 'add(1)'
  printf 'c/a add 5\\nc/a add 2\\n' | wasm-rpc-run --component c=counter.wasm -

Exit codes: 0 success, 1 an invocation or its input failed, 2 wrong usage.";

/// Run components as workers that call each other through golem:rpc, on this machine
///
/// Without invocations, on a terminal, it is a prompt with history and completion; `:help` lists its commands.
#[derive(Debug, Parser)]
#[command(name = "wasm-rpc-run", version, after_help = EXAMPLE, after_long_help = AFTER_HELP, max_term_width = 120)]
// On Windows, help would otherwise say `wasm-rpc-run.exe`.
#[command(bin_name = "wasm-rpc-run")]
pub struct Args {
    /// Load a component; ID is its UUID or a local name (repeatable)
    #[arg(long, short, value_name = "ID=FILE", value_parser = component, required_unless_present_any = ["completions", "man"])]
    pub component: Vec<(String, PathBuf)>,

    /// Set an environment variable of the workers (repeatable)
    #[arg(long, short, value_name = "NAME=VALUE", value_parser = variable)]
    pub env: Vec<(String, String)>,

    /// Print the components' functions, each with a call to paste, and exit
    #[arg(long, short)]
    pub list: bool,

    /// Print each call between workers to stderr while it runs, with its arguments, result and time
    #[arg(long, short)]
    pub trace: bool,

    /// Write the calls between workers to FILE: `.mmd` or `.html` (sequence diagram), `.json` (one object a line)
    #[arg(long, value_name = "FILE", value_parser = trace_file)]
    pub trace_file: Option<(PathBuf, recording::Format)>,

    /// Format of results, errors and the list on stdout
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// Show errors in full, with all functions of backtraces
    #[arg(long, short)]
    pub verbose: bool,

    /// Hide the workers' stdout and stderr, and warnings
    #[arg(long, short)]
    pub quiet: bool,

    /// Refuse to create more workers
    #[arg(long, value_name = "COUNT", default_value_t = Limits::default().max_workers, value_parser = workers)]
    pub max_workers: usize,

    /// Memory of all workers, and of the values on their way between them
    #[arg(long, value_name = "SIZE", default_value = "2GiB", value_parser = size)]
    pub max_memory: u64,

    /// Seconds that an invocation may take; 0: no limit
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub timeout: TimeLimit,

    /// Compile components without the user's cache of compiled ones
    #[arg(long)]
    pub no_cache: bool,

    /// Color messages
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,

    /// Print a completion script for SHELL
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub completions: Option<Shell>,

    /// Print the manual page
    #[arg(long, exclusive = true)]
    pub man: bool,

    /// Invocations, separated by `,`, or `-` to read them from stdin
    #[arg(value_name = "INVOCATION", allow_negative_numbers = true)]
    pub invocations: Vec<String>,
}

/// The value of `--timeout`.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit(pub Option<Duration>);

fn workers(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|count| *count > 0).ok_or_else(|| "expected a number from 1 on".to_owned())
}

/// A number of bytes, perhaps with a unit: `512MiB`.
fn size(text: &str) -> Result<u64, String> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit: u64 = match unit.trim_start().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kib" | "k" => 1 << 10,
        "mib" | "m" => 1 << 20,
        "gib" | "g" => 1 << 30,
        "kb" => 1000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        _ => return Err("expected a size, such as `512MiB` or `2GiB`".to_owned()),
    };
    let size = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
    size.filter(|size| *size > 0).ok_or_else(|| "expected a size, such as `512MiB` or `2GiB`".to_owned())
}

fn seconds(text: &str) -> Result<TimeLimit, String> {
    let number = text.strip_suffix('s').unwrap_or(text).parse().ok();
    let limit = number.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let limit = limit.filter(|limit| limit.as_secs() < 1 << 32);
    let limit = limit.ok_or_else(|| "expected a number of seconds, such as `30` or `0.5`".to_owned())?;
    Ok(TimeLimit(Some(limit).filter(|limit| !limit.is_zero())))
}

fn trace_file(text: &str) -> Result<(PathBuf, recording::Format), String> {
    let file = PathBuf::from(text);
    let format = recording::Format::of(&file);
    let format = format.ok_or_else(|| "expected a file name that ends in `.mmd`, `.html` or `.json`".to_owned())?;
    Ok((file, format))
}

fn component(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((id, file)) if !id.is_empty() && !file.is_empty() => Ok((id.to_owned(), PathBuf::from(file))),
        _ => {
            let file = text.trim_start_matches('=');
            let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy());
            let id = stem.filter(|stem| !stem.contains([':', '=', ' '])).unwrap_or("ID".into());
            let file = if file.is_empty() { "FILE" } else { file };
            Err(format!("expected ID=FILE, for example `{id}={file}`"))
        }
    }
}

fn variable(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("expected NAME=VALUE".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn sizes_and_times_have_units() {
        for (text, bytes) in [("1", 1), ("512MiB", 512 << 20), ("2 GiB", 2 << 30), ("1g", 1 << 30), ("3MB", 3_000_000)]
        {
            assert_eq!(super::size(text), Ok(bytes), "{text}");
        }
        for text in ["", "0", "MiB", "-1", "1.5GiB", "1TB", "99999999999GiB"] {
            assert!(super::size(text).is_err(), "{text}");
        }
        assert_eq!(super::seconds("0.5s").unwrap().0.unwrap().as_millis(), 500);
        assert_eq!(super::seconds("0").unwrap().0, None);
        for text in ["", "-1", "x", "inf", "nan", "1e300"] {
            assert!(super::seconds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        super::Args::command().debug_assert();
    }
}
