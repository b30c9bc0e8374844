(component
  (type $e (enum "red" "green"))
  (import "color" (type $color (eq $e)))
  (type $r (record (field "c" $color) (field "l" (list u8)) (field "o" (option string))))
  (import "dot" (type $dot (eq $r)))
  (import "a:b/c@1.2.3" (instance
    (type $t (variant (case "a") (case "b" (result u8 (error string)))))
    (export "v" (type $v (eq $t)))
    (export "f" (func async (param "v" $v) (result (tuple u8 char))))))
  (import "g" (func (param "d" $dot) (result string))))
