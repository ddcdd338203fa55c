"""A choice: announced, opened on its day, voted, counted, recorded. Art. 10(7), 4(1), 3(1)d."""

import csv
import hashlib
import io
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.people.models import Holding
from pactregistry.proposals.competing import actions_voting, sweep
from pactregistry.proposals.competing.models_choice import BallotPaper, Roll
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.states import Role
from tests.proposals.competing.court import MINUTES, scan

pytestmark = pytest.mark.article("10(7)")


@pytest.fixture
def rivals(court):
    """The two compete."""
    assert court.declare().status_code == 302
    return court


@pytest.fixture
def ballot(rivals):
    """A ballot from 9 to 18 March, on its first day."""
    assert rivals.call().status_code == 302
    rivals.clock.go(date(2026, 3, 9))
    return rivals


def test_a_choice_is_announced_with_its_texts(rivals, client):
    answer = rivals.call(community="Chi abita intorno al campo")
    assert answer.location.endswith("/choices/2026-V-0001")
    page = client.get("/choices/2026-V-0001").text
    for told in ("9 March 2026", "18 March 2026", "Chi abita intorno al campo", "4(1)"):
        assert told in page
    assert "Allenamenti per under 14" in page
    assert "Gioco libero e ore di quiete." in page
    subject = f"{rivals.committee.number}: a participatory choice is announced"
    assert subject in rivals.mails(rivals.people.neighbour)


@pytest.mark.parametrize(
    ("opens", "closes", "status"), [(0, 9, 409), (1, 0, 409), (1, 1, 302), (7, 16, 302)]
)
def test_a_ballot_opens_after_its_notice_and_closes_after_its_opening(
    rivals, opens, closes, status
):
    days = {"opens_on": rivals.days(opens), "closes_on": rivals.days(closes)}
    answer = rivals.call(**days, community="Kept as typed")
    assert answer.status_code == status
    assert status == 302 or "Kept as typed" in answer.text


@pytest.mark.parametrize(("opens", "warned"), [(6, True), (7, False)])
def test_a_short_notice_warns_and_does_not_stop(rivals, opens, warned):
    days = {"opens_on": rivals.days(opens), "closes_on": rivals.days(16)}
    assert rivals.call(**days).status_code == 302
    entry = history("choice", rivals.choice.id)[0]
    assert ("notice_given" in entry.warnings) is warned


def test_an_assembly_after_a_ballot_follows_its_last_day(rivals):
    assert rivals.call("both", assembly_on=rivals.days(16)).status_code == 409
    assert rivals.call("both", assembly_on=rivals.days(17)).status_code == 302


def test_the_days_that_a_kind_needs_are_asked_for(rivals):
    answer = rivals.call("both", assembly_on="", assembly_place="Palestra")
    assert answer.status_code == 422
    assert "This kind of choice needs it." in answer.text
    assert "Palestra" in answer.text


def test_one_choice_at_a_time_and_never_of_one(court):
    assert court.declare().status_code == 302
    assert court.call().status_code == 302
    second = court.call()
    assert second.status_code == 409
    assert "Another choice between these proposals is under way" in second.text


def test_who_proposed_does_not_call_the_choice(rivals):
    rivals.people.resident.holdings.append(
        Holding(role=Role.DESK, office="commons", since=date(2026, 1, 1))
    )
    db.session.commit()
    data = {
        "kind": "ballot",
        "occurred_on": rivals.today,
        "opens_on": rivals.days(7),
        "closes_on": rivals.days(16),
    }
    client = rivals.office.as_(rivals.people.resident)
    answer = client.post("/desk/competitions/2026-K-0001/choice", data=data)
    assert answer.status_code == 409
    assert "Who made one of the proposals" in answer.text


@pytest.mark.parametrize(
    ("day", "at", "taken"),
    [
        (date(2026, 3, 8), time(23, 59, 59), False),
        (date(2026, 3, 9), time(0), True),
        (date(2026, 3, 18), time(23, 59, 59), True),
        (date(2026, 3, 19), time(0), False),
    ],
)
def test_one_votes_within_the_announced_days_even_before_the_clock_is_looked_at(
    rivals, person, day, at, taken
):
    rivals.call()
    rivals.clock.go(day, at)
    voter = person("Vota Subito")
    answer = rivals.vote(voter, rivals.option(rivals.club))
    assert (answer.status_code == 302) is taken
    assert len(db.session.query(Roll).all()) == int(taken)
    assert taken or "Voting is not open now." in answer.text


