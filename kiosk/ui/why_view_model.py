"""S2p: why a row costs what it costs, step by step."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.domain.priced_cart import PricedLine
from kiosk.ui.line_rows import line_row
from kiosk.ui.price_steps import NO_RULES, price_steps

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WhyViewModel(QObject):
    """The rows of the cart explained, each by its id; `version` changes whenever an answer may have."""

    changed = Signal()

    def __init__(self, snapshot: Snapshot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = snapshot
        self._version = 0

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self._version += 1
        self.changed.emit()

    @Property(int, notify=changed)
    def version(self) -> int:
        return self._version

    @Slot(str, result="QVariantList")
    def steps(self, line_id: str) -> list[dict[str, str]]:
        """The steps of a row's price, each as {look, icon, text, detail, amount}."""
        line = self._find(line_id)
        if line is None:
            return []
        rules = self._shown.rules.get(line_id, NO_RULES)
        return price_steps(line, rules, self._shown.cart.currency, self._shown.language)

    @Slot(str, result=str)
    def sku(self, line_id: str) -> str:
        """The number of a row's item, or nothing when the row is gone."""
        line = self._find(line_id)
        return line.line.item.sku if line else ""

    @Slot(str, str, result=str)
    def rowText(self, line_id: str, field: str) -> str:
        """A field of a row by name (name, amount, picture, tint, category, detail, badge)."""
        line = self._find(line_id)
        if line is None:
            return ""
        return str(getattr(line_row(line, self._shown.cart.currency, self._shown.language), field))

    def _find(self, line_id: str) -> PricedLine | None:
        return next((line for line in self._shown.cart.lines if line.line.line_id == line_id), None)
