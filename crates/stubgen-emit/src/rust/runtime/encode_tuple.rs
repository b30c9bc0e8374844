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
