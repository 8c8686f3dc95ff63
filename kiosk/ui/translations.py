"""The screens' sentences in four languages: Korean is written in the code, the others lie in `baro_*.ts`.

    python -m kiosk.ui.translations           compile the .ts files (set-up does this)
    python -m kiosk.ui.translations update    find new sentences in QML and Python, add them to the .ts files
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine

from kiosk.ui.tokens import RESOURCES

I18N_FOLDER = RESOURCES / "i18n"
SOURCE_LANGUAGE = "ko"
TRANSLATED = ("en", "ja", "zh")


def sources() -> list[Path]:
    """Every file that may hold a sentence, in a fixed order."""
    screens = sorted((RESOURCES / "qml" / "Baro").rglob("*.qml"))
    return screens + sorted(Path(__file__).parent.glob("*.py"))


def ts_file(language: str, folder: Path = I18N_FOLDER) -> Path:
    """The translators' file of a language."""
    return folder / f"baro_{language}.ts"


def update(folder: Path = I18N_FOLDER) -> None:
    """Add new sentences to the translators' files, marked unfinished, and drop those no longer used."""
    target = {"en": "en_US", "ja": "ja_JP", "zh": "zh_CN"}
    for language in TRANSLATED:
        _run(
            "lupdate", *map(str, sources()), "-locations", "none", "-no-obsolete",
            "-source-language", "ko_KR", "-target-language", target[language],
            "-ts", str(ts_file(language, folder)),
        )


def unfinished(path: Path) -> list[str]:
    """Sentences of a translators' file that have no translation yet, as `context: sentence`."""
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    missing = []
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not _text(translation):
                missing.append(f"{name}: {message.findtext('source', '')}")
    return missing


def _text(translation: ElementTree.Element) -> str:
    return "".join(translation.itertext()).strip()


def compile_all(folder: Path = I18N_FOLDER) -> None:
    """Make the .qm file of each language where it is missing or older than its .ts file."""
    for language in TRANSLATED:
        source = ts_file(language, folder)
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with tempfile.TemporaryDirectory(dir=folder) as work:
            fresh = Path(work) / target.name
            _run("lrelease", "-silent", str(source), "-qm", str(fresh))
            os.replace(fresh, target)


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent / f"pyside6-{tool}"
    command = str(beside) if beside.exists() else shutil.which(f"pyside6-{tool}")
    if command is None:
        raise FileNotFoundError(f"pyside6-{tool} is not installed; it comes with PySide6-Essentials")
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{tool} failed: {done.stderr.strip() or done.stdout.strip()}")


class Translations:
    """Switches the language of a running application; the basket and the screen stay as they are."""

    def __init__(self, engine: QQmlEngine | None = None, folder: Path = I18N_FOLDER) -> None:
        compile_all(folder)
        self._engine = engine
        self._folder = folder
        self._installed: QTranslator | None = None
        self.language = SOURCE_LANGUAGE

    def switch(self, language: str) -> None:
        """Show every sentence in this language from now on.

        Raises:
            ValueError: for a language without a translators' file.
        """
        if language != SOURCE_LANGUAGE and language not in TRANSLATED:
            raise ValueError(f"language {language!r} has no translation")
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        if language != SOURCE_LANGUAGE:
            translator = QTranslator()
            path = ts_file(language, self._folder).with_suffix(".qm")
            if not translator.load(str(path)):
                raise ValueError(f"{path} cannot be loaded; run `python -m kiosk.ui.translations`")
            QCoreApplication.installTranslator(translator)
            self._installed = translator
        self.language = language
        if self._engine is not None:
            self._engine.retranslate()


if __name__ == "__main__":
    update() if sys.argv[1:] == ["update"] else compile_all()
