"""Opens the next version of a pact's text: to amend it, or to let it last longer. Art. 5(2)b, m."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.languages import day
from pactregistry.pacts import letters
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.drafting import premise
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.joining.queries import gone_from
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.pacts.queries import section_of, signed_version
from pactregistry.pacts.sides import signatories_after
from pactregistry.pacts.versions.actions_asking import (
    STEP_OF,
    Wish,
    close,
    opening_facts,
    refuse_answered,
)
from pactregistry.pacts.versions.copying import copy_annexes, copy_of
from pactregistry.pacts.versions.models import (
    AGREED,
    OPENED,
    ChangeRequest,
    standing_request,
)
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState


@dataclass(frozen=True)
class Longer:
    """A later last day with its reason; for a building beyond the limit, the works behind it."""

    ends_on: date | None
    reason: str
    grounds: str = ""
    amount: Decimal | None = None


def amend(
    pact: Pact, actor: Actor, seen: int, reason: str, answered: ChangeRequest | None = None
) -> PactVersion:
    """Open an amendment: at once, or with the yes to what the other side asked.

    Nothing changes in the pact until both sides have signed the new version.
    """
    journal.expect(pact, PACT.name, seen)
    if answered is not None:
        refuse_answered(answered, actor)
    wish = Wish(Purpose.AMENDMENT, answered.reason if answered else reason)
    facts = opening_facts(pact, wish, agreed=answered is not None)
    step = PACT.take("amend", PactState(pact.state), actor.role, facts)
    version = _open(pact, actor, wish)
    journal.record(pact, step, _told(actor, wish, version))
    _settle_request(pact, actor, Purpose.AMENDMENT)
    _tell(pact, version)
    db.session.commit()
    return version


def extend(pact: Pact, actor: Actor, seen: int, longer: Longer) -> PactVersion:
    """Open a version that only lets the pact last longer: the same pact, no renewal."""
    journal.expect(pact, PACT.name, seen)
    wish = Wish(Purpose.EXTENSION, longer.reason, longer.ends_on)
    asked = standing_request(pact, Purpose.EXTENSION)
    same = asked is not None and asked.side == "citizens" and asked.ends_on == longer.ends_on
    facts = opening_facts(pact, wish, agreed=same)
    step = PACT.take("extend", PactState(pact.state), actor.role, facts)
    version = _open(pact, actor, wish)
    version.long_term_grounds = longer.grounds or version.long_term_grounds
    version.long_term_amount = longer.amount or version.long_term_amount
    duration = section_of(version, "b")
    duration.city_agreed_id = actor.account_id
    duration.citizens_agreed_id = asked.asked_by_id if same and asked else None
    journal.record(pact, step, _told(actor, wish, version))
    _settle_request(pact, actor, Purpose.EXTENSION)
    _tell(pact, version)
    db.session.commit()
    return version


def _open(pact: Pact, actor: Actor, wish: Wish) -> PactVersion:
    source = signed_version(pact)
    if source is None:
        message = f"pact {pact.number} has no text to start from"
        raise LookupError(message)
    # Nothing is written before the version is whole: it has no state until the step is recorded.
    with db.session.no_autoflush, force_locale(settings().city.language):
        version = copy_of(source, pact, wish.purpose, wish.reason.strip())
        # The pact may have started later than its text says: a new version tells the day that came.
        version.starts_on = pact.starts_on
        version.ends_on = wish.ends_on or source.ends_on
        version.signatories = signatories_after(pact, source, gone_from(pact, settings().today()))
        version.premises = [*source.premises, _premise(pact, source, wish)]
        step = VERSION.take("open", None, actor.role, version_facts(version))
    journal.record(version, step, _told(actor, wish, version))
    copy_annexes(source, version)
    return version


def _premise(pact: Pact, source: PactVersion, wish: Wish) -> dict[str, object]:
    before = {"version": source.ordinal, "day": day(source.signed_on), "number": pact.number}
    if wish.purpose is Purpose.EXTENSION:
        text = _("This text extends pact %(number)s, version %(version)s of %(day)s", **before)
    else:
        text = _("This text amends pact %(number)s, version %(version)s of %(day)s", **before)
    return premise("other", f"{text}: {wish.reason.strip()}")


def _told(actor: Actor, wish: Wish, version: PactVersion) -> Act:
    facts: dict[str, object] = {"version": version.ordinal, "side": side_of(actor)}
    if wish.ends_on is not None:
        facts["ends_on"] = wish.ends_on.isoformat()
    return act(actor, today(), reason=wish.reason.strip(), facts=facts)


def _settle_request(pact: Pact, actor: Actor, purpose: Purpose) -> None:
    request = standing_request(pact, purpose)
    if request is not None:
        close(request, actor, OPENED if side_of(actor) == request.side else AGREED, "")


def _tell(pact: Pact, version: PactVersion) -> None:
    to = [*letters.deciders_of(pact), *letters.signatories_of(version), *addressees.desk()]
    letters.write(to, "pact_version_opened", pact, text=version, step=STEP_OF[version.purpose])
