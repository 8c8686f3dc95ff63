"""The view models of a running kiosk, wired to its session."""

import secrets
from collections.abc import Callable, Sequence

from hardware.ports.payment_terminal import HealthReport, TerminalHealth
from hardware.ports.receipt_printer import PrinterStatus
from kiosk.aisle.show_item import ShowItem
from kiosk.bootstrap.aisle_rules import aisle_rules
from kiosk.bootstrap.kiosk_program import KioskProgram
from kiosk.checkout.worker_ports import PrinterWorker, TerminalWorker
from kiosk.database.last_attempts import last_attempts
from kiosk.domain.catalogue import LocalText
from kiosk.technician.camera_page import CameraPage
from kiosk.technician.device_checks import Ask, DeviceChecks
from kiosk.technician.device_overview import DeviceOverview
from kiosk.technician.terminal_page import TerminalPage
from kiosk.ui.aisle_view_model import AisleViewModel
from kiosk.ui.camera_view_model import CameraViewModel
from kiosk.ui.cart_view_model import CartViewModel
from kiosk.ui.devices_view_model import DevicesViewModel
from kiosk.ui.display_view_model import DisplayViewModel
from kiosk.ui.done_view_model import DoneViewModel
from kiosk.ui.engine import Stage
from kiosk.ui.help_view_model import HelpViewModel
from kiosk.ui.kiosk_models import KioskModels
from kiosk.ui.lane_view_model import LaneViewModel
from kiosk.ui.map_view_model import MapViewModel
from kiosk.ui.navigator import Navigator
from kiosk.ui.payment_view_model import PaymentViewModel
from kiosk.ui.produce_view_model import ProduceViewModel
from kiosk.ui.product_view_model import ProductViewModel
from kiosk.ui.session_view_model import SessionViewModel
from kiosk.ui.shop_documents import ShopDocuments
from kiosk.ui.shown_places import ShownPlaces
from kiosk.ui.sounds import Sounds
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.terminal_check_view_model import TerminalCheckViewModel
from kiosk.ui.weigh_view_model import WeighViewModel


def window_models(program: KioskProgram, stage: Stage) -> KioskModels:
    """Make every view model, let them follow the session, and let its cues sound."""
    session, catalogue = program.session, program.station.catalogue
    places = ShownPlaces(catalogue)
    shop = catalogue.shop(program.station.identity.shop)
    stage.price_in(catalogue.head().currency)
    name = shop.name if shop else LocalText(program.station.identity.shop)
    sounds = Sounds()
    sounds.set_volume(program.settings.till.volume)
    navigator, now, here = Navigator(), program.clock.now, program.station.identity.shop
    folder = program.settings.shop.documents
    documents = ShopDocuments.read(folder) if folder else ShopDocuments()
    show_item = _show_item(program)
    overview = program.devices.overview
    checks = DeviceChecks(overview, _asked_devices(program), program.clock.monotonic)
    aisle = AisleViewModel(session, navigator, catalogue, program.background, documents, here, now, session.scan_rules)
    program.devices.look_up = aisle.take_scan
    models = KioskModels(
        navigator,
        SessionViewModel(session, name, program.station.identity.lane),
        CartViewModel(session, places),
        WeighViewModel(session),
        PaymentViewModel(session),
        DoneViewModel(session, places),
        HelpViewModel(session),
        ProduceViewModel(session, catalogue),
        DisplayViewModel(session, stage.show, stage.reset, sounds.set_volume, program.settings.till.volume),
        aisle,
        ProductViewModel(session, navigator, show_item, places, documents, here),
        StaffViewModel(session, navigator, _shuffled),
        DevicesViewModel(session, navigator, overview.cards, checks, now),
        CameraViewModel(navigator, _camera_page(program), now, session.snapshot),
        MapViewModel(session, places, documents.plan),
        LaneViewModel(session, places),
        TerminalCheckViewModel(session, navigator, _terminal_page(program)),
    )
    sounds.setParent(models)
    session.subscribe(models.show)
    session.subscribe(sounds.follow)
    models.show(session.snapshot)
    return models


def _show_item(program: KioskProgram) -> ShowItem:
    till = program.settings.till
    return ShowItem(
        program.station.catalogue,
        program.clock,
        program.station.identity.shop,
        aisle_rules(program.settings, program.clock, program.station),
        shipping_fee=till.shipping_fee,
        free_shipping_from=till.shipping_free_from,
    )


def _camera_page(program: KioskProgram) -> CameraPage:
    return CameraPage(
        program.devices.cameras,
        program.station.catalogue,
        program.session.scan_rules,
        program.background,
        program.settings.station.folder / "pictures",
        program.clock.now,
        program.devices.watched,
    )


def _terminal_page(program: KioskProgram) -> TerminalPage:
    database = program.station.database
    return TerminalPage(
        program.devices.terminal,
        lambda count: last_attempts(database, count),
        program.background,
        program.clock.now,
    )


def _shuffled(digits: Sequence[str]) -> Sequence[str]:
    mixed = list(digits)
    secrets.SystemRandom().shuffle(mixed)
    return mixed


def _asked_devices(program: KioskProgram) -> dict[str, Ask]:
    """How to test the devices that say nothing by themselves; what they answer is shown on their card."""
    devices, asked = program.devices, dict[str, Ask]()
    terminal, printer, overview = devices.terminal, devices.printer, devices.overview
    for device in program.settings.of("terminal")[:1]:
        if terminal is not None:
            asked[device.name] = _ask_terminal(terminal, overview, device.name)
    for device in program.settings.of("printer")[:1]:
        if printer is not None:
            asked[device.name] = _ask_printer(printer, overview, device.name)
    return asked


def _ask_terminal(terminal: TerminalWorker, overview: DeviceOverview, name: str) -> Ask:
    def ask(done: Callable[[str], None]) -> None:
        def answered(report: HealthReport) -> None:
            if report.round_trip_ms is not None:
                overview.measured(name, (("round_trip_ms", f"{report.round_trip_ms:.0f}"),))
            done("" if report.health is TerminalHealth.READY else report.message or report.health.value)

        terminal.health(answered)

    return ask


def _ask_printer(printer: PrinterWorker, overview: DeviceOverview, name: str) -> Ask:
    def ask(done: Callable[[str], None]) -> None:
        def answered(status: PrinterStatus | None) -> None:
            if status is None:
                done("silent")
                return
            overview.measured(name, (("paper", status.paper.value),))
            done("" if status.online else status.detail or status.paper.value)

        printer.status(answered)

    return ask
