"""The cart's list model against a plain list, with every signal counted."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.line_list_model import LineListModel, LineRow, Role

ROW = LineRow("1", "우유", "2,980", "", "cool", "dairy", "1개 2,980원", 1, "", "promo", "stepper", "2,980원")


def rows_of(model: QAbstractListModel) -> list[tuple[object, object]]:
    return [
        (model.data(model.index(n), Role.LINE_ID), model.data(model.index(n), Role.QUANTITY))
        for n in range(model.rowCount())
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.dictionaries(st.integers(1, 8), st.integers(1, 3), max_size=8), max_size=6))
def test_it_shows_exactly_what_it_is_given(states: list[dict[int, int]]) -> None:
    model = LineListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        model.show([replace(ROW, line_id=str(key), quantity=value) for key, value in state.items()])
        assert rows_of(model) == [(str(key), value) for key, value in state.items()]
    assert tester.model() is model


def test_a_changed_quantity_touches_one_role_of_one_row() -> None:
    model = LineListModel()
    model.show([ROW, replace(ROW, line_id="2")])
    seen: list[tuple[int, list[int]]] = []
    model.dataChanged.connect(lambda first, _last, roles: seen.append((first.row(), roles)))
    model.show([ROW, replace(ROW, line_id="2", quantity=5)])
    assert seen == [(1, [int(Role.QUANTITY)])]


def test_a_moved_row_is_moved() -> None:
    model = LineListModel()
    model.show([replace(ROW, line_id=str(n)) for n in range(4)])
    moves: list[int] = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    model.show([replace(ROW, line_id=str(n)) for n in (3, 0, 1, 2)])
    assert moves == [1]
    assert rows_of(model) == [(str(n), 1) for n in (3, 0, 1, 2)]
