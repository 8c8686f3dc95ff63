"""Goods without a barcode and bags: pictures to choose from."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.catalogue import CatalogueItem, SoldBy
from kiosk.ui.choice_list_model import Choice, ChoiceListModel
from kiosk.ui.display_text import money_text, money_words, spoken_money

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
tr = QCoreApplication.translate


class Shelves(Protocol):
    """The goods without a code, from the catalogue."""

    def without_barcode(self, query: str = "") -> Sequence[CatalogueItem]: ...

    def bags(self) -> Sequence[CatalogueItem]: ...


@QmlElement
class ProduceViewModel(QObject):
    """Goods without a barcode, narrowed by name, initial consonants or PLU digits; and bags with their count."""

    changed = Signal()

    def __init__(self, till: TillCommands, shelves: Shelves, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._shelves = shelves
        self._shown = till.snapshot
        self._query = ""
        self._items = ChoiceListModel(self)
        self._bags = ChoiceListModel(self)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        if snapshot.language != before.language or snapshot.stage != before.stage:
            self._query = "" if snapshot.stage != before.stage else self._query
            self._fill()
        if snapshot.cart != before.cart or snapshot.language != before.language:
            self._fill_bags()
            self.changed.emit()

    @Property(ChoiceListModel, constant=True)
    def items(self) -> ChoiceListModel:
        return self._items

    @Property(ChoiceListModel, constant=True)
    def bags(self) -> ChoiceListModel:
        return self._bags

    @Property(str, notify=changed)
    def query(self) -> str:
        return self._query

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        return self._items.rowCount() == 0

    @Property(str, notify=changed)
    def bagWords(self) -> str:
        return self._bag_words()

    @Slot()
    def open(self) -> None:
        """Show everything anew."""
        self._query = ""
        self._fill()
        self._fill_bags()

    @Slot(str)
    def search(self, query: str) -> None:
        """Narrow the list."""
        self._query = query
        self._fill()

    @Slot(str)
    def choose(self, sku: str) -> None:
        """Take this: weighed goods go to the scale, counted ones into the cart."""
        self._till.choose_without_barcode(sku)

    @Slot(str, int)
    def addBag(self, sku: str, quantity: int) -> None:
        """Put bags in (a negative number takes some out)."""
        row = next((line for line in self._shown.cart.lines if line.line.item.sku == sku), None)
        if quantity > 0:
            self._till.add_bag(sku, quantity)
        elif row is not None:
            self._till.set_quantity(row.line.line_id, row.line.quantity + quantity)

    @Slot()
    def askStaff(self) -> None:
        """I do not know its name."""
        self._till.call_staff("unknown_item")

    def _fill(self) -> None:
        self._items.show([self._choice(item) for item in self._shelves.without_barcode(self._query)])
        self.changed.emit()

    def _fill_bags(self) -> None:
        held = {line.line.item.sku: line.line.quantity for line in self._shown.cart.lines}
        self._bags.show([self._choice(bag, held.get(bag.sku, 0)) for bag in self._shelves.bags()])

    def _bag_words(self) -> str:
        bags = {bag.sku for bag in self._shelves.bags()}
        count = sum(line.line.quantity for line in self._shown.cart.lines if line.line.item.sku in bags)
        return tr("Produce", "봉투 %n개를 담았어요", "", count) if count else ""

    def _choice(self, item: CatalogueItem, quantity: int = 0) -> Choice:
        language, currency = self._shown.language, self._shown.cart.currency
        per_kg = tr("Produce", "1kg %1").replace("%1", money_words(item.unit_price, currency, language))
        return Choice(
            key=item.sku,
            name=item.name.to(language),
            amount=money_text(item.unit_price, currency, language).number,
            detail=per_kg if item.sold_by is SoldBy.KG else money_words(item.unit_price, currency, language),
            picture=item.picture.removesuffix(".svg"),
            tint=item.tile,
            category=item.category,
            spokenPrice=spoken_money(item.unit_price, currency, language),
            quantity=quantity,
        )
