"""The office writes a call, sees it as everyone will, and opens it."""

from datetime import UTC, date, datetime, time

import pytest
from flask.testing import FlaskClient

from pactregistry.journal import history
from pactregistry.workflow.states import CallState
from tests.calls.conftest import REASON, Stage


def test_a_draft_is_read_by_the_office_alone(stage: Stage, client: FlaskClient) -> None:
    call = stage.write()
    assert (call.state, call.number) == (CallState.DRAFT, None)
    assert call.closes_at == datetime(2026, 3, 31, 10, tzinfo=UTC)  # noon in summer time
    assert [q["key"] for q in call.questions] == ["q1", "q2"]
    assert [(c["key"], c["highest"]) for c in call.criteria] == [("c1", 10), ("c2", 5)]
    assert "pump house" not in client.get("/calls/").text
    assert client.get("/calls/None").status_code == 404
    assert stage.as_(stage.cast.residents[0]).get(f"/desk/calls/{call.id}").status_code == 403


def test_rows_are_added_and_taken_out_without_a_script(stage: Stage) -> None:
    desk = stage.as_(stage.cast.desk)
    more = desk.post("/desk/calls/new", data=stage.form(more_questions="1", title=""))
    assert more.status_code == 200
    assert 'name="questions-2-label"' in more.text
    assert "How many of you will come each week?" in more.text
    call = stage.write()
    data = stage.form(**{"questions-0-label": "", "questions-1-key": "q2", "version": call.version})
    assert desk.post(f"/desk/calls/{call.id}/text", data=data).status_code == 302
    call = stage.latest_call()
    assert [(q["key"], q["label"]) for q in call.questions] == [("q2", "Who keeps the keys?")]


def test_no_more_rows_than_the_limit(stage: Stage) -> None:
    rows = {f"criteria-{n}-label": f"C{n}" for n in range(10)}
    rows |= {f"criteria-{n}-highest": "5" for n in range(10)}
    page = stage.as_(stage.cast.desk).post(
        "/desk/calls/new", data=stage.form(**rows, more_criteria="1")
    )
    assert 'name="criteria-9-label"' in page.text
    assert 'name="criteria-10-label"' not in page.text
    assert 'name="more_criteria"' not in page.text


def test_a_criterion_without_its_points_is_answered_in_the_page(stage: Stage) -> None:
    data = stage.form(**{"criteria-1-highest": ""})
    answer = stage.as_(stage.cast.desk).post("/desk/calls/new", data=data)
    assert answer.status_code == 422
    assert "Care over time" in answer.text
    assert "highest score" in answer.text


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        ("2026-03-29", "02:30", "does not exist"),
        ("2026-10-25", "02:30", "comes twice"),
        ("", "12:00", "Enter the day as well"),
    ],
)
def test_an_hour_that_the_day_does_not_have_is_answered_plainly(
    stage: Stage, day: str, hour: str, told: str
) -> None:
    data = stage.form(closes_on=day, closes_hour=hour)
    answer = stage.as_(stage.cast.desk).post("/desk/calls/new", data=data)
    assert answer.status_code == 422
    assert told in answer.text
    assert "We look for people" in answer.text


@pytest.mark.article("11(2)")
def test_the_managing_officer_opens_what_was_previewed(stage: Stage, client: FlaskClient) -> None:
    call = stage.write()
    assert stage.step(stage.cast.desk, call, "opening").status_code == 403
    preview = stage.as_(stage.cast.manager).get(f"/desk/calls/{call.id}/opening").text
    assert "This becomes public" in preview
    assert "How many of you will come each week?" in preview
    assert stage.step(stage.cast.manager, call, "opening").status_code == 302
    call = stage.latest_call()
    assert (call.state, call.number) == (CallState.OPEN, "2026-C-0001")
    page = client.get("/calls/2026-C-0001").text
    for told in ("Openness to all", "Care over time", "Who keeps the keys?", "Answer this call"):
        assert told in page
    assert "pump house" in client.get("/calls/").text
    assert "The City calls" in client.get("/").text


def test_a_call_that_was_opened_is_not_rewritten(stage: Stage) -> None:
    call = stage.open()
    data = stage.form(title="Another", version=call.version)
    stage.as_(stage.cast.desk).post(f"/desk/calls/{call.id}/text", data=data)
    assert stage.latest_call().title == "The old pump house"


@pytest.mark.article("11(2)")
@pytest.mark.parametrize(("hour", "status"), [("11:59", 409), ("12:00", 409), ("12:01", 302)])
def test_a_call_opens_only_until_a_moment_to_come(stage: Stage, hour: str, status: int) -> None:
    call = stage.write(closes_on="2026-03-02", closes_hour=hour, emergency="y")
    assert stage.step(stage.cast.manager, call, "opening").status_code == status


