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
      (type (;0;) (record (field "type" u8) (field "func" string) (field "match" bool) (field "struct" u32) (field "self-type" s8)))
      (export (;1;) "record" (type (eq 0)))
      (type (;2;) (enum "use" "flags" "fn" "impl" "crate"))
      (export (;3;) "enum" (type (eq 2)))
      (type (;4;) (variant (case "list" u8) (case "option") (case "async" string) (case "await")))
      (export (;5;) "variant" (type (eq 4)))
      (type (;6;) (flags "world" "variant" "mod" "ref"))
      (export (;7;) "flags" (type (eq 6)))
    )
  )
  (import "package:interface/interface" (instance (;1;) (type 1)))
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
    (type (;7;) (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
    (type (;8;) (func (param i32 i32 i32) (result i32)))
    (type (;9;) (func (param i32 i32 i32)))
    (type (;10;) (func))
    (type (;11;) (func (param i32 i32 i32 i32 i32 i32 i32)))
    (type (;12;) (func (param i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "interface_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "resource_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;4;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;5;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;6;) (type 5) (param i32 i32 i32 i32)))
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
    (export "1" (func $"connect interface"))
    (export "2" (func $"package:interface/interface.{func}"))
    (export "3" (func $post-return))
    (export "4" (func $"package:interface/interface.{use}"))
    (export "5" (func $"package:interface/interface.{static}"))
    (export "6" (func $"package:interface/interface.{dyn}"))
    (export "7" (func $"drop interface"))
    (export "8" (func $"package:interface/interface.{resource.new}"))
    (export "9" (func $"package:interface/interface.{resource.type}"))
    (export "10" (func $"package:interface/interface.{resource.own}"))
    (export "11" (func $"package:interface/interface.{resource.drop}"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;7;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect interface" (;8;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"package:interface/interface.{func}" (;9;) (type 7) (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 9
      i32.const 192
      call $alloc
      local.set 10
      local.get 10
      i32.const 24
      i32.add
      global.set 5
      i32.const 924
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 4
      local.get 5
      local.get 6
      local.get 10
      call $"encode record 7"
      i32.const 176
      local.get 10
      i32.store
      i32.const 176
      i32.const 6
      i32.store offset=4
      local.get 7
      local.get 10
      i32.const 144
      i32.add
      call $"encode enum 8"
      i32.const 184
      local.get 10
      i32.const 144
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 10
      i32.const 8
      i32.store8 offset=168
      local.get 10
      local.get 8
      i32.store8 offset=176
      i32.const 192
      local.get 10
      i32.const 168
      i32.add
      i32.store
      i32.const 192
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 212
      global.set 15
      local.get 9
      i32.const 212
      i32.const 34
      i32.const 176
      i32.const 3
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
      local.set 11
      call $"answer with one result"
      local.set 12
      local.get 12
      i32.const 1
      call $node
      local.get 11
      call $"decode variant 12"
      local.get 11
    )
    (func $post-return (;10;) (type 3) (param i32)
      call $reset
    )
    (func $"package:interface/interface.{use}" (;11;) (type 8) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 48
      call $alloc
      local.set 4
      local.get 1
      local.get 4
      call $"encode flags 9"
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 4
      i32.const 8
      i32.store8 offset=24
      local.get 4
      local.get 2
      i32.store8 offset=32
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 250
      global.set 15
      local.get 3
      i32.const 250
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
      i32.const 1
      call $alloc
      local.set 5
      call $"answer with one result"
      local.set 6
      local.get 6
      i32.const 3
      call $node
      local.get 5
      call $"decode flags 9"
      local.get 5
      i32.load8_u
      call $reset
    )
    (func $"package:interface/interface.{static}" (;12;) (type 9) (param i32 i32 i32)
      (local i32 i32)
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
      i32.const 287
      global.set 15
      local.get 3
      i32.const 287
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
      call $"answer without result"
      call $reset
    )
    (func $"package:interface/interface.{dyn}" (;13;) (type 1) (param i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 327
      global.set 15
      local.get 1
      i32.const 327
      i32.const 33
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
      i32.const 1
      call $alloc
      local.set 3
      call $"answer with one result"
      local.set 4
      local.get 4
      i32.const 2
      call $node
      local.get 3
      call $"decode enum 8"
      local.get 3
      i32.load8_u
      call $reset
    )
    (func $"drop interface" (;14;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"package:interface/interface.{resource.new}" (;15;) (type 8) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
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
      local.get 3
      global.set 13
      local.get 4
      global.set 14
      i32.const 0
      global.set 12
      i32.const 364
      global.set 15
      local.get 5
      i32.const 364
      i32.const 42
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
      local.get 5
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 3
      call $reset
    )
    (func $"package:interface/interface.{resource.type}" (;16;) (type 0) (param i32 i32) (result i32)
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
      local.get 3
      i32.const 8
      i32.store8 offset=24
      local.get 3
      local.get 1
      i32.store8 offset=32
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
      i32.const 410
      global.set 15
      local.get 2
      i32.const 410
      i32.const 43
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
      i32.const 8
      call $node
      i32.load8_u offset=8
      call $reset
    )
    (func $"package:interface/interface.{resource.own}" (;17;) (type 6) (param i32 i32 i32 i32) (result i32)
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
      i32.const 457
      global.set 15
      local.get 6
      i32.const 457
      i32.const 42
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
      local.get 6
      call 4
      call $reset
    )
    (func $"package:interface/interface.{resource.drop}" (;18;) (type 3) (param i32)
      local.get 0
      i32.const 503
      i32.const 43
      call $"drop resource"
    )
    (func $resize (;19;) (type 8) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;20;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;21;) (type 8) (param i32 i32 i32) (result i32)
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
    (func $reset (;22;) (type 10)
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
    (func $alloc (;23;) (type 1) (param i32) (result i32)
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
    (func $"encode record 7" (;24;) (type 11) (param i32 i32 i32 i32 i32 i32 i32)
      (local i32)
      local.get 6
      i32.const 0
      i32.store8
      local.get 6
      global.get 6
      i32.store offset=8
      local.get 6
      i32.const 5
      i32.store offset=12
      global.get 5
      local.tee 7
      i32.const 120
      i32.add
      global.set 5
      global.get 6
      i32.const 20
      i32.add
      global.set 6
      local.get 7
      i32.const 8
      i32.store8
      local.get 7
      local.get 0
      i32.store8 offset=8
      local.get 7
      i32.const 20
      i32.store8 offset=24
      local.get 7
      local.get 1
      i32.store offset=32
      local.get 7
      local.get 2
      i32.store offset=36
      local.get 7
      i32.const 19
      i32.store8 offset=48
      local.get 7
      local.get 3
      i32.store8 offset=56
      local.get 7
      i32.const 10
      i32.store8 offset=72
      local.get 7
      local.get 4
      i32.store offset=80
      local.get 7
      i32.const 12
      i32.store8 offset=96
      local.get 7
      local.get 5
      i32.store8 offset=104
    )
    (func $"encode enum 8" (;25;) (type 12) (param i32 i32)
      local.get 1
      i32.const 2
      i32.store8
      local.get 1
      local.get 0
      i32.store offset=8
    )
    (func $rpc-error (;26;) (type 10)
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
    (func $"decode variant 12" (;29;) (type 12) (param i32 i32)
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
              i32.store8 offset=4
              br 3 (;@1;)
            end
            local.get 0
            i32.load8_u offset=12
            if ;; label = @4
              call $"protocol error: missing or unexpected payload of a case in the response"
              unreachable
            end
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
          i32.const 20
          call $node
          i64.load offset=8 align=4
          i64.store offset=4 align=4
          br 1 (;@1;)
        end
        local.get 0
        i32.load8_u offset=12
        if ;; label = @2
          call $"protocol error: missing or unexpected payload of a case in the response"
          unreachable
        end
        br 0 (;@1;)
      end
    )
    (func $"encode flags 9" (;30;) (type 12) (param i32 i32)
      (local i32 i32)
      local.get 1
      i32.const 3
      i32.store8
      local.get 1
      i32.const 4
      call $alloc
      local.tee 2
      i32.store offset=8
      local.get 1
      i32.const 4
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
    )
    (func $"decode flags 9" (;31;) (type 12) (param i32 i32)
      (local i32)
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
      i32.store8
    )
    (func $"answer without result" (;32;) (type 10)
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
    (func $"decode enum 8" (;33;) (type 12) (param i32 i32)
      local.get 0
      i32.load offset=8
      i32.const 5
      i32.ge_u
      if ;; label = @1
        call $"protocol error: unknown case in the response"
        unreachable
      end
      local.get 1
      local.get 0
      i32.load offset=8
      i32.store8
    )
    (func $"free resource" (;34;) (type 3) (param i32)
      local.get 0
      i32.load
      call 4
      local.get 0
      call $"free block"
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
    (func $"encode handle" (;36;) (type 12) (param i32 i32)
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
    (func $"drop resource" (;37;) (type 9) (param i32 i32 i32)
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
    (func $"out of memory" (;38;) (type 10)
      unreachable
    )
    (func $"block bits" (;39;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;40;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;41;) (type 12) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;42;) (type 10)
      i32.const 550
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;43;) (type 10)
      i32.const 568
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;44;) (type 10)
      i32.const 578
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;45;) (type 10)
      i32.const 591
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;46;) (type 10)
      i32.const 550
      i32.const 616
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;47;) (type 10)
      i32.const 550
      i32.const 659
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;48;) (type 10)
      i32.const 550
      i32.const 699
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;49;) (type 3) (param i32)
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
    (func $"protocol error: unknown case in the response" (;50;) (type 10)
      i32.const 550
      i32.const 743
      i32.const 28
      call $report
      unreachable
    )
    (func $"protocol error: missing or unexpected payload of a case in the response" (;51;) (type 10)
      i32.const 550
      i32.const 775
      i32.const 55
      call $report
      unreachable
    )
    (func $"free block" (;52;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $report (;53;) (type 9) (param i32 i32 i32)
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
      i32.const 834
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 848
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 856
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 869
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 875
      i32.const 1
      call $append
      local.set 6
      call 5
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
        call 6
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
    (func $"protocol error: the nodes of the response are not a tree" (;54;) (type 10)
      i32.const 550
      i32.const 880
      i32.const 40
      call $report
      unreachable
    )
    (func $append (;55;) (type 8) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (data (;0;) (i32.const 208) "\22\00\00\00package:interface/interface.{func}!\00\00\00package:interface/interface.{use}$\00\00\00package:interface/interface.{static}!\00\00\00package:interface/interface.{dyn}*\00\00\00package:interface/interface.{resource.new}+\00\00\00package:interface/interface.{resource.type}*\00\00\00package:interface/interface.{resource.own}+\00\00\00package:interface/interface.{resource.drop}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response\1c\00\00\00unknown case in the response7\00\00\00missing or unexpected payload of a case in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\00\00\00\00\01\00\00\00\02\00\00\00\03\00\00\00\04\00\00\00\05\00\00\00")
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
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (core instance (;0;) (instantiate 1))
  (alias export 0 "uri" (type (;7;)))
  (alias export 1 "record" (type (;8;)))
  (alias export 1 "enum" (type (;9;)))
  (alias export 1 "variant" (type (;10;)))
  (alias export 1 "flags" (type (;11;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;12;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "4" (core func (;1;)))
  (type (;13;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "0" (core func (;2;)))
  (alias core export 0 "1" (core func (;3;)))
  (alias export 0 "wasm-rpc" (type (;14;)))
  (core func (;4;) (canon resource.drop 14))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 2))
    (export "[method]wasm-rpc.invoke-and-await" (func 3))
    (export "wasm-rpc_drop" (func 4))
  )
  (core func (;5;) (canon resource.new 12))
  (core func (;6;) (canon resource.new 13))
  (core instance (;2;)
    (export "interface_new" (func 5))
    (export "resource_new" (func 6))
  )
  (alias export 4 "get-stderr" (func (;0;)))
  (core func (;7;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 7))
  )
  (alias core export 0 "2" (core func (;8;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 8))
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
    (import "shim" "$imports" (table (;0;) 5 5 funcref))
    (elem (;0;) (i32.const 0) func 0 1 2 3 4)
    (@producers
      (processed-by "wit-component" "…")
    )
  )
  (alias export 0 "[constructor]wasm-rpc" (func (;1;)))
  (core func (;9;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;10;)))
  (core func (;11;) (canon lower (func 2) (memory 0) (realloc 10) string-encoding=utf8))
  (alias export 3 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;12;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "7" (core func (;13;)))
  (alias core export 5 "11" (core func (;14;)))
  (core instance (;6;)
    (export "0" (func 9))
    (export "1" (func 11))
    (export "2" (func 12))
    (export "3" (func 13))
    (export "4" (func 14))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;15;) (own 12))
  (type (;16;) (func (param "location" 7) (result 15)))
  (alias core export 5 "1" (core func (;15;)))
  (func (;4;) (type 16) (canon lift (core func 15) (memory 0) (realloc 10) string-encoding=utf8))
  (type (;17;) (borrow 12))
  (type (;18;) (func (param "self" 17) (param "record" 8) (param "enum" 9) (param "fn" u8) (result 10)))
  (alias core export 5 "2" (core func (;16;)))
  (alias core export 5 "3" (core func (;17;)))
  (func (;5;) (type 18) (canon lift (core func 16) (memory 0) (realloc 10) string-encoding=utf8 (post-return 17)))
  (type (;19;) (func (param "self" 17) (param "import" 11) (param "let" u8) (result 11)))
  (alias core export 5 "4" (core func (;18;)))
  (func (;6;) (type 19) (canon lift (core func 18)))
  (type (;20;) (func (param "self" 17) (param "move" string)))
  (alias core export 5 "5" (core func (;19;)))
  (func (;7;) (type 20) (canon lift (core func 19) (memory 0) (realloc 10) string-encoding=utf8))
  (type (;21;) (func (param "self" 17) (result 9)))
  (alias core export 5 "6" (core func (;20;)))
  (func (;8;) (type 21) (canon lift (core func 20)))
  (type (;22;) (own 13))
  (type (;23;) (func (param "location" 7) (param "type" u8) (result 22)))
  (alias core export 5 "8" (core func (;21;)))
  (func (;9;) (type 23) (canon lift (core func 21) (memory 0) (realloc 10) string-encoding=utf8))
  (type (;24;) (borrow 13))
  (type (;25;) (func (param "self" 24) (param "as" u8) (result u8)))
  (alias core export 5 "9" (core func (;22;)))
  (func (;10;) (type 25) (canon lift (core func 22)))
  (type (;26;) (func (param "location" 7) (param "in" string) (result u8)))
  (alias core export 5 "10" (core func (;23;)))
  (func (;11;) (type 26) (canon lift (core func 23) (memory 0) (realloc 10) string-encoding=utf8))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (type (;2;) (record (field "type" u8) (field "func" string) (field "match" bool) (field "struct" u32) (field "self-type" s8)))
    (import "i1" (type (;3;) (eq 2)))
    (type (;4;) (enum "use" "flags" "fn" "impl" "crate"))
    (import "i2" (type (;5;) (eq 4)))
    (type (;6;) (variant (case "list" u8) (case "option") (case "async" string) (case "await")))
    (import "i3" (type (;7;) (eq 6)))
    (type (;8;) (flags "world" "variant" "mod" "ref"))
    (import "i4" (type (;9;) (eq 8)))
    (import "i5" (type (;10;) (sub resource)))
    (import "i6" (type (;11;) (sub resource)))
    (import "i7" (type (;12;) (eq 1)))
    (type (;13;) (own 10))
    (type (;14;) (func (param "location" 12) (result 13)))
    (import "i8" (func (;0;) (type 14)))
    (type (;15;) (borrow 10))
    (import "i9" (type (;16;) (eq 3)))
    (import "i10" (type (;17;) (eq 5)))
    (import "i11" (type (;18;) (eq 7)))
    (type (;19;) (func (param "self" 15) (param "record" 16) (param "enum" 17) (param "fn" u8) (result 18)))
    (import "i12" (func (;1;) (type 19)))
    (import "i13" (type (;20;) (eq 9)))
    (type (;21;) (func (param "self" 15) (param "import" 20) (param "let" u8) (result 20)))
    (import "i14" (func (;2;) (type 21)))
    (type (;22;) (func (param "self" 15) (param "move" string)))
    (import "i15" (func (;3;) (type 22)))
    (type (;23;) (func (param "self" 15) (result 17)))
    (import "i16" (func (;4;) (type 23)))
    (type (;24;) (own 11))
    (type (;25;) (func (param "location" 12) (param "type" u8) (result 24)))
    (import "i17" (func (;5;) (type 25)))
    (type (;26;) (borrow 11))
    (type (;27;) (func (param "self" 26) (param "as" u8) (result u8)))
    (import "i18" (func (;6;) (type 27)))
    (type (;28;) (func (param "location" 12) (param "in" string) (result u8)))
    (import "i19" (func (;7;) (type 28)))
    (export (;29;) "uri" (type 1))
    (export (;30;) "record" (type 3))
    (export (;31;) "enum" (type 5))
    (export (;32;) "variant" (type 7))
    (export (;33;) "flags" (type 9))
    (export (;34;) "interface" (type 10))
    (export (;35;) "resource" (type 11))
    (type (;36;) (own 34))
    (type (;37;) (func (param "location" 29) (result 36)))
    (export (;8;) "[constructor]interface" (func 0) (func (type 37)))
    (type (;38;) (borrow 34))
    (type (;39;) (func (param "self" 38) (param "record" 30) (param "enum" 31) (param "fn" u8) (result 32)))
    (export (;9;) "[method]interface.func" (func 1) (func (type 39)))
    (type (;40;) (func (param "self" 38) (param "import" 33) (param "let" u8) (result 33)))
    (export (;10;) "[method]interface.use" (func 2) (func (type 40)))
    (type (;41;) (func (param "self" 38) (param "move" string)))
    (export (;11;) "[method]interface.static" (func 3) (func (type 41)))
    (type (;42;) (func (param "self" 38) (result 31)))
    (export (;12;) "[method]interface.dyn" (func 4) (func (type 42)))
    (type (;43;) (own 35))
    (type (;44;) (func (param "location" 29) (param "type" u8) (result 43)))
    (export (;13;) "[constructor]resource" (func 5) (func (type 44)))
    (type (;45;) (borrow 35))
    (type (;46;) (func (param "self" 45) (param "as" u8) (result u8)))
    (export (;14;) "[method]resource.type" (func 6) (func (type 46)))
    (type (;47;) (func (param "location" 29) (param "in" string) (result u8)))
    (export (;15;) "[static]resource.own" (func 7) (func (type 47)))
  )
  (instance (;5;) (instantiate 0
      (with "i8" (func 4))
      (with "i12" (func 5))
      (with "i14" (func 6))
      (with "i15" (func 7))
      (with "i16" (func 8))
      (with "i17" (func 9))
      (with "i18" (func 10))
      (with "i19" (func 11))
      (with "i0" (type 7))
      (with "i1" (type 8))
      (with "i2" (type 9))
      (with "i3" (type 10))
      (with "i4" (type 11))
      (with "i5" (type 12))
      (with "i6" (type 13))
      (with "i7" (type 7))
      (with "i9" (type 8))
      (with "i10" (type 9))
      (with "i11" (type 10))
      (with "i13" (type 11))
    )
  )
  (export (;6;) "package:interface-stub/stub-world" (instance 5))
  (@producers
    (processed-by "wit-component" "…")
  )
)
