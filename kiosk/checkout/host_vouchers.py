"""Vouchers that a foreign host keeps: what each is worth is said by the host alone, when it reserves it."""

from hardware.ports.benefit_host import BenefitKind
from kiosk.checkout.floor import Floor
from kiosk.checkout.named_cards import NamedCards
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.part_payments import PartPayments
from kiosk.checkout.pay_at_host import PayAtHost
from kiosk.domain.scanned_meaning import VoucherCode
from kiosk.domain.tender import TenderKind

VOUCHER = TenderKind.VOUCHER.value
HOSTED = f"{VOUCHER}:host"
_WORDS = {
    "used": NoticeKind.VOUCHER_USED,
    "expired": NoticeKind.VOUCHER_EXPIRED,
    "too_much": NoticeKind.VOUCHER_TOO_MUCH,
    "unknown": NoticeKind.VOUCHER_UNKNOWN,
}


class HostVouchers:
    """Voucher codes without a signature of the shop's own."""

    def __init__(self, floor: Floor, parts: PartPayments, cards: NamedCards, pay: PayAtHost) -> None:
        self._floor, self._parts, self._cards, self._pay = floor, parts, cards, pay

    def holds(self, code: VoucherCode) -> bool:
        """Whether this voucher is one that the host is asked about."""
        till = self._floor.till
        kinds = till.benefits.kinds() if till.benefits is not None else frozenset()
        return not code.signed and bool(code.number) and VOUCHER in till.hosts and BenefitKind.VOUCHER in kinds

    def take(self, code: VoucherCode) -> None:
        """Reserve what is to pay of it, or as much as it is worth."""
        floor = self._floor
        if not self._pay.answers(HOSTED):
            self._refuse(NoticeKind.VOUCHER_NOT_HERE)
            return
        self._cards.forget()
        rest = self._parts.plan.rest
        if rest <= 0:
            self._refuse(NoticeKind.VOUCHER_TOO_MUCH)
            return
        floor.visit.notice = None
        self._pay.start(HOSTED, rest, code.number, partial=True, refused=self._refused)

    def _refused(self, reason: str) -> None:
        self._refuse(_WORDS.get(reason, NoticeKind.VOUCHER_NOT_HERE))

    def _refuse(self, kind: NoticeKind) -> None:
        self._floor.say(kind)
        self._floor.cue("scanFail")
