"""The journey of a sale as a table: (stage, event) -> stage; an impossible step is a missing row."""

from enum import StrEnum


class Stage(StrEnum):
    """Where the session stands."""

    STARTING = "starting"
    IDLE = "idle"
    SHOPPING = "shopping"
    WEIGHING = "weighing"
    AGE_CHECK = "age_check"  # before pay: staff look at an identity card
    CHOOSING_TENDER = "choosing_tender"
    OPENING_ATTEMPT = "opening_attempt"  # the attempt is being committed; nothing was sent
    PAYING = "paying"
    CANCELLING = "cancelling"
    CHECKING_PAYMENT = "checking_payment"  # outcome unknown: the terminal is asked
    NOT_PAID = "not_paid"
    PARTLY_PAID = "partly_paid"  # some tenders were taken; the rest, or everything back
    COMPLETING = "completing"  # the sale is being committed
    DONE = "done"
    ORDER_KEPT = "order_kept"
    CLOSED = "closed"


class Step(StrEnum):
    """What happens to a session."""

    READY = "ready"
    BEGIN = "begin"
    START_OVER = "start_over"
    WEIGH = "weigh"
    WEIGHED = "weighed"
    PAY = "pay"
    AGE_NEEDED = "age_needed"
    AGE_DECIDED = "age_decided"
    BACK = "back"
    TENDER = "tender"
    NOTHING_TO_PAY = "nothing_to_pay"
    ATTEMPT_KEPT = "attempt_kept"
    ATTEMPT_NOT_KEPT = "attempt_not_kept"
    CANCEL = "cancel"
    APPROVED = "approved"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_CHARGED = "not_charged"
    SALE_KEPT = "sale_kept"
    SALE_NOT_KEPT = "sale_not_kept"
    ORDER_ONLY = "order_only"
    FINISH = "finish"
    CLOSE = "close"
    OPEN = "open"
    SETTLE = "settle"
    RELEASED = "released"  # staff let the shopper go on while the outcome is still being settled
    TENDER_REFUSED = "tender_refused"  # a tender that asks no terminal cannot be taken; nothing else was
    PART_TAKEN = "part_taken"
    REST_REFUSED = "rest_refused"  # a further tender took nothing; what was taken before stands
    GIVE_BACK = "give_back"  # the shopper wants back what was taken
    PARK = "park"  # the cart waits for a staffed checkout under a number
    NOTHING_KEPT = "nothing_kept"  # a sale without payment could not be committed


class ImpossibleStep(RuntimeError):
    """The table has no row for this step at this stage."""


