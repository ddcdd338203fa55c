"""Settings: frozen, from the environment; a wrong one stops the start with one sentence."""

import base64
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from environs import Env, EnvError
from flask import current_app

from pactregistry.workflow.city import City, check_overlay, load_city
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.loading import load_packs
from pactregistry.workflow.pack import Pack, PackFault

PACKAGE = Path(__file__).parent
PREFIX = "PACTREGISTRY_"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, never listened on
SOURCE_LANGUAGE = "en"  # the interface is written in it, so that it needs no catalogue
LOGO_KINDS = {".svg": "image/svg+xml", ".png": "image/png"}
NAMES = [
    "BASE_URL",
    "DATABASE_URL",
    "DATA_DIR",
    "MAIL_FROM",
    "NOW",
    "PACK",
    "SECRET_KEY",
    "SMTP_URL",
    "TIMEZONE",
]


class SettingsFault(Exception):
    """A setting that cannot be used; its text is one sentence for the operator."""


@dataclass(frozen=True)
class Settings:
    """All that an installation may set, with the city and its packs read once."""

    data_dir: Path
    database_url: str
    base_url: str
    secret_key: str
    smtp_url: str
    mail_from: str
    city: City
    packs: Mapping[str, Pack]
    shift: timedelta
    logo: str

    @property
    def pack(self) -> Pack:
        """The pack in force today, under which new files are opened."""
        return self.pack_on(self.today())

    def pack_on(self, day: date) -> Pack:
        """The pack in force on a day."""
        return self.packs[self.city.pack_on(day)]

    @property
    def secure(self) -> bool:
        """Whether visitors come over HTTPS, so that cookies must be Secure."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def trusted_hosts(self) -> list[str] | None:
        """The names under which the site may be asked for; None where it listens to all."""
        host = urlsplit(self.base_url).hostname or ""
        return None if host in EVERY_ADDRESS else [host, *LOOPBACK]

    def now(self) -> datetime:
        """Civil time as an instant in UTC, shifted where `PACTREGISTRY_NOW` set it."""
        return datetime.now(UTC) + self.shift

    def today(self) -> date:
        """The day on the city's calendar."""
        return civil_day(self.now(), self.city.zone)


def settings() -> Settings:
    """The settings of the running application."""
    here: Settings = current_app.config["SETTINGS"]
    return here


def folder(name: str) -> Path:
    """A folder of data: inside the package in a wheel, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def read_settings() -> Settings:
    """Read the environment.

    Raises:
        SettingsFault: a setting is unknown or malformed, or the city's files are.
    """
    unknown = sorted(
        name for name in os.environ if name.startswith(PREFIX) and name[len(PREFIX) :] not in NAMES
    )
    if unknown:
        message = f"Unknown setting {', '.join(unknown)}: known are {', '.join(NAMES)}."
        raise SettingsFault(message)
    try:
        return _read(Env(eager=True, prefix=PREFIX))
    except (EnvError, ValueError) as error:
        raise SettingsFault(str(error)) from error
    except PackFault as error:
        raise SettingsFault("; ".join(error.faults)) from error
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise SettingsFault(message) from error


def _read(env: Env) -> Settings:
    data_dir = env.path("DATA_DIR", default=Path("data")).absolute()
    city = _city(data_dir, env.str("PACK", default=""), env.str("TIMEZONE", default=""))
    unsaid = [code for code in city.languages if not _has_catalogue(data_dir, code)]
    if unsaid:
        message = f"languages: there is no catalogue for {', '.join(unsaid)}."
        raise ValueError(message)
    packs = load_packs(pack_roots(data_dir))
    faults = check_overlay(city, packs)
    if faults:
        raise PackFault(faults)
    return Settings(
        data_dir=data_dir,
        database_url=env.str("DATABASE_URL", default=f"sqlite:///{data_dir / 'registry.sqlite'}"),
        base_url=_url(env, "BASE_URL", "http://127.0.0.1:5000", ("http", "https")).rstrip("/"),
        secret_key=env.str("SECRET_KEY", default="") or _kept_secret(data_dir),
        smtp_url=_url(env, "SMTP_URL", "", ("smtp", "smtps")),
        mail_from=env.str("MAIL_FROM", default=city.profile.email),
        city=city,
        packs=packs,
        shift=_shift(env.str("NOW", default=""), city.zone),
        logo=_logo(data_dir, city.profile.logo),
    )


def _city(data_dir: Path, pack: str, zone: str) -> City:
    own = data_dir / "city.toml"
    city = load_city(own if own.exists() else folder("regulation") / "city.toml")
    try:
        own_zone = ZoneInfo(zone) if zone else city.zone
    except ZoneInfoNotFoundError as error:
        message = f"There is no time zone {zone}."
        raise ValueError(message) from error
    if pack:  # a rehearsal under one pack: nothing follows it
        city = replace(city, pack=pack, successions=())
    return replace(city, zone=own_zone)


def pack_roots(data_dir: Path) -> tuple[Path, ...]:
    """Where packs stand: those that come with the program, then the city's own."""
    return folder("regulation"), data_dir / "regulation"


def translation_folders(data_dir: Path) -> tuple[Path, ...]:
    """Where catalogues stand: those that come with the program, then the city's own."""
    return PACKAGE / "translations", data_dir / "translations"


def _has_catalogue(data_dir: Path, code: str) -> bool:
    return code == SOURCE_LANGUAGE or any(
        (folder / code / "LC_MESSAGES" / "messages.mo").exists()
        for folder in translation_folders(data_dir)
    )


def _logo(data_dir: Path, name: str) -> str:
    """The city's logo from the data folder as a `data:` address, empty for none."""
    if not name:
        return ""
    kind = LOGO_KINDS.get(Path(name).suffix.lower())
    if kind is None:
        message = f"profile.logo: {name} must be one of {', '.join(LOGO_KINDS)}."
        raise ValueError(message)
    content = (data_dir / Path(name).name).read_bytes()
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _url(env: Env, name: str, default: str, schemes: tuple[str, ...]) -> str:
    value = env.str(name, default=default)
    if value and urlsplit(value).scheme not in schemes:
        message = f"{PREFIX}{name} must begin with {' or '.join(f'{s}://' for s in schemes)}."
        raise ValueError(message)
    return value


def _shift(text: str, zone: ZoneInfo) -> timedelta:
    if not text:
        return timedelta()
    start = datetime.fromisoformat(text)
    start = start.replace(tzinfo=zone) if start.tzinfo is None else start
    return start - datetime.now(UTC)


def _kept_secret(data_dir: Path) -> str:
    # Kept in the data folder so that sessions survive a restart without a setting.
    path = data_dir / "secret_key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), "utf-8")
    return path.read_text("utf-8").strip()
