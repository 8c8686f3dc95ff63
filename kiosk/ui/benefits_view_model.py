"""S2m: the coupons and cards that were presented, what each takes off, and how to do without it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.snapshot import BenefitView, Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.benefit_words import BENEFITS, waits_words
from kiosk.ui.display_text import money_words
from kiosk.ui.row_list_model import RowListModel
from kiosk.ui.shopper_words import with_particles

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
_SHOWN_HERE = BENEFITS | {NoticeKind.MEMBER_UNKNOWN}
tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A coupon or card: `amount` is what it takes off, "" while it waits for what `detail` says."""

    key: str
    kind: str
    icon: str
    name: str
    detail: str
    amount: str


@QmlElement
class BenefitsViewModel(QObject):
    """Coupons and partners' cards of the shopper who is here."""

    changed = Signal()

    def __init__(self, till: TillCommands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shown = till.snapshot
        self._rows = RowListModel(BenefitRow, self)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self._rows.show([_row(view, snapshot.cart.currency, snapshot.language) for view in snapshot.benefits])
        self.changed.emit()

    @Property(RowListModel, constant=True)
    def rows(self) -> RowListModel:
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._shown.benefits)

    @Property(bool, notify=changed)
    def noticed(self) -> bool:
        """Whether the message of the moment is about a coupon, a card or a member."""
        notice = self._shown.notice
        return notice is not None and notice.kind in _SHOWN_HERE

    @Slot(str, str)
    def remove(self, kind: str, key: str) -> None:
        """Do without a coupon or card."""
        if kind == "coupon":
            self._till.remove_coupon(key)
        else:
            self._till.remove_partner(key)


def _row(view: BenefitView, currency: str, language: str) -> BenefitRow:
    coupon = view.kind == "coupon"
    name = view.name.to(language) if view.name else ""
    if not name:
        name = tr("Benefit", "쿠폰") if coupon else tr("Benefit", "제휴 카드")
    amount = money_words(-view.amount, currency, language) if view.amount else ""
    detail = tr("Benefit", "결제하면 사용돼요") if coupon else tr("Benefit", "결제할 때 적용돼요")
    if view.held:
        detail = tr("Benefit", "결제할 때까지 맡아 뒀어요 · 취소하면 돌려드려요")
    if not amount:
        detail = waits_words(item=view.wanted is not None, missing=view.missing > 0, name=False)
        item = view.wanted.name.to(language) if view.wanted else ""
        detail = detail.replace("%item", item).replace("%amount", money_words(view.missing, currency, language))
        detail = with_particles(detail)
    return BenefitRow(view.key, view.kind, "ticket" if coupon else "identification-card", name, detail, amount)
