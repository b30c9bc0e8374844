//! The shopping cart of one user: filled item by item, then checked out.

mod bindings;

use std::sync::{Mutex, MutexGuard, PoisonError};

use bindings::exports::shopping::cart::api::{CheckoutResult, Guest, ProductItem};

/// The worker's state.
static CART: Mutex<Cart> = Mutex::new(Cart { user_id: String::new(), items: Vec::new(), orders_placed: 0 });

struct Cart {
    user_id: String,
    items: Vec<ProductItem>,
    /// Makes each order id unique.
    orders_placed: u32,
}

fn cart() -> MutexGuard<'static, Cart> {
    CART.lock().unwrap_or_else(PoisonError::into_inner)
}

struct ShoppingCart;

impl Guest for ShoppingCart {
    fn initialize_cart(user_id: String) {
        let mut cart = cart();
        cart.user_id = user_id;
        cart.items.clear();
    }

    fn add_item(item: ProductItem) {
        cart().items.push(item);
    }

    fn get_cart_contents() -> Vec<ProductItem> {
        cart().items.clone()
    }

    fn checkout() -> CheckoutResult {
        let mut cart = cart();
        if cart.items.is_empty() {
            return CheckoutResult::Error(String::from("the cart is empty"));
        }
        cart.orders_placed += 1;
        let order_id = format!("{}-{}", cart.user_id, cart.orders_placed);
        cart.items.clear();
        CheckoutResult::Success(order_id)
    }
}

bindings::export!(ShoppingCart with_types_in bindings);
