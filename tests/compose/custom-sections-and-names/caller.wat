(component
  (import "test:m/i" (instance (export "f" (func))))
  (@custom "authors" "somebody")
  (core module $named (func $also-named))
  (alias export 0 "f" (func $f))
  (export "run" (func $f)))
