//! A task in a `Makefile.toml`: the keys that we write.

use toml_edit::{Item, TableLike, Value};

use crate::toml_value::{list_value, strings, write_value};

/// The category of our tasks.
pub const CATEGORY: &str = "wasm-rpc-stubgen";

/// The keys of a task that we write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Its name.
    pub name: String,
    /// The task that it is an alias of.
    pub alias: Option<String>,
    /// The directory that it runs in.
    pub cwd: Option<String>,
    /// The program that it runs.
    pub command: Option<String>,
    /// The program's arguments.
    pub args: Vec<String>,
    /// The tasks that run before it.
    pub dependencies: Vec<String>,
}

/// Whether a task needs the key `workspace`, so that it does not run in each member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkspaceKey {
    /// It needs `workspace = false`.
    Explicit,
    /// The key is not needed.
    Absent,
}

impl Task {
    pub(super) fn read(name: &str, table: &dyn TableLike) -> Self {
        let text = |key| table.get(key).and_then(Item::as_str).map(str::to_string);
        let list = |key| table.get(key).and_then(strings).unwrap_or_default();
        Self {
            name: name.to_string(),
            alias: text("alias"),
            cwd: text("cwd"),
            command: text("command"),
            args: list("args"),
            dependencies: list("dependencies"),
        }
    }

    /// Sets each key that we write, unless it already has the right value.
    pub(super) fn write(&self, table: &mut Item, workspace: WorkspaceKey) {
        let text = |text: &Option<String>| text.as_ref().map(Value::from);
        let list = |list: &[String]| (!list.is_empty()).then(|| list_value(list));
        for (key, wanted) in [
            ("category", Some(CATEGORY.into())),
            ("workspace", (workspace == WorkspaceKey::Explicit).then(|| false.into())),
            ("alias", text(&self.alias)),
            ("cwd", text(&self.cwd)),
            ("command", text(&self.command)),
            ("args", list(&self.args)),
            ("dependencies", list(&self.dependencies)),
        ] {
            write_value(table, key, wanted);
        }
    }
}
