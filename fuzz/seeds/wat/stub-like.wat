(component
  (import "golem:rpc/types@0.1.0" (instance $rpc (export "uri" (type (sub resource)))))
  (alias export $rpc "uri" (type $uri))
  (import "test:shop-stub/stub-shop" (instance $stub
    (export "stock" (type $stock (sub resource)))
    (export "[method]stock.count" (func (param "self" (borrow $stock)) (result u32)))))
  (core module $m (func (export "run")))
  (core instance $i (instantiate $m))
  (func $run (canon lift (core func $i "run")))
  (export "run" (func $run)))
