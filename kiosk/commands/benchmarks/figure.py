"""A measured figure beside its baseline, and the way two things take turns."""

import gc
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from time import perf_counter_ns
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `ratio` is value to baseline.

    `target` is the most, or the least (`target_is`), that `target_of` (ratio or value) may be; `note` says in a
    few words what it was measured on where the name does not.
    """

    name: str
    value: float
    unit: str
    baseline: str
    baseline_value: float
    target: float | None = None
    target_of: Literal["ratio", "value"] = "ratio"
    target_is: Literal["most", "least"] = "most"
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the baseline; infinite where the baseline is nothing."""
        return self.value / self.baseline_value if self.baseline_value else float("inf")

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is no target."""
        if self.target is None:
            return None
        reached = self.value if self.target_of == "value" else self.ratio
        return reached <= self.target if self.target_is == "most" else reached >= self.target

    @property
    def goal(self) -> str:
        """The target in words, as `<= 1.0 x` or `>= 92.5 %`; "" where there is none."""
        if self.target is None:
            return ""
        sign = "<=" if self.target_is == "most" else ">="
        return f"{sign} {self.target:g} {self.unit if self.target_of == 'value' else 'x'}"

    def document(self) -> dict[str, object]:
        """The figure as the documented JSON object; `ratio` is null where the baseline is nothing."""
        written = asdict(self)
        del written["target_of"]
        if self.target is None:
            del written["target_is"]
        if not self.note:
            del written["note"]
        target = self.target if self.target_of == "ratio" or self.target is None else f"{self.target} {self.unit}"
        ratio = round(self.ratio, 3) if self.baseline_value else None
        return written | {"ratio": ratio, "target": target, "met": self.met}


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cpus": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def percentile(samples: Sequence[float], share: float) -> float:
    """The nearest-rank percentile, `share` from 0 to 1."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def in_turns(ways: dict[str, Callable[[int], object]], *, rounds: int, calls: int) -> dict[str, list[float]]:
    """Let each way make `calls` calls a round, taking turns, and answer each call's microseconds by way.

    The argument of a call counts up over all rounds, the same for each way, so that each does the same work.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            for name, way in ways.items():
                kept = taken[name]
                for call in range(turn * calls, (turn + 1) * calls):
                    begun = perf_counter_ns()
                    way(call)
                    kept.append((perf_counter_ns() - begun) / 1000)
    finally:
        gc.enable()
    return taken
