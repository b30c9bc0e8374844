(component
  (import "test:a/api" (instance))
)
