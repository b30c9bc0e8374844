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
    (type (;7;) (func (param i32 i64) (result i64)))
    (type (;8;) (func (param i32 f32) (result f32)))
    (type (;9;) (func (param i32 f64) (result f64)))
    (type (;10;) (func (param i32 i32 i32) (result i32)))
    (type (;11;) (func (param i32 i64)))
    (type (;12;) (func (param i32) (result i64)))
    (type (;13;) (func))
    (type (;14;) (func (param i32 i32)))
    (type (;15;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "api_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;4;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;5;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 1088)
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
    (export "1" (func $"connect api"))
    (export "2" (func $"test:primitives/api.{echo-bool}"))
    (export "3" (func $"test:primitives/api.{echo-u8}"))
    (export "4" (func $"test:primitives/api.{echo-u16}"))
    (export "5" (func $"test:primitives/api.{echo-u32}"))
    (export "6" (func $"test:primitives/api.{echo-u64}"))
    (export "7" (func $"test:primitives/api.{echo-s8}"))
    (export "8" (func $"test:primitives/api.{echo-s16}"))
    (export "9" (func $"test:primitives/api.{echo-s32}"))
    (export "10" (func $"test:primitives/api.{echo-s64}"))
    (export "11" (func $"test:primitives/api.{echo-f32}"))
    (export "12" (func $"test:primitives/api.{echo-f64}"))
    (export "13" (func $"test:primitives/api.{echo-char}"))
    (export "14" (func $"test:primitives/api.{echo-string}"))
    (export "15" (func $post-return))
    (export "16" (func $"test:primitives/api.{nothing}"))
    (export "17" (func $"test:primitives/api.{take}"))
    (export "18" (func $"test:primitives/api.{give}"))
    (export "19" (func $"test:primitives/api.{pairs}"))
    (export "20" (func $post-return))
    (export "21" (func $"drop api"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;6;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect api" (;7;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:primitives/api.{echo-bool}" (;8;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 19
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
      i32.const 196
      global.set 15
      local.get 2
      i32.const 196
      i32.const 31
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
      i32.const 19
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-u8}" (;9;) (type 0) (param i32 i32) (result i32)
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
      i32.const 231
      global.set 15
      local.get 2
      i32.const 231
      i32.const 29
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
    (func $"test:primitives/api.{echo-u16}" (;10;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 9
      i32.store8
      local.get 3
      local.get 1
      i32.store16 offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 264
      global.set 15
      local.get 2
      i32.const 264
      i32.const 30
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
      i32.const 9
      call $node
      i32.load16_u offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-u32}" (;11;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 10
      i32.store8
      local.get 3
      local.get 1
      i32.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 298
      global.set 15
      local.get 2
      i32.const 298
      i32.const 30
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
    (func $"test:primitives/api.{echo-u64}" (;12;) (type 7) (param i32 i64) (result i64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 11
      i32.store8
      local.get 3
      local.get 1
      i64.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 332
      global.set 15
      local.get 2
      i32.const 332
      i32.const 30
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
      i32.const 11
      call $node
      i64.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-s8}" (;13;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 12
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
      i32.const 366
      global.set 15
      local.get 2
      i32.const 366
      i32.const 29
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
      i32.const 12
      call $node
      i32.load8_s offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-s16}" (;14;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 13
      i32.store8
      local.get 3
      local.get 1
      i32.store16 offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 399
      global.set 15
      local.get 2
      i32.const 399
      i32.const 30
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
      i32.const 13
      call $node
      i32.load16_s offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-s32}" (;15;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 14
      i32.store8
      local.get 3
      local.get 1
      i32.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 433
      global.set 15
      local.get 2
      i32.const 433
      i32.const 30
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
      i32.const 14
      call $node
      i32.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-s64}" (;16;) (type 7) (param i32 i64) (result i64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 15
      i32.store8
      local.get 3
      local.get 1
      i64.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 467
      global.set 15
      local.get 2
      i32.const 467
      i32.const 30
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
      i32.const 15
      call $node
      i64.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-f32}" (;17;) (type 8) (param i32 f32) (result f32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 16
      i32.store8
      local.get 3
      local.get 1
      f32.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 501
      global.set 15
      local.get 2
      i32.const 501
      i32.const 30
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
      i32.const 16
      call $node
      f32.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-f64}" (;18;) (type 9) (param i32 f64) (result f64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 17
      i32.store8
      local.get 3
      local.get 1
      f64.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 535
      global.set 15
      local.get 2
      i32.const 535
      i32.const 30
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
      i32.const 17
      call $node
      f64.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{echo-char}" (;19;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 18
      i32.store8
      local.get 3
      local.get 1
      i32.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 569
      global.set 15
      local.get 2
      i32.const 569
      i32.const 31
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
      i32.const 18
      call $node
      i32.load offset=8
      local.tee 4
      i32.const 1114112
      i32.ge_u
      local.get 4
      i32.const 55296
      i32.sub
      i32.const 2048
      i32.lt_u
      i32.or
      if ;; label = @1
        call $"protocol error: invalid char in the response"
        unreachable
      end
      local.get 4
      call $reset
    )
    (func $"test:primitives/api.{echo-string}" (;20;) (type 10) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
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
      i32.const 604
      global.set 15
      local.get 3
      i32.const 604
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
    (func $post-return (;21;) (type 3) (param i32)
      call $reset
    )
    (func $"test:primitives/api.{nothing}" (;22;) (type 3) (param i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 641
      global.set 15
      local.get 1
      i32.const 641
      i32.const 29
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
      call $"answer without result"
      call $reset
    )
    (func $"test:primitives/api.{take}" (;23;) (type 11) (param i32 i64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 11
      i32.store8
      local.get 3
      local.get 1
      i64.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 674
      global.set 15
      local.get 2
      i32.const 674
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
      call $"answer without result"
      call $reset
    )
    (func $"test:primitives/api.{give}" (;24;) (type 12) (param i32) (result i64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 704
      global.set 15
      local.get 1
      i32.const 704
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
      i32.const 11
      call $node
      i64.load offset=8
      call $reset
    )
    (func $"test:primitives/api.{pairs}" (;25;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 734
      global.set 15
      local.get 1
      i32.const 734
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
      i32.const 8
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 5
      call $node
      local.get 3
      call $"decode list 17"
      local.get 3
    )
    (func $"drop api" (;26;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;27;) (type 10) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;28;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;29;) (type 10) (param i32 i32 i32) (result i32)
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
    (func $reset (;30;) (type 13)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 1088
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
    (func $alloc (;31;) (type 1) (param i32) (result i32)
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
    (func $rpc-error (;32;) (type 13)
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
    (func $"answer with one result" (;33;) (type 4) (result i32)
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
    (func $node (;34;) (type 0) (param i32 i32) (result i32)
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
    (func $"protocol error: invalid char in the response" (;35;) (type 13)
      i32.const 765
      i32.const 783
      i32.const 28
      call $report
      unreachable
    )
    (func $"answer without result" (;36;) (type 13)
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
    (func $"decode list 17" (;37;) (type 14) (param i32 i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 2
      local.get 2
      global.get 9
      i32.const 3
      i32.div_u
      i32.gt_u
      if ;; label = @1
        call $"protocol error: the nodes of the response are not a tree"
        unreachable
      end
      global.get 9
      local.get 2
      i32.const 3
      i32.mul
      i32.sub
      global.set 9
      local.get 1
      local.get 2
      i32.store offset=4
      local.get 1
      local.get 2
      i32.const 16
      i32.mul
      call $alloc
      local.tee 4
      i32.store
      local.get 0
      i32.load offset=8
      local.set 5
      local.get 5
      local.get 2
      i32.const 2
      i32.shl
      i32.add
      local.set 3
      block ;; label = @1
        local.get 5
        local.get 3
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 5
          i32.load
          local.tee 6
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 6
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 6
          i32.load8_u
          i32.const 4
          i32.ne
          if ;; label = @3
            local.get 6
            call $"wrong node"
            unreachable
          end
          local.get 6
          i32.const 22
          i32.store8
          local.get 6
          local.get 4
          call $"decode tuple 16"
          local.get 4
          i32.const 16
          i32.add
          local.set 4
          local.get 5
          i32.const 4
          i32.add
          local.tee 5
          local.get 3
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"free resource" (;38;) (type 3) (param i32)
      local.get 0
      i32.load
      call 3
      local.get 0
      call $"free block"
    )
    (func $"out of memory" (;39;) (type 13)
      unreachable
    )
    (func $"block bits" (;40;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;41;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;42;) (type 14) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;43;) (type 13)
      i32.const 765
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;44;) (type 13)
      i32.const 815
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;45;) (type 13)
      i32.const 825
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;46;) (type 13)
      i32.const 838
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;47;) (type 13)
      i32.const 765
      i32.const 863
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;48;) (type 13)
      i32.const 765
      i32.const 906
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;49;) (type 13)
      i32.const 765
      i32.const 946
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;50;) (type 3) (param i32)
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
    (func $report (;51;) (type 15) (param i32 i32 i32)
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
      i32.const 990
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1004
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 1012
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1025
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 1031
      i32.const 1
      call $append
      local.set 6
      call 4
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
        call 5
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
    (func $"protocol error: the nodes of the response are not a tree" (;52;) (type 13)
      i32.const 765
      i32.const 1036
      i32.const 40
      call $report
      unreachable
    )
    (func $"decode tuple 16" (;53;) (type 14) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 2
      i32.ne
      if ;; label = @1
        call $"protocol error: wrong number of elements in the response"
        unreachable
      end
      local.get 0
      i32.load offset=8
      local.set 2
      local.get 1
      local.get 2
      i32.load
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store align=4
      local.get 1
      local.get 2
      i32.load offset=4
      i32.const 11
      call $node
      i64.load offset=8
      i64.store offset=8
    )
    (func $"free block" (;54;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $append (;55;) (type 10) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 192) "\1f\00\00\00test:primitives/api.{echo-bool}\1d\00\00\00test:primitives/api.{echo-u8}\1e\00\00\00test:primitives/api.{echo-u16}\1e\00\00\00test:primitives/api.{echo-u32}\1e\00\00\00test:primitives/api.{echo-u64}\1d\00\00\00test:primitives/api.{echo-s8}\1e\00\00\00test:primitives/api.{echo-s16}\1e\00\00\00test:primitives/api.{echo-s32}\1e\00\00\00test:primitives/api.{echo-s64}\1e\00\00\00test:primitives/api.{echo-f32}\1e\00\00\00test:primitives/api.{echo-f64}\1f\00\00\00test:primitives/api.{echo-char}!\00\00\00test:primitives/api.{echo-string}\1d\00\00\00test:primitives/api.{nothing}\1a\00\00\00test:primitives/api.{take}\1a\00\00\00test:primitives/api.{give}\1b\00\00\00test:primitives/api.{pairs}\0e\00\00\00protocol-error\1c\00\00\00invalid char in the response\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\00\00\00\00\01\00\00\00")
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
    (table (;0;) 4 4 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
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
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;6;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;7;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "0" (core func (;1;)))
  (alias core export 0 "1" (core func (;2;)))
  (alias export 0 "wasm-rpc" (type (;8;)))
  (core func (;3;) (canon resource.drop 8))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 1))
    (export "[method]wasm-rpc.invoke-and-await" (func 2))
    (export "wasm-rpc_drop" (func 3))
  )
  (core func (;4;) (canon resource.new 7))
  (core instance (;2;)
    (export "api_new" (func 4))
  )
  (alias export 3 "get-stderr" (func (;0;)))
  (core func (;5;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 5))
  )
  (alias core export 0 "2" (core func (;6;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 6))
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
    (import "shim" "$imports" (table (;0;) 4 4 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;1;)))
  (core func (;7;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;8;)))
  (core func (;9;) (canon lower (func 2) (memory 0) (realloc 8) string-encoding=utf8))
  (alias export 2 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;10;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "21" (core func (;11;)))
  (core instance (;6;)
    (export "0" (func 7))
    (export "1" (func 9))
    (export "2" (func 10))
    (export "3" (func 11))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;9;) (own 7))
  (type (;10;) (func (param "location" 6) (result 9)))
  (alias core export 5 "1" (core func (;12;)))
  (func (;4;) (type 10) (canon lift (core func 12) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;11;) (borrow 7))
  (type (;12;) (func (param "self" 11) (param "x" bool) (result bool)))
  (alias core export 5 "2" (core func (;13;)))
  (func (;5;) (type 12) (canon lift (core func 13)))
  (type (;13;) (func (param "self" 11) (param "x" u8) (result u8)))
  (alias core export 5 "3" (core func (;14;)))
  (func (;6;) (type 13) (canon lift (core func 14)))
  (type (;14;) (func (param "self" 11) (param "x" u16) (result u16)))
  (alias core export 5 "4" (core func (;15;)))
  (func (;7;) (type 14) (canon lift (core func 15)))
  (type (;15;) (func (param "self" 11) (param "x" u32) (result u32)))
  (alias core export 5 "5" (core func (;16;)))
  (func (;8;) (type 15) (canon lift (core func 16)))
  (type (;16;) (func (param "self" 11) (param "x" u64) (result u64)))
  (alias core export 5 "6" (core func (;17;)))
  (func (;9;) (type 16) (canon lift (core func 17)))
  (type (;17;) (func (param "self" 11) (param "x" s8) (result s8)))
  (alias core export 5 "7" (core func (;18;)))
  (func (;10;) (type 17) (canon lift (core func 18)))
  (type (;18;) (func (param "self" 11) (param "x" s16) (result s16)))
  (alias core export 5 "8" (core func (;19;)))
  (func (;11;) (type 18) (canon lift (core func 19)))
  (type (;19;) (func (param "self" 11) (param "x" s32) (result s32)))
  (alias core export 5 "9" (core func (;20;)))
  (func (;12;) (type 19) (canon lift (core func 20)))
  (type (;20;) (func (param "self" 11) (param "x" s64) (result s64)))
  (alias core export 5 "10" (core func (;21;)))
  (func (;13;) (type 20) (canon lift (core func 21)))
  (type (;21;) (func (param "self" 11) (param "x" f32) (result f32)))
  (alias core export 5 "11" (core func (;22;)))
  (func (;14;) (type 21) (canon lift (core func 22)))
  (type (;22;) (func (param "self" 11) (param "x" f64) (result f64)))
  (alias core export 5 "12" (core func (;23;)))
  (func (;15;) (type 22) (canon lift (core func 23)))
  (type (;23;) (func (param "self" 11) (param "x" char) (result char)))
  (alias core export 5 "13" (core func (;24;)))
  (func (;16;) (type 23) (canon lift (core func 24)))
  (type (;24;) (func (param "self" 11) (param "x" string) (result string)))
  (alias core export 5 "14" (core func (;25;)))
  (alias core export 5 "15" (core func (;26;)))
  (func (;17;) (type 24) (canon lift (core func 25) (memory 0) (realloc 8) string-encoding=utf8 (post-return 26)))
  (type (;25;) (func (param "self" 11)))
  (alias core export 5 "16" (core func (;27;)))
  (func (;18;) (type 25) (canon lift (core func 27)))
  (type (;26;) (func (param "self" 11) (param "x" u64)))
  (alias core export 5 "17" (core func (;28;)))
  (func (;19;) (type 26) (canon lift (core func 28)))
  (type (;27;) (func (param "self" 11) (result u64)))
  (alias core export 5 "18" (core func (;29;)))
  (func (;20;) (type 27) (canon lift (core func 29)))
  (type (;28;) (tuple string u64))
  (type (;29;) (list 28))
  (type (;30;) (func (param "self" 11) (result 29)))
  (alias core export 5 "19" (core func (;30;)))
  (alias core export 5 "20" (core func (;31;)))
  (func (;21;) (type 30) (canon lift (core func 30) (memory 0) string-encoding=utf8 (post-return 31)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (eq 1)))
    (type (;4;) (own 2))
    (type (;5;) (func (param "location" 3) (result 4)))
    (import "i3" (func (;0;) (type 5)))
    (type (;6;) (borrow 2))
    (type (;7;) (func (param "self" 6) (param "x" bool) (result bool)))
    (import "i4" (func (;1;) (type 7)))
    (type (;8;) (func (param "self" 6) (param "x" u8) (result u8)))
    (import "i5" (func (;2;) (type 8)))
    (type (;9;) (func (param "self" 6) (param "x" u16) (result u16)))
    (import "i6" (func (;3;) (type 9)))
    (type (;10;) (func (param "self" 6) (param "x" u32) (result u32)))
    (import "i7" (func (;4;) (type 10)))
    (type (;11;) (func (param "self" 6) (param "x" u64) (result u64)))
    (import "i8" (func (;5;) (type 11)))
    (type (;12;) (func (param "self" 6) (param "x" s8) (result s8)))
    (import "i9" (func (;6;) (type 12)))
    (type (;13;) (func (param "self" 6) (param "x" s16) (result s16)))
    (import "i10" (func (;7;) (type 13)))
    (type (;14;) (func (param "self" 6) (param "x" s32) (result s32)))
    (import "i11" (func (;8;) (type 14)))
    (type (;15;) (func (param "self" 6) (param "x" s64) (result s64)))
    (import "i12" (func (;9;) (type 15)))
    (type (;16;) (func (param "self" 6) (param "x" f32) (result f32)))
    (import "i13" (func (;10;) (type 16)))
    (type (;17;) (func (param "self" 6) (param "x" f64) (result f64)))
    (import "i14" (func (;11;) (type 17)))
    (type (;18;) (func (param "self" 6) (param "x" char) (result char)))
    (import "i15" (func (;12;) (type 18)))
    (type (;19;) (func (param "self" 6) (param "x" string) (result string)))
    (import "i16" (func (;13;) (type 19)))
    (type (;20;) (func (param "self" 6)))
    (import "i17" (func (;14;) (type 20)))
    (type (;21;) (func (param "self" 6) (param "x" u64)))
    (import "i18" (func (;15;) (type 21)))
    (type (;22;) (func (param "self" 6) (result u64)))
    (import "i19" (func (;16;) (type 22)))
    (type (;23;) (tuple string u64))
    (type (;24;) (list 23))
    (type (;25;) (func (param "self" 6) (result 24)))
    (import "i20" (func (;17;) (type 25)))
    (export (;26;) "uri" (type 1))
    (export (;27;) "api" (type 2))
    (type (;28;) (own 27))
    (type (;29;) (func (param "location" 26) (result 28)))
    (export (;18;) "[constructor]api" (func 0) (func (type 29)))
    (type (;30;) (borrow 27))
    (type (;31;) (func (param "self" 30) (param "x" bool) (result bool)))
    (export (;19;) "[method]api.echo-bool" (func 1) (func (type 31)))
    (type (;32;) (func (param "self" 30) (param "x" u8) (result u8)))
    (export (;20;) "[method]api.echo-u8" (func 2) (func (type 32)))
    (type (;33;) (func (param "self" 30) (param "x" u16) (result u16)))
    (export (;21;) "[method]api.echo-u16" (func 3) (func (type 33)))
    (type (;34;) (func (param "self" 30) (param "x" u32) (result u32)))
    (export (;22;) "[method]api.echo-u32" (func 4) (func (type 34)))
    (type (;35;) (func (param "self" 30) (param "x" u64) (result u64)))
    (export (;23;) "[method]api.echo-u64" (func 5) (func (type 35)))
    (type (;36;) (func (param "self" 30) (param "x" s8) (result s8)))
    (export (;24;) "[method]api.echo-s8" (func 6) (func (type 36)))
    (type (;37;) (func (param "self" 30) (param "x" s16) (result s16)))
    (export (;25;) "[method]api.echo-s16" (func 7) (func (type 37)))
    (type (;38;) (func (param "self" 30) (param "x" s32) (result s32)))
    (export (;26;) "[method]api.echo-s32" (func 8) (func (type 38)))
    (type (;39;) (func (param "self" 30) (param "x" s64) (result s64)))
    (export (;27;) "[method]api.echo-s64" (func 9) (func (type 39)))
    (type (;40;) (func (param "self" 30) (param "x" f32) (result f32)))
    (export (;28;) "[method]api.echo-f32" (func 10) (func (type 40)))
    (type (;41;) (func (param "self" 30) (param "x" f64) (result f64)))
    (export (;29;) "[method]api.echo-f64" (func 11) (func (type 41)))
    (type (;42;) (func (param "self" 30) (param "x" char) (result char)))
    (export (;30;) "[method]api.echo-char" (func 12) (func (type 42)))
    (type (;43;) (func (param "self" 30) (param "x" string) (result string)))
    (export (;31;) "[method]api.echo-string" (func 13) (func (type 43)))
    (type (;44;) (func (param "self" 30)))
    (export (;32;) "[method]api.nothing" (func 14) (func (type 44)))
    (type (;45;) (func (param "self" 30) (param "x" u64)))
    (export (;33;) "[method]api.take" (func 15) (func (type 45)))
    (type (;46;) (func (param "self" 30) (result u64)))
    (export (;34;) "[method]api.give" (func 16) (func (type 46)))
    (type (;47;) (tuple string u64))
    (type (;48;) (list 47))
    (type (;49;) (func (param "self" 30) (result 48)))
    (export (;35;) "[method]api.pairs" (func 17) (func (type 49)))
  )
  (instance (;4;) (instantiate 0
      (with "i3" (func 4))
      (with "i4" (func 5))
      (with "i5" (func 6))
      (with "i6" (func 7))
      (with "i7" (func 8))
      (with "i8" (func 9))
      (with "i9" (func 10))
      (with "i10" (func 11))
      (with "i11" (func 12))
      (with "i12" (func 13))
      (with "i13" (func 14))
      (with "i14" (func 15))
      (with "i15" (func 16))
      (with "i16" (func 17))
      (with "i17" (func 18))
      (with "i18" (func 19))
      (with "i19" (func 20))
      (with "i20" (func 21))
      (with "i0" (type 6))
      (with "i1" (type 7))
      (with "i2" (type 6))
    )
  )
  (export (;5;) "test:primitives-stub/stub-primitives" (instance 4))
  (@producers
    (processed-by "wit-component" "…")
  )
)
