"""A code was read: put into the cart what it means, or say kindly why not."""

from dataclasses import replace

from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, CodesDiffer, MissHint, ScannerEvent
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import AFTER_SALE, MONEY_MOVES, Floor
from kiosk.checkout.look_up_code import item_of
from kiosk.checkout.notice import NoticeKind
from kiosk.checkout.other_codes import OtherCodes
from kiosk.checkout.pay_by_voucher import PayByVoucher
from kiosk.checkout.pay_by_wallet import PayByWallet
from kiosk.checkout.same_label import SameLabel, is_label
from kiosk.checkout.take_pack import TakePack
from kiosk.domain.cart import CartError
from kiosk.domain.catalogue import CatalogueItem
from kiosk.domain.checkout_state import ImpossibleStep, Stage, Step
from kiosk.domain.scanned_code import interpret
from kiosk.domain.scanned_meaning import (
    ItemCode,
    LicenceCode,
    MemberCode,
    PricedCode,
    ScannedMeaning,
    UnknownCode,
    VoucherCode,
    WalletCode,
    WeighedCode,
)
from sync.wire.journal import EntryKind

SHOPPER_HERE = frozenset({Stage.SHOPPING, Stage.WEIGHING, Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID})
HELP = {
    MissHint.NONE: NoticeKind.READ_FAILED,
    MissHint.CLOSER: NoticeKind.HOLD_CLOSER,
    MissHint.FLATTEN: NoticeKind.FLATTEN_PACK,
    MissHint.TURN: NoticeKind.TURN_PACK,
    MissHint.STEADY: NoticeKind.HOLD_STILL,
    MissHint.LIGHT: NoticeKind.MORE_LIGHT,
}
SAID_OF_CAMERA = frozenset({*HELP.values(), NoticeKind.CODES_DIFFER})


