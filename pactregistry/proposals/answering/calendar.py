"""The closing moment of a call as an iCalendar event (RFC 5545). Art. 11(2)."""

from datetime import UTC, datetime

from flask_babel import gettext as _

from pactregistry.commons.calls.models import Call
from pactregistry.config import settings

FORM = "%Y%m%dT%H%M%SZ"
FOLD = 70  # octets of a line: the standard allows 75


def as_calendar(call: Call, closes_at: datetime) -> str:
    """One event at the last minute, with the page of the call."""
    here = settings()
    authority = here.city.profile.email.rpartition("@")[2]
    moment = closes_at.astimezone(UTC).strftime(FORM)
    title = _("Last minute to answer the call: %(title)s", title=call.title)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pactregistry//calls//EN",
        "BEGIN:VEVENT",
        f"UID:call-{call.number}@{authority}",
        f"DTSTAMP:{here.now().strftime(FORM)}",
        f"DTSTART:{moment}",
        f"DTEND:{moment}",
        f"SUMMARY:{_escaped(title)}",
        f"URL:{here.base_url}/calls/{call.number}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> list[str]:
    """A long line in parts, none of which cuts a letter."""
    parts, rest = [], line
    while len(rest.encode()) > FOLD:
        cut = FOLD
        while len(rest[:cut].encode()) > FOLD:
            cut -= 1
        parts.append(rest[:cut])
        rest = f" {rest[cut:]}"
    return [*parts, rest]
