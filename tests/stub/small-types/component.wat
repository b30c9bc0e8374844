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
      (type (;0;) (variant (case "only" u32)))
      (export (;1;) "single" (type (eq 0)))
      (type (;2;) (variant (case "only")))
      (export (;3;) "bare" (type (eq 2)))
      (type (;4;) (enum "only"))
      (export (;5;) "one" (type (eq 4)))
      (type (;6;) (tuple u16))
      (type (;7;) (record (field "value" 6)))
      (export (;8;) "wrapped" (type (eq 7)))
      (type (;9;) (flags "a" "b"))
      (export (;10;) "two" (type (eq 9)))
      (type (;11;) (flags "a" "b" "c" "d" "e" "f" "g" "h" "i" "j"))
      (export (;12;) "ten" (type (eq 11)))
    )
  )
  (import "test:small-types/api" (instance (;1;) (type 1)))
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32)))
    (type (;4;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;5;) (func (param i32 i32 i32) (result i32)))
    (type (;6;) (func))
    (type (;7;) (func (param i32 i32 i32)))
    (type (;8;) (func (result i32)))
    (type (;9;) (func (param i32 i32)))
    (type (;10;) (func (param i32 i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0)))
    (import "1" "api_new" (func (;1;) (type 1)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2)))
    (import "0" "wasm-rpc_drop" (func (;3;) (type 3)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 552)
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
    (export "1" (func $"connect api"))
    (export "2" (func $"test:small-types/api.{one-tuple}"))
    (export "3" (func $post-return))
    (export "4" (func $"test:small-types/api.{plain-result}"))
    (export "5" (func $"test:small-types/api.{err-result}"))
    (export "6" (func $post-return))
    (export "7" (func $"test:small-types/api.{ok-result}"))
    (export "8" (func $post-return))
    (export "9" (func $"test:small-types/api.{single-case}"))
    (export "10" (func $post-return))
    (export "11" (func $"test:small-types/api.{bare-case}"))
    (export "12" (func $"test:small-types/api.{one-enum}"))
    (export "13" (func $"test:small-types/api.{one-record}"))
    (export "14" (func $"test:small-types/api.{some-flags}"))
    (export "15" (func $"test:small-types/api.{unit-option}"))
    (export "16" (func $post-return))
    (export "17" (func $"drop api"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;4;) (type 4) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect api" (;5;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      call 0
      call 1
      call $reset
    )
    (func $"test:small-types/api.{one-tuple}" (;6;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      call $"encode tuple 3"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      i32.const 200
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
      i32.const 4
      call $node
      local.get 4
      call $"decode tuple 3"
      local.get 4
    )
    (func $post-return (;7;) (type 3) (param i32)
      call $reset
    )
    (func $"test:small-types/api.{plain-result}" (;8;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 24
      call $alloc
      local.set 2
      local.get 1
      local.get 2
      call $"encode result 4"
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 232
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
      i32.const 1
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 7
      call $node
      local.get 3
      call $"decode result 4"
      local.get 3
      i32.load8_u
      call $reset
    )
    (func $"test:small-types/api.{err-result}" (;9;) (type 4) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 4
      local.get 4
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      call $"encode result 5"
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      global.get 6
      i32.const 536
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 0
      i32.const 267
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
      i32.const 12
      call $alloc
      local.set 5
      call $"answer with one result"
      local.set 6
      local.get 6
      i32.const 7
      call $node
      local.get 5
      call $"decode result 5"
      local.get 5
    )
    (func $"test:small-types/api.{ok-result}" (;10;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      call $"encode result 7"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      global.get 6
      i32.const 536
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 0
      i32.const 300
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
      i32.const 2
      call $alloc
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 7
      call $node
      local.get 4
      call $"decode result 7"
      local.get 4
    )
    (func $"test:small-types/api.{single-case}" (;11;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      call $"encode variant 9"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 0
      i32.const 332
      i32.const 34
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
      i32.const 1
      call $node
      local.get 4
      call $"decode variant 9"
      local.get 4
    )
    (func $"test:small-types/api.{bare-case}" (;12;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 24
      call $alloc
      local.set 2
      local.get 1
      local.get 2
      call $"encode variant 10"
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 366
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
      i32.const 1
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 1
      call $node
      local.get 3
      call $"decode variant 10"
      local.get 3
      i32.load8_u
      call $reset
    )
    (func $"test:small-types/api.{one-enum}" (;13;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 24
      call $alloc
      local.set 2
      local.get 1
      local.get 2
      call $"encode enum 11"
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 398
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
      i32.const 1
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 2
      call $node
      local.get 3
      call $"decode enum 11"
      local.get 3
      i32.load8_u
      call $reset
    )
    (func $"test:small-types/api.{one-record}" (;14;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 72
      call $alloc
      local.set 2
      local.get 2
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      call $"encode record 14"
      i32.const 176
      local.get 2
      i32.store
      i32.const 176
      i32.const 3
      i32.store offset=4
      local.get 0
      i32.const 429
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
      i32.const 2
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 0
      call $node
      local.get 3
      call $"decode record 14"
      local.get 3
      i32.load16_u
      call $reset
    )
    (func $"test:small-types/api.{some-flags}" (;15;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 3
      local.get 1
      local.get 3
      call $"encode flags 15"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 2
      local.get 3
      i32.const 24
      i32.add
      call $"encode flags 16"
      i32.const 184
      local.get 3
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      i32.const 462
      i32.const 33
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
      i32.const 2
      call $alloc
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 3
      call $node
      local.get 4
      call $"decode flags 16"
      local.get 4
      i32.load16_u
      call $reset
    )
    (func $"test:small-types/api.{unit-option}" (;16;) (type 5) (param i32 i32 i32) (result i32)
      (local i32 i32 i32)
      i32.const 48
      call $alloc
      local.set 3
      local.get 3
      i32.const 24
      i32.add
      global.set 5
      i32.const 540
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      call $"encode option 17"
      i32.const 176
      local.get 3
      i32.store
      i32.const 176
      global.get 6
      i32.const 536
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 0
      i32.const 495
      i32.const 34
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
      i32.const 2
      call $alloc
      local.set 4
      call $"answer with one result"
      local.set 5
      local.get 5
      i32.const 6
      call $node
      local.get 4
      call $"decode option 17"
      local.get 4
    )
    (func $"drop api" (;17;) (type 3) (param i32)
      local.get 0
      call 3
    )
    (func $resize (;18;) (type 5) (param i32 i32 i32) (result i32)
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
    (func $reset (;20;) (type 6)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 552
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
    (func $alloc (;21;) (type 1) (param i32) (result i32)
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
    (func $"encode tuple 3" (;22;) (type 7) (param i32 i32 i32)
      (local i32)
      local.get 2
      i32.const 4
      i32.store8
      local.get 2
      global.get 6
      i32.store offset=8
      local.get 2
      i32.const 1
      i32.store offset=12
      global.get 5
      local.tee 3
      i32.const 24
      i32.add
      global.set 5
      global.get 6
      i32.const 4
      i32.add
      global.set 6
      local.get 3
      i32.const 20
      i32.store8
      local.get 3
      local.get 0
      i32.store offset=8
      local.get 3
      local.get 1
      i32.store offset=12
    )
    (func $rpc-error (;23;) (type 6)
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
    (func $"answer with one result" (;24;) (type 8) (result i32)
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
    (func $node (;25;) (type 0) (param i32 i32) (result i32)
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
    (func $"decode tuple 3" (;26;) (type 9) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        call $"protocol error: the answer holds another number of elements"
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
    )
    (func $"encode result 4" (;27;) (type 9) (param i32 i32)
      local.get 1
      i32.const 7
      i32.store8
      local.get 1
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 1
        i32.const 0
        i32.store8 offset=12
      else
        local.get 1
        i32.const 0
        i32.store8 offset=12
      end
    )
    (func $"decode result 4" (;28;) (type 9) (param i32 i32)
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
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
      else
        local.get 0
        i32.load8_u offset=12
        if ;; label = @2
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
      end
    )
    (func $"encode result 5" (;29;) (type 10) (param i32 i32 i32 i32)
      (local i32)
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
        i32.store offset=8
        local.get 4
        local.get 2
        i32.store offset=12
      else
        local.get 3
        i32.const 0
        i32.store8 offset=12
      end
    )
    (func $"decode result 5" (;30;) (type 9) (param i32 i32)
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
          call $"protocol error: the payload of a case is missing or one too many"
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
        if ;; label = @2
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
      end
    )
    (func $"encode result 7" (;31;) (type 7) (param i32 i32 i32)
      (local i32)
      local.get 2
      i32.const 7
      i32.store8
      local.get 2
      local.get 0
      i32.store8 offset=8
      local.get 0
      if ;; label = @1
        local.get 2
        i32.const 0
        i32.store8 offset=12
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
        local.tee 3
        i32.const 24
        i32.add
        global.set 5
        local.get 3
        i32.const 8
        i32.store8
        local.get 3
        local.get 1
        i32.store8 offset=8
      end
    )
    (func $"decode result 7" (;32;) (type 9) (param i32 i32)
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
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
      else
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
        local.get 1
        local.get 0
        i32.load offset=16
        i32.const 8
        call $node
        i32.load8_u offset=8
        i32.store8 offset=1
      end
    )
    (func $"encode variant 9" (;33;) (type 7) (param i32 i32 i32)
      (local i32 i32 i32)
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
          local.get 4
          br_table 0 (;@2;) 0 (;@2;)
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
        i32.const 10
        i32.store8
        local.get 5
        local.get 1
        i32.store offset=8
        br 0 (;@1;)
      end
    )
    (func $"decode variant 9" (;34;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load offset=8
      local.tee 2
      i32.const 1
      i32.ge_u
      if ;; label = @1
        call $"protocol error: the answer holds a case that the type has not"
        unreachable
      end
      local.get 1
      local.get 2
      i32.store8
      local.get 2
      local.set 3
      block ;; label = @1
        block ;; label = @2
          local.get 3
          br_table 0 (;@2;) 0 (;@2;)
        end
        local.get 0
        i32.load8_u offset=12
        i32.eqz
        if ;; label = @2
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
        local.get 1
        local.get 0
        i32.load offset=16
        i32.const 10
        call $node
        i32.load offset=8
        i32.store offset=4
        br 0 (;@1;)
      end
    )
    (func $"encode variant 10" (;35;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 1
      i32.store8
      local.get 1
      local.get 0
      local.tee 2
      i32.store offset=8
      local.get 2
      local.set 3
      block ;; label = @1
        block ;; label = @2
          local.get 3
          br_table 0 (;@2;) 0 (;@2;)
        end
        local.get 1
        i32.const 0
        i32.store8 offset=12
        br 0 (;@1;)
      end
    )
    (func $"decode variant 10" (;36;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 0
      i32.load offset=8
      local.tee 2
      i32.const 1
      i32.ge_u
      if ;; label = @1
        call $"protocol error: the answer holds a case that the type has not"
        unreachable
      end
      local.get 1
      local.get 2
      i32.store8
      local.get 2
      local.set 3
      block ;; label = @1
        block ;; label = @2
          local.get 3
          br_table 0 (;@2;) 0 (;@2;)
        end
        local.get 0
        i32.load8_u offset=12
        if ;; label = @2
          call $"protocol error: the payload of a case is missing or one too many"
          unreachable
        end
        br 0 (;@1;)
      end
    )
    (func $"encode enum 11" (;37;) (type 9) (param i32 i32)
      local.get 1
      i32.const 2
      i32.store8
      local.get 1
      local.get 0
      i32.store offset=8
    )
    (func $"decode enum 11" (;38;) (type 9) (param i32 i32)
      local.get 0
      i32.load offset=8
      i32.const 1
      i32.ge_u
      if ;; label = @1
        call $"protocol error: the answer holds a case that the type has not"
        unreachable
      end
      local.get 1
      local.get 0
      i32.load offset=8
      i32.store8
    )
    (func $"encode record 14" (;39;) (type 9) (param i32 i32)
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
      local.get 0
      local.get 2
      call $"encode tuple 13"
    )
    (func $"decode record 14" (;40;) (type 9) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        call $"protocol error: the answer holds another number of elements"
        unreachable
      end
      local.get 0
      i32.load offset=8
      local.set 2
      local.get 2
      i32.load
      i32.const 4
      call $node
      local.get 1
      call $"decode tuple 13"
    )
    (func $"encode flags 15" (;41;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 3
      i32.store8
      local.get 1
      i32.const 2
      call $alloc
      local.tee 2
      i32.store offset=8
      local.get 1
      i32.const 2
      i32.store offset=12
      local.get 0
      local.set 3
      local.get 2
      local.get 3
      i32.const 1
      i32.and
      i32.store8
      local.get 2
      local.get 3
      i32.const 1
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=1
    )
    (func $"encode flags 16" (;42;) (type 9) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 3
      i32.store8
      local.get 1
      i32.const 10
      call $alloc
      local.tee 2
      i32.store offset=8
      local.get 1
      i32.const 10
      i32.store offset=12
      local.get 0
      local.set 3
      local.get 2
      local.get 3
      i32.const 1
      i32.and
      i32.store8
      local.get 2
      local.get 3
      i32.const 1
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=1
      local.get 2
      local.get 3
      i32.const 2
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=2
      local.get 2
      local.get 3
      i32.const 3
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=3
      local.get 2
      local.get 3
      i32.const 4
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=4
      local.get 2
      local.get 3
      i32.const 5
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=5
      local.get 2
      local.get 3
      i32.const 6
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=6
      local.get 2
      local.get 3
      i32.const 7
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=7
      local.get 2
      local.get 3
      i32.const 8
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=8
      local.get 2
      local.get 3
      i32.const 9
      i32.shr_u
      i32.const 1
      i32.and
      i32.store8 offset=9
    )
    (func $"decode flags 16" (;43;) (type 9) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 10
      i32.ne
      if ;; label = @1
        call $"protocol error: the answer holds another number of elements"
        unreachable
      end
      local.get 0
      i32.load offset=8
      local.set 2
      local.get 1
      i32.const 0
      local.get 2
      i32.load8_u
      i32.const 0
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=1
      i32.const 1
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=2
      i32.const 2
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=3
      i32.const 3
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=4
      i32.const 4
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=5
      i32.const 5
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=6
      i32.const 6
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=7
      i32.const 7
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=8
      i32.const 8
      i32.shl
      i32.or
      local.get 2
      i32.load8_u offset=9
      i32.const 9
      i32.shl
      i32.or
      i32.store16
    )
    (func $"encode option 17" (;44;) (type 7) (param i32 i32 i32)
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
        local.get 1
        local.get 3
        call $"encode result 4"
      end
    )
    (func $"decode option 17" (;45;) (type 9) (param i32 i32)
      local.get 1
      local.get 0
      i32.load8_u offset=8
      i32.store8
      local.get 0
      i32.load8_u offset=8
      if ;; label = @1
        local.get 0
        i32.load offset=12
        i32.const 7
        call $node
        local.get 1
        i32.const 1
        i32.add
        call $"decode result 4"
      end
    )
    (func $"out of memory" (;46;) (type 6)
      unreachable
    )
    (func $"block bits" (;47;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;48;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;49;) (type 9) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;50;) (type 6)
      unreachable
    )
    (func $"rpc-error denied" (;51;) (type 6)
      unreachable
    )
    (func $"rpc-error not-found" (;52;) (type 6)
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;53;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer holds another number of elements" (;54;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer refers to a node that is not there" (;55;) (type 6)
      unreachable
    )
    (func $"wrong node" (;56;) (type 3) (param i32)
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
    (func $"protocol error: the payload of a case is missing or one too many" (;57;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer holds a case that the type has not" (;58;) (type 6)
      unreachable
    )
    (func $"encode tuple 13" (;59;) (type 9) (param i32 i32)
      (local i32)
      local.get 1
      i32.const 4
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
      i32.const 9
      i32.store8
      local.get 2
      local.get 0
      i32.store16 offset=8
    )
    (func $"decode tuple 13" (;60;) (type 9) (param i32 i32)
      (local i32)
      local.get 0
      i32.load offset=12
      i32.const 1
      i32.ne
      if ;; label = @1
        call $"protocol error: the answer holds another number of elements"
        unreachable
      end
      local.get 0
      i32.load offset=8
      local.set 2
      local.get 1
      local.get 2
      i32.load
      i32.const 9
      call $node
      i32.load16_u offset=8
      i32.store16
    )
    (func $"protocol error: the nodes of the answer are not a tree" (;61;) (type 6)
      unreachable
    )
    (func $"protocol error: the answer holds a node of another type" (;62;) (type 6)
      unreachable
    )
    (data (;0;) (i32.const 200) "test:small-types/api.{one-tuple}test:small-types/api.{plain-result}test:small-types/api.{err-result}test:small-types/api.{ok-result}test:small-types/api.{single-case}test:small-types/api.{bare-case}test:small-types/api.{one-enum}test:small-types/api.{one-record}test:small-types/api.{some-flags}test:small-types/api.{unit-option}\00\00\00\00\00\00\00\00\00\00\00\01\00\00\00\02\00\00\00")
    (@producers
      (processed-by "wasm-rpc-stubgen" "…")
      (processed-by "wit-component" "…")
    )
  )
  (core module (;1;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32)))
    (table (;0;) 3 3 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
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
    (import "" "$imports" (table (;0;) 3 3 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;2;)))
  (alias export 1 "single" (type (;3;)))
  (alias export 1 "bare" (type (;4;)))
  (alias export 1 "one" (type (;5;)))
  (alias export 1 "wrapped" (type (;6;)))
  (alias export 1 "two" (type (;7;)))
  (alias export 1 "ten" (type (;8;)))
  (alias core export 0 "2" (core func (;0;)))
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
  (core instance (;3;) (instantiate 0
      (with "0" (instance 1))
      (with "1" (instance 2))
    )
  )
  (alias core export 3 "cm32p2_memory" (core memory (;0;)))
  (alias core export 0 "$imports" (core table (;0;)))
  (alias export 0 "[constructor]wasm-rpc" (func (;0;)))
  (alias core export 3 "0" (core func (;5;)))
  (core func (;6;) (canon lower (func 0) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;1;)))
  (core func (;7;) (canon lower (func 1) (memory 0) (realloc 5) string-encoding=utf8))
  (alias core export 3 "17" (core func (;8;)))
  (core instance (;4;)
    (export "$imports" (table 0))
    (export "0" (func 6))
    (export "1" (func 7))
    (export "2" (func 8))
  )
  (core instance (;5;) (instantiate 2
      (with "" (instance 4))
    )
  )
  (type (;11;) (own 9))
  (type (;12;) (func (param "location" 2) (result 11)))
  (alias core export 3 "1" (core func (;9;)))
  (func (;2;) (type 12) (canon lift (core func 9) (memory 0) (realloc 5) string-encoding=utf8))
  (type (;13;) (borrow 9))
  (type (;14;) (tuple string))
  (type (;15;) (func (param "self" 13) (param "x" 14) (result 14)))
  (alias core export 3 "2" (core func (;10;)))
  (alias core export 3 "3" (core func (;11;)))
  (func (;3;) (type 15) (canon lift (core func 10) (memory 0) (realloc 5) string-encoding=utf8 (post-return 11)))
  (type (;16;) (result))
  (type (;17;) (func (param "self" 13) (param "x" 16) (result 16)))
  (alias core export 3 "4" (core func (;12;)))
  (func (;4;) (type 17) (canon lift (core func 12)))
  (type (;18;) (result (error string)))
  (type (;19;) (func (param "self" 13) (param "x" 18) (result 18)))
  (alias core export 3 "5" (core func (;13;)))
  (alias core export 3 "6" (core func (;14;)))
  (func (;5;) (type 19) (canon lift (core func 13) (memory 0) (realloc 5) string-encoding=utf8 (post-return 14)))
  (type (;20;) (result u8))
  (type (;21;) (func (param "self" 13) (param "x" 20) (result 20)))
  (alias core export 3 "7" (core func (;15;)))
  (alias core export 3 "8" (core func (;16;)))
  (func (;6;) (type 21) (canon lift (core func 15) (memory 0) (post-return 16)))
  (type (;22;) (func (param "self" 13) (param "x" 3) (result 3)))
  (alias core export 3 "9" (core func (;17;)))
  (alias core export 3 "10" (core func (;18;)))
  (func (;7;) (type 22) (canon lift (core func 17) (memory 0) (post-return 18)))
  (type (;23;) (func (param "self" 13) (param "x" 4) (result 4)))
  (alias core export 3 "11" (core func (;19;)))
  (func (;8;) (type 23) (canon lift (core func 19)))
  (type (;24;) (func (param "self" 13) (param "x" 5) (result 5)))
  (alias core export 3 "12" (core func (;20;)))
  (func (;9;) (type 24) (canon lift (core func 20)))
  (type (;25;) (func (param "self" 13) (param "x" 6) (result 6)))
  (alias core export 3 "13" (core func (;21;)))
  (func (;10;) (type 25) (canon lift (core func 21)))
  (type (;26;) (func (param "self" 13) (param "x" 7) (param "y" 8) (result 8)))
  (alias core export 3 "14" (core func (;22;)))
  (func (;11;) (type 26) (canon lift (core func 22)))
  (type (;27;) (option 16))
  (type (;28;) (func (param "self" 13) (param "x" 27) (result 27)))
  (alias core export 3 "15" (core func (;23;)))
  (alias core export 3 "16" (core func (;24;)))
  (func (;12;) (type 28) (canon lift (core func 23) (memory 0) (post-return 24)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (variant (case "only" u32)))
    (import "i1" (type (;3;) (eq 2)))
    (type (;4;) (variant (case "only")))
    (import "i2" (type (;5;) (eq 4)))
    (type (;6;) (enum "only"))
    (import "i3" (type (;7;) (eq 6)))
    (type (;8;) (tuple u16))
    (type (;9;) (record (field "value" 8)))
    (import "i4" (type (;10;) (eq 9)))
    (type (;11;) (flags "a" "b"))
    (import "i5" (type (;12;) (eq 11)))
    (type (;13;) (flags "a" "b" "c" "d" "e" "f" "g" "h" "i" "j"))
    (import "i6" (type (;14;) (eq 13)))
    (import "i7" (type (;15;) (sub resource)))
    (import "i8" (type (;16;) (eq 1)))
    (type (;17;) (own 15))
    (type (;18;) (func (param "location" 16) (result 17)))
    (import "i9" (func (;0;) (type 18)))
    (type (;19;) (borrow 15))
    (type (;20;) (tuple string))
    (type (;21;) (func (param "self" 19) (param "x" 20) (result 20)))
    (import "i10" (func (;1;) (type 21)))
    (type (;22;) (result))
    (type (;23;) (func (param "self" 19) (param "x" 22) (result 22)))
    (import "i11" (func (;2;) (type 23)))
    (type (;24;) (result (error string)))
    (type (;25;) (func (param "self" 19) (param "x" 24) (result 24)))
    (import "i12" (func (;3;) (type 25)))
    (type (;26;) (result u8))
    (type (;27;) (func (param "self" 19) (param "x" 26) (result 26)))
    (import "i13" (func (;4;) (type 27)))
    (import "i14" (type (;28;) (eq 3)))
    (type (;29;) (func (param "self" 19) (param "x" 28) (result 28)))
    (import "i15" (func (;5;) (type 29)))
    (import "i16" (type (;30;) (eq 5)))
    (type (;31;) (func (param "self" 19) (param "x" 30) (result 30)))
    (import "i17" (func (;6;) (type 31)))
    (import "i18" (type (;32;) (eq 7)))
    (type (;33;) (func (param "self" 19) (param "x" 32) (result 32)))
    (import "i19" (func (;7;) (type 33)))
    (import "i20" (type (;34;) (eq 10)))
    (type (;35;) (func (param "self" 19) (param "x" 34) (result 34)))
    (import "i21" (func (;8;) (type 35)))
    (import "i22" (type (;36;) (eq 12)))
    (import "i23" (type (;37;) (eq 14)))
    (type (;38;) (func (param "self" 19) (param "x" 36) (param "y" 37) (result 37)))
    (import "i24" (func (;9;) (type 38)))
    (type (;39;) (option 22))
    (type (;40;) (func (param "self" 19) (param "x" 39) (result 39)))
    (import "i25" (func (;10;) (type 40)))
    (export (;41;) "uri" (type 1))
    (export (;42;) "single" (type 3))
    (export (;43;) "bare" (type 5))
    (export (;44;) "one" (type 7))
    (export (;45;) "wrapped" (type 10))
    (export (;46;) "two" (type 12))
    (export (;47;) "ten" (type 14))
    (export (;48;) "api" (type 15))
    (type (;49;) (own 48))
    (type (;50;) (func (param "location" 41) (result 49)))
    (export (;11;) "[constructor]api" (func 0) (func (type 50)))
    (type (;51;) (borrow 48))
    (type (;52;) (tuple string))
    (type (;53;) (func (param "self" 51) (param "x" 52) (result 52)))
    (export (;12;) "[method]api.one-tuple" (func 1) (func (type 53)))
    (type (;54;) (result))
    (type (;55;) (func (param "self" 51) (param "x" 54) (result 54)))
    (export (;13;) "[method]api.plain-result" (func 2) (func (type 55)))
    (type (;56;) (result (error string)))
    (type (;57;) (func (param "self" 51) (param "x" 56) (result 56)))
    (export (;14;) "[method]api.err-result" (func 3) (func (type 57)))
    (type (;58;) (result u8))
    (type (;59;) (func (param "self" 51) (param "x" 58) (result 58)))
    (export (;15;) "[method]api.ok-result" (func 4) (func (type 59)))
    (type (;60;) (func (param "self" 51) (param "x" 42) (result 42)))
    (export (;16;) "[method]api.single-case" (func 5) (func (type 60)))
    (type (;61;) (func (param "self" 51) (param "x" 43) (result 43)))
    (export (;17;) "[method]api.bare-case" (func 6) (func (type 61)))
    (type (;62;) (func (param "self" 51) (param "x" 44) (result 44)))
    (export (;18;) "[method]api.one-enum" (func 7) (func (type 62)))
    (type (;63;) (func (param "self" 51) (param "x" 45) (result 45)))
    (export (;19;) "[method]api.one-record" (func 8) (func (type 63)))
    (type (;64;) (func (param "self" 51) (param "x" 46) (param "y" 47) (result 47)))
    (export (;20;) "[method]api.some-flags" (func 9) (func (type 64)))
    (type (;65;) (option 54))
    (type (;66;) (func (param "self" 51) (param "x" 65) (result 65)))
    (export (;21;) "[method]api.unit-option" (func 10) (func (type 66)))
  )
  (instance (;2;) (instantiate 0
      (with "i9" (func 2))
      (with "i10" (func 3))
      (with "i11" (func 4))
      (with "i12" (func 5))
      (with "i13" (func 6))
      (with "i15" (func 7))
      (with "i17" (func 8))
      (with "i19" (func 9))
      (with "i21" (func 10))
      (with "i24" (func 11))
      (with "i25" (func 12))
      (with "i0" (type 2))
      (with "i1" (type 3))
      (with "i2" (type 4))
      (with "i3" (type 5))
      (with "i4" (type 6))
      (with "i5" (type 7))
      (with "i6" (type 8))
      (with "i7" (type 9))
      (with "i8" (type 2))
      (with "i14" (type 3))
      (with "i16" (type 4))
      (with "i18" (type 5))
      (with "i20" (type 6))
      (with "i22" (type 7))
      (with "i23" (type 8))
    )
  )
  (export (;3;) "test:small-types-stub/stub-small-types" (instance 2))
  (@producers
    (processed-by "wit-component" "…")
  )
)
