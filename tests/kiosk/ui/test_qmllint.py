"""All QML is checked against Theme, the controls and the Python view models, without a warning."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def lint(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / ".ci" / "qmllint", *arguments],
        env={"BARO_BIN": str(Path(sys.executable).parent), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_all_qml_is_clean() -> None:
    done = lint()
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_misspelt_property_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    qml = "import QtQuick\nimport Baro.theme\nItem { property color ink: Theme.color.inck }\n"
    wrong.write_text(qml, encoding="utf-8")
    done = lint(str(wrong))
    assert done.returncode != 0
    assert "inck" in done.stdout + done.stderr
