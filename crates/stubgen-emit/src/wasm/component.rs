//! What of the encoded component is kept, and how its parts name each other.
//!
//! The encoder names every item of the component for debuggers; a backtrace takes its names from the core module, so
//! these go. It also spells out the whole name of a function wherever one part of the component refers to another:
//!
//! ```wat
//! (core module (export "cm32p2|ns:name-stub/stub-name|[method]api.add" (func 7)))
//! (alias core export 2 "cm32p2|ns:name-stub/stub-name|[method]api.add" (core func))
//! (component (import "import-method-api-add" (func (type 0))) (export "[method]api.add" (func 0)))
//! (instance (instantiate 0 (with "import-method-api-add" (func 4))))
//! ```
//!
//! No other component sees these names, so they become numbers, which makes a stub of many functions a third smaller.

use std::collections::HashMap;
use std::convert::Infallible;
use std::mem;

use wasm_encoder::reencode::{Error, Reencode, ReencodeComponent, component_utils, utils};
use wasm_encoder::{
    Alias, CodeSection, Component, ComponentAliasSection, ComponentImportSection, ComponentInstanceSection,
    ComponentSectionId, ExportSection, ImportSection, InstanceSection, ModuleArg, RawSection,
};
use wasmparser::{
    ComponentAliasSectionReader, ComponentImportSectionReader, ComponentInstance, CustomSectionReader, Export,
    ExternalKind, FunctionBody, Import, Imports, Instance, Parser,
};

/// The custom section with the component's own names.
const NAMES: &str = "component-name";

/// The component, with numbers for the names inside it, and without the names for debuggers; those of the core module
/// stay.
pub(super) fn shortened(component: &[u8]) -> Vec<u8> {
    let mut short = Component::new();
    let reencoded = Shortener::default().parse_component(&mut short, Parser::new(0), component);
    reencoded.expect("the encoder writes components that can be read");
    short.finish()
}

type Reencoded = Result<(), Error>;

#[derive(Default)]
struct Shortener {
    /// The stub's own module comes first; the others are the encoder's, whose names are short.
    is_behind_own_module: bool,
    /// The only nested component is the one that makes the exported instance.
    is_nested: bool,
    /// The modules that the core module imports from.
    modules: NumberedNames,
    /// The functions that it exports.
    functions: NumberedNames,
    /// The imports of the nested component.
    nested: NumberedNames,
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Reencoded {
        let Imports::Single(offset, import) = imports else {
            return utils::parse_imports(self, section, imports);
        };
        let module = self.modules.number("", import.module);
        utils::parse_imports(self, section, Imports::Single(offset, Import { module: &module, ..import }))
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Reencoded {
        let name = match export.kind {
            ExternalKind::Func => self.functions.number("", export.name),
            _ => export.name.to_string(),
        };
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Reencoded {
        code.raw(body.as_bytes());
        Ok(())
    }
}

impl ReencodeComponent for Shortener {
    fn parse_component_submodule(&mut self, component: &mut Component, parser: Parser, module: &[u8]) -> Reencoded {
        if mem::replace(&mut self.is_behind_own_module, true) {
            component.section(&RawSection { id: ComponentSectionId::CoreModule.into(), data: module });
            return Ok(());
        }
        component_utils::parse_component_submodule(self, component, parser, module)
    }

    fn parse_component_subcomponent(
        &mut self,
        component: &mut Component,
        parser: Parser,
        nested: &[u8],
        whole: &[u8],
    ) -> Reencoded {
        self.is_nested = true;
        component_utils::parse_component_subcomponent(self, component, parser, nested, whole)?;
        self.is_nested = false;
        Ok(())
    }

    fn parse_component_custom_section(
        &mut self,
        component: &mut Component,
        section: CustomSectionReader<'_>,
    ) -> Reencoded {
        match section.name() {
            NAMES => Ok(()),
            _ => component_utils::parse_component_custom_section(self, component, section),
        }
    }

    fn parse_instance(&mut self, instances: &mut InstanceSection, instance: Instance<'_>) -> Reencoded {
        let Instance::Instantiate { module_index, args } = instance else {
            return component_utils::parse_instance(self, instances, instance);
        };
        let args = args.iter().map(|arg| (self.modules.get(arg.name), ModuleArg::Instance(arg.index)));
        instances.instantiate(module_index, args);
        Ok(())
    }

    fn parse_component_alias_section(
        &mut self,
        aliases: &mut ComponentAliasSection,
        section: ComponentAliasSectionReader<'_>,
    ) -> Reencoded {
        for alias in section {
            aliases.alias(match self.component_alias(alias?)? {
                Alias::CoreInstanceExport { instance, kind, name } => {
                    Alias::CoreInstanceExport { instance, kind, name: self.functions.get(name) }
                }
                other => other,
            });
        }
        Ok(())
    }

    /// An import's name has to start with a letter.
    fn parse_component_import_section(
        &mut self,
        imports: &mut ComponentImportSection,
        section: ComponentImportSectionReader<'_>,
    ) -> Reencoded {
        if !self.is_nested {
            return component_utils::parse_component_import_section(self, imports, section);
        }
        for import in section {
            let import = import?;
            let name = self.nested.number("i", import.name.name);
            imports.import(name.as_str(), self.component_type_ref(import.ty)?);
        }
        Ok(())
    }

    fn parse_component_instance(
        &mut self,
        instances: &mut ComponentInstanceSection,
        instance: ComponentInstance<'_>,
    ) -> Reencoded {
        let ComponentInstance::Instantiate { component_index, args } = instance else {
            return component_utils::parse_component_instance(self, instances, instance);
        };
        let args = args.iter().map(|arg| (self.nested.get(arg.name), arg.kind.into(), arg.index));
        instances.instantiate(component_index, args);
        Ok(())
    }
}

/// Numbers in place of names.
#[derive(Default)]
struct NumberedNames(HashMap<String, String>);

impl NumberedNames {
    /// The number of a name behind the `prefix`; a name that is new gets the next one.
    fn number(&mut self, prefix: &str, name: &str) -> String {
        let next = self.0.len();
        self.0.entry(name.to_string()).or_insert_with(|| format!("{prefix}{next}")).clone()
    }

    /// The number of a name, or the name where it has none.
    fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}
