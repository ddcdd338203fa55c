"""Accounts, groups with their members, roles held in an office for dated periods. Art. 2(1)c, 4."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from flask_security import UserMixin
from sqlalchemy import JSON, CheckConstraint, ForeignKey, Select, exists, func, or_, select
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship, selectinload

from pactregistry.config import settings
from pactregistry.database import Base, UTCDateTime, db
from pactregistry.workflow.states import ProposerKind, Role


class Account(Base, UserMixin):
    """A person who signs in; no residence is asked (Art. 4(1))."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    create_datetime: Mapped[datetime] = mapped_column(UTCDateTime)
    tf_primary_method: Mapped[str | None]
    tf_totp_secret: Mapped[str | None]
    tf_last_counter: Mapped[int | None]
    # Mutable: a code is taken out of the list in place, and must not come back.
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(JSON))
    name: Mapped[str] = mapped_column(default="")
    public_name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    roles: list[Any] = []  # noqa: RUF012 - Flask-Security asks for it; roles are Holdings, dated

    holdings: Mapped[list["Holding"]] = relationship(
        back_populates="account", foreign_keys="Holding.account_id"
    )
    memberships: Mapped[list["Membership"]] = relationship(back_populates="account")

    def check_tf_required(
        self,
        tf_setup_methods: list[tuple[str, str]],
        tf_fresh: bool,  # noqa: ARG002, FBT001 - Flask-Security's signature
    ) -> tuple[bool, list[tuple[str, str]]]:
        """Whether signing in takes a one-time code: staff always, others if they set one up."""
        return bool(tf_setup_methods) or self.check_tf_required_setup(), tf_setup_methods

    def check_tf_required_setup(self) -> bool:
        """Whether the one-time code may not be given up."""
        return has_a_role(self.id, settings().today())


class Group(Base):
    """A social formation: informal group, association, school or business. Art. 4(2)."""

    __tablename__ = "group"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[ProposerKind]
    purpose: Mapped[str] = mapped_column(default="")
    tax_code: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)

    members: Mapped[list["Membership"]] = relationship(back_populates="group")


class Membership(Base):
    """A member of a group, with an account or only a name; the list is private. Art. 4(3)-(4).

    `asked_email` waits for its owner's yes: until then nobody learns whether it has an account.
    """

    __tablename__ = "membership"
    __table_args__ = (CheckConstraint("account_id IS NOT NULL OR name <> ''", name="someone"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    asked_email: Mapped[str] = mapped_column(default="", index=True)
    is_lead: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]

    group: Mapped[Group] = relationship(back_populates="members")
    account: Mapped[Account | None] = relationship(back_populates="memberships")


class Holding(Base):
    """A role held in an office or district for a period, with its substitute. Art. 10(2).

    `act` is the delegation of signature, printed in the signature block.
    """

    __tablename__ = "holding"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[Role]
    office: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    until: Mapped[date | None]
    substitute_for_id: Mapped[int | None] = mapped_column(ForeignKey("holding.id"))
    act: Mapped[str] = mapped_column(default="")
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    account: Mapped[Account] = relationship(back_populates="holdings", foreign_keys=[account_id])


def account_by_email(email: str) -> Account | None:
    """The account with an e-mail address, whatever its case."""
    return db.session.scalar(select(Account).where(func.lower(Account.email) == email.lower()))


def holdings_on(account_id: int, day: date) -> tuple[Holding, ...]:
    """The roles that a person holds on a day; a substitute's only while the holder's own stands."""
    held = aliased(Holding)
    stands = exists().where(
        held.id == Holding.substitute_for_id,
        held.since <= day,
        or_(held.until.is_(None), held.until >= day),
    )
    query = select(Holding).where(
        Holding.account_id == account_id,
        Holding.since <= day,
        or_(Holding.until.is_(None), Holding.until >= day),
        or_(Holding.substitute_for_id.is_(None), stands),
    )
    return tuple(db.session.scalars(query.order_by(Holding.id)))


def has_a_role(account_id: int, day: date) -> bool:
    """Whether a person holds a role on a day or later: both must sign in with a code."""
    query = select(Holding.id).where(
        Holding.account_id == account_id, or_(Holding.until.is_(None), Holding.until >= day)
    )
    return db.session.scalar(query.limit(1)) is not None


def leads_a_group(account_id: int, day: date) -> bool:
    """Whether a person represents a group on a day."""
    query = select(Membership.id).where(
        Membership.account_id == account_id,
        Membership.is_lead,
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    return db.session.scalar(query.limit(1)) is not None


def groups_of(account_id: int, day: date) -> Sequence[Group]:
    """The groups to which a person belongs on a day."""
    query = (
        select(Group)
        .join(Membership)
        .where(
            Membership.account_id == account_id,
            Membership.since <= day,
            or_(Membership.until.is_(None), Membership.until >= day),
        )
    )
    return db.session.scalars(query.distinct().order_by(Group.id)).all()


def group_of_member(group_id: int, account_id: int, day: date) -> Group | None:
    """A group, if a person belongs to it on a day."""
    here = groups_of(account_id, day)
    return next((group for group in here if group.id == group_id), None)


def represented_by(account_id: int, day: date) -> Select[int]:
    """The numbers of the groups that a person represents on a day (Art. 4(3))."""
    return select(Membership.group_id).where(
        Membership.account_id == account_id,
        Membership.is_lead.is_(True),
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )


def represents(account_id: int, group_id: int, day: date) -> bool:
    """Whether a person represents a group on a day (Art. 4(3))."""
    query = represented_by(account_id, day).where(Membership.group_id == group_id)
    return db.session.scalar(query.limit(1)) is not None


def groups_represented(account_id: int, day: date) -> Sequence[Group]:
    """The groups that a person represents on a day, by name (Art. 4(3))."""
    query = select(Group).where(Group.id.in_(represented_by(account_id, day)))
    return db.session.scalars(query.order_by(Group.name, Group.id)).all()


def memberships_offered(email: str, day: date) -> Sequence[Membership]:
    """The groups that named the owner of an address and wait for a yes."""
    query = select(Membership).where(
        Membership.asked_email == email.lower(),
        Membership.account_id.is_(None),
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    return db.session.scalars(query.order_by(Membership.id)).all()


def group_with(group_id: int) -> Group | None:
    """A group by its number."""
    return db.session.get(Group, group_id)


def members_on(group_id: int, day: date) -> Sequence[Membership]:
    """Who belongs to a group on a day, its representative first."""
    query = select(Membership).where(
        Membership.group_id == group_id,
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )
    query = query.options(selectinload(Membership.account))
    return db.session.scalars(query.order_by(Membership.is_lead.desc(), Membership.id)).all()


def lead_on(group_id: int, day: date) -> Membership | None:
    """Who represents a group on a day (Art. 4(3))."""
    return next((member for member in members_on(group_id, day) if member.is_lead), None)


def all_holdings() -> Sequence[Holding]:
    """Every role ever held, the newest first."""
    query = select(Holding).options(selectinload(Holding.account))
    return db.session.scalars(query.order_by(Holding.until, Holding.id.desc())).all()


def holding_with(holding_id: int) -> Holding | None:
    """A held role by its number."""
    return db.session.get(Holding, holding_id)


def account_with(uniquifier: str) -> Account | None:
    """The account that a signed link names."""
    return db.session.scalar(select(Account).where(Account.fs_uniquifier == uniquifier))
