"""Adds photographs to a report, changes what is said of them, takes them out. Art. 30(6)."""

from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.uploads import Upload
from pactregistry.people.acting import Actor
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.proposals.drafts import uploads_this_hour
from pactregistry.reports.models import Photograph, Report
from pactregistry.reports.writing.actions import begin, expect, grow
from pactregistry.reports.writing.pieces import PHOTOGRAPHS
from pactregistry.workflow.lifecycle import REPORT

MOST = 20  # photographs of one report
UPLOADS_AN_HOUR = 60  # protects the machine; not a rule of the regulation
PHOTOGRAPH = "photograph"


class TooMany(Exception):
    """The report has as many photographs as it takes."""


@dataclass(frozen=True)
class Told:
    """What is said of a photograph."""

    caption: str
    faces: bool
    consent: bool


def add(report: Report, actor: Actor, upload: Upload, told: Told) -> Photograph:
    """Add a photograph; the same picture again changes only what is said of it.

    Raises:
        TooMany: no more are taken.
        Unlawful: the report was sent.
        UploadFlood: this person sent too many files within the hour.
    """
    lock(report)
    begin(report, actor)
    photograph = put(report, actor, upload, told)
    db.session.commit()
    return photograph


def put(report: Report, actor: Actor, upload: Upload, told: Told) -> Photograph:
    """Add a photograph within another act, which locks, begins and commits.

    Raises:
        TooMany: no more are taken.
        UploadFlood: this person sent too many files within the hour.
    """
    kept = keep(report, actor, upload, PHOTOGRAPH)
    found = next((p for p in report.photographs if p.attachment_id == kept.id), None)
    if found is None:
        if len(report.photographs) >= MOST:
            raise TooMany
        found = Photograph(attachment_id=kept.id)
        report.photographs.append(found)
    _say(found, told)
    grow(report, (PHOTOGRAPHS,))
    return found


def change(report: Report, photograph: Photograph, actor: Actor, seen: int, told: Told) -> None:
    """Change what is said of a photograph.

    Raises:
        Overtaken: somebody else changed it meanwhile.
        Unlawful: the report was sent.
    """
    lock(report)
    expect(report, seen, (piece_of(photograph),))
    begin(report, actor)
    _say(photograph, told)
    grow(report, (PHOTOGRAPHS, piece_of(photograph)))
    db.session.commit()


def remove(report: Report, photograph: Photograph, actor: Actor) -> None:
    """Take a photograph out."""
    lock(report)
    begin(report, actor)
    attachment = photograph.attachment
    report.photographs.remove(photograph)
    drop(report, attachment)
    grow(report, (PHOTOGRAPHS,))
    db.session.commit()


def piece_of(photograph: Photograph) -> str:
    """The name under which a photograph's changes are counted."""
    return f"photograph {photograph.id}"


def keep(report: Report, actor: Actor, upload: Upload, label: str) -> Attachment:
    """Keep a file with a report, private; does not commit.

    Raises:
        UploadFlood: this person sent too many files within the hour.
    """
    if uploads_this_hour(actor.account_id) >= UPLOADS_AN_HOUR:
        raise UploadFlood
    subject = (REPORT.name, report.id)
    return attach(upload, subject, label, added_at=settings().now(), added_by_id=actor.account_id)


def drop(report: Report, attachment: Attachment | None) -> None:
    """Forget a file that nothing in the report names any more; does not commit."""
    db.session.flush()
    named = {p.attachment_id for p in report.photographs} | {c.receipt_id for c in report.costs}
    if attachment is not None and attachment.id not in named:
        db.session.delete(attachment)


def _say(photograph: Photograph, told: Told) -> None:
    photograph.caption = told.caption
    photograph.faces, photograph.consent = told.faces, told.consent