@pytest.mark.article("4(1)")
def test_anyone_with_a_confirmed_address_votes_once(ballot, person):
    voter = person("Una Forestiera")
    answer = ballot.vote(voter, ballot.option(ballot.committee))
    assert answer.location.endswith("/choices/2026-V-0001/voted")
    told = ballot.office.as_(voter).get("/choices/2026-V-0001/voted").text
    assert "Your vote was taken" in told
    assert ballot.committee.title not in told
    again = ballot.vote(voter, ballot.option(ballot.club))
    assert again.status_code == 409
    assert "You have voted already" in again.text
    assert "10(7)" in again.text
    assert db.session.query(BallotPaper).count() == 1


def test_signed_out_one_is_led_to_the_door(ballot, client):
    answer = client.post("/choices/2026-V-0001/vote", data={"option": "blank"})
    assert answer.location.startswith("/sign-in?")
    assert db.session.query(Roll).count() == 0


@pytest.mark.parametrize("option", ["", "999", "0"])
def test_a_vote_for_nothing_on_the_paper_is_asked_again(ballot, person, option):
    answer = ballot.vote(person("Vota Male"), option)
    assert answer.status_code == 422
    assert db.session.query(Roll).count() == 0


def test_fifty_votes_at_once_are_one(ballot, person, app):
    voter = person("Cinquanta Mani")
    option = ballot.option(ballot.club)
    clients = [ballot.office.as_(voter) for _ in range(5)]
    page = "/choices/2026-V-0001/vote"
    db.session.remove()

    def ten(client):
        with app.app_context():
            return [client.post(page, data={"option": option}).status_code for _ in range(10)]

    with ThreadPoolExecutor(5) as many:
        answers = Counter(status for ten in many.map(ten, clients) for status in ten)
    assert answers == {302: 1, 409: 49}
    assert db.session.query(Roll).count() == db.session.query(BallotPaper).count() == 1
    assert db.session.query(Entry).filter_by(step="vote").count() == 1


def test_nothing_joins_a_voter_and_a_vote(ballot, person):
    voter = person("Nome Segreto")
    ballot.vote(voter, ballot.option(ballot.club))
    assert set(Roll.__table__.columns.keys()) == {"choice_id", "account_id"}
    assert set(BallotPaper.__table__.columns.keys()) == {"choice_id", "key", "option_id"}
    (entry,) = db.session.query(Entry).filter_by(step="vote")
    assert entry.actor_id is None
    assert (entry.facts, entry.private, entry.reason) == ({}, {}, "")


def test_nobody_sees_how_it_stands_before_the_count(ballot, client):
    ballot.votes(2, 1)
    for browser in (client, ballot.as_desk(), ballot.office.as_(ballot.people.manager)):
        page = browser.get("/choices/2026-V-0001").text
        assert "pr-bars" not in page
        assert "A vote was cast" not in page
        assert browser.get("/choices/2026-V-0001/papers.csv").status_code == 404
    (record,) = client.get("/api/v1/choices").json["items"]
    assert record["state"] == "open"
    assert [option["votes"] for option in record["options"]] == [None, None]
    assert record["ballots"] is None


def test_it_is_counted_when_the_days_are_over_with_minutes(ballot):
    ballot.votes(2, 1)
    ballot.clock.go(date(2026, 3, 18))
    early = ballot.count()
    assert early.status_code == 409
    assert MINUTES in early.text
    ballot.clock.go(date(2026, 3, 19))
    bare = ballot.count(minutes="")
    assert bare.status_code == 409
    assert "The minutes are missing." in bare.text
    assert ballot.count().status_code == 302
    assert ballot.choice.state == "counted"


