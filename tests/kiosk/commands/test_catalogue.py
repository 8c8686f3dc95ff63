"""`baro catalogue load`: every bad row named with line and reason, the good ones loaded, nothing half-done."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import zstandard

from kiosk.commands.command_line import ExitCode
from tests.fakes.baro_command import Baro

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpora" / "catalogue" / "products.csv.zst"
HEADER = "sku,gtin,name_ko,price,sold_by,plu"
GOOD = [
    "A1,8809999010012,통통 바나나우유 240mL,1700,each,",
    "A2,,청송 사과,6900,kg,2101",
    "A3,8809999090014,라면,1500,each,",
]
BROKEN = {
    3: ("B1,8809999010013,잘못된 코드,1000,each,", "gtin"),
    4: ("B2,8809999010029,값이 없다,,each,", "price"),
    5: ("B3,8809999010050,소수,12.5,each,", "price"),
    6: ("A1,8809999150015,같은 번호,1000,each,", "sku"),
    7: ("B4,8809999040019,,1000,each,", "name"),
    8: ("B5,8.81E+12,표 계산,1000,each,", "gtin"),
}


def written(tmp_path: Path, rows: list[str], *, header: str = HEADER) -> Path:
    path = tmp_path / "items.csv"
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return written(tmp_path, [GOOD[0], *(row for row, _ in BROKEN.values()), *GOOD[1:]])


def test_each_bad_row_is_named_and_the_good_ones_are_loaded(baro: Baro, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.db"
    said = baro("catalogue", "load", broken, "--out", out, "--json")
    assert said.code == ExitCode.NO
    assert said.json["loaded"] == 3
    named = {(problem["line"], problem["column"]) for problem in said.json["problems"]}
    assert {line for line, _ in named} == set(BROKEN)
    for line, (_, column) in BROKEN.items():
        assert any(where == line and what.startswith(column) for where, what in named), f"line {line}"
    assert all(problem["why"] for problem in said.json["problems"])
    assert [row["sku"] for row in baro("catalogue", "find", out, "사과", "--json").json] == ["A2"]
    assert baro("catalogue", "find", out, "잘못된", "--json").code == ExitCode.NO


def test_the_plain_words_name_file_line_and_column(baro: Baro, broken: Path, tmp_path: Path) -> None:
    said = baro("catalogue", "load", broken, "--out", tmp_path / "catalogue.db")
    for line, (_, column) in BROKEN.items():
        assert f"items.csv:{line}: {column}" in said.out
    assert "loaded 3" in said.out


def test_strict_loads_nothing_while_a_row_is_bad(baro: Baro, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.db"
    said = baro("catalogue", "load", broken, "--out", out, "--strict", "--json")
    assert said.code == ExitCode.NO
    assert said.json["loaded"] == 0
    assert said.json["bad"] == len(said.json["problems"]) >= len(BROKEN)
    assert not out.exists()


def test_a_good_file_is_loaded_whole(baro: Baro, tmp_path: Path) -> None:
    out = tmp_path / "catalogue.db"
    said = baro("catalogue", "load", written(tmp_path, GOOD), "--out", out, "--shop", "SS09", "--json")
    assert (said.code, said.json["loaded"], said.json["problems"]) == (ExitCode.OK, 3, [])
    shown = baro("catalogue", "show", out, "--json").json
    assert (shown["shop"], shown["currency"]) == ("SS09", "KRW")


def test_without_a_target_the_file_is_only_checked(baro: Baro, broken: Path, tmp_path: Path) -> None:
    said = baro("catalogue", "load", broken, "--json")
    assert said.code == ExitCode.NO
    assert said.json["good"] == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["items.csv"]


@pytest.mark.parametrize(
    ("header", "what"),
    [("sku,name_ko", "price"), ("sku,name_ko,price,prise", "prise"), ("sku,sku,name_ko,price", "sku")],
)
def test_a_wrong_header_loads_nothing(baro: Baro, tmp_path: Path, header: str, what: str) -> None:
    out = tmp_path / "catalogue.db"
    said = baro("catalogue", "load", written(tmp_path, ["A1,물,500,1"], header=header), "--out", out)
    assert said.code == ExitCode.NO
    assert what in said.err
    assert not out.exists()


@pytest.mark.parametrize("octets", [b"sku,name_ko,price\nA1,\xb9\xb0,500\n", b"\xff\xfes\x00k\x00u\x00"])
def test_what_is_not_utf_8_is_said(baro: Baro, tmp_path: Path, octets: bytes) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(octets)
    said = baro("catalogue", "load", path, "--out", tmp_path / "catalogue.db")
    assert said.code == ExitCode.DAMAGED
    assert "UTF-8" in said.err


def test_a_file_that_is_there_stays_when_the_new_one_cannot_be_written(baro: Baro, tmp_path: Path) -> None:
    """Nothing half-done: the station's file is replaced by a whole one or not at all."""
    out = tmp_path / "catalogue.db"
    assert baro("catalogue", "load", written(tmp_path, GOOD), "--out", out).code == ExitCode.OK
    before = out.read_bytes()
    (tmp_path / "catalogue.db.part").mkdir()  # what the new file would be written to
    said = baro("catalogue", "load", written(tmp_path, GOOD[:1]), "--out", out)
    assert said.code == ExitCode.NO
    assert "cannot be written" in said.err
    assert out.read_bytes() == before


