"""Public files made straight through the journal, without the pages of other rooms."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from flask import Flask

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import next_number, record
from pactregistry.pacts.models import Pact, PactVersion, SectionText, Signatory, SupportItem
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    Pace,
    ProposerKind,
    Role,
    Track,
    VersionState,
)
from tests.civicnetwork.made import CANARY, act, lawful


@pytest.fixture
def make_proposal(app: Flask, clock: object) -> Callable[..., Proposal]:
    """A received proposal, its sheet public unless told otherwise; full of private canaries."""

    def make(title: str = "Flowerbeds", *, opened: bool = True, **fields: object) -> Proposal:
        here = settings()
        given: dict[str, object] = {
            "title": title,
            "summary": f"About {title}",
            "place_name": "Via Lunga",
            "district": "centro",
            "longitude": 11.0512345678,
            "latitude": 44.6231,
            "intensity": Intensity.CONTINUOUS,
            "commons_kind": CommonsKind.PUBLIC_SPACE,
        }
        proposal = Proposal(
            pack_id=here.pack.id,
            pack_version=here.pack.version,
            created_at=here.now(),
            author_name=f"{CANARY} name",
            author_contact=f"{CANARY} contact",
            interest_declared=f"{CANARY} interest",
            proposer_kind=ProposerKind.INFORMAL_GROUP,
            public_author="Via Lunga in Fiore",
            number=next_number("P", here.today().year),
            submitted_on=here.today(),
            **given | fields,
        )
        record(proposal, lawful("proposal", "submit", "draft", "submitted", Role.CITIZEN), act())
        if opened:
            proposal.comments_from = here.today()
            proposal.comments_until = date(2026, 3, 20)
            step = lawful("proposal", "open_inquiry", "submitted", "inquiry", Role.DESK)
            record(proposal, step, act(note=f"{CANARY} note"))
        db.session.commit()
        return proposal

    return make


@pytest.fixture
def make_pact(make_proposal: Callable[..., Proposal]) -> Callable[..., Pact]:
    """A signed and published pact with one version."""

    def make(title: str = "Flowerbeds", **fields: object) -> Pact:
        here = settings()
        proposal = make_proposal(title)
        now: datetime = here.now()
        pact = Pact(
            pack_id=here.pack.id,
            pack_version=here.pack.version,
            number=next_number("", here.today().year),
            proposal=proposal,
            track=Track.SPONTANEOUS,
            pace=Pace.LIGHT,
            created_at=now,
            published_at=now,
            signed_on=here.today(),
            starts_on=date(2026, 4, 11),
            ends_on=date(2028, 4, 10),
            **{
                "title": title,
                "summary": f"About {title}",
                "place_name": "Via Lunga",
                "district": "centro",
                "intensity": Intensity.CONTINUOUS,
                "commons_kind": CommonsKind.PUBLIC_SPACE,
            }
            | fields,
        )
        version = PactVersion(
            pact=pact,
            pack_id=here.pack.id,
            pack_version=here.pack.version,
            ordinal=1,
            withdrawal_notice_days=30,
            signed_on=here.today(),
            original_sha256="0" * 64,
            privacy_notice="",
            changed_at=now,
            state=VersionState.READY,
        )
        version.sections = [SectionText(letter="a", text="Twelve beds"), SectionText(letter="b")]
        version.supports = [SupportItem(kind="money", amount_ceiling=300)]
        version.signatories = [
            Signatory(
                position=1, side="citizens", name=f"{CANARY} signer", public_name="Via Lunga"
            ),
            Signatory(position=2, side="city", name="Officer", public_name="Managing officer"),
        ]
        db.session.add(pact)
        record(pact, lawful("pact", "conclude", "forming", "signed", Role.MANAGER), act())
        record(version, lawful("version", "sign", "ready", "signed", Role.MANAGER), act())
        db.session.commit()
        return pact

    return make
