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
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (type (;4;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;5;) (func (param i32 i32 i32) (result i32)))
    (type (;6;) (func))
    (type (;7;) (func (result i32)))
    (type (;8;) (func (param i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0)))
    (import "1" "b_new" (func (;1;) (type 1)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3)))
    (import "1" "a_new" (func (;4;) (type 1)))
    (import "1" "outer_new" (func (;5;) (type 1)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 248)
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
    (export "0" (func $realloc))
    (export "1" (func $"connect b"))
    (export "2" (func $"test:including/b.{g}"))
    (export "3" (func $post-return))
    (export "4" (func $"drop b"))
    (export "5" (func $"connect a"))
    (export "6" (func $"test:including/a.{f}"))
    (export "7" (func $"drop a"))
    (export "8" (func $"connect outer"))
    (export "9" (func $start))
    (export "10" (func $"drop outer"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;6;) (type 4) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect b" (;7;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      call 0
      call 1
      call $reset
    )
    (func $"test:including/b.{g}" (;8;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 24
      call $alloc
      local.set 3
      local.get 3
      i32.const 20
      i32.store8
      local.get 3
      local.get 1
      i32.store offset=8
      local.get 3
      local.get 2
      i32.store offset=12
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 192
      i32.const 20
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
      local.get 4
      local.get 5
      i32.const 20
      call $node
      i64.load offset=8 align=4
      i64.store align=4
      local.get 4
    )
    (func $post-return (;9;) (type 3) (param i32)
      call $reset
    )
    (func $"drop b" (;10;) (type 3) (param i32)
      local.get 0
      call 3
    )
    (func $"connect a" (;11;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      call 0
      call 4
      call $reset
    )
    (func $"test:including/a.{f}" (;12;) (type 0) (param i32 i32) (result i32)
      (local i32)
      i32.const 24
      call $alloc
      local.set 2
      local.get 2
      i32.const 8
      i32.store8
      local.get 2
      local.get 1
      i32.store8 offset=8
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 212
      i32.const 20
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
    (func $"drop a" (;13;) (type 3) (param i32)
      local.get 0
      call 3
    )
    (func $"connect outer" (;14;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      call 0
      call 5
      call $reset
    )
    (func $start (;15;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      i32.const 232
      i32.const 5
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
    (func $"drop outer" (;16;) (type 3) (param i32)
      local.get 0
      call 3
    )
    (func $resize (;17;) (type 5) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;18;) (type 1) (param i32) (result i32)
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
    (func $reset (;19;) (type 6)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 248
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
    (func $alloc (;20;) (type 1) (param i32) (result i32)
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
    (func $rpc-error (;21;) (type 6)
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
    (func $"answer with one result" (;22;) (type 7) (result i32)
      (local i32)
      i32.const 8
      i32.load offset=4
      global.set 7
      i32.const 8
      i32.load offset=8
      global.set 8
      i32.const 0
      i32.const 4
      call $node
      local.tee 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        call $"protocol error: the answer holds another number of elements"
        unreachable
      end
      local.get 0
      i32.load offset=8
      i32.load
    )
    (func $node (;23;) (type 0) (param i32 i32) (result i32)
      local.get 0
      global.get 8
      i32.ge_u
      if ;; label = @1
        call $"protocol error: the answer refers to a node that is not there"
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
    (func $"out of memory" (;24;) (type 6)
      unreachable
    )
    (func $"block bits" (;25;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;26;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;27;) (type 8) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;28;) (type 6)
      unreachable
    )
    (func $"rpc-error denied" (;29;) (type 6)
      unreachable
    )
    (func $"rpc-error not-found" (;30;) (type 6)
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;31;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer holds another number of elements" (;32;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer refers to a node that is not there" (;33;) (type 6)
      unreachable
    )
    (func $"wrong node" (;34;) (type 3) (param i32)
      local.get 0
      i32.load8_u
      i32.const 22
      i32.eq
      if ;; label = @1
        call $"protocol error: the nodes of the answer are not a tree"
        unreachable
      end
      call $"protocol error: the answer holds a node of another type"
    )
    (func $"protocol error: the nodes of the answer are not a tree" (;35;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer holds a node of another type" (;36;) (type 6)
      unreachable
    )
    (data (;0;) (i32.const 192) "test:including/b.{g}test:including/a.{f}start\00\00\00\00\00\00\00\01\00\00\00")
    (@producers
      (processed-by "wasm-rpc-stubgen" "…")
      (processed-by "wit-component" "…")
    )
  )
  (core module (;1;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
    (table (;0;) 5 5 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
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
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core module (;2;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
    (import "" "0" (func (;0;) (type 0)))
    (import "" "1" (func (;1;) (type 1)))
    (import "" "2" (func (;2;) (type 2)))
    (import "" "3" (func (;3;) (type 2)))
    (import "" "4" (func (;4;) (type 2)))
    (import "" "$imports" (table (;0;) 5 5 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;1;)))
  (alias core export 0 "2" (core func (;0;)))
  (type (;2;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "3" (core func (;1;)))
  (type (;3;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "4" (core func (;2;)))
  (type (;4;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "0" (core func (;3;)))
  (alias core export 0 "1" (core func (;4;)))
  (alias export 0 "wasm-rpc" (type (;5;)))
  (core func (;5;) (canon resource.drop 5))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 3))
    (export "[method]wasm-rpc.invoke-and-await" (func 4))
    (export "wasm-rpc_drop" (func 5))
  )
  (core func (;6;) (canon resource.new 2))
  (core func (;7;) (canon resource.new 3))
  (core func (;8;) (canon resource.new 4))
  (core instance (;2;)
    (export "b_new" (func 6))
    (export "a_new" (func 7))
    (export "outer_new" (func 8))
  )
  (core instance (;3;) (instantiate 0
      (with "0" (instance 1))
      (with "1" (instance 2))
    )
  )
  (alias core export 3 "cm32p2_memory" (core memory (;0;)))
  (alias core export 0 "$imports" (core table (;0;)))
  (alias export 0 "[constructor]wasm-rpc" (func (;0;)))
  (alias core export 3 "0" (core func (;9;)))
  (core func (;10;) (canon lower (func 0) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;1;)))
  (core func (;11;) (canon lower (func 1) (memory 0) (realloc 9) string-encoding=utf8))
  (alias core export 3 "4" (core func (;12;)))
  (alias core export 3 "7" (core func (;13;)))
  (alias core export 3 "10" (core func (;14;)))
  (core instance (;4;)
    (export "$imports" (table 0))
    (export "0" (func 10))
    (export "1" (func 11))
    (export "2" (func 12))
    (export "3" (func 13))
    (export "4" (func 14))
  )
  (core instance (;5;) (instantiate 2
      (with "" (instance 4))
    )
  )
  (type (;6;) (own 2))
  (type (;7;) (func (param "location" 1) (result 6)))
  (alias core export 3 "1" (core func (;15;)))
  (func (;2;) (type 7) (canon lift (core func 15) (memory 0) (realloc 9) string-encoding=utf8))
  (type (;8;) (borrow 2))
  (type (;9;) (func (param "self" 8) (param "x" string) (result string)))
  (alias core export 3 "2" (core func (;16;)))
  (alias core export 3 "3" (core func (;17;)))
  (func (;3;) (type 9) (canon lift (core func 16) (memory 0) (realloc 9) string-encoding=utf8 (post-return 17)))
  (type (;10;) (own 3))
  (type (;11;) (func (param "location" 1) (result 10)))
  (alias core export 3 "5" (core func (;18;)))
  (func (;4;) (type 11) (canon lift (core func 18) (memory 0) (realloc 9) string-encoding=utf8))
  (type (;12;) (borrow 3))
  (type (;13;) (func (param "self" 12) (param "x" u8) (result u8)))
  (alias core export 3 "6" (core func (;19;)))
  (func (;5;) (type 13) (canon lift (core func 19)))
  (type (;14;) (own 4))
  (type (;15;) (func (param "location" 1) (result 14)))
  (alias core export 3 "8" (core func (;20;)))
  (func (;6;) (type 15) (canon lift (core func 20) (memory 0) (realloc 9) string-encoding=utf8))
  (type (;16;) (borrow 4))
  (type (;17;) (func (param "self" 16) (result u8)))
  (alias core export 3 "9" (core func (;21;)))
  (func (;7;) (type 17) (canon lift (core func 21)))
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
    (type (;9;) (func (param "self" 8) (param "x" string) (result string)))
    (import "i6" (func (;1;) (type 9)))
    (type (;10;) (own 3))
    (type (;11;) (func (param "location" 5) (result 10)))
    (import "i7" (func (;2;) (type 11)))
    (type (;12;) (borrow 3))
    (type (;13;) (func (param "self" 12) (param "x" u8) (result u8)))
    (import "i8" (func (;3;) (type 13)))
    (type (;14;) (own 4))
    (type (;15;) (func (param "location" 5) (result 14)))
    (import "i9" (func (;4;) (type 15)))
    (type (;16;) (borrow 4))
    (type (;17;) (func (param "self" 16) (result u8)))
    (import "i10" (func (;5;) (type 17)))
    (export (;18;) "uri" (type 1))
    (export (;19;) "b" (type 2))
    (export (;20;) "a" (type 3))
    (export (;21;) "outer" (type 4))
    (type (;22;) (own 19))
    (type (;23;) (func (param "location" 18) (result 22)))
    (export (;6;) "[constructor]b" (func 0) (func (type 23)))
    (type (;24;) (borrow 19))
    (type (;25;) (func (param "self" 24) (param "x" string) (result string)))
    (export (;7;) "[method]b.g" (func 1) (func (type 25)))
    (type (;26;) (own 20))
    (type (;27;) (func (param "location" 18) (result 26)))
    (export (;8;) "[constructor]a" (func 2) (func (type 27)))
    (type (;28;) (borrow 20))
    (type (;29;) (func (param "self" 28) (param "x" u8) (result u8)))
    (export (;9;) "[method]a.f" (func 3) (func (type 29)))
    (type (;30;) (own 21))
    (type (;31;) (func (param "location" 18) (result 30)))
    (export (;10;) "[constructor]outer" (func 4) (func (type 31)))
    (type (;32;) (borrow 21))
    (type (;33;) (func (param "self" 32) (result u8)))
    (export (;11;) "[method]outer.start" (func 5) (func (type 33)))
  )
  (instance (;1;) (instantiate 0
      (with "i5" (func 2))
      (with "i6" (func 3))
      (with "i7" (func 4))
      (with "i8" (func 5))
      (with "i9" (func 6))
      (with "i10" (func 7))
      (with "i0" (type 1))
      (with "i1" (type 2))
      (with "i2" (type 3))
      (with "i3" (type 4))
      (with "i4" (type 1))
    )
  )
  (export (;2;) "test:including-stub/stub-outer" (instance 1))
  (@producers
    (processed-by "wit-component" "…")
  )
)
