(component
  (import "r" (type $r (sub resource)))
  (import "s" (type $s (eq $r)))
  (import "[static]s.x" (func $f))
  (export "g" (func $f)))
