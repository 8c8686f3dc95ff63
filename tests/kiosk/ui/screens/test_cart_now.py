"""The now card gives back the room of a nudge that went, and an empty list is not framed."""

from PySide6.QtGui import QGuiApplication

from kiosk.checkout.snapshot import NowItem, Snapshot
from kiosk.domain.cart import Cart
from kiosk.domain.checkout_state import Stage
from kiosk.ui.journey_player import items_under
from tests.fakes.demo_shop import by_name
from tests.kiosk.ui.render import show
from tests.kiosk.ui.scenes import moment, priced
from tests.kiosk.ui.shown_models import models_showing
from tests.kiosk.ui.walk import SCREEN_FOLDER


def just_added(pieces: int) -> Snapshot:
    cart = Cart()
    cart.add(by_name("통통 바나나우유"), quantity=pieces)
    shown = priced(cart)
    return moment(Stage.SHOPPING, shown, now_item=NowItem(shown.lines[0], 99, pieces), nudge=shown.nudge)


def test_the_card_shrinks_when_the_free_piece_is_there(qapp: QGuiApplication) -> None:
    models = models_showing(just_added(1))
    shown = show(SCREEN_FOLDER / "CartScreen.qml", properties={"models": models})
    try:
        shown.settle(300)
        seen = [item for item in items_under(shown.window.contentItem()) if item.isVisible()]
        card = next(item for item in seen if item.objectName() == "nudgeDismiss").parentItem()
        while not card.metaObject().className().startswith("NowCard"):
            card = card.parentItem()
        with_nudge = card.height()
        models.show(just_added(2))
        shown.settle(300)
        assert card.height() < with_nudge - 100
        pagers = [x for x in items_under(shown.window.contentItem()) if x.objectName() == "pageDown" and x.isVisible()]
        assert pagers == [], "a list without rows has nothing to page"
    finally:
        shown.close()
