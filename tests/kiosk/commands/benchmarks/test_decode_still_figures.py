"""The figures of stills say what the tallies hold."""

from pathlib import Path

from kiosk.commands.benchmarks.decode_still_figures import Goals, StillFigures
from kiosk.commands.benchmarks.decode_stills import ACCEPTED, AGREE, CASCADE, OURS, ZXING, Outcome, Tally
from kiosk.commands.benchmarks.decode_truth import TruthLine, Verdict
from kiosk.commands.benchmarks.figure import Figure

RIGHT, MISSED, WRONG = Verdict(True, ()), Verdict(False, ()), Verdict(True, ("EAN-13 9074932437075",))


def tally(ms: float, *verdicts: Verdict) -> Tally:
    return Tally([Outcome(verdict, ms) for verdict in verdicts])


def figures(agree: bool = True) -> dict[str, Figure]:
    """Three files, of which the last has no code."""
    code = frozenset({"00036000291452"})
    pictures = [TruthLine(Path(f"{name}.png"), "UPC-A", "", "", wanted, wanted) for name, wanted in
                (("one", code), ("two", code), ("none", frozenset[str]()))]  # fmt: skip
    tallies = {
        OURS: tally(2.0, RIGHT, RIGHT, MISSED),
        ACCEPTED: tally(6.0, RIGHT, WRONG, MISSED),
        ZXING: tally(4.0, RIGHT, MISSED, MISSED),
        CASCADE: tally(8.0, RIGHT, RIGHT, Verdict(False, ("ITF 123456",))),
    }
    if agree:
        tallies[AGREE] = tally(9.0, RIGHT, MISSED, MISSED)
    made = StillFigures("native", pictures, tallies, Goals(92.5, 1.0, 80.0, 0), "3 files").all()
    assert len({figure.name for figure in made}) == len(made)
    return {figure.name.removeprefix("stills native, "): figure for figure in made}


def test_shares_are_of_the_files_with_a_code() -> None:
    read = figures()["ours: read"]
    assert (read.value, read.baseline_value, read.goal, read.met) == (100, 50, ">= 92.5 %", True)
    assert figures()["ours: read, beside the best"].baseline_value == 100


def test_wrong_reads_also_count_where_no_code_is_and_are_named() -> None:
    made = figures()
    assert made[f"{CASCADE}: files with a wrong read"].value == 1
    wrong = made["ours, accepted: files with a wrong one"]
    assert (wrong.value, wrong.met) == (1, False)
    assert wrong.note == "stills native, ours, accepted, wrong: two.png as EAN-13 9074932437075"
    assert made["ours: files with a wrong read"].note == "3 files"


def test_accepted_reads_stand_beside_what_two_engines_agree_on() -> None:
    accepted = figures()["ours, accepted: right"]
    assert (accepted.value, accepted.baseline, accepted.goal) == (100, AGREE, ">= 80 %")
    assert figures(agree=False)["ours, accepted: right"].baseline == ZXING


def test_times_are_beside_zxing() -> None:
    made = figures()
    assert (made["ours: mean time"].ratio, made["ours: mean time"].met) == (0.5, True)
    assert made["ours, accepted: p95 of the time beside zxing's"].value == 1.5
