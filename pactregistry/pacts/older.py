"""What is known of a pact that the City signed before this registry was used. Art. 36(1)."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base
from pactregistry.documents.models import Attachment
from pactregistry.pacts.models import Pact
from pactregistry.workflow.engine import N_

PAPER = "older_pact"
"""The label of the papers that came with an older pact."""
IMPORT_STEPS = frozenset({"import", "confirm_import"})
"""The steps that take an older pact over: what it was before them is not a step of ours."""
HOW_ENDED: Mapping[str, str] = {
    "expire": N_("on its last day"),
    "end_by_notice": N_("the citizens withdrew"),
    "terminate": N_("the City ended it in the public interest"),
    "revoke": N_("the City revoked it after a breach"),
}
"""How an older pact ended: the step by which a pact ends so here, and the words for it."""


class OlderPact(Base):
    """The acts and parties of an older pact, as its papers tell them; empty where they do not.

    `parties` are the names that the public reads; `persons` stay with the office.
    """

    __tablename__ = "older_pact"

    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), primary_key=True)
    registry_number: Mapped[str] = mapped_column(default="", index=True)
    act_number: Mapped[str] = mapped_column(default="")
    act_date: Mapped[date | None]
    proposal_number: Mapped[str] = mapped_column(default="")
    proposal_date: Mapped[date | None]
    ended_on: Mapped[date | None]
    how_ended: Mapped[str] = mapped_column(default="")
    parties: Mapped[list[str]] = mapped_column(JSON, default=list)
    persons: Mapped[list[str]] = mapped_column(JSON, default=list)

    pact: Mapped[Pact] = relationship(back_populates="older")
    public_papers: Mapped[list[Attachment]] = relationship(
        primaryjoin="and_(foreign(Attachment.subject_id) == OlderPact.pact_id,"
        " Attachment.subject_kind == 'pact', Attachment.public)",
        order_by=Attachment.id,
        viewonly=True,
    )


def public_paper(pact: Pact) -> Attachment | None:
    """The file of an older pact that stands for its text in public, or None."""
    papers = pact.older.public_papers if pact.older else []
    return papers[0] if papers else None
