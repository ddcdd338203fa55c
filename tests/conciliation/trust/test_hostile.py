"""Sentences that are attacks stay sentences: in the room, in mails, in tables. Art. 33, 3(1)b."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import JSON, Enum, update

from pactregistry.conciliation.closing import sweep
from pactregistry.config import settings
from pactregistry.database import Base, db
from pactregistry.notices.models import Mail
from tests.conciliation.trust.story import PACT, Story
from tests.conciliation.trust.test_canary import KEYS, PRIVATE
from tests.reports.trust.test_hostile import BEGINNINGS, FORMULAS, SCRIPT, cells

ATTACK = f"{SCRIPT}\"'><b onfocus=x>"
NEWLINE = "Eva\r\nBcc: all@people.example"
PAGES = (
    "",
    "/papers",
    "/withdrawal",
    "/leaving",
    "/messages",
    "/seats/citizens/replacement",
    "/seats/joint/naming",
    "/draft",
    "/text",
    "/vote",
    "/proposal",
    "/taking-back",
    "/sittings/1/minutes",
    "/sittings/new",
    "/acceptance",
    "/refusal",
    "/acceptance/paper",
    "/no-proposal",
    "/convening",
    "/seat/leaving",
)
WHO_ONE_IS = {"third_email", "email", "digest"}


def spoil(attack: str) -> int:
    """Put an attack into each field that somebody typed; gives how many there are."""
    spoiled = 0
    for name, private in PRIVATE.items():
        table = Base.metadata.tables[name]
        words = {
            column: attack
            for column in private - KEYS - WHO_ONE_IS
            if not isinstance(table.c[column].type, Enum | JSON)
        }
        if words:
            db.session.execute(update(table).values(**words))
        spoiled += len(words)
    papers = Base.metadata.tables["attachment"]
    db.session.execute(update(papers).values(name=attack))
    db.session.commit()
    return spoiled


@pytest.mark.article("33(1)")
@pytest.mark.parametrize("stage", ["sitting", "closed"])
def test_no_page_of_the_room_runs_what_somebody_typed(story: Story, stage: str) -> None:
    story.tell(stage)
    assert spoil(ATTACK) > 10
    table, shown = story.table, 0
    for who in (table.lead, table.manager, table.desk, table.first, table.secretary):
        browser = table.enter(who)
        pages = [f"/disputes/{table.number}{page}" for page in PAGES]
        for page in (
            *pages,
            "/me/disputes",
            "/desk/disputes",
            "/desk/committees",
            f"/pacts/{PACT}",
        ):
            answer = browser.get(page)
            assert answer.status_code < 500, page
            assert SCRIPT not in answer.text, page
            assert "<b onfocus" not in answer.text, page
            shown += "onfocus=x" in answer.text
    assert shown > 8


@pytest.mark.article("33(1)")
def test_no_word_of_theirs_adds_a_line_to_the_head_of_a_mail(story: Story) -> None:
    story.tell("sitting")
    table = story.table
    spoil(NEWLINE)
    for who, page, form in (
        (table.lead, "/messages", {"text": NEWLINE}),
        (table.secretary, "/sittings/new", {"place": NEWLINE, "at": "18:30"}),
        (table.secretary, "/seats/city/replacement", {"reason": NEWLINE}),
        (table.manager, "/seats/city/naming", {"name": NEWLINE, "email": "eva@people.example"}),
        (table.neighbour, "/leaving", {"reason": NEWLINE}),
    ):
        table.takes(who, page, held_on=settings().today().isoformat(), **form)
    injected = {"name": "Eva", "email": "eva@people.example\r\nBcc: all@people.example"}
    table.takes(table.secretary, "/seats/city/replacement", reason="Once more.")
    assert table.post(table.manager, "/seats/city/naming", **injected).status_code == 422
    table.go(table.dispute.propose_by)
    sweep.run(settings().now())
    mails = db.session.scalars(db.select(Mail)).all()
    assert len(mails) > 40
    for mail in mails:
        assert not {"\r", "\n"} & set(mail.subject + mail.to_address), mail.subject
        assert "Bcc:" not in mail.subject + mail.text


@pytest.mark.article("9(2)")
def test_no_cell_on_disputes_is_a_formula(story: Story, app: Flask, client: FlaskClient) -> None:
    story.tell("sitting")
    for attack in FORMULAS:
        spoil(attack)
        pact = Base.metadata.tables["pact"]
        db.session.execute(update(pact).values(title=attack))
        db.session.commit()
        told = cells(client, "/data/disputes.csv")
        assert story.table.number in told
        for cell in told:
            assert not cell.startswith(BEGINNINGS), cell
