"""Writes what section b lists as causes of suspension and of an early end. Art. 5(2)b."""

from collections.abc import Sequence

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts.actions_codesign import drop_other_agreement, note, revise
from pactregistry.pacts.manuscript import DURATION
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.versions.scope import refuse_beyond
from pactregistry.people.acting import Actor
from pactregistry.workflow.lifecycle import VERSION


def set_causes(
    version: PactVersion, actor: Actor, seen: int, suspension: Sequence[str], end: Sequence[str]
) -> None:
    """Write the causes; a change asks the other side to agree again on section b."""
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    refuse_beyond(version, ["causes"])
    if (version.suspension_causes, version.end_causes) != (list(suspension), list(end)):
        version.suspension_causes, version.end_causes = list(suspension), list(end)
        drop_other_agreement(version, actor, DURATION)
        note(version, actor, step, changed="causes")
    db.session.commit()
