"""The documents name only what exists: links, paths, commands, settings, dependencies."""

import argparse
import base64
import configparser
import importlib
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.driver_table import drivers
from kiosk.commands.bench import BENCHMARKS
from kiosk.commands.command_line import COMMANDS, parse
from kiosk.commands.simulate import DEVICES
from kiosk.commands.simulated_devices import SimulatedDevices
from kiosk.database.engine import open_for_reading, open_station
from kiosk.database.journal_check import check_station_journal
from kiosk.database.journal_mirror import JournalMirror
from kiosk.database.sealed_file import machine_marks, station_key
from kiosk.database.station_identity import IdentityFolder
from kiosk.database.writer import StationWriter
from kiosk.domain.price_case_answer import answer_case
from kiosk.domain.promotion_rows import promotion_from
from kiosk.settings import listed, load_settings
from kiosk.ui.journey_player import JourneyPlayer
from sync.wire.enrolment import EnrolmentAnswer

ROOT = Path(__file__).parents[1]
PAGES = (
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("docs/**/*.md")),
    ROOT / "resources" / "demo" / "README.md",
)
TOP = ("kiosk", "hardware", "sync", "resources", "tests", "docs", "requirements", ".ci")
# What a person makes or sees on another machine, and the pattern of a name to be chosen.
MADE_ELSEWHERE = ("var/", "NameScreen.qml", "screens/name.py", "NN-name.png")

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def blocks(page: Path, kind: str = "") -> list[str]:
    """The fenced blocks of a page, indented ones too; `kind` is what stands behind the fence."""
    found = re.findall(r"^( *)```(\w*)\n(.*?)^\1```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [text for _indent, word, text in found if word == kind]


def in_ticks(page: Path) -> list[str]:
    """What stands between single back-ticks outside of fenced blocks."""
    prose = re.sub(r"^( *)```.*?^\1```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", prose)


def broken_links(page: Path, text: str) -> list[str]:
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    return [link for link in links if "://" not in link and not (page.parent / link.split("#")[0]).exists()]


@pages
def test_links_lead_somewhere(page: Path) -> None:
    assert broken_links(page, page.read_text("utf-8")) == []


def test_a_broken_link_would_be_found() -> None:
    assert broken_links(ROOT / "README.md", "[a](docs/no-such-page.md) [b](LICENSE)") == ["docs/no-such-page.md"]


def paths_in(texts: list[str]) -> Iterator[str]:
    for text in texts:
        for path in re.findall(rf"(?<![\w/.-])(?:{'|'.join(map(re.escape, TOP))})/[\w./{{}},*-]*", text):
            if not any(word in path for word in MADE_ELSEWHERE):
                yield path.rstrip(".,")


def missing(path: str) -> list[str]:
    """The variants of `a/b_{x,y}.z` that are not there; a star stands for any name."""
    choice = re.search(r"\{([^}]*)\}", path)
    if choice:
        return [one for word in choice[1].split(",") for one in missing(path.replace(choice[0], word))]
    place = ROOT / path
    # A folder without a file is not there in a fresh clone.
    there = any(ROOT.glob(path)) if "*" in path else place.is_file() or (place.is_dir() and any(place.iterdir()))
    return [] if there else [path]


@pages
def test_paths_exist(page: Path) -> None:
    texts = [*in_ticks(page), *blocks(page), *blocks(page, "python")]
    assert [absent for path in paths_in(texts) for absent in missing(path)] == []


def test_a_path_that_is_not_there_would_be_found() -> None:
    found = list(paths_in(["see kiosk/domain/no_such.py, and `tests/`"]))
    assert found == ["kiosk/domain/no_such.py", "tests/"]
    assert missing(found[0]) == ["kiosk/domain/no_such.py"]
    assert missing("resources/i18n/baro_{en,xx}.ts") == ["resources/i18n/baro_xx.ts"]


def commands_in(text: str) -> Iterator[str]:
    """Every `baro ...` of a text, to the end of its line, without comments; continued lines are joined."""
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    for found in re.finditer(r"(?:^|[\s;`(/])baro ([a-z][^`\n#;|]*)", joined, re.MULTILINE):
        yield found[1].strip()


def parser_of(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    importlib.import_module(f"kiosk.commands.{command}").declare(parser)
    return parser


def words_known(parser: argparse.ArgumentParser) -> tuple[set[str], dict[str, argparse.ArgumentParser]]:
    options = set(parser._option_string_actions)
    actions: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            actions |= action.choices
    return options, actions


def faults(command: str) -> list[str]:
    """What of a written command the command line does not know."""
    first, *words = command.split()
    if first not in COMMANDS:
        return [f"baro {first}"]
    options, actions = words_known(parser_of(first))
    wrong = []
    for word in (each.rstrip(".,:)") for each in words):
        if word.startswith("--") and word.split("=")[0] not in options | {"--help"}:
            wrong.append(f"baro {first} ... {word}")
        elif actions and word == words[0].rstrip(".,:)") and re.fullmatch(r"[a-z]+", word):
            if word not in actions:
                return [f"baro {first} {word}"]
            options |= words_known(actions[word])[0]
    return wrong


@pages
def test_commands_exist(page: Path) -> None:
    prose = [tick for tick in in_ticks(page) if tick.startswith("baro ")]
    written = [command for text in [*blocks(page), *prose] for command in commands_in(text)]
    assert [fault for command in written for fault in faults(command)] == []


def test_a_command_that_does_not_exist_would_be_found() -> None:
    assert faults("cetnral serve") == ["baro cetnral"]
    assert faults("central server --port 1") == ["baro central server"]
    assert faults("central serve --prot 1") == ["baro central ... --prot"]
    assert list(commands_in("x\nsudo /opt/baro kiosk\n  baro central serve \\\n    --port 1  # y")) == [
        "kiosk",
        "central serve --port 1",
    ]


def test_the_command_table_is_whole() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `baro (\w+)` \|", text, re.MULTILINE)) == set(COMMANDS)
    row = next(line for line in text.splitlines() if line.startswith("| `baro central` |"))
    assert set(re.findall(r"`(\w+)`", row)) == set(words_known(parser_of("central"))[1])


def test_exit_codes_are_those_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    said = " ".join(capsys.readouterr().out.split("exit codes: ")[1].split())
    assert said in " ".join((ROOT / "README.md").read_text("utf-8").split())


EXAMPLES = [
    pytest.param(text, id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, text in enumerate(blocks(page, "toml"))
    if "entry-points" not in text
] + [pytest.param((ROOT / "docs/examples/kiosk.toml").read_text("utf-8"), id="docs/examples/kiosk.toml")]


@pytest.mark.parametrize("text", EXAMPLES)
def test_settings_of_the_documents_are_accepted(text: str, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(text, "utf-8")
    settings = load_settings(file)
    assert settings.devices or settings.codes
    for device in settings.devices:
        assert device.driver in drivers(device.category)


@pages
def test_settings_named_in_the_documents_exist(page: Path) -> None:
    known = {key.replace("devices[].", "").split(".")[-1]: key for key, *_ in listed()}
    named = {name for tick in in_ticks(page) for name in re.findall(r"BARO_([A-Z]+)__([A-Z_]+)", tick)}
    assert [name for name in named if f"{name[0]}.{name[1]}".lower() not in known.values()] == []


def test_every_key_of_the_example_is_explained_by_the_program() -> None:
    told = tomllib.loads((ROOT / "docs/examples/kiosk.toml").read_text("utf-8"))
    known = {key for key, *_ in listed()}
    for section, keys in told.items():
        for table in keys if isinstance(keys, list) else [keys]:
            prefix = f"{section}[]" if isinstance(keys, list) else section
            assert {f"{prefix}.{key}" for key in table} <= known


@pytest.mark.parametrize("name", ["baro-kiosk.service", "baro-central.service"])
def test_units_start_what_there_is(name: str) -> None:
    text = (ROOT / "docs" / "examples" / name).read_text("utf-8").replace("\\\n", " ")
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.read_string(text)
    started = unit["Service"]["ExecStart"].split("/opt/baro/.venv/bin/baro ")[1]
    assert faults(started) == []


def test_the_dependency_table_is_whole() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[\[<>=~! ]", one)[0] for one in declared}
    chapter = (ROOT / "README.md").read_text("utf-8").split("## Dependencies")[1].split("## Licence")[0]
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \| (.+) \|$", chapter, re.MULTILINE)
    assert sorted(name for name, *_ in rows) == sorted(names)
    assert all(purpose.strip() and licence.strip() for _name, purpose, licence in rows)


def test_the_example_journey_uses_known_verbs() -> None:
    page = ROOT / "docs" / "journeys.md"
    verbs = {name.removeprefix("_do_") for name in vars(JourneyPlayer) if name.startswith("_do_")}
    described = set(re.findall(r"^\| `(\w+)` \|", page.read_text("utf-8").split("## Conditions")[0], re.MULTILINE))
    assert described == verbs
    for step in json.loads(blocks(page, "json")[0]):
        assert len(verbs & step.keys() - {"until"}) == 1 or step.keys() == {"until"}


def test_every_condition_of_a_journey_is_described() -> None:
    code = (ROOT / "kiosk" / "ui" / "journey_player.py").read_text("utf-8")
    known = set(re.findall(r'^ +"(\w+)": lambda value', code, re.MULTILINE)) | {"seconds"}
    table = (ROOT / "docs" / "journeys.md").read_text("utf-8").split("## Conditions")[1].split("## ")[0]
    first_cells = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", first_cells)) == known


def test_every_command_of_the_simulators_is_described(tmp_path: Path) -> None:
    devices = SimulatedDevices(tmp_path, ROOT / "resources" / "demo" / "photos")
    text = (ROOT / "docs" / "simulators.md").read_text("utf-8")
    table = text.split("## Commands")[1].split("## ")[0]
    described: dict[str, set[str]] = {}
    device = ""
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 4 and "`" in cells[1]:
            device = cells[0] or device
            described.setdefault(device, set()).update(re.findall(r"`(\w+)`", cells[1]))
    everywhere = {"unplug", "replug", "address"}
    assert {name: set(devices.commands(name)) - everywhere for name in DEVICES} == described


def test_the_example_promotion_is_understood() -> None:
    examples = [json.loads(block) for block in blocks(ROOT / "docs" / "pricing.md", "json")]
    assert [promotion_from(example).badge for example in examples if "kind" in example] == ["2+1"]


def test_the_example_case_costs_what_the_page_says() -> None:
    examples = [json.loads(block) for block in blocks(ROOT / "docs" / "pricing.md", "json")]
    case, answer = (next(example for example in examples if key in example) for key in ("cart", "total"))
    assert answer_case(case) == answer


def test_benchmarks_named_in_the_documents_exist() -> None:
    for page in PAGES:
        for name in re.findall(r"baro bench ([a-z][\w-]+)", page.read_text("utf-8")):
            assert name in BENCHMARKS, page


def test_the_documented_repair_builds_a_whole_station(tmp_path: Path) -> None:
    """The command of docs/install.md, section 5, on a station whose file is gone (F-9)."""
    files, key = IdentityFolder(tmp_path, machine_marks()), station_key(tmp_path, machine_marks())
    secret = base64.b64encode(bytes(32)).decode()
    identity = files.keep(EnrolmentAnswer(
        station="S1", shop="SS01", lane="1", central_key=secret, staff_secret=secret, receipt_base_url="http://x"
    ))  # fmt: skip
    now = datetime.now(UTC)
    database = open_station(tmp_path / "station.db", key, station=identity.station, now=now)
    mirror = JournalMirror(tmp_path / "station.mirror", key)
    writer = StationWriter(database, lambda: now, lambda call: call(), mirror=mirror)
    for _ in range(3):
        writer.run(lambda unit: unit.append("receipt.printed", {"copy": False}))
    assert writer.close()
    database.close()
    for file in tmp_path.glob("station.db*"):
        file.unlink()

    documented = "baro journal restore --folder /var/lib/baro --mirror /mnt/second/baro/station.mirror"
    assert documented in (ROOT / "docs" / "install.md").read_text("utf-8")
    command = documented.replace("/mnt/second/baro", str(tmp_path)).replace("/var/lib/baro", str(tmp_path))
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *command.split()[1:]],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("3 entries restored for station S1")
    restored = open_for_reading(tmp_path / "station.db", key)
    verdict = check_station_journal(restored, tmp_path / "journal.head", identity.public_key)
    restored.close()
    assert (verdict.whole, verdict.last) == (True, 3)
