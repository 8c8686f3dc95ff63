"""Random and mutated texts, seeded: what a printer of nasty codes could put before a kiosk (T-2)."""

import random
from collections.abc import Iterator

from kiosk.commands.benchmarks.gs1_vectors import OWN, read_vectors

_PIECES = (
    *("\x1d", "^", "(", ")", "|", "]", "%", "%2", "%zz", "://", "?", "&", "=", "/", "\\(", "\x00", "\x1b[A", "\u202e"),
    *(
        "01",
        "(01)",
        "17",
        "8003",
        "8110",
        "]d2",
        "]E0",
        "]C1",
        "https://a/01/",
        "' OR 1=1 --",
        "<script>",
        "９",
        "²",
        "가",
    ),
    *("\ud800", "\n", "\r", "0" * 40, "A" * 90, "mdoc:", "eyJ0eXBlIjoibWlw", "hQVDUFYw"),
)
_ALPHABET = "0123456789" * 6 + "ABCabc\x1d()^|]/%?&=.:-_ !\"'#~\x7fé"


def hostile_texts(count: int, seed: int) -> Iterator[str]:
    """`count` texts: a third random, a third mutated vectors, a third mutations spliced together."""
    chance = random.Random(seed)
    known = [one.text for one in read_vectors(OWN)]
    for place in range(count):
        if place % 3 == 0:
            yield "".join(chance.choices(_ALPHABET, k=chance.randint(0, 120)))
        elif place % 3 == 1:
            yield _mutated(chance.choice(known), chance)
        else:
            yield _mutated(chance.choice(known), chance) + chance.choice(_PIECES) + chance.choice(known)


def _mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        kind = chance.randint(0, 4)
        if kind == 0:
            text = text[:at] + chance.choice(_PIECES) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + chance.randint(1, 5) :]
        elif kind == 2:
            text = text[:at] + chance.choice(_ALPHABET) + text[at + 1 :]
        elif kind == 3:
            text = text[:at] + text[: chance.randint(0, 60)] * chance.randint(1, 3)
        else:
            text = text[at:] + text[:at]
    return text
