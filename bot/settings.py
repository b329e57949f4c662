"""Read the settings once, check them, and never look at the environment again."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MUDUO_"
DEFAULT_API_URL = "https://api.telegram.org"
# How people write it, and the driver that it means.
DATABASES = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def _or_default(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


class SettingsError(Exception):
    """A setting that cannot be used; the message is one sentence that names it."""


class Settings(BaseSettings):
    """Everything that can be set from outside, as `MUDUO_…` in the environment or in `.env`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_api_url: str = DEFAULT_API_URL
    database_url: SecretStr | None = None
    data_dir: Path = Path("var")
    time_zone: Annotated[str, BeforeValidator(_or_default)] = "Asia/Shanghai"
    language: Literal["zh", "en"] = "zh"
    proxy_url: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    sandbox_port: int = Field(default=8090, ge=0, le=65535)
    public_url: str | None = None
    code_seconds: int = Field(default=90, ge=30, le=600)
    send_rate: float = Field(default=30, ge=0, le=1000)

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"there is no time zone {value!r}; try Asia/Shanghai") from error
        return value

    @field_validator("telegram_api_url", "public_url")
    @classmethod
    def _is_http(cls, value: str | None) -> str | None:
        if value is not None:
            parts = urlsplit(value)
            if parts.scheme not in ("http", "https") or not parts.netloc:
                raise ValueError("it must begin with http:// or https:// and name a host")
        return value.rstrip("/") if value else value

    @field_validator("proxy_url")
    @classmethod
    def _is_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and urlsplit(value.get_secret_value()).scheme not in (
            "http",
            "https",
            "socks5",
        ):
            raise ValueError("it must begin with http://, https:// or socks5://")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and urlsplit(value.get_secret_value()).scheme not in DATABASES:
            raise ValueError("it must begin with sqlite:/// or postgresql://")
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def codes_good_for(self) -> timedelta:
        """How long a scanned code is taken from the start of its step on."""
        return timedelta(seconds=self.code_seconds)

    def secrets(self) -> list[str]:
        """What must never be logged: passwords, and URLs that carry one."""
        urls = [found.get_secret_value() for found in (self.database_url, self.proxy_url) if found]
        passwords = [urlsplit(url).password for url in urls]
        return [*urls, *(password for password in passwords if password)]

    def token(self) -> str | None:
        """The bot's token from the setting or from its file; None asks for the sandbox."""
        if self.telegram_token is not None:
            return self.telegram_token.get_secret_value().strip() or None
        if self.telegram_token_file is None:
            return None
        try:
            return self.telegram_token_file.read_text(encoding="utf-8").strip() or None
        except OSError as error:
            raise SettingsError(
                f"{PREFIX}TELEGRAM_TOKEN_FILE cannot be read: {error.strerror}."
            ) from error

    def database(self, *, sandbox: bool = False) -> str:
        """Where the database is. The sandbox never touches the real one."""
        if self.database_url is not None and not sandbox:
            scheme, _, rest = self.database_url.get_secret_value().partition(":")
            return f"{DATABASES[scheme]}:{rest}"
        folder = self.data_dir / "sandbox" if sandbox else self.data_dir
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"{PREFIX}DATA_DIR {self.data_dir} cannot be used: {error.strerror}."
            ) from error
        return f"sqlite:///{folder / 'muduo.db'}"


def read_settings() -> Settings:
    """Read and check; raises SettingsError with one sentence that names the first bad value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = PREFIX + str(first["loc"][0]).upper()
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise SettingsError(f"{name} cannot be used: {reason}.") from error
