"""Answers to a call: begun from its page, on its terms, sealed until it closes."""

import json
from datetime import date, time

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.proposals.facts import days_of, term_of
from pactregistry.proposals.models import Revision
from pactregistry.workflow.states import ProposalState, ProposerKind, Track
from tests.calls.conftest import Stage

TOO_LATE = (date(2026, 3, 31), time(12, 1))


def test_a_visitor_reads_the_questions_and_signs_in_to_begin(
    stage: Stage, client: FlaskClient
) -> None:
    call = stage.open()
    assert client.get(f"/calls/{call.number}/answer").status_code == 200
    data = {"intensity": "continuous", "proposer_kind": "school"}
    answer = client.post(f"/calls/{call.number}/answer", data=data)
    assert answer.status_code == 302
    assert "/sign-in?next=" in answer.location
    assert "proposer_kind%3Dschool" in answer.location


@pytest.mark.article("11(1)a")
def test_an_answer_is_a_proposal_of_track_a_with_the_calls_questions(stage: Stage) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call, answer_q2="The baker")
    assert (draft.track, draft.call_id, draft.theme) == (Track.CALL, call.id, "culture")
    assert draft.answers == {"q1": "Twelve", "q2": "The baker"}
    page = stage.as_(resident).get(f"/drafts/{draft.id}").text
    assert "This answers the call:" in page
    assert "Who keeps the keys?" in page
    check = stage.as_(resident).get(f"/drafts/{draft.id}/check").text
    assert "Answers to the call's questions" in check
    assert "The baker" in check
    entry = stage.entry(resident, call)
    assert (entry.state, entry.number) == (ProposalState.SUBMITTED, "2026-P-0001")
    kept = db.session.query(Revision).filter_by(proposal_id=entry.id).one()
    assert kept.content["answered"][0] == ["How many of you will come each week?", "Twelve"]


def test_a_needed_answer_that_is_missing_warns_and_is_asked_later(stage: Stage) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call, answer_q1=" ")
    page = stage.as_(resident).get(f"/drafts/{draft.id}/check").text
    assert "Not there yet: How many of you will come each week?" in page
    assert stage.send(resident, draft).status_code == 302


def test_a_larger_answer_has_a_step_for_the_questions(stage: Stage) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    client = stage.as_(resident)
    first = {"intensity": "regeneration", "proposer_kind": "association"}
    begun = client.post(f"/calls/{call.number}/answer", data=first)
    draft = stage.latest()
    assert begun.location == f"/drafts/{draft.id}/who"
    assert "The call's questions" in client.get(f"/drafts/{draft.id}/how").text
    onward = client.post(f"/drafts/{draft.id}/how", data={"version": draft.version, "go": "next"})
    assert onward.location == f"/drafts/{draft.id}/call"
    version = stage.latest().version
    data = {"version": version, "answer_q1": "Forty", "answer_q2": "", "go": "next"}
    assert client.post(f"/drafts/{draft.id}/call", data=data).location.endswith("/papers")
    assert stage.latest().answers == {"q1": "Forty", "q2": ""}
    stale = client.post(f"/drafts/{draft.id}/call", data=data | {"answer_q1": "Fifty"})
    assert stale.status_code == 409
    assert "Forty" in stale.text
    assert "Fifty" in stale.text


def test_a_spontaneous_draft_has_no_such_step(stage: Stage) -> None:
    client = stage.as_(stage.cast.residents[0])
    client.post(
        "/proposals/new", data={"intensity": "regeneration", "proposer_kind": "association"}
    )
    draft = stage.latest()
    assert f"/drafts/{draft.id}/call" not in client.get(f"/drafts/{draft.id}/how").text


@pytest.mark.article("11(2)")
@pytest.mark.parametrize(
    ("at", "status"), [(time(11, 59), 302), (time(12, 0, 59), 302), (time(12, 1), 409)]
)
def test_the_minute_that_is_named_counts_and_the_next_does_not(
    stage: Stage, at: time, status: int
) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call)
    stage.go(date(2026, 3, 31), at)  # no sweep has run
    assert call.state == "open"
    assert stage.send(resident, draft).status_code == status


@pytest.mark.parametrize(
    ("opened", "last", "hour", "before", "after"),
    [
        # The night in which the clock is put on, and the one in which it is put back.
        ("2026-03-02", "2026-03-29", "03:00", time(3), time(3, 1)),
        ("2026-10-01", "2026-10-25", "03:00", time(3), time(3, 1)),
        ("2028-02-01", "2028-02-29", "", time(23, 59, 59), None),
    ],
)
def test_the_last_minute_on_odd_days(
    stage: Stage, opened: str, last: str, hour: str, before: time, after: time | None
) -> None:
    stage.go(date.fromisoformat(opened))
    call = stage.open(closes_on=last, closes_hour=hour)
    resident = stage.cast.residents[0]
    first, second = stage.draft(resident, call), stage.draft(resident, call)
    day = date.fromisoformat(last)
    stage.go(day, before)
    assert stage.send(resident, first).status_code == 302
    if after is None:
        stage.go(date.fromordinal(day.toordinal() + 1), time(0))
    else:
        stage.go(day, after)
    assert stage.send(resident, second).status_code == 409


