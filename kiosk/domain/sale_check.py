"""May this be sold? One pure answer for the scan, for pay and for the upload, from rules, recalls and codes alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.age_limit import AgeLimit, of_item, strictest_limit
from kiosk.domain.cart import LineItem
from kiosk.domain.catalogue import CatalogueItem, LocalText
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.recall import Meant, Recall, RecallKind
from kiosk.domain.restriction import Bought, Policy, Restriction, reachable
from kiosk.domain.sale_hours import opens_next

NO_RULE = ""
MOST_KNOWN = 1_000  # items whose rules are remembered


class Reason(StrEnum):
    """Why something is not sold as it is."""

    SALE_STOP = "sale_stop"
    RECALLED = "recalled"
    LOT_UNKNOWN = "lot_unknown"  # recalled by lot, and the pack's code tells no lot
    EXPIRED = "expired"
    SELL_BY = "sell_by"
    BEST_BEFORE = "best_before"
    LIST_OLD = "list_old"  # the list of recalls is too old, or its age is unknown
    CHANNEL = "channel"
    ATTENDED_ONLY = "attended_only"
    HOURS = "hours"
    PER_SALE = "per_sale"
    PER_PERSON = "per_person"
    AGE = "age"
    IDENTITY = "identity"
    HAND_OVER = "hand_over"


class Remedy(StrEnum):
    """What is to be done."""

    REFUSE = "refuse"  # it is not sold here and now; nobody may overrule
    STAFF = "staff"  # not sold until a person has looked at this pack
    PERSON = "person"  # stays in the cart; a person looks at the buyer before pay
    FEWER = "fewer"  # at most `pieces` of the row
    WARN = "warn"  # sold; staff are told


_REMEDIES = {Policy.WARN: Remedy.WARN, Policy.STAFF: Remedy.STAFF, Policy.STOP: Remedy.REFUSE}
BLOCKS = frozenset({Remedy.REFUSE, Remedy.STAFF, Remedy.FEWER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason against a row: which rule says so, what is to be done, and the facts for the sentence.

    `rule` is the id of the restriction or recall, "" for what the item or the pack says itself. `role` may overrule
    (attendant), "" is nobody. `words` are the rule's for shoppers, `basis` those for staff. `pieces` may stay of
    the row. `born_before` is the latest date of birth that is old enough. `opens` is the wall-clock time from which
    it may be bought.
    """

    line_id: str
    sku: str
    reason: Reason
    remedy: Remedy
    rule: str = NO_RULE
    role: str = ""
    words: LocalText | None = None
    basis: str = ""
    pieces: int = 0
    limit: int = 0
    born_before: date | None = None
    opens: datetime | None = None

    @property
    def blocks(self) -> bool:
        """Whether the row cannot be paid as it is, whoever has looked at the buyer."""
        return self.remedy in BLOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """The circumstances: `at` is aware local time of the shop.

    `attended` is whether somebody is on duty. `list_as_of` is when the list of recalls was last known to be the
    newest, None when nobody knows. `bought` is what this person is known to have bought before.
    """

    at: datetime
    shop: str
    attended: bool = True
    list_as_of: datetime | None = None
    bought: Bought = field(default_factory=dict)


class SaleRules:
    """The restrictions and recalls of one catalogue version, ready to be asked."""

    def __init__(self, restrictions: Iterable[Restriction] = (), recalls: Iterable[Recall] = ()) -> None:
        self.restrictions = tuple(restrictions)
        self._rules_of: dict[str, tuple[CatalogueItem, tuple[Restriction, ...]]] = {}
        self._by_sku: dict[str, list[Recall]] = defaultdict(list)
        self._by_gtin: dict[str, list[Recall]] = defaultdict(list)
        for recall in recalls:
            for sku in recall.skus:
                self._by_sku[sku].append(recall)
            for gtin in recall.gtins:
                self._by_gtin[gtin].append(recall)

    def restricting(self, item: CatalogueItem, at: datetime, shop: str) -> tuple[Restriction, ...]:
        """The rules in force for an item."""
        return tuple(rule for rule in self._covering(item) if rule.live(at, shop))

    def _covering(self, item: CatalogueItem) -> tuple[Restriction, ...]:
        """The rules that name an item, in force or not; asked several times for each row at each change."""
        known = self._rules_of.get(item.sku)
        if known is None or known[0] is not item:
            if len(self._rules_of) >= MOST_KNOWN:
                self._rules_of.clear()
            known = (item, tuple(rule for rule in self.restrictions if rule.covers(item)))
            self._rules_of[item.sku] = known
        return known[1]

    def recalling(self, item: CatalogueItem, at: datetime, shop: str) -> tuple[Recall, ...]:
        """The recalls in force that name an item, each once."""
        found = [*self._by_sku.get(item.sku, ()), *(self._by_gtin.get(item.gtin, ()) if item.gtin else ())]
        return tuple(recall for recall in dict.fromkeys(found) if recall.live(at, shop))

    def age_limit(self, item: CatalogueItem, at: datetime, shop: str) -> AgeLimit | None:
        """The strictest age limit on an item now: its own, or a rule's."""
        rules = self.restricting(item, at, shop)
        return strictest_limit([of_item(item.age_limit), *(rule.age for rule in rules if rule.age)], at.date())


