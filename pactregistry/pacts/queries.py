"""What the pages and actions of pacts read. Art. 5, 11(10), 11(11)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import selectinload

from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.lawbook import speak_under
from pactregistry.pacts.life.story import in_public
from pactregistry.pacts.models import (
    CommentInfluence,
    Pact,
    PactVersion,
    Remark,
    SectionRevision,
    SectionText,
    Signatory,
    Signature,
)
from pactregistry.people.models import Account, Group, Holding
from pactregistry.proposals.models import Comment, Proposal, Revision
from pactregistry.workflow.states import PactState, Role, VersionState

OPEN_VERSION = (VersionState.CODESIGN, VersionState.READY)
PUBLIC_STEPS_OF_VERSION = ("freeze", "rework", "sign", "abandon", "fall_away")


def pact_by_number(number: str) -> Pact:
    """The pact of a number with its versions; raises NoResultFound."""
    query = select(Pact).where(Pact.number == number)
    pact = db.session.scalars(query.options(selectinload(Pact.versions))).one()
    speak_under(pact.pack_id)
    return pact


def proposal_by_number(number: str) -> Proposal:
    """The proposal of a number; raises NoResultFound."""
    return db.session.scalars(select(Proposal).where(Proposal.number == number)).one()


def pact_of_proposal(proposal_id: int) -> Pact | None:
    """The pact that an accepted proposal became, or None."""
    return db.session.scalar(select(Pact).where(Pact.proposal_id == proposal_id))


def open_version(pact: Pact) -> PactVersion | None:
    """The version that is being written or signed: there is at most one."""
    return next((v for v in pact.versions if v.state in OPEN_VERSION), None)


def signed_version(pact: Pact) -> PactVersion | None:
    """The version in force: the last one signed."""
    return next((v for v in reversed(pact.versions) if v.state == VersionState.SIGNED), None)


def latest_version(pact: Pact) -> PactVersion:
    """The open version, else the one in force, else the last; raises NoResultFound without any."""
    found = open_version(pact) or signed_version(pact)
    if found is None and not pact.versions:  # of an older register: its text is not here
        raise NoResultFound
    return found or pact.versions[-1]


def text_of(pact: Pact) -> PactVersion | None:
    """The text that counts: the one in force, else the one that is written, else the last.

    None for a pact of an older register, whose text is not here. Art. 36.
    """
    return signed_version(pact) or (latest_version(pact) if pact.versions else None)


def version_of(pact: Pact, ordinal: int) -> PactVersion:
    """One version of a pact's text by its number; raises NoResultFound."""
    found = next((v for v in pact.versions if v.ordinal == ordinal), None)
    if found is None:
        raise NoResultFound
    return found


def section_of(version: PactVersion, letter: str) -> SectionText:
    """One section of a version; raises NoResultFound."""
    query = select(SectionText).filter_by(pact_version_id=version.id, letter=letter)
    return db.session.scalars(query).one()


def revisions_of(section: SectionText) -> Sequence[SectionRevision]:
    """How a section stood before each change, oldest first."""
    query = select(SectionRevision).filter_by(section_id=section.id)
    return db.session.scalars(query.order_by(SectionRevision.revision)).all()


def remarks_of(version: PactVersion) -> dict[str, list[Remark]]:
    """The remarks on a version by letter, oldest first."""
    query = select(Remark).filter_by(pact_version_id=version.id).order_by(Remark.id)
    found: dict[str, list[Remark]] = {}
    for remark in db.session.scalars(query):
        found.setdefault(remark.letter, []).append(remark)
    return found


def remark_in(version: PactVersion, remark_id: int) -> Remark:
    """One remark of a version; raises NoResultFound."""
    query = select(Remark).filter_by(pact_version_id=version.id, id=remark_id)
    return db.session.scalars(query).one()


def influences_of(version: PactVersion) -> Sequence[CommentInfluence]:
    """Which comments changed which sections, where the comment is still shown."""
    query = (
        select(CommentInfluence)
        .join(Comment)
        .where(CommentInfluence.pact_version_id == version.id, Comment.hidden_category == "")
        .order_by(CommentInfluence.letter, CommentInfluence.comment_id)
        .options(selectinload(CommentInfluence.comment))
    )
    return db.session.scalars(query).all()


def comments_shown(proposal: Proposal | None) -> Sequence[Comment]:
    """The comments on a proposal that are public, oldest first."""
    if proposal is None:
        return ()
    query = select(Comment).where(
        Comment.proposal_id == proposal.id,
        Comment.hidden_category == "",
        Comment.awaits_moderation.is_(False),
    )
    return db.session.scalars(query.order_by(Comment.id)).all()


def commented_sheet(proposal: Proposal | None) -> dict[str, object]:
    """The text of the proposal as it stood when comments were opened; empty where none is kept.

    A mistake that was corrected since is not shown again.
    """
    if proposal is None:
        return {}
    entries = history("proposal", proposal.id)
    opened = [e for e in entries if e.step == "open_inquiry"]
    query = select(Revision).where(Revision.proposal_id == proposal.id)
    if opened:
        query = query.where(Revision.entry_id <= opened[-1].id)
    found = db.session.scalars(query.order_by(Revision.ordinal.desc()).limit(1)).first()
    content: dict[str, object] = dict(found.content) if found else {}
    for entry in entries:
        if found and entry.step == "correct" and entry.id > found.entry_id:
            for name, (wrong, right) in entry.private.items():
                content[name] = right if content.get(name) == wrong else content.get(name)
    return content


def group_of(proposal: Proposal | None) -> Group | None:
    """The group that proposes, or None."""
    if proposal is None or proposal.group_id is None:
        return None
    return db.session.get(Group, proposal.group_id)


def managers_on(day: date) -> Sequence[Holding]:
    """Who may sign for the City on a day: managing officers and their substitutes."""
    query = select(Holding).where(
        Holding.role == Role.MANAGER,
        Holding.since <= day,
        or_(Holding.until.is_(None), Holding.until >= day),
    )
    return db.session.scalars(
        query.order_by(Holding.id).options(selectinload(Holding.account))
    ).all()


def account_of(account_id: int | None) -> Account | None:
    """An account by its id, or None."""
    return None if account_id is None else db.session.get(Account, account_id)


def signature_of(signatory: Signatory) -> Signature | None:
    """The signature that a signatory has given and that stands, or None."""
    return next((s for s in signatory.signatures if s.voided_at is None), None)


def public_history(pact: Pact) -> list[Entry]:
    """The steps of a pact and of its versions that anyone may read, in the order recorded."""
    entries = in_public(history("pact", pact.id))
    for version in pact.versions:
        entries += [e for e in history("version", version.id) if e.step in PUBLIC_STEPS_OF_VERSION]
    return sorted(entries, key=lambda entry: entry.id)


def pacts_in(*states: PactState) -> Sequence[Pact]:
    """Pacts in some states, for what is due by date."""
    query = select(Pact).where(Pact.state.in_(states)).order_by(Pact.id)
    return db.session.scalars(query.options(selectinload(Pact.versions))).all()
