//! The callers in other languages: compiled by `componentize-js` and `componentize-py`, composed with a stub that defines its
//! types itself, and run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::example::{self, CheckedInWit};
use crate::guests;
use crate::shell::{Steps, Workspace, converse, run};
use crate::wasm_target;

/// What the till is asked: the functions of an interface and of its world, whose types are its own and the stub's.
const CALLS: &str = "\
till/one shop:till/api.{sell} \"ann\" \"tea\" 4.5
till/one print-receipt \"ann\"
till/one print-receipt \"bob\"
";

const ANSWERS: &str = "\
1
{standing: new, last-order: some({order-id: \"ann-1\", items: [{product-id: \"tea\", name: \"tea\", price: 4.5, quantity: 1}], total: 4.5, timestamp: 0})}
{standing: new}
";

/// Builds the stub and both callers, and lets each of them call the purchase history.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let output = workspace.target.join("callers");
    fs::create_dir_all(&output).with_context(|| format!("creating {}", output.display()))?;
    let stage = Stage { workspace, output };
    let mut steps = Steps::new(5);
    steps.step("the workspace's programs", || workspace.build_programs())?;
    let guests =
        steps.step("the purchase history", || guests::build_all(workspace, &wasm_target::find_or_get(workspace)?))?;
    steps.step("a stub with inlined types", || stage.build_stub())?;
    let history = guests.component("purchase_history");
    steps.step("a caller in JavaScript", || stage.call("javascript-caller", &history, &stage.javascript()?))?;
    steps.step("a caller in Python", || stage.call("python-caller", &history, &stage.python()?))?;
    steps.finish("cargo xtask callers");
    Ok(())
}

/// The folders of the task.
struct Stage<'a> {
    workspace: &'a Workspace,
    output: PathBuf,
}

impl Stage<'_> {
    fn tool(&self, name: &str) -> Command {
        self.workspace.program(name)
    }

    fn example(&self, name: &str) -> PathBuf {
        self.workspace.root.join("examples").join(name)
    }

    fn stub(&self) -> PathBuf {
        self.output.join("stub.wasm")
    }

    fn build_stub(&self) -> Result<()> {
        let mut build = self.tool("wasm-rpc-stubgen");
        build.args(["build", "--always-inline-types", "-s"]).arg(self.example("shopping-cart/purchase-history/wit"));
        run(build.arg("--dest-wasm").arg(self.stub()).arg("--dest-wit-root").arg(self.output.join("stub-wit")))
    }

    /// Copies an example into the output, where its tools add files.
    fn copy(&self, name: &str) -> Result<PathBuf> {
        let copy = self.output.join(name);
        for (path, content) in example::read_tree(&self.example(name))? {
            let path = copy.join(path);
            fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
            fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(copy)
    }

    fn javascript(&self) -> Result<PathBuf> {
        let folder = self.copy("javascript-caller")?;
        needs("npm", &["--version"], &["nodejs", "npm"])?;
        let component = folder.join("till.wasm");
        run(Command::new("npm")
            .args(["install", "--no-package-lock", "--no-audit", "--no-fund"])
            .current_dir(&folder))?;
        run(Command::new("npm").args(["run", "build", "--"]).arg(&component).current_dir(&folder))?;
        Ok(component)
    }

    fn python(&self) -> Result<PathBuf> {
        let folder = self.copy("python-caller")?;
        needs("python3", &["-c", "import ensurepip, venv"], &["python3", "python3-venv"])?;
        let (environment, component) = (folder.join("env"), folder.join("till.wasm"));
        run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        let program = |name: &str| Command::new(environment.join("bin").join(name));
        run(program("pip").args(["install", "--quiet", "-r"]).arg(folder.join("requirements.txt")))?;
        let mut componentize = program("componentize-py");
        componentize.args(["-d", "wit", "-w", "till", "componentize", "till", "-o"]).arg(&component);
        run(componentize.current_dir(&folder))?;
        Ok(component)
    }

    /// Composes a caller with the stub, and calls it.
    fn call(&self, name: &str, history: &Path, caller: &Path) -> Result<()> {
        let (tool, stub) = (self.tool("wasm-rpc-stubgen"), self.output.join("stub-wit"));
        example::check(tool, &stub, &self.example(name).join("wit"), CheckedInWit::Compare)?;
        let composed = caller.with_file_name("till-composed.wasm");
        let mut compose = self.tool("wasm-rpc-stubgen");
        compose.arg("compose").arg("--source-wasm").arg(caller).arg("--stub-wasm").arg(self.stub());
        run(compose.arg("--dest-wasm").arg(&composed))?;
        let component = |id: &str, path: &Path| format!("{id}={}", path.display());
        let mut host = self.tool("wasm-rpc-run");
        host.args(["--component", &component("history", history), "--component", &component("till", &composed)]);
        let answers = converse(&mut host, CALLS)?;
        ensure!(answers == ANSWERS, "{name} answered\n{answers}instead of\n{ANSWERS}");
        Ok(())
    }
}

/// Installs a program from Debian's packages if it does not run with the arguments of `trial`.
fn needs(program: &str, trial: &[&str], packages: &[&str]) -> Result<()> {
    if Command::new(program).args(trial).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    run(Command::new("apt-get").arg("update"))?;
    run(Command::new("apt-get").args(["install", "-y", "--no-install-recommends"]).args(packages))
}
