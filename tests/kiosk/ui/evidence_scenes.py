"""Payments that people have to decide, with the evidence that the till gives of each."""

from dataclasses import replace

from kiosk.checkout.attempt_case import evidence_of
from kiosk.checkout.snapshot import StaffRequest
from kiosk.domain.sale import AttemptState, PaymentAttempt, TerminalRecord
from tests.kiosk.ui.scenes import NOON

ATTEMPT = PaymentAttempt("A1", "S1", "3000412", 19290, "KRW", AttemptState.UNKNOWN, NOON)
APPROVED = replace(
    ATTEMPT,
    state=AttemptState.REVIEW,
    charged=19900,
    approval_code="30128846",
    masked_card="9411-12**-****-3456",
    reason="wrong amount",
    record=TerminalRecord(terminal_id="29001234"),
)


def asked(request_id: str, attempt: PaymentAttempt, says: str, times: int, *more: tuple[str, str]) -> StaffRequest:
    """A request as the session makes it of an attempt."""
    question = "late" if any(key == "late_says" for key, _ in more) else ""
    evidence = (*evidence_of(attempt, says, times, question), *more)
    return StaffRequest(request_id, "unknown_payment", 20.0, None, "", attempt.amount, attempt.attempt_id, evidence)


LOST_ANSWER = asked("R2", ATTEMPT, "", 3)
UNPROVEN = asked(
    "R20",
    replace(ATTEMPT, state=AttemptState.REVIEW, reason="somebody else used the terminal"),
    "unproven",
    4,
    ("terminal.terminal before", "29001234"),
    ("terminal.receipt before", "412"),
    ("terminal.trace before", "3301"),
    ("terminal.terminal", "29001234"),
    ("terminal.receipt", "414"),
    ("terminal.trace", "3303"),
    ("terminal.time", "2026-11-21 18:11:02+09:00"),
    ("terminal.amount", "19290"),
    ("terminal.result", "0"),
    ("terminal.batch", "B7"),
)
MISMATCH = asked("R21", APPROVED, "mismatch", 1)
BACK_AGAIN = asked(
    "R22",
    replace(
        APPROVED,
        state=AttemptState.REVERSING,
        charged=19290,
        reversal_service_id="3000413",
        reversed_at="2026-11-21T18:12:30+09:00",
        reason="signature",
    ),
    "unreachable",
    5,
)
LATE_ANSWER = asked(
    "R23",
    replace(ATTEMPT, state=AttemptState.NOT_CHARGED, reason="not found at the terminal twice"),
    "approved",
    0,
    ("late_says", "approved"),
    ("late_charged", "19290"),
    ("late_approval", "30128846"),
    ("late_at", "2026-11-21T18:12:59+09:00"),
)
