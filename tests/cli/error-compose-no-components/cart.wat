(component (import "a:b/c" (instance)) (type (record (field "long-name" u8))))
