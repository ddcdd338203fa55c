"""The sheet on risks of a pact, and who has confirmed it. Art. 31(1), 31(2)."""

from sqlalchemy import select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.conditions.block import Rows
from pactregistry.pacts.conditions.blocks import BY_KEY
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.pack import Pack

RISKS = BY_KEY["risks"]
STEP = "confirm_risks"


def sheet_of(version: PactVersion | None, pack: Pack) -> Rows:
    """The lines of the sheet; none where nothing was chosen."""
    values = version.conditions.get(RISKS.key, {}) if version else {}
    return RISKS.rows(values, pack) if values else []


def who_read(pact: Pact) -> list[int]:
    """The accounts that have confirmed it, each once, in their order."""
    query = select(Entry.actor_id).where(
        Entry.subject_kind == PACT.name, Entry.subject_id == pact.id, Entry.step == STEP
    )
    read = db.session.scalars(query.order_by(Entry.id))
    return list(dict.fromkeys(account_id for account_id in read if account_id is not None))
