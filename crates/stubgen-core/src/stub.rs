//! A target to its stub in all its forms.

use wasm_rpc_stubgen_emit::{CrateOptions, FileSet, StubWit, emit_rust, emit_wasm, emit_wit};
use wasm_rpc_stubgen_model::{Diagnostic, ImportError, StubModel, StubOptions, add_import, lower, unbindable};
use wit_parser::{InterfaceId, PackageName, Resolve, WorldId};

use crate::mapping::mapping;
use crate::stack::on_large_stack;
use crate::{Mapping, StubError, Target};

/// The stub of a target.
#[derive(Debug)]
pub struct Stub {
    model: StubModel,
    wit: StubWit,
}

impl Stub {
    /// The stub of a target.
    ///
    /// # Errors
    ///
    /// When functions of the target cannot be stubbed and the options do not skip them, or nothing can be stubbed.
    pub fn new(target: Target, options: &StubOptions) -> Result<Self, StubError> {
        let Target { inner, path } = target;
        on_large_stack(|| {
            let model = lower(inner, options).map_err(|error| match &path {
                Some(path) => error.at(path),
                None => error,
            })?;
            let wit = emit_wit(&model);
            Ok(Self { model, wit })
        })
    }

    /// The stub's WIT: `_stub.wit`, and the packages that it uses below `deps/`.
    pub fn wit(&self) -> &FileSet {
        &self.wit.files
    }

    /// The stub as a component. Its world is that of the WIT. It takes milliseconds, and no compiler.
    ///
    /// # Errors
    ///
    /// When the stub exceeds a limit of the component model.
    pub fn component(&self) -> Result<Vec<u8>, StubError> {
        Ok(on_large_stack(|| emit_wasm(&self.model, &self.wit))?)
    }

    /// The stub as a Rust crate, which a user can read, change and compile. It behaves as the [`component`](Self::component).
    ///
    /// # Errors
    ///
    /// When names of the target cannot be represented in Rust, or an option is wrong.
    pub fn rust_crate(&self, options: &CrateOptions) -> Result<FileSet, StubError> {
        options.check()?;
        match unbindable(&self.model) {
            diagnostics if diagnostics.is_empty() => Ok(emit_rust(&self.model, &self.wit, options)),
            diagnostics => Err(StubError::Unbindable(diagnostics)),
        }
    }

    /// Warnings and notes: about the source, functions that were left out, names that changed, and what some hosts or
    /// binding generators do not support.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.model.notes
    }

    /// What of the stub stands for what of the target.
    pub fn mapping(&self) -> Mapping {
        mapping(&self.model, self.interface_name())
    }

    /// The options that it was made with.
    pub fn options(&self) -> StubOptions {
        self.model.options
    }

    /// The stub's package: `ns:name-stub[@version]`.
    pub fn package(&self) -> &PackageName {
        &self.model.package
    }

    /// The name under which callers import the stub: `ns:name-stub/stub-world[@version]`.
    pub fn interface_name(&self) -> String {
        self.model.package.interface_id(&self.model.interface)
    }

    /// The name of the stub's Rust crate.
    pub fn crate_name(&self) -> &str {
        &self.model.crate_name
    }

    /// The stub's WIT, resolved.
    pub fn resolve(&self) -> &Resolve {
        &self.wit.resolve
    }

    /// The world in [`resolve`](Self::resolve) that exports the stub interface.
    pub fn world(&self) -> WorldId {
        self.wit.world
    }

    /// The stub interface in [`resolve`](Self::resolve).
    pub fn interface(&self) -> InterfaceId {
        self.wit.interface
    }

    /// Adds the stub's packages to the `resolve` of a caller, and the import of the stub interface to its `world`. Returns
    /// the stub interface in `resolve`.
    ///
    /// Packages that the caller has are shared. If the world imports the stub already, nothing changes.
    ///
    /// ```
    /// use wasm_rpc_stubgen_core::{Stub, StubOptions, Target, TargetOptions, wit_parser::Resolve};
    ///
    /// let wit = "package shop:cart; world cart { export total: func() -> u64; }";
    /// let target = Target::from_wit_text([("cart.wit", wit)], &TargetOptions::default())?;
    /// let stub = Stub::new(target, &StubOptions::default())?;
    ///
    /// let mut caller = Resolve::new();
    /// let package = caller.push_source("shop.wit", "package shop:web; world web { export run: func(); }")?;
    /// let world = caller.packages[package].worlds["web"];
    /// let interface = stub.add_to(&mut caller, world)?;
    /// assert_eq!(caller.id_of(interface).as_deref(), Some("shop:cart-stub/stub-cart"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When `resolve` does not contain `world`, has another content of a package of the stub, or would contain a cycle of
    /// packages. Then it is unchanged.
    pub fn add_to(&self, resolve: &mut Resolve, world: WorldId) -> Result<InterfaceId, ImportError> {
        on_large_stack(|| add_import(resolve, world, &self.wit.resolve, self.wit.interface))
    }
}
