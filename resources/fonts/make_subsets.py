"""Cut the CJK fonts down to what a shop's screen shows; run it by hand when a source font changes.

    python resources/fonts/make_subsets.py /usr/share/fonts/opentype/noto

Sources: Debian's `fonts-noto-cjk` (Noto Sans CJK, SIL Open Font License 1.1, text in OFL-Noto.txt).
Japanese keeps JIS X 0208, Chinese keeps GB 2312; both keep kana, Latin and the signs of prices.
The monospaced font keeps Latin, digits and the Korean syllables are left to Pretendard.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).parent
SIGNS = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028), 0x2022, 0x2026, 0x20A9, 0x2212, 0x00D7}
KANA = {*range(0x3000, 0x3100), *range(0xFF01, 0xFF61)}


def characters(codec: str, rows: range) -> set[int]:
    """Code points of a 94 x 94 national set, read through Python's own codec."""
    found: set[int] = set()
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                continue
    return found


def cut(source: TTFont, wanted: set[int], target: Path) -> None:
    """Write `target` with only the wanted code points, keeping shaping and metrics."""
    options = Options()
    options.layout_features = ["kern", "palt", "halt", "ccmp", "locl", "tnum", "liga"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(source)
    source.save(target)


def main(folder: Path) -> None:
    """Make all five subsets from the collections in `folder`."""
    japanese = characters("euc_jp", range(0xA1, 0xF5)) | KANA | SIGNS
    chinese = characters("gb2312", range(0xA1, 0xF8)) | KANA | SIGNS
    for weight in ("Regular", "Bold"):
        path = folder / f"NotoSansCJK-{weight}.ttc"
        for family, wanted in (("Noto Sans CJK JP", japanese), ("Noto Sans CJK SC", chinese)):
            cut(member(path, family), wanted, HERE / f"{family.replace(' ', '')}-{weight}.otf")
    mono = member(folder / "NotoSansCJK-Regular.ttc", "Noto Sans Mono CJK KR")
    cut(mono, SIGNS, HERE / "NotoSansMonoCJKKR-Regular.otf")


def member(path: Path, family: str) -> TTFont:
    """The font of one family inside a collection."""
    for font in TTCollection(path, lazy=True):
        if font["name"].getDebugName(1) == family or font["name"].getDebugName(16) == family:
            return font
    raise SystemExit(f"{path} holds no font of the family {family!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
