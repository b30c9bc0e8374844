//! What of the encoded component is kept.
//!
//! The encoder names every item of the component for debuggers, which makes a small stub a quarter larger. A backtrace
//! takes its names from the core module, so these go.

use wasmparser::BinaryReader;

/// The custom section with the component's own names.
const NAMES: &str = "component-name";

/// The component without the names of its items; those of the core module stay.
pub(super) fn without_names(component: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(component.len());
    let mut reader = BinaryReader::new(component, 0);
    kept.extend_from_slice(reader.read_bytes(8).expect("a component starts with magic and version"));
    while !reader.eof() {
        let start = reader.original_position();
        let id = reader.read_u8().expect("a section starts with its id");
        let size = reader.read_var_u32().expect("a section has a size");
        let content = reader.read_bytes(size as usize).expect("a section is whole");
        if id != 0 || BinaryReader::new(content, 0).read_string().ok() != Some(NAMES) {
            kept.extend_from_slice(&component[start..reader.original_position()]);
        }
    }
    kept
}
