"""`baro parse` as it is run: one text, many lines, exit codes; and that it needs no screen."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import command_line
from kiosk.commands.benchmarks.gs1_vectors import OWN, read_vectors
from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.domain import gtin

ROOT = Path(__file__).parents[3]
GTIN = "08801234567893"
# Kinds whose vectors ask for something else than reading a text.
NOT_READ = {"lint", "dl_build", "dl_build_raw", "dl_canonical"}
OTHERWISE = {"g0137": "no Digital Link, but a right GTIN-12, and so it is read as one"}


def ean(body: str) -> str:
    return body + gtin.check_digit(body)


class Parse:
    """The command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        chosen = command_line.parse(["parse", "--json", "--today", "2026-11-22", *arguments])
        code = chosen.run(chosen)
        return code, json.loads(self._capsys.readouterr().out)


@pytest.fixture
def parse(capsys: pytest.CaptureFixture[str]) -> Parse:
    return Parse(capsys)


def run(*arguments: str, lines: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), "parse", *arguments]
    return subprocess.run(command, input=lines, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("text", "kind", "more"),
    [
        (f"(01){GTIN}(17)261231", "bracketed", {"meaning": "item", "expires_on": "2026-12-31"}),
        (f"^01{GTIN}10A1^3103001250", "element-string", {"grams": 1250, "amounts": {"3103": "1.250"}, "batch": "A1"}),
        (f"01{GTIN}10A1\x1d17261231", "element-string", {"expires_on": "2026-12-31"}),
        (f"\x1d01{GTIN}", "element-string", {"gtin": GTIN}),
        (f"]d201{GTIN}10A1", "scan-data", {"symbology": "GS1 DataMatrix", "batch": "A1"}),
        ("]E08801234567893|]e017261231", "scan-data", {"expires_on": "2026-12-31", "symbology": "EAN-13"}),
        ("]Q1hello", "scan-data", {"text": "hello", "symbology": "QR", "gtin": ""}),
        (f"]Q1https://a/01/{GTIN}", "scan-data", {"gtin": GTIN}),
        ("]Q1https://a/nothing", "scan-data", {"gtin": ""}),
        (f"https://a.example/01/{GTIN}", "link", {"link": f"https://id.gs1.org/01/{GTIN}"}),
        ("8801234567893", "gtin", {"format": "GTIN-13", "gtin": GTIN, "ais": [["01", GTIN]]}),
        ("880-1234 567893", "gtin", {"format": "GTIN-13"}),
        ("18801234567890", "gtin", {"format": "GTIN-14", "meaning": "item"}),
        ("9771234567003 12", "gtin", {"addon": "12", "gtin": "09771234567003"}),
        ("96385074", "gtin", {"format": "GTIN-8", "gtin": "00000096385074"}),
        ("04252614", "upc-e", {"upc_a": "042100005264"}),
        ("425261", "upc-e", {"upc_a": "042100005264", "upc_e": "0425261"}),
        ("1425261", "upc-e", {"upc_a": "142100005261"}),
        ("89-364-3359-8", "isbn", {"gtin": "09788936433598"}),
        ("0317-8471", "issn", {"gtin": "09770317847001"}),
        (ean("990123456789"), "gtin", {"meaning": "coupon"}),
        ("(255)123456789012842(3941)0155", "bracketed", {"meaning": "coupon", "percent": "15.5"}),
        ("(7003)2611221830", "bracketed", {"meaning": "unknown"}),
    ],
)
def test_every_way_of_writing(parse: Parse, text: str, kind: str, more: dict[str, Any]) -> None:
    code, found = parse(text)
    assert (code, found["ok"], found["kind"], found["error"]) == (ExitCode.OK, True, kind, "")
    assert {key: found[key] for key in more} == more


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("", "", "no element string, scan data, web link or number"),
        ("ABC", "", "no element string, scan data, web link or number"),
        ("8801234567890", "gtin", "it would be 3"),
        ("12345", "gtin", "8, 12, 13 or 14 digits, not 5"),
        ("02345678", "gtin", "check digit"),
        ("(17)261301", "bracketed", "AI 17: the month is 01 to 12"),
        ("^", "element-string", "no application identifier"),
        ("]", "scan-data", "symbology identifier"),
        ("https://a", "link", "does not end with a key"),
        (f"(01){GTIN}(10)A(10)B", "bracketed", "AI 10: it is there twice with different values"),
        ("x" * 9000, "", "longer than"),
    ],
)
def test_what_is_wrong_is_refused_with_the_reason(parse: Parse, text: str, kind: str, why: str) -> None:
    code, found = parse(text)
    assert (code, found["ok"], found["kind"], found["gtin"], found["ais"]) == (ExitCode.NO, False, kind, "", [])
    assert why in found["error"]


