"""A text that was still being agreed when its pact ended is given up. Art. 3(1)i, 5(2)b, 5(2)m."""

from dataclasses import replace
from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import apart, locked_row
from pactregistry.journal import Act
from pactregistry.pacts import letters
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.versions.models import open_texts_of_ended_pacts
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, VersionState


def run(now: datetime) -> int:
    """Give up what nobody can conclude any more, each text in a transaction of its own."""
    today = civil_day(now, settings().city.zone)
    done = 0
    for version_id in open_texts_of_ended_pacts():
        with apart(f"the sweep of text {version_id}"):
            version = locked_row(PactVersion, version_id)
            with force_locale(settings().city.language):
                reason = _("The pact ended before everyone had signed this text.")
            facts = replace(version_facts(version), pact_ended=True)
            step = VERSION.take("fall_away", VersionState(version.state), Role.CLOCK, facts)
            journal.record(version, step, Act(None, today, now, reason=reason))
            to = [*letters.deciders_of(version.pact), *letters.signatories_of(version)]
            letters.write(to, "pact_abandoned", version.pact, reason=reason)
            done += 1
    return done
