//! A caller and its stubs to one component