@pytest.mark.article("34(1)")
def test_late_by_a_minute_it_goes_as_ones_own_with_one_button(
    stage: Stage, client: FlaskClient
) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call)
    stage.go(*TOO_LATE)
    late = stage.send(resident, draft)
    assert late.status_code == 409
    assert "The call took entries until 31 Mar 2026, 12:00 and is closed." in late.text
    assert "/regulation/11#p2" in late.text
    assert "We open it each Saturday." in late.text
    assert f'action="/drafts/{draft.id}/alone"' in late.text
    data = {"version": stage.latest().version}
    sent = stage.as_(resident).post(f"/drafts/{draft.id}/alone", data=data)
    assert sent.location == "/proposals/2026-P-0001/receipt"
    proposal = stage.latest()
    assert (proposal.track, proposal.call_id) == (Track.SPONTANEOUS, None)
    assert proposal.description.endswith("How many of you will come each week?\nTwelve")
    assert proposal.answers == {}
    steps = [entry.step for entry in history("proposal", proposal.id)]
    assert steps == ["draft", "go_on_alone", "submit"]
    assert client.get("/proposals/2026-P-0001").status_code == 200


def test_in_time_nobody_goes_on_alone(stage: Stage) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call)
    data = {"version": draft.version}
    refused = stage.as_(resident).post(f"/drafts/{draft.id}/alone", data=data)
    assert refused.status_code == 409
    assert stage.latest().track is Track.CALL


def test_more_time_reaches_who_is_writing(stage: Stage) -> None:
    call = stage.open()
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call)
    again = {"closes_on": "2026-03-31", "closes_hour": "12:00", "reason": "More people asked"}
    assert stage.step(stage.cast.manager, call, "extension", **again).status_code == 409
    later = again | {"closes_on": "2026-04-02"}
    silent = stage.step(stage.cast.manager, call, "extension", **later | {"reason": " "})
    assert silent.status_code == 409
    assert stage.step(stage.cast.manager, call, "extension", **later).status_code == 302
    assert stage.mails(resident) == ["2026-C-0001: more time to answer the call"]
    stage.go(*TOO_LATE)
    stage.sweep()
    assert stage.latest_call().state == "open"
    assert stage.send(resident, draft).status_code == 302


@pytest.mark.article("11(2)")
def test_entries_are_sealed_until_the_call_closes(stage: Stage, client: FlaskClient) -> None:
    call = stage.open()
    resident, neighbour = stage.cast.residents[:2]
    entry = stage.entry(resident, call, title="The secret idea")
    hidden = (
        "/proposals/",
        "/feed.atom",
        "/data/proposals.csv",
        "/api/v1/proposals",
        "/",
        f"/calls/{call.number}",
        f"/calls/{call.number}.json",
    )
    for address in hidden:
        page = client.get(address).text
        assert "2026-P-0001" not in page, address
        assert "secret idea" not in page, address
    missing = client.get("/proposals/2026-P-0009")
    for address in (f"/proposals/{entry.number}", f"/proposals/{entry.number}.json"):
        assert client.get(address).status_code == 404
    assert client.get(f"/proposals/{entry.number}").text.replace("0001", "0009") == missing.text
    assert stage.as_(neighbour).get(f"/me/proposals/{entry.number}").status_code == 404
    assert "1 entry" in client.get(f"/calls/{call.number}").text
    assert "0 found" in client.get("/proposals/?q=secret").text
    own = stage.as_(resident).get(f"/me/proposals/{entry.number}").text
    assert "The public reads nothing of it until the call closes" in own
    desk = stage.as_(stage.cast.desk).get(f"/desk/proposals/{entry.number}").text
    assert "its answers stay sealed" in desk or "stays sealed" in desk
    stage.close(call)
    assert client.get(f"/proposals/{entry.number}").status_code == 200
    assert "2026-P-0001" in client.get("/feed.atom").text


def test_the_office_cannot_publish_a_sealed_entry(stage: Stage) -> None:
    call = stage.open()
    entry = stage.entry(stage.cast.residents[0], call)
    client = stage.as_(stage.cast.desk)
    address = f"/desk/proposals/{entry.number}/inquiry"
    digest = client.get(address).text.split('name="digest_read" value="')[1].split('"')[0]
    data = {
        "version": entry.version,
        "occurred_on": "2026-03-02",
        "days": 45,
        "opinion_days": 20,
        "comments_from": "2026-03-02",
        "comment_days": 15,
        "digest_read": digest,
    }
    refused = client.post(address, data=data)
    assert refused.status_code == 409
    assert "until then what they say stays sealed" in refused.text


@pytest.mark.article("11(2)")
def test_the_terms_of_the_call_run_on_its_entries(stage: Stage) -> None:
    call = stage.open(term_comments="7", term_supplement="5", term_inquiry="60")
    entry = stage.entry(stage.cast.residents[0], call)
    assert [days_of(entry, key) for key in ("comments", "supplement", "inquiry")] == [7, 5, 60]
    assert term_of(entry, "comments").source == "notice"
    assert (days_of(entry, "opinion"), term_of(entry, "opinion").source) == (20, "city")
    stage.close(call)
    page = stage.as_(stage.cast.desk).get(f"/desk/proposals/{entry.number}/inquiry").text
    assert 'value="60"' in page
    assert 'value="7"' in page


