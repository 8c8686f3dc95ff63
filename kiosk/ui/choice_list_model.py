"""A list of things to choose from: produce, bags, search results, categories."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1

AnyIndex = QModelIndex | QPersistentModelIndex
_FIRST = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; every text is in the shopper's language already."""

    key: str
    name: str
    amount: str = ""
    detail: str = ""
    picture: str = ""
    tint: str = "stone"
    category: str = ""
    badge: str = ""
    badgeTone: str = "promo"
    badgeIcon: str = ""
    spokenPrice: str = ""
    quantity: int = 0
    matchStart: int = 0
    matchLength: int = 0
    availability: str = "unknown"
    stock: str = ""
    icon: str = ""


_ROLES = {_FIRST + place: field.name for place, field in enumerate(fields(Choice))}


@QmlElement
class ChoiceListModel(QAbstractListModel):
    """Choices in order; a new list replaces the old one, equal heads stay as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """How many choices there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One field of one choice."""
        if not index.isValid() or role not in _ROLES or not 0 <= index.row() < len(self._choices):
            return None
        return getattr(self._choices[index.row()], _ROLES[role])

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}

    def show(self, choices: Sequence[Choice]) -> None:
        """Show these choices; rows that stay are changed in place."""
        common = min(len(choices), len(self._choices))
        for place in range(common):
            if self._choices[place] != choices[place]:
                self._choices[place] = choices[place]
                index = self.index(place)
                self.dataChanged.emit(index, index)
        if len(self._choices) > common:
            self.beginRemoveRows(_NO_PARENT, common, len(self._choices) - 1)
            del self._choices[common:]
            self.endRemoveRows()
        if len(choices) > common:
            self.beginInsertRows(_NO_PARENT, common, len(choices) - 1)
            self._choices += choices[common:]
            self.endInsertRows()
