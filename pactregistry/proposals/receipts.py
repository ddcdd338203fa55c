"""The receipt of a proposal: number, day, what came, what comes next. Art. 3(1)b, 10(2), 11(4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import render_template
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.documents.paper import Paper
from pactregistry.documents.rendering import render_pdf
from pactregistry.journal import Entry
from pactregistry.languages import day, language
from pactregistry.proposals import drafts, papers
from pactregistry.proposals.entries import last
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import civil_day


@dataclass(frozen=True)
class Received:
    """One paper as it came, with the digest by which it can be told from any other."""

    label: str
    name: str
    pages: int | None
    sha256: str


@dataclass(frozen=True)
class Receipt:
    """What the office confirms to have received."""

    number: str
    registry_number: str
    received_on: date
    recorded_at: datetime
    title: str
    place: str
    author: str
    public_author: str
    at_counter: bool
    papers: tuple[Received, ...]
    missing: tuple[str, ...]

    @property
    def recorded_on(self) -> date:
        """The day on which it was entered, which may be later than it came."""
        return civil_day(self.recorded_at, settings().city.zone)


def receipt_of(proposal: Proposal, entries: Sequence[Entry]) -> Receipt:
    """The receipt of the sending, whatever came later."""
    sent = last(entries, "submit") or entries[0]
    return Receipt(
        number=proposal.number or "",
        registry_number=proposal.registry_number,
        received_on=sent.occurred_on,
        recorded_at=sent.recorded_at,
        title=proposal.title,
        place=proposal.place_name,
        author=author_name(proposal),
        public_author=proposal.public_author,
        at_counter=proposal.entered_by_id is not None,
        papers=tuple(
            Received(papers.label_of(proposal, paper.label), paper.name, paper.pages, paper.sha256)
            for paper in papers.given(proposal)
            if paper.added_at <= sent.recorded_at
        ),
        missing=tuple(sent.private.get("missing", ())),
    )


def author_name(proposal: Proposal) -> str:
    """The private name of the author: of the account, or as given at the counter."""
    return drafts.name_of(proposal.author_id) if proposal.author_id else proposal.author_name


def printed(receipt: Receipt) -> bytes:
    """The receipt as PDF."""
    profile = settings().city.profile
    registry = ((_("Registry number"), receipt.registry_number),) if receipt.registry_number else ()
    paper = Paper(
        kind=_("Receipt of proposal"),
        title=receipt.title,
        number=receipt.number,
        language=language(),
        issuer=profile.name,
        office=profile.office,
        made_at=receipt.recorded_at,
        contacts=(profile.address, profile.phone, profile.email, profile.certified_mail),
        references=((_("Received on"), day(receipt.received_on)), *registry),
        summary=_("The office confirms that it received a collaboration proposal."),
    )
    return render_pdf(render_template("documents/receipt.html", paper=paper, receipt=receipt))
