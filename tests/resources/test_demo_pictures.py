"""The pictures of the demo shop are small, keep to SVG Tiny 1.2 and draw in the middle of their tiles."""

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PICTURES = Path(__file__).resolve().parents[2] / "resources" / "demo" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
TINY = {"svg", "defs", "linearGradient", "radialGradient", "stop", "g", "path", "rect", "ellipse", "circle", "text"}
SCENES = {"scene.svg": (984, 556), "scene-scan.svg": (984, 640), "hero-B21001.svg": (1080, 620)}


def test_pictures_are_small_and_keep_to_svg_tiny() -> None:
    total = 0
    for path in sorted(PICTURES.glob("*.svg")):
        size = path.stat().st_size
        total += size
        assert size < (12_000 if path.name in SCENES else 6_000), path.name
        root = ElementTree.parse(path).getroot()  # noqa: S314 - our own files
        for element in root.iter():
            assert element.tag.removeprefix(SVG) in TINY, (path.name, element.tag)
            for name, value in element.attrib.items():
                assert name not in ("class", "style", "filter", "mask", "clip-path"), (path.name, name)
                assert "href" not in name, path.name
                assert not value.startswith("url(") or value.startswith("url(#"), (path.name, value)
            if element.tag == SVG + "text":
                assert element.get("font-family") == "Pretendard", path.name
        box = [int(side) for side in root.attrib["viewBox"].split()]
        assert tuple(box[2:]) == SCENES.get(path.name, (box[2], box[2])), path.name
    assert total < 2_000_000


def test_every_picture_draws_in_the_middle_of_its_tile(qapp: object) -> None:
    side = 64
    for path in sorted(PICTURES.glob("B*.svg")):
        renderer = QSvgRenderer(QByteArray(path.read_bytes()))
        assert renderer.isValid(), path.name
        canvas = QImage(side, side, QImage.Format.Format_ARGB32)
        canvas.fill(0)
        painter = QPainter(canvas)
        renderer.render(painter)
        painter.end()
        opacity = canvas.convertToFormat(QImage.Format.Format_Alpha8)  # held: constBits() does not keep it alive
        alpha = bytes(opacity.constBits())
        rows = [alpha[start : start + side] for start in range(0, side * side, side)]
        down = [y for y, row in enumerate(rows) if max(row) > 200]
        across = [x for x in range(side) if max(row[x] for row in rows) > 200]
        assert max(across[-1] - across[0], down[-1] - down[0]) > side * 0.5, path.name
        assert across[0] > 2, path.name
        assert across[-1] < side - 3, path.name
        assert down[0] > 1, path.name
        assert down[-1] < side - 2, path.name
