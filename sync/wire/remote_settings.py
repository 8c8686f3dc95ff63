"""The settings of a kiosk that central may set, and what each may be: declared once for both ends.

What is declared here is remote; what `kiosk.settings` adds to these tables (folders, addresses, devices) is not: a
wrong word there would take the station away from whoever sent it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

Value = str | int | float | bool | list[Any] | None


class RemoteSettingsRefused(ValueError):
    """What was given is not what these settings may be; the message says key by key what is wrong and allowed."""


class Section(BaseModel):
    """A table of kiosk.toml; a key that is not declared is refused, so that a typing error is never silent."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ShownSection(Section):
    """What a shopper sees first."""

    language: Literal["ko", "en", "ja", "zh"] = Field("ko", description="Language of the idle screen.")


class ExchangeSection(Section):
    """How often the station speaks with central."""

    round_seconds: float = Field(5.0, ge=0.5, le=300, description="Seconds between two exchanges with central.")
    most_wait_seconds: float = Field(
        60.0, ge=1, le=300, description="Longest pause between tries while central is away."
    )


class TillSection(Section):
    """Rules of the till that a shop chooses."""

    shipping_fee: int = Field(3000, ge=0, description="Fee for shipping, in minor units, once a sale.")
    shipping_free_from: int = Field(0, ge=0, description="Shipped goods worth this much ship free; 0 = never.")
    idle_warn_seconds: int = Field(60, ge=60, description="Seconds without touch or scan until the shopper is asked.")
    idle_count_seconds: int = Field(30, ge=30, description="Seconds of the countdown that follows.")
    pay_wait_seconds: int = Field(60, ge=30, description="Seconds the terminal waits for a card before asking.")
    done_seconds: int = Field(20, ge=20, description="Seconds the done page stays.")
    keep_cart_seconds: int = Field(300, ge=60, description="Seconds an abandoned cart waits for its shopper.")
    duplicate_read_ms: int = Field(250, ge=0, le=2000, description="The same code again within this is one read.")
    same_pack_seconds: float = Field(
        2.0, ge=0, le=10, description="A pack's barcode and QR code read by hand within this are one piece."
    )
    attended: bool = Field(True, description="Whether somebody is on duty to answer calls.")
    age_policy: Literal["attendant", "refuse"] = Field(
        "attendant", description="Age-restricted goods: staff look at an identity card, or they are not sold here."
    )
    print_paper: Literal["never", "offline", "always"] = Field(
        "offline", description="When paper comes by itself: never, while the digital receipt cannot be served, always."
    )
    coupon_offline_most: int = Field(
        50_000, ge=0, description="What one coupon of single use may take off while central is away, in minor units."
    )
    voucher_most: int = Field(
        0, ge=0, description="Largest gift voucher of the shop's own QR codes that is taken, in minor units; 0 = none."
    )
    points_least: int = Field(
        1000, ge=1, description="Least amount that points of a benefit host pay in one piece, in minor units."
    )
    points_step: int = Field(100, ge=1, description="Points pay whole multiples of this, in minor units.")
    cash_receipt: Literal["never", "asked", "designated"] = Field(
        "asked",
        description="Cash receipts: never, asked, or designated: asked, and from 100,000 won issued unasked.",
    )
    partial_approval: bool = Field(
        True, description="Whether a card may pay less than was asked and the rest is paid otherwise."
    )
    instalments_from: int = Field(
        50_000, ge=0, description="The least card payment that may be spread over months, in minor units; 0 = none."
    )
    instalments: tuple[int, ...] = Field(
        (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), description="Months that are offered, of those that the terminal takes."
    )
    terminal_day_hour: int | None = Field(
        None, ge=0, le=23, description="Hour at which the terminal's day is closed; left out: when the terminal asks."
    )
    staffed_lanes: tuple[str, ...] = Field(
        (), description="Numbers of the checkouts with a person, named where this one takes no cards."
    )
    attendant_lowers_percent: int = Field(
        30, ge=0, le=100, description="How much of a price an attendant may take off, in percent."
    )
    attendant_lowers_amount: int = Field(5000, ge=0, description="And at most this much, in minor units.")
    supervisor_lowers_percent: int = Field(
        100, ge=0, le=100, description="How much of a price a supervisor may take off, in percent."
    )
    volume: float = Field(0.6, ge=0, le=1, description="Loudness of the sounds, 0 to 1.")


class RemoteSettings(Section):
    """All that central may set, by the tables of kiosk.toml."""

    station: ShownSection = ShownSection()
    central: ExchangeSection = ExchangeSection()
    till: TillSection = TillSection()


def remote_fields() -> Iterator[tuple[str, FieldInfo]]:
    """Every setting that central may set, as (key, field)."""
    for section, outer in RemoteSettings.model_fields.items():
        kind: Any = outer.annotation
        yield from ((f"{section}.{name}", field) for name, field in kind.model_fields.items())


def nested(values: Mapping[str, Value]) -> dict[str, dict[str, Value]]:
    """Values by key ("till.volume") as tables; raises `RemoteSettingsRefused` for what is no key of a table."""
    tables: dict[str, dict[str, Value]] = {}
    for key, value in values.items():
        section, dot, name = key.partition(".")
        if not dot or not name:
            raise RemoteSettingsRefused(f"{key}: is not a setting; write TABLE.NAME, such as till.volume")
        tables.setdefault(section, {})[name] = value
    return tables


def checked(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values as the station will read them; raises `RemoteSettingsRefused` when any cannot be set."""
    known = dict(remote_fields())
    try:
        read = RemoteSettings.model_validate(nested(values))
    except ValidationError as error:
        sentences = []
        for fault in error.errors():
            key = ".".join(str(part) for part in fault["loc"][:2])
            if fault["type"] == "extra_forbidden":
                sentences.append(f"{key}: is not a setting that central may set")
            else:
                allowed = f"; allowed: {describe(known[key])}" if key in known else ""
                sentences.append(f"{key}: {fault['msg']} (given: {fault['input']!r}){allowed}")
        raise RemoteSettingsRefused("\n".join(sentences)) from error
    told = read.model_dump(mode="json", exclude_unset=True)
    return {key: told[key.partition(".")[0]][key.partition(".")[2]] for key in sorted(values)}


_WORDS: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    Path: "a path",
}


def describe(field: FieldInfo) -> str:
    """What a field takes, in words: its type, choices and bounds."""
    annotation: Any = next((kind for kind in get_args(field.annotation) if kind in _WORDS), field.annotation)
    choices = [str(choice) for choice in get_args(annotation) if isinstance(choice, str)]
    if choices:
        return " | ".join(choices)
    said = _WORDS.get(annotation, "a table")
    for rule in field.metadata:
        if (low := getattr(rule, "ge", None)) is not None:
            said += f" from {low}"
        if (high := getattr(rule, "le", None)) is not None:
            said += f" to {high}"
        if pattern := getattr(rule, "pattern", None):
            said += f" like {pattern}"
    return str(said)
