"""A rule that is wrong is left out with its reason, and the catalogue is used all the same."""

from pathlib import Path

import apsw
import pytest

from kiosk.database.catalogue_reader import CatalogueReader
from kiosk.database.catalogue_swap import check_catalogue
from kiosk.database.errors import CatalogueRefused
from kiosk.domain.recall_rows import recall_from
from kiosk.domain.restriction_rows import restriction_from
from sync.wire.promotion import promotion_text
from sync.wire.rule_text import recall_text, restriction_text
from tests.fakes.catalogue_files import PROMOTIONS, write_catalogue

ALCOHOL = restriction_from({"id": "alcohol", "goods": {"categories": ["alcohol"]}, "per_sale": 3})
RECALL = recall_from({"id": "R1", "skus": ["B02001"], "batches": ["L7"]})


def spoilt(path: Path, **rows: dict[str, str]) -> Path:
    """A catalogue into whose tables somebody wrote rules without asking."""
    write_catalogue(path)
    connection = apsw.Connection(str(path))
    for table, bodies in rows.items():
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", list(bodies.items()))  # noqa: S608
    connection.close()
    return path


def test_the_good_rules_work_and_the_others_are_named(tmp_path: Path) -> None:
    path = spoilt(
        tmp_path / "catalogue.db",
        promotion={
            "P3": '{"id": "P3", "kind": "percent_off", "pool": {}, "percent": 120}',
            "P4": '{"id": "P4", "kind": "n_plus_m", "pool": {"skus": ["B01001", "GONE"]}, "buy": 1, "free": 1}',
            "P5": "no JSON",
            "P6": '{"id": "P1", "kind": "percent_off", "pool": {}, "percent": 5}',
            "P7": '{"id": "P7", "kind": "threshold", "pool": {"brands": ["없는 상표"]}, "at_least": 1, "percent": 5}',
            "P8": '{"id": "P8", "kind": "amount_off", "pool": {"skus": ["B01001"]}, "amount": 1701}',
            "P9": '{"id": "P9", "kind": "percent_off", "pool": {}, "percent": 5, "shops": ["WH", "SH1"]}',
        },
        restriction={"alcohol": restriction_text(ALCOHOL), "all": '{"id": "all", "goods": {}}'},
        recall={"R1": recall_text(RECALL), "R2": "[]"},
    )
    reader = CatalogueReader(path)
    assert [rule.promotion_id for rule in reader.promotions()] == ["P1", "P2", "P9"]
    assert reader.restrictions() == (ALCOHOL,)
    assert reader.recalls() == (RECALL,)
    refused = {(rule.kind, rule.rule_id): rule.reason for rule in reader.refused_rules()}
    reader.close()
    expected = {
        ("promotion", "P3"): "percent: must be a whole number from 0 to 100",
        ("promotion", "P4"): "unknown items GONE",
        ("promotion", "P5"): "Expecting value",
        ("promotion", "P6"): "calls itself P1",
        ("promotion", "P7"): "unknown brands 없는 상표",
        ("promotion", "P8"): "would be negative",
        ("restriction", "all"): "restricts nothing",
        ("recall", "R2"): "must be an object",
    }
    assert refused.keys() == expected.keys()
    for rule, reason in expected.items():
        assert reason in refused[rule]


def test_a_catalogue_is_taken_into_use_in_spite_of_a_wrong_rule(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "new.db", promotion={"P3": promotion_text(PROMOTIONS[0])})
    contents = check_catalogue(path, shop="SH1", newer_than=6)
    assert [rule.rule_id for rule in contents.rules.refused] == ["P3"]
    assert len(contents.rules.promotions) == len(PROMOTIONS)


def test_a_file_without_the_tables_of_its_format_is_refused(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "new.db")
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE recall")
    connection.close()
    with pytest.raises(CatalogueRefused, match="no such table: recall"):
        check_catalogue(path, shop="SH1", newer_than=6)
