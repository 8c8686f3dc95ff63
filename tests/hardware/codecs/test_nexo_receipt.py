"""Receipts of the terminal become plain lines, in order, with nothing that steers a printer."""

import pytest

from hardware.codecs.nexo_receipt import plain_line, read_receipts


@pytest.mark.parametrize(
    ("encoded", "line"),
    [
        ("name=TOTAL&value=%e2%82%ac%201%2c00&key=totalAmount", "TOTAL: € 1,00"),
        ("name=TOTAL&value=%e2%82%ac%c2%a01.00&key=totalAmount", "TOTAL: € 1.00"),
        ("name=Thank+you&key=thanks", "Thank you"),
        ("key=filler", ""),
        ("key=header1", ""),
        ("value=12", "12"),
        ("plain%20words", "plain words"),
        ("", ""),
        ("name=%ed%95%a9%ea%b3%84&value=12%2c800%ec%9b%90", "합계: 12,800원"),
        ("name=Card&value=%2a%2a%2a%2a3511&key=pan", "Card: ****3511"),
        ("name=Tender&value=oLkO001532420683001&key=txRef", "Tender: oLkO001532420683001"),
        ("name=Expiry&value=12%2f28&key=expiryDate", "Expiry: **/**"),
    ],
)
def test_lines_are_decoded(encoded: str, line: str) -> None:
    assert plain_line(encoded) == (line, False)


@pytest.mark.parametrize(
    "encoded",
    [
        "name=Note&value=4111111111111111",
        "name=4111111111111111&key=x",
        "4111111111111111",
        "name=Card&value=4111111111111111&key=pan",
        "name=N&value=%34%31%31%31%31%31%31%31%31%31%31%31%31%31%31%31",
    ],
)
def test_a_full_card_number_is_masked_and_told(encoded: str) -> None:
    line, seen = plain_line(encoded)

    assert seen
    assert "411111******1111" in line


@pytest.mark.parametrize("sign", ["%1b", "%0a", "%0d", "%00", "%9b", "%7f", "%e2%80%ae", "%e2%80%8b"])
def test_control_and_direction_signs_do_not_reach_the_printer(sign: str) -> None:
    line, _ = plain_line(f"name=a{sign}b&value=c{sign}d")

    assert all(letter.isprintable() for letter in line)


def test_both_copies_are_read_in_order_and_joined_lines_stay_joined() -> None:
    def copy(qualifier: str, *lines: tuple[str, bool]) -> dict[str, object]:
        output = [{"Text": text, "EndOfLineFlag": end} for text, end in lines]
        return {
            "DocumentQualifier": qualifier,
            "OutputContent": {"OutputText": output},
            "RequiredSignatureFlag": False,
        }

    body = {
        "PaymentReceipt": [
            copy("CashierReceipt", ("name=A", True), ("name=B", False), ("name=C", True)),
            copy("CustomerReceipt", ("name=D", True), ("name=E", False)),
            copy("Journal", ("name=F", True)),
        ]
    }

    receipts = read_receipts(body)

    assert receipts.merchant == ("A", "BC")
    assert receipts.customer == ("D", "E")


def test_a_number_spread_over_two_pieces_of_a_line_is_found() -> None:
    output = [
        {"Text": "name=41111111", "EndOfLineFlag": False},
        {"Text": "name=11111111", "EndOfLineFlag": True},
    ]
    receipts = read_receipts(
        {"PaymentReceipt": [{"DocumentQualifier": "CustomerReceipt", "OutputContent": {"OutputText": output}}]}
    )

    assert receipts.card_number_seen
    assert receipts.customer == ("411111******1111",)


def test_a_signature_is_told() -> None:
    body = {"PaymentReceipt": [{"DocumentQualifier": "CashierReceipt", "RequiredSignatureFlag": True}]}

    assert read_receipts(body).signature_required


@pytest.mark.parametrize(
    "receipts", [None, "x", 7, [None], [[]], [{"DocumentQualifier": "CustomerReceipt", "OutputContent": 7}]]
)
def test_rubbish_is_no_receipt(receipts: object) -> None:
    assert read_receipts({"PaymentReceipt": receipts}).customer == ()
