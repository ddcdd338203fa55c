"""Opinions of offices, public services and district presidents: asked, given, late. Art. 11(6)."""

from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import history
from pactregistry.people.acting import Actor, Day, day_obstacles
from pactregistry.people.addressees import desk, write
from pactregistry.proposals.addressees import giver_of
from pactregistry.proposals.facts import office_name
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import OPEN, PROPOSAL
from pactregistry.workflow.states import Role, Verdict

SUBJECT = "opinion"


@dataclass(frozen=True)
class Given:
    """What an opinion says; a document and number where it came another way than these pages."""

    verdict: Verdict
    text: str
    source_document: str = ""
    source_number: str = ""


def ask(proposal: Proposal, office: str, *, is_district: bool, days: int) -> Opinion:
    """Ask one opinion and write to who gives it; the caller's action commits."""
    opinion = Opinion(
        proposal=proposal,
        office=office,
        is_district=is_district,
        asked_on=settings().today(),
        term_days=days,
    )
    db.session.add(opinion)
    db.session.flush()
    _write_to_giver(opinion, "opinion_asked")
    return opinion


def ask_further(proposal: Proposal, office: str, *, is_district: bool, days: int) -> Opinion:
    """Ask one more opinion while the file is open.

    Raises:
        Unlawful: the file has ended, or this opinion is awaited already.
    """
    found = [] if proposal.state in OPEN else [_ended()]
    if any(
        o.office == office and o.is_district == is_district and o.given_on is None
        for o in proposal.opinions
    ):
        found.append(_awaited_already())
    if found:
        raise Unlawful(SUBJECT, "ask_opinion", tuple(found))
    opinion = ask(proposal, office, is_district=is_district, days=days)
    db.session.commit()
    return opinion


def give(opinion: Opinion, actor: Actor, given: Given) -> None:
    """Give an opinion here; it is public with the file, without the giver's name."""
    _record(opinion, actor, Day(settings().today()), given)
    _tell_desk(opinion)
    db.session.commit()


def record_elsewhere(
    opinion: Opinion, actor: Actor, day: Day, given: Given, scan: Upload | None = None
) -> None:
    """Record an opinion that came by another way, with its document, number and date."""
    _record(opinion, actor, day, given)
    if scan is not None:
        label = given.source_document.strip()
        now = settings().now()
        attach(scan, (SUBJECT, opinion.id), label, added_at=now, added_by_id=actor.account_id)
    db.session.commit()


def remind(opinion: Opinion) -> None:
    """Write again to who gives the opinion."""
    if opinion.given_on is not None:
        raise Unlawful(SUBJECT, "remind_opinion", (_given_already(),))
    _write_to_giver(opinion, "opinion_reminder")
    db.session.commit()


def _record(opinion: Opinion, actor: Actor, day: Day, given: Given) -> None:
    lock(opinion)
    found = _obstacles(opinion, actor, day, given)
    if found:
        raise Unlawful(SUBJECT, "give_opinion", found)
    opinion.verdict = given.verdict
    opinion.text = given.text.strip()
    opinion.given_on = day.occurred_on
    opinion.given_by_id = actor.account_id
    opinion.recorded_at = settings().now()
    opinion.source_document = given.source_document.strip()
    opinion.source_number = given.source_number.strip()


def _obstacles(opinion: Opinion, actor: Actor, day: Day, given: Given) -> tuple[Obstacle, ...]:
    found = [] if opinion.given_on is None else [_given_already()]
    if opinion.proposal.state not in OPEN:
        found.append(_ended())
    # Without a word of why, neither the author nor the managing officer can answer it.
    if given.verdict is not Verdict.FAVOURABLE and not given.text.strip():
        found.append(_needs_text())
    opening = [e for e in history(PROPOSAL.name, opinion.proposal_id) if e.step == "submit"]
    return (*found, *day_obstacles(opening, day, by=actor.role))


def _write_to_giver(opinion: Opinion, template: str) -> None:
    write(
        giver_of(opinion),
        template,
        opinion=opinion,
        proposal=opinion.proposal,
        until=last_day(opinion.asked_on, opinion.term_days),
    )


def _tell_desk(opinion: Opinion) -> None:
    context = {"proposal": opinion.proposal, "opinion": opinion, "office": office_name(opinion)}
    write(desk(), "opinion_given", **context)


def _obstacle(name: str, message: str, remedy: str, mender: Role) -> Obstacle:
    return Obstacle(name, cite("11(6)"), binds=True, message=message, remedy=remedy, mender=mender)


def _given_already() -> Obstacle:
    return _obstacle(
        "given_already",
        N_("This opinion was given already."),
        N_("Read it on the file; ask a further opinion if something has changed."),
        Role.DESK,
    )


def _awaited_already() -> Obstacle:
    return _obstacle(
        "awaited_already",
        N_("This opinion is awaited already."),
        N_("Send a reminder instead."),
        Role.DESK,
    )


def _ended() -> Obstacle:
    return _obstacle(
        "file_ended",
        N_("The file has ended: an opinion can no longer weigh in it."),
        N_("If the file is to be examined again, the managing officer reopens it first."),
        Role.MANAGER,
    )


def _needs_text() -> Obstacle:
    return _obstacle(
        "opinion_explained",
        N_("An opinion with conditions, or against, says why."),
        N_("Write in plain words what stands against it and what would remove it."),
        Role.REVIEWER,
    )
