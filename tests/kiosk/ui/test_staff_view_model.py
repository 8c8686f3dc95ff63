"""Staff at the screen: dots only, shuffled digits, and decisions that reach the till with their reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import StaffRequest, StaffView
from kiosk.ui.navigator import Navigator
from kiosk.ui.staff_view_model import StaffViewModel
from tests.fakes.till import FakeTill
from tests.kiosk.ui.aisle_scenes import (
    BEER,
    CALL,
    HANDED_OVER,
    OLD_LIST,
    PACK_CHECK,
    RECALLED,
    UNKNOWN,
    approvals,
    signing_in,
    taking_up,
)
from tests.kiosk.ui.evidence_scenes import BACK_AGAIN, LATE_ANSWER, LOST_ANSWER, MISMATCH, UNPROVEN
from tests.kiosk.ui.scenes import HEALTHY, NOON, cart_list, idle
from tests.kiosk.ui.shown_models import models_showing


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Translations need an application."""


def at_the_pad(till: FakeTill) -> Any:
    models: Any = models_showing(till.snapshot, till)
    models.navigator.open("sign_in")
    return models


def test_six_digits_are_one_pin_and_leave_no_trace() -> None:
    till = FakeTill(idle())
    models: Any = at_the_pad(till)
    for digit in "482917":
        models.staff.press(digit)
    assert till.asked == [("staff_sign_in", "482917")]
    assert models.staff.filled == 0


def test_digits_can_be_taken_back() -> None:
    models: Any = signing_in("123")
    models.staff.erase()
    assert models.staff.filled == 2
    models.staff.clear()
    assert models.staff.filled == 0


def test_the_pad_is_shuffled_anew_for_everybody() -> None:
    orders: list[list[str]] = []

    def backwards(digits: Sequence[str]) -> Sequence[str]:
        orders.append(list(digits))
        return list(digits)[len(orders) :] + list(digits)[: len(orders)]

    navigator = Navigator()
    staff: Any = StaffViewModel(FakeTill(idle()), navigator, backwards)
    navigator.follow(idle())
    navigator.open("sign_in")
    first = list(staff.digits)
    navigator.back()
    navigator.open("sign_in")
    assert sorted(first) == sorted("0123456789")
    assert first != staff.digits


def test_a_wrong_pin_says_how_many_tries_are_left() -> None:
    assert signing_in(problem="wrong_pin", tries_left=3).staff.problem == "PIN이 달라요. 3번 더 누를 수 있어요"


def test_while_locked_or_checked_no_digit_counts() -> None:
    for models in (signing_in(problem="locked", locked_seconds=47), signing_in(checking=True)):
        before = models.staff.filled
        models.staff.press("1")
        assert models.staff.filled == before
    assert signing_in(problem="locked", locked_seconds=47).staff.problem == "47초 뒤에 다시 누를 수 있어요"


def test_who_signs_in_sees_what_waits_and_who_signs_out_leaves() -> None:
    models: Any = signing_in()
    models.show(replace(idle(), staff=StaffView(True, "한지우", "attendant", (BEER,))))
    assert models.navigator.page == "approvals"
    assert models.staff.person == "한지우 · 직원"
    models.show(idle())
    assert models.navigator.page == "idle"


def test_an_age_request_tells_rule_and_birth_date() -> None:
    row = approvals(BEER).staff.requests.rows[0]
    assert (row.badge, row.rule) == ("성인 확인", "19세 이상")
    assert row.detail == "12,000원 · 2007년 12월 31일까지 태어난 분"
    assert (row.approve, row.refuse) == ("신분증 확인함", "판매 안 함")
    assert not row.takeOffered


def test_a_lost_answer_shows_both_sides() -> None:
    row = approvals(LOST_ANSWER).staff.requests.rows[0]
    assert "19,290원" in row.title
    told = dict(line.split("\t") for line in (*row.evidence, *row.theirs))
    assert told["이 계산대의 기록"] == "결과를 모름"
    assert told["단말기의 대답"] == "대답 없음"


def test_what_needs_a_supervisor_is_not_offered_to_others() -> None:
    row = approvals(LOST_ANSWER, role="attendant").staff.requests.rows[0]
    assert (row.approve, row.refuse) == ("", "")
    assert row.notAllowed == "책임자 권한이 필요해요"


def test_decisions_reach_the_till_with_their_reason() -> None:
    till = FakeTill(replace(idle(), staff=StaffView(True, "서다은", "supervisor", (BEER, LOST_ANSWER, CALL))))
    staff: Any = models_showing(till.snapshot, till).staff
    staff.take("R3")
    staff.approve("R1", "age")
    staff.refuse("R2", "unknown_payment")
    staff.approve("R3", "help")
    staff.signOut()
    assert till.asked == [
        ("staff_take", "R3"),
        ("staff_decide", "R1", True, "id_checked"),
        ("staff_decide", "R2", False, "not_paid"),
        ("staff_decide", "R3", True, "solved"),
        ("staff_sign_out",),
    ]


def test_a_refusal_by_role_names_the_role() -> None:
    assert approvals(problem="not_allowed", needed="supervisor").staff.problem == "책임자 권한이 필요해요"


def test_only_technicians_are_offered_the_devices() -> None:
    assert not approvals().staff.mayMaintain
    models: Any = approvals(role="technician")
    assert models.staff.mayMaintain
    models.staff.openDevices()
    assert models.navigator.page == "devices"


def test_closing_the_pad_forgets_who_tried() -> None:
    till = FakeTill(replace(idle(), staff=StaffView(False, problem="wrong_pin", tries_left=2)))
    models: Any = at_the_pad(till)
    models.staff.close()
    assert till.asked == [("staff_sign_out",)]
    assert models.navigator.page == "idle"


