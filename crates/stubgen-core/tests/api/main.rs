//! The public API of the library, as a text: a change of it changes `api.txt`, which a reviewer sees.
//!
//! The text is made from the sources: what `lib.rs` exports, with the public fields, variants and methods of each item and
//! the traits that are implemented for it. `cargo xtask check-api --bless` rewrites it.

mod listing;
mod sources;

use std::path::Path;
use std::{env, fs};

use sources::Crates;

#[test]
fn the_public_api_is_the_one_in_api_txt() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listing = listing::of(&Crates::read(folder));
    let file = folder.join("api.txt");
    if env::var_os("BLESS").is_some() {
        fs::write(&file, listing).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let lines = |text: &str| text.lines().map(str::to_string).collect::<Vec<_>>();
    let (before, after) = (lines(&expected), lines(&listing));
    let only = |sign: &str, lines: &[String], other: &[String]| {
        lines.iter().filter(|line| !other.contains(line)).map(|line| format!("{sign} {line}\n")).collect::<String>()
    };
    let (gone, new) = (only("-", &before, &after), only("+", &after, &before));
    assert!(
        expected == listing,
        "the public API is not the one in `api.txt`:\n{gone}{new}hint: `cargo xtask check-api --bless` rewrites the file; read the diff"
    );
}
