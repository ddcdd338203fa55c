"""Members say yes or leave, the secretary convenes, who keeps others waiting is told. Art. 33."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from pactregistry.conciliation.committee.reminding import remind_of_committee
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account, Membership
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")

YES = {"no_part": "y"}


def named(table: Table) -> Table:
    """Three people are named and asked."""
    for by, chair, whom in (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
        (table.lead, "joint", table.third),
    ):
        table.takes(by, f"/seats/{chair}/naming", name=whom.name, email=whom.email)
    table.takes(table.manager, "/third-member/agreement")
    return table


def seated(table: Table) -> Table:
    """All three said yes."""
    named(table)
    for member in (table.first, table.second, table.third):
        table.takes(member, "/seat", **YES)
    return table


def test_who_is_named_reads_what_is_needed_and_enters_after_yes(requested: Table) -> None:
    table = named(requested)
    page = table.page(table.first)
    assert "You are named to sit" in page.text
    assert CANARY not in page.text
    answer = table.post(table.first, "/seat")
    assert answer.status_code == 422
    assert "Say that you have no part in it" in answer.text
    table.takes(table.first, "/seat", **YES)
    assert CANARY in table.page(table.first).text
    assert CANARY not in table.page(table.second).text


def test_an_address_without_account_is_known_once_it_is_confirmed(
    requested: Table, person: Callable[..., Account]
) -> None:
    table = requested
    table.takes(table.lead, "/seats/citizens/naming", name="Nuova", email="nuova@people.example")
    assert table.mails_to("nuova@people.example")
    new = person("Nuova Saggia", "Nuova@people.example")
    new.confirmed_at = None
    db.session.commit()
    assert table.page(new, "/seat").status_code in {403, 404}
    new.confirmed_at = settings().now()
    db.session.commit()
    table.takes(new, "/seat", **YES)
    assert table.dispute.members[0].account_id == new.id


def test_who_came_to_have_a_part_meanwhile_cannot_take_the_seat(requested: Table) -> None:
    table = named(requested)
    group_id = table.scene.cast.proposal.group_id
    assert group_id is not None
    db.session.add(Membership(group_id=group_id, account_id=table.first.id, since=date(2026, 1, 1)))
    answer = table.post(table.first, "/seat", **YES)
    assert answer.status_code == 409
    assert "cannot sit in the committee" in answer.text
    table.takes(table.first, "/seat/leaving", reason="I belong to the group.")
    assert table.page(table.first).status_code == 404
    page = table.page(table.lead).text
    assert "I belong to the group." in page


def test_the_secretary_convenes_a_complete_committee(requested: Table) -> None:
    table = named(requested)
    answer = table.post(table.secretary, "/convening")
    assert answer.status_code == 409
    assert "has not said yes" in answer.text
    for member in (table.first, table.second):
        table.takes(member, "/seat", **YES)
    assert table.post(table.secretary, "/convening").status_code == 409
    table.takes(table.third, "/seat", **YES)
    assert "convene the committee" in table.mails_to(table.secretary)[-1].text
    assert "To be convened (1)" in table.enter(table.secretary).get("/desk/committees").text
    table.takes(table.secretary, "/convening")
    dispute = table.dispute
    assert dispute.state == DisputeState.SITTING
    assert (dispute.convened_on, dispute.secretary_id) == (date(2026, 4, 15), table.secretary.id)
    for whom in (table.lead, table.manager, table.first, table.second, table.third):
        assert "is convened" in table.mails_to(whom)[-1].subject
        assert CANARY not in table.mails_to(whom)[-1].text


def test_nobody_of_the_file_convenes(requested: Table, person: Callable[..., Account]) -> None:
    table = seated(requested)
    inside = person("Ida Interna", roles=[(Role.SECRETARY, ""), (Role.DESK, "commons")])
    assert table.post(inside, "/convening").status_code == 403
    assert table.number not in table.enter(inside).get("/desk/committees").text
    for who in (table.lead, table.manager, table.first, table.stranger):
        assert table.post(who, "/convening").status_code == 403
        assert table.enter(who).get("/desk/committees").status_code == 403


def test_who_sits_is_not_called_back_but_the_secretary_replaces(requested: Table) -> None:
    table = seated(requested)
    away = "/seats/citizens/replacement"
    answer = table.post(table.lead, away, reason="He listens to the City.")
    assert answer.status_code == 409
    assert "does not call it back" in answer.text
    table.takes(table.secretary, "/convening")
    table.takes(table.secretary, away, reason="Did not come twice.")
    assert CANARY not in table.page(table.first).text
    assert table.page(table.first, "/seat").status_code == 404
    assert "name a member" in table.mails_to(table.lead)[-1].text
    table.takes(table.lead, "/seats/citizens/naming", name="Altro", email=table.stranger.email)
    table.takes(table.stranger, "/seat", **YES)
    assert table.dispute.state == DisputeState.SITTING


def test_a_member_leaves_and_who_names_anew_learns_it(requested: Table) -> None:
    table = seated(requested)
    table.takes(table.third, "/seat/leaving")
    assert table.page(table.third).status_code == 404
    assert "put forward a third member" in table.page(table.lead).text
    for side in (table.lead, table.manager):
        mail = table.mails_to(side)[-1]
        assert "a member left the seat" in mail.subject
        assert (
            "- put forward a third member" in mail.text.partition("Awaited from you (Art. 33)")[2]
        )
    assert "left the seat" not in table.mails_to(table.first)[-1].subject  # has nothing to do


@pytest.mark.article("34(1)")
def test_who_has_not_named_is_reminded_and_weekly_once_it_is_late(requested: Table) -> None:
    table = requested
    table.takes(table.lead, "/seats/citizens/naming", name="P", email=table.first.email)
    due = table.dispute.propose_by
    assert due == date(2026, 5, 15)

    def reminded(day: date) -> int:
        table.go(day)
        sent = remind_of_committee(table.dispute, settings().today())
        db.session.commit()
        return sent

    assert [reminded(due - timedelta(days=days)) for days in (16, 15, 14, 6, 5, 0)] == [
        0, 3, 0, 0, 3, 0,
    ]  # fmt: skip
    assert "- name a member\n- put forward a third member" in table.mails_to(table.manager)[-1].text
    assert table.mails_to(table.first)[-1].text.count("/seat") == 1
    assert [reminded(due + timedelta(days=days)) for days in (1, 7, 8, 15)] == [3, 0, 3, 3]
    assert "is late" in table.mails_to(table.manager)[-1].subject
    for mail in table.mails_to(table.first):
        assert CANARY not in mail.text


def test_the_list_of_the_secretary_asks_as_much_whatever_its_length(requested: Table) -> None:
    table = requested
    browser = table.enter(table.secretary)
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert browser.get("/desk/committees").text.count('class="pr-item"') == 1
        first = len(asked)
        for _again in range(3):
            table.request_dispute()
        asked.clear()
        assert browser.get("/desk/committees").text.count('class="pr-item"') == 4
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    assert len(asked) <= first
    page = browser.get("/desk/committees?shelf=answers").text
    assert "No dispute stands on this part of the list" in page
