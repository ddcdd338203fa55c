"""The committee writes its proposal together, puts it to the vote, takes it back. Art. 33(2)."""

import hashlib
import json
from dataclasses import dataclass

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.access import Place
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.facts import facts_on
from pactregistry.conciliation.models import Dispute, DisputeText
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.journal import Stale
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState, Effect

STANDS_AGAINST_WRITING = frozenset({"state", "designated", "no_vote_running"})


@dataclass(frozen=True)
class Drafted:
    """What a member wrote, from the revision on which the form was opened."""

    seen: int
    text: str
    effect: Effect


class Overtaken(Exception):
    """Another member changed the draft since the form was opened; nothing was written."""


def save_draft(dispute: Dispute, by: tuple[Actor, Place], drafted: Drafted) -> None:
    """Save the draft; it is no step, and makes no other form on the dispute stale.

    Raises:
        Unlawful: no committee sits, or a text is before the vote.
        Overtaken: another member changed it meanwhile.
    """
    actor, place = by
    lock(dispute)
    refuse_writing(dispute, actor, place)
    text = drafted.text.replace("\r\n", "\n").strip()
    draft = texts.draft_of(dispute)
    if (text, drafted.effect) == (draft.text, draft.effect):
        return
    if drafted.seen != draft.revision:
        raise Overtaken
    draft.text, draft.effect, draft.revision = text, drafted.effect, draft.revision + 1
    draft.changed_by = place.member
    dispute.draft = draft
    db.session.commit()


def refuse_writing(dispute: Dispute, actor: Actor, place: Place) -> None:
    """Refuse to change the draft where a text is voted on, or no committee sits.

    Raises:
        Unlawful: the text must be taken back first, or the committee's work is over.
    """
    facts = facts_on(dispute, place, actor)
    found = DISPUTE.obstacles("put_to_vote", DisputeState(dispute.state), actor.role, facts)
    against = tuple(o for o in found if o.name in STANDS_AGAINST_WRITING)
    if against:
        raise Unlawful(DISPUTE.name, "put_to_vote", against)


def put_to_vote(dispute: Dispute, by: tuple[Actor, Place], seen: int, revision: int) -> None:
    """Fix the draft as a text on which the members vote.

    Raises:
        Unlawful: it is empty, the committee is not complete, another text is voted on.
        Stale: the draft that stands is not the one that was shown.
    """
    actor, place = by
    journal.expect(dispute, DISPUTE.name, seen)
    draft = texts.draft_of(dispute)
    facts = facts_on(dispute, place, actor, words_missing=not draft.text.strip())
    step = DISPUTE.take("put_to_vote", DisputeState(dispute.state), actor.role, facts)
    if revision != draft.revision:
        raise Stale(DISPUTE.name, dispute, seen)
    fixed_at = settings().now().replace(microsecond=0)
    ordinal = len(dispute.texts) + 1
    text = DisputeText(
        ordinal=ordinal,
        text=draft.text,
        effect=draft.effect,
        fixed_at=fixed_at,
        digest=digest_of(dispute.number, ordinal, draft.text, draft.effect),
    )
    dispute.texts.append(text)
    told = {"text": ordinal, "digest": text.digest}
    journal.record(dispute, step, act(actor, today(), private=told))
    letters.write(letters.to_committee(dispute), "dispute_to_vote", dispute)
    db.session.commit()


def take_back(dispute: Dispute, by: tuple[Actor, Place], seen: int) -> None:
    """Take a text back from the vote; it is kept with its votes, and the draft goes on.

    Raises:
        Unlawful: no text is before the vote.
    """
    actor, place = by
    journal.expect(dispute, DISPUTE.name, seen)
    facts = facts_on(dispute, place, actor)
    step = DISPUTE.take("take_back", DisputeState(dispute.state), actor.role, facts)
    text = texts.voted_on(dispute)
    text.taken_back = True
    told = {"text": text.ordinal, "digest": text.digest}
    journal.record(dispute, step, act(actor, today(), private=told))
    letters.write(letters.to_committee(dispute), "dispute_taken_back", dispute)
    db.session.commit()


def digest_of(number: str, ordinal: int, text: str, effect: Effect) -> str:
    """The digest of a text that is fixed: of its words, what follows from it, where it belongs."""
    told = {"dispute": number, "text": ordinal, "words": text, "effect": effect}
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
