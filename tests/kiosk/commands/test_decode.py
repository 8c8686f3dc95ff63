"""`baro decode` as a person or a script types it."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.baro_command import Baro
from tests.hardware.vision.barcode_pictures import ROOT, SMALL

IMAGES = SMALL / "images"


def test_one_json_object_a_file_in_the_order_given(baro: Baro) -> None:
    files = [IMAGES / "upca_010.png", IMAGES / "none_002.jpg", IMAGES / "datamatrix_021.png"]
    said = baro("decode", "--json", *files)
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [answer["file"] for answer in answers] == [str(file) for file in files]
    assert all(answer["ms"] > 0 for answer in answers)
    assert answers[1]["codes"] == []
    code = answers[0]["codes"][0]
    assert (code["symbology"], code["text"], code["engine"]) == ("UPC-A", "752050200137", "zxing")
    assert len(code["quad"]) == 4
    assert all(len(corner) == 2 for corner in code["quad"])
    # GS1: control characters stay, nothing is bracketed.
    assert answers[2]["codes"][0]["text"].startswith("01095040000591012112345678p901\x1d101234567p\x1d17141120")


def test_what_cannot_be_read_is_an_error_of_its_own_line_and_the_rest_is_read(baro: Baro, tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    said = baro("decode", "--json", tmp_path / "broken.png", tmp_path / "missing.jpg", IMAGES / "upca_010.png")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 1
    assert ["error" in answer for answer in answers] == [True, True, False]
    assert "missing.jpg" in answers[1]["error"]
    assert answers[0]["codes"] == []


def test_folders_are_read_with_what_is_in_them(baro: Baro, tmp_path: Path) -> None:
    inside = tmp_path / "shelf" / "two"
    inside.mkdir(parents=True)
    shutil.copy(IMAGES / "upca_010.png", inside)
    shutil.copy(IMAGES / "itf_001.png", tmp_path / "shelf")
    (tmp_path / "shelf" / "notes.txt").write_text("not a picture")
    said = baro("decode", tmp_path / "shelf")
    assert said.code == 0
    assert [line.split(": ", 1)[1] for line in said.out.splitlines()] == [
        "ITF '30712345000010'",
        "UPC-A '752050200137'",
    ]
    (tmp_path / "empty").mkdir()
    assert baro("decode", tmp_path / "empty").code == 1


def test_names_come_from_standard_input(baro: Baro, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{IMAGES / 'upca_010.png'}\n\n-\n{IMAGES / 'none_002.jpg'}\n"))
    said = baro("decode", "-")
    assert said.code == 0
    assert len(said.out.splitlines()) == 2
    assert "nothing read" in said.out


def test_accepted_codes_only_and_a_defocused_one_on_wish(baro: Baro) -> None:
    short = IMAGES / "itf_004.png"  # ten digits: parts of other codes read as such
    assert json.loads(baro("decode", "--json", short).out)["codes"] != []
    assert json.loads(baro("decode", "--json", "--accept", short).out)["codes"] == []
    assert json.loads(baro("decode", "--json", "--accept", IMAGES / "upca_010.png").out)["codes"] != []
    defocused = IMAGES / "upca_012.png"
    assert json.loads(baro("decode", "--json", defocused).out)["codes"] == []
    code = json.loads(baro("decode", "--json", "--deep", defocused).out)["codes"][0]
    assert (code["text"], code["engine"]) == ("073333531084", "blur")


def test_no_file_is_a_wrong_command_line(baro: Baro) -> None:
    assert baro("decode").code == 2


def test_the_window_library_is_not_loaded() -> None:
    program = (
        "import sys; from main import main; "
        f"main(['decode', {str(IMAGES / 'upca_010.png')!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, capture_output=True).returncode == 0


def test_whoever_has_heard_enough_may_close_the_pipe() -> None:
    command = [sys.executable, "main.py", "decode", "--json", str(IMAGES)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0
