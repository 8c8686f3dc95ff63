"""The cart as the shopper sees it: now card, rows, nudge, notice, total."""

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.checkout_state import Stage
from kiosk.domain.fees import SHIPPING
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.domain.priced_cart import PricedLine
from kiosk.ui.benefits_view_model import BenefitsViewModel
from kiosk.ui.code_words import notice_icon
from kiosk.ui.display_text import money_text, money_words, spoken_money
from kiosk.ui.fee_words import included_words
from kiosk.ui.line_list_model import LineListModel, LineRow
from kiosk.ui.line_rows import line_row, line_rows
from kiosk.ui.nudge_words import nudge_words
from kiosk.ui.shopper_words import notice_words
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.why_view_model import WhyViewModel

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate


@QmlElement
class CartViewModel(QObject):
    """What the cart page shows and what may be done on it."""

    changed = Signal()
    added = Signal()  # an item was just added: the beam passes once

    def __init__(self, till: TillCommands, places: ShownPlaces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._places = places
        self._shown = till.snapshot
        self._language = self._shown.language
        self._lines = LineListModel(self)
        self._explained = WhyViewModel(self._shown, self)
        self._benefits = BenefitsViewModel(till, self)
        self._now_number = 0

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self._language = snapshot.language
        self._lines.show(line_rows(snapshot, self._language))
        self._explained.show(snapshot)
        self._benefits.show(snapshot)
        self.changed.emit()
        if snapshot.now_item and snapshot.now_item.number != self._now_number:
            self._now_number = snapshot.now_item.number
            self.added.emit()

    # rows and sums

    @Property(LineListModel, constant=True)
    def lines(self) -> LineListModel:
        return self._lines

    @Property(WhyViewModel, constant=True)
    def explained(self) -> WhyViewModel:
        return self._explained

    @Property(BenefitsViewModel, constant=True)
    def benefits(self) -> BenefitsViewModel:
        return self._benefits

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        return not self._shown.cart.lines

    @Property(bool, notify=changed)
    def grouped(self) -> bool:
        return self._mixed()

    @Property(str, notify=changed)
    def countText(self) -> str:
        return self._count_text()

    @Property(str, notify=changed)
    def total(self) -> str:
        return self._number(self._shown.to_pay)

    @Property(str, notify=changed)
    def totalWords(self) -> str:
        return self._money(self._shown.to_pay)

    @Property(str, notify=changed)
    def spokenTotal(self) -> str:
        return self._spoken(self._shown.to_pay)

    @Property(str, notify=changed)
    def saving(self) -> str:
        return self._saving()

    @Property(str, notify=changed)
    def fee(self) -> str:
        return self._fee()

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return self._shown.can_undo

    @Property(bool, notify=changed)
    def member(self) -> bool:
        return bool(self._shown.member)

    @Property(str, notify=changed)
    def memberWords(self) -> str:
        return self._member_words()

    # the now card

    @Property(bool, notify=changed)
    def nowShown(self) -> bool:
        return self._shown.now_item is not None

    @Property(str, notify=changed)
    def nowLine(self) -> str:
        return self._now().line_id

    @Property(str, notify=changed)
    def nowName(self) -> str:
        return self._now().name

    @Property(str, notify=changed)
    def nowAmount(self) -> str:
        return self._now().amount

    @Property(str, notify=changed)
    def nowSpoken(self) -> str:
        return self._now().spoken_price

    @Property(int, notify=changed)
    def nowQuantity(self) -> int:
        return self._now().quantity

    @Property(str, notify=changed)
    def nowPicture(self) -> str:
        return self._now().picture

    @Property(str, notify=changed)
    def nowTint(self) -> str:
        return self._now().tint

    @Property(str, notify=changed)
    def nowCategory(self) -> str:
        return self._now().category

    @Property(str, notify=changed)
    def nowBadge(self) -> str:
        return self._now_badge()

    @Property(bool, notify=changed)
    def nowCounted(self) -> bool:
        return self._now().control == "stepper"

    # nudge and notice

    @Property(bool, notify=changed)
    def nudgeShown(self) -> bool:
        return self._shown.nudge is not None

    @Property(str, notify=changed)
    def nudgeSentence(self) -> str:
        return nudge_words(self._shown.nudge, self._shown.cart.currency, self._language)

    @Property(str, notify=changed)
    def nudgePlace(self) -> str:
        return self._nudge_place()

    @Property(str, notify=changed)
    def nudgePlaceId(self) -> str:
        return self._shown.nudge.place if self._shown.nudge else ""

    @Property(int, notify=changed)
    def nudgeHave(self) -> int:
        return self._shown.nudge.have if self._shown.nudge else 0

    @Property(int, notify=changed)
    def nudgeNeed(self) -> int:
        return self._shown.nudge.have + self._shown.nudge.missing if self._shown.nudge else 0

    @Property(str, notify=changed)
    def noticeKind(self) -> str:
        return self._shown.notice.kind.value if self._shown.notice else ""

    @Property(bool, notify=changed)
    def oneMoreAsked(self) -> bool:
        return self._shown.notice is not None and self._shown.notice.kind is NoticeKind.SAME_LABEL

    @Property(str, notify=changed)
    def noticeIcon(self) -> str:
        return notice_icon(self._shown.notice.kind) if self._shown.notice else ""

    @Property(str, notify=changed)
    def noticeTone(self) -> str:
        return self._notice()[0]

    @Property(str, notify=changed)
    def noticeTitle(self) -> str:
        return self._notice()[1]

    @Property(str, notify=changed)
    def noticeDetail(self) -> str:
        return self._notice()[2]

    # what may be done

    @Slot(str, int)
    def setQuantity(self, line_id: str, quantity: int) -> None:
        """Change the pieces of a row; 0 removes it."""
        self._till.set_quantity(line_id, quantity)

    @Slot(str)
    def remove(self, line_id: str) -> None:
        """Take a row out."""
        self._till.remove_line(line_id)

    @Slot()
    def undo(self) -> None:
        """Bring back the row removed last."""
        self._till.undo()

    @Slot(str)
    def reweigh(self, line_id: str) -> None:
        """Weigh a row again."""
        self._till.reweigh(line_id)

    @Slot()
    def oneMore(self) -> None:
        """Yes, a second pack with the same label."""
        self._till.one_more()

    @Slot()
    def pay(self) -> None:
        """To the tenders."""
        self._till.pay()

    @Slot()
    def dismissNudge(self) -> None:
        """No thanks."""
        self._till.dismiss_nudge()

    @Slot()
    def dismissNotice(self) -> None:
        """The message was read."""
        self._till.dismiss_notice()

    @Slot(str, result=str)
    def groupTitle(self, group: str) -> str:
        """Heading of a group of rows: how they are received."""
        kind, _, shop = group.partition(":")
        if kind == FulfilmentKind.SHIP:
            return tr("Cart", "집으로 배송")
        if kind == FulfilmentKind.PICK_UP:
            return tr("Cart", "%1에서 받기").replace("%1", self._places.shop_name(shop, self._language))
        return tr("Cart", "지금 가져가기")

    @Slot(str, result=str)
    def groupDetail(self, group: str) -> str:
        """What is promised for a group; nothing that is not known."""
        kind, _, shop = group.partition(":")
        if kind == FulfilmentKind.CARRY_OUT:
            return ""
        if not self._shown.health.online:
            return tr("Cart", "아직 결제하지 않아요")
        if kind == FulfilmentKind.SHIP:
            return tr("Cart", "주소를 넣으면 도착 시간을 알려 드려요")
        return self._places.pickup_words(shop, self._language)

    @Slot(str, result=str)
    def groupFee(self, group: str) -> str:
        """The fee of a group."""
        fee = self._group_fee(group)
        return tr("Cart", "배송비 %1").replace("%1", self._money(fee)) if fee else tr("Cart", "무료")

    @Slot(str, result=bool)
    def groupFree(self, group: str) -> bool:
        """Whether a group costs no fee."""
        return self._group_fee(group) == 0

    # how

    def _mixed(self) -> bool:
        return any(line.line.fulfilment.kind is not FulfilmentKind.CARRY_OUT for line in self._shown.cart.lines)

    def _group_fee(self, group: str) -> int:
        if not group.startswith(FulfilmentKind.SHIP):
            return 0
        return sum(fee.amount for fee in self._shown.cart.fees if fee.kind == SHIPPING)

    def _number(self, minor: int) -> str:
        return money_text(minor, self._shown.cart.currency, self._language).number

    def _money(self, minor: int) -> str:
        return money_words(minor, self._shown.cart.currency, self._language)

    def _spoken(self, minor: int) -> str:
        return spoken_money(minor, self._shown.cart.currency, self._language)

    def _count_text(self) -> str:
        count = self._shown.pieces  # lupdate sees a counted sentence only where its number is a plain name
        return tr("Cart", "상품 %n개", "", count)

    def _saving(self) -> str:
        off = self._shown.cart.discount
        return tr("Cart", "할인 %1").replace("%1", self._money(-off)) if off else ""

    def _fee(self) -> str:
        shown = self._shown
        return included_words(shown.fees, shown.tax_added, shown.cart.currency, self._language)

    def _member_words(self) -> str:
        saved = self._shown.cart.member_saving
        if not saved:
            return tr("Cart", "회원가가 있는 상품을 담으면 바로 바뀌어요")
        return tr("Cart", "회원가로 %1 싸졌어요").replace("%1", self._money(saved))

    def _now(self) -> LineRow:
        if self._shown.now_item is None:
            return LineRow("", "", "", "", "stone", "", "", 0, "", "promo", "none", "")
        return self._row(self._shown.now_item.line)

    def _row(self, line: PricedLine) -> LineRow:
        asked = self._shown.person_lines.get(line.line.line_id, "")
        return line_row(line, self._shown.cart.currency, self._language, asked)

    def _now_badge(self) -> str:
        badge = self._now().badge
        nudge = self._shown.nudge
        return badge or (nudge.badge if nudge and nudge.line_id == self._now().line_id else "")

    def _nudge_place(self) -> str:
        return self._places.place_name(self._shown.nudge.place, self._language) if self._shown.nudge else ""

    def _notice(self) -> tuple[str, str, str]:
        if self._shown.notice is None:
            return "neutral", "", ""
        shown, language = self._shown, self._language
        paying = shown.payment is not None or shown.stage is Stage.CHOOSING_TENDER
        total, codes, money = shown.cart.total, shown.wallet_codes, shown.cart.currency
        return notice_words(self._shown.notice, money, language, total=total, wallet_codes=codes, paying=paying)
