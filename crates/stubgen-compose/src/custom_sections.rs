//! The custom sections of a component's root: producers, authors, licence, the component's name.

use wasm_encoder::CustomSection;
use wasmparser::{BinaryReader, Chunk, Parser, Payload};

/// Those that stay true of a component that this one is part of, from a valid component.
pub(crate) fn of(component: &[u8]) -> Vec<CustomSection<'_>> {
    let mut sections = Vec::new();
    let mut parser = Parser::new(0);
    let mut offset = 0;
    while let Some(rest) = component.get(offset..)
        && let Ok(Chunk::Parsed { consumed, payload }) = parser.parse(rest, true)
    {
        offset += consumed;
        match payload {
            // What is nested is skipped.
            Payload::ModuleSection { unchecked_range, .. } | Payload::ComponentSection { unchecked_range, .. } => {
                // A range that is too long for memory ends the loop.
                offset = usize::try_from(unchecked_range.end).unwrap_or(usize::MAX);
            }
            Payload::CustomSection(section) => {
                let data = match section.name() {
                    "component-name" => own_name(section.data()),
                    _ => Some(section.data()),
                };
                let name = section.name().into();
                sections.extend(data.map(|data| CustomSection { name, data: data.into() }));
            }
            Payload::End(_) => break,
            _ => {}
        }
    }
    sections
}

/// The first subsection of a name section, which holds the component's own name; the others name indices.
fn own_name(names: &[u8]) -> Option<&[u8]> {
    let mut reader = BinaryReader::new(names, 0);
    let id = reader.read_u8().ok()?;
    reader.read_reader().ok()?;
    (id == 0).then(|| &names[..reader.current_position()])
}
