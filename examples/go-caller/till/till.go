// Package till is what the packages of the exports share.
package till

import (
	"runtime"
	"runtime/debug"

	"wit_component/golem_rpc_types"
	stub "wit_component/shop_stock_stub_stub_stock"
)

// The garbage collector must not start by itself. It could start while the host allocates memory in this component for an answer
// (`cabi_realloc`). A collection reads the clock, which calls the host, and there the component model forbids that: the component
// traps with `cannot leave component instance`. So each exported function calls `Collect` before it returns.
func init() {
	debug.SetGCPercent(-1)
}

// Collect frees memory.
func Collect() {
	runtime.GC()
}

// Shop is the URI of a shop's worker.
func Shop(shop string) stub.Uri {
	return stub.Uri{Value: "urn:worker:" + shop}
}

// Explain handles a call that did not reach the worker, or that the worker could not answer.
func Explain(err stub.RpcError) string {
	kind := "remote-internal-error"
	switch err.Tag() {
	case golem_rpc_types.RpcError_ProtocolError:
		kind = "protocol-error"
	case golem_rpc_types.RpcError_Denied:
		kind = "denied"
	case golem_rpc_types.RpcError_NotFound:
		kind = "not-found"
	}
	return "no answer: " + kind
}
