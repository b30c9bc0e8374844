//! The random decisions about a package, all from one seed.

use super::Flavour;
use crate::values::Rng;

/// The source of everything random.
pub(super) struct Choices {
    rng: Rng,
    pub(super) flavour: Flavour,
    /// The version of the package that is being written.
    pub(super) version: Option<&'static str>,
    /// Every name so far: what is named again clashes.
    pub(super) said: Vec<String>,
}

impl Choices {
    pub(super) fn new(seed: u64, flavour: Flavour) -> Self {
        let mut rng = Rng::new(seed.wrapping_add(1));
        // The first numbers of neighbouring seeds are alike.
        for _ in 0..8 {
            rng.bits();
        }
        Self { rng, flavour, version: None, said: Vec::new() }
    }

    /// True once in `times`.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.rng.below(times) == 0
    }

    /// A number from `least` to `most`.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.rng.below(most - least + 1)
    }

    /// One of several.
    pub(super) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        self.rng.pick(of)
    }

    /// Another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.rng.below(index + 1));
        }
    }
}
