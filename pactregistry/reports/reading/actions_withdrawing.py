"""Takes a photograph out of a report that was sent, for good. Art. 30(6), data protection."""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.pacts import letters
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Report
from pactregistry.reports.queries import named_still, photograph_in
from pactregistry.reports.reading.document import report_pdf, with_small_pictures
from pactregistry.reports.reading.manuscript import Content, without
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
    photograph: nothing else in it changes. Printing takes a second in which nobody waits for the
    database.

    Raises:
        NoResultFound: the photograph is not there.
        Stale: the report has moved on since the form was opened.
        Unlawful: the ground is missing, or the report is still being written.
    """
    ground, note = said
    step = _begin(report, actor, seen, ground)
    photograph = photograph_in(report, photograph_id)
    made_at = settings().now().replace(microsecond=0)
    kept = report.public_content if photograph.is_public else None
    made: Content | None = None
    facts: dict[str, object] = {"ground": ground}
    if kept is not None:
        made = without(kept, photograph, ground, made_at)
        db.session.rollback()
        made = with_small_pictures(made)
        facts["public_sha256"] = storage.put(report_pdf(made))
        step = _begin(report, actor, seen, ground)
        photograph = photograph_in(report, photograph_id)
    gone = {photograph.attachment.sha256}
    if kept is not None and made is not None:
        gone |= {str(report.public_sha256)} | _pictures(kept) - _pictures(made)
        report.public_content = made
        report.public_sha256 = str(facts["public_sha256"])
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


def _pictures(kept: Content) -> set[str]:
    return {picture["sha256"] for picture in kept["content"]["photographs"]}


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