def test_a_scan_stands_in_for_typed_minutes_and_is_published_only_if_said(ballot, client):
    ballot.votes(2, 1)
    ballot.clock.go(date(2026, 3, 19))
    assert ballot.count(minutes="", scan=scan()).status_code == 302
    page = "/choices/2026-V-0001/minutes/1"
    assert client.get(page).status_code == 404
    assert ballot.as_desk().get(page).status_code == 200


def test_a_ballot_without_votes_is_not_counted(ballot):
    ballot.clock.go(date(2026, 3, 19))
    answer = ballot.count()
    assert answer.status_code == 409
    assert "do not add up" in answer.text


def test_the_result_can_be_counted_again_by_anyone(ballot, client):
    ballot.votes(3, 1, blank=1)
    ballot.clock.go(date(2026, 3, 19))
    ballot.count()
    table = client.get("/choices/2026-V-0001/papers.csv").data
    lines = [row["vote"] for row in csv.DictReader(io.StringIO(table.decode()))]
    assert lines == sorted(lines)
    assert Counter(lines) == {ballot.club.number: 3, ballot.committee.number: 1, "blank": 1}
    assert hashlib.sha256(table).hexdigest() == ballot.choice.papers_sha256
    page = client.get("/choices/2026-V-0001").text
    assert ballot.choice.papers_sha256 in page
    assert MINUTES in page
    (row,) = csv.DictReader(io.StringIO(client.get("/data/choices.csv").text))
    assert row["votes"] == f"{ballot.club.number}=3; {ballot.committee.number}=1"
    assert (row["ballots"], row["blank"], row["chosen"]) == ("5", "1", ballot.club.number)


@pytest.mark.parametrize(("present", "status"), [(39, 409), (40, 302)])
def test_an_assembly_is_counted_from_its_minutes(rivals, client, present, status):
    rivals.call("assembly", assembly_on=rivals.days(7))
    rivals.clock.go(date(2026, 3, 9), time(20))
    typed = {"present": present, "votes-0": 25, "votes-1": 13, "blank": 1, "invalid": 1}
    answer = rivals.count(**typed)
    assert answer.status_code == status
    if status == 302:
        page = client.get("/choices/2026-V-0001").text
        assert "Assembly" in page
        assert rivals.choice.winner_id == rivals.club.id
    else:
        assert 'value="25"' in answer.text


def test_who_voted_here_is_known_at_the_door_of_the_assembly(rivals, person):
    rivals.call("both")
    rivals.clock.go(date(2026, 3, 9))
    voter = person("Ada Allaporta")
    rivals.vote(voter, rivals.option(rivals.club))
    roll = "/desk/choices/2026-V-0001/roll"
    assert rivals.as_desk().get(roll).status_code == 404  # the ballot runs
    rivals.clock.go(date(2026, 3, 19))
    assert "Ada Allaporta" in rivals.as_desk().get(roll).text
    assert rivals.office.as_(rivals.people.manager).get(roll).status_code == 403
    typed = {"present": 10, "votes-0": 4, "votes-1": 5}
    assert rivals.count(**typed).status_code == 302
    assert rivals.as_desk().get(roll).status_code == 404  # counted: nobody needs it any more
    assert rivals.choice.winner_id is None  # 4 + 1 and 5


def test_a_tie_chooses_none_and_another_choice_is_called(ballot, client):
    ballot.votes(2, 2)
    ballot.clock.go(date(2026, 3, 19))
    assert ballot.count().status_code == 302
    assert "A tie: none of the proposals is chosen." in client.get("/choices/2026-V-0001").text
    answer = ballot.record()
    assert answer.status_code == 409
    assert "ended in a tie" in answer.text
    assert (ballot.club.state, ballot.committee.state) == ("competing", "competing")
    assert ballot.call().status_code == 302
    assert ballot.choice.number == "2026-V-0002"


def test_no_result_is_recorded_before_the_count(rivals):
    answer = rivals.record()
    assert answer.status_code == 409
    assert "The participatory procedure is not recorded" in answer.text


