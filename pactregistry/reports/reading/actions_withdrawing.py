"""Takes a photograph out of a report that was sent, for good. Art. 30(6), data protection."""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import history
from pactregistry.pacts import letters
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Report
from pactregistry.reports.queries import named_still, photograph_in
from pactregistry.reports.reading.manuscript import without
from pactregistry.reports.reading.printing import pictures_of, printed
from pactregistry.reports.reading.withdrawn import GROUNDS, WITHDRAWAL
from pactregistry.reports.writing.actions_photographs import drop
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role


def withdraw(
    report: Report, photograph_id: int, actor: Actor, seen: int, said: tuple[str, str]
) -> None:
    """Take a photograph from page, file and data, and its bytes off the disk; said: ground, note.

    The file that everyone reads is printed anew from the values that it was made of, without the
    photograph: nothing else in it changes. Files of earlier publications go with the last one.

    Raises:
        NoResultFound: the photograph is not there.
        Stale: the report has moved on since the form was opened.
        Unlawful: the ground is missing, or the report is still being written.
    """
    ground, note = said
    step = _begin(report, actor, seen, ground)
    photograph = photograph_in(report, photograph_id)
    gone = {photograph.attachment.sha256}
    facts = {"ground": ground}
    kept = report.public_content if photograph.is_public else None
    if kept is not None:
        gone |= _printed_before(report) | pictures_of(kept)
        values = without(kept, photograph, ground, settings().now().replace(microsecond=0))
        with printed(report, seen, values) as (made, digest):
            report.public_content, report.public_sha256 = made, digest
        facts["public_sha256"] = digest
    attachment = photograph.attachment
    report.photographs.remove(photograph)
    drop(report, attachment)
    journal.record(report, step, act(actor, today(), facts=facts, private={"note": note.strip()}))
    gone -= named_still(gone)
    _tell(report, actor)
    db.session.commit()
    # Only now: what is off the disk no rollback brings back.
    for digest in gone:
        storage.erase(digest)


def _begin(report: Report, actor: Actor, seen: int, ground: str) -> Step:
    journal.expect(report, REPORT.name, seen)
    facts = report_facts(report, actor, ground_named=ground in GROUNDS)
    return REPORT.take(WITHDRAWAL, ReportState(report.state), actor.role, facts)


def _printed_before(report: Report) -> set[str]:
    """The digests of all files of a report so far: examined or settled, it was printed anew."""
    told = [entry.facts.get("public_sha256") for entry in history(REPORT.name, report.id)]
    return {str(digest) for digest in [*told, report.public_sha256] if digest}


def _tell(report: Report, actor: Actor) -> None:
    by_desk = actor.role is Role.DESK
    letters.write(
        letters.citizens_of(report.pact) if by_desk else list(addressees.desk()),
        "photograph_withdrawn",
        report.pact,
        report=report,
        by_desk=by_desk,
        page=f"{settings().base_url}/reports/{report.number}",
    )
