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
      (type (;0;) (record (field "a" u8)))
      (export (;1;) "thing" (type (eq 0)))
    )
  )
  (import "lib:other/thing" (instance (;1;) (type 1)))
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
    (type (;7;) (func (param i32 i32 i32) (result i32)))
    (type (;8;) (func))
    (type (;9;) (func (param i32 i32)))
    (type (;10;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "clash-all-thing_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "thing-part_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "1" "other-cart_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "1" "cart-cart_new" (func (;5;) (type 1) (param i32) (result i32)))
    (import "1" "clash-all-cart_new" (func (;6;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;7;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;8;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;9;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 760)
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
    (export "1" (func $"connect clash-all-thing"))
    (export "2" (func $"test:clash-all/thing.{make}"))
    (export "3" (func $"drop clash-all-thing"))
    (export "4" (func $"test:clash-all/thing.{part.new}"))
    (export "5" (func $"test:clash-all/thing.{part.part-of}"))
    (export "6" (func $"test:clash-all/thing.{part.drop}"))
    (export "7" (func $"connect other-cart"))
    (export "8" (func $"lib:other/cart.{open}"))
    (export "9" (func $"drop other-cart"))
    (export "10" (func $"lib:other/cart.{cart.new}"))
    (export "11" (func $"lib:other/cart.{cart.self-test}"))
    (export "12" (func $"lib:other/cart.{cart.drop}"))
    (export "13" (func $"connect clash-all-cart"))
    (export "14" (func $use-part))
    (export "15" (func $"drop clash-all-cart"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;10;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect clash-all-thing" (;11;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:clash-all/thing.{make}" (;12;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
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
      i32.const 756
      global.set 6
      local.get 1
      local.get 3
      call $"encode record 4"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 196
      global.set 15
      local.get 2
      i32.const 196
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
      call 3
      call $reset
    )
    (func $"drop clash-all-thing" (;13;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:clash-all/thing.{part.new}" (;14;) (type 0) (param i32 i32) (result i32)
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
      i32.const 227
      global.set 15
      local.get 4
      i32.const 227
      i32.const 31
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
      call 3
      call $reset
    )
    (func $"test:clash-all/thing.{part.part-of}" (;15;) (type 1) (param i32) (result i32)
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
      i32.const 262
      global.set 15
      local.get 1
      i32.const 262
      i32.const 35
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
    (func $"test:clash-all/thing.{part.drop}" (;16;) (type 3) (param i32)
      local.get 0
      i32.const 301
      i32.const 32
      call $"drop resource"
    )
    (func $"connect other-cart" (;17;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 4
      call $reset
    )
    (func $"lib:other/cart.{open}" (;18;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 337
      global.set 15
      local.get 1
      i32.const 337
      i32.const 21
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
      call 5
      call $reset
    )
    (func $"drop other-cart" (;19;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"lib:other/cart.{cart.new}" (;20;) (type 0) (param i32 i32) (result i32)
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
      i32.const 362
      global.set 15
      local.get 4
      i32.const 362
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
      local.get 4
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 5
      call $reset
    )
    (func $"lib:other/cart.{cart.self-test}" (;21;) (type 1) (param i32) (result i32)
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
      i32.const 391
      global.set 15
      local.get 1
      i32.const 391
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
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"lib:other/cart.{cart.drop}" (;22;) (type 3) (param i32)
      local.get 0
      i32.const 426
      i32.const 26
      call $"drop resource"
    )
    (func $"connect clash-all-cart" (;23;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 6
      call $reset
    )
    (func $use-part (;24;) (type 0) (param i32 i32) (result i32)
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
      i32.const 756
      global.set 6
      local.get 1
      local.get 3
      call $"encode record 4"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 456
      global.set 15
      local.get 2
      i32.const 456
      i32.const 8
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
      i32.const 1
      call $alloc
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 0
      call $node
      local.get 4
      call $"decode record 4"
      local.get 4
      i32.load8_u
      call $reset
    )
    (func $"drop clash-all-cart" (;25;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $resize (;26;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;27;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;28;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $reset (;29;) (type 8)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 760
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
    (func $alloc (;30;) (type 1) (param i32) (result i32)
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
    (func $"encode record 4" (;31;) (type 9) (param i32 i32)
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
      i32.const 8
      i32.store8
      local.get 2
      local.get 0
      i32.store8 offset=8
    )
    (func $rpc-error (;32;) (type 8)
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
    (func $"decode handle" (;35;) (type 1) (param i32) (result i32)
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
    (func $"free resource" (;36;) (type 3) (param i32)
      local.get 0
      i32.load
      call 7
      local.get 0
      call $"free block"
    )
    (func $"encode handle" (;37;) (type 9) (param i32 i32)
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
    (func $"drop resource" (;38;) (type 10) (param i32 i32 i32)
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
    (func $"decode record 4" (;39;) (type 9) (param i32 i32)
      (local i32)
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
      local.set 2
      local.get 1
      local.get 2
      i32.load
      i32.const 8
      call $node
      i32.load8_u offset=8
      i32.store8
    )
    (func $"out of memory" (;40;) (type 8)
      unreachable
    )
    (func $"block bits" (;41;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;42;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;43;) (type 9) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;44;) (type 8)
      i32.const 468
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;45;) (type 8)
      i32.const 486
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;46;) (type 8)
      i32.const 496
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;47;) (type 8)
      i32.const 509
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;48;) (type 8)
      i32.const 468
      i32.const 534
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;49;) (type 8)
      i32.const 468
      i32.const 577
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;50;) (type 8)
      i32.const 468
      i32.const 617
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;51;) (type 3) (param i32)
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
    (func $"free block" (;52;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;53;) (type 10) (param i32 i32 i32)
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
      i32.const 661
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 675
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 683
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 696
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 702
      i32.const 1
      call $append
      local.set 6
      call 8
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
        call 9
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
    (func $"protocol error: the nodes of the response are not a tree" (;54;) (type 8)
      i32.const 468
      i32.const 707
      i32.const 40
      call $report
      unreachable
    )
    (func $append (;55;) (type 7) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 192) "\1b\00\00\00test:clash-all/thing.{make}\1f\00\00\00test:clash-all/thing.{part.new}#\00\00\00test:clash-all/thing.{part.part-of} \00\00\00test:clash-all/thing.{part.drop}\15\00\00\00lib:other/cart.{open}\19\00\00\00lib:other/cart.{cart.new}\1f\00\00\00lib:other/cart.{cart.self-test}\1a\00\00\00lib:other/cart.{cart.drop}\08\00\00\00use-part\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\00\00\00\00\00\01\00\00\00")
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
    (table (;0;) 8 8 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
    (export "6" (func 6))
    (export "7" (func 7))
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
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;7;)))
  (alias export 1 "thing" (type (;8;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;9;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "4" (core func (;1;)))
  (type (;10;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "5" (core func (;2;)))
  (type (;11;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "6" (core func (;3;)))
  (type (;12;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "7" (core func (;4;)))
  (type (;13;) (resource (rep i32) (dtor 4)))
  (type (;14;) (record (field "a" u8)))
  (alias core export 0 "0" (core func (;5;)))
  (alias core export 0 "1" (core func (;6;)))
  (alias export 0 "wasm-rpc" (type (;15;)))
  (core func (;7;) (canon resource.drop 15))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 5))
    (export "[method]wasm-rpc.invoke-and-await" (func 6))
    (export "wasm-rpc_drop" (func 7))
  )
  (core func (;8;) (canon resource.new 9))
  (core func (;9;) (canon resource.new 10))
  (core func (;10;) (canon resource.new 11))
  (core func (;11;) (canon resource.new 12))
  (core func (;12;) (canon resource.new 13))
  (core instance (;2;)
    (export "clash-all-thing_new" (func 8))
    (export "thing-part_new" (func 9))
    (export "other-cart_new" (func 10))
    (export "cart-cart_new" (func 11))
    (export "clash-all-cart_new" (func 12))
  )
  (alias export 4 "get-stderr" (func (;0;)))
  (core func (;13;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 13))
  )
  (alias core export 0 "2" (core func (;14;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 14))
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
    (import "shim" "$imports" (table (;0;) 8 8 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5 6 7)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;1;)))
  (core func (;15;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;16;)))
  (core func (;17;) (canon lower (func 2) (memory 0) (realloc 16) string-encoding=utf8))
  (alias export 3 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;18;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "3" (core func (;19;)))
  (alias core export 5 "6" (core func (;20;)))
  (alias core export 5 "9" (core func (;21;)))
  (alias core export 5 "12" (core func (;22;)))
  (alias core export 5 "15" (core func (;23;)))
  (core instance (;6;)
    (export "0" (func 15))
    (export "1" (func 17))
    (export "2" (func 18))
    (export "3" (func 19))
    (export "4" (func 20))
    (export "5" (func 21))
    (export "6" (func 22))
    (export "7" (func 23))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;16;) (own 9))
  (type (;17;) (func (param "location" 7) (result 16)))
  (alias core export 5 "1" (core func (;24;)))
  (func (;4;) (type 17) (canon lift (core func 24) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;18;) (borrow 9))
  (type (;19;) (own 10))
  (type (;20;) (func (param "self" 18) (param "x" 8) (result 19)))
  (alias core export 5 "2" (core func (;25;)))
  (func (;5;) (type 20) (canon lift (core func 25)))
  (type (;21;) (func (param "location" 7) (result 19)))
  (alias core export 5 "4" (core func (;26;)))
  (func (;6;) (type 21) (canon lift (core func 26) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;22;) (borrow 10))
  (type (;23;) (func (param "self" 22) (result u8)))
  (alias core export 5 "5" (core func (;27;)))
  (func (;7;) (type 23) (canon lift (core func 27)))
  (type (;24;) (own 11))
  (type (;25;) (func (param "location" 7) (result 24)))
  (alias core export 5 "7" (core func (;28;)))
  (func (;8;) (type 25) (canon lift (core func 28) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;26;) (borrow 11))
  (type (;27;) (own 12))
  (type (;28;) (func (param "self" 26) (result 27)))
  (alias core export 5 "8" (core func (;29;)))
  (func (;9;) (type 28) (canon lift (core func 29)))
  (type (;29;) (func (param "location" 7) (result 27)))
  (alias core export 5 "10" (core func (;30;)))
  (func (;10;) (type 29) (canon lift (core func 30) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;30;) (borrow 12))
  (type (;31;) (func (param "self" 30) (result u8)))
  (alias core export 5 "11" (core func (;31;)))
  (func (;11;) (type 31) (canon lift (core func 31)))
  (type (;32;) (own 13))
  (type (;33;) (func (param "location" 7) (result 32)))
  (alias core export 5 "13" (core func (;32;)))
  (func (;12;) (type 33) (canon lift (core func 32) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;34;) (borrow 13))
  (type (;35;) (func (param "self" 34) (param "x" 14) (result 14)))
  (alias core export 5 "14" (core func (;33;)))
  (func (;13;) (type 35) (canon lift (core func 33)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (record (field "a" u8)))
    (import "i1" (type (;3;) (eq 2)))
    (import "i2" (type (;4;) (sub resource)))
    (import "i3" (type (;5;) (sub resource)))
    (import "i4" (type (;6;) (sub resource)))
    (import "i5" (type (;7;) (sub resource)))
    (import "i6" (type (;8;) (sub resource)))
    (import "i7" (type (;9;) (eq 1)))
    (type (;10;) (own 4))
    (type (;11;) (func (param "location" 9) (result 10)))
    (import "i8" (func (;0;) (type 11)))
    (type (;12;) (borrow 4))
    (import "i9" (type (;13;) (eq 3)))
    (type (;14;) (own 5))
    (type (;15;) (func (param "self" 12) (param "x" 13) (result 14)))
    (import "i10" (func (;1;) (type 15)))
    (type (;16;) (func (param "location" 9) (result 14)))
    (import "i11" (func (;2;) (type 16)))
    (type (;17;) (borrow 5))
    (type (;18;) (func (param "self" 17) (result u8)))
    (import "i12" (func (;3;) (type 18)))
    (type (;19;) (own 6))
    (type (;20;) (func (param "location" 9) (result 19)))
    (import "i13" (func (;4;) (type 20)))
    (type (;21;) (borrow 6))
    (type (;22;) (own 7))
    (type (;23;) (func (param "self" 21) (result 22)))
    (import "i14" (func (;5;) (type 23)))
    (type (;24;) (func (param "location" 9) (result 22)))
    (import "i15" (func (;6;) (type 24)))
    (type (;25;) (borrow 7))
    (type (;26;) (func (param "self" 25) (result u8)))
    (import "i16" (func (;7;) (type 26)))
    (type (;27;) (own 8))
    (type (;28;) (func (param "location" 9) (result 27)))
    (import "i17" (func (;8;) (type 28)))
    (type (;29;) (borrow 8))
    (type (;30;) (record (field "a" u8)))
    (import "i18" (type (;31;) (eq 30)))
    (type (;32;) (func (param "self" 29) (param "x" 31) (result 31)))
    (import "i19" (func (;9;) (type 32)))
    (export (;33;) "uri" (type 1))
    (export (;34;) "thing-thing" (type 3))
    (export (;35;) "clash-all-thing" (type 4))
    (export (;36;) "thing-part" (type 5))
    (export (;37;) "other-cart" (type 6))
    (export (;38;) "cart-cart" (type 7))
    (export (;39;) "clash-all-cart" (type 8))
    (type (;40;) (record (field "a" u8)))
    (export (;41;) "cart-part" (type 40))
    (type (;42;) (own 35))
    (type (;43;) (func (param "location" 33) (result 42)))
    (export (;10;) "[constructor]clash-all-thing" (func 0) (func (type 43)))
    (type (;44;) (borrow 35))
    (type (;45;) (own 36))
    (type (;46;) (func (param "self" 44) (param "x" 34) (result 45)))
    (export (;11;) "[method]clash-all-thing.make" (func 1) (func (type 46)))
    (type (;47;) (func (param "location" 33) (result 45)))
    (export (;12;) "[constructor]thing-part" (func 2) (func (type 47)))
    (type (;48;) (borrow 36))
    (type (;49;) (func (param "self" 48) (result u8)))
    (export (;13;) "[method]thing-part.part-of" (func 3) (func (type 49)))
    (type (;50;) (own 37))
    (type (;51;) (func (param "location" 33) (result 50)))
    (export (;14;) "[constructor]other-cart" (func 4) (func (type 51)))
    (type (;52;) (borrow 37))
    (type (;53;) (own 38))
    (type (;54;) (func (param "self" 52) (result 53)))
    (export (;15;) "[method]other-cart.open" (func 5) (func (type 54)))
    (type (;55;) (func (param "location" 33) (result 53)))
    (export (;16;) "[constructor]cart-cart" (func 6) (func (type 55)))
    (type (;56;) (borrow 38))
    (type (;57;) (func (param "self" 56) (result u8)))
    (export (;17;) "[method]cart-cart.self-test" (func 7) (func (type 57)))
    (type (;58;) (own 39))
    (type (;59;) (func (param "location" 33) (result 58)))
    (export (;18;) "[constructor]clash-all-cart" (func 8) (func (type 59)))
    (type (;60;) (borrow 39))
    (type (;61;) (func (param "self" 60) (param "x" 41) (result 41)))
    (export (;19;) "[method]clash-all-cart.use-part" (func 9) (func (type 61)))
  )
  (instance (;5;) (instantiate 0
      (with "i8" (func 4))
      (with "i10" (func 5))
      (with "i11" (func 6))
      (with "i12" (func 7))
      (with "i13" (func 8))
      (with "i14" (func 9))
      (with "i15" (func 10))
      (with "i16" (func 11))
      (with "i17" (func 12))
      (with "i19" (func 13))
      (with "i0" (type 7))
      (with "i1" (type 8))
      (with "i2" (type 9))
      (with "i3" (type 10))
      (with "i4" (type 11))
      (with "i5" (type 12))
      (with "i6" (type 13))
      (with "i7" (type 7))
      (with "i9" (type 8))
      (with "i18" (type 14))
    )
  )
  (export (;6;) "test:clash-all-stub/stub-cart" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
