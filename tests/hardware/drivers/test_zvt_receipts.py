"""Receipts that come line by line or in blocks, and whose they are."""

import pytest

from hardware.codecs.zvt.printing import PrintBlock, PrintLine, ReceiptKind, ReceiptLine
from hardware.drivers.zvt_receipts import ReceiptBook


def _line(text: str, is_last: bool = False) -> PrintLine:
    return PrintLine(ReceiptLine(text), is_last=is_last)


def _block(kind: ReceiptKind | None, *texts: str, signature: bool = False) -> PrintBlock:
    return PrintBlock(tuple(ReceiptLine(text) for text in texts), kind, signature_due=signature)


def _book(*told: PrintLine | PrintBlock) -> ReceiptBook:
    book = ReceiptBook()
    for one in told:
        book.take(one)
    return book


@pytest.mark.parametrize("title", ["** HÄNDLERBELEG **", "HAENDLERBELEG", "Merchant copy"])
def test_lines_say_whose_they_are(title: str) -> None:
    receipts = _book(_line(title), _line(""), _line("x", True), _line("KUNDENBELEG"), _line("", True)).receipts()

    assert receipts.merchant == (title, "", "x")
    assert receipts.customer == ("KUNDENBELEG",)


def test_lines_that_do_not_say_it_are_the_shoppers_first() -> None:
    receipts = _book(_line("a"), _line("", True), _line("b"), _line("", True)).receipts()

    assert (receipts.customer, receipts.merchant) == (("a",), ("b",))


def test_a_receipt_without_a_last_line_ends_with_the_command() -> None:
    assert _book(_line("a"), _line("b")).receipts().customer == ("a", "b")


def test_blocks_of_one_kind_belong_together() -> None:
    customer, merchant = ReceiptKind.CUSTOMER, ReceiptKind.MERCHANT
    receipts = _book(_block(customer, "a"), _block(customer, "b"), _block(merchant, "c", signature=True)).receipts()

    assert (receipts.customer, receipts.merchant) == (("a", "b"), ("c",))
    assert receipts.signature_due


def test_the_receipt_of_a_day_is_nobodys() -> None:
    receipts = _book(_block(ReceiptKind.ADMINISTRATION, "Kassenschnitt")).receipts()

    assert receipts.all_lines == ("Kassenschnitt",)
    assert (receipts.customer, receipts.merchant) == ((), ())
