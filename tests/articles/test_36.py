"""Art. 36: collaborations that were under way before the regulation, and the pacts that follow."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.imports.conftest import folder, older_table, pdf, run_pacts, write
from tests.packs.conftest import Under, under, walk
from tests.packs.walk import Walk

__all__ = ["folder", "run_pacts", "under", "walk", "write"]

OLD = {
    "number": "Rep. 44/2013",
    "title": "Giardino di Via Lunga",
    "signed_on": "2013-05-20",
    "starts_on": "2013-06-01",
    "ends_on": "2027-05-31",
    "act_number": "determina 214",
    "act_date": "2013-05-02",
    "documents": "patto.pdf",
}
CONFIRMED = {
    "title": "Giardino di Via Lunga",
    "standing": "active",
    "signed_on": "2013-05-20",
    "starts_on": "2013-06-01",
    "ends_on": "2027-05-31",
    "act_number": "determina 214",
    "act_date": "2013-05-02",
    "place_name": "Via Lunga 4",
    "checked": "y",
}


@pytest.fixture
def old(
    run_pacts: Callable[..., int],
    write: Callable[..., Path],
    folder: Callable[..., Path],
    clock: Any,
) -> Callable[..., Pact]:
    """The City takes over one pact of 2013 from its table."""

    def take(**row: str) -> Pact:
        assert run_pacts(write(older_table({**OLD, **row})), folder(**{"patto.pdf": pdf()})) == 0
        return db.session.scalars(select(Pact)).one()

    return take


@pytest.fixture
def desk(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> Callable[..., int]:
    """The desk confirms it: `desk(pact, ends_on="")`."""

    def confirm(pact: Pact, **change: str) -> int:
        if db.session.scalars(select(Account)).first() is None:
            sign_in(client, person("The desk", roles=[(Role.DESK, "commons")]))
        typed = {**CONFIRMED, "version": pact.version, **change}
        return client.post(f"/desk/imports/pacts/{pact.number}", data=typed).status_code

    return confirm


@pytest.mark.article("36(1)")
def test_36_1_it_stands_with_its_own_day_and_act(old: Callable[..., Pact]) -> None:
    pact = old()
    (entry,) = history("pact", pact.id)
    assert pact.signed_on == date(2013, 5, 20)
    assert entry.facts["original_date"] == "2013-05-20"
    assert entry.facts["original_act"] == "determina 214"


@pytest.mark.article("36(1)")
def test_36_1_no_step_is_invented(old: Callable[..., Pact], desk: Callable[..., int]) -> None:
    pact = old()
    assert desk(pact) == 302
    assert [e.step for e in history("pact", pact.id)] == ["import", "confirm_import"]
    assert (pact.proposal, pact.versions) == (None, [])


@pytest.mark.article("36(1)")
def test_36_1_what_is_not_known_is_said_to_be_unknown(
    old: Callable[..., Pact], desk: Callable[..., int], client: FlaskClient
) -> None:
    pact = old(state="boh", signed_on="30/02/2013")
    assert (pact.state, pact.signed_on) == ("unknown", None)
    assert desk(pact, standing="unknown", signed_on="") == 302
    page = client.get(f"/pacts/{pact.number}").text
    assert "day not known" in page
    assert "What happened between is not known." in page


@pytest.mark.article("36(1)")
def test_36_1_it_is_private_and_its_time_stands_still_until_a_person_confirms(
    old: Callable[..., Pact], client: FlaskClient, clock: Any
) -> None:
    pact = old(ends_on="2026-03-31")
    clock.go(date(2026, 4, 1))
    sweep.run(settings().now())
    assert pact.state == "active"
    assert client.get(f"/pacts/{pact.number}").status_code == 404
    assert db.session.scalars(select(Mail)).all() == []


@pytest.mark.article("36(1)")
@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2027, 5, 30), "active"), (date(2027, 5, 31), "active"), (date(2027, 6, 1), "ended")],
)
def test_36_1_once_confirmed_it_ends_the_day_after_its_last(
    today: date, state: str, old: Callable[..., Pact], desk: Callable[..., int], clock: Any
) -> None:
    pact = old()
    assert desk(pact) == 302
    clock.go(today)
    sweep.run(settings().now())
    assert pact.state == state


@pytest.mark.article("36(1)")
def test_36_1_it_was_made_under_no_text_of_ours_and_says_so(
    old: Callable[..., Pact], desk: Callable[..., int], client: FlaskClient
) -> None:
    pact = old()
    assert desk(pact) == 302
    assert pact.pack_id == "unmodelled"
    assert (
        "Under which rules it was made is not recorded" in client.get(f"/pacts/{pact.number}").text
    )
    assert client.get("/feed.atom").text.count("<entry>") == 0


@pytest.mark.article("36(1)")
def test_36_1_its_paper_stays_private_unless_a_person_publishes_it(
    old: Callable[..., Pact], desk: Callable[..., int], app: Any
) -> None:
    pact = old()
    assert desk(pact) == 302
    assert app.test_client().get(f"/pacts/{pact.number}.pdf").status_code == 404


@pytest.mark.article("36(1)")
def test_36_1_it_can_go_on_as_a_pact_of_this_regulation(
    old: Callable[..., Pact], desk: Callable[..., int], client: FlaskClient
) -> None:
    pact = old()
    assert desk(pact) == 302
    typed = {"version": pact.version, "reason": "It goes on under the regulation."}
    assert client.post(f"/pacts/{pact.number}/renewal", data=typed).status_code == 302
    new = db.session.scalars(select(Pact).where(Pact.predecessor_id == pact.id)).one()
    assert new.pack_id == settings().pack.id


@pytest.mark.article("36(1)")
def test_36_1_a_pact_stays_under_the_regulation_it_was_made_under(walk: Walk, under: Under) -> None:
    under("bologna-2014", ("lecco", date(2026, 4, 10)))
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    walk.clock.go(date(2026, 4, 10))  # the other text is in force from today
    walk.agree_and_freeze(number)
    pact = walk.sign_all(number)
    assert (pact.pack_id, pact.pack_version) == ("bologna-2014", "1")
    assert walk.settings.pack.id == "lecco"


@pytest.mark.article("36(1)")
def test_36_1_what_is_sent_on_the_day_of_entry_is_under_the_new_one(
    walk: Walk, under: Under
) -> None:
    under("bologna-2014", ("lecco", date(2026, 4, 10)))
    walk.clock.go(date(2026, 4, 9))
    before = walk.propose()
    walk.clock.go(date(2026, 4, 10))
    after = walk.propose()
    assert walk.proposal(before).pack_id == "bologna-2014"
    assert walk.proposal(after).pack_id == "lecco"
