"""`baro settings`: each setting with its sentence; a wrong value with its line and what is allowed."""

from pathlib import Path

import pytest

from kiosk.commands.command_line import ExitCode
from tests.fakes.baro_command import Baro

GOOD = """\
[station]
folder = "var/station"
language = "ko"

[panel]
width = 1080
height = 1920

[till]
volume = 0.5

[[devices]]
name = "hand"
category = "scanner"
driver = "serial"
address = "/dev/ttyACM0"
"""


def check(baro: Baro, tmp_path: Path, old: str, new: str) -> tuple[int, str]:
    assert old in GOOD
    path = tmp_path / "kiosk.toml"
    path.write_text(GOOD.replace(old, new), "utf-8")
    said = baro("settings", "--check", path)
    return said.code, said.err


def test_a_good_file_can_be_used(baro: Baro, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(GOOD, "utf-8")
    said = baro("settings", "--check", path, "--json")
    assert said.code == ExitCode.OK
    assert said.json["panel"]["width"] == 1080
    assert said.json["devices"][0]["name"] == "hand"
    assert "1 devices" in baro("settings", "--check", path).out


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "allowed"),
    [
        ("width = 1080", 'width = "wide"', 6, "panel.width", "640"),
        ("width = 1080", "width = 12", 6, "panel.width", "640"),
        ('language = "ko"', 'language = "fr"', 3, "station.language", "'ko', 'en', 'ja'"),
        ("volume = 0.5", "volume = 11", 10, "till.volume", "1"),
        ("volume = 0.5", "loudness = 0.5", 10, "till.loudness", "is not a setting"),
        ('category = "scanner"', 'category = "kettle"', 14, "devices.0.category", "scanner"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line_key_and_what_is_allowed(
    baro: Baro, tmp_path: Path, old: str, new: str, line: int, key: str, allowed: str
) -> None:
    code, err = check(baro, tmp_path, old, new)
    assert code == ExitCode.SETTINGS
    assert f"kiosk.toml:{line}: {key}" in err
    assert allowed in err


def test_every_wrong_value_is_named_at_once(baro: Baro, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(GOOD.replace("width = 1080", "width = 1").replace("volume = 0.5", "volume = 9"), "utf-8")
    said = baro("settings", "--check", path)
    assert "panel.width" in said.err
    assert "till.volume" in said.err


def test_two_devices_of_one_name(baro: Baro, tmp_path: Path) -> None:
    twin = '[[devices]]\nname = "hand"\ncategory = "camera"\ndriver = "camera"\n\n[[devices]]\nname = "hand"'
    code, err = check(baro, tmp_path, '[[devices]]\nname = "hand"', twin)
    assert code == ExitCode.SETTINGS
    assert "same name: hand" in err


def test_what_is_no_toml(baro: Baro, tmp_path: Path) -> None:
    code, err = check(baro, tmp_path, "[panel]", "[panel")
    assert code == ExitCode.SETTINGS
    assert "line 5" in err


def test_a_wrong_environment_variable_is_named(baro: Baro, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BARO_PANEL__HEIGHT", "tall")
    code, err = check(baro, tmp_path, "height = 1920\n", "")
    assert code == ExitCode.SETTINGS
    assert "height" in err
    assert "tall" in err


def test_the_environment_stands_above_the_file(baro: Baro, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BARO_PANEL__WIDTH", "1920")
    path = tmp_path / "kiosk.toml"
    path.write_text(GOOD, "utf-8")
    assert baro("settings", "--check", path, "--json").json["panel"]["width"] == 1920


def test_each_setting_is_listed_with_default_and_sentence(baro: Baro) -> None:
    rows = baro("settings", "--json").json
    keys = [row["key"] for row in rows]
    assert {"panel.width", "central.url", "till.volume", "station.folder"} <= set(keys)
    assert all(row["sentence"].endswith(".") and row["takes"] for row in rows)
    plain = baro("settings").out
    assert all(f"{key} = " in plain for key in keys)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('driver = "serial"', 'driver = "seriel"', "devices.0 (hand): There is no scanner driver 'seriel'"),
        ('"/dev/ttyACM0"', '"usb:0c2e"', "devices.0 (hand): A USB address is usb:VENDOR:PRODUCT"),
        ('"/dev/ttyACM0"', '"/dev/ttyACM0"\n[devices.options]\nsufix = "cr"', "no option sufix"),
    ],
)
def test_a_device_that_no_driver_takes_is_refused(baro: Baro, tmp_path: Path, old: str, new: str, words: str) -> None:
    code, err = check(baro, tmp_path, old, new)
    assert code == ExitCode.SETTINGS
    assert words in err


def test_a_code_of_an_app_is_checked_like_everything_else(baro: Baro, tmp_path: Path) -> None:
    code = "\n[[codes]]\nname = 'club'\nkind = 'member'\npattern = 'M:(?P<number>[0-9]+)'\n"
    assert check(baro, tmp_path, "[panel]", code + "[panel]")[0] == ExitCode.OK
    slow = code.replace("[0-9]+", "(?:[0-9]+)+")
    code_of, said = check(baro, tmp_path, "[panel]", slow + "[panel]")
    assert code_of == ExitCode.SETTINGS
    assert "club: at character" in said
    code_of, said = check(baro, tmp_path, "[panel]", code.replace("'member'", "'friend'") + "[panel]")
    assert code_of == ExitCode.SETTINGS
    assert "licence | member | wallet | coupon | partner | park" in said
    _code, said = check(baro, tmp_path, "[panel]", code.replace("?P<number>", "?:") + "[panel]")
    assert "around the number" in said


def test_the_password_in_a_camera_s_address_is_not_printed(baro: Baro, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    address = "rtsp://door:geheim@10.0.0.9/stream?token=alsogeheim"
    path.write_text(
        f'{GOOD}\n[[devices]]\nname = "top"\ncategory = "camera"\ndriver = "camera"\naddress = "{address}"\n', "utf-8"
    )
    said = baro("settings", "--check", path, "--json")
    assert said.code == ExitCode.OK
    assert "geheim" not in said.out
    assert said.json["devices"][1]["address"] == "rtsp://10.0.0.9/stream?..."
