"""`baro bench`: the benchmarks, each figure beside a baseline that took turns with it."""

import argparse
import importlib

from kiosk.commands.benchmarks.figure import Figure, machine
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json

BENCHMARKS = {
    "scan-to-line": "from the bytes of a code to the changed cart, 1,000,000 items, beside the raw look-up",
    "first-frame": "from process start to the kiosk's first frame, beside a bare QML window",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the benchmark to run; left out: list them")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    parser.add_argument("--long", action="store_true", help="more rounds, for figures to publish (minutes)")
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
    figures: list[Figure] = module.measure(long=chosen.long)
    if chosen.json:
        documents = [figure.document() for figure in figures]
        print_json({"bench": chosen.name, "machine": machine(), "figures": documents})
    else:
        for figure in figures:
            _print(figure)
    return ExitCode.OK


def _print(figure: Figure) -> None:
    verdict = {None: "", True: "  (target met)", False: "  (TARGET MISSED)"}[figure.met]
    goal = (
        ""
        if figure.target is None
        else f", target {figure.target:g} {figure.unit if figure.target_of == 'value' else 'x'}"
    )
    print(
        f"{figure.name}: {figure.value:.4g} {figure.unit} = {figure.ratio:.3g} x {figure.baseline}"
        f" ({figure.baseline_value:.4g} {figure.unit}){goal}{verdict}"
    )