@pytest.mark.article("3(1)d")
def test_the_result_is_recorded_on_each_once(ballot, client):
    ballot.votes(2, 1)
    ballot.clock.go(date(2026, 3, 19))
    ballot.count()
    answer = ballot.record(remark="The quiet hours remain a matter for the pact.")
    assert answer.status_code == 302
    assert (ballot.club.state, ballot.committee.state) == ("inquiry", "not_chosen")
    page = client.get(f"/proposals/{ballot.committee.number}").text
    assert f"{ballot.club.number}: 2, {ballot.committee.number}: 1" in page
    assert "The quiet hours remain a matter for the pact." in page
    assert "administrative court" in page
    assert "invited to take part" in page
    assert "3(1)d" in page
    published = select(Entry).filter_by(publishes="choice_result")
    assert sorted(e.subject_id for e in db.session.scalars(published)) == [
        ballot.club.id,
        ballot.committee.id,
    ]
    assert f"{ballot.committee.number}: not chosen" in ballot.mails(ballot.people.neighbour)
    again = ballot.record()
    assert again.status_code == 409


def test_what_was_chosen_between_stays_as_it_was_read(ballot, client):
    changed = {"title": "Un altro titolo", "description": "Altro.", "reason": "Sbagliato."}
    ballot.office.post(ballot.people.manager, "correction", ballot.club, **changed)
    assert ballot.club.title == "Un altro titolo"
    page = client.get("/choices/2026-V-0001").text
    assert "Basket giovanile al Campo Stella" in page


def test_the_clock_opens_it_and_asks_once_for_the_count(rivals, app):
    rivals.call()
    days = (date(2026, 3, 8), date(2026, 3, 9), date(2026, 3, 18), date(2026, 3, 19))
    told = []
    for day in days:
        rivals.clock.go(day)
        for _ in range(2):
            sweep.run(app.config["SETTINGS"].now())
        told.append((rivals.choice.state, len(rivals.mails(rivals.people.desk))))
    states = [state for state, _ in told]
    assert states == ["called", "open", "open", "open"]
    before, after = told[2][1], told[3][1]
    assert after == before + 1
    begun = f"{rivals.choice.number}: the participatory choice has begun"
    assert rivals.mails(rivals.people.resident).count(begun) == 1


def test_a_clock_looked_at_late_opens_it_on_its_day(rivals, app):
    rivals.call()
    rivals.clock.go(date(2026, 3, 25))
    sweep.run(app.config["SETTINGS"].now())
    opened = history("choice", rivals.choice.id)[-1]
    assert (opened.step, opened.occurred_on) == ("open", date(2026, 3, 9))


def test_the_file_says_who_is_waited_for(rivals):
    page = f"/desk/proposals/{rivals.club.number}"
    told = [rivals.as_desk().get(page).text]
    rivals.call()
    for day in (date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 19)):
        rivals.clock.go(day)
        told.append(rivals.as_desk().get(page).text)
    office = "Awaited: Urban commons office"
    assert [office in text for text in told] == [True, False, False, True]
    assert "the day of the participatory choice, until 9 March 2026" in told[1]
    assert "the votes of all who care, until 18 March 2026" in told[2]
    assert rivals.club.number in rivals.as_desk().get("/desk/").text
    assert rivals.committee.number in rivals.as_desk().get("/desk/").text


def test_calling_off_says_why(ballot, client):
    ballot.votes(1, 0)
    page = "/desk/choices/2026-V-0001/cancellation"
    data = {"version": ballot.choice.version, "occurred_on": ballot.today}
    bare = ballot.as_desk().post(page, data=data)
    assert bare.status_code == 409
    # A vote that came since the form was opened does not make it old.
    data |= {"version": 1, "reason": "The posters named a wrong day."}
    assert ballot.as_desk().post(page, data=data).status_code == 302
    assert "The posters named a wrong day." in client.get("/choices/2026-V-0001").text
    assert ballot.vote(ballot.people.gas, "blank").status_code == 409


def test_of_two_one_leaves_and_the_choice_falls_away(ballot):
    assert ballot.withdraws(ballot.committee, ballot.people.neighbour).status_code == 302
    assert ballot.choice.state == "cancelled"
    assert ballot.desk(ballot.club, "release").status_code == 302
    assert ballot.club.state == "inquiry"


