"""Staff are called: what the shopper knows of the call, and what waits on the staff list."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kiosk.checkout.floor import Floor
from kiosk.checkout.open_rules import OpenRules
from kiosk.checkout.snapshot import CallStep, CallView, StaffRequest
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, StaffMember
from kiosk.domain.sale_check import Finding, Reason
from sync.wire.journal import EntryKind

CALL_REASONS = frozenset({"help", "age", "unknown_item", "scale", "payment", "price", "blocked_item"})


class CallAttendant:
    """Calls and requests of this till."""

    def __init__(self, floor: Floor, rules: OpenRules) -> None:
        self._floor, self._rules = floor, rules

    # the staff list

    def request(
        self,
        kind: str,
        item: CatalogueItem | None = None,
        *,
        evidence: tuple[tuple[str, str], ...] = (),
        reference: str = "",
        amount: int = 0,
        born: str = "",
        finding: Finding | None = None,
    ) -> StaffRequest:
        """Put something on the staff list; the same thing again only brings its evidence up to date."""
        requests = self._floor.state.requests
        for place, known in enumerate(requests):
            same_item = (known.item.sku if known.item else "") == (item.sku if item else "")
            if known.kind == kind and known.reference == reference and same_item:
                told = evidence or known.evidence
                requests[place] = replace(known, evidence=told, amount=amount, finding=finding or known.finding)
                return requests[place]
        made = StaffRequest(
            self._floor.till.identifiers.new_id(),
            kind,
            self._floor.monotonic(),
            item,
            born,
            amount,
            reference,
            evidence,
            finding=finding,
        )
        requests.append(made)
        return made

    def find(self, request_id: str) -> StaffRequest | None:
        """The request with this id, if it still waits."""
        return next((r for r in self._floor.state.requests if r.request_id == request_id), None)

    def drop(self, kind: str, reference: str | None = None) -> None:
        """Requests of this kind (and reference) are settled."""
        self._floor.state.requests = [
            r
            for r in self._floor.state.requests
            if r.kind != kind or (reference is not None and r.reference != reference)
        ]

    def close_request(self, request: StaffRequest) -> None:
        """Staff answered it: off the list, and the shopper's call about it closes by itself."""
        self._floor.state.requests = [r for r in self._floor.state.requests if r.request_id != request.request_id]
        call = self._floor.visit.call
        reason = "payment" if request.kind == "unknown_payment" else request.kind
        if call is not None and call.reason == reason:
            self._floor.visit.call = None

    # the buyer: age, identity card, goods that a person hands over

    def asked_of_people(self) -> dict[str, str]:
        """Rows that wait for a look at their buyer, each with what is asked for: age, identity or hand_over."""
        asked: dict[str, str] = {}
        for one in self._rules.people():
            asked.setdefault(one.line_id, one.reason.value)
        return asked

    def unchecked(self) -> tuple[LineItem, ...]:
        """Rows whose buyer nobody has looked at yet, where a rule asks for it."""
        rows = self.asked_of_people()
        return tuple(line for line in self._floor.visit.cart.lines if line.line_id in rows)

    def row_added(self, line: LineItem) -> None:
        """A row came in: staff may decide while the shopper goes on; a shopper is checked only once."""
        visit = self._floor.visit
        asked = [one for one in self._rules.people() if one.line_id == line.line_id]
        if asked and visit.age_checked_by and all(_known(one, visit.born_checked) for one in asked):
            visit.cart.approve(frozenset({line.line_id}), visit.age_checked_by)
        elif asked:
            self.age_items_changed()

    def buyer_checked(self, rows: Iterable[LineItem], person_id: str) -> None:
        """Staff looked at the buyer: these rows are approved, and what asks no more than they do later."""
        visit, ids = self._floor.visit, frozenset(line.line_id for line in rows)
        born = [one.born_before for one in self._rules.people() if one.line_id in ids and one.born_before]
        visit.born_checked = min((*born, *([visit.born_checked] if visit.born_checked else ())), default=None)
        visit.age_checked_by = person_id
        visit.cart.approve(ids, person_id)

    def age_items_changed(self) -> None:
        """Bring the age request in line with the rows that still need it; the strictest item stands for all."""
        waiting = self._rules.people()
        hardest = min(waiting, key=lambda one: (one.born_before is None, one.born_before or date.max), default=None)
        if hardest is None:
            self.drop("age")
            call = self._floor.visit.call
            if call is not None and call.reason == "age":
                self._floor.visit.call = None
            return
        item = next(x.item for x in self._floor.visit.cart.lines if x.line_id == hardest.line_id)
        reasons = tuple((one.value, "asked") for one in (Reason.IDENTITY, Reason.HAND_OVER) if _asks(waiting, one))
        basis = next((one.basis for one in waiting if one.sku == item.sku and one.basis), "")
        evidence = (*reasons, *((("basis", basis),) if basis else ()))
        known = next((r for r in self._floor.state.requests if r.kind == "age"), None)
        born = hardest.born_before.isoformat() if hardest.born_before else ""
        if known is None or known.item is None or (known.item.sku, known.born_before) != (item.sku, born):
            self.drop("age")
            known = None
        if known is None or not set(evidence) <= set(known.evidence):
            self.request("age", item, amount=item.unit_price, born=born, evidence=evidence, finding=hardest)

    def licence_shown(self) -> bool:
        """A licence on a phone was held before the scanner: note it on the age request, if one waits."""
        requests = self._floor.state.requests
        for place, known in enumerate(requests):
            if known.kind == "age":
                told = tuple(fact for fact in known.evidence if fact[0] != "licence")
                requests[place] = replace(known, evidence=(*told, ("licence", "shown")))
                return True
        return False

    # the shopper's call

    def call(self, reason: str, sku: str = "") -> None:
        """Call staff; an open call for the same reason goes on as it is."""
        if reason not in CALL_REASONS:
            raise ValueError(f"{reason!r} is no reason to call staff; reasons: {', '.join(sorted(CALL_REASONS))}")
        visit = self._floor.visit
        if visit.call is not None and visit.call.reason == reason:
            return
        item = self._floor.till.catalogue.by_sku(sku) if sku else None
        if reason == "age":
            waiting = self.unchecked()
            item = waiting[0].item if waiting else item
        step = CallStep.CALLED if self._floor.settings.attended else CallStep.NO_STAFF
        call_id = self._floor.till.identifiers.new_id()
        visit.call = CallView(call_id, reason, step, self._floor.monotonic(), 0, item)
        if reason == "payment":
            self._call_about_payment(call_id)
        elif reason != "age":
            self.request(reason, item)
        self._note(visit.call)
        self._floor.cue("attention")

    def _call_about_payment(self, call_id: str) -> None:
        if not any(r.kind == "unknown_payment" for r in self._floor.state.requests):
            payment = self._floor.visit.payment
            evidence = (("service_id", payment.service_id),) if payment else ()
            self.request("help", evidence=evidence, reference=call_id)

    def cancel(self) -> None:
        """The shopper does not need anybody any more."""
        call, self._floor.visit.call = self._floor.visit.call, None
        if call is not None and call.reason not in {"age", "payment"}:
            sku = call.item.sku if call.item else ""
            self._floor.state.requests = [
                r
                for r in self._floor.state.requests
                if r.kind != call.reason or r.reference or (r.item.sku if r.item else "") != sku
            ]
        elif call is not None and call.reason == "payment":
            self.drop("help", call.call_id)

    def taken(self, person: StaffMember, request_id: str = "") -> None:
        """A member of staff has seen the call and is coming."""
        call = self._floor.visit.call
        if call is not None and call.step is not CallStep.TAKEN:
            self._floor.visit.call = replace(call, step=CallStep.TAKEN, taken_by=person.name)
        self._floor.state.requests = [
            replace(r, taken_by=person.name) if r.request_id == request_id else r for r in self._floor.state.requests
        ]

    def tick(self) -> None:
        """Count a call's seconds; one that nobody took in time is repeated and offers a way on."""
        call, now = self._floor.visit.call, self._floor.monotonic()
        if call is None:
            return
        call = replace(call, elapsed=max(0, int(now - call.since)))
        if call.step is CallStep.CALLED and now - call.since >= self._floor.settings.call_late:
            call = replace(call, step=CallStep.LATE)
            self._note(call)
            self._floor.cue("attention")
        self._floor.visit.call = call

    def _note(self, call: CallView) -> None:
        self._floor.journal(
            EntryKind.STAFF_CALLED,
            {
                "call": call.call_id,
                "reason": call.reason,
                "step": call.step.value,
                "sku": call.item.sku if call.item else "",
                "sale": self._floor.visit.sale_id,
            },
        )


def _known(finding: Finding, born: date | None) -> bool:
    """Whether a look at the buyer's card, for people born until `born`, already answers it."""
    if finding.reason is Reason.HAND_OVER:
        return False
    return finding.born_before is None or (born is not None and born <= finding.born_before)


def _asks(findings: Iterable[Finding], reason: Reason) -> bool:
    return any(one.reason is reason for one in findings)
