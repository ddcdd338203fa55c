"""Who signs a text that is still open when a group's representative changes. Art. 4(3), 5(2)m."""

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.actions_codesign import note, revise
from pactregistry.pacts.actions_freezing import reopen
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import open_version, signature_of
from pactregistry.pacts.sides import in_order, leads_of
from pactregistry.people.acting import Actor
from pactregistry.people.models import Group
from pactregistry.workflow.states import VersionState


def renew_signature_blocks(pact: Pact, group: Group, actor: Actor) -> None:
    """Name the new representative in the open text; does not commit.

    A signature that the one before has given stands. A frozen text that still awaits it names the
    wrong person: it goes back to co-design.
    """
    version = open_version(pact)
    if version is None:
        return
    with force_locale(settings().city.language):
        leads = leads_of(group)
        reason = _("The group's representative changed: the frozen text names the one before.")
    before = _replaced(version, group, leads)
    if not before or any(signature_of(signatory) for signatory in before):
        return
    if version.state == VersionState.READY:
        reopen(version, actor, reason)
    step = revise(version, actor, extending=True)
    for signatory in before:
        for void in signatory.signatures:
            db.session.delete(void)
        db.session.delete(signatory)
    kept = [s for s in version.signatories if s not in before]
    db.session.flush()
    db.session.expire(version, ["signatories"])
    citizens = [s for s in kept if s.side == "citizens"]
    version.signatories = in_order([*leads, *citizens, *(s for s in kept if s.side == "city")])
    note(version, actor, step, changed="signatories")


def _replaced(version: PactVersion, group: Group, leads: list[Signatory]) -> list[Signatory]:
    named = {lead.account_id or lead.name for lead in leads}
    return [
        signatory
        for signatory in version.signatories
        if signatory.side == "citizens"
        and signatory.on_behalf_of == group.name
        and (signatory.account_id or signatory.name) not in named
    ]
