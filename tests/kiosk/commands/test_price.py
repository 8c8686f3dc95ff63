"""`baro price` as it is run: one case, a stream of them, its schema, and sentences."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import command_line
from kiosk.commands.command_line import CommandFailed, ExitCode
from kiosk.domain.price_case_answer import answer_case
from tests.fakes.price_cases import seeded_case

ROOT = Path(__file__).parents[3]
CASE: dict[str, Any] = {
    "currency": "KRW",
    "at": "2026-11-21T18:12:00+09:00",
    "items": [{"sku": "milk", "name": "우유", "unit_price": 1500}],
    "cart": [{"line": "1", "sku": "milk", "quantity": 3}],
    "promotions": [{"id": "P", "kind": "n_plus_m", "pool": {}, "buy": 2, "free": 1}],
}
WRONG = {**CASE, "cart": [{"line": "1", "sku": "ghost", "quantity": 3}]}


def price(*arguments: str) -> int:
    chosen = command_line.parse(["price", *arguments])
    return int(chosen.run(chosen))


def stream(text: str | bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), "price", *arguments, "-"]
    given = text.encode() if isinstance(text, str) else text
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=120)


def answers(text: str | bytes) -> list[Any]:
    done = stream(text, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE), "utf-8")
    return path


def test_one_case(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert price("--json", str(case_file)) == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == answer_case(CASE)


def test_one_wrong_case_answers_its_fault_and_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(WRONG), "utf-8")
    assert price("--json", str(path)) == ExitCode.NO
    assert json.loads(capsys.readouterr().out)["error"]["where"] == "cart[0].sku"
    with pytest.raises(CommandFailed, match=r"cart\[0\]\.sku: no item has the sku 'ghost'") as failed:
        price(str(path))
    assert failed.value.code == ExitCode.NO


@pytest.mark.parametrize("text", ['{"at":', "", "[1, 2", "5" * 5000, "[" * 100_000, "\ufeff{"])
def test_a_file_that_is_no_json(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, "utf-8")
    assert price("--json", str(path)) == ExitCode.NO
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["where"] == "case"
    assert error["why"].startswith("is not JSON: ")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe{}")
    for name in ("missing.json", "", "bytes.json"):
        with pytest.raises(CommandFailed, match="cannot be read") as failed:
            price("--json", str(tmp_path / name))
        assert failed.value.code == ExitCode.DAMAGED


def test_without_a_file_it_says_what_to_give() -> None:
    with pytest.raises(CommandFailed, match="give a FILE") as failed:
        price("--json")
    assert failed.value.code == ExitCode.USAGE


def test_a_stream_goes_on_after_what_is_wrong() -> None:
    lines = [json.dumps(CASE), "", "{broken", "   ", json.dumps(WRONG), "5", "null", "NaN", json.dumps(CASE)]
    found = answers("\n".join(lines))
    right = answer_case(CASE)
    assert (found[0], found[-1], len(found)) == (right, right, 7)
    assert [answer["error"]["where"] for answer in found[1:-1]] == ["case", "cart[0].sku", "case", "case", "case"]


def test_a_stream_of_any_bytes() -> None:
    right = json.dumps(CASE).encode()
    odd = right.replace(b"milk", "m\u2028lk".encode())
    found = answers(b"\n".join([b"\xff\xfe\x00", right.replace(b"milk", b"m\xfflk"), b"\xef\xbb\xbf" + right, odd]))
    assert ["error" in answer for answer in found] == [True, True, False, True]
    assert answers(right + b"\r\n" + right) == [answer_case(CASE)] * 2
    assert answers(b"") == []


def test_a_fault_of_ours_in_one_case_is_told_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def priced(case: Any) -> Any:
        return answer_case(case) if case is not None else 1 // 0

    monkeypatch.setattr("kiosk.commands.price.answer_case", priced)
    monkeypatch.setattr("sys.stdin", io.StringIO("null\n" + json.dumps(CASE)))
    assert price("--json", "-") == ExitCode.OK
    said = capsys.readouterr()
    first, second = (json.loads(line) for line in said.out.splitlines())
    assert "ZeroDivisionError" in first["error"]["why"]
    assert second["total"] == 3000
    assert "Traceback" in said.err


def test_each_answer_comes_at_once() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "price", "--json", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for _ in range(3):
            running.stdin.write(json.dumps(CASE).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["total"] == 3000
        running.stdin.close()
        assert running.wait(timeout=60) == 0


def test_thousands_of_cases_in_one_call() -> None:
    """The answers are those that one call each would give."""
    made_up = [seeded_case(seed, 5, 4) for seed in range(2000)]
    found = answers("\n".join(json.dumps(case) for case in made_up))
    assert len(found) == 2000
    assert not any("error" in answer for answer in found)
    assert found[::100] == [answer_case(case) for case in made_up[::100]]


def test_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert price("--schema") == ExitCode.OK
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"case", "answer"} <= set(schema["$defs"])


def test_sentences(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert price("--why", str(case_file)) == ExitCode.OK
    assert "3개마다 가장 싼 1개가 무료" in capsys.readouterr().out
    assert price("--why", "--language", "en", str(case_file)) == ExitCode.OK
    assert "of every 3 the cheapest 1 free" in capsys.readouterr().out


def test_a_short_table_without_json(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert price(str(case_file)) == ExitCode.OK
    assert capsys.readouterr().out.splitlines() == [
        "1번 우유 3개: 4,500원에서 1,500원 할인되어 3,000원",
        "상품 합계 4,500원",
        "할인 합계 1,500원",
        "낼 금액 3,000원",
    ]


def test_a_stream_in_words() -> None:
    done = stream(json.dumps(CASE) + "\n" + json.dumps(WRONG) + "\n", "--language", "en")
    assert done.returncode == 0
    assert "To pay ₩3,000\ncart[0].sku: no item" in done.stdout.decode()


def test_it_loads_no_screen_and_no_database() -> None:
    script = (
        "import sys; from kiosk.commands import command_line; command_line.parse(['price', '-']); "
        "late = ('PySide6', 'pydantic', 'sqlalchemy', 'kiosk.domain.price_case_schema'); "
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
