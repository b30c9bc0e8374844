(component
  (import "test:m/i" (instance (export "f" (func))))
  (component $inner
    (import "f" (func $f))
    (component $innermost (import "f" (func $f)) (export "g" (func $f)))
    (instance $i (instantiate $innermost (with "f" (func $f))))
    (export "g" (func $i "g")))
  (alias export 0 "f" (func $f))
  (instance $i (instantiate $inner (with "f" (func $f))))
  (export "run" (func $i "g")))
