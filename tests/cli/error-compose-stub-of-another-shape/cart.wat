(component
  (import "shopping:history-stub/stub-history" (instance (export "blocking-orders" (func (result u32)))))
)
