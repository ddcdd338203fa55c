"""Mails of a dispute say what happened, what is awaited of whom, until when. Art. 33."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.workflow.states_disputes import DisputeState, Effect, Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table

LATE = date(2026, 5, 17)


def complete(table: Table) -> None:
    """Each side names its member, and all three say yes."""
    seats = (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
        (table.neighbour, "joint", table.third),
    )
    for namer, chair, member in seats:
        table.takes(namer, f"/seats/{chair}/naming", name=member.name, email=member.email)
        table.takes(member, "/seat", no_part="y")


@pytest.mark.article("33(1)")
def test_each_side_is_asked_to_name_somebody_and_told_what_happens_else(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    for who, what in (
        (table.lead, "name a member"),
        (table.manager, "name a member"),
        (table.neighbour, "name the third member"),
    ):
        (mail,) = table.mails_to(who)[-1:]
        assert f"Awaited from you{'r side' if 'third' not in what else ''}" in mail.text
        assert what in mail.text
        assert "15 May 2026; if one of the three is still missing" in mail.text


@pytest.mark.article("33(1)")
def test_without_a_secretary_the_office_is_told_that_the_role_is_to_be_given(table: Table) -> None:
    (held,) = table.secretary.holdings
    held.until = date(2026, 4, 14)
    db.session.commit()
    table.request_dispute()
    told = table.mails_to(settings().city.profile.email)[-1].text
    assert "/staff/" in told
    assert not table.mails_to(table.secretary)


@pytest.mark.article("33(1)")
def test_with_a_secretary_nothing_is_said_of_roles(requested: Table) -> None:
    told = requested.mails_to(requested.secretary)[-1].text
    assert "/staff/" not in told
    assert "due by 15 May 2026" in told


@pytest.mark.article("33(1)", "33(2)")
def test_who_is_to_convene_is_told_that_the_term_is_over(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    complete(table)
    table.go(LATE)
    sweep.run(settings().now())
    assert table.dispute.state == DisputeState.REQUESTED
    told = table.mails_to(table.secretary)[-1].text
    assert "They cannot begin before they are convened." in told
    assert "was due on 15 May 2026" in told


@pytest.mark.article("33(1)", "33(2)")
def test_who_goes_on_after_a_third_party_left_is_told_what_is_awaited_now(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    propose(convene(table))
    table.takes(table.neighbour, "/leaving")
    told = table.mails_to(table.lead)[-1].text
    assert "accepts or declines it by 28 May 2026" in told
    assert "due by" not in told


@pytest.mark.article("33(1)")
def test_while_a_committee_is_formed_mails_go_to_whom_they_ask_for_something(
    requested: Table,
) -> None:
    table = requested
    for who, chair, member in (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
        (table.manager, "joint", table.third),
    ):
        table.takes(who, f"/seats/{chair}/naming", name=member.name, email=member.email)
    asked = table.mails_to(table.lead)[-1]
    assert "Awaited from you (Art. 33):\n- agree or object to the third member" in asked.text
    assert "Awaited from others:\n- the member named by the citizens: take the seat" in asked.text
    assert "due by 15 May 2026" in asked.text
    assert f"/disputes/{table.number}/room" in asked.text
    table.takes(table.lead, "/third-member/agreement")
    for member in (table.first, table.second, table.third):
        table.takes(member, "/seat", no_part="y")
    table.takes(table.secretary, "/convening")
    for who, mails in (
        (table.lead, 3),  # asked for, agree, convened
        (table.manager, 2),
        (table.secretary, 2),  # asked for, to be convened
        (table.first, 2),  # the seat, convened
        (table.second, 2),
        (table.third, 2),
    ):
        told = [mail.subject for mail in table.mails_to(who) if "onciliation" in mail.subject]
        assert len(told) == mails, told


@pytest.mark.article("33(1)", "33(2)")
@pytest.mark.parametrize("effect", list(Effect))
def test_nobody_gets_two_mails_of_one_act(table: Table, effect: Effect) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    with told_once() as acts:
        complete(table)
        replaced = {"reason": "He is ill."}
        table.takes(table.secretary, "/seats/citizens/replacement", **replaced)
        first = table.stranger
        table.takes(table.lead, "/seats/citizens/naming", name=first.name, email=first.email)
        table.takes(first, "/seat", no_part="y")
        table.takes(table.secretary, "/convening")
        propose(table, effect)
        for who in (table.lead, table.manager, table.neighbour):
            table.takes(who, "/acceptance")
    assert table.dispute.state == DisputeState.SETTLED
    assert len(acts) == 11  # each act above that is told by mail


@contextmanager
def told_once() -> Iterator[list[int]]:
    """Within it, no address gets two mails in one transaction; gives how many each one queued."""
    queued: list[str] = []
    acts: list[int] = []

    def note(session: Session, *_rest: object) -> None:
        queued.extend(mail.to_address for mail in session.new if isinstance(mail, Mail))

    def judge(_session: Session) -> None:
        assert len(queued) == len(set(queued)), queued
        if queued:
            acts.append(len(queued))
        queued.clear()

    event.listen(db.session, "before_flush", note)
    event.listen(db.session, "after_commit", judge)
    try:
        yield acts
    finally:
        event.remove(db.session, "before_flush", note)
        event.remove(db.session, "after_commit", judge)


@pytest.mark.article("33(1)")
def test_whom_a_third_party_named_is_told_once_that_it_left(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    member = {"name": table.third.name, "email": table.third.email}
    table.takes(table.neighbour, "/seats/joint/naming", **member)
    before = len(table.mails_to(table.third))
    table.takes(table.neighbour, "/leaving")
    (told,) = table.mails_to(table.third)[before:]
    assert told.subject.startswith("You are no longer named")
    assert table.number not in told.text


@pytest.mark.article("33(1)")
def test_a_mail_is_plain_text_in_every_language(requested: Table) -> None:
    table = requested
    table.lead.language = "it"
    db.session.commit()
    table.takes(table.lead, "/seats/joint/naming", name="Terza Saggia", email=table.third.email)
    table.takes(table.manager, "/third-member/objection", reason="Too near to the group.")
    told = table.mails_to(table.lead)[-1].text
    assert told.count("(può farlo l'una o l'altra parte)") == 2
    assert "&#" not in told
