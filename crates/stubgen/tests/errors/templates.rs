//! The sources of the program to the texts of its errors: `#[error("…")]`, what builds an error's `Diagnostic`, and hints.
//!
//! A template is a format string. It matches a text in which its parts follow each other; what stands for an argument is
//! free, but an argument in backticks has none inside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::parse::ParseStream;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Expr, FieldValue, ImplItemFn, ItemConst, ItemFn, ItemMod, Lit, LitStr, Local, Macro, Member, Pat,
};

/// The crates whose errors a user of the program sees.
const CRATES: [&str; 6] =
    ["stubgen", "stubgen-model", "stubgen-emit", "stubgen-compose", "stubgen-files", "stubgen-edit"];

/// Functions that give a part of a message: all of their texts are templates.
const FUNCTIONS: [&str; 9] = [
    "hint",
    "message",
    "texts",
    "accessor",
    "exceeded_limit",
    "imported_twin",
    "did_you_mean",
    "worlds_are",
    "missing_effect",
];

/// Variables and fields that have such a part.
const NAMES: [&str; 3] = ["hint", "message", "reason"];

/// Functions and methods that take such a part.
const TAKERS: [&str; 3] = ["Diagnostic::error", "Diagnostic::warning", "hint"];

/// Functions and methods whose arguments are texts of a message, not parts such as separators.
const TEXT_ARGUMENTS: [&str; 7] = ["Diagnostic::error", "Diagnostic::warning", "hint", "push_str", "Some", "Ok", "Err"];

/// A text of an error or a hint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Template {
    /// The format string.
    pub text: String,
    /// The file, below `crates`.
    pub file: String,
}

impl Template {
    /// All templates of the program.
    pub fn all() -> Vec<Self> {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut templates: Vec<Self> =
            CRATES.iter().flat_map(|name| of_folder(&crates, &crates.join(name).join("src"))).collect();
        templates.retain(|template| template.parts().iter().any(|part| part.chars().any(char::is_alphabetic)));
        templates.sort();
        templates.dedup_by(|a, b| a.text == b.text);
        templates
    }

    /// Whether one of `texts`, each on [`one_line`], has an instance of the template.
    pub fn is_in(&self, texts: &[String]) -> bool {
        let parts = self.parts();
        texts.iter().any(|text| matches(text, &parts))
    }

    /// The texts between the arguments.
    fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut rest = self.text.chars().peekable();
        while let Some(char) = rest.next() {
            let last = parts.last_mut().expect("there is a first part");
            match char {
                '{' | '}' if rest.peek() == Some(&char) => last.extend(rest.next()),
                '{' => {
                    rest.by_ref().find(|char| *char == '}');
                    parts.push(String::new());
                }
                _ => last.push(char),
            }
        }
        parts.iter().map(|part| one_line(part)).collect()
    }
}

/// Whether `text` has `parts`.
fn matches(text: &str, parts: &[String]) -> bool {
    let (first, rest) = parts.split_first().expect("a string has a part");
    text.match_indices(first.as_str()).any(|(start, part)| follows(&text[start + part.len()..], part, rest))
}

/// Whether `rest` follow in `text`, which comes after the part `previous`.
fn follows(text: &str, previous: &str, rest: &[String]) -> bool {
    let Some((next, rest)) = rest.split_first() else { return true };
    let is_quoted = previous.ends_with('`') && next.starts_with('`');
    let end = text.find('`').filter(|_| is_quoted);
    text.match_indices(next.as_str())
        .take_while(|(start, _)| end.is_none_or(|end| *start <= end))
        .any(|(start, part)| follows(&text[start + part.len()..], part, rest))
}

/// `text` with single blanks; those at its ends stay.
pub fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let [start, end] = [text.chars().next(), text.chars().last()].map(|char| char.is_some_and(char::is_whitespace));
    match words.is_empty() {
        true => String::from(if start { " " } else { "" }),
        false => format!("{}{words}{}", if start { " " } else { "" }, if end { " " } else { "" }),
    }
}

fn of_folder(crates: &Path, folder: &Path) -> Vec<Template> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("it is a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let of_path = |path: &PathBuf| match path.is_dir() {
        true => of_folder(crates, path),
        false => of_file(crates, path),
    };
    paths.iter().flat_map(of_path).collect()
}

