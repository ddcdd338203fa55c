"""The reads of loans and of the stock. Art. 22."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db, locked_row
from pactregistry.paging import Page, paged
from pactregistry.people.models import Account, Group, represented_by
from pactregistry.supports.loans.models import Loan, LoanLine, Thing
from pactregistry.workflow.states import LoanState

KEPT = (LoanState.AGREED, LoanState.LENT)
WITH_THINGS = (
    selectinload(Loan.lines).selectinload(LoanLine.thing),
    selectinload(Loan.sub_loans),
)


class Shelf(StrEnum):
    """The parts of the desk's list."""

    OVERDUE = "overdue"
    TO_HAND_OVER = "to_hand_over"
    LENT = "lent"
    ENDED = "ended"


def loan(number: str) -> Loan:
    """One loan with its things; raises NoResultFound."""
    query = select(Loan).where(Loan.number == number).options(*WITH_THINGS)
    return db.session.scalars(query).one()


def borrower(loan: Loan) -> str:
    """The private name of who borrowed."""
    if loan.group_id is not None:
        return db.session.get_one(Group, loan.group_id).name
    if loan.account_id is not None:
        return db.session.get_one(Account, loan.account_id).name
    return ", ".join(filter(None, (loan.borrower_name, loan.borrower_contact)))


def locked(loan_id: int) -> Loan:
    """One loan as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Loan, loan_id)


def open_ids() -> Sequence[int]:
    """The loans that are agreed or out, the oldest first."""
    return db.session.scalars(select(Loan.id).where(Loan.state.in_(KEPT)).order_by(Loan.id)).all()


def on_shelf(shelf: Shelf, number: int) -> Page:
    """One page of the desk's list, the most urgent first."""
    today = settings().today()
    query = select(Loan).options(*WITH_THINGS)
    if shelf is Shelf.OVERDUE:
        query = query.where(Loan.state == LoanState.LENT, Loan.due_on < today)
    elif shelf is Shelf.LENT:
        query = query.where(Loan.state == LoanState.LENT)
    elif shelf is Shelf.TO_HAND_OVER:
        return paged(query.where(Loan.state == LoanState.AGREED).order_by(Loan.since), number)
    else:
        query = query.where(Loan.state.not_in(KEPT)).order_by(Loan.ended_on.desc(), Loan.id.desc())
        return paged(query, number)
    return paged(query.order_by(Loan.due_on, Loan.id), number)


def first_filled_shelf() -> Shelf:
    """Where the desk's list opens: the most urgent part on which something stands."""
    return next((shelf for shelf in Shelf if on_shelf(shelf, 1).items), Shelf.OVERDUE)


def loans_of(account_id: int) -> Sequence[Loan]:
    """What a person, or a group that the person represents, has borrowed; the latest first."""
    led = represented_by(account_id, settings().today())
    own = and_(Loan.account_id == account_id, Loan.group_id.is_(None))
    mine = or_(own, Loan.group_id.in_(led))
    query = select(Loan).where(mine).options(*WITH_THINGS)
    return db.session.scalars(query.order_by(Loan.id.desc())).all()


def loans_for(*, activity_id: int | None = None, pact_id: int | None = None) -> Sequence[Loan]:
    """The loans for one activity or one pact, the oldest first."""
    query = select(Loan).options(*WITH_THINGS)
    if activity_id is not None:
        query = query.where(Loan.activity_id == activity_id)
    if pact_id is not None:
        query = query.where(Loan.pact_id == pact_id)
    return db.session.scalars(query.order_by(Loan.id)).all()


def keeping(things: Collection[int], apart_from: int | None = None) -> Sequence[LoanLine]:
    """The lines of open loans that keep some things, one loan left out."""
    query = select(LoanLine).join(Loan).where(Loan.state.in_(KEPT), LoanLine.thing_id.in_(things))
    if apart_from is not None:
        query = query.where(Loan.id != apart_from)
    return db.session.scalars(query.options(selectinload(LoanLine.loan))).all()


def stock(*, offered_only: bool = False) -> Sequence[Thing]:
    """All kinds of things, by name."""
    query = select(Thing).order_by(Thing.name, Thing.id)
    return db.session.scalars(query.where(Thing.offered) if offered_only else query).all()


def thing(thing_id: int) -> Thing:
    """One kind of thing; raises NoResultFound."""
    return db.session.scalars(select(Thing).where(Thing.id == thing_id)).one()


def things(ids: Collection[int], *, lock: bool = False) -> dict[int, Thing]:
    """Some kinds of things by id, kept from other writers where something is to be agreed."""
    query = select(Thing).where(Thing.id.in_(ids)).order_by(Thing.id)
    if lock:
        # What was read before waiting for the lock may have changed meanwhile.
        query = query.with_for_update().execution_options(populate_existing=True)
    found = db.session.scalars(query)
    return {each.id: each for each in found}
