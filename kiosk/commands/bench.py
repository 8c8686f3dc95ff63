"""`baro bench`: the benchmarks, each figure beside a baseline that took turns with it."""

import argparse
import importlib
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.commands.benchmarks.figure import Figure, machine
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

BENCHMARKS = {
    "scan-to-line": "from the bytes of a code to the changed cart, 1,000,000 items, beside the raw look-up",
    "gs1": "which GS1 codes are read right, kind by kind, beside biip",
    "price": "the cheapest price of carts of 60 and 10 lines with 200 live promotions, beside no promotions",
    "payment": "what the kiosk adds to a card payment, protocol by protocol, beside the driver alone",
    "decode": "codes read in stills, films and out of focus, beside zxing, zbar and the best of both",
    "first-frame": "from process start to the kiosk's first frame, beside a bare QML window",
}


_VERDICTS = {None: "", True: "met", False: "MISSED"}


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the benchmark to run; left out: list them")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    parser.add_argument("--long", action="store_true", help="more rounds, for figures to publish (minutes)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="test material to use instead of what is at hand")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List the benchmarks, or run one."""
    if not chosen.name:
        if chosen.json:
            print_json([{"bench": name, "measures": sentence} for name, sentence in BENCHMARKS.items()])
        else:
            for name, sentence in BENCHMARKS.items():
                print(f"{name:14} {sentence}")
        return ExitCode.OK
    if chosen.name not in BENCHMARKS:
        raise CommandFailed(f"no benchmark {chosen.name!r}; there are: {', '.join(BENCHMARKS)}", ExitCode.USAGE)
    module = importlib.import_module(f"kiosk.commands.benchmarks.{chosen.name.replace('-', '_')}")
    figures = _measure(chosen.name, module.measure, long=chosen.long, corpus=chosen.corpus)
    if chosen.json:
        documents = [figure.document() for figure in figures]
        print_json({"bench": chosen.name, "machine": machine(), "figures": documents})
    else:
        print("\n".join(table(figures)))
    return ExitCode.OK


def _measure(name: str, measure: Callable[..., list[Figure]], *, long: bool, corpus: Path | None) -> list[Figure]:
    if "corpus" not in inspect.signature(measure).parameters:
        if corpus is not None:
            raise CommandFailed(f"the benchmark {name!r} uses no corpus; leave --corpus out", ExitCode.USAGE)
        return measure(long=long)
    if corpus is not None and not corpus.is_dir():
        raise CommandFailed(f"{corpus} is no folder; --corpus takes the folder with the test material", ExitCode.USAGE)
    return measure(long=long, corpus=corpus)


def table(figures: Sequence[Figure]) -> list[str]:
    """The figures as lines of one table; what several were measured on is said once, below."""
    rows = [("figure", "value", "ratio", "baseline", "target", "")]
    for figure in figures:
        ratio = f"{figure.ratio:.3g} x" if figure.baseline_value else "-"
        beside = f"{figure.baseline_value:.4g} {figure.baseline}"
        value = f"{figure.value:.4g} {figure.unit}"
        rows.append((figure.name, value, ratio, beside, figure.goal, _VERDICTS[figure.met]))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return lines + list(dict.fromkeys(figure.note for figure in figures if figure.note))
