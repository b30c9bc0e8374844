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
      (type (;0;) (record (field "a" u8) (field "b" string) (field "c" f64)))
      (export (;1;) "four" (type (eq 0)))
      (type (;2;) (variant (case "a" u8) (case "b" f32) (case "c" s64) (case "d" f64)))
      (export (;3;) "v" (type (eq 2)))
    )
  )
  (import "test:many-parameters/api" (instance (;1;) (type 1)))
  (type (;2;)
    (instance
      (export (;0;) "error" (type (sub resource)))
    )
  )
  (import "wasi:io/error@0.2.0" (instance (;2;) (type 2)))
  (alias export 2 "error" (type (;3;)))
  (type (;4;)
    (instance
      (export (;0;) "output-stream" (type (sub resource)))
      (alias outer 1 3 (type (;1;)))
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
  (import "wasi:io/streams@0.2.0" (instance (;3;) (type 4)))
  (alias export 3 "output-stream" (type (;5;)))
  (type (;6;)
    (instance
      (alias outer 1 5 (type (;0;)))
      (export (;1;) "output-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stderr" (func (type 3)))
    )
  )
  (import "wasi:cli/stderr@0.2.0" (instance (;4;) (type 6)))
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (type (;4;) (func (result i32)))
    (type (;5;) (func (param i32 i32 i32 i32)))
    (type (;6;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;7;) (func (param i32 i32 i64 i32 i32 f32 i32 i64 i32 i64 i32) (result i32)))
    (type (;8;) (func (param i32 i32 i32) (result i32)))
    (type (;9;) (func))
    (type (;10;) (func (param i32 i32)))
    (type (;11;) (func (param i64) (result i32)))
    (type (;12;) (func (param i32 i32 i32)))
    (type (;13;) (func (param i32 i64 i32)))
    (type (;14;) (func (param i32 i32 f32 i32)))
    (type (;15;) (func (param i32 i64 i32 i32)))
    (type (;16;) (func (param i32 f32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "api_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;4;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;5;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 912)
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
    (export "2" (func $"test:many-parameters/api.{sixteen}"))
    (export "3" (func $"test:many-parameters/api.{seventeen}"))
    (export "4" (func $post-return))
    (export "5" (func $"test:many-parameters/api.{records}"))
    (export "6" (func $post-return))
    (export "7" (func $"test:many-parameters/api.{mixed}"))
    (export "8" (func $post-return))
    (export "9" (func $"test:many-parameters/api.{joined}"))
    (export "10" (func $post-return))
    (export "11" (func $"drop api"))
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
    (func $"test:many-parameters/api.{sixteen}" (;8;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.load
      local.set 2
      i32.const 384
      call $alloc
      local.set 3
      local.get 3
      i32.const 10
      i32.store8
      local.get 3
      local.get 0
      i32.load offset=4
      i32.store offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=24
      local.get 3
      local.get 0
      i32.load offset=8
      i32.store offset=32
      i32.const 184
      local.get 3
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=48
      local.get 3
      local.get 0
      i32.load offset=12
      i32.store offset=56
      i32.const 192
      local.get 3
      i32.const 48
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=72
      local.get 3
      local.get 0
      i32.load offset=16
      i32.store offset=80
      i32.const 200
      local.get 3
      i32.const 72
      i32.add
      i32.store
      i32.const 200
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=96
      local.get 3
      local.get 0
      i32.load offset=20
      i32.store offset=104
      i32.const 208
      local.get 3
      i32.const 96
      i32.add
      i32.store
      i32.const 208
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=120
      local.get 3
      local.get 0
      i32.load offset=24
      i32.store offset=128
      i32.const 216
      local.get 3
      i32.const 120
      i32.add
      i32.store
      i32.const 216
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=144
      local.get 3
      local.get 0
      i32.load offset=28
      i32.store offset=152
      i32.const 224
      local.get 3
      i32.const 144
      i32.add
      i32.store
      i32.const 224
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=168
      local.get 3
      local.get 0
      i32.load offset=32
      i32.store offset=176
      i32.const 232
      local.get 3
      i32.const 168
      i32.add
      i32.store
      i32.const 232
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=192
      local.get 3
      local.get 0
      i32.load offset=36
      i32.store offset=200
      i32.const 240
      local.get 3
      i32.const 192
      i32.add
      i32.store
      i32.const 240
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=216
      local.get 3
      local.get 0
      i32.load offset=40
      i32.store offset=224
      i32.const 248
      local.get 3
      i32.const 216
      i32.add
      i32.store
      i32.const 248
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=240
      local.get 3
      local.get 0
      i32.load offset=44
      i32.store offset=248
      i32.const 256
      local.get 3
      i32.const 240
      i32.add
      i32.store
      i32.const 256
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=264
      local.get 3
      local.get 0
      i32.load offset=48
      i32.store offset=272
      i32.const 264
      local.get 3
      i32.const 264
      i32.add
      i32.store
      i32.const 264
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=288
      local.get 3
      local.get 0
      i32.load offset=52
      i32.store offset=296
      i32.const 272
      local.get 3
      i32.const 288
      i32.add
      i32.store
      i32.const 272
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=312
      local.get 3
      local.get 0
      i32.load offset=56
      i32.store offset=320
      i32.const 280
      local.get 3
      i32.const 312
      i32.add
      i32.store
      i32.const 280
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=336
      local.get 3
      local.get 0
      i32.load offset=60
      i32.store offset=344
      i32.const 288
      local.get 3
      i32.const 336
      i32.add
      i32.store
      i32.const 288
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 10
      i32.store8 offset=360
      local.get 3
      local.get 0
      i32.load offset=64
      i32.store offset=368
      i32.const 296
      local.get 3
      i32.const 360
      i32.add
      i32.store
      i32.const 296
      i32.const 1
      i32.store offset=4
      local.get 1
      global.set 12
      i32.const 324
      global.set 15
      local.get 2
      i32.const 324
      i32.const 34
      i32.const 176
      i32.const 16
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
    (func $"test:many-parameters/api.{seventeen}" (;9;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.load
      local.set 2
      i32.const 408
      call $alloc
      local.set 3
      local.get 3
      i32.const 8
      i32.store8
      local.get 3
      local.get 0
      i32.load8_u offset=4
      i32.store8 offset=8
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=24
      local.get 3
      local.get 0
      i32.load8_u offset=5
      i32.store8 offset=32
      i32.const 184
      local.get 3
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=48
      local.get 3
      local.get 0
      i32.load8_u offset=6
      i32.store8 offset=56
      i32.const 192
      local.get 3
      i32.const 48
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=72
      local.get 3
      local.get 0
      i32.load8_u offset=7
      i32.store8 offset=80
      i32.const 200
      local.get 3
      i32.const 72
      i32.add
      i32.store
      i32.const 200
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=96
      local.get 3
      local.get 0
      i32.load8_u offset=8
      i32.store8 offset=104
      i32.const 208
      local.get 3
      i32.const 96
      i32.add
      i32.store
      i32.const 208
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=120
      local.get 3
      local.get 0
      i32.load8_u offset=9
      i32.store8 offset=128
      i32.const 216
      local.get 3
      i32.const 120
      i32.add
      i32.store
      i32.const 216
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=144
      local.get 3
      local.get 0
      i32.load8_u offset=10
      i32.store8 offset=152
      i32.const 224
      local.get 3
      i32.const 144
      i32.add
      i32.store
      i32.const 224
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=168
      local.get 3
      local.get 0
      i32.load8_u offset=11
      i32.store8 offset=176
      i32.const 232
      local.get 3
      i32.const 168
      i32.add
      i32.store
      i32.const 232
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=192
      local.get 3
      local.get 0
      i32.load8_u offset=12
      i32.store8 offset=200
      i32.const 240
      local.get 3
      i32.const 192
      i32.add
      i32.store
      i32.const 240
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=216
      local.get 3
      local.get 0
      i32.load8_u offset=13
      i32.store8 offset=224
      i32.const 248
      local.get 3
      i32.const 216
      i32.add
      i32.store
      i32.const 248
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=240
      local.get 3
      local.get 0
      i32.load8_u offset=14
      i32.store8 offset=248
      i32.const 256
      local.get 3
      i32.const 240
      i32.add
      i32.store
      i32.const 256
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=264
      local.get 3
      local.get 0
      i32.load8_u offset=15
      i32.store8 offset=272
      i32.const 264
      local.get 3
      i32.const 264
      i32.add
      i32.store
      i32.const 264
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=288
      local.get 3
      local.get 0
      i32.load8_u offset=16
      i32.store8 offset=296
      i32.const 272
      local.get 3
      i32.const 288
      i32.add
      i32.store
      i32.const 272
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=312
      local.get 3
      local.get 0
      i32.load8_u offset=17
      i32.store8 offset=320
      i32.const 280
      local.get 3
      i32.const 312
      i32.add
      i32.store
      i32.const 280
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=336
      local.get 3
      local.get 0
      i32.load8_u offset=18
      i32.store8 offset=344
      i32.const 288
      local.get 3
      i32.const 336
      i32.add
      i32.store
      i32.const 288
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=360
      local.get 3
      local.get 0
      i32.load8_u offset=19
      i32.store8 offset=368
      i32.const 296
      local.get 3
      i32.const 360
      i32.add
      i32.store
      i32.const 296
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 8
      i32.store8 offset=384
      local.get 3
      local.get 0
      i32.load8_u offset=20
      i32.store8 offset=392
      i32.const 304
      local.get 3
      i32.const 384
      i32.add
      i32.store
      i32.const 304
      i32.const 1
      i32.store offset=4
      local.get 1
      global.set 12
      i32.const 362
      global.set 15
      local.get 2
      i32.const 362
      i32.const 36
      i32.const 176
      i32.const 17
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
      local.get 4
      local.get 5
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store align=4
      local.get 4
    )
    (func $post-return (;10;) (type 3) (param i32)
      call $reset
    )
    (func $"test:many-parameters/api.{records}" (;11;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.load
      local.set 2
      i32.const 576
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 8
      i32.add
      local.get 3
      call $"encode record 6 in memory"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 4
      i32.store offset=4
      local.get 3
      i32.const 120
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 32
      i32.add
      local.get 3
      i32.const 96
      i32.add
      call $"encode record 6 in memory"
      i32.const 184
      local.get 3
      i32.const 96
      i32.add
      i32.store
      i32.const 184
      i32.const 4
      i32.store offset=4
      local.get 3
      i32.const 216
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 56
      i32.add
      local.get 3
      i32.const 192
      i32.add
      call $"encode record 6 in memory"
      i32.const 192
      local.get 3
      i32.const 192
      i32.add
      i32.store
      i32.const 192
      i32.const 4
      i32.store offset=4
      local.get 3
      i32.const 312
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 80
      i32.add
      local.get 3
      i32.const 288
      i32.add
      call $"encode record 6 in memory"
      i32.const 200
      local.get 3
      i32.const 288
      i32.add
      i32.store
      i32.const 200
      i32.const 4
      i32.store offset=4
      local.get 3
      i32.const 408
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 104
      i32.add
      local.get 3
      i32.const 384
      i32.add
      call $"encode record 6 in memory"
      i32.const 208
      local.get 3
      i32.const 384
      i32.add
      i32.store
      i32.const 208
      i32.const 4
      i32.store offset=4
      local.get 3
      i32.const 504
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 128
      i32.add
      local.get 3
      i32.const 480
      i32.add
      call $"encode record 6 in memory"
      i32.const 216
      local.get 3
      i32.const 480
      i32.add
      i32.store
      i32.const 216
      i32.const 4
      i32.store offset=4
      local.get 1
      global.set 12
      i32.const 402
      global.set 15
      local.get 2
      i32.const 402
      i32.const 34
      i32.const 176
      i32.const 6
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
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 0
      call $node
      local.get 4
      call $"decode record 6"
      local.get 4
    )
    (func $"test:many-parameters/api.{mixed}" (;12;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i64 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.load
      local.set 2
      i32.const 384
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 8
      i32.add
      local.get 3
      call $"encode variant 9 in memory"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 3
      i32.const 72
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 24
      i32.add
      local.get 3
      i32.const 48
      i32.add
      call $"encode variant 9 in memory"
      i32.const 184
      local.get 3
      i32.const 48
      i32.add
      i32.store
      i32.const 184
      i32.const 2
      i32.store offset=4
      local.get 3
      i32.const 120
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 40
      i32.add
      local.get 3
      i32.const 96
      i32.add
      call $"encode variant 9 in memory"
      i32.const 192
      local.get 3
      i32.const 96
      i32.add
      i32.store
      i32.const 192
      i32.const 2
      i32.store offset=4
      local.get 3
      i32.const 168
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 56
      i32.add
      local.get 3
      i32.const 144
      i32.add
      call $"encode option 10 in memory"
      i32.const 200
      local.get 3
      i32.const 144
      i32.add
      i32.store
      i32.const 200
      global.get 6
      i32.const 888
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 0
      i32.load offset=84
      i64.extend_i32_u
      i64.const 2
      i64.mul
      i64.const 1
      i64.add
      local.tee 4
      call $"take nodes"
      local.set 5
      local.get 0
      i32.load offset=80
      local.get 0
      i32.load offset=84
      local.get 5
      call $"encode list 11"
      i32.const 208
      local.get 5
      i32.store
      i32.const 208
      local.get 4
      i32.wrap_i64
      i32.store offset=4
      local.get 3
      i32.const 240
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 88
      i32.add
      local.get 3
      i32.const 216
      i32.add
      call $"encode variant 9 in memory"
      i32.const 216
      local.get 3
      i32.const 216
      i32.add
      i32.store
      i32.const 216
      i32.const 2
      i32.store offset=4
      local.get 3
      i32.const 288
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 0
      i32.const 104
      i32.add
      local.get 3
      i32.const 264
      i32.add
      call $"encode tuple 12 in memory"
      i32.const 224
      local.get 3
      i32.const 264
      i32.add
      i32.store
      i32.const 224
      i32.const 5
      i32.store offset=4
      local.get 1
      global.set 12
      i32.const 440
      global.set 15
      local.get 2
      i32.const 440
      i32.const 32
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
      i32.const 8
      call $alloc
      local.set 6
      call $"answer with one result"
      local.set 7
      local.get 7
      i32.const 5
      call $node
      local.get 6
      call $"decode list 11"
      local.get 6
    )
    (func $"test:many-parameters/api.{joined}" (;13;) (type 7) (param i32 i32 i64 i32 i32 f32 i32 i64 i32 i64 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 11
      i32.const 216
      call $alloc
      local.set 12
      local.get 12
      i32.const 24
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 1
      local.get 2
      local.get 12
      call $"encode variant 9"
      i32.const 176
      local.get 12
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 12
      i32.const 72
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 3
      local.get 4
      local.get 5
      local.get 12
      i32.const 48
      i32.add
      call $"encode option 14"
      i32.const 184
      local.get 12
      i32.const 48
      i32.add
      i32.store
      i32.const 184
      global.get 6
      i32.const 888
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 12
      i32.const 144
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 6
      local.get 7
      local.get 12
      i32.const 120
      i32.add
      call $"encode result 16"
      i32.const 192
      local.get 12
      i32.const 120
      i32.add
      i32.store
      i32.const 192
      i32.const 2
      i32.store offset=4
      local.get 12
      i32.const 192
      i32.add
      global.set 5
      i32.const 892
      global.set 6
      local.get 8
      local.get 9
      local.get 10
      local.get 12
      i32.const 168
      i32.add
      call $"encode result 17"
      i32.const 200
      local.get 12
      i32.const 168
      i32.add
      i32.store
      i32.const 200
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 476
      global.set 15
      local.get 11
      i32.const 476
      i32.const 33
      i32.const 176
      i32.const 4
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
      local.set 13
      call $"answer with one result"
      local.set 14
      local.get 14
      i32.const 1
      call $node
      local.get 13
      call $"decode variant 9"
      local.get 13
    )
    (func $"drop api" (;14;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;15;) (type 8) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;16;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;17;) (type 8) (param i32 i32 i32) (result i32)
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
    (func $reset (;18;) (type 9)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 912
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
    (func $alloc (;19;) (type 1) (param i32) (result i32)
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
    (func $rpc-error (;20;) (type 9)
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
    (func $"answer with one result" (;21;) (type 4) (result i32)
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
    (func $node (;22;) (type 0) (param i32 i32) (result i32)
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
    (func $"encode record 6 in memory" (;23;) (type 10) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 0
      i32.store8
      local.get 1
      global.get 6
      i32.store offset=8
      local.get 1
      i32.const 3
      i32.store offset=12
      global.get 5
      local.tee 2
      i32.const 72
      i32.add
      global.set 5
      global.get 6
      i32.const 12
      i32.add
      global.set 6
      local.get 2
      i32.const 8
      i32.store8
      local.get 2
      local.get 0
      i32.load8_u
      i32.store8 offset=8
      local.get 2
      i32.const 20
      i32.store8 offset=24
      local.get 2
      local.get 0
      i64.load offset=4 align=4
      i64.store offset=32 align=4
      local.get 2
      i32.const 17
      i32.store8 offset=48
      local.get 2
      local.get 0
      f64.load offset=16
      f64.store offset=56
    )
    (func $"decode record 6" (;24;) (type 10) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 3
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
      i32.const 8
      call $node
      i32.load8_u offset=8
      i32.store8
      local.get 1
      local.get 2
      i32.load offset=4
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store offset=4 align=4
      local.get 1
      local.get 2
      i32.load offset=8
      i32.const 17
      call $node
      f64.load offset=8
      f64.store offset=16
    )
    (func $"encode variant 9 in memory" (;25;) (type 10) (param i32 i32)
      (local i32 i32 i32 i32 i32 i32)
      local.get 1
      i32.const 1
      i32.store8
      local.get 1
      local.get 0
      i32.load8_u
      local.tee 2
      i32.store offset=8
      local.get 2
      local.set 3
      block ;; label = @1
        block ;; label = @2
          block ;; label = @3
            block ;; label = @4
              block ;; label = @5
                local.get 3
                br_table 0 (;@5;) 1 (;@4;) 2 (;@3;) 3 (;@2;) 3 (;@2;)
              end
              local.get 1
              i32.const 1
              i32.store8 offset=12
              local.get 1
              global.get 6
              i32.load
              i32.store offset=16
              global.get 6
              i32.const 4
              i32.add
              global.set 6
              global.get 5
              local.tee 4
              i32.const 24
              i32.add
              global.set 5
              local.get 4
              i32.const 8
              i32.store8
              local.get 4
              local.get 0
              i32.load8_u offset=8
              i32.store8 offset=8
              br 3 (;@1;)
            end
            local.get 1
            i32.const 1
            i32.store8 offset=12
            local.get 1
            global.get 6
            i32.load
            i32.store offset=16
            global.get 6
            i32.const 4
            i32.add
            global.set 6
            global.get 5
            local.tee 5
            i32.const 24
            i32.add
            global.set 5
            local.get 5
            i32.const 16
            i32.store8
            local.get 5
            local.get 0
            f32.load offset=8
            f32.store offset=8
            br 2 (;@1;)
          end
          local.get 1
          i32.const 1
          i32.store8 offset=12
          local.get 1
          global.get 6
          i32.load
          i32.store offset=16
          global.get 6
          i32.const 4
          i32.add
          global.set 6
          global.get 5
          local.tee 6
          i32.const 24
          i32.add
          global.set 5
          local.get 6
          i32.const 15
          i32.store8
          local.get 6
          local.get 0
          i64.load offset=8
          i64.store offset=8
          br 1 (;@1;)
        end
        local.get 1
        i32.const 1
        i32.store8 offset=12
        local.get 1
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 7
        i32.const 24
        i32.add
        global.set 5
        local.get 7
        i32.const 17
        i32.store8
        local.get 7
        local.get 0
        f64.load offset=8
        f64.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"encode option 10 in memory" (;26;) (type 10) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 6
      i32.store8
      local.get 1
      local.get 0
      i32.load8_u
      i32.store8 offset=8
      local.get 0
      i32.load8_u
      if ;; label = @1
        local.get 1
        global.get 6
        i32.load
        i32.store offset=12
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 2
        i32.const 24
        i32.add
        global.set 5
        local.get 0
        i32.const 8
        i32.add
        local.get 2
        call $"encode variant 9 in memory"
      end
    )
    (func $"take nodes" (;27;) (type 11) (param i64) (result i32)
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
    (func $"encode list 11" (;28;) (type 12) (param i32 i32 i32)
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
          local.get 0
          local.get 3
          call $"encode variant 9 in memory"
          local.get 0
          i32.const 16
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
    (func $"encode tuple 12 in memory" (;29;) (type 10) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 4
      i32.store8
      local.get 1
      global.get 6
      i32.store offset=8
      local.get 1
      i32.const 2
      i32.store offset=12
      global.get 5
      local.tee 2
      i32.const 48
      i32.add
      global.set 5
      global.get 6
      i32.const 8
      i32.add
      global.set 6
      local.get 0
      local.get 2
      call $"encode variant 9 in memory"
      local.get 0
      i32.const 16
      i32.add
      local.get 2
      i32.const 24
      i32.add
      call $"encode variant 9 in memory"
    )
    (func $"decode list 11" (;30;) (type 10) (param i32 i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 2
      local.get 2
      global.get 9
      i32.const 2
      i32.div_u
      i32.gt_u
      if ;; label = @1
        call $"protocol error: the nodes of the response are not a tree"
        unreachable
      end
      global.get 9
      local.get 2
      i32.const 2
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
          i32.const 1
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
          call $"decode variant 9"
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
    (func $"encode variant 9" (;31;) (type 13) (param i32 i64 i32)
      (local i32 i32 i32 i32 i32 i32)
      local.get 2
      i32.const 1
      i32.store8
      local.get 2
      local.get 0
      local.tee 3
      i32.store offset=8
      local.get 3
      local.set 4
      block ;; label = @1
        block ;; label = @2
          block ;; label = @3
            block ;; label = @4
              block ;; label = @5
                local.get 4
                br_table 0 (;@5;) 1 (;@4;) 2 (;@3;) 3 (;@2;) 3 (;@2;)
              end
              local.get 2
              i32.const 1
              i32.store8 offset=12
              local.get 2
              global.get 6
              i32.load
              i32.store offset=16
              global.get 6
              i32.const 4
              i32.add
              global.set 6
              global.get 5
              local.tee 5
              i32.const 24
              i32.add
              global.set 5
              local.get 5
              i32.const 8
              i32.store8
              local.get 5
              local.get 1
              i32.wrap_i64
              i32.store8 offset=8
              br 3 (;@1;)
            end
            local.get 2
            i32.const 1
            i32.store8 offset=12
            local.get 2
            global.get 6
            i32.load
            i32.store offset=16
            global.get 6
            i32.const 4
            i32.add
            global.set 6
            global.get 5
            local.tee 6
            i32.const 24
            i32.add
            global.set 5
            local.get 6
            i32.const 16
            i32.store8
            local.get 6
            local.get 1
            i32.wrap_i64
            f32.reinterpret_i32
            f32.store offset=8
            br 2 (;@1;)
          end
          local.get 2
          i32.const 1
          i32.store8 offset=12
          local.get 2
          global.get 6
          i32.load
          i32.store offset=16
          global.get 6
          i32.const 4
          i32.add
          global.set 6
          global.get 5
          local.tee 7
          i32.const 24
          i32.add
          global.set 5
          local.get 7
          i32.const 15
          i32.store8
          local.get 7
          local.get 1
          i64.store offset=8
          br 1 (;@1;)
        end
        local.get 2
        i32.const 1
        i32.store8 offset=12
        local.get 2
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 8
        i32.const 24
        i32.add
        global.set 5
        local.get 8
        i32.const 17
        i32.store8
        local.get 8
        local.get 1
        f64.reinterpret_i64
        f64.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"encode option 14" (;32;) (type 14) (param i32 i32 f32 i32)
      (local i32)
      local.get 3
      i32.const 6
      i32.store8
      local.get 3
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 3
        global.get 6
        i32.load
        i32.store offset=12
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 4
        i32.const 24
        i32.add
        global.set 5
        local.get 1
        local.get 2
        local.get 4
        call $"encode option 13"
      end
    )
    (func $"encode result 16" (;33;) (type 13) (param i32 i64 i32)
      (local i32 i32)
      local.get 2
      i32.const 7
      i32.store8
      local.get 2
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 2
        i32.const 1
        i32.store8 offset=12
        local.get 2
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 3
        i32.const 24
        i32.add
        global.set 5
        local.get 3
        i32.const 11
        i32.store8
        local.get 3
        local.get 1
        i64.store offset=8
      else
        local.get 2
        i32.const 1
        i32.store8 offset=12
        local.get 2
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 4
        i32.const 24
        i32.add
        global.set 5
        local.get 4
        i32.const 16
        i32.store8
        local.get 4
        local.get 1
        i32.wrap_i64
        f32.reinterpret_i32
        f32.store offset=8
      end
    )
    (func $"encode result 17" (;34;) (type 15) (param i32 i64 i32 i32)
      (local i32 i32)
      local.get 3
      i32.const 7
      i32.store8
      local.get 3
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 3
        i32.const 1
        i32.store8 offset=12
        local.get 3
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 4
        i32.const 24
        i32.add
        global.set 5
        local.get 4
        i32.const 20
        i32.store8
        local.get 4
        local.get 1
        i32.wrap_i64
        i32.store offset=8
        local.get 4
        local.get 2
        i32.store offset=12
      else
        local.get 3
        i32.const 1
        i32.store8 offset=12
        local.get 3
        global.get 6
        i32.load
        i32.store offset=16
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 5
        i32.const 24
        i32.add
        global.set 5
        local.get 5
        i32.const 17
        i32.store8
        local.get 5
        local.get 1
        f64.reinterpret_i64
        f64.store offset=8
      end
    )
    (func $"decode variant 9" (;35;) (type 10) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load offset=8
      local.tee 2
      i32.const 4
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
              block ;; label = @5
                local.get 3
                br_table 0 (;@5;) 1 (;@4;) 2 (;@3;) 3 (;@2;) 3 (;@2;)
              end
              local.get 0
              i32.load8_u offset=12
              i32.eqz
              if ;; label = @5
                call $"protocol error: missing or unexpected payload of a case in the response"
                unreachable
              end
              local.get 1
              local.get 0
              i32.load offset=16
              i32.const 8
              call $node
              i32.load8_u offset=8
              i32.store8 offset=8
              br 3 (;@1;)
            end
            local.get 0
            i32.load8_u offset=12
            i32.eqz
            if ;; label = @4
              call $"protocol error: missing or unexpected payload of a case in the response"
              unreachable
            end
            local.get 1
            local.get 0
            i32.load offset=16
            i32.const 16
            call $node
            f32.load offset=8
            f32.store offset=8
            br 2 (;@1;)
          end
          local.get 0
          i32.load8_u offset=12
          i32.eqz
          if ;; label = @3
            call $"protocol error: missing or unexpected payload of a case in the response"
            unreachable
          end
          local.get 1
          local.get 0
          i32.load offset=16
          i32.const 15
          call $node
          i64.load offset=8
          i64.store offset=8
          br 1 (;@1;)
        end
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
        i32.const 17
        call $node
        f64.load offset=8
        f64.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"free resource" (;36;) (type 3) (param i32)
      local.get 0
      i32.load
      call 3
      local.get 0
      call $"free block"
    )
    (func $"out of memory" (;37;) (type 9)
      unreachable
    )
    (func $"block bits" (;38;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;39;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;40;) (type 10) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;41;) (type 9)
      i32.const 513
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;42;) (type 9)
      i32.const 531
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;43;) (type 9)
      i32.const 541
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;44;) (type 9)
      i32.const 554
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;45;) (type 9)
      i32.const 513
      i32.const 579
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;46;) (type 9)
      i32.const 513
      i32.const 622
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;47;) (type 9)
      i32.const 513
      i32.const 662
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;48;) (type 3) (param i32)
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
    (func $"fill iota" (;49;) (type 10) (param i32 i32)
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
    (func $"protocol error: the nodes of the response are not a tree" (;50;) (type 9)
      i32.const 513
      i32.const 706
      i32.const 40
      call $report
      unreachable
    )
    (func $"encode option 13" (;51;) (type 16) (param i32 f32 i32)
      (local i32)
      local.get 2
      i32.const 6
      i32.store8
      local.get 2
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 2
        global.get 6
        i32.load
        i32.store offset=12
        global.get 6
        i32.const 4
        i32.add
        global.set 6
        global.get 5
        local.tee 3
        i32.const 24
        i32.add
        global.set 5
        local.get 3
        i32.const 16
        i32.store8
        local.get 3
        local.get 1
        f32.store offset=8
      end
    )
    (func $"protocol error: unknown case in the response" (;52;) (type 9)
      i32.const 513
      i32.const 750
      i32.const 28
      call $report
      unreachable
    )
    (func $"protocol error: missing or unexpected payload of a case in the response" (;53;) (type 9)
      i32.const 513
      i32.const 782
      i32.const 55
      call $report
      unreachable
    )
    (func $"free block" (;54;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;55;) (type 12) (param i32 i32 i32)
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
      i32.const 841
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 855
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 863
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 876
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 882
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
    (func $append (;56;) (type 8) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 320) "\22\00\00\00test:many-parameters/api.{sixteen}$\00\00\00test:many-parameters/api.{seventeen}\22\00\00\00test:many-parameters/api.{records} \00\00\00test:many-parameters/api.{mixed}!\00\00\00test:many-parameters/api.{joined}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response(\00\00\00the nodes of the response are not a tree\1c\00\00\00unknown case in the response7\00\00\00missing or unexpected payload of a case in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a\00\00\00\00\00\00\00\00\00\01\00\00\00\02\00\00\00\03\00\00\00\04\00\00\00")
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
  (alias export 0 "uri" (type (;7;)))
  (alias export 1 "four" (type (;8;)))
  (alias export 1 "v" (type (;9;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;10;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "0" (core func (;1;)))
  (alias core export 0 "1" (core func (;2;)))
  (alias export 0 "wasm-rpc" (type (;11;)))
  (core func (;3;) (canon resource.drop 11))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 1))
    (export "[method]wasm-rpc.invoke-and-await" (func 2))
    (export "wasm-rpc_drop" (func 3))
  )
  (core func (;4;) (canon resource.new 10))
  (core instance (;2;)
    (export "api_new" (func 4))
  )
  (alias export 4 "get-stderr" (func (;0;)))
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
  (alias export 3 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;10;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "11" (core func (;11;)))
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
  (type (;12;) (own 10))
  (type (;13;) (func (param "location" 7) (result 12)))
  (alias core export 5 "1" (core func (;12;)))
  (func (;4;) (type 13) (canon lift (core func 12) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;14;) (borrow 10))
  (type (;15;) (func (param "self" 14) (param "p0" u32) (param "p1" u32) (param "p2" u32) (param "p3" u32) (param "p4" u32) (param "p5" u32) (param "p6" u32) (param "p7" u32) (param "p8" u32) (param "p9" u32) (param "p10" u32) (param "p11" u32) (param "p12" u32) (param "p13" u32) (param "p14" u32) (param "p15" u32) (result u32)))
  (alias core export 5 "2" (core func (;13;)))
  (func (;5;) (type 15) (canon lift (core func 13) (memory 0) (realloc 8)))
  (type (;16;) (func (param "self" 14) (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5" u8) (param "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12" u8) (param "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8) (result string)))
  (alias core export 5 "3" (core func (;14;)))
  (alias core export 5 "4" (core func (;15;)))
  (func (;6;) (type 16) (canon lift (core func 14) (memory 0) (realloc 8) string-encoding=utf8 (post-return 15)))
  (type (;17;) (func (param "self" 14) (param "p0" 8) (param "p1" 8) (param "p2" 8) (param "p3" 8) (param "p4" 8) (param "p5" 8) (result 8)))
  (alias core export 5 "5" (core func (;16;)))
  (alias core export 5 "6" (core func (;17;)))
  (func (;7;) (type 17) (canon lift (core func 16) (memory 0) (realloc 8) string-encoding=utf8 (post-return 17)))
  (type (;18;) (option 9))
  (type (;19;) (list 9))
  (type (;20;) (tuple 9 9))
  (type (;21;) (func (param "self" 14) (param "a" 9) (param "b" 9) (param "c" 9) (param "d" 18) (param "e" 19) (param "f" 9) (param "g" 20) (result 19)))
  (alias core export 5 "7" (core func (;18;)))
  (alias core export 5 "8" (core func (;19;)))
  (func (;8;) (type 21) (canon lift (core func 18) (memory 0) (realloc 8) (post-return 19)))
  (type (;22;) (option f32))
  (type (;23;) (option 22))
  (type (;24;) (result f32 (error u64)))
  (type (;25;) (result f64 (error string)))
  (type (;26;) (func (param "self" 14) (param "a" 9) (param "b" 23) (param "c" 24) (param "d" 25) (result 9)))
  (alias core export 5 "9" (core func (;20;)))
  (alias core export 5 "10" (core func (;21;)))
  (func (;9;) (type 26) (canon lift (core func 20) (memory 0) (realloc 8) string-encoding=utf8 (post-return 21)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (record (field "a" u8) (field "b" string) (field "c" f64)))
    (import "i1" (type (;3;) (eq 2)))
    (type (;4;) (variant (case "a" u8) (case "b" f32) (case "c" s64) (case "d" f64)))
    (import "i2" (type (;5;) (eq 4)))
    (import "i3" (type (;6;) (sub resource)))
    (import "i4" (type (;7;) (eq 1)))
    (type (;8;) (own 6))
    (type (;9;) (func (param "location" 7) (result 8)))
    (import "i5" (func (;0;) (type 9)))
    (type (;10;) (borrow 6))
    (type (;11;) (func (param "self" 10) (param "p0" u32) (param "p1" u32) (param "p2" u32) (param "p3" u32) (param "p4" u32) (param "p5" u32) (param "p6" u32) (param "p7" u32) (param "p8" u32) (param "p9" u32) (param "p10" u32) (param "p11" u32) (param "p12" u32) (param "p13" u32) (param "p14" u32) (param "p15" u32) (result u32)))
    (import "i6" (func (;1;) (type 11)))
    (type (;12;) (func (param "self" 10) (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5" u8) (param "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12" u8) (param "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8) (result string)))
    (import "i7" (func (;2;) (type 12)))
    (import "i8" (type (;13;) (eq 3)))
    (type (;14;) (func (param "self" 10) (param "p0" 13) (param "p1" 13) (param "p2" 13) (param "p3" 13) (param "p4" 13) (param "p5" 13) (result 13)))
    (import "i9" (func (;3;) (type 14)))
    (import "i10" (type (;15;) (eq 5)))
    (type (;16;) (option 15))
    (type (;17;) (list 15))
    (type (;18;) (tuple 15 15))
    (type (;19;) (func (param "self" 10) (param "a" 15) (param "b" 15) (param "c" 15) (param "d" 16) (param "e" 17) (param "f" 15) (param "g" 18) (result 17)))
    (import "i11" (func (;4;) (type 19)))
    (type (;20;) (option f32))
    (type (;21;) (option 20))
    (type (;22;) (result f32 (error u64)))
    (type (;23;) (result f64 (error string)))
    (type (;24;) (func (param "self" 10) (param "a" 15) (param "b" 21) (param "c" 22) (param "d" 23) (result 15)))
    (import "i12" (func (;5;) (type 24)))
    (export (;25;) "uri" (type 1))
    (export (;26;) "four" (type 3))
    (export (;27;) "v" (type 5))
    (export (;28;) "api" (type 6))
    (type (;29;) (own 28))
    (type (;30;) (func (param "location" 25) (result 29)))
    (export (;6;) "[constructor]api" (func 0) (func (type 30)))
    (type (;31;) (borrow 28))
    (type (;32;) (func (param "self" 31) (param "p0" u32) (param "p1" u32) (param "p2" u32) (param "p3" u32) (param "p4" u32) (param "p5" u32) (param "p6" u32) (param "p7" u32) (param "p8" u32) (param "p9" u32) (param "p10" u32) (param "p11" u32) (param "p12" u32) (param "p13" u32) (param "p14" u32) (param "p15" u32) (result u32)))
    (export (;7;) "[method]api.sixteen" (func 1) (func (type 32)))
    (type (;33;) (func (param "self" 31) (param "p0" u8) (param "p1" u8) (param "p2" u8) (param "p3" u8) (param "p4" u8) (param "p5" u8) (param "p6" u8) (param "p7" u8) (param "p8" u8) (param "p9" u8) (param "p10" u8) (param "p11" u8) (param "p12" u8) (param "p13" u8) (param "p14" u8) (param "p15" u8) (param "p16" u8) (result string)))
    (export (;8;) "[method]api.seventeen" (func 2) (func (type 33)))
    (type (;34;) (func (param "self" 31) (param "p0" 26) (param "p1" 26) (param "p2" 26) (param "p3" 26) (param "p4" 26) (param "p5" 26) (result 26)))
    (export (;9;) "[method]api.records" (func 3) (func (type 34)))
    (type (;35;) (option 27))
    (type (;36;) (list 27))
    (type (;37;) (tuple 27 27))
    (type (;38;) (func (param "self" 31) (param "a" 27) (param "b" 27) (param "c" 27) (param "d" 35) (param "e" 36) (param "f" 27) (param "g" 37) (result 36)))
    (export (;10;) "[method]api.mixed" (func 4) (func (type 38)))
    (type (;39;) (option f32))
    (type (;40;) (option 39))
    (type (;41;) (result f32 (error u64)))
    (type (;42;) (result f64 (error string)))
    (type (;43;) (func (param "self" 31) (param "a" 27) (param "b" 40) (param "c" 41) (param "d" 42) (result 27)))
    (export (;11;) "[method]api.joined" (func 5) (func (type 43)))
  )
  (instance (;5;) (instantiate 0
      (with "i5" (func 4))
      (with "i6" (func 5))
      (with "i7" (func 6))
      (with "i9" (func 7))
      (with "i11" (func 8))
      (with "i12" (func 9))
      (with "i0" (type 7))
      (with "i1" (type 8))
      (with "i2" (type 9))
      (with "i3" (type 10))
      (with "i4" (type 7))
      (with "i8" (type 8))
      (with "i10" (type 9))
    )
  )
  (export (;6;) "test:many-parameters-stub/stub-many-parameters" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
