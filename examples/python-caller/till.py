"""The till in Python. `Api` is the resource of the stub's interface. Its constructor takes a worker's URI, in which the
worker's name is percent-encoded. Its methods are the functions of that worker."""

from urllib.parse import quote

from wit_world.exports import Api as Till
from wit_world.imports.stub_purchase_history import Api as History, Order, ProductItem
from wit_world.imports.types import Uri


class Api(Till):
    def sell(self, customer: str, product: str, price: float) -> int:
        with History(Uri(value=f"urn:worker:history/{quote(customer, safe='')}")) as history:
            sold = len(history.get_orders())
            item = ProductItem(product_id=product, name=product, price=price, quantity=1)
            history.add_order(Order(order_id=f"{customer}-{sold + 1}", items=[item], total=price, timestamp=0))
            return len(history.get_orders())
