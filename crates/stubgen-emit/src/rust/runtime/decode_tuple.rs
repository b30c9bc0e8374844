macro_rules! tuple {
    ($count:literal: $($part:ident $index:tt),*) => {
        impl<$($part: Decode),*> Decode for ($($part,)*) {
            fn decode(answer: &mut Answer, at: NodeIndex) -> Self {
                let elements: [NodeIndex; $count] = answer.tuple(at);
                ($(answer.decode(elements[$index]),)*)
            }
        }
    };
}
