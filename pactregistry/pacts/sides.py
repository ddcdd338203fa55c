"""Who signs for each side of a pact: at the first text, and at each one after. Art. 4(3), 11(10).

Names and capacities are in the binding language: the caller holds it with `force_locale`.
"""

from collections.abc import Iterable

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.languages import in_language
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import account_of, group_of, managers_on
from pactregistry.people.models import Group, Holding, Membership, members_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposerKind


def signatories_first(proposal: Proposal) -> list[Signatory]:
    """Who signs the first text: the group's representatives or the author, then the City."""
    group = group_of(proposal)
    citizens = leads_of(group) if group else []
    return in_order([*(citizens or [_author(proposal)]), *city_side()])


def signatories_after(pact: Pact, source: PactVersion, gone: frozenset[int]) -> list[Signatory]:
    """Who signs a version after another: who signed before, without those who are gone.

    A group signs by its representatives of today, the City by its managing officer of today.
    """
    group = group_of(pact.origin)
    found: list[Signatory] = []
    for before in source.signatories:
        if before.side != "citizens" or before.account_id in gone:
            continue
        if group is not None and before.on_behalf_of == group.name:
            continue
        found.append(_again(before))
    leads = leads_of(group) if group else []
    return in_order([*leads, *found, *_city_after(source)])


def leads_of(group: Group) -> list[Signatory]:
    """The representatives of a group today, as they sign for it. Art. 4(3)."""
    leads = [m for m in members_on(group.id, settings().today()) if m.is_lead]
    return [
        Signatory(
            side="citizens",
            account_id=lead.account_id,
            name=lead.account.name if lead.account else lead.name,
            capacity=_("representative"),
            on_behalf_of=group.name,
            act="",
            public_name=_public_name(group, lead),
        )
        for lead in leads
    ]


def city_side() -> list[Signatory]:
    """The managing officer of the office in charge, else of any office, as signing today."""
    here = settings()
    desk = here.city.desk
    holdings = managers_on(here.today())
    of_office = [h for h in holdings if h.office == desk.key] or list(holdings)
    return [
        Signatory(
            side="city",
            account_id=holding.account_id,
            name=holding.account.name,
            capacity=signing_for_city(holding)[0],
            on_behalf_of=f"{here.city.profile.name}, {in_language(desk.name, here.city.language)}",
            act=signing_for_city(holding)[1],
            public_name=here.city.profile.name,
        )
        for holding in of_office[:1]
    ]


def signing_for_city(holding: Holding) -> tuple[str, str]:
    """The public capacity of an officer, and whose place is taken by which act. Art. 11(10)."""
    if holding.substitute_for_id is None:
        return str(_("managing officer")), holding.act
    replaced = db.session.get(Holding, holding.substitute_for_id)
    whose = _("in the place of %(name)s", name=replaced.account.name) if replaced else ""
    act = ", ".join(str(part) for part in (whose, holding.act) if part)
    return str(_("substitute of the managing officer")), act


def in_order(signing: Iterable[Signatory]) -> list[Signatory]:
    """Signatories with their places: the citizens first, the City last."""
    ordered = list(signing)
    for position, signatory in enumerate(ordered, start=1):
        signatory.position = position
    return ordered


def _city_after(source: PactVersion) -> list[Signatory]:
    in_office = {holding.account_id for holding in managers_on(settings().today())}
    standing = [s for s in source.signatories if s.side == "city" and s.account_id in in_office]
    return [_again(s) for s in standing] or city_side()


def _again(before: Signatory) -> Signatory:
    kept = ("side", "account_id", "name", "capacity", "on_behalf_of", "act", "public_name")
    return Signatory(**{name: getattr(before, name) for name in kept})


def _author(proposal: Proposal) -> Signatory:
    account = account_of(proposal.author_id)
    return Signatory(
        side="citizens",
        account_id=proposal.author_id,
        name=account.name if account else proposal.author_name,
        capacity=_("active citizen"),
        on_behalf_of="",
        act="",
        public_name=proposal.public_author or (account.public_name if account else ""),
    )


def _public_name(group: Group, lead: Membership) -> str:
    # Of an association the representative is public too: the register of associations names it.
    name = lead.account.public_name if lead.account else lead.name
    if group.kind is ProposerKind.ASSOCIATION and name:
        return str(_("%(group)s, represented by %(name)s", group=group.name, name=name))
    return group.name
