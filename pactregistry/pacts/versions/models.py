"""What one side asked of the other for a pact: an amendment or a later last day. Art. 5(2)m."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.database import Base, db
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.pacts.queries import OPEN_VERSION
from pactregistry.workflow.states import PactState

AGREED, DECLINED, TAKEN_BACK, OPENED = "agreed", "declined", "taken_back", "opened"


class ChangeRequest(Base):
    """A side's request to change a pact, until it is answered: a dated record beside the pact."""

    __tablename__ = "change_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    pact_id: Mapped[int] = mapped_column(ForeignKey("pact.id"), index=True)
    purpose: Mapped[Purpose]
    side: Mapped[str]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_on: Mapped[date]
    reason: Mapped[str]
    ends_on: Mapped[date | None]  # the last day that is asked for, where it is an extension
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answer_reason: Mapped[str] = mapped_column(default="")


def requests_on(pact: Pact) -> Sequence[ChangeRequest]:
    """Every change that was asked of a pact, the newest first."""
    query = select(ChangeRequest).filter_by(pact_id=pact.id)
    return db.session.scalars(query.order_by(ChangeRequest.id.desc())).all()


def standing_request(pact: Pact, purpose: Purpose) -> ChangeRequest | None:
    """The request of a kind that waits for its answer, or None."""
    query = select(ChangeRequest).filter_by(pact_id=pact.id, purpose=purpose, answer="")
    return db.session.scalars(query.order_by(ChangeRequest.id.desc()).limit(1)).first()


def open_texts_of_ended_pacts() -> Sequence[int]:
    """The numbers of texts still open on pacts that have ended."""
    query = (
        select(PactVersion.id)
        .join(Pact)
        .where(Pact.state == PactState.ENDED, PactVersion.state.in_(OPEN_VERSION))
    )
    return db.session.scalars(query.order_by(PactVersion.id)).all()
