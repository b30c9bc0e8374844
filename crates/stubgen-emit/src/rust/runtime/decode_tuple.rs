macro_rules! tuple {
    ($count:literal: $($part:ident $index:tt),*) => {
        impl<$($part: Decode),*> Decode for ($($part,)*) {
            const LEAST_NODES: usize = 1usize$(.saturating_add($part::LEAST_NODES))*;

            fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
                let elements: [NodeIndex; $count] = answer.tuple(at)?;
                Ok(($(answer.decode(elements[$index])?,)*))
            }
        }
    };
}
