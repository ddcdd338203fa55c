"""No file printed before or meanwhile shows a photograph that was taken out. Art. 30(6)."""

from collections.abc import Callable

import pytest

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.reports.reading import printing
from pactregistry.reports.reading.manuscript import Content
from tests.reports.reading.sent import ReportScene
from tests.reports.reading.test_publishing import accepted, unexamined
from tests.reports.reading.test_withdrawing import PAGE, gone, way

pytestmark = pytest.mark.article("30(6)")


@pytest.fixture
def with_consent(sent: ReportScene) -> ReportScene:
    """The report, sent, with nobody on a photograph who is not to be shown."""
    sent.report.photographs[1].consent = True
    db.session.commit()
    return sent


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None], before: str) -> None:
    """Let somebody act once, just before a step of the next printing."""
    made = getattr(printing, before)
    acts = [act]

    def late(*given: object) -> object:
        if acts:
            acts.pop()()
        return made(*given)

    monkeypatch.setattr(printing, before, late)


def test_files_of_earlier_publications_are_erased_too(with_consent: ReportScene) -> None:
    sent = unexamined(with_consent)
    earlier = str(sent.report.public_sha256)
    accepted(sent)
    later = str(sent.report.public_sha256)
    assert earlier != later
    sent.takes(sent.scene.cast.lead, way(sent), ground="withdrawn")
    assert gone(later)
    assert gone(earlier)
    assert not gone(str(sent.report.public_sha256))


@pytest.mark.parametrize("before", ["with_small_pictures", "report_pdf"])
def test_who_prints_meanwhile_is_told_and_leaves_no_file(
    with_consent: ReportScene, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    sent = accepted(with_consent)
    lead, desk = sent.scene.cast.lead, sent.scene.cast.desk
    first, second = way(sent, 0), way(sent, 1)
    kept: list[str] = []
    put = storage.put

    def noted(content: bytes) -> str:
        kept.append(put(content))
        return kept[-1]

    monkeypatch.setattr(storage, "put", noted)
    # Opened before: in the midst of the other's act a look at the database would hold it up.
    browser, form = sent.enter(lead), {"version": str(sent.report.version), "ground": "minor"}

    def take_out() -> None:
        assert browser.post(f"{PAGE}/{first}", data=form).status_code == 302

    meanwhile(monkeypatch, take_out, before)
    assert sent.post(desk, second, ground="not_asked").status_code == 409
    report = sent.report
    assert len(report.photographs) == 1
    content: Content = report.public_content or {}
    named = {each["sha256"] for each in content["content"]["photographs"]}
    named.add(str(report.public_sha256))
    assert {digest for digest in kept if not gone(digest)} == named
