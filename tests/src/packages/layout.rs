//! Packages -> files: one or several, below `deps`, or in the root's file.

use super::choices::Choices;
use super::worlds::Written;

/// The files of the packages, of which the last is the root.
pub(super) fn files(choices: &mut Choices, mut packages: Vec<Written>) -> Vec<(String, String)> {
    let root = packages.pop().expect("there is a root");
    let (mut files, mut nested) = (Vec::new(), Vec::new());
    for (number, package) in packages.into_iter().enumerate() {
        match choices.between(0, 3) {
            0 => nested.push(format!("{} {{\n{}}}\n", package.id.header(), package.items.concat())),
            1 => files.push((format!("deps/d{number}.wit"), file(&package, &package.items))),
            _ => files.extend(split(choices, &package, &format!("deps/d{number}/"))),
        }
    }
    let mut of_root = split(choices, &root, "");
    of_root[0].1.insert_str(0, &choices.docs(""));
    of_root[0].1.extend(nested);
    of_root.extend(files);
    for (_, content) in &mut of_root {
        if choices.one_in(30) {
            *content = content.replace('\n', "\r\n");
        }
    }
    of_root
}

/// One or several files of a package.
fn split(choices: &mut Choices, package: &Written, directory: &str) -> Vec<(String, String)> {
    let count = if choices.one_in(3) { package.items.len().min(3) } else { 1 };
    let mut parts = vec![Vec::new(); count];
    for (number, item) in package.items.iter().enumerate() {
        parts[number % count].push(item.clone());
    }
    let named = parts.iter().enumerate();
    named.map(|(number, items)| (format!("{directory}f{number}.wit"), file(package, items))).collect()
}

fn file(package: &Written, items: &[String]) -> String {
    format!("{};\n\n{}", package.id.header(), items.join("\n"))
}
