// The till in C. `shelf` and `reservation` are resources of the stub: they live in the worker whose URI they were made with.
//
// Bindings return a `result` as a `bool`, with the value and the error through the last two pointers. We free what calls return
// and what our exports are given.

#include "till.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The cases of a variant are called after the interface that defines it: the stub's, or with types that it `use`s, the target's.
#ifdef SHOP_STOCK_SHELF_OUTCOME_RESERVED
#define STUB_OUTCOME_RESERVED SHOP_STOCK_SHELF_OUTCOME_RESERVED
#define STUB_OUTCOME_SHORT SHOP_STOCK_SHELF_OUTCOME_SHORT
#define STUB_OUTCOME_UNKNOWN SHOP_STOCK_SHELF_OUTCOME_UNKNOWN
#endif

static stub_uri_t uri_of(const till_string_t *shop) {
  static const char PREFIX[] = "urn:worker:";
  const size_t prefix = sizeof PREFIX - 1;
  stub_uri_t uri = {{malloc(prefix + shop->len), prefix + shop->len}};
  memcpy(uri.value.ptr, PREFIX, prefix);
  memcpy(uri.value.ptr + prefix, shop->ptr, shop->len);
  return uri;
}

// The call did not reach the worker, or the worker could not answer it.
static bool failed(stub_rpc_error_t *error, till_string_t *err) {
  switch (error->tag) {
  case GOLEM_RPC_TYPES_RPC_ERROR_PROTOCOL_ERROR:
    till_string_dup(err, "no answer: protocol-error");
    break;
  case GOLEM_RPC_TYPES_RPC_ERROR_DENIED:
    till_string_dup(err, "no answer: denied");
    break;
  case GOLEM_RPC_TYPES_RPC_ERROR_NOT_FOUND:
    till_string_dup(err, "no answer: not-found");
    break;
  case GOLEM_RPC_TYPES_RPC_ERROR_REMOTE_INTERNAL_ERROR:
    till_string_dup(err, "no answer: remote-internal-error");
    break;
  }
  stub_rpc_error_free(error);
  return false;
}

bool exports_shop_till_api_deliver(till_string_t *shop, exports_shop_till_api_list_item_t *items, till_string_t *err) {
  stub_uri_t uri = uri_of(shop);
  stub_own_shelf_t shelf = stub_constructor_shelf(&uri);
  stub_list_item_t delivered = {items->ptr, items->len};
  stub_rpc_error_t error;
  bool done = stub_method_shelf_put(stub_borrow_shelf(shelf), &delivered, &error) || failed(&error, err);
  stub_shelf_drop_own(shelf);
  stub_uri_free(&uri);
  exports_shop_till_api_list_item_free(items);
  till_string_free(shop);
  return done;
}

static bool buy(stub_borrow_reservation_t reservation, till_string_t *name, uint32_t quantity, float *price, till_string_t *err) {
  stub_outcome_t outcome;
  stub_rpc_error_t error;
  if (!stub_method_reservation_add(reservation, name, quantity, &outcome, &error))
    return failed(&error, err);
  bool bought = false;
  char text[200];
  switch (outcome.tag) {
  case STUB_OUTCOME_RESERVED:
    bought = stub_method_reservation_buy(reservation, price, &error) || failed(&error, err);
    break;
  case STUB_OUTCOME_SHORT:
    snprintf(text, sizeof text, "only %lu left", (unsigned long)outcome.val.short_);
    till_string_dup(err, text);
    break;
  case STUB_OUTCOME_UNKNOWN:
    snprintf(text, sizeof text, "no %.*s is sold here", (int)outcome.val.unknown.len, (char *)outcome.val.unknown.ptr);
    till_string_dup(err, text);
    break;
  }
  stub_outcome_free(&outcome);
  return bought;
}

bool exports_shop_till_api_sell(till_string_t *shop, till_string_t *customer, till_string_t *name, uint32_t quantity,
                                float *price, till_string_t *err) {
  stub_uri_t uri = uri_of(shop);
  stub_own_reservation_t reservation;
  stub_rpc_error_t error;
  bool sold;
  if (stub_static_reservation_new(&uri, customer, &reservation, &error)) {
    sold = buy(stub_borrow_reservation(reservation), name, quantity, price, err);
    // The remote resource is dropped, too.
    stub_reservation_drop_own(reservation);
  } else {
    sold = failed(&error, err);
  }
  stub_uri_free(&uri);
  till_string_free(shop);
  till_string_free(customer);
  till_string_free(name);
  return sold;
}

bool exports_till_take_inventory(till_string_t *shop, till_inventory_t *inventory, till_string_t *err) {
  stub_uri_t uri = uri_of(shop);
  stub_own_shelf_t shelf = stub_constructor_shelf(&uri);
  stub_list_item_t items;
  stub_rpc_error_t error;
  bool done = stub_method_shelf_items(stub_borrow_shelf(shelf), &items, &error) || failed(&error, err);
  if (done) {
    // The result is freed after the call.
    *inventory = (till_inventory_t){{items.ptr, items.len}, 0};
    for (size_t i = 0; i < items.len; i++)
      inventory->worth += items.ptr[i].price * items.ptr[i].quantity;
  }
  stub_shelf_drop_own(shelf);
  stub_uri_free(&uri);
  till_string_free(shop);
  return done;
}
