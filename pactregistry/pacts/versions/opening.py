"""The next version of a pact's text: copied from the one in force, with its premise. Art. 5(2)m."""

from collections.abc import Callable, Collection

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.languages import day
from pactregistry.pacts import letters
from pactregistry.pacts.drafting import premise
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.joining.queries import gone_from
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.sides import signatories_after
from pactregistry.pacts.versions.actions_asking import STEP_OF, Wish
from pactregistry.pacts.versions.copying import copy_annexes, copy_of
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.engine import Step
from pactregistry.workflow.facts import VersionFacts


def open_text(
    pact: Pact,
    wish: Wish,
    take: Callable[[VersionFacts], Step],
    told: Callable[[PactVersion], Act],
) -> PactVersion:
    """A version opened for a wish by the step that `take` finds lawful; does not commit."""
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
        step = take(version_facts(version))
    journal.record(version, step, told(version))
    copy_annexes(source, version)
    return version


def tell(pact: Pact, version: PactVersion, but: Collection[Addressee] = ()) -> None:
    """Tell both sides that a version is open, save those told of it already; does not commit."""
    to = [*letters.deciders_of(pact), *letters.signatories_of(version), *addressees.desk()]
    to = [who for who in to if who not in but]
    letters.write(to, "pact_version_opened", pact, text=version, step=STEP_OF[version.purpose])


def _premise(pact: Pact, source: PactVersion, wish: Wish) -> dict[str, object]:
    before = {"version": source.ordinal, "day": day(source.signed_on), "number": pact.number}
    if wish.purpose is Purpose.EXTENSION:
        text = _("This text extends pact %(number)s, version %(version)s of %(day)s", **before)
    else:
        text = _("This text amends pact %(number)s, version %(version)s of %(day)s", **before)
    return premise("other", f"{text}: {wish.reason.strip()}")
