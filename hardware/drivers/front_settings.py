"""How to find and trust one Toss Front terminal."""

from dataclasses import dataclass, field

from hardware.codecs.front_frame import pairing_key
from hardware.codecs.front_message import Exempt, Patience
from hardware.errors import DeviceMisused
from hardware.transports.web_socket import socket_address


@dataclass(frozen=True, slots=True)
class FrontSettings:
    """How to find and trust one terminal; raises `DeviceMisused` that names the wrong setting.

    `address` is ws://host:9000/, `pairing_key` the 64 hexadecimal digits of its settings page, `serial` the only
    terminal to accept ("": any with the key). `locale` is auto (from the request), ko or en. Times are seconds;
    `payment_timeout` is how long the terminal itself waits for the shopper, `grace` how much longer the register
    does (1.6).
    """

    address: str
    pairing_key: str = field(repr=False)
    serial: str = ""
    locale: str = "auto"
    exempt: Exempt = Exempt.SUPPLY
    print_receipt: bool = False
    connect_timeout: float = 3.0
    answer_timeout: float = 10.0
    payment_timeout: float = 60.0
    ping_every: float = 10.0
    grace: float = 30.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", socket_address(self.address))
        object.__setattr__(self, "pairing_key", pairing_key(self.pairing_key))
        if self.locale not in ("auto", "ko", "en"):
            raise DeviceMisused(f"locale is auto, ko or en, not {self.locale!r:.20}.")
        if min(self.connect_timeout, self.answer_timeout, self.ping_every, self.grace) <= 0:
            raise DeviceMisused("Timeouts of the terminal are seconds greater than 0.")
        if not 1 <= self.payment_timeout <= 600:
            raise DeviceMisused("payment_timeout is from 1 to 600 seconds.")

    def patience(self) -> Patience:
        """How long terminal and register wait for the end of a payment."""
        return Patience(round(self.payment_timeout * 1000), round((self.payment_timeout + self.grace) * 1000))

    def locale_for(self, language: str) -> str:
        """The terminal's language for a shopper's (1.2: ko or en)."""
        if self.locale != "auto":
            return self.locale
        return "ko" if language.startswith("ko") else "en"
