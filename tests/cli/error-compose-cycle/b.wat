(component
  (import "test:a/api" (instance $a))
  (export "test:b/api" (instance $a))
)
