(component
  (type $m (map string u8))
  (type $f (stream u8))
  (type $l (list u8 4))
  (type $h (future))
  (import "f" (func (param "m" $m) (param "l" $l)))
  (import "g" (func async (result $f)))
  (import "h" (func (param "e" error-context) (result $h))))
