"""Disputes in the demo city, one at each stage from yesterday's request to a new text. Art. 33."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.committee.awaited import Wait, awaited
from pactregistry.conciliation.deliberating.texts import awaited as votes_awaited
from pactregistry.conciliation.deliberating.texts import before_vote, proposal_of, seated
from pactregistry.conciliation.models import Dispute, Draft, Message
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.marker import Mark
from pactregistry.documents.models import attachments_of
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.workflow.states_disputes import Chair, Effect, Side
from tests.demo.test_scenarios import pact_of

City = tuple[Flask, Mark]


def disputes(title: str) -> list[Dispute]:
    query = select(Dispute).join(Dispute.pact).where(Dispute.pact.has(title=title))
    return list(db.session.scalars(query.order_by(Dispute.id)))


def dispute(title: str) -> Dispute:
    (found,) = disputes(title)
    return found


def steps_of(found: Dispute) -> list[str]:
    return [entry.step for entry in history("dispute", found.id)]


def days_since(found: Dispute) -> int:
    return (settings().today() - found.requested_on).days


@pytest.mark.article("33(1)", "34(1)")
def test_one_never_formed_and_was_asked_for_again_yesterday(city: City) -> None:
    first, again = disputes("Via Lunga in fiore")
    assert (first.state, first.convened_on) == ("unsettled", None)
    assert steps_of(first)[-1] == "close_unformed"
    missing = [wait[0] for wait in history("dispute", first.id)[-1].private["awaited"]]
    assert set(missing) == {Wait.SAY_YES, Wait.NAME, Wait.AGREE}
    assert (again.state, days_since(again), again.members) == ("requested", 1, [])


@pytest.mark.article("33(1)")
def test_one_waits_for_its_three_members_who_were_reminded(city: City) -> None:
    found = dispute("Amici dei Tigli")
    assert found.state == "requested"
    assert {"object_to_third", "leave_seat"} <= set(steps_of(found))
    waits = {wait.what for wait in awaited(found)}
    assert waits == {Wait.NAME, Wait.SAY_YES, Wait.AGREE}
    yesterday = settings().today() - timedelta(days=1)
    mails = db.session.scalars(select(Mail).where(Mail.subject.contains(found.number))).all()
    told = {mail.to_address for mail in mails if mail.queued_at.date() >= yesterday}
    assert told == {f"{who}@valfiorita.example" for who in ("elio", "manager", "pia")}


@pytest.mark.article("33(1)", "33(2)")
def test_one_sits_on_day_19_with_a_text_half_written(city: City) -> None:
    found = dispute("Via del Forno, bottega per bottega")
    assert (found.state, days_since(found)) == ("sitting", 19)
    assert [bool(sitting.minutes) for sitting in found.sittings] == [True, False]
    assert {Side(side) for side in found.sittings[0].heard.split()} == {Side.CITIZENS, Side.CITY}
    query = select(Message.to_committee).where(Message.dispute_id == found.id)
    assert db.session.scalars(query.order_by(Message.id)).all() == [False, False, True]
    assert len(attachments_of("dispute", found.id)) == 1
    draft = db.session.scalars(select(Draft).where(Draft.dispute_id == found.id)).one()
    assert (draft.revision, before_vote(found)) == (2, None)


@pytest.mark.article("33(1)", "5(2)b")
def test_a_neighbour_asked_and_the_pact_rests_while_two_of_three_have_voted(city: City) -> None:
    found = dispute("La siepe dei Tigli")
    assert (found.state, found.asked_by) == ("sitting", Side.THIRD)
    joint = next(member for member in found.members if member.chair is Chair.JOINT)
    assert joint.named_by is Side.THIRD
    text = before_vote(found)
    assert text is not None
    assert [vote.in_favour for vote in text.votes] == [True, False]
    assert [member.chair for member in votes_awaited(found, text)] == [Chair.CITY]
    assert found.pact.state == "suspended"
    announced = next(e for e in history("pact", found.pact_id) if e.step == "announce_suspension")
    assert announced.facts["cause"] in found.pact.versions[0].suspension_causes


@pytest.mark.article("33(2)")
def test_a_proposal_was_accepted_by_one_party_and_waits_for_the_other(city: City) -> None:
    found = dispute("Il sottopasso pulito")
    assert found.state == "proposed"
    assert [(answer.side, answer.accepted) for answer in found.answers] == [(Side.CITY, True)]
    assert found.answer_by is not None
    assert found.answer_by >= settings().today()
    assert proposal_of(found) is not None


@pytest.mark.article("33(2)", "5(2)m")
def test_one_was_settled_on_day_28_and_its_amendment_is_signed(city: City) -> None:
    found = dispute("Il cortile della Rondine dopo le lezioni")
    closed = history("dispute", found.id)[-1]
    assert (closed.step, closed.facts["days"], closed.facts["version"]) == ("settle", 28, 2)
    versions = pact_of(found.title).versions
    assert [(v.purpose, v.state) for v in versions] == [
        ("first", "signed"),
        ("amendment", "signed"),
    ]


@pytest.mark.article("33(2)")
def test_one_ended_unsettled_after_a_late_proposal_with_a_dissent(city: City) -> None:
    found = dispute("Officina dei ragazzi")
    assert (found.state, steps_of(found)[-1]) == ("unsettled", "close_unsettled")
    made = next(e for e in history("dispute", found.id) if e.step == "propose")
    assert made.facts == {"days": 37, "days_late": 7}
    text = proposal_of(found)
    assert text is not None
    assert [bool(vote.dissent) for vote in text.votes] == [False, True, False]


@pytest.mark.article("33(2)", "34(1)")
def test_one_was_ended_by_its_secretary_without_a_proposal(city: City) -> None:
    found = dispute("Lavatoio aperto")
    closed = history("dispute", found.id)[-1]
    assert (found.state, closed.step) == ("unsettled", "close_without_proposal")
    assert found.closed_on is not None
    assert found.closed_on > found.propose_by
    assert "non propongono nulla" in closed.private["reason"]
    assert proposal_of(found) is None


@pytest.mark.article("33(1)", "33(2)")
def test_one_was_withdrawn_and_one_settled_by_the_end_that_is_awaited(city: City) -> None:
    assert dispute("Sponda viva al Mulino").state == "withdrawn"
    ending = dispute("Panchine e bacheca del Ponte")
    text = proposal_of(ending)
    assert text is not None
    assert (ending.state, text.effect) == ("settled", Effect.END)
    assert end_awaited(ending)
    assert ending.pact.state == "active"


@pytest.mark.article("33(1)")
def test_who_sits_holds_no_office_and_is_listed_with_the_accounts(city: City) -> None:
    _, mark = city
    listed = {entrance.name: entrance for entrance in mark.entrances}
    everybody = db.session.scalars(select(Dispute)).all()
    seats = {member.name for one in everybody for member in seated(one)}
    assert len(seats) == len(Chair)
    assert all("conciliation" in listed[name].role for name in seats)
    assert [e.role for e in mark.entrances if e.email.startswith("secretary@")] == ["secretary"]
