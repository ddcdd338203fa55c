"""After the sending: papers asked for, obstacles answered, a decision asked for, withdrawal."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry, history
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal, Revision
from pactregistry.proposals.sheet import clock_of
from pactregistry.workflow.clocks import ClockState

REASON = "The stage would stand over the gas main, and nobody could reach the pipe in an emergency."


@pytest.fixture
def author(client: FlaskClient, people: Any, sign_in: Callable[..., None]) -> FlaskClient:
    """The author's browser."""
    sign_in(client, people.resident)
    return client


def picture() -> tuple[io.BytesIO, str]:
    """A photograph to send."""
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "blue").save(content, "PNG")
    content.seek(0)
    return content, "plan.png"


def post(author: FlaskClient, proposal: Proposal, step: str, **typed: Any) -> Any:
    """Send the form of a step, opened now."""
    db.session.expire_all()
    data = {"version": proposal.version, **typed}
    return author.post(f"/proposals/{proposal.number}/{step}", data=data)


def steps(proposal: Proposal) -> list[str]:
    """The steps of a file so far."""
    db.session.expire_all()
    return [entry.step for entry in history("proposal", proposal.id)]


def last(proposal: Proposal) -> Entry:
    """The latest step of a file."""
    db.session.expire_all()
    return history("proposal", proposal.id)[-1]


def mails_to(account: Account) -> list[str]:
    """The subjects of the mails to somebody."""
    query = select(Mail.subject).where(Mail.to_address == account.email).order_by(Mail.id)
    return list(db.session.scalars(query))


@pytest.mark.article("11(4)")
def test_missing_papers_are_listed_sent_and_the_clock_goes_on(
    author: FlaskClient, office: Any, people: Any, sent: Callable[..., Proposal], clock: Any
) -> None:
    proposal = sent()
    clock.go(date(2026, 3, 4))
    asked = {"texts-0": "A drawing of the beds", "texts-1": "How many people"}
    assert office.post(people.desk, "supplement-request", proposal, **asked).status_code == 302
    mine = author.get("/me/proposals").text
    assert mine.index('<h2 class="h4">Awaited from you') < mine.index(proposal.number)
    page = author.get(f"/proposals/{proposal.number}/supplement").text
    assert "A drawing of the beds" in page
    assert "3 April 2026" in page
    clock.go(date(2026, 3, 9))
    answer = post(author, proposal, "supplement", text="Seven of us", papers=[picture()])
    assert answer.location == f"/me/proposals/{proposal.number}"
    entry = last(proposal)
    assert (entry.step, entry.to_state, entry.by_role) == ("supplement", "submitted", "citizen")
    assert entry.private["answer"] == "Seven of us"
    assert "Seven of us" not in str(entry.facts) + entry.reason
    paper = db.session.scalars(select(Attachment)).one()
    assert entry.private["papers"] == [{"name": "plan.png", "sha256": paper.sha256}]
    kept = db.session.scalars(select(Revision)).one()
    assert kept.content["papers"][0]["sha256"] == paper.sha256
    clock_now = clock_of(proposal, history("proposal", proposal.id))
    assert clock_now is not None
    assert clock_now.stopped_days == 5
    assert any("missing papers have arrived" in subject for subject in mails_to(people.desk))
    assert any("papers have arrived" in subject for subject in mails_to(people.resident))


@pytest.mark.usefixtures("clock")
def test_a_supplement_goes_back_to_the_inquiry_that_asked(
    author: FlaskClient, office: Any, people: Any, sent: Callable[..., Proposal]
) -> None:
    proposal = sent()
    office.open_inquiry(proposal)
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "A drawing"})
    assert post(author, proposal, "supplement", text="Here").status_code == 302
    assert last(proposal).to_state == "inquiry"


@pytest.mark.usefixtures("clock")
def test_a_step_out_of_place_is_refused_with_its_article_and_keeps_the_words(
    author: FlaskClient, sent: Callable[..., Proposal]
) -> None:
    proposal = sent()
    answer = post(author, proposal, "supplement", text="Words not to be lost")
    assert answer.status_code == 409
    assert "Words not to be lost" in answer.text
    assert "/regulation/11#p4" in answer.text
    assert "pr-binds" in answer.text
    assert steps(proposal) == ["draft", "submit"]