def check_line(line: LineItem, rules: SaleRules, context: CheckContext) -> tuple[Finding, ...]:
    """Everything against one row but quantities, the gravest first; nothing at all is an empty answer."""
    found = [*_stops(line, rules, context), *_dates(line, rules, context), *_ways(line, rules, context)]
    found += _people(line, rules, context)
    return tuple(_unless_cleared(line, found))


def check_cart(lines: Sequence[LineItem], rules: SaleRules, context: CheckContext) -> tuple[Finding, ...]:
    """Everything against the rows of a cart, in their order, quantities of a sale and a person included."""
    over = _quantities(lines, rules, context)
    return tuple(one for line in lines for one in (*check_line(line, rules, context), *over.get(line.line_id, ())))


def pieces_of_person(lines: Sequence[LineItem], rules: SaleRules, context: CheckContext) -> Bought:
    """How many pieces of the cart count towards what one person may buy, by rule and SKU or all together."""
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for rule in rules.restrictions:
        if rule.per_person is not None and rule.live(context.at, context.shop):
            for line in lines:
                if rule.covers(line.item):
                    counted[rule.restriction_id, _group(rule, line)] += line.quantity
    return dict(counted)


def _group(rule: Restriction, line: LineItem) -> str:
    return "" if rule.together else line.item.sku


def _finding(line: LineItem, reason: Reason, remedy: Remedy, **facts: object) -> Finding:
    role = "attendant" if remedy in (Remedy.STAFF, Remedy.PERSON) else ""
    made = Finding(line_id=line.line_id, sku=line.item.sku, reason=reason, remedy=remedy, role=role)
    return replace(made, **facts)  # type: ignore[arg-type]  # every caller names fields of Finding


def _stops(line: LineItem, rules: SaleRules, context: CheckContext) -> Iterator[Finding]:
    if line.item.blocked:
        yield _finding(line, Reason.SALE_STOP, Remedy.REFUSE, basis=line.item.blocked)
    for recall in rules.recalling(line.item, context.at, context.shop):
        facts = {"rule": recall.recall_id, "words": recall.reason, "basis": recall.basis}
        meant = recall.means(line)
        if meant is Meant.YES:
            reason = Reason.RECALLED if recall.kind is RecallKind.RECALL else Reason.SALE_STOP
            yield _finding(line, reason, Remedy.REFUSE, **facts)
        elif meant is Meant.UNKNOWN and recall.lot_unknown is not Policy.SELL:
            yield _finding(line, Reason.LOT_UNKNOWN, _looked_at(line, recall.lot_unknown), **facts)


def _dates(line: LineItem, rules: SaleRules, context: CheckContext) -> Iterator[Finding]:
    lot, at = line.lot, context.at
    if lot.sell_by is not None and at.date() > lot.sell_by:
        yield _finding(line, Reason.SELL_BY, Remedy.REFUSE)
    elif lot.expired(at):
        yield _finding(line, Reason.EXPIRED, Remedy.REFUSE)
    restricting = rules.restricting(line.item, at, context.shop)
    if lot.past_its_best(at):
        yield from _past_best(line, [rule for rule in restricting if rule.best_before is not None])
    for rule in restricting:
        limit = rule.list_age
        if limit is None or limit.then is Policy.SELL:
            continue
        if context.list_as_of is None or at - context.list_as_of > limit.most:
            yield _finding(line, Reason.LIST_OLD, _looked_at(line, limit.then), **_told(rule))


