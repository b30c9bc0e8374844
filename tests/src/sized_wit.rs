//! WIT of any size, for measurements.

use std::fmt::Write;

/// A package whose world exports `functions` functions, each with its own record as parameter and result, in
/// interfaces of a hundred.
pub fn functions(functions: usize) -> String {
    interfaces_of(100, functions)
}

/// The same functions in one interface.
pub fn one_interface(functions: usize) -> String {
    interfaces_of(functions, functions)
}

fn interfaces_of(size: usize, functions: usize) -> String {
    let mut wit = String::from("package bench:functions;\n");
    let interfaces = functions.div_ceil(size);
    for interface in 0..interfaces {
        let first = interface * size;
        write!(wit, "\ninterface api{interface} {{\n").expect("a string can be written to");
        for n in first..functions.min(first + size) {
            writeln!(wit, "  record item{n} {{ id: string, count: u32, tags: list<string>, other: option<f64> }}")
                .expect("a string can be written to");
            writeln!(wit, "  function{n}: func(item: item{n}, number: u64) -> list<item{n}>;")
                .expect("a string can be written to");
        }
        wit.push_str("}\n");
    }
    wit.push_str("\nworld functions {\n");
    for interface in 0..interfaces {
        writeln!(wit, "  export api{interface};").expect("a string can be written to");
    }
    wit.push_str("}\n");
    wit
}

/// A package with `types` records, each with its own fields and one field of the previous record's type.
pub fn types(types: usize) -> String {
    let mut wit = String::from("package bench:types;\n\ninterface api {\n");
    for n in 0..types {
        // Every tenth begins a new chain: the component model nests types no deeper than 100.
        let before = if n % 10 == 0 { "u8".to_string() } else { format!("item{}", n - 1) };
        writeln!(
            wit,
            "  record item{n} {{ before: {before}, a{n}: list<string>, b: tuple<u8, option<u{}>> }}",
            8 << (n % 4)
        )
        .expect("a string can be written to");
    }
    for n in (9..types).step_by(10) {
        writeln!(wit, "  function{n}: func(item: item{n}) -> item{n};").expect("a string can be written to");
    }
    wit.push_str("}\n\nworld types {\n  export api;\n}\n");
    wit
}
