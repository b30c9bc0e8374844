//! Edits a `Makefile.toml`: adds and removes the tasks of this program beside those of the user.
//!
//! ```text
//! [tasks.regenerate-stubs]
//! category = "wasm-rpc-stubgen"       <- ours, by this mark
//! dependencies = [...]
//! ```
//!
//! A task is ours by its category, or because the tool of 2024 wrote exactly this task (`original`). Other tasks never change,
//! even if ours has the same name. In a task of ours, the keys that we write are updated, and keys of the user stay.

mod original;
mod task;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use crate::document::{self, DocumentError};
use task::WorkspaceKey;

pub use task::{CATEGORY, Task};

const TASKS: [&str; 1] = ["tasks"];
const CONFIG: [&str; 1] = ["config"];

/// The beginning of a file that we create.
const WARNING: &str = "\
# Run tasks in this folder. In the folder of a member, `cargo make build-flow` runs cargo-make's own flow, which cleans the
# workspace and reformats your code. `wasm-rpc-stubgen flow` does what `build-flow` does, and runs anywhere in the workspace.

";

/// The key that decides whether tasks run in each member of a workspace by default.
const DEFAULT_TO_WORKSPACE: &str = "default_to_workspace";

/// The comment behind this key if we wrote it.
const OUR_CONFIG: &str = " # written by wasm-rpc-stubgen, for its tasks";

/// A `Makefile.toml`.
#[derive(Debug, Clone)]
pub struct Makefile {
    text: String,
    document: DocumentMut,
}

impl Makefile {
    /// Parses the text of the file, which is empty if there is no file.
    ///
    /// # Errors
    ///
    /// When the text is not TOML, or a value that must be a table is not.
    pub fn parse(text: &str) -> Result<Self, DocumentError> {
        let mut document = document::parse(text)?;
        let names = names(&mut document)?;
        for name in &names {
            document::table(document.as_item_mut(), &["tasks", name])?;
        }
        document::table(document.as_item_mut(), &CONFIG)?;
        Ok(Self { text: text.to_string(), document })
    }

    /// The tasks that are ours.
    pub fn ours(&self) -> Vec<Task> {
        let tasks: Vec<(Task, &dyn TableLike)> = self.tasks().collect();
        let by_original = tasks.iter().any(|(task, table)| original::is_unmistakable(task, *table));
        let is_ours =
            |(task, table): &(Task, &dyn TableLike)| is_marked(*table) || by_original && original::wrote(task, *table);
        tasks.into_iter().filter(is_ours).map(|(task, _)| task).collect()
    }

    /// The names of the user's tasks.
    pub fn users(&self) -> Vec<String> {
        let ours = self.ours();
        let names = self.tasks().map(|(task, _)| task.name);
        names.filter(|name| ours.iter().all(|task| task.name != *name)).collect()
    }

    /// The text of the file with the `wanted` tasks in the place of ours. Tasks of the user with the same names stay.
    ///
    /// # Errors
    ///
    /// When a value that must be a table is not.
    pub fn edit(mut self, wanted: &[Task]) -> Result<String, DocumentError> {
        if let Some(rest) = self.text.strip_prefix(WARNING).filter(|_| wanted.is_empty()) {
            self = Self::parse(rest)?;
        }
        let ours = self.ours();
        let users = self.users();
        let is_new = self.text.trim().is_empty();
        let is_wanted = |name: &str| wanted.iter().any(|task| task.name == name);
        for task in ours.iter().filter(|task| !is_wanted(&task.name)) {
            let tasks = document::ensure_table(self.document.as_item_mut(), &TASKS)?;
            document::remove(tasks, &task.name);
        }
        let workspace = if wanted.is_empty() {
            self.remove_config()?;
            WorkspaceKey::Absent
        } else {
            self.add_config()?
        };
        for task in wanted.iter().filter(|task| !users.contains(&task.name)) {
            let table = document::ensure_table(self.document.as_item_mut(), &["tasks", &task.name])?;
            task.write(table, workspace);
        }
        let text = document::text(&self.document, &self.text);
        Ok(if is_new && !wanted.is_empty() { format!("{WARNING}{text}") } else { text })
    }

    fn tasks(&self) -> impl Iterator<Item = (Task, &dyn TableLike)> {
        let tasks = self.document.get("tasks").and_then(Item::as_table_like);
        let entries = tasks.into_iter().flat_map(|tasks| tasks.iter());
        entries.filter_map(|(name, item)| item.as_table_like().map(|table| (Task::read(name, table), table)))
    }

    /// Makes our tasks run once, and not in each member. A file of the user keeps its `[config]`, which also applies to the
    /// user's tasks.
    fn add_config(&mut self) -> Result<WorkspaceKey, DocumentError> {
        let is_new = self.document.is_empty();
        let root = self.document.as_item_mut();
        if is_new {
            let mut no = Value::from(false);
            no.decor_mut().set_suffix(OUR_CONFIG);
            let config = document::ensure_table(root, &CONFIG)?;
            document::insert(config, DEFAULT_TO_WORKSPACE, Item::Value(no));
            self.keep_comments_first();
            return Ok(WorkspaceKey::Absent);
        }
        let config = document::table(root, &CONFIG)?;
        let default = config.as_ref().and_then(|config| config.get(DEFAULT_TO_WORKSPACE)).and_then(Item::as_bool);
        Ok(if default == Some(false) { WorkspaceKey::Absent } else { WorkspaceKey::Explicit })
    }

    /// Keeps the text of a file that contains only comments above the new tasks.
    fn keep_comments_first(&mut self) {
        let comments = self.document.trailing().as_str().unwrap_or_default().to_string();
        if !comments.trim().is_empty()
            && let Some(config) = self.document.get_mut(CONFIG[0]).and_then(Item::as_table_mut)
        {
            let line_end = if comments.ends_with('\n') { "" } else { "\n" };
            config.decor_mut().set_prefix(format!("{comments}{line_end}\n"));
            self.document.set_trailing("");
        }
    }

    /// Removes what `add_config` added, unless the user's tasks may depend on it.
    fn remove_config(&mut self) -> Result<(), DocumentError> {
        let is_users = |(key, item): (&str, &Item)| {
            key != CONFIG[0] && item.as_table_like().is_none_or(|table| key != TASKS[0] || has_entries(table))
        };
        if self.document.iter().any(is_users) {
            return Ok(());
        }
        let root = self.document.as_item_mut();
        let Some(config) = document::table(root, &CONFIG)? else {
            return Ok(());
        };
        let default = config.get(DEFAULT_TO_WORKSPACE).and_then(Item::as_value);
        let comment = default.and_then(|value| value.decor().suffix()).and_then(|suffix| suffix.as_str());
        if comment != Some(OUR_CONFIG) {
            return Ok(());
        }
        document::remove(config, DEFAULT_TO_WORKSPACE);
        if !has_entries(document::table_like(config, &CONFIG)?) {
            document::remove(root, CONFIG[0]);
        }
        Ok(())
    }
}

fn has_entries(table: &dyn TableLike) -> bool {
    !table.iter().all(|(_, item)| document::is_removed(item))
}

fn names(document: &mut DocumentMut) -> Result<Vec<String>, DocumentError> {
    let Some(tasks) = document::table(document.as_item_mut(), &TASKS)? else {
        return Ok(Vec::new());
    };
    Ok(document::table_like(tasks, &TASKS)?.iter().map(|(name, _)| name.to_string()).collect())
}

fn is_marked(table: &dyn TableLike) -> bool {
    table.get("category").and_then(Item::as_str) == Some(CATEGORY)
}
