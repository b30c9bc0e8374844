//! `add-stub-dependency`: a stub's WIT package, and what it needs, into the WIT of a caller.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use stubgen_model::Diagnostic;
use stubgen_project::component_manifest::{self, Edited};
use stubgen_project::{Addition, Change, Draft, Import, Outputs, Overwrite, Reading, Source, Text, add_stub};

use crate::event::announce;
use crate::{Artifact, Cause, Error, Event};

/// What to add, and to which caller.
#[derive(Debug, Clone)]
pub struct AddStubDependencyOptions {
    /// The directory of the stub's WIT, as `generate` and `build` write it.
    pub stub_wit_root: PathBuf,
    /// The directory of the caller's WIT.
    pub dest_wit_root: PathBuf,
    /// Whether files of the caller's `deps/` may change.
    pub overwrite: Overwrite,
    /// What to do about the caller's `Cargo.toml`.
    pub manifest: ManifestUpdate,
    /// Whether the caller's world is to import the stub.
    pub import: Import,
}

/// What happens to the `Cargo.toml` beside the caller's WIT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManifestUpdate {
    /// The packages are added to its component metadata, if it has such.
    Update,
    /// It stays; a warning says so where its metadata lacks the packages.
    Leave,
}

/// What has been added.
#[derive(Debug)]
pub struct AddStubDependencyOutcome {
    /// The files, and what happened to each.
    pub files: Vec<(PathBuf, Change)>,
}

const MANIFEST: &str = "Cargo.toml";

