//! The purchase history of one user: a list of orders, kept in the worker's memory.
//!
//! Each user has a worker of its own, named after the user, so there is no user id in the interface.

use std::env;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use exports::shopping::purchase_history::api::{Guest, Order};

wit_bindgen::generate!({
    world: "purchase-history",
    path: "wit",
});

/// The worker's state: all orders so far, the oldest first.
static ORDERS: Mutex<Vec<Order>> = Mutex::new(Vec::new());

struct PurchaseHistory;

impl Guest for PurchaseHistory {
    fn add_order(order: Order) {
        let currency = env::var("CURRENCY").unwrap_or_else(|_| String::from("EUR"));
        println!(
            "history: order {} of {:.2} {currency}, placed {} s ago",
            order.order_id,
            order.total,
            seconds_since(order.timestamp),
        );
        orders().push(order);
    }

    fn get_orders() -> Vec<Order> {
        orders().clone()
    }
}

fn orders() -> MutexGuard<'static, Vec<Order>> {
    ORDERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long ago a time was, given in seconds since 1970; 0 for one that is still to come.
fn seconds_since(timestamp: u64) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.as_secs().saturating_sub(timestamp)
}

export!(PurchaseHistory);
