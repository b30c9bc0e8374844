#![allow(warnings)]
mod bindings;
