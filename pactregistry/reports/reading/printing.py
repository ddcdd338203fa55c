"""Prints the public file of a report for a step, beside the database. Art. 30(5), 30(7)."""

from collections.abc import Iterator
from contextlib import contextmanager

from pactregistry import journal
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.documents.storage import FileMissingError
from pactregistry.journal import Stale
from pactregistry.reports.models import Report
from pactregistry.reports.queries import named_still
from pactregistry.reports.reading.document import report_pdf, with_small_pictures
from pactregistry.reports.reading.manuscript import Content
from pactregistry.workflow.lifecycle import REPORT


@contextmanager
def printed(report: Report, seen: int, values: Content) -> Iterator[tuple[Content, str]]:
    """The values as they are kept and the digest of their file, for who takes the step with them.

    Printing takes a second in which nobody waits for the database: what is not yet committed is
    given up before it, and the report is locked after it. Of a step that came too late no file
    stays: it may show what was taken out meanwhile.

    Raises:
        Stale: the report has moved on meanwhile; nothing was written.
    """
    db.session.rollback()
    made: set[str] = set()
    try:
        try:
            kept = with_small_pictures(values)
            made |= pictures_of(kept)
            digest = storage.put(report_pdf(kept))
            made.add(digest)
        except FileMissingError:
            # A photograph was taken out meanwhile: then the report has moved on.
            journal.expect(report, REPORT.name, seen)
            raise
        journal.expect(report, REPORT.name, seen)
        yield kept, digest
    except Stale:
        for left in made - named_still(made):
            storage.erase(left)
        raise


def pictures_of(kept: Content) -> set[str]:
    """The digests of the photographs that a file of these values shows."""
    return {picture["sha256"] for picture in kept["content"]["photographs"]}
