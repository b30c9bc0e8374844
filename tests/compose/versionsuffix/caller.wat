(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/b@1.2" (versionsuffix ".3") (instance (export "f" (func)))))
