use crate::rpc::Remote;
use crate::wire::{NodeIndex, WitNode, WitValue};

macro_rules! tuple {
    ($count:literal: $($part:ident $index:tt),*) => {
        impl<$($part: Encode),*> Encode for ($($part,)*) {
            fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
                let first = nodes.tuple(at, $count);
                $(self.$index.encode(nodes, first + $index);)*
            }
        }
    };
}

tuple!(2: T0 0, T1 1);
