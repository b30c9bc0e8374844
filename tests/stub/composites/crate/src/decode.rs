use crate::bindings;
use crate::rpc::{Handle, Remote, Worker};
use crate::wire::{NodeIndex, Uri, WitNode};

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

tuple!(3: T0 0, T1 1, T2 2);
tuple!(4: T0 0, T1 1, T2 2, T3 3);

impl Decode for bindings::test::composites::api::Mixed {
    const LEAST_NODES: usize = 10;

    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let fields: [NodeIndex; 7] = answer.record(at)?;
        Ok(Self {
            a: answer.decode(fields[0])?,
            b: answer.decode(fields[1])?,
            c: answer.decode(fields[2])?,
            d: answer.decode(fields[3])?,
            e: answer.decode(fields[4])?,
            f: answer.decode(fields[5])?,
            g: answer.decode(fields[6])?,
        })
    }
}

impl Decode for bindings::test::composites::api::Point {
    const LEAST_NODES: usize = 3;

    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let fields: [NodeIndex; 2] = answer.record(at)?;
        Ok(Self {
            x: answer.decode(fields[0])?,
            y: answer.decode(fields[1])?,
        })
    }
}

impl Decode for bindings::test::composites::api::Shape {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(match answer.variant(at)? {
            (0, None) => Self::Empty,
            (1, Some(payload)) => Self::Circle(answer.decode(payload)?),
            (2, Some(payload)) => Self::Polygon(answer.decode(payload)?),
            (3, Some(payload)) => Self::Named(answer.decode(payload)?),
            (4, Some(payload)) => Self::Other(answer.decode(payload)?),
            (0..=4, _) => return Err(Malformed::PAYLOAD),
            _ => return Err(Malformed::CASE),
        })
    }
}

impl Decode for bindings::test::composites::api::Color {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(match answer.enumeration(at)? {
            0 => Self::Red,
            1 => Self::Green,
            2 => Self::Blue,
            _ => return Err(Malformed::CASE),
        })
    }
}

impl Decode for bindings::test::composites::api::Permissions {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(Self::from_bits_retain(answer.flags(at, 3)? as u8))
    }
}
