"""A benefit host in kiosk.toml: from the settings file to who is asked about a tender."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.bootstrap.host_worker import host_tenders
from kiosk.bootstrap.kiosk_program import Devices, session_settings
from kiosk.domain.scanned_code import ScanRules, interpret
from kiosk.domain.scanned_meaning import CouponCode, CouponSource
from kiosk.settings import SettingsError, load_settings
from kiosk.technician.device_overview import DeviceOverview

TOML = """
[till]
points_least = 500
points_step = 50

[[devices]]
name = "loyalty"
category = "benefits"
driver = "benefit-http"
address = "https://benefits.example/baro"
options = { shop = "S001", secret = "at least sixteen characters", kinds = "points, coupon" }

[[codes]]
name = "app"
kind = "coupon"
pattern = 'CPN:(?P<number>[A-Z0-9]+)'
by_host = true
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_host_of_the_settings_is_asked(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, TOML))
    devices = Devices(settings, lambda act: act(), DeviceOverview(lambda: datetime.now(UTC)))
    devices.build_called()
    assert set(host_tenders(devices.benefits, "K03", "S001")) == {"points"}
    assert [card.category for card in devices.overview.cards()] == ["benefits"]
    made = session_settings(settings)
    assert (made.points_least, made.points_step) == (500, 50)


def test_a_coupon_of_the_host_is_known_by_its_code(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, TOML))
    rules = ScanRules(profiles=[code.profile() for code in settings.codes])
    read = interpret("CPN:ABC1", "QR", rules)
    assert read == CouponCode("ABC1", CouponSource.HOST)


def test_only_coupons_are_kept_by_a_host(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="by_host is for coupons only"):
        load_settings(written(tmp_path, TOML.replace('kind = "coupon"', 'kind = "member"')))
