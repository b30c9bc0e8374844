;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (component $c (import "a" (func)) (export "b" (func 0))) (export "c" (component $c)))
