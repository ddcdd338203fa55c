"""The reads of competing proposals: the competition of a file, its texts and its choices."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from pactregistry.database import db, locked_row
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry
from pactregistry.paging import Page, paged
from pactregistry.people.models import Account
from pactregistry.proposals.competing.models import Competition, JointText, Meeting, Rival
from pactregistry.proposals.competing.models_choice import (
    BallotPaper,
    Choice,
    ChoiceOption,
    Roll,
)
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import CHOICE, OPEN
from pactregistry.workflow.states import ChoiceState, ProposalState

WITH_RIVALS = selectinload(Competition.rivals).selectinload(Rival.proposal)
UNDER_WAY = (ChoiceState.CALLED, ChoiceState.OPEN)


def competition(number: str) -> Competition:
    """A competition with its proposals; raises NoResultFound."""
    query = select(Competition).where(Competition.number == number).options(WITH_RIVALS)
    return db.session.scalars(query).one()


def competition_of(proposal: Proposal) -> Competition | None:
    """The latest competition of a proposal, where there is one."""
    query = select(Competition).join(Rival).where(Rival.proposal_id == proposal.id)
    return db.session.scalars(query.order_by(Competition.id.desc()).options(WITH_RIVALS)).first()


def still_competing(found: Competition) -> list[Proposal]:
    """The proposals that still compete."""
    there = [rival.proposal for rival in found.rivals]
    return [proposal for proposal in there if proposal.state == ProposalState.COMPETING]


def others_open(found: Competition, proposal: Proposal) -> list[Proposal]:
    """The other proposals of a competition that have not ended."""
    there = [rival.proposal for rival in found.rivals]
    return [other for other in there if other.id != proposal.id and other.state in OPEN]


def rivals_with(proposal: Proposal) -> list[Proposal]:
    """Those that an act on all of them concerns: the one it is taken from, and who competes."""
    found = competition_of(proposal)
    there = still_competing(found) if found else []
    return there if proposal in there else [proposal, *there]


def meetings_of(found: Competition) -> Sequence[Meeting]:
    """The meetings, the oldest first."""
    query = select(Meeting).filter_by(competition_id=found.id)
    return db.session.scalars(query.order_by(Meeting.held_on, Meeting.id)).all()


def joint_text_of(found: Competition) -> JointText | None:
    """The text that the authors are asked about now, or that they agreed on last."""
    query = select(JointText).filter_by(competition_id=found.id)
    query = query.options(selectinload(JointText.consents), selectinload(JointText.proposal))
    latest = db.session.scalars(query.order_by(JointText.id.desc())).first()
    if latest is None or latest.joined_on is not None:
        return latest
    # The file that was to go on has ended: there is nothing left to agree to.
    return latest if latest.proposal.state == ProposalState.COMPETING else None


def open_text(found: Competition) -> JointText | None:
    """The joint text that waits for answers or for being recorded."""
    text = joint_text_of(found)
    return None if text is None or text.joined_on is not None else text


def asked_of(proposal: Proposal) -> JointText | None:
    """The joint text that this proposal's author has not answered yet."""
    if proposal.state != ProposalState.COMPETING:
        return None
    found = competition_of(proposal)
    text = open_text(found) if found else None
    answered = text is not None and proposal.id in {c.proposal_id for c in text.consents}
    return None if answered else text


def choice(number: str) -> Choice:
    """A choice with its options; raises NoResultFound."""
    query = select(Choice).where(Choice.number == number).options(*WITH_OPTIONS)
    return db.session.scalars(query).one()


WITH_OPTIONS = (
    selectinload(Choice.options).selectinload(ChoiceOption.proposal),
    selectinload(Choice.competition).options(WITH_RIVALS),
)


def all_choices(after: int = 0, limit: int | None = None) -> Sequence[Choice]:
    """Every choice by id, for downloads and the API."""
    query = select(Choice).where(Choice.id > after).options(*WITH_OPTIONS)
    return db.session.scalars(query.order_by(Choice.id).limit(limit)).all()


def find_choices(state: str, district: str, page: int) -> Page:
    """Choices in one state or district where they are named, the latest first."""
    query = select(Choice).join(Choice.competition).options(*WITH_OPTIONS)
    if state:
        query = query.where(Choice.state == state)
    if district:
        query = query.where(Competition.district == district)
    return paged(query.order_by(Choice.id.desc()), page)


