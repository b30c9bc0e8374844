"""The till in Python. `Api` is the resource of the stub's interface. Its constructor takes a worker's URI, in which the
worker's name is percent-encoded. Its methods are the functions of that worker."""

from urllib.parse import quote

import wit_world
from wit_world import Receipt, Standing
from wit_world.exports import Api as Till
from wit_world.imports.stub_purchase_history import Api as History, Order, ProductItem
from wit_world.imports.types import Uri


def history_of(customer: str) -> History:
    return History(Uri(value=f"urn:worker:history/{quote(customer, safe='')}"))


class Api(Till):
    def sell(self, customer: str, product: str, price: float) -> int:
        with history_of(customer) as history:
            sold = len(history.get_orders())
            item = ProductItem(product_id=product, name=product, price=price, quantity=1)
            history.add_order(Order(order_id=f"{customer}-{sold + 1}", items=[item], total=price, timestamp=0))
            return len(history.get_orders())


class WitWorld(wit_world.WitWorld):
    def print_receipt(self, customer: str) -> Receipt:
        with history_of(customer) as history:
            orders = history.get_orders()
            standing = Standing.REGULAR if len(orders) > 1 else Standing.NEW
            return Receipt(standing=standing, last_order=orders[-1] if orders else None)
