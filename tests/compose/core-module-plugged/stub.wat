(component (core module $m (func (export "f"))) (export "m" (core module $m)))
