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
      (type (;0;) (record (field "id" string) (field "count" u32)))
      (export (;1;) "item" (type (eq 0)))
    )
  )
  (import "test:resources/shop@0.3.0" (instance (;1;) (type 1)))
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
    (type (;7;) (func (param i32) (result f32)))
    (type (;8;) (func (param i32) (result i64)))
    (type (;9;) (func (param i32 i32 i32) (result i32)))
    (type (;10;) (func))
    (type (;11;) (func (param i32 i32)))
    (type (;12;) (func (param i64) (result i32)))
    (type (;13;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "shop_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "receipt_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "1" "cart_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;5;) (type 3) (param i32)))
    (import "1" "cart_rep" (func (;6;) (type 1) (param i32) (result i32)))
    (import "1" "cart_drop" (func (;7;) (type 3) (param i32)))
    (import "1" "account_new" (func (;8;) (type 1) (param i32) (result i32)))
    (import "2" "get-stderr" (func (;9;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;10;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 1232)
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
    (export "1" (func $"connect shop"))
    (export "2" (func $"test:resources/shop@0.3.0.{check-out}"))
    (export "3" (func $"test:resources/shop@0.3.0.{peek}"))
    (export "4" (func $"test:resources/shop@0.3.0.{many}"))
    (export "5" (func $post-return))
    (export "6" (func $"drop shop"))
    (export "7" (func $"test:resources/shop@0.3.0.{cart.new}"))
    (export "8" (func $"test:resources/shop@0.3.0.{cart.add}"))
    (export "9" (func $"test:resources/shop@0.3.0.{cart.items}"))
    (export "10" (func $post-return))
    (export "11" (func $"test:resources/shop@0.3.0.{cart.total}"))
    (export "12" (func $"test:resources/shop@0.3.0.{cart.merge}"))
    (export "13" (func $"test:resources/shop@0.3.0.{cart.compare}"))
    (export "14" (func $"test:resources/shop@0.3.0.{cart.drop}"))
    (export "15" (func $"test:resources/shop@0.3.0.{receipt.text}"))
    (export "16" (func $post-return))
    (export "17" (func $"test:resources/shop@0.3.0.{receipt.cart}"))
    (export "18" (func $"test:resources/shop@0.3.0.{receipt.drop}"))
    (export "19" (func $"test:resources/shop@0.3.0.{account.new}"))
    (export "20" (func $post-return))
    (export "21" (func $"test:resources/shop@0.3.0.{account.balance}"))
    (export "22" (func $"test:resources/shop@0.3.0.{account.drop}"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;11;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect shop" (;12;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{check-out}" (;13;) (type 0) (param i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 2
      i32.const 24
      call $alloc
      local.set 3
      local.get 1
      call $"give away"
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
      i32.const 204
      global.set 15
      local.get 2
      i32.const 204
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
      call $"free given away"
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 3
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{peek}" (;14;) (type 0) (param i32 i32) (result i32)
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
      i32.const 245
      global.set 15
      local.get 2
      i32.const 245
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
      call $"answer with one result"
      i32.const 10
      call $node
      i32.load offset=8
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{many}" (;15;) (type 6) (param i32 i32 i32 i32) (result i32)
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
      call $"encode list 5"
      i32.const 176
      local.get 7
      i32.store
      i32.const 176
      local.get 6
      i32.wrap_i64
      i32.store offset=4
      local.get 5
      i32.const 8
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
      i32.const 281
      global.set 15
      local.get 4
      i32.const 281
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
      call $"free given away"
      i32.const 8
      call $alloc
      local.set 8
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.set 9
      local.get 9
      i32.const 5
      call $node
      local.get 8
      call $"decode list 13"
      call $"connect handles"
      local.get 8
    )
    (func $post-return (;16;) (type 3) (param i32)
      call $reset
    )
    (func $"drop shop" (;17;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:resources/shop@0.3.0.{cart.new}" (;18;) (type 6) (param i32 i32 i32 i32) (result i32)
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
      i32.const 317
      global.set 15
      local.get 6
      i32.const 317
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
      local.get 6
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 4
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{cart.add}" (;19;) (type 5) (param i32 i32 i32 i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 96
      call $alloc
      local.set 5
      i32.const 176
      local.get 5
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 5
      call $"encode handle"
      local.get 5
      i32.const 48
      i32.add
      global.set 5
      i32.const 1220
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 5
      i32.const 24
      i32.add
      call $"encode record 8"
      i32.const 184
      local.get 5
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 3
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 357
      global.set 15
      local.get 4
      i32.const 357
      i32.const 36
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
    (func $"test:resources/shop@0.3.0.{cart.items}" (;20;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32)
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
      i32.const 397
      global.set 15
      local.get 1
      i32.const 397
      i32.const 38
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
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 5
      call $node
      local.get 3
      call $"decode list 14"
      local.get 3
    )
    (func $"test:resources/shop@0.3.0.{cart.total}" (;21;) (type 7) (param i32) (result f32)
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
      i32.const 439
      global.set 15
      local.get 1
      i32.const 439
      i32.const 38
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
    (func $"test:resources/shop@0.3.0.{cart.merge}" (;22;) (type 0) (param i32 i32) (result i32)
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
      local.get 1
      call $"give away"
      local.get 3
      i32.const 24
      i32.add
      call $"encode handle"
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
      i32.const 481
      global.set 15
      local.get 2
      i32.const 481
      i32.const 38
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
      call $"free given away"
      call $"answer with one result"
      i32.const 10
      call $node
      i32.load offset=8
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{cart.compare}" (;23;) (type 0) (param i32 i32) (result i32)
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
      local.get 1
      local.get 3
      i32.const 24
      i32.add
      call $"encode handle"
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
      i32.const 523
      global.set 15
      local.get 2
      i32.const 523
      i32.const 40
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
      i32.const 19
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{cart.drop}" (;24;) (type 3) (param i32)
      local.get 0
      i32.const 567
      i32.const 37
      call $"drop resource"
    )
    (func $"test:resources/shop@0.3.0.{receipt.text}" (;25;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32)
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
      i32.const 608
      global.set 15
      local.get 1
      i32.const 608
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
      i32.const 8
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 3
      local.get 4
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store align=4
      local.get 3
    )
    (func $"test:resources/shop@0.3.0.{receipt.cart}" (;26;) (type 1) (param i32) (result i32)
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
      i32.const 652
      global.set 15
      local.get 1
      i32.const 652
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
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 4
      call $reset
    )
    (func $"test:resources/shop@0.3.0.{receipt.drop}" (;27;) (type 3) (param i32)
      local.get 0
      i32.const 696
      i32.const 40
      call $"drop resource"
    )
    (func $"test:resources/shop@0.3.0.{account.new}" (;28;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32 i32 i32)
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
      i32.const 740
      global.set 15
      local.get 6
      i32.const 740
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
      i32.const 12
      call $alloc
      local.set 8
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.set 9
      local.get 9
      i32.const 7
      call $node
      local.get 8
      call $"decode result 18"
      call $"connect handles"
      local.get 6
      call 5
      local.get 8
    )
    (func $"test:resources/shop@0.3.0.{account.balance}" (;29;) (type 8) (param i32) (result i64)
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
      i32.const 783
      global.set 15
      local.get 1
      i32.const 783
      i32.const 43
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
    (func $"test:resources/shop@0.3.0.{account.drop}" (;30;) (type 3) (param i32)
      local.get 0
      i32.const 830
      i32.const 40
      call $"drop resource"
    )
    (func $resize (;31;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;32;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;33;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $reset (;34;) (type 10)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 1232
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
    (func $alloc (;35;) (type 1) (param i32) (result i32)
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
    (func $"give away" (;36;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call 6
      local.tee 1
      i32.const 1
      i32.store offset=16
      local.get 1
      global.get 10
      i32.store offset=20
      local.get 1
      global.set 10
      local.get 0
      call 7
      local.get 1
    )
    (func $"encode handle" (;37;) (type 11) (param i32 i32)
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
    (func $rpc-error (;38;) (type 10)
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
    (func $"free given away" (;39;) (type 10)
      (local i32)
      block ;; label = @1
        loop ;; label = @2
          global.get 10
          local.tee 0
          i32.eqz
          br_if 1 (;@1;)
          local.get 0
          i32.load offset=20
          global.set 10
          local.get 0
          call $"free resource"
          br 0 (;@2;)
        end
      end
    )
    (func $"answer with one result" (;40;) (type 4) (result i32)
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
    (func $node (;41;) (type 0) (param i32 i32) (result i32)
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
    (func $"decode handle" (;42;) (type 1) (param i32) (result i32)
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
    (func $"take nodes" (;43;) (type 12) (param i64) (result i32)
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
    (func $"encode list 5" (;44;) (type 13) (param i32 i32 i32)
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
          i32.load
          call $"give away"
          local.get 3
          call $"encode handle"
          local.get 0
          i32.const 4
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
    (func $"decode list 13" (;45;) (type 11) (param i32 i32)
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
      i32.const 4
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
          i32.const 21
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
          i32.const 1
          call $"defer handle"
          local.get 4
          i32.const 4
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
    (func $"connect handles" (;46;) (type 10)
      (local i32 i32 i32)
      global.get 16
      i32.const 0
      i32.store
      i32.const 0
      i32.load
      local.set 0
      block ;; label = @1
        loop ;; label = @2
          local.get 0
          i32.eqz
          br_if 1 (;@1;)
          local.get 0
          i32.load offset=4
          call $"decode handle"
          local.set 1
          local.get 0
          i32.load offset=12
          local.set 2
          block ;; label = @3
            block ;; label = @4
              block ;; label = @5
                block ;; label = @6
                  local.get 2
                  br_table 0 (;@6;) 1 (;@5;) 2 (;@4;) 2 (;@4;)
                end
                local.get 1
                call 4
                local.set 1
                br 2 (;@3;)
              end
              local.get 1
              call 3
              local.set 1
              br 1 (;@3;)
            end
            local.get 1
            call 8
            local.set 1
            br 0 (;@3;)
          end
          local.get 0
          i32.load offset=8
          local.get 1
          i32.store
          local.get 0
          i32.load
          local.set 0
          br 0 (;@2;)
        end
      end
    )
    (func $"free resource" (;47;) (type 3) (param i32)
      local.get 0
      i32.load
      call 5
      local.get 0
      call $"free block"
    )
    (func $"encode record 8" (;48;) (type 5) (param i32 i32 i32 i32)
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
      i32.const 10
      i32.store8 offset=24
      local.get 4
      local.get 2
      i32.store offset=32
    )
    (func $"answer without result" (;49;) (type 10)
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
    (func $"decode list 14" (;50;) (type 11) (param i32 i32)
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
      i32.const 12
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
          call $"decode record 8"
          local.get 4
          i32.const 12
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
    (func $"drop resource" (;51;) (type 13) (param i32 i32 i32)
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
    (func $"decode result 18" (;52;) (type 11) (param i32 i32)
      local.get 1
      local.get 0
      i32.load8_u offset=8
      i32.store8
      local.get 0
      i32.load8_u offset=8
      if ;; label = @1
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
        i32.const 20
        call $node
        i64.load offset=8 align=4
        i64.store offset=4 align=4
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          call $"protocol error: missing or unexpected payload of a case in the response"
          unreachable
        end
        local.get 0
        i32.load offset=16
        i32.const 21
        call $node
        local.get 1
        i32.const 4
        i32.add
        i32.const 2
        call $"defer handle"
      end
    )
    (func $"out of memory" (;53;) (type 10)
      unreachable
    )
    (func $"block bits" (;54;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;55;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;56;) (type 11) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;57;) (type 10)
      i32.const 874
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;58;) (type 10)
      i32.const 892
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;59;) (type 10)
      i32.const 902
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;60;) (type 10)
      i32.const 915
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;61;) (type 10)
      i32.const 874
      i32.const 940
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;62;) (type 10)
      i32.const 874
      i32.const 983
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;63;) (type 10)
      i32.const 874
      i32.const 1023
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;64;) (type 3) (param i32)
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
    (func $"fill iota" (;65;) (type 11) (param i32 i32)
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
    (func $"protocol error: the nodes of the response are not a tree" (;66;) (type 10)
      i32.const 874
      i32.const 1067
      i32.const 40
      call $report
      unreachable
    )
    (func $"defer handle" (;67;) (type 13) (param i32 i32 i32)
      (local i32)
      i32.const 16
      call $alloc
      local.set 3
      local.get 3
      local.get 0
      i32.store offset=4
      local.get 3
      local.get 1
      i32.store offset=8
      local.get 3
      local.get 2
      i32.store offset=12
      global.get 16
      local.get 3
      i32.store
      local.get 3
      global.set 16
    )
    (func $"free block" (;68;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $"decode record 8" (;69;) (type 11) (param i32 i32)
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
      i32.const 10
      call $node
      i32.load offset=8
      i32.store offset=8
    )
    (func $"protocol error: missing or unexpected payload of a case in the response" (;70;) (type 10)
      i32.const 874
      i32.const 1111
      i32.const 55
      call $report
      unreachable
    )
    (func $report (;71;) (type 13) (param i32 i32 i32)
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
      i32.const 1170
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1184
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 1192
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 1205
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 1211
      i32.const 1
      call $append
      local.set 6
      call 9
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
        call 10
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
    (func $append (;72;) (type 9) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 200) "%\00\00\00test:resources/shop@0.3.0.{check-out} \00\00\00test:resources/shop@0.3.0.{peek} \00\00\00test:resources/shop@0.3.0.{many}$\00\00\00test:resources/shop@0.3.0.{cart.new}$\00\00\00test:resources/shop@0.3.0.{cart.add}&\00\00\00test:resources/shop@0.3.0.{cart.items}&\00\00\00test:resources/shop@0.3.0.{cart.total}&\00\00\00test:resources/shop@0.3.0.{cart.merge}(\00\00\00test:resources/shop@0.3.0.{cart.compare}%\00\00\00test:resources/shop@0.3.0.{cart.drop}(\00\00\00test:resources/shop@0.3.0.{receipt.text}(\00\00\00test:resources/shop@0.3.0.{receipt.cart}(\00\00\00test:resources/shop@0.3.0.{receipt.drop}'\00\00\00test:resources/shop@0.3.0.{account.new}+\00\00\00test:resources/shop@0.3.0.{account.balance}(\00\00\00test:resources/shop@0.3.0.{account.drop}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response(\00\00\00the nodes of the response are not a tree7\00\00\00missing or unexpected payload of a case in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a\00\00\00\00\00\00\00\00\01\00\00\00\02\00\00\00")
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
    (table (;0;) 7 7 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
    (export "6" (func 6))
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
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;7;)))
  (alias export 1 "item" (type (;8;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;9;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "4" (core func (;1;)))
  (type (;10;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "5" (core func (;2;)))
  (type (;11;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "6" (core func (;3;)))
  (type (;12;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "0" (core func (;4;)))
  (alias core export 0 "1" (core func (;5;)))
  (alias export 0 "wasm-rpc" (type (;13;)))
  (core func (;6;) (canon resource.drop 13))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 4))
    (export "[method]wasm-rpc.invoke-and-await" (func 5))
    (export "wasm-rpc_drop" (func 6))
  )
  (core func (;7;) (canon resource.new 9))
  (core func (;8;) (canon resource.new 11))
  (core func (;9;) (canon resource.new 10))
  (core func (;10;) (canon resource.rep 10))
  (core func (;11;) (canon resource.drop 10))
  (core func (;12;) (canon resource.new 12))
  (core instance (;2;)
    (export "shop_new" (func 7))
    (export "receipt_new" (func 8))
    (export "cart_new" (func 9))
    (export "cart_rep" (func 10))
    (export "cart_drop" (func 11))
    (export "account_new" (func 12))
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
    (import "shim" "$imports" (table (;0;) 7 7 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5 6)
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
  (alias core export 5 "6" (core func (;19;)))
  (alias core export 5 "14" (core func (;20;)))
  (alias core export 5 "18" (core func (;21;)))
  (alias core export 5 "22" (core func (;22;)))
  (core instance (;6;)
    (export "0" (func 15))
    (export "1" (func 17))
    (export "2" (func 18))
    (export "3" (func 19))
    (export "4" (func 20))
    (export "5" (func 21))
    (export "6" (func 22))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;14;) (own 9))
  (type (;15;) (func (param "location" 7) (result 14)))
  (alias core export 5 "1" (core func (;23;)))
  (func (;4;) (type 15) (canon lift (core func 23) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;16;) (borrow 9))
  (type (;17;) (own 10))
  (type (;18;) (own 11))
  (type (;19;) (func (param "self" 16) (param "c" 17) (result 18)))
  (alias core export 5 "2" (core func (;24;)))
  (func (;5;) (type 19) (canon lift (core func 24)))
  (type (;20;) (borrow 10))
  (type (;21;) (func (param "self" 16) (param "c" 20) (result u32)))
  (alias core export 5 "3" (core func (;25;)))
  (func (;6;) (type 21) (canon lift (core func 25)))
  (type (;22;) (list 17))
  (type (;23;) (list 18))
  (type (;24;) (func (param "self" 16) (param "cs" 22) (param "n" u8) (result 23)))
  (alias core export 5 "4" (core func (;26;)))
  (alias core export 5 "5" (core func (;27;)))
  (func (;7;) (type 24) (canon lift (core func 26) (memory 0) (realloc 16) (post-return 27)))
  (type (;25;) (func (param "location" 7) (param "user" string) (result 17)))
  (alias core export 5 "7" (core func (;28;)))
  (func (;8;) (type 25) (canon lift (core func 28) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;26;) (func (param "self" 20) (param "x" 8)))
  (alias core export 5 "8" (core func (;29;)))
  (func (;9;) (type 26) (canon lift (core func 29) (memory 0) (realloc 16) string-encoding=utf8))
  (type (;27;) (list 8))
  (type (;28;) (func (param "self" 20) (result 27)))
  (alias core export 5 "9" (core func (;30;)))
  (alias core export 5 "10" (core func (;31;)))
  (func (;10;) (type 28) (canon lift (core func 30) (memory 0) string-encoding=utf8 (post-return 31)))
  (type (;29;) (func (param "self" 20) (result f32)))
  (alias core export 5 "11" (core func (;32;)))
  (func (;11;) (type 29) (canon lift (core func 32)))
  (type (;30;) (func (param "self" 20) (param "other" 17) (result u32)))
  (alias core export 5 "12" (core func (;33;)))
  (func (;12;) (type 30) (canon lift (core func 33)))
  (type (;31;) (func (param "self" 20) (param "other" 20) (result bool)))
  (alias core export 5 "13" (core func (;34;)))
  (func (;13;) (type 31) (canon lift (core func 34)))
  (type (;32;) (borrow 11))
  (type (;33;) (func (param "self" 32) (result string)))
  (alias core export 5 "15" (core func (;35;)))
  (alias core export 5 "16" (core func (;36;)))
  (func (;14;) (type 33) (canon lift (core func 35) (memory 0) string-encoding=utf8 (post-return 36)))
  (type (;34;) (func (param "self" 32) (result 17)))
  (alias core export 5 "17" (core func (;37;)))
  (func (;15;) (type 34) (canon lift (core func 37)))
  (type (;35;) (own 12))
  (type (;36;) (result 35 (error string)))
  (type (;37;) (func (param "location" 7) (param "name" string) (result 36)))
  (alias core export 5 "19" (core func (;38;)))
  (alias core export 5 "20" (core func (;39;)))
  (func (;16;) (type 37) (canon lift (core func 38) (memory 0) (realloc 16) string-encoding=utf8 (post-return 39)))
  (type (;38;) (borrow 12))
  (type (;39;) (func (param "self" 38) (result s64)))
  (alias core export 5 "21" (core func (;40;)))
  (func (;17;) (type 39) (canon lift (core func 40)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (record (field "id" string) (field "count" u32)))
    (import "i1" (type (;3;) (eq 2)))
    (import "i2" (type (;4;) (sub resource)))
    (import "i3" (type (;5;) (sub resource)))
    (import "i4" (type (;6;) (sub resource)))
    (import "i5" (type (;7;) (sub resource)))
    (import "i6" (type (;8;) (eq 1)))
    (type (;9;) (own 4))
    (type (;10;) (func (param "location" 8) (result 9)))
    (import "i7" (func (;0;) (type 10)))
    (type (;11;) (borrow 4))
    (type (;12;) (own 5))
    (type (;13;) (own 6))
    (type (;14;) (func (param "self" 11) (param "c" 12) (result 13)))
    (import "i8" (func (;1;) (type 14)))
    (type (;15;) (borrow 5))
    (type (;16;) (func (param "self" 11) (param "c" 15) (result u32)))
    (import "i9" (func (;2;) (type 16)))
    (type (;17;) (list 12))
    (type (;18;) (list 13))
    (type (;19;) (func (param "self" 11) (param "cs" 17) (param "n" u8) (result 18)))
    (import "i10" (func (;3;) (type 19)))
    (type (;20;) (func (param "location" 8) (param "user" string) (result 12)))
    (import "i11" (func (;4;) (type 20)))
    (import "i12" (type (;21;) (eq 3)))
    (type (;22;) (func (param "self" 15) (param "x" 21)))
    (import "i13" (func (;5;) (type 22)))
    (type (;23;) (list 21))
    (type (;24;) (func (param "self" 15) (result 23)))
    (import "i14" (func (;6;) (type 24)))
    (type (;25;) (func (param "self" 15) (result f32)))
    (import "i15" (func (;7;) (type 25)))
    (type (;26;) (func (param "self" 15) (param "other" 12) (result u32)))
    (import "i16" (func (;8;) (type 26)))
    (type (;27;) (func (param "self" 15) (param "other" 15) (result bool)))
    (import "i17" (func (;9;) (type 27)))
    (type (;28;) (borrow 6))
    (type (;29;) (func (param "self" 28) (result string)))
    (import "i18" (func (;10;) (type 29)))
    (type (;30;) (func (param "self" 28) (result 12)))
    (import "i19" (func (;11;) (type 30)))
    (type (;31;) (own 7))
    (type (;32;) (result 31 (error string)))
    (type (;33;) (func (param "location" 8) (param "name" string) (result 32)))
    (import "i20" (func (;12;) (type 33)))
    (type (;34;) (borrow 7))
    (type (;35;) (func (param "self" 34) (result s64)))
    (import "i21" (func (;13;) (type 35)))
    (export (;36;) "uri" (type 1))
    (export (;37;) "item" (type 3))
    (export (;38;) "shop" (type 4))
    (export (;39;) "cart" (type 5))
    (export (;40;) "receipt" (type 6))
    (export (;41;) "account" (type 7))
    (type (;42;) (own 38))
    (type (;43;) (func (param "location" 36) (result 42)))
    (export (;14;) "[constructor]shop" (func 0) (func (type 43)))
    (type (;44;) (borrow 38))
    (type (;45;) (own 39))
    (type (;46;) (own 40))
    (type (;47;) (func (param "self" 44) (param "c" 45) (result 46)))
    (export (;15;) "[method]shop.check-out" (func 1) (func (type 47)))
    (type (;48;) (borrow 39))
    (type (;49;) (func (param "self" 44) (param "c" 48) (result u32)))
    (export (;16;) "[method]shop.peek" (func 2) (func (type 49)))
    (type (;50;) (list 45))
    (type (;51;) (list 46))
    (type (;52;) (func (param "self" 44) (param "cs" 50) (param "n" u8) (result 51)))
    (export (;17;) "[method]shop.many" (func 3) (func (type 52)))
    (type (;53;) (func (param "location" 36) (param "user" string) (result 45)))
    (export (;18;) "[constructor]cart" (func 4) (func (type 53)))
    (type (;54;) (func (param "self" 48) (param "x" 37)))
    (export (;19;) "[method]cart.add" (func 5) (func (type 54)))
    (type (;55;) (list 37))
    (type (;56;) (func (param "self" 48) (result 55)))
    (export (;20;) "[method]cart.items" (func 6) (func (type 56)))
    (type (;57;) (func (param "self" 48) (result f32)))
    (export (;21;) "[method]cart.total" (func 7) (func (type 57)))
    (type (;58;) (func (param "self" 48) (param "other" 45) (result u32)))
    (export (;22;) "[method]cart.merge" (func 8) (func (type 58)))
    (type (;59;) (func (param "self" 48) (param "other" 48) (result bool)))
    (export (;23;) "[method]cart.compare" (func 9) (func (type 59)))
    (type (;60;) (borrow 40))
    (type (;61;) (func (param "self" 60) (result string)))
    (export (;24;) "[method]receipt.text" (func 10) (func (type 61)))
    (type (;62;) (func (param "self" 60) (result 45)))
    (export (;25;) "[method]receipt.cart" (func 11) (func (type 62)))
    (type (;63;) (own 41))
    (type (;64;) (result 63 (error string)))
    (type (;65;) (func (param "location" 36) (param "name" string) (result 64)))
    (export (;26;) "[constructor]account" (func 12) (func (type 65)))
    (type (;66;) (borrow 41))
    (type (;67;) (func (param "self" 66) (result s64)))
    (export (;27;) "[method]account.balance" (func 13) (func (type 67)))
  )
  (instance (;5;) (instantiate 0
      (with "i7" (func 4))
      (with "i8" (func 5))
      (with "i9" (func 6))
      (with "i10" (func 7))
      (with "i11" (func 8))
      (with "i13" (func 9))
      (with "i14" (func 10))
      (with "i15" (func 11))
      (with "i16" (func 12))
      (with "i17" (func 13))
      (with "i18" (func 14))
      (with "i19" (func 15))
      (with "i20" (func 16))
      (with "i21" (func 17))
      (with "i0" (type 7))
      (with "i1" (type 8))
      (with "i2" (type 9))
      (with "i3" (type 10))
      (with "i4" (type 11))
      (with "i5" (type 12))
      (with "i6" (type 7))
      (with "i12" (type 8))
    )
  )
  (export (;6;) "test:resources-stub/stub-resources@0.3.0" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
