//! The world of `wit/`, in Rust.

wit_bindgen::generate!({
    world: "purchase-history",
    path: "wit",
    generate_all,
    pub_export_macro: true,
});
