"""Every setting of a kiosk, declared once: key, type, default and one sentence."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from kiosk.domain.qr_profile import ProfileKind, QrProfile

Category = Literal["scanner", "camera", "scale", "printer", "terminal", "benefits"]
SEARCHED = ("kiosk.toml", "/etc/baro/kiosk.toml")


class Section(BaseModel):
    """A table of kiosk.toml; a key that is not declared is refused, so that a typing error is never silent."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StationSection(Section):
    """Where this station keeps what must never be lost."""

    folder: Path = Field(Path("/var/lib/baro"), description="Folder of station.db, catalogue.db and the station's key.")
    journal_mirror: Path | None = Field(None, description="Folder on another disk for copies; none when left out.")
    language: Literal["ko", "en", "ja", "zh"] = Field("ko", description="Language of the idle screen.")
    time_zone: str = Field("Asia/Seoul", description="IANA name of the shop's time zone.")


class PanelSection(Section):
    """The screen: all sizes are made from millimetres."""

    width: int = Field(1080, ge=640, le=7680, description="Width of the panel in pixels.")
    height: int = Field(1920, ge=480, le=7680, description="Height of the panel in pixels.")
    diagonal_inch: float = Field(27.0, ge=10, le=65, description="Diagonal of the panel in inches.")
    bottom_mm: int | None = Field(
        None, ge=0, le=1500, description="Height of the panel's lower edge above the floor in mm, once measured."
    )
    full_screen: bool = Field(True, description="Cover the whole screen and hide the pointer.")


class ShopSection(Section):
    """What the shop shows besides its catalogue."""

    documents: Path | None = Field(
        None, description="Folder of categories.json, stories.json and map.json; pages go without what is not there."
    )
    pictures: Path | None = Field(None, description="Folder of product pictures, named as the catalogue names them.")


class CentralSection(Section):
    """Headquarters' server."""

    url: str = Field("", pattern=r"^(https?://.+)?$", description="Address of central; empty = a station on its own.")
    ca_file: Path | None = Field(None, description="Certificate authority that signs central's certificate.")
    receipt_url: str = Field("", description="Address in receipt QR codes; empty = what central said at enrolment.")
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


class DeviceSection(Section):
    """One device: what it is, which driver speaks to it, and where it is."""

    name: str = Field(..., min_length=1, max_length=40, description="Name shown to the technician.")
    category: Category = Field(..., description="What it is for.")
    driver: str = Field(
        ...,
        min_length=1,
        description="Driver: serial, hid, evdev, wedge, camera, 8217, escpos-tcp, nexo, benefit-http, ...",
    )
    address: str = Field(
        "", description="Serial port, usb:VENDOR:PRODUCT, host:port, camera index, file, folder or URL."
    )
    options: dict[str, str | int | float | bool] = Field(
        default_factory=dict, description="What this driver needs besides, see docs/drivers."
    )


class CodeSection(Section):
    """A QR code of a phone or app, known by its look."""

    name: str = Field(..., min_length=1, max_length=40, description="Name of this kind of code, for the journal.")
    kind: Literal["licence", "member", "wallet", "coupon", "partner", "park"] = Field(
        ..., description="What such a code is."
    )
    pattern: str = Field(..., description="What the whole text looks like, see docs/codes.md.")
    symbologies: tuple[str, ...] = Field(("QR",), description="Names of the symbologies it comes in.")
    by_host: bool = Field(
        False, description="Whether such a coupon is kept by the benefit host, see docs/drivers/benefits.md."
    )

    @model_validator(mode="after")
    def _pattern_is_steady(self) -> "CodeSection":
        self.profile()
        return self

    def profile(self) -> QrProfile:
        """The profile of the domain; raises `ProfileError`, a `ValueError`."""
        return QrProfile(self.name, ProfileKind(self.kind), self.pattern, frozenset(self.symbologies), self.by_host)


class Settings(BaseSettings):
    """All settings of a kiosk: kiosk.toml, then the environment (BARO_PANEL__WIDTH=1920) on top."""

    model_config = SettingsConfigDict(
        env_prefix="BARO_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        nested_model_default_partial_update=True,
    )

    station: StationSection = StationSection()
    panel: PanelSection = PanelSection()
    shop: ShopSection = ShopSection()
    central: CentralSection = CentralSection()
    till: TillSection = TillSection()
    devices: tuple[DeviceSection, ...] = Field((), description="The devices, each a [[devices]] table.")
    codes: tuple[CodeSection, ...] = Field((), description="QR codes of phones and apps, each a [[codes]] table.")

    @field_validator("station")
    @classmethod
    def _zone_is_known(cls, station: StationSection) -> StationSection:
        if station.time_zone not in available_timezones():
            raise ValueError(
                f"time_zone {station.time_zone!r} is no IANA zone; write one like Asia/Seoul or Europe/Paris"
            )
        return station

    @field_validator("devices")
    @classmethod
    def _names_differ(cls, devices: tuple[DeviceSection, ...]) -> tuple[DeviceSection, ...]:
        names = [device.name for device in devices]
        if len(set(names)) != len(names):
            raise ValueError(f"two devices have the same name: {', '.join(sorted(names))}")
        return devices

    def of(self, category: Category) -> tuple[DeviceSection, ...]:
        """The devices of one category, in the order of the file."""
        return tuple(device for device in self.devices if device.category == category)


