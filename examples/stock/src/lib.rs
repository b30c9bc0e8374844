//! The stock of one shop, kept in the worker's memory.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use exports::shop::stock::shelf::{Guest, GuestReservation, Item, Outcome};

wit_bindgen::generate!({
    world: "stock",
    path: "wit",
});

/// The worker's state: the items on the shelf by their names.
static SHELF: Mutex<BTreeMap<String, Item>> = Mutex::new(BTreeMap::new());

fn shelf() -> MutexGuard<'static, BTreeMap<String, Item>> {
    SHELF.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts an item beside those of its name; the new price is the price of all.
fn put(item: Item) {
    let mut shelf = shelf();
    let present = shelf.remove(&item.name).map_or(0, |present| present.quantity);
    shelf.insert(item.name.clone(), Item { quantity: present + item.quantity, ..item });
}

struct Stock;

impl Guest for Stock {
    type Reservation = SetAside;

    fn put(items: Vec<Item>) {
        items.into_iter().for_each(put);
    }

    fn items() -> Vec<Item> {
        shelf().values().cloned().collect()
    }
}

/// What is set aside for a customer.
struct SetAside {
    customer: String,
    items: RefCell<Vec<Item>>,
}

impl GuestReservation for SetAside {
    fn new(customer: String) -> Self {
        Self { customer, items: RefCell::default() }
    }

    fn add(&self, name: String, quantity: u32) -> Outcome {
        let mut shelf = shelf();
        let Some(item) = shelf.get_mut(&name) else {
            return Outcome::Unknown(name);
        };
        if item.quantity < quantity {
            return Outcome::Short(item.quantity);
        }
        item.quantity -= quantity;
        self.items.borrow_mut().push(Item { quantity, ..item.clone() });
        Outcome::Reserved
    }

    fn items(&self) -> Vec<Item> {
        self.items.borrow().clone()
    }

    fn buy(&self) -> f32 {
        let items = self.items.take();
        println!(
            "stock: sold {} to {}",
            items.iter().map(|item| &*item.name).collect::<Vec<_>>().join(", "),
            self.customer
        );
        items.iter().map(|item| item.price * item.quantity as f32).sum()
    }
}

impl Drop for SetAside {
    fn drop(&mut self) {
        self.items.take().into_iter().for_each(put);
    }
}

export!(Stock);
