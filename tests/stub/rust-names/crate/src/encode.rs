use crate::resources;
use crate::rpc::Remote;
use crate::stub;
use crate::wire::{NodeIndex, WitNode, WitValue};

impl Encode for stub::TypesSelf {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.a.encode(nodes, first);
    }
}

impl Encode for stub::TypesResult {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.y.encode(nodes, first);
    }
}

impl Encode for stub::TypesOption {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.x.encode(nodes, first);
    }
}

impl Encode for stub::TypesInto {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.z.encode(nodes, first);
    }
}

impl Encode for stub::FooBorrow {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.a.encode(nodes, first);
    }
}

impl Encode for stub::GuestFoo {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.a.encode(nodes, first);
    }
}

impl Encode for stub::A1 {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.a.encode(nodes, first);
    }
}

impl Encode for stub::T {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 2);
        self.a.encode(nodes, first);
        self.type_.encode(nodes, first + 1);
    }
}

impl Encode for stub::Ok {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let first = nodes.record(at, 1);
        self.a.encode(nodes, first);
    }
}

impl Encode for stub::FooFoo {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let resource: resources::FooFoo = self.into_inner();
        nodes.give(at, resource.remote);
    }
}

impl Encode for stub::FooFooBorrow<'_> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let resource: &resources::FooFoo = self.get();
        nodes.lend(at, &resource.remote);
    }
}

impl Encode for stub::SomeTBorrow<'_> {
    fn encode(self, nodes: &mut Nodes, at: NodeIndex) {
        let resource: &resources::SomeT = self.get();
        nodes.lend(at, &resource.remote);
    }
}
