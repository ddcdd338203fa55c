"""Writes what stands around the sections: terms, premises, supports, annexes. Art. 4(3), 5(2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.actions_codesign import drop_other_agreement, note, revise, side_of
from pactregistry.pacts.models import CommentInfluence, PactVersion, Purpose, Signatory, SupportItem
from pactregistry.pacts.queries import comments_shown, section_of
from pactregistry.pacts.versions.scope import (
    TERMS,
    is_extension,
    refuse_no_extension,
)
from pactregistry.people.acting import Actor
from pactregistry.workflow.lifecycle import VERSION

SUBJECT = "pact_version"
CITY_ACTS = frozenset({"resolution", "heritage_act", "determination_number", "determination_date"})


@dataclass(frozen=True)
class Terms:
    """Duration, notice, supervisor, long-term grounds and the acts that the pact rests on."""

    starts_on: date | None
    ends_on: date | None
    withdrawal_notice_days: int
    supervisor: str
    long_term_grounds: str
    long_term_amount: Decimal | None
    determination_number: str
    determination_date: date | None
    resolution: str
    onerous_letters: Sequence[str]
    privacy_notice: str
    heritage_act: str


@dataclass(frozen=True)
class Support:
    """One form of support as typed."""

    kind: str
    description: str
    amount_ceiling: Decimal | None


def set_terms(version: PactVersion, actor: Actor, seen: int, terms: Terms) -> None:
    """Write the terms; another duration or notice asks for a new agreement on section b.

    The City's acts are the City's to enter: on them guards rely. Art. 11(9), 15(6)
    """
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor, extending=True)
    before = (version.starts_on, version.ends_on, version.withdrawal_notice_days)
    values = {**vars(terms), "onerous_letters": list(terms.onerous_letters)}
    if side_of(actor) == "citizens":
        values = {name: value for name, value in values.items() if name not in CITY_ACTS}
    if is_extension(version):
        values = {name: value for name, value in values.items() if name in TERMS}
        refuse_no_extension(version, values["ends_on"])
    approval = values.pop("heritage_act", None)
    if approval is not None and version.purpose is Purpose.FIRST:
        version.pact.heritage_act = str(approval)  # later the pact's own correction notes it
    for name, value in values.items():
        setattr(version, name, value)
    if before != (version.starts_on, version.ends_on, version.withdrawal_notice_days):
        drop_other_agreement(version, actor, "b")
    note(version, actor, step, changed="terms")
    db.session.commit()


def set_premises(
    version: PactVersion, actor: Actor, seen: int, premises: Sequence[Mapping[str, Any]]
) -> None:
    """Write what the pact rests on."""
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    version.premises = [dict(premise) for premise in premises]
    note(version, actor, step, changed="premises")
    db.session.commit()


def set_supports(
    version: PactVersion, actor: Actor, seen: int, supports: Sequence[Support]
) -> None:
    """Write the City's support; a change asks the other side to agree again on section g."""
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    before = [(s.kind, s.description, s.amount_ceiling) for s in version.supports]
    if before != [(s.kind, s.description, s.amount_ceiling) for s in supports]:
        details = [(s.kind, s.details) for s in version.supports]
        db.session.execute(delete(SupportItem).where(SupportItem.pact_version_id == version.id))
        db.session.expire(version, ["supports"])
        version.supports = _keeping_details(details, supports)
        drop_other_agreement(version, actor, "g")
        note(version, actor, step, changed="supports")
    db.session.commit()


def _keeping_details(
    details: list[tuple[str, dict[str, Any]]], supports: Sequence[Support]
) -> list[SupportItem]:
    # A line of the same kind, in its order, keeps what was stated on it.
    left = list(details)
    items = []
    for support in supports:
        found = next((stated for stated in left if stated[0] == support.kind), ("", {}))
        if found in left:
            left.remove(found)
        items.append(SupportItem(**vars(support), details=found[1]))
    return items


def add_annex(
    version: PactVersion, actor: Actor, upload: Upload, label: str, *, public: bool
) -> Attachment:
    """Attach a paper to the text."""
    step = revise(version, actor, extending=True)
    added = attach(
        upload,
        (SUBJECT, version.id),
        label,
        added_at=settings().now(),
        added_by_id=actor.account_id,
        public=public,
    )
    note(version, actor, step, annex_added=label)
    db.session.commit()
    return added


def remove_annex(version: PactVersion, actor: Actor, annex: Attachment) -> None:
    """Take a paper away from the text; its file stays in the store without a name."""
    step = revise(version, actor, extending=True)
    db.session.delete(annex)
    note(version, actor, step, annex_removed=annex.label)
    db.session.commit()


def add_signatory(version: PactVersion, actor: Actor, signatory: Signatory) -> None:
    """Add a person who signs for the citizens, before the City."""
    step = revise(version, actor, extending=True)
    _seat(version, signatory)
    note(version, actor, step, changed="signatories")
    db.session.commit()


def set_city_signatory(version: PactVersion, actor: Actor, signatory: Signatory) -> None:
    """Name who signs for the City: a managing officer, or the substitute with the delegation."""
    step = revise(version, actor, extending=True)
    for standing in [s for s in version.signatories if s.side == "city"]:
        _unseat(standing)
    _seat(version, signatory)
    note(version, actor, step, changed="signatories")
    db.session.commit()


def remove_signatory(version: PactVersion, actor: Actor, signatory: Signatory) -> None:
    """Take a person off the list of who signs."""
    step = revise(version, actor, extending=True)
    _unseat(signatory)
    db.session.flush()
    _order(version)
    note(version, actor, step, changed="signatories")
    db.session.commit()


def link_comment(version: PactVersion, actor: Actor, letter: str, comment_id: int) -> None:
    """Say that a public comment changed a section; twice is the same as once."""
    step = revise(version, actor)
    section_of(version, letter)
    known = {comment.id for comment in comments_shown(version.pact.proposal)}
    standing = {(i.letter, i.comment_id) for i in _influences(version)}
    if comment_id in known and (letter, comment_id) not in standing:
        db.session.add(
            CommentInfluence(
                pact_version_id=version.id,
                letter=letter,
                comment_id=comment_id,
                added_by_id=actor.account_id,
            )
        )
        note(version, actor, step, comment=comment_id, section=letter)
    db.session.commit()


def unlink_comment(version: PactVersion, actor: Actor, influence_id: int) -> None:
    """Take back that a comment changed a section."""
    step = revise(version, actor)
    for influence in _influences(version):
        if influence.id == influence_id:
            db.session.delete(influence)
            note(version, actor, step, comment=influence.comment_id, section=influence.letter)
    db.session.commit()


def _influences(version: PactVersion) -> list[CommentInfluence]:
    return db.session.query(CommentInfluence).filter_by(pact_version_id=version.id).all()


def _seat(version: PactVersion, signatory: Signatory) -> None:
    signatory.pact_version_id = version.id
    signatory.position = len(version.signatories) + 1
    db.session.add(signatory)
    db.session.flush()
    _order(version)


def _unseat(signatory: Signatory) -> None:
    # Text can be changed only while no signature stands; of void ones the journal tells.
    for void in signatory.signatures:
        db.session.delete(void)
    db.session.delete(signatory)


def _order(version: PactVersion) -> None:
    db.session.expire(version, ["signatories"])
    ordered = sorted(version.signatories, key=lambda s: (s.side == "city", s.position, s.id))
    for position, signatory in enumerate(ordered, start=1):
        signatory.position = position
