"""One running kiosk: session, devices and station tied together, without a window."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from hardware.device_thread import DeviceCondition, DeviceState, DeviceThread, DeviceWorker
from hardware.driver_table import build
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.ports.byte_watch import WatchesBytes
from hardware.ports.camera import CameraCondition, CodeCamera, ShopCodes
from hardware.ports.scale import WeightReading
from hardware.ports.scanner import CodeRead, Scanner, ScannerEvent
from hardware.transports.camera_address import without_secrets
from kiosk.aisle.place_order import PlaceOrder
from kiosk.attendant.sign_in import StaffDesk
from kiosk.bootstrap.aisle_rules import aisle_rules
from kiosk.bootstrap.cart_taker import CentralCarts
from kiosk.bootstrap.code_dictionary import code_dictionary
from kiosk.bootstrap.device_workers import PrinterQueue, TerminalQueue
from kiosk.bootstrap.host_worker import HostQueue, host_tenders, out_of_order
from kiosk.bootstrap.real_ports import RandomNames, ShopClock
from kiosk.bootstrap.shop_codes import CatalogueCodes
from kiosk.bootstrap.station import Post, Station, central_client, open_for_selling
from kiosk.bootstrap.station_keeper import StationKeeper
from kiosk.checkout.no_terminal import NoTerminal
from kiosk.checkout.ports import Background, TillPorts, no_fail_point
from kiosk.checkout.session import Session
from kiosk.checkout.session_settings import SessionSettings
from kiosk.checkout.worker_ports import PrinterWorker, TerminalWorker
from kiosk.database.engine import integrity_findings
from kiosk.database.station_identity import CentralSeal
from kiosk.domain.catalogue import StaffMember
from kiosk.domain.price_limit import LoweringLimit, PriceLimits
from kiosk.domain.qr_profile import PUBLISHED_PROFILES
from kiosk.settings import DeviceSection, Settings
from kiosk.technician.device_overview import DeviceOverview
from sync.wire.shop_secret import member_hash, pin_matches

log = logging.getLogger("baro.kiosk")
CHECKED_EVERY = 30.0  # seconds between two looks at a called device that has nothing to do
NIGHT_HOUR = 3  # shop time; when the whole file is read once
LookUp = Callable[[CodeRead], bool]  # whether an open search or product page took it


def session_settings(settings: Settings) -> SessionSettings:
    """The till's rules as the settings file says."""
    till = settings.till
    return SessionSettings(
        idle_warning=till.idle_warn_seconds,
        idle_countdown=till.idle_count_seconds,
        payment_wait=till.pay_wait_seconds,
        done_wait=till.done_seconds,
        cart_kept=till.keep_cart_seconds,
        duplicate_read=till.duplicate_read_ms / 1000,
        same_pack=till.same_pack_seconds,
        shipping_fee=till.shipping_fee,
        free_shipping_from=till.shipping_free_from,
        language=settings.station.language,
        hand_held=frozenset(device.name for device in settings.of("scanner")),
        attended=till.attended,
        age_policy=till.age_policy,
        voucher_most=till.voucher_most,
        points_least=till.points_least,
        points_step=till.points_step,
        cash_receipt=till.cash_receipt,
        partial_approval=till.partial_approval,
        print_paper=till.print_paper,
        staffed_lanes=till.staffed_lanes,
        terminal_day_hour=till.terminal_day_hour,
        instalments_from=till.instalments_from,
        instalments=till.instalments,
        coupon_offline_most=till.coupon_offline_most,
        price_limits=PriceLimits(
            LoweringLimit(till.attendant_lowers_percent, till.attendant_lowers_amount),
            LoweringLimit(till.supervisor_lowers_percent),
        ),
    )


