//! Worlds that `wit-smith` makes, as a `Resolve` and as bytes.

use arbitrary::{Arbitrary, Unstructured};
use testkit::seed;
use wasm_rpc_stubgen_core::wit_parser::{Resolve, WorldId};
use wasm_rpc_stubgen_core::{CallStyle, LoadError, RpcErrors, Stub, StubOptions, Target, TargetOptions, Unsupported};
use wit_component::DecodedWasm;

use crate::assert_valid;

/// How many packages are made.
const PACKAGES: u64 = 300;

/// Pseudo-random numbers (splitmix64).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ number >> 31
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).expect("it is below `end`")
    }
}

/// An encoded package.
fn package(numbers: &mut Numbers) -> Option<Vec<u8>> {
    let bytes: Vec<u8> = (0..2000).flat_map(|_| numbers.next().to_le_bytes()).collect();
    let mut decisions = Unstructured::new(&bytes);
    let mut config = wit_smith::Config::arbitrary(&mut decisions).ok()?;
    config.max_packages = config.max_packages.min(3);
    config.max_files_per_package = config.max_files_per_package.min(3);
    config.max_type_size = config.max_type_size.min(50);
    config.max_interface_items = config.max_interface_items.min(8);
    config.world_include = true;
    wit_smith::smith(&config, &mut decisions).ok()
}

/// The stub of a world, checked in all its forms.
fn check(target: Result<Target, LoadError>, options: &StubOptions) -> Option<Stub> {
    let target = match target {
        Ok(target) => target,
        Err(error) => {
            assert!(!error.diagnostics().is_empty() && !error.to_string().is_empty());
            return None;
        }
    };
    let stub = match Stub::new(target, options) {
        Ok(stub) => stub,
        Err(error) => {
            assert!(!error.diagnostics().is_empty() && !error.to_string().is_empty());
            return None;
        }
    };
    assert_valid(&stub.component().expect("it is small"));
    let _ = stub.rust_crate(&wasm_rpc_stubgen_core::CrateOptions::default());
    Some(stub)
}

/// Checks the stub of a world of a `Resolve`, and adds it to this `Resolve`.
pub(crate) fn check_world(resolve: &Resolve, world: WorldId, options: &StubOptions) -> Option<Stub> {
    let stub = check(Target::from_resolve(resolve, world), options)?;
    let mut caller = resolve.clone();
    if stub.add_to(&mut caller, world).is_ok() {
        let package = caller.worlds[world].package.expect("the stub has one");
        let mut printer = wit_component::WitPrinter::default();
        printer.print(&caller, package, &[]).expect("it can be printed");
    }
    Some(stub)
}

#[test]
fn worlds_of_wit_smith() {
    let (first, mut stubs) = (seed(), 0);
    for seed in first..first + PACKAGES {
        let mut numbers = Numbers(seed);
        let Some(bytes) = package(&mut numbers) else { continue };
        let Ok(DecodedWasm::WitPackage(resolve, package)) = wit_component::decode(&bytes) else { continue };
        let options = StubOptions::new()
            .call_style(if seed % 2 == 0 { CallStyle::Sync } else { CallStyle::Async })
            .rpc_errors(if seed % 3 == 0 { RpcErrors::Result } else { RpcErrors::Trap })
            .unsupported(Unsupported::Skipped);
        for (name, world) in resolve.packages[package].worlds.iter().take(2) {
            let from_resolve = check_world(&resolve, *world, &options);
            let from_bytes = check(Target::from_component(&bytes, &TargetOptions::new().world(name)), &options);
            assert_eq!(from_resolve.is_some(), from_bytes.is_some(), "seed {seed}");
            if let (Some(one), Some(other)) = (from_resolve, from_bytes) {
                assert_eq!(one.wit(), other.wit(), "seed {seed}");
                stubs += 1;
            }
        }
    }
    // How many worlds have one depends on the seed.
    assert!(stubs > 0, "no stubs");
}
