;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/a" (value $v string)) (export "v" (value $v)))
