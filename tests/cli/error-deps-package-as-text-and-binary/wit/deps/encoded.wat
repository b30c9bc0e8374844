(component
  (type (component
    (type (instance
      (type (func))
      (export "log" (func (type 0)))
    ))
    (export "acme:log/api" (instance (type 0)))
  ))
  (export "api" (type 0))
)
