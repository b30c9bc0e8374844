//! `add-stub-dependency`: adds a stub's WIT package, and the packages that it uses, to the WIT of a caller.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{self, Path, PathBuf};

use wasm_rpc_stubgen_edit::component_manifest::edit_dependencies;
use wasm_rpc_stubgen_edit::{Addition, Import, TextFile, add_stub};
use wasm_rpc_stubgen_files::{Change, OWNERSHIP_FILE, Outputs, Overwrite, Snapshot, Source, UncheckedPlan};
use wasm_rpc_stubgen_model::{Diagnostic, Features, Location};

use crate::event::{announce, announce_planned};
use crate::{Artifact, Cause, Error, Event};

/// The stub to add, and the caller.
#[derive(Debug, Clone)]
pub struct AddStubDependencyOptions {
    /// The directory of the stub's WIT, as `generate` and `build` write it.
    pub stub_wit_root: PathBuf,
    /// The directory of the caller's WIT.
    pub dest_wit_root: PathBuf,
    /// Whether to overwrite files in the caller's `deps/` whose content differs.
    pub overwrite: Overwrite,
    /// Whether to update the caller's `Cargo.toml`.
    pub manifest: ManifestUpdate,
    /// Whether to add the import to the caller's world.
    pub import: Import,
    /// The feature gates of the caller's WIT that are open.
    pub features: Features,
}

/// Whether to update the `Cargo.toml` of the crate that the caller's WIT belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManifestUpdate {
    /// Add the packages to its component metadata, if it has any.
    Update,
    /// Do not change it. A warning names packages that its metadata lacks.
    Leave,
}

/// The result of adding a stub.
#[derive(Debug)]
pub struct AddStubDependencyOutcome {
    /// The files, and what happened to each.
    pub files: Vec<(PathBuf, Change)>,
}

/// The manifest of a crate.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// `Cargo.toml` of the crate that a folder of WIT belongs to.
#[derive(Debug)]
pub(crate) struct CallerManifest {
    pub(crate) path: PathBuf,
    /// The folders from there to the WIT; none if the WIT is beside it.
    wit: Vec<OsString>,
}

impl CallerManifest {
    /// The nearest one in or above the folder `wit`, as cargo looks for it, spelled like `wit`.
    pub(crate) fn nearest(wit: &Path) -> Option<Self> {
        let depth = path::absolute(wit).map_or(0, |wit| wit.ancestors().count());
        let (mut folder, mut names) = (wit.to_path_buf(), Vec::new());
        for _ in 0..depth {
            let path = folder.join(MANIFEST);
            if path.exists() {
                names.reverse();
                return Some(Self { path, wit: names });
            }
            let real = || Some(fs::canonicalize(folder.join(".")).ok()?.file_name()?.to_os_string());
            names.push(folder.file_name().map(OsStr::to_os_string).or_else(real)?);
            folder = parent(&folder);
        }
        None
    }

    /// The folders from there to the WIT, each followed by `/`.
    fn prefix(&self) -> Option<String> {
        self.wit.iter().map(|name| Some(format!("{}/", name.to_str()?))).collect()
    }
}

/// The folder above, spelled like `folder`.
fn parent(folder: &Path) -> PathBuf {
    match (folder.file_name(), folder.parent()) {
        (Some(_), Some(parent)) => parent.to_path_buf(),
        _ => folder.join(".."),
    }
}

