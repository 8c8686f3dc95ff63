"""A kiosk without a typing scanner, when one types all the same: its keys are dropped and somebody is told."""

from collections.abc import Callable

from hardware.codecs.wedge_keys import KeyVerdict, WedgeKeys


class StrayKeys:
    """Implements `KeyTaker`: `told` is called for each burst of keys that no person types.

    A configuration barcode can turn any scanner into a keyboard (T-3); its codes are then worth nothing.
    """

    def __init__(self, told: Callable[[], None]) -> None:
        self._keys = WedgeKeys()
        self._told = told

    @property
    def fastest(self) -> float:
        """Seconds between two keys of which the second can still belong to a scanner."""
        return self._keys.fastest

    def key(self, character: str, at: float) -> KeyVerdict:
        """Take one key press of the second `at`."""
        return self._heard(self._keys.key(character, at))

    def expire(self, at: float) -> KeyVerdict:
        """Say what time it is."""
        return self._heard(self._keys.expire(at))

    def _heard(self, verdict: KeyVerdict) -> KeyVerdict:
        if verdict.scanned is not None:
            self._told()
        return verdict
