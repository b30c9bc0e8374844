(component
  (import "test:a/api" (instance $a (export "f" (func))))
  (export "test:b/api" (instance $a))
)
