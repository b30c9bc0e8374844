use crate::bindings;
use crate::resources;
use crate::rpc::Remote;
use crate::stub;
use crate::wire::{NodeIndex, WitNode, WitValue};

impl Encode for bindings::test::resources::shop::Item {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 2);
        self.id.encode(nodes, first);
        self.count.encode(nodes, first + 1);
    }
}

impl Encode for stub::Cart {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let resource: resources::Cart = self.into_inner();
        nodes.give(at, resource.remote);
    }
}

impl Encode for stub::CartBorrow<'_> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let resource: &resources::Cart = self.get();
        nodes.lend(at, &resource.remote);
    }
}
