// Package export_shop_till_api is the till's interface. `Shelf` and `Reservation` are resources of the stub: they live in the
// worker whose URI they were made with.
package export_shop_till_api

import (
	"fmt"

	. "go.bytecodealliance.org/pkg/wit/types"
	stub "wit_component/shop_stock_stub_stub_stock"
	"wit_component/till"
)

func Deliver(shop string, items []stub.Item) Result[Unit, string] {
	defer till.Collect()
	shelf := stub.MakeShelf(till.Shop(shop))
	defer shelf.Drop()
	if done := shelf.Put(items); done.IsErr() {
		return Err[Unit](till.Explain(done.Err()))
	}
	return Ok[Unit, string](Unit{})
}

func Sell(shop string, customer string, name string, quantity uint32) Result[float32, string] {
	defer till.Collect()
	made := stub.ReservationNew(till.Shop(shop), customer)
	if made.IsErr() {
		return Err[float32](till.Explain(made.Err()))
	}
	reservation := made.Ok()
	defer reservation.Drop() // also drops the remote resource
	added := reservation.Add(name, quantity)
	if added.IsErr() {
		return Err[float32](till.Explain(added.Err()))
	}
	switch outcome := added.Ok(); outcome.Tag() {
	case stub.Outcome_Short:
		return Err[float32](fmt.Sprintf("only %d left", outcome.Short()))
	case stub.Outcome_Unknown:
		return Err[float32](fmt.Sprintf("no %s is sold here", outcome.Unknown()))
	}
	price := reservation.Buy()
	if price.IsErr() {
		return Err[float32](till.Explain(price.Err()))
	}
	return Ok[float32, string](price.Ok())
}
