"""Who is not in a dispute: its room is as if it were not there. Art. 33(1), 3(1)b.

Each way into the room, for each person around it, at each stage.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from pactregistry.conciliation.models import Dispute
from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.people.models import Account
from pactregistry.people.permissions import PERMISSIONS
from tests.conciliation.trust.story import ALONE, STAGES, Story
from tests.pacts.cases import CANARY
from tests.reports.trust.test_doors import as_missing, filled

pytestmark = pytest.mark.article("33(1)")

MISSING = "2099-D-9999"
AT = "/somewhere"
PUBLIC = {"conciliation.show"}
SEAT = {"conciliation.take_seat", "conciliation.leave_seat", "conciliation.show"}


def ways(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Each way into a dispute."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/disputes/<") and rule.endpoint != "conciliation.room":
            for method in sorted({"GET", "POST"} & (rule.methods or set())):
                yield rule, method


def known(dispute: Dispute) -> dict[str, str]:
    """What hangs on a dispute, as its addresses name it."""
    papers = db.session.scalars(db.select(Attachment.id).filter_by(subject_kind="dispute"))
    return {
        "number": dispute.number,
        "chair": "citizens",
        "paper_id": str(next(iter(papers))),
        "sitting_id": str(dispute.sittings[-1].id if dispute.sittings else 9999),
    }


def differing(
    app: Flask, browser: FlaskClient, here: dict[str, str], skipped: set[str]
) -> list[str]:
    """The ways that answer otherwise than those of a dispute that is not there."""
    found, asked = [], 0
    gone: dict[tuple[object, str], tuple[int, str, str]] = {}
    for rule, method in ways(app):
        if rule.endpoint in skipped:
            continue
        page, away = filled(rule, here), filled(rule, {**here, "number": MISSING})
        like = (PERMISSIONS[rule.endpoint], method)
        if like not in gone:
            gone[like] = as_missing(browser.open(away, method=method), AT, away)
            assert gone[like][0] in {302, 403, 404}
        if as_missing(browser.open(page, method=method), AT, page) != gone[like]:
            found.append(f"{method} {page}")
        asked += 1
    assert asked > 35
    return found


SOME = ("citizen", "replaced member")  # all, while the committee sits


@pytest.mark.parametrize("stage", STAGES)
def test_who_has_no_place_finds_nothing(story: Story, app: Flask, stage: str) -> None:
    story.tell(stage)
    table = story.table
    state, here = table.dispute.state, known(table.dispute)
    version = table.dispute.version
    outside = story.outside if stage == "sitting" else {name: story.outside[name] for name in SOME}
    people: dict[str, Account | None] = {"nobody": None, **outside}
    if stage == "closed":
        people["third party that left"] = table.neighbour
    for name, who in people.items():
        browser = app.test_client() if who is None else table.enter(who)
        told = stage != "requested"
        assert differing(app, browser, here, PUBLIC if told else set()) == [], name
        page = browser.get(f"/disputes/{table.number}")
        assert page.status_code == (200 if told else 404), name
        assert CANARY not in page.text.replace(f"Lina {CANARY}", ""), name
        way_in = browser.get(f"/disputes/{table.number}/room").location
        assert way_in.startswith("/sign-in" if who is None else "/disputes/"), name
    assert (table.dispute.state, table.dispute.version) == (state, version)


def test_who_is_named_reads_what_is_needed_to_answer(story: Story, app: Flask) -> None:
    story.tell("requested")
    table = story.table
    for member in (table.first, table.second, table.third):
        browser = table.enter(member)
        assert differing(app, browser, known(table.dispute), SEAT) == []
        for page in ("", "/seat", "/seat/leaving"):
            answer = browser.get(f"/disputes/{table.number}{page}")
            assert answer.status_code == 200
            # Whether one has a part in it, one tells by who the parties are.
            assert CANARY not in answer.text.replace(f"Vico {CANARY}", "")


def test_what_the_committee_writes_stays_with_it_until_it_proposes(story: Story) -> None:
    story.tell("sitting")
    table = story.table
    parties = (table.lead, table.manager, table.desk, table.neighbour, table.secretary)
    pages = [
        "", "/draft", "/text", "/vote", "/proposal", "/taking-back", "/messages", "/proposal.pdf",
        "/acceptance", "/refusal", "/withdrawal", "/no-proposal",
    ]  # fmt: skip
    for who in parties:
        for page in pages:
            assert ALONE not in table.page(who, page).text, (who.name, page)
        assert CANARY in table.page(who).text
    for who in (table.first, table.second, table.third):
        assert table.page(who).text.count(ALONE) >= 4
    story.tell_on("proposed")
    for who in parties:
        page = table.page(who).text
        assert "Between us" not in page, who.name
        assert "opens the tap. 1" in page, who.name
        assert "opens the tap. 0" not in page, who.name


def test_each_acts_in_the_own_part_alone(story: Story) -> None:
    story.tell("sitting")
    table = story.table
    members = ("/draft", "/text", "/vote", "/taking-back", "/proposal")
    for who in (table.lead, table.manager, table.desk, table.neighbour, table.secretary):
        for page in members:
            assert table.post(who, page, text="Ours.").status_code == 403, (who.name, page)
    for who in (table.lead, table.manager, table.neighbour):
        for page in ("/convening", "/sittings/new", "/no-proposal", "/seat", "/seat/leaving"):
            assert table.post(who, page).status_code in {403, 404}, (who.name, page)
    for who in (table.first, table.secretary):
        for page in ("/acceptance", "/refusal", "/withdrawal", "/leaving", "/seats/city/naming"):
            assert table.post(who, page).status_code == 403, (who.name, page)
        for page in ("/acceptance/paper", "/refusal/paper"):
            assert table.post(who, page).status_code == 403
    assert table.post(table.lead, "/acceptance/paper").status_code == 403


def test_what_hangs_on_another_dispute_is_not_there(story: Story) -> None:
    story.tell("sitting")
    table = story.table
    here = known(table.dispute)
    files = [f"/papers/{here['paper_id']}", f"/sittings/{here['sitting_id']}/paper"]
    for page in files:
        assert table.page(table.lead, page).status_code == 200
        assert "attachment" in table.page(table.lead, page).headers["Content-Disposition"]
    table.number = "2026-D-0001"  # the citizens speak in this one too
    assert table.page(table.lead).status_code == 200
    for page in (*files, f"/sittings/{here['sitting_id']}/minutes"):
        assert table.page(table.lead, page).status_code == 404


def test_lists_tell_of_ones_own_alone(story: Story) -> None:
    story.tell("sitting")
    table = story.table
    for name, who in story.outside.items():
        browser = table.enter(who)
        own = browser.get("/me/disputes")
        assert table.number not in own.text, name
        for page in ("/desk/disputes", "/desk/committees"):
            answer = browser.get(page)
            assert answer.status_code in {200, 403}, (name, page)
            assert table.number not in answer.text, (name, page)
            assert CANARY not in answer.text
    for who, page in ((table.desk, "/desk/disputes"), (table.secretary, "/desk/committees")):
        told = table.enter(who).get(page).text
        assert table.number in told
        assert CANARY not in told
