use crate::bindings;
use crate::resources;
use crate::rpc::{Handle, Remote, Worker};
use crate::stub;
use crate::wire::{NodeIndex, Uri, WitNode};

impl Decode for bindings::test::resources::shop::Item {
    const LEAST_NODES: usize = 3;

    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let fields: [NodeIndex; 2] = answer.record(at)?;
        Ok(Self {
            id: answer.decode(fields[0])?,
            count: answer.decode(fields[1])?,
        })
    }
}

impl Decode for stub::Receipt {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let resource: resources::Receipt = answer.decode(at)?;
        Ok(Self::new(resource))
    }
}

impl Decode for resources::Receipt {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let remote = answer.remote(at, Self::DROP)?;
        Ok(Self { remote })
    }
}

impl Decode for stub::Cart {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let resource: resources::Cart = answer.decode(at)?;
        Ok(Self::new(resource))
    }
}

impl Decode for resources::Cart {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let remote = answer.remote(at, Self::DROP)?;
        Ok(Self { remote })
    }
}

impl Decode for stub::Account {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let resource: resources::Account = answer.decode(at)?;
        Ok(Self::new(resource))
    }
}

impl Decode for resources::Account {
    fn decode(answer: &mut Answer, at: NodeIndex) -> Result<Self, Malformed> {
        let remote = answer.remote(at, Self::DROP)?;
        Ok(Self { remote })
    }
}
