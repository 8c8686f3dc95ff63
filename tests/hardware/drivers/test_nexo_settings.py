"""Settings of a nexo terminal: every wrong one is named, and the certificate's name is judged whole (T-12)."""

from pathlib import Path
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey
from hardware.drivers.nexo_settings import NexoSettings, certificate_complaint
from hardware.errors import DeviceMisused

POI_ID = "V400m-324688179"


def _settings(**changes: Any) -> NexoSettings:
    values: dict[str, Any] = {
        "address": "192.0.2.7",
        "poi_id": POI_ID,
        "sale_id": "KIOSK01",
        "passphrase": "no secret of ours",
        "key_identifier": "simulated",
        "key_version": 1,
        "root_certificate": Path("root.pem"),
    }
    return NexoSettings(**(values | changes))


@pytest.mark.parametrize(
    ("common_name", "accepted"),
    [
        (f"{POI_ID}.test.terminal.adyen.com", True),
        (f"{POI_ID}.live.terminal.adyen.com", True),
        ("legacy-terminal-certificate.live.terminal.adyen.com", True),
        ("V400m-324688178.test.terminal.adyen.com", False),
        (f"{POI_ID}.prod.terminal.adyen.com", False),
        (f"x.{POI_ID}.test.terminal.adyen.com", False),
        (f"{POI_ID}.test.terminal.adyen.com\n", False),
        (f"{POI_ID}.testXterminal.adyen.com", False),
        (f"{POI_ID.lower()}.test.terminal.adyen.com", False),
        ("", False),
    ],
)
def test_names_of_certificates(common_name: str, accepted: bool) -> None:
    assert (certificate_complaint(common_name, POI_ID) == "") is accepted


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"address": "no port:"}, "host:port"),
        ({"address": "host:99999"}, "host:port"),
        ({"address": "::1:8443"}, "host:port"),
        ({"poi_id": "V400m"}, "poi_id"),
        ({"poi_id": "V" * 61 + "-1"}, "poi_id"),
        ({"sale_id": ""}, "sale_id"),
        ({"sale_id": "K" * 129}, "sale_id"),
        ({"sale_id": "KIOSK\n01"}, "sale_id"),
        ({"passphrase": "비밀"}, "passphrase"),
        ({"key_identifier": ""}, "key identifier"),
        ({"key_version": -1}, "key version"),
        ({"previous_keys": (NexoKey("simulated", 1, "x"),)}, "key_version"),
        ({"payment_timeout": 0}, "Timeouts"),
        ({"most_months": 1}, "most_months"),
        ({"most_months": 61}, "most_months"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(DeviceMisused, match=named):
        _settings(**changes)


def test_settings_do_not_show_the_passphrase() -> None:
    assert "no secret of ours" not in repr(_settings())
