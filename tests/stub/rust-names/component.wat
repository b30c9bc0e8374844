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
    (type (;8;) (func (param i32 i32 i32 i32 i32) (result i32)))
    (type (;9;) (func))
    (type (;10;) (func (param i32 i32)))
    (type (;11;) (func (param i32 i32) (result i64)))
    (type (;12;) (func (param i64) (result i32)))
    (type (;13;) (func (param i32 i32 i32)))
    (import "0" "[constructor]wasm-rpc" (func (;0;) (type 0) (param i32 i32) (result i32)))
    (import "1" "rust-names-guest_new" (func (;1;) (type 1) (param i32) (result i32)))
    (import "0" "[method]wasm-rpc.invoke-and-await" (func (;2;) (type 2) (param i32 i32 i32 i32 i32 i32)))
    (import "1" "rust-names-foo_new" (func (;3;) (type 1) (param i32) (result i32)))
    (import "1" "foo-foo_new" (func (;4;) (type 1) (param i32) (result i32)))
    (import "0" "wasm-rpc_drop" (func (;5;) (type 3) (param i32)))
    (import "1" "some-t_new" (func (;6;) (type 1) (param i32) (result i32)))
    (import "1" "drop_new" (func (;7;) (type 1) (param i32) (result i32)))
    (import "1" "foo-foo_rep" (func (;8;) (type 1) (param i32) (result i32)))
    (import "1" "foo-foo_drop" (func (;9;) (type 3) (param i32)))
    (import "2" "get-stderr" (func (;10;) (type 4) (result i32)))
    (import "3" "[method]output-stream.blocking-write-and-flush" (func (;11;) (type 5) (param i32 i32 i32 i32)))
    (memory (;0;) 1)
    (global (;0;) (mut i32) i32.const 1080)
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
    (export "1" (func $"connect rust-names-guest"))
    (export "2" (func $"test:rust-names/guest.{gen}"))
    (export "3" (func $"test:rust-names/guest.{new}"))
    (export "4" (func $post-return))
    (export "5" (func $"test:rust-names/guest.{handle}"))
    (export "6" (func $"drop rust-names-guest"))
    (export "7" (func $"connect rust-names-foo"))
    (export "8" (func $"test:rust-names/foo.{f}"))
    (export "9" (func $"drop rust-names-foo"))
    (export "10" (func $"test:rust-names/foo.{foo.new}"))
    (export "11" (func $"test:rust-names/foo.{[static]foo.new}"))
    (export "12" (func $"test:rust-names/foo.{foo.t}"))
    (export "13" (func $"test:rust-names/foo.{foo.drop}"))
    (export "14" (func $"test:rust-names/some.{t.new}"))
    (export "15" (func $"test:rust-names/some.{t.route}"))
    (export "16" (func $"test:rust-names/some.{t.drop}"))
    (export "17" (func $"test:rust-names/some.{drop.new}"))
    (export "18" (func $"test:rust-names/some.{drop.remote}"))
    (export "19" (func $"test:rust-names/some.{drop.drop}"))
    (export "cm32p2_memory" (memory 0))
    (func $realloc (;12;) (type 6) (param i32 i32 i32 i32) (result i32)
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
    (func $"connect rust-names-guest" (;13;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 1
      call $reset
    )
    (func $"test:rust-names/guest.{gen}" (;14;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 72
      call $alloc
      local.set 4
      local.get 4
      i32.const 8
      i32.store8
      local.get 4
      local.get 1
      i32.store8 offset=8
      i32.const 176
      local.get 4
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 4
      i32.const 48
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 2
      local.get 4
      i32.const 24
      i32.add
      call $"encode record 4"
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 220
      global.set 15
      local.get 3
      i32.const 220
      i32.const 27
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
      call $"decode flags 16"
      local.get 5
      i32.load8_u
      call $reset
    )
    (func $"test:rust-names/guest.{new}" (;15;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i64 i32 i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 72
      call $alloc
      local.set 5
      local.get 5
      i32.const 24
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 1
      local.get 5
      call $"encode record 5"
      i32.const 176
      local.get 5
      i32.store
      i32.const 176
      i32.const 3
      i32.store offset=4
      local.get 2
      local.get 3
      call $"count record 7"
      local.tee 6
      call $"take nodes"
      local.set 7
      local.get 2
      local.get 3
      local.get 7
      call $"encode record 7"
      i32.const 184
      local.get 7
      i32.store
      i32.const 184
      local.get 6
      i32.wrap_i64
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 251
      global.set 15
      local.get 4
      i32.const 251
      i32.const 27
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
      local.set 8
      call $"answer with one result"
      local.set 9
      local.get 9
      i32.const 7
      call $node
      local.get 8
      call $"decode result 18"
      local.get 8
    )
    (func $post-return (;16;) (type 3) (param i32)
      call $reset
    )
    (func $"test:rust-names/guest.{handle}" (;17;) (type 3) (param i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 1
      local.get 0
      global.set 12
      i32.const 282
      global.set 15
      local.get 1
      i32.const 282
      i32.const 30
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
      call $"answer without result"
      call $reset
    )
    (func $"drop rust-names-guest" (;18;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"connect rust-names-foo" (;19;) (type 0) (param i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 0
      local.get 1
      call 0
      call $"new resource"
      call 3
      call $reset
    )
    (func $"test:rust-names/foo.{f}" (;20;) (type 8) (param i32 i32 i32 i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 5
      i32.const 192
      call $alloc
      local.set 6
      local.get 1
      local.get 6
      call $"encode handle"
      i32.const 176
      local.get 6
      i32.store
      i32.const 176
      i32.const 1
      i32.store offset=4
      local.get 6
      i32.const 48
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 2
      local.get 6
      i32.const 24
      i32.add
      call $"encode record 4"
      i32.const 184
      local.get 6
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 2
      i32.store offset=4
      local.get 6
      i32.const 96
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 3
      local.get 6
      i32.const 72
      i32.add
      call $"encode record 5"
      i32.const 192
      local.get 6
      i32.const 72
      i32.add
      i32.store
      i32.const 192
      i32.const 3
      i32.store offset=4
      local.get 6
      i32.const 168
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 4
      local.get 6
      i32.const 144
      i32.add
      call $"encode record 4"
      i32.const 200
      local.get 6
      i32.const 144
      i32.add
      i32.store
      i32.const 200
      i32.const 2
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 316
      global.set 15
      local.get 5
      i32.const 316
      i32.const 23
      i32.const 176
      i32.const 4
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
    (func $"drop rust-names-foo" (;21;) (type 3) (param i32)
      local.get 0
      call $"free resource"
    )
    (func $"test:rust-names/foo.{foo.new}" (;22;) (type 0) (param i32 i32) (result i32)
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
      i32.const 343
      global.set 15
      local.get 4
      i32.const 343
      i32.const 29
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
      call 4
      call $reset
    )
    (func $"test:rust-names/foo.{[static]foo.new}" (;23;) (type 0) (param i32 i32) (result i32)
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
      i32.const 376
      global.set 15
      local.get 4
      i32.const 376
      i32.const 37
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
      call 4
      local.get 4
      call 5
      call $reset
    )
    (func $"test:rust-names/foo.{foo.t}" (;24;) (type 7) (param i32 i32 i32) (result i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 3
      i32.const 96
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
      local.get 4
      i32.const 48
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 1
      local.get 2
      local.get 4
      i32.const 24
      i32.add
      call $"encode record 11"
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 3
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 417
      global.set 15
      local.get 3
      i32.const 417
      i32.const 27
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
      i32.const 21
      call $node
      call $"decode handle"
      call 4
      call $reset
    )
    (func $"test:rust-names/foo.{foo.drop}" (;25;) (type 3) (param i32)
      local.get 0
      i32.const 448
      i32.const 30
      call $"drop resource"
    )
    (func $"test:rust-names/some.{t.new}" (;26;) (type 6) (param i32 i32 i32 i32) (result i32)
      (local i32 i32 i32 i32)
      local.get 0
      local.tee 4
      local.get 1
      local.tee 5
      call 0
      local.set 6
      i32.const 72
      call $alloc
      local.set 7
      local.get 7
      i32.const 24
      i32.add
      global.set 5
      i32.const 1068
      global.set 6
      local.get 2
      local.get 7
      call $"encode record 4"
      i32.const 176
      local.get 7
      i32.store
      i32.const 176
      i32.const 2
      i32.store offset=4
      local.get 7
      i32.const 8
      i32.store8 offset=48
      local.get 7
      local.get 3
      i32.store8 offset=56
      i32.const 184
      local.get 7
      i32.const 48
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 4
      global.set 13
      local.get 5
      global.set 14
      i32.const 0
      global.set 12
      i32.const 482
      global.set 15
      local.get 6
      i32.const 482
      i32.const 28
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
      local.get 6
      global.set 11
      call $"answer with one result"
      i32.const 21
      call $node
      call $"decode handle"
      call 6
      call $reset
    )
    (func $"test:rust-names/some.{t.route}" (;27;) (type 0) (param i32 i32) (result i32)
      (local i32 i32 i32)
      local.get 0
      local.tee 2
      i32.load
      local.set 3
      i32.const 48
      call $alloc
      local.set 4
      local.get 0
      local.get 4
      call $"encode handle"
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
      local.get 1
      i32.store8 offset=32
      i32.const 184
      local.get 4
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      i32.const 1
      i32.store offset=4
      local.get 2
      global.set 12
      i32.const 514
      global.set 15
      local.get 3
      i32.const 514
      i32.const 30
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
      i32.const 21
      call $node
      call $"decode handle"
      call 6
      call $reset
    )
    (func $"test:rust-names/some.{t.drop}" (;28;) (type 3) (param i32)
      local.get 0
      i32.const 548
      i32.const 29
      call $"drop resource"
    )
    (func $"test:rust-names/some.{drop.new}" (;29;) (type 0) (param i32 i32) (result i32)
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
      i32.const 581
      global.set 15
      local.get 4
      i32.const 581
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
      call 7
      call $reset
    )
    (func $"test:rust-names/some.{drop.remote}" (;30;) (type 5) (param i32 i32 i32 i32)
      (local i32 i32)
      local.get 0
      i32.load
      local.set 4
      i32.const 72
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
      i32.const 1068
      global.set 6
      local.get 1
      local.get 2
      local.get 3
      local.get 5
      i32.const 24
      i32.add
      call $"encode result 14"
      i32.const 184
      local.get 5
      i32.const 24
      i32.add
      i32.store
      i32.const 184
      global.get 6
      i32.const 1064
      i32.sub
      i32.const 2
      i32.shr_u
      i32.store offset=4
      local.get 0
      global.set 12
      i32.const 616
      global.set 15
      local.get 4
      i32.const 616
      i32.const 34
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
    (func $"test:rust-names/some.{drop.drop}" (;31;) (type 3) (param i32)
      local.get 0
      i32.const 654
      i32.const 32
      call $"drop resource"
    )
    (func $resize (;32;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $"add chunk" (;33;) (type 1) (param i32) (result i32)
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
    (func $"new resource" (;34;) (type 7) (param i32 i32 i32) (result i32)
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
    (func $reset (;35;) (type 9)
      (local i32)
      i32.const 65536
      global.set 1
      global.get 2
      if ;; label = @1
        i32.const 1080
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
    (func $alloc (;36;) (type 1) (param i32) (result i32)
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
    (func $"encode record 4" (;37;) (type 10) (param i32 i32)
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
    (func $rpc-error (;38;) (type 9)
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
    (func $"answer with one result" (;39;) (type 4) (result i32)
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
    (func $node (;40;) (type 0) (param i32 i32) (result i32)
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
    (func $"decode flags 16" (;41;) (type 10) (param i32 i32)
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
      i32.store8
    )
    (func $"encode record 5" (;42;) (type 10) (param i32 i32)
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
      call $"encode record 4"
    )
    (func $"count record 7" (;43;) (type 11) (param i32 i32) (result i64)
      i64.const 1
      local.get 1
      i64.extend_i32_u
      i64.const 3
      i64.mul
      i64.const 1
      i64.add
      i64.add
    )
    (func $"take nodes" (;44;) (type 12) (param i64) (result i32)
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
    (func $"encode record 7" (;45;) (type 13) (param i32 i32 i32)
      (local i32)
      local.get 2
      i32.const 0
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
      local.get 0
      local.get 1
      local.get 3
      call $"encode list 6"
    )
    (func $"decode result 18" (;46;) (type 10) (param i32 i32)
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
        local.get 0
        i32.load offset=16
        i32.const 2
        call $node
        local.get 1
        i32.const 1
        i32.add
        call $"decode enum 17"
      else
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
        i32.const 8
        call $node
        i32.load8_u offset=8
        i32.store8 offset=1
      end
    )
    (func $"answer without result" (;47;) (type 9)
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
    (func $"free resource" (;48;) (type 3) (param i32)
      local.get 0
      i32.load
      call 5
      local.get 0
      call $"free block"
    )
    (func $"encode handle" (;49;) (type 10) (param i32 i32)
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
    (func $"decode handle" (;50;) (type 1) (param i32) (result i32)
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
    (func $"encode record 11" (;51;) (type 13) (param i32 i32 i32)
      (local i32)
      local.get 2
      i32.const 0
      i32.store8
      local.get 2
      global.get 6
      i32.store offset=8
      local.get 2
      i32.const 2
      i32.store offset=12
      global.get 5
      local.tee 3
      i32.const 48
      i32.add
      global.set 5
      global.get 6
      i32.const 8
      i32.add
      global.set 6
      local.get 3
      i32.const 8
      i32.store8
      local.get 3
      local.get 0
      i32.store8 offset=8
      local.get 1
      call $"give away"
      local.get 3
      i32.const 24
      i32.add
      call $"encode handle"
    )
    (func $"free given away" (;52;) (type 9)
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
    (func $"drop resource" (;53;) (type 13) (param i32 i32 i32)
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
    (func $"encode result 14" (;54;) (type 5) (param i32 i32 i32 i32)
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
    (func $"out of memory" (;55;) (type 9)
      unreachable
    )
    (func $"block bits" (;56;) (type 1) (param i32) (result i32)
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
    (func $"heap alloc" (;57;) (type 1) (param i32) (result i32)
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
    (func $"heap free" (;58;) (type 10) (param i32 i32)
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
    (func $"rpc-error protocol-error" (;59;) (type 9)
      i32.const 690
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error denied" (;60;) (type 9)
      i32.const 708
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error not-found" (;61;) (type 9)
      i32.const 718
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"rpc-error remote-internal-error" (;62;) (type 9)
      i32.const 731
      i32.const 16
      i32.load
      i32.const 16
      i32.load offset=4
      call $report
      unreachable
    )
    (func $"protocol error: node index out of range in the response" (;63;) (type 9)
      i32.const 690
      i32.const 756
      i32.const 39
      call $report
      unreachable
    )
    (func $"protocol error: wrong type of a node in the response" (;64;) (type 9)
      i32.const 690
      i32.const 799
      i32.const 36
      call $report
      unreachable
    )
    (func $"protocol error: wrong number of elements in the response" (;65;) (type 9)
      i32.const 690
      i32.const 839
      i32.const 40
      call $report
      unreachable
    )
    (func $"wrong node" (;66;) (type 3) (param i32)
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
    (func $"fill iota" (;67;) (type 10) (param i32 i32)
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
    (func $"encode list 6" (;68;) (type 13) (param i32 i32 i32)
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
          local.get 3
          call $"encode record 5 in memory"
          local.get 0
          i32.const 1
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
    (func $"protocol error: missing or unexpected payload of a case in the response" (;69;) (type 9)
      i32.const 690
      i32.const 883
      i32.const 55
      call $report
      unreachable
    )
    (func $"decode enum 17" (;70;) (type 10) (param i32 i32)
      local.get 0
      i32.load offset=8
      i32.const 2
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
    (func $"free block" (;71;) (type 3) (param i32)
      local.get 0
      local.get 0
      i32.load offset=4
      i32.const 24
      i32.add
      call $"heap free"
    )
    (func $"give away" (;72;) (type 1) (param i32) (result i32)
      (local i32)
      local.get 0
      call 8
      local.tee 1
      i32.const 1
      i32.store offset=16
      local.get 1
      global.get 10
      i32.store offset=20
      local.get 1
      global.set 10
      local.get 0
      call 9
      local.get 1
    )
    (func $report (;73;) (type 13) (param i32 i32 i32)
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
      i32.const 942
      i32.const 10
      call $append
      global.get 15
      global.get 15
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 956
      i32.const 4
      call $append
      local.get 3
      local.get 4
      call $append
      i32.const 964
      i32.const 9
      call $append
      local.get 0
      local.get 0
      i32.const -4
      i32.add
      i32.load
      call $append
      i32.const 977
      i32.const 2
      call $append
      local.get 1
      local.get 2
      call $append
      i32.const 983
      i32.const 1
      call $append
      local.set 6
      call 10
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
        call 11
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
    (func $"protocol error: the nodes of the response are not a tree" (;74;) (type 9)
      i32.const 690
      i32.const 988
      i32.const 40
      call $report
      unreachable
    )
    (func $"encode record 5 in memory" (;75;) (type 10) (param i32 i32)
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
      call $"encode record 4 in memory"
    )
    (func $"protocol error: unknown case in the response" (;76;) (type 9)
      i32.const 690
      i32.const 1032
      i32.const 28
      call $report
      unreachable
    )
    (func $append (;77;) (type 7) (param i32 i32 i32) (result i32)
      local.get 0
      local.get 1
      local.get 2
      memory.copy
      local.get 0
      local.get 2
      i32.add
    )
    (func $"encode record 4 in memory" (;78;) (type 10) (param i32 i32)
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
      i32.load8_u
      i32.store8 offset=8
    )
    (data (;0;) (i32.const 216) "\1b\00\00\00test:rust-names/guest.{gen}\1b\00\00\00test:rust-names/guest.{new}\1e\00\00\00test:rust-names/guest.{handle}\17\00\00\00test:rust-names/foo.{f}\1d\00\00\00test:rust-names/foo.{foo.new}%\00\00\00test:rust-names/foo.{[static]foo.new}\1b\00\00\00test:rust-names/foo.{foo.t}\1e\00\00\00test:rust-names/foo.{foo.drop}\1c\00\00\00test:rust-names/some.{t.new}\1e\00\00\00test:rust-names/some.{t.route}\1d\00\00\00test:rust-names/some.{t.drop}\1f\00\00\00test:rust-names/some.{drop.new}\22\00\00\00test:rust-names/some.{drop.remote} \00\00\00test:rust-names/some.{drop.drop}\0e\00\00\00protocol-error\06\00\00\00denied\09\00\00\00not-found\15\00\00\00remote-internal-error'\00\00\00node index out of range in the response$\00\00\00wrong type of a node in the response(\00\00\00wrong number of elements in the response7\00\00\00missing or unexpected payload of a case in the response\0a\00\00\00wasm-rpc: \04\00\00\00 of \09\00\00\00 failed: \02\00\00\00: \01\00\00\00\0a(\00\00\00the nodes of the response are not a tree\1c\00\00\00unknown case in the response\00\00\00\00\00\00\00\00\01\00\00\00\02\00\00\00")
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
  (alias export 0 "uri" (type (;6;)))
  (alias core export 0 "3" (core func (;0;)))
  (type (;7;) (resource (rep i32) (dtor 0)))
  (alias core export 0 "4" (core func (;1;)))
  (type (;8;) (resource (rep i32) (dtor 1)))
  (alias core export 0 "5" (core func (;2;)))
  (type (;9;) (resource (rep i32) (dtor 2)))
  (alias core export 0 "6" (core func (;3;)))
  (type (;10;) (resource (rep i32) (dtor 3)))
  (alias core export 0 "7" (core func (;4;)))
  (type (;11;) (resource (rep i32) (dtor 4)))
  (type (;12;) (record (field "a" u8)))
  (type (;13;) (flags "a" "b"))
  (type (;14;) (record (field "x" u8)))
  (type (;15;) (record (field "y" 14)))
  (type (;16;) (list 15))
  (type (;17;) (record (field "z" 16)))
  (type (;18;) (enum "no" "yes"))
  (type (;19;) (record (field "a" u8)))
  (type (;20;) (record (field "a" 19)))
  (type (;21;) (record (field "a" u8)))
  (type (;22;) (own 9))
  (type (;23;) (record (field "a" u8) (field "type" 22)))
  (type (;24;) (record (field "a" u8)))
  (alias core export 0 "0" (core func (;5;)))
  (alias core export 0 "1" (core func (;6;)))
  (alias export 0 "wasm-rpc" (type (;25;)))
  (core func (;7;) (canon resource.drop 25))
  (core instance (;1;)
    (export "[constructor]wasm-rpc" (func 5))
    (export "[method]wasm-rpc.invoke-and-await" (func 6))
    (export "wasm-rpc_drop" (func 7))
  )
  (core func (;8;) (canon resource.new 7))
  (core func (;9;) (canon resource.new 8))
  (core func (;10;) (canon resource.new 9))
  (core func (;11;) (canon resource.new 10))
  (core func (;12;) (canon resource.new 11))
  (core func (;13;) (canon resource.rep 9))
  (core func (;14;) (canon resource.drop 9))
  (core instance (;2;)
    (export "rust-names-guest_new" (func 8))
    (export "rust-names-foo_new" (func 9))
    (export "foo-foo_new" (func 10))
    (export "some-t_new" (func 11))
    (export "drop_new" (func 12))
    (export "foo-foo_rep" (func 13))
    (export "foo-foo_drop" (func 14))
  )
  (alias export 3 "get-stderr" (func (;0;)))
  (core func (;15;) (canon lower (func 0)))
  (core instance (;3;)
    (export "get-stderr" (func 15))
  )
  (alias core export 0 "2" (core func (;16;)))
  (core instance (;4;)
    (export "[method]output-stream.blocking-write-and-flush" (func 16))
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
  (core func (;17;) (canon lower (func 1) (memory 0) string-encoding=utf8))
  (alias export 0 "[method]wasm-rpc.invoke-and-await" (func (;2;)))
  (alias core export 5 "0" (core func (;18;)))
  (core func (;19;) (canon lower (func 2) (memory 0) (realloc 18) string-encoding=utf8))
  (alias export 2 "[method]output-stream.blocking-write-and-flush" (func (;3;)))
  (core func (;20;) (canon lower (func 3) (memory 0)))
  (alias core export 5 "6" (core func (;21;)))
  (alias core export 5 "9" (core func (;22;)))
  (alias core export 5 "13" (core func (;23;)))
  (alias core export 5 "16" (core func (;24;)))
  (alias core export 5 "19" (core func (;25;)))
  (core instance (;6;)
    (export "0" (func 17))
    (export "1" (func 19))
    (export "2" (func 20))
    (export "3" (func 21))
    (export "4" (func 22))
    (export "5" (func 23))
    (export "6" (func 24))
    (export "7" (func 25))
  )
  (core instance (;7;) (instantiate 2
      (with "actual" (instance 6))
      (with "shim" (instance 0))
    )
  )
  (type (;26;) (own 7))
  (type (;27;) (func (param "location" 6) (result 26)))
  (alias core export 5 "1" (core func (;26;)))
  (func (;4;) (type 27) (canon lift (core func 26) (memory 0) (realloc 18) string-encoding=utf8))
  (type (;28;) (borrow 7))
  (type (;29;) (func (param "self" 28) (param "gen-gen" u8) (param "gen-self" 12) (result 13)))
  (alias core export 5 "2" (core func (;27;)))
  (func (;5;) (type 29) (canon lift (core func 27)))
  (type (;30;) (result u8 (error 18)))
  (type (;31;) (func (param "self" 28) (param "new-TYPE" 15) (param "into" 17) (result 30)))
  (alias core export 5 "3" (core func (;28;)))
  (alias core export 5 "4" (core func (;29;)))
  (func (;6;) (type 31) (canon lift (core func 28) (memory 0) (realloc 18) (post-return 29)))
  (type (;32;) (func (param "self" 28)))
  (alias core export 5 "5" (core func (;30;)))
  (func (;7;) (type 32) (canon lift (core func 30)))
  (type (;33;) (own 8))
  (type (;34;) (func (param "location" 6) (result 33)))
  (alias core export 5 "7" (core func (;31;)))
  (func (;8;) (type 34) (canon lift (core func 31) (memory 0) (realloc 18) string-encoding=utf8))
  (type (;35;) (borrow 8))
  (type (;36;) (borrow 9))
  (type (;37;) (func (param "self" 35) (param "a" 36) (param "b" 19) (param "c" 20) (param "d" 21) (result 22)))
  (alias core export 5 "8" (core func (;32;)))
  (func (;9;) (type 37) (canon lift (core func 32)))
  (type (;38;) (func (param "location" 6) (result 22)))
  (alias core export 5 "10" (core func (;33;)))
  (func (;10;) (type 38) (canon lift (core func 33) (memory 0) (realloc 18) string-encoding=utf8))
  (alias core export 5 "11" (core func (;34;)))
  (func (;11;) (type 38) (canon lift (core func 34) (memory 0) (realloc 18) string-encoding=utf8))
  (type (;39;) (func (param "self" 36) (param "a" 23) (result 22)))
  (alias core export 5 "12" (core func (;35;)))
  (func (;12;) (type 39) (canon lift (core func 35)))
  (type (;40;) (own 10))
  (type (;41;) (func (param "location" 6) (param "worker" 24) (param "handle" u8) (result 40)))
  (alias core export 5 "14" (core func (;36;)))
  (func (;13;) (type 41) (canon lift (core func 36) (memory 0) (realloc 18) string-encoding=utf8))
  (type (;42;) (borrow 10))
  (type (;43;) (func (param "worker" 42) (param "route" u8) (result 40)))
  (alias core export 5 "15" (core func (;37;)))
  (func (;14;) (type 43) (canon lift (core func 37)))
  (type (;44;) (own 11))
  (type (;45;) (func (param "location" 6) (result 44)))
  (alias core export 5 "17" (core func (;38;)))
  (func (;15;) (type 45) (canon lift (core func 38) (memory 0) (realloc 18) string-encoding=utf8))
  (type (;46;) (borrow 11))
  (type (;47;) (result (error string)))
  (type (;48;) (func (param "self" 46) (param "x" 47)))
  (alias core export 5 "18" (core func (;39;)))
  (func (;16;) (type 48) (canon lift (core func 39) (memory 0) (realloc 18) string-encoding=utf8))
  (component (;0;)
    (type (;0;) (record (field "value" string)))
    (import "i0" (type (;1;) (eq 0)))
    (import "i1" (type (;2;) (sub resource)))
    (import "i2" (type (;3;) (sub resource)))
    (import "i3" (type (;4;) (sub resource)))
    (import "i4" (type (;5;) (sub resource)))
    (import "i5" (type (;6;) (sub resource)))
    (import "i6" (type (;7;) (eq 1)))
    (type (;8;) (own 2))
    (type (;9;) (func (param "location" 7) (result 8)))
    (import "i7" (func (;0;) (type 9)))
    (type (;10;) (borrow 2))
    (type (;11;) (record (field "a" u8)))
    (import "i8" (type (;12;) (eq 11)))
    (type (;13;) (flags "a" "b"))
    (import "i9" (type (;14;) (eq 13)))
    (type (;15;) (func (param "self" 10) (param "gen-gen" u8) (param "gen-self" 12) (result 14)))
    (import "i10" (func (;1;) (type 15)))
    (type (;16;) (record (field "x" u8)))
    (import "i11" (type (;17;) (eq 16)))
    (type (;18;) (record (field "y" 17)))
    (import "i12" (type (;19;) (eq 18)))
    (type (;20;) (list 19))
    (type (;21;) (record (field "z" 20)))
    (import "i13" (type (;22;) (eq 21)))
    (type (;23;) (enum "no" "yes"))
    (import "i14" (type (;24;) (eq 23)))
    (type (;25;) (result u8 (error 24)))
    (type (;26;) (func (param "self" 10) (param "new-TYPE" 19) (param "into" 22) (result 25)))
    (import "i15" (func (;2;) (type 26)))
    (type (;27;) (func (param "self" 10)))
    (import "i16" (func (;3;) (type 27)))
    (type (;28;) (own 3))
    (type (;29;) (func (param "location" 7) (result 28)))
    (import "i17" (func (;4;) (type 29)))
    (type (;30;) (borrow 3))
    (type (;31;) (borrow 4))
    (type (;32;) (record (field "a" u8)))
    (import "i18" (type (;33;) (eq 32)))
    (type (;34;) (record (field "a" 33)))
    (import "i19" (type (;35;) (eq 34)))
    (type (;36;) (record (field "a" u8)))
    (import "i20" (type (;37;) (eq 36)))
    (type (;38;) (own 4))
    (type (;39;) (func (param "self" 30) (param "a" 31) (param "b" 33) (param "c" 35) (param "d" 37) (result 38)))
    (import "i21" (func (;5;) (type 39)))
    (type (;40;) (func (param "location" 7) (result 38)))
    (import "i22" (func (;6;) (type 40)))
    (import "i23" (func (;7;) (type 40)))
    (type (;41;) (record (field "a" u8) (field "type" 38)))
    (import "i24" (type (;42;) (eq 41)))
    (type (;43;) (func (param "self" 31) (param "a" 42) (result 38)))
    (import "i25" (func (;8;) (type 43)))
    (type (;44;) (record (field "a" u8)))
    (import "i26" (type (;45;) (eq 44)))
    (type (;46;) (own 5))
    (type (;47;) (func (param "location" 7) (param "worker" 45) (param "handle" u8) (result 46)))
    (import "i27" (func (;9;) (type 47)))
    (type (;48;) (borrow 5))
    (type (;49;) (func (param "worker" 48) (param "route" u8) (result 46)))
    (import "i28" (func (;10;) (type 49)))
    (type (;50;) (own 6))
    (type (;51;) (func (param "location" 7) (result 50)))
    (import "i29" (func (;11;) (type 51)))
    (type (;52;) (borrow 6))
    (type (;53;) (result (error string)))
    (type (;54;) (func (param "self" 52) (param "x" 53)))
    (import "i30" (func (;12;) (type 54)))
    (export (;55;) "uri" (type 1))
    (export (;56;) "rust-names-guest" (type 2))
    (export (;57;) "rust-names-foo" (type 3))
    (export (;58;) "foo-foo" (type 4))
    (export (;59;) "some-t" (type 5))
    (export (;60;) "drop" (type 6))
    (type (;61;) (record (field "a" u8)))
    (export (;62;) "types-self" (type 61))
    (type (;63;) (flags "a" "b"))
    (export (;64;) "types-guest" (type 63))
    (type (;65;) (record (field "x" u8)))
    (export (;66;) "types-option" (type 65))
    (type (;67;) (record (field "y" 66)))
    (export (;68;) "types-result" (type 67))
    (type (;69;) (list 68))
    (type (;70;) (record (field "z" 69)))
    (export (;71;) "types-into" (type 70))
    (type (;72;) (enum "no" "yes"))
    (export (;73;) "code" (type 72))
    (type (;74;) (record (field "a" u8)))
    (export (;75;) "foo-borrow" (type 74))
    (type (;76;) (record (field "a" 75)))
    (export (;77;) "guest-foo" (type 76))
    (type (;78;) (record (field "a" u8)))
    (export (;79;) "a1" (type 78))
    (type (;80;) (own 58))
    (type (;81;) (record (field "a" u8) (field "type" 80)))
    (export (;82;) "t" (type 81))
    (type (;83;) (record (field "a" u8)))
    (export (;84;) "ok" (type 83))
    (type (;85;) (own 56))
    (type (;86;) (func (param "location" 55) (result 85)))
    (export (;13;) "[constructor]rust-names-guest" (func 0) (func (type 86)))
    (type (;87;) (borrow 56))
    (type (;88;) (func (param "self" 87) (param "gen-gen" u8) (param "gen-self" 62) (result 64)))
    (export (;14;) "[method]rust-names-guest.rust-names-guest-gen" (func 1) (func (type 88)))
    (type (;89;) (result u8 (error 73)))
    (type (;90;) (func (param "self" 87) (param "new-TYPE" 68) (param "into" 71) (result 89)))
    (export (;15;) "[method]rust-names-guest.rust-names-guest-new" (func 2) (func (type 90)))
    (type (;91;) (func (param "self" 87)))
    (export (;16;) "[method]rust-names-guest.handle" (func 3) (func (type 91)))
    (type (;92;) (own 57))
    (type (;93;) (func (param "location" 55) (result 92)))
    (export (;17;) "[constructor]rust-names-foo" (func 4) (func (type 93)))
    (type (;94;) (borrow 57))
    (type (;95;) (borrow 58))
    (type (;96;) (func (param "self" 94) (param "a" 95) (param "b" 75) (param "c" 77) (param "d" 79) (result 80)))
    (export (;18;) "[method]rust-names-foo.f" (func 5) (func (type 96)))
    (type (;97;) (func (param "location" 55) (result 80)))
    (export (;19;) "[constructor]foo-foo" (func 6) (func (type 97)))
    (export (;20;) "[static]foo-foo.foo-foo-new" (func 7) (func (type 97)))
    (type (;98;) (func (param "self" 95) (param "a" 82) (result 80)))
    (export (;21;) "[method]foo-foo.t" (func 8) (func (type 98)))
    (type (;99;) (own 59))
    (type (;100;) (func (param "location" 55) (param "worker" 84) (param "handle" u8) (result 99)))
    (export (;22;) "[constructor]some-t" (func 9) (func (type 100)))
    (type (;101;) (borrow 59))
    (type (;102;) (func (param "worker" 101) (param "route" u8) (result 99)))
    (export (;23;) "[static]some-t.route" (func 10) (func (type 102)))
    (type (;103;) (own 60))
    (type (;104;) (func (param "location" 55) (result 103)))
    (export (;24;) "[constructor]drop" (func 11) (func (type 104)))
    (type (;105;) (borrow 60))
    (type (;106;) (result (error string)))
    (type (;107;) (func (param "self" 105) (param "x" 106)))
    (export (;25;) "[method]drop.remote" (func 12) (func (type 107)))
  )
  (instance (;4;) (instantiate 0
      (with "i7" (func 4))
      (with "i10" (func 5))
      (with "i15" (func 6))
      (with "i16" (func 7))
      (with "i17" (func 8))
      (with "i21" (func 9))
      (with "i22" (func 10))
      (with "i23" (func 11))
      (with "i25" (func 12))
      (with "i27" (func 13))
      (with "i28" (func 14))
      (with "i29" (func 15))
      (with "i30" (func 16))
      (with "i0" (type 6))
      (with "i1" (type 7))
      (with "i2" (type 8))
      (with "i3" (type 9))
      (with "i4" (type 10))
      (with "i5" (type 11))
      (with "i6" (type 6))
      (with "i8" (type 12))
      (with "i9" (type 13))
      (with "i11" (type 14))
      (with "i12" (type 15))
      (with "i13" (type 17))
      (with "i14" (type 18))
      (with "i18" (type 19))
      (with "i19" (type 20))
      (with "i20" (type 21))
      (with "i24" (type 23))
      (with "i26" (type 24))
    )
  )
  (export (;5;) "test:rust-names-stub/stub-rust-names" (instance 4))
  (@producers
    (processed-by "wit-component" "…")
  )
)
