"""Every moment of a shopper's visit by its name, to look at and to walk."""

from collections.abc import Callable

from kiosk.checkout.snapshot import Snapshot
from tests.kiosk.ui.away_scenes import AWAY_SCENES
from tests.kiosk.ui.pay_scenes import PAY_SCENES
from tests.kiosk.ui.scenes import CART_SCENES

SHOPPER_SCENES: dict[str, Callable[[], Snapshot]] = {**CART_SCENES, **AWAY_SCENES, **PAY_SCENES}
