(component
  (import "test:a/api" (instance (export "f" (func))))
)