@pytest.mark.parametrize(
    ("symbology", "text", "ok"),
    [
        ("UPC-E", "425261", True),
        ("UPC-E", "8801234567890", False),
        ("EAN-13", "8801234567893", True),
        ("EAN-13", "96385074", False),
        ("EAN-13", "9771234567003 12", True),
        ("EAN-8", "96385074", True),
        ("ITF-14", "18801234567890", True),
        ("GS1 DataMatrix", f"01{GTIN}10A", True),
        ("DataBar Expanded", f"(01){GTIN}", True),
        ("GS1 DataMatrix", "hello", False),
        ("QR", "hello", True),
    ],
)
def test_the_symbology_decides(parse: Parse, symbology: str, text: str, ok: bool) -> None:
    assert parse("--symbology", symbology, text)[1]["ok"] is ok


def test_the_shops_own_numbers_currency_and_tolerance(parse: Parse, tmp_path: Path) -> None:
    own = tmp_path / "in_store_numbers.json"
    own.write_text('[{"prefix": "20", "kind": "price"}, {"prefix": "28", "kind": "park"}]', "utf-8")
    found = parse("--in-store", str(own), ean("201234504980"))[1]
    assert (found["meaning"], found["plu"], found["price"]) == ("priced", "12345", 4980)
    assert parse("--in-store", str(own), ean("280123456789"))[1]["meaning"] == "parked-cart"
    euro = f"(01){GTIN}(3932)9781290(30)1"
    assert parse("--currency", "EUR", euro)[1]["price"] == 1290
    assert parse(euro)[1]["meaning"] == "unknown"
    assert parse("https://a/gtin/8801234567893")[0] == ExitCode.NO
    assert parse("--tolerant", "https://a/gtin/8801234567893")[1]["gtin"] == GTIN


def test_one_part_of_a_value_against_one_rule(parse: Parse) -> None:
    assert parse("--rule", "iso4217", "410")[0] == ExitCode.OK
    code, found = parse("--rule", "yymmdd", "261301")
    assert (code, found["kind"], found["error"]) == (ExitCode.NO, "value", "the month is 01 to 12")
    with pytest.raises(CommandFailed, match="no rule 'dance'; there are: couponcode"):
        parse("--rule", "dance", "1")


def test_a_wrong_file_or_day_is_named(parse: Parse, tmp_path: Path) -> None:
    wrong = tmp_path / "own.json"
    for text, why in (("{}", "no list of objects"), ("[", "Expecting value"), ('[{"prefix": "2"}]', "kind None")):
        wrong.write_text(text, "utf-8")
        with pytest.raises(CommandFailed, match=why):
            parse("--in-store", str(wrong), "1")
    with pytest.raises(SystemExit):
        parse("--today", "22.11.2026", "1")


def test_lines_with_separators_rubbish_and_ends_of_all_kinds() -> None:
    texts = [f"01{GTIN}10A\x1d21B".encode(), b"\xff\xfe", b"", f"(01){GTIN}\r".encode(), "가나다".encode()]
    done = run("--json", "-", lines=b"\n".join(texts) + b"\n")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["ok"] for answer in answers] == [True, False, False, True, False]
    assert answers[0]["ais"] == [["01", GTIN], ["10", "A"], ["21", "B"]]
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_vectors_line_by_line() -> None:
    """Read without knowing what each is, as a shop reads; those that need a setting are left out."""
    chosen = [one for one in read_vectors(OWN) if one.kind not in NOT_READ and not one.options - {"permit_unknown_ais"}]
    done = run("--json", "-", lines="\n".join(one.text for one in chosen).encode() + b"\n")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    wrong = {one.name: one.text for one, found in zip(chosen, answers, strict=True) if found["ok"] is not one.ok}
    assert wrong.keys() == OTHERWISE.keys(), wrong
    for one, found in zip(chosen, answers, strict=True):
        if one.ok and "expect_ais" in one.row:
            assert found["ais"] == one.row["expect_ais"], one.name


def test_words_for_people_and_no_screen_needed() -> None:
    done = run(f"(01){GTIN}(17)261231", "--today", "2026-11-22")
    assert done.stdout.decode().startswith(f"(01){GTIN} (17)261231 kind=bracketed meaning=item")
    wrong = run("8801234567890")
    assert (wrong.returncode, wrong.stdout.decode()[:10]) == (1, "not right:")
    script = (
        "import sys; from main import main; main(['parse', '8801234567893']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False).returncode == 0
