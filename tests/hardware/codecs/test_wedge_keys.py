"""Bursts are codes, typing is typing (T-2)."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.codecs.barcode_line import LineCode, LineFormat, LineRefused
from hardware.codecs.wedge_keys import KeyVerdict, WedgeKeys


def press(keys: WedgeKeys, text: str, start: float, gap: float) -> tuple[str, list[LineCode | LineRefused], float]:
    through, scanned, at = "", [], start
    for character in text:
        for verdict in (keys.expire(at), keys.key(character, at)):
            through += verdict.let_through
            if verdict.scanned is not None:
                scanned.append(verdict.scanned)
        at += gap
    return through, scanned, at


def test_a_fast_burst_is_a_code_and_nothing_leaks() -> None:
    keys = WedgeKeys()
    assert press(keys, "8801234567893\r", 1.0, 0.008)[:2] == ("", [LineCode("8801234567893")])
    assert keys.expires_at is None


def test_ten_bursts_in_a_second_are_ten_codes() -> None:
    keys, scanned, at = WedgeKeys(), [], 0.0
    for number in range(10):
        through, codes, _ = press(keys, f"8800000{number:06d}\r", at, 0.004)
        assert through == ""
        scanned += codes
        at += 0.1
    assert scanned == [LineCode(f"8800000{n:06d}") for n in range(10)]


def test_slow_typing_goes_through_unchanged() -> None:
    keys = WedgeKeys()
    through, scanned, at = press(keys, "우유 1l\r", 1.0, 0.12)
    through += keys.expire(at).let_through
    assert (through, scanned) == ("우유 1l\r", [])


def test_a_held_character_is_let_through_when_nothing_follows() -> None:
    keys = WedgeKeys()
    assert keys.key("a", 1.0) == KeyVerdict()
    assert keys.expires_at == 1.05
    assert keys.expire(1.04) == KeyVerdict()
    assert keys.expire(1.06) == KeyVerdict("a")
    assert keys.expire(2.0) == KeyVerdict()


def test_typing_right_before_a_burst_is_kept_apart() -> None:
    keys = WedgeKeys()
    keys.key("x", 1.0)
    through, scanned, _ = press(keys, "12345678\r", 1.2, 0.005)
    assert (through, scanned) == ("x", [LineCode("12345678")])


def test_three_fast_keys_and_enter_are_typing() -> None:
    assert press(WedgeKeys(), "123\r", 1.0, 0.01)[:2] == ("123\r", [])


def test_a_burst_of_4_kb_is_refused_and_does_not_leak() -> None:
    through, scanned, _ = press(WedgeKeys(), "7" * 4096 + "\r", 1.0, 0.001)
    assert through == ""
    assert scanned == [LineRefused("4096 characters came in one code; at most 512 are allowed")]


def test_control_and_hangul_in_a_burst_are_refused() -> None:
    for text in ("12\x1b45\r", "가나다라\r"):
        through, scanned, _ = press(WedgeKeys(), text, 1.0, 0.005)
        assert through == ""
        assert isinstance(scanned[0], LineRefused)


def test_shift_keys_in_a_burst_change_nothing() -> None:
    keys, scanned = WedgeKeys(), None
    for n, key in enumerate(["", "A", "", "B", "1", "2", "", "C", "", "\r"]):
        verdict = keys.key(key, n * 0.005)
        assert verdict.let_through == ""
        scanned = verdict.scanned or scanned
    assert scanned == LineCode("AB12C")


def test_what_an_input_method_commits_goes_through_after_what_was_held() -> None:
    keys = WedgeKeys()
    keys.key("a", 1.0)
    assert keys.key("우유", 1.01) == KeyVerdict("a우유")
    assert keys.expires_at is None


def test_prefix_and_identifier_are_taken_off() -> None:
    keys = WedgeKeys(LineFormat(prefix="~"))
    assert press(keys, "~]E08801234567893\r", 1.0, 0.005)[1] == [LineCode("8801234567893", "EAN-13")]


@given(st.lists(st.tuples(st.characters(), st.floats(0.06, 1.0)), max_size=30))
def test_no_typed_character_is_ever_lost(typed: list[tuple[str, float]]) -> None:
    keys, through, at = WedgeKeys(), "", 0.0
    for character, pause in typed:
        at += pause
        through += keys.key(character, at).let_through
    through += keys.expire(at + 1).let_through
    assert through == "".join(character for character, _ in typed)
