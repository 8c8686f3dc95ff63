"""How to find and use one ZVT terminal."""

import re
from dataclasses import dataclass, field

from hardware.codecs.zvt import commands
from hardware.drivers.options import DriverOptions
from hardware.drivers.zvt_currency import currency_number
from hardware.drivers.zvt_dialogue import Pace
from hardware.errors import DeviceMisused

_RECEIPTS_TO_REGISTER = 0x02 | 0x04 | 0x80


@dataclass(frozen=True, slots=True)
class ZvtSettings:
    """What a shop says of its terminal; raises `DeviceMisused` that names the wrong setting.

    `password` is the terminal's six digits for registers. `currency` is what it counts in (ISO 4217).
    `terminal_id` is the one that must answer, "" for any. `prints` is whether the register prints the terminal's
    receipts on paper of `columns` signs. `synchronise` turns the synchronisation rule on (tag 1F1F).
    `shopper_language` tells the terminal the language of the shopper. `pace` holds T3 and T4; `keep_within` is how
    many seconds an approval may take to be written down before the terminal is told that it was not taken.
    """

    password: str = field(repr=False)
    currency: str = "EUR"
    terminal_id: str = ""
    prints: bool = True
    columns: int = 48
    synchronise: bool = False
    shopper_language: bool = False
    pace: Pace = field(default_factory=Pace)
    keep_within: float = 4.0
    wait_for_turn: float = 20.0

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{6}", self.password):
            raise DeviceMisused("password is the six digits that the terminal wants from a register.")
        if self.terminal_id and not re.fullmatch(r"[0-9]{8}", self.terminal_id):
            raise DeviceMisused(f"terminal_id is the terminal's eight digits, not {self.terminal_id!r}.")
        if not 16 <= self.columns <= 99:
            raise DeviceMisused(f"columns is the printer's width, 16 to 99 signs, not {self.columns}.")
        times = (self.pace.answer, self.pace.word, self.pace.whole, self.keep_within, self.wait_for_turn)
        if min(times) <= 0 or self.pace.breath < 0:
            raise DeviceMisused("Times of the terminal are seconds greater than 0.")
        currency_number(self.currency)

    @property
    def currency_number(self) -> int:
        """The currency as ZVT writes it."""
        return currency_number(self.currency)

    @property
    def config_byte(self) -> int:
        """What a register without attendant wants: no amounts and no administration at the terminal, its news told.

        Receipts come as print commands only when somebody prints them.
        """
        return commands.KIOSK_CONFIG if self.prints else commands.KIOSK_CONFIG & ~_RECEIPTS_TO_REGISTER


def zvt_settings(options: DriverOptions) -> ZvtSettings:
    """Read the settings of one terminal; raises `DeviceMisused` that names the wrong one."""
    return ZvtSettings(
        password=options.secret("password"),
        currency=options.text("currency", "EUR").upper(),
        terminal_id=options.text("terminal_id", ""),
        prints=options.flag("prints", True),
        columns=options.number("columns", 48, 16, 99),
        synchronise=options.flag("synchronise", False),
        shopper_language=options.flag("shopper_language", False),
        pace=Pace(
            options.seconds("t3", 5.0),
            options.seconds("t4", 180.0),
            options.seconds("longest", 900.0),
        ),
        keep_within=options.seconds("keep_within", 4.0),
    )
