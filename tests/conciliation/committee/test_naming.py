"""Members are named by the right side, agreed on, excluded, replaced. Art. 33(1)."""

import re
from datetime import date

import pytest

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.models import Member
from pactregistry.database import db
from pactregistry.people import limits
from pactregistry.people.models import Account, Holding
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, Side
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")


def naming(chair: str) -> str:
    """The page on which somebody is named for a seat."""
    return f"/seats/{chair}/naming"


def on_seat(table: Table, chair: Chair) -> Member | None:
    """Who is named for a seat now."""
    return next((m for m in table.dispute.members if m.current and m.chair is chair), None)


def name(table: Table, by: Account, chair: str, whom: Account, **more: object) -> int:
    """Name somebody; gives the answer's code."""
    form = {"name": whom.name, "email": whom.email.upper(), **more}
    return table.post(by, naming(chair), **form).status_code


def test_each_side_names_its_member_and_both_agree_on_the_third(requested: Table) -> None:
    table = requested
    assert name(table, table.lead, "citizens", table.first) == 302
    (link,) = re.findall(r"http\S+(/disputes/\S+)", table.mails_to(table.first)[-1].text)
    assert table.enter(table.first).get(link).status_code == 200
    assert CANARY not in table.mails_to(table.first)[-1].text
    assert name(table, table.manager, "city", table.second) == 302
    assert name(table, table.manager, "joint", table.third) == 302
    # The third is asked only when the other side has agreed.
    assert not table.mails_to(table.third)
    assert table.page(table.third, "/seat").status_code == 404
    page = table.page(table.lead).text
    assert "put forward by the City" in page
    assert "agree or object to the third member" in page
    assert table.post(table.manager, "/third-member/agreement").status_code == 409
    table.takes(table.lead, "/third-member/agreement")
    assert table.mails_to(table.third)
    assert table.page(table.third, "/seat").status_code == 200
    assert table.steps() == ["request", *["designate"] * 3, "agree_on_third"]


def test_each_button_says_whom_it_names(requested: Table) -> None:
    table = requested
    for who, own, other in (
        (table.manager, "the City&#39;s", "the citizens&#39;"),
        (table.lead, "the citizens&#39;", "the City&#39;s"),
    ):
        buttons = re.findall(r'<a class="btn [^>]*naming[^>]*>([^<]*)', table.page(who).text)
        named = [f"Name {own} member", "Put forward the third member"]
        assert buttons == named * 2  # above all, and at their seats
        assert f"Name {other} member" not in table.page(who).text
    table.request_dispute(Side.THIRD)
    assert "Name the third member</a>" in table.page(table.neighbour).text
    assert "third member</a>" not in table.page(table.lead).text


def test_who_objects_frees_the_seat_and_says_why_in_the_room(requested: Table) -> None:
    table = requested
    assert name(table, table.lead, "joint", table.third) == 302
    table.takes(table.manager, "/third-member/objection", reason="She lives next door.")
    assert on_seat(table, Chair.JOINT) is None
    assert "She lives next door." in table.page(table.lead).text
    assert not table.mails_to(table.third)
    assert "objected to the third member" in table.mails_to(table.lead)[-1].subject
    assert name(table, table.manager, "joint", table.first) == 302


@pytest.mark.parametrize(("who", "chair"), [("lead", "city"), ("manager", "citizens")])
def test_nobody_names_for_the_other_side(requested: Table, who: str, chair: str) -> None:
    table = requested
    answer = table.post(
        getattr(table, who), naming(chair), name=table.first.name, email=table.first.email
    )
    assert answer.status_code == 409
    assert "Your side does not fill this seat" in answer.text
    assert "Art. 33(1)" in answer.text
    assert table.first.email in answer.text
    assert not table.dispute.members


def test_where_there_is_a_third_party_it_names_the_third_member(table: Table) -> None:
    table.request_dispute(by=Side.THIRD)
    assert name(table, table.lead, "joint", table.third) == 409
    assert name(table, table.neighbour, "citizens", table.third) == 409
    assert name(table, table.neighbour, "joint", table.third) == 302
    assert table.mails_to(table.third)
    assert table.page(table.third, "/seat").status_code == 200


def test_the_desk_names_from_a_letter_for_citizens_and_third_party(table: Table) -> None:
    paper = Third("Vico Vicino", contact="Via Lunga 3")
    table.request_dispute(third=paper)
    assert name(table, table.desk, "citizens", table.first) == 422
    assert name(table, table.desk, "citizens", table.first, letter="PG 12/2026") == 302
    assert name(table, table.desk, "joint", table.third, letter="PG 13/2026") == 302
    assert name(table, table.desk, "city", table.second, letter="PG 14/2026") == 409
    members = table.dispute.members
    assert [m.named_by for m in members] == [Side.CITIZENS, Side.THIRD]
    assert "PG 12/2026" not in table.page(table.lead).text