def open_choices(limit: int) -> Sequence[Choice]:
    """The choices in which one may vote, those that close soonest first."""
    query = select(Choice).where(Choice.state == ChoiceState.OPEN).options(*WITH_OPTIONS)
    query = query.order_by(Choice.closes_on, Choice.id)
    return db.session.scalars(query.limit(limit)).all()


def choices_of(found: Competition) -> Sequence[Choice]:
    """The choices between these proposals, the latest first."""
    query = select(Choice).filter_by(competition_id=found.id).options(*WITH_OPTIONS)
    return db.session.scalars(query.order_by(Choice.id.desc())).all()


def choice_under_way(found: Competition) -> Choice | None:
    """The choice that is announced or open."""
    query = select(Choice).where(Choice.competition_id == found.id, Choice.state.in_(UNDER_WAY))
    return db.session.scalars(query.options(*WITH_OPTIONS)).first()


def choices_under_way() -> Sequence[int]:
    """The choices that are announced or open, for the sweep."""
    query = select(Choice.id).where(Choice.state.in_(UNDER_WAY)).order_by(Choice.id)
    return db.session.scalars(query).all()


def locked_choice(choice_id: int) -> Choice:
    """One choice as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Choice, choice_id)


def may_be_chosen(found: Choice, option_id: int) -> bool:
    """Whether a proposal still stands for choice, as the database says now."""
    query = select(ChoiceOption.id).where(
        ChoiceOption.id == option_id,
        ChoiceOption.choice_id == found.id,
        ChoiceOption.left_on.is_(None),
    )
    return db.session.scalar(query) is not None


def story_of(found: Choice) -> Sequence[Entry]:
    """The history of a choice without its votes: when they came is for nobody."""
    query = select(Entry).filter_by(subject_kind=CHOICE.name, subject_id=found.id)
    return db.session.scalars(query.where(Entry.step != "vote").order_by(Entry.sequence)).all()


def has_voted(found: Choice, account_id: int) -> bool:
    """Whether a person is on the roll."""
    return db.session.get(Roll, (found.id, account_id)) is not None


def votes_cast(found: Choice) -> int:
    """How many people are on the roll."""
    query = select(func.count()).select_from(Roll).where(Roll.choice_id == found.id)
    return db.session.scalar(query) or 0


def names_on_the_roll(found: Choice) -> Sequence[str]:
    """Who has voted on these pages, by name: for the door of the assembly that follows."""
    query = select(Account.name).join(Roll, Roll.account_id == Account.id)
    return db.session.scalars(query.where(Roll.choice_id == found.id).order_by(Account.name)).all()


def papers_in(found: Choice) -> Sequence[int | None]:
    """What the ballot papers say, in no order that means anything."""
    query = select(BallotPaper.option_id).where(BallotPaper.choice_id == found.id)
    return db.session.scalars(query).all()


def papers_with(subject: str, ids: Sequence[int]) -> dict[int, list[Attachment]]:
    """The scans that stand with meetings or answers, by their id, in one query."""
    query = select(Attachment).where(
        Attachment.subject_kind == subject, Attachment.subject_id.in_(ids)
    )
    found: dict[int, list[Attachment]] = {one: [] for one in ids}
    for paper in db.session.scalars(query.order_by(Attachment.id)):
        found[paper.subject_id].append(paper)
    return found


def joined_into(proposal: Proposal) -> Proposal | None:
    """The proposal that goes on with the joint text, of one that ended by it."""
    if proposal.state != ProposalState.SUPERSEDED:
        return None
    found = competition_of(proposal)
    text = joint_text_of(found) if found else None
    return text.proposal if text is not None and text.joined_on is not None else None


def joined_in(proposal: Proposal) -> Sequence[Proposal]:
    """The proposals that were joined into one: their authors are parties of it since."""
    query = (
        select(Proposal)
        .join(Rival, Rival.proposal_id == Proposal.id)
        .join(JointText, JointText.competition_id == Rival.competition_id)
        .where(
            JointText.proposal_id == proposal.id,
            JointText.joined_on.is_not(None),
            Proposal.state == ProposalState.SUPERSEDED,
        )
    )
    return db.session.scalars(query.order_by(Proposal.id)).all()
