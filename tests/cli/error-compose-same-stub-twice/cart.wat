(component
  (import "shopping:history-stub/stub-history" (instance))
)
