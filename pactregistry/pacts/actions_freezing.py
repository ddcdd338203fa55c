"""Fixes the text for signature, takes it back to co-design. Art. 5(2), 17(3), 24(4), 31(3)."""

from datetime import datetime

from flask_babel import force_locale

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import Act
from pactregistry.pacts import letters
from pactregistry.pacts.document import original_pdf
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.manuscript import Content, original_content
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.queries import signature_of
from pactregistry.pacts.signing_rules import NOBODY
from pactregistry.people.acting import Actor
from pactregistry.workflow.engine import Obstacle, Step, Unlawful
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, VersionState


def freeze(version: PactVersion, actor: Actor, seen: int) -> None:
    """Fix text, file and digest; who signs for the citizens is asked to."""
    journal.expect(version, VERSION.name, seen)
    _step(version, actor)
    here = settings()
    now = here.now().replace(microsecond=0)
    content = manuscript(version, now)
    db.session.rollback()  # printing takes a second: nobody waits for it
    pdf = original_pdf(content)
    journal.expect(version, VERSION.name, seen)
    step = _step(version, actor)
    digest = storage.put(pdf)
    version.frozen_content = content
    version.original_sha256 = digest
    version.frozen_at = now
    act = Act(
        actor_id=actor.account_id,
        occurred_on=here.today(),
        recorded_at=now,
        office=actor.office,
        facts={"sha256": digest, "text_sha256": content["text_sha256"]},
    )
    journal.record(version, step, act)
    letters.write(
        letters.signatories_of(version, "citizens"), "pact_to_sign", version.pact, for_city=False
    )
    db.session.commit()


def rework(version: PactVersion, actor: Actor, seen: int, reason: str) -> None:
    """Open the text again: signatures given so far are void, and who gave them is told."""
    journal.expect(version, VERSION.name, seen)
    reopen(version, actor, reason)
    db.session.commit()


def reopen(version: PactVersion, actor: Actor, reason: str) -> None:
    """The same within an act that does more; does not commit."""
    facts = version_facts(version, (reason,))
    step = VERSION.take("rework", VersionState(version.state), actor.role, facts)
    now = settings().now()
    signed = letters.who_signed(version)
    voided = [s for s in map(signature_of, version.signatories) if s is not None]
    for signature in voided:
        signature.voided_at = now
    act = Act(
        actor_id=actor.account_id,
        occurred_on=settings().today(),
        recorded_at=now,
        office=actor.office,
        reason=reason.strip(),
        facts={"voided": len(voided), "sha256": version.original_sha256},
    )
    version.original_sha256 = None
    version.frozen_content = None
    version.frozen_at = None
    journal.record(version, step, act)
    letters.write(signed, "pact_reworked", version.pact, reason=reason.strip(), signed=True)
    others = [who for who in letters.citizens_of(version.pact) if who not in signed]
    letters.write(others, "pact_reworked", version.pact, reason=reason.strip(), signed=False)


def draft_pdf(version: PactVersion) -> bytes:
    """The original as it would be frozen now, for reading."""
    return original_pdf(manuscript(version, settings().now().replace(microsecond=0)))


def manuscript(version: PactVersion, now: datetime) -> Content:
    """The content of the original in the binding language."""
    with force_locale(settings().city.language):
        return original_content(version, now)


def freezing_obstacles(version: PactVersion, role: Role) -> tuple[Obstacle, ...]:
    """All that stands against freezing now, with a side that has nobody to sign."""
    state = VersionState(version.state)
    found = VERSION.obstacles("freeze", state, role, version_facts(version))
    sides = {signatory.side for signatory in version.signatories}
    return found if sides == {"citizens", "city"} else (*found, NOBODY)


def _step(version: PactVersion, actor: Actor) -> Step:
    found = freezing_obstacles(version, actor.role)
    if NOBODY in found:
        raise Unlawful(VERSION.name, "freeze", found)
    return VERSION.take("freeze", VersionState(version.state), actor.role, version_facts(version))
