(component
  (import "log" (func $log))
  (export "log2" (func $log))
)
