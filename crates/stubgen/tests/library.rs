//! The library in memory and the commands on disk make the same stubs, of all cases of `tests/stub`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use testkit::Directory;
use wasm_rpc_stubgen::{BuildOptions, Builder, GenerateOptions, build, generate};
use wasm_rpc_stubgen_core::wit_parser::Resolve;
use wasm_rpc_stubgen_core::{CrateOptions, Features, FileSet, LoadError, Stub, StubOptions, Target, TargetOptions};

/// The case, and how its target is loaded.
struct Case {
    wit: PathBuf,
    options: TargetOptions,
}

impl Case {
    /// The cases that have a stub; those with WIT of another time are left out.
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stub");
        let mut folders: Vec<PathBuf> =
            fs::read_dir(folder).expect("the cases exist").flatten().map(|e| e.path()).collect();
        folders.sort();
        folders.iter().filter_map(|path| Self::of(path)).collect()
    }

    fn of(path: &Path) -> Option<Self> {
        let mut options = TargetOptions::new();
        options.world = fs::read_to_string(path.join("world")).ok().map(|world| world.trim().to_string());
        options.features = match fs::read_to_string(path.join("features")).unwrap_or_default().trim() {
            "all" => Features::All,
            list => Features::listed([list]),
        };
        let case = Self { wit: path.join("wit"), options };
        case.stub(Target::from_path(&case.wit, &case.options)).map(|_| case)
    }

    fn stub(&self, target: Result<Target, LoadError>) -> Option<Stub> {
        Stub::new(target.ok()?, &StubOptions::default()).ok()
    }

    /// The case's texts, with their paths.
    fn texts(&self) -> Vec<(String, String)> {
        let files = testkit::files(&self.wit);
        let texts = files.into_iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "wit"));
        texts.map(|(path, text)| (path.display().to_string(), String::from_utf8(text).expect("WIT is text"))).collect()
    }

    /// The world in a `Resolve` that `wit-parser` makes; none if the WIT is of 2024.
    fn resolved(&self) -> Option<(Resolve, wasm_rpc_stubgen_core::wit_parser::WorldId)> {
        // The parser panics on such a comment.
        if self.texts().iter().any(|(_, text)| text.contains("/**/")) {
            return None;
        }
        let mut resolve = Resolve::new();
        match &self.options.features {
            Features::All => resolve.all_features = true,
            Features::Listed(names) => resolve.features = names.iter().cloned().collect(),
        }
        let (package, _) = resolve.push_path(&self.wit).ok()?;
        let world = resolve.select_world(&[package], self.options.world.as_deref()).ok()?;
        Some((resolve, world))
    }
}

/// Paths and contents below a directory, without the list of files.
fn written(root: &Path) -> Vec<(String, Vec<u8>)> {
    let files = testkit::files(root).into_iter();
    let files = files.map(|(path, content)| (path.display().to_string().replace('\\', "/"), content));
    let mut files: Vec<_> = files.filter(|(path, _)| path != ".wasm-rpc-stubgen").collect();
    files.sort();
    files
}

fn listed(files: &FileSet) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(path, content)| (path.to_string(), content.to_vec())).collect()
}

#[test]
fn commands_write_what_the_library_makes() {
    let (mut crates, mut compared) = (0, 0);
    for Case { wit, options } in Case::all().into_iter().step_by(4) {
        let directory = Directory::new();
        let stub = Stub::new(Target::from_path(&wit, &options).expect("it has a stub"), &StubOptions::default());
        let stub = stub.expect("it has a stub");
        let build_options = BuildOptions {
            source_wit_root: wit.clone().into(),
            world: options.world.clone(),
            features: options.features.clone(),
            dest_wasm: directory.path("stub.wasm").into(),
            dest_wit_root: directory.path("wit"),
            shape: StubOptions::default(),
            builder: Builder::Native,
        };
        build(&build_options, &mut |_| {}).expect("it can be built");
        assert_eq!(
            fs::read(directory.path("stub.wasm")).expect("it was written"),
            stub.component().expect("it is small")
        );
        assert_eq!(written(&directory.path("wit")), listed(stub.wit()), "{}", wit.display());
        compared += 1;
        let Ok(files) = stub.rust_crate(&CrateOptions::default()) else { continue };
        let generate_options = GenerateOptions {
            source_wit_root: wit.clone().into(),
            world: options.world.clone(),
            features: options.features.clone(),
            dest_crate_root: directory.path("crate"),
            shape: StubOptions::default(),
            stub_crate: CrateOptions::default(),
        };
        generate(&generate_options, &mut |_| {}).expect("it can be generated");
        assert_eq!(written(&directory.path("crate")), listed(&files), "{}", wit.display());
        crates += 1;
    }
    assert!(compared >= 15 && crates >= 10, "{compared} stubs, {crates} crates");
}

