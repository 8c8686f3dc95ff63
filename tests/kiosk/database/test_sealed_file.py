"""Secrets at rest: for this machine and its user only (T-8, security 4.5)."""

import secrets
from pathlib import Path

import pytest

from kiosk.database.errors import StationKeyFault
from kiosk.database.sealed_file import kept_secret, machine_marks, seal, station_key, unseal

SECRET = b"a secret of this station 0123456"
MARKS = b"machine one"


def test_a_secret_comes_back_on_its_machine_only(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    seal(path, SECRET, MARKS)
    assert path.stat().st_mode & 0o777 == 0o600
    assert SECRET not in path.read_bytes()
    assert unseal(path, MARKS) == SECRET
    with pytest.raises(StationKeyFault, match="another machine"):
        unseal(path, b"machine two")
    with pytest.raises(StationKeyFault, match="another machine"):
        unseal(path, b"")


def test_two_seals_of_one_secret_differ(tmp_path: Path) -> None:
    seal(tmp_path / "one", SECRET, MARKS)
    seal(tmp_path / "two", SECRET, MARKS)
    assert (tmp_path / "one").read_bytes() != (tmp_path / "two").read_bytes()


def test_every_changed_or_missing_byte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    seal(path, SECRET, MARKS)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(StationKeyFault):
            unseal(path, MARKS)
        path.write_bytes(whole[:place])
        with pytest.raises(StationKeyFault):
            unseal(path, MARKS)
    path.write_bytes(secrets.token_bytes(100))
    with pytest.raises(StationKeyFault, match="not a key file"):
        unseal(path, MARKS)


def test_a_file_open_to_others_is_refused(tmp_path: Path) -> None:
    seal(tmp_path / "secret", SECRET, MARKS)
    (tmp_path / "secret").chmod(0o640)
    with pytest.raises(StationKeyFault, match="chmod 600"):
        unseal(tmp_path / "secret", MARKS)


def test_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StationKeyFault, match="missing"):
        unseal(tmp_path / "secret", MARKS)
    with pytest.raises(StationKeyFault, match="cannot be read"):
        unseal(tmp_path, MARKS)


def test_a_kept_secret_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "secret"
    made = kept_secret(path, 32, MARKS)
    assert len(made) == 32
    assert kept_secret(path, 32, MARKS) == made
    assert kept_secret(tmp_path / "other", 32, MARKS) != made
    with pytest.raises(StationKeyFault, match="32 bytes, 16 are needed"):
        kept_secret(path, 16, MARKS)


def test_a_new_key_is_never_made_for_an_old_file(tmp_path: Path) -> None:
    key = station_key(tmp_path, MARKS)
    assert station_key(tmp_path, MARKS) == key
    (tmp_path / "station.db").write_bytes(b"something")
    (tmp_path / "station.key").unlink()
    with pytest.raises(StationKeyFault, match=r"station\.key is missing but station\.db is there"):
        station_key(tmp_path, MARKS)


def test_marks_are_of_the_files_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "id").write_text("abc\n")
    (tmp_path / "empty").write_text("\n")
    assert machine_marks([tmp_path / "id", tmp_path / "nowhere", tmp_path / "empty"]) == b"abc"
    assert machine_marks([tmp_path / "nowhere"]) == b""
    assert machine_marks() == machine_marks()
