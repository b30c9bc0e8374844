//! WIT of a target component to the model of its stub