@pytest.mark.article("29(1)")
def test_in_an_emergency_one_screen_is_enough(stage: Stage) -> None:
    call = stage.open(
        closes_on="2026-03-02", closes_hour="18:00", emergency="y", emergency_grounds="The flood"
    )
    resident = stage.cast.residents[0]
    client = stage.as_(resident)
    data = {"intensity": "regeneration", "proposer_kind": "person", "works": "y", "risk": "y"}
    begun = client.post(f"/calls/{call.number}/answer", data=data)
    draft = stage.latest()
    assert begun.location == f"/drafts/{draft.id}"
    page = client.get(begun.location).text
    assert "In an emergency this one screen is enough" in page
    assert "How many of you will come each week?" in page
    stage.go(date(2026, 3, 2), time(18))
    assert stage.send(resident, draft).status_code == 302


@pytest.mark.article("19(1)")
def test_a_class_answers_with_its_teacher(stage: Stage, client: FlaskClient) -> None:
    call = stage.open()
    teacher = stage.cast.residents[2]
    entry = stage.entry(teacher, call, proposer_kind="school", public_author="Class 2B")
    assert entry.proposer_kind is ProposerKind.SCHOOL
    stage.close(call)
    stage.inquire(entry)
    page = client.get(f"/proposals/{entry.number}").text
    assert "Class 2B" in page
    assert "Ada Maestra" not in page


@pytest.mark.parametrize(
    ("came_on", "came_at", "status"),
    [("2026-03-31", "12:00", 302), ("2026-03-31", "12:01", 409), ("2026-03-30", "23:00", 302)],
)
def test_on_paper_the_hour_counts_at_which_it_came(
    stage: Stage, came_on: str, came_at: str, status: int
) -> None:
    call = stage.open()
    stage.go(date(2026, 4, 1))
    stage.sweep()
    desk = stage.as_(stage.cast.desk)
    data = {
        "author_name": "Pia Carta",
        "author_contact": "Via Lunga 3",
        "came_on": came_on,
        "came_at": came_at,
        "document": "letter 12",
        "intensity": "continuous",
        "proposer_kind": "person",
    }
    begun = desk.post(f"/desk/calls/{call.id}/counter", data=data)
    assert begun.status_code == 302, begun.text
    draft = stage.latest()
    sent = desk.post(f"/drafts/{draft.id}/submission", data={"version": draft.version})
    assert sent.status_code == status
    if status == 302:
        assert stage.latest().submitted_on == date.fromisoformat(came_on)
        assert json.dumps(history("proposal", draft.id)[0].private).count(came_on) == 1


@pytest.mark.article("10(6)")
def test_a_call_offers_commons_of_the_list_and_the_draft_knows_them(
    stage: Stage, client: FlaskClient
) -> None:
    desk = stage.as_(stage.cast.desk)
    for name, place in (("Pump house", "Via Lunga"), ("Wash house", "Lavatoio vecchio")):
        data = {
            "name": name,
            "kind": "building",
            "aims": "Open doors",
            "place": place,
            "owner_kind": "city",
            "heritage_protected": "y",
            "occurred_on": "2026-03-02",
        }
        assert desk.post("/desk/commons/new", data=data).status_code == 302
    call = stage.open(commons=["1", "2"])
    assert [one.name for one in call.commons] == ["Pump house", "Wash house"]
    assert '<a href="/commons/2026-B-0001">Pump house</a>' in client.get("/calls/2026-C-0001").text
    draft = stage.draft(stage.cast.residents[0], call, commons="2", place="", place_name="")
    assert (draft.commons_id, draft.heritage_protected, draft.district) == (2, True, "collina")
    assert client.get(f"/calls/{call.number}.json").json["commons"] == [
        "2026-B-0001",
        "2026-B-0002",
    ]
    assert "/calls/2026-C-0001" in client.get("/commons/2026-B-0002").text


def test_a_closed_call_takes_nobody_to_the_first_questions(
    stage: Stage, client: FlaskClient
) -> None:
    call = stage.open()
    stage.close(call)
    answer = client.get(f"/calls/{call.number}/answer")
    assert answer.location == f"/calls/{call.number}"
    assert "compared" in client.get(f"/calls/{call.number}").text
    assert client.get("/calls/2026-C-0099/answer").status_code == 404


def test_a_late_sweep_closes_on_the_announced_day(stage: Stage) -> None:
    call = stage.open()
    stage.go(date(2026, 3, 31), time(12, 0, 59))
    stage.sweep()
    assert stage.latest_call().state == "open"
    stage.go(date(2026, 4, 6))
    stage.sweep()
    stage.sweep()
    entries = [e for e in history("call", call.id) if e.step == "close"]
    assert [e.occurred_on for e in entries] == [date(2026, 3, 31)]
    assert stage.mails(stage.cast.desk).count("2026-C-0001: the call has closed") == 1
