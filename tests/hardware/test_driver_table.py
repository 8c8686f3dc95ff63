"""From the settings' words to drivers, and clear errors for wrong ones."""

from collections.abc import Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from hardware import driver_table
from hardware.driver_table import build, drivers, host_and_port
from hardware.drivers.camera_scanner import CameraScanner
from hardware.drivers.escpos_printer import EscposPrinter
from hardware.drivers.evdev_scanner import EvdevScanner
from hardware.drivers.front_terminal import FrontTerminal
from hardware.drivers.hid_scanner import HidScanner
from hardware.drivers.nexo_terminal import NexoTerminal
from hardware.drivers.options import DriverOptions
from hardware.drivers.scale_8217 import Scale8217
from hardware.drivers.serial_scanner import SerialScanner, SpeedSeekingScanner
from hardware.drivers.wedge_scanner import WedgeScanner
from hardware.drivers.zvt_link import SerialApduLink, TcpApduLink
from hardware.drivers.zvt_terminal import ZvtTerminal
from hardware.errors import DeviceMisused, DeviceOffline
from hardware.simulators.nexo_certificates import make_certificates

NEXO: dict[str, object] = {
    "poi_id": "V400m-324688179",
    "sale_id": "POS-1",
    "passphrase": "correct horse battery staple",
    "key_identifier": "key",
    "key_version": 1,
}


@pytest.mark.parametrize(
    ("category", "driver", "address", "options", "kind"),
    [
        ("scanner", "serial", "/dev/ttyACM0", {"suffix": "cr", "baud": "115200", "prefix": "~"}, SerialScanner),
        ("scanner", "serial", "tcp://192.168.0.9:4001", {}, SerialScanner),
        ("scanner", "serial", "/dev/ttyUSB0", {"baud": "auto", "identifiers": "aim"}, SpeedSeekingScanner),
        ("scanner", "serial", "usb:0c2e:0b6a", {"identifiers": "zebra"}, SerialScanner),
        ("scanner", "hid", "/dev/hidraw0", {"identifiers": "aim"}, HidScanner),
        ("scanner", "hid", "usb:05e0:1300@1-1.2", {}, HidScanner),
        ("scanner", "evdev", "/dev/input/by-id/usb-ACME-event-kbd", {"suffix": "tab"}, EvdevScanner),
        ("scanner", "wedge", "", {"longest": 200}, WedgeScanner),
        ("camera", "camera", "0", {"width": 1920, "height": 1080, "second_engine": "no"}, CameraScanner),
        ("scale", "8217", "/dev/ttyUSB0", {"poll_every": "0.5", "parity": "e"}, Scale8217),
        ("printer", "escpos-tcp", "192.168.0.40", {"columns": 42, "charset": "euc_kr"}, EscposPrinter),
        ("printer", "escpos-serial", "/dev/ttyS1", {"confirm": False}, EscposPrinter),
    ],
)
def test_each_driver_is_built_without_touching_the_device(
    category: str, driver: str, address: str, options: Mapping[str, object], kind: type
) -> None:
    assert isinstance(build(category, driver, address, options), kind)


def test_the_payment_terminal_is_built(tmp_path: Path) -> None:
    root = tmp_path / "root.pem"
    root.write_text("certificate")
    terminal = build("terminal", "nexo", "192.168.0.50", NEXO | {"root_certificate": str(root)})
    assert isinstance(terminal, NexoTerminal)


