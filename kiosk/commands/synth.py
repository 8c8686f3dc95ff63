"""`baro synth`: pictures and films of made-up codes, with the truth about each, for testing what reads codes."""

import argparse
from pathlib import Path

from hardware.simulators.synthetic_codes import KINDS
from hardware.simulators.synthetic_effects import EFFECTS, LEVELS
from hardware.simulators.synthetic_sequences import FRAMES
from kiosk.commands.command_line import CommandFailed, ExitCode, print_json
from kiosk.commands.synthetic_folder import Wish, prepare, write_defocus, write_pictures, write_sequences


def declare(parser: argparse.ArgumentParser) -> None:
    """Say what this command takes."""
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT", help="the folder to write to")
    parser.add_argument(
        "--list", action="store_true", help="name the effects, their strengths and the symbols; write nothing"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same seed gives the same bytes (default 1)"
    )
    parser.add_argument("--count", type=int, metavar="K", help="pictures (24), sequences (4), or pictures a step (4)")
    parser.add_argument(
        "--level", choices=LEVELS, default="d1", help="how hard, d0 easy to d3 dark and small (default d1)"
    )
    parser.add_argument(
        "--effects", metavar="NAMES", help="only these effects, in every picture; names with commas between"
    )
    parser.add_argument("--kinds", metavar="NAMES", help="only these symbols; names with commas between")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--sequence", action="store_true", help="films: a code slides in, steadies, leaves")
    what.add_argument("--series", choices=("defocus",), help="a series: modules of 2 to 4 px, blur of 1 to 2 modules")
    parser.add_argument(
        "--frames", type=int, default=FRAMES, metavar="N", help=f"frames of a sequence (default {FRAMES})"
    )
    parser.add_argument("--film", action="store_true", help="with --sequence: write each as a film too")
    parser.add_argument("--format", choices=("png", "jpg"), default="png", help="of the pictures (default png)")
    parser.add_argument("--force", action="store_true", help="write over what this command wrote before")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """List what there is, or write a folder of pictures."""
    if chosen.list:
        _list(chosen.json)
        return ExitCode.OK
    if chosen.out is None:
        raise CommandFailed("name the folder to write to, or ask for --list", ExitCode.USAGE)
    wish = _wish(chosen)
    prepare(chosen.out, chosen.force)
    if chosen.sequence:
        count = write_sequences(chosen.out, wish, frames=chosen.frames, movie=chosen.film)
    elif chosen.series:
        count = write_defocus(chosen.out, wish)
    else:
        count = write_pictures(chosen.out, wish)
    if chosen.json:
        print_json(
            {"folder": str(chosen.out), "truth": str(chosen.out / "truth.jsonl"), "pictures": count, "seed": wish.seed}
        )
    else:
        print(f"{count} pictures in {chosen.out}, the truth about them in {chosen.out / 'truth.jsonl'}")
    return ExitCode.OK


def _wish(chosen: argparse.Namespace) -> Wish:
    count = chosen.count if chosen.count is not None else 4 if chosen.sequence or chosen.series else 24
    if count < 1:
        raise CommandFailed(f"--count is how many to make, at least 1, not {count}", ExitCode.USAGE)
    if chosen.seed < 0:
        raise CommandFailed(f"--seed is a whole number from 0 on, not {chosen.seed}", ExitCode.USAGE)
    if not 20 <= chosen.frames <= 9999:
        raise CommandFailed(f"--frames is 20 to 9999, not {chosen.frames}", ExitCode.USAGE)
    if chosen.film and not chosen.sequence:
        raise CommandFailed("--film goes with --sequence", ExitCode.USAGE)
    if chosen.effects is not None and (chosen.sequence or chosen.series):
        raise CommandFailed("--effects is for single pictures; sequences and series have their own", ExitCode.USAGE)
    if chosen.kinds is not None and chosen.series:
        raise CommandFailed("--kinds does not go with --series, which is of EAN and UPC", ExitCode.USAGE)
    effects, kinds = _names("--effects", chosen.effects, tuple(EFFECTS)), _names("--kinds", chosen.kinds, KINDS)
    return Wish(chosen.seed, count, chosen.level, effects, kinds, chosen.format)


def _names(option: str, said: str | None, known: tuple[str, ...]) -> tuple[str, ...] | None:
    if said is None:
        return None
    names = tuple(name.strip() for name in said.split(",") if name.strip())
    wrong = [name for name in names if name not in known]
    if wrong or not (names or option == "--effects"):
        raise CommandFailed(
            f"{option}: {', '.join(wrong) or 'nothing'} is unknown; there are: {', '.join(known)}", ExitCode.USAGE
        )
    return names


def _list(as_json: bool) -> None:
    if as_json:
        effects = [
            {
                "effect": name,
                "is": each.sentence,
                "unit": each.unit,
                "strengths": dict(zip(LEVELS, each.strengths, strict=True)),
            }
            for name, each in EFFECTS.items()
        ]
        print_json({"effects": effects, "kinds": KINDS, "levels": LEVELS})
        return
    for name, each in EFFECTS.items():
        ranges = "  ".join(
            f"{level} {low:g}-{high:g}" for level, (low, high) in zip(LEVELS, each.strengths, strict=True)
        )
        print(f"{name:17} {each.sentence}\n{'':17} {each.unit}: {ranges}")
    print(f"\nsymbols: {', '.join(KINDS)}")
