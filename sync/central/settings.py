"""Every setting of central, declared once; from the environment as BARO_CENTRAL_… or from the caller."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class CentralSettings(BaseSettings):
    """Where central keeps things, and who may operate it."""

    model_config = SettingsConfigDict(env_prefix="BARO_CENTRAL_", frozen=True, extra="forbid")

    folder: Path = Field(description="Folder of central's key, its catalogue files and its own PostgreSQL.")
    database_url: str = Field(
        "",
        pattern=r"^(postgresql(\+psycopg)?://.*)?$",
        description="PostgreSQL to use, such as postgresql://user@host/name; empty starts the one that comes along.",
    )
    operator_token: SecretStr = Field(
        SecretStr(""), description="What opens the console, 16 characters or more; empty keeps it shut."
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

    @field_validator("operator_token")
    @classmethod
    def _long_enough(cls, token: SecretStr) -> SecretStr:
        if 0 < len(token.get_secret_value()) < 16:
            raise ValueError("the operator's token has 16 characters or more; empty keeps the console shut")
        return token
