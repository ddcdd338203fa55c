"""What no module covers becomes a proposal, with all that was typed. Art. 10(4), 11(1)c, 34."""

from typing import Any

from flask import flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.inventory.queries import commons_by_id, listed
from pactregistry.commons.modules.cases import Announced, announced
from pactregistry.commons.modules.conditions import Conditions, counted
from pactregistry.commons.modules.forms_activity import activity_form
from pactregistry.commons.modules.models import Module
from pactregistry.commons.modules.queries import latest_public
from pactregistry.config import settings
from pactregistry.people.current import signed_in
from pactregistry.people.models import groups_represented
from pactregistry.proposals import actions_draft as actions
from pactregistry.proposals.access import actor_in
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.views_new import to_first_screen
from pactregistry.workflow.states import CommonsKind, Intensity, OwnerKind, ProposerKind, Role

LONGEST_TITLE = 200


@proposals.post("/modules/<key>/proposal")
def from_module(key: str) -> ResponseReturnValue:
    """Begin a draft from what was typed for a module; its author goes on from there."""
    module = latest_public(key)
    person = signed_in()
    groups = [(g.id, g.name) for g in groups_represented(person.id, settings().today())]
    form = activity_form(
        Conditions.read(module.conditions),
        commons=[(each.id, each.name) for each in listed()],
        groups=groups,
        asks=(),
    )
    form.validate()
    for name in form.errors:
        # What was not offered, or is too long, is left out: an author goes on with the rest.
        form[name].data = None
    number = form.commons_id.data if "commons_id" in form else None
    given = announced(form.typed(), commons_by_id(number))
    start = actions.Start(
        intensity=Intensity.OCCASIONAL,
        proposer_kind=ProposerKind.PERSON,
        works=False,
        money=False,
        risk=False,
        known=_known(module, given),
    )
    role = Role.LEAD if given.group_id else Role.CITIZEN
    draft = actions.begin(actor_in(person, role), start)
    flash(_("What you typed is here. Read it again: what you want to do becomes public."), "info")
    return to_first_screen(draft)


def _known(module: Module, given: Announced) -> dict[str, Any]:
    owner = given.commons.owner_kind if given.commons else None
    conditions = Conditions.read(module.conditions)
    told_of = {"number": given.items, "items": counted(conditions)}
    asked = _("%(number)s %(items)s", **told_of) if given.items else ""
    told = (module.summary, asked, given.note)
    return {
        "title": ", ".join(filter(None, (module.title, given.place_name)))[:LONGEST_TITLE],
        "description": "\n\n".join(filter(None, told)),
        "place_name": given.place_name[:LONGEST_TITLE],
        "district": given.district,
        "longitude": given.longitude,
        "latitude": given.latitude,
        "commons_id": given.commons.id if given.commons else None,
        "commons_kind": given.commons_kind or CommonsKind.PUBLIC_SPACE,
        "group_id": given.group_id,
        "public_author": given.public_author[:LONGEST_TITLE],
        "people_count": given.people_count,
        "wished_from": given.happens_on,
        "wished_until": given.happens_on,
        "heritage_protected": bool(given.heritage),
        "private_owner": given.consent is False or owner not in {None, OwnerKind.CITY},
    }