_S, _E = Stage, Step
TABLE: dict[tuple[Stage, Step], Stage] = {
    (_S.STARTING, _E.SETTLE): _S.STARTING,
    (_S.STARTING, _E.READY): _S.IDLE,
    (_S.STARTING, _E.SALE_KEPT): _S.DONE,
    (_S.STARTING, _E.CLOSE): _S.CLOSED,
    (_S.IDLE, _E.BEGIN): _S.SHOPPING,
    (_S.IDLE, _E.CLOSE): _S.CLOSED,
    (_S.CLOSED, _E.OPEN): _S.IDLE,
    (_S.SHOPPING, _E.START_OVER): _S.IDLE,
    (_S.SHOPPING, _E.WEIGH): _S.WEIGHING,
    (_S.SHOPPING, _E.AGE_NEEDED): _S.AGE_CHECK,
    (_S.SHOPPING, _E.PAY): _S.CHOOSING_TENDER,
    (_S.SHOPPING, _E.CLOSE): _S.CLOSED,
    (_S.SHOPPING, _E.PARK): _S.IDLE,
    (_S.CHOOSING_TENDER, _E.PARK): _S.IDLE,
    (_S.NOT_PAID, _E.PARK): _S.IDLE,
    (_S.WEIGHING, _E.WEIGHED): _S.SHOPPING,
    (_S.WEIGHING, _E.BACK): _S.SHOPPING,
    (_S.WEIGHING, _E.START_OVER): _S.IDLE,
    (_S.AGE_CHECK, _E.AGE_DECIDED): _S.SHOPPING,
    (_S.AGE_CHECK, _E.PAY): _S.CHOOSING_TENDER,
    (_S.AGE_CHECK, _E.BACK): _S.SHOPPING,
    (_S.AGE_CHECK, _E.START_OVER): _S.IDLE,
    (_S.CHOOSING_TENDER, _E.BACK): _S.SHOPPING,
    (_S.CHOOSING_TENDER, _E.START_OVER): _S.IDLE,
    (_S.CHOOSING_TENDER, _E.TENDER): _S.OPENING_ATTEMPT,
    (_S.CHOOSING_TENDER, _E.NOTHING_TO_PAY): _S.COMPLETING,
    (_S.CHOOSING_TENDER, _E.ORDER_ONLY): _S.COMPLETING,
    (_S.OPENING_ATTEMPT, _E.ATTEMPT_KEPT): _S.PAYING,
    (_S.OPENING_ATTEMPT, _E.ATTEMPT_NOT_KEPT): _S.NOT_PAID,
    (_S.OPENING_ATTEMPT, _E.TENDER_REFUSED): _S.CHOOSING_TENDER,
    (_S.OPENING_ATTEMPT, _E.APPROVED): _S.COMPLETING,
    (_S.OPENING_ATTEMPT, _E.PART_TAKEN): _S.PARTLY_PAID,
    (_S.OPENING_ATTEMPT, _E.REST_REFUSED): _S.PARTLY_PAID,
    (_S.PAYING, _E.CANCEL): _S.CANCELLING,
    (_S.PAYING, _E.APPROVED): _S.COMPLETING,
    (_S.PAYING, _E.REFUSED): _S.NOT_PAID,
    (_S.PAYING, _E.PART_TAKEN): _S.PARTLY_PAID,
    (_S.PAYING, _E.REST_REFUSED): _S.PARTLY_PAID,
    (_S.PAYING, _E.UNKNOWN): _S.CHECKING_PAYMENT,
    (_S.CANCELLING, _E.APPROVED): _S.COMPLETING,
    (_S.CANCELLING, _E.REFUSED): _S.NOT_PAID,
    (_S.CANCELLING, _E.REST_REFUSED): _S.PARTLY_PAID,
    (_S.CANCELLING, _E.UNKNOWN): _S.CHECKING_PAYMENT,
    (_S.CHECKING_PAYMENT, _E.APPROVED): _S.COMPLETING,
    (_S.CHECKING_PAYMENT, _E.REFUSED): _S.NOT_PAID,
    (_S.CHECKING_PAYMENT, _E.NOT_CHARGED): _S.NOT_PAID,
    (_S.CHECKING_PAYMENT, _E.RELEASED): _S.NOT_PAID,
    (_S.CHECKING_PAYMENT, _E.PART_TAKEN): _S.PARTLY_PAID,
    (_S.CHECKING_PAYMENT, _E.REST_REFUSED): _S.PARTLY_PAID,
    (_S.PARTLY_PAID, _E.TENDER): _S.OPENING_ATTEMPT,
    (_S.PARTLY_PAID, _E.GIVE_BACK): _S.CHECKING_PAYMENT,
    (_S.NOT_PAID, _E.PAY): _S.CHOOSING_TENDER,
    (_S.NOT_PAID, _E.BACK): _S.SHOPPING,
    (_S.NOT_PAID, _E.TENDER): _S.OPENING_ATTEMPT,
    (_S.NOT_PAID, _E.START_OVER): _S.IDLE,
    (_S.COMPLETING, _E.SALE_KEPT): _S.DONE,
    (_S.COMPLETING, _E.ORDER_ONLY): _S.ORDER_KEPT,
    (_S.COMPLETING, _E.SALE_NOT_KEPT): _S.CHECKING_PAYMENT,
    (_S.COMPLETING, _E.NOTHING_KEPT): _S.NOT_PAID,
    (_S.DONE, _E.FINISH): _S.IDLE,
    (_S.DONE, _E.BEGIN): _S.SHOPPING,
    (_S.ORDER_KEPT, _E.FINISH): _S.IDLE,
    (_S.ORDER_KEPT, _E.BEGIN): _S.SHOPPING,
}


def follow(stage: Stage, step: Step) -> Stage:
    """The stage after `step`; raises `ImpossibleStep` when the journey has no such row."""
    try:
        return TABLE[stage, step]
    except KeyError:
        raise ImpossibleStep(f"{step.value} is not possible while {stage.value}") from None
