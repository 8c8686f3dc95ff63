"""Staff type the number of a cart that waits for this checkout."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.till_commands import TillCommands
from kiosk.ui.navigator import Navigator

QML_IMPORT_NAME = "Baro.models"
QML_IMPORT_MAJOR_VERSION = 1
LEAST_DIGITS, MOST_DIGITS = 3, 6
SHEET = "take_up"


@QmlElement
class TakeUpViewModel(QObject):
    """The sheet over the staff list: the digits so far, and whether a cart can be taken up now."""

    changed = Signal()

    def __init__(self, till: TillCommands, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._navigator = till, navigator
        self._shown = till.snapshot
        self._typed = ""

    def show(self, snapshot: Snapshot) -> None:
        """Show a new moment of the session."""
        self._shown = snapshot
        self.changed.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether somebody may take a cart up here: nobody is shopping."""
        staff = self._shown.staff
        helps = staff is not None and staff.signed_in and staff.role != "technician"
        return helps and self._shown.stage.value == "idle"

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._typed

    @Property(bool, notify=changed)
    def whole(self) -> bool:
        """Whether it can be a number."""
        return len(self._typed) >= LEAST_DIGITS

    @Slot()
    def begin(self) -> None:
        """Open the sheet."""
        self._typed = ""
        self._navigator.showSheet(SHEET)
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the number."""
        if digit.isdigit() and len(self._typed) < MOST_DIGITS:
            self._typed += digit
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Take every digit back."""
        self._typed = ""
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Go on here with the cart that waits under this number."""
        if len(self._typed) >= LEAST_DIGITS:
            self._till.staff_take_up(self._typed)
