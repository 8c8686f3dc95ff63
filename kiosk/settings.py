"""Every setting of a kiosk, declared once: key, type, default and one sentence."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from kiosk.domain.qr_profile import ProfileKind, QrProfile
from sync.wire.remote_settings import ExchangeSection, Section, ShownSection, TillSection, Value, describe, nested

Category = Literal["scanner", "camera", "scale", "printer", "terminal", "benefits"]
SEARCHED = ("kiosk.toml", "/etc/baro/kiosk.toml")


class StationSection(ShownSection):
    """Where this station keeps what must never be lost, and how it is shown."""

    folder: Path = Field(Path("/var/lib/baro"), description="Folder of station.db, catalogue.db and the station's key.")
    journal_mirror: Path | None = Field(None, description="Folder on another disk for copies; none when left out.")
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


class CentralSection(ExchangeSection):
    """Headquarters' server."""

    url: str = Field("", pattern=r"^(https?://.+)?$", description="Address of central; empty = a station on its own.")
    ca_file: Path | None = Field(None, description="Certificate authority that signs central's certificate.")
    receipt_url: str = Field("", description="Address in receipt QR codes; empty = what central said at enrolment.")


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


def load_settings(path: Path | None, remote: Mapping[str, Value] | None = None) -> Settings:
    """Read settings from a TOML file (or only defaults) and the environment; raises `SettingsError`.

    `remote` are values that central set, by key: they count more than the file and less than the environment.
    """
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
            del dotenv_settings, file_secret_settings
            if path is None:
                return env_settings, init_settings
            return env_settings, init_settings, TomlConfigSettingsSource(settings_cls, path)

    try:
        return FromFile(**nested(remote or {}))  # type: ignore[arg-type]  # tables, not yet read as sections
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


def listed() -> Iterator[tuple[str, str, object, str]]:
    """Every setting as (key, what it takes, default, sentence)."""
    for section, outer in Settings.model_fields.items():
        model: Any = _LISTS.get(section, outer.annotation)
        prefix = f"{section}[]" if section in _LISTS else section
        for name, field in model.model_fields.items():
            default = "(required)" if field.is_required() else field.get_default(call_default_factory=True)
            yield f"{prefix}.{name}", describe(field), default, field.description or ""
