"""Art. 11: how proposals come, are looked at, decided and published."""

from datetime import date, time

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Holding
from pactregistry.workflow.states import Role
from tests.calls.conftest import Stage
from tests.commons.modules.scene import CareScene
from tests.packs.walk import Walk


@pytest.mark.article("11(1)a")
def test_1_a_who_answers_a_call_sends_a_proposal_of_track_a(calls: Stage) -> None:
    call = calls.open()
    resident = calls.cast.residents[0]
    entry = calls.entry(resident, call, answer_q1="Twelve of us")
    assert (entry.track, entry.number, entry.state) == ("a", "2026-P-0001", "submitted")
    assert entry.answers["q1"] == "Twelve of us", "the call's own question"


@pytest.mark.article("11(1)c")
def test_1_c_late_by_a_minute_it_goes_on_as_a_spontaneous_proposal(calls: Stage) -> None:
    call = calls.open(closes_on="2026-03-31", closes_hour="12:00")
    resident = calls.cast.residents[0]
    draft = calls.draft(resident, call)
    calls.go(date(2026, 3, 31), time(12, 1))
    assert calls.send(resident, draft).status_code == 409
    sent = calls.as_(resident).post(f"/drafts/{draft.id}/alone", data={"version": draft.version})
    assert sent.status_code == 302
    assert calls.latest().track == "c"


@pytest.mark.article("11(2)")
@pytest.mark.parametrize(
    ("at", "taken"), [(time(11, 59), True), (time(12, 0), True), (time(12, 1), False)]
)
def test_2_the_notice_sets_until_when(calls: Stage, at: time, taken: bool) -> None:
    call = calls.open(closes_on="2026-03-31", closes_hour="12:00")
    resident = calls.cast.residents[0]
    draft = calls.draft(resident, call)
    calls.go(date(2026, 3, 31), at)
    assert (calls.send(resident, draft).status_code == 302) is taken


@pytest.mark.article("11(2)")
def test_2_the_notice_sets_its_own_terms_within_the_regulation(
    calls: Stage, client: FlaskClient
) -> None:
    call = calls.open(term_comments="7")
    entry = calls.entry(calls.cast.residents[0], call)
    calls.close(call)
    desk = calls.as_(calls.cast.desk).get(f"/desk/proposals/{entry.number}/inquiry").text
    assert 'name="comment_days" required type="number" value="7"' in desk
    assert (
        "7 days (set by this call (Art. 11(2)); else 15)" in client.get("/calls/2026-C-0001").text
    )


@pytest.mark.article("11(2)")
def test_2_nobody_reads_an_entry_before_the_call_closes(calls: Stage, client: FlaskClient) -> None:
    call = calls.open()
    entry = calls.entry(calls.cast.residents[0], call)
    assert client.get(f"/proposals/{entry.number}").status_code == 404
    assert "1 entry" in client.get(f"/calls/{call.number}").text
    calls.close(call)
    assert client.get(f"/proposals/{entry.number}").status_code == 200


@pytest.mark.article("11(1)b")
def test_1_b_a_predefined_case_needs_no_proposal(care: CareScene) -> None:
    care.module()
    assert care.announce().status_code == 302
    assert care.activity().state == "authorised"


@pytest.mark.article("11(3)")
@pytest.mark.parametrize(("benches", "taken"), [(2, True), (3, True), (4, False)])
def test_3_a_predefined_case_holds_within_the_conditions_of_its_act(
    care: CareScene, benches: int, taken: bool
) -> None:
    care.module(most_items=3)
    assert (care.announce(items=benches).status_code == 302) is taken


@pytest.mark.article("11(5)")
@pytest.mark.parametrize(
    ("day", "taken"),
    [(date(2026, 3, 16), True), (date(2026, 3, 17), True), (date(2026, 3, 18), False)],
)
def test_5_anyone_comments_within_the_announced_days(walk: Walk, day: date, taken: bool) -> None:
    number = walk.propose()
    walk.open_inquiry(number, comment_days=15)
    walk.clock.go(day)
    said = {"kind": "harm", "text": "The roots of the old lime lie there."}
    answer = walk.enter(walk.neighbour).post(f"/proposals/{number}/comments", data=said)
    assert (answer.status_code == 302) is taken
    assert (walk.accept(number).status_code == 302) is not taken, "no decision before they end"


