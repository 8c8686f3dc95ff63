"""What central may set at a station: the same declarations at both ends, and a reason for every refusal."""

from pathlib import Path

import pytest

from kiosk.settings import SettingsError, load_settings
from sync.wire.remote_settings import RemoteSettingsRefused, Value, checked, nested, remote_fields


def test_values_are_told_as_the_station_will_read_them() -> None:
    given: dict[str, Value] = {"till.volume": 1, "till.staffed_lanes": ["1", "2"], "station.language": "en"}
    assert checked(given) == {"station.language": "en", "till.staffed_lanes": ["1", "2"], "till.volume": 1.0}


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("till.idle_warn_seconds", 5, "allowed: a whole number from 60"),
        ("till.idle_warn_seconds", "soon", "allowed: a whole number from 60"),
        ("station.language", "fr", "allowed: ko | en | ja | zh"),
        ("station.folder", "/tmp", "station.folder: is not a setting that central may set"),
        ("central.url", "http://elsewhere", "central.url: is not a setting that central may set"),
        ("devices.0", "x", "devices: is not a setting that central may set"),
        ("till.nothing", 1, "till.nothing: is not a setting that central may set"),
        ("volume", 1, "write TABLE.NAME"),
        ("till.", 1, "write TABLE.NAME"),
        ("till.volume", None, "till.volume"),
        ("till.volume.more", 1, "till.volume.more"),
    ],
)
def test_what_cannot_be_set_is_refused_with_the_reason(key: str, value: Value, why: str) -> None:
    with pytest.raises(RemoteSettingsRefused) as refused:
        checked({key: value})
    assert why in str(refused.value)


def test_every_fault_is_named() -> None:
    with pytest.raises(RemoteSettingsRefused) as refused:
        checked({"till.volume": 7, "till.pay_wait_seconds": 1, "till.attended": True})
    assert str(refused.value).count("\n") == 1


def test_a_station_reads_every_remote_setting_where_it_reads_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("[till]\nvolume = 0.1\nidle_warn_seconds = 90\ndone_seconds = 30\n", "utf-8")
    monkeypatch.setenv("BARO_TILL__DONE_SECONDS", "45")
    remote: dict[str, Value] = {"till.volume": 0.9, "till.done_seconds": 60, "station.language": "en"}
    settings = load_settings(file, remote)
    assert settings.till.volume == 0.9
    assert settings.till.idle_warn_seconds == 90
    assert settings.till.done_seconds == 45, "the environment of the machine has the last word"
    assert settings.station.language == "en"
    assert load_settings(file).till.volume == 0.1


def test_all_remote_settings_are_settings_of_a_kiosk() -> None:
    plain = load_settings(None)
    for key, field in remote_fields():
        section, _dot, name = key.partition(".")
        assert getattr(getattr(plain, section), name) == field.get_default(call_default_factory=True), key


def test_a_value_that_a_newer_central_sets_is_a_fault_with_its_key() -> None:
    with pytest.raises(SettingsError, match=r"till\.from_tomorrow"):
        load_settings(None, {"till.from_tomorrow": 1})
    assert nested({"till.volume": 1}) == {"till": {"volume": 1}}
