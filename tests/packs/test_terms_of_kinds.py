"""Terms that the text sets, for each kind of pact, at their limits. Art. 6(1), 11(4)-(9), 17(3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.queries import latest_version
from pactregistry.proposals.waiting import awaited
from pactregistry.workflow.clocks import ClockState
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import Role
from tests.packs.conftest import Under
from tests.packs.walk import Walk

SENT = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _lecco(under: Under) -> None:
    under("lecco")


@pytest.mark.article("11(4)")
def test_the_clock_of_thirty_days_runs_before_anyone_announces_it(walk: Walk) -> None:
    number = walk.propose()
    assert walk.clock_on(number, SENT + timedelta(days=29)).left == 1
    last = walk.clock_on(number, SENT + timedelta(days=30))
    assert (last.state, last.left, last.late) == (ClockState.RUNNING, 0, 0)
    over = walk.clock_on(number, SENT + timedelta(days=31))
    assert (over.state, over.late) == (ClockState.LATE, 1)


@pytest.mark.article("11(4)")
def test_a_request_for_papers_stops_the_thirty_days(walk: Walk) -> None:
    number = walk.propose()
    walk.clock.go(SENT + timedelta(days=20))
    walk.ask_for_papers(number)
    stopped = walk.clock_on(number, SENT + timedelta(days=26))
    assert (stopped.state, stopped.elapsed) == (ClockState.STOPPED, 20)
    walk.bring_papers(number)
    assert walk.clock_on(number, SENT + timedelta(days=36)).state is ClockState.RUNNING
    assert walk.clock_on(number, SENT + timedelta(days=37)).late == 1


@pytest.mark.article("11(5)")
@pytest.mark.parametrize(
    ("kind", "weighty", "days"), [("A", "", 15), ("A", "y", 30), ("B", "", 30), ("C", "", 30)]
)
def test_comments_are_open_for_the_days_of_the_kind(
    walk: Walk, kind: str, weighty: str, days: int
) -> None:
    number = walk.propose()
    # What is typed against the text is not taken.
    typed = {"pact_kind": kind, "weighty": weighty, "comment_days": 3, "days": 90}
    assert walk.open_inquiry(number, **typed).status_code == 302
    proposal = walk.proposal(number)
    assert proposal.comments_until == SENT + timedelta(days=days)
    assert proposal.announced_days == 30 + days + 15
    walk.clock.go(SENT + timedelta(days=days))
    assert walk.accept(number).status_code == 409
    walk.clock.go(SENT + timedelta(days=days + 1))
    assert walk.accept(number).status_code == 302


@pytest.mark.article("11(5)", "6(1)")
def test_the_inquiry_does_not_open_without_a_kind_and_keeps_what_was_typed(walk: Walk) -> None:
    number = walk.propose()
    answer = walk.open_inquiry(number, weighty="y", opinion_days=17)
    assert answer.status_code == 422
    assert "Choose a kind" in answer.text
    assert 'value="17"' in answer.text
    assert walk.open_inquiry(number, pact_kind="D").status_code == 422
    assert walk.proposal(number).state == "submitted"


@pytest.mark.article("11(5)")
def test_the_form_says_what_the_text_sets(walk: Walk) -> None:
    number = walk.propose()
    page = walk.enter(walk.desk).get(f"/desk/proposals/{number}/inquiry").text
    assert "30 days, set by the regulation." in page
    assert "15 days, set by the regulation." in page
    assert "B: recover or regenerate: 30 days." in page
    assert 'name="comment_days"' not in page


@pytest.mark.article("11(7)", "11(9)")
@pytest.mark.parametrize(("kind", "role"), [("A", Role.MANAGER), ("B", Role.EXECUTIVE)])
def test_who_approves_is_waited_for_until_fifteen_days_after_publication(
    walk: Walk, kind: str, role: Role
) -> None:
    number = walk.propose()
    walk.open_inquiry(number, pact_kind=kind)
    until = walk.proposal(number).comments_until
    assert until is not None
    for days, late in ((1, 0), (15, 0), (16, 1)):
        walk.clock.go(until + timedelta(days=days))
        turn = awaited(walk.proposal(number), walk.entries(number))
        assert turn is not None
        assert (turn.role, turn.until, turn.late) == (role, until + timedelta(days=15), late)


@pytest.mark.article("11(9)", "11(10)")
@pytest.mark.parametrize(("kind", "resolved", "status"), [("A", False, 302), ("B", False, 409)])
def test_b_is_not_signed_without_the_executive_s_resolution(
    walk: Walk, kind: str, resolved: bool, status: int
) -> None:
    number = walk.propose()
    walk.open_inquiry(number, pact_kind=kind)
    walk.clock.go(date(2026, 4, 20))
    assert walk.accept(number).status_code == 302  # a warning alone
    walk.agree_and_freeze(number)
    answer = walk.sign(number, walk.resident)
    assert answer.status_code == status
    assert ("needs the executive" in answer.text) is (status == 409)


@pytest.mark.article("11(9)")
def test_b_is_signed_with_it(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number, pact_kind="B")
    walk.clock.go(date(2026, 4, 20))
    assert "needs the executive" in walk.enter(walk.desk).get(f"/desk/proposals/{number}").text
    referral = walk.enter(walk.desk).get(f"/desk/proposals/{number}/referral").text
    assert "approves pacts of this kind: B: recover" in referral
    walk.refer_and_resolve(number)
    assert not walk.proposal(number).substantial_change
    assert walk.accept(number).status_code == 302
    walk.agree_and_freeze(number)
    assert str(walk.sign_all(number).state) == "signed"


@pytest.mark.article("3(1)b", "6(1)")
def test_a_kind_is_corrected_by_the_manager_with_a_reason(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number, pact_kind="A")
    address = f"/desk/proposals/{number}/correction"
    typed = {"title": "Twelve flowerbeds", "pact_kind": "B", "reason": "It is a new use."}
    assert walk.post(walk.manager, address, number, **typed).status_code == 302
    assert walk.proposal(number).pact_kind == "B"
    assert "pact_kind" in walk.entries(number)[-1].facts["fields"]


@pytest.mark.article("17(3)")
@pytest.mark.parametrize(("ends", "over"), [(date(2028, 4, 15), False), (date(2028, 4, 16), True)])
def test_a_kind_has_its_own_longest_duration(
    walk: Walk, change: object, ends: date, over: bool
) -> None:
    pack: Pack = walk.settings.packs["lecco"]
    kinds = {**pack.kinds, "A": replace(pack.kinds["A"], max_years=2)}
    change("lecco", kinds=kinds)  # type: ignore[operator]  # reason: a fixture
    number = walk.propose()
    walk.open_inquiry(number, pact_kind="A")
    walk.clock.go(date(2026, 4, 1))
    walk.accept(number)
    text = latest_version(walk.pact(number))
    text.starts_on, text.ends_on = date(2026, 4, 15), ends
    assert version_facts(text).years_over_limit is over


def test_the_proposer_reads_the_kinds_before_writing(client: FlaskClient) -> None:
    page = client.get("/proposals/new").text
    assert "Which kind of pact will it be?" in page
    assert "A: keep up or improve" in page


def test_a_text_without_kinds_asks_for_none(walk: Walk, under: Under, client: FlaskClient) -> None:
    under("bologna-2014")
    assert "Which kind of pact" not in client.get("/proposals/new").text
    number = walk.propose()
    page = walk.enter(walk.desk).get(f"/desk/proposals/{number}/inquiry").text
    assert "Kind of pact" not in page
    assert 'name="comment_days"' in page
    assert walk.open_inquiry(number, pact_kind="B").status_code == 302
    assert walk.proposal(number).pact_kind == ""
