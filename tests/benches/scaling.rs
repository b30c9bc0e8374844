//! From WIT text on disk to the stub component in memory: 100, 1,000 and 4,000 functions, up to 10,000 types.
//!
//! Run it with `cargo bench -p stubgen-tests`. Ten times as many should take at most twelve times as long. From 100 to 1,000
//! they do; beyond that, most of the time is in `wit-component`, which searches all exports for each function
//! (`ExportMap::abi`, `post_return`, `callback`).

use std::path::{Path, PathBuf};

use divan::Bencher;
use stubgen_tests::sized_wit::{functions, one_interface, types};
use tempfile::TempDir;
use wasm_rpc_stubgen_emit::{emit_wasm, emit_wit};
use wasm_rpc_stubgen_model::Features;

fn main() {
    divan::main();
}

/// A file with the WIT, in a directory that lives as long.
fn written(wit: &str) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("world.wit");
    std::fs::write(&path, wit).expect("a temporary file can be written");
    (directory, path)
}

fn build(path: &Path) -> Vec<u8> {
    let target = wasm_rpc_stubgen_model::load(path, None, &Features::default()).expect("the WIT is right");
    let model = wasm_rpc_stubgen_model::lower(target, &wasm_rpc_stubgen_model::StubOptions::default())
        .expect("all of it can be stubbed");
    let wit = emit_wit(&model);
    emit_wasm(&model, &wit).expect("it is small enough")
}

#[divan::bench(args = [100, 1_000, 4_000], sample_count = 10)]
fn build_functions(bencher: Bencher, count: usize) {
    let (_directory, path) = written(&functions(count));
    bencher.bench(|| build(&path));
}

#[divan::bench(args = [100, 1_000, 4_000], sample_count = 10)]
fn build_one_interface(bencher: Bencher, count: usize) {
    let (_directory, path) = written(&one_interface(count));
    bencher.bench(|| build(&path));
}

#[divan::bench(args = [100, 1_000, 10_000], sample_count = 10)]
fn build_types(bencher: Bencher, count: usize) {
    let (_directory, path) = written(&types(count));
    bencher.bench(|| build(&path));
}

/// The phases of a stub with 1,000 functions.
mod phases {
    use super::*;

    #[divan::bench]
    fn load(bencher: Bencher) {
        let (_directory, path) = written(&functions(1_000));
        bencher.bench(|| wasm_rpc_stubgen_model::load(&path, None, &Features::default()).expect("the WIT is right"));
    }

    #[divan::bench]
    fn lower(bencher: Bencher) {
        let (_directory, path) = written(&functions(1_000));
        let target = || wasm_rpc_stubgen_model::load(&path, None, &Features::default()).expect("the WIT is right");
        bencher.with_inputs(target).bench_values(|target| {
            wasm_rpc_stubgen_model::lower(target, &wasm_rpc_stubgen_model::StubOptions::default())
                .expect("it can be stubbed")
        });
    }

    #[divan::bench]
    fn wit(bencher: Bencher) {
        let (_directory, path) = written(&functions(1_000));
        let target = wasm_rpc_stubgen_model::load(&path, None, &Features::default()).expect("the WIT is right");
        let model = wasm_rpc_stubgen_model::lower(target, &wasm_rpc_stubgen_model::StubOptions::default())
            .expect("it can be stubbed");
        bencher.bench(|| emit_wit(&model));
    }

    #[divan::bench]
    fn wasm(bencher: Bencher) {
        let (_directory, path) = written(&functions(1_000));
        let target = wasm_rpc_stubgen_model::load(&path, None, &Features::default()).expect("the WIT is right");
        let model = wasm_rpc_stubgen_model::lower(target, &wasm_rpc_stubgen_model::StubOptions::default())
            .expect("it can be stubbed");
        let wit = emit_wit(&model);
        bencher.bench(|| emit_wasm(&model, &wit));
    }
}
