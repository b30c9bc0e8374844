(component
  (import "shopping:history-stub/stub-history" (instance))
  (import "shopping:cart/prices" (instance (export "price" (func))))
  (core module $m (func (export "price")))
  (core instance $i (instantiate $m))
  (func $price (canon lift (core func $i "price")))
  (instance $prices (export "price" (func $price)))
  (export "shopping:cart/prices" (instance $prices))
)
