use crate::resources;
use crate::rpc::{Handle, Remote, Worker};
use crate::stub;
use crate::wire::{NodeIndex, Uri, WitNode};

impl Decode for stub::TypesGuest {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(Self::from_bits_retain(answer.flags(at, 2)? as u8))
    }
}

impl Decode for stub::Code {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        Ok(match answer.enumeration(at)? {
            0 => Self::No,
            1 => Self::Yes,
            _ => return Err(Malformed::CASE),
        })
    }
}

impl Decode for stub::FooFoo {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let resource: resources::FooFoo = answer.decode(at)?;
        Ok(Self::new(resource))
    }
}

impl Decode for resources::FooFoo {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let remote = answer.remote(at, Self::DROP)?;
        Ok(Self { remote })
    }
}

impl Decode for stub::SomeT {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let resource: resources::SomeT = answer.decode(at)?;
        Ok(Self::new(resource))
    }
}

impl Decode for resources::SomeT {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let remote = answer.remote(at, Self::DROP)?;
        Ok(Self { remote })
    }
}
