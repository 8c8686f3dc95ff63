"""The options of a benefit host as the settings file gives them."""

from pathlib import Path

from hardware.codecs.benefit_message import SharedKey
from hardware.drivers.benefit_http import BenefitSettings
from hardware.drivers.options import DriverOptions
from hardware.errors import DeviceMisused
from hardware.ports.benefit_host import BenefitKind


def benefit_settings(address: str, options: DriverOptions) -> BenefitSettings:
    """Read shop, secret, kinds, ca_file and the times; raises `DeviceMisused` for a wrong one."""
    key = SharedKey(options.text("shop"), options.secret("secret").encode("utf-8"))
    ca_file = _file(options)
    return BenefitSettings(
        address=address,
        key=key,
        kinds=_kinds(options.text("kinds", ", ".join(BenefitKind))),
        ca_file=ca_file,
        connect_timeout=options.seconds("connect_timeout", 3.0),
        answer_timeout=options.seconds("answer_timeout", 10.0),
    )


def _file(options: DriverOptions) -> Path | None:
    named = options.text("ca_file", "")
    if not named:
        return None
    if not Path(named).is_file():
        raise DeviceMisused(f"The driver benefit-http: ca_file is a file that exists, not {named!r}.")
    return Path(named)


def _kinds(text: str) -> frozenset[BenefitKind]:
    try:
        return frozenset(BenefitKind(word.strip()) for word in text.split(",") if word.strip())
    except ValueError:
        raise DeviceMisused(
            f"The driver benefit-http: kinds is a list like {', '.join(BenefitKind)!r}, not {text!r}."
        ) from None
