(component
  (type $e (enum "x")) (type $r (record (field "e" $e)))
  (core module $m (func (export "f")))
  (core instance $i (instantiate $m))
  (func $f (canon lift (core func $i "f")))
  (instance $x (export "e" (type $e)) (export "r" (type $r)) (export "f" (func $f)))
  (export "test:t/t" (instance $x)))
