;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (type $i (instance (type (record (field "a" u8))) (export "t" (type (eq 0)))))
  (import "wasi:a/a" (instance (type $i)))
  (import "wasi:a/b" (instance (type $i))))
