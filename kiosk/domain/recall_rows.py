"""Recalls as they travel: the JSON objects of docs/restrictions.md to recalls and back."""

from datetime import date

from kiosk.domain import gtin
from kiosk.domain.recall import DateWindow, Recall, RecallKind, SerialRange
from kiosk.domain.restriction import Policy
from kiosk.domain.rule_row import RuleRow, ordered, without_empty, words_to

_FIELDS = (
    "id",
    "kind",
    "reason",
    "basis",
    "gtins",
    "skus",
    "shops",
    "from",
    "to",
    "batches",
    "serials",
    "expires",
    "best_before",
    "made",
    "lot_unknown",
)
MOST_SIGNS = 20  # of a batch or serial number


def recall_from(value: object) -> Recall:
    """The recall that a JSON object describes; raises `RuleRowError` with the field and what it may hold."""
    row = RuleRow(value, _FIELDS)
    recall_id = row.text("id", most=100)
    starts, ends = ordered(row)
    made = Recall(
        recall_id=recall_id,
        kind=row.one_of("kind", RecallKind, RecallKind.RECALL),
        reason=row.words("reason", recall_id),
        basis=row.text("basis", ""),
        gtins=frozenset(_gtin(row, one) for one in row.names("gtins")),
        skus=row.names("skus"),
        shops=row.names("shops"),
        starts=starts,
        ends=ends,
        batches=frozenset(_signs(row, "batches", one) for one in row.names("batches")),
        serials=tuple(_serials(row, one) for one in row.items("serials")),
        expires=_window(row, "expires"),
        best_before=_window(row, "best_before"),
        made=_window(row, "made"),
        lot_unknown=row.one_of("lot_unknown", Policy, Policy.STAFF),
    )
    if not (made.gtins or made.skus):
        raise row.fault("gtins", "a recall names items by gtins or skus")
    return made


def recall_to(recall: Recall) -> dict[str, object]:
    """The JSON object of a recall; `recall_from` of it gives an equal recall back."""
    fields = without_empty(
        {
            "basis": recall.basis,
            "gtins": sorted(recall.gtins),
            "skus": sorted(recall.skus),
            "shops": sorted(recall.shops),
            "from": recall.starts.isoformat() if recall.starts else None,
            "to": recall.ends.isoformat() if recall.ends else None,
            "batches": sorted(recall.batches),
            "serials": [x.first if x.first == x.last else {"from": x.first, "to": x.last} for x in recall.serials],
            "expires": _window_to(recall.expires),
            "best_before": _window_to(recall.best_before),
            "made": _window_to(recall.made),
            "lot_unknown": None if recall.lot_unknown is Policy.STAFF else recall.lot_unknown.value,
        }
    )
    return {"id": recall.recall_id, "kind": recall.kind.value, "reason": words_to(recall.reason)} | fields


def _gtin(row: RuleRow, number: str) -> str:
    try:
        return gtin.validate(number)
    except gtin.GtinError as fault:
        raise row.fault("gtins", f"{number!r}: {fault}") from None


def _signs(row: RuleRow, field: str, value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= MOST_SIGNS or not value.isascii() or not value.isprintable():
        raise row.fault(field, f"{value!r} is none; a code holds 1 to {MOST_SIGNS} Latin letters, digits or signs")
    return value


def _serials(row: RuleRow, value: object) -> SerialRange:
    if isinstance(value, str):
        one = _signs(row, "serials", value)
        return SerialRange(one, one)
    stretch = RuleRow(value, ("from", "to"), "serials")
    first, last = (_signs(stretch, field, stretch.raw(field)) for field in ("from", "to"))
    if len(first) != len(last) or first > last:
        raise row.fault("serials", f"a range goes up and has ends of one length, not {first!r} to {last!r}")
    return SerialRange(first, last)


def _window(row: RuleRow, field: str) -> DateWindow | None:
    if not row.has(field):
        return None
    stretch = RuleRow(row.raw(field), ("from", "to"), field)
    first, last = stretch.day("from"), stretch.day("to")
    if first is None and last is None:
        raise row.fault(field, "must have from, to or both")
    if first and last and last < first:
        raise row.fault(field, "ends before it begins")
    return DateWindow(first, last)


def _window_to(window: DateWindow | None) -> dict[str, str] | None:
    def written(day: date | None) -> str:
        return day.isoformat() if day else ""

    if window is None:
        return None
    return {field: day for field, day in (("from", written(window.first)), ("to", written(window.last))) if day}
