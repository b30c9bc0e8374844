(component
  (core module $m (func (export "ping")))
  (core instance $i (instantiate $m))
  (func $ping (canon lift (core func $i "ping")))
  (export "ping" (func $ping))
)
