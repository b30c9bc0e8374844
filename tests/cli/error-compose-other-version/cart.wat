(component
  (import "shopping:history-stub/stub-history@2.0.0" (instance (export "ping" (func))))
)
