"""Runs `baro` in this process and gives back what it said."""

import pytest

from main import main
from tests.fakes.baro_command import Baro, Said


@pytest.fixture
def baro(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Baro:
    monkeypatch.delenv("BARO_SETTINGS", raising=False)

    def run(*words: object) -> Said:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return run
