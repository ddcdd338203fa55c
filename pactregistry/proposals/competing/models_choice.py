"""A participatory choice: its options, its roll, its ballot papers. Art. 10(7), 4(1).

Who voted and what was voted stand in two tables that nothing joins: neither holds a time, an order
or a number of the other, and both are kept in the order of their keys. What this does and does not
protect from is told in docs/decisions/0011-secret-ballot.md.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ChoiceKind


class Choice(Base, Subject):
    """One choice between competing proposals; its days are civil days, the last one included."""

    __tablename__ = "choice"
    __table_args__ = (
        CheckConstraint("state <> 'counted' OR counted_on IS NOT NULL", name="counted_on_a_day"),
        CheckConstraint("opens_on IS NULL OR closes_on >= opens_on", name="closes_after_opening"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    competition_id: Mapped[int] = mapped_column(ForeignKey("competition.id"), index=True)
    kind: Mapped[ChoiceKind]
    called_on: Mapped[date]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    assembly_on: Mapped[date | None]
    assembly_place: Mapped[str] = mapped_column(default="")
    community: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    # The count: set once, in the act that counts.
    present: Mapped[int | None]
    ballots: Mapped[int | None]
    assembly_blank: Mapped[int | None]
    assembly_invalid: Mapped[int | None]
    ballot_blank: Mapped[int | None]
    minutes: Mapped[str] = mapped_column(default="")
    papers_sha256: Mapped[str] = mapped_column(default="")
    counted_on: Mapped[date | None]
    winner_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))

    competition: Mapped[Competition] = relationship()
    options: Mapped[list["ChoiceOption"]] = relationship(
        back_populates="choice", order_by="ChoiceOption.position"
    )

    @property
    def has_ballot(self) -> bool:
        """Whether one votes on these pages."""
        return self.kind is not ChoiceKind.ASSEMBLY

    @property
    def has_assembly(self) -> bool:
        """Whether an assembly votes."""
        return self.kind is not ChoiceKind.BALLOT


class ChoiceOption(Base):
    """One proposal to choose, with its public text as it stood when the choice was called."""

    __tablename__ = "choice_option"

    id: Mapped[int] = mapped_column(primary_key=True)
    choice_id: Mapped[int] = mapped_column(ForeignKey("choice.id"), index=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int]
    text: Mapped[dict[str, Any]] = mapped_column(JSON)
    assembly_votes: Mapped[int | None]
    ballot_votes: Mapped[int | None]
    left_on: Mapped[date | None]  # the proposal ended before the first day

    choice: Mapped[Choice] = relationship(back_populates="options")
    proposal: Mapped[Proposal] = relationship()

    @property
    def votes(self) -> int:
        """All votes counted for it."""
        return (self.assembly_votes or 0) + (self.ballot_votes or 0)


class Roll(Base):
    """That a person has voted in a choice; not when, and not what."""

    __tablename__ = "choice_roll"
    __table_args__ = ({"sqlite_with_rowid": False},)

    choice_id: Mapped[int] = mapped_column(ForeignKey("choice.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)


class BallotPaper(Base):
    """One vote under a random key; no option is a blank vote."""

    __tablename__ = "ballot_paper"
    __table_args__ = ({"sqlite_with_rowid": False},)

    choice_id: Mapped[int] = mapped_column(ForeignKey("choice.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    option_id: Mapped[int | None] = mapped_column(ForeignKey("choice_option.id"))
