//! The till in Rust. `Shelf` and `Reservation` are resources of the stub: they live in the worker whose URI they were made with.

use exports::shop::till::api;
use golem::rpc::types::{RpcError, Uri};
use shop::stock_stub::stub_stock::{Outcome, Reservation, Shelf};

wit_bindgen::generate!({
    world: "till",
    path: "wit",
    generate_all,
});

fn uri(shop: &str) -> Uri {
    Uri { value: format!("urn:worker:{shop}") }
}

/// Handles a call that did not reach the worker, or that the worker could not answer.
fn explain(error: RpcError) -> String {
    let kind = match error {
        RpcError::ProtocolError(_) => "protocol-error",
        RpcError::Denied(_) => "denied",
        RpcError::NotFound(_) => "not-found",
        RpcError::RemoteInternalError(_) => "remote-internal-error",
    };
    format!("no answer: {kind}")
}

struct Till;

impl api::Guest for Till {
    fn deliver(shop: String, items: Vec<Item>) -> Result<(), String> {
        Shelf::new(&uri(&shop)).put(&items).map_err(explain)
    }

    fn sell(shop: String, customer: String, name: String, quantity: u32) -> Result<f32, String> {
        // When the reservation is dropped, so is the remote resource.
        let reservation = Reservation::new(&uri(&shop), &customer).map_err(explain)?;
        match reservation.add(&name, quantity).map_err(explain)? {
            Outcome::Reserved => reservation.buy().map_err(explain),
            Outcome::Short(left) => Err(format!("only {left} left")),
            Outcome::Unknown(name) => Err(format!("no {name} is sold here")),
        }
    }
}

impl Guest for Till {
    fn take_inventory(shop: String) -> Result<Inventory, String> {
        let items = Shelf::new(&uri(&shop)).items().map_err(explain)?;
        let worth = items.iter().map(|item| item.price * item.quantity as f32).sum();
        Ok(Inventory { items, worth })
    }
}

export!(Till);
