"""Single cells: numbers and dates as registers write them; what cannot be one is a fault."""

import re
from datetime import date, datetime

DECIMAL = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
LONGITUDES = (-180.0, 180.0)
LATITUDES = (-90.0, 90.0)


class Unreadable(Exception):
    """A cell that does not hold what its column promises; the text says what it should hold."""


def visible(text: str) -> str:
    """A text without invisible characters: they hide in titles and break published files."""
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def degrees(text: str, limits: tuple[float, float]) -> float | None:
    """Decimal degrees with a point or a comma; None for an empty cell."""
    if not text:
        return None
    if not DECIMAL.fullmatch(text):
        message = f"“{text}” is not a number of degrees"
        raise Unreadable(message)
    value = float(text.replace(",", "."))
    if not limits[0] <= value <= limits[1]:
        message = f"{text} degrees is not on the globe"
        raise Unreadable(message)
    return value


def point(text: str) -> tuple[float, float] | None:
    """Longitude and latitude out of `latitude, longitude`; None for an empty cell."""
    if not text:
        return None
    parts = [part for part in re.split(r"\s*[;,]\s+|\s*;\s*|\s+|,", text.strip()) if part]
    if len(parts) != 2:
        message = f"“{text}” is not a latitude and a longitude"
        raise Unreadable(message)
    latitude, longitude = degrees(parts[0], LATITUDES), degrees(parts[1], LONGITUDES)
    return None if latitude is None or longitude is None else (longitude, latitude)


def iso_day(text: str) -> date | None:
    """A date as YYYY-MM-DD; None for an empty cell."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a civil date
    except ValueError as error:
        message = f"“{text}” is not a date such as 2024-05-31"
        raise Unreadable(message) from error
