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
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
    (type (;3;) (func (param i32) (result i32)))
    (type (;4;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;5;) (func (param i32 i32 i32) (result i32)))
    (type (;6;) (func))
    (type (;7;) (func (param i32 i32)))
    (type (;8;) (func (param i32 i32 i32)))
    (type (;9;) (func (result i32 i32)))
    (type (;10;) (func (param i32 i32) (result i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;1;) (type 1) (param i32 i32 i32 i32 i32 i32)))
    (import "0" "wasm-rpc_drop" (func (;2;) (type 2) (param i32)))
    (import "1" "new_new" (func (;3;) (type 3) (param i32) (result i32)))
    (import "1" "a_new" (func (;4;) (type 3) (param i32) (result i32)))
    (import "1" "thing_new" (func (;5;) (type 3) (param i32) (result i32)))
    (import "1" "a-b_new" (func (;6;) (type 3) (param i32) (result i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 944)
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
    (export "1" (func $"test:clash-new/api.{new.new}"))
    (export "2" (func $post-return))
    (export "3" (func $"test:clash-new/api.{new.new-new}"))
    (export "4" (func $post-return))
    (export "5" (func $"test:clash-new/api.{new.drop}"))
    (export "6" (func $"test:clash-new/api.{a.new}"))
    (export "7" (func $post-return))
    (export "8" (func $"test:clash-new/api.{a.b-new}"))
    (export "9" (func $post-return))
    (export "10" (func $"test:clash-new/api.{a.drop}"))
    (export "11" (func $"test:clash-new/api.{a-b.new}"))
    (export "12" (func $post-return))
    (export "13" (func $"test:clash-new/api.{a-b.drop}"))
    (export "14" (func $"test:clash-new/api.{thing.new}"))
    (export "15" (func $post-return))
    (export "16" (func $"test:clash-new/api.{[static]thing.new}"))
    (export "17" (func $post-return))
    (export "18" (func $"test:clash-new/api.{thing.thing-new}"))
    (export "19" (func $post-return))
    (export "20" (func $"test:clash-new/api.{thing.drop}"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;7;) (type 4) (param i32 i32 i32 i32) (result i32)
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
    (func $"test:clash-new/api.{new.new}" (;8;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 4
      i32.const 196
      i32.const 28
      i32.const 176
      i32.const 0
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 6
      call $"answer as result 7"
      local.get 4
      call 2
      local.get 6
    )
    (func $post-return (;9;) (type 2) (param i32)
      call $reset
    )
    (func $"test:clash-new/api.{new.new-new}" (;10;) (type 3) (param i32) (result i32)
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
      i32.const 228
      i32.const 32
      i32.const 176
      i32.const 1
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 8"
      local.get 3
    )
    (func $"test:clash-new/api.{new.drop}" (;11;) (type 2) (param i32)
      local.get 0
      i32.const 264
      i32.const 29
      call $"drop resource"
    )
    (func $"test:clash-new/api.{a.new}" (;12;) (type 5) (param i32 i32 i32) (result i32)
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
      local.get 6
      i32.const 8
      i32.store8
      local.get 6
      local.get 2
      i32.store8 offset=8
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 5
      i32.const 297
      i32.const 26
      i32.const 176
      i32.const 1
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 7
      call $"answer as result 10"
      local.get 5
      call 2
      local.get 7
    )
    (func $"test:clash-new/api.{a.b-new}" (;13;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 4
      i32.const 327
      i32.const 28
      i32.const 176
      i32.const 0
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 6
      call $"answer as result 8"
      local.get 4
      call 2
      local.get 6
    )
    (func $"test:clash-new/api.{a.drop}" (;14;) (type 2) (param i32)
      local.get 0
      i32.const 359
      i32.const 27
      call $"drop resource"
    )
    (func $"test:clash-new/api.{a-b.new}" (;15;) (type 4) (param i32 i32 i32 i32) (result i32)
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
      i32.const 390
      i32.const 28
      i32.const 176
      i32.const 1
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 8
      call $"answer as result 13"
      local.get 6
      call 2
      local.get 8
    )
    (func $"test:clash-new/api.{a-b.drop}" (;16;) (type 2) (param i32)
      local.get 0
      i32.const 422
      i32.const 29
      call $"drop resource"
    )
    (func $"test:clash-new/api.{thing.new}" (;17;) (type 5) (param i32 i32 i32) (result i32)
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
      i32.const 455
      i32.const 30
      i32.const 176
      i32.const 1
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 7
      call $"answer as result 15"
      local.get 5
      call 2
      local.get 7
    )
    (func $"test:clash-new/api.{[static]thing.new}" (;18;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
      local.get 0
      local.tee 2
      local.get 1
      local.tee 3
      call 0
      local.set 4
      local.get 4
      i32.const 489
      i32.const 38
      i32.const 176
      i32.const 0
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 6
      call $"answer as result 15"
      local.get 4
      call 2
      local.get 6
    )
    (func $"test:clash-new/api.{thing.thing-new}" (;19;) (type 3) (param i32) (result i32)
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
      i32.const 531
      i32.const 36
      i32.const 176
      i32.const 1
      i32.const 8
      call 1
      i32.const 16
      call $alloc
      local.tee 3
      call $"answer as result 8"
      local.get 3
    )
    (func $"test:clash-new/api.{thing.drop}" (;20;) (type 2) (param i32)
      local.get 0
      i32.const 571
      i32.const 31
      call $"drop resource"
    )
    (func $resize (;21;) (type 5) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;22;) (type 3) (param i32) (result i32)
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
    (func $alloc (;23;) (type 3) (param i32) (result i32)
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
    (func $"answer as result 7" (;24;) (type 2) (param i32)
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
      call $"value as result 7"
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
    (func $reset (;25;) (type 6)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 944
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
    (func $"encode handle" (;26;) (type 7) (param i32 i32)
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
    (func $"answer as result 8" (;27;) (type 2) (param i32)
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
      call $"value as result 8"
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
    (func $"drop resource" (;28;) (type 8) (param i32 i32 i32)
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
      call 1
      local.get 0
      call $"free resource"
      call $reset
    )
    (func $"answer as result 10" (;29;) (type 2) (param i32)
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
      call $"value as result 10"
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
    (func $"answer as result 13" (;30;) (type 2) (param i32)
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
      call $"value as result 13"
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
    (func $"answer as result 15" (;31;) (type 2) (param i32)
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
      call $"value as result 15"
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
    (func $"out of memory" (;32;) (type 6)
      unreachable
    )
    (func $"block bits" (;33;) (type 3) (param i32) (result i32)
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
    (func $"heap alloc" (;34;) (type 3) (param i32) (result i32)
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
    (func $"value as result 7" (;35;) (type 3) (param i32) (result i32)
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
      call 3
      i32.store offset=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"malformed answer" (;36;) (type 7) (param i32 i32)
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
                      i32.const 606
                      i32.store offset=4
                      local.get 1
                      i32.const 36
                      i32.store offset=8
                      br 7 (;@1;)
                    end
                    local.get 1
                    i32.const 646
                    i32.store offset=4
                    local.get 1
                    i32.const 39
                    i32.store offset=8
                    br 6 (;@1;)
                  end
                  local.get 1
                  i32.const 689
                  i32.store offset=4
                  local.get 1
                  i32.const 40
                  i32.store offset=8
                  br 5 (;@1;)
                end
                local.get 1
                i32.const 733
                i32.store offset=4
                local.get 1
                i32.const 28
                i32.store offset=8
                br 4 (;@1;)
              end
              local.get 1
              i32.const 765
              i32.store offset=4
              local.get 1
              i32.const 40
              i32.store offset=8
              br 3 (;@1;)
            end
            local.get 1
            i32.const 809
            i32.store offset=4
            local.get 1
            i32.const 55
            i32.store offset=8
            br 2 (;@1;)
          end
          local.get 1
          i32.const 868
          i32.store offset=4
          local.get 1
          i32.const 28
          i32.store offset=8
          br 1 (;@1;)
        end
        local.get 1
        i32.const 900
        i32.store offset=4
        local.get 1
        i32.const 35
        i32.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"heap free" (;37;) (type 7) (param i32 i32)
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
    (func $"value as result 8" (;38;) (type 3) (param i32) (result i32)
      (local i32)
      local.get 0
      call $"answer with one result"
      local.tee 1
      if ;; label = @1
        local.get 1
        return
      end
      i32.const 8
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
    (func $"free resource" (;39;) (type 2) (param i32)
      local.get 0
      i32.load
      call 2
      local.get 0
      call $"free block"
    )
    (func $"value as result 10" (;40;) (type 3) (param i32) (result i32)
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
    (func $"value as result 13" (;41;) (type 3) (param i32) (result i32)
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
      call $"decode result 12"
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
    (func $"value as result 15" (;42;) (type 3) (param i32) (result i32)
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
      call 5
      i32.store offset=4
      local.get 0
      i32.const 0
      i32.store8
      i32.const 0
    )
    (func $"answer with one result" (;43;) (type 9) (result i32 i32)
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
    (func $node (;44;) (type 10) (param i32 i32) (result i32 i32)
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
    (func $"decode handle" (;45;) (type 3) (param i32) (result i32)
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
    (func $"free block" (;46;) (type 2) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $"decode result 12" (;47;) (type 0) (param i32 i32) (result i32)
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
        i32.const 2
        call $"defer handle"
      end
      i32.const 0
    )
    (func $"connect handles" (;48;) (type 6)
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
                  block ;; label = @7
                    local.get 2
                    br_table 0 (;@7;) 1 (;@6;) 2 (;@5;) 3 (;@4;) 3 (;@4;)
                  end
                  local.get 1
                  call 3
                  local.set 1
                  br 3 (;@3;)
                end
                local.get 1
                call 4
                local.set 1
                br 2 (;@3;)
              end
              local.get 1
              call 6
              local.set 1
              br 1 (;@3;)
            end
            local.get 1
            call 5
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
    (func $"wrong node" (;49;) (type 3) (param i32) (result i32)
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
    (func $"defer handle" (;50;) (type 8) (param i32 i32 i32)
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
    (data (;0;) (i32.const 192) "\1c\00\00\00test:clash-new/api.{new.new} \00\00\00test:clash-new/api.{new.new-new}\1d\00\00\00test:clash-new/api.{new.drop}\1a\00\00\00test:clash-new/api.{a.new}\1c\00\00\00test:clash-new/api.{a.b-new}\1b\00\00\00test:clash-new/api.{a.drop}\1c\00\00\00test:clash-new/api.{a-b.new}\1d\00\00\00test:clash-new/api.{a-b.drop}\1e\00\00\00test:clash-new/api.{thing.new}&\00\00\00test:clash-new/api.{[static]thing.new}$\00\00\00test:clash-new/api.{thing.thing-new}\1f\00\00\00test:clash-new/api.{thing.drop}$\00\00\00wrong type of a node in the response'\00\00\00node index out of range in the response(\00\00\00the nodes of the response are not a tree\1c\00\00\00unknown case in the response(\00\00\00wrong number of elements in the response7\00\00\00missing or unexpected payload of a case in the response\1c\00\00\00invalid char in the response#\00\00\00a list in the response is too large\00\00\00\00\00\01\00\00\00")
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
  (alias export 0 "uri" (type (;1;)))
  (alias export 0 "rpc-error" (type (;2;)))
  (alias core export 0 "2" (core func (;0;)))
  (type (;3;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "3" (core func (;1;)))
  (type (;4;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "4" (core func (;2;)))
  (type (;5;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "5" (core func (;3;)))
  (type (;6;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "0" (core func (;4;)))
  (alias core export 0 "1" (core func (;5;)))
  (alias export 0 "wasm-rpc" (type (;7;)))
  (core func (;6;) (canon resource.drop 7))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 4))
    (export "[method]wasm-rpc.invoke-and-await" (func 5))
    (export "wasm-rpc_drop" (func 6))
  )
  (core func (;7;) (canon resource.new 3))
  (core func (;8;) (canon resource.new 4))
  (core func (;9;) (canon resource.new 6))
  (core func (;10;) (canon resource.new 5))
  (core instance (;2;)
    (export "new_new" (func 7))
    (export "a_new" (func 8))
    (export "thing_new" (func 9))
    (export "a-b_new" (func 10))
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
  (core func (;11;) (canon lower (func 0) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;1;)))
  (alias core export 3 "0" (core func (;12;)))
  (core func (;13;) (canon lower (func 1) (memory 0) (realloc 12) string-encoding=utf8))
  (alias core export 3 "5" (core func (;14;)))
  (alias core export 3 "10" (core func (;15;)))
  (alias core export 3 "13" (core func (;16;)))
  (alias core export 3 "20" (core func (;17;)))
  (core instance (;4;)
    (export "0" (func 11))
    (export "1" (func 13))
    (export "2" (func 14))
    (export "3" (func 15))
    (export "4" (func 16))
    (export "5" (func 17))
  )
  (core instance (;5;) (instantiate 2
      (with "actual" (instance 4))
      (with "shim" (instance 0))
    )
  )
  (type (;8;) (own 3))
  (type (;9;) (result 8 (error 2)))
  (type (;10;) (func (param "location" 1) (result 9)))
  (alias core export 3 "1" (core func (;18;)))
  (alias core export 3 "2" (core func (;19;)))
  (func (;2;) (type 10) (canon lift (core func 18) (memory 0) (realloc 12) string-encoding=utf8 (post-return 19)))
  (type (;11;) (borrow 3))
  (type (;12;) (result u8 (error 2)))
  (type (;13;) (func (param "self" 11) (result 12)))
  (alias core export 3 "3" (core func (;20;)))
  (alias core export 3 "4" (core func (;21;)))
  (func (;3;) (type 13) (canon lift (core func 20) (memory 0) string-encoding=utf8 (post-return 21)))
  (type (;14;) (own 4))
  (type (;15;) (result 14 (error 2)))
  (type (;16;) (func (param "location" 1) (param "new" u8) (result 15)))
  (alias core export 3 "6" (core func (;22;)))
  (alias core export 3 "7" (core func (;23;)))
  (func (;4;) (type 16) (canon lift (core func 22) (memory 0) (realloc 12) string-encoding=utf8 (post-return 23)))
  (type (;17;) (func (param "location" 1) (result 12)))
  (alias core export 3 "8" (core func (;24;)))
  (alias core export 3 "9" (core func (;25;)))
  (func (;5;) (type 17) (canon lift (core func 24) (memory 0) (realloc 12) string-encoding=utf8 (post-return 25)))
  (type (;18;) (own 5))
  (type (;19;) (result 18 (error string)))
  (type (;20;) (result 19 (error 2)))
  (type (;21;) (func (param "golem-rpc-location" 1) (param "location" string) (result 20)))
  (alias core export 3 "11" (core func (;26;)))
  (alias core export 3 "12" (core func (;27;)))
  (func (;6;) (type 21) (canon lift (core func 26) (memory 0) (realloc 12) string-encoding=utf8 (post-return 27)))
  (type (;22;) (borrow 6))
  (type (;23;) (own 6))
  (type (;24;) (result 23 (error 2)))
  (type (;25;) (func (param "location" 1) (param "other" 22) (result 24)))
  (alias core export 3 "14" (core func (;28;)))
  (alias core export 3 "15" (core func (;29;)))
  (func (;7;) (type 25) (canon lift (core func 28) (memory 0) (realloc 12) string-encoding=utf8 (post-return 29)))
  (type (;26;) (func (param "location" 1) (result 24)))
  (alias core export 3 "16" (core func (;30;)))
  (alias core export 3 "17" (core func (;31;)))
  (func (;8;) (type 26) (canon lift (core func 30) (memory 0) (realloc 12) string-encoding=utf8 (post-return 31)))
  (type (;27;) (func (param "self" 22) (result 12)))
  (alias core export 3 "18" (core func (;32;)))
  (alias core export 3 "19" (core func (;33;)))
  (func (;9;) (type 27) (canon lift (core func 32) (memory 0) string-encoding=utf8 (post-return 33)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (variant (case "protocol-error" string) (case "denied" string) (case "not-found" string) (case "remote-internal-error" string)))
    (import "i1" (type (;3;) (eq 2)))
    (import "i2" (type (;4;) (sub resource)))
    (import "i3" (type (;5;) (sub resource)))
    (import "i4" (type (;6;) (sub resource)))
    (import "i5" (type (;7;) (sub resource)))
    (import "i6" (type (;8;) (eq 1)))
    (type (;9;) (own 4))
    (import "i7" (type (;10;) (eq 3)))
    (type (;11;) (result 9 (error 10)))
    (type (;12;) (func (param "location" 8) (result 11)))
    (import "i8" (func (;0;) (type 12)))
    (type (;13;) (borrow 4))
    (type (;14;) (result u8 (error 10)))
    (type (;15;) (func (param "self" 13) (result 14)))
    (import "i9" (func (;1;) (type 15)))
    (type (;16;) (own 5))
    (type (;17;) (result 16 (error 10)))
    (type (;18;) (func (param "location" 8) (param "new" u8) (result 17)))
    (import "i10" (func (;2;) (type 18)))
    (type (;19;) (func (param "location" 8) (result 14)))
    (import "i11" (func (;3;) (type 19)))
    (type (;20;) (own 6))
    (type (;21;) (result 20 (error string)))
    (type (;22;) (result 21 (error 10)))
    (type (;23;) (func (param "golem-rpc-location" 8) (param "location" string) (result 22)))
    (import "i12" (func (;4;) (type 23)))
    (type (;24;) (borrow 7))
    (type (;25;) (own 7))
    (type (;26;) (result 25 (error 10)))
    (type (;27;) (func (param "location" 8) (param "other" 24) (result 26)))
    (import "i13" (func (;5;) (type 27)))
    (type (;28;) (func (param "location" 8) (result 26)))
    (import "i14" (func (;6;) (type 28)))
    (type (;29;) (func (param "self" 24) (result 14)))
    (import "i15" (func (;7;) (type 29)))
    (export (;30;) "uri" (type 1))
    (export (;31;) "rpc-error" (type 3))
    (export (;32;) "new" (type 4))
    (export (;33;) "a" (type 5))
    (export (;34;) "a-b" (type 6))
    (export (;35;) "thing" (type 7))
    (type (;36;) (own 32))
    (type (;37;) (result 36 (error 31)))
    (type (;38;) (func (param "location" 30) (result 37)))
    (export (;8;) "[static]new.new-new" (func 0) (func (type 38)))
    (type (;39;) (borrow 32))
    (type (;40;) (result u8 (error 31)))
    (type (;41;) (func (param "self" 39) (result 40)))
    (export (;9;) "[method]new.new-new-new" (func 1) (func (type 41)))
    (type (;42;) (own 33))
    (type (;43;) (result 42 (error 31)))
    (type (;44;) (func (param "location" 30) (param "new" u8) (result 43)))
    (export (;10;) "[static]a.new" (func 2) (func (type 44)))
    (type (;45;) (func (param "location" 30) (result 40)))
    (export (;11;) "[static]a.b-new" (func 3) (func (type 45)))
    (type (;46;) (own 34))
    (type (;47;) (result 46 (error string)))
    (type (;48;) (result 47 (error 31)))
    (type (;49;) (func (param "golem-rpc-location" 30) (param "location" string) (result 48)))
    (export (;12;) "[static]a-b.a-b-new" (func 4) (func (type 49)))
    (type (;50;) (borrow 35))
    (type (;51;) (own 35))
    (type (;52;) (result 51 (error 31)))
    (type (;53;) (func (param "location" 30) (param "other" 50) (result 52)))
    (export (;13;) "[static]thing.new" (func 5) (func (type 53)))
    (type (;54;) (func (param "location" 30) (result 52)))
    (export (;14;) "[static]thing.thing-new" (func 6) (func (type 54)))
    (type (;55;) (func (param "self" 50) (result 40)))
    (export (;15;) "[method]thing.thing-thing-new" (func 7) (func (type 55)))
  )
  (instance (;1;) (instantiate 0
      (with "i8" (func 2))
      (with "i9" (func 3))
      (with "i10" (func 4))
      (with "i11" (func 5))
      (with "i12" (func 6))
      (with "i13" (func 7))
      (with "i14" (func 8))
      (with "i15" (func 9))
      (with "i0" (type 1))
      (with "i1" (type 2))
      (with "i2" (type 3))
      (with "i3" (type 4))
      (with "i4" (type 5))
      (with "i5" (type 6))
      (with "i6" (type 1))
      (with "i7" (type 2))
    )
  )
  (export (;2;) "test:clash-new-stub/stub-clash-new" (instance 1))
  (@producers
    (processed-by "wit-component" "…")
  )
)
