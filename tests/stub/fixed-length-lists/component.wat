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
      (type (;0;) (list u8 3))
      (type (;1;) (list 0 2))
      (type (;2;) (record (field "cells" 1) (field "name" string)))
      (export (;3;) "grid" (type (eq 2)))
    )
  )
  (import "test:fixed-length-lists/api" (instance (;1;) (type 1)))
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
    (type (;7;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;8;) (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
    (type (;9;) (func (param i32 i32 i32) (result i32)))
    (type (;10;) (func))
    (type (;11;) (func (param i32 i32 i32 i32 i32)))
    (type (;12;) (func (param i32 i32)))
    (type (;13;) (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32)))
    (type (;14;) (func (param i32 i32 i32 i32 i32 i32 i32)))
    (type (;15;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "api_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;4;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;5;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 824)
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
    (export "2" (func $"test:fixed-length-lists/api.{echo-bytes}"))
    (export "3" (func $post-return))
    (export "4" (func $"test:fixed-length-lists/api.{echo-grid}"))
    (export "5" (func $post-return))
    (export "6" (func $"test:fixed-length-lists/api.{echo-strings}"))
    (export "7" (func $post-return))
    (export "8" (func $"test:fixed-length-lists/api.{one}"))
    (export "9" (func $"drop api"))
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
    (func $"test:fixed-length-lists/api.{echo-bytes}" (;8;) (type 7) (param i32 i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 5
      i32.const 120
      call $alloc
      local.set 6
      local.get 6
      i32.const 24
      i32.add
      global.set 5
      i32.const 660
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 6
      call $"encode list 4"
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 5
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 204
      global.set 15
      local.get 5
      i32.const 204
      i32.const 40
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
      i32.const 4
      call $alloc
      local.set 7
      call $"answer with one result"
      local.set 8
      local.get 8
      i32.const 5
      call $node
      local.get 7
      call $"decode list 4"
      local.get 7
    )
    (func $post-return (;9;) (type 3) (param i32)
      call $reset
    )
    (func $"test:fixed-length-lists/api.{echo-grid}" (;10;) (type 8) (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 9
      i32.const 264
      call $alloc
      local.set 10
      local.get 10
      i32.const 24
      i32.add
      global.set 5
      i32.const 660
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 7
      local.get 8
      local.get 10
      call $"encode record 7"
      i32.const 176
      local.get 10
      i32.store
      i32.const 176
      i32.const 11
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 248
      global.set 15
      local.get 9
      i32.const 248
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
      i32.const 16
      call $alloc
      local.set 11
      call $"answer with one result"
      local.set 12
      local.get 12
      i32.const 0
      call $node
      local.get 11
      call $"decode record 7"
      local.get 11
    )
    (func $"test:fixed-length-lists/api.{echo-strings}" (;11;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.load
      local.set 2
      i32.const 1056
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 660
      global.set 6
      local.get 0
      i32.const 4
      i32.add
      local.get 3
      call $"encode list 8 in memory"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 3
      i32.store offset=4
      local.get 3
      i32.const 96
      i32.add
      global.set 5
      i32.const 660
      global.set 6
      local.get 0
      i32.const 20
      i32.add
      local.get 3
      i32.const 72
      i32.add
      call $"encode list 10 in memory"
      i32.const 184
      local.get 3
      i32.const 72
      i32.add
      i32.store
      i32.const 184
      global.get 6
      i32.const 656
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 1
      global.set 12
      i32.const 291
      global.set 15
      local.get 2
      i32.const 291
      i32.const 42
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
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 5
      call $node
      local.get 4
      call $"decode list 8"
      local.get 4
    )
    (func $"test:fixed-length-lists/api.{one}" (;12;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 48
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 660
      global.set 6
      local.get 1
      local.get 3
      call $"encode list 12"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 337
      global.set 15
      local.get 2
      i32.const 337
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
      i32.const 4
      call $alloc
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 5
      call $node
      local.get 4
      call $"decode list 12"
      local.get 4
      i32.load
      call $reset
    )
    (func $"drop api" (;13;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;14;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;15;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;16;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $reset (;17;) (type 10)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 824
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
    (func $alloc (;18;) (type 1) (param i32) (result i32)
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
    (func $"encode list 4" (;19;) (type 11) (param i32 i32 i32 i32 i32)
      (local i32)
      local.get 4
      i32.const 5
      i32.store8
      local.get 4
      global.get 6
      i32.store offset=8
      local.get 4
      i32.const 4
      i32.store offset=12
      global.get 5
      local.tee 5
      i32.const 96
      i32.add
      global.set 5
      global.get 6
      i32.const 16
      i32.add
      global.set 6
      local.get 5
      i32.const 8
      i32.store8
      local.get 5
      local.get 0
      i32.store8 offset=8
      local.get 5
      i32.const 8
      i32.store8 offset=24
      local.get 5
      local.get 1
      i32.store8 offset=32
      local.get 5
      i32.const 8
      i32.store8 offset=48
      local.get 5
      local.get 2
      i32.store8 offset=56
      local.get 5
      i32.const 8
      i32.store8 offset=72
      local.get 5
      local.get 3
      i32.store8 offset=80
    )
    (func $rpc-error (;20;) (type 10)
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
    (func $"decode list 4" (;23;) (type 12) (param i32 i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      i32.const 4
      i32.ne
      if ;; label = @1
        call $"protocol error: wrong number of elements in the response"
        unreachable
      end
      local.get 0
      i32.load offset=8
      local.set 4
      local.get 4
      i32.const 16
      i32.add
      local.set 2
      local.get 1
      local.set 3
      block ;; label = @1
        local.get 4
        local.get 2
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 3
          local.get 4
          i32.load
          local.tee 5
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 5
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 5
          i32.load8_u
          i32.const 8
          i32.ne
          if ;; label = @3
            local.get 5
            call $"wrong node"
            unreachable
          end
          local.get 5
          i32.const 22
          i32.store8
          local.get 5
          i32.load8_u offset=8
          i32.store8
          local.get 3
          i32.const 1
          i32.add
          local.set 3
          local.get 4
          i32.const 4
          i32.add
          local.tee 4
          local.get 2
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"encode record 7" (;24;) (type 13) (param i32 i32 i32 i32 i32 i32 i32 i32 i32)
      (local i32)
      local.get 8
      i32.const 0
      i32.store8
      local.get 8
      global.get 6
      i32.store offset=8
      local.get 8
      i32.const 2
      i32.store offset=12
      global.get 5
      local.tee 9
      i32.const 48
      i32.add
      global.set 5
      global.get 6
      i32.const 8
      i32.add
      global.set 6
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 9
      call $"encode list 6"
      local.get 9
      i32.const 20
      i32.store8 offset=24
      local.get 9
      local.get 6
      i32.store offset=32
      local.get 9
      local.get 7
      i32.store offset=36
    )
    (func $"decode record 7" (;25;) (type 12) (param i32 i32)
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
      local.get 2
      i32.load
      i32.const 5
      call $node
      local.get 1
      call $"decode list 6"
      local.get 1
      local.get 2
      i32.load offset=4
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store offset=8 align=4
    )
    (func $"encode list 8 in memory" (;26;) (type 12) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 5
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
      local.get 2
      i32.const 48
      i32.add
      local.set 3
      block ;; label = @1
        local.get 2
        local.get 3
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 2
          i32.const 20
          i32.store8
          local.get 2
          local.get 0
          i64.load align=4
          i64.store offset=8 align=4
          local.get 0
          i32.const 8
          i32.add
          local.set 0
          local.get 2
          i32.const 24
          i32.add
          local.tee 2
          local.get 3
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"encode list 10 in memory" (;27;) (type 12) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 5
      i32.store8
      local.get 1
      global.get 6
      i32.store offset=8
      local.get 1
      i32.const 20
      i32.store offset=12
      global.get 5
      local.tee 2
      i32.const 480
      i32.add
      global.set 5
      global.get 6
      i32.const 80
      i32.add
      global.set 6
      local.get 2
      i32.const 480
      i32.add
      local.set 3
      block ;; label = @1
        local.get 2
        local.get 3
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 0
          local.get 2
          call $"encode option 9 in memory"
          local.get 0
          i32.const 12
          i32.add
          local.set 0
          local.get 2
          i32.const 24
          i32.add
          local.tee 2
          local.get 3
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"decode list 8" (;28;) (type 12) (param i32 i32)
      (local i32 i32 i32 i32)
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
      local.set 4
      local.get 4
      i32.const 8
      i32.add
      local.set 2
      local.get 1
      local.set 3
      block ;; label = @1
        local.get 4
        local.get 2
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 3
          local.get 4
          i32.load
          local.tee 5
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 5
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 5
          i32.load8_u
          i32.const 20
          i32.ne
          if ;; label = @3
            local.get 5
            call $"wrong node"
            unreachable
          end
          local.get 5
          i32.const 22
          i32.store8
          local.get 5
          i64.load offset=8 align=4
          i64.store align=4
          local.get 3
          i32.const 8
          i32.add
          local.set 3
          local.get 4
          i32.const 4
          i32.add
          local.tee 4
          local.get 2
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"encode list 12" (;29;) (type 12) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 5
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
    (func $"decode list 12" (;30;) (type 12) (param i32 i32)
      (local i32 i32 i32 i32)
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
      local.set 4
      local.get 4
      i32.const 4
      i32.add
      local.set 2
      local.get 1
      local.set 3
      block ;; label = @1
        local.get 4
        local.get 2
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 3
          local.get 4
          i32.load
          local.tee 5
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 5
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 5
          i32.load8_u
          i32.const 10
          i32.ne
          if ;; label = @3
            local.get 5
            call $"wrong node"
            unreachable
          end
          local.get 5
          i32.const 22
          i32.store8
          local.get 5
          i32.load offset=8
          i32.store
          local.get 3
          i32.const 4
          i32.add
          local.set 3
          local.get 4
          i32.const 4
          i32.add
          local.tee 4
          local.get 2
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"free resource" (;31;) (type 3) (param i32)
      local.get 0
      i32.load
      call 3
      local.get 0
      call $"free block"
    )
    (func $"out of memory" (;32;) (type 10)
      unreachable
    )
    (func $"block bits" (;33;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;34;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;35;) (type 12) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;36;) (type 10)
      i32.const 374
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;37;) (type 10)
      i32.const 392
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;38;) (type 10)
      i32.const 402
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;39;) (type 10)
      i32.const 415
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;40;) (type 10)
      i32.const 374
      i32.const 440
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;41;) (type 10)
      i32.const 374
      i32.const 483
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;42;) (type 10)
      i32.const 374
      i32.const 523
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;43;) (type 3) (param i32)
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
    (func $"encode list 6" (;44;) (type 14) (param i32 i32 i32 i32 i32 i32 i32)
      (local i32)
      local.get 6
      i32.const 5
      i32.store8
      local.get 6
      global.get 6
      i32.store offset=8
      local.get 6
      i32.const 2
      i32.store offset=12
      global.get 5
      local.tee 7
      i32.const 48
      i32.add
      global.set 5
      global.get 6
      i32.const 8
      i32.add
      global.set 6
      local.get 0
      local.get 1
      local.get 2
      local.get 7
      call $"encode list 5"
      local.get 3
      local.get 4
      local.get 5
      local.get 7
      i32.const 24
      i32.add
      call $"encode list 5"
    )
    (func $"decode list 6" (;45;) (type 12) (param i32 i32)
      (local i32 i32 i32 i32)
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
      local.set 4
      local.get 4
      i32.const 8
      i32.add
      local.set 2
      local.get 1
      local.set 3
      block ;; label = @1
        local.get 4
        local.get 2
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 4
          i32.load
          local.tee 5
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 5
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 5
          i32.load8_u
          i32.const 5
          i32.ne
          if ;; label = @3
            local.get 5
            call $"wrong node"
            unreachable
          end
          local.get 5
          i32.const 22
          i32.store8
          local.get 5
          local.get 3
          call $"decode list 5"
          local.get 3
          i32.const 3
          i32.add
          local.set 3
          local.get 4
          i32.const 4
          i32.add
          local.tee 4
          local.get 2
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $"encode option 9 in memory" (;46;) (type 12) (param i32 i32)
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
        local.get 2
        i32.const 20
        i32.store8
        local.get 2
        local.get 0
        i64.load offset=4 align=4
        i64.store offset=8 align=4
      end
    )
    (func $"free block" (;47;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;48;) (type 15) (param i32 i32 i32)
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
      i32.const 567
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 581
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 589
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 602
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 608
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
    (func $"protocol error: the nodes of the response are not a tree" (;49;) (type 10)
      i32.const 374
      i32.const 613
      i32.const 40
      call $report
      unreachable
    )
    (func $"encode list 5" (;50;) (type 5) (param i32 i32 i32 i32)
      (local i32)
      local.get 3
      i32.const 5
      i32.store8
      local.get 3
      global.get 6
      i32.store offset=8
      local.get 3
      i32.const 3
      i32.store offset=12
      global.get 5
      local.tee 4
      i32.const 72
      i32.add
      global.set 5
      global.get 6
      i32.const 12
      i32.add
      global.set 6
      local.get 4
      i32.const 8
      i32.store8
      local.get 4
      local.get 0
      i32.store8 offset=8
      local.get 4
      i32.const 8
      i32.store8 offset=24
      local.get 4
      local.get 1
      i32.store8 offset=32
      local.get 4
      i32.const 8
      i32.store8 offset=48
      local.get 4
      local.get 2
      i32.store8 offset=56
    )
    (func $"decode list 5" (;51;) (type 12) (param i32 i32)
      (local i32 i32 i32 i32)
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
      local.set 4
      local.get 4
      i32.const 12
      i32.add
      local.set 2
      local.get 1
      local.set 3
      block ;; label = @1
        local.get 4
        local.get 2
        i32.eq
        br_if 0 (;@1;)
        loop ;; label = @2
          local.get 3
          local.get 4
          i32.load
          local.tee 5
          global.get 8
          i32.ge_u
          if ;; label = @3
            call $"protocol error: node index out of range in the response"
            unreachable
          end
          local.get 5
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 5
          i32.load8_u
          i32.const 8
          i32.ne
          if ;; label = @3
            local.get 5
            call $"wrong node"
            unreachable
          end
          local.get 5
          i32.const 22
          i32.store8
          local.get 5
          i32.load8_u offset=8
          i32.store8
          local.get 3
          i32.const 1
          i32.add
          local.set 3
          local.get 4
          i32.const 4
          i32.add
          local.tee 4
          local.get 2
          i32.ne
          br_if 0 (;@2;)
        end
      end
    )
    (func $append (;52;) (type 9) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 200) "(\00\00\00test:fixed-length-lists/api.{echo-bytes}'\00\00\00test:fixed-length-lists/api.{echo-grid}*\00\00\00test:fixed-length-lists/api.{echo-strings}!\00\00\00test:fixed-length-lists/api.{one}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\00\00\00\01\00\00\00\02\00\00\00\03\00\00\00\04\00\00\00\05\00\00\00\06\00\00\00\07\00\00\00\08\00\00\00\09\00\00\00\0a\00\00\00\0b\00\00\00\0c\00\00\00\0d\00\00\00\0e\00\00\00\0f\00\00\00\10\00\00\00\11\00\00\00\12\00\00\00\13\00\00\00\14\00\00\00\15\00\00\00\16\00\00\00\17\00\00\00\18\00\00\00\19\00\00\00\1a\00\00\00\1b\00\00\00\1c\00\00\00\1d\00\00\00\1e\00\00\00\1f\00\00\00 \00\00\00!\00\00\00\22\00\00\00#\00\00\00$\00\00\00%\00\00\00&\00\00\00'\00\00\00(\00\00\00")
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
  (alias export 1 "grid" (type (;8;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;9;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "0" (core func (;1;)))
  (alias core export 0 "1" (core func (;2;)))
  (alias export 0 "wasm-rpc" (type (;10;)))
  (core func (;3;) (canon resource.drop 10))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 1))
    (export "[method]wasm-rpc.invoke-and-await" (func 2))
    (export "wasm-rpc_drop" (func 3))
  )
  (core func (;4;) (canon resource.new 9))
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
  (alias core export 5 "9" (core func (;11;)))
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
  (type (;11;) (own 9))
  (type (;12;) (func (param "location" 7) (result 11)))
  (alias core export 5 "1" (core func (;12;)))
  (func (;4;) (type 12) (canon lift (core func 12) (memory 0) (realloc 8) string-encoding=utf8))
  (type (;13;) (borrow 9))
  (type (;14;) (list u8 4))
  (type (;15;) (func (param "self" 13) (param "x" 14) (result 14)))
  (alias core export 5 "2" (core func (;13;)))
  (alias core export 5 "3" (core func (;14;)))
  (func (;5;) (type 15) (canon lift (core func 13) (memory 0) (post-return 14)))
  (type (;16;) (func (param "self" 13) (param "x" 8) (result 8)))
  (alias core export 5 "4" (core func (;15;)))
  (alias core export 5 "5" (core func (;16;)))
  (func (;6;) (type 16) (canon lift (core func 15) (memory 0) (realloc 8) string-encoding=utf8 (post-return 16)))
  (type (;17;) (list string 2))
  (type (;18;) (option string))
  (type (;19;) (list 18 20))
  (type (;20;) (func (param "self" 13) (param "x" 17) (param "y" 19) (result 17)))
  (alias core export 5 "6" (core func (;17;)))
  (alias core export 5 "7" (core func (;18;)))
  (func (;7;) (type 20) (canon lift (core func 17) (memory 0) (realloc 8) string-encoding=utf8 (post-return 18)))
  (type (;21;) (list u32 1))
  (type (;22;) (func (param "self" 13) (param "x" 21) (result 21)))
  (alias core export 5 "8" (core func (;19;)))
  (func (;8;) (type 22) (canon lift (core func 19)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (list u8 3))
    (type (;3;) (list 2 2))
    (type (;4;) (record (field "cells" 3) (field "name" string)))
    (import "i1" (type (;5;) (eq 4)))
    (import "i2" (type (;6;) (sub resource)))
    (import "i3" (type (;7;) (eq 1)))
    (type (;8;) (own 6))
    (type (;9;) (func (param "location" 7) (result 8)))
    (import "i4" (func (;0;) (type 9)))
    (type (;10;) (borrow 6))
    (type (;11;) (list u8 4))
    (type (;12;) (func (param "self" 10) (param "x" 11) (result 11)))
    (import "i5" (func (;1;) (type 12)))
    (import "i6" (type (;13;) (eq 5)))
    (type (;14;) (func (param "self" 10) (param "x" 13) (result 13)))
    (import "i7" (func (;2;) (type 14)))
    (type (;15;) (list string 2))
    (type (;16;) (option string))
    (type (;17;) (list 16 20))
    (type (;18;) (func (param "self" 10) (param "x" 15) (param "y" 17) (result 15)))
    (import "i8" (func (;3;) (type 18)))
    (type (;19;) (list u32 1))
    (type (;20;) (func (param "self" 10) (param "x" 19) (result 19)))
    (import "i9" (func (;4;) (type 20)))
    (export (;21;) "uri" (type 1))
    (export (;22;) "grid" (type 5))
    (export (;23;) "api" (type 6))
    (type (;24;) (own 23))
    (type (;25;) (func (param "location" 21) (result 24)))
    (export (;5;) "[constructor]api" (func 0) (func (type 25)))
    (type (;26;) (borrow 23))
    (type (;27;) (list u8 4))
    (type (;28;) (func (param "self" 26) (param "x" 27) (result 27)))
    (export (;6;) "[method]api.echo-bytes" (func 1) (func (type 28)))
    (type (;29;) (func (param "self" 26) (param "x" 22) (result 22)))
    (export (;7;) "[method]api.echo-grid" (func 2) (func (type 29)))
    (type (;30;) (list string 2))
    (type (;31;) (option string))
    (type (;32;) (list 31 20))
    (type (;33;) (func (param "self" 26) (param "x" 30) (param "y" 32) (result 30)))
    (export (;8;) "[method]api.echo-strings" (func 3) (func (type 33)))
    (type (;34;) (list u32 1))
    (type (;35;) (func (param "self" 26) (param "x" 34) (result 34)))
    (export (;9;) "[method]api.one" (func 4) (func (type 35)))
  )
  (instance (;5;) (instantiate 0
      (with "i4" (func 4))
      (with "i5" (func 5))
      (with "i7" (func 6))
      (with "i8" (func 7))
      (with "i9" (func 8))
      (with "i0" (type 7))
      (with "i1" (type 8))
      (with "i2" (type 9))
      (with "i3" (type 7))
      (with "i6" (type 8))
    )
  )
  (export (;6;) "test:fixed-length-lists-stub/stub-fixed-length-lists" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
