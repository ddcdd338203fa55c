"""Scenario 1: a bench in a day, from the module to the map, and the kit that comes back late."""

from datetime import date

import pytest
from sqlalchemy import select

from pactregistry.commons.modules import sweep as activities_sweep
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts.models import Pact
from pactregistry.supports.loans import sweep as loans_sweep
from tests.commons.modules.scene import KEY, CareScene
from tests.conftest import SetClock


def mails_since(known: int) -> list[tuple[str, str]]:
    """To whom was written since, and on what."""
    query = select(Mail).where(Mail.id > known).order_by(Mail.id)
    return [(mail.to_address, mail.subject) for mail in db.session.scalars(query)]


def last_mail() -> int:
    """The number of the latest mail."""
    return db.session.scalar(select(Mail.id).order_by(Mail.id.desc()).limit(1)) or 0


@pytest.mark.article("10(4)")
@pytest.mark.article("12(1)")
def test_a_bench_in_a_day(care: CareScene, clock: SetClock) -> None:
    things = care.stock(brushes=4, gloves=10)
    kit = {f"kit_{things['brushes']}": 2, f"kit_{things['gloves']}": 2}
    care.module(**kit)
    module = care.next_version(**kit, no_heritage="y", items_it="benches")
    assert module.ordinal == 2

    resident = care.as_(care.resident)
    page = resident.get(f"/modules/{KEY}/activity").text
    assert "Terms, version 2" in page
    assert "2 × brushes" in page
    answer = care.announce(wants_kit="y")
    activity, loan = care.activity(), care.loan()
    assert answer.location == f"/activities/{activity.number}"
    assert activity.number == "2026-A-0001"
    assert activity.state == "authorised"
    assert db.session.scalar(select(Pact)) is None
    shown = resident.get(answer.location).text
    assert "You are authorised." in shown
    assert "Whom to call" in shown

    assert loan.state == "agreed"
    assert loan.due_on == date(2026, 3, 21)
    assert {line.thing.name: line.quantity for line in loan.lines} == {"brushes": 2, "gloves": 2}
    clock.go(date(2026, 3, 13))
    desk = care.as_(care.desk)
    handed = {"version": loan.version, "occurred_on": date(2026, 3, 13)}
    assert desk.post(f"/loans/{loan.number}/hand-over", data=handed).status_code == 302

    clock.go(date(2026, 3, 14))
    assert "Nothing done here yet" in care.as_(None).get("/care").text
    assert care.done().status_code == 302
    assert care.activity().state == "done"
    map_of_care = care.as_(None).get("/care").text
    assert "Giardino dei Tigli" in map_of_care
    assert "Rita" not in map_of_care

    for day, subjects in ((21, []), (22, ["Overdue since", "Overdue since"])):
        clock.go(date(2026, 3, day))
        before = last_mail()
        if day == 21:  # the reminder before the last day, two days ahead, was sent late
            loans_sweep.run(care.settings.now())
            assert [to for to, _ in mails_since(before)] == [care.resident.email]
            before = last_mail()
        for _ in range(2):
            loans_sweep.run(care.settings.now())
            activities_sweep.run(care.settings.now())
        found = mails_since(before)
        assert [subject[:13] for _, subject in found] == subjects
    assert {to for to, _ in found} == {care.resident.email, care.desk.email}
    assert "Overdue by 1 day" in desk.get("/desk/loans/").text


@pytest.mark.article("11(3)")
def test_the_trap_a_listed_monument_is_refused_and_becomes_a_proposal(care: CareScene) -> None:
    care.module()
    monument = care.commons("Porta vecchia", heritage_protected=True)
    answer = care.announce(place=None, heritage=None, commons_id=monument.id)
    assert answer.status_code == 409
    assert "listed monument" in answer.text
    assert "15(6)" in answer.text
    assert f'action="/modules/{KEY}/proposal"' in answer.text
    assert care.activities() == 0

    typed = {"commons_id": monument.id, "happens_on": "2026-03-14", "items": 2, "people_count": 1}
    begun = care.as_(care.resident).post(f"/modules/{KEY}/proposal", data=typed)
    draft = care.as_(care.resident).get(begun.location).text
    assert "Porta vecchia" in draft
    assert "Small furniture repair" in draft
    assert "2026-03-14" in draft


@pytest.mark.article("10(4)", "3(1)b")
def test_a_proposal_from_a_module_takes_only_what_was_offered(
    care: CareScene,
) -> None:
    care.module()
    care.commons("Giardino dei Tigli")
    hidden = care.commons("Rifugio riservato")
    hidden.withheld = True
    care.group("Vicini di Via Lunga", care.resident)
    others = care.group("Amici della Torre", care.neighbour)
    typed = {"commons_id": hidden.id, "group_id": others.id, "place_name": "In piazza"}
    typed |= {"happens_on": "2026-03-14", "people_count": "many", "note": "x" * 2001}
    resident = care.as_(care.resident)
    begun = resident.post(f"/modules/{KEY}/proposal", data=typed)
    draft = resident.get(begun.location)
    assert draft.status_code == 200
    assert "In piazza" in draft.text
    assert "Rifugio riservato" not in draft.text
    assert "xxx" not in draft.text
    assert begun.location not in care.as_(care.neighbour).get("/me/proposals").text
