;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/a" (component
    (import "r" (type $r (sub resource)))
    (import "b" (instance (type (record (field "a" u8))) (export "t" (type (eq 0))) (export "f" (func (param "t" 1)))))
    (export "g" (func (param "r" (borrow $r)))))))
