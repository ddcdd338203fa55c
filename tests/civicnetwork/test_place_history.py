"""The pacts and proposals of a place over time: the public ones, with their days. Art. 10(6)."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.civicnetwork.place_history import LEAST, TOP, WIDE, history_of
from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import record
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import CommonsKind, CommonsState, Role
from tests.civicnetwork.made import act, lawful


@pytest.fixture
def field(app: object, clock: object) -> Commons:
    """A listed place."""
    here = settings()
    commons = Commons(
        number="2026-B-0001",
        state=CommonsState.LISTED,
        kind=CommonsKind.PUBLIC_SPACE,
        name="Campo Stella",
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
    )
    db.session.add(commons)
    db.session.commit()
    return commons


def test_a_place_without_files_has_no_bars(field: Commons) -> None:
    assert history_of(field.id).bars == ()


def test_bars_begin_and_end_on_their_days(
    field: Commons, make_pact: Callable[..., Pact], make_proposal: Callable[..., Proposal]
) -> None:
    pact = make_pact("Play", commons_id=field.id)
    pact.starts_on = date(2026, 1, 1)
    proposal = make_proposal("Hidden", opened=False, commons_id=field.id)
    make_pact("Elsewhere")
    withheld = make_proposal("Withheld", commons_id=field.id)
    withheld.withheld = True
    db.session.commit()
    told = history_of(field.id)
    assert [bar.file.number for bar in told.bars] == [pact.number, proposal.number]
    first, second = told.bars
    # Three years from 1 January 2026 fill the picture; the pact ends on 10 April 2028.
    assert (first.x, first.y) == (0, TOP)
    assert first.width == round(WIDE * (date(2028, 4, 10) - date(2026, 1, 1)).days / 1096)
    assert first.file.until == date(2028, 4, 10)
    assert second.file.until is None
    assert second.width == LEAST  # begun today
    assert "Hidden" not in second.file.title
    assert [year.name for year in told.years] == [2026, 2027, 2028]


def test_a_pact_that_ended_before_its_last_day_ends_on_that_day(
    field: Commons, make_pact: Callable[..., Pact], clock: object
) -> None:
    pact = make_pact("Play", commons_id=field.id)
    clock.go(date(2026, 9, 1))  # type: ignore[attr-defined]
    record(pact, lawful("pact", "terminate", "active", "ended", Role.MANAGER), act())
    db.session.commit()
    (bar,) = history_of(field.id).bars
    assert bar.file.until == date(2026, 9, 1)


def test_many_years_name_only_some(field: Commons, make_pact: Callable[..., Pact]) -> None:
    make_pact("Old", commons_id=field.id).starts_on = date(2001, 1, 1)
    db.session.commit()
    names = [year.name for year in history_of(field.id).years]
    assert names[0] == 2001
    assert len(names) <= 12


def test_the_page_shows_picture_and_table(
    field: Commons, make_pact: Callable[..., Pact], client: FlaskClient
) -> None:
    pact = make_pact("Play <b>", commons_id=field.id)
    page = client.get("/commons/2026-B-0001").text
    assert f'<a href="/pacts/{pact.number}">{pact.number}</a>' in page
    assert 'class="pr-history"' in page
    assert "Play &lt;b&gt;" in page
