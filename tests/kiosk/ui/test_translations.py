"""Every sentence exists in all four languages (U-5), and the language changes while a screen is shown."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.ui.display_text import LANGUAGE_NAMES
from kiosk.ui.translations import I18N_FOLDER, TRANSLATED, Translations, fill, sources, ts_file, unfinished, update
from tests.kiosk.ui.render import show


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translators' files brought up to date with the code, in a folder of their own."""
    folder: Path = tmp_path_factory.mktemp("i18n")
    for language in TRANSLATED:
        (folder / f"baro_{language}.ts").write_bytes(ts_file(language).read_bytes())
    update(folder)
    return folder


def messages(path: Path) -> list[tuple[str, str]]:
    found = []
    for message in ElementTree.parse(path).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        words = "" if translation is None else "|".join(part.strip() for part in translation.itertext() if part.strip())
        found.append((message.findtext("source", ""), words))
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_untranslated(fresh: Path, language: str) -> None:
    missing = unfinished(ts_file(language, fresh))
    assert missing == [], "run python -m kiosk.ui.translations update, then translate"


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_survive(language: str) -> None:
    for source, translation in messages(ts_file(language)):
        assert sorted(set(re.findall(r"%\d|\{\w*\}", source))) == sorted(
            set(re.findall(r"%\d|\{\w*\}", translation))
        ), source


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_korean_is_left_in_a_translation(language: str) -> None:
    left = [(s, t) for s, t in messages(ts_file(language)) if re.search("[가-힣]", t) and s not in {"한/영"}]
    assert [pair for pair in left if not re.search("한/A|한국어", pair[1])] == []


def test_the_source_is_korean() -> None:
    """The fourth language is the one in the code; a sentence without Hangul has none to show."""
    odd = [s for s, _ in messages(ts_file("en")) if not re.search("[가-힣]", s) and re.search("[A-Za-z]{3}", s)]
    assert odd == []


@pytest.mark.parametrize("path", [p for p in sources() if p.suffix == ".qml"], ids=lambda path: path.stem)
def test_hangul_in_qml_is_always_translated(path: Path) -> None:
    if path.stem in {"Wordmark", "HangulKeyboard", "Theme", "Tokens"}:
        return  # the name of the product, the letters of the keyboard, the unit that Python sets
    code = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
    outside = re.sub(r'qsTr\(\s*"(?:[^"\\]|\\.)*"', "", code)
    found = re.findall(r'"[^"]*[가-힣][^"]*"', outside)
    # A language is named in its own script, whatever language is shown.
    assert [words for words in found if words.strip('"') not in LANGUAGE_NAMES.values()] == []


def test_the_language_changes_while_shown(qapp: QGuiApplication) -> None:
    shown = show(
        "import Baro.controls\nToneButton { text: qsTr('x') + timeout.title; objectName: 'b'\n"
        "TimeoutSheet { id: timeout; seconds: 3; visible: false } }"
    )
    try:
        assert "계속 쇼핑할까요?" in shown.item.property("text")
        shown.stage.show(language="en")
        assert "Still shopping?" in shown.item.property("text")
        shown.stage.show(language="ja")
        assert "お買い物" in shown.item.property("text")
        shown.stage.reset()
        assert "계속 쇼핑할까요?" in shown.item.property("text")
    finally:
        shown.close()


def test_an_unknown_language_is_refused(qapp: QGuiApplication) -> None:
    with pytest.raises(ValueError, match="'fr'"):
        Translations().switch("fr")


def test_a_table_fills_and_its_mistakes_are_named(fresh: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("닫기\tShut\t閉める\t关上\n", encoding="utf-8")
    assert fill(table, fresh) >= 3
    assert ("닫기", "Shut") in messages(ts_file("en", fresh))
    table.write_text("닫기\tShut\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        fill(table, fresh)
    table.write_text("없는 말\tA\tB\tC\n", encoding="utf-8")
    with pytest.raises(ValueError, match="없는 말"):
        fill(table, fresh)


def test_every_counted_sentence_has_its_forms() -> None:
    """Without them a count in another language falls back to Korean."""
    for language in TRANSLATED:
        tree = ElementTree.parse(ts_file(language))  # noqa: S314 - our own file
        counted = [m for m in tree.iter("message") if "%n" in (m.findtext("source") or "")]
        assert counted
        assert [m.findtext("source") for m in counted if not list(m.iter("numerusform"))] == []


def test_a_count_is_told_in_english(qapp: QGuiApplication) -> None:
    shown = show("import Baro.controls\nToneButton { text: 'x'; objectName: 'b' }")
    try:
        shown.stage.show(language="en")
        assert QCoreApplication.translate("Stock", "이 매장 약 %n개", "", 3) == "About 3 here"
        assert QCoreApplication.translate("Cart", "상품 %n개", "", 1) == "1 item"
        assert QCoreApplication.translate("Cart", "상품 %n개", "", 2) == "2 items"
    finally:
        shown.close()


def test_compiled_files_are_not_kept(tmp_path: Path) -> None:
    assert (I18N_FOLDER / ".gitignore").read_text(encoding="utf-8").split() == ["*.qm"]
