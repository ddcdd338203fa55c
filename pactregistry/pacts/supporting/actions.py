"""Writes what one support of the open text asks to be stated. Art. 5(2)g, 18-27."""

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts.actions_codesign import drop_other_agreement, note, revise
from pactregistry.pacts.models import PactVersion, SupportItem
from pactregistry.pacts.supporting.kinds import Values
from pactregistry.people.acting import Actor
from pactregistry.workflow.lifecycle import VERSION

SECTION = "g"


def detail(
    version: PactVersion, actor: Actor, seen: int, item: SupportItem, values: Values
) -> None:
    """Keep the details; the other side is asked to agree again on section g."""
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    if item.details != values:
        item.details = dict(values)
        drop_other_agreement(version, actor, SECTION)
        note(version, actor, step, changed=f"supports.{item.kind}")
    db.session.commit()
