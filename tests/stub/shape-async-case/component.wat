(component
  (type (;0;)
    (instance
      (export (;0;) "pollable" (type (sub resource)))
      (type (;1;) (borrow 0))
      (type (;2;) (func (param "self" 1) (result bool)))
      (export (;0;) "[method]pollable.ready" (func (type 2)))
    )
  )
  (import "wasi:io/poll@0.2.0" (instance (;0;) (type 0)))
  (alias export 0 "pollable" (type (;1;)))
  (type (;2;)
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
      (export (;18;) "future-invoke-result" (type (sub resource)))
      (alias outer 1 1 (type (;19;)))
      (export (;20;) "pollable" (type (eq 19)))
      (type (;21;) (own 2))
      (type (;22;) (func (param "location" 1) (result 21)))
      (export (;0;) "[constructor]wasm-rpc" (func (type 22)))
      (type (;23;) (borrow 2))
      (type (;24;) (list 15))
      (type (;25;) (result 15 (error 17)))
      (type (;26;) (func (param "self" 23) (param "function-name" string) (param "function-params" 24) (result 25)))
      (export (;1;) "[method]wasm-rpc.invoke-and-await" (func (type 26)))
      (type (;27;) (own 18))
      (type (;28;) (func (param "self" 23) (param "function-name" string) (param "function-params" 24) (result 27)))
      (export (;2;) "[method]wasm-rpc.async-invoke-and-await" (func (type 28)))
      (type (;29;) (borrow 18))
      (type (;30;) (own 20))
      (type (;31;) (func (param "self" 29) (result 30)))
      (export (;3;) "[method]future-invoke-result.subscribe" (func (type 31)))
      (type (;32;) (option 25))
      (type (;33;) (func (param "self" 29) (result 32)))
      (export (;4;) "[method]future-invoke-result.get" (func (type 33)))
    )
  )
  (import "golem:rpc/types@0.1.0" (instance (;1;) (type 2)))
  (type (;3;)
    (instance
      (export (;0;) "error" (type (sub resource)))
    )
  )
  (import "wasi:io/error@0.2.0" (instance (;2;) (type 3)))
  (alias export 2 "error" (type (;4;)))
  (type (;5;)
    (instance
      (export (;0;) "output-stream" (type (sub resource)))
      (alias outer 1 4 (type (;1;)))
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
  (import "wasi:io/streams@0.2.0" (instance (;3;) (type 5)))
  (alias export 3 "output-stream" (type (;6;)))
  (type (;7;)
    (instance
      (alias outer 1 6 (type (;0;)))
      (export (;1;) "output-stream" (type (eq 0)))
      (type (;2;) (own 1))
      (type (;3;) (func (result 2)))
      (export (;0;) "get-stderr" (func (type 3)))
    )
  )
  (import "wasi:cli/stderr@0.2.0" (instance (;4;) (type 7)))
  (core module (;0;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32) (result i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;3;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;4;) (func (param i32)))
    (type (;5;) (func (param i32 i32)))
    (type (;6;) (func (result i32)))
    (type (;7;) (func (param i32 i32 i32 i32)))
    (type (;8;) (func (param i32 i32 i32 i32) (result i32)))
    (type (;9;) (func (param i32 i32 i32) (result i32)))
    (type (;10;) (func))
    (type (;11;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "API_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "flag-set_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.async-invoke-and-await" (func (;4;) (type 3) (param i32 i32 i32 i32 i32) (result i32)))
    (import "1" "future-open-result_new" (func (;5;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;6;) (type 4) (param i32)))
    (import "1" "future-flag-set-map-read-result_new" (func (;7;) (type 1) (param i32) (result i32)))
    (import "1" "future-flag-set-get-all-result_new" (func (;8;) (type 1) (param i32) (result i32)))
    (import "0" "[method]future-invoke-result.subscribe" (func (;9;) (type 1) (param i32) (result i32)))
    (import "2" "[method]pollable.ready" (func (;10;) (type 1) (param i32) (result i32)))
    (import "2" "pollable_drop" (func (;11;) (type 4) (param i32)))
    (import "0" "[method]future-invoke-result.get" (func (;12;) (type 5) (param i32 i32)))
    (import "0" "future-invoke-result_drop" (func (;13;) (type 4) (param i32)))
    (import "3" "get-stderr" (func (;14;) (type 6) (result i32)))
    (import "4" "[method]output-stream.blocking-write-and-flush" (func (;15;) (type 7) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 656)
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
    (export "1" (func $"connect API"))
    (export "2" (func $"test:shape-async-case/API.{OPEN}"))
    (export "3" (func $"#func19 test:shape-async-case/API.{OPEN}"))
    (export "4" (func $"drop API"))
    (export "5" (func $"test:shape-async-case/API.{flag-set.MAP-READ}"))
    (export "6" (func $"#func22 test:shape-async-case/API.{flag-set.MAP-READ}"))
    (export "7" (func $"test:shape-async-case/API.{flag-set.GET-all}"))
    (export "8" (func $post-return))
    (export "9" (func $"#func25 test:shape-async-case/API.{flag-set.GET-all}"))
    (export "10" (func $"test:shape-async-case/API.{flag-set.drop}"))
    (export "11" (func $"subscribe future-open-result"))
    (export "12" (func $"#func28 test:shape-async-case/API.{OPEN}"))
    (export "13" (func $post-return))
    (export "14" (func $"drop future-open-result"))
    (export "15" (func $"subscribe future-flag-set-map-read-result"))
    (export "16" (func $"#func31 test:shape-async-case/API.{flag-set.MAP-READ}"))
    (export "17" (func $post-return))
    (export "18" (func $"drop future-flag-set-map-read-result"))
    (export "19" (func $"subscribe future-flag-set-get-all-result"))
    (export "20" (func $"#func34 test:shape-async-case/API.{flag-set.GET-all}"))
    (export "21" (func $post-return))
    (export "22" (func $"drop future-flag-set-get-all-result"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;16;) (type 8) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect API" (;17;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:shape-async-case/API.{OPEN}" (;18;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 188
      global.set 15
      local.get 1
      i32.const 188
      i32.const 32
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
      call 3
      call $reset
    )
    (func $"#func19 test:shape-async-case/API.{OPEN}" (@name "test:shape-async-case/API.{OPEN}") (;19;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 188
      global.set 15
      local.get 1
      i32.const 188
      i32.const 32
      i32.const 176
      i32.const 0
      call 4
      local.set 3
      local.get 0
      i32.const 24
      i32.add
      local.get 0
      i32.load offset=4
      local.get 3
      call $"new resource"
      call 5
      call $reset
    )
    (func $"drop API" (;20;) (type 4) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:shape-async-case/API.{flag-set.MAP-READ}" (;21;) (type 0) (param i32 i32) (result i32)
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
      i32.const 224
      global.set 15
      local.get 4
      i32.const 224
      i32.const 45
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
      i32.const 10
      call $node
      i32.load offset=8
      local.get 4
      call 6
      call $reset
    )
    (func $"#func22 test:shape-async-case/API.{flag-set.MAP-READ}" (@name "test:shape-async-case/API.{flag-set.MAP-READ}") (;22;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32 i32 i32)
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
      i32.const 224
      global.set 15
      local.get 4
      i32.const 224
      i32.const 45
      i32.const 176
      i32.const 0
      call 4
      local.set 6
      local.get 2
      local.get 3
      local.get 6
      call $"new resource"
      local.get 4
      call 6
      call 7
      call $reset
    )
    (func $"test:shape-async-case/API.{flag-set.GET-all}" (;23;) (type 1) (param i32) (result i32)
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
      i32.const 273
      global.set 15
      local.get 1
      i32.const 273
      i32.const 44
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
      call $"decode list 12"
      local.get 3
    )
    (func $post-return (;24;) (type 4) (param i32)
      call $reset
    )
    (func $"#func25 test:shape-async-case/API.{flag-set.GET-all}" (@name "test:shape-async-case/API.{flag-set.GET-all}") (;25;) (type 1) (param i32) (result i32)
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
      local.get 0
      global.set 12
      i32.const 273
      global.set 15
      local.get 1
      i32.const 273
      i32.const 44
      i32.const 176
      i32.const 1
      call 4
      local.set 3
      local.get 0
      i32.const 24
      i32.add
      local.get 0
      i32.load offset=4
      local.get 3
      call $"new resource"
      call 8
      call $reset
    )
    (func $"test:shape-async-case/API.{flag-set.drop}" (;26;) (type 4) (param i32)
      local.get 0
      i32.const 321
      i32.const 41
      call $"drop resource"
    )
    (func $"subscribe future-open-result" (;27;) (type 1) (param i32) (result i32)
      local.get 0
      i32.load
      call 9
    )
    (func $"#func28 test:shape-async-case/API.{OPEN}" (@name "test:shape-async-case/API.{OPEN}") (;28;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load offset=16
      if ;; label = @1
        call $"the answer was taken already"
        unreachable
      end
      i32.const 8
      call $alloc
      local.tee 1
      i32.const 0
      i32.store8
      block ;; label = @1
        local.get 0
        i32.load
        call 9
        local.tee 2
        call 10
        local.get 2
        call 11
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.load
        i32.const 4
        call 12
        i32.const 4
        i32.load8_u
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.const 1
        i32.store offset=16
        local.get 1
        i32.const 1
        i32.store8
        local.get 0
        global.set 12
        i32.const 188
        global.set 15
        i32.const 8
        i32.load8_u
        if ;; label = @2
          call $rpc-error
          unreachable
        end
        local.get 1
        call $"answer with one result"
        i32.const 21
        call $node
        call $"decode handle"
        call 3
        i32.store offset=4
      end
      local.get 1
    )
    (func $"drop future-open-result" (;29;) (type 4) (param i32)
      local.get 0
      i32.load
      call 13
      local.get 0
      call $"free block"
    )
    (func $"subscribe future-flag-set-map-read-result" (;30;) (type 1) (param i32) (result i32)
      local.get 0
      i32.load
      call 9
    )
    (func $"#func31 test:shape-async-case/API.{flag-set.MAP-READ}" (@name "test:shape-async-case/API.{flag-set.MAP-READ}") (;31;) (type 1) (param i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load offset=16
      if ;; label = @1
        call $"the answer was taken already"
        unreachable
      end
      i32.const 8
      call $alloc
      local.tee 1
      i32.const 0
      i32.store8
      block ;; label = @1
        local.get 0
        i32.load
        call 9
        local.tee 2
        call 10
        local.get 2
        call 11
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.load
        i32.const 4
        call 12
        i32.const 4
        i32.load8_u
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.const 1
        i32.store offset=16
        local.get 1
        i32.const 1
        i32.store8
        local.get 0
        global.set 12
        i32.const 224
        global.set 15
        i32.const 8
        i32.load8_u
        if ;; label = @2
          call $rpc-error
          unreachable
        end
        local.get 1
        call $"answer with one result"
        i32.const 10
        call $node
        i32.load offset=8
        i32.store offset=4
      end
      local.get 1
    )
    (func $"drop future-flag-set-map-read-result" (;32;) (type 4) (param i32)
      local.get 0
      i32.load
      call 13
      local.get 0
      call $"free block"
    )
    (func $"subscribe future-flag-set-get-all-result" (;33;) (type 1) (param i32) (result i32)
      local.get 0
      i32.load
      call 9
    )
    (func $"#func34 test:shape-async-case/API.{flag-set.GET-all}" (@name "test:shape-async-case/API.{flag-set.GET-all}") (;34;) (type 1) (param i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      i32.load offset=16
      if ;; label = @1
        call $"the answer was taken already"
        unreachable
      end
      i32.const 12
      call $alloc
      local.tee 1
      i32.const 0
      i32.store8
      block ;; label = @1
        local.get 0
        i32.load
        call 9
        local.tee 2
        call 10
        local.get 2
        call 11
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.load
        i32.const 4
        call 12
        i32.const 4
        i32.load8_u
        i32.eqz
        br_if 0 (;@1;)
        local.get 0
        i32.const 1
        i32.store offset=16
        local.get 1
        i32.const 1
        i32.store8
        local.get 0
        global.set 12
        i32.const 273
        global.set 15
        i32.const 8
        i32.load8_u
        if ;; label = @2
          call $rpc-error
          unreachable
        end
        call $"answer with one result"
        local.set 3
        local.get 3
        i32.const 5
        call $node
        local.get 1
        i32.const 4
        i32.add
        call $"decode list 12"
      end
      local.get 1
    )
    (func $"drop future-flag-set-get-all-result" (;35;) (type 4) (param i32)
      local.get 0
      i32.load
      call 13
      local.get 0
      call $"free block"
    )
    (func $resize (;36;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;37;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;38;) (type 9) (param i32 i32 i32) (result i32)
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
    (func $reset (;39;) (type 10)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 656
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
    (func $rpc-error (;40;) (type 10)
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
    (func $"answer with one result" (;41;) (type 6) (result i32)
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
    (func $node (;42;) (type 0) (param i32 i32) (result i32)
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
    (func $"decode handle" (;43;) (type 1) (param i32) (result i32)
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
    (func $"free resource" (;44;) (type 4) (param i32)
      local.get 0
      i32.load
      call 6
      local.get 0
      call $"free block"
    )
    (func $alloc (;45;) (type 1) (param i32) (result i32)
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
    (func $"encode handle" (;46;) (type 5) (param i32 i32)
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
    (func $"decode list 12" (;47;) (type 5) (param i32 i32)
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
          i32.const 10
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
          i32.load offset=8
          i32.store
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
    (func $"drop resource" (;48;) (type 11) (param i32 i32 i32)
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
    (func $"the answer was taken already" (;49;) (type 10)
      unreachable
    )
    (func $"free block" (;50;) (type 4) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $"out of memory" (;51;) (type 10)
      unreachable
    )
    (func $"block bits" (;52;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;53;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;54;) (type 5) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;55;) (type 10)
      i32.const 366
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;56;) (type 10)
      i32.const 384
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;57;) (type 10)
      i32.const 394
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;58;) (type 10)
      i32.const 407
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;59;) (type 10)
      i32.const 366
      i32.const 432
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;60;) (type 10)
      i32.const 366
      i32.const 475
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;61;) (type 10)
      i32.const 366
      i32.const 515
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;62;) (type 4) (param i32)
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
    (func $"protocol error: the nodes of the response are not a tree" (;63;) (type 10)
      i32.const 366
      i32.const 559
      i32.const 40
      call $report
      unreachable
    )
    (func $report (;64;) (type 11) (param i32 i32 i32)
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
      i32.const 603
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 617
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 625
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 638
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 644
      i32.const 1
      call $append
      local.set 6
      call 14
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
        call 15
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
    (func $append (;65;) (type 9) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 184) " \00\00\00test:shape-async-case/API.{OPEN}-\00\00\00test:shape-async-case/API.{flag-set.MAP-READ},\00\00\00test:shape-async-case/API.{flag-set.GET-all})\00\00\00test:shape-async-case/API.{flag-set.drop}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response(\00\00\00the nodes of the response are not a tree\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a\00\00\00\00\00\00\00\01\00\00\00")
    (@producers
      (processed-by "wasm-rpc-stubgen" "…")
      (processed-by "wit-component" "…")
    )
  )
  (core module (;1;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;3;) (func (param i32 i32)))
    (type (;4;) (func (param i32 i32 i32 i32)))
    (type (;5;) (func (param i32)))
    (table (;0;) 10 10 funcref)
    (export "0" (func 0))
    (export "1" (func 1))
    (export "2" (func 2))
    (export "3" (func 3))
    (export "4" (func 4))
    (export "5" (func 5))
    (export "6" (func 6))
    (export "7" (func 7))
    (export "8" (func 8))
    (export "9" (func 9))
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
    (func (;2;) (type 2) (param i32 i32 i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      i32.const 2
      call_indirect (type 2)
    )
    (func (;3;) (type 3) (param i32 i32)
      local.get 0
      local.get 1
      i32.const 3
      call_indirect (type 3)
    )
    (func (;4;) (type 4) (param i32 i32 i32 i32)
      local.get 0
      local.get 1
      local.get 2
      local.get 3
      i32.const 4
      call_indirect (type 4)
    )
    (func (;5;) (type 5) (param i32)
      local.get 0
      i32.const 5
      call_indirect (type 5)
    )
    (func (;6;) (type 5) (param i32)
      local.get 0
      i32.const 6
      call_indirect (type 5)
    )
    (func (;7;) (type 5) (param i32)
      local.get 0
      i32.const 7
      call_indirect (type 5)
    )
    (func (;8;) (type 5) (param i32)
      local.get 0
      i32.const 8
      call_indirect (type 5)
    )
    (func (;9;) (type 5) (param i32)
      local.get 0
      i32.const 9
      call_indirect (type 5)
    )
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 1 "uri" (type (;8;)))
  (alias export 0 "pollable" (type (;9;)))
  (alias core export 0 "5" (core func (;0;)))
  (type (;10;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "6" (core func (;1;)))
  (type (;11;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "7" (core func (;2;)))
  (type (;12;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "8" (core func (;3;)))
  (type (;13;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "9" (core func (;4;)))
  (type (;14;) (resource (rep i32) (dtor 4)))
  (alias core export 0 "0" (core func (;5;)))
  (alias core export 0 "1" (core func (;6;)))
  (alias core export 0 "2" (core func (;7;)))
  (alias export 1 "wasm-rpc" (type (;15;)))
  (core func (;8;) (canon resource.drop 15))
  (alias export 1 "[method]future-invoke-result.subscribe" (func (;0;)))
  (core func (;9;) (canon lower (func 0)))
  (alias core export 0 "3" (core func (;10;)))
  (alias export 1 "future-invoke-result" (type (;16;)))
  (core func (;11;) (canon resource.drop 16))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 5))
    (export "[method]wasm-rpc.invoke-and-await" (func 6))
    (export "[method]wasm-rpc.async-invoke-and-await" (func 7))
    (export "wasm-rpc_drop" (func 8))
    (export "[method]future-invoke-result.subscribe" (func 9))
    (export "[method]future-invoke-result.get" (func 10))
    (export "future-invoke-result_drop" (func 11))
  )
  (core func (;12;) (canon resource.new 10))
  (core func (;13;) (canon resource.new 11))
  (core func (;14;) (canon resource.new 12))
  (core func (;15;) (canon resource.new 13))
  (core func (;16;) (canon resource.new 14))
  (core instance (;2;)
    (export "API_new" (func 12))
    (export "flag-set_new" (func 13))
    (export "future-open-result_new" (func 14))
    (export "future-flag-set-map-read-result_new" (func 15))
    (export "future-flag-set-get-all-result_new" (func 16))
  )
  (alias export 0 "[method]pollable.ready" (func (;1;)))
  (core func (;17;) (canon lower (func 1)))
  (alias export 0 "pollable" (type (;17;)))
  (core func (;18;) (canon resource.drop 17))
  (core instance (;3;)
    (export "[method]pollable.ready" (func 17))
    (export "pollable_drop" (func 18))
  )
  (alias export 4 "get-stderr" (func (;2;)))
  (core func (;19;) (canon lower (func 2)))
  (core instance (;4;)
    (export "get-stderr" (func 19))
  )
  (alias core export 0 "4" (core func (;20;)))
  (core instance (;5;)
    (export "[method]output-stream.blocking-write-and-flush" (func 20))
  )
  (core instance (;6;) (instantiate 0
      (with "0" (instance 1))
      (with "1" (instance 2))
      (with "2" (instance 3))
      (with "3" (instance 4))
      (with "4" (instance 5))
    )
  )
  (alias core export 6 "cm32p2_memory" (core memory (;0;)))
  (core module (;2;)
    (type (;0;) (func (param i32 i32) (result i32)))
    (type (;1;) (func (param i32 i32 i32 i32 i32 i32)))
    (type (;2;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;3;) (func (param i32 i32)))
    (type (;4;) (func (param i32 i32 i32 i32)))
    (type (;5;) (func (param i32)))
    (import "actual" "0" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "actual" "1" (func (;1;) (type 1) (param i32 i32 i32 i32 i32 i32)))
    (import "actual" "2" (func (;2;) (type 2) (param i32 i32 i32 i32 i32) (result i32)))
    (import "actual" "3" (func (;3;) (type 3) (param i32 i32)))
    (import "actual" "4" (func (;4;) (type 4) (param i32 i32 i32 i32)))
    (import "actual" "5" (func (;5;) (type 5) (param i32)))
    (import "actual" "6" (func (;6;) (type 5) (param i32)))
    (import "actual" "7" (func (;7;) (type 5) (param i32)))
    (import "actual" "8" (func (;8;) (type 5) (param i32)))
    (import "actual" "9" (func (;9;) (type 5) (param i32)))
    (import "shim" "$imports" (table (;0;) 10 10 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4 5 6 7 8 9)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 1 "[constructor]wasm-rpc" (func (;3;)))
  (core func (;21;) (canon lower (func 3) (memory 0) string-encoding=utf8))
  (alias export 1 "[method]wasm-rpc.invoke-and-await" (func (;4;)))
  (alias core export 6 "0" (core func (;22;)))
  (core func (;23;) (canon lower (func 4) (memory 0) (realloc 22) string-encoding=utf8))
  (alias export 1 "[method]wasm-rpc.async-invoke-and-await" (func (;5;)))
  (core func (;24;) (canon lower (func 5) (memory 0) string-encoding=utf8))
  (alias export 1 "[method]future-invoke-result.get" (func (;6;)))
  (core func (;25;) (canon lower (func 6) (memory 0) (realloc 22) string-encoding=utf8))
  (alias export 3 "[method]output-stream.blocking-write-and-flush" (func (;7;)))
  (core func (;26;) (canon lower (func 7) (memory 0)))
  (alias core export 6 "4" (core func (;27;)))
  (alias core export 6 "10" (core func (;28;)))
  (alias core export 6 "14" (core func (;29;)))
  (alias core export 6 "18" (core func (;30;)))
  (alias core export 6 "22" (core func (;31;)))
  (core instance (;7;)
    (export "0" (func 21))
    (export "1" (func 23))
    (export "2" (func 24))
    (export "3" (func 25))
    (export "4" (func 26))
    (export "5" (func 27))
    (export "6" (func 28))
    (export "7" (func 29))
    (export "8" (func 30))
    (export "9" (func 31))
  )
  (core instance (;8;) (instantiate 2
      (with "actual" (instance 7))
      (with "shim" (instance 0))
    )
  )
  (type (;18;) (own 10))
  (type (;19;) (func (param "location" 8) (result 18)))
  (alias core export 6 "1" (core func (;32;)))
  (func (;8;) (type 19) (canon lift (core func 32) (memory 0) (realloc 22) string-encoding=utf8))
  (type (;20;) (borrow 10))
  (type (;21;) (own 11))
  (type (;22;) (func (param "self" 20) (result 21)))
  (alias core export 6 "2" (core func (;33;)))
  (func (;9;) (type 22) (canon lift (core func 33)))
  (type (;23;) (own 12))
  (type (;24;) (func (param "self" 20) (result 23)))
  (alias core export 6 "3" (core func (;34;)))
  (func (;10;) (type 24) (canon lift (core func 34)))
  (type (;25;) (func (param "location" 8) (result u32)))
  (alias core export 6 "5" (core func (;35;)))
  (func (;11;) (type 25) (canon lift (core func 35) (memory 0) (realloc 22) string-encoding=utf8))
  (type (;26;) (own 13))
  (type (;27;) (func (param "location" 8) (result 26)))
  (alias core export 6 "6" (core func (;36;)))
  (func (;12;) (type 27) (canon lift (core func 36) (memory 0) (realloc 22) string-encoding=utf8))
  (type (;28;) (borrow 11))
  (type (;29;) (list u32))
  (type (;30;) (func (param "self" 28) (result 29)))
  (alias core export 6 "7" (core func (;37;)))
  (alias core export 6 "8" (core func (;38;)))
  (func (;13;) (type 30) (canon lift (core func 37) (memory 0) (post-return 38)))
  (type (;31;) (own 14))
  (type (;32;) (func (param "self" 28) (result 31)))
  (alias core export 6 "9" (core func (;39;)))
  (func (;14;) (type 32) (canon lift (core func 39)))
  (type (;33;) (borrow 12))
  (type (;34;) (own 9))
  (type (;35;) (func (param "self" 33) (result 34)))
  (alias core export 6 "11" (core func (;40;)))
  (func (;15;) (type 35) (canon lift (core func 40)))
  (type (;36;) (option 21))
  (type (;37;) (func (param "self" 33) (result 36)))
  (alias core export 6 "12" (core func (;41;)))
  (alias core export 6 "13" (core func (;42;)))
  (func (;16;) (type 37) (canon lift (core func 41) (memory 0) (post-return 42)))
  (type (;38;) (borrow 13))
  (type (;39;) (func (param "self" 38) (result 34)))
  (alias core export 6 "15" (core func (;43;)))
  (func (;17;) (type 39) (canon lift (core func 43)))
  (type (;40;) (option u32))
  (type (;41;) (func (param "self" 38) (result 40)))
  (alias core export 6 "16" (core func (;44;)))
  (alias core export 6 "17" (core func (;45;)))
  (func (;18;) (type 41) (canon lift (core func 44) (memory 0) (post-return 45)))
  (type (;42;) (borrow 14))
  (type (;43;) (func (param "self" 42) (result 34)))
  (alias core export 6 "19" (core func (;46;)))
  (func (;19;) (type 43) (canon lift (core func 46)))
  (type (;44;) (option 29))
  (type (;45;) (func (param "self" 42) (result 44)))
  (alias core export 6 "20" (core func (;47;)))
  (alias core export 6 "21" (core func (;48;)))
  (func (;20;) (type 45) (canon lift (core func 47) (memory 0) (post-return 48)))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (sub resource)))
    (import "i3" (type (;4;) (sub resource)))
    (import "i4" (type (;5;) (sub resource)))
    (import "i5" (type (;6;) (sub resource)))
    (import "i6" (type (;7;) (sub resource)))
    (import "i7" (type (;8;) (eq 1)))
    (type (;9;) (own 3))
    (type (;10;) (func (param "location" 8) (result 9)))
    (import "i8" (func (;0;) (type 10)))
    (type (;11;) (borrow 3))
    (type (;12;) (own 4))
    (type (;13;) (func (param "self" 11) (result 12)))
    (import "i9" (func (;1;) (type 13)))
    (type (;14;) (own 5))
    (type (;15;) (func (param "self" 11) (result 14)))
    (import "i10" (func (;2;) (type 15)))
    (type (;16;) (func (param "location" 8) (result u32)))
    (import "i11" (func (;3;) (type 16)))
    (type (;17;) (own 6))
    (type (;18;) (func (param "location" 8) (result 17)))
    (import "i12" (func (;4;) (type 18)))
    (type (;19;) (borrow 4))
    (type (;20;) (list u32))
    (type (;21;) (func (param "self" 19) (result 20)))
    (import "i13" (func (;5;) (type 21)))
    (type (;22;) (own 7))
    (type (;23;) (func (param "self" 19) (result 22)))
    (import "i14" (func (;6;) (type 23)))
    (type (;24;) (borrow 5))
    (import "i15" (type (;25;) (eq 2)))
    (type (;26;) (own 25))
    (type (;27;) (func (param "self" 24) (result 26)))
    (import "i16" (func (;7;) (type 27)))
    (type (;28;) (option 12))
    (type (;29;) (func (param "self" 24) (result 28)))
    (import "i17" (func (;8;) (type 29)))
    (type (;30;) (borrow 6))
    (type (;31;) (func (param "self" 30) (result 26)))
    (import "i18" (func (;9;) (type 31)))
    (type (;32;) (option u32))
    (type (;33;) (func (param "self" 30) (result 32)))
    (import "i19" (func (;10;) (type 33)))
    (type (;34;) (borrow 7))
    (type (;35;) (func (param "self" 34) (result 26)))
    (import "i20" (func (;11;) (type 35)))
    (type (;36;) (option 20))
    (type (;37;) (func (param "self" 34) (result 36)))
    (import "i21" (func (;12;) (type 37)))
    (export (;38;) "uri" (type 1))
    (export (;39;) "pollable" (type 2))
    (export (;40;) "API" (type 3))
    (export (;41;) "flag-set" (type 4))
    (export (;42;) "future-open-result" (type 5))
    (export (;43;) "future-flag-set-map-read-result" (type 6))
    (export (;44;) "future-flag-set-get-all-result" (type 7))
    (type (;45;) (own 40))
    (type (;46;) (func (param "location" 38) (result 45)))
    (export (;13;) "[constructor]API" (func 0) (func (type 46)))
    (type (;47;) (borrow 40))
    (type (;48;) (own 41))
    (type (;49;) (func (param "self" 47) (result 48)))
    (export (;14;) "[method]API.blocking-OPEN" (func 1) (func (type 49)))
    (type (;50;) (own 42))
    (type (;51;) (func (param "self" 47) (result 50)))
    (export (;15;) "[method]API.OPEN" (func 2) (func (type 51)))
    (type (;52;) (func (param "location" 38) (result u32)))
    (export (;16;) "[static]flag-set.blocking-MAP-READ" (func 3) (func (type 52)))
    (type (;53;) (own 43))
    (type (;54;) (func (param "location" 38) (result 53)))
    (export (;17;) "[static]flag-set.MAP-READ" (func 4) (func (type 54)))
    (type (;55;) (borrow 41))
    (type (;56;) (list u32))
    (type (;57;) (func (param "self" 55) (result 56)))
    (export (;18;) "[method]flag-set.blocking-GET-all" (func 5) (func (type 57)))
    (type (;58;) (own 44))
    (type (;59;) (func (param "self" 55) (result 58)))
    (export (;19;) "[method]flag-set.GET-all" (func 6) (func (type 59)))
    (type (;60;) (borrow 42))
    (type (;61;) (own 39))
    (type (;62;) (func (param "self" 60) (result 61)))
    (export (;20;) "[method]future-open-result.subscribe" (func 7) (func (type 62)))
    (type (;63;) (option 48))
    (type (;64;) (func (param "self" 60) (result 63)))
    (export (;21;) "[method]future-open-result.get" (func 8) (func (type 64)))
    (type (;65;) (borrow 43))
    (type (;66;) (func (param "self" 65) (result 61)))
    (export (;22;) "[method]future-flag-set-map-read-result.subscribe" (func 9) (func (type 66)))
    (type (;67;) (option u32))
    (type (;68;) (func (param "self" 65) (result 67)))
    (export (;23;) "[method]future-flag-set-map-read-result.get" (func 10) (func (type 68)))
    (type (;69;) (borrow 44))
    (type (;70;) (func (param "self" 69) (result 61)))
    (export (;24;) "[method]future-flag-set-get-all-result.subscribe" (func 11) (func (type 70)))
    (type (;71;) (option 56))
    (type (;72;) (func (param "self" 69) (result 71)))
    (export (;25;) "[method]future-flag-set-get-all-result.get" (func 12) (func (type 72)))
  )
  (instance (;5;) (instantiate 0
      (with "i8" (func 8))
      (with "i9" (func 9))
      (with "i10" (func 10))
      (with "i11" (func 11))
      (with "i12" (func 12))
      (with "i13" (func 13))
      (with "i14" (func 14))
      (with "i16" (func 15))
      (with "i17" (func 16))
      (with "i18" (func 17))
      (with "i19" (func 18))
      (with "i20" (func 19))
      (with "i21" (func 20))
      (with "i0" (type 8))
      (with "i1" (type 9))
      (with "i2" (type 10))
      (with "i3" (type 11))
      (with "i4" (type 12))
      (with "i5" (type 13))
      (with "i6" (type 14))
      (with "i7" (type 8))
      (with "i15" (type 9))
    )
  )
  (export (;6;) "test:shape-async-case-stub/stub-shape-async-case" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
