// Package export_wit_world has the functions of the till's world.
package export_wit_world

import (
	. "go.bytecodealliance.org/pkg/wit/types"
	stub "wit_component/shop_stock_stub_stub_stock"
	"wit_component/till"
	. "wit_component/wit_world"
)

func TakeInventory(shop string) Result[Inventory, string] {
	defer till.Collect()
	shelf := stub.MakeShelf(till.Shop(shop))
	defer shelf.Drop()
	items := shelf.Items()
	if items.IsErr() {
		return Err[Inventory](till.Explain(items.Err()))
	}
	inventory := Inventory{Items: items.Ok()}
	for _, item := range inventory.Items {
		inventory.Worth += item.Price * float32(item.Quantity)
	}
	return Ok[Inventory, string](inventory)
}
