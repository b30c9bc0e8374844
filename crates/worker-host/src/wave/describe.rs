//! A type -> its text in WIT, and an example of a value in WAVE that can be typed as it is.

use wasmtime::component::{ResourceType, Type};

/// The names of a component's resources.
#[derive(Debug, Default)]
pub(crate) struct ResourceNames(Vec<(ResourceType, String)>);

impl ResourceNames {
    /// Adds one; the first name of a resource counts.
    pub(crate) fn add(&mut self, resource: ResourceType, name: &str) {
        self.0.push((resource, name.to_owned()));
    }

    fn name(&self, resource: &ResourceType) -> Option<&str> {
        let named = self.0.iter().find(|(known, _)| known == resource);
        named.map(|(_, name)| name.as_str())
    }
}

/// The type as WIT writes it. Names of types are not part of a component's binary, so records and the like are written
/// with their parts.
pub(crate) fn type_text(ty: &Type, resources: &ResourceNames) -> String {
    let type_text = |ty: &Type| type_text(ty, resources);
    let list = |parts: Vec<String>| parts.join(", ");
    let case = |name: &str, payload: Option<Type>| match payload {
        Some(ty) => format!("{name}({})", type_text(&ty)),
        None => name.to_owned(),
    };
    match ty {
        Type::List(ty) => format!("list<{}>", type_text(&ty.ty())),
        Type::FixedLengthList(ty) => format!("list<{}, {}>", type_text(&ty.ty()), ty.len()),
        Type::Map(ty) => format!("map<{}, {}>", type_text(&ty.key()), type_text(&ty.value())),
        Type::Tuple(ty) => format!("tuple<{}>", list(ty.types().map(|ty| type_text(&ty)).collect())),
        Type::Option(ty) => format!("option<{}>", type_text(&ty.ty())),
        Type::Result(ty) => match (ty.ok(), ty.err()) {
            (None, None) => "result".to_owned(),
            (Some(ok), None) => format!("result<{}>", type_text(&ok)),
            (ok, Some(err)) => {
                let ok = ok.map_or_else(|| "_".to_owned(), |ok| type_text(&ok));
                format!("result<{ok}, {}>", type_text(&err))
            }
        },
        Type::Record(ty) => {
            let fields = ty.fields().map(|field| format!("{}: {}", field.name, type_text(&field.ty)));
            format!("record {{ {} }}", list(fields.collect()))
        }
        Type::Variant(ty) => {
            format!("variant {{ {} }}", list(ty.cases().map(|part| case(part.name, part.ty)).collect()))
        }
        Type::Enum(ty) => format!("enum {{ {} }}", list(ty.names().map(str::to_owned).collect())),
        Type::Flags(ty) => format!("flags {{ {} }}", list(ty.names().map(str::to_owned).collect())),
        Type::Own(ty) => resources.name(ty).unwrap_or("own").to_owned(),
        Type::Borrow(ty) => resources.name(ty).map_or_else(|| "borrow".to_owned(), |name| format!("borrow<{name}>")),
        other => crate::value::type_name(other).to_owned(),
    }
}

/// A value of the type in WAVE; `worker` is the one whose resources a handle may be.
pub(crate) fn example(ty: &Type, worker: &str) -> String {
    let of = |ty: &Type| example(ty, worker);
    let case = |name: &str, payload: Option<Type>| match payload {
        Some(ty) => format!("{name}({})", of(&ty)),
        None => name.to_owned(),
    };
    match ty {
        Type::Bool => "true".to_owned(),
        Type::Float32 | Type::Float64 => "1.5".to_owned(),
        Type::Char => "'a'".to_owned(),
        Type::String => "\"text\"".to_owned(),
        Type::S8 | Type::U8 | Type::S16 | Type::U16 | Type::S32 | Type::U32 | Type::S64 | Type::U64 => "1".to_owned(),
        Type::List(ty) => format!("[{}]", nested(of(&ty.ty()))),
        Type::FixedLengthList(ty) => {
            let elements = vec![nested(of(&ty.ty())); ty.len() as usize];
            format!("[{}]", elements.join(", "))
        }
        Type::Map(ty) => format!("[({}, {})]", nested(of(&ty.key())), nested(of(&ty.value()))),
        Type::Tuple(ty) => {
            let elements: Vec<String> = ty.types().map(|ty| nested(of(&ty))).collect();
            format!("({})", elements.join(", "))
        }
        Type::Option(ty) => format!("some({})", nested(of(&ty.ty()))),
        Type::Result(ty) => nested(case("ok", ty.ok())),
        Type::Record(ty) => {
            let fields = ty.fields().map(|field| format!("{}: {}", field.name, nested(of(&field.ty))));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Type::Variant(ty) => {
            let first = ty.cases().next().map(|first| case(first.name, first.ty));
            first.unwrap_or_default()
        }
        Type::Enum(ty) => ty.names().next().unwrap_or_default().to_owned(),
        Type::Flags(ty) => format!("{{{}}}", ty.names().next().unwrap_or_default()),
        Type::Own(_) | Type::Borrow(_) => format!("handle(urn:worker:{worker}, 0)"),
        Type::Future(_) | Type::Stream(_) | Type::ErrorContext => "?".to_owned(),
    }
}

/// Inside of another value, a handle is written in quotes.
fn nested(example: String) -> String {
    if example.starts_with("handle(") { format!("\"{example}\"") } else { example }
}
