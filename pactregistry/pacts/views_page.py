"""The page of a pact: public once signed, open to its parties before. Art. 3(1)b, 3(1)d, 11(11)."""

from flask import render_template

from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.pacts import doors
from pactregistry.pacts.access import Seat
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.changes import changes_since_comments
from pactregistry.pacts.conditions.blocks import stated
from pactregistry.pacts.conditions.place_told import heritage_told, owner_told
from pactregistry.pacts.conditions.risk_sheet import who_read
from pactregistry.pacts.joining.public import joined_on
from pactregistry.pacts.joining.queries import exclusion_against
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.next_steps import to_answer, waiting
from pactregistry.pacts.older_story import story
from pactregistry.pacts.queries import (
    latest_version,
    open_version,
    public_history,
    signature_of,
    signed_version,
)
from pactregistry.pacts.versions.views_reading import readable_versions
from pactregistry.people.current import account
from pactregistry.workflow.engine import Row
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState, VersionState

# The steps that a page of this pact takes, each at its endpoint.
PAGES_OF_VERSION = {
    "freeze": "pacts.freeze",
    "rework": "pacts.rework",
    "abandon": "pacts.abandon",
}
PAGES_OF_PACT = {
    "amend": "pacts.amend",
    "extend": "pacts.extend",
    "correct": "pacts.correct",
    "locate": "pacts.locate",
    "withhold": "pacts.withhold",
    "restore": "pacts.restore",
}
NEED_A_TEXT = frozenset({"amend", "extend"})


@pacts.get("/pacts/<number>")
def show(number: str) -> str:
    """The pact with its text, dates, parties, history, files and what comes next."""
    pact, seat = doors.pact_for_reader(number)
    if not pact.versions:
        return _imported(pact, seat)
    # What counts is the text in force; while there is none, its parties read the one they write.
    version = signed_version(pact) or (latest_version(pact) if seat.reads else None)
    entries = public_history(pact)
    return render_template(
        "pacts/show.html",
        pact=pact,
        text=version,
        seat=seat,
        pack=settings().packs[pact.pack_id],
        district=settings().city.districts.get(pact.district),
        entries=entries,
        heritage=heritage_told(pact, entries),
        owner=owner_told(pact, entries),
        awaited=(to_answer(pact) if seat.roles else None) or waiting(pact),
        steps=_steps(pact, seat),
        may_sign=_may_sign(pact),
        opened=open_version(pact),
        joined=joined_on(pact.adherents, settings().today()),
        charged=exclusion_against(pact, person) if (person := account()) else None,
        readable=readable_versions(pact, seat),
        signature_of=signature_of,
        changes=changes_since_comments(version) if version and version.ordinal == 1 else [],
        annexes=_annexes(version, seat),
        stated=stated(version) if version else (),
        readers=len(who_read(pact)),
        paper_names={p.key: p.label for p in settings().packs[pact.pack_id].papers},
    )


def _imported(pact: Pact, seat: Seat) -> str:
    """A pact of an older register: its text was never written here. Art. 36."""
    entries = public_history(pact)
    papers = attachments_of("pact", pact.id)
    return render_template(
        "pacts/imports/pact.html",
        pact=pact,
        seat=seat,
        district=settings().city.districts.get(pact.district),
        entries=entries,
        story=story(pact, entries),
        papers=[paper for paper in papers if paper.public or seat.reads],
        steps=_steps(pact, seat),
    )


def _steps(pact: Pact, seat: Seat) -> list[tuple[str, str]]:
    """The steps open to the person at the page, as (step, endpoint)."""
    version = open_version(pact)
    found = []
    for role in sorted(seat.roles):
        if version is not None:
            rows = VERSION.open_to(VersionState(version.state), role)
            found += _with_page(rows, PAGES_OF_VERSION)
        found += _with_page(PACT.open_to(PactState(pact.state), role), PAGES_OF_PACT)
    hidden = {"withhold" if pact.withheld else "restore"}
    if signed_version(pact) is None:
        hidden |= NEED_A_TEXT  # of an older register: there is no text to change
    return [step for step in dict.fromkeys(found) if step[0] not in hidden]


def _with_page(rows: tuple[Row, ...], pages: dict[str, str]) -> list[tuple[str, str]]:  # type: ignore[type-arg]  # reason: rows of either machine
    return [(row.step, pages[row.step]) for row in rows if row.step in pages]


def _may_sign(pact: Pact) -> bool:
    person = account()
    version = open_version(pact)
    if person is None or version is None or version.state != VersionState.READY:
        return False
    mine = [s for s in version.signatories if s.account_id == person.id]
    return any(signature_of(s) is None for s in mine)


def _annexes(version: PactVersion | None, seat: Seat) -> list[object]:
    if version is None:
        return []
    papers = attachments_of("pact_version", version.id)
    return [p for p in papers if p.public or seat.reads]
