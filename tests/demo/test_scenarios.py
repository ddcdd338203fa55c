"""Each scenario of the demo city stands where its story says."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import func, select

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.models import Activity, Module
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.marker import Mark
from pactregistry.documents.models import Attachment
from pactregistry.journal import history
from pactregistry.pacts.joining.models import Adherent, JoinRequest
from pactregistry.pacts.life.facts import successor_of
from pactregistry.pacts.models import Pact
from pactregistry.pacts.supporting.granted import raised_in, spent_in, total
from pactregistry.pacts.supporting.models import Permit
from pactregistry.people.models import account_by_email
from pactregistry.proposals.answering.models import Score
from pactregistry.proposals.competing.models import Meeting
from pactregistry.proposals.competing.models_choice import Choice, Roll
from pactregistry.proposals.models import Proposal
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.spaces.models import Booking
from pactregistry.supports.training.models import Session
from pactregistry.workflow.states import CommonsKind, Reserved

City = tuple[Flask, Mark]


def pact_of(title: str, *, nth: int = 0) -> Pact:
    found = db.session.scalars(select(Pact).where(Pact.title == title).order_by(Pact.id)).all()
    return found[nth]


def steps_of(pact: Pact) -> list[str]:
    return [entry.step for entry in history("pact", pact.id)]


@pytest.mark.article("2(1)a", "7(4)", "8(2)", "8(3)", "16(5)")
def test_the_list_shows_every_kind_and_the_cases_of_the_law(city: City) -> None:
    listed = db.session.scalars(select(Commons).where(Commons.number.is_not(None))).all()
    assert len(listed) == 14
    assert {one.kind for one in listed} == set(CommonsKind)
    assert {one.reserved_for for one in listed} >= set(Reserved)
    assert sum(one.confiscated for one in listed) == 1
    assert [one.name for one in listed if one.temporary_use_until] == ["Piazzetta delle Oche"]
    shapes = {one.geometry["type"] for one in listed if one.geometry}
    assert shapes == {"Point", "Polygon"}
    digital = next(one for one in listed if one.kind is CommonsKind.DIGITAL)
    assert digital.url
    assert digital.licence
    others = set(db.session.scalars(select(Commons.state).where(Commons.number.is_(None))))
    assert others == {"proposed", "withdrawn"}


@pytest.mark.article("11(1)a", "11(2)", "16(3)", "29(1)")
def test_calls_stand_open_compared_and_decided(city: City) -> None:
    calls = {call.title: call for call in db.session.scalars(select(Call))}
    states = sorted(call.state for call in calls.values())
    assert states == ["closed", "decided", "decided", "open"]
    emergency = next(call for call in calls.values() if call.emergency)
    assert emergency.state == "decided"
    entries = {
        call.state: {
            p.state for p in db.session.scalars(select(Proposal).where(Proposal.call_id == call.id))
        }
        for call in calls.values()
    }
    assert entries["open"] == {"draft", "submitted"}
    assert entries["closed"] == {"inquiry"}
    assert entries["decided"] == {"inquiry", "not_chosen"}
    compared = next(call for call in calls.values() if call.state == "closed")
    scored = select(func.count(Score.proposal_id.distinct())).where(Score.call_id == compared.id)
    assert db.session.scalar(scored) == 2


@pytest.mark.article("10(4)", "12(2)", "22(2)")
def test_scenario_1_and_a_year_of_care(city: City) -> None:
    modules = {m.number: m.state for m in db.session.scalars(select(Module))}
    assert modules.pop("riparazione/1") == "replaced"
    assert modules.pop("riparazione/2") == "in_force"
    assert set(modules.values()) == {"in_force"}
    assert len(modules) == 2
    activities = db.session.scalars(select(Activity)).all()
    done = [one for one in activities if one.state == "done"]
    assert len(done) >= 25
    assert {one.district for one in done} == {"centro", "fiume", "collina"}
    assert all(
        one.happens_on > settings().today() for one in activities if one.state == "authorised"
    )
    assert [one.state for one in activities].count("authorised") == 2
    assert [one.state for one in activities].count("cancelled") == 2
    today = settings().today()
    late = [loan for loan in db.session.scalars(select(Loan)) if loan.late_days(today)]
    assert len(late) == 1


@pytest.mark.article("10(7)")
def test_scenario_3_is_counted_58_to_38(city: City) -> None:
    counted = db.session.scalars(select(Choice).where(Choice.state == "counted")).one()
    votes = {option.proposal.title: option.votes for option in counted.options}
    assert votes == {"Basket giovanile al Campo Stella": 38, "Campo Stella per tutti": 58}
    ends = {option.proposal.title: option.proposal.state for option in counted.options}
    assert ends["Basket giovanile al Campo Stella"] == "not_chosen"
    meetings = (
        select(func.count())
        .select_from(Meeting)
        .where(Meeting.competition_id == counted.competition_id)
    )
    assert db.session.scalar(meetings) == 2
    joined = db.session.scalars(select(Proposal).where(Proposal.state == "superseded")).all()
    assert [one.title for one in joined] == ["Erbe aromatiche in Via del Forno"]


@pytest.mark.article("10(7)", "4(1)")
def test_a_ballot_is_open_in_which_the_resident_has_not_voted(city: City) -> None:
    choice = db.session.scalars(select(Choice).where(Choice.state == "open")).one()
    assert choice.closes_on is not None
    assert choice.closes_on > settings().today() + timedelta(days=7)
    rita = account_by_email("rita@valfiorita.example")
    assert rita is not None
    assert db.session.get(Roll, (choice.id, rita.id)) is None
    app, _ = city
    assert app.test_client().get(f"/choices/{choice.number}").status_code == 200


@pytest.mark.article("13(4)", "13(5)", "24(4)")
def test_scenario_4_stands_with_its_share_and_support(city: City) -> None:
    pact = pact_of("Via del Forno, bottega per bottega")
    assert pact.state == "active"
    text = pact.versions[0]
    stated = text.conditions["representation"]
    assert (stated["represented"], stated["total"], stated["preemption"]) == (41, 62, True)
    assert {item.kind for item in text.supports} >= {"exemption", "fundraising", "money"}
    assert all(item.details for item in text.supports)


@pytest.mark.article("11(9)", "15(2)", "15(6)", "17(3)")
def test_scenario_5_waits_for_the_heritage_act(city: City) -> None:
    pact = pact_of("Lavatoio aperto")
    assert pact.state == "signed"
    assert pact.heritage_asked_on is not None
    assert not pact.heritage_act
    assert pact.starts_on is not None
    assert pact.starts_on < settings().today()
    text = pact.versions[0]
    assert text.long_term_amount == 180_000
    assert text.resolution


@pytest.mark.article("5(2)b", "5(2)i", "30(8)")
def test_pacts_rest_end_and_come_back(city: City) -> None:
    resting = pact_of("Il cortile della Rondine dopo le lezioni")
    assert resting.state == "suspended"
    assert steps_of(resting)[-2:] == ["suspend", "confirm_suspension"]
    leaving = pact_of("Panchine e bacheca del Ponte")
    assert leaving.state == "active"
    assert leaving.notice_until is not None
    assert leaving.notice_until > settings().today()
    back = pact_of("Il sottopasso pulito")
    assert back.state == "active"
    assert steps_of(back)[-3:] == ["warn_breach", "revoke", "reinstate"]
    expired = pact_of("Custodi della mappa dei sentieri")
    assert expired.state == "ended"
    assert steps_of(expired)[-1] == "expire"
    renewal = successor_of(expired)
    assert renewal is not None
    assert renewal.state == "active"


@pytest.mark.article("3(1)d", "5(2)m")
def test_a_pact_has_three_versions_and_people_who_joined(city: City) -> None:
    pact = pact_of("Amici dei Tigli")
    assert [v.purpose for v in pact.versions] == ["first", "amendment", "extension"]
    assert {v.state for v in pact.versions} == {"signed"}
    assert pact.ends_on == pact.versions[-1].ends_on
    adherents = db.session.scalars(select(Adherent).where(Adherent.pact_id == pact.id)).all()
    assert len(adherents) == 2
    assert not any(one.public_name for one in adherents)  # persons are counted, not named
    requests = db.session.scalars(select(JoinRequest.outcome).order_by(JoinRequest.id)).all()
    assert [str(outcome) for outcome in requests] == ["admitted", "admitted", "declined", ""]


def test_numbers_are_written_as_the_reader_writes_them(city: City) -> None:
    browser = city[0].test_client()
    italian = {"Accept-Language": "it"}
    assert "8,3 %" in browser.get("/commons/", headers=italian).text
    decided = db.session.scalars(select(Call.number).where(Call.title.contains("disegno"))).one()
    assert "13,5 punti in tutto" in browser.get(f"/calls/{decided}", headers=italian).text
    scale = re.findall(r">([0-9.,]+) km</text>", browser.get("/care", headers=italian).text)
    assert scale
    assert all("." not in km for km in scale)


@pytest.mark.article("36(1)")
def test_of_two_older_pacts_one_is_public_with_its_paper(city: City) -> None:
    app, _ = city
    shown, waiting = pact_of("L'orologio di piazza"), pact_of("Scambio di semi")
    assert shown.import_confirmed
    assert not waiting.import_confirmed
    browser = app.test_client()
    assert browser.get(f"/pacts/{shown.number}").status_code == 200
    assert browser.get(f"/pacts/{waiting.number}").status_code == 404
    papers = db.session.scalars(
        select(Attachment).where(
            Attachment.subject_kind == "pact", Attachment.subject_id == shown.id
        )
    ).all()
    assert [paper.public for paper in papers] == [True]


@pytest.mark.article("18(2)", "20(2)", "21(1)", "22(1)", "25(1)", "27(2)")
def test_support_is_used(city: City) -> None:
    sessions = {one.state: one for one in db.session.scalars(select(Session))}
    assert set(sessions) == {"held", "planned"}
    assert sessions["held"].came == 3
    states = sorted(db.session.scalars(select(Booking.state)))
    assert states == ["asked", "declined", "granted"]
    pact = pact_of("Via del Forno, bottega per bottega")
    assert total(raised_in(pact.id)) == Decimal("534.50")
    assert total(spent_in(pact.id)) == Decimal("280.00")
    permits = db.session.scalars(select(Permit).order_by(Permit.id)).all()
    assert [permit.decided_on is not None for permit in permits] == [True, False]
    lent = db.session.scalars(select(Loan).where(Loan.pact_id == pact.id)).one()
    assert lent.state == "lent"
