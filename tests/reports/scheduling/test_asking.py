"""Reports are asked for on their day, once, however often or late the sweep runs. Art. 30(3)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.notices.models import Mail
from pactregistry.pacts.models import PactVersion, Purpose
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling import sweep
from pactregistry.reports.scheduling.queries import overdue_figures
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT, VERSION
from pactregistry.workflow.states import Pace, PactState, ReportState, Role, VersionState
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.life.scene import REASON, Scene
from tests.reports.figures.counted import row
from tests.reports.scheduling.asking import DAY, FIRST, LAST, agree, asked, go


def mails(template_word: str) -> list[Mail]:
    found = db.session.scalars(select(Mail).order_by(Mail.id)).all()
    return [mail for mail in found if template_word in mail.subject]


@pytest.mark.article("30(3)", "5(2)h")
def test_an_interim_report_is_asked_for_on_the_day_after_its_period(scene: Scene) -> None:
    agree(scene, 6)
    assert go(scene, date(2026, 10, 14)) == []
    assert go(scene, date(2026, 10, 15)) == [("interim", FIRST, date(2026, 10, 14))]
    (report,) = asked()
    assert (report.number, report.state) == ("2026-R-0001", "due")
    assert report.due_on == date(2026, 11, 13)  # the city's 30 days
    assert report.short  # a simple case: three questions and a photograph
    (entry,) = journal.history("report", report.id)
    assert (entry.step, entry.by_role, entry.occurred_on) == (
        "schedule",
        "clock",
        date(2026, 10, 15),
    )
    (mail,) = mails("A report is awaited")
    assert mail.to_address == "lina@people.example"
    assert "/reports/2026-R-0001/write" in mail.text
    assert "Three questions and one photograph are enough." in mail.text


@pytest.mark.article("30(3)")
def test_twice_or_late_nothing_is_asked_twice(scene: Scene) -> None:
    agree(scene, 6)
    late = go(scene, date(2027, 11, 1))
    assert [last for _, _, last in late] == [
        date(2026, 10, 14),
        date(2027, 4, 14),
        date(2027, 10, 14),
    ]
    assert go(scene, date(2027, 11, 1)) == late
    assert [mail.subject for mail in mails("reports to write")] == [
        "3 reports to write: pact 2026-0001, Aiuole di Via Lunga"
    ]
    assert not mails("Not here yet")  # nobody is late on the day on which one is asked
    assert len(go(scene, LAST + DAY)) == 5  # the fourth half-year, and the final one


@pytest.mark.article("30(3)")
def test_the_final_one_is_always_due_and_tells_of_the_whole_pact(scene: Scene) -> None:
    assert go(scene, LAST) == []
    assert go(scene, LAST + DAY) == [("final", FIRST, LAST)]
    (report,) = asked()
    assert report.due_on == LAST + timedelta(days=60)
    (mail,) = mails("The final report is awaited")
    assert "13 June 2028" in mail.text


@pytest.mark.article("30(3)")
def test_a_period_that_is_the_whole_pact_is_asked_for_once(scene: Scene) -> None:
    agree(scene, 24)
    assert go(scene, LAST + DAY) == [("final", FIRST, LAST)]


@pytest.mark.article("30(3)", "5(2)b")
def test_a_pact_that_ends_early_reports_on_what_it_was(scene: Scene) -> None:
    agree(scene, 6)
    go(scene, date(2026, 12, 1))
    scene.takes(scene.cast.manager, "termination", **{"texts-0": REASON, "cause": ""})
    assert scene.pact.state == PactState.ENDED
    sweep.run(settings().now())
    assert len(asked()) == 1  # its last day is not over
    assert go(scene, date(2026, 12, 2))[1:] == [("final", FIRST, date(2026, 12, 1))]


@pytest.mark.article("30(3)", "5(2)i")
def test_a_pact_taken_up_anew_reports_when_it_ends_again(scene: Scene) -> None:
    go(scene, date(2026, 12, 1))
    scene.takes(scene.cast.manager, "revocation", **{"texts-0": REASON})
    go(scene, date(2026, 12, 2))
    go(scene, date(2027, 2, 10))
    assert overdue_figures().total == 1
    assert row("reports", "overdue") == [1]
    scene.takes(scene.cast.manager, "reinstatement", reason="Annulled.", act_number="3")
    assert overdue_figures().total == 0
    assert row("reports", "overdue") == row("reports", "awaited") == [0]
    before = len(mails("Not here yet"))
    go(scene, date(2027, 5, 10))
    assert len(mails("Not here yet")) == before
    assert go(scene, LAST + DAY)[1:] == [("final", FIRST, LAST)]
    go(scene, LAST + timedelta(days=61))
    assert overdue_figures().total == 1  # the last one tells of it all
    desk = scene.enter(scene.cast.desk).get("/desk/reports").text
    assert desk.count("Late by") == 1


@pytest.mark.article("30(3)", "5(2)m")
def test_another_rhythm_holds_from_the_day_of_its_text(scene: Scene) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 15))
    scene.clock.go(date(2026, 12, 1))
    _amended(scene, 3)
    assert go(scene, date(2027, 3, 1))[1:] == [
        ("interim", date(2026, 10, 15), date(2027, 2, 28)),
    ]


@pytest.mark.article("36(1)", "30(3)")
def test_nothing_is_asked_on_a_pact_without_a_text_here(scene: Scene) -> None:
    agree(scene, 6)
    pact = scene.pact
    pact.import_confirmed = False
    db.session.commit()
    assert go(scene, date(2027, 1, 1)) == []


@pytest.mark.article("3(1)f", "30(4)")
def test_a_weighty_pact_is_asked_for_a_full_report(scene: Scene) -> None:
    pact = scene.pact
    pact.pace = Pace.FULL
    db.session.commit()
    agree(scene, 1)
    go(scene, date(2026, 5, 15))
    (report,) = asked()
    assert not report.short
    assert "piece by piece" in mails("A report is awaited")[0].text


@pytest.mark.article("30(3)")
def test_who_is_late_is_reminded_before_after_and_four_times_at_most(scene: Scene) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 15))
    due = date(2026, 11, 13)
    seen: list[tuple[date, str]] = []
    around = [due - timedelta(days=7), due, *(last_day(due, n, Unit.MONTHS) for n in range(1, 5))]
    for day in (day + timedelta(days=near) for day in around for near in (-1, 0, 1, 2)):
        before = _count()
        go(scene, day)
        sweep.run(settings().now())
        if _count() > before:
            seen.append((day, db.session.scalars(select(Mail).order_by(Mail.id)).all()[-1].subject))
    soon, *late = seen
    assert soon[0] == due - timedelta(days=7)
    assert soon[1].startswith("To be sent by 13 November 2026")
    assert [day for day, _ in late] == [
        due + DAY,
        date(2026, 12, 14),
        date(2027, 1, 14),
        date(2027, 2, 14),
    ]
    assert all(subject.startswith("Not here yet: report 2026-R-0001") for _, subject in late)


@pytest.mark.article("30(3)", "34(1)")
def test_nobody_is_reminded_of_what_was_given_up_or_sent(scene: Scene) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 15))
    (report,) = asked()
    report.unreported_on = date(2026, 11, 1)
    db.session.commit()
    go(scene, date(2026, 12, 20))
    assert not mails("Not here yet")
    assert (overdue_figures().total, overdue_figures().given_up) == (0, 1)


@pytest.mark.article("30(3)", "3(1)b")
@pytest.mark.parametrize(("days", "number"), [(29, 0), (30, 0), (31, 1)])
def test_late_ones_are_counted_by_kind_and_district_and_never_stored(
    scene: Scene, days: int, number: int
) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 15))
    scene.clock.go(date(2026, 10, 14) + timedelta(days=days))
    late = overdue_figures()
    assert late.total == number
    assert dict(late.by_kind) == ({ReportKind.INTERIM: 1} if number else {})
    assert dict(late.by_district) == ({"centro": 1} if number else {})
    assert late.oldest_days(settings().today()) == number
    pact = scene.pact
    pact.withheld = True
    db.session.commit()
    assert overdue_figures().total == 0
    assert asked()[0].state == "due"


@pytest.mark.article("30(1)", "34(1)")
def test_the_city_s_silence_publishes_the_day_after_its_term(scene: Scene) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 15))
    _send(asked()[0], date(2026, 11, 1))
    go(scene, date(2026, 11, 24))
    assert mails("To be examined by 1 December 2026")
    go(scene, date(2026, 12, 1))
    assert asked()[0].state == "submitted"
    go(scene, date(2026, 12, 2))
    go(scene, date(2026, 12, 2))
    report = asked()[0]
    assert report.state == "unexamined"
    entries = journal.history("report", report.id)
    assert [e.step for e in entries] == ["schedule", "submit", "publish_unexamined"]
    assert entries[-1].occurred_on == date(2026, 12, 2)


def _count() -> int:
    return len(db.session.scalars(select(Mail.id)).all())


def _send(report: Report, day: date) -> None:
    step = REPORT.take("submit", ReportState(report.state), Role.LEAD, ReportFacts())
    report.examine_by = day + timedelta(days=30)
    report.submitted_at = settings().now()
    report.parts = {"actions": "Fiori annaffiati.", "results": "La via fiorisce."}
    journal.record(report, step, Act(None, day, settings().now()))
    db.session.commit()


def _amended(scene: Scene, months: int) -> None:
    """A signed second version, in the journal alone."""
    pact = scene.pact
    now: Any = settings().now()
    done = Act(None, settings().today(), now)
    version = PactVersion(
        pact=pact,
        ordinal=2,
        state="",
        withheld=False,
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
        purpose=Purpose.AMENDMENT,
        withdrawal_notice_days=30,
        conditions={"reporting": {"every_months": months, "indicators": [], "own": []}},
        changed_at=now,
        signed_on=settings().today(),
    )
    journal.record(version, VERSION.take("open", None, Role.DESK, VersionFacts()), done)
    frozen = VERSION.take("freeze", VersionState.CODESIGN, Role.DESK, VersionFacts())
    journal.record(version, frozen, done)
    signing = VersionFacts(digest_shown="d", digest_frozen="d", duties_read=True)
    to = VersionState.SIGNED
    step = VERSION.take("sign", VersionState.READY, Role.MANAGER, signing, to=to)
    journal.record(version, step, done)
    db.session.commit()
