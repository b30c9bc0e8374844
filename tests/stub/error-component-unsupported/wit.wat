(component
  (type $i (instance
    (type $send (func (param "body" (stream u8))))
    (export "send" (func (type $send)))
    (export "again" (func (type $send)))
    (type $later (func (result (future u8))))
    (export "later" (func (type $later)))
  ))
  (import "wasi:http/inner@0.3.0" (instance $inner (type $i)))
  (type $j (instance
    (type $send (func (param "body" (stream u8))))
    (export "send" (func (type $send)))
  ))
  (import "wasi:http/other@0.3.0" (instance $other (type $j)))
  (export "wasi:http/client@0.3.0" (instance $inner))
  (export "wasi:http/handler@0.3.0" (instance $other))
)
