//! The purchase history of one user. Each user has a separate worker, named after the user.

mod bindings;

use std::sync::{Mutex, MutexGuard, PoisonError};

use bindings::exports::shopping::purchase_history::api::{Guest, Order};

/// The worker's state: all orders so far, the oldest first.
static ORDERS: Mutex<Vec<Order>> = Mutex::new(Vec::new());

fn orders() -> MutexGuard<'static, Vec<Order>> {
    ORDERS.lock().unwrap_or_else(PoisonError::into_inner)
}

struct PurchaseHistory;

impl Guest for PurchaseHistory {
    fn add_order(order: Order) {
        orders().push(order);
    }

    fn get_orders() -> Vec<Order> {
        orders().clone()
    }
}

bindings::export!(PurchaseHistory with_types_in bindings);