def test_a_seat_is_filled_once_and_a_person_sits_once(requested: Table) -> None:
    table = requested
    stale = table.dispute.version
    assert name(table, table.lead, "citizens", table.first) == 302
    answer = table.post(
        table.lead, naming("citizens"), name="Altra", email="altra@people.example", version=stale
    )
    assert answer.status_code == 409
    assert "altra@people.example" in answer.text
    answer = table.post(table.lead, naming("citizens"), name="Altra", email="altra@people.example")
    assert answer.status_code == 409
    assert "Somebody is named for this seat already" in answer.text
    answer = table.post(table.manager, naming("city"), name="X", email=table.first.email)
    assert answer.status_code == 409
    assert "another seat of the same committee" in answer.text
    assert len(table.dispute.members) == 1


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("lead", "asked for this conciliation"),
        ("manager", "worked on this pact"),
        ("desk", "worked on this pact"),
        ("secretary", "secretary of conciliation"),
        ("neighbour", "third party of this dispute"),
    ],
)
def test_parties_officers_and_secretaries_cannot_sit(table: Table, who: str, why: str) -> None:
    excluded = getattr(table, who)
    table.request_dispute(third=Third("Vico Vicino", table.neighbour.email))
    answer = table.post(table.lead, naming("citizens"), name="N", email=excluded.email.upper())
    assert answer.status_code == 409, answer.text
    assert "cannot sit in the committee" in answer.text
    assert why in answer.text
    assert excluded.email.upper() in answer.text
    assert not table.dispute.members
    assert not any("You are named" in mail.subject for mail in table.mails_to(excluded))


def test_another_officer_of_the_office_in_charge_cannot_sit(requested: Table) -> None:
    table = requested
    db.session.add(
        Holding(
            account_id=table.stranger.id, role=Role.DESK, office="commons", since=date(2026, 1, 1)
        )
    )
    assert name(table, table.manager, "city", table.stranger) == 409


def test_a_side_replaces_who_has_not_said_yes_and_names_anew(requested: Table) -> None:
    table = requested
    assert name(table, table.lead, "citizens", table.first) == 302
    away = "/seats/citizens/replacement"
    assert table.post(table.lead, away, reason=" ").status_code == 409
    assert table.post(table.manager, away, reason="No.").status_code == 409
    table.takes(table.lead, away, reason="He does not answer.")
    assert table.page(table.first, "/seat").status_code == 404
    assert "no longer named" in table.mails_to(table.first)[-1].subject
    assert table.post(table.lead, away, reason="Again.").status_code == 409
    assert name(table, table.lead, "citizens", table.second) == 302


def test_others_do_not_find_the_pages(requested: Table) -> None:
    table = requested
    for rest in (naming("citizens"), "/third-member/agreement", "/seats/city/replacement"):
        assert table.page(table.stranger, rest).status_code == 404
        assert table.page(table.first, rest).status_code == 404
    assert table.page(table.lead, naming("nobody")).status_code == 404
    assert table.page(table.secretary, naming("citizens")).status_code == 403


def test_who_named_many_within_the_hour_waits_and_nothing_typed_is_lost(
    requested: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ASKED", 1)
    assert name(requested, requested.lead, "city", requested.first) == 409  # a try counts too
    form = {"name": "Ada Alta", "email": "ada@people.example"}
    answer = requested.post(requested.lead, naming("citizens"), **form)
    assert answer.status_code == 429
    assert "Many people were asked already within the hour" in answer.text
    assert "ada@people.example" in answer.text
    assert requested.dispute.members == []


def test_what_was_said_and_where_its_paper_is_stand_in_the_history(requested: Table) -> None:
    table = requested
    assert name(table, table.manager, "joint", table.third) == 302
    table.takes(
        table.desk,
        "/third-member/agreement",
        reason=f"We know her as fair. {CANARY}",
        letter="Letter no. 12/2026",
        occurred_on="2026-04-15",
    )
    table.go(date(2026, 4, 17))
    table.takes(
        table.desk,
        f"{naming('citizens')}?part=citizens",
        name=table.first.name,
        email=table.first.email,
        letter="Letter no. 13/2026",
        occurred_on="2026-04-16",
    )
    table.takes(
        table.desk,
        "/seats/citizens/replacement?part=citizens",
        reason="She is ill.",
        letter="Letter no. 14/2026",
        occurred_on="2026-04-15",
        why_earlier="It lay in another tray.",
    )
    for who in (table.lead, table.manager, table.desk):
        page = table.page(who).text
        assert "We know her as fair." in page
        assert "Recorded later because: It lay in another tray." in page
        assert ("Letter no. 12/2026" in page) == (who is table.desk)
