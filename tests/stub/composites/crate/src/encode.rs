use crate::bindings;
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

tuple!(3: T0 0, T1 1, T2 2);

impl Encode for bindings::test::composites::api::Mixed {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 7);
        self.a.encode(nodes, first);
        self.b.encode(nodes, first + 1);
        self.c.encode(nodes, first + 2);
        self.d.encode(nodes, first + 3);
        self.e.encode(nodes, first + 4);
        self.f.encode(nodes, first + 5);
        self.g.encode(nodes, first + 6);
    }
}

impl Encode for bindings::test::composites::api::Point {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 2);
        self.x.encode(nodes, first);
        self.y.encode(nodes, first + 1);
    }
}

impl Encode for bindings::test::composites::api::Shape {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        match self {
            Self::Empty => nodes.case(at, 0),
            Self::Circle(payload) => nodes.case_of(at, 1, payload),
            Self::Polygon(payload) => nodes.case_of(at, 2, payload),
            Self::Named(payload) => nodes.case_of(at, 3, payload),
            Self::Other(payload) => nodes.case_of(at, 4, payload),
        }
    }
}

impl Encode for bindings::test::composites::api::Color {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        nodes.put(at, WitNode::EnumValue(self as u32));
    }
}

impl Encode for bindings::test::composites::api::Permissions {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        nodes.flags(at, self.bits().into(), 3);
    }
}