class ScanItem:
    """Turns reads of all devices into changes of the cart."""

    def __init__(
        self,
        floor: Floor,
        edit: EditCart,
        calls: CallAttendant,
        packs: TakePack,
        others: OtherCodes,
        vouchers: PayByVoucher,
        wallets: PayByWallet,
    ) -> None:
        self._floor, self._edit, self._calls = floor, edit, calls
        self._labels = SameLabel(floor)
        self._packs, self._others, self._vouchers, self._wallets = packs, others, vouchers, wallets

    def event(self, event: ScannerEvent) -> None:
        """Take what a reader of codes reports, in any stage."""
        if self._floor.at(Stage.STARTING, Stage.CLOSED):
            return
        if isinstance(event, CodeMissed | CodesDiffer):
            if self._floor.state.stage in SHOPPER_HERE:
                self._not_taken(event)
        elif isinstance(event, CodeRefused):
            self._refused(event)
        elif not self._twin(event):
            self._read(event)

    def add_held(self) -> None:
        """The payment ended unpaid and the shopper is back: add what was scanned meanwhile."""
        held, self._floor.visit.held = self._floor.visit.held, []
        for read in held:
            self._read(read)

    def _twin(self, read: CodeRead) -> bool:
        # A hand-held scanner sends a code twice when the trigger bounces; cameras have their own rule.
        settings, last = self._floor.settings, self._floor.state.last_read
        if settings.hand_held and read.device not in settings.hand_held:
            return False
        # Only a mark of the text stays: it may be a licence or a way to pay.
        mark = hash(read.text)
        known, at = last.get(read.device, (None, 0.0))
        last[read.device] = (mark, read.at)
        return known == mark and 0 <= read.at - at < settings.duplicate_read

    def _refused(self, event: CodeRefused) -> None:
        if event.setup_changed:
            evidence = (("scanner", event.device), ("problem", event.reason))
            self._calls.request("help", evidence=evidence, reference=event.device)
        self._floor.journal(EntryKind.ITEM_REFUSED, {"why": "read_failed", "device": event.device})
        if self._floor.state.stage in SHOPPER_HERE:
            self._read_failed()

    def _not_taken(self, event: CodeMissed | CodesDiffer) -> None:
        """Say what would help, once for what is held there: a sentence that stands is not said again."""
        self._floor.active()
        said, notice = self._floor.visit.missed, self._floor.visit.notice
        kind = NoticeKind.CODES_DIFFER if isinstance(event, CodesDiffer) else HELP[event.hint]
        stands = notice is not None and notice.kind in SAID_OF_CAMERA
        if stands and event.device in said and event.at - said[event.device] < self._floor.settings.notice_time:
            return
        said[event.device] = event.at
        self._floor.say(kind)
        self._floor.cue("scanFail")

    def _read_failed(self) -> None:
        self._floor.active()
        self._floor.say(NoticeKind.READ_FAILED)
        self._floor.cue("scanFail")

    def _read(self, read: CodeRead) -> None:
        self._floor.visit.missed.pop(read.device, None)
        rules, today = self._floor.scan_rules(), self._floor.now().date()
        meaning = interpret(read.text, read.symbology, rules, gs1=read.gs1, today=today)
        item = item_of(meaning, self._floor.till.catalogue)
        if isinstance(meaning, VoucherCode) and self._vouchers.wanted(meaning):
            return
        if isinstance(meaning, WalletCode) and self._wallets.shown(read.text):
            return
        if self._floor.state.stage in MONEY_MOVES or self._floor.at(Stage.PARTLY_PAID):
            self._hold(read, item)
            return
        if self._floor.state.stage in AFTER_SALE and item is None and not isinstance(meaning, MemberCode):
            return  # the receipt's own QR, or a phone, held before the camera does not end the done page
        self._floor.active()
        if isinstance(meaning, LicenceCode) and self._others.licence_wanted():
            return
        self._arrive()
        self._take(read, meaning, item)

    def _arrive(self) -> None:
        """Come to a stage where the cart may change."""
        if self._floor.at(Stage.IDLE, *AFTER_SALE):
            self._edit.begin()
        elif self._floor.at(Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID):
            self._floor.go(Step.BACK)
            self._floor.visit.payment = None

    def _hold(self, read: CodeRead, item: CatalogueItem | None) -> None:
        held = self._floor.visit.held
        if item is None or len(held) >= self._floor.settings.most_held_reads:
            return
        held.append(read)
        self._floor.say(NoticeKind.SCAN_HELD, item)
        self._floor.cue("scanFail")

    def _take(self, read: CodeRead, meaning: ScannedMeaning, item: CatalogueItem | None) -> None:
        if isinstance(meaning, VoucherCode) and self._vouchers.later(meaning):
            return
        if item is None:
            self._others.say(meaning)
        elif is_label(meaning, item):
            if not self._labels.again(read, meaning, item):
                self._labels.take(read, meaning, lambda: self._sell(read, meaning, item))
        else:
            self._sell(read, meaning, item)

    def one_more(self) -> None:
        """The shopper has a second pack with the same label."""
        asked = self._labels.one_more()
        if asked is None:
            raise ImpossibleStep("no label was asked about")
        self._edit.ready_to_change()
        # Another presentation, so that the second pack is not taken for the first one.
        again = replace(asked.read, showing=0, at=self._floor.monotonic())
        self._labels.take(asked.read, asked.meaning, lambda: self._sell(again, asked.meaning, asked.item))

    def _sell(self, read: CodeRead, meaning: ScannedMeaning, item: CatalogueItem) -> None:
        if isinstance(meaning, ItemCode):
            self._packs.take(read, meaning, item)
        elif self._edit.may_sell(item) and not self._edit.code_wanted(item):
            self._put(meaning, item)

    def _put(self, meaning: ScannedMeaning, item: CatalogueItem) -> None:
        """A number of the shop's own, with a price or a weight inside."""
        if isinstance(meaning, PricedCode):
            self._edit.add(item, fixed_price=meaning.price)
        elif isinstance(meaning, WeighedCode):
            try:
                self._edit.add(item, grams=meaning.grams)
            except CartError:
                self._others.say(UnknownCode("the code holds a weight, but the item is counted"))
