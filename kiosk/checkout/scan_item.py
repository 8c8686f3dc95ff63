"""A code was read: put into the cart what it means, or say kindly why not."""

from hardware.ports.scanner import CodeMissed, CodeRead, CodeRefused, CodesDiffer, ScannerEvent
from kiosk.checkout.call_attendant import CallAttendant
from kiosk.checkout.edit_cart import EditCart
from kiosk.checkout.floor import AFTER_SALE, MONEY_MOVES, Floor
from kiosk.checkout.open_cart import OpenCart
from kiosk.checkout.snapshot import NoticeKind
from kiosk.domain.cart import CartError
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.domain.checkout_state import Stage, Step
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import (
    ItemCode,
    MemberCode,
    PricedCode,
    ScannedMeaning,
    UnknownCode,
    WalletCode,
    WeighedCode,
)
from sync.wire.journal import EntryKind

SHOPPER_HERE = frozenset({Stage.SHOPPING, Stage.WEIGHING, Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID})


class ScanItem:
    """Turns reads of all devices into changes of the cart."""

    def __init__(self, floor: Floor, cart: OpenCart, edit: EditCart, calls: CallAttendant) -> None:
        self._floor, self._cart, self._edit, self._calls = floor, cart, edit, calls

    def event(self, event: ScannerEvent) -> None:
        """Take what a reader of codes reports, in any stage."""
        if self._floor.at(Stage.STARTING, Stage.CLOSED):
            return
        if isinstance(event, CodeMissed | CodesDiffer):
            if self._floor.state.stage in SHOPPER_HERE:
                self._read_failed()
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
        text, at = last.get(read.device, ("", 0.0))
        last[read.device] = (read.text, read.at)
        return text == read.text and 0 <= read.at - at < settings.duplicate_read

    def _refused(self, event: CodeRefused) -> None:
        if event.setup_changed:
            evidence = (("scanner", event.device), ("problem", event.reason))
            self._calls.request("help", evidence=evidence, reference=event.device)
        self._floor.journal(EntryKind.ITEM_REFUSED, {"why": "read_failed", "device": event.device})
        if self._floor.state.stage in SHOPPER_HERE:
            self._read_failed()

    def _read_failed(self) -> None:
        self._floor.active()
        self._floor.say(NoticeKind.READ_FAILED)
        self._floor.cue("scanFail")

    def _read(self, read: CodeRead) -> None:
        till = self._floor.till
        rules = ScanRules(till.catalogue.in_store_templates(), till.dictionary, till.profiles)
        meaning = interpret(read.text, read.symbology, rules, gs1=read.gs1, today=till.clock.now().date())
        item = self._item(meaning)
        if self._floor.state.stage in MONEY_MOVES:
            self._hold(read, meaning, item)
            return
        if self._floor.state.stage in AFTER_SALE and item is None and not isinstance(meaning, MemberCode):
            return  # the receipt's own QR, or a phone, held before the camera does not end the done page
        self._arrive()
        self._floor.active()
        self._take(meaning, item)

    def _arrive(self) -> None:
        """Come to a stage where the cart may change."""
        if self._floor.at(Stage.IDLE, *AFTER_SALE):
            self._edit.begin()
        elif self._floor.at(Stage.AGE_CHECK, Stage.CHOOSING_TENDER, Stage.NOT_PAID):
            self._floor.go(Step.BACK)
            self._floor.visit.payment = None

    def _hold(self, read: CodeRead, meaning: ScannedMeaning, item: CatalogueItem | None) -> None:
        held = self._floor.visit.held
        if item is None or isinstance(meaning, WalletCode) or len(held) >= self._floor.settings.most_held_reads:
            return
        held.append(read)
        self._floor.say(NoticeKind.SCAN_HELD, item)
        self._floor.cue("scanFail")

    def _item(self, meaning: ScannedMeaning) -> CatalogueItem | None:
        catalogue = self._floor.till.catalogue
        if isinstance(meaning, ItemCode):
            return catalogue.by_gtin(meaning.gtin)
        if isinstance(meaning, PricedCode | WeighedCode):
            return catalogue.by_plu(meaning.plu) or catalogue.by_plu(meaning.plu.lstrip("0"))
        return None

    def _take(self, meaning: ScannedMeaning, item: CatalogueItem | None) -> None:
        if isinstance(meaning, MemberCode):
            self._member(meaning)
        elif isinstance(meaning, WalletCode):
            self._floor.say(NoticeKind.WALLET_CODE)
            self._floor.cue("attention")
        elif item is None:
            self._unknown(meaning)
        elif self._edit.may_sell(item):
            self._put(meaning, item)

    def _put(self, meaning: ScannedMeaning, item: CatalogueItem) -> None:
        if isinstance(meaning, PricedCode):
            self._edit.add(item, fixed_price=meaning.price)
        elif isinstance(meaning, WeighedCode):
            try:
                self._edit.add(item, grams=meaning.grams)
            except CartError:
                self._unknown(UnknownCode("the code holds a weight, but the item is counted"))
        elif item.sold_by is SoldBy.KG:
            self._edit.weigh(item)
        else:
            self._edit.add(item)

    def _member(self, code: MemberCode) -> None:
        if not self._floor.till.knows_member(code.number):
            self._floor.say(NoticeKind.MEMBER_UNKNOWN)
            self._floor.cue("scanFail")
            return
        visit = self._floor.visit
        before = visit.priced.total
        visit.cart.member = code.number
        self._cart.changed()
        self._floor.say(NoticeKind.MEMBER_APPLIED, amount=max(0, before - visit.priced.total))
        self._floor.cue("scanOk")

    def _unknown(self, meaning: ScannedMeaning) -> None:
        # Only a valid trade item number is kept: any other text might be personal or a payment code.
        body: dict[str, object] = {"why": "unknown_code"}
        evidence: tuple[tuple[str, str], ...] = ()
        if isinstance(meaning, ItemCode):
            body["gtin"] = meaning.gtin
            evidence = (("gtin", meaning.gtin),)
        elif isinstance(meaning, UnknownCode):
            body["reason"] = meaning.reason
            evidence = (("reason", meaning.reason),)
        self._floor.journal(EntryKind.ITEM_REFUSED, body)
        self._calls.request("unknown_item", evidence=evidence)
        self._floor.say(NoticeKind.UNKNOWN_CODE)
        self._floor.cue("scanFail")
