// The till in JavaScript. `Api` is the resource of the stub's interface. Its constructor takes a worker's URI, in which the
// worker's name is percent-encoded. Its methods are the functions of that worker.

import { Api } from 'shopping:purchase-history-stub/stub-purchase-history';

function historyOf(customer) {
  return new Api({ value: `urn:worker:history/${encodeURIComponent(customer)}` });
}

export const api = {
  sell(customer, product, price) {
    const history = historyOf(customer);
    const sold = history.getOrders().length;
    history.addOrder({
      orderId: `${customer}-${sold + 1}`,
      items: [{ productId: product, name: product, price, quantity: 1 }],
      total: price,
      timestamp: 0n,
    });
    return history.getOrders().length;
  },
};

export function printReceipt(customer) {
  const orders = historyOf(customer).getOrders();
  return { standing: orders.length > 1 ? 'regular' : 'new', lastOrder: orders.at(-1) };
}
