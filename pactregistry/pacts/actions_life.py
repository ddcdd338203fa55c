"""What else may happen to a pact: given up, withheld, restored, corrected. Art. 3(1)b, 3(1)i."""

from collections.abc import Mapping
from typing import Any

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts, version_facts
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import text_of
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState, VersionState


def abandon(version: PactVersion, actor: Actor, seen: int, reason: str) -> None:
    """Give up a text; a pact that was never signed ends with it, and says so in public."""
    journal.expect(version, VERSION.name, seen)
    given = reason.strip()
    pact = version.pact
    facts = version_facts(version, (given,))
    step = VERSION.take("abandon", VersionState(version.state), actor.role, facts)
    journal.record(version, step, act(actor, today(), reason=given))
    if pact.state == PactState.FORMING:
        end = PACT.take(
            "fall_through", PactState.FORMING, actor.role, pact_facts(pact, version, (given,))
        )
        journal.record(pact, end, act(actor, today(), reason=given))
    to = [*letters.citizens_of(pact), *letters.signatories_of(version), *addressees.desk()]
    letters.write(to, "pact_abandoned", pact, reason=given)
    db.session.commit()


def withhold(pact: Pact, actor: Actor, seen: int, reason: str) -> None:
    """Take page, files and data from the public at once; the history stays."""
    # The reason tends to repeat what must not be read: it is kept for the officers alone.
    _same_state("withhold", pact, actor, seen, reason, private={"reason": reason.strip()})


def restore(pact: Pact, actor: Actor, seen: int, reason: str) -> None:
    """Show a pact again that was withheld."""
    _same_state("restore", pact, actor, seen, reason)


def correct(pact: Pact, actor: Actor, seen: int, reason: str, changes: Mapping[str, Any]) -> None:
    """Mend a mistake in what the register says beside the signed text, which never changes."""
    changed = {name: value for name, value in changes.items() if value != getattr(pact, name)}
    before = {name: [str(getattr(pact, name)), str(value)] for name, value in changed.items()}
    _same_state("correct", pact, actor, seen, reason, changes=changed, private=before)


def _same_state(
    name: str,
    pact: Pact,
    actor: Actor,
    seen: int,
    reason: str,
    *,
    changes: Mapping[str, Any] | None = None,
    private: Mapping[str, Any] | None = None,
) -> None:
    journal.expect(pact, PACT.name, seen)
    given = reason.strip()
    facts = pact_facts(pact, text_of(pact), (given,))
    step = PACT.take(name, PactState(pact.state), actor.role, facts)
    for column, value in (changes or {}).items():
        setattr(pact, column, value)
    made = act(
        actor,
        today(),
        reason="" if name == "withhold" else given,
        facts={"fields": sorted(changes)} if changes else {},
        private=private,
    )
    journal.record(pact, step, made)
    letters.write(letters.citizens_of(pact), f"pact_{name}", pact, reason=given)
    db.session.commit()
