"""The report to the City executive on a substantial change, to be printed. Art. 11(9)."""

from flask import render_template

from pactregistry.documents.models import attachments_of
from pactregistry.journal import history
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.entries import last
from pactregistry.proposals.facts import approval_by_kind, pack_of
from pactregistry.proposals.officers import OFFICE, actor_for
from pactregistry.proposals.papers import label_of
from pactregistry.proposals.reading import received
from pactregistry.proposals.sheet import public_sheet
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.workflow.lifecycle import PROPOSAL


@proposals.get("/desk/proposals/<number>/executive-report")
def executive_report(number: str) -> str:
    """What changes, where and why, what was said of it, and what is asked of the executive."""
    proposal = received(number)
    actor_for(proposal, OFFICE)
    entries = history(PROPOSAL.name, proposal.id)
    referral = last(entries, "refer")
    papers = attachments_of(PROPOSAL.name, proposal.id)
    return render_template(
        "proposals/office/executive_report.html",
        proposal=proposal,
        sheet=public_sheet(proposal, entries),
        text=sheet_text(proposal),
        referral=referral,
        by_kind=approval_by_kind(pack_of(proposal), proposal.pact_kind),
        papers=[label_of(proposal, paper.label) for paper in papers],
    )
