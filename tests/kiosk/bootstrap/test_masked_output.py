"""What the process says of itself holds no card number, whatever a fault quotes (security 1.1)."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.masked_output import MaskedFormatter

ROOT = Path(__file__).parents[3]
CARD = "4111 1111 1111 1111"


def run(lines: str) -> subprocess.CompletedProcess[str]:
    program = f"import logging, threading\nfrom kiosk.bootstrap.masked_output import mask_output\n{lines}"
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "lines",
    [
        f"mask_output(); int({CARD!r})",
        f"mask_output(); t = threading.Thread(target=int, args=({CARD!r},)); t.start(); t.join()",
        f"logging.basicConfig(); mask_output(); mask_output()\n"
        f"try: int({CARD!r})\nexcept ValueError: logging.exception('no')",
        f"logging.basicConfig(format='%(message)s'); mask_output(); logging.warning('read %s', {CARD!r})",
    ],
)
def test_a_card_number_in_a_fault_is_masked_on_the_way_out(lines: str) -> None:
    said = run(lines)
    assert "4111 11** **** 1111" in said.stderr
    assert CARD not in said.stderr
    assert "ValueError" in said.stderr or "read" in said.stderr, "the rest is told"


def test_an_interruption_looks_as_ever() -> None:
    said = run("mask_output(); raise KeyboardInterrupt")
    assert "KeyboardInterrupt" in said.stderr
    assert not run("mask_output(); t = threading.Thread(target=exit); t.start(); t.join()").stderr


def test_the_formatter_before_it_is_kept() -> None:
    record = logging.LogRecord("baro", logging.ERROR, "", 1, "%s", ("4111111111111111",), None)
    assert MaskedFormatter(logging.Formatter("<%(message)s>")).format(record) == "<411111******1111>"
