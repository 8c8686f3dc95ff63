"""The station's own key and what enrolment made of it (T-8)."""

import base64
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.database.errors import StationKeyFault
from kiosk.database.station_identity import CentralSeal, IdentityFolder, LinkSignature
from sync.wire.enrolment import EnrolmentAnswer

MARKS = b"machine"
STAFF_SECRET = bytes(range(32))
ANSWER = EnrolmentAnswer(
    station="S1",
    shop="SH1",
    lane="3",
    central_key=base64.b64encode(bytes(32)).decode(),
    staff_secret=base64.b64encode(STAFF_SECRET).decode(),
    receipt_base_url="https://r.example/",
)


def test_a_device_makes_its_key_once(tmp_path: Path) -> None:
    folder = IdentityFolder(tmp_path, MARKS)
    assert not folder.enrolled
    with pytest.raises(StationKeyFault, match="one-time code"):
        folder.identity()
    text = folder.public_key_text()
    assert IdentityFolder(tmp_path, MARKS).public_key_text() == text
    assert len(base64.b64decode(text)) == 32
    assert IdentityFolder(tmp_path / "other", MARKS).public_key_text() != text


def test_an_enrolled_station_is_known_after_a_restart(tmp_path: Path) -> None:
    made = IdentityFolder(tmp_path, MARKS).keep(ANSWER)
    folder = IdentityFolder(tmp_path, MARKS)
    assert folder.enrolled
    identity = folder.identity()
    assert (identity.station, identity.shop, identity.lane) == ("S1", "SH1", "3")
    assert (identity.staff_secret, identity.receipt_base_url) == (STAFF_SECRET, "https://r.example/")
    assert identity.central_key == bytes(32)
    made.public_key.verify(identity.sign(b"text"), b"text")
    with pytest.raises(InvalidSignature):
        made.public_key.verify(identity.sign(b"text"), b"other")


def test_nothing_secret_is_readable_or_shown(tmp_path: Path) -> None:
    identity = IdentityFolder(tmp_path, MARKS).keep(ANSWER)
    seed = identity.key.private_bytes_raw()
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        content = path.read_bytes()
        for secret in (seed, STAFF_SECRET, ANSWER.staff_secret.encode(), b"SH1"):
            assert secret not in content
    assert ANSWER.staff_secret not in repr(identity)
    assert "private" not in repr(identity)


def test_a_cloned_disk_is_worth_nothing_elsewhere(tmp_path: Path) -> None:
    IdentityFolder(tmp_path, MARKS).keep(ANSWER)
    with pytest.raises(StationKeyFault, match="another machine"):
        IdentityFolder(tmp_path, b"other machine").identity()


def test_a_lost_key_is_not_replaced_in_silence(tmp_path: Path) -> None:
    IdentityFolder(tmp_path, MARKS).keep(ANSWER)
    (tmp_path / "identity.key").unlink()
    with pytest.raises(StationKeyFault, match="enrol it anew"):
        IdentityFolder(tmp_path, MARKS).identity()


@pytest.mark.parametrize("secret", ["", "c2hvcnQ=", "not base64!"])
def test_an_answer_without_a_good_secret_is_refused(tmp_path: Path, secret: str) -> None:
    folder = IdentityFolder(tmp_path, MARKS)
    with pytest.raises(StationKeyFault, match="staff secret"):
        folder.keep(ANSWER.model_copy(update={"staff_secret": secret}))
    assert not folder.enrolled


def test_a_receipts_signature_fits_into_a_link(tmp_path: Path) -> None:
    folder = IdentityFolder(tmp_path, MARKS)
    folder.keep(ANSWER)
    signed = LinkSignature(folder.identity()).sign("영수증 17")
    assert len(signed) == 86
    assert signed.replace("-", "").replace("_", "").isalnum()
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(folder.public_key_text()))
    key.verify(base64.urlsafe_b64decode(signed + "=="), "영수증 17".encode())


def test_what_central_signed_is_known_and_nothing_else() -> None:
    key = Ed25519PrivateKey.generate()
    seal = CentralSeal(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
    text = "BC1.spring.7Q2M4XK9.20261231"
    signature = base64.urlsafe_b64encode(key.sign(text.encode())).rstrip(b"=").decode()
    assert seal.genuine(text, signature)
    assert not seal.genuine(text.replace("spring", "summer"), signature)
    for wrong in ("", "쿠폰", "x" * 86, signature[:-4]):
        assert not seal.genuine(text, wrong)
