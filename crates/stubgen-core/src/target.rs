//! The WIT of a target, from any of its sources.

use std::path::{Path, PathBuf};

use wasm_rpc_stubgen_model::{Diagnostic, Features, LoadError, load, load_bytes, load_file, load_resolve, load_texts};
use wit_parser::{PackageName, Resolve, WorldId};

use crate::stack::on_large_stack;

/// The WIT of a target component, and the world whose exports are stubbed.
#[derive(Debug, Clone)]
pub struct Target {
    pub(crate) inner: wasm_rpc_stubgen_model::Target,
    /// The path that it was read from, for messages.
    pub(crate) path: Option<PathBuf>,
}

/// Which world of a source is the target, and which items of it exist.
///
/// ```
/// use wasm_rpc_stubgen_core::{Features, TargetOptions};
///
/// let options = TargetOptions::new().world("cart").features(Features::listed(["active, fancy"]));
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct TargetOptions {
    /// The world: the name of one in the package, or `ns:name/world@version`. Without it, the package has one world.
    pub world: Option<String>,
    /// The open feature gates (`@unstable(feature = …)`).
    pub features: Features,
    /// What messages call a component. The default is `component`.
    pub name: Option<String>,
}

impl TargetOptions {
    /// The only world of the package, with all feature gates closed.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same options with this world.
    #[must_use]
    pub fn world(self, world: impl Into<String>) -> Self {
        Self { world: Some(world.into()), ..self }
    }

    /// The same options with these open feature gates.
    #[must_use]
    pub fn features(self, features: Features) -> Self {
        Self { features, ..self }
    }

    /// The same options with another name of the component in messages.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }
}

impl Target {
    /// The target in WIT texts, pairs of path and text.
    ///
    /// The paths are laid out as in a `wit` folder: files in `deps/` are dependencies, `deps/file.wit` a package by itself
    /// and `deps/folder/*.wit` the files of one; all other files are those of the target's package. Messages name them.
    ///
    /// ```
    /// use wasm_rpc_stubgen_core::{Target, TargetOptions};
    ///
    /// let files = [
    ///     ("wit/cart.wit", "package shop:cart; world cart { use shop:types/items.{item}; export add: func(i: item); }"),
    ///     ("wit/deps/types/items.wit", "package shop:types; interface items { record item { name: string } }"),
    /// ];
    /// let target = Target::from_wit_text(files, &TargetOptions::default())?;
    /// assert_eq!(target.package().to_string(), "shop:cart");
    /// # Ok::<(), wasm_rpc_stubgen_core::LoadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the texts cannot be parsed or resolved, or no world can be chosen.
    pub fn from_wit_text(
        files: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
        options: &TargetOptions,
    ) -> Result<Self, LoadError> {
        let files: Vec<(String, String)> = files.into_iter().map(|(path, text)| (path.into(), text.into())).collect();
        let inner = on_large_stack(|| load_texts(files, options.world.as_deref(), &options.features))?;
        Ok(Self { inner, path: None })
    }

    /// The target that a WebAssembly component is, or that an encoded WIT package describes.
    ///
    /// # Errors
    ///
    /// When the bytes are neither, have no WIT form, or no world can be chosen.
    pub fn from_component(bytes: &[u8], options: &TargetOptions) -> Result<Self, LoadError> {
        let name = options.name.as_deref().unwrap_or("component");
        let inner = on_large_stack(|| load_bytes(name, bytes, options.world.as_deref(), &options.features))?;
        Ok(Self { inner, path: None })
    }

    /// The target in the content of a single file: WIT text, a component or an encoded WIT package. Messages call it `name`.
    ///
    /// # Errors
    ///
    /// As for [`from_path`](Self::from_path).
    pub fn from_file_content(name: &str, content: Vec<u8>, options: &TargetOptions) -> Result<Self, LoadError> {
        let inner = on_large_stack(|| load_file(name, content, options.world.as_deref(), &options.features))?;
        Ok(Self { inner, path: Some(PathBuf::from(name)) })
    }

    /// The target that is a world of `resolve`. All items in `resolve` exist: the parser has left out those behind closed
    /// feature gates.
    ///
    /// Errors have no locations in the sources of `resolve`. [`from_wit_text`](Self::from_wit_text) gives them.
    ///
    /// ```
    /// use wasm_rpc_stubgen_core::{Target, wit_parser::Resolve};
    ///
    /// let mut resolve = Resolve::new();
    /// let package = resolve.push_source("cart.wit", "package shop:cart; world cart { export total: func() -> u64; }")?;
    /// let world = resolve.packages[package].worlds["cart"];
    /// let target = Target::from_resolve(&resolve, world)?;
    /// assert_eq!(target.world_name(), "cart");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When `resolve` does not contain `world`, or is not one that the parser or the decoder could have made.
    pub fn from_resolve(resolve: &Resolve, world: WorldId) -> Result<Self, LoadError> {
        Ok(Self { inner: on_large_stack(|| load_resolve(resolve, world))?, path: None })
    }

    /// The target at a path, as the commands read it: a directory with `.wit` files and perhaps `deps/`, a `.wit` file, a
    /// component, or an encoded WIT package.
    ///
    /// # Errors
    ///
    /// When something cannot be read, parsed or resolved, or no world can be chosen.
    pub fn from_path(path: impl AsRef<Path>, options: &TargetOptions) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let inner = on_large_stack(|| load(path, options.world.as_deref(), &options.features))?;
        Ok(Self { inner, path: Some(path.to_path_buf()) })
    }

    /// The package that the stub is named after.
    pub fn package(&self) -> &PackageName {
        &self.inner.package
    }

    /// The name of the world in the names of the stub.
    pub fn world_name(&self) -> &str {
        &self.inner.world_name
    }

    /// Warnings and notes about the source. A [`Stub`](crate::Stub) has them, too.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.inner.warnings
    }
}