/// Adds a stub to a caller.
///
/// # Errors
///
/// All errors in the WIT of both, and files that would change without permission. Nothing is written then.
pub fn add_stub_dependency(
    options: &AddStubDependencyOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<AddStubDependencyOutcome, Error> {
    let (plan, notes) = prepare(options, report)?;
    let plan = plan.check()?;
    notes.iter().for_each(|note| report(Event::Diagnostic(note)));
    announce(&plan, |path| options.artifact(path), report);
    plan.apply()?;
    Ok(AddStubDependencyOutcome { files: plan.files() })
}

/// The changes that [`add_stub_dependency`] makes, with conflicts.
///
/// # Errors
///
/// As for [`add_stub_dependency`], except for conflicts.
pub fn plan_stub_dependency(
    options: &AddStubDependencyOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<UncheckedPlan, Error> {
    let (plan, notes) = prepare(options, report)?;
    notes.iter().for_each(|note| report(Event::Diagnostic(note)));
    announce_planned(plan.steps(), |path| options.artifact(path), report);
    Ok(plan)
}

/// The plan, and what to report if nothing prevents it.
fn prepare(
    options: &AddStubDependencyOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<(UncheckedPlan, Vec<Diagnostic>), Error> {
    let inputs = options.inputs();
    let (stub, caller) = (&options.stub_wit_root, &options.dest_wit_root);
    let addition = add_stub(stub, caller, &options.import, options.overwrite, &options.features);
    let mut addition = addition.map_err(Error::of)?;
    let notes = std::mem::take(&mut addition.notes);
    for warning in &addition.warnings {
        report(Event::Diagnostic(warning));
    }
    let manifest = updated_manifest(options, &addition, report)?;
    let mut outputs = outputs(options, addition, manifest);
    outputs.depend_on(inputs);
    Ok((outputs.unchecked_plan()?, notes))
}

/// The outputs in an order in which the manifest names only packages that exist. The list of files comes last.
fn outputs(options: &AddStubDependencyOptions, addition: Addition, manifest: Option<(PathBuf, Vec<u8>)>) -> Outputs {
    let root = &options.dest_wit_root;
    let mut outputs = Outputs::new();
    outputs.open_package(root);
    for (path, content) in addition.files {
        outputs.add_to_package(root, &path, content, options.overwrite);
    }
    for (path, content) in addition.own {
        outputs.add_to_package(root, &path, content, Overwrite::Allowed);
    }
    if let Some((path, content)) = manifest {
        outputs.add_file(&path, content);
    }
    for path in addition.removed {
        outputs.remove_from_package(root, &path);
    }
    if let Some((path, content)) = addition.list {
        outputs.add_to_package(root, &path, content, Overwrite::Allowed);
    }
    outputs.protect_source(Source::WitPackage(options.stub_wit_root.clone()));
    outputs
}

/// The caller's `Cargo.toml` with the packages of the stub; `None` if it does not change.
fn updated_manifest(
    options: &AddStubDependencyOptions,
    addition: &Addition,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Option<(PathBuf, Vec<u8>)>, Error> {
    let Some(manifest) = CallerManifest::nearest(&options.dest_wit_root) else {
        return match options.manifest {
            ManifestUpdate::Update => {
                let path = parent(&options.dest_wit_root).join(MANIFEST);
                Err(Cause::NoManifest { path }.into())
            }
            ManifestUpdate::Leave => Ok(None),
        };
    };
    let location = Location::from(&*manifest.path);
    let mut report = |diagnostic: Diagnostic| report(Event::Diagnostic(&diagnostic.at(location.clone())));
    match options.manifest {
        ManifestUpdate::Update => {
            let (file, text) = edit_manifest(options, addition, &manifest)?;
            let Some(text) = text else {
                report(Diagnostic::note("`[package.metadata.component]` not found; nothing is added"));
                return Ok(None);
            };
            for name in in_two_versions(addition) {
                let warning = format!("the stub needs two versions of `{name}`, but `Cargo.toml` can name only one");
                let hint = "cargo component uses the first; make the target use one version";
                report(Diagnostic::warning(warning).hint(hint));
            }
            Ok((text != file.content()).then(|| (manifest.path, file.encode(&text))))
        }
        ManifestUpdate::Leave => {
            if let Ok((file, Some(text))) = edit_manifest(options, addition, &manifest)
                && text != file.content()
            {
                let warning = Diagnostic::warning("the stub's packages are not among the component's dependencies");
                report(warning.hint("add them with `--update-cargo-toml`"));
            }
            Ok(None)
        }
    }
}

/// The packages that the stub needs in more than one version.
fn in_two_versions(addition: &Addition) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    addition.packages.iter().map(|(name, _)| name.as_str()).filter(|name| !seen.insert(*name)).collect()
}

/// The caller's manifest and its edited text; without a text if it describes no component.
fn edit_manifest(
    options: &AddStubDependencyOptions,
    addition: &Addition,
    manifest: &CallerManifest,
) -> Result<(TextFile, Option<String>), Cause> {
    let file = TextFile::read(&manifest.path)?;
    let prefix = manifest.prefix().ok_or_else(|| Cause::NotUtf8Name { path: options.dest_wit_root.clone() })?;
    let in_manifest = |place: &String| format!("{prefix}{place}");
    let removed: Vec<String> = addition.removed_packages.iter().map(in_manifest).collect();
    let mut named = BTreeSet::new();
    let added = addition.packages.iter().filter(|(name, place)| !place.is_empty() && named.insert(name));
    let added: Vec<(String, String)> = added.map(|(name, place)| (name.clone(), in_manifest(place))).collect();
    let text = edit_dependencies(file.content(), &removed, &added).map_err(|error| file.error(error))?;
    Ok((file, text))
}

impl AddStubDependencyOptions {
    /// Everything that the plan is made from.
    fn inputs(&self) -> Snapshot {
        let packages = [&self.stub_wit_root, &self.dest_wit_root].map(|root| Source::WitPackage(root.clone()));
        let manifest = CallerManifest::nearest(&self.dest_wit_root).map(|manifest| Source::File(manifest.path));
        Snapshot::take(packages.into_iter().chain(manifest).collect())
    }

    fn artifact(&self, path: &Path) -> Artifact {
        match path.strip_prefix(&self.dest_wit_root) {
            _ if path.file_name() == Some(OsStr::new(MANIFEST)) => Artifact::CallerManifest,
            Ok(inside) if inside.ends_with(OWNERSHIP_FILE) => Artifact::StubList,
            Ok(inside) if inside.starts_with("deps") => Artifact::CallerDependency,
            _ => Artifact::CallerWit,
        }
    }
}
