(component (import "a:b/c" (instance)))