@dataclass
class Devices:
    """The device threads of a kiosk and what the technician's page shows of them."""

    settings: Settings
    post: Post
    overview: DeviceOverview
    threads: list[DeviceThread[ScannerEvent] | DeviceThread[WeightReading]] = field(default_factory=list)
    workers: list[DeviceWorker] = field(default_factory=list)
    cameras: dict[str, CodeCamera] = field(default_factory=dict)
    watched: dict[str, WatchesBytes] = field(default_factory=dict)
    wedge: WedgeScanner | None = None
    terminal: TerminalWorker | None = None
    printer: PrinterWorker | None = None
    benefits: HostQueue | None = None
    session: Session | None = None
    look_up: LookUp = lambda _read: False
    _codes: ShopCodes | None = None

    def build_called(self) -> None:
        """Make the devices that are called: terminal, printer and benefit host (the session needs them to exist)."""
        for device in self.settings.of("terminal")[:1]:
            self._add(device)
            terminal = build("terminal", device.driver, device.address, device.options, name=device.name)
            worker = self._worker(device)
            self.terminal = TerminalQueue(terminal, worker, self.post)
        for device in self.settings.of("printer")[:1]:
            self._add(device)
            printer = build("printer", device.driver, device.address, device.options, name=device.name)
            self.printer = PrinterQueue(printer, self._worker(device), self.post)
        for device in self.settings.of("benefits")[:1]:
            self._add(device)
            host = build("benefits", device.driver, device.address, device.options, name=device.name)
            self.benefits = HostQueue(host, self._worker(device, out_of_order(host)), self.post)

    def start(self, session: Session, codes: ShopCodes) -> None:
        """Start every thread; what they deliver goes to `session` on its own thread; cameras ask about `codes`."""
        self.session, self._codes = session, codes
        for device in (*self.settings.of("scanner"), *self.settings.of("camera")):
            self._add(device)
            reader = self._reader(device)
            self.threads.append(DeviceThread(device.name, reader, self._code_from(device.name), self._state_of(device)))
        for device in self.settings.of("scale"):
            self._add(device)
            scale = build("scale", device.driver, device.address, device.options, name=device.name)
            self.threads.append(DeviceThread(device.name, scale, self._weight, self._state_of(device)))
        for running in (*self.threads, *self.workers):
            running.start()

    def stop(self) -> None:
        """End every thread."""
        for running in (*self.threads, *self.workers):
            running.stop()

    def measure(self) -> None:
        """Note what the cameras see, for the technician's page; call as often as time passes."""
        for name, camera in self.cameras.items():
            view = camera.view()
            if view.condition in (CameraCondition.LIVE, CameraCondition.FROZEN, CameraCondition.BLACK):
                sharpness = "" if view.sharpness is None else f"{view.sharpness:.2f}"
                figures = (("rate", f"{view.rate:.0f}"), ("sharpness", sharpness), ("light", f"{view.light:.0f}"))
                self.overview.measured(name, tuple(figure for figure in figures if figure[1]))

    def _reader(self, device: DeviceSection) -> Scanner | CodeCamera:
        if device.category == "camera":
            camera = build("camera", device.driver, device.address, device.options, name=device.name)
            if self._codes is not None:
                camera.ask_shop(self._codes)
            self.cameras[device.name] = camera
            return camera
        scanner = build("scanner", device.driver, device.address, device.options, name=device.name)
        if isinstance(scanner, WedgeScanner):
            self.wedge = scanner
        if isinstance(scanner, WatchesBytes):
            self.watched[device.name] = scanner
        return scanner

    def _add(self, device: DeviceSection) -> None:
        self.overview.add(device.name, device.category, device.driver, without_secrets(device.address))

    def _worker(self, device: DeviceSection, check: Callable[[], str] | None = None) -> DeviceWorker:
        worker = DeviceWorker(device.name, self._state_of(device), check, CHECKED_EVERY)
        self.workers.append(worker)
        return worker

    def _state_of(self, device: DeviceSection) -> Callable[[DeviceState], None]:
        def changed(state: DeviceState) -> None:
            online = state.condition is DeviceCondition.ONLINE
            self.post(lambda: self._changed(device, online, state.reason))

        return changed

    def _changed(self, device: DeviceSection, online: bool, reason: str) -> None:
        self.overview.changed(device.name, online, reason)
        if self.session is not None:
            self.session.device_changed(device.name, device.category, online, reason)

    def _code_from(self, name: str) -> Callable[[ScannerEvent], None]:
        def deliver(event: ScannerEvent) -> None:
            self.post(lambda: self._code(name, event))

        return deliver

    def _code(self, name: str, event: ScannerEvent) -> None:
        self.overview.event(name)
        if isinstance(event, CodeRead) and self.look_up(event):
            return
        if self.session is not None:
            self.session.scan(event)

    def _weight(self, reading: WeightReading) -> None:
        def tell() -> None:
            self.overview.event(reading.device)
            if self.session is not None:
                self.session.weight(reading)

        self.post(tell)


