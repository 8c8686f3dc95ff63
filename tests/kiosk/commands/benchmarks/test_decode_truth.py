"""What counts as having read a picture's code, and what as wrong."""

import json
from pathlib import Path

import pytest

from hardware.vision.engines import Barcode
from kiosk.commands.benchmarks.decode_truth import TruthLine, Verdict, judge, load_truth, values
from kiosk.commands.command_line import CommandFailed

SAME = [
    (("UPC-A", "036000291452"), ("EAN-13", "0036000291452")),
    (("EAN-8", "96385074"), ("EAN-8", "00000096385074")),
    (("UPC-E", "04252614"), ("UPC-A", "042100005264")),
    (("UPC-E", "04252614"), ("UPC-E", "0042100005264")),
    (("UPC-E", "01234565"), ("UPC-E", "012345000065")),
    (("UPC-E", "01234531"), ("UPC-A", "012300000451")),
    (("UPC-E", "01234543"), ("UPC-A", "012340000053")),
    (("DataBar", "08801043015653"), ("DataBar", "0108801043015653")),
    (("DataBar", "(01)08801043015653"), ("DataBar", "08801043015653")),
    (("DataBar Expanded", "(01)98801043015656(3103)001200"), ("DataBar Expanded", "01988010430156563103001200")),
    (("Code 128", "0108801043015653\x1d10AB"), ("Code 128", "\x1d010880104301565310AB")),
    (("EAN-13", "9780544668256"), ("EAN-13", "9780544668256 52495")),
    (("ITF", "18801043015650"), ("ITF", "18801043015650")),
    (("QR", "https://x.example/a"), ("QR", "https://x.example/a\n")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_to_say_the_same_share_a_value(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert values(*one) & values(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("EAN-13", "9074932437075"), ("UPC-A", "023942431015")),
        (("EAN-8", "04252614"), ("UPC-A", "042100005264")),  # eight digits of EAN-8 are not to be expanded
        (("QR", "Version 1 QR"), ("QR", "Version 2 QR")),
        (("Code 128", "00123"), ("Code 128", "123")),
    ],
)
def test_other_codes_share_none(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not values(*one) & values(*other)


def code(symbology: str, text: str) -> Barcode:
    return Barcode(text, symbology, ())


@pytest.fixture
def book(tmp_path: Path) -> TruthLine:
    """A book's back: its ISBN with an add-on, and a price code beside it."""
    (tmp_path / "book.jpg").write_bytes(b"")
    line = {
        "file": "book.jpg",
        "symbology": "EAN-13",
        "text": "9784872348880",
        "addon": "52495",
        "source_folder": "books",
        "also": [{"symbology": "EAN-13", "text": "1920081045006"}],
    }
    (tmp_path / "truth.jsonl").write_text(json.dumps(line) + "\n\n", "utf-8")
    (truth,) = load_truth(tmp_path)
    return truth


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        ([], Verdict(False, ())),
        ([code("EAN-13", "9784872348880")], Verdict(True, ())),
        ([code("EAN-13", "1920081045006")], Verdict(False, ())),
        ([code("EAN-13", "9784872348880"), code("EAN-5", "52495")], Verdict(True, ())),
        ([code("EAN-13", "9784872348880"), code("EAN-8", "96385074")], Verdict(True, ("EAN-8 96385074",))),
        ([code("EAN-8", "96385074")] * 2, Verdict(False, ("EAN-8 96385074",))),
    ],
)
def test_codes_beside_are_right_and_others_wrong(book: TruthLine, codes: list[Barcode], verdict: Verdict) -> None:
    assert book.source_folder == "books"
    assert judge(book, codes) == verdict


def test_anything_read_where_nothing_is_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "none.png").write_bytes(b"")
    (tmp_path / "truth.jsonl").write_text('{"file": "none.png", "symbology": "none", "text": null}\n', "utf-8")
    (truth,) = load_truth(tmp_path)
    assert judge(truth, []) == Verdict(False, ())
    assert judge(truth, [code("ITF", "123456")]) == Verdict(False, ("ITF 123456",))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"\n", "names no picture"),
        (b"\xff\xfe\n", "not UTF-8"),
        (b'{"file": "a.png"}\n', "truth.jsonl:1: not a line"),
        (b"[]\n", "truth.jsonl:1: not a line"),
        (b'\n{"file": "a.png", "symbology": "QR", "text": "x"}\n', "truth.jsonl:2: the picture a.png is not in"),
        (b'{"file": "a.png", "symbology": "QR", "text": "x", "also": ["y"]}\n', "not a line"),
    ],
)
def test_a_corpus_that_cannot_be_used_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / "truth.jsonl").write_bytes(content)
    with pytest.raises(CommandFailed, match=said):
        load_truth(tmp_path)
