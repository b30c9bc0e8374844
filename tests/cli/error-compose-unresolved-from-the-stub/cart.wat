(component
  (import "acme:log/log" (instance (export "f" (func))))
)
