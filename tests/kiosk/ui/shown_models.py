"""View models of a window that shows one moment of a session."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kiosk.aisle.item_rules import ItemRules
from kiosk.aisle.ports import AisleBackground
from kiosk.aisle.show_item import ShowItem
from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.catalogue import LocalText
from kiosk.domain.scanned_code import ScanRules
from kiosk.technician.camera_page import CameraPage
from kiosk.technician.device_checks import DeviceChecks
from kiosk.technician.device_overview import DeviceOverview
from kiosk.technician.terminal_page import TerminalPage
from kiosk.ui.aisle_view_model import AisleViewModel
from kiosk.ui.camera_view_model import CameraViewModel
from kiosk.ui.cart_view_model import CartViewModel
from kiosk.ui.devices_view_model import DevicesViewModel
from kiosk.ui.display_view_model import DisplayViewModel
from kiosk.ui.done_view_model import DoneViewModel
from kiosk.ui.help_view_model import HelpViewModel
from kiosk.ui.kiosk_models import KioskModels
from kiosk.ui.lane_view_model import LaneViewModel
from kiosk.ui.map_view_model import MapViewModel
from kiosk.ui.navigator import Navigator
from kiosk.ui.payment_view_model import PaymentViewModel
from kiosk.ui.produce_view_model import ProduceViewModel
from kiosk.ui.product_view_model import ProductViewModel
from kiosk.ui.session_view_model import SessionViewModel
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.terminal_check_view_model import TerminalCheckViewModel
from kiosk.ui.theme import ThemeSettings
from kiosk.ui.weigh_view_model import WeighViewModel
from tests.fakes.demo_aisle import HERE, AtOnce, DemoAisle, documents
from tests.fakes.demo_shop import DemoShelves
from tests.fakes.till import FakeTill
from tests.kiosk.ui.scenes import NOON


class StandingNoon:
    """A clock that shows the time of the scenes."""

    def now(self) -> datetime:
        return NOON


def in_order(digits: Sequence[str]) -> Sequence[str]:
    """The digits of the PIN pad where one looks for them."""
    return digits


def _no_camera() -> CameraPage:
    return CameraPage({}, DemoAisle(NOON), ScanRules, AtOnce(), Path(), lambda: NOON)


def _no_terminal() -> TerminalPage:
    return TerminalPage(None, lambda _count: (), AtOnce(), lambda: NOON)


def models_showing(
    snapshot: Snapshot,
    till: FakeTill | None = None,
    *,
    background: AisleBackground | None = None,
    overview: DeviceOverview | None = None,
    checks: DeviceChecks | None = None,
    camera: CameraPage | None = None,
    terminal: TerminalPage | None = None,
) -> KioskModels:
    """All view models, showing `snapshot`; what is touched is noted by `till`."""
    till = till or FakeTill(snapshot)
    navigator, range_ = Navigator(), DemoAisle(NOON)
    stands = ShownPlaces(range_)
    overview = overview or DeviceOverview(lambda: NOON)
    checks = checks or DeviceChecks(overview, {}, lambda: 0.0)
    places = ShownPlaces(DemoShelves())

    def rules() -> ScanRules:
        return ScanRules(range_.in_store_templates())

    session = SessionViewModel(till, LocalText("성수점", "Seongsu", "聖水店", "圣水店"), "3")
    session.tell_time(NOON)
    produce = ProduceViewModel(till, DemoShelves())
    models = KioskModels(
        navigator,
        session,
        CartViewModel(till, places),
        WeighViewModel(till),
        PaymentViewModel(till),
        DoneViewModel(till, places),
        HelpViewModel(till),
        produce,
        DisplayViewModel(till, lambda **_: ThemeSettings(), ThemeSettings, lambda _: None, 0.6),
        AisleViewModel(till, navigator, range_, background or AtOnce(), documents(), HERE, lambda: NOON, rules),
        ProductViewModel(
            till,
            navigator,
            ShowItem(range_, StandingNoon(), HERE, ItemRules(range_, StandingNoon(), HERE), shipping_fee=3000),
            stands,
            documents(),
            HERE,
        ),
        StaffViewModel(till, navigator, in_order),
        DevicesViewModel(till, navigator, overview.cards, checks, lambda: NOON),
        CameraViewModel(navigator, camera or _no_camera(), lambda: NOON, snapshot),
        MapViewModel(till, stands, documents().plan),
        LaneViewModel(till, stands),
        TerminalCheckViewModel(till, navigator, terminal or _no_terminal()),
    )
    models.show(snapshot)
    produce.open()
    return models
