// The till in JavaScript. `Shelf` and `Reservation` are resources of the stub: they live in the worker whose URI they were made with.
// A result that is an error is thrown, with the error as its `payload`.

import { Reservation, Shelf } from 'shop:stock-stub/stub-stock';

function uri(shop) {
  return { value: `urn:worker:${shop}` };
}

/// Calls a shop. What it throws is the text of an error for our caller.
function ask(call) {
  try {
    return call();
  } catch (error) {
    // An `rpc-error`: the call did not reach the worker, or the worker could not answer it.
    if (error.payload?.tag) throw `no answer: ${error.payload.tag}`;
    throw error;
  }
}

export const api = {
  deliver(shop, items) {
    ask(() => new Shelf(uri(shop)).put(items));
  },

  sell(shop, customer, name, quantity) {
    const reservation = ask(() => Reservation.new(uri(shop), customer));
    try {
      const outcome = ask(() => reservation.add(name, quantity));
      switch (outcome.tag) {
        case 'short':
          throw `only ${outcome.val} left`;
        case 'unknown':
          throw `no ${outcome.val} is sold here`;
      }
      return ask(() => reservation.buy());
    } finally {
      // Also drops the remote resource.
      reservation[Symbol.dispose]();
    }
  },
};

export function takeInventory(shop) {
  const items = ask(() => new Shelf(uri(shop)).items());
  return { items, worth: items.reduce((worth, { price, quantity }) => worth + price * quantity, 0) };
}
