(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/b" (external-id "x") (instance (export "f" (func)))))
