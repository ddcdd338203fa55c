"""Comparing and deciding: scores with their sentences, ties, four eyes, what is published."""

from datetime import date, time

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, select

from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.people.models import Account, Holding
from pactregistry.proposals.answering.models import Score
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import CallState, ProposalState, Role, Track
from tests.calls.conftest import REASON, Stage


@pytest.fixture
def compared(stage: Stage) -> tuple[Proposal, ...]:
    """Three entries of a closed call, their inquiries open."""
    call = stage.open()
    entries = tuple(stage.entry(resident, call) for resident in stage.cast.residents[:3])
    stage.close(call)
    for entry in entries:
        stage.inquire(entry)
    return entries


def decide(stage: Stage, **typed: object) -> object:
    return stage.step(stage.cast.manager, stage.latest_call(), "decision", **typed)


@pytest.mark.article("16(3)")
def test_scores_are_kept_bit_by_bit_and_stay_between_officers(
    stage: Stage, compared: tuple[Proposal, ...], client: FlaskClient
) -> None:
    call = stage.latest_call()
    first = compared[0]
    assert stage.score(call, first, "7,5", "").status_code == 302
    assert [str(s.points) for s in db.session.scalars(select(Score))] == ["7.50"]
    overview = stage.as_(stage.cast.desk).get(f"/desk/calls/{call.id}/scores").text
    assert "7.5" in overview
    assert "not all scores yet" in overview
    refused = decide(stage)
    assert refused.status_code == 409
    assert (
        "Entries without all their scores: 2026-P-0001, 2026-P-0002, 2026-P-0003." in refused.text
    )
    for page in (f"/calls/{call.number}", f"/calls/{call.number}.json", "/feed.json"):
        assert "Because of Openness" not in client.get(page).text
    assert stage.score(call, first, "", "").status_code == 302
    assert db.session.scalars(select(Score)).all() == []


@pytest.mark.parametrize(
    ("points", "status"), [("0", 302), ("10", 302), ("10.01", 422), ("-1", 422), ("NaN", 422)]
)
def test_points_lie_between_zero_and_the_highest(
    stage: Stage, compared: tuple[Proposal, ...], points: str, status: int
) -> None:
    answer = stage.score(stage.latest_call(), compared[0], points)
    assert answer.status_code == status
    if status == 422:
        assert "Because of Openness to all." in answer.text


def test_two_officers_score_two_entries_at_once_but_not_one(
    stage: Stage, compared: tuple[Proposal, ...]
) -> None:
    call = stage.latest_call()
    desk = stage.as_(stage.cast.desk)
    address = f"/desk/calls/{call.id}/scores/"
    seen = desk.get(address + "2026-P-0001").text.split('name="digest_seen"')[1].split('"')[3]
    stage.score(call, compared[1], "5", "5")
    data = {"digest_seen": seen, "points_c1": "4", "points_c2": "4"}
    assert desk.post(address + "2026-P-0001", data=data).status_code == 302
    stale = desk.post(address + "2026-P-0001", data=data | {"points_c1": "9"})
    assert stale.status_code == 409
    assert "The file has moved on" in stale.text


def test_scores_wait_for_the_closing(stage: Stage) -> None:
    call = stage.open()
    entry = stage.entry(stage.cast.residents[0], call)
    assert stage.score(call, entry, "5", "5").status_code == 409


def test_every_entry_must_have_been_public(stage: Stage) -> None:
    call = stage.open()
    entry = stage.entry(stage.cast.residents[0], call)
    stage.close(call)
    stage.score(call, entry, "5", "5")
    refused = decide(stage)
    assert refused.status_code == 409
    assert "Entries that are not in inquiry: 2026-P-0001." in refused.text


@pytest.mark.article("11(2)")
def test_a_decision_publishes_all_scores_and_tells_everyone(
    stage: Stage, compared: tuple[Proposal, ...], client: FlaskClient
) -> None:
    call = stage.latest_call()
    for entry, points in zip(compared, (("6", "2"), ("10", "5"), ("0", "0")), strict=True):
        stage.score(call, entry, *points)
    assert stage.step(stage.cast.desk, call, "decision").status_code == 403
    assert decide(stage).status_code == 302
    db.session.expire_all()
    assert stage.latest_call().state == CallState.DECIDED
    assert [entry.state for entry in compared] == ["not_chosen", "inquiry", "not_chosen"]
    page = client.get(f"/calls/{call.number}").text
    assert page.index("Idea of Nino") < page.index("Idea of Rita") < page.index("Idea of Ada")
    for told in ("15 points in all", "8 points in all", "0 points in all", "Because of Care"):
        assert told in page
    sheet = client.get("/proposals/2026-P-0001").text
    assert "It was not refused" in sheet
    assert "invited to join" in sheet
    assert "Because of Openness to all." in sheet
    assert stage.mails(stage.cast.residents[0])[-1] == (
        "2026-P-0001: not chosen in the call 2026-C-0001"
    )
    assert stage.mails(stage.cast.residents[1])[-1] == "2026-P-0002: taken in the call 2026-C-0001"
    record = client.get(f"/calls/{call.number}.json").json
    assert [line["rank"] for line in record["result"]] == [1, 2, 3]
    assert record["result"][0]["scores"][0]["points"] == "10.00"
    awards = db.session.scalars(select(Entry).filter_by(step="award")).all()
    assert [entry.publishes for entry in awards] == ["awarded"] * 3
    told = [item["url"] for item in client.get("/feed.json").json["items"]]
    assert sum(url.endswith(f"/calls/{call.number}") for url in told) == len(("opened", "decided"))


