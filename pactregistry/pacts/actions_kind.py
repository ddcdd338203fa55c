"""The kind of a pact, where its regulation tells kinds apart: who approves it. Art. 6(1), 11(9).

It comes with the proposal. A pact that comes under such a regulation in another way, by renewal or
because a new text entered into force, is given it while its text is written.
"""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.actions_codesign import note, revise
from pactregistry.pacts.models import PactVersion, Purpose
from pactregistry.people.acting import Actor
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role

FIRST_TEXT = Obstacle(
    "first_text",
    cite("5(2)m", "11(9)"),
    binds=True,
    message=N_("The kind of a pact in force does not change."),
    remedy=N_("What changes its kind is another pact: propose or renew it under the right one."),
    mender=Role.DESK,
)


def set_kind(version: PactVersion, actor: Actor, seen: int, kind: str) -> None:
    """Say which kind of pact the first text will be.

    Raises:
        Unlawful: the pact is in force, and this text changes it.
        LookupError: its regulation does not know the kind.
    """
    journal.expect(version, VERSION.name, seen)
    step = revise(version, actor)
    if version.purpose is not Purpose.FIRST:
        raise Unlawful(VERSION.name, "revise", (FIRST_TEXT,))
    pact = version.pact
    if kind not in settings().packs[pact.pack_id].kinds:
        raise LookupError(kind)
    note(version, actor, step, kind=kind, before=pact.pact_kind)
    pact.pact_kind = kind
    db.session.commit()
