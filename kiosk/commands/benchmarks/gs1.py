"""Which share of the GS1 vectors is read right, kind by kind, beside biip; and how long a code takes."""

from pathlib import Path
from statistics import median

from kiosk.commands.benchmarks.figure import Figure, in_turns
from kiosk.commands.benchmarks.gs1_vectors import KINDS, Vector, read_vectors, right
from kiosk.commands.code_reading import shipped_dictionary

TARGET_WITHOUT_LINT = 95.0
TARGET_WITH_LINT = 90.0
_TIMED = ("bracketed", "raw", "scan_data", "dl_uri", "association", "ai_value")


def measure(*, long: bool, corpus: Path | None = None) -> list[Figure]:
    """Percent right of each kind, of all without and with lint, and microseconds a code in turns."""
    from kiosk.commands.benchmarks.biip_reader import NAME, biip_right

    dictionary = shipped_dictionary()
    vectors = read_vectors(corpus)
    ours = {one.name: right(one, dictionary) for one in vectors}
    theirs = {one.name: biip_right(one) for one in vectors}
    figures = []

    def add(name: str, chosen: list[Vector], target: float | None = None) -> None:
        if not chosen:
            return
        mine, yours = (100 * sum(kept[one.name] for one in chosen) / len(chosen) for kept in (ours, theirs))
        beyond = "; biip has no rules for parts of values" if any(one.kind == "lint" for one in chosen) else ""
        note = f"{len(chosen)} vectors{beyond}"
        figures.append(Figure(f"right, {name}", mine, "%", NAME, yours, target, "value", "least", note))

    for kind in KINDS:
        add(kind, [one for one in vectors if one.kind == kind])
    add("all without lint", [one for one in vectors if one.kind != "lint"], TARGET_WITHOUT_LINT)
    add("all", vectors, TARGET_WITH_LINT)
    timed = [one for one in vectors if one.kind in _TIMED]
    if timed:
        taken = in_turns(
            {
                "ours": lambda place: right(timed[place % len(timed)], dictionary),
                "theirs": lambda place: biip_right(timed[place % len(timed)]),
            },
            rounds=60 if long else 12,
            calls=len(timed),
        )
        mean = [sum(taken[name]) / len(taken[name]) for name in ("ours", "theirs")]
        figures.append(Figure("time of a code, mean", mean[0], "us", NAME, mean[1], note="in turns"))
        middle = [median(taken[name]) for name in ("ours", "theirs")]
        figures.append(Figure("time of a code, p50", middle[0], "us", NAME, middle[1], note="in turns"))
    return figures
