"""The people and papers that the two files of a pact print. Art. 4(3), 11(10)."""

from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.documents.models import Attachment
from pactregistry.languages import all_of, day
from pactregistry.pacts.joining.queries import adherent_names, silent_in
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import group_of, signature_of
from pactregistry.people.models import members_on
from pactregistry.workflow.words import SIGNATURE_KINDS


def _side(signatory: Signatory) -> str:
    return str(_("City") if signatory.side == "city" else _("Active citizens"))


def party(signatory: Signatory) -> dict[str, str]:
    """Who is a party, with the full name."""
    role = ", ".join(p for p in (signatory.capacity, signatory.act) if p)
    name = signatory.name
    if signatory.on_behalf_of:
        name = f"{signatory.on_behalf_of} ({signatory.name})"
    return {"side": _side(signatory), "name": name, "role": role}


def public_party(signatory: Signatory) -> dict[str, str]:
    """Who is a party, under the public name."""
    return {"side": _side(signatory), "name": signatory.public_name, "role": signatory.capacity}


def place(signatory: Signatory) -> dict[str, str]:
    """A place to sign."""
    role = ", ".join(p for p in (signatory.capacity, signatory.act) if p)
    return {
        "side": signatory.side,
        "role": role,
        "name": signatory.name,
        "on_behalf_of": signatory.on_behalf_of,
    }


def signed(signatory: Signatory) -> dict[str, str]:
    """How somebody signed."""
    signature = signature_of(signatory)
    if signature is None:
        message = f"signatory {signatory.id} has not signed"
        raise ValueError(message)
    return {
        "role": f"{_side(signatory)}, {signatory.capacity}",
        "name": signatory.public_name,
        "signed": _(
            "Signed on %(day)s: %(kind)s",
            day=day(signature.occurred_on),
            kind=_(SIGNATURE_KINDS[signature.kind]),
        ),
    }


def adherents(pact: Pact) -> str:
    """The members of the group that acts and who has joined; the original alone prints them."""
    group = group_of(pact.origin)
    today = settings().today()
    silent = silent_in(pact, today)
    members = members_on(group.id, today) if group is not None else ()
    names = [
        m.account.name if m.account and m.account.name else m.name
        for m in members
        if m.account_id is None or m.account_id not in silent
    ]
    return all_of([name for name in [*names, *adherent_names(pact)] if name])


def annex(version: PactVersion, paper: Attachment) -> dict[str, Any]:
    """A paper that belongs to the text."""
    city = settings().city
    known = {p.key: p.label[city.language] for p in settings().packs[version.pack_id].papers}
    return {
        "label": known.get(paper.label, paper.label),
        "name": paper.name,
        "pages": paper.pages,
        "sha256": paper.sha256,
    }
