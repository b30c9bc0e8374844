(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "test:t/t" (instance $t (type (enum "x")) (export "e" (type (eq 0))) (type (record (field "e" 1))) (export "r" (type (eq 2))) (export "f" (func))))
  (alias export $t "r" (type $r))
  (import "wasi:a/f" (func (param "r" $r)))
  (core module $m (func (export "f") (param i32)))
  (core instance $i (instantiate $m))
  (func $g (param "r" $r) (canon lift (core func $i "f")))
  (export "run" (func $g)))
