r"""The screens' sentences in four languages: Korean is written in the code, the others lie in `baro_*.ts`.

`python -m kiosk.ui.translations` compiles the .ts files (set-up does this); with `update` it adds new sentences
of QML and Python to them; with `fill TABLE` it takes over a translators' table: Korean, English, Japanese,
Chinese, separated by tabs, one sentence a line, `\n` for a new line, `item|items` for a counted sentence.
"""

import os
import re
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
PLURAL_FORMS = {"en": 2, "ja": 1, "zh": 1}


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
    with tempfile.TemporaryDirectory() as work:
        read = [_readable(path, Path(work)) for path in sources()]
        for language in TRANSLATED:
            known = _counted_forms(ts_file(language, folder))
            _run(
                "lupdate",
                *map(str, read),
                "-locations",
                "none",
                "-no-obsolete",
                "-source-language",
                "ko_KR",
                "-target-language",
                target[language],
                "-ts",
                str(ts_file(language, folder)),
            )
            _mark_counted(ts_file(language, folder), PLURAL_FORMS[language], known)


def _readable(path: Path, work: Path) -> Path:
    """The file as lupdate understands it: our short name for QCoreApplication.translate spelt out."""
    if path.suffix != ".py":
        return path
    copy = work / path.name
    words = re.sub(r"(?<![\w.])tr\(", "translate(", path.read_text(encoding="utf-8"))
    # lupdate overlooks a Python sentence whose count is more than a name, so it is shown none.
    words = re.sub(r'(translate\(\s*"[^"]*",\s*"[^"]*%n[^"]*"),\s*"",', r"\1), (", words)
    copy.write_text(words, encoding="utf-8")
    return copy


def _counted_forms(path: Path) -> dict[tuple[str, str], list[str]]:
    """The forms of every counted sentence that a translators' file has."""
    if not path.exists():
        return {}
    found = {}
    for context in ElementTree.parse(path).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            if any(forms):
                found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


def _mark_counted(path: Path, count: int, known: dict[tuple[str, str], list[str]]) -> None:
    """Give each sentence with a %n its plural forms: lupdate does so for QML, but not for Python."""
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            if "%n" not in source or message.get("numerus") or translation is None:
                continue
            forms = known.get((context.findtext("name", ""), source)) or _split(translation.text or "", count)
            message.set("numerus", "yes")
            translation.text = None
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
            if not all(forms):
                translation.set("type", "unfinished")
            else:
                translation.attrib.pop("type", None)
    _write(tree, path)


def _split(words: str, count: int) -> list[str]:
    forms = [form.strip() for form in words.split("|")]
    return (forms * count)[:count]


def _write(tree: "ElementTree.ElementTree[ElementTree.Element]", path: Path) -> None:
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def unfinished(path: Path) -> list[str]:
    """Sentences of a translators' file that have no translation yet, as `context: sentence`."""
    tree = ElementTree.parse(path)  # noqa: S314 - our own file
    missing = []
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else list(translation.iter("numerusform")) or [translation]
            if translation is None or translation.get("type") == "unfinished" or not all(map(_text, forms)):
                missing.append(f"{name}: {message.findtext('source', '')}")
    return missing


def fill(table: Path, folder: Path = I18N_FOLDER) -> int:
    """Put a translators' table into the .ts files and return how many places were filled.

    Raises:
        ValueError: for a line that has not four columns, or a sentence that no screen shows.
    """
    rows: dict[str, list[str]] = {}
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), start=1):
        columns = [column.replace("\\n", "\n").strip() for column in line.split("\t")]
        if len(columns) != 1 + len(TRANSLATED) or not all(columns):
            raise ValueError(f"{table}, line {number}: four filled columns separated by tabs are needed")
        rows[columns[0]] = columns[1:]
    filled, seen = 0, set()
    for column, language in enumerate(TRANSLATED):
        path = ts_file(language, folder)
        tree = ElementTree.parse(path)  # noqa: S314 - our own file
        for message in tree.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            if source in rows and translation is not None:
                _put(translation, rows[source][column])
                translation.attrib.pop("type", None)
                seen.add(source)
                filled += 1
        _write(tree, path)
    if unknown := sorted(rows.keys() - seen):
        raise ValueError(f"{table}: no screen shows {unknown[0]!r} (run update first)")
    return filled


def _put(translation: ElementTree.Element, words: str) -> None:
    forms = list(translation.iter("numerusform"))
    if not forms:
        translation.text = words
    for form, text in zip(forms, words.split("|") * len(forms), strict=False):
        form.text = text.strip()


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


def main(arguments: list[str]) -> None:
    """The command line of this module."""
    if arguments == ["update"]:
        update()
    elif len(arguments) == 2 and arguments[0] == "fill":
        fill(Path(arguments[1]))
    elif arguments:
        raise SystemExit(__doc__)
    else:
        compile_all()


if __name__ == "__main__":
    main(sys.argv[1:])
