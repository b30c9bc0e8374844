//! The worlds of a caller, which may import stubs that are not there yet.

use std::path::Path;

use wasm_rpc_stubgen_model::{Features, WitContent, read_folder};

/// The names of the worlds of the package in the folder `root` whose feature gates are open. Without WIT that can be parsed,
/// there are none.
pub fn world_names(root: &Path, features: &Features) -> Vec<String> {
    let Ok(folder) = read_folder(root) else {
        return Vec::new();
    };
    let WitContent::Text(group) = &folder.main.content else {
        return Vec::new();
    };
    let worlds = group.main.worlds.iter().map(|(_, world)| world);
    let open = worlds.filter(|world| !world.name.is_empty() && features.closes(&world.stability).is_none());
    open.map(|world| world.name.clone()).collect()
}