@pytest.mark.article("16(3)")
def test_a_tie_on_the_last_place_needs_a_reason(
    stage: Stage, compared: tuple[Proposal, ...], client: FlaskClient
) -> None:
    call = stage.latest_call()
    for entry, points in zip(compared, (("5", "3"), ("4", "4"), ("1", "1")), strict=True):
        stage.score(call, entry, *points)
    form = stage.as_(stage.cast.manager).get(f"/desk/calls/{call.id}/decision").text
    assert "equal on the last place" in form
    silent = decide(stage, chosen=["2026-P-0002"], reason=" ")
    assert silent.status_code == 409
    assert "Equal scores on the last place: 2026-P-0001, 2026-P-0002." in silent.text
    both = decide(stage, chosen=["2026-P-0001", "2026-P-0002"], reason="Both are good")
    assert both.status_code == 409
    assert "Both are good" in both.text
    assert decide(stage, chosen=["2026-P-0003"], reason="Third").status_code == 422
    done = decide(stage, chosen=["2026-P-0002"], reason="It came with more neighbours.")
    assert done.status_code == 302
    db.session.expire_all()
    assert [entry.state for entry in compared] == ["not_chosen", "inquiry", "not_chosen"]
    assert "It came with more neighbours." in client.get(f"/calls/{call.number}").text


@pytest.mark.article("11(2)")
def test_who_entered_neither_scores_nor_decides_nor_gives_more_time(stage: Stage) -> None:
    call = stage.open()
    manager, desk = stage.cast.manager, stage.cast.desk
    manager_entry = stage.entry(manager, call)
    stage.entry(desk, call)
    later = {"closes_on": "2026-04-20", "closes_hour": "12:00", "reason": "More time for all"}
    assert stage.step(manager, call, "extension", **later).status_code == 409
    withdrawal = stage.step(manager, call, "withdrawal", **{"texts-0": REASON})
    assert withdrawal.status_code == 409
    assert "or stepped aside on one, cannot take this step" in withdrawal.text
    stage.close(call)
    assert stage.score(call, manager_entry, "10", "5").status_code == 409
    refused = decide(stage)
    assert "or stepped aside on one, cannot take this step" in refused.text


def test_nothing_is_accepted_before_the_call_is_decided(
    stage: Stage, compared: tuple[Proposal, ...]
) -> None:
    refused = stage.as_(stage.cast.desk).get("/desk/proposals/2026-P-0001").text
    assert "The call 2026-C-0001, which this proposal answers, is not decided yet." in refused


def test_an_entry_that_ended_is_not_compared(stage: Stage, compared: tuple[Proposal, ...]) -> None:
    call = stage.latest_call()
    withdrawn = compared[1]
    data = {"version": withdrawn.version, "text": ""}
    author = stage.as_(stage.cast.residents[1])
    assert author.post(f"/proposals/{withdrawn.number}/withdrawal", data=data).status_code == 302
    for entry in (compared[0], compared[2]):
        stage.score(call, entry, "5" if entry is compared[0] else "4", "1")
    assert decide(stage).status_code == 302
    db.session.expire_all()
    assert [e.state for e in compared] == ["inquiry", "withdrawn", "not_chosen"]


def test_a_call_without_entries_is_decided_too(stage: Stage, client: FlaskClient) -> None:
    call = stage.open()
    stage.close(call)
    assert decide(stage).status_code == 302
    assert "No entry came." in client.get(f"/calls/{call.number}").text


def test_without_criteria_every_suitable_entry_is_taken(stage: Stage) -> None:
    bare = {"criteria-0-label": "", "criteria-1-label": "", "places_offered": ""}
    call = stage.open(**bare)
    assert history("call", call.id)[-1].warnings == ["criteria_stated"]
    entry = stage.entry(stage.cast.residents[0], call)
    stage.close(call)
    stage.inquire(entry)
    assert decide(stage).status_code == 302
    assert stage.latest().state == ProposalState.INQUIRY


