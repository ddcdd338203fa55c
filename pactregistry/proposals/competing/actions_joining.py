"""Competing proposals become one text, with every author's consent. Art. 10(7), 3(1)i."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import expect, history, record
from pactregistry.people.acting import Actor, Day, act, day_obstacles
from pactregistry.people.addressees import desk, write
from pactregistry.proposals import revisions
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.competing import reading
from pactregistry.proposals.competing.facts import consents_missing
from pactregistry.proposals.competing.models import Competition, Consent, JointText
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.reading import locked
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

CONSENT = "consent"
# The words of a joint text that become those of the proposal that goes on.
WORDS = ("title", "summary", "description", "benefits", "support_asked")


@dataclass(frozen=True)
class Answer:
    """An author's answer to a joint text; a document where it came on paper."""

    agrees: bool
    remark: str = ""
    source_document: str = ""


def write_text(
    found: Competition, going_on: Proposal, actor: Actor, words: Mapping[str, str], leading: str
) -> JointText:
    """Write a joint text and ask every author; an earlier one is asked no more."""
    competing = reading.still_competing(found)
    against = []
    if going_on.id not in {proposal.id for proposal in competing}:
        against.append(_gone())
    if reading.choice_under_way(found) is not None:
        against.append(_choice_runs())
    if against:
        raise Unlawful(PROPOSAL.name, "integrate", tuple(against))
    text = JointText(
        competition_id=found.id,
        proposal_id=going_on.id,
        leading=leading.strip(),
        written_on=settings().today(),
        written_by_id=actor.account_id,
        recorded_at=settings().now(),
        **{name: words.get(name, "").strip() for name in WORDS},
    )
    db.session.add(text)
    for proposal in competing:
        context = {"proposal": proposal, "competition": found, "text": text}
        write(author_of(proposal), "joint_text_asked", **context)
    db.session.commit()
    return text


def answer(
    text_id: int,
    proposal: Proposal,
    actor: Actor,
    day: Day,
    given: Answer,
    scans: Sequence[Upload] = (),
) -> Consent:
    """Record one author's answer, given once.

    Raises:
        Unlawful: the text is no longer the one that is asked about, or it was answered already.
    """
    proposal = locked(proposal.id)
    found = reading.competition_of(proposal)
    text = reading.open_text(found) if found else None
    against = [*day_obstacles((), day, by=actor.role)]
    if found is None or text is None or text.id != text_id or not _competes(proposal):
        raise Unlawful(PROPOSAL.name, "integrate", (*against, _another_text()))
    if any(consent.proposal_id == proposal.id for consent in text.consents):
        against.append(_answered())
    if actor.role is Role.DESK and not scans:
        against.append(_no_paper())
    if against:
        raise Unlawful(PROPOSAL.name, "integrate", tuple(against))
    consent = Consent(
        proposal_id=proposal.id,
        agrees=given.agrees,
        remark=given.remark.strip(),
        given_on=day.occurred_on,
        given_by_id=actor.account_id,
        recorded_at=settings().now(),
        source_document=given.source_document.strip(),
    )
    text.consents.append(consent)
    db.session.flush()
    for scan in scans:
        now = settings().now()
        attach(scan, (CONSENT, consent.id), CONSENT, added_at=now, added_by_id=actor.account_id)
    missing = consents_missing(found, text)
    context = {"proposal": proposal, "competition": found, "consent": consent, "missing": missing}
    write(desk(), "joint_text_answered", **context)
    db.session.commit()
    return consent


def integrate(proposal: Proposal, actor: Actor, seen: int, day: Day) -> Proposal:
    """Join the proposals: one goes on with the text of all, the others are merged into it."""
    expect(proposal, PROPOSAL.name, seen)
    found = reading.competition_of(proposal)
    text = reading.open_text(found) if found else None
    going_on = proposal if text is None else locked(text.proposal_id)
    rivals = [locked(one.id) for one in reading.rivals_with(proposal)]
    # The one that goes on is the last: until then its text is the one that all agreed to.
    for one in (*(rival for rival in rivals if rival.id != going_on.id), going_on):
        _integrate_one(one, going_on, text, actor, day)
    if text is not None:
        text.joined_on = day.occurred_on
    db.session.commit()
    return going_on


def _integrate_one(
    proposal: Proposal, going_on: Proposal, text: JointText | None, actor: Actor, day: Day
) -> None:
    entries = history(PROPOSAL.name, proposal.id)
    # The consents are those of the whole competition: the first file asked, asks for all.
    facts = facts_on(proposal, entries, actor)
    refuse_wrong_day("integrate", proposal, actor, facts, day, entries)
    goes_on = proposal.id == going_on.id
    outcome = ProposalState.INQUIRY if goes_on else ProposalState.SUPERSEDED
    state = ProposalState(proposal.state)
    told = {"into": going_on.number, "leading": text.leading if text else ""}
    step = PROPOSAL.take("integrate", state, actor.role, facts, to=outcome)
    if goes_on and text is not None:
        before = {name: getattr(proposal, name) for name in WORDS}
        for name in WORDS:
            setattr(proposal, name, getattr(text, name))
        entry = record(proposal, step, act(actor, day, facts=told, private=before))
        revisions.keep(proposal, entry)
    else:
        record(proposal, step, act(actor, day, facts=told))
    write(author_of(proposal), "proposals_joined", proposal=proposal, going_on=going_on, text=text)


def _competes(proposal: Proposal) -> bool:
    return proposal.state == ProposalState.COMPETING


def _obstacle(name: str, message: str, remedy: str, mender: Role = Role.DESK) -> Obstacle:
    return Obstacle(name, cite("10(7)"), binds=True, message=message, remedy=remedy, mender=mender)


def _gone() -> Obstacle:
    return _obstacle(
        "gone",
        N_("The proposal that was to go on does not compete any more."),
        N_("Choose one that still does."),
    )


def _choice_runs() -> Obstacle:
    return _obstacle(
        "choice_runs",
        N_("A participatory choice between the proposals is under way."),
        N_("Let it come to its end, or call it off first, saying why."),
    )


def _another_text() -> Obstacle:
    return _obstacle(
        "another_text",
        N_("This joint text is no longer the one that is asked about."),
        N_("Open your file again: it shows the text that waits for an answer, if there is one."),
        Role.CITIZEN,
    )


def _answered() -> Obstacle:
    return _obstacle(
        "answered",
        N_("This joint text was answered for this proposal already: an answer is given once."),
        N_("If something has changed, ask the office to write the text anew."),
        Role.CITIZEN,
    )


def _no_paper() -> Obstacle:
    return _obstacle(
        "no_paper",
        N_("An answer that came on paper needs the scan of that paper, with the signature."),
        N_("Attach the scan; the author's own page asks for none."),
    )
