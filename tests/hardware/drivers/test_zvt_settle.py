"""What a terminal's last transaction proves of a request whose answer was lost (payment.md 3.7)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hardware.codecs.zvt.status_information import StatusInformation, decode_status_information
from hardware.drivers.zvt_mark import Counting, Handle
from hardware.drivers.zvt_settle import AGAIN_AFTER, Memory, Question, judge
from hardware.ports.payment_terminal import Operation, OriginalRequest, Outcome, StatusOutcome, TerminalStatus
from tests.hardware.drivers.zvt_line import status

NOW = datetime(2026, 3, 1, 10, 16, tzinfo=UTC)
ORIGINAL = OriginalRequest("1", Operation.PAYMENT, 12_800, "KRW", "S-1", "2026-03-01T10:15:30+00:00")


def _told(**changes: object) -> StatusInformation:
    figures: dict[str, object] = {"receipt": 8, "trace": 21, "time": "101540", "date": "0301"}
    return decode_status_information(status(**(figures | changes)))  # type: ignore[arg-type]


BEFORE = Counting().after(_told(receipt=7, trace=20, amount=900, time="095000"))


def _judged(
    last: StatusInformation | None,
    before: Counting | None = BEFORE,
    original: OriginalRequest = ORIGINAL,
    code: int = 0,
    remaining: float = 0.0,
    allow_partial: bool = False,
) -> TerminalStatus:
    return judge(Question(original, before, remaining, NOW, allow_partial), Memory(last, code))


def _outcome(verdict: TerminalStatus) -> Outcome | StatusOutcome:
    return verdict.result.outcome if verdict.result else verdict.outcome


def test_the_next_transaction_with_our_figures_is_ours() -> None:
    verdict = _judged(_told())

    assert verdict.outcome is StatusOutcome.FINAL
    assert verdict.result is not None
    assert (verdict.result.outcome, verdict.result.charged) == (Outcome.APPROVED, 12_800)


def test_the_same_transaction_as_before_means_that_ours_was_not_stored() -> None:
    verdict = _judged(_told(receipt=7, trace=20, amount=900, time="095000"), remaining=170.0)

    assert verdict.outcome is StatusOutcome.NOT_FOUND
    assert verdict.ask_after == 170.0  # T4 has surely passed then


@pytest.mark.parametrize("number", [1, 2, 7])
def test_the_payment_before_a_refused_one_is_not_ours(number: int) -> None:
    """Terminals that do not keep refusals tell the payment before; also when it was over the same amount."""
    earlier = _told(receipt=number, trace=20, time="095000")
    before = Counting().after(earlier).after(_told(result=5, receipt=0, trace=0, amount=None))

    assert _judged(earlier, before).outcome is StatusOutcome.NOT_FOUND
    assert _judged(earlier, before.after_failure()).outcome is StatusOutcome.NOT_FOUND
    assert _outcome(_judged(_told(receipt=number + 1), before)) is Outcome.APPROVED


def test_after_t4_the_second_question_follows_soon() -> None:
    assert _judged(_told(receipt=7, trace=20, amount=900, time="095000")).ask_after == AGAIN_AFTER


@pytest.mark.parametrize(
    ("before", "now", "is_ours"),
    [
        (9999, 1, True),  # the numbers wrap
        (41, 1, True),  # an end of day was between
        (1, 1, True),  # an end of day was between, and the number is the same by chance
        (41, 43, False),  # another transaction was between
        (41, 2, False),  # an end of day and another transaction
        (9998, 2, False),
    ],
)
def test_numbers_are_compared_as_newer_not_as_greater(before: int, now: int, is_ours: bool) -> None:
    counting = Counting().after(_told(receipt=before, trace=20, amount=900, time="095000"))

    verdict = _judged(_told(receipt=now), counting)

    assert _outcome(verdict) is (Outcome.APPROVED if is_ours else StatusOutcome.UNPROVEN)


def test_a_number_that_a_failed_payment_used_up_is_no_stranger() -> None:
    assert _outcome(_judged(_told(receipt=9), BEFORE.after_failure())) is Outcome.APPROVED
    assert _outcome(_judged(_told(receipt=10), BEFORE.after_failure())) is StatusOutcome.UNPROVEN


@pytest.mark.parametrize("jump", ["010101", "235959", "000000"])
def test_a_clock_that_jumped_changes_nothing_where_numbers_speak(jump: str) -> None:
    assert _outcome(_judged(_told(time=jump, date="0101"))) is Outcome.APPROVED


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 12_801},
        {"amount": 5_000},
        {"amount": None},
        {"currency": 978},
        {"original": 20},
        {"terminal": "87654321"},
        {"result": 5, "amount": 900},
    ],
)
def test_newer_but_different_is_for_staff_with_evidence(changes: dict[str, object]) -> None:
    verdict = _judged(_told(**changes))

    assert verdict.outcome is StatusOutcome.UNPROVEN
    evidence = dict(verdict.evidence)
    assert (evidence["receipt before"], evidence["receipt"], evidence["trace"]) == ("7", "8", "21")


def test_a_part_is_ours_only_where_a_part_was_allowed() -> None:
    verdict = _judged(_told(amount=5_000), allow_partial=True)

    assert verdict.result is not None
    assert (verdict.result.outcome, verdict.result.charged) == (Outcome.PARTIAL, 5_000)


@pytest.mark.parametrize("amount", [12_800, None])
def test_a_newer_refusal_is_ours(amount: int | None) -> None:
    assert _outcome(_judged(_told(result=5, amount=amount, receipt=0))) is Outcome.DECLINED
    assert _outcome(_judged(_told(result=0x6C, amount=amount, receipt=0))) is Outcome.ABORTED


def test_no_memory_is_proof_only_when_there_was_none_before() -> None:
    empty = Counting("12345678").after_nothing(0x64)

    assert _judged(None, empty, code=0x64).outcome is StatusOutcome.NOT_FOUND
    assert _judged(None, empty, code=0x6A).outcome is StatusOutcome.UNPROVEN
    assert _judged(None, BEFORE, code=0x64).outcome is StatusOutcome.UNPROVEN
    assert _judged(None, None, code=0x64).outcome is StatusOutcome.UNPROVEN
    assert _outcome(_judged(_told(receipt=900), empty)) is Outcome.APPROVED


def test_the_empty_memory_of_another_terminal_proves_nothing() -> None:
    """I-1: the first payment of a new terminal, which was exchanged for another new one."""
    empty = Counting("12345678").after_nothing(0x64)

    verdict = judge(Question(ORIGINAL, empty, 0.0, NOW), Memory(None, 0x64, terminal_id="87654321"))

    assert verdict.outcome is StatusOutcome.UNPROVEN
    assert dict(verdict.evidence) == {"terminal before": "12345678", "terminal": "87654321"}


@pytest.mark.parametrize("code", [0x6B, 0x9A, 0xA0, 0xA1])
def test_a_terminal_that_does_not_tell_its_memory_proves_nothing(code: int) -> None:
    """The same refusal before and after is no sign that nothing happened."""
    assert _judged(None, Counting().after_nothing(code), code=code).outcome is StatusOutcome.UNPROVEN


def test_a_terminal_that_cannot_tell_its_memory_proves_nothing() -> None:
    question = Question(ORIGINAL, Counting().after_nothing(0x83), 0.0, NOW)

    assert judge(question, Memory(None, 0x83, taken_up=False)).outcome is StatusOutcome.UNPROVEN


@pytest.mark.parametrize("mark", ['{"serial": "A", "epoch": 3}', "{", "nexo 4711", " "])
@pytest.mark.parametrize("time", ["101540", "090000"])
def test_a_mark_that_cannot_be_read_proves_nothing(mark: str, time: str) -> None:
    """Another driver's: neither is the last transaction ours, nor was ours surely never taken up."""
    verdict = _judged(_told(time=time, amount=12_800), None, replace(ORIGINAL, mark=mark))

    assert verdict.outcome is StatusOutcome.UNPROVEN
    assert "another driver" in verdict.message
    assert _judged(_told(time=time, amount=900), None, replace(ORIGINAL, mark=mark)).outcome is StatusOutcome.UNPROVEN


