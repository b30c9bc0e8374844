//! The sections of a component's root as bytes: to rename imports, and to carry metadata along.
//!
//! Everything but the bytes in question is copied as it is. Names are not part of a component's own index spaces, so a
//! renamed import changes nothing inside the component.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use wasmparser::{ComponentImportSectionReader, Parser, Payload};

const HEADER: usize = 8;

/// `bytes` (a valid component) with its imports named as `names` says, old name to new.
pub(crate) fn rename_imports<'a>(bytes: &'a [u8], names: &BTreeMap<&str, &str>) -> wasmparser::Result<Cow<'a, [u8]>> {
    if names.is_empty() {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut renamed = bytes[..HEADER].to_vec();
    each_root_section(bytes, |id, range, payload| {
        match payload {
            Payload::ComponentImportSection(section) => {
                let body = renamed_section(bytes, section, names)?;
                push_section(&mut renamed, id, &body);
            }
            _ => push_section(&mut renamed, id, &bytes[range]),
        }
        Ok(())
    })?;
    Ok(Cow::Owned(renamed))
}

/// `composed` with the custom sections of `caller`'s root at its end: producers, authors, licence, the component's
/// name.
pub(crate) fn with_metadata_of(caller: &[u8], mut composed: Vec<u8>) -> wasmparser::Result<Vec<u8>> {
    each_root_section(caller, |id, range, payload| {
        match payload {
            Payload::CustomSection(section) if section.name() == "component-name" => {
                if let Some(name) = own_name(section.data()) {
                    let mut body = Vec::new();
                    push_string(&mut body, "component-name");
                    body.extend(name);
                    push_section(&mut composed, id, &body);
                }
            }
            Payload::CustomSection(_) => push_section(&mut composed, id, &caller[range]),
            _ => {}
        }
        Ok(())
    })?;
    Ok(composed)
}

/// The first subsection of a name section, which holds the component's own name; the others name indices.
fn own_name(names: &[u8]) -> Option<&[u8]> {
    let mut reader = wasmparser::BinaryReader::new(names, 0);
    let id = reader.read_u8().ok()?;
    reader.read_reader().ok()?;
    (id == 0).then(|| &names[..reader.current_position()])
}

fn each_root_section<'a>(
    bytes: &'a [u8],
    mut visit: impl FnMut(u8, Range<usize>, &Payload<'a>) -> wasmparser::Result<()>,
) -> wasmparser::Result<()> {
    let mut level = 0_usize;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        match &payload {
            Payload::Version { .. } => level += 1,
            Payload::End(_) => level -= 1,
            _ if level == 1 => {
                if let Some((id, range)) = payload.as_section() {
                    visit(id, range, &payload)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn renamed_section(
    bytes: &[u8],
    section: &ComponentImportSectionReader,
    names: &BTreeMap<&str, &str>,
) -> wasmparser::Result<Vec<u8>> {
    let mut body = Vec::new();
    push_u32(&mut body, section.count() as usize);
    let end = section.range().end;
    let imports = section.clone().into_iter_with_offsets().collect::<wasmparser::Result<Vec<_>>>()?;
    for (index, (start, import)) in imports.iter().enumerate() {
        let next = imports.get(index + 1).map_or(end, |(next, _)| *next);
        match names.get(import.name.name) {
            Some(name) => {
                let mut old = wasmparser::BinaryReader::new(&bytes[*start..next], *start);
                old.read_u8()?;
                old.read_string()?;
                body.push(0);
                push_string(&mut body, name);
                body.extend(&bytes[old.original_position()..next]);
            }
            None => body.extend(&bytes[*start..next]),
        }
    }
    Ok(body)
}

fn push_section(bytes: &mut Vec<u8>, id: u8, body: &[u8]) {
    bytes.push(id);
    push_u32(bytes, body.len());
    bytes.extend(body);
}

fn push_string(bytes: &mut Vec<u8>, text: &str) {
    push_u32(bytes, text.len());
    bytes.extend(text.as_bytes());
}

/// LEB128, as short as it goes.
fn push_u32(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