@pytest.mark.parametrize(
    ("category", "driver", "address", "options", "words"),
    [
        ("scaner", "serial", "x", {}, "there are: scanner, camera, scale, printer, terminal"),
        ("scanner", "seriel", "x", {}, "there are: evdev, hid, serial, wedge"),
        ("scanner", "serial", "usb:0c2e", {}, "usb:VENDOR:PRODUCT:SERIAL"),
        ("scanner", "hid", "usb:0c2e:zzzz", {}, "four hexadecimal digits"),
        ("scanner", "evdev", "usb:0c2e:0b01@left", {}, "not 'usb:0c2e:0b01@left'"),
        ("scanner", "hid", "", {}, "needs an address"),
        ("scanner", "evdev", "/dev/input/event3", {"baud": 9600}, "no option baud"),
        ("scanner", "serial", "x", {"identifiers": "acme"}, "identifiers is one of auto, aim, none, datalogic"),
        ("scanner", "serial", "tcp://host:4001", {"baud": "auto"}, "set in the converter"),
        ("scanner", "serial", "", {}, "needs an address"),
        ("scanner", "serial", "x", {"sufix": "cr"}, "no option sufix; its options are: baud, bits"),
        ("scanner", "serial", "x", {"suffix": "crcr"}, "suffix is one of auto, cr, lf, crlf, tab"),
        ("scanner", "serial", "x", {"baud": "fast"}, "baud is a whole number from 300"),
        ("scanner", "serial", "x", {"baud": True}, "baud is a whole number"),
        ("scanner", "serial", "x", {"parity": "Q"}, "parity N, E or O"),
        ("scanner", "wedge", "/dev/x", {}, "no address"),
        ("scale", "8217", "x", {"poll_every": -1}, "seconds greater than 0"),
        ("scale", "8217", "x", {"poll_every": "soon"}, "seconds greater than 0"),
        ("printer", "escpos-tcp", "host:99999", {}, "host:port"),
        ("printer", "escpos-tcp", "host", {"columns": 4}, "columns is a whole number from 16"),
        ("printer", "escpos-tcp", "host", {"charset": "utf-8"}, "cp949, euc_kr"),
        ("printer", "escpos-tcp", "host", {"confirm": "maybe"}, "confirm is true or false"),
        ("printer", "escpos-tcp", "host", {"charset": 3}, "charset is a text"),
        ("terminal", "nexo", "host", {}, "needs the option poi_id"),
        ("terminal", "nexo", "host", NEXO | {"passphrase": ""}, "passphrase is a text that must not be empty"),
        ("terminal", "nexo", "host", NEXO | {"root_certificate": "no/such/file"}, "a file that exists"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_allowed(
    category: str, driver: str, address: str, options: Mapping[str, object], words: str
) -> None:
    with pytest.raises(DeviceMisused, match=words.replace("+", r"\+")):
        build(category, driver, address, options)


FRONT: dict[str, object] = {"pairing_key": "5E5E " * 16}


def test_a_toss_front_terminal_is_built_and_says_that_no_device_was_tried() -> None:
    terminal = build("terminal", "toss-front", "ws://192.168.0.60:9000/", FRONT | {"tax_exempt": "within"})

    assert isinstance(terminal, FrontTerminal)
    assert terminal.settings.exempt == "within"
    assert not terminal.capabilities().tried
    assert driver_table.label("terminal", "toss-front") == "toss-front (not tried on a device)"
    assert driver_table.label("terminal", "nexo") == "nexo"
    with pytest.raises(DeviceMisused, match=r"toss-front \(not tried on a device\)"):
        build("terminal", "tossfront", "ws://192.168.0.60:9000/")


@pytest.mark.parametrize(
    ("address", "options", "words"),
    [
        ("", FRONT, "needs an address"),
        ("192.168.0.60:9000", FRONT, "ws://192.168.0.60:9000/"),
        ("ws://192.168.0.60:9000/", {}, "needs the option pairing_key"),
        ("ws://192.168.0.60:9000/", {"pairing_key": "hush"}, "64 hexadecimal digits"),
        ("ws://192.168.0.60:9000/", FRONT | {"payment_timeout": 3000}, "from 1 to 600"),
        ("ws://192.168.0.60:9000/", FRONT | {"locale": "ja"}, "auto, ko, en"),
        ("ws://192.168.0.60:9000/", FRONT | {"tax_exempt": "on top"}, "supply, within, apart"),
    ],
)
def test_what_is_wrong_with_a_toss_front_terminal_is_said(
    address: str, options: Mapping[str, object], words: str
) -> None:
    with pytest.raises(DeviceMisused, match=words) as refused:
        build("terminal", "toss-front", address, options)
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("192.168.0.70", TcpApduLink),
        ("192.168.0.70:20009", TcpApduLink),
        ("/dev/ttyACM0", SerialApduLink),
        ("usb:11ca:0219", SerialApduLink),
        ("tcp://192.168.0.9:4001", SerialApduLink),
    ],
)
def test_a_zvt_terminal_is_built_for_network_and_serial_lines(address: str, link: type) -> None:
    options = {"password": "000000", "currency": "krw", "prints": "no", "t4": 120, "terminal_id": "29001234"}
    terminal = build("terminal", "zvt", address, options | ({"baud": 115200} if link is SerialApduLink else {}))

    assert isinstance(terminal, ZvtTerminal)
    assert isinstance(terminal._session._link, link)
    assert (terminal.settings.currency, terminal.settings.config_byte) == ("KRW", 0x38)
    assert not terminal.capabilities().receipts
    assert driver_table.label("terminal", "zvt") == "zvt (not tried on a device)"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "password is a text that must not be empty|needs the option password"),
        ({"password": "12345"}, "six digits"),
        ({"password": "000000", "currency": "XXX"}, "number of the currency 'XXX'"),
        ({"password": "000000", "terminal_id": "7"}, "eight digits"),
        ({"password": "000000", "t4": "never"}, "t4 is a time in seconds"),
        ({"password": "000000", "baud": 9600}, "no option baud"),
    ],
)
def test_wrong_settings_of_a_zvt_terminal_are_said(options: dict[str, object], words: str) -> None:
    with pytest.raises(DeviceMisused, match=words) as refused:
        build("terminal", "zvt", "192.168.0.70", options)
    assert "12345" not in str(refused.value)


