(component
  (import "shopping:history/api" (instance $api
    (type (record (field "id" string) (field "total" u64)))
    (export "order" (type (eq 0)))
  ))
  (import "shopping:history-stub/stub-history" (instance
    (export "api" (type (sub resource)))
  ))
)
