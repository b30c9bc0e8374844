//! What the tests share: the cases, random packages and values, and a host that records what a stub calls.

pub mod cases;
pub mod coverage;
pub mod damage;
pub mod driver;
pub mod equality;
pub mod fake_host;
pub mod model_text;
pub mod newer_features;
pub mod packages;
pub mod sandbox;
pub mod shapes;
pub mod sized_wit;
pub mod values;
pub mod wit_damage;
pub mod world;
