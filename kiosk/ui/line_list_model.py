"""The rows of the cart as a list model: changed in place, never reset while a shopper looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LineRow:
    """What one row shows; every text is in the shopper's language already."""

    line_id: str
    name: str
    amount: str
    picture: str
    tint: str
    category: str
    detail: str
    quantity: int
    badge: str
    badge_tone: str
    control: str  # stepper, reweigh or none
    spoken_price: str
    group: str = ""  # how it is received: ship, pick_up:SHOP, carry_out


class Role(IntEnum):
    """Roles by the names that QML's rows use."""

    LINE_ID = Qt.ItemDataRole.UserRole + 1
    NAME = LINE_ID + 1
    AMOUNT = NAME + 1
    PICTURE = AMOUNT + 1
    TINT = PICTURE + 1
    CATEGORY = TINT + 1
    DETAIL = CATEGORY + 1
    QUANTITY = DETAIL + 1
    BADGE = QUANTITY + 1
    BADGE_TONE = BADGE + 1
    CONTROL = BADGE_TONE + 1
    SPOKEN_PRICE = CONTROL + 1
    GROUP = SPOKEN_PRICE + 1


_FIELDS = {
    Role.LINE_ID: ("line_id", b"lineId"),
    Role.NAME: ("name", b"name"),
    Role.AMOUNT: ("amount", b"amount"),
    Role.PICTURE: ("picture", b"picture"),
    Role.TINT: ("tint", b"tint"),
    Role.CATEGORY: ("category", b"category"),
    Role.DETAIL: ("detail", b"detail"),
    Role.QUANTITY: ("quantity", b"quantity"),
    Role.BADGE: ("badge", b"badge"),
    Role.BADGE_TONE: ("badge_tone", b"badgeTone"),
    Role.CONTROL: ("control", b"control"),
    Role.SPOKEN_PRICE: ("spoken_price", b"spokenPrice"),
    Role.GROUP: ("group", b"group"),
}
_NO_PARENT = QModelIndex()


@QmlElement
class LineListModel(QAbstractListModel):
    """Rows by line id; `show` inserts, removes, moves and changes only what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LineRow] = []

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One field of one row."""
        if not index.isValid() or role not in _FIELDS or not 0 <= index.row() < len(self._rows):
            return None
        return getattr(self._rows[index.row()], _FIELDS[Role(role)][0])

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {int(role): QByteArray(name) for role, (_field, name) in _FIELDS.items()}

    def show(self, rows: Sequence[LineRow]) -> None:
        """Make the model hold exactly `rows`, with the narrowest signals that do it."""
        wanted = {row.line_id for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].line_id not in wanted:
                self.beginRemoveRows(_NO_PARENT, place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            self._bring(place, row)

    def _bring(self, place: int, row: LineRow) -> None:
        at = next((n for n in range(place, len(self._rows)) if self._rows[n].line_id == row.line_id), None)
        if at is None:
            self.beginInsertRows(_NO_PARENT, place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
            return
        if at != place:
            self.beginMoveRows(_NO_PARENT, at, at, _NO_PARENT, place)
            self._rows.insert(place, self._rows.pop(at))
            self.endMoveRows()
        before = self._rows[place]
        if before != row:
            self._rows[place] = row
            index = self.index(place)
            roles = [int(role) for role, (name, _) in _FIELDS.items() if getattr(before, name) != getattr(row, name)]
            self.dataChanged.emit(index, index, roles)