def test_what_happened_before_the_request_is_not_ours_whatever_its_numbers_say() -> None:
    """The mark is hours old, somebody paid the same since, and ours never arrived."""
    stranger = _told(time="100000")
    refused = _told(time="100000", result=5, receipt=0, amount=None)

    assert _judged(stranger).outcome is StatusOutcome.UNPROVEN
    assert _judged(refused).outcome is StatusOutcome.UNPROVEN
    assert _outcome(_judged(_told(time="101231"))) is Outcome.APPROVED  # clocks differ by some minutes
    fresh = Question(ORIGINAL, BEFORE, 0.0, NOW, fresh=True)
    assert _outcome(judge(fresh, Memory(stranger))) is Outcome.APPROVED  # nobody can have been in between


def test_a_clock_that_is_always_slow_is_reckoned_with() -> None:
    """An hour, as where nobody switches it to summer time: then ours is an hour old by it, and a stranger's older."""
    slow = replace(BEFORE, at="0301085000", behind=3600)

    assert _outcome(_judged(_told(time="091540"), slow)) is Outcome.APPROVED
    assert _judged(_told(time="090000"), slow).outcome is StatusOutcome.UNPROVEN


def test_a_register_whose_clock_was_set_back_since_compares_no_times() -> None:
    later = replace(ORIGINAL, requested_at="2028-03-01T10:15:30+00:00")

    assert _outcome(_judged(_told(), original=later)) is Outcome.APPROVED


