//! What the tests share: the cases, generated values, and a host that records what a stub calls.

pub mod cases;
pub mod driver;
pub mod fake_host;
pub mod values;
