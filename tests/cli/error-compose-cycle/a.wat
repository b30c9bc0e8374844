(component
  (import "test:b/api" (instance $b))
  (export "test:a/api" (instance $b))
)
