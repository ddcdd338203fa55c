"""Fills an empty database with the demo city, and empties it again. Never touches other data."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from flask_babel import force_locale
from sqlalchemy import delete, select

from pactregistry.config import settings
from pactregistry.database import Base, db
from pactregistry.demo import (
    calling,
    caring,
    disputes_open,
    disputes_over,
    early,
    flowerbeds,
    four_years,
    growing,
    helped,
    listing,
    living,
    marker,
    older,
    park,
    passing,
    rivals,
    street,
    washhouse,
    watching,
    youth,
)
from pactregistry.demo.cast import Cast, Player, enlist
from pactregistry.demo.stage import Moment, play
from pactregistry.demo.texts import MINUTES
from pactregistry.documents.rendering import render_pdf
from pactregistry.journal import Entry
from pactregistry.languages import in_language
from pactregistry.notices.models import queue_length
from pactregistry.notices.outbox import send_waiting
from pactregistry.people.models import Account

WORDS = ("tigli", "siepe", "mulino", "fontana", "orto", "panchina", "scale", "lavatoio", "prato")


def holds_data() -> bool:
    """Whether anybody is registered or anything was ever done in this database."""
    found = (select(model.id).limit(1) for model in (Account, Entry))
    return any(db.session.scalar(query) is not None for query in found)


def fill() -> marker.Mark:
    """Play every story in an empty database; gives how to sign in."""
    with force_locale(settings().city.language):
        password = _password()
        cast = enlist(password)
        db.session.commit()
        mark = _mark(cast, password, whole=False)
        marker.write(mark)
        with _disk_awaited_once():
            minutes = render_pdf(MINUTES)
            play(_stories(cast, minutes))
            while queue_length() and send_waiting():
                pass
        mark = _mark(cast, password, whole=True)
        marker.write(mark)
    return mark


def empty() -> None:
    """Delete every row and every mail of the demo."""
    for table in reversed(Base.metadata.sorted_tables):
        db.session.execute(delete(table))
    db.session.commit()
    for mail in (settings().data_dir / "mail").glob("*.eml"):
        mail.unlink()


@contextmanager
def _disk_awaited_once() -> Iterator[None]:
    """Let SQLite wait for the disk at the end only: a filling that breaks off is begun anew."""
    _tell_sqlite("synchronous=NORMAL")
    try:
        yield
    finally:
        _tell_sqlite("wal_checkpoint(TRUNCATE)", "synchronous=FULL")


def _tell_sqlite(*pragmas: str) -> None:
    db.session.rollback()  # it takes this between transactions only
    if db.engine.dialect.name != "sqlite":
        return
    connection = db.engine.raw_connection()
    try:
        for pragma in pragmas:
            connection.cursor().execute(f"PRAGMA {pragma}")
    finally:
        connection.close()


def _stories(cast: Cast, minutes: bytes) -> list[Iterator[Moment]]:
    return [
        four_years.river(cast, minutes),
        youth.workshop(cast, minutes),
        listing.city_list(cast),
        *caring.year_of_care(cast),
        flowerbeds.via_lunga(cast, minutes),
        flowerbeds.hedge(cast),
        flowerbeds.orchard(cast, minutes),
        flowerbeds.stairs(cast),
        street.street(cast, minutes),
        washhouse.washhouse(cast, minutes),
        growing.garden(cast, minutes),
        older.pacts(cast, minutes),
        park.late(cast),
        park.warned(cast),
        park.answered(cast),
        park.refused(cast),
        *(story(cast) for story in (*_EARLY, *_COMMONS, *_LIVING, *_DISPUTED)),
        disputes_open.asked_twice(cast, minutes),
        disputes_open.sitting(cast, minutes),
        disputes_open.neighbour(cast, minutes),
        older.register(),
        passing.days_pass(),
    ]


_EARLY = (
    early.well,
    early.station,
    early.benches,
    early.redirected,
    early.withdrawn,
    early.lapsed,
    early.withheld,
    early.arrived,
    early.drafts,
)
_COMMONS = (
    listing.suggestions,
    caring.modules,
    caring.bench_in_a_day,
    caring.overdue,
    caring.given_up,
    calling.workshop,
    calling.villa,
    calling.wall,
    calling.flood,
    rivals.court,
    rivals.piazzetta,
    rivals.joined,
)
_LIVING = (
    living.resting,
    living.leaving,
    living.revoked,
    living.renewed,
    helped.lessons,
    helped.rooms,
    helped.funds,
    helped.lent,
    watching.asked,
    watching.found,
    watching.years,
)
_DISPUTED = (
    disputes_over.settled,
    disputes_over.unsettled,
    disputes_over.without_proposal,
    disputes_over.withdrawn,
    disputes_over.to_end,
    disputes_open.forming,
    disputes_open.proposed,
)


def _password() -> str:
    return "-".join(secrets.choice(WORDS) for _ in range(4)) + f"-{secrets.randbelow(90) + 10}"


def _mark(cast: Cast, password: str, *, whole: bool) -> marker.Mark:
    entrances = tuple(_entrance(player) for player in cast.values())
    return marker.Mark(cast["desk"].account.fs_uniquifier, password, whole, entrances)


def _entrance(player: Player) -> marker.Entrance:
    part = player.part
    city = settings().city
    named = city.offices.get(part.office) or city.districts.get(part.office)
    where = f", {in_language(named.name)}" if named else ""
    role = f"{part.role}{where}" if part.role else part.known_as
    return marker.Entrance(part.name, player.account.email, role, player.code_key)
