"""Every setting of central, declared once; from the environment as BARO_CENTRAL_… or from the caller."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class CentralSettings(BaseSettings):
    """Where central keeps things, and how it is reached."""

    model_config = SettingsConfigDict(env_prefix="BARO_CENTRAL_", frozen=True, extra="forbid")

    folder: Path = Field(description="Folder of central's key, its catalogue files and its own PostgreSQL.")
    database_url: str = Field(
        "",
        pattern=r"^(postgresql(\+psycopg)?://.*)?$",
        description="PostgreSQL to use, such as postgresql://user@host/name; empty starts the one that comes along.",
    )
    receipt_base_url: str = Field(
        "http://127.0.0.1:8080",
        pattern=r"^https?://[^?#]+$",
        description="Address of the receipt pages as a shopper's phone reaches it; /r/ and a token follow.",
    )
    time_zone: str = Field("Asia/Seoul", description="IANA name of the time zone that the console shows times in.")
    receipt_requests_per_minute: int = Field(
        120, ge=1, description="How many receipt pages one address may open in a minute."
    )

    cash_receipt_url: str = Field(
        "",
        pattern=r"^(https?://[^?#]+[^/?#])?$",
        description="Address of the service that issues cash receipts (Popbill); empty: they stay due, and are listed.",
    )
    cash_receipt_token_url: str = Field(
        "https://auth.linkhub.co.kr",
        pattern=r"^https?://[^?#]+[^/?#]$",
        description="Address that gives out tokens for that service.",
    )
    cash_receipt_service: Literal["POPBILL", "POPBILL_TEST"] = Field(
        "POPBILL_TEST", description="POPBILL_TEST: nothing reaches the tax office."
    )
    cash_receipt_link_id: str = Field("", description="Name of the account at the cash receipt service.")
    cash_receipt_secret: SecretStr = Field(SecretStr(""), description="Its secret key, in Base64 as it was given.")
    cash_receipt_business_number: str = Field("", description="Business number of who issues: 10 digits.")
    cash_receipt_seller: dict[str, str] = Field(
        default_factory=dict,
        description="Franchise fields of every cash receipt by the service's names, as JSON: franchiseCorpName, "
        "franchiseCEOName, franchiseAddr, franchiseTEL.",
    )
