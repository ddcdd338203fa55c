"""Accounts, groups with their members, and roles held in an office for dated periods. Art. 2(1)c, 4."""

from datetime import date, datetime
from typing import Any

from flask_security import UserMixin
from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pactregistry.database import Base, UTCDateTime
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
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(JSON)
    name: Mapped[str] = mapped_column(default="")
    public_name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    roles: list[Any] = []  # noqa: RUF012 - Flask-Security asks for it; roles are Holdings, dated

    holdings: Mapped[list["Holding"]] = relationship(
        back_populates="account", foreign_keys="Holding.account_id"
    )
    memberships: Mapped[list["Membership"]] = relationship(back_populates="account")


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
    """A member of a group, with an account or only a name; the list is private. Art. 4(3), 4(4)."""

    __tablename__ = "membership"
    __table_args__ = (CheckConstraint("account_id IS NOT NULL OR name <> ''", name="someone"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    is_lead: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None]

    group: Mapped[Group] = relationship(back_populates="members")
    account: Mapped[Account | None] = relationship(back_populates="memberships")


class Holding(Base):
    """A role held in an office or district for a dated period, with its substitute. Art. 10(2), 11(10).

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