#[test]
fn texts_and_resolves_give_the_stubs_of_paths() {
    let (mut texts, mut resolves, mut differences) = (0, 0, Vec::new());
    for case in Case::all() {
        let stub = case.stub(Target::from_path(&case.wit, &case.options)).expect("it has a stub");
        if !has_binary(&case.wit) {
            let target = Target::from_wit_text(case.texts(), &case.options);
            differences.extend(difference(&case, "texts", &stub, target));
            texts += 1;
        }
        if let Some((resolve, world)) = case.resolved() {
            differences.extend(difference(&case, "`Resolve`", &stub, Target::from_resolve(&resolve, world)));
            resolves += 1;
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(texts >= 50 && resolves >= 45, "{texts} of texts, {resolves} of `Resolve`s");
}

/// How the stub of another source of a case differs. The parser removes what all lines of documentation are indented by,
/// so the indentation may differ.
fn difference(case: &Case, source: &str, stub: &Stub, target: Result<Target, LoadError>) -> Option<String> {
    let place = format!("{}, {source}", case.wit.display());
    let other = match target {
        Ok(target) => case.stub(Ok(target)).expect("it has a stub"),
        Err(error) => return Some(format!("{place}: {error}")),
    };
    let lines = |stub: &Stub| {
        let file = |(path, content): (&str, &[u8])| {
            let text = String::from_utf8_lossy(content).into_owned();
            let lines = text.lines().map(|line| match line.trim().strip_prefix("///") {
                Some(docs) => format!("{path}: /// {}", docs.trim_start()),
                None => format!("{path}: {line}"),
            });
            lines.collect::<Vec<_>>()
        };
        stub.wit().iter().flat_map(file).collect::<Vec<_>>()
    };
    let (ours, theirs) = (lines(&other), lines(stub));
    if let Some((ours, theirs)) = ours.iter().zip(&theirs).find(|(ours, theirs)| ours != theirs) {
        return Some(format!("{place}: {ours:?} instead of {theirs:?}"));
    }
    let same = ours.len() == theirs.len() && other.component().ok() == stub.component().ok();
    (!same).then(|| format!("{place}: other files or bytes"))
}

/// An error of a command has its causes as sources.
#[test]
fn the_error_of_a_command_has_sources() {
    let directory = Directory::new();
    let options = BuildOptions {
        source_wit_root: directory.path("missing").into(),
        world: None,
        features: Features::default(),
        dest_wasm: directory.path("stub.wasm").into(),
        dest_wit_root: directory.path("stub-wit"),
        shape: StubOptions::default(),
        builder: Builder::Native,
    };
    let error = build(&options, &mut |_| {}).expect_err("there is no source");
    let cause = error.source().expect("it has a cause");
    assert!(cause.is::<wasm_rpc_stubgen::Cause>());
    assert!(cause.source().is_some_and(|source| source.is::<std::io::Error>()));
    assert!(error.to_string().contains("missing"), "{error}");
}

/// Whether a folder of dependencies has encoded packages.
fn has_binary(deps: &Path) -> bool {
    testkit::files(deps).iter().any(|(path, _)| path.extension().is_some_and(|extension| extension == "wasm"))
}