def _past_best(line: LineItem, rules: Sequence[Restriction]) -> Iterator[Finding]:
    """The strictest of the rules decides; a shop without one sells the pack and tells its staff."""
    order = list(Policy)
    rule = max(rules, key=lambda one: order.index(one.best_before or Policy.SELL), default=None)
    policy = rule.best_before if rule and rule.best_before else Policy.WARN
    if policy is not Policy.SELL:
        yield _finding(line, Reason.BEST_BEFORE, _looked_at(line, policy), **(_told(rule) if rule else {}))


def _ways(line: LineItem, rules: SaleRules, context: CheckContext) -> Iterator[Finding]:
    carried = line.fulfilment.kind is FulfilmentKind.CARRY_OUT
    restricting = rules.restricting(line.item, context.at, context.shop)
    barring = [one for one in restricting if one.channels is not None and line.fulfilment.kind not in one.channels]
    for rule in barring:
        yield _finding(line, Reason.CHANNEL, Remedy.REFUSE, **_told(rule))
    if not barring and line.fulfilment.kind not in reachable(line.item, restricting):
        yield _finding(line, Reason.CHANNEL, Remedy.REFUSE)
    for rule in restricting:
        if (rule.attended_only or rule.hand_over) and carried and not context.attended:
            yield _finding(line, Reason.ATTENDED_ONLY, Remedy.REFUSE, **_told(rule))
        opens = opens_next(rule.hours, context.at)
        if opens is not None:
            yield _finding(line, Reason.HOURS, Remedy.REFUSE, opens=opens, **_told(rule))


def _people(line: LineItem, rules: SaleRules, context: CheckContext) -> Iterator[Finding]:
    """What a person must look at before the sale; one look at the buyer settles all of it for the row."""
    if line.approved_by:
        return
    limit = rules.age_limit(line.item, context.at, context.shop)
    if limit is not None:
        born = limit.born_before(context.at.date())
        yield _finding(line, Reason.AGE, Remedy.PERSON, limit=limit.years, born_before=born)
    for rule in rules.restricting(line.item, context.at, context.shop):
        if rule.id_required:
            yield _finding(line, Reason.IDENTITY, Remedy.PERSON, **_told(rule))
        if rule.hand_over:
            yield _finding(line, Reason.HAND_OVER, Remedy.PERSON, **_told(rule))


def _quantities(lines: Sequence[LineItem], rules: SaleRules, context: CheckContext) -> Mapping[str, Sequence[Finding]]:
    over: dict[str, list[Finding]] = defaultdict(list)
    for rule in rules.restrictions:
        if not rule.live(context.at, context.shop):
            continue
        for reason, limit in ((Reason.PER_SALE, rule.per_sale), (Reason.PER_PERSON, rule.per_person)):
            if limit is not None:
                for one in _too_many(lines, rule, reason, limit, context.bought):
                    over[one.line_id].append(one)
    return over


def _too_many(
    lines: Sequence[LineItem], rule: Restriction, reason: Reason, limit: int, bought: Bought
) -> Iterator[Finding]:
    """Rows are served in their order; the first that goes beyond keeps as many pieces as are left."""
    spent: dict[str, int] = {}
    for line in lines:
        if not rule.covers(line.item):
            continue
        group = _group(rule, line)
        before = bought.get((rule.restriction_id, group), 0) if reason is Reason.PER_PERSON else 0
        left = max(0, limit - spent.get(group, before))
        if line.quantity > left:
            yield _finding(line, reason, Remedy.FEWER, pieces=left, limit=limit, **_told(rule))
        spent[group] = spent.get(group, before) + min(line.quantity, left)


def _looked_at(line: LineItem, policy: Policy) -> Remedy:
    """What a policy asks for; a pack that is still in the warehouse cannot be looked at here."""
    if policy is Policy.STAFF and line.fulfilment.kind is not FulfilmentKind.CARRY_OUT:
        return Remedy.REFUSE
    return _REMEDIES[policy]


def _unless_cleared(line: LineItem, found: Iterable[Finding]) -> Iterator[Finding]:
    """Without what a person has looked at and let pass for exactly this row."""
    return (one for one in found if one.remedy is not Remedy.STAFF or clearance(one) not in line.cleared)


def clearance(finding: Finding) -> str:
    """The name under which a row keeps that a person let it pass."""
    return f"{finding.reason.value}:{finding.rule}"


def _told(rule: Restriction) -> dict[str, object]:
    return {"rule": rule.restriction_id, "words": rule.name, "basis": rule.basis}
