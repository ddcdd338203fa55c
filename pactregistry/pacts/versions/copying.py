"""The next version's text, copied from the one before: whatever the tables hold. Art. 5(2)m."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipDirection

from pactregistry.config import settings
from pactregistry.database import Base, db
from pactregistry.documents.models import Attachment, attachments_of
from pactregistry.pacts.models import Pact, PactVersion, Purpose

# What belongs to one version alone; all other columns are the text's and go over with it.
OWN = frozenset(
    {
        "id",
        "pact_id",
        "version",
        "state",
        "withheld",
        "ordinal",
        "purpose",
        "opened_because",
        "changed_at",
        "frozen_content",
        "public_content",
        "frozen_at",
        "original_sha256",
        "public_sha256",
        "signed_on",
    }
)
# Who signs is decided anew for each version.
NOT_TEXT = frozenset({"signatories"})
SUBJECT = "pact_version"


def copy_of(source: PactVersion, pact: Pact, purpose: Purpose, reason: str) -> PactVersion:
    """A new version of a pact with the text of another, not yet opened and with nobody to sign.

    What both sides had agreed on is agreed; a change of it asks for a new agreement.
    """
    columns = {
        column.key: getattr(source, column.key)
        for column in inspect(PactVersion).column_attrs
        if column.key not in OWN
    }
    version = PactVersion(
        **columns,
        pact=pact,
        ordinal=1 + max((v.ordinal for v in pact.versions), default=0),
        state="",
        withheld=False,
        purpose=purpose,
        opened_because=reason,
        changed_at=settings().now(),
    )
    for name, child, link in _parts():
        copies = [_copied(child, row, link) for row in getattr(source, name)]
        setattr(version, name, copies)
    return version


def copy_annexes(source: PactVersion, version: PactVersion) -> None:
    """The annexes of a text stand with its next version too; the version must have its id."""
    for paper in attachments_of(SUBJECT, source.id):
        columns = {a.key: getattr(paper, a.key) for a in inspect(Attachment).column_attrs}
        db.session.add(Attachment(**{**columns, "id": None, "subject_id": version.id}))


def _parts() -> Iterator[tuple[str, type[Base], str]]:
    """The parts of a text: relation, model and the column that names the version."""
    for relation in inspect(PactVersion).relationships:
        if relation.direction is RelationshipDirection.ONETOMANY and relation.key not in NOT_TEXT:
            (local,) = relation.remote_side
            yield relation.key, relation.mapper.class_, str(local.key)


def _copied(child: type[Base], row: Any, link: str) -> Any:
    mapper = inspect(child)
    own = {link, *(column.key for column in mapper.primary_key)}
    return child(**{a.key: getattr(row, a.key) for a in mapper.column_attrs if a.key not in own})
