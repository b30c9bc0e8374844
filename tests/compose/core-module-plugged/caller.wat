(component (import "m" (core module (export "f" (func)))))
