(component
  (import "test:b/api" (instance $b (export "f" (func))))
  (export "test:a/api" (instance $b))
)
