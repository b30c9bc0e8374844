(component (import "a:b/c" (func $f)) (export "a:b/d" (func $f)))
