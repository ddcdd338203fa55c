"""Joining a live pact, leaving it, being excluded from it. Art. 3(1)d, 4(3), 4(4), 5(2)l."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.pacts.joining import sweep
from pactregistry.pacts.joining.models import Adherent, Ending, Exclusion, JoinRequest, Outcome
from pactregistry.people.models import Account, Group, Membership
from pactregistry.workflow.states import ProposerKind, Role
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
Person = Callable[..., Account]
PAGE = "/pacts/2026-0001"
REASONS = (
    "Il gruppo cura le aiuole al mattino dei giorni feriali e la richiesta parla solo della notte: "
    "le due cose non si tengono insieme."
)


@pytest.fixture
def joiner(person: Person) -> Account:
    return person("Gina Ventura")


def ask(browser: FlaskClient, cast: Cast, whom: str = "0") -> int:
    form = {"version": str(cast.pact.version), "whom": whom, "words": "Vorrei annaffiare."}
    return browser.post(f"{PAGE}/joining", data=form).status_code


def yes(browser: FlaskClient, cast: Cast, number: int = 1, **more: str) -> int:
    form = {"version": str(cast.pact.version), **more}
    return browser.post(f"{PAGE}/joining/{number}", data=form).status_code


def request_of(number: int = 1) -> JoinRequest:
    db.session.expire_all()
    return db.session.get_one(JoinRequest, number)


def join(cast: Cast, enter: Enter, who: Account) -> None:
    assert ask(enter(who), cast) == 302
    number = db.session.query(JoinRequest).count()
    assert yes(enter(cast.lead), cast, number) == 302
    assert yes(enter(cast.desk), cast, number) == 302


def leave(browser: FlaskClient, cast: Cast) -> int:
    return browser.post(f"{PAGE}/leaving", data={"version": str(cast.pact.version)}).status_code


def mails_to(account: Account) -> list[str]:
    query = db.select(Mail).where(Mail.to_address == account.email)
    return [f"{mail.subject}\n{mail.text}" for mail in db.session.scalars(query)]


@pytest.mark.article("3(1)d")
def test_both_say_yes_and_the_last_yes_admits(
    active: Cast, client: FlaskClient, enter: Enter, joiner: Account
) -> None:
    assert client.get(f"{PAGE}/joining").status_code == 302  # sign in first
    assert "Sign in to ask" in client.get(PAGE).text
    browser = enter(joiner)
    assert ask(browser, active) == 302
    assert ask(browser, active) == 409  # once is enough
    assert "answer is awaited until" in browser.get(f"{PAGE}/joining").text
    for side in (active.lead, active.desk):
        assert any("asks to join" in mail for mail in mails_to(side))
    assert yes(enter(active.desk), active) == 302
    assert request_of().outcome is Outcome.WAITING
    assert yes(enter(active.lead), active) == 302
    assert request_of().outcome is Outcome.ADMITTED
    entry = next(e for e in history("pact", active.pact.id) if e.step == "admit")
    assert entry.warnings == []
    assert any("You have joined" in mail for mail in mails_to(joiner))
    page = client.get(PAGE).text
    assert "1 person has joined" in page
    assert joiner.name not in page
    assert client.get(f"{PAGE}.json").json["adherents"] == {"people": 1, "groups": []}
    assert joiner.name not in client.get(f"{PAGE}.json").text
    assert len(active.pact.versions) == 1  # the text stays


@pytest.mark.article("3(1)d", "34(1)")
def test_a_side_may_admit_without_the_other_and_the_history_says_so(
    active: Cast, enter: Enter, joiner: Account
) -> None:
    ask(enter(joiner), active)
    lead = enter(active.lead)
    assert "without waiting" not in lead.get(f"{PAGE}/joining/1").text
    assert yes(lead, active) == 302
    assert "without waiting" in lead.get(f"{PAGE}/joining/1").text
    assert yes(lead, active, alone="y") == 302
    entry = next(e for e in history("pact", active.pact.id) if e.step == "admit")
    assert entry.warnings == ["other_side_agrees"]


@pytest.mark.article("3(1)d", "11(8)")
def test_a_refusal_to_join_has_reasons_and_no_name(
    active: Cast, client: FlaskClient, enter: Enter, joiner: Account
) -> None:
    ask(enter(joiner), active)
    desk = enter(active.desk)

    def decline(reasons: str) -> int:
        form = {"version": str(active.pact.version), "reasons": reasons}
        return desk.post(f"{PAGE}/joining/1/refusal", data=form).status_code

    assert decline("") == 409
    assert decline("x" * 79) == 409
    assert decline(f"Di Ventura sappiamo già. {REASONS}") == 409
    assert decline(REASONS) == 302
    assert request_of().outcome is Outcome.DECLINED
    assert REASONS in client.get(PAGE).text
    assert joiner.name not in client.get(PAGE).text
    assert "2026-0001" in client.get("/feed.json").text
    assert any(
        (REASONS in mail and "riesame" in mail) or "review" in mail for mail in mails_to(joiner)
    )
    assert REASONS in enter(joiner).get(f"{PAGE}/joining").text
    assert yes(desk, active) == 409  # decided
    assert ask(enter(joiner), active) == 302  # and anew


@pytest.mark.article("3(1)d")
def test_only_the_sides_read_who_asks(active: Cast, enter: Enter, joiner: Account) -> None:
    ask(enter(joiner), active)
    for path in ("joining/1", "people"):
        assert enter(active.stranger).get(f"{PAGE}/{path}").status_code == 404
        assert enter(active.lead).get(f"{PAGE}/{path}").status_code == 200
    assert yes(enter(joiner), active) == 404
    assert enter(active.stranger).post(f"{PAGE}/joining/1/withdrawal").status_code == 404
    assert enter(joiner).post(f"{PAGE}/joining/1/withdrawal").status_code == 302
    assert request_of().outcome is Outcome.TAKEN_BACK


@pytest.mark.article("3(1)d", "11(10)")
def test_nobody_decides_on_a_request_of_their_own(
    active: Cast, enter: Enter, person: Person
) -> None:
    officer = person("Olga Doppia", roles=[(Role.DESK, "commons")])
    assert ask(enter(officer), active) == 302
    answer = enter(officer).post(f"{PAGE}/joining/1", data={"version": str(active.pact.version)})
    assert answer.status_code == 409
    assert "Nobody decides on a matter of their own" in answer.text
    assert yes(enter(active.desk), active) == 302


@pytest.mark.article("4(3)", "4(4)")
def test_a_group_joins_by_who_represents_it(
    active: Cast, client: FlaskClient, enter: Enter, joiner: Account
) -> None:
    group = Group(
        name="Amici dei Tigli", kind=ProposerKind.INFORMAL_GROUP, created_at=settings().now()
    )
    group.members = [
        Membership(account_id=joiner.id, name=joiner.name, is_lead=True, since=date(2026, 1, 1)),
        Membership(account_id=active.stranger.id, name="Rino", since=date(2026, 1, 1)),
    ]
    db.session.add(group)
    db.session.commit()
    assert ask(enter(active.stranger), active, str(group.id)) == 200  # a member does not represent
    assert db.session.query(JoinRequest).count() == 0
    assert ask(enter(joiner), active, str(group.id)) == 302
    page = enter(active.desk).get(f"{PAGE}/joining/1").text
    assert "minutes by which the joining group" in page
    yes(enter(active.desk), active)
    assert yes(enter(active.lead), active) == 302
    entry = next(e for e in history("pact", active.pact.id) if e.step == "admit")
    assert entry.warnings == ["joining_group_wants_it"]
    assert "Amici dei Tigli" in client.get(PAGE).text
    assert joiner.name not in client.get(PAGE).text
    assert leave(enter(joiner), active) == 302
    assert db.session.query(Adherent).one().ending is Ending.LEFT


@pytest.mark.article("3(1)d")
def test_who_has_no_account_joins_and_leaves_at_the_counter(active: Cast, enter: Enter) -> None:
    desk = enter(active.desk)
    form = {
        "version": str(active.pact.version),
        "name": "Nino Sportello",
        "contact": "telefono",
        "words": "Ha una scopa.",
        "occurred_on": "2026-05-01",
    }
    assert desk.post("/desk/pacts/2026-0001/joining", data=form).status_code == 302
    assert request_of().asked_on == date(2026, 5, 1)
    yes(desk, active)
    yes(enter(active.lead), active)
    form = {"version": str(active.pact.version), "occurred_on": "2026-05-04"}
    assert desk.post(f"{PAGE}/people/1/leaving", data=form).status_code == 302
    assert enter(active.lead).get(f"{PAGE}/people/1/leaving").status_code == 403


@pytest.mark.article("5(2)l", "5(2)b", "3(1)i")
def test_a_leaver_stays_until_the_notice_is_over(
    active: Cast, client: FlaskClient, enter: Enter, joiner: Account, clock: object
) -> None:
    join(active, enter, joiner)
    browser = enter(joiner)
    assert "3 June 2026" in browser.get(f"{PAGE}/leaving").text  # 30 days after 4 May
    assert leave(browser, active) == 302
    assert leave(browser, active) == 409  # once
    assert db.session.query(Adherent).one().until == date(2026, 6, 3)
    assert any("leaves the pact" in mail for mail in mails_to(active.lead))
    clock.go(date(2026, 6, 3))  # type: ignore[attr-defined]
    assert "1 person has joined" in client.get(PAGE).text
    assert enter(joiner).get(f"{PAGE}/leaving").status_code == 200
    clock.go(date(2026, 6, 4))  # type: ignore[attr-defined]
    assert "has joined since" not in client.get(PAGE).text
    assert enter(joiner).get(f"{PAGE}/leaving").status_code == 404
    assert ask(enter(joiner), active) == 302  # and may come back


@pytest.mark.article("5(2)l", "4(3)")
def test_the_last_one_and_the_representative_do_not_just_leave(active: Cast, enter: Enter) -> None:
    answer = enter(active.lead).post(f"{PAGE}/leaving", data={"version": str(active.pact.version)})
    assert answer.status_code == 409
    assert "represents the group" in answer.text
    proposal = active.pact.proposal
    assert proposal is not None
    proposal.group_id = None
    db.session.commit()
    answer = enter(active.lead).post(f"{PAGE}/leaving", data={"version": str(active.pact.version)})
    assert answer.status_code == 409
    assert "Nobody would be left" in answer.text
    assert f"{PAGE}/withdrawal" in enter(active.lead).get(f"{PAGE}/leaving").text


@pytest.mark.article("5(2)l", "5(2)i")
def test_who_is_excluded_was_heard_before_by_both_sides(
    active: Cast, client: FlaskClient, enter: Enter, joiner: Account
) -> None:
    join(active, enter, joiner)
    lead, desk = enter(active.lead), enter(active.desk)
    form = {"version": str(active.pact.version), "reasons": "Troppo corto."}
    assert lead.post(f"{PAGE}/people/a1/exclusion", data=form).status_code == 409
    form["reasons"] = REASONS
    assert lead.post(f"{PAGE}/people/a1/exclusion", data=form).status_code == 302
    exclusion = db.session.get_one(Exclusion, 1)
    assert exclusion.answer_until == date(2026, 5, 19)  # 15 days after 4 May
    assert REASONS not in client.get(PAGE).text
    assert any(REASONS in mail for mail in mails_to(joiner))
    assert "you are heard" in enter(joiner).get(PAGE).text
    answering = f"{PAGE}/exclusions/1/answer"
    assert enter(active.stranger).get(answering).status_code == 404
    said = {"version": "1", "text": "Di notte non c'ero."}
    assert enter(joiner).post(answering, data=said).status_code == 302
    assert "Di notte non c&#39;ero." in desk.get(f"{PAGE}/exclusions/1").text
    yes_form = {"version": str(active.pact.version)}
    assert desk.post(f"{PAGE}/exclusions/1", data=yes_form).status_code == 302
    entry = next(e for e in history("pact", active.pact.id) if e.step == "exclude")
    assert (entry.reason, entry.warnings) == ("", [])
    assert enter(joiner).get(f"{PAGE}/leaving").status_code == 404
    page = client.get(PAGE).text
    assert "Someone was excluded" in page
    assert REASONS not in page
    assert "has joined since" not in page


@pytest.mark.article("5(2)l", "34(1)")
@pytest.mark.parametrize(("day", "warned"), [(date(2026, 5, 19), True), (date(2026, 5, 20), False)])
def test_silence_counts_once_the_term_is_over(
    active: Cast, enter: Enter, joiner: Account, clock: object, day: date, *, warned: bool
) -> None:
    join(active, enter, joiner)
    form = {"version": str(active.pact.version), "reasons": REASONS}
    enter(active.lead).post(f"{PAGE}/people/a1/exclusion", data=form)
    clock.go(day)  # type: ignore[attr-defined]
    form = {"version": str(active.pact.version)}
    assert enter(active.desk).post(f"{PAGE}/exclusions/1", data=form).status_code == 302
    entry = next(e for e in history("pact", active.pact.id) if e.step == "exclude")
    assert ("person_heard" in entry.warnings) is warned


@pytest.mark.article("5(2)l")
def test_a_member_of_the_signing_group_can_be_excluded_and_loses_the_file(
    active: Cast, enter: Enter, joiner: Account
) -> None:
    group_id = active.pact.proposal.group_id  # type: ignore[union-attr]
    db.session.add(
        Membership(group_id=group_id, account_id=joiner.id, name="Gina", since=date(2026, 1, 1))
    )
    db.session.commit()
    member = db.session.query(Membership).filter_by(account_id=joiner.id).one()
    assert enter(joiner).get(f"{PAGE}/versions/1/original.pdf").status_code == 200
    form = {"version": str(active.pact.version), "reasons": REASONS}
    path = f"{PAGE}/people/m{member.id}/exclusion"
    assert enter(active.desk).post(path, data=form).status_code == 302
    form = {"version": str(active.pact.version)}
    assert enter(active.lead).post(f"{PAGE}/exclusions/1", data=form).status_code == 302
    assert enter(joiner).get(f"{PAGE}/versions/1/original.pdf").status_code == 404
    assert enter(active.desk).get(f"{PAGE}/people/m{member.id}/exclusion").status_code == 404


@pytest.mark.article("5(2)l")
def test_the_side_that_announced_an_exclusion_may_let_it_rest(
    active: Cast, enter: Enter, joiner: Account
) -> None:
    join(active, enter, joiner)
    form = {"version": str(active.pact.version), "reasons": REASONS}
    enter(active.lead).post(f"{PAGE}/people/a1/exclusion", data=form)
    assert enter(active.desk).post(f"{PAGE}/exclusions/1/end").status_code == 404
    assert enter(active.lead).post(f"{PAGE}/exclusions/1/end").status_code == 302
    assert "may answer" not in enter(active.lead).get(f"{PAGE}/people").text
    assert enter(joiner).get(f"{PAGE}/leaving").status_code == 200


@pytest.mark.article("3(1)d")
def test_a_late_answer_is_reminded_once_and_an_ended_pact_closes_requests(
    active: Cast, enter: Enter, joiner: Account, clock: object
) -> None:
    ask(enter(joiner), active)
    yes(enter(active.desk), active)

    def swept(day: date) -> int:
        clock.go(day)  # type: ignore[attr-defined]
        db.session.commit()
        return sweep.run(settings().now())

    assert swept(date(2026, 6, 3)) == 0  # the last day of 30
    assert [swept(date(2026, 6, 4)) for _ in range(2)] == [1, 0]
    assert any("An answer is late" in mail for mail in mails_to(active.lead))
    assert not any("An answer is late" in mail for mail in mails_to(active.desk))
    assert "Late by 1 day" in enter(joiner).get(f"{PAGE}/joining").text
    form = {"version": str(active.pact.version), "reason": REASONS, "reasons": REASONS}
    form |= {"occurred_on": "2026-06-04", "texts-0": REASONS, "cause": ""}
    answer = enter(active.manager).post(f"{PAGE}/termination", data=form)
    assert answer.status_code == 302, answer.text
    assert swept(date(2026, 6, 5)) == 1
    assert request_of().outcome is Outcome.PACT_ENDED


@pytest.mark.article("5(2)l", "4(3)")
def test_a_group_that_joined_is_heard_by_who_represents_it(
    active: Cast, enter: Enter, joiner: Account
) -> None:
    group = Group(
        name="Amici dei Tigli", kind=ProposerKind.INFORMAL_GROUP, created_at=settings().now()
    )
    since = date(2026, 1, 1)
    group.members = [
        Membership(account_id=joiner.id, is_lead=True, since=since),
        Membership(account_id=active.stranger.id, name="Rino", since=since),
    ]
    db.session.add(group)
    db.session.flush()
    row = Adherent(pact_id=active.pact.id, group_id=group.id, name=group.name, since=since)
    db.session.add(row)
    db.session.commit()
    form = {"version": str(active.pact.version), "reasons": REASONS}
    assert enter(active.lead).post(f"{PAGE}/people/a1/exclusion", data=form).status_code == 302
    assert "you are heard" in enter(joiner).get(PAGE).text
    answering, said = f"{PAGE}/exclusions/1/answer", {"text": "Noi annaffiamo."}
    for other in (active.stranger, active.desk):
        assert enter(other).post(answering, data=said).status_code == 404
    assert enter(joiner).post(answering, data=said).status_code == 302
    assert "Noi annaffiamo." in enter(active.desk).get(f"{PAGE}/exclusions/1").text


@pytest.mark.article("5(2)l")
def test_the_desk_types_what_somebody_without_an_account_says(active: Cast, enter: Enter) -> None:
    row = Adherent(pact_id=active.pact.id, name="Nino Sportello", since=date(2026, 3, 2))
    db.session.add(row)
    db.session.commit()
    form = {"version": str(active.pact.version), "reasons": REASONS}
    enter(active.lead).post(f"{PAGE}/people/a1/exclusion", data=form)
    answering, said = f"{PAGE}/exclusions/1/answer", {"text": "Torno in aprile."}
    assert enter(active.lead).post(answering, data=said).status_code == 404
    assert answering in enter(active.desk).get(f"{PAGE}/exclusions/1").text
    assert enter(active.desk).post(answering, data=said).status_code == 302
    assert "Torno in aprile." in enter(active.lead).get(f"{PAGE}/exclusions/1").text


@pytest.mark.article("5(2)i", "5(2)l")
def test_a_person_is_charged_once_at_a_time(active: Cast, enter: Enter, joiner: Account) -> None:
    join(active, enter, joiner)
    lead = enter(active.lead)
    form = {"version": str(active.pact.version), "reasons": REASONS}
    assert lead.post(f"{PAGE}/people/a1/exclusion", data=form).status_code == 302
    again = lead.post(f"{PAGE}/people/a1/exclusion", data=form)
    assert again.status_code == 409
    assert "being heard already" in again.text
    assert db.session.query(Exclusion).count() == 1


@pytest.mark.article("3(1)i")
def test_a_leaving_form_opened_before_another_step_is_refused(
    active: Cast, enter: Enter, joiner: Account
) -> None:
    join(active, enter, joiner)
    stale = {"version": str(active.pact.version - 1)}
    answer = enter(joiner).post(f"{PAGE}/leaving", data=stale)
    assert answer.status_code == 409
    assert db.session.query(Adherent).one().until is None
