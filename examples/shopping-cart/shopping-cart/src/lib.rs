//! The shopping cart of one user: filled item by item, then checked out.
//!
//! A checkout calls another worker, the purchase history of the same user. The call looks like a local one. `Api` is the
//! resource of the stub's interface: its constructor takes the worker's URI, and its methods are the target's functions. The
//! worker's name in the URI is percent-encoded, because a user's name can contain any character.

use std::env;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use exports::shopping::cart::api::{self, CheckoutResult, OrderConfirmation};
use golem::rpc::types::Uri;
use shopping::purchase_history::api::ProductItem;
use shopping::purchase_history_stub::stub_purchase_history::Api;

wit_bindgen::generate!({
    world: "shopping-cart",
    path: "wit",
    generate_all,
});

/// The environment variable with the component id of the purchase history.
const HISTORY_COMPONENT: &str = "PURCHASE_HISTORY_TEMPLATE_ID";

/// The worker's state.
static CART: Mutex<Cart> = Mutex::new(Cart::new());

struct Cart {
    user_id: String,
    items: Vec<ProductItem>,
    /// Number of orders placed by this cart so far. It makes each order id unique.
    orders_placed: u32,
}

impl Cart {
    const fn new() -> Self {
        Self { user_id: String::new(), items: Vec::new(), orders_placed: 0 }
    }

    fn add(&mut self, item: ProductItem) {
        match self.items.iter_mut().find(|present| present.product_id == item.product_id) {
            Some(present) => present.quantity = present.quantity.saturating_add(item.quantity),
            None => self.items.push(item),
        }
    }

    fn remove(&mut self, product_id: &str) {
        self.items.retain(|item| item.product_id != product_id);
    }

    fn set_quantity(&mut self, product_id: &str, quantity: u32) {
        if quantity == 0 {
            return self.remove(product_id);
        }
        for item in self.items.iter_mut().filter(|item| item.product_id == product_id) {
            item.quantity = quantity;
        }
    }

    /// The order that a checkout would place now.
    fn order(&self) -> Order {
        Order {
            order_id: format!("{}-{}", self.user_id, self.orders_placed + 1),
            items: self.items.clone(),
            total: self.items.iter().map(|item| item.price * item.quantity as f32).sum(),
            timestamp: SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs(),
        }
    }

    fn check_out(&mut self) -> Result<OrderConfirmation, String> {
        if self.user_id.is_empty() {
            return Err(String::from("the cart was not initialized"));
        }
        if self.items.is_empty() {
            return Err(String::from("the cart is empty"));
        }
        let order = self.order();
        history_of(&self.user_id)?.add_order(&order);
        println!("cart: {} ordered {} items for {:.2}", self.user_id, order.items.len(), order.total);
        self.items.clear();
        self.orders_placed += 1;
        Ok(OrderConfirmation { order_id: order.order_id })
    }
}

/// The user's purchase history, a worker of another component.
fn history_of(user_id: &str) -> Result<Api, String> {
    let component = env::var(HISTORY_COMPONENT).map_err(|error| format!("{HISTORY_COMPONENT}: {error}"))?;
    let uri = Uri { value: format!("urn:worker:{component}/{}", urlencoding::encode(user_id)) };
    Ok(Api::new(&uri))
}

fn cart() -> MutexGuard<'static, Cart> {
    CART.lock().unwrap_or_else(PoisonError::into_inner)
}

struct ShoppingCart;

impl api::Guest for ShoppingCart {
    fn initialize_cart(user_id: String) {
        let mut cart = cart();
        cart.user_id = user_id;
        cart.items.clear();
    }

    fn add_item(item: ProductItem) {
        cart().add(item);
    }

    fn remove_item(product_id: String) {
        cart().remove(&product_id);
    }

    fn update_item_quantity(product_id: String, quantity: u32) {
        cart().set_quantity(&product_id, quantity);
    }

    fn checkout() -> CheckoutResult {
        cart().check_out().map_or_else(CheckoutResult::Error, CheckoutResult::Success)
    }

    fn get_cart_contents() -> Vec<ProductItem> {
        cart().items.clone()
    }
}

impl Guest for ShoppingCart {
    fn get_statement() -> Statement {
        let user_id = cart().user_id.clone();
        let orders = history_of(&user_id).map(|history| history.get_orders()).unwrap_or_default();
        Statement { user_id, orders }
    }
}

export!(ShoppingCart);
