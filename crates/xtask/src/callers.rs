//! The callers in five languages, built, composed and run by the commands of `docs/languages.md`.
//!
//! The examples are copied to `target/callers`, where the commands run. A language whose tools cannot be had is left out with a
//! warning; in CI it fails the task.

mod bindings;
mod garbage;
mod page;
mod stage;
mod tools;

use std::env;
use std::fs;

use anyhow::{Context, Result, ensure};

use crate::file::write_if_changed;
use crate::guests;
use crate::shell::{Steps, Workspace, is_ci, say};
use crate::wasm_target;
use page::Page;
use stage::{Language, PAGE, Stage, Types};
use tools::Tools;

/// The target of all callers: its folder among the examples, and its component there as the page has it.
const TARGET: &str = "stock";
const TARGET_COMPONENT: &str = "stock/target/wasm32-wasip2/release/stock.wasm";

/// Builds all callers and lets each of them sell.
pub fn run_all(workspace: &Workspace) -> Result<()> {
    let output = workspace.target.join("callers");
    let languages = chosen()?;
    let mut steps = Steps::new(2 + 2 * languages.len());
    steps.step("the workspace's programs", || workspace.build_programs())?;
    steps.step("the stock of a shop", || {
        let stock = guests::build_all(workspace, &wasm_target::find_or_get(workspace)?)?.component(TARGET);
        let copy = output.join(TARGET_COMPONENT);
        write_if_changed(&copy, &fs::read(stock).context("reading the component")?)
    })?;
    let text = fs::read_to_string(workspace.root.join(PAGE)).with_context(|| format!("reading {PAGE}"))?;
    let page = Page::read(&text).context(PAGE)?;
    let tools = Tools::new(workspace);
    tools.prepare()?;
    let stage = Stage { workspace, output, page, variables: tools.variables()?, tools };
    stage.copy(TARGET, TARGET)?;
    let mut missing = Vec::new();
    for language in languages {
        let name = language.name();
        let tools = steps.step(&format!("a caller in {name}"), || call(&stage, language))?;
        let packages = format!("bindings of random packages in {name}");
        match tools {
            Ok(()) => steps.step(&packages, || bindings::check(&stage, language))?,
            Err(reason) => steps.step(&packages, || {
                missing.push(format!("{name}: {reason:#}"));
                Ok(())
            })?,
        }
    }
    steps.finish("cargo xtask callers");
    for missing in &missing {
        say(&format!("warning: the tools of {missing}"));
    }
    ensure!(missing.is_empty() || !is_ci(), "tools that cannot be had: {}", missing.join("; "));
    Ok(())
}

/// All languages, or the one that `LANGUAGE` names.
fn chosen() -> Result<Vec<Language>> {
    let Ok(name) = env::var("LANGUAGE") else { return Ok(Language::ALL.to_vec()) };
    let found = Language::ALL.into_iter().find(|language| language.name() == name);
    Ok(vec![found.with_context(|| format!("no language `{name}`"))?])
}

/// Builds and runs the caller in a language. The inner error is the reason why there are no tools.
fn call(stage: &Stage<'_>, language: Language) -> Result<Result<()>> {
    let section = stage.page.language(language.name())?;
    let folder = stage.copy(&language.folder(), &language.folder())?;
    stage.check_code(language, &section.code)?;
    if let Err(reason) = stage.install(language, &section.tools, &folder) {
        return Ok(Err(reason));
    }
    stage.build_and_run(&section.build, &folder, Types::Inlined)?;
    if let Some(other) = &section.other {
        stage.answer(other, &folder, Types::Inlined)?;
    }
    match language {
        Language::Rust | Language::C => {
            let folder = stage.copy(&language.folder(), &format!("{}-used-types", language.folder()))?;
            stage.build_and_run(&section.build, &folder, Types::Used)?;
            if let Some(other) = &section.other {
                stage.answer(other, &folder, Types::Used)?;
            }
        }
        Language::Go => garbage::check(stage, &section.build, &folder)?,
        Language::JavaScript | Language::Python => {}
    }
    Ok(Ok(()))
}
