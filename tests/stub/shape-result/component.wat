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
      (type (;0;) (enum "unknown" "closed"))
      (export (;1;) "refusal" (type (eq 0)))
    )
  )
  (import "test:shape-result/bank" (instance (;1;) (type 1)))
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (type (;4;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;5;) (func (param i32 i32 i32) (result i32)))
    (type (;6;) (func (param i32 i32 i64) (result i32)))
    (type (;7;) (func))
    (type (;8;) (func (param i64) (result i32)))
    (type (;9;) (func (param i32 i32 i32)))
    (type (;10;) (func (param i32 i32)))
    (type (;11;) (func (result i32)))
    (type (;12;) (func (result i32 i32)))
    (type (;13;) (func (param i32 i32) (result i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "bank_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3) (param i32)))
    (import "1" "desk_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "1" "account_rep" (func (;5;) (type 1) (param i32) (result i32)))
    (import "1" "account_drop" (func (;6;) (type 3) (param i32)))
    (import "1" "account_new" (func (;7;) (type 1) (param i32) (result i32)))
    (import "1" "card_new" (func (;8;) (type 1) (param i32) (result i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 1160)
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
    (export "1" (func $"connect bank"))
    (export "2" (func $"test:shape-result/bank.{audit}"))
    (export "3" (func $post-return))
    (export "4" (func $"test:shape-result/bank.{ping}"))
    (export "5" (func $post-return))
    (export "6" (func $"test:shape-result/bank.{open}"))
    (export "7" (func $post-return))
    (export "8" (func $"drop bank"))
    (export "9" (func $"test:shape-result/bank.{account.new}"))
    (export "10" (func $post-return))
    (export "11" (func $"test:shape-result/bank.{account.balance}"))
    (export "12" (func $post-return))
    (export "13" (func $"test:shape-result/bank.{account.pay}"))
    (export "14" (func $post-return))
    (export "15" (func $"test:shape-result/bank.{account.close}"))
    (export "16" (func $post-return))
    (export "17" (func $"test:shape-result/bank.{account.drop}"))
    (export "18" (func $"test:shape-result/bank.{card.new}"))
    (export "19" (func $post-return))
    (export "20" (func $"test:shape-result/bank.{card.number}"))
    (export "21" (func $post-return))
    (export "22" (func $"test:shape-result/bank.{card.drop}"))
    (export "23" (func $"test:shape-result/bank.{desk.new}"))
    (export "24" (func $post-return))
    (export "25" (func $"test:shape-result/bank.{desk.next}"))
    (export "26" (func $post-return))
    (export "27" (func $"test:shape-result/bank.{desk.best}"))
    (export "28" (func $post-return))
    (export "29" (func $"test:shape-result/bank.{desk.count}"))
    (export "30" (func $post-return))
    (export "31" (func $"test:shape-result/bank.{desk.drop}"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;9;) (type 4) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect bank" (;10;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:shape-result/bank.{audit}" (;11;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.const 204
      i32.const 30
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 12"
      local.get 3
    )
    (func $post-return (;12;) (type 3) (param i32)
      call $reset
    )
    (func $"test:shape-result/bank.{ping}" (;13;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 1
      i32.const 238
      i32.const 29
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 14"
      local.get 3
    )
    (func $"test:shape-result/bank.{open}" (;14;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i64 i32 i32)
      local.get 0
      i32.load
      local.set 3
      local.get 2
      i64.extend_i32_u
      i64.const 1
      i64.add
      local.tee 5
      call $"take nodes"
      local.set 6
      local.get 1
      local.get 2
      local.get 6
      call $"encode list 3"
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      local.get 5
      i32.wrap_i64
      i32.store offset=4
      local.get 3
      i32.const 271
      i32.const 29
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 7
      call $"answer as result 18"
      local.get 7
    )
    (func $"drop bank" (;15;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:shape-result/bank.{account.new}" (;16;) (type 4) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
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
      local.get 6
      i32.const 304
      i32.const 36
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 8
      call $"answer as result 19"
      local.get 6
      call 3
      local.get 8
    )
    (func $"test:shape-result/bank.{account.balance}" (;17;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
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
      local.get 1
      i32.const 344
      i32.const 40
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 24
      call $alloc
      local.tee 3
      call $"answer as result 21"
      local.get 3
    )
    (func $"test:shape-result/bank.{account.pay}" (;18;) (type 6) (param i32 i32 i64) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 72
      call $alloc
      local.set 4
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      local.get 4
      call $"encode handle"
      local.get 1
      local.get 4
      i32.const 24
      i32.add
      call $"encode handle"
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 4
      i32.const 11
      i32.store8 offset=48
      local.get 4
      local.get 2
      i64.store offset=56
      i32.const 192
      local.get 4
      i32.const 48
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 3
      i32.const 388
      i32.const 36
      i32.const 176
      i32.const 3
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 5
      call $"answer as result 23"
      local.get 5
    )
    (func $"test:shape-result/bank.{account.close}" (;19;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
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
      local.get 1
      i32.const 428
      i32.const 38
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 12"
      local.get 3
    )
    (func $"test:shape-result/bank.{account.drop}" (;20;) (type 3) (param i32)
      local.get 0
      i32.const 470
      i32.const 37
      call $"drop resource"
    )
    (func $"test:shape-result/bank.{card.new}" (;21;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 3
      local.get 1
      local.tee 4
      call 0
      local.set 5
      i32.const 24
      call $alloc
      local.set 6
      local.get 2
      local.get 6
      call $"encode handle"
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 5
      i32.const 511
      i32.const 33
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 7
      call $"answer as result 26"
      local.get 5
      call 3
      local.get 7
    )
    (func $"test:shape-result/bank.{card.number}" (;22;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
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
      local.get 1
      i32.const 548
      i32.const 36
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 27"
      local.get 3
    )
    (func $"test:shape-result/bank.{card.drop}" (;23;) (type 3) (param i32)
      local.get 0
      i32.const 588
      i32.const 34
      call $"drop resource"
    )
    (func $"test:shape-result/bank.{desk.new}" (;24;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 4
      i32.const 626
      i32.const 33
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 6
      call $"answer as result 29"
      local.get 4
      call 3
      local.get 6
    )
    (func $"test:shape-result/bank.{desk.next}" (;25;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
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
      local.get 1
      i32.const 663
      i32.const 34
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 31"
      local.get 3
    )
    (func $"test:shape-result/bank.{desk.best}" (;26;) (type 4) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32 i64 i32 i32)
      local.get 0
      local.tee 4
      local.get 1
      local.tee 5
      call 0
      local.set 6
      local.get 3
      i64.extend_i32_u
      i64.const 1
      i64.add
      local.tee 8
      call $"take nodes"
      local.set 9
      local.get 2
      local.get 3
      local.get 9
      call $"encode list 9"
      i32.const 176
      local.get 9
      i32.store
      i32.const 176
      local.get 8
      i32.wrap_i64
      i32.store offset=4
      local.get 6
      i32.const 701
      i32.const 34
      i32.const 176
      i32.const 1
      i32.const 8
      call 2
      call $"free given away"
      i32.const 16
      call $alloc
      local.tee 10
      call $"answer as result 33"
      local.get 6
      call 3
      local.get 10
    )
    (func $"test:shape-result/bank.{desk.count}" (;27;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 4
      i32.const 739
      i32.const 35
      i32.const 176
      i32.const 0
      i32.const 8
      call 2
      i32.const 16
      call $alloc
      local.tee 6
      call $"answer as result 35"
      local.get 4
      call 3
      local.get 6
    )
    (func $"test:shape-result/bank.{desk.drop}" (;28;) (type 3) (param i32)
      local.get 0
      i32.const 778
      i32.const 34
      call $"drop resource"
    )
    (func $resize (;29;) (type 5) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;30;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;31;) (type 5) (param i32 i32 i32) (result i32)
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
    (func $reset (;32;) (type 7)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 1160
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
    (func $alloc (;33;) (type 1) (param i32) (result i32)
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
    (func $"answer as result 12" (;34;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 12"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 14" (;35;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 14"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"take nodes" (;36;) (type 8) (param i64) (result i32)
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
    (func $"encode list 3" (;37;) (type 9) (param i32 i32 i32)
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
          i32.const 20
          i32.store8
          local.get 3
          local.get 0
          i64.load align=4
          i64.store offset=8 align=4
          local.get 0
          i32.const 8
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
    (func $"answer as result 18" (;38;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 18"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"free resource" (;39;) (type 3) (param i32)
      local.get 0
      i32.load
      call 3
      local.get 0
      call $"free block"
    )
    (func $"answer as result 19" (;40;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 19"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"encode handle" (;41;) (type 10) (param i32 i32)
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
    (func $"answer as result 21" (;42;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 8
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 21"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 8
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 23" (;43;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 23"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"drop resource" (;44;) (type 9) (param i32 i32 i32)
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
    (func $"answer as result 26" (;45;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 26"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 27" (;46;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 27"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 29" (;47;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 29"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 31" (;48;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 31"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"encode list 9" (;49;) (type 9) (param i32 i32 i32)
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
    (func $"free given away" (;50;) (type 7)
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
    (func $"answer as result 33" (;51;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 33"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"answer as result 35" (;52;) (type 3) (param i32)
      (local i32)
      i32.const 8
      i32.load8_u
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 0
        i32.const 4
        i32.add
        i32.const 12
        i32.const 12
        memory.copy
        return
      end
      local.get 0
      call $"value as result 35"
      local.tee 1
      if ;; label = @1
        local.get 0
        i32.const 1
        i32.store8
        local.get 1
        local.get 0
        i32.const 4
        i32.add
        call $"malformed answer"
      end
    )
    (func $"out of memory" (;53;) (type 7)
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
    (func $"heap free" (;56;) (type 10) (param i32 i32)
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
    (func $"value as result 12" (;57;) (type 1) (param i32) (result i32)
      (local i32)
      call $"answer without result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"malformed answer" (;58;) (type 10) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 0
      i32.store8
      local.get 0
      i32.const 1
      i32.sub
      local.set 2
      block ;; label = @1
        block ;; label = @2
          block ;; label = @3
            block ;; label = @4
              block ;; label = @5
                block ;; label = @6
                  block ;; label = @7
                    block ;; label = @8
                      block ;; label = @9
                        local.get 2
                        br_table 0 (;@9;) 1 (;@8;) 2 (;@7;) 3 (;@6;) 4 (;@5;) 5 (;@4;) 6 (;@3;) 7 (;@2;) 7 (;@2;)
                      end
                      local.get 1
                      i32.const 816
                      i32.store offset=4
                      local.get 1
                      i32.const 36
                      i32.store offset=8
                      br 7 (;@1;)
                    end
                    local.get 1
                    i32.const 856
                    i32.store offset=4
                    local.get 1
                    i32.const 39
                    i32.store offset=8
                    br 6 (;@1;)
                  end
                  local.get 1
                  i32.const 899
                  i32.store offset=4
                  local.get 1
                  i32.const 40
                  i32.store offset=8
                  br 5 (;@1;)
                end
                local.get 1
                i32.const 943
                i32.store offset=4
                local.get 1
                i32.const 28
                i32.store offset=8
                br 4 (;@1;)
              end
              local.get 1
              i32.const 975
              i32.store offset=4
              local.get 1
              i32.const 40
              i32.store offset=8
              br 3 (;@1;)
            end
            local.get 1
            i32.const 1019
            i32.store offset=4
            local.get 1
            i32.const 55
            i32.store offset=8
            br 2 (;@1;)
          end
          local.get 1
          i32.const 1078
          i32.store offset=4
          local.get 1
          i32.const 28
          i32.store offset=8
          br 1 (;@1;)
        end
        local.get 1
        i32.const 1110
        i32.store offset=4
        local.get 1
        i32.const 35
        i32.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"value as result 14" (;59;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call $"answer with one result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.const 19
      call $node
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.load8_u offset=8
      i32.store8 offset=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"fill iota" (;60;) (type 10) (param i32 i32)
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
    (func $"value as result 18" (;61;) (type 1) (param i32) (result i32)
      (local i32 i32)
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 5
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode list 17"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      call $"connect handles"
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"free block" (;62;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $"value as result 19" (;63;) (type 1) (param i32) (result i32)
      (local i32 i32)
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 7
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode result 16"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      call $"connect handles"
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 21" (;64;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call $"answer with one result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.const 15
      call $node
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i64.load offset=8
      i64.store offset=8
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 23" (;65;) (type 1) (param i32) (result i32)
      (local i32 i32)
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 7
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode result 22"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 26" (;66;) (type 1) (param i32) (result i32)
      (local i32 i32)
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 7
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode result 25"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      call $"connect handles"
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 27" (;67;) (type 1) (param i32) (result i32)
      (local i32 i32)
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 0
      local.get 1
      i32.const 20
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      i64.load offset=8 align=4
      i64.store offset=4 align=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 29" (;68;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call $"answer with one result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.const 21
      call $node
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      call $"decode handle"
      call 4
      i32.store offset=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 31" (;69;) (type 1) (param i32) (result i32)
      (local i32 i32)
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 6
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode option 30"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      call $"connect handles"
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"give away" (;70;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call 5
      local.tee 1
      i32.const 1
      i32.store offset=16
      local.get 1
      global.get 10
      i32.store offset=20
      local.get 1
      global.set 10
      local.get 0
      call 6
      local.get 1
    )
    (func $"value as result 33" (;71;) (type 1) (param i32) (result i32)
      (local i32 i32)
      i32.const 0
      global.set 16
      call $"answer with one result"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.set 1
      local.get 1
      i32.const 7
      call $node
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      local.get 0
      i32.const 4
      i32.add
      call $"decode result 32"
      local.tee 2
      if ;; label = @1
        local.get 2
        return
      end
      call $"connect handles"
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"value as result 35" (;72;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call $"answer with one result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.const 10
      call $node
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.load offset=8
      i32.store offset=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"answer without result" (;73;) (type 11) (result i32)
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
        i32.const 2
        return
      end
      local.get 0
      i32.load8_u
      i32.const 4
      i32.ne
      if ;; label = @1
        i32.const 1
        return
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
      i32.load offset=12
      if ;; label = @1
        i32.const 5
        return
      end
      i32.const 0
    )
    (func $"answer with one result" (;74;) (type 12) (result i32 i32)
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
        i32.const 0
        i32.const 2
        return
      end
      local.get 0
      i32.load8_u
      i32.const 4
      i32.ne
      if ;; label = @1
        i32.const 0
        i32.const 1
        return
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        i32.const 0
        i32.const 5
        return
      end
      local.get 0
      i32.load offset=8
      i32.load
      i32.const 0
    )
    (func $node (;75;) (type 13) (param i32 i32) (result i32 i32)
      local.get 0
      global.get 8
      i32.ge_u
      if ;; label = @1
        i32.const 0
        i32.const 2
        return
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
        i32.const 0
        local.get 0
        call $"wrong node"
        return
      end
      local.get 0
      i32.const 22
      i32.store8
      local.get 0
      i32.const 0
    )
    (func $"decode list 17" (;76;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32 i32)
      local.get 0
      i32.load offset=12
      local.set 2
      local.get 2
      global.get 9
      i32.const 2
      i32.div_u
      i32.gt_u
      if ;; label = @1
        i32.const 3
        return
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
          local.get 5
          i32.load
          local.tee 6
          global.get 8
          i32.ge_u
          if ;; label = @3
            i32.const 2
            return
          end
          local.get 6
          i32.const 24
          i32.mul
          global.get 7
          i32.add
          local.tee 6
          i32.load8_u
          i32.const 7
          i32.ne
          if ;; label = @3
            local.get 6
            call $"wrong node"
            return
          end
          local.get 6
          i32.const 22
          i32.store8
          local.get 6
          local.get 4
          call $"decode result 16"
          local.tee 7
          if ;; label = @3
            local.get 7
            return
          end
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
      i32.const 0
    )
    (func $"connect handles" (;77;) (type 7)
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
                call 7
                local.set 1
                br 2 (;@3;)
              end
              local.get 1
              call 8
              local.set 1
              br 1 (;@3;)
            end
            local.get 1
            call 4
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
    (func $"decode result 16" (;78;) (type 0) (param i32 i32) (result i32)
      (local i32)
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
          i32.const 6
          return
        end
        local.get 0
        i32.load offset=16
        i32.const 2
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 4
        i32.add
        call $"decode enum 15"
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          i32.const 6
          return
        end
        local.get 0
        i32.load offset=16
        i32.const 21
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 4
        i32.add
        i32.const 0
        call $"defer handle"
      end
      i32.const 0
    )
    (func $"decode result 22" (;79;) (type 0) (param i32 i32) (result i32)
      (local i32)
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
          i32.const 6
          return
        end
        local.get 0
        i32.load offset=16
        i32.const 2
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 1
        i32.add
        call $"decode enum 15"
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
      else
        local.get 0
        i32.load8_u offset=12
        if ;; label = @2
          i32.const 6
          return
        end
      end
      i32.const 0
    )
    (func $"decode result 25" (;80;) (type 0) (param i32 i32) (result i32)
      (local i32)
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
          i32.const 6
          return
        end
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          i32.const 6
          return
        end
        local.get 0
        i32.load offset=16
        i32.const 21
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 4
        i32.add
        i32.const 1
        call $"defer handle"
      end
      i32.const 0
    )
    (func $"decode handle" (;81;) (type 1) (param i32) (result i32)
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
    (func $"decode option 30" (;82;) (type 0) (param i32 i32) (result i32)
      (local i32)
      local.get 1
      local.get 0
      i32.load8_u offset=8
      i32.store8
      local.get 0
      i32.load8_u offset=8
      if ;; label = @1
        local.get 0
        i32.load offset=12
        i32.const 21
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 4
        i32.add
        i32.const 0
        call $"defer handle"
      end
      i32.const 0
    )
    (func $"decode result 32" (;83;) (type 0) (param i32 i32) (result i32)
      (local i32)
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
          i32.const 6
          return
        end
        local.get 1
        local.get 0
        i32.load offset=16
        i32.const 20
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        i64.load offset=8 align=4
        i64.store offset=4 align=4
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          i32.const 6
          return
        end
        local.get 0
        i32.load offset=16
        i32.const 21
        call $node
        local.tee 2
        if ;; label = @2
          local.get 2
          return
        end
        local.get 1
        i32.const 4
        i32.add
        i32.const 0
        call $"defer handle"
      end
      i32.const 0
    )
    (func $"wrong node" (;84;) (type 1) (param i32) (result i32)
      local.get 0
      i32.load8_u
      i32.const 22
      i32.eq
      if ;; label = @1
        i32.const 3
        return
      end
      i32.const 1
    )
    (func $"decode enum 15" (;85;) (type 0) (param i32 i32) (result i32)
      local.get 0
      i32.load offset=8
      i32.const 2
      i32.ge_u
      if ;; label = @1
        i32.const 4
        return
      end
      local.get 1
      local.get 0
      i32.load offset=8
      i32.store8
      i32.const 0
    )
    (func $"defer handle" (;86;) (type 9) (param i32 i32 i32)
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
    (data (;0;) (i32.const 200) "\1e\00\00\00test:shape-result/bank.{audit}\1d\00\00\00test:shape-result/bank.{ping}\1d\00\00\00test:shape-result/bank.{open}$\00\00\00test:shape-result/bank.{account.new}(\00\00\00test:shape-result/bank.{account.balance}$\00\00\00test:shape-result/bank.{account.pay}&\00\00\00test:shape-result/bank.{account.close}%\00\00\00test:shape-result/bank.{account.drop}!\00\00\00test:shape-result/bank.{card.new}$\00\00\00test:shape-result/bank.{card.number}\22\00\00\00test:shape-result/bank.{card.drop}!\00\00\00test:shape-result/bank.{desk.new}\22\00\00\00test:shape-result/bank.{desk.next}\22\00\00\00test:shape-result/bank.{desk.best}#\00\00\00test:shape-result/bank.{desk.count}\22\00\00\00test:shape-result/bank.{desk.drop}$\00\00\00wrong type of a node in the response'\00\00\00node index out of range in the response(\00\00\00the nodes of the response are not a tree\1c\00\00\00unknown case in the response(\00\00\00wrong number of elements in the response7\00\00\00missing or unexpected payload of a case in the response\1c\00\00\00invalid char in the response#\00\00\00a list in the response is too large\00\00\00\00\00\00\00\00\00\00\00\01\00\00\00")
    (@producers
      (processed-by "wasm-rpc-stubgen" "…")
      (processed-by "wit-component" "…")
    )
  )
  (core module (;1;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
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
    (func (;2;) (type 2) (param i32)
      local.get 0
      i32.const 2
      call_indirect (type 2)
    )
    (func (;3;) (type 2) (param i32)
      local.get 0
      i32.const 3
      call_indirect (type 2)
    )
    (func (;4;) (type 2) (param i32)
      local.get 0
      i32.const 4
      call_indirect (type 2)
    )
    (func (;5;) (type 2) (param i32)
      local.get 0
      i32.const 5
      call_indirect (type 2)
    )
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;2;)))
  (alias export 0 "rpc-error" (type (;3;)))
  (alias export 1 "refusal" (type (;4;)))
  (alias core export 0 "2" (core func (;0;)))
  (type (;5;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "3" (core func (;1;)))
  (type (;6;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "4" (core func (;2;)))
  (type (;7;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "5" (core func (;3;)))
  (type (;8;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "0" (core func (;4;)))
  (alias core export 0 "1" (core func (;5;)))
  (alias export 0 "wasm-rpc" (type (;9;)))
  (core func (;6;) (canon resource.drop 9))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 4))
    (export "[method]wasm-rpc.invoke-and-await" (func 5))
    (export "wasm-rpc_drop" (func 6))
  )
  (core func (;7;) (canon resource.new 5))
  (core func (;8;) (canon resource.new 8))
  (core func (;9;) (canon resource.rep 6))
  (core func (;10;) (canon resource.drop 6))
  (core func (;11;) (canon resource.new 6))
  (core func (;12;) (canon resource.new 7))
  (core instance (;2;)
    (export "bank_new" (func 7))
    (export "desk_new" (func 8))
    (export "account_rep" (func 9))
    (export "account_drop" (func 10))
    (export "account_new" (func 11))
    (export "card_new" (func 12))
  )
  (core instance (;3;) (instantiate 0
      (with "0" (instance 1))
      (with "1" (instance 2))
    )
  )
  (alias core export 3 "cm32p2_memory" (core memory (;0;)))
  (core module (;2;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
    (import "actual" "0" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "actual" "1" (func (;1;) (type 1) (param i32 i32 i32 i32 i32 i32)))
    (import "actual" "2" (func (;2;) (type 2) (param i32)))
    (import "actual" "3" (func (;3;) (type 2) (param i32)))
    (import "actual" "4" (func (;4;) (type 2) (param i32)))
    (import "actual" "5" (func (;5;) (type 2) (param i32)))
    (import "shim" "$imports" (table (;0;) 6 6 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;0;)))
  (core func (;13;) (canon lower (func 0) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;1;)))
  (alias core export 3 "0" (core func (;14;)))
  (core func (;15;) (canon lower (func 1) (memory 0) (realloc 14) string-encoding=utf8))
  (alias core export 3 "8" (core func (;16;)))
  (alias core export 3 "17" (core func (;17;)))
  (alias core export 3 "22" (core func (;18;)))
  (alias core export 3 "31" (core func (;19;)))
  (core instance (;4;)
    (export "0" (func 13))
    (export "1" (func 15))
    (export "2" (func 16))
    (export "3" (func 17))
    (export "4" (func 18))
    (export "5" (func 19))
  )
  (core instance (;5;) (instantiate 2
      (with "actual" (instance 4))
      (with "shim" (instance 0))
    )
  )
  (type (;10;) (own 5))
  (type (;11;) (func (param "location" 2) (result 10)))
  (alias core export 3 "1" (core func (;20;)))
  (func (;2;) (type 11) (canon lift (core func 20) (memory 0) (realloc 14) string-encoding=utf8))
  (type (;12;) (borrow 5))
  (type (;13;) (result (error 3)))
  (type (;14;) (func (param "self" 12) (result 13)))
  (alias core export 3 "2" (core func (;21;)))
  (alias core export 3 "3" (core func (;22;)))
  (func (;3;) (type 14) (canon lift (core func 21) (memory 0) string-encoding=utf8 (post-return 22)))
  (type (;15;) (result bool (error 3)))
  (type (;16;) (func (param "self" 12) (result 15)))
  (alias core export 3 "4" (core func (;23;)))
  (alias core export 3 "5" (core func (;24;)))
  (func (;4;) (type 16) (canon lift (core func 23) (memory 0) string-encoding=utf8 (post-return 24)))
  (type (;17;) (list string))
  (type (;18;) (own 6))
  (type (;19;) (result 18 (error 4)))
  (type (;20;) (list 19))
  (type (;21;) (result 20 (error 3)))
  (type (;22;) (func (param "self" 12) (param "names" 17) (result 21)))
  (alias core export 3 "6" (core func (;25;)))
  (alias core export 3 "7" (core func (;26;)))
  (func (;5;) (type 22) (canon lift (core func 25) (memory 0) (realloc 14) string-encoding=utf8 (post-return 26)))
  (type (;23;) (result 19 (error 3)))
  (type (;24;) (func (param "location" 2) (param "name" string) (result 23)))
  (alias core export 3 "9" (core func (;27;)))
  (alias core export 3 "10" (core func (;28;)))
  (func (;6;) (type 24) (canon lift (core func 27) (memory 0) (realloc 14) string-encoding=utf8 (post-return 28)))
  (type (;25;) (borrow 6))
  (type (;26;) (result s64 (error 3)))
  (type (;27;) (func (param "self" 25) (result 26)))
  (alias core export 3 "11" (core func (;29;)))
  (alias core export 3 "12" (core func (;30;)))
  (func (;7;) (type 27) (canon lift (core func 29) (memory 0) string-encoding=utf8 (post-return 30)))
  (type (;28;) (result (error 4)))
  (type (;29;) (result 28 (error 3)))
  (type (;30;) (func (param "self" 25) (param "to" 25) (param "amount" u64) (result 29)))
  (alias core export 3 "13" (core func (;31;)))
  (alias core export 3 "14" (core func (;32;)))
  (func (;8;) (type 30) (canon lift (core func 31) (memory 0) string-encoding=utf8 (post-return 32)))
  (type (;31;) (func (param "self" 25) (result 13)))
  (alias core export 3 "15" (core func (;33;)))
  (alias core export 3 "16" (core func (;34;)))
  (func (;9;) (type 31) (canon lift (core func 33) (memory 0) string-encoding=utf8 (post-return 34)))
  (type (;32;) (own 7))
  (type (;33;) (result 32))
  (type (;34;) (result 33 (error 3)))
  (type (;35;) (func (param "location" 2) (param "of" 25) (result 34)))
  (alias core export 3 "18" (core func (;35;)))
  (alias core export 3 "19" (core func (;36;)))
  (func (;10;) (type 35) (canon lift (core func 35) (memory 0) (realloc 14) string-encoding=utf8 (post-return 36)))
  (type (;36;) (borrow 7))
  (type (;37;) (result string (error 3)))
  (type (;38;) (func (param "self" 36) (result 37)))
  (alias core export 3 "20" (core func (;37;)))
  (alias core export 3 "21" (core func (;38;)))
  (func (;11;) (type 38) (canon lift (core func 37) (memory 0) string-encoding=utf8 (post-return 38)))
  (type (;39;) (own 8))
  (type (;40;) (result 39 (error 3)))
  (type (;41;) (func (param "location" 2) (result 40)))
  (alias core export 3 "23" (core func (;39;)))
  (alias core export 3 "24" (core func (;40;)))
  (func (;12;) (type 41) (canon lift (core func 39) (memory 0) (realloc 14) string-encoding=utf8 (post-return 40)))
  (type (;42;) (borrow 8))
  (type (;43;) (option 18))
  (type (;44;) (result 43 (error 3)))
  (type (;45;) (func (param "self" 42) (result 44)))
  (alias core export 3 "25" (core func (;41;)))
  (alias core export 3 "26" (core func (;42;)))
  (func (;13;) (type 45) (canon lift (core func 41) (memory 0) string-encoding=utf8 (post-return 42)))
  (type (;46;) (list 18))
  (type (;47;) (result 18 (error string)))
  (type (;48;) (result 47 (error 3)))
  (type (;49;) (func (param "location" 2) (param "among" 46) (result 48)))
  (alias core export 3 "27" (core func (;43;)))
  (alias core export 3 "28" (core func (;44;)))
  (func (;14;) (type 49) (canon lift (core func 43) (memory 0) (realloc 14) string-encoding=utf8 (post-return 44)))
  (type (;50;) (result u32 (error 3)))
  (type (;51;) (func (param "location" 2) (result 50)))
  (alias core export 3 "29" (core func (;45;)))
  (alias core export 3 "30" (core func (;46;)))
  (func (;15;) (type 51) (canon lift (core func 45) (memory 0) (realloc 14) string-encoding=utf8 (post-return 46)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (variant (case "protocol-error" string) (case "denied" string) (case "not-found" string) (case "remote-internal-error" string)))
    (import "i1" (type (;3;) (eq 2)))
    (type (;4;) (enum "unknown" "closed"))
    (import "i2" (type (;5;) (eq 4)))
    (import "i3" (type (;6;) (sub resource)))
    (import "i4" (type (;7;) (sub resource)))
    (import "i5" (type (;8;) (sub resource)))
    (import "i6" (type (;9;) (sub resource)))
    (import "i7" (type (;10;) (eq 1)))
    (type (;11;) (own 6))
    (type (;12;) (func (param "location" 10) (result 11)))
    (import "i8" (func (;0;) (type 12)))
    (type (;13;) (borrow 6))
    (import "i9" (type (;14;) (eq 3)))
    (type (;15;) (result (error 14)))
    (type (;16;) (func (param "self" 13) (result 15)))
    (import "i10" (func (;1;) (type 16)))
    (type (;17;) (result bool (error 14)))
    (type (;18;) (func (param "self" 13) (result 17)))
    (import "i11" (func (;2;) (type 18)))
    (type (;19;) (list string))
    (type (;20;) (own 7))
    (import "i12" (type (;21;) (eq 5)))
    (type (;22;) (result 20 (error 21)))
    (type (;23;) (list 22))
    (type (;24;) (result 23 (error 14)))
    (type (;25;) (func (param "self" 13) (param "names" 19) (result 24)))
    (import "i13" (func (;3;) (type 25)))
    (type (;26;) (result 22 (error 14)))
    (type (;27;) (func (param "location" 10) (param "name" string) (result 26)))
    (import "i14" (func (;4;) (type 27)))
    (type (;28;) (borrow 7))
    (type (;29;) (result s64 (error 14)))
    (type (;30;) (func (param "self" 28) (result 29)))
    (import "i15" (func (;5;) (type 30)))
    (type (;31;) (result (error 21)))
    (type (;32;) (result 31 (error 14)))
    (type (;33;) (func (param "self" 28) (param "to" 28) (param "amount" u64) (result 32)))
    (import "i16" (func (;6;) (type 33)))
    (type (;34;) (func (param "self" 28) (result 15)))
    (import "i17" (func (;7;) (type 34)))
    (type (;35;) (own 8))
    (type (;36;) (result 35))
    (type (;37;) (result 36 (error 14)))
    (type (;38;) (func (param "location" 10) (param "of" 28) (result 37)))
    (import "i18" (func (;8;) (type 38)))
    (type (;39;) (borrow 8))
    (type (;40;) (result string (error 14)))
    (type (;41;) (func (param "self" 39) (result 40)))
    (import "i19" (func (;9;) (type 41)))
    (type (;42;) (own 9))
    (type (;43;) (result 42 (error 14)))
    (type (;44;) (func (param "location" 10) (result 43)))
    (import "i20" (func (;10;) (type 44)))
    (type (;45;) (borrow 9))
    (type (;46;) (option 20))
    (type (;47;) (result 46 (error 14)))
    (type (;48;) (func (param "self" 45) (result 47)))
    (import "i21" (func (;11;) (type 48)))
    (type (;49;) (list 20))
    (type (;50;) (result 20 (error string)))
    (type (;51;) (result 50 (error 14)))
    (type (;52;) (func (param "location" 10) (param "among" 49) (result 51)))
    (import "i22" (func (;12;) (type 52)))
    (type (;53;) (result u32 (error 14)))
    (type (;54;) (func (param "location" 10) (result 53)))
    (import "i23" (func (;13;) (type 54)))
    (export (;55;) "uri" (type 1))
    (export (;56;) "rpc-error" (type 3))
    (export (;57;) "refusal" (type 5))
    (export (;58;) "bank" (type 6))
    (export (;59;) "account" (type 7))
    (export (;60;) "card" (type 8))
    (export (;61;) "desk" (type 9))
    (type (;62;) (own 58))
    (type (;63;) (func (param "location" 55) (result 62)))
    (export (;14;) "[constructor]bank" (func 0) (func (type 63)))
    (type (;64;) (borrow 58))
    (type (;65;) (result (error 56)))
    (type (;66;) (func (param "self" 64) (result 65)))
    (export (;15;) "[method]bank.audit" (func 1) (func (type 66)))
    (type (;67;) (result bool (error 56)))
    (type (;68;) (func (param "self" 64) (result 67)))
    (export (;16;) "[method]bank.ping" (func 2) (func (type 68)))
    (type (;69;) (list string))
    (type (;70;) (own 59))
    (type (;71;) (result 70 (error 57)))
    (type (;72;) (list 71))
    (type (;73;) (result 72 (error 56)))
    (type (;74;) (func (param "self" 64) (param "names" 69) (result 73)))
    (export (;17;) "[method]bank.open" (func 3) (func (type 74)))
    (type (;75;) (result 71 (error 56)))
    (type (;76;) (func (param "location" 55) (param "name" string) (result 75)))
    (export (;18;) "[static]account.new" (func 4) (func (type 76)))
    (type (;77;) (borrow 59))
    (type (;78;) (result s64 (error 56)))
    (type (;79;) (func (param "self" 77) (result 78)))
    (export (;19;) "[method]account.balance" (func 5) (func (type 79)))
    (type (;80;) (result (error 57)))
    (type (;81;) (result 80 (error 56)))
    (type (;82;) (func (param "self" 77) (param "to" 77) (param "amount" u64) (result 81)))
    (export (;20;) "[method]account.pay" (func 6) (func (type 82)))
    (type (;83;) (func (param "self" 77) (result 65)))
    (export (;21;) "[method]account.close" (func 7) (func (type 83)))
    (type (;84;) (own 60))
    (type (;85;) (result 84))
    (type (;86;) (result 85 (error 56)))
    (type (;87;) (func (param "location" 55) (param "of" 77) (result 86)))
    (export (;22;) "[static]card.new" (func 8) (func (type 87)))
    (type (;88;) (borrow 60))
    (type (;89;) (result string (error 56)))
    (type (;90;) (func (param "self" 88) (result 89)))
    (export (;23;) "[method]card.number" (func 9) (func (type 90)))
    (type (;91;) (own 61))
    (type (;92;) (result 91 (error 56)))
    (type (;93;) (func (param "location" 55) (result 92)))
    (export (;24;) "[static]desk.new" (func 10) (func (type 93)))
    (type (;94;) (borrow 61))
    (type (;95;) (option 70))
    (type (;96;) (result 95 (error 56)))
    (type (;97;) (func (param "self" 94) (result 96)))
    (export (;25;) "[method]desk.next" (func 11) (func (type 97)))
    (type (;98;) (list 70))
    (type (;99;) (result 70 (error string)))
    (type (;100;) (result 99 (error 56)))
    (type (;101;) (func (param "location" 55) (param "among" 98) (result 100)))
    (export (;26;) "[static]desk.best" (func 12) (func (type 101)))
    (type (;102;) (result u32 (error 56)))
    (type (;103;) (func (param "location" 55) (result 102)))
    (export (;27;) "[static]desk.count" (func 13) (func (type 103)))
  )
  (instance (;2;) (instantiate 0
      (with "i8" (func 2))
      (with "i10" (func 3))
      (with "i11" (func 4))
      (with "i13" (func 5))
      (with "i14" (func 6))
      (with "i15" (func 7))
      (with "i16" (func 8))
      (with "i17" (func 9))
      (with "i18" (func 10))
      (with "i19" (func 11))
      (with "i20" (func 12))
      (with "i21" (func 13))
      (with "i22" (func 14))
      (with "i23" (func 15))
      (with "i0" (type 2))
      (with "i1" (type 3))
      (with "i2" (type 4))
      (with "i3" (type 5))
      (with "i4" (type 6))
      (with "i5" (type 7))
      (with "i6" (type 8))
      (with "i7" (type 2))
      (with "i9" (type 3))
      (with "i12" (type 4))
    )
  )
  (export (;3;) "test:shape-result-stub/stub-shape-result" (instance 2))
  (@producers
    (processed-by "wit-component" "…")
  )
)
