"""Who has no e-mail is written to on paper: the desk is sent every letter. Art. 33(1), 10(2)."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.notices.models import Mail
from pactregistry.workflow.states_disputes import Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import convene
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")
ADDRESS = "Via Lunga 3"
TO_SEND = "To send on paper: "


@pytest.fixture
def on_paper(app: Flask, table: Table) -> Table:
    """A dispute that concerns a neighbour who has no e-mail, in a city that writes English."""
    here = app.config["SETTINGS"]
    app.config["SETTINGS"] = replace(here, city=replace(here.city, language="en"))
    table.request_dispute(third=Third("Vico Vicino", contact=ADDRESS))
    return table


def to_send(table: Table) -> list[Mail]:
    """The letters that the desk is to send."""
    return [mail for mail in table.mails_to(table.desk) if mail.subject.startswith(TO_SEND)]


def test_every_letter_to_a_third_party_without_e_mail_goes_to_the_desk(on_paper: Table) -> None:
    table = on_paper
    invitation = to_send(table)[-1]
    assert "it touches you too" in invitation.subject
    assert "no e-mail reaches this party (the third party)" in invitation.text
    assert "The office tells you what is asked" in invitation.text
    assert "open an account" not in invitation.text
    count = len(to_send(table))
    first = table.first
    table.takes(table.lead, "/seats/citizens/naming", name=first.name, email=first.email)
    table.takes(first, "/seat", no_part="y")
    table.takes(table.lead, "/messages", text=f"We meet on Monday. {CANARY}")
    assert len(to_send(table)) == count + 3
    assert "a member was named" in to_send(table)[count].subject
    for day in (date(2026, 4, 30), date(2026, 5, 16)):
        table.go(day)
        sweep.run(settings().now())
    subjects = [mail.subject for mail in to_send(table)[count + 3 :]]
    assert len(subjects) == 2
    assert "something is awaited from you by 15 May 2026" in subjects[0]
    assert "ended without a complete committee" in subjects[1]
    for mail in to_send(table):
        assert mail.text.count(f"/disputes/{table.number}/room") == 1  # for the office alone
        assert ADDRESS not in mail.text + mail.subject
        assert CANARY not in mail.text
    assert ADDRESS in table.page(table.desk).text


def test_what_the_desk_recorded_itself_is_sent_too(on_paper: Table) -> None:
    count = len(to_send(on_paper))
    form = {"name": on_paper.third.name, "email": on_paper.third.email, "letter": "PG 13/2026"}
    on_paper.takes(on_paper.desk, "/seats/joint/naming", **form)
    assert len(to_send(on_paper)) == count + 1


def test_the_proposal_is_brought_on_paper_and_the_answer_recorded(on_paper: Table) -> None:
    table = propose(convene(on_paper))
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    assert "a party answered the proposal" in to_send(table)[-1].subject
    paper = {"side": Side.THIRD.value, "letter": "PG 20/2026"}
    table.takes(table.desk, "/acceptance/paper", **paper)
    assert "settled" in to_send(table)[-1].subject
    assert table.dispute.state == "settled"


def test_a_party_with_an_e_mail_costs_no_paper(requested: Table) -> None:
    assert not to_send(requested)
    requested.takes(requested.lead, "/withdrawal")
    assert not to_send(requested)
