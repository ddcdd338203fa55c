"""What support a pact has had until now: lent, raised, matched, permitted. Art. 22, 25, 27."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.models import Pact, PactVersion, SupportItem
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting.kinds import Rows, told
from pactregistry.pacts.supporting.models import Permit, PermitOutcome, RaisedFunds, SpentFunds
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import loans_for

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Matched:
    """The City's resources that follow from what was raised, with how they are reckoned."""

    raised: Decimal
    per_euro: Decimal
    reckoned: Decimal
    ceiling: Decimal | None

    @property
    def due(self) -> Decimal:
        """What the City adds: never above the ceiling. Art. 25(3)."""
        return self.reckoned if self.ceiling is None else min(self.reckoned, self.ceiling)


@dataclass(frozen=True)
class Granted:
    """All dated support of one pact, as its page shows it."""

    loans: Sequence[Loan]
    raised: Sequence[RaisedFunds]
    spent: Sequence[SpentFunds]
    permits: Sequence[Permit]
    matched: Matched | None
    today: date

    @property
    def out(self) -> int:
        """How many loans are out or kept."""
        return sum(not loan.is_over for loan in self.loans)

    @property
    def overdue(self) -> int:
        """How many loans are overdue."""
        return sum(bool(loan.late_days(self.today)) for loan in self.loans)

    @property
    def raised_sum(self) -> Decimal:
        """All that was raised."""
        return total(self.raised)

    @property
    def spent_sum(self) -> Decimal:
        """All that was spent of it."""
        return total(self.spent)

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.loans or self.raised or self.spent or self.permits or self.matched)


def granted_to(pact: Pact) -> Granted:
    """The dated support of one pact."""
    raised = raised_in(pact.id)
    return Granted(
        loans_for(pact_id=pact.id),
        raised,
        spent_in(pact.id),
        permits_of(pact.id),
        matched(signed_version(pact), total(raised)),
        settings().today(),
    )


def matched(text: PactVersion | None, raised: Decimal) -> Matched | None:
    """The City's resources in proportion to funds raised; None where the pact has none."""
    item = stated(text, "matching")
    if item is None or not item.details.get("per_euro"):
        return None
    per_euro = Decimal(item.details["per_euro"])
    reckoned = (raised * per_euro).quantize(CENT, ROUND_HALF_UP)
    return Matched(raised, per_euro, reckoned, item.amount_ceiling)


def stated(text: PactVersion | None, kind: str) -> SupportItem | None:
    """The first support of a kind in a text."""
    return next((s for s in (text.supports if text else ()) if s.kind == kind), None)


def all_stated(text: PactVersion | None, kind: str) -> list[SupportItem]:
    """Every support of a kind in a text."""
    return [s for s in (text.supports if text else ()) if s.kind == kind]


def support_rows(item: SupportItem, pack_id: str) -> Rows:
    """The lines that are printed and published of one support."""
    return told(item.kind, item.details, settings().packs[pack_id])


def total(rows: Sequence[Any]) -> Decimal:
    """The sum of amounts, exact."""
    return sum((row.amount for row in rows), Decimal(0))


def raised_in(pact_id: int) -> Sequence[RaisedFunds]:
    """What a pact raised, the oldest first."""
    query = select(RaisedFunds).filter_by(pact_id=pact_id)
    return db.session.scalars(query.order_by(RaisedFunds.held_on, RaisedFunds.id)).all()


def spent_in(pact_id: int) -> Sequence[SpentFunds]:
    """What a pact spent of it, the oldest first."""
    query = select(SpentFunds).filter_by(pact_id=pact_id)
    return db.session.scalars(query.order_by(SpentFunds.spent_on, SpentFunds.id)).all()


def permits_of(pact_id: int) -> Sequence[Permit]:
    """The permits asked for under a pact, the oldest first."""
    query = select(Permit).filter_by(pact_id=pact_id)
    return db.session.scalars(query.order_by(Permit.asked_on, Permit.id)).all()


def awaited_permit(pact: Pact, permit_id: int) -> Permit:
    """A permit that is still to be decided on; raises NoResultFound."""
    query = select(Permit).filter_by(pact_id=pact.id, id=permit_id, outcome=PermitOutcome.AWAITED)
    return db.session.scalars(query).one()
