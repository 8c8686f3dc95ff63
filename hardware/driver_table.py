"""From the name of a driver in the settings to a driver that is ready to run; one line each.

Third parties add drivers by entry points of the group `baro.drivers`: the entry's name is
`category.name` (for example `scale.acme`), its object a function like those below.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import Literal, cast, overload

from hardware.codecs.barcode_line import LONGEST_CODE, Identifiers, LineFormat, Suffix
from hardware.codecs.escpos import Paper
from hardware.drivers.options import DriverOptions
from hardware.errors import DeviceMisused
from hardware.ports.benefit_host import BenefitHost
from hardware.ports.byte_stream import ByteStream
from hardware.ports.camera import CodeCamera
from hardware.ports.payment_terminal import PaymentTerminal
from hardware.ports.receipt_printer import ReceiptPrinter
from hardware.ports.scale import Scale
from hardware.ports.scanner import Scanner
from hardware.ports.usb_devices import NodeKind, UsbDevices
from hardware.transports.serial_port import Line, SerialPort
from hardware.transports.tcp_socket import TcpSocket
from hardware.transports.usb_address import Wanted, find_node, is_usb, parse_usb
from hardware.transports.usb_sysfs import SysfsUsbDevices

Device = Scanner | CodeCamera | Scale | ReceiptPrinter | PaymentTerminal | BenefitHost
Factory = Callable[[str, DriverOptions, str], Device]  # address, options, the device's name

ENTRY_POINTS = "baro.drivers"
USB: UsbDevices = SysfsUsbDevices()


def _serial_scanner(address: str, options: DriverOptions, name: str) -> Scanner:
    from hardware.drivers.serial_scanner import SerialScanner, SpeedSeekingScanner

    if options.says("baud", "auto"):
        if address.startswith("tcp://"):
            raise DeviceMisused("The driver serial: the speed behind tcp:// is set in the converter, not by baud.")
        port = SerialPort(_place(address, NodeKind.SERIAL), Line())
        return SpeedSeekingScanner(port, name, _line_format(options))
    return SerialScanner(_stream(address, options, Line()), name, _line_format(options))


def _wedge_scanner(address: str, options: DriverOptions, name: str) -> Scanner:
    from hardware.drivers.wedge_scanner import WedgeScanner

    if address:
        raise DeviceMisused("The driver wedge has no address: the scanner types into the window.")
    return WedgeScanner(name, _line_format(options))


def _evdev_scanner(address: str, options: DriverOptions, name: str) -> Scanner:
    from hardware.drivers.evdev_scanner import EvdevScanner
    from hardware.transports.device_node import DeviceNode

    return EvdevScanner(DeviceNode(_place(address, NodeKind.KEYS), alone=True), name, _line_format(options))


def _hid_scanner(address: str, options: DriverOptions, name: str) -> Scanner:
    from hardware.codecs.hid_pos import is_pos_scanner
    from hardware.drivers.hid_scanner import HidScanner
    from hardware.transports.device_node import HidNode

    # A scanner may have a keyboard and maker's interfaces beside the one that sends codes.
    place = _place(address, NodeKind.HID, lambda node: is_pos_scanner(node.descriptor))
    return HidScanner(HidNode(place), name, _line_format(options))


def _camera(address: str, options: DriverOptions, name: str) -> CodeCamera:
    # These load OpenCV and the decoders, which a kiosk without a camera need not do.
    from hardware.drivers.camera_options import camera_wishes, reading_region
    from hardware.drivers.camera_scanner import CameraScanner
    from hardware.transports.camera_frames import CameraFrames
    from hardware.vision.acceptance_rules import Policy
    from hardware.vision.blurred_ean import BlurredEanEngine
    from hardware.vision.engines import ZxingEngine, second_opinion
    from hardware.vision.pipeline import DecodePipeline

    frames = CameraFrames(_needed(address), camera_wishes(options), options.flag("mirrored", False))
    second = second_opinion() if options.flag("second_engine", True) else None
    pipeline = DecodePipeline(ZxingEngine(), second, blurred=BlurredEanEngine(), deep_inline=False)
    region, policy = reading_region(options), options.choice("acceptance", Policy.STANDARD)
    return CameraScanner(frames, pipeline, name, region, policy)


def _scale_8217(address: str, options: DriverOptions, name: str) -> Scale:
    from hardware.drivers.scale_8217 import Scale8217

    return Scale8217(_stream(address, options, Line(bits=7, parity="E")), name, options.seconds("poll_every", 0.2))


def _escpos_tcp(address: str, options: DriverOptions, name: str) -> ReceiptPrinter:
    return _escpos(TcpSocket(*host_and_port(_needed(address), 9100)), options, name)


def _escpos_serial(address: str, options: DriverOptions, name: str) -> ReceiptPrinter:
    return _escpos(_stream(address, options, Line(baud=19200)), options, name)


def _escpos(stream: ByteStream, options: DriverOptions, name: str) -> ReceiptPrinter:
    from hardware.drivers.escpos_printer import EscposPrinter

    paper = Paper(options.number("columns", 48, 16, 64), options.text("charset", "cp949"))
    return EscposPrinter(stream, name, paper, confirm=options.flag("confirm", True))


def _nexo(address: str, options: DriverOptions, _name: str) -> PaymentTerminal:
    from hardware.codecs.nexo_envelope import NexoKey
    from hardware.drivers.nexo_settings import NexoSettings
    from hardware.drivers.nexo_terminal import NexoTerminal

    poi_id, sale_id, passphrase = options.text("poi_id"), options.text("sale_id"), options.secret("passphrase")
    identifier, version = options.text("key_identifier"), options.number("key_version")
    # While keys are changed the terminal may still answer with the one before.
    old = options.text("previous_passphrase", "")
    old_version = options.number("previous_key_version", max(0, version - 1), 0, 10**9)
    return NexoTerminal(
        NexoSettings(
            address=_needed(address),
            poi_id=poi_id,
            sale_id=sale_id,
            passphrase=passphrase,
            key_identifier=identifier,
            key_version=version,
            root_certificate=options.file("root_certificate"),
            previous_keys=(NexoKey(identifier, old_version, old),) if old else (),
            connect_timeout=options.seconds("connect_timeout", 3.0),
            payment_timeout=options.seconds("payment_timeout", 150.0),
            status_timeout=options.seconds("status_timeout", 20.0),
            most_months=options.number("most_months", 12, 0, 60),
            prints_receipts=options.flag("prints_receipts", False),
        )
    )


def _benefit_http(address: str, options: DriverOptions, _name: str) -> BenefitHost:
    from hardware.drivers.benefit_http import BenefitHttp
    from hardware.drivers.benefit_options import benefit_settings

    return BenefitHttp(benefit_settings(_needed(address), options))


def _toss_front(address: str, options: DriverOptions, _name: str) -> PaymentTerminal:
    from hardware.codecs.front_message import Exempt
    from hardware.drivers.front_settings import FrontSettings
    from hardware.drivers.front_terminal import FrontTerminal

    return FrontTerminal(
        FrontSettings(
            address=_needed(address),
            pairing_key=options.secret("pairing_key"),
            serial=options.text("serial", ""),
            locale=options.one_of("locale", "auto", ("auto", "ko", "en")),
            exempt=options.choice("tax_exempt", Exempt.SUPPLY),
            print_receipt=options.flag("print_receipt", False),
            connect_timeout=options.seconds("connect_timeout", 3.0),
            answer_timeout=options.seconds("answer_timeout", 10.0),
            payment_timeout=options.seconds("payment_timeout", 60.0),
        )
    )


def _zvt(address: str, options: DriverOptions, _name: str) -> PaymentTerminal:
    from hardware.drivers.zvt_link import SerialApduLink, TcpApduLink
    from hardware.drivers.zvt_settings import zvt_settings
    from hardware.drivers.zvt_terminal import ZvtTerminal

    settings = zvt_settings(options)
    # A path, a USB device or tcp:// (a converter) is a serial line; anything else a terminal in the network.
    if _needed(address).startswith(("/", "usb:", "tcp://")):
        return ZvtTerminal(settings, SerialApduLink(_stream(address, options, Line(stop=2))))
    return ZvtTerminal(settings, TcpApduLink(TcpSocket(*host_and_port(address, 20007))))


_DRIVERS: dict[str, dict[str, Factory]] = {
    "scanner": {"serial": _serial_scanner, "hid": _hid_scanner, "evdev": _evdev_scanner, "wedge": _wedge_scanner},
    "camera": {"camera": _camera},
    "scale": {"8217": _scale_8217},
    "printer": {"escpos-tcp": _escpos_tcp, "escpos-serial": _escpos_serial},
    "terminal": {"nexo": _nexo, "toss-front": _toss_front, "zvt": _zvt},
    "benefits": {"benefit-http": _benefit_http},
}


CATEGORIES: tuple[str, ...] = tuple(_DRIVERS)
# Written after its maker's or a stranger's description, and never yet run with a real device.
UNTRIED: frozenset[tuple[str, str]] = frozenset({("terminal", "toss-front"), ("terminal", "zvt")})
NOT_TRIED = "not tried on a device"


def drivers(category: str) -> tuple[str, ...]:
    """The names of the drivers there are for a category; raises `DeviceMisused` for an unknown one."""
    return tuple(sorted(_factories(category)))


def label(category: str, driver: str) -> str:
    """A driver's name as it is offered to people: one that no real device was tried with says so."""
    return f"{driver} ({NOT_TRIED})" if (category, driver) in UNTRIED else driver