_LISTS: dict[str, type[Section]] = {"devices": DeviceSection, "codes": CodeSection}  # tables that come several times


def is_secret(key: str) -> bool:
    """Whether a setting's value is shown to nobody."""
    return any(word in key.lower() for word in ("passphrase", "password", "secret", "token"))


class SettingsError(ValueError):
    """A setting is wrong; the message names file, line, key, what it is and what is allowed."""


def find_settings() -> Path | None:
    """The settings file of this machine: BARO_SETTINGS, ./kiosk.toml, /etc/baro/kiosk.toml; None when there is none."""
    named = os.environ.get("BARO_SETTINGS")
    if named:
        return Path(named)
    return next((Path(path) for path in SEARCHED if Path(path).is_file()), None)


def load_settings(path: Path | None) -> Settings:
    """Read settings from a TOML file (or only defaults) and the environment; raises `SettingsError`."""
    text = ""
    if path is not None:
        try:
            text = path.read_text("utf-8")
            tomllib.loads(text)
        except OSError as error:
            raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: not TOML: {error}") from error

    class FromFile(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            del init_settings, dotenv_settings, file_secret_settings
            if path is None:
                return (env_settings,)
            return env_settings, TomlConfigSettingsSource(settings_cls, path)

    try:
        return FromFile()
    except ValidationError as error:
        raise SettingsError("\n".join(_sentences(error, path, text))) from error


def _sentences(error: ValidationError, path: Path | None, text: str) -> Iterator[str]:
    for problem in error.errors():
        location = problem["loc"]
        key = ".".join(str(part) for part in location)
        line = _line_of(text, location)
        where = f"{path}:{line}" if path and line else _environment_name(location)
        what = "is not a setting" if problem["type"] == "extra_forbidden" else problem["msg"]
        allowed = _allowed(location)
        silent = problem["type"] in {"missing", "extra_forbidden"} or is_secret(key)
        given = "" if silent else f" (given: {problem['input']!r})"
        yield f"{where}: {key}: {what}{given}{f'; allowed: {allowed}' if allowed else ''}"


def _environment_name(location: tuple[int | str, ...]) -> str:
    return "BARO_" + "__".join(str(part) for part in location).upper()


def _line_of(text: str, location: tuple[int | str, ...]) -> int | None:
    """The line of a TOML key; of its table when the key itself is not written."""
    table: tuple[str, int] = ("", -1)
    seen: dict[str, int] = {}
    best: int | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        header = re.match(r"^\[\[?\s*([\w.\-]+)\s*\]\]?", line)
        if header:
            name = header[1]
            seen[name] = seen.get(name, -1) + 1
            table = (name, seen[name] if line.startswith("[[") else -1)
            if _inside(table, location[: 2 if table[1] != -1 else 1]):
                best = number
        elif key := re.match(r"^([\w\-]+)\s*=", line):
            here: list[int | str] = [table[0]] if table[0] else []
            here += [table[1]] if table[1] != -1 else []
            if tuple([*here, key[1]]) == location[: len(here) + 1]:
                return number
    return best


def _inside(table: tuple[str, int], location: tuple[int | str, ...]) -> bool:
    return location in ((table[0],), (table[0], table[1]))


def _allowed(location: tuple[int | str, ...]) -> str:
    model: Any = Settings
    field: FieldInfo | None = None
    for part in location:
        if isinstance(part, int):
            continue
        fields = getattr(model, "model_fields", {})
        if part not in fields:
            return ", ".join(fields)
        field = fields[part]
        model = _LISTS.get(str(part), field.annotation)
    return describe(field) if field is not None else ""


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


def listed() -> Iterator[tuple[str, str, object, str]]:
    """Every setting as (key, what it takes, default, sentence)."""
    for section, outer in Settings.model_fields.items():
        model: Any = _LISTS.get(section, outer.annotation)
        prefix = f"{section}[]" if section in _LISTS else section
        for name, field in model.model_fields.items():
            default = "(required)" if field.is_required() else field.get_default(call_default_factory=True)
            yield f"{prefix}.{name}", describe(field), default, field.description or ""
