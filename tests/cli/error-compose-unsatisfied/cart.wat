(component
  (import "shopping:histroy-stub/stub-history" (instance (export "ping" (func))))
  (import "log" (func))
)
