//! Maps as lists of pairs of key and value, in their order and with all duplicates.

use crate::decode::{Answer, Decode, Malformed};
use crate::encode::{Encode, Nodes};
use crate::wire::NodeIndex;

/// A `map<K, V>`. It keeps all entries, including those with equal keys.
#[derive(Clone, Debug, Default)]
pub struct Map<K, V>(pub Vec<(K, V)>);

impl<K, V> wit_bindgen::rt::WitMap<K, V> for Map<K, V> {
    fn wit_map_new(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    fn wit_map_push(&mut self, key: K, value: V) {
        self.0.push((key, value));
    }

    fn wit_map_len(&self) -> usize {
        self.0.len()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Encode, V: Encode> Encode for Map<K, V> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        self.0.encode(nodes, at);
    }
}

impl<K: Decode, V: Decode> Decode for Map<K, V> {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(Self(answer.decode(at)?))
    }
}
