"""What a pact waits for, and of whom: each page tells its reader. Art. 3(1)b, 5(1), 11(10)."""

from dataclasses import dataclass

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import all_of, day
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import open_version, signature_of
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.guards.pact import HERITAGE_APPROVED
from pactregistry.workflow.states import PactState, VersionState


@dataclass(frozen=True)
class Waiting:
    """What is awaited, of whom, until when (empty where no term runs), and whom to call."""

    what: str
    who: str
    until: str
    call: str


def waiting(pact: Pact) -> Waiting | None:
    """What a pact waits for now; None where nothing is awaited."""
    profile = settings().city.profile
    call = f"{profile.office}, {profile.phone}"
    version = open_version(pact)
    if version is not None and version.state == VersionState.CODESIGN:
        return Waiting(
            _("Both sides write the text and agree on it"), _codesigners(version), "", call
        )
    if version is not None:
        return Waiting(_("Signatures"), _next_to_sign(version), "", call)
    if pact.state == PactState.SIGNED and _waits_for_heritage(pact):
        return _heritage(pact, call)
    if pact.state == PactState.SIGNED:
        return Waiting(_("The first day of the pact"), _("nobody"), day(pact.starts_on), call)
    if pact.notice_until:
        what = _("The citizens have given notice: the pact ends with it")
        return Waiting(what, _("nobody"), day(pact.notice_until), call)
    if pact.state == PactState.SUSPENDED:
        return _rest(pact, call)
    if pact.state == PactState.ACTIVE and pact.ends_on:
        return Waiting(_("The pact runs"), _("nobody"), day(pact.ends_on), call)
    return None


def to_answer(pact: Pact) -> Waiting | None:
    """The answer to an announced breach, which only the parties know of; None where none is."""
    if pact.answer_until is None:
        return None
    profile = settings().city.profile
    return Waiting(
        _("An answer to the announced breach"),
        _("the citizens"),
        day(pact.answer_until),
        f"{profile.office}, {profile.phone}",
    )


def _waits_for_heritage(pact: Pact) -> bool:
    proposal = pact.origin
    facts = PactFacts(
        heritage_protected=bool(proposal and proposal.heritage_protected),
        works=bool(proposal and proposal.works),
        heritage_act=pact.heritage_act,
    )
    return not HERITAGE_APPROVED.holds(facts)


def _heritage(pact: Pact, call: str) -> Waiting:
    what = _("The approval that works on a protected place need before they begin (Art. 15(6))")
    if pact.heritage_asked_on is None:
        return Waiting(what, settings().city.profile.office, "", call)
    return Waiting(what, _("the heritage authority"), "", call)


def _rest(pact: Pact, call: str) -> Waiting:
    if pact.confirm_until:
        what = _("The suspension is to be confirmed by the managing officer")
        return Waiting(what, _("the managing officer"), day(pact.confirm_until), call)
    return Waiting(_("The pact is suspended until further notice"), _("nobody"), "", call)


def _codesigners(version: PactVersion) -> str:
    office = settings().city.profile.office
    citizens = [s.public_name for s in version.signatories if s.side == "citizens"]
    lacking_city = any(s.city_agreed_id is None for s in version.sections)
    lacking_citizens = any(s.citizens_agreed_id is None for s in version.sections)
    if lacking_city and lacking_citizens:
        return all_of([*citizens, office])
    return all_of(citizens) if lacking_citizens else office


def _next_to_sign(version: PactVersion) -> str:
    missing = [s for s in version.signatories if signature_of(s) is None]
    citizens = [s.public_name for s in missing if s.side == "citizens"]
    return all_of(citizens or [f"{s.public_name}, {s.capacity}" for s in missing])
