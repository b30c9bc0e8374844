(component
  (import "acme:log/log" (instance (export "line" (func))))
)
