"""Which papers a proposal asks for, and what it still lacks. Art. 4(4), 11(4), 15(2), 34."""

from collections.abc import Sequence

from flask_babel import gettext as _

from pactregistry.documents.models import Attachment, attachments_of
from pactregistry.languages import in_language
from pactregistry.proposals.call_answered import unanswered
from pactregistry.proposals.facts import pack_of
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.pack import Paper
from pactregistry.workflow.states import Intensity, ProposerKind

OTHER = "other"  # a paper that the pack does not name: a photograph, a letter
# The mandate is asked for before signing: a proposal may come first. Art. 4(4)
LATER = frozenset({"mandate"})


def given(proposal: Proposal) -> Sequence[Attachment]:
    """The papers that stand with a proposal, the oldest first."""
    return attachments_of(PROPOSAL.name, proposal.id)


def asked(proposal: Proposal) -> list[Paper]:
    """The papers that the pack asks of a proposal like this one."""
    conditions = {
        "group": proposal.proposer_kind is not ProposerKind.PERSON,
        "private_owner": proposal.private_owner,
        "regeneration": proposal.intensity is Intensity.REGENERATION,
        "works": proposal.works,
    }
    found = [p for p in pack_of(proposal).papers if conditions.get(p.condition, False)]
    return sorted(found, key=lambda paper: paper.key in LATER)


def missing(proposal: Proposal) -> list[Paper]:
    """The papers asked for now and not given yet."""
    labels = {paper.label for paper in given(proposal)}
    return [paper for paper in asked(proposal) if paper.key not in labels | LATER]


def asked_later(proposal: Proposal) -> list[Paper]:
    """The papers that signing will ask for, and that may wait until then."""
    return [paper for paper in asked(proposal) if paper.key in LATER]


def lacking(proposal: Proposal) -> tuple[str, ...]:
    """All that a proposal lacks, in the reader's words: its text, its place, its papers."""
    unnamed = proposal.proposer_kind is not ProposerKind.PERSON and not proposal.public_author
    text = {
        _("a title"): proposal.title,
        _("what you want to do"): proposal.description,
        _("where"): proposal.place_name,
        _("the name of the group"): "" if unnamed else "named",
    }
    empty = [name for name, value in text.items() if not value.strip()]
    papers = (in_language(paper.label) for paper in missing(proposal))
    return (*empty, *unanswered(proposal), *papers)


def label_of(proposal: Proposal, key: str) -> str:
    """What kind of paper an attachment is, in the reader's words."""
    named = {paper.key: paper.label for paper in pack_of(proposal).papers}
    return in_language(named[key]) if key in named else _("photograph or other paper")
