"""The town of the random walks, its stages played once for each test."""

import hashlib
from collections.abc import Callable, Sequence

import pytest
from flask import Flask

from pactregistry.conciliation.deliberating import document as proposal_document
from pactregistry.pacts import document
from pactregistry.people.models import Account
from pactregistry.reports.reading import document as report_document
from pactregistry.reports.yearly import document as year_document
from tests.conftest import Built, SetClock
from tests.invariants import stages_disputes
from tests.invariants.stages import play
from tests.invariants.town import EVERYONE, SAGES, SECRETARIES, Town


def printed(html: str, *, attachments: Sequence[object] = ()) -> bytes:
    """A file that hangs on the same content, in no time: tests/pacts prints real ones."""
    content = f"{html}{attachments!r}".encode()
    return b"%PDF-1.7 " + hashlib.sha256(content).hexdigest().encode()


@pytest.fixture
def town(
    app: Flask,
    built: Built,
    clock: SetClock,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> Town:
    """The town, with every stage kept."""
    for printing in (document, report_document, year_document):
        monkeypatch.setattr(printing, "render_pdf", printed)
    found = Town(app, built.database, clock, sign_in)
    found.settle(person)
    play(found)
    return found


@pytest.fixture
def disputing(
    app: Flask,
    built: Built,
    clock: SetClock,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> Town:
    """The town with people who may sit and who convene, its disputes played."""
    for printing in (document, proposal_document):
        monkeypatch.setattr(printing, "render_pdf", printed)
    town = Town(app, built.database, clock, sign_in, people=(*EVERYONE, *SAGES, *SECRETARIES))
    town.settle(person)
    stages_disputes.play(town)
    return town