@pytest.mark.article("11(8)")
@pytest.mark.usefixtures("clock")
def test_obstacles_are_answered_with_a_new_text(
    author: FlaskClient, office: Any, people: Any, sent: Callable[..., Proposal]
) -> None:
    proposal = sent(title="A wooden stage", benefits="Plays")
    office.open_inquiry(proposal)
    warned = office.post(people.manager, "warning", proposal, **{"texts-0": REASON})
    assert warned.status_code == 302
    page = author.get(f"/proposals/{proposal.number}/answer").text
    assert REASON in page
    assert 'value="A wooden stage"' in page
    changes = {
        "title": "A small movable stage",
        "summary": "",
        "description": "",
        "benefits": "Plays",
    }
    extra = {"state": "accepted", "public_author": "Somebody else", "number": "2026-P-0009"}
    answer = post(author, proposal, "answer", text="Wheels", **changes, **extra)
    assert answer.status_code == 302
    entry = last(proposal)
    assert (entry.step, proposal.state) == ("answer", "inquiry")
    assert proposal.title == "A small movable stage"
    assert (proposal.public_author, proposal.number) == ("R. R.", "2026-P-0001")
    assert entry.facts["changed"] == ["description", "summary", "title"]
    kept = db.session.scalars(select(Revision)).one()
    assert kept.content["title"] == "A small movable stage"
    assert any("answered the obstacles" in subject for subject in mails_to(people.manager))


@pytest.mark.article("34")
def test_a_decision_on_the_merits_is_asked_for_and_late_is_only_a_warning(
    author: FlaskClient, office: Any, people: Any, sent: Callable[..., Proposal], clock: Any
) -> None:
    proposal = sent()
    redirected = office.post(
        people.desk, "redirection", proposal, instrument="The call for grants", reason=REASON
    )
    assert redirected.status_code == 302
    assert "pr-warns" not in author.get(f"/proposals/{proposal.number}/insistence").text
    clock.go(date(2026, 4, 1))
    assert "pr-warns" not in author.get(f"/proposals/{proposal.number}/insistence").text
    clock.go(date(2026, 4, 2))
    assert "pr-warns" in author.get(f"/proposals/{proposal.number}/insistence").text
    assert post(author, proposal, "insistence", text="It is no grant").status_code == 302
    entry = last(proposal)
    assert (entry.step, entry.to_state, entry.reason) == ("insist", "inquiry", "It is no grant")
    assert entry.warnings == ["within_term"]


@pytest.mark.article("3(1)i")
@pytest.mark.usefixtures("clock")
def test_a_proposal_is_withdrawn_without_a_reason(
    author: FlaskClient, office: Any, people: Any, sent: Callable[..., Proposal]
) -> None:
    proposal = sent()
    office.open_inquiry(proposal)
    assert post(author, proposal, "withdrawal", text="").status_code == 302
    entry = last(proposal)
    assert (entry.to_state, entry.publishes) == ("withdrawn", "withdrawn")
    clock_now = clock_of(proposal, history("proposal", proposal.id))
    assert clock_now is not None
    assert clock_now.state is ClockState.ENDED
    for account in (people.desk, people.green, people.president):
        assert any("withdrawn by its author" in subject for subject in mails_to(account))
    assert "nobody is awaited" in author.get(f"/me/proposals/{proposal.number}").text


@pytest.mark.usefixtures("people", "clock")
def test_a_stale_form_is_refused(
    author: FlaskClient, office: Any, sent: Callable[..., Proposal]
) -> None:
    proposal = sent()
    seen = proposal.version
    office.open_inquiry(proposal)
    data = {"version": seen, "text": "Kept words"}
    answer = author.post(f"/proposals/{proposal.number}/withdrawal", data=data)
    assert answer.status_code == 409
    assert "Kept words" in answer.text
    assert steps(proposal)[-1] == "open_inquiry"


@pytest.mark.parametrize("step", ["supplement", "answer", "insistence", "withdrawal"])
@pytest.mark.usefixtures("clock")
def test_the_author_s_steps_are_nobody_else_s(
    office: Any, people: Any, sent: Callable[..., Proposal], step: str
) -> None:
    proposal = sent()
    for account in (people.neighbour, people.desk, people.manager):
        browser = office.as_(account)
        address = f"/proposals/{proposal.number}/{step}"
        assert browser.get(address).status_code == 404
        assert browser.post(address, data={"version": proposal.version}).status_code == 404
    assert steps(proposal) == ["draft", "submit"]


@pytest.mark.article("11(4)")
@pytest.mark.parametrize("asked_in", ["submitted", "inquiry"])
def test_papers_asked_for_before_a_file_closed_may_come_after_it_was_reopened(
    office: Any, people: Any, sent: Any, author: FlaskClient, asked_in: str
) -> None:
    proposal = sent()
    if asked_in == "inquiry":
        office.open_inquiry(proposal)
    office.post(people.desk, "supplement-request", proposal, **{"texts-0": "A plan of the beds"})
    assert post(author, proposal, "withdrawal").status_code == 302
    office.post(people.manager, "reopening", proposal, reason="Taken back by mistake")
    assert post(author, proposal, "supplement", text="Here it is").status_code == 302
    db.session.refresh(proposal)
    assert proposal.state == asked_in
