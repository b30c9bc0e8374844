//! What is checked of a WebAssembly file before any library reads it: how deep its type declarations are nested,
//! found without recursion.
//!
//! `wasmparser` reads and validates component and instance types by recursion and has no limit of its own for them, so
//! a small hostile file ends the process with a stack overflow. This scan runs first and keeps its levels on the heap.
//! Whatever else is wrong with the bytes is left to the validator, which says it better.

use wasmparser::{
    BinaryReader, Chunk, ComponentAlias, ComponentExternName, ComponentImport, ComponentType, ComponentTypeRef,
    CoreType, Parser, Payload,
};

/// Levels of nested component and instance types that are read on. WIT needs three.
pub const LIMIT: usize = 128;

/// Whether a type section of `bytes`, at any level of nested components, nests deeper than [`LIMIT`].
pub fn is_too_deep(bytes: &[u8]) -> bool {
    let mut outer = Vec::new();
    let mut parser = Parser::new(0);
    let mut offset = 0;
    while let Some(rest) = bytes.get(offset..)
        && let Ok(Chunk::Parsed { consumed, payload }) = parser.parse(rest, true)
    {
        offset += consumed;
        match payload {
            Payload::ComponentTypeSection(section) => {
                let body = position(section.original_position())..position(section.range().end);
                if bytes.get(body).is_some_and(|body| section_is_too_deep(section.count(), body)) {
                    return true;
                }
            }
            Payload::ComponentSection { parser: nested, .. } => outer.push(std::mem::replace(&mut parser, nested)),
            // Core modules have no such types.
            Payload::ModuleSection { unchecked_range, .. } => offset = position(unchecked_range.end),
            Payload::End(_) => match outer.pop() {
                Some(next) => parser = next,
                None => return false,
            },
            _ => {}
        }
    }
    false
}

/// An offset of `wasmparser` as an index. One that does not fit is beyond the end of any slice.
fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn section_is_too_deep(count: u32, body: &[u8]) -> bool {
    let mut reader = BinaryReader::new(body, 0);
    // How many items each open level still has; the first level is the section itself.
    let mut left = vec![count];
    while let Some(items) = left.last_mut() {
        if *items == 0 {
            left.pop();
            continue;
        }
        *items -= 1;
        let in_section = left.len() == 1;
        match read_item(&mut reader, in_section) {
            Ok(Some(declarations)) if left.len() == LIMIT => return declarations > 0,
            Ok(Some(declarations)) => left.push(declarations),
            Ok(None) => {}
            Err(_) => return false,
        }
    }
    false
}

/// Reads a type (in a section) or a declaration (in a type). For a component or instance type only the head is read,
/// and the number of its declarations returned.
fn read_item(reader: &mut BinaryReader, in_section: bool) -> wasmparser::Result<Option<u32>> {
    if !in_section {
        match reader.read_u8()? {
            0x00 => return reader.read::<CoreType>().map(|_| None),
            0x01 => {}
            0x02 => return reader.read::<ComponentAlias>().map(|_| None),
            0x03 => return reader.read::<ComponentImport>().map(|_| None),
            _ => {
                reader.read::<ComponentExternName>()?;
                return reader.read::<ComponentTypeRef>().map(|_| None);
            }
        }
    }
    match reader.clone().read_u8()? {
        0x41 | 0x42 => {
            reader.read_u8()?;
            reader.read_var_u32().map(Some)
        }
        _ => reader.read::<ComponentType>().map(|_| None),
    }
}
