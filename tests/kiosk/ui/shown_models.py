"""View models of a window that shows one moment of a session."""

from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.catalogue import LocalText
from kiosk.ui.cart_view_model import CartViewModel
from kiosk.ui.display_view_model import DisplayViewModel
from kiosk.ui.done_view_model import DoneViewModel
from kiosk.ui.help_view_model import HelpViewModel
from kiosk.ui.kiosk_models import KioskModels
from kiosk.ui.navigator import Navigator
from kiosk.ui.payment_view_model import PaymentViewModel
from kiosk.ui.produce_view_model import ProduceViewModel
from kiosk.ui.session_view_model import SessionViewModel
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.theme import ThemeSettings
from kiosk.ui.weigh_view_model import WeighViewModel
from tests.fakes.demo_shop import DemoShelves
from tests.fakes.till import FakeTill
from tests.kiosk.ui.scenes import NOON


def models_showing(snapshot: Snapshot, till: FakeTill | None = None) -> KioskModels:
    """All view models, showing `snapshot`; what is touched is noted by `till`."""
    till = till or FakeTill(snapshot)
    places = ShownPlaces(DemoShelves())
    session = SessionViewModel(till, LocalText("성수점", "Seongsu", "聖水店", "圣水店"), "3")
    session.tell_time(NOON)
    produce = ProduceViewModel(till, DemoShelves())
    models = KioskModels(
        Navigator(),
        session,
        CartViewModel(till, places),
        WeighViewModel(till),
        PaymentViewModel(till),
        DoneViewModel(till, places),
        HelpViewModel(till),
        produce,
        DisplayViewModel(till, lambda **_: ThemeSettings(), ThemeSettings, lambda _: None, 0.6),
    )
    models.show(snapshot)
    produce.open()
    return models
