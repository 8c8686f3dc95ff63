"""Every recorded secured message opens and is made again; everything that must be refused is refused."""

import base64
from typing import Any

import pytest

from hardware.codecs.nexo_envelope import NexoKey, NotAuthentic, derive_keys, open_sealed, seal
from hardware.codecs.nexo_json import write_json
from hardware.codecs.nexo_message import RESPONSE_ROOT, NexoHeader, accept_answer
from hardware.errors import DeviceGarbled, DeviceMisused
from tests.hardware.codecs.nexo_corpus import corpus, key_of, terminal_key, terminal_messages

_CASES = corpus("nexo_crypto_vectors.json")["cases"]
_REFUSED = corpus("nexo_crypto_vectors.json")["must_refuse"]
_KEY = NexoKey("mykey", 1, "mysupersecretpassphrase")
_NONCE = bytes(range(16))


def _named(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


def test_the_corpus_is_whole() -> None:
    assert (len(_CASES), len(_REFUSED), len(terminal_messages())) == (13, 10, 3)


@_named(_CASES)
def test_keys_are_derived_as_the_terminals_do(case: dict[str, Any]) -> None:
    derived = derive_keys(case["key"]["Passphrase"])

    assert derived.mac.hex() == case["derived"]["hmac_key_hex"]
    assert derived.cipher.hex() == case["derived"]["cipher_key_hex"]
    assert derived.iv_start.hex() == case["derived"]["iv_base_hex"]


@_named(_CASES)
def test_a_recorded_message_opens_to_its_exact_bytes(case: dict[str, Any]) -> None:
    assert open_sealed(case["secured"], [key_of(case)]) == case["plaintext_utf8"].encode()


@_named(_CASES)
def test_sealing_the_same_with_the_same_nonce_gives_the_recorded_message(case: dict[str, Any]) -> None:
    secured = case["secured"]
    nonce = base64.b64decode(secured["SecurityTrailer"]["Nonce"])

    made = seal(case["plaintext_utf8"].encode(), secured["MessageHeader"], key_of(case), nonce)

    assert made == secured


@_named(_REFUSED)
def test_what_must_be_refused_is_refused(case: dict[str, Any]) -> None:
    request = NexoHeader("Payment", "7100001", "KIOSK01", "V400m-324688179")
    octets = write_json({RESPONSE_ROOT: case["secured"]})

    with pytest.raises(NotAuthentic, match="not authentic"):
        accept_answer(octets, request, [key_of(case)])


@pytest.mark.parametrize("message", terminal_messages(), ids=lambda message: str(message["name"]))
def test_a_real_terminal_is_understood(message: dict[str, Any]) -> None:
    opened = open_sealed(message["secured"], [terminal_key(message)])

    assert opened == message["plaintext_utf8"].encode()


@pytest.mark.parametrize("message", terminal_messages(), ids=lambda message: str(message["name"]))
def test_a_real_terminal_is_not_believed_under_another_key(message: dict[str, Any]) -> None:
    right = terminal_key(message)
    wrong = NexoKey(right.identifier, right.version, right.passphrase + "!")

    with pytest.raises(NotAuthentic):
        open_sealed(message["secured"], [wrong])


def test_old_and_new_key_are_believed_side_by_side() -> None:
    old, new = NexoKey("k", 1, "old passphrase"), NexoKey("k", 2, "new passphrase")

    for key in (old, new):
        assert open_sealed(seal(b"{}", {}, key, _NONCE), [new, old]) == b"{}"
    with pytest.raises(NotAuthentic):
        open_sealed(seal(b"{}", {}, old, _NONCE), [new])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("AdyenCryptoVersion", 2),
        ("AdyenCryptoVersion", True),
        ("AdyenCryptoVersion", "1"),
        ("KeyVersion", True),
        ("KeyVersion", None),
        ("KeyIdentifier", "other"),
        ("Nonce", base64.b64encode(b"\0" * 17).decode()),
        ("Nonce", ""),
        ("Nonce", 7),
        ("Hmac", base64.b64encode(b"\0" * 33).decode()),
        ("Hmac", None),
    ],
)
def test_each_part_of_the_trailer_counts(field: str, value: object) -> None:
    sealed = seal(b"{}", {}, _KEY, _NONCE)
    sealed["SecurityTrailer"][field] = value

    with pytest.raises(NotAuthentic):
        open_sealed(sealed, [_KEY])


@pytest.mark.parametrize("missing", ["NexoBlob", "SecurityTrailer"])
def test_a_missing_part_is_refused(missing: str) -> None:
    sealed = seal(b"{}", {}, _KEY, _NONCE)
    del sealed[missing]

    with pytest.raises(NotAuthentic):
        open_sealed(sealed, [_KEY])


def test_base64_has_one_spelling_only() -> None:
    sealed = seal(b"x" * 20, {}, _KEY, _NONCE)
    mac = sealed["SecurityTrailer"]["Hmac"]  # 32 bytes: two bits of the last letter mean nothing
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = mac[:-2] + letters[letters.index(mac[-2]) + 1] + "="
    assert base64.b64decode(other) == base64.b64decode(mac)

    for spelling in (other, mac + "\n", " " + mac, mac.rstrip("=")):
        sealed["SecurityTrailer"]["Hmac"] = spelling
        with pytest.raises(NotAuthentic):
            open_sealed(sealed, [_KEY])


def test_all_faults_say_the_same() -> None:
    """No hint for somebody who tries paddings (payment.md 2.3)."""
    said = set()
    for place in range(0, 48, 5):
        sealed = seal(b"{}" + b" " * 40, {}, _KEY, _NONCE)
        blob = bytearray(base64.b64decode(sealed["NexoBlob"]))
        blob[place] ^= 1
        sealed["NexoBlob"] = base64.b64encode(blob).decode()
        with pytest.raises(NotAuthentic) as refusal:
            open_sealed(sealed, [_KEY])
        said.add(str(refusal.value))

    assert len(said) == 1


@pytest.mark.parametrize("passphrase", ["", "päss", "tab\there", "비밀"])
def test_a_passphrase_that_terminals_read_differently_is_refused(passphrase: str) -> None:
    with pytest.raises(DeviceMisused, match="printable ASCII"):
        NexoKey("k", 1, passphrase)


@pytest.mark.parametrize("nonce", [b"", b"\0" * 8, b"\0" * 17])
def test_a_nonce_of_another_length_is_our_fault(nonce: bytes) -> None:
    with pytest.raises(DeviceMisused, match="16"):
        seal(b"{}", {}, _KEY, nonce)


def test_the_passphrase_does_not_show_itself() -> None:
    assert "mysupersecretpassphrase" not in repr(_KEY)
    assert derive_keys(_KEY.passphrase).mac.hex() not in repr(derive_keys(_KEY.passphrase))


def test_refusals_are_the_terminals_fault() -> None:
    assert issubclass(NotAuthentic, DeviceGarbled)
