(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:t/a" (instance $a (type (record (field "x" u8))) (export "t-a" (type (eq 0)))))
  (alias export $a "t-a" (type $t))
  (import "wasi:t/b" (instance (export "u-b" (type (eq $t)))))
)
