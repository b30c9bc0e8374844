;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (core module $m (func (export "f"))) (export "m" (core module $m)))
