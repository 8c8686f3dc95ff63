"""No card number in what this process says of itself: log lines, and the trace of what nobody foresaw.

Drivers mask what terminals tell; this is for what a fault tells by itself, such as the text that could not be read as
a number. A run of digits that only looks like a card number, as one in ten article numbers does, is masked as well: in
a log nobody misses its middle.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType

from hardware.codecs.card_masking import mask_card_numbers


class MaskedFormatter(logging.Formatter):
    """Writes a record as another formatter does, without the card numbers in it or in its trace."""

    def __init__(self, written_by: logging.Formatter) -> None:
        super().__init__()
        self._written_by = written_by

    def format(self, record: logging.LogRecord) -> str:
        """The line with its trace."""
        return mask_card_numbers(self._written_by.format(record))[0]


def mask_output() -> None:
    """From now on the root's log handlers and the traces of unforeseen faults in any thread show no card number."""
    for handler in logging.getLogger().handlers:
        if not isinstance(handler.formatter, MaskedFormatter):
            handler.setFormatter(MaskedFormatter(handler.formatter or logging.Formatter()))
    sys.excepthook = _say
    threading.excepthook = _say_of_thread


def _say(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)
        return
    sys.stderr.write(mask_card_numbers("".join(traceback.format_exception(kind, fault, trace)))[0])
    sys.stderr.flush()


def _say_of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is None or issubclass(told.exc_type, SystemExit):
        return
    name = told.thread.name if told.thread else "a thread"
    sys.stderr.write(f"Exception in thread {name}:\n")
    _say(told.exc_type, told.exc_value, told.exc_traceback)