@pytest.mark.article("11(2)")
@pytest.mark.parametrize(("last", "warned"), [("2026-03-16", True), ("2026-03-17", False)])
def test_little_time_warns_and_stops_nobody(stage: Stage, last: str, warned: bool) -> None:
    call = stage.open(closes_on=last)
    entry = history("call", call.id)[-1]
    assert ("time_to_answer" in entry.warnings) is warned


@pytest.mark.article("29(1)")
def test_an_emergency_may_have_hours_and_says_which(stage: Stage, client: FlaskClient) -> None:
    stage.open(title="Ordinary call")
    urgent = stage.open(
        title="After the flood",
        closes_on="2026-03-02",
        closes_hour="18:00",
        emergency="y",
        emergency_grounds="The river rose on 1 March; mayor's order 7.",
    )
    assert history("call", urgent.id)[-1].warnings == []
    listed = client.get("/calls/").text
    assert listed.index("After the flood") < listed.index("Ordinary call")
    home = client.get("/").text
    assert home.index("After the flood") < home.index("Ordinary call")
    page = client.get(f"/calls/{urgent.number}").text
    assert "6 hours are left" in page
    assert "The river rose on 1 March" in page


def test_an_emergency_without_grounds_warns(stage: Stage) -> None:
    call = stage.open(emergency="y", emergency_grounds="")
    assert history("call", call.id)[-1].warnings == ["emergency_grounded"]


def test_terms_stand_beside_the_usual_ones(stage: Stage, client: FlaskClient) -> None:
    page = stage.as_(stage.cast.desk).get("/desk/calls/new").text
    assert "Without the call: 15 days." in page
    call = stage.open(term_comments="7", term_inquiry="")
    assert call.terms == {"comments": 7}
    assert "set by this call" in client.get(f"/calls/{call.number}").text


def test_a_draft_that_is_given_up_never_was_public(stage: Stage, client: FlaskClient) -> None:
    call = stage.write()
    refused = stage.step(
        stage.cast.manager, call, "withdrawal", **{"texts-0": "for technical reasons"}
    )
    assert refused.status_code == 409
    assert "for technical reasons" in refused.text
    assert (
        stage.step(stage.cast.manager, call, "withdrawal", **{"texts-0": REASON}).status_code == 302
    )
    assert stage.latest_call().state == CallState.WITHDRAWN
    assert "pump house" not in client.get("/calls/").text
    assert "pump house" not in client.get("/feed.atom").text


def test_a_withheld_call_leaves_a_tombstone(stage: Stage, client: FlaskClient) -> None:
    call = stage.open()
    answer = stage.step(stage.cast.desk, call, "withholding", reason="A telephone number in it")
    assert answer.status_code == 302
    assert client.get(f"/calls/{call.number}").status_code == 410
    assert client.get(f"/calls/{call.number}.json").status_code == 404
    assert "pump house" not in client.get("/calls/").text
    assert "telephone" not in client.get("/feed.atom").text
    assert (
        stage.step(stage.cast.manager, call, "restoration", reason="Taken out").status_code == 302
    )
    assert client.get(f"/calls/{call.number}").status_code == 200


def test_search_filters_and_pages(stage: Stage, client: FlaskClient) -> None:
    stage.open(title="Perù garden", district="fiume")
    for number in range(20):
        stage.open(title=f"Call {number}")
    assert "21 found" in client.get("/calls/").text
    assert "Page 1 of 2" in client.get("/calls/").text
    assert client.get("/calls/?page=3").status_code == 404
    assert "1 found" in client.get("/calls/?q=peru").text
    assert "1 found" in client.get("/calls/?district=fiume").text
    assert "No call matches" in client.get("/calls/?state=decided").text
    assert "No call matches" in client.get("/calls/?state=nonsense").text


def test_the_calendar_entry(stage: Stage, client: FlaskClient) -> None:
    call = stage.open(title="Pumps, keys; and " + "more " * 30)
    answer = client.get(f"/calls/{call.number}.ics")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert "DTSTART:20260331T100000Z\r\n" in answer.text
    assert "Pumps\\, keys\\; and" in answer.text.replace("\r\n ", "")
    assert max(len(line.encode()) for line in answer.text.split("\r\n")) <= 75


def test_entries_begin_later_where_the_call_says_so(stage: Stage, client: FlaskClient) -> None:
    call = stage.open(opens_on="2026-03-10", opens_hour="09:00")
    assert "Entries are taken from" in client.get(f"/calls/{call.number}").text
    resident = stage.cast.residents[0]
    draft = stage.draft(resident, call)
    stage.go(date(2026, 3, 10), time(8, 59))
    early = stage.send(resident, draft)
    assert early.status_code == 409
    assert "takes entries only from" in early.text
    stage.go(date(2026, 3, 10), time(9))
    assert stage.send(resident, draft).status_code == 302
