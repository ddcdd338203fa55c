"""Who speaks for the citizens in a pact today, whoever signed which version. Art. 4(3), 5(2)l."""

from collections.abc import Collection, Iterable

from pactregistry.config import settings
from pactregistry.pacts.joining.queries import silent_in
from pactregistry.pacts.models import Pact, Signatory
from pactregistry.pacts.queries import group_of, open_version, signed_version
from pactregistry.people.models import Group, Membership, members_on


def speaking(pact: Pact) -> list[Signatory]:
    """The citizens who sign the text in force or the open one, as far as they still speak.

    Who signed for the group and no longer represents it does not, nor who left the pact.
    """
    day = settings().today()
    group = group_of(pact.origin)
    members = members_on(group.id, day) if group is not None else ()
    return speaking_among(pact, silent_in(pact, day), group, members)


def speaking_among(
    pact: Pact, silent: Collection[int], group: Group | None, members: Iterable[Membership]
) -> list[Signatory]:
    """The same, with who is silent and the group's members of the day known already."""
    texts = [text for text in (signed_version(pact), open_version(pact)) if text is not None]
    leads = {member.account_id for member in members if member.is_lead}
    return [
        signatory
        for text in (texts or pact.versions[-1:])
        for signatory in text.signatories
        if signatory.side == "citizens"
        and (signatory.account_id is None or signatory.account_id not in silent)
        and (group is None or signatory.on_behalf_of != group.name or signatory.account_id in leads)
    ]
