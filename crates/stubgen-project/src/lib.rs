//! The files of a run to disk, in three steps: plan, check, apply.
//!
//! ```text
//! Outputs --plan()--> Plan --apply()--> the tree on disk
//!            |           \--Display--> what a dry run shows
//!            \--Problems: everything that stands in the way, nothing written
//! ```
//!
//! A [`Plan`] exists only once it is checked, so there is no way to apply an unchecked one. Applying writes each file
//! to a temporary one first and then moves them all into place; when a move fails, the moves before it are taken
//! back. A file whose content is already right is not touched. A killed run leaves each file old or new, and the next
//! one clears away its temporary files. Two runs at once take turns.
//!
//! What the files contain is decided elsewhere; this crate looks inside only for the mark of generated files.

mod apply;
mod caller;
pub mod component_manifest;
mod disk;
mod document;
mod fingerprint;
mod generated;
mod grounds;
mod list;
mod lock;
pub mod makefile;
mod original_crate;
mod output;
mod outputs;
mod place;
mod plan;
mod problem;
mod reading;
mod text;
pub mod workspace_manifest;

pub use caller::{AddStubError, Addition, Import, add_stub};
pub use disk::{Attributes, Disk, FileSystem};
pub use document::{DocumentError, Position};
pub use generated::{is_generated_crate, is_unfinished};
pub use outputs::{Outputs, Source};
pub use plan::{Change, Draft, Overwrite, Plan, Step};
pub use problem::{Problem, Problems};
pub use reading::Reading;
pub use text::{NotText, Text};
