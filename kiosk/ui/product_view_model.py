"""The product page and the choice of how to receive it."""

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.aisle.choose_fulfilment import FulfilmentOption
from kiosk.aisle.show_item import ItemPage, ShowItem
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.domain.catalogue import SoldBy
from kiosk.domain.fulfilment import FulfilmentKind
from kiosk.ui.choice_list_model import Choice, ChoiceListModel
from kiosk.ui.display_text import money_text
from kiosk.ui.fulfilment_rows import StockPlace, Way, stock_cards, way_key, way_row
from kiosk.ui.map_view_model import MapViewModel
from kiosk.ui.navigator import Navigator
from kiosk.ui.ordered_from_page import OrderedFromPage
from kiosk.ui.page_route import AISLE
from kiosk.ui.product_words import (
    action_words,
    address_words,
    maker_words,
    no_way_words,
    price_note,
    seller_words,
    spoken_price,
    summary_words,
    withdrawal_words,
)
from kiosk.ui.row_list_model import RowListModel
from kiosk.ui.shop_documents import ShopDocuments, Story
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.stock_words import nearest_with_stock

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
MOST = 99
AGEING_MS = 30_000
tr = QCoreApplication.translate


@QmlElement
class ProductViewModel(QObject):
    """One product: its story, where it is, and the ways to receive it, none of them chosen beforehand."""

    changed = Signal()

    def __init__(
        self,
        till: TillCommands,
        navigator: Navigator,
        show_item: ShowItem,
        places: ShownPlaces,
        documents: ShopDocuments,
        shop: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._till, self._navigator, self._show_item = till, navigator, show_item
        self._places, self._documents, self._shop = places, documents, shop
        self._shown = till.snapshot
        self._sku = ""
        self._quantity = 1
        self._chosen = ""
        self._problem = ""
        self._ordered = OrderedFromPage()
        self._page: ItemPage | None = None
        self._stocks = RowListModel(StockPlace, self)
        self._ways = RowListModel(Way, self)
        self._facts = ChoiceListModel(self)
        self._map = MapViewModel(till, places, documents.plan, self)
        self._ageing = QTimer(self, interval=AGEING_MS)
        self._ageing.timeout.connect(self._fill)
        navigator.changed.connect(self._follow)

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        before, self._shown = self._shown, snapshot
        self._map.show(snapshot)
        if problem := self._ordered.watch(snapshot):
            self._problem = problem
            self.changed.emit()
        seen = (snapshot.language, snapshot.health.online, snapshot.cart, snapshot.member)
        if self._sku and seen != (before.language, before.health.online, before.cart, before.member):
            self._fill()

    def leave_when_added(self) -> None:
        """The till took the order: go on to the cart; called once the navigator followed."""
        if self._ordered.taken():
            self._leave()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return self._page is not None

    @Property(str, notify=changed)
    def sku(self) -> str:
        return self._sku

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._page.item.name.to(self._shown.language) if self._page else ""

    @Property(str, notify=changed)
    def maker(self) -> str:
        return maker_words(self._page, self._story(), self._shown.language) if self._page else ""

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._money_number(self._page.unit_price) if self._page else ""

    @Property(str, notify=changed)
    def spokenPrice(self) -> str:
        return spoken_price(self._page, self._shown) if self._page else ""

    @Property(str, notify=changed)
    def priceNote(self) -> str:
        """For one kilogram, or what members pay."""
        return price_note(self._page, self._shown) if self._page else ""

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._page.item.picture.removesuffix(".svg") if self._page else ""

    @Property(str, notify=changed)
    def tint(self) -> str:
        return self._page.item.tile if self._page else "stone"

    @Property(str, notify=changed)
    def category(self) -> str:
        return self._page.item.category if self._page else ""

    @Property(str, notify=changed)
    def hero(self) -> str:
        return self._story().hero

    @Property(str, notify=changed)
    def story(self) -> str:
        return self._story().story.to(self._shown.language)

    @Property(ChoiceListModel, constant=True)
    def facts(self) -> ChoiceListModel:
        return self._facts

    @Property(RowListModel, constant=True)
    def stocks(self) -> RowListModel:
        return self._stocks

    @Property(str, notify=changed)
    def seller(self) -> str:
        return self._seller() if self._page else ""

    @Property(str, notify=changed)
    def withdrawal(self) -> str:
        return withdrawal_words(self._page) if self._page else ""

    @Property(str, notify=changed)
    def address(self) -> str:
        """What is said of the arrival; nothing for an item that is not shipped."""
        return address_words(self._page, self._shown) if self._page else ""

    @Property(MapViewModel, constant=True)
    def map(self) -> MapViewModel:
        return self._map

    @Property(int, notify=changed)
    def quantity(self) -> int:
        return self._quantity

    @Property(int, constant=True)
    def most(self) -> int:
        return MOST

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        return self._page is not None and self._page.item.sold_by is SoldBy.EACH

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why no way can be chosen at all."""
        return no_way_words(self._page) if self._page else ""

    @Property(RowListModel, constant=True)
    def ways(self) -> RowListModel:
        return self._ways

    @Property(str, notify=changed)
    def chosen(self) -> str:
        return self._chosen

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How many at what price, before the fee."""
        return summary_words(self._page, self._quantity, self._shown) if self._page else ""

    @Property(str, notify=changed)
    def total(self) -> str:
        """The total with its fee once a way is chosen."""
        option = self._option()
        return self._money_number(option.total) if option else ""

    @Property(str, notify=changed)
    def action(self) -> str:
        return action_words(self._option(), self._shown)

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._problem

    @Property(str, notify=changed)
    def cartCount(self) -> str:
        return tr("Product", "%n개", "", self._shown.pieces) if self._shown.pieces else ""

    @Slot()
    def more(self) -> None:
        """One more."""
        self._set_quantity(self._quantity + 1)

    @Slot()
    def less(self) -> None:
        """One less."""
        self._set_quantity(self._quantity - 1)

    @Slot()
    def chooseWay(self) -> None:
        """Go on to the ways to receive."""
        self._chosen = self._problem = ""
        self._navigator.openFor("fulfilment", self._sku)

    @Slot(str)
    def choose(self, key: str) -> None:
        """This way."""
        option = next((way for way in self._options() if way_key(way) == key), None)
        if option is not None and not option.reason:
            self._chosen, self._problem = key, ""
            self.changed.emit()

    @Slot()
    def add(self) -> None:
        """Order it as chosen; an item of this shop is shown on the map, for its shopper takes it from the shelf."""
        option = self._option()
        if option is None or self._page is None:
            return
        if option.fulfilment.kind is FulfilmentKind.CARRY_OUT:
            place = self._page.place
            self._leave()  # the next scan of it is to be bought, no longer looked up
            if place is not None:
                self._navigator.showSheetFor("map", place.place_id)
            return
        self._ordered.begin(self._shown, self._sku, option.fulfilment)
        self._till.order(self._sku, self._quantity, option.fulfilment)

    @Slot()
    def showMap(self) -> None:
        """Where it stands."""
        if self._page is not None and self._page.place is not None:
            self._navigator.showSheetFor("map", self._page.place.place_id)

    @Slot()
    def back(self) -> None:
        """The page before."""
        self._navigator.back()

    @Slot()
    def toCart(self) -> None:
        """Leave the aisle for the cart."""
        self._leave()

    @Slot()
    def _follow(self) -> None:
        if self._navigator.route.page not in {"product", "fulfilment"}:
            if self._sku and self._navigator.route.page not in AISLE:
                self._sku, self._page = "", None
                self._ageing.stop()
            return
        if self._navigator.route.subject == self._sku and self._navigator.route.page == "fulfilment":
            return
        if self._navigator.route.subject != self._sku:
            self._sku = self._navigator.route.subject
            self._quantity = 1
            self._ageing.start()
        self._chosen = self._problem = ""
        self._fill()

    def _leave(self) -> None:
        while self._navigator.route.page in AISLE:
            self._navigator.back()

    def _set_quantity(self, quantity: int) -> None:
        if 1 <= quantity <= MOST:
            self._quantity = quantity
            self._fill()

    @Slot()
    def _fill(self) -> None:
        shown = self._shown
        self._page = self._show_item.page(
            self._sku, quantity=self._quantity, member=bool(shown.member), online=shown.health.online
        )
        page, language = self._page, shown.language
        near = nearest_with_stock(page.availability) if page else None
        self._stocks.show(stock_cards(page, near, language) if page else [])
        self._ways.show([way_row(way, page, shown.cart.currency, language) for way in page.options] if page else [])
        facts = self._story().facts
        self._facts.show([Choice(key=icon, name=words.to(language), icon=icon) for icon, words in facts])
        self._map.look(page.item.place if page else "")
        chosen = self._option()
        if chosen is None or chosen.reason:
            self._chosen = ""
        self.changed.emit()

    def _options(self) -> tuple[FulfilmentOption, ...]:
        return self._page.options if self._page else ()

    def _option(self) -> FulfilmentOption | None:
        return next((way for way in self._options() if way_key(way) == self._chosen), None)

    def _story(self) -> Story:
        return self._documents.stories.get(self._sku, Story())

    def _money_number(self, minor: int) -> str:
        return money_text(minor, self._shown.cart.currency, self._shown.language).number

    def _seller(self) -> str:
        name = self._page.item.seller if self._page else ""
        return seller_words(name or self._places.shop_name(self._shop, self._shown.language))