def test_a_secret_is_never_repeated() -> None:
    with pytest.raises(DeviceMisused) as refused:
        build("terminal", "nexo", "host", NEXO | {"passphrase": ["hush"], "root_certificate": "x"})
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "split"),
    [
        ("printer", ("printer", 9100)),
        ("10.0.0.7:9101", ("10.0.0.7", 9101)),
        ("[::1]:9100", ("::1", 9100)),
        ("[::1]", ("::1", 9100)),
    ],
)
def test_addresses(address: str, split: tuple[str, int]) -> None:
    assert host_and_port(address, 9100) == split


@pytest.mark.parametrize("address", ["", ":9100", "host:", "host:0", "host:abc"])
def test_wrong_addresses(address: str) -> None:
    with pytest.raises(DeviceMisused):
        host_and_port(address, 9100)


class AcmeScale:
    def __init__(self, address: str, name: str, speed: int) -> None:
        self.made_of = (address, name, speed)


def acme(address: str, options: DriverOptions, name: str) -> AcmeScale:
    return AcmeScale(address, name, options.number("speed", 1))


def test_third_parties_add_drivers_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        EntryPoint("scale.acme", f"{__name__}:acme", driver_table.ENTRY_POINTS),
        EntryPoint("scale.broken", "no_such_module:make", driver_table.ENTRY_POINTS),
        EntryPoint("scale.8217", "no_such_module:make", driver_table.ENTRY_POINTS),
    ]
    monkeypatch.setattr(driver_table, "entry_points", lambda group: entries if group == "baro.drivers" else [])
    monkeypatch.setattr(EntryPoint, "load", lambda self: acme if "acme" in self.name else _missing())
    assert drivers("scale") == ("8217", "acme", "broken")
    made = build("scale", "acme", "usb:1", {"speed": 3}, name="produce")
    assert isinstance(made, AcmeScale)
    assert made.made_of == ("usb:1", "produce", 3)
    with pytest.raises(DeviceMisused, match=r"scale\.broken .* cannot be loaded"):
        build("scale", "broken", "x")
    assert isinstance(build("scale", "8217", "/dev/x"), Scale8217)  # ours cannot be replaced unseen


def _missing() -> None:
    raise ImportError("no such module")


def test_a_built_driver_tells_its_name_and_what_is_missing() -> None:
    scanner = build("scanner", "serial", "/dev/no-such-port", name="front")
    with pytest.raises(DeviceOffline, match="/dev/no-such-port cannot be opened"):
        scanner.run(lambda _event: None)


def test_the_key_before_is_believed_while_keys_are_changed(tmp_path: Path) -> None:
    root = make_certificates(tmp_path, "V400m-324688179").root
    options = {**NEXO, "root_certificate": str(root), "key_version": 2, "previous_passphrase": "the key before"}
    terminal = build("terminal", "nexo", "127.0.0.1:8443", options)
    assert isinstance(terminal, NexoTerminal)
    old = terminal.settings.previous_keys
    assert [(key.identifier, key.version, key.passphrase) for key in old] == [("key", 1, "the key before")]
