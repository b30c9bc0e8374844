//! The public API of `wasm-rpc-stubgen-core`, compared with `crates/stubgen-core/api.txt`.
//!
//! `cargo semver-checks` compares with a published version, and nothing is published yet.

use anyhow::Result;

use crate::goldens::Goldens;
use crate::shell::{Workspace, run};

/// Compares the API with the file, or rewrites the file.
pub fn check(workspace: &Workspace, goldens: Goldens) -> Result<()> {
    let mut test = workspace.cargo();
    // The whole workspace, for the features of dependencies that are compiled already.
    test.args(["test", "--quiet", "--workspace", "--test", "api"]);
    match goldens {
        Goldens::Compare => test.env_remove("BLESS"),
        Goldens::Rewrite => test.env("BLESS", "1"),
    };
    run(&mut test)
}