@overload
def build(
    category: Literal["scanner"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> Scanner: ...
@overload
def build(
    category: Literal["camera"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> CodeCamera: ...
@overload
def build(
    category: Literal["scale"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> Scale: ...
@overload
def build(
    category: Literal["printer"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> ReceiptPrinter: ...
@overload
def build(
    category: Literal["terminal"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> PaymentTerminal: ...
@overload
def build(
    category: Literal["benefits"], driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> BenefitHost: ...
@overload
def build(
    category: str, driver: str, address: str, options: Mapping[str, object] = ..., *, name: str = ...
) -> Device: ...
def build(
    category: str, driver: str, address: str, options: Mapping[str, object] | None = None, *, name: str = ""
) -> Device:
    """Make the driver that the settings name; nothing is opened yet.

    `name` is what its events and messages call the device (the category when left out). Raises
    `DeviceMisused`, with what is allowed, for an unknown category, driver, option or value.
    """
    factories = _factories(category)
    if driver not in factories:
        raise DeviceMisused(f"There is no {category} driver {driver!r}; there are: {_offered(category, factories)}.")
    given = DriverOptions(driver, options or {})
    device = factories[driver](address, given, name or category)
    given.finish()
    return device


def _offered(category: str, names: Iterable[str]) -> str:
    return ", ".join(label(category, name) for name in sorted(names))


def host_and_port(address: str, default_port: int) -> tuple[str, int]:
    """Split `host:port`; raises `DeviceMisused` when it is neither that nor a host alone."""
    host, colon, port = address.rpartition(":")
    if not colon or address.endswith("]"):
        host, port = address, str(default_port)
    host = host.strip("[]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise DeviceMisused(f"An address is host or host:port, like 192.168.0.40:{default_port}, not {address!r}.")
    return host, int(port)


def _factories(category: str) -> dict[str, Factory]:
    if category not in _DRIVERS:
        raise DeviceMisused(f"There is no device category {category!r}; there are: {', '.join(_DRIVERS)}.")
    found = dict(_DRIVERS[category])
    for entry in entry_points(group=ENTRY_POINTS):
        of, _dot, driver = entry.name.partition(".")
        if of == category and driver not in found:
            found[driver] = partial(_foreign, entry)
    return found


def _foreign(entry: EntryPoint, address: str, options: DriverOptions, name: str) -> Device:
    try:
        factory = cast(Factory, entry.load())
    except (ImportError, AttributeError) as problem:
        raise DeviceMisused(f"The driver {entry.name} of {entry.value} cannot be loaded: {problem}") from problem
    return factory(address, options, name)


def _stream(address: str, options: DriverOptions, usual: Line) -> ByteStream:
    # Serial devices behind an Ethernet converter are reached as tcp://host:port.
    line = Line(
        options.number("baud", usual.baud, 300, 4_000_000),
        options.number("bits", usual.bits, 5, 8),
        options.text("parity", usual.parity).upper(),
        options.number("stop", usual.stop, 1, 2),
    )
    if _needed(address).startswith("tcp://"):
        return TcpSocket(*host_and_port(address.removeprefix("tcp://"), 4001))
    return SerialPort(_place(address, NodeKind.SERIAL), line)


def _place(address: str, kind: NodeKind, wanted: Wanted | None = None) -> str | Callable[[], str]:
    """A path as it is, or a search for the USB device that an address names, anew at each plugging in."""
    if not is_usb(_needed(address)):
        return address
    named = parse_usb(address)
    return lambda: find_node(USB, named, kind, wanted).path


def _line_format(options: DriverOptions) -> LineFormat:
    from hardware.drivers.device_profile import code_id_profiles, code_ids

    prefix, suffix = options.text("prefix", ""), options.choice("suffix", Suffix.AUTO)
    longest = options.number("longest", LONGEST_CODE, 1, 4000)
    plain = (Identifiers.AUTO, Identifiers.AIM, Identifiers.NONE)
    chosen = options.one_of("identifiers", Identifiers.AUTO, (*plain, *code_id_profiles()))
    if chosen in plain:
        return LineFormat(prefix, suffix, longest, Identifiers(chosen))
    return LineFormat(prefix, suffix, longest, Identifiers.MAKER, code_ids(chosen))


def _needed(address: str) -> str:
    if not address.strip():
        raise DeviceMisused(
            "The device needs an address: a serial port, usb:VENDOR:PRODUCT, host:port, camera number, file or URL."
        )
    return address