@pytest.mark.article("11(6)")
@pytest.mark.parametrize(
    ("day", "late"),
    [(date(2026, 3, 21), False), (date(2026, 3, 22), False), (date(2026, 3, 23), True)],
)
def test_6_an_opinion_is_late_the_day_after_its_last(
    walk: Walk, client: FlaskClient, day: date, late: bool
) -> None:
    number = walk.propose()
    walk.open_inquiry(number, offices=["green"], opinion_days=20)
    walk.clock.go(day)
    opinions = client.get(f"/proposals/{number}").text.split("Opinions</h2>")[1]
    assert "awaited until 22 March 2026" in " ".join(opinions.split())
    assert ("late by 1 day" in opinions) is late
    assert walk.accept(number).status_code == 302, "it is named and stops nobody"


@pytest.mark.article("11(4)")
def test_4_the_office_announces_time_and_offices_and_papers_stop_its_clock(
    walk: Walk, client: FlaskClient
) -> None:
    number = walk.propose()  # received on 2 March
    walk.ask_for_papers(number)
    walk.clock.go(date(2026, 3, 12))
    walk.bring_papers(number)
    walk.open_inquiry(number, days=45, offices=["green"])
    page = client.get(f"/proposals/{number}").text
    assert "Green spaces office" in page
    assert walk.clock_on(number, date(2026, 4, 26)).late == 0, "45 days and the 10 of waiting"
    assert walk.clock_on(number, date(2026, 4, 27)).late == 1


@pytest.mark.article("11(7)")
def test_7_the_office_prepares_the_act_and_who_proposed_does_not_decide(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.resident.holdings = [Holding(role=Role.DESK, office="commons", since=date(2026, 1, 1))]
    own = f"/desk/proposals/{number}/acceptance"
    assert walk.post(walk.resident, own, number).status_code == 409
    assert walk.accept(number).status_code == 302
    assert walk.pact(number).state == "forming"


@pytest.mark.article("11(8)")
@pytest.mark.parametrize(
    ("reason", "taken"),
    [("x" * 79, False), ("x" * 80, True), ("x" * 81, True), ("Per motivi tecnici.", False)],
)
def test_8_who_is_refused_reads_why_and_an_empty_phrase_is_no_reason(
    walk: Walk, client: FlaskClient, reason: str, taken: bool
) -> None:
    number = walk.propose()
    walk.open_inquiry(number, offices=["green"])
    refusal = f"/desk/proposals/{number}/refusal"
    answer = walk.post(walk.manager, refusal, number, **{"texts-0": reason})
    assert (answer.status_code == 302) is taken
    assert (reason in client.get(f"/proposals/{number}").text) is taken


@pytest.mark.article("11(9)")
@pytest.mark.parametrize("resolved", [True, False])
def test_9_a_substantial_change_is_signed_only_with_the_executive_s_resolution(
    walk: Walk, resolved: bool
) -> None:
    number = walk.propose()
    walk.open_inquiry(number, substantial_change="y")
    walk.clock.go(date(2026, 4, 20))
    if resolved:
        referral = {"why": "The depot becomes a theatre.", "substantial_change": "y"}
        act = {"outcome": "inquiry", "resolution": "n. 12 of 20 April 2026", "reason": "-"}
        walk.post(walk.desk, f"/desk/proposals/{number}/referral", number, **referral)
        walk.post(walk.executive, f"/desk/proposals/{number}/resolution", number, **act)
    assert walk.accept(number).status_code == 302, "the text may be written meanwhile"
    walk.agree_and_freeze(number)
    answer = walk.sign(number, walk.resident)
    assert (answer.status_code == 302) is resolved
    assert ("11(9)" in answer.text) is not resolved


@pytest.mark.article("11(10)")
def test_10_the_managing_officer_signs_and_after_the_citizens(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    walk.agree_and_freeze(number)
    assert walk.sign_for_city(number).status_code == 409, "citizens first"
    assert walk.sign(number, walk.resident).status_code == 302
    assert walk.sign(number, walk.desk).status_code in {403, 404}, "not the desk"
    assert walk.sign_for_city(number).status_code == 302
    assert walk.pact(number).state == "signed"


@pytest.mark.article("11(11)")
def test_11_with_the_last_signature_the_pact_is_public(walk: Walk, client: FlaskClient) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 18))
    walk.accept(number)
    pact = walk.agree_and_freeze(number).number
    for page in (f"/pacts/{pact}", f"/pacts/{pact}.pdf", f"/pacts/{pact}.json"):
        assert client.get(page).status_code == 404
    walk.sign_all(number)
    for page in (f"/pacts/{pact}", f"/pacts/{pact}.pdf", f"/pacts/{pact}.json"):
        assert client.get(page).status_code == 200
    assert f"/pacts/{pact}" in client.get("/feed.atom").text