@pytest.mark.parametrize(
    ("day", "voted", "state"),
    [(2, False, "called"), (9, False, "open"), (9, True, "cancelled")],
)
def test_of_three_one_leaves_and_the_choice_goes_on_unless_it_had_votes(
    court, app, client, day, voted, state
):
    third = court.third()
    court.declare(court.committee, third)
    court.call()
    court.clock.go(date(2026, 3, day))
    sweep.run(app.config["SETTINGS"].now())
    if voted:
        court.vote(court.people.gas, court.option(court.committee))
    court.withdraws(court.committee, court.people.neighbour)
    assert court.choice.state == state
    left = next(o for o in court.choice.options if o.proposal_id == court.committee.id)
    assert (left.left_on is None) is voted
    page = client.get("/choices/2026-V-0001").text
    assert ("No longer there since" in page) is not voted
    if state != "cancelled":
        gone = str(left.id)
        court.clock.go(date(2026, 3, 10))
        assert court.vote(court.people.green, gone).status_code == 422
        assert court.vote(court.people.green, court.option(third)).status_code == 302


def test_an_assembly_that_has_met_is_not_guessed(court):
    third = court.third()
    court.declare(court.committee, third)
    court.call("assembly", assembly_on=court.days(7))
    court.clock.go(date(2026, 3, 9))
    court.withdraws(court.committee, court.people.neighbour)
    assert court.choice.state == "cancelled"


def test_the_list_finds_choices_by_state(ballot, client):
    assert "2026-V-0001" in client.get("/choices/?state=called&district=fiume").text
    assert "2026-V-0001" not in client.get("/choices/?state=counted").text
    assert client.get("/choices/?page=2").status_code == 404
    assert client.get("/choices/2026-V-0009").status_code == 404


def test_a_page_takes_the_same_questions_however_many_voted(ballot, client, app):
    asked: list[str] = []

    def note(connection, cursor, statement, *rest):
        asked.append(statement)

    def count_queries():
        asked.clear()
        db.event.listen(db.engine, "before_cursor_execute", note)
        client.get("/choices/2026-V-0001")
        db.event.remove(db.engine, "before_cursor_execute", note)
        return len(asked)

    before = count_queries()
    ballot.votes(4, 3)
    assert count_queries() == before


def test_an_ended_week_is_no_reason_to_move_a_day(ballot):
    # The summer hour begins on 29 March: the last day ends at its own midnight.
    days = {"opens_on": date(2026, 3, 28), "closes_on": date(2026, 3, 29)}
    data = {"version": ballot.choice.version, "occurred_on": ballot.today, "reason": "Moved."}
    ballot.as_desk().post("/desk/choices/2026-V-0001/cancellation", data=data)
    assert ballot.call(**days).status_code == 302
    ballot.clock.go(date(2026, 3, 29), time(23, 59))
    assert ballot.vote(ballot.people.gas, "blank").status_code == 302
    ballot.clock.go(date(2026, 3, 29) + timedelta(days=1), time(0, 1))
    assert ballot.vote(ballot.people.green, "blank").status_code == 409


def test_a_vote_sent_as_its_proposal_leaves_asks_again(court, app):
    third = court.third()
    court.declare(court.committee, third)
    court.call()
    court.clock.go(date(2026, 3, 9))
    voter, gone = court.people.green, court.option(court.committee)
    with app.test_request_context(method="POST"):
        choice, option = court.choice, int(gone)
        court.withdraws(court.committee, court.people.neighbour)
        with pytest.raises(Unlawful, match="option_left"):
            actions_voting.vote(choice, voter, option)
        db.session.rollback()
    assert court.vote(voter, court.option(third)).status_code == 302


def test_the_first_page_asks_for_a_vote_while_one_may_vote(app, rivals, client):
    assert rivals.call().status_code == 302
    way = 'href="/choices/2026-V-0001"'
    assert way not in client.get("/").text
    for day, asks in ((9, True), (18, True), (19, False)):
        rivals.clock.go(date(2026, 3, day))
        sweep.run(app.config["SETTINGS"].now())
        assert (way in client.get("/").text) is asks