fn of_file(crates: &Path, path: &Path) -> Vec<Template> {
    let source = fs::read_to_string(path).expect("a source can be read");
    let source = syn::parse_file(&source).expect("a source can be parsed");
    let mut texts = Texts::default();
    texts.visit_file(&source);
    let constants = texts.used.iter().filter_map(|name| texts.constants.get(name)).flatten();
    let file = path.strip_prefix(crates).unwrap_or(path).display().to_string();
    let template = |text: &String| Template { text: text.clone(), file: file.clone() };
    texts.found.iter().chain(constants).map(template).collect()
}

/// What is found in a file.
#[derive(Default)]
struct Texts {
    /// Whether the visited code makes a text.
    is_text: bool,
    found: Vec<String>,
    constants: BTreeMap<String, Vec<String>>,
    /// Names of constants in code that makes a text.
    used: Vec<String>,
}

impl Texts {
    fn with(&mut self, is_text: bool, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_text, is_text);
        visit(self);
        self.is_text = before;
    }

    /// The arguments of a call of `name`.
    fn arguments<'a>(&mut self, name: &str, arguments: impl Iterator<Item = &'a Expr>) {
        let starts = TAKERS.contains(&name);
        for argument in arguments {
            let is_part = matches!(argument, Expr::Lit(_) | Expr::Path(_)) && !TEXT_ARGUMENTS.contains(&name);
            self.with((self.is_text || starts) && !is_part, |texts| texts.visit_expr(argument));
        }
    }
}

impl<'ast> Visit<'ast> for Texts {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if attribute.path().is_ident("error") {
            self.found.extend(attribute.parse_args_with(first_text).ok());
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        let is_text = gives_text(&function.sig.ident.to_string());
        self.with(is_text, |texts| visit::visit_item_fn(texts, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        let is_text = gives_text(&function.sig.ident.to_string());
        self.with(is_text, |texts| visit::visit_impl_item_fn(texts, function));
    }

    fn visit_item_const(&mut self, constant: &'ast ItemConst) {
        let mut texts = Texts { is_text: true, ..Texts::default() };
        texts.visit_expr(&constant.expr);
        self.constants.insert(constant.ident.to_string(), texts.found);
    }

    fn visit_local(&mut self, local: &'ast Local) {
        let mut names = Names::default();
        names.visit_pat(&local.pat);
        let is_text = self.is_text || names.0.iter().any(|name| NAMES.contains(&name.as_str()));
        self.with(is_text, |texts| visit::visit_local(texts, local));
    }

    fn visit_field_value(&mut self, field: &'ast FieldValue) {
        let is_part = matches!(&field.member, Member::Named(name) if NAMES.iter().any(|part| name == part));
        self.with(self.is_text || is_part, |texts| visit::visit_field_value(texts, field));
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        self.arguments(&call.method.to_string(), call.args.iter());
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let name = match &*call.func {
            Expr::Path(path) => path.path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        self.arguments(&name.join("::"), call.args.iter());
    }

    /// A guard and a comparison have texts that only select.
    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.visit_expr(&arm.body);
    }

    fn visit_expr_binary(&mut self, _: &'ast syn::ExprBinary) {}

    fn visit_macro(&mut self, call: &'ast Macro) {
        if !self.is_text {
            // Only the first argument of `vec!` and the like is seen.
            if let Ok(expr) = call.parse_body::<Expr>() {
                let mut texts = Texts::default();
                texts.visit_expr(&expr);
                self.found.extend(texts.found);
                self.used.extend(texts.used);
            }
        } else if call.path.is_ident("format") {
            self.found.extend(call.parse_body_with(first_text).ok());
        }
    }

    fn visit_lit(&mut self, literal: &'ast Lit) {
        if let (true, Lit::Str(text)) = (self.is_text, literal) {
            self.found.push(text.value());
        }
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        if let (true, Some(name)) = (self.is_text, path.path.get_ident()) {
            self.used.push(name.to_string());
        }
    }
}

/// The names that a pattern binds.
#[derive(Default)]
struct Names(Vec<String>);

impl<'ast> Visit<'ast> for Names {
    fn visit_pat(&mut self, pattern: &'ast Pat) {
        if let Pat::Ident(name) = pattern {
            self.0.push(name.ident.to_string());
        }
        visit::visit_pat(self, pattern);
    }
}

fn gives_text(function: &str) -> bool {
    FUNCTIONS.contains(&function) || function.ends_with("_hint")
}

/// The literal that an argument list starts with.
fn first_text(input: ParseStream) -> syn::Result<String> {
    let text: LitStr = input.parse()?;
    while !input.is_empty() {
        input.step(|cursor| Ok(((), cursor.token_tree().map_or(*cursor, |(_, rest)| rest))))?;
    }
    Ok(text.value())
}
