(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/b@1" (version-suffix ".2.3") (instance (export "f" (func)))))
