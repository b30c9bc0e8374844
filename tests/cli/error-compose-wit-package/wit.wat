(component
  (type (component
    (type (component
      (type (instance (type (func)) (export "ping" (func (type 0)))))
      (export "test:target/api" (instance (type 0)))
    ))
    (export "test:target/w" (component (type 0)))
  ))
  (export "w" (type 0))
)
