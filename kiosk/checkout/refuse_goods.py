"""What may not be sold is refused kindly, noted, and told to staff; what only a person may pass waits for one.

Nobody at the kiosk can sell an expired or recalled pack all the same, staff neither: Korea's Food Sanitation Act
forbids it. Staff are told, so that the shelf is looked through.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.floor import Floor
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.open_rules import OpenRules
from kiosk.checkout.shelf_task import ShelfTask
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.sale_check import Finding, Reason, Remedy, clearance
from sync.wire.journal import EntryKind

OLD_LIST = "recall_list"  # the reference of the request about it: one for the till, whatever item shows it
_SAID = {
    Reason.SALE_STOP: NoticeKind.BLOCKED_ITEM,
    Reason.RECALLED: NoticeKind.BLOCKED_ITEM,
    Reason.LOT_UNKNOWN: NoticeKind.BLOCKED_ITEM,
    Reason.EXPIRED: NoticeKind.EXPIRED,
    Reason.SELL_BY: NoticeKind.EXPIRED,
    Reason.BEST_BEFORE: NoticeKind.PAST_BEST,
    Reason.LIST_OLD: NoticeKind.NOT_CHECKED,
    Reason.CHANNEL: NoticeKind.ORDER_REFUSED,
    Reason.ATTENDED_ONLY: NoticeKind.STAFF_ONLY,
    Reason.HOURS: NoticeKind.NOT_NOW,
    Reason.PER_SALE: NoticeKind.SALE_LIMIT,
    Reason.PER_PERSON: NoticeKind.PERSON_LIMIT,
}
_TAKEN_OUT = {NoticeKind.BLOCKED_ITEM: NoticeKind.STOPPED_NOW}
_ASKED = {
    Reason.SALE_STOP: "blocked_item",
    Reason.RECALLED: "blocked_item",
    Reason.LOT_UNKNOWN: "blocked_item",
    Reason.EXPIRED: "expired",
    Reason.SELL_BY: "expired",
    Reason.BEST_BEFORE: "past_best",
}


class RefuseGoods:
    """Says, notes and passes on what the sale check finds against goods."""

    def __init__(self, floor: Floor, calls: CallAttendant, rules: OpenRules) -> None:
        self._floor, self._calls, self._rules = floor, calls, rules
        self._shelf = ShelfTask(floor)

    def why_not(self, line: LineItem) -> Reason | None:
        """Why the row may not come into the cart as it is now; says and notes it. None when it may."""
        if self._not_here(line):
            return Reason.CHANNEL
        found = self._rules.with_row(self.passed(line))
        stop = next((one for one in found if one.blocks), None)
        if stop is not None:
            self.refuse(line, stop)
            return stop.reason
        if self._floor.settings.age_policy == "refuse" and any(one.remedy is Remedy.PERSON for one in found):
            self._note(line, NoticeKind.AGE_REFUSED.value, found[0])
            self._say(NoticeKind.AGE_REFUSED, line)
            return Reason.AGE
        self.warn(line, found)
        return None

    def pack_stopped(self, line: LineItem) -> Finding | None:
        """What is against a pack that is in the cart already and whose code has told more now; says nothing."""
        return next((one for one in self._rules.of_pack(self.passed(line)) if one.blocks), None)

    def warn_of_pack(self, line: LineItem) -> None:
        """Tell staff of a pack in the cart that is sold all the same."""
        self.warn(line, self._rules.of_pack(line))

    def settled(self, item: CatalogueItem) -> None:
        """Another code of the pack answered what staff were asked to look at."""
        visit = self._floor.visit
        for request_id in [one for one, line in visit.to_pass.items() if line.item.sku == item.sku]:
            request = self._calls.find(request_id)
            if request is not None and not visit.to_pass[request_id].lot.named:
                self._calls.close_request(request)
                del visit.to_pass[request_id]

    def refuse(self, line: LineItem, finding: Finding) -> None:
        """Say that a row is not added and why, note it, and tell staff."""
        self.tell(line, finding)
        if finding.reason in (Reason.EXPIRED, Reason.SELL_BY):
            # The next pack may be as old, and its EAN would not tell.
            self._floor.visit.codes_wanted.add(line.item.sku)
        staff = finding.remedy is Remedy.STAFF
        self._say(NoticeKind.PACK_CHECK if staff else _SAID[finding.reason], line, finding)

    def refuse_undated(self, line: LineItem) -> None:
        """The pack's own code names no date, where only a date sells it."""
        finding = Finding(line_id="", sku=line.item.sku, reason=Reason.EXPIRED, remedy=Remedy.REFUSE)
        self._note(line, "date_missing", finding)
        evidence = (*_facts(line, finding), ("reason", "the code names no use-by date"))
        self._calls.request("expired", line.item, evidence=evidence, reference=line.item.sku)
        self._say(NoticeKind.DATE_MISSING, line)

    def tell(self, line: LineItem, finding: Finding) -> None:
        """Note what was not sold; staff learn of packs and get the task to look through the shelf."""
        self._note(line, finding.reason.value, finding)
        if finding.remedy is Remedy.STAFF:
            self._ask_staff(line, finding)
        elif finding.reason is Reason.LIST_OLD:
            self._list_old(finding)
        elif finding.remedy is Remedy.REFUSE and finding.reason in _ASKED:
            self._shelf.open(line, finding)
            # The request outlives the shopper's visit: others of the lot may stand on the shelf.
            self._request(line, finding, reference=line.item.sku)

    def warn(self, line: LineItem, found: Iterable[Finding]) -> None:
        """Tell staff of what is sold all the same."""
        for one in found:
            if one.remedy is Remedy.WARN and one.reason is Reason.LIST_OLD:
                self._list_old(one)
            elif one.remedy is Remedy.WARN:
                self._request(line, one, reference=line.item.sku)

    def taken_out(self, rows: Sequence[tuple[LineItem, Finding]]) -> None:
        """Name what had to leave the cart: the first of it, and how many other items."""
        line, finding = rows[0]
        said = NoticeKind.PACK_CHECK if finding.remedy is Remedy.STAFF else _SAID[finding.reason]
        others = len({one.item.sku for one, _ in rows}) - 1
        self._say(_TAKEN_OUT.get(said, said), line, finding, more=others, cue="attention")

    # what a person let pass

    def passed(self, line: LineItem) -> LineItem:
        """The row with what a member of staff let pass for this very pack."""
        found = self._let_pass(line)
        return replace(line, cleared=found.cleared, cleared_by=found.cleared_by) if found else line

    def use_up(self, line: LineItem) -> LineItem:
        """As `passed`, for a row that goes into the cart: what was let pass is used up, piece by piece."""
        found, packs = self._let_pass(line), self._floor.visit.passed
        if found is None:
            return line
        left = found.quantity - line.quantity
        place = packs.index(found)
        packs[place : place + 1] = [replace(found, quantity=left)] if left > 0 else []
        return replace(line, cleared=found.cleared, cleared_by=found.cleared_by)

    def _let_pass(self, line: LineItem) -> LineItem | None:
        packs, pack = self._floor.visit.passed, (line.item.sku, line.lot, line.serials)
        return next((one for one in packs if (one.item.sku, one.lot, one.serials) == pack), None)

    def _ask_staff(self, line: LineItem, finding: Finding) -> None:
        asked = [one for one in self._rules.of_pack(line) if one.remedy is Remedy.STAFF] or [finding]
        request = self._request(line, finding, kind="pack_check")
        names = frozenset(clearance(one) for one in asked)
        self._floor.visit.to_pass[request] = replace(line, cleared=names)

    # how

    def _not_here(self, line: LineItem) -> bool:
        if line.item.in_store or line.item.blocked or line.fulfilment.shop or line.fulfilment.kind.value != "carry_out":
            return False
        self._floor.journal(
            EntryKind.ITEM_REFUSED,
            {"why": NoticeKind.ITEM_NOT_IN_STORE.value, "sku": line.item.sku, "gtin": line.item.gtin, "reason": ""},
        )
        self._say(NoticeKind.ITEM_NOT_IN_STORE, line)
        return True

    def _say(
        self,
        kind: NoticeKind,
        line: LineItem,
        finding: Finding | None = None,
        *,
        more: int = 0,
        cue: str = "scanFail",
    ) -> None:
        self._floor.visit.now_item = None  # it would say "added" beside the message that this one is not
        limit, opens = (finding.limit, finding.opens) if finding else (0, None)
        self._floor.say(kind, line.item, more=more, count=limit, opens=opens)
        self._floor.cue(cue)

    def _note(self, line: LineItem, why: str, finding: Finding) -> None:
        body = {
            "why": why,
            "sku": line.item.sku,
            "gtin": line.item.gtin,
            "reason": finding.basis,
            "rule": finding.rule,
            "until": dict(_facts(line, finding)).get("until", ""),
            "batch": line.lot.batch,
            "serials": line.serials,
        }
        self._floor.journal(EntryKind.ITEM_REFUSED, body)

    def _request(self, line: LineItem, finding: Finding, *, kind: str = "", reference: str = "") -> str:
        place = self._floor.till.catalogue.place(line.item.place) if line.item.place else None
        where = (("place", place.name.to(self._floor.settings.language)),) if place else ()
        made = self._calls.request(
            kind or _ASKED[finding.reason],
            line.item,
            evidence=(*_facts(line, finding), *where),
            reference=reference,
            finding=finding,
        )
        return made.request_id

    def _list_old(self, finding: Finding) -> None:
        as_of = self._rules.context().list_as_of
        evidence = (("list_as_of", as_of.strftime("%Y-%m-%d %H:%M") if as_of else ""), ("basis", finding.basis))
        self._calls.request("list_old", evidence=evidence, reference=OLD_LIST, finding=finding)


def _facts(line: LineItem, finding: Finding) -> tuple[tuple[str, str], ...]:
    """What the pack's code and the rule say, for staff."""
    lot = line.lot
    last = lot.expires_on or lot.sell_by
    facts = (
        ("until", f"{last or ''}{f' {lot.expires_time:%H:%M}' if lot.expires_time else ''}"),
        ("best_before", lot.best_before.isoformat() if lot.best_before else ""),
        ("made_on", lot.made_on.isoformat() if lot.made_on else ""),
        ("batch", lot.batch),
        ("serial", ", ".join(line.serials)),
        ("basis", finding.basis),
        ("rule", finding.rule),
    )
    return tuple((name, value) for name, value in facts if value)