@pytest.mark.article("34(1)")
def test_a_withdrawn_call_lets_its_authors_go_on(stage: Stage, client: FlaskClient) -> None:
    call = stage.open()
    resident, writer = stage.cast.residents[:2]
    entry = stage.entry(resident, call)
    draft = stage.draft(writer, call)
    own = stage.as_(resident)
    assert own.get(f"/proposals/{entry.number}/alone").status_code == 200
    early = own.post(f"/proposals/{entry.number}/alone", data={"version": entry.version})
    assert early.status_code == 409
    assert "goes on, or it answers none" in early.text
    answer = stage.step(stage.cast.manager, call, "withdrawal", **{"texts-0": REASON})
    assert answer.status_code == 302
    assert REASON in client.get(f"/calls/{call.number}").text
    assert stage.mails(resident)[-1] == "2026-C-0001: the call was withdrawn"
    assert stage.mails(writer)[-1] == "2026-C-0001: the call was withdrawn"
    assert stage.send(writer, draft).status_code == 409
    assert f"/proposals/{entry.number}/alone" in own.get(f"/me/proposals/{entry.number}").text
    stranger = stage.as_(stage.cast.residents[2])
    assert stranger.get(f"/proposals/{entry.number}/alone").status_code == 404
    db.session.expire_all()
    sent = own.post(f"/proposals/{entry.number}/alone", data={"version": entry.version})
    assert sent.location == f"/me/proposals/{entry.number}"
    db.session.expire_all()
    assert (entry.track, entry.call_id, entry.state) == (Track.SPONTANEOUS, None, "submitted")
    assert history("proposal", entry.id)[-1].facts["call"] == "2026-C-0001"
    assert stage.mails(resident)[-1].endswith("goes on as a proposal of your own")
    assert client.get(f"/proposals/{entry.number}").status_code == 200


def test_other_offices_do_not_find_the_call(stage: Stage) -> None:
    call = stage.open()
    other = Account(
        name="Altro Ufficio",
        public_name="",
        email="altro@people.example",
        fs_uniquifier="altro",
        confirmed_at=stage.cast.desk.confirmed_at,
        create_datetime=stage.cast.desk.create_datetime,
        language="en",
        active=True,
    )
    since = stage.cast.desk.holdings[0].since
    other.holdings = [Holding(role=Role.MANAGER, office="green", since=since)]
    db.session.add(other)
    db.session.commit()
    client = stage.as_(other)
    for step in ("", "/decision", "/extension", "/withdrawal", "/opening", "/withholding"):
        assert client.get(f"/desk/calls/{call.id}{step}").status_code == 403


def test_a_page_of_a_call_asks_the_same_however_many_entries(
    stage: Stage, client: FlaskClient
) -> None:
    asked: list[str] = []

    def count(_conn: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    call = stage.open()
    stage.entry(stage.cast.residents[0], call)
    stage.close(call)
    event.listen(db.engine, "before_cursor_execute", count)
    client.get(f"/calls/{call.number}")
    one = len(asked)
    stage.go(stage.app.config["SETTINGS"].today())
    for resident in stage.cast.residents[1:]:
        entry = Proposal(
            state=ProposalState.SUBMITTED,
            number=f"2026-P-{resident.id:04d}",
            title="x",
            track=Track.CALL,
            call_id=call.id,
            author_id=resident.id,
            created_at=call.created_at,
            pack_id=call.pack_id,
            pack_version=call.pack_version,
            import_confirmed=True,
        )
        db.session.add(entry)
    db.session.commit()
    asked.clear()
    client.get(f"/calls/{call.number}")
    assert len(asked) == one
    event.remove(db.engine, "before_cursor_execute", count)


@pytest.mark.article("10(1)", "11(2)")
def test_who_stepped_aside_on_an_entry_leaves_the_call_to_others(stage: Stage) -> None:
    call = stage.open()
    one, two = (stage.entry(who, call) for who in stage.cast.residents[:2])
    for officer in (stage.cast.desk, stage.cast.manager):
        db.session.expire_all()
        form = {"version": one.version, "reason": "My brother wrote it."}
        page = f"/desk/proposals/{one.number}/abstention"
        assert stage.as_(officer).post(page, data=form).status_code == 302
    stage.close(call)
    desk = stage.as_(stage.cast.desk)
    assert desk.get(f"/desk/calls/{call.id}/scores/{one.number}").status_code == 404
    assert stage.score(call, two, "10", "5").status_code == 409
    assert "stepped aside on one" in decide(stage).text


@pytest.mark.article("11(2)", "16(3)")
@pytest.mark.parametrize(("hour", "status"), [(time(12, 0), 302), (time(12, 1), 409)])
def test_no_more_time_is_given_once_the_moment_has_passed(
    stage: Stage, hour: time, status: int
) -> None:
    call = stage.open()
    stage.go(date(2026, 3, 31), hour)
    later = {"closes_on": "2026-04-20", "closes_hour": "12:00", "reason": "More time for all."}
    refused = stage.step(stage.cast.manager, call, "extension", **later)
    assert refused.status_code == status
    assert ("no longer taken" in refused.text) is (status == 409)
