(component
  (import "shopping:history-stub/stub-history" (instance
    (export "api" (type (sub resource)))
  ))
)
