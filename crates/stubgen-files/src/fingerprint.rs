//! A short fingerprint of content, the same on every system and in every version of this program.

use std::fmt;
use std::str::FromStr;

/// FNV-1a (64 bits) of a content without its carriage returns, which version control may add.
///
/// It shows whether a file was edited. It does not protect against deliberate collisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub(crate) fn of(content: &[u8]) -> Self {
        let bytes = content.iter().filter(|byte| **byte != b'\r');
        Self(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published test vectors of FNV-1a.
    #[test]
    fn known_values() {
        for (content, expected) in [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
        {
            let fingerprint = Fingerprint::of(content.as_bytes());
            assert_eq!(fingerprint.to_string(), expected);
            assert_eq!(expected.parse(), Ok(fingerprint));
        }
        assert_eq!(Fingerprint::of(b"a\r\nb\r\n"), Fingerprint::of(b"a\nb\n"));
    }
}