/// Adds a stub to a caller.
///
/// # Errors
///
/// Everything that is wrong with the WIT of both, and files that would change and may not. Nothing is written then.
pub fn add_stub_dependency(
    options: &AddStubDependencyOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<AddStubDependencyOutcome, Error> {
    let plan = draft_stub_dependency(options, report)?.settle()?;
    announce(&plan, |path| options.artifact(path), report);
    plan.apply()?;
    Ok(AddStubDependencyOutcome { files: plan.files() })
}

/// What [`add_stub_dependency`] would do, conflicts included.
///
/// # Errors
///
/// As for [`add_stub_dependency`], but for the conflicts.
pub fn draft_stub_dependency(
    options: &AddStubDependencyOptions,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Draft, Error> {
    let reading = options.reading();
    let addition = add_stub(&options.stub_wit_root, &options.dest_wit_root, &options.import, options.overwrite);
    let addition = addition.map_err(Error::of)?;
    for warning in &addition.warnings {
        report(Event::Diagnostic(warning));
    }
    let manifest = updated_manifest(options, &addition, report)?;
    let mut outputs = outputs(options, addition, manifest);
    outputs.rely_on(reading);
    Ok(outputs.draft()?)
}

fn outputs(options: &AddStubDependencyOptions, addition: Addition, manifest: Option<Vec<u8>>) -> Outputs {
    let root = &options.dest_wit_root;
    let mut outputs = Outputs::new();
    outputs.open_package(root);
    // A run that is killed must find, when it is repeated, all that it had to do: what is listed is removed before the
    // list forgets it, and is listed before it is written.
    if let Some(manifest) = manifest {
        outputs.add_file(&options.manifest_path(), manifest);
    }
    for path in addition.removed {
        outputs.remove_from_package(root, &path);
    }
    if let Some((path, content)) = addition.list {
        outputs.add_to_package(root, &path, content, Overwrite::Allowed);
    }
    for (path, content) in addition.files {
        outputs.add_to_package(root, &path, content, options.overwrite);
    }
    if let Some((path, content)) = addition.import {
        outputs.add_to_package(root, &path, content, Overwrite::Allowed);
    }
    outputs.keep(Source::WitPackage(options.stub_wit_root.clone()));
    outputs
}

/// The caller's `Cargo.toml` with the packages of the stub; `None` where it stays.
fn updated_manifest(
    options: &AddStubDependencyOptions,
    addition: &Addition,
    report: &mut dyn FnMut(Event<'_>),
) -> Result<Option<Vec<u8>>, Error> {
    let path = options.manifest_path();
    if !path.is_file() {
        return match options.manifest {
            ManifestUpdate::Update => Err(Cause::NoManifest { path }.into()),
            ManifestUpdate::Leave => Ok(None),
        };
    }
    let bytes = fs::read(&path).map_err(|source| Cause::Read { path: path.clone(), source })?;
    let edited = edit_manifest(options, addition, &path, bytes);
    let place = path.display().to_string();
    if options.manifest == ManifestUpdate::Update && matches!(edited, Ok(Manifest::Changed(_) | Manifest::Unchanged)) {
        for name in in_two_versions(addition) {
            let warning = format!("the stub needs two versions of `{name}`, of which `Cargo.toml` can name one");
            let hint = "cargo component finds the first; make the target use one version";
            report(Event::Diagnostic(&Diagnostic::warning(warning).at(&place).hint(hint)));
        }
    }
    match (options.manifest, edited) {
        (ManifestUpdate::Update, Ok(Manifest::Changed(bytes))) => Ok(Some(bytes)),
        (ManifestUpdate::Update, Ok(Manifest::NoComponent)) => {
            let note = Diagnostic::note("there is no `[package.metadata.component]`, so nothing is added");
            report(Event::Diagnostic(&note.at(place)));
            Ok(None)
        }
        (ManifestUpdate::Update, Err(error)) => Err(error),
        (ManifestUpdate::Leave, Ok(Manifest::Changed(_))) => {
            let warning = Diagnostic::warning("the stub's packages are not among the component's dependencies");
            report(Event::Diagnostic(&warning.at(place).hint("add them with `--update-cargo-toml`")));
            Ok(None)
        }
        (_, Ok(Manifest::Unchanged)) | (ManifestUpdate::Leave, Ok(Manifest::NoComponent) | Err(_)) => Ok(None),
    }
}

/// The packages of the stub that have the same name but for the version.
fn in_two_versions(addition: &Addition) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    addition.packages.iter().map(|(name, _)| name.as_str()).filter(|name| !seen.insert(*name)).collect()
}

/// What an edit of the caller's manifest comes to.
enum Manifest {
    Unchanged,
    Changed(Vec<u8>),
    NoComponent,
}

fn edit_manifest(
    options: &AddStubDependencyOptions,
    addition: &Addition,
    path: &Path,
    bytes: Vec<u8>,
) -> Result<Manifest, Error> {
    let wrong = |location: String, message: String| Cause::Manifest { location, message };
    let place = path.display().to_string();
    let not_text = |line| wrong(format!("{place}:{line}"), "the file is not UTF-8".to_string());
    let text = Text::decode(bytes).map_err(|error| not_text(error.line))?;
    let wit = options.wit_folder()?;
    let in_manifest = |place: &String| format!("{wit}/{place}");
    let removed: Vec<String> = addition.removed_packages.iter().map(in_manifest).collect();
    let places = addition.packages.iter().filter(|(_, place)| !place.is_empty());
    let mut named = BTreeSet::new();
    let places = places.filter(|(name, _)| named.insert(name));
    let added: Vec<(String, String)> = places.map(|(name, place)| (name.clone(), in_manifest(place))).collect();
    let not_toml = |error: stubgen_project::DocumentError| {
        let position = error.position().map(|position| format!(":{position}")).unwrap_or_default();
        wrong(format!("{place}{position}"), error.to_string())
    };
    let cleared = match component_manifest::remove_dependencies(text.content(), &removed).map_err(not_toml)? {
        Edited::NoComponent => return Ok(Manifest::NoComponent),
        Edited::Changed(cleared) => cleared,
        Edited::Unchanged => text.content().to_string(),
    };
    let edited = match component_manifest::add_dependencies(&cleared, &added).map_err(not_toml)? {
        Edited::Changed(edited) => edited,
        Edited::Unchanged | Edited::NoComponent => cleared,
    };
    Ok(if edited == text.content() { Manifest::Unchanged } else { Manifest::Changed(text.encode(&edited)) })
}

impl AddStubDependencyOptions {
    /// All that the plan is made from.
    fn reading(&self) -> Reading {
        let packages = [&self.stub_wit_root, &self.dest_wit_root].map(|root| Source::WitPackage(root.clone()));
        Reading::of(packages.into_iter().chain([Source::File(self.manifest_path())]).collect())
    }

    /// The `Cargo.toml` of the crate that the caller's WIT belongs to.
    fn manifest_path(&self) -> PathBuf {
        match (self.dest_wit_root.file_name(), self.dest_wit_root.parent()) {
            (Some(_), Some(parent)) => parent.join(MANIFEST),
            _ => self.dest_wit_root.join("..").join(MANIFEST),
        }
    }

    /// The folder of the caller's WIT, as its manifest has to spell it.
    fn wit_folder(&self) -> Result<String, Cause> {
        let path = || self.dest_wit_root.clone();
        let name = match self.dest_wit_root.file_name() {
            Some(name) => Some(name.to_owned()),
            None => {
                let real =
                    fs::canonicalize(&self.dest_wit_root).map_err(|source| Cause::Read { path: path(), source })?;
                real.file_name().map(ToOwned::to_owned)
            }
        };
        name.and_then(|name| name.into_string().ok()).ok_or_else(|| Cause::NotTextName { path: path() })
    }

    fn artifact(&self, path: &Path) -> Artifact {
        match path.strip_prefix(&self.dest_wit_root) {
            Ok(inside) if inside.extension().is_none_or(|extension| extension != "wit") => Artifact::StubList,
            Ok(inside) if inside.starts_with("deps") => Artifact::CallerDependency,
            Ok(_) => Artifact::CallerWit,
            Err(_) => Artifact::CallerManifest,
        }
    }
}
