(component
  (component $c (import "f" (func $f)) (export "g" (func $f)))
  (import "f" (func $f))
  (instance $i (instantiate $c (with "f" (func $f))))
  (export "a:b/i" (instance $i)))