def test_a_barcode_nobody_knows_is_shown_by_its_number() -> None:
    row = approvals(UNKNOWN).staff.requests.rows[0]
    assert row.evidence == ["상품 번호\t08801234567893"]


def test_staff_see_how_old_the_list_of_recalls_is() -> None:
    """I-12."""
    models: Any = approvals()
    assert models.staff.recallList == "회수 목록은 최신이에요"
    told: list[str] = []
    models.staff.changed.connect(lambda: told.append(models.staff.recallList))
    old = replace(HEALTHY, online=False, recalls_as_of=NOON)
    models.show(replace(idle(), staff=StaffView(True, "한지우", "attendant"), health=old))
    assert told[-1] == "회수 목록은 11월 21일(토) 오후 6:12 것이에요"


def test_staff_see_which_rules_of_the_catalogue_are_not_followed() -> None:
    models: Any = approvals()
    assert models.staff.refusedRules == ""
    for rules, said in (
        (("P7",), "카탈로그의 규칙 1개는 틀려서 쓰지 않아요: P7"),
        (("P7", "P8", "R1", "R2"), "카탈로그의 규칙 4개는 틀려서 쓰지 않아요: P7, P8, R1 …"),
    ):
        health = replace(HEALTHY, refused_rules=rules)
        models.show(replace(idle(), staff=StaffView(True, "한지우", "attendant"), health=health))
        assert models.staff.refusedRules == said


def test_what_the_sale_check_found_is_told_exactly() -> None:
    rows = approvals(PACK_CHECK, RECALLED, HANDED_OVER, OLD_LIST).staff.requests.rows
    assert [(row.badge, row.approve, row.refuse) for row in rows] == [
        ("포장 확인", "팔아도 돼요", "판매 안 함"),
        ("회수", "해결했어요", ""),
        ("직원 확인", "신분증 확인함", "판매 안 함"),
        ("회수 목록", "해결했어요", ""),
    ]
    assert "포장에 찍힌 로트를 회수 공지와 비교해 주세요" in rows[0].detail
    assert "팔 수 없어요. 진열대에서 빼 주세요" in rows[1].detail
    assert "로트 번호\tL2411" in rows[1].evidence
    assert rows[2].evidence[:2] == ["신분증\t나이와 상관없이 확인", "전달\t직원이 직접 건네기"]


def decided(request: StaffRequest, *, yes: bool) -> list[tuple[Any, ...]]:
    staff = StaffView(True, "서다은", "supervisor", (request,))
    till = FakeTill(replace(idle(), staff=staff))
    models: Any = models_showing(till.snapshot, till)
    answer = models.staff.approve if yes else models.staff.refuse
    answer(request.request_id, request.kind)
    return till.asked


def card(request: StaffRequest) -> Any:
    return approvals(request).staff.requests.rows[0]


@pytest.mark.parametrize(
    ("request_", "yes", "no"),
    [
        (UNPROVEN, "paid", "not_paid"),
        (LOST_ANSWER, "paid", "not_paid"),
        (MISMATCH, "left_to_headquarters", "give_back"),
    ],
)
def test_a_decision_about_money_is_recorded_as_what_it_says(request_: StaffRequest, yes: str, no: str) -> None:
    assert decided(request_, yes=True) == [("staff_decide", request_.request_id, True, yes)]
    assert decided(request_, yes=False) == [("staff_decide", request_.request_id, False, no)]


@pytest.mark.parametrize("request_", [BACK_AGAIN, LATE_ANSWER])
def test_where_both_answers_do_the_same_one_is_offered(request_: StaffRequest) -> None:
    assert card(request_).approve
    assert card(request_).refuse == ""


def test_both_sides_of_a_payment_stand_apart() -> None:
    shown = card(UNPROVEN)
    assert "요청한 금액\t19,290원" in shown.evidence
    assert "이 계산대의 기록\t직원 확인 필요" in shown.evidence
    assert "단말기의 대답\t증명할 수 없음" in shown.theirs
    assert "마지막 거래 금액\t19,290원" in shown.theirs
    assert "마지막 거래 때\t11-21 18:11:02" in shown.theirs
    assert "batch\tB7" in shown.theirs  # a name that only the driver knows


def test_what_nobody_said_has_no_line() -> None:
    names = [line.split("\t")[0] for line in card(LOST_ANSWER).theirs]
    assert names == ["단말기의 대답"]


def test_the_number_of_a_cart_goes_to_the_till_once_it_is_whole() -> None:
    till = FakeTill(replace(idle(), staff=StaffView(True, "한지우", "attendant")))
    models: Any = models_showing(till.snapshot, till)
    models.navigator.open("sign_in")
    models.staff.takeUp.begin()
    for digit in "30":
        models.staff.takeUp.press(digit)
    models.staff.takeUp.confirm()
    assert till.asked == []
    models.staff.takeUp.press("1")
    models.staff.takeUp.confirm()
    assert till.asked == [("staff_take_up", "301")]


def test_no_cart_is_taken_up_over_another_or_by_a_technician() -> None:
    assert taking_up().staff.takeUp.offered
    assert not approvals(role="technician").staff.takeUp.offered
    busy = replace(cart_list(), staff=StaffView(True, "한지우", "attendant"))
    models: Any = models_showing(busy)
    assert not models.staff.takeUp.offered


def test_a_number_that_nobody_waits_under_is_said() -> None:
    assert taking_up(problem="no_such_cart").staff.problem == "그 번호로 기다리는 장바구니가 없어요"
    assert taking_up(problem="cart_taken").staff.problem == "다른 계산대에서 이미 꺼냈어요"
