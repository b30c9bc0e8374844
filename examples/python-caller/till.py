"""The till in Python. `Shelf` and `Reservation` are resources of the stub: they live in the worker whose URI they were made with.
A result that is an error is raised as `Err`."""

import wit_world
from componentize_py_types import Err
from wit_world import Inventory
from wit_world.exports import Api as Till
from wit_world.imports import types
from wit_world.imports.stub_stock import Item, Outcome_Short, Outcome_Unknown, Reservation, Shelf

KINDS = {
    types.RpcError_ProtocolError: "protocol-error",
    types.RpcError_Denied: "denied",
    types.RpcError_NotFound: "not-found",
    types.RpcError_RemoteInternalError: "remote-internal-error",
}


def uri(shop: str) -> types.Uri:
    return types.Uri(value=f"urn:worker:{shop}")


def explain(error: Err) -> Err:
    """Handles a call that did not reach the worker, or that the worker could not answer."""
    kind = KINDS.get(type(error.value))
    return Err(f"no answer: {kind}") if kind else error


class Api(Till):
    def deliver(self, shop: str, items: list[Item]) -> None:
        try:
            with Shelf(uri(shop)) as shelf:
                shelf.put(items)
        except Err as error:
            raise explain(error)

    def sell(self, shop: str, customer: str, name: str, quantity: int) -> float:
        try:
            with Reservation.new(uri(shop), customer) as reservation:  # also drops the remote resource
                match reservation.add(name, quantity):
                    case Outcome_Short(left):
                        raise Err(f"only {left} left")
                    case Outcome_Unknown(name):
                        raise Err(f"no {name} is sold here")
                return reservation.buy()
        except Err as error:
            raise explain(error)


class WitWorld(wit_world.WitWorld):
    def take_inventory(self, shop: str) -> Inventory:
        try:
            with Shelf(uri(shop)) as shelf:
                items = shelf.items()
        except Err as error:
            raise explain(error)
        return Inventory(items=items, worth=sum(item.price * item.quantity for item in items))
