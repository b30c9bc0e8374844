(component
  (type (;0;)
    (instance
      (type (;0;) (record (field "value" string)))
      (export (;1;) "uri" (type (eq 0)))
      (export (;2;) "wasm-rpc" (type (sub resource)))
      (type (;3;) s32)
      (export (;4;) "node-index" (type (eq 3)))
      (type (;5;) (list 4))
      (type (;6;) (option 4))
      (type (;7;) (tuple u32 6))
      (type (;8;) (list bool))
      (type (;9;) (result 6 (error 6)))
      (type (;10;) (tuple 1 u64))
      (type (;11;) (variant (case "record-value" 5) (case "variant-value" 7) (case "enum-value" u32) (case "flags-value" 8) (case "tuple-value" 5) (case "list-value" 5) (case "option-value" 6) (case "result-value" 9) (case "prim-u8" u8) (case "prim-u16" u16) (case "prim-u32" u32) (case "prim-u64" u64) (case "prim-s8" s8) (case "prim-s16" s16) (case "prim-s32" s32) (case "prim-s64" s64) (case "prim-float32" f32) (case "prim-float64" f64) (case "prim-char" char) (case "prim-bool" bool) (case "prim-string" string) (case "handle" 10)))
      (export (;12;) "wit-node" (type (eq 11)))
      (type (;13;) (list 12))
      (type (;14;) (record (field "nodes" 13)))
      (export (;15;) "wit-value" (type (eq 14)))
      (type (;16;) (variant (case "protocol-error" string) (case "denied" string) (case "not-found" string) (case "remote-internal-error" string)))
      (export (;17;) "rpc-error" (type (eq 16)))
      (type (;18;) (own 2))
      (type (;19;) (func (param "location" 1) (result 18)))
      (export (;0;) "[constructor]wasm-rpc" (func (type 19)))
      (type (;20;) (borrow 2))
      (type (;21;) (list 15))
      (type (;22;) (result 15 (error 17)))
      (type (;23;) (func (param "self" 20) (param "function-name" string) (param "function-params" 21) (result 22)))
      (export (;1;) "[method]wasm-rpc.invoke-and-await" (func (type 23)))
    )
  )
  (import "golem:rpc/types@0.1.0" (instance (;0;) (type 0)))
  (type (;1;)
    (instance
      (export (;0;) "error" (type (sub resource)))
    )
  )
  (import "wasi:io/error@0.2.0" (instance (;1;) (type 1)))
  (alias export 1 "error" (type (;2;)))
  (type (;3;)
    (instance
      (export (;0;) "output-stream" (type (sub resource)))
      (alias outer 1 2 (type (;1;)))
      (export (;2;) "error" (type (eq 1)))
      (type (;3;) (own 2))
      (type (;4;) (variant (case "last-operation-failed" 3) (case "closed")))
      (export (;5;) "stream-error" (type (eq 4)))
      (type (;6;) (borrow 0))
      (type (;7;) (list u8))
      (type (;8;) (result (error 5)))
      (type (;9;) (func (param "self" 6) (param "contents" 7) (result 8)))
      (export (;0;) "[method]output-stream.blocking-write-and-flush" (func (type 9)))
    )
  )
  (import "wasi:io/streams@0.2.0" (instance (;2;) (type 3)))
  (alias export 2 "output-stream" (type (;4;)))
  (type (;5;)
    (instance
      (alias outer 1 4 (type (;0;)))
      (export (;1;) "output-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stderr" (func (type 3)))
    )
  )
  (import "wasi:cli/stderr@0.2.0" (instance (;3;) (type 5)))
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (type (;4;) (func (result i32)))
    (type (;5;) (func (param i32 i32 i32 i32)))
    (type (;6;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;7;) (func (param i32 i32 i32) (result i32)))
    (type (;8;) (func (param i32 i32 i32)))
    (type (;9;) (func (param i32 i32)))
    (type (;10;) (func))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "check-out_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "x_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "1" "y_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "1" "r_new" (func (;5;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;6;) (type 3) (param i32)))
    (import "1" "clash-hyphens-checkout-2_new" (func (;7;) (type 1) (param i32) (result i32)))
    (import "1" "checkout-2-check-out-2_new" (func (;8;) (type 1) (param i32) (result i32)))
    (import "1" "a_new" (func (;9;) (type 1) (param i32) (result i32)))
    (import "1" "clash-hyphens-ab_new" (func (;10;) (type 1) (param i32) (result i32)))
    (import "1" "fut_new" (func (;11;) (type 1) (param i32) (result i32)))
    (import "1" "future-a-bcd-result_new" (func (;12;) (type 1) (param i32) (result i32)))
    (import "1" "clash-hyphens_new" (func (;13;) (type 1) (param i32) (result i32)))
    (import "2" "get-stderr" (func (;14;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;15;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 1384)
    (global (;1;) (mut i32) i32.const 65536)
    (global (;2;) (mut i32) i32.const 0)
    (global (;3;) (mut i32) i32.const 65536)
    (global (;4;) (mut i32) i32.const 65536)
    (global (;5;) (mut i32) i32.const 0)
    (global (;6;) (mut i32) i32.const 0)
    (global (;7;) (mut i32) i32.const 0)
    (global (;8;) (mut i32) i32.const 0)
    (global (;9;) (mut i32) i32.const 0)
    (global (;10;) (mut i32) i32.const 0)
    (global (;11;) (mut i32) i32.const 0)
    (global (;12;) (mut i32) i32.const 0)
    (global (;13;) (mut i32) i32.const 0)
    (global (;14;) (mut i32) i32.const 0)
    (global (;15;) (mut i32) i32.const 0)
    (global (;16;) (mut i32) i32.const 0)
    (export "0" (func $realloc))
    (export "1" (func $"connect check-out"))
    (export "2" (func $"test:clash-hyphens/check-out.{checkout}"))
    (export "3" (func $"drop check-out"))
    (export "4" (func $"connect x"))
    (export "5" (func $"test:clash-hyphens/x.{f}"))
    (export "6" (func $"test:clash-hyphens/x.{g}"))
    (export "7" (func $"drop x"))
    (export "8" (func $"connect y"))
    (export "9" (func $"test:clash-hyphens/y.{f}"))
    (export "10" (func $post-return))
    (export "11" (func $"test:clash-hyphens/y.{blocking-h}"))
    (export "12" (func $"test:clash-hyphens/y.{q}"))
    (export "13" (func $"drop y"))
    (export "14" (func $"test:clash-hyphens/y.{r.new}"))
    (export "15" (func $"test:clash-hyphens/y.{r.bloc-king-h}"))
    (export "16" (func $"test:clash-hyphens/y.{r.h}"))
    (export "17" (func $"test:clash-hyphens/y.{r.s-elf}"))
    (export "18" (func $"test:clash-hyphens/y.{r.mk}"))
    (export "19" (func $"test:clash-hyphens/y.{r.drop}"))
    (export "20" (func $"connect clash-hyphens-checkout-2"))
    (export "21" (func $"test:clash-hyphens/checkout-2.{c}"))
    (export "22" (func $"drop clash-hyphens-checkout-2"))
    (export "23" (func $"test:clash-hyphens/checkout-2.{check-out-2.new}"))
    (export "24" (func $"test:clash-hyphens/checkout-2.{check-out-2.drop}"))
    (export "25" (func $"connect a"))
    (export "26" (func $"test:clash-hyphens/a.{b-cd}"))
    (export "27" (func $"test:clash-hyphens/a.{bc}"))
    (export "28" (func $"drop a"))
    (export "29" (func $"connect clash-hyphens-ab"))
    (export "30" (func $"test:clash-hyphens/ab.{cd}"))
    (export "31" (func $"test:clash-hyphens/ab.{c}"))
    (export "32" (func $"drop clash-hyphens-ab"))
    (export "33" (func $"connect fut"))
    (export "34" (func $"test:clash-hyphens/fut.{z}"))
    (export "35" (func $"test:clash-hyphens/fut.{p}"))
    (export "36" (func $"drop fut"))
    (export "37" (func $"test:clash-hyphens/fut.{future-a-bcd-result.get}"))
    (export "38" (func $"test:clash-hyphens/fut.{future-a-bcd-result.subs-cribe}"))
    (export "39" (func $"test:clash-hyphens/fut.{future-a-bcd-result.drop}"))
    (export "40" (func $"connect clash-hyphens"))
    (export "41" (func $clash-hyp-hens))
    (export "42" (func $"drop clash-hyphens"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;16;) (type 6) (param i32 i32 i32 i32) (result i32)
      local.get 1
      if ;; label = @1
        local.get 0
        local.get 1
        local.get 3
        call $resize
        return
      end
      local.get 3
      global.get 1
      global.get 0
      i32.sub
      i32.gt_u
      if ;; label = @1
        local.get 3
        call $"add chunk"
        return
      end
      global.get 1
      local.get 3
      i32.sub
      i32.const -8
      i32.and
      local.tee 3
      global.set 1
      local.get 3
    )
    (func $"connect check-out" (;17;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:clash-hyphens/check-out.{checkout}" (;18;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 24
      call $alloc
      local.set 4
      local.get 4
      i32.const 20
      i32.store8
      local.get 4
      local.get 1
      i32.store offset=8
      local.get 4
      local.get 2
      i32.store offset=12
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 204
      global.set 15
      local.get 3
      i32.const 204
      i32.const 39
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 10
      call $node
      i32.load offset=8
      call $reset
    )
    (func $"drop check-out" (;19;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect x" (;20;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 3
      call $reset
    )
    (func $"test:clash-hyphens/x.{f}" (;21;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 72
      call $alloc
      local.set 5
      local.get 5
      i32.const 24
      i32.add
      global.set 5
      i32.const 1380
      global.set 6
      local.get 1
      local.get 5
      call $"encode record 5"
      i32.const 176
      local.get 5
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 5
      i32.const 20
      i32.store8 offset=48
      local.get 5
      local.get 2
      i32.store offset=56
      local.get 5
      local.get 3
      i32.store offset=60
      i32.const 184
      local.get 5
      i32.const 48
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 247
      global.set 15
      local.get 4
      i32.const 247
      i32.const 24
      i32.const 176
      i32.const 2
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 10
      call $node
      i32.load offset=8
      call $reset
    )
    (func $"test:clash-hyphens/x.{g}" (;22;) (type 8) (param i32 i32 i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 24
      call $alloc
      local.set 4
      local.get 4
      i32.const 20
      i32.store8
      local.get 4
      local.get 1
      i32.store offset=8
      local.get 4
      local.get 2
      i32.store offset=12
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 275
      global.set 15
      local.get 3
      i32.const 275
      i32.const 24
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer without result"
      call $reset
    )
    (func $"drop x" (;23;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect y" (;24;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 4
      call $reset
    )
    (func $"test:clash-hyphens/y.{f}" (;25;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 48
      call $alloc
      local.set 4
      local.get 4
      i32.const 24
      i32.add
      global.set 5
      i32.const 1380
      global.set 6
      local.get 1
      local.get 2
      local.get 4
      call $"encode record 1"
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 303
      global.set 15
      local.get 3
      i32.const 303
      i32.const 24
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      i32.const 8
      call $alloc
      local.set 5
      call $"answer with one result"
      local.set 6
      local.get 5
      local.get 6
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store align=4
      local.get 5
    )
    (func $post-return (;26;) (type 3) (param i32)
      call $reset
    )
    (func $"test:clash-hyphens/y.{blocking-h}" (;27;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 331
      global.set 15
      local.get 1
      i32.const 331
      i32.const 33
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/y.{q}" (;28;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 48
      call $alloc
      local.set 4
      local.get 4
      i32.const 10
      i32.store8
      local.get 4
      local.get 1
      i32.store offset=8
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 4
      i32.const 8
      i32.store8 offset=24
      local.get 4
      local.get 2
      i32.store8 offset=32
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 368
      global.set 15
      local.get 3
      i32.const 368
      i32.const 24
      i32.const 176
      i32.const 2
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"drop y" (;29;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:clash-hyphens/y.{r.new}" (;30;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      local.tee 3
      local.get 1
      local.tee 4
      call 0
      local.set 5
      i32.const 24
      call $alloc
      local.set 6
      local.get 6
      i32.const 10
      i32.store8
      local.get 6
      local.get 2
      i32.store offset=8
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 3
      global.set 13
      local.get 4
      global.set 14
      i32.const 0
      global.set 12
      i32.const 396
      global.set 15
      local.get 5
      i32.const 396
      i32.const 28
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      local.get 5
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 5
      call $reset
    )
    (func $"test:clash-hyphens/y.{r.bloc-king-h}" (;31;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      i32.const 24
      call $alloc
      local.set 2
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 2
      call $"encode handle"
      local.get 0
      global.set 12
      i32.const 428
      global.set 15
      local.get 1
      i32.const 428
      i32.const 36
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/y.{r.h}" (;32;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      i32.const 24
      call $alloc
      local.set 2
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 2
      call $"encode handle"
      local.get 0
      global.set 12
      i32.const 468
      global.set 15
      local.get 1
      i32.const 468
      i32.const 26
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/y.{r.s-elf}" (;33;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 48
      call $alloc
      local.set 3
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 3
      call $"encode handle"
      local.get 3
      i32.const 10
      i32.store8 offset=24
      local.get 3
      local.get 1
      i32.store offset=32
      i32.const 184
      local.get 3
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 498
      global.set 15
      local.get 2
      i32.const 498
      i32.const 30
      i32.const 176
      i32.const 2
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer without result"
      call $reset
    )
    (func $"test:clash-hyphens/y.{r.mk}" (;34;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      local.tee 4
      local.get 1
      local.tee 5
      call 0
      local.set 6
      i32.const 24
      call $alloc
      local.set 7
      local.get 7
      i32.const 20
      i32.store8
      local.get 7
      local.get 2
      i32.store offset=8
      local.get 7
      local.get 3
      i32.store offset=12
      i32.const 176
      local.get 7
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 4
      global.set 13
      local.get 5
      global.set 14
      i32.const 0
      global.set 12
      i32.const 532
      global.set 15
      local.get 6
      i32.const 532
      i32.const 27
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 5
      local.get 6
      call 6
      call $reset
    )
    (func $"test:clash-hyphens/y.{r.drop}" (;35;) (type 3) (param i32)
      local.get 0
      i32.const 563
      i32.const 29
      call $"drop resource"
    )
    (func $"connect clash-hyphens-checkout-2" (;36;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 7
      call $reset
    )
    (func $"test:clash-hyphens/checkout-2.{c}" (;37;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 1
      local.get 3
      call $"encode handle"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 596
      global.set 15
      local.get 2
      i32.const 596
      i32.const 33
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer without result"
      call $reset
    )
    (func $"drop clash-hyphens-checkout-2" (;38;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:clash-hyphens/checkout-2.{check-out-2.new}" (;39;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 2
      global.set 13
      local.get 3
      global.set 14
      i32.const 0
      global.set 12
      i32.const 633
      global.set 15
      local.get 4
      i32.const 633
      i32.const 47
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      local.get 4
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 8
      call $reset
    )
    (func $"test:clash-hyphens/checkout-2.{check-out-2.drop}" (;40;) (type 3) (param i32)
      local.get 0
      i32.const 684
      i32.const 48
      call $"drop resource"
    )
    (func $"connect a" (;41;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 9
      call $reset
    )
    (func $"test:clash-hyphens/a.{b-cd}" (;42;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 736
      global.set 15
      local.get 1
      i32.const 736
      i32.const 27
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/a.{bc}" (;43;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 767
      global.set 15
      local.get 1
      i32.const 767
      i32.const 25
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"drop a" (;44;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect clash-hyphens-ab" (;45;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 10
      call $reset
    )
    (func $"test:clash-hyphens/ab.{cd}" (;46;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 796
      global.set 15
      local.get 1
      i32.const 796
      i32.const 26
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/ab.{c}" (;47;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 826
      global.set 15
      local.get 1
      i32.const 826
      i32.const 25
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"drop clash-hyphens-ab" (;48;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect fut" (;49;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 11
      call $reset
    )
    (func $"test:clash-hyphens/fut.{z}" (;50;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 855
      global.set 15
      local.get 1
      i32.const 855
      i32.const 26
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 12
      call $reset
    )
    (func $"test:clash-hyphens/fut.{p}" (;51;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 8
      i32.store8
      local.get 3
      local.get 1
      i32.store8 offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 885
      global.set 15
      local.get 2
      i32.const 885
      i32.const 26
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"drop fut" (;52;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:clash-hyphens/fut.{future-a-bcd-result.get}" (;53;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      i32.const 24
      call $alloc
      local.set 2
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 2
      call $"encode handle"
      local.get 0
      global.set 12
      i32.const 915
      global.set 15
      local.get 1
      i32.const 915
      i32.const 48
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/fut.{future-a-bcd-result.subs-cribe}" (;54;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      i32.const 24
      call $alloc
      local.set 2
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 2
      call $"encode handle"
      local.get 0
      global.set 12
      i32.const 967
      global.set 15
      local.get 1
      i32.const 967
      i32.const 55
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-hyphens/fut.{future-a-bcd-result.drop}" (;55;) (type 3) (param i32)
      local.get 0
      i32.const 1026
      i32.const 49
      call $"drop resource"
    )
    (func $"connect clash-hyphens" (;56;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 13
      call $reset
    )
    (func $clash-hyp-hens (;57;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 1079
      global.set 15
      local.get 1
      i32.const 1079
      i32.const 14
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"drop clash-hyphens" (;58;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;59;) (type 7) (param i32 i32 i32) (result i32)
      (local i32)
      local.get 2
      local.get 1
      i32.le_u
      if ;; label = @1
        local.get 0
        return
      end
      local.get 2
      call $alloc
      local.tee 3
      local.get 0
      local.get 1
      memory.copy
      local.get 3
    )
    (func $"add chunk" (;60;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.const 2147483632
      i32.gt_u
      if ;; label = @1
        call $"out of memory"
        unreachable
      end
      local.get 0
      i32.const 16
      i32.add
      local.tee 2
      i32.const 65536
      local.get 2
      i32.const 65536
      i32.gt_u
      select
      local.set 2
      i32.const 1
      local.get 2
      call $"block bits"
      i32.shl
      local.tee 2
      call $"heap alloc"
      local.tee 1
      global.get 2
      i32.store
      local.get 1
      local.get 2
      i32.store offset=4
      local.get 1
      global.set 2
      local.get 1
      i32.const 8
      i32.add
      global.set 0
      local.get 1
      local.get 2
      i32.add
      global.set 1
      global.get 1
      local.get 0
      i32.sub
      i32.const -8
      i32.and
      local.tee 0
      global.set 1
      local.get 0
    )
    (func $"new resource" (;61;) (type 7) (param i32 i32 i32) (result i32)
      (local i32)
      local.get 1
      i32.const 24
      i32.add
      call $"heap alloc"
      local.tee 3
      local.get 2
      i32.store
      local.get 3
      local.get 1
      i32.store offset=4
      local.get 3
      i32.const 0
      i32.store offset=16
      local.get 3
      i32.const 24
      i32.add
      local.get 0
      local.get 1
      memory.copy
      local.get 3
    )
    (func $reset (;62;) (type 10)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 1384
        global.set 0
        loop ;; label = @2
          global.get 2
          local.tee 0
          i32.load
          global.set 2
          local.get 0
          local.get 0
          i32.load offset=4
          call $"heap free"
          global.get 2
          br_if 0 (;@2;)
        end
      end
    )
    (func $alloc (;63;) (type 1) (param i32) (result i32)
      local.get 0
      global.get 1
      global.get 0
      i32.sub
      i32.gt_u
      if ;; label = @1
        local.get 0
        call $"add chunk"
        return
      end
      global.get 1
      local.get 0
      i32.sub
      i32.const -8
      i32.and
      local.tee 0
      global.set 1
      local.get 0
    )
    (func $rpc-error (;64;) (type 10)
      (local i32)
      i32.const 8
      i32.load8_u offset=4
      local.set 0
      block ;; label = @1
        block ;; label = @2
          block ;; label = @3
            block ;; label = @4
              block ;; label = @5
                local.get 0
                br_table 0 (;@5;) 1 (;@4;) 2 (;@3;) 3 (;@2;) 3 (;@2;)
              end
              call $"rpc-error protocol-error"
              br 3 (;@1;)
            end
            call $"rpc-error denied"
            br 2 (;@1;)
          end
          call $"rpc-error not-found"
          br 1 (;@1;)
        end
        call $"rpc-error remote-internal-error"
        br 0 (;@1;)
      end
    )
    (func $"answer with one result" (;65;) (type 4) (result i32)
      (local i32 i32)
      i32.const 8
      i32.load offset=4
      local.tee 0
      global.set 7
      i32.const 8
      i32.load offset=8
      local.tee 1
      global.set 8
      local.get 1
      global.set 9
      local.get 1
      i32.eqz
      if ;; label = @1
        call $"protocol error: node index out of range in the response"
        unreachable
      end
      local.get 0
      i32.load8_u
      i32.const 4
      i32.ne
      if ;; label = @1
        call $"protocol error: wrong type of a node in the response"
        unreachable
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        call $"protocol error: wrong number of elements in the response"
        unreachable
      end
      local.get 0
      i32.load offset=8
      i32.load
    )
    (func $node (;66;) (type 0) (param i32 i32) (result i32)
      local.get 0
      global.get 8
      i32.ge_u
      if ;; label = @1
        call $"protocol error: node index out of range in the response"
        unreachable
      end
      local.get 0
      i32.const 24
      i32.mul
      global.get 7
      i32.add
      local.tee 0
      i32.load8_u
      local.get 1
      i32.ne
      if ;; label = @1
        local.get 0
        call $"wrong node"
        unreachable
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
    )
    (func $"free resource" (;67;) (type 3) (param i32)
      local.get 0
      i32.load
      call 6
      local.get 0
      call $"free block"
    )
    (func $"encode record 5" (;68;) (type 9) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 0
      i32.store8
      local.get 1
      global.get 6
      i32.store offset=8
      local.get 1
      i32.const 1
      i32.store offset=12
      global.get 5
      local.tee 2
      i32.const 24
      i32.add
      global.set 5
      global.get 6
      i32.const 4
      i32.add
      global.set 6
      local.get 2
      i32.const 10
      i32.store8
      local.get 2
      local.get 0
      i32.store offset=8
    )
    (func $"answer without result" (;69;) (type 10)
      (local i32 i32)
      i32.const 8
      i32.load offset=4
      local.tee 0
      global.set 7
      i32.const 8
      i32.load offset=8
      local.tee 1
      global.set 8
      local.get 1
      global.set 9
      local.get 1
      i32.eqz
      if ;; label = @1
        call $"protocol error: node index out of range in the response"
        unreachable
      end
      local.get 0
      i32.load8_u
      i32.const 4
      i32.ne
      if ;; label = @1
        call $"protocol error: wrong type of a node in the response"
        unreachable
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
      i32.load offset=12
      if ;; label = @1
        call $"protocol error: wrong number of elements in the response"
        unreachable
      end
    )
    (func $"encode record 1" (;70;) (type 8) (param i32 i32 i32)
      (local i32)
      local.get 2
      i32.const 0
      i32.store8
      local.get 2
      global.get 6
      i32.store offset=8
      local.get 2
      i32.const 1
      i32.store offset=12
      global.get 5
      local.tee 3
      i32.const 24
      i32.add
      global.set 5
      global.get 6
      i32.const 4
      i32.add
      global.set 6
      local.get 3
      i32.const 20
      i32.store8
      local.get 3
      local.get 0
      i32.store offset=8
      local.get 3
      local.get 1
      i32.store offset=12
    )
    (func $"decode handle" (;71;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 1
      global.get 11
      local.tee 3
      if ;; label = @1
        i32.const 0
        global.set 11
      else
        local.get 0
        i32.load offset=8
        local.get 1
        call 0
        local.set 3
      end
      local.get 1
      i32.const 24
      i32.add
      call $"heap alloc"
      local.tee 2
      local.get 3
      i32.store
      local.get 2
      local.get 1
      i32.store offset=4
      local.get 2
      i32.const 0
      i32.store offset=16
      local.get 2
      i32.const 24
      i32.add
      local.get 0
      i32.load offset=8
      local.get 1
      memory.copy
      local.get 2
      local.get 0
      i64.load offset=16
      i64.store offset=8
      local.get 2
    )
    (func $"encode handle" (;72;) (type 9) (param i32 i32)
      local.get 1
      i32.const 21
      i32.store8
      local.get 1
      local.get 0
      i32.const 24
      i32.add
      i32.store offset=8
      local.get 1
      local.get 0
      i32.load offset=4
      i32.store offset=12
      local.get 1
      local.get 0
      i64.load offset=8
      i64.store offset=16
    )
    (func $"drop resource" (;73;) (type 8) (param i32 i32 i32)
      (local i32)
      local.get 0
      i32.load offset=16
      if ;; label = @1
        return
      end
      i32.const 24
      call $alloc
      local.set 3
      local.get 0
      local.get 3
      call $"encode handle"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.load
      local.get 1
      local.get 2
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      local.get 0
      call $"free resource"
      call $reset
    )
    (func $"out of memory" (;74;) (type 10)
      unreachable
    )
    (func $"block bits" (;75;) (type 1) (param i32) (result i32)
      (local i32)
      i32.const 32
      local.get 0
      i32.const 1
      i32.sub
      i32.clz
      i32.sub
      local.tee 1
      i32.const 5
      local.get 1
      i32.const 5
      i32.gt_u
      select
    )
    (func $"heap alloc" (;76;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.const -2147483648
      i32.gt_u
      if ;; label = @1
        call $"out of memory"
        unreachable
      end
      local.get 0
      call $"block bits"
      local.set 1
      local.get 1
      i32.const 2
      i32.shl
      i32.const 48
      i32.add
      i32.load
      local.tee 2
      if ;; label = @1
        local.get 1
        i32.const 2
        i32.shl
        i32.const 48
        i32.add
        local.get 2
        i32.load
        i32.store
        local.get 2
        return
      end
      i32.const 1
      local.get 1
      i32.shl
      local.set 0
      local.get 0
      global.get 4
      global.get 3
      local.tee 2
      i32.sub
      local.tee 3
      i32.gt_u
      if ;; label = @1
        local.get 0
        local.get 3
        i32.sub
        i32.const 65535
        i32.add
        i32.const 16
        i32.shr_u
        local.tee 3
        memory.grow
        i32.const -1
        i32.eq
        if ;; label = @2
          call $"out of memory"
          unreachable
        end
        global.get 4
        local.get 3
        i32.const 16
        i32.shl
        i32.add
        global.set 4
      end
      local.get 2
      local.get 0
      i32.add
      global.set 3
      local.get 2
    )
    (func $"heap free" (;77;) (type 9) (param i32 i32)
      (local i32)
      local.get 1
      call $"block bits"
      local.set 2
      local.get 0
      local.get 2
      i32.const 2
      i32.shl
      i32.const 48
      i32.add
      i32.load
      i32.store
      local.get 2
      i32.const 2
      i32.shl
      i32.const 48
      i32.add
      local.get 0
      i32.store
    )
    (func $"rpc-error protocol-error" (;78;) (type 10)
      i32.const 1097
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;79;) (type 10)
      i32.const 1115
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;80;) (type 10)
      i32.const 1125
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;81;) (type 10)
      i32.const 1138
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;82;) (type 10)
      i32.const 1097
      i32.const 1163
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;83;) (type 10)
      i32.const 1097
      i32.const 1206
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;84;) (type 10)
      i32.const 1097
      i32.const 1246
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;85;) (type 3) (param i32)
      local.get 0
      i32.load8_u
      i32.const 22
      i32.eq
      if ;; label = @1
        call $"protocol error: the nodes of the response are not a tree"
        unreachable
      end
      call $"protocol error: wrong type of a node in the response"
    )
    (func $"free block" (;86;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;87;) (type 8) (param i32 i32 i32)
      (local i32 i32 i32 i32 i32 i32)
      global.get 12
      if ;; label = @1
        global.get 12
        i32.const 24
        i32.add
        local.set 3
        global.get 12
        i32.load offset=4
        local.set 4
      else
        global.get 13
        local.set 3
        global.get 14
        local.set 4
      end
      global.get 15
      i32.const -4
      i32.add
      i32.load
      local.get 0
      i32.const -4
      i32.add
      i32.load
      i32.add
      local.get 4
      i32.add
      local.get 2
      i32.add
      i32.const 26
      i32.add
      call $alloc
      local.tee 5
      i32.const 1290
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1304
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 1312
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1325
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 1331
      i32.const 1
      call $append
      local.set 6
      call 14
      local.set 7
      loop ;; label = @1
        local.get 6
        local.get 5
        i32.sub
        local.tee 8
        i32.const 4096
        local.get 8
        i32.const 4096
        i32.lt_u
        select
        local.set 8
        local.get 7
        local.get 5
        local.get 8
        i32.const 8
        call 15
        local.get 5
        local.get 8
        i32.add
        local.tee 5
        local.get 6
        i32.lt_u
        i32.const 8
        i32.load8_u
        i32.eqz
        i32.and
        br_if 0 (;@1;)
      end
    )
    (func $"protocol error: the nodes of the response are not a tree" (;88;) (type 10)
      i32.const 1097
      i32.const 1336
      i32.const 40
      call $report
      unreachable
    )
    (func $append (;89;) (type 7) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 200) "'\00\00\00test:clash-hyphens/check-out.{checkout}\18\00\00\00test:clash-hyphens/x.{f}\18\00\00\00test:clash-hyphens/x.{g}\18\00\00\00test:clash-hyphens/y.{f}!\00\00\00test:clash-hyphens/y.{blocking-h}\18\00\00\00test:clash-hyphens/y.{q}\1c\00\00\00test:clash-hyphens/y.{r.new}$\00\00\00test:clash-hyphens/y.{r.bloc-king-h}\1a\00\00\00test:clash-hyphens/y.{r.h}\1e\00\00\00test:clash-hyphens/y.{r.s-elf}\1b\00\00\00test:clash-hyphens/y.{r.mk}\1d\00\00\00test:clash-hyphens/y.{r.drop}!\00\00\00test:clash-hyphens/checkout-2.{c}/\00\00\00test:clash-hyphens/checkout-2.{check-out-2.new}0\00\00\00test:clash-hyphens/checkout-2.{check-out-2.drop}\1b\00\00\00test:clash-hyphens/a.{b-cd}\19\00\00\00test:clash-hyphens/a.{bc}\1a\00\00\00test:clash-hyphens/ab.{cd}\19\00\00\00test:clash-hyphens/ab.{c}\1a\00\00\00test:clash-hyphens/fut.{z}\1a\00\00\00test:clash-hyphens/fut.{p}0\00\00\00test:clash-hyphens/fut.{future-a-bcd-result.get}7\00\00\00test:clash-hyphens/fut.{future-a-bcd-result.subs-cribe}1\00\00\00test:clash-hyphens/fut.{future-a-bcd-result.drop}\0e\00\00\00clash-hyp-hens\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\01\00\00\00")
    (@producers
      (processed-by "wasm-rpc-stubgen" "…")
      (processed-by "wit-component" "…")
    )
  )
  (core module (;1;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (table (;0;) 14 14 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
    (export "6" (func 6))
    (export "7" (func 7))
    (export "8" (func 8))
    (export "9" (func 9))
    (export "10" (func 10))
    (export "11" (func 11))
    (export "12" (func 12))
    (export "13" (func 13))
    (export "$imports" (table 0))
    (func (;0;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      i32.const 0
      call_indirect (type 0)
    )
    (func (;1;) (type 1) (param i32 i32 i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      i32.const 1
      call_indirect (type 1)
    )
    (func (;2;) (type 2) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 2
      call_indirect (type 2)
    )
    (func (;3;) (type 3) (param i32)
      local.get 0
      i32.const 3
      call_indirect (type 3)
    )
    (func (;4;) (type 3) (param i32)
      local.get 0
      i32.const 4
      call_indirect (type 3)
    )
    (func (;5;) (type 3) (param i32)
      local.get 0
      i32.const 5
      call_indirect (type 3)
    )
    (func (;6;) (type 3) (param i32)
      local.get 0
      i32.const 6
      call_indirect (type 3)
    )
    (func (;7;) (type 3) (param i32)
      local.get 0
      i32.const 7
      call_indirect (type 3)
    )
    (func (;8;) (type 3) (param i32)
      local.get 0
      i32.const 8
      call_indirect (type 3)
    )
    (func (;9;) (type 3) (param i32)
      local.get 0
      i32.const 9
      call_indirect (type 3)
    )
    (func (;10;) (type 3) (param i32)
      local.get 0
      i32.const 10
      call_indirect (type 3)
    )
    (func (;11;) (type 3) (param i32)
      local.get 0
      i32.const 11
      call_indirect (type 3)
    )
    (func (;12;) (type 3) (param i32)
      local.get 0
      i32.const 12
      call_indirect (type 3)
    )
    (func (;13;) (type 3) (param i32)
      local.get 0
      i32.const 13
      call_indirect (type 3)
    )
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;6;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;7;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "4" (core func (;1;)))
  (type (;8;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "5" (core func (;2;)))
  (type (;9;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "6" (core func (;3;)))
  (type (;10;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "7" (core func (;4;)))
  (type (;11;) (resource (rep i32) (dtor 4)))
  (alias core export 0 "8" (core func (;5;)))
  (type (;12;) (resource (rep i32) (dtor 5)))
  (alias core export 0 "9" (core func (;6;)))
  (type (;13;) (resource (rep i32) (dtor 6)))
  (alias core export 0 "10" (core func (;7;)))
  (type (;14;) (resource (rep i32) (dtor 7)))
  (alias core export 0 "11" (core func (;8;)))
  (type (;15;) (resource (rep i32) (dtor 8)))
  (alias core export 0 "12" (core func (;9;)))
  (type (;16;) (resource (rep i32) (dtor 9)))
  (alias core export 0 "13" (core func (;10;)))
  (type (;17;) (resource (rep i32) (dtor 10)))
  (type (;18;) u32)
  (type (;19;) (record (field "v" 18)))
  (type (;20;) string)
  (type (;21;) string)
  (type (;22;) (record (field "v" 21)))
  (type (;23;) u32)
  (type (;24;) u8)
  (type (;25;) u8)
  (alias core export 0 "0" (core func (;11;)))
  (alias core export 0 "1" (core func (;12;)))
  (alias export 0 "wasm-rpc" (type (;26;)))
  (core func (;13;) (canon resource.drop 26))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 11))
    (export "[method]wasm-rpc.invoke-and-await" (func 12))
    (export "wasm-rpc_drop" (func 13))
  )
  (core func (;14;) (canon resource.new 7))
  (core func (;15;) (canon resource.new 8))
  (core func (;16;) (canon resource.new 9))
  (core func (;17;) (canon resource.new 10))
  (core func (;18;) (canon resource.new 11))
  (core func (;19;) (canon resource.new 12))
  (core func (;20;) (canon resource.new 13))
  (core func (;21;) (canon resource.new 14))
  (core func (;22;) (canon resource.new 15))
  (core func (;23;) (canon resource.new 16))
  (core func (;24;) (canon resource.new 17))
  (core instance (;2;)
    (export "check-out_new" (func 14))
    (export "x_new" (func 15))
    (export "y_new" (func 16))
    (export "r_new" (func 17))
    (export "clash-hyphens-checkout-2_new" (func 18))
    (export "checkout-2-check-out-2_new" (func 19))
    (export "a_new" (func 20))
    (export "clash-hyphens-ab_new" (func 21))
    (export "fut_new" (func 22))
    (export "future-a-bcd-result_new" (func 23))
    (export "clash-hyphens_new" (func 24))
  )
  (alias export 3 "get-stderr" (func (;0;)))
  (core func (;25;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 25))
  )
  (alias core export 0 "2" (core func (;26;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 26))
  )
  (core instance (;5;) (instantiate 0
      (with "0" (instance 1))
      (with "1" (instance 2))
      (with "2" (instance 3))
      (with "3" (instance 4))
    )
  )
  (alias core export 5 "cm32p2_memory" (core memory (;0;)))
  (core module (;2;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (import "actual" "0" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "actual" "1" (func (;1;) (type 1) (param i32 i32 i32 i32 i32 i32)))
    (import "actual" "2" (func (;2;) (type 2) (param i32 i32 i32 i32)))
    (import "actual" "3" (func (;3;) (type 3) (param i32)))
    (import "actual" "4" (func (;4;) (type 3) (param i32)))
    (import "actual" "5" (func (;5;) (type 3) (param i32)))
    (import "actual" "6" (func (;6;) (type 3) (param i32)))
    (import "actual" "7" (func (;7;) (type 3) (param i32)))
    (import "actual" "8" (func (;8;) (type 3) (param i32)))
    (import "actual" "9" (func (;9;) (type 3) (param i32)))
    (import "actual" "10" (func (;10;) (type 3) (param i32)))
    (import "actual" "11" (func (;11;) (type 3) (param i32)))
    (import "actual" "12" (func (;12;) (type 3) (param i32)))
    (import "actual" "13" (func (;13;) (type 3) (param i32)))
    (import "shim" "$imports" (table (;0;) 14 14 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5 6 7 8 9 10 11 12 13)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;1;)))
  (core func (;27;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;28;)))
  (core func (;29;) (canon lower (func 2) (memory 0) (realloc 28) string-encoding=utf8))
  (alias export 2 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;30;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "3" (core func (;31;)))
  (alias core export 5 "7" (core func (;32;)))
  (alias core export 5 "13" (core func (;33;)))
  (alias core export 5 "19" (core func (;34;)))
  (alias core export 5 "22" (core func (;35;)))
  (alias core export 5 "24" (core func (;36;)))
  (alias core export 5 "28" (core func (;37;)))
  (alias core export 5 "32" (core func (;38;)))
  (alias core export 5 "36" (core func (;39;)))
  (alias core export 5 "39" (core func (;40;)))
  (alias core export 5 "42" (core func (;41;)))
  (core instance (;6;)
    (export "0" (func 27))
    (export "1" (func 29))
    (export "2" (func 30))
    (export "3" (func 31))
    (export "4" (func 32))
    (export "5" (func 33))
    (export "6" (func 34))
    (export "7" (func 35))
    (export "8" (func 36))
    (export "9" (func 37))
    (export "10" (func 38))
    (export "11" (func 39))
    (export "12" (func 40))
    (export "13" (func 41))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;27;) (own 7))
  (type (;28;) (func (param "location" 6) (result 27)))
  (alias core export 5 "1" (core func (;42;)))
  (func (;4;) (type 28) (canon lift (core func 42) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;29;) (borrow 7))
  (type (;30;) (func (param "self" 29) (param "c" string) (result u32)))
  (alias core export 5 "2" (core func (;43;)))
  (func (;5;) (type 30) (canon lift (core func 43) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;31;) (own 8))
  (type (;32;) (func (param "location" 6) (result 31)))
  (alias core export 5 "4" (core func (;44;)))
  (func (;6;) (type 32) (canon lift (core func 44) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;33;) (borrow 8))
  (type (;34;) (func (param "self" 33) (param "a" 19) (param "lo-cation" string) (result 18)))
  (alias core export 5 "5" (core func (;45;)))
  (func (;7;) (type 34) (canon lift (core func 45) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;35;) (func (param "self" 33) (param "u" 20)))
  (alias core export 5 "6" (core func (;46;)))
  (func (;8;) (type 35) (canon lift (core func 46) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;36;) (own 9))
  (type (;37;) (func (param "location" 6) (result 36)))
  (alias core export 5 "8" (core func (;47;)))
  (func (;9;) (type 37) (canon lift (core func 47) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;38;) (borrow 9))
  (type (;39;) (func (param "self" 38) (param "a" 22) (result 21)))
  (alias core export 5 "9" (core func (;48;)))
  (alias core export 5 "10" (core func (;49;)))
  (func (;10;) (type 39) (canon lift (core func 48) (memory 0) (realloc 28) string-encoding=utf8 (post-return 49)))
  (type (;40;) (func (param "self" 38) (result u8)))
  (alias core export 5 "11" (core func (;50;)))
  (func (;11;) (type 40) (canon lift (core func 50)))
  (type (;41;) (func (param "self" 38) (param "p" 23) (param "n" 24) (result 24)))
  (alias core export 5 "12" (core func (;51;)))
  (func (;12;) (type 41) (canon lift (core func 51)))
  (type (;42;) (own 10))
  (type (;43;) (func (param "golem-rpc-location" 6) (param "lo-cation" u32) (result 42)))
  (alias core export 5 "14" (core func (;52;)))
  (func (;13;) (type 43) (canon lift (core func 52) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;44;) (borrow 10))
  (type (;45;) (func (param "self" 44) (result u8)))
  (alias core export 5 "15" (core func (;53;)))
  (func (;14;) (type 45) (canon lift (core func 53)))
  (alias core export 5 "16" (core func (;54;)))
  (func (;15;) (type 45) (canon lift (core func 54)))
  (type (;46;) (func (param "self" 44) (param "lo-cation" u32)))
  (alias core export 5 "17" (core func (;55;)))
  (func (;16;) (type 46) (canon lift (core func 55)))
  (type (;47;) (func (param "golem-rpc-location" 6) (param "location" string) (result 42)))
  (alias core export 5 "18" (core func (;56;)))
  (func (;17;) (type 47) (canon lift (core func 56) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;48;) (own 11))
  (type (;49;) (func (param "location" 6) (result 48)))
  (alias core export 5 "20" (core func (;57;)))
  (func (;18;) (type 49) (canon lift (core func 57) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;50;) (borrow 11))
  (type (;51;) (borrow 12))
  (type (;52;) (func (param "self" 50) (param "x" 51)))
  (alias core export 5 "21" (core func (;58;)))
  (func (;19;) (type 52) (canon lift (core func 58)))
  (type (;53;) (own 12))
  (type (;54;) (func (param "location" 6) (result 53)))
  (alias core export 5 "23" (core func (;59;)))
  (func (;20;) (type 54) (canon lift (core func 59) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;55;) (own 13))
  (type (;56;) (func (param "location" 6) (result 55)))
  (alias core export 5 "25" (core func (;60;)))
  (func (;21;) (type 56) (canon lift (core func 60) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;57;) (borrow 13))
  (type (;58;) (func (param "self" 57) (result u8)))
  (alias core export 5 "26" (core func (;61;)))
  (func (;22;) (type 58) (canon lift (core func 61)))
  (alias core export 5 "27" (core func (;62;)))
  (func (;23;) (type 58) (canon lift (core func 62)))
  (type (;59;) (own 14))
  (type (;60;) (func (param "location" 6) (result 59)))
  (alias core export 5 "29" (core func (;63;)))
  (func (;24;) (type 60) (canon lift (core func 63) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;61;) (borrow 14))
  (type (;62;) (func (param "self" 61) (result u8)))
  (alias core export 5 "30" (core func (;64;)))
  (func (;25;) (type 62) (canon lift (core func 64)))
  (alias core export 5 "31" (core func (;65;)))
  (func (;26;) (type 62) (canon lift (core func 65)))
  (type (;63;) (own 15))
  (type (;64;) (func (param "location" 6) (result 63)))
  (alias core export 5 "33" (core func (;66;)))
  (func (;27;) (type 64) (canon lift (core func 66) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;65;) (borrow 15))
  (type (;66;) (own 16))
  (type (;67;) (func (param "self" 65) (result 66)))
  (alias core export 5 "34" (core func (;67;)))
  (func (;28;) (type 67) (canon lift (core func 67)))
  (type (;68;) (func (param "self" 65) (param "p" 25) (result 25)))
  (alias core export 5 "35" (core func (;68;)))
  (func (;29;) (type 68) (canon lift (core func 68)))
  (type (;69;) (borrow 16))
  (type (;70;) (func (param "self" 69) (result u8)))
  (alias core export 5 "37" (core func (;69;)))
  (func (;30;) (type 70) (canon lift (core func 69)))
  (alias core export 5 "38" (core func (;70;)))
  (func (;31;) (type 70) (canon lift (core func 70)))
  (type (;71;) (own 17))
  (type (;72;) (func (param "location" 6) (result 71)))
  (alias core export 5 "40" (core func (;71;)))
  (func (;32;) (type 72) (canon lift (core func 71) (memory 0) (realloc 28) string-encoding=utf8))
  (type (;73;) (borrow 17))
  (type (;74;) (func (param "self" 73) (result u8)))
  (alias core export 5 "41" (core func (;72;)))
  (func (;33;) (type 74) (canon lift (core func 72)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (sub resource)))
    (import "i3" (type (;4;) (sub resource)))
    (import "i4" (type (;5;) (sub resource)))
    (import "i5" (type (;6;) (sub resource)))
    (import "i6" (type (;7;) (sub resource)))
    (import "i7" (type (;8;) (sub resource)))
    (import "i8" (type (;9;) (sub resource)))
    (import "i9" (type (;10;) (sub resource)))
    (import "i10" (type (;11;) (sub resource)))
    (import "i11" (type (;12;) (sub resource)))
    (import "i12" (type (;13;) (eq 1)))
    (type (;14;) (own 2))
    (type (;15;) (func (param "location" 13) (result 14)))
    (import "i13" (func (;0;) (type 15)))
    (type (;16;) (borrow 2))
    (type (;17;) (func (param "self" 16) (param "c" string) (result u32)))
    (import "i14" (func (;1;) (type 17)))
    (type (;18;) (own 3))
    (type (;19;) (func (param "location" 13) (result 18)))
    (import "i15" (func (;2;) (type 19)))
    (type (;20;) (borrow 3))
    (type (;21;) u32)
    (import "i16" (type (;22;) (eq 21)))
    (type (;23;) (record (field "v" 22)))
    (import "i17" (type (;24;) (eq 23)))
    (type (;25;) (func (param "self" 20) (param "a" 24) (param "lo-cation" string) (result 22)))
    (import "i18" (func (;3;) (type 25)))
    (type (;26;) string)
    (import "i19" (type (;27;) (eq 26)))
    (type (;28;) (func (param "self" 20) (param "u" 27)))
    (import "i20" (func (;4;) (type 28)))
    (type (;29;) (own 4))
    (type (;30;) (func (param "location" 13) (result 29)))
    (import "i21" (func (;5;) (type 30)))
    (type (;31;) (borrow 4))
    (type (;32;) string)
    (import "i22" (type (;33;) (eq 32)))
    (type (;34;) (record (field "v" 33)))
    (import "i23" (type (;35;) (eq 34)))
    (type (;36;) (func (param "self" 31) (param "a" 35) (result 33)))
    (import "i24" (func (;6;) (type 36)))
    (type (;37;) (func (param "self" 31) (result u8)))
    (import "i25" (func (;7;) (type 37)))
    (type (;38;) u32)
    (import "i26" (type (;39;) (eq 38)))
    (type (;40;) u8)
    (import "i27" (type (;41;) (eq 40)))
    (type (;42;) (func (param "self" 31) (param "p" 39) (param "n" 41) (result 41)))
    (import "i28" (func (;8;) (type 42)))
    (type (;43;) (own 5))
    (type (;44;) (func (param "golem-rpc-location" 13) (param "lo-cation" u32) (result 43)))
    (import "i29" (func (;9;) (type 44)))
    (type (;45;) (borrow 5))
    (type (;46;) (func (param "self" 45) (result u8)))
    (import "i30" (func (;10;) (type 46)))
    (import "i31" (func (;11;) (type 46)))
    (type (;47;) (func (param "self" 45) (param "lo-cation" u32)))
    (import "i32" (func (;12;) (type 47)))
    (type (;48;) (func (param "golem-rpc-location" 13) (param "location" string) (result 43)))
    (import "i33" (func (;13;) (type 48)))
    (type (;49;) (own 6))
    (type (;50;) (func (param "location" 13) (result 49)))
    (import "i34" (func (;14;) (type 50)))
    (type (;51;) (borrow 6))
    (type (;52;) (borrow 7))
    (type (;53;) (func (param "self" 51) (param "x" 52)))
    (import "i35" (func (;15;) (type 53)))
    (type (;54;) (own 7))
    (type (;55;) (func (param "location" 13) (result 54)))
    (import "i36" (func (;16;) (type 55)))
    (type (;56;) (own 8))
    (type (;57;) (func (param "location" 13) (result 56)))
    (import "i37" (func (;17;) (type 57)))
    (type (;58;) (borrow 8))
    (type (;59;) (func (param "self" 58) (result u8)))
    (import "i38" (func (;18;) (type 59)))
    (import "i39" (func (;19;) (type 59)))
    (type (;60;) (own 9))
    (type (;61;) (func (param "location" 13) (result 60)))
    (import "i40" (func (;20;) (type 61)))
    (type (;62;) (borrow 9))
    (type (;63;) (func (param "self" 62) (result u8)))
    (import "i41" (func (;21;) (type 63)))
    (import "i42" (func (;22;) (type 63)))
    (type (;64;) (own 10))
    (type (;65;) (func (param "location" 13) (result 64)))
    (import "i43" (func (;23;) (type 65)))
    (type (;66;) (borrow 10))
    (type (;67;) (own 11))
    (type (;68;) (func (param "self" 66) (result 67)))
    (import "i44" (func (;24;) (type 68)))
    (type (;69;) u8)
    (import "i45" (type (;70;) (eq 69)))
    (type (;71;) (func (param "self" 66) (param "p" 70) (result 70)))
    (import "i46" (func (;25;) (type 71)))
    (type (;72;) (borrow 11))
    (type (;73;) (func (param "self" 72) (result u8)))
    (import "i47" (func (;26;) (type 73)))
    (import "i48" (func (;27;) (type 73)))
    (type (;74;) (own 12))
    (type (;75;) (func (param "location" 13) (result 74)))
    (import "i49" (func (;28;) (type 75)))
    (type (;76;) (borrow 12))
    (type (;77;) (func (param "self" 76) (result u8)))
    (import "i50" (func (;29;) (type 77)))
    (export (;78;) "uri" (type 1))
    (export (;79;) "check-out" (type 2))
    (export (;80;) "x" (type 3))
    (export (;81;) "y" (type 4))
    (export (;82;) "r" (type 5))
    (export (;83;) "clash-hyphens-checkout-2" (type 6))
    (export (;84;) "checkout-2-check-out-2" (type 7))
    (export (;85;) "a" (type 8))
    (export (;86;) "clash-hyphens-ab" (type 9))
    (export (;87;) "fut" (type 10))
    (export (;88;) "future-a-bcd-result" (type 11))
    (export (;89;) "clash-hyphens" (type 12))
    (type (;90;) u32)
    (export (;91;) "x-a-b" (type 90))
    (type (;92;) (record (field "v" 91)))
    (export (;93;) "x-my-rec" (type 92))
    (type (;94;) string)
    (export (;95;) "x-u-ri" (type 94))
    (type (;96;) string)
    (export (;97;) "y-ab" (type 96))
    (type (;98;) (record (field "v" 97)))
    (export (;99;) "y-myrec" (type 98))
    (type (;100;) u32)
    (export (;101;) "y-rpcerror" (type 100))
    (type (;102;) u8)
    (export (;103;) "y-uri-0" (type 102))
    (type (;104;) u8)
    (export (;105;) "fut-poll-able" (type 104))
    (type (;106;) (own 79))
    (type (;107;) (func (param "location" 78) (result 106)))
    (export (;30;) "[constructor]check-out" (func 0) (func (type 107)))
    (type (;108;) (borrow 79))
    (type (;109;) (func (param "self" 108) (param "c" string) (result u32)))
    (export (;31;) "[method]check-out.check-out-checkout" (func 1) (func (type 109)))
    (type (;110;) (own 80))
    (type (;111;) (func (param "location" 78) (result 110)))
    (export (;32;) "[constructor]x" (func 2) (func (type 111)))
    (type (;112;) (borrow 80))
    (type (;113;) (func (param "self" 112) (param "a" 93) (param "lo-cation" string) (result 91)))
    (export (;33;) "[method]x.f" (func 3) (func (type 113)))
    (type (;114;) (func (param "self" 112) (param "u" 95)))
    (export (;34;) "[method]x.g" (func 4) (func (type 114)))
    (type (;115;) (own 81))
    (type (;116;) (func (param "location" 78) (result 115)))
    (export (;35;) "[constructor]y" (func 5) (func (type 116)))
    (type (;117;) (borrow 81))
    (type (;118;) (func (param "self" 117) (param "a" 99) (result 97)))
    (export (;36;) "[method]y.f" (func 6) (func (type 118)))
    (type (;119;) (func (param "self" 117) (result u8)))
    (export (;37;) "[method]y.blocking-h" (func 7) (func (type 119)))
    (type (;120;) (func (param "self" 117) (param "p" 101) (param "n" 103) (result 103)))
    (export (;38;) "[method]y.q" (func 8) (func (type 120)))
    (type (;121;) (own 82))
    (type (;122;) (func (param "golem-rpc-location" 78) (param "lo-cation" u32) (result 121)))
    (export (;39;) "[constructor]r" (func 9) (func (type 122)))
    (type (;123;) (borrow 82))
    (type (;124;) (func (param "self" 123) (result u8)))
    (export (;40;) "[method]r.bloc-king-h" (func 10) (func (type 124)))
    (export (;41;) "[method]r.h" (func 11) (func (type 124)))
    (type (;125;) (func (param "self" 123) (param "lo-cation" u32)))
    (export (;42;) "[method]r.s-elf" (func 12) (func (type 125)))
    (type (;126;) (func (param "golem-rpc-location" 78) (param "location" string) (result 121)))
    (export (;43;) "[static]r.mk" (func 13) (func (type 126)))
    (type (;127;) (own 83))
    (type (;128;) (func (param "location" 78) (result 127)))
    (export (;44;) "[constructor]clash-hyphens-checkout-2" (func 14) (func (type 128)))
    (type (;129;) (borrow 83))
    (type (;130;) (borrow 84))
    (type (;131;) (func (param "self" 129) (param "x" 130)))
    (export (;45;) "[method]clash-hyphens-checkout-2.c" (func 15) (func (type 131)))
    (type (;132;) (own 84))
    (type (;133;) (func (param "location" 78) (result 132)))
    (export (;46;) "[constructor]checkout-2-check-out-2" (func 16) (func (type 133)))
    (type (;134;) (own 85))
    (type (;135;) (func (param "location" 78) (result 134)))
    (export (;47;) "[constructor]a" (func 17) (func (type 135)))
    (type (;136;) (borrow 85))
    (type (;137;) (func (param "self" 136) (result u8)))
    (export (;48;) "[method]a.b-cd" (func 18) (func (type 137)))
    (export (;49;) "[method]a.bc" (func 19) (func (type 137)))
    (type (;138;) (own 86))
    (type (;139;) (func (param "location" 78) (result 138)))
    (export (;50;) "[constructor]clash-hyphens-ab" (func 20) (func (type 139)))
    (type (;140;) (borrow 86))
    (type (;141;) (func (param "self" 140) (result u8)))
    (export (;51;) "[method]clash-hyphens-ab.cd" (func 21) (func (type 141)))
    (export (;52;) "[method]clash-hyphens-ab.c" (func 22) (func (type 141)))
    (type (;142;) (own 87))
    (type (;143;) (func (param "location" 78) (result 142)))
    (export (;53;) "[constructor]fut" (func 23) (func (type 143)))
    (type (;144;) (borrow 87))
    (type (;145;) (own 88))
    (type (;146;) (func (param "self" 144) (result 145)))
    (export (;54;) "[method]fut.z" (func 24) (func (type 146)))
    (type (;147;) (func (param "self" 144) (param "p" 105) (result 105)))
    (export (;55;) "[method]fut.p" (func 25) (func (type 147)))
    (type (;148;) (borrow 88))
    (type (;149;) (func (param "self" 148) (result u8)))
    (export (;56;) "[method]future-a-bcd-result.get" (func 26) (func (type 149)))
    (export (;57;) "[method]future-a-bcd-result.subs-cribe" (func 27) (func (type 149)))
    (type (;150;) (own 89))
    (type (;151;) (func (param "location" 78) (result 150)))
    (export (;58;) "[constructor]clash-hyphens" (func 28) (func (type 151)))
    (type (;152;) (borrow 89))
    (type (;153;) (func (param "self" 152) (result u8)))
    (export (;59;) "[method]clash-hyphens.clash-hyphens-clash-hyp-hens" (func 29) (func (type 153)))
  )
  (instance (;4;) (instantiate 0
      (with "i13" (func 4))
      (with "i14" (func 5))
      (with "i15" (func 6))
      (with "i18" (func 7))
      (with "i20" (func 8))
      (with "i21" (func 9))
      (with "i24" (func 10))
      (with "i25" (func 11))
      (with "i28" (func 12))
      (with "i29" (func 13))
      (with "i30" (func 14))
      (with "i31" (func 15))
      (with "i32" (func 16))
      (with "i33" (func 17))
      (with "i34" (func 18))
      (with "i35" (func 19))
      (with "i36" (func 20))
      (with "i37" (func 21))
      (with "i38" (func 22))
      (with "i39" (func 23))
      (with "i40" (func 24))
      (with "i41" (func 25))
      (with "i42" (func 26))
      (with "i43" (func 27))
      (with "i44" (func 28))
      (with "i46" (func 29))
      (with "i47" (func 30))
      (with "i48" (func 31))
      (with "i49" (func 32))
      (with "i50" (func 33))
      (with "i0" (type 6))
      (with "i1" (type 7))
      (with "i2" (type 8))
      (with "i3" (type 9))
      (with "i4" (type 10))
      (with "i5" (type 11))
      (with "i6" (type 12))
      (with "i7" (type 13))
      (with "i8" (type 14))
      (with "i9" (type 15))
      (with "i10" (type 16))
      (with "i11" (type 17))
      (with "i12" (type 6))
      (with "i16" (type 18))
      (with "i17" (type 19))
      (with "i19" (type 20))
      (with "i22" (type 21))
      (with "i23" (type 22))
      (with "i26" (type 23))
      (with "i27" (type 24))
      (with "i45" (type 25))
    )
  )
  (export (;5;) "test:clash-hyphens-stub/stub-clash-hyphens" (instance 4))
  (@producers
    (processed-by "wit-component" "…")
  )
)