@pytest.mark.parametrize("target", ["none/catalogue.db", "."])
def test_a_target_that_cannot_be_is_said(baro: Baro, tmp_path: Path, target: str) -> None:
    said = baro("catalogue", "load", written(tmp_path, GOOD), "--out", tmp_path / target)
    assert said.code == ExitCode.NO
    assert "--out" in said.err


def test_a_central_that_does_not_answer_is_said(baro: Baro, tmp_path: Path) -> None:
    nobody = "postgresql+psycopg://baro@127.0.0.1:9/baro"
    words = ("--central", tmp_path / "central", "--database", nobody)
    said = baro("catalogue", "load", written(tmp_path, GOOD), *words)
    assert said.code == ExitCode.UNREACHABLE
    assert "does not answer" in said.err


def test_what_is_no_catalogue_is_said(baro: Baro, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.write_bytes(b"rubbish" * 1000)
    for words in (("show", path), ("find", path, "우유")):
        said = baro("catalogue", *words)
        assert said.code == ExitCode.DAMAGED
        assert "catalogue.db" in said.err


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.exists(), reason="the catalogue corpus is not here")
def test_the_real_650_967_items(baro: Baro, tmp_path: Path) -> None:
    """Real names and numbers; rows that this shop's format refuses are named, the rest is found again."""
    path, out = tmp_path / "items.csv", tmp_path / "catalogue.db"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["sku", "gtin", "name_ko", "name_en", "brand", "category", "price"])
        writer.writeheader()
        count = 0
        for count, row in enumerate(_corpus(), 1):
            writer.writerow(
                {
                    "sku": f"P{count}",
                    "gtin": row["gtin"] if row["kind"].startswith("gtin") else "",
                    "name_ko": row["name_ko"] or row["name_other"] or row["name_en"],
                    "name_en": row["name_en"],
                    "brand": row["brand"],
                    "category": row["category"],
                    "price": 100 + count % 50_000,
                }
            )
    assert count == 650_967
    said = baro("catalogue", "load", path, "--out", out, "--json")
    assert said.json["loaded"] + len({problem["line"] for problem in said.json["problems"]}) == count
    assert said.json["loaded"] > 540_000
    assert baro("catalogue", "find", out, "crackers", "--json").json


def _corpus() -> Iterator[Mapping[str, str]]:
    with zstandard.open(CORPUS, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
