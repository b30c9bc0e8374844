(component
  (type $t (resource (rep i32)))
  (export $r "r" (type $t))
  (core module $m (func (export "new") (result i32) unreachable) (func (export "f") (param i32)))
  (core instance $i (instantiate $m))
  (func $new (result (own $r)) (canon lift (core func $i "new")))
  (func $f (param "self" (borrow $r)) (canon lift (core func $i "f")))
  (export "[constructor]r" (func $new))
  (export "[method]r.f" (func $f)))
