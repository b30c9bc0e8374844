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
    (type (;7;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;8;) (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i64) (result i32)))
    (type (;9;) (func (param i32 i64) (result i32)))
    (type (;10;) (func (param i32 i32 i32 i64)))
    (type (;11;) (func (param i32 i32 i32) (result i64)))
    (type (;12;) (func (param i32 i32 i32) (result i32)))
    (type (;13;) (func))
    (type (;14;) (func (param i32 i32)))
    (type (;15;) (func (param i32 i32 i64 i32)))
    (type (;16;) (func (param i64) (result i32)))
    (type (;17;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "api_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;4;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;5;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 920)
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
    (export "2" (func $"test:other-languages/api.{open}"))
    (export "3" (func $post-return))
    (export "4" (func $"test:other-languages/api.{read}"))
    (export "5" (func $post-return))
    (export "6" (func $"test:other-languages/api.{bytes}"))
    (export "7" (func $post-return))
    (export "8" (func $"test:other-languages/api.{truncate}"))
    (export "9" (func $"test:other-languages/api.{hash}"))
    (export "10" (func $"test:other-languages/api.{words}"))
    (export "11" (func $post-return))
    (export "12" (func $"test:other-languages/api.{write}"))
    (export "13" (func $post-return))
    (export "14" (func $"test:other-languages/api.{lines}"))
    (export "15" (func $post-return))
    (export "16" (func $"drop api"))
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
    (func $"test:other-languages/api.{open}" (;8;) (type 7) (param i32 i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 5
      i32.const 72
      call $alloc
      local.set 6
      local.get 6
      i32.const 19
      i32.store8
      local.get 6
      local.get 1
      i32.store8 offset=8
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 6
      i32.const 20
      i32.store8 offset=24
      local.get 6
      local.get 2
      i32.store offset=32
      local.get 6
      local.get 3
      i32.store offset=36
      i32.const 184
      local.get 6
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 6
      i32.const 8
      i32.store8 offset=48
      local.get 6
      local.get 4
      i32.store8 offset=56
      i32.const 192
      local.get 6
      i32.const 48
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 244
      global.set 15
      local.get 5
      i32.const 244
      i32.const 31
      i32.const 176
      i32.const 3
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      i32.const 24
      call $alloc
      local.set 7
      call $"answer with one result"
      local.set 8
      local.get 8
      i32.const 6
      call $node
      local.get 7
      call $"decode option 12"
      local.get 7
    )
    (func $post-return (;9;) (type 3) (param i32)
      call $reset
    )
    (func $"test:other-languages/api.{read}" (;10;) (type 8) (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i64) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 10
      i32.const 216
      call $alloc
      local.set 11
      local.get 11
      i32.const 8
      i32.store8
      local.get 11
      local.get 1
      i32.store8 offset=8
      i32.const 176
      local.get 11
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 10
      i32.store8 offset=24
      local.get 11
      local.get 2
      i32.store offset=32
      i32.const 184
      local.get 11
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 19
      i32.store8 offset=48
      local.get 11
      local.get 3
      i32.store8 offset=56
      i32.const 192
      local.get 11
      i32.const 48
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 12
      i32.store8 offset=72
      local.get 11
      local.get 4
      i32.store8 offset=80
      i32.const 200
      local.get 11
      i32.const 72
      i32.add
      i32.store
      i32.const 200
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 9
      i32.store8 offset=96
      local.get 11
      local.get 5
      i32.store16 offset=104
      i32.const 208
      local.get 11
      i32.const 96
      i32.add
      i32.store
      i32.const 208
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 9
      i32.store8 offset=120
      local.get 11
      local.get 6
      i32.store16 offset=128
      i32.const 216
      local.get 11
      i32.const 120
      i32.add
      i32.store
      i32.const 216
      i32.const 1
      i32.store offset=4
      local.get 11
      i32.const 168
      i32.add
      global.set 5
      i32.const 908
      global.set 6
      local.get 7
      local.get 8
      local.get 9
      local.get 11
      i32.const 144
      i32.add
      call $"encode record 9"
      i32.const 224
      local.get 11
      i32.const 144
      i32.add
      i32.store
      i32.const 224
      i32.const 3
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 279
      global.set 15
      local.get 10
      i32.const 279
      i32.const 31
      i32.const 176
      i32.const 7
      i32.const 8
      call 2
      i32.const 8
      i32.load8_u
      if ;; label = @1
        call $rpc-error
        unreachable
      end
      i32.const 24
      call $alloc
      local.set 12
      call $"answer with one result"
      local.set 13
      local.get 13
      i32.const 1
      call $node
      local.get 12
      call $"decode variant 14"
      local.get 12
    )
    (func $"test:other-languages/api.{bytes}" (;11;) (type 9) (param i32 i64) (result i32)
      (local i32 i32 i32 i32)
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
      i32.const 314
      global.set 15
      local.get 2
      i32.const 314
      i32.const 32
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
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 5
      call $node
      local.get 4
      call $"decode list 10"
      local.get 4
    )
    (func $"test:other-languages/api.{truncate}" (;12;) (type 10) (param i32 i32 i32 i64)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 48
      call $alloc
      local.set 5
      local.get 5
      i32.const 20
      i32.store8
      local.get 5
      local.get 1
      i32.store offset=8
      local.get 5
      local.get 2
      i32.store offset=12
      i32.const 176
      local.get 5
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 5
      i32.const 11
      i32.store8 offset=24
      local.get 5
      local.get 3
      i64.store offset=32
      i32.const 184
      local.get 5
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 350
      global.set 15
      local.get 4
      i32.const 350
      i32.const 35
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
    (func $"test:other-languages/api.{hash}" (;13;) (type 11) (param i32 i32 i32) (result i64)
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
      i32.const 389
      global.set 15
      local.get 3
      i32.const 389
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
      i32.const 11
      call $node
      i64.load offset=8
      call $reset
    )
    (func $"test:other-languages/api.{words}" (;14;) (type 12) (param i32 i32 i32) (result i32)
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
      i32.const 424
      global.set 15
      local.get 3
      i32.const 424
      i32.const 32
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
      local.get 6
      i32.const 5
      call $node
      local.get 5
      call $"decode list 15"
      local.get 5
    )
    (func $"test:other-languages/api.{write}" (;15;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i64 i32 i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 24
      call $alloc
      local.set 5
      local.get 2
      i64.extend_i32_u
      i64.const 1
      i64.add
      local.tee 6
      call $"take nodes"
      local.set 7
      local.get 1
      local.get 2
      local.get 7
      call $"encode list 10"
      i32.const 176
      local.get 7
      i32.store
      i32.const 176
      local.get 6
      i32.wrap_i64
      i32.store offset=4
      local.get 5
      i32.const 19
      i32.store8
      local.get 5
      local.get 3
      i32.store8 offset=8
      i32.const 184
      local.get 5
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 460
      global.set 15
      local.get 4
      i32.const 460
      i32.const 32
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
      i32.const 16
      call $alloc
      local.set 8
      call $"answer with one result"
      local.set 9
      local.get 9
      i32.const 7
      call $node
      local.get 8
      call $"decode result 16"
      local.get 8
    )
    (func $"test:other-languages/api.{lines}" (;16;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32)
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
      i32.const 496
      global.set 15
      local.get 2
      i32.const 496
      i32.const 32
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
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 5
      call $node
      local.get 4
      call $"decode list 15"
      local.get 4
    )
    (func $"drop api" (;17;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;18;) (type 12) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;19;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;20;) (type 12) (param i32 i32 i32) (result i32)
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
    (func $reset (;21;) (type 13)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 920
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
    (func $alloc (;22;) (type 1) (param i32) (result i32)
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
    (func $rpc-error (;23;) (type 13)
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
    (func $"answer with one result" (;24;) (type 4) (result i32)
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
    (func $node (;25;) (type 0) (param i32 i32) (result i32)
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
    (func $"decode option 12" (;26;) (type 14) (param i32 i32)
      local.get 1
      local.get 0
      i32.load8_u offset=8
      i32.store8
      local.get 0
      i32.load8_u offset=8
      if ;; label = @1
        local.get 0
        i32.load offset=12
        i32.const 0
        call $node
        local.get 1
        i32.const 8
        i32.add
        call $"decode record 9"
      end
    )
    (func $"encode record 9" (;27;) (type 15) (param i32 i32 i64 i32)
      (local i32)
      local.get 3
      i32.const 0
      i32.store8
      local.get 3
      global.get 6
      i32.store offset=8
      local.get 3
      i32.const 2
      i32.store offset=12
      global.get 5
      local.tee 4
      i32.const 48
      i32.add
      global.set 5
      global.get 6
      i32.const 8
      i32.add
      global.set 6
      local.get 4
      i32.const 20
      i32.store8
      local.get 4
      local.get 0
      i32.store offset=8
      local.get 4
      local.get 1
      i32.store offset=12
      local.get 4
      i32.const 11
      i32.store8 offset=24
      local.get 4
      local.get 2
      i64.store offset=32
    )
    (func $"decode variant 14" (;28;) (type 14) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load offset=8
      local.tee 2
      i32.const 3
      i32.ge_u
      if ;; label = @1
        call $"protocol error: unknown case in the response"
        unreachable
      end
      local.get 1
      local.get 2
      i32.store8
      local.get 2
      local.set 3
      block ;; label = @1
        block ;; label = @2
          block ;; label = @3
            block ;; label = @4
              local.get 3
              br_table 0 (;@4;) 1 (;@3;) 2 (;@2;) 2 (;@2;)
            end
            local.get 0
            i32.load8_u offset=12
            if ;; label = @4
              call $"protocol error: missing or unexpected payload of a case in the response"
              unreachable
            end
            br 2 (;@1;)
          end
          local.get 0
          i32.load8_u offset=12
          i32.eqz
          if ;; label = @3
            call $"protocol error: missing or unexpected payload of a case in the response"
            unreachable
          end
          local.get 0
          i32.load offset=16
          i32.const 0
          call $node
          local.get 1
          i32.const 8
          i32.add
          call $"decode record 9"
          br 1 (;@1;)
        end
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          call $"protocol error: missing or unexpected payload of a case in the response"
          unreachable
        end
        local.get 0
        i32.load offset=16
        i32.const 5
        call $node
        local.get 1
        i32.const 8
        i32.add
        call $"decode list 13"
        br 0 (;@1;)
      end
    )
    (func $"decode list 10" (;29;) (type 14) (param i32 i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 2
      local.get 2
      global.get 9
      i32.gt_u
      if ;; label = @1
        call $"protocol error: the nodes of the response are not a tree"
        unreachable
      end
      global.get 9
      local.get 2
      i32.sub
      global.set 9
      local.get 1
      local.get 2
      i32.store offset=4
      local.get 1
      local.get 2
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
          local.get 4
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
          i32.const 8
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
          i32.load8_u offset=8
          i32.store8
          local.get 4
          i32.const 1
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
    (func $"answer without result" (;30;) (type 13)
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
    (func $"decode list 15" (;31;) (type 14) (param i32 i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 2
      local.get 2
      global.get 9
      i32.gt_u
      if ;; label = @1
        call $"protocol error: the nodes of the response are not a tree"
        unreachable
      end
      global.get 9
      local.get 2
      i32.sub
      global.set 9
      local.get 1
      local.get 2
      i32.store offset=4
      local.get 1
      local.get 2
      i32.const 8
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
          local.get 4
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
          i32.const 20
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
          i64.load offset=8 align=4
          i64.store align=4
          local.get 4
          i32.const 8
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
    (func $"take nodes" (;32;) (type 16) (param i64) (result i32)
      (local i32 i32)
      local.get 0
      i64.const 76695844
      i64.gt_u
      if ;; label = @1
        call $"out of memory"
        unreachable
      end
      local.get 0
      i32.wrap_i64
      local.tee 1
      i32.const 28
      i32.mul
      i32.const 32
      i32.add
      call $alloc
      local.tee 2
      local.get 1
      i32.const 24
      i32.mul
      i32.add
      global.set 6
      global.get 6
      local.get 1
      call $"fill iota"
      global.get 6
      i32.const 4
      i32.add
      global.set 6
      local.get 2
      i32.const 24
      i32.add
      global.set 5
      local.get 2
    )
    (func $"encode list 10" (;33;) (type 17) (param i32 i32 i32)
      (local i32 i32)
      local.get 2
      i32.const 5
      i32.store8
      local.get 2
      global.get 6
      i32.store offset=8
      local.get 2
      local.get 1
      i32.store offset=12
      global.get 6
      local.get 1
      i32.const 2
      i32.shl
      i32.add
      global.set 6
      global.get 5
      local.tee 3
      local.get 1
      i32.const 24
      i32.mul
      i32.add
      local.tee 4
      global.set 5
      block ;; label = @1
        local.get 3
        local.get 4
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 3
          i32.const 8
          i32.store8
          local.get 3
          local.get 0
          i32.load8_u
          i32.store8 offset=8
          local.get 0
          i32.const 1
          i32.add
          local.set 0
          local.get 3
          i32.const 24
          i32.add
          local.tee 3
          local.get 4
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"decode result 16" (;34;) (type 14) (param i32 i32)
      local.get 1
      local.get 0
      i32.load8_u offset=8
      i32.store8
      local.get 0
      i32.load8_u offset=8
      if ;; label = @1
        local.get 0
        i32.load8_u offset=12
        if ;; label = @2
          call $"protocol error: missing or unexpected payload of a case in the response"
          unreachable
        end
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          call $"protocol error: missing or unexpected payload of a case in the response"
          unreachable
        end
        local.get 1
        local.get 0
        i32.load offset=16
        i32.const 11
        call $node
        i64.load offset=8
        i64.store offset=8
      end
    )
    (func $"free resource" (;35;) (type 3) (param i32)
      local.get 0
      i32.load
      call 3
      local.get 0
      call $"free block"
    )
    (func $"out of memory" (;36;) (type 13)
      unreachable
    )
    (func $"block bits" (;37;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;38;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;39;) (type 14) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;40;) (type 13)
      i32.const 532
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;41;) (type 13)
      i32.const 550
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;42;) (type 13)
      i32.const 560
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;43;) (type 13)
      i32.const 573
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;44;) (type 13)
      i32.const 532
      i32.const 598
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;45;) (type 13)
      i32.const 532
      i32.const 641
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;46;) (type 13)
      i32.const 532
      i32.const 681
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;47;) (type 3) (param i32)
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
    (func $"decode record 9" (;48;) (type 14) (param i32 i32)
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
    (func $"protocol error: unknown case in the response" (;49;) (type 13)
      i32.const 532
      i32.const 725
      i32.const 28
      call $report
      unreachable
    )
    (func $"protocol error: missing or unexpected payload of a case in the response" (;50;) (type 13)
      i32.const 532
      i32.const 757
      i32.const 55
      call $report
      unreachable
    )
    (func $"decode list 13" (;51;) (type 14) (param i32 i32)
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
          i32.const 0
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
          call $"decode record 9"
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
    (func $"protocol error: the nodes of the response are not a tree" (;52;) (type 13)
      i32.const 532
      i32.const 816
      i32.const 40
      call $report
      unreachable
    )
    (func $"fill iota" (;53;) (type 14) (param i32 i32)
      (local i64)
      local.get 0
      local.get 1
      i32.const 2
      i32.shl
      i32.add
      local.set 1
      i64.const 4294967296
      local.set 2
      loop ;; label = @1
        local.get 0
        local.get 2
        i64.store
        local.get 0
        local.get 2
        i64.const 8589934594
        i64.add
        i64.store offset=8
        local.get 0
        local.get 2
        i64.const 17179869188
        i64.add
        i64.store offset=16
        local.get 0
        local.get 2
        i64.const 25769803782
        i64.add
        i64.store offset=24
        local.get 2
        i64.const 34359738376
        i64.add
        local.set 2
        local.get 0
        i32.const 32
        i32.add
        local.tee 0
        local.get 1
        i32.lt_u
        br_if 0 (;@1;)
      end
    )
    (func $"free block" (;54;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;55;) (type 17) (param i32 i32 i32)
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
      i32.const 860
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 874
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 882
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 895
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 901
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
    (func $append (;56;) (type 12) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 240) "\1f\00\00\00test:other-languages/api.{open}\1f\00\00\00test:other-languages/api.{read} \00\00\00test:other-languages/api.{bytes}#\00\00\00test:other-languages/api.{truncate}\1f\00\00\00test:other-languages/api.{hash} \00\00\00test:other-languages/api.{words} \00\00\00test:other-languages/api.{write} \00\00\00test:other-languages/api.{lines}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\1c\00\00\00unknown case in the response7\00\00\00missing or unexpected payload of a case in the response(\00\00\00the nodes of the response are not a tree\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a\00\00\00\00\00\00\01\00\00\00\02\00\00\00")
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
  (type (;8;) (record (field "path" string) (field "size" u64)))
  (type (;9;) (list 8))
  (type (;10;) (variant (case "nothing") (case "one" 8) (case "many" 9)))
  (alias core export 0 "0" (core func (;1;)))
  (alias core export 0 "1" (core func (;2;)))
  (alias export 0 "wasm-rpc" (type (;11;)))
  (core func (;3;) (canon resource.drop 11))
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
  (alias core export 5 "16" (core func (;11;)))
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
  (type (;12;) (own 7))
  (type (;13;) (func (param "location" 6) (result 12)))
  (alias core export 5 "1" (core func (;12;)))
  (func (;4;) (type 13) (canon lift (core func 12) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;14;) (borrow 7))
  (type (;15;) (option 8))
  (type (;16;) (func (param "self" 14) (param "open-restrict" bool) (param "open-typeof" string) (param "open-INT" u8) (result 15)))
  (alias core export 5 "2" (core func (;13;)))
  (alias core export 5 "3" (core func (;14;)))
  (func (;5;) (type 16) (canon lift (core func 13) (memory 0) (realloc 8) string-encoding=utf8 (post-return 14)))
  (type (;17;) (func (param "self" 14) (param "read-uint8-t" u8) (param "read-uint32" u32) (param "read-unsafe" bool) (param "read-pinner" s8) (param "read-ret-area" u16) (param "read-return-area" u16) (param "read-wit-types" 8) (result 10)))
  (alias core export 5 "4" (core func (;15;)))
  (alias core export 5 "5" (core func (;16;)))
  (func (;6;) (type 17) (canon lift (core func 15) (memory 0) (realloc 8) string-encoding=utf8 (post-return 16)))
  (type (;18;) (list u8))
  (type (;19;) (func (param "self" 14) (param "len" u64) (result 18)))
  (alias core export 5 "6" (core func (;17;)))
  (alias core export 5 "7" (core func (;18;)))
  (func (;7;) (type 19) (canon lift (core func 17) (memory 0) (post-return 18)))
  (type (;20;) (func (param "self" 14) (param "path" string) (param "truncate-len" u64)))
  (alias core export 5 "8" (core func (;19;)))
  (func (;8;) (type 20) (canon lift (core func 19) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;21;) (func (param "self" 14) (param "string" string) (result u64)))
  (alias core export 5 "9" (core func (;20;)))
  (func (;9;) (type 21) (canon lift (core func 20) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;22;) (list string))
  (type (;23;) (func (param "self" 14) (param "words-string" string) (result 22)))
  (alias core export 5 "10" (core func (;21;)))
  (alias core export 5 "11" (core func (;22;)))
  (func (;10;) (type 23) (canon lift (core func 21) (memory 0) (realloc 8) string-encoding=utf8 (post-return 22)))
  (type (;24;) (result u64))
  (type (;25;) (func (param "self" 14) (param "content" 18) (param "append" bool) (result 24)))
  (alias core export 5 "12" (core func (;23;)))
  (alias core export 5 "13" (core func (;24;)))
  (func (;11;) (type 25) (canon lift (core func 23) (memory 0) (realloc 8) (post-return 24)))
  (type (;26;) (func (param "self" 14) (param "lines-append" bool) (result 22)))
  (alias core export 5 "14" (core func (;25;)))
  (alias core export 5 "15" (core func (;26;)))
  (func (;12;) (type 26) (canon lift (core func 25) (memory 0) string-encoding=utf8 (post-return 26)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (eq 1)))
    (type (;4;) (own 2))
    (type (;5;) (func (param "location" 3) (result 4)))
    (import "i3" (func (;0;) (type 5)))
    (type (;6;) (borrow 2))
    (type (;7;) (record (field "path" string) (field "size" u64)))
    (import "i4" (type (;8;) (eq 7)))
    (type (;9;) (option 8))
    (type (;10;) (func (param "self" 6) (param "open-restrict" bool) (param "open-typeof" string) (param "open-INT" u8) (result 9)))
    (import "i5" (func (;1;) (type 10)))
    (type (;11;) (list 8))
    (type (;12;) (variant (case "nothing") (case "one" 8) (case "many" 11)))
    (import "i6" (type (;13;) (eq 12)))
    (type (;14;) (func (param "self" 6) (param "read-uint8-t" u8) (param "read-uint32" u32) (param "read-unsafe" bool) (param "read-pinner" s8) (param "read-ret-area" u16) (param "read-return-area" u16) (param "read-wit-types" 8) (result 13)))
    (import "i7" (func (;2;) (type 14)))
    (type (;15;) (list u8))
    (type (;16;) (func (param "self" 6) (param "len" u64) (result 15)))
    (import "i8" (func (;3;) (type 16)))
    (type (;17;) (func (param "self" 6) (param "path" string) (param "truncate-len" u64)))
    (import "i9" (func (;4;) (type 17)))
    (type (;18;) (func (param "self" 6) (param "string" string) (result u64)))
    (import "i10" (func (;5;) (type 18)))
    (type (;19;) (list string))
    (type (;20;) (func (param "self" 6) (param "words-string" string) (result 19)))
    (import "i11" (func (;6;) (type 20)))
    (type (;21;) (result u64))
    (type (;22;) (func (param "self" 6) (param "content" 15) (param "append" bool) (result 21)))
    (import "i12" (func (;7;) (type 22)))
    (type (;23;) (func (param "self" 6) (param "lines-append" bool) (result 19)))
    (import "i13" (func (;8;) (type 23)))
    (export (;24;) "uri" (type 1))
    (export (;25;) "api" (type 2))
    (type (;26;) (record (field "path" string) (field "size" u64)))
    (export (;27;) "file" (type 26))
    (type (;28;) (list 27))
    (type (;29;) (variant (case "nothing") (case "one" 27) (case "many" 28)))
    (export (;30;) "found" (type 29))
    (type (;31;) (own 25))
    (type (;32;) (func (param "location" 24) (result 31)))
    (export (;9;) "[constructor]api" (func 0) (func (type 32)))
    (type (;33;) (borrow 25))
    (type (;34;) (option 27))
    (type (;35;) (func (param "self" 33) (param "open-restrict" bool) (param "open-typeof" string) (param "open-INT" u8) (result 34)))
    (export (;10;) "[method]api.open" (func 1) (func (type 35)))
    (type (;36;) (func (param "self" 33) (param "read-uint8-t" u8) (param "read-uint32" u32) (param "read-unsafe" bool) (param "read-pinner" s8) (param "read-ret-area" u16) (param "read-return-area" u16) (param "read-wit-types" 27) (result 30)))
    (export (;11;) "[method]api.read" (func 2) (func (type 36)))
    (type (;37;) (list u8))
    (type (;38;) (func (param "self" 33) (param "len" u64) (result 37)))
    (export (;12;) "[method]api.bytes" (func 3) (func (type 38)))
    (type (;39;) (func (param "self" 33) (param "path" string) (param "truncate-len" u64)))
    (export (;13;) "[method]api.truncate" (func 4) (func (type 39)))
    (type (;40;) (func (param "self" 33) (param "string" string) (result u64)))
    (export (;14;) "[method]api.hash" (func 5) (func (type 40)))
    (type (;41;) (list string))
    (type (;42;) (func (param "self" 33) (param "words-string" string) (result 41)))
    (export (;15;) "[method]api.words" (func 6) (func (type 42)))
    (type (;43;) (result u64))
    (type (;44;) (func (param "self" 33) (param "content" 37) (param "append" bool) (result 43)))
    (export (;16;) "[method]api.write" (func 7) (func (type 44)))
    (type (;45;) (func (param "self" 33) (param "lines-append" bool) (result 41)))
    (export (;17;) "[method]api.lines" (func 8) (func (type 45)))
  )
  (instance (;4;) (instantiate 0
      (with "i3" (func 4))
      (with "i5" (func 5))
      (with "i7" (func 6))
      (with "i8" (func 7))
      (with "i9" (func 8))
      (with "i10" (func 9))
      (with "i11" (func 10))
      (with "i12" (func 11))
      (with "i13" (func 12))
      (with "i0" (type 6))
      (with "i1" (type 7))
      (with "i2" (type 6))
      (with "i4" (type 8))
      (with "i6" (type 10))
    )
  )
  (export (;5;) "test:other-languages-stub/stub-w" (instance 4))
  (@producers
    (processed-by "wit-component" "…")
  )
)
