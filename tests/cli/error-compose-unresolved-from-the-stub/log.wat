(component
  (import "acme:sink/sink" (instance $i (export "f" (func))))
  (export "acme:log/log" (instance $i))
)
