"""A list of rows of one kind (ways to receive, staff requests, devices, map blocks) as QML reads it."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1

AnyIndex = QModelIndex | QPersistentModelIndex
_FIRST = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


@QmlElement
class RowListModel(QAbstractListModel):
    """Rows of one dataclass, a role for each of its fields; rows that stay are changed in place."""

    def __init__(self, kind: type[Any] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        names = [field.name for field in fields(kind)] if kind is not None else []
        self._roles = {_FIRST + place: name for place, name in enumerate(names)}
        self._rows: list[Any] = []

    @property
    def rows(self) -> Sequence[Any]:
        """The rows as they are shown."""
        return self._rows

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One field of one row."""
        if not index.isValid() or role not in self._roles or not 0 <= index.row() < len(self._rows):
            return None
        return getattr(self._rows[index.row()], self._roles[role])

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        common = min(len(rows), len(self._rows))
        for place in range(common):
            if self._rows[place] != rows[place]:
                self._rows[place] = rows[place]
                index = self.index(place)
                self.dataChanged.emit(index, index)
        if len(self._rows) > common:
            self.beginRemoveRows(_NO_PARENT, common, len(self._rows) - 1)
            del self._rows[common:]
            self.endRemoveRows()
        if len(rows) > common:
            self.beginInsertRows(_NO_PARENT, common, len(rows) - 1)
            self._rows += rows[common:]
            self.endInsertRows()
