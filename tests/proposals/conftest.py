"""A file at the office: the people around it, and a proposal that was sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.journal import Act, next_number, record
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.facts import ProposalFacts
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import CommonsKind, Intensity, ProposalState, ProposerKind, Role


@dataclass
class People:
    """Everyone of the scenarios, by role."""

    resident: Account
    neighbour: Account
    desk: Account
    green: Account
    gas: Account
    president: Account
    manager: Account
    executive: Account


@pytest.fixture
def people(
    person: Callable[..., Account],
    clock: object,
) -> People:
    """Invented people in their roles."""
    return People(
        resident=person("Rita Residente"),
        neighbour=person("Nino Vicino"),
        desk=person("Ufficio Uno", roles=[(Role.DESK, "commons")]),
        green=person("Verde Due", roles=[(Role.REVIEWER, "green")]),
        gas=person("Gas Tre", roles=[(Role.REVIEWER, "gas")]),
        president=person("Presidente Quattro", roles=[(Role.DISTRICT, "centro")]),
        manager=person("Dirigente Cinque", roles=[(Role.MANAGER, "commons")]),
        executive=person("Segreteria Sei", roles=[(Role.EXECUTIVE, "executive")]),
    )


@pytest.fixture
def sent(app: Flask, people: People) -> Callable[..., Proposal]:
    """A proposal sent by the resident on 2 March 2026: `sent(title="Aiuole")`."""

    def send(**changes: Any) -> Proposal:
        here: Settings = app.config["SETTINGS"]
        values = {
            "title": "Aiuole di via Lunga",
            "summary": "Dodici aiuole curate dal vicinato",
            "description": "Piantare, annaffiare, pulire.",
            "place_name": "Via Lunga",
            "district": "centro",
            "theme": "verde",
            "intensity": Intensity.CONTINUOUS,
            "commons_kind": CommonsKind.PUBLIC_SPACE,
            "proposer_kind": ProposerKind.PERSON,
            "public_author": "R. R.",
            "author_id": people.resident.id,
        }
        proposal = Proposal(
            **values | changes,
            state=ProposalState.DRAFT,
            created_at=here.now(),
            withheld=False,
            pack_id=here.pack.id,
            pack_version=here.pack.version,
        )
        act = Act(people.resident.id, changes.get("submitted_on", here.today()), here.now())
        record(proposal, PROPOSAL.take("draft", None, Role.CITIZEN, ProposalFacts()), act)
        proposal.number = next_number("P", here.today().year)
        proposal.submitted_on = act.occurred_on
        step = PROPOSAL.take("submit", ProposalState.DRAFT, Role.CITIZEN, ProposalFacts())
        record(proposal, step, act)
        db.session.commit()
        return proposal

    return send


@dataclass
class Office:
    """What the office does, through its pages."""

    app: Flask
    people: People
    sign_in: Callable[..., None]

    def as_(self, account: Account) -> FlaskClient:
        """A browser signed in as somebody."""
        client = self.app.test_client()
        self.sign_in(client, account)
        return client

    def post(self, account: Account, step: str, proposal: Proposal, **typed: Any) -> Any:
        """Send the form of a step, opened now."""
        db.session.expire_all()
        here: Settings = self.app.config["SETTINGS"]
        data = {"version": proposal.version, "occurred_on": here.today(), **typed}
        return self.as_(account).post(f"/desk/proposals/{proposal.number}/{step}", data=data)

    def digest(self, proposal: Proposal) -> str:
        """The fingerprint that the preview carries."""
        page = self.as_(self.people.desk).get(f"/desk/proposals/{proposal.number}/inquiry").text
        return page.split('name="digest_read" value="')[1].split('"')[0]

    def open_inquiry(self, proposal: Proposal, **typed: Any) -> Any:
        """Open the inquiry as the city's settings propose it, with two opinions."""
        here: Settings = self.app.config["SETTINGS"]
        usual = {
            "days": 45,
            "offices": ["green"],
            "district": "y",
            "opinion_days": 20,
            "comments_from": here.today(),
            "comment_days": 15,
            "digest_read": self.digest(proposal),
        }
        return self.post(self.people.desk, "inquiry", proposal, **usual | typed)


@pytest.fixture
def office(
    app: Flask,
    people: People,
    sign_in: Callable[..., None],
    client: FlaskClient,
) -> Office:
    """The office at work."""
    return Office(app, people, sign_in)
