;; Grows its memory, and gives answers of any size.
(component
  (core module $main
    (memory (export "memory") 1)
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "must-grow") (param i32)
      (if (i32.eq (memory.grow (local.get 0)) (i32.const -1)) (then unreachable)))
    (func (export "bytes") (param $count i32) (result i32)
      (local $missing i32)
      (local.set $missing (i32.sub
        (i32.div_u (i32.add (local.get $count) (i32.const 131071)) (i32.const 65536)) (memory.size)))
      (if (i32.gt_s (local.get $missing) (i32.const 0)) (then (drop (memory.grow (local.get $missing)))))
      (i32.store (i32.const 0) (i32.const 16))
      (i32.store (i32.const 4) (local.get $count))
      (i32.const 0)))
  (core instance $main (instantiate $main))
  (alias core export $main "memory" (core memory $memory))
  (func (export "grow") (param "pages" u32) (result s32) (canon lift (core func $main "grow")))
  (func (export "must-grow") (param "pages" u32) (canon lift (core func $main "must-grow")))
  (func (export "bytes") (param "count" u32) (result (list u8))
    (canon lift (core func $main "bytes") (memory $memory))))
