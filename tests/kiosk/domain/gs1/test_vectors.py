"""All vectors of the GS1 corpus, read by the rules of the shipped dictionary; the exceptions are named here."""

from collections import Counter
from pathlib import Path

import pytest

from kiosk.commands.benchmarks.gs1_vectors import BESIDE, KINDS, OWN, Vector, read_vectors, right
from kiosk.commands.command_line import CommandFailed
from tests.fakes.gs1_table import gs1_table

# Each with the reason why the vector's demand is not met.
EXCEPTIONS = {
    "g0130": "the source had a check switched off: an identifier that no table knows becomes part of a Digital Link",
    "g0411": "the source asked a made-up register of company prefixes; without it the prefix is well formed",
    "g0696": "the source asked a made-up register of company prefixes; without it the prefix is well formed",
    "g0732": "tests a stub of the source that accepts everything and has no name in the dictionary",
}
VECTORS = read_vectors(OWN)


@pytest.mark.parametrize("kind", KINDS)
def test_every_vector_is_read_right_but_the_named_exceptions(kind: str) -> None:
    wrong = {one.name: one.text for one in VECTORS if one.kind == kind and not right(one, gs1_table())}
    named = {one.name for one in VECTORS if one.kind == kind} & EXCEPTIONS.keys()
    assert wrong.keys() == named, wrong


def test_the_exceptions_stay_few() -> None:
    assert EXCEPTIONS.keys() <= {one.name for one in VECTORS}
    without_lint = [one for one in VECTORS if one.kind != "lint"]
    assert len(VECTORS) == 881
    assert sum(one.name in EXCEPTIONS for one in without_lint) / len(without_lint) < 0.05


def test_kinds_are_all_there_and_demand_both_answers() -> None:
    assert {one.kind for one in VECTORS} == set(KINDS)
    both = Counter((one.kind, one.ok) for one in VECTORS)
    assert all(both[kind, False] and both[kind, True] for kind in ("bracketed", "raw", "scan_data", "dl_uri", "lint"))


def test_a_wrong_answer_would_be_noticed() -> None:
    one = next(vector for vector in VECTORS if vector.row.get("expect_ais"))
    assert right(one, gs1_table())
    assert not right(Vector(one.name, one.kind, one.text, False, one.row), gs1_table())
    other = {**one.row, "expect_ais": [["01", "00000000000000"]]}
    assert not right(Vector(one.name, one.kind, one.text, True, other), gs1_table())


@pytest.mark.skipif(not BESIDE.exists(), reason="the corpora are not beside the repository")
def test_the_projects_own_copy_is_the_corpus() -> None:
    assert [one.row for one in read_vectors()] == [one.row for one in VECTORS]


def test_vectors_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match=r"vectors\.jsonl cannot be read"):
        read_vectors(tmp_path)
    (tmp_path / "vectors.jsonl").write_text('{"id": "x"}\n', "utf-8")
    with pytest.raises(CommandFailed, match="kind"):
        read_vectors(tmp_path)