@pytest.mark.parametrize("trace", [19, 22, 23])
@pytest.mark.parametrize("result", [0, 5])
def test_a_trace_that_is_not_the_next_is_somebody_elses(trace: int, result: int) -> None:
    """Ours may be the one in between: approved and hidden by a stranger's refusal, or refused before his approval."""
    last = _told(trace=trace, result=result, receipt=0 if result else 8)

    assert _judged(last).outcome is StatusOutcome.UNPROVEN
    assert _judged(last).evidence


def test_a_refusal_without_any_number_is_nobodys() -> None:
    assert _judged(_told(trace=0, result=5, receipt=0)).outcome is StatusOutcome.UNPROVEN
    empty = Counting("12345678").after_nothing(0x64)
    assert _outcome(_judged(_told(trace=0, result=5, receipt=0), empty)) is Outcome.DECLINED


def test_without_a_mark_the_clock_decides_and_only_where_it_is_clear() -> None:
    assert _outcome(_judged(_told(time="101540"), None)) is Outcome.APPROVED
    assert _outcome(_judged(_told(time="101300"), None)) is Outcome.APPROVED  # clocks differ by some minutes
    assert _judged(_told(time="090000"), None).outcome is StatusOutcome.UNPROVEN  # older, with our amount
    assert _judged(_told(time="090000", amount=900), None).outcome is StatusOutcome.NOT_FOUND
    assert _judged(_told(time="101540", amount=900), None).outcome is StatusOutcome.UNPROVEN
    assert _judged(_told(date="0000"), None).outcome is StatusOutcome.UNPROVEN


def test_the_year_of_the_terminals_clock_is_the_nearest() -> None:
    new_year = replace(ORIGINAL, requested_at="2026-12-31T23:59:50+00:00")
    question = Question(new_year, None, 0.0, datetime(2027, 1, 1, 0, 1, tzinfo=UTC))

    assert judge(question, Memory(_told(date="0101", time="000010"))).outcome is StatusOutcome.FINAL
    assert judge(question, Memory(_told(date="1231", time="110000", amount=1))).outcome is StatusOutcome.NOT_FOUND


def _reversal(paid: Handle | None) -> OriginalRequest:
    handle = paid.text() if paid else ""
    return replace(ORIGINAL, operation=Operation.REVERSAL, handle=handle)


def test_a_reversal_in_doubt_is_found_by_the_trace_of_its_payment() -> None:
    paid = Handle(7, 12_800, "KRW", 20, "12345678")

    found = _judged(_told(original=20), original=_reversal(paid))
    assert found.result is not None
    assert (found.result.outcome, found.result.charged) == (Outcome.APPROVED, 0)
    assert _judged(_told(original=19), original=_reversal(paid)).outcome is StatusOutcome.UNPROVEN
    assert _judged(_told(original=20, amount=900), original=_reversal(paid)).outcome is StatusOutcome.UNPROVEN
    assert _judged(_told(original=20), original=_reversal(None)).outcome is StatusOutcome.UNPROVEN
