"""Which page the window shows: the journey's stage decides, within it the shopper may open others."""

from dataclasses import dataclass, replace

from kiosk.domain.checkout_state import Stage

# What each stage shows, and which pages a touch may open while it lasts.
HOME = {
    Stage.STARTING: "starting",
    Stage.IDLE: "idle",
    Stage.SHOPPING: "cart",
    Stage.WEIGHING: "weigh",
    Stage.AGE_CHECK: "calling",
    Stage.CHOOSING_TENDER: "tender",
    Stage.OPENING_ATTEMPT: "terminal",
    Stage.PAYING: "terminal",
    Stage.CANCELLING: "terminal",
    Stage.COMPLETING: "terminal",
    Stage.CHECKING_PAYMENT: "not_paid",
    Stage.NOT_PAID: "not_paid",
    Stage.PARTLY_PAID: "partly_paid",
    Stage.DONE: "done",
    Stage.ORDER_KEPT: "order_kept",
    Stage.CLOSED: "closed",
}
AISLE = ("search", "product", "fulfilment")
TECHNICIAN = ("devices", "camera", "terminal_check")
CASH_RECEIPT = "cash_receipt"
STAFF = ("sign_in", "approvals", *TECHNICIAN)
OPENABLE = {
    Stage.STARTING: ("sign_in",),
    Stage.IDLE: AISLE + STAFF,
    Stage.SHOPPING: (*AISLE, *STAFF, "produce", "member"),
    Stage.WEIGHING: STAFF,
    Stage.AGE_CHECK: STAFF,
    Stage.CHOOSING_TENDER: (*STAFF, CASH_RECEIPT),
    Stage.CHECKING_PAYMENT: STAFF,
    Stage.NOT_PAID: (*STAFF, CASH_RECEIPT),
    Stage.PARTLY_PAID: (*STAFF, CASH_RECEIPT),
    Stage.DONE: STAFF,
    Stage.ORDER_KEPT: STAFF,
    Stage.CLOSED: STAFF,
}
SHEETS = ("language", "display", "bags", "why", "map", "leave", "price", "split", "park", "take_up", "try_terminal")


@dataclass(frozen=True, slots=True)
class Route:
    """Where the window is: opened pages in order, the sheet over them and what each is about (a sku, a line)."""

    stage: Stage = Stage.STARTING
    opened: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    sheet_subject: str = ""

    @property
    def page(self) -> str:
        """The page to show."""
        return self.opened[-1][0] if self.opened else HOME[self.stage]

    @property
    def subject(self) -> str:
        """What the page is about: the sku of a product page, else empty."""
        return self.opened[-1][1] if self.opened else ""


def at_stage(route: Route, stage: Stage) -> Route:
    """Follow the journey: pages that the new stage does not allow are closed, and sheets with them."""
    if stage is route.stage:
        return route
    allowed = OPENABLE.get(stage, ())
    starts_anew = stage is Stage.IDLE or (route.stage is Stage.IDLE and not route.opened)
    kept = () if starts_anew else tuple(page for page in route.opened if page[0] in allowed)
    return Route(stage, kept)


def at_the_cart(route: Route) -> Route:
    """Back to the cart, where messages about codes are read; pages of staff stay."""
    shopping = route.stage is Stage.SHOPPING and route.page not in STAFF
    return replace(route, opened=(), sheet="", sheet_subject="") if shopping else route


def at_question(route: Route, asked: bool) -> Route:
    """The cash receipt's page lies under pages of staff as long as its question stands, and goes with it."""
    there = any(page == CASH_RECEIPT for page, _ in route.opened)
    if asked == there or CASH_RECEIPT not in OPENABLE.get(route.stage, ()):
        return route
    if asked:
        return replace(route, opened=((CASH_RECEIPT, ""), *route.opened), sheet="", sheet_subject="")
    return replace(route, opened=tuple(page for page in route.opened if page[0] != CASH_RECEIPT))


def opened(route: Route, page: str, subject: str = "") -> Route:
    """Open a page over the stage's own; an unknown or not allowed page changes nothing."""
    if page == HOME[route.stage]:
        return replace(route, opened=(), sheet="", sheet_subject="")
    if page not in OPENABLE.get(route.stage, ()):
        return route
    before = tuple(kept for kept in route.opened if kept[0] != page)
    return replace(route, opened=(*before, (page, subject)), sheet="", sheet_subject="")


def back(route: Route) -> Route:
    """Close the sheet, else the page opened last."""
    if route.sheet:
        return replace(route, sheet="", sheet_subject="")
    return replace(route, opened=route.opened[:-1])


def with_sheet(route: Route, sheet: str, subject: str = "") -> Route:
    """Show a sheet over the page; raises `ValueError` for one that does not exist."""
    if sheet not in SHEETS:
        raise ValueError(f"no sheet {sheet!r}; there are {', '.join(SHEETS)}")
    return replace(route, sheet=sheet, sheet_subject=subject)
