//! The purchase history of one user: a list of orders, kept in the worker's memory.
//!
//! Each user has a separate worker, named after the user, so the interface has no user id.

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

/// The seconds that have passed since `timestamp`, in seconds since 1970; 0 if it is in the future.
fn seconds_since(timestamp: u64) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.as_secs().saturating_sub(timestamp)
}

export!(PurchaseHistory);
