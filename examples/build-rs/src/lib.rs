//! The till. Its bindings, and the WIT that they are generated from, come from `build.rs`.

use exports::shop::till::api;
use golem::rpc::types::Uri;
use shop::stock_stub::stub_stock::{Item, Outcome, Reservation, Shelf};

include!(concat!(env!("OUT_DIR"), "/bindings.rs"));

fn uri(shop: &str) -> Uri {
    Uri { value: format!("urn:worker:{shop}") }
}

struct Till;

impl api::Guest for Till {
    fn deliver(shop: String, items: Vec<Item>) {
        Shelf::new(&uri(&shop)).put(&items);
    }

    fn sell(shop: String, customer: String, name: String, quantity: u32) -> Result<f32, String> {
        let reservation = Reservation::new(&uri(&shop), &customer);
        match reservation.add(&name, quantity) {
            Outcome::Reserved => Ok(reservation.buy()),
            Outcome::Short(left) => Err(format!("only {left} left")),
            Outcome::Unknown(name) => Err(format!("no {name} is sold here")),
        }
    }
}

export!(Till);
