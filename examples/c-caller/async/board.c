// A board of prices in C: it asks all shops at once, then takes each answer as it comes.
//
// With `--call-style async`, `items` returns a future. `subscribe` gives a pollable that is ready when the answer is there, and
// `get` gives the answer once.

#include "board.h"

#include <stdlib.h>
#include <string.h>

// A question to one shop.
typedef struct {
  stub_own_shelf_t shelf;
  stub_own_future_items_result_t future;
  wasi_io_poll_own_pollable_t pollable;
  bool answered;
} question_t;

static question_t ask(const board_string_t *shop) {
  static const char PREFIX[] = "urn:worker:";
  const size_t prefix = sizeof PREFIX - 1;
  stub_uri_t uri = {{malloc(prefix + shop->len), prefix + shop->len}};
  memcpy(uri.value.ptr, PREFIX, prefix);
  memcpy(uri.value.ptr + prefix, shop->ptr, shop->len);
  question_t question;
  question.shelf = stub_constructor_shelf(&uri);
  question.future = stub_method_shelf_items(stub_borrow_shelf(question.shelf));
  question.pollable = stub_method_future_items_result_subscribe(stub_borrow_future_items_result(question.future));
  question.answered = false;
  stub_uri_free(&uri);
  return question;
}

// Takes the answer. A shop that gives no answer has no price.
static board_option_f32_t take_price(question_t *question, const board_string_t *name) {
  board_option_f32_t price = {false, 0};
  stub_result_list_item_rpc_error_t answer;
  if (stub_method_future_items_result_get(stub_borrow_future_items_result(question->future), &answer)) {
    if (!answer.is_err) {
      for (size_t i = 0; i < answer.val.ok.len; i++) {
        const stub_item_t *item = &answer.val.ok.ptr[i];
        if (item->name.len == name->len && memcmp(item->name.ptr, name->ptr, name->len) == 0)
          price = (board_option_f32_t){true, item->price};
      }
    }
    stub_result_list_item_rpc_error_free(&answer);
  }
  // The pollable goes before its future.
  wasi_io_poll_pollable_drop_own(question->pollable);
  stub_future_items_result_drop_own(question->future);
  stub_shelf_drop_own(question->shelf);
  question->answered = true;
  return price;
}

void exports_board_offers(board_string_t *name, board_list_string_t *shops, board_list_offer_t *offers) {
  const size_t count = shops->len;
  question_t *questions = calloc(count, sizeof *questions);
  wasi_io_poll_borrow_pollable_t *pollables = calloc(count, sizeof *pollables);
  size_t *open = calloc(count, sizeof *open);
  *offers = (board_list_offer_t){calloc(count, sizeof *offers->ptr), count};
  for (size_t i = 0; i < count; i++)
    questions[i] = ask(&shops->ptr[i]);
  for (;;) {
    size_t asked = 0;
    for (size_t i = 0; i < count; i++) {
      if (questions[i].answered)
        continue;
      pollables[asked] = wasi_io_poll_borrow_pollable(questions[i].pollable);
      open[asked++] = i;
    }
    if (asked == 0)
      break;
    wasi_io_poll_list_borrow_pollable_t list = {pollables, asked};
    board_list_u32_t ready;
    wasi_io_poll_poll(&list, &ready);
    for (size_t i = 0; i < ready.len; i++) {
      const size_t shop = open[ready.ptr[i]];
      offers->ptr[shop] = (board_offer_t){shops->ptr[shop], take_price(&questions[shop], name)};
    }
    board_list_u32_free(&ready);
  }
  free(questions);
  free(pollables);
  free(open);
  // The names of the shops now belong to the offers. An empty list has no memory.
  if (count > 0)
    free(shops->ptr);
  board_string_free(name);
}
