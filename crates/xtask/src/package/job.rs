//! The main job, with what a user has installed: the shopping cart's stub is built, added to the caller's WIT, plugged in and
//! run; the library makes the same component.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::unpacked::Unpacked;
use crate::example::read_tree;
use crate::file::write_if_changed;
use crate::guests::Guests;
use crate::shell::{Workspace, capture, converse, run};

const EXAMPLE: &str = "examples/shopping-cart";

/// The calls: one checkout, and the order that it leaves in another worker.
const CALLS: &str = "\
cart/alice initialize-cart(\"alice\")
cart/alice add-item({product-id: \"p1\", name: \"Tea\", price: 4.5, quantity: 2})
cart/alice checkout()
history/alice get-orders()
";

/// The files of the job, in a folder with nothing else.
pub struct Job<'a> {
    packages: &'a Unpacked<'a>,
    guests: &'a Guests,
    folder: PathBuf,
}

impl<'a> Job<'a> {
    /// Copies the WIT of target and caller.
    pub fn prepare(workspace: &Workspace, packages: &'a Unpacked<'a>, guests: &'a Guests) -> Result<Self> {
        let folder = packages.job();
        for (from, to) in [("purchase-history/wit", "target-wit"), ("shopping-cart/wit", "caller-wit")] {
            for (path, bytes) in read_tree(&workspace.root.join(EXAMPLE).join(from))? {
                if !path.starts_with("deps") {
                    write_if_changed(&folder.join(to).join(path), &bytes)?;
                }
            }
        }
        Ok(Self { packages, guests, folder })
    }

    /// Does the job.
    pub fn run(&self) -> Result<()> {
        self.stubgen("generate -s target-wit -d stub-crate")?;
        self.stubgen("build -s target-wit --dest-wasm stub.wasm --dest-wit-root stub-wit")?;
        self.stubgen("add-stub-dependency -s stub-wit -d caller-wit")?;
        fs::copy(self.guests.component("shopping_cart"), self.folder.join("caller.wasm"))
            .context("copying the caller")?;
        self.stubgen("compose --source-wasm caller.wasm --stub-wasm stub.wasm --dest-wasm composed.wasm")?;
        for file in ["stub-crate/Cargo.toml", "caller-wit/deps/shopping_purchase-history-stub/_stub.wit"] {
            ensure!(self.folder.join(file).is_file(), "{file} was not written");
        }
        let answers = converse(&mut self.host(), CALLS)?;
        let history = answers.lines().last().unwrap_or_default();
        ensure!(history.contains("order-id: \"alice-1\""), "the order is not in the history: {answers}");
        self.use_library()
    }

    fn stubgen(&self, words: &str) -> Result<()> {
        run(self.packages.program("wasm-rpc-stubgen").arg("--quiet").args(words.split(' ')).current_dir(&self.folder))
    }

    fn host(&self) -> Command {
        let mut host = self.packages.built("wasm-rpc-run");
        let history = format!("history={}", self.guests.component("purchase_history").display());
        host.args(["--component", &history, "--component", "cart=composed.wasm"]);
        host.args(["--env", "PURCHASE_HISTORY_TEMPLATE_ID=history", "-"]).current_dir(&self.folder);
        host
    }

    /// The library makes the same component, byte for byte.
    fn use_library(&self) -> Result<()> {
        let mut consumer = self.packages.built("consumer");
        consumer.args(["target-wit/purchase-history.wit", "caller.wasm", "library.wasm"]).current_dir(&self.folder);
        let calls = capture(&mut consumer)?;
        ensure!(calls.contains("shopping:purchase-history/api.{add-order}"), "the library's mapping: {calls}");
        let read = |file: &str| fs::read(self.folder.join(file)).with_context(|| format!("reading {file}"));
        ensure!(read("library.wasm")? == read("composed.wasm")?, "library and command compose different components");
        Ok(())
    }
}
