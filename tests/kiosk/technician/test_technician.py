"""The devices as measured (D1)."""

from datetime import timedelta

from kiosk.technician.device_overview import DeviceOverview
from tests.builders import MORNING


def overview() -> DeviceOverview:
    clock = iter(MORNING + timedelta(seconds=number) for number in range(100))
    made = DeviceOverview(lambda: next(clock))
    made.add("hand", "scanner", "serial", "/dev/ttyACM0")
    made.add("printer", "printer", "escpos-tcp", "10.0.0.9:9100")
    return made


def test_a_device_is_away_until_it_answers() -> None:
    devices = overview()
    assert devices.counts() == {"ok": 0, "check": 0, "away": 2}
    devices.changed("hand", True)
    devices.changed("hand", True)
    card = next(x for x in devices.cards() if x.name == "hand")
    assert (card.state, card.changes) == ("ok", 1)
    assert card.since == MORNING + timedelta(seconds=2)


def test_what_needs_a_look_comes_first() -> None:
    devices = overview()
    devices.changed("hand", True)
    devices.changed("printer", True)
    devices.measured("printer", (("paper", "near end"),), problem="paper is near its end")
    assert [(x.name, x.state, x.reason) for x in devices.cards()] == [
        ("printer", "check", "paper is near its end"),
        ("hand", "ok", ""),
    ]
    devices.measured("printer", (("paper", "ok"),))
    assert devices.counts() == {"ok": 2, "check": 0, "away": 0}


def test_events_are_counted_and_strangers_ignored() -> None:
    devices = overview()
    devices.event("hand")
    devices.event("stranger")
    devices.changed("stranger", True)
    devices.measured("stranger", ())
    card = next(x for x in devices.cards() if x.name == "hand")
    assert card.events == 1
    assert card.last_event_at is not None


def test_a_measurement_does_not_make_an_absent_device_present() -> None:
    devices = overview()
    devices.changed("hand", False, "unplugged")
    devices.measured("hand", (("last", "x"),))
    card = next(x for x in devices.cards() if x.name == "hand")
    assert (card.state, card.reason) == ("away", "unplugged")
