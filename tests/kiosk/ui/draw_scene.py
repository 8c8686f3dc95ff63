"""Draw a named moment of a session on a screen, to look at it.

python tests/kiosk/ui/draw_scene.py cart_scanned CartScreen --out /tmp/cart.png --panel wide --text 2.0
"""

import argparse
from pathlib import Path

from render import PANELS, render  # type: ignore[import-not-found]  # beside this file when run as a script

from tests.kiosk.ui.shopper_scenes import SHOPPER_SCENES
from tests.kiosk.ui.shown_models import models_showing

SCREENS = Path(__file__).parents[3] / "resources" / "qml" / "Baro" / "screens"


def main() -> None:
    """The command line of this tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scene", choices=sorted(SHOPPER_SCENES))
    parser.add_argument("screen", help="a QML file of the screens, without its ending")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--panel", default="reference", choices=sorted(PANELS))
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--low", action="store_true")
    parser.add_argument("--language", default="ko")
    options = parser.parse_args()
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])
    models = models_showing(SHOPPER_SCENES[options.scene]())
    render(
        SCREENS / f"{options.screen}.qml",
        options.out,
        panel=PANELS[options.panel],
        text_scale=options.text,
        contrast=options.contrast,
        low_reach=options.low,
        language=options.language,
        properties={"models": models},
    )


if __name__ == "__main__":
    main()
