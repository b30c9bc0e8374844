;; --allow-unresolved
(component
  (import "test:m/i" (instance (export "f" (func))))
  (import "wasi:a/a" (instance $a
    (export "inner" (instance (type (enum "x")) (export "e" (type (eq 0))) (export "r" (type (sub resource))) (export "f" (func (param "e" 1)))))
    (export "f" (func))))
  (alias export $a "inner" (instance $inner))
  (alias export $inner "e" (type $e))
  (alias export $inner "r" (type $r))
  (import "wasi:a/b" (instance (alias outer 1 $e (type $o)) (export "e" (type (eq $o))) (alias outer 1 $r (type $p)) (export "r" (type (eq $p))) (export "f" (func (param "e" 1) (param "r" (borrow 3)))))))
