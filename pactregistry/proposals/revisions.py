"""Keeps the text of a proposal as it stood at each act of its author. Art. 3(1)b, 11(1)."""

from dataclasses import asdict
from json import dumps, loads

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.proposals import drafts, papers
from pactregistry.proposals.models import Proposal, Revision
from pactregistry.proposals.sheet_text import sheet_text


def keep(proposal: Proposal, entry: Entry) -> Revision:
    """Store the public words and the digests of the papers with the act that brought them."""
    content = asdict(sheet_text(proposal)) | {
        "papers": [
            {"kind": paper.label, "name": paper.name, "sha256": paper.sha256}
            for paper in papers.given(proposal)
        ]
    }
    kept = Revision(
        proposal_id=proposal.id,
        ordinal=len(drafts.revisions_of(proposal)) + 1,
        content=loads(dumps(content, default=str)),
        entry_id=entry.id,
    )
    db.session.add(kept)
    db.session.flush()
    return kept
