"""The command line can be learnt from itself, and its exit codes say what went wrong."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

import main
from kiosk.commands.command_line import COMMANDS, ExitCode
from tests.fakes.baro_command import Baro

ROOT = Path(__file__).parents[3]


def test_help_names_every_command_and_exit_code(baro: Baro) -> None:
    said = baro("--help")
    assert said.code == ExitCode.OK
    for name, sentence in COMMANDS.items():
        assert name in said.out
        assert sentence.split(",", maxsplit=1)[0] in " ".join(said.out.split())
    for code in ExitCode:
        assert f"{int(code)} " in said.out


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_each_command_has_help(baro: Baro, command: str) -> None:
    said = baro(command, "--help")
    assert said.code == ExitCode.OK
    assert COMMANDS[command].lower() in " ".join(said.out.lower().split())


@pytest.mark.parametrize(
    ("command", "actions"),
    [
        ("central", ["serve", "migrate", "seed", "publish", "code", "stations", "sales", "parked", "repost", "check"]),
        ("journal", ["verify", "show", "state"]),
        ("catalogue", ["load", "show", "find"]),
    ],
)
def test_each_action_has_help(baro: Baro, command: str, actions: list[str]) -> None:
    for action in actions:
        said = baro(command, action, "--help")
        assert said.code == ExitCode.OK
        assert "--json" in said.out, f"{command} {action} has a result"


@pytest.mark.parametrize(
    "words",
    [[], ["cook"], ["journal"], ["catalogue", "load"], ["simulate", "toaster"], ["kiosk", "--no-such-thing"]],
)
def test_a_wrong_command_line_is_2_and_says_why(baro: Baro, words: list[str]) -> None:
    said = baro(*words)
    assert said.code == ExitCode.USAGE
    assert "usage: baro" in said.err


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["kiosk", "--settings", "{tmp}/none.toml"], ExitCode.SETTINGS, "none.toml is not there"),
        (["journal", "verify", "--folder", "{tmp}"], ExitCode.DAMAGED, "station.db"),
        (["catalogue", "show", "{tmp}/none.db"], ExitCode.DAMAGED, "is not there"),
        (["catalogue", "load", "{tmp}/none.csv"], ExitCode.DAMAGED, "is not there"),
        (["journey", "{tmp}/none.json"], ExitCode.DAMAGED, "none.json"),
        (["demo", "--size", "big"], ExitCode.USAGE, "1080x1920x27"),
        (["bench", "speed-of-light"], ExitCode.USAGE, "scan-to-line"),
    ],
)
def test_each_fault_has_its_code_and_a_sentence(
    baro: Baro, tmp_path: Path, words: list[str], code: ExitCode, sentence: str
) -> None:
    said = baro(*(word.format(tmp=tmp_path) for word in words))
    assert said.code == code
    assert sentence in said.err
    assert said.err.startswith(f"baro {words[0]}: ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize(("text", "what"), [("{", "not JSON"), ('{"a": 1}', "a list of objects"), ("[1]", "a list")])
def test_a_journey_that_cannot_be_read(baro: Baro, tmp_path: Path, text: str, what: str) -> None:
    script = tmp_path / "script.json"
    script.write_text(text, "utf-8")
    said = baro("journey", script)
    assert said.code == ExitCode.DAMAGED
    assert what in said.err


def test_a_database_that_does_not_answer_is_4(baro: Baro, tmp_path: Path) -> None:
    nobody = "postgresql+psycopg://baro@127.0.0.1:9/baro"
    said = baro("central", "sales", "--folder", tmp_path / "central", "--database", nobody)
    assert said.code == ExitCode.UNREACHABLE
    assert "does not answer" in said.err


def test_bench_lists_what_it_measures(baro: Baro) -> None:
    said = baro("bench", "--json")
    assert said.code == ExitCode.OK
    names = [row["bench"] for row in said.json]
    assert {"scan-to-line", "first-frame"} <= set(names)
    plain = baro("bench")
    assert all(name in plain.out for name in names)


def test_who_reads_only_the_beginning_sees_no_trace() -> None:
    command = [sys.executable, "main.py", "price", "--schema"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as said:
        assert said.stdout is not None
        assert said.stderr is not None
        said.stdout.read(1)
        said.stdout.close()
        assert said.stderr.read() == b""
    assert said.returncode == ExitCode.OK


def test_a_pipe_that_breaks_elsewhere_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_chosen: object) -> int:
        raise BrokenPipeError(32, "a device's socket")

    monkeypatch.setattr(main, "parse", lambda _words: argparse.Namespace(command="x", run=breaks))
    with pytest.raises(BrokenPipeError):
        main.main([])
