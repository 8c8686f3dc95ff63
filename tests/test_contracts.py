"""The contracts of the house that no import linter sees."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRODUCT = ("kiosk", "hardware", "sync")


def product_files() -> Iterator[Path]:
    for package in PRODUCT:
        yield from sorted((ROOT / package).rglob("*.py"))


def imported_roots(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def impure_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in {"now", "today", "utcnow", "open", "uuid4", "time", "monotonic"}:
                yield f"line {node.lineno}: {name}()"


def test_the_domain_imports_the_standard_library_only_and_asks_no_clock() -> None:
    faults = []
    for path in sorted((ROOT / "kiosk" / "domain").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        foreign = {name for name in imported_roots(tree) if name not in sys.stdlib_module_names and name != "kiosk"}
        faults += [f"{path.name}: imports {name}" for name in foreign]
        faults += [f"{path.name}: {call}" for call in impure_calls(tree)]
    assert not faults, faults


def test_a_clock_in_the_domain_would_be_found() -> None:
    assert list(impure_calls(ast.parse("from datetime import datetime\nx = datetime.now()"))) == ["line 2: now()"]


def test_the_standard_library_sqlite_opens_nothing() -> None:
    """Its SQLite has the WAL-reset bug (reliability.md, storage rule 1)."""
    guilty = [p.name for p in product_files() if "sqlite3" in set(imported_roots(ast.parse(p.read_text("utf-8"))))]
    assert guilty == ["scan_to_line.py"], "only the benchmark, as the baseline it names, on a copy"


def test_each_package_is_described_in_one_docstring() -> None:
    for package in PRODUCT:
        for path in (ROOT / package).rglob("__init__.py"):
            body = ast.parse(path.read_text("utf-8")).body
            assert [type(node) for node in body] == [ast.Expr], f"{path} holds more than a docstring"


def test_each_module_says_what_it_is_for() -> None:
    silent = [str(p) for p in product_files() if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_names_say_something() -> None:
    empty_words = {"utils", "helpers", "common", "misc", "manager", "handler", "processor", "data", "info", "base"}
    assert not [str(p) for p in product_files() if p.stem in empty_words]


def test_the_lock_file_carries_hashes_and_no_addresses() -> None:
    text = (ROOT / "requirements" / "dev.lock").read_text("utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)(?:\[[a-z0-9,._-]+\])?==", text, re.MULTILINE)
    assert len(pins) > 50
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index-url" not in text


def test_the_lock_file_holds_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[\[<>=~! ]", one)[0].lower().replace("_", "-") for one in declared}
    locked = set(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==", (ROOT / "requirements/dev.lock").read_text(), re.M))
    assert names <= locked, names - locked


def test_pyside_stays_below_the_release_that_loses_none() -> None:
    text = (ROOT / "requirements" / "dev.lock").read_text("utf-8")
    version = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", text, re.MULTILINE)
    assert version is not None
    assert (int(version[1]), int(version[2])) < (6, 12)


@pytest.mark.parametrize("arguments", [["--help"], ["settings", "--help"], ["bench", "--help"]])
def test_the_command_line_explains_itself(arguments: list[str]) -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert said.returncode == 0
    assert "usage: baro" in said.stdout


def test_main_stays_a_doorstep() -> None:
    assert len((ROOT / "main.py").read_text("utf-8").splitlines()) <= 40
