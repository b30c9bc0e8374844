;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/a" (core module
    (import "env" "memory" (memory 1 2))
    (import "env" "g" (global i32))
    (export "f" (func (param i32 i64) (result f64)))
    (export "t" (table 1 funcref)))))
