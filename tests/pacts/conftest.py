"""A proposal ready to be accepted, with the people of scenario 2, all invented."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Act
from pactregistry.pacts import sweep
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals.models import Comment, Proposal, Revision
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    ProposalState,
    ProposerKind,
    Role,
)
from tests.pacts.cases import CANARY, Cast, code_of, sign_as

MINUTES = b"%PDF-1.4 minutes"


@pytest.fixture
def cast(app: Flask, clock: object, person: Callable[..., Account]) -> Cast:
    """A group's light case, in inquiry, its comment window over."""
    lead = person(f"Lina {CANARY}", "lina@people.example")
    lead.public_name = "Lina R."
    desk = person("Dora Sportello", roles=[(Role.DESK, "commons")])
    manager = person("Mara Dirigente", roles=[(Role.MANAGER, "commons")])
    secret = current_app.extensions["security"].totp_factory.generate_totp_secret()
    manager.tf_totp_secret = secret
    stranger = person("Rino Passante")
    group = Group(
        name="Via Lunga in Fiore",
        kind=ProposerKind.INFORMAL_GROUP,
        purpose="",
        tax_code=f"{CANARY}-tax",
        created_at=settings().now(),
    )
    group.members = [
        Membership(account_id=lead.id, name="", is_lead=True, since=date(2026, 1, 1)),
        Membership(name=f"Socia {CANARY}", is_lead=False, since=date(2026, 1, 1)),
    ]
    db.session.add(group)
    db.session.flush()
    return Cast(lead, desk, manager, stranger, _in_inquiry(lead, group))


def _in_inquiry(author: Account, group: Group) -> Proposal:
    here = settings()
    proposal = Proposal(
        state="",
        pack_id=here.pack.id,
        pack_version=here.pack.version,
        title="Aiuole di Via Lunga",
        summary="Dodici aiuole curate da chi abita la via.",
        description="Curiamo dodici aiuole, 140 metri quadrati, con fiori di stagione.",
        benefits="La via diventa un luogo dove ci si incontra.",
        support_asked="Acqua e attrezzi.",
        intensity=Intensity.CONTINUOUS,
        commons_kind=CommonsKind.PUBLIC_SPACE,
        theme="verde",
        place_name="Via Lunga",
        district="centro",
        longitude=11.0512,
        latitude=44.6231,
        number="2026-P-0001",
        created_at=here.now(),
        submitted_on=date(2026, 3, 2),
        registry_number="1021/2026",
        author_id=author.id,
        author_contact=f"{CANARY}-contact",
        proposer_kind=ProposerKind.INFORMAL_GROUP,
        group_id=group.id,
        public_author="Via Lunga in Fiore",
        interest_declared=f"{CANARY}-interest",
        people_count=7,
        wished_from=date(2026, 4, 15),
        wished_until=date(2028, 4, 14),
        announced_days=45,
    )
    state: ProposalState | None = None
    steps = (
        ("draft", Role.LEAD, 2, ProposalFacts()),
        ("submit", Role.LEAD, 2, ProposalFacts()),
        ("open_inquiry", Role.DESK, 3, ProposalFacts(preview_confirmed=True)),
    )
    for name, role, day, facts in steps:
        step = PROPOSAL.take(name, state, role, facts)
        entry = journal.record(proposal, step, Act(None, date(2026, 3, day), here.now()))
        state = ProposalState(proposal.state)
        if name == "submit":
            content = {"description": proposal.description, "benefits": proposal.benefits}
            db.session.add(
                Revision(proposal_id=proposal.id, ordinal=1, content=content, entry_id=entry.id)
            )
    proposal.comments_from, proposal.comments_until = date(2026, 3, 5), date(2026, 3, 20)
    db.session.add(
        Comment(
            proposal_id=proposal.id,
            author_id=author.id,
            public_name="Una vicina",
            kind="observation",
            text="Mettete anche una panchina all'ombra.",
            written_at=here.now(),
        )
    )
    db.session.commit()
    return proposal


@pytest.fixture
def enter(client: FlaskClient, sign_in: Callable[..., None]) -> Callable[[Account], FlaskClient]:
    """A browser of one's own, signed in."""

    def open_browser(account: Account) -> FlaskClient:
        browser = client.application.test_client()
        sign_in(browser, account)
        return browser

    return open_browser


@pytest.fixture
def accepted(cast: Cast, clock: object, enter: Callable[[Account], FlaskClient]) -> Cast:
    """The case accepted on 3 April, in co-design."""
    clock.go(date(2026, 4, 3))  # type: ignore[attr-defined]
    form = {"version": str(cast.proposal.version), "occurred_on": "2026-04-03"}
    answer = enter(cast.desk).post("/desk/proposals/2026-P-0001/acceptance", data=form)
    assert answer.status_code == 302, answer.text
    cast.number = "2026-0001"
    return cast


@pytest.fixture
def mandate(accepted: Cast) -> Cast:
    """The minutes by which the group decided, with the group."""
    group_id = accepted.proposal.group_id
    assert group_id is not None
    upload = Upload("verbale.pdf", "application/pdf", MINUTES, 1)
    attach(upload, ("group", group_id), "mandate", added_at=settings().now(), added_by_id=None)
    db.session.commit()
    return accepted


@pytest.fixture
def frozen(mandate: Cast, enter: Callable[[Account], FlaskClient]) -> Cast:
    """The text agreed by both sides and frozen."""
    for account in (mandate.lead, mandate.desk):
        seen = {f"revision_{s.letter}": s.revision for s in mandate.text.sections}
        answer = enter(account).post("/pacts/2026-0001/codesign/agreement", data=seen)
        assert answer.status_code == 302
    form = {"version": str(mandate.text.version)}
    answer = enter(mandate.desk).post("/pacts/2026-0001/freezing", data=form)
    assert answer.status_code == 302, answer.text
    return mandate


@pytest.fixture
def signed(frozen: Cast, clock: object, enter: Callable[[Account], FlaskClient]) -> Cast:
    """The pact signed by all on 10 April and published."""
    clock.go(date(2026, 4, 10))  # type: ignore[attr-defined]
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    manager = enter(frozen.manager)
    assert sign_as(manager, frozen, code=code_of(frozen.manager)).status_code == 302
    return frozen


@pytest.fixture
def active(signed: Cast, clock: object) -> Cast:
    """The pact started on its day, 15 April; today is 4 May."""
    clock.go(date(2026, 5, 4))  # type: ignore[attr-defined]
    db.session.commit()
    sweep.run(settings().now())
    return signed
