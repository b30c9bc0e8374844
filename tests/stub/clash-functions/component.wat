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
    (type (;8;) (func))
    (type (;9;) (func (param i32 i32)))
    (type (;10;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "one_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "two_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "1" "clash-functions_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;5;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;6;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;7;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 608)
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
    (export "1" (func $"connect one"))
    (export "2" (func $"test:clash-functions/one.{f}"))
    (export "3" (func $"test:clash-functions/one.{blocking-f}"))
    (export "4" (func $"drop one"))
    (export "5" (func $"connect two"))
    (export "6" (func $"test:clash-functions/two.{f}"))
    (export "7" (func $post-return))
    (export "8" (func $"drop two"))
    (export "9" (func $"connect clash-functions"))
    (export "10" (func $f))
    (export "11" (func $blocking-f))
    (export "12" (func $"drop clash-functions"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;8;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect one" (;9;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:clash-functions/one.{f}" (;10;) (type 0) (param i32 i32) (result i32)
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
      i32.const 196
      global.set 15
      local.get 2
      i32.const 196
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
      call $"answer with one result"
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:clash-functions/one.{blocking-f}" (;11;) (type 0) (param i32 i32) (result i32)
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
      i32.const 228
      global.set 15
      local.get 2
      i32.const 228
      i32.const 37
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
    (func $"drop one" (;12;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect two" (;13;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 3
      call $reset
    )
    (func $"test:clash-functions/two.{f}" (;14;) (type 7) (param i32 i32 i32) (result i32)
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
      i32.const 269
      global.set 15
      local.get 3
      i32.const 269
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
    (func $post-return (;15;) (type 3) (param i32)
      call $reset
    )
    (func $"drop two" (;16;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect clash-functions" (;17;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 4
      call $reset
    )
    (func $f (;18;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 301
      global.set 15
      local.get 1
      i32.const 301
      i32.const 1
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
    (func $blocking-f (;19;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 306
      global.set 15
      local.get 1
      i32.const 306
      i32.const 10
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
    (func $"drop clash-functions" (;20;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;21;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;22;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;23;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $reset (;24;) (type 8)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 608
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
    (func $alloc (;25;) (type 1) (param i32) (result i32)
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
    (func $rpc-error (;26;) (type 8)
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
    (func $"answer with one result" (;27;) (type 4) (result i32)
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
    (func $node (;28;) (type 0) (param i32 i32) (result i32)
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
    (func $"free resource" (;29;) (type 3) (param i32)
      local.get 0
      i32.load
      call 5
      local.get 0
      call $"free block"
    )
    (func $"out of memory" (;30;) (type 8)
      unreachable
    )
    (func $"block bits" (;31;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;32;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;33;) (type 9) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;34;) (type 8)
      i32.const 320
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;35;) (type 8)
      i32.const 338
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;36;) (type 8)
      i32.const 348
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;37;) (type 8)
      i32.const 361
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;38;) (type 8)
      i32.const 320
      i32.const 386
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;39;) (type 8)
      i32.const 320
      i32.const 429
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;40;) (type 8)
      i32.const 320
      i32.const 469
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;41;) (type 3) (param i32)
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
    (func $"free block" (;42;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;43;) (type 10) (param i32 i32 i32)
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
      i32.const 513
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 527
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 535
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 548
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 554
      i32.const 1
      call $append
      local.set 6
      call 6
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
        call 7
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
    (func $"protocol error: the nodes of the response are not a tree" (;44;) (type 8)
      i32.const 320
      i32.const 559
      i32.const 40
      call $report
      unreachable
    )
    (func $append (;45;) (type 7) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 192) "\1c\00\00\00test:clash-functions/one.{f}%\00\00\00test:clash-functions/one.{blocking-f}\1c\00\00\00test:clash-functions/two.{f}\01\00\00\00f\0a\00\00\00blocking-f\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\00\01\00\00\00")
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
    (table (;0;) 6 6 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
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
  (alias core export 0 "0" (core func (;3;)))
  (alias core export 0 "1" (core func (;4;)))
  (alias export 0 "wasm-rpc" (type (;10;)))
  (core func (;5;) (canon resource.drop 10))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 3))
    (export "[method]wasm-rpc.invoke-and-await" (func 4))
    (export "wasm-rpc_drop" (func 5))
  )
  (core func (;6;) (canon resource.new 7))
  (core func (;7;) (canon resource.new 8))
  (core func (;8;) (canon resource.new 9))
  (core instance (;2;)
    (export "one_new" (func 6))
    (export "two_new" (func 7))
    (export "clash-functions_new" (func 8))
  )
  (alias export 3 "get-stderr" (func (;0;)))
  (core func (;9;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 9))
  )
  (alias core export 0 "2" (core func (;10;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 10))
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
    (import "shim" "$imports" (table (;0;) 6 6 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;1;)))
  (core func (;11;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;12;)))
  (core func (;13;) (canon lower (func 2) (memory 0) (realloc 12) string-encoding=utf8))
  (alias export 2 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;14;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "4" (core func (;15;)))
  (alias core export 5 "8" (core func (;16;)))
  (alias core export 5 "12" (core func (;17;)))
  (core instance (;6;)
    (export "0" (func 11))
    (export "1" (func 13))
    (export "2" (func 14))
    (export "3" (func 15))
    (export "4" (func 16))
    (export "5" (func 17))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;11;) (own 7))
  (type (;12;) (func (param "location" 6) (result 11)))
  (alias core export 5 "1" (core func (;18;)))
  (func (;4;) (type 12) (canon lift (core func 18) (memory 0) (realloc 12) string-encoding=utf8))
  (type (;13;) (borrow 7))
  (type (;14;) (func (param "self" 13) (param "x" u8) (result u8)))
  (alias core export 5 "2" (core func (;19;)))
  (func (;5;) (type 14) (canon lift (core func 19)))
  (alias core export 5 "3" (core func (;20;)))
  (func (;6;) (type 14) (canon lift (core func 20)))
  (type (;15;) (own 8))
  (type (;16;) (func (param "location" 6) (result 15)))
  (alias core export 5 "5" (core func (;21;)))
  (func (;7;) (type 16) (canon lift (core func 21) (memory 0) (realloc 12) string-encoding=utf8))
  (type (;17;) (borrow 8))
  (type (;18;) (func (param "self" 17) (param "x" string) (result string)))
  (alias core export 5 "6" (core func (;22;)))
  (alias core export 5 "7" (core func (;23;)))
  (func (;8;) (type 18) (canon lift (core func 22) (memory 0) (realloc 12) string-encoding=utf8 (post-return 23)))
  (type (;19;) (own 9))
  (type (;20;) (func (param "location" 6) (result 19)))
  (alias core export 5 "9" (core func (;24;)))
  (func (;9;) (type 20) (canon lift (core func 24) (memory 0) (realloc 12) string-encoding=utf8))
  (type (;21;) (borrow 9))
  (type (;22;) (func (param "self" 21) (result u8)))
  (alias core export 5 "10" (core func (;25;)))
  (func (;10;) (type 22) (canon lift (core func 25)))
  (alias core export 5 "11" (core func (;26;)))
  (func (;11;) (type 22) (canon lift (core func 26)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (sub resource)))
    (import "i3" (type (;4;) (sub resource)))
    (import "i4" (type (;5;) (eq 1)))
    (type (;6;) (own 2))
    (type (;7;) (func (param "location" 5) (result 6)))
    (import "i5" (func (;0;) (type 7)))
    (type (;8;) (borrow 2))
    (type (;9;) (func (param "self" 8) (param "x" u8) (result u8)))
    (import "i6" (func (;1;) (type 9)))
    (import "i7" (func (;2;) (type 9)))
    (type (;10;) (own 3))
    (type (;11;) (func (param "location" 5) (result 10)))
    (import "i8" (func (;3;) (type 11)))
    (type (;12;) (borrow 3))
    (type (;13;) (func (param "self" 12) (param "x" string) (result string)))
    (import "i9" (func (;4;) (type 13)))
    (type (;14;) (own 4))
    (type (;15;) (func (param "location" 5) (result 14)))
    (import "i10" (func (;5;) (type 15)))
    (type (;16;) (borrow 4))
    (type (;17;) (func (param "self" 16) (result u8)))
    (import "i11" (func (;6;) (type 17)))
    (import "i12" (func (;7;) (type 17)))
    (export (;18;) "uri" (type 1))
    (export (;19;) "one" (type 2))
    (export (;20;) "two" (type 3))
    (export (;21;) "clash-functions" (type 4))
    (type (;22;) (own 19))
    (type (;23;) (func (param "location" 18) (result 22)))
    (export (;8;) "[constructor]one" (func 0) (func (type 23)))
    (type (;24;) (borrow 19))
    (type (;25;) (func (param "self" 24) (param "x" u8) (result u8)))
    (export (;9;) "[method]one.f" (func 1) (func (type 25)))
    (export (;10;) "[method]one.blocking-f" (func 2) (func (type 25)))
    (type (;26;) (own 20))
    (type (;27;) (func (param "location" 18) (result 26)))
    (export (;11;) "[constructor]two" (func 3) (func (type 27)))
    (type (;28;) (borrow 20))
    (type (;29;) (func (param "self" 28) (param "x" string) (result string)))
    (export (;12;) "[method]two.f" (func 4) (func (type 29)))
    (type (;30;) (own 21))
    (type (;31;) (func (param "location" 18) (result 30)))
    (export (;13;) "[constructor]clash-functions" (func 5) (func (type 31)))
    (type (;32;) (borrow 21))
    (type (;33;) (func (param "self" 32) (result u8)))
    (export (;14;) "[method]clash-functions.f" (func 6) (func (type 33)))
    (export (;15;) "[method]clash-functions.blocking-f" (func 7) (func (type 33)))
  )
  (instance (;4;) (instantiate 0
      (with "i5" (func 4))
      (with "i6" (func 5))
      (with "i7" (func 6))
      (with "i8" (func 7))
      (with "i9" (func 8))
      (with "i10" (func 9))
      (with "i11" (func 10))
      (with "i12" (func 11))
      (with "i0" (type 6))
      (with "i1" (type 7))
      (with "i2" (type 8))
      (with "i3" (type 9))
      (with "i4" (type 6))
    )
  )
  (export (;5;) "test:clash-functions-stub/stub-clash-functions" (instance 4))
  (@producers
    (processed-by "wit-component" "…")
  )
)
