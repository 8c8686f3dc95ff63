"""What is kept of an answer holds no card data (T-13); identifiers stay as they are."""

from hardware.codecs.nexo_json import read_json_object
from hardware.codecs.nexo_record import journal_record

_CARD = "4111111111111111"


def test_a_card_number_is_masked_in_every_corner() -> None:
    body = {
        "Unknown": _CARD,
        "Number": int(_CARD),
        "List": [_CARD, {"deep": f"x {_CARD}"}],
        f"key {_CARD}": "value",
        "MaskedPan": _CARD,
        "Response": {"Result": "Success", "AdditionalResponse": f"message={_CARD}&other={_CARD}"},
        "DisplayOutput": {"Text": " ".join((_CARD[:4], _CARD[4:8], _CARD[8:12], _CARD[12:]))},
    }

    record, seen = journal_record(body)

    assert seen
    assert _CARD not in record
    assert _CARD not in record.replace(" ", "")


def test_card_data_without_a_number_is_left_out() -> None:
    body = {
        "CardData": {"SensitiveCardData": {"ExpiryDate": "1228", "CardSeqNumb": "01"}, "PaymentBrand": "mc"},
        "Response": {"AdditionalResponse": "expiryMonth=12&cardHolderName=KIM&shopperEmail=a%40b.c&tid=75039202"},
        "PaymentReceipt": [{"OutputContent": {}}],
    }

    record, seen = journal_record(body)

    assert not seen
    assert read_json_object(record.encode()) == {
        "CardData": {"PaymentBrand": "mc"},
        "Response": {"AdditionalResponse": "tid=75039202"},
    }


def test_references_that_are_valid_card_numbers_by_chance_stay() -> None:
    body = {
        "POITransactionID": {"TransactionID": f"BV0q001.{_CARD}"},
        "Response": {"AdditionalResponse": f"pspReference={_CARD}"},
    }

    record, seen = journal_record(body)

    assert not seen
    assert f"BV0q001.{_CARD}" in record
    assert f"pspReference={_CARD}" in record


def test_half_a_surrogate_pair_can_be_kept() -> None:
    record, _ = journal_record({"\ud800": "\udfff", "ok": [None, True, 1]})

    assert read_json_object(record.encode()) == {"?": "?", "ok": [None, True, 1]}
