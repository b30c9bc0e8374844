;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/a" (core module (type $s (struct)) (type $f (func (param (ref $s)))) (export "f" (func (type $f))))))
