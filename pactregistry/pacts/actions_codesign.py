"""Writes the sections together: text, remarks, agreement of both sides. Art. 5(1), 5(2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.pacts.access import CITY_SIDE
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.models import PactVersion, Remark, SectionRevision, SectionText
from pactregistry.pacts.queries import remark_in, section_of
from pactregistry.pacts.versions.scope import ONLY_DAYS, is_extension, refuse_beyond
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.engine import Step, Unlawful
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import VersionState


@dataclass(frozen=True)
class Writing:
    """How one side wants a section to read, from the revision that it had before it."""

    letter: str
    text: str
    not_applicable: bool
    reason: str
    seen_revision: int


class Overtaken(Exception):
    """The other side changed sections since the form was opened; nothing was written."""

    def __init__(self, sections: Sequence[SectionText]) -> None:
        super().__init__(", ".join(section.letter for section in sections))
        self.sections = sections


def write(version: PactVersion, actor: Actor, writings: Sequence[Writing]) -> list[str]:
    """Save sections; a changed text drops the other side's agreement. Gives the letters changed.

    Raises:
        Overtaken: a section has moved on; none is written.
    """
    step = revise(version, actor, extending=True)
    found = [(section_of(version, w.letter), w) for w in writings]
    overtaken = [s for s, w in found if s.revision != w.seen_revision and not _same(s, w)]
    if overtaken:
        raise Overtaken(overtaken)
    changed = [section.letter for section, w in found if not _same(section, w)]
    refuse_beyond(version, changed)
    for section, writing in found:
        if section.letter in changed:
            _change(section, writing, actor)
    if changed:
        note(version, actor, step, sections=changed)
    db.session.commit()
    return changed


def agree(version: PactVersion, actor: Actor, seen: dict[str, int]) -> None:
    """Agree for one's side on sections, each as it was seen: one, or the whole text."""
    step = revise(version, actor, extending=True)
    sections = [section_of(version, letter) for letter in seen]
    overtaken = [s for s in sections if s.revision != seen[s.letter]]
    if overtaken:
        raise Overtaken(overtaken)
    for section in sections:
        _set_agreement(section, actor, own=actor.account_id)
    note(version, actor, step, agreed=sorted(seen))
    db.session.commit()


def remark(version: PactVersion, actor: Actor, letter: str, text: str) -> None:
    """Leave a remark on a section for the other side."""
    step = revise(version, actor, extending=True)
    section_of(version, letter)
    db.session.add(
        Remark(
            pact_version_id=version.id,
            letter=letter,
            author_id=actor.account_id,
            side=side_of(actor),
            text=text.strip(),
            written_at=settings().now(),
        )
    )
    note(version, actor, step, remark_on=letter)
    db.session.commit()


def settle(version: PactVersion, actor: Actor, remark_id: int) -> None:
    """Mark a remark as settled; twice is the same as once."""
    step = revise(version, actor, extending=True)
    found = remark_in(version, remark_id)
    if found.settled_at is None:
        found.settled_at = settings().now()
        note(version, actor, step, settled_on=found.letter)
    db.session.commit()


def revise(version: PactVersion, actor: Actor, *, extending: bool = False) -> Step:
    """Lock a version and find its revision lawful; in an extension only what extends it.

    Raises:
        Unlawful: the text is not in co-design, or is an extension that this does not belong to.
    """
    lock(version)
    if is_extension(version) and not extending:
        raise Unlawful(VERSION.name, "revise", (ONLY_DAYS,))
    return VERSION.take("revise", VersionState(version.state), actor.role, version_facts(version))


def note(version: PactVersion, actor: Actor, step: Step, **what: object) -> None:
    """Record a revision; the version grows, so that a form on the older one is refused."""
    version.changed_at = settings().now()
    journal.record(version, step, act(actor, today(), facts=what))


def side_of(actor: Actor) -> str:
    """The side of the table for which somebody acts."""
    return "city" if actor.role in CITY_SIDE else "citizens"


def drop_other_agreement(version: PactVersion, actor: Actor, letter: str) -> None:
    """A change of what a section rests on asks the other side to agree again."""
    _set_agreement(section_of(version, letter), actor, own=actor.account_id, alone=True)


def _same(section: SectionText, writing: Writing) -> bool:
    standing = (section.text, section.not_applicable, section.reason)
    return standing == (writing.text, writing.not_applicable, writing.reason)


def _change(section: SectionText, writing: Writing, actor: Actor) -> None:
    db.session.add(
        SectionRevision(
            section_id=section.id,
            revision=section.revision,
            text=section.text,
            not_applicable=section.not_applicable,
            reason=section.reason,
            author_id=actor.account_id,
            side=side_of(actor),
            written_at=settings().now(),
        )
    )
    section.text = writing.text
    section.not_applicable = writing.not_applicable
    section.reason = writing.reason
    section.revision += 1
    _set_agreement(section, actor, own=actor.account_id, alone=True)


def _set_agreement(
    section: SectionText, actor: Actor, *, own: int | None, alone: bool = False
) -> None:
    if side_of(actor) == "city":
        section.city_agreed_id = own
        section.citizens_agreed_id = None if alone else section.citizens_agreed_id
    else:
        section.citizens_agreed_id = own
        section.city_agreed_id = None if alone else section.city_agreed_id
