"""What begins with the public: under which pack, and not too many at once. Art. 3(1)b."""

from collections.abc import Callable
from datetime import datetime, timedelta

from pactregistry.config import settings
from pactregistry.database import lock
from pactregistry.journal import Subject
from pactregistry.pacts.models import Pact

# Technical limits against floods, not terms of the regulation.
AT_ONCE = 5
FLOOD_SPAN = timedelta(minutes=10)


class Flood(Exception):
    """Too many in a short time: wait some minutes."""


def stop_a_flood(account_id: int | None, begun_since: Callable[[int, datetime], int]) -> None:
    """Refuse one more where a person began many in a short time.

    Raises:
        Flood: there were as many as one may begin at once.
    """
    if account_id is None:
        return
    if begun_since(account_id, settings().now() - FLOOD_SPAN) >= AT_ONCE:
        raise Flood


def begin_under(subject: Subject, pact: Pact) -> None:
    """Let something stand under the regulation of its pact; one at a time begins on it."""
    lock(pact)
    subject.pack_id, subject.pack_version = pact.pack_id, pact.pack_version