@dataclass
class KioskProgram:
    """A kiosk that sells; `close` ends it in order and loses nothing."""

    settings: Settings
    clock: ShopClock
    station: Station
    devices: Devices
    session: Session
    background: Background

    def close(self) -> None:
        """Stop devices first, then write what waits."""
        self.devices.stop()
        self.station.close()


def build_kiosk(
    settings: Settings,
    post: Post,
    background: Background,
    fail_point: Callable[[str], None] = no_fail_point,
    broken: Callable[[str], None] = log.critical,
) -> KioskProgram:
    """Open the station, make the session and start the devices and the exchange with central.

    `post` runs work on the thread that calls this; `broken` is told when the disk takes nothing more, and must
    end the process. Raises `StationNotReady`, `DeviceMisused` and the faults
    of `kiosk.database.errors`, each with what to do.
    """
    clock = ShopClock(settings.station.time_zone)
    sessions: list[Session] = []
    station = open_for_selling(
        settings, clock, post, lambda _head: sessions[0].catalogue_changed() if sessions else None, fail_point
    )
    try:
        devices = Devices(settings, post, DeviceOverview(clock.now))
        devices.build_called()
        ports = _ports(settings, clock, station, devices, background, fail_point)
        session = Session(ports, session_settings(settings))
    except BaseException:
        station.close()
        raise
    sessions.append(session)
    devices.start(session, CatalogueCodes(station.catalogue, session.scan_rules, lambda: clock.now().date()))

    def space_told(reason: str) -> None:
        post(lambda: session.close("hardware") if reason else session.open())

    station.keeper = StationKeeper(
        settings.station.folder,
        station.journal,
        station.writer,
        told=space_told,
        broken=broken,
        night=lambda: clock.now().date() if clock.now().hour == NIGHT_HOUR else None,
        findings=lambda: integrity_findings(station.database),
    )
    station.keeper.start()
    if station.agent is not None:
        station.agent.start()
    return KioskProgram(settings, clock, station, devices, session, background)


def _ports(
    settings: Settings,
    clock: ShopClock,
    station: Station,
    devices: Devices,
    background: Background,
    fail_point: Callable[[str], None],
) -> TillPorts:
    identity = station.identity

    def pin_is(pin: str, person: StaffMember) -> bool:
        return pin_matches(identity.staff_secret, person.person_id, pin, person.check)

    def knows_member(number: str) -> bool:
        return station.catalogue.knows_member(member_hash(identity.staff_secret, number))

    return TillPorts(
        clock=clock,
        identifiers=RandomNames(),
        catalogue=station.catalogue,
        writer=station.writer,
        background=background,
        terminal=devices.terminal or NoTerminal(devices.post),
        printer=devices.printer,
        central=station.central,
        signer=station.signer,
        staff_desk=StaffDesk(station.catalogue, background, clock, pin_is),
        order_rules=PlaceOrder(station.catalogue, clock, identity.shop, aisle_rules(settings, clock, station)),
        station=identity.station,
        shop=identity.shop,
        receipt_base_url=settings.central.receipt_url or identity.receipt_base_url,
        lane=identity.lane,
        carts=CentralCarts(lambda: central_client(settings, identity)) if settings.central.url else None,
        fail_point=fail_point,
        knows_member=knows_member,
        coupon_is_genuine=CentralSeal(identity.central_key).genuine,
        dictionary=code_dictionary(),
        profiles=(*PUBLISHED_PROFILES, *(code.profile() for code in settings.codes)),
        hosts=host_tenders(devices.benefits, identity.station, identity.shop),
        benefits=devices.benefits,
    )
