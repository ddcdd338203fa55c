"""Writes one group of conditions of the open text. Art. 5(2)."""

from pactregistry import journal
from pactregistry.database import db
from pactregistry.pacts.actions_codesign import drop_other_agreement, note, revise
from pactregistry.pacts.conditions.block import Block, Values
from pactregistry.pacts.models import PactVersion
from pactregistry.people.acting import Actor
from pactregistry.workflow.lifecycle import VERSION

SECTIONS = {"use": "d", "building": "l", "insurance": "e", "risks": "e", "reporting": "h"}


def state(version: PactVersion, actor: Actor, seen: int, block: Block, values: Values) -> None:
    """Keep what a group states; the other side agrees again on the section it bears on."""
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    if version.conditions.get(block.key) != values:
        version.conditions = {**version.conditions, block.key: dict(values)}
        drop_other_agreement(version, actor, SECTIONS.get(block.key, "c"))
        note(version, actor, step, changed=f"conditions.{block.key}")
    db.session.commit()
