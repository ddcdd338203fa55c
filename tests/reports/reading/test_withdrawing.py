"""A photograph is taken out for good, from page, file, data and disk; all else stays. Art. 30."""

import io
import json
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.storage import FileMissingError
from pactregistry.documents.uploads import accept
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.workflow.lifecycle import REPORT
from tests.pacts.cases import CANARY
from tests.pacts.test_documents import faults, text_of
from tests.proposals.writing import picture
from tests.reports.reading.sent import NUMBER, ReportScene

PAGE = f"/reports/{NUMBER}"
WHO = f"{CANARY} at work"
WHY = {"ground": "withdrawn", "note": f"{CANARY} called on Monday."}


@pytest.fixture
def shown(sent: ReportScene) -> ReportScene:
    """The report, published with somebody on a photograph who had agreed."""
    sent.report.photographs[1].consent = True
    db.session.commit()
    sent.takes(sent.scene.cast.desk, "acceptance")
    return sent


def way(sent: ReportScene, place: int = 1) -> str:
    return f"photographs/{sent.report.photographs[place].id}/withdrawal"


def gone(digest: str) -> bool:
    try:
        storage.get(digest)
    except FileMissingError:
        return True
    return False


def content_of(report: Report) -> dict[str, Any]:
    assert report.public_content is not None
    found: dict[str, Any] = report.public_content["content"]
    return found


def files_on_disk(report: Report) -> list[str]:
    """Everything in which the second photograph can be seen."""
    small = content_of(report)["photographs"][1]["sha256"]
    return [report.photographs[1].attachment.sha256, small, str(report.public_sha256)]


@pytest.mark.article("30(6)")
@pytest.mark.parametrize("side", ["lead", "desk"])
def test_a_photograph_taken_out_is_nowhere(
    shown: ReportScene, client: FlaskClient, side: str
) -> None:
    address = f"{PAGE}/{way(shown).removesuffix('/withdrawal')}"
    assert client.get(address).status_code == 200
    before = {ending: client.get(PAGE + ending) for ending in ("", ".json", ".pdf")}
    assert WHO in before[""].text
    assert WHO in before[".json"].text
    assert WHO in text_of(before[".pdf"].data)
    files, number = files_on_disk(shown.report), shown.report.photographs[1].id
    assert not any(gone(digest) for digest in files)

    shown.takes(getattr(shown.scene.cast, side), way(shown), **WHY)

    assert [gone(digest) for digest in files] == [True, True, True]
    assert client.get(address).status_code == 404
    for path in (PAGE, f"{PAGE}.json", "/feed.atom", "/data/reports.json", "/api/v1/reports"):
        assert CANARY not in client.get(path).text, path
    printed = client.get(f"{PAGE}.pdf").data
    assert CANARY not in text_of(printed)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        inside = b"".join(pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments)
    assert CANARY.encode() not in inside
    assert f"photographs/{number}" not in inside.decode()
    assert db.session.query(Attachment).filter_by(sha256=files[0]).count() == 0


@pytest.mark.article("3(1)b")
def test_the_report_says_when_and_why_and_nobody_who(
    shown: ReportScene, client: FlaskClient
) -> None:
    shown.takes(shown.scene.cast.lead, way(shown), **WHY)
    told = "A photograph was taken out on 20 October 2026. Somebody on it no longer agrees"
    page = client.get(PAGE).text
    assert told in page
    # The file speaks the City's language.
    (printed,) = content_of(shown.report)["withdrawn"]
    assert "20 ottobre 2026" in printed
    assert printed in " ".join(text_of(client.get(f"{PAGE}.pdf").data).split())
    steps = [each["step"] for each in client.get(f"{PAGE}.json").json["history"]]
    assert steps == ["accept", "withdraw_photograph"]
    entry = history(REPORT.name, shown.report.id)[-1]
    assert entry.private == {"note": WHY["note"]}
    assert entry.facts == {"ground": "withdrawn", "public_sha256": shown.report.public_sha256}
    assert CANARY not in json.dumps([entry.facts, entry.reason])
    mail = db.session.scalars(db.select(Mail).order_by(Mail.id.desc())).first()
    assert mail is not None
    assert mail.to_address not in {"", shown.scene.cast.lead.email}
    assert PAGE in mail.text
    assert CANARY not in f"{mail.subject} {mail.text}"


def test_nothing_else_of_what_was_printed_changes(shown: ReportScene, client: FlaskClient) -> None:
    old = content_of(shown.report)
    etag = client.get(f"{PAGE}.json").headers["ETag"]
    shown.takes(shown.scene.cast.desk, way(shown), **WHY)
    new = content_of(shown.report)
    moved = {"photographs", "withdrawn", "made_at", "text_sha256"}
    assert {key for key in new if new[key] != old.get(key)} <= moved
    assert old["text_sha256"] != new["text_sha256"]
    assert new["photographs"] == old["photographs"][:1]
    assert not gone(new["photographs"][0]["sha256"])
    again = client.get(f"{PAGE}.json", headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert "no-cache" in client.get(f"{PAGE}.pdf").headers["Cache-Control"]
    assert faults(storage.get(str(shown.report.public_sha256))) == []
    assert shown.report.published_at is not None


def test_what_is_not_public_is_erased_too_and_the_file_stays(shown: ReportScene) -> None:
    report = shown.report
    report.photographs[1].consent = False
    db.session.commit()
    original, printed = report.photographs[1].attachment.sha256, report.public_sha256
    shown.takes(shown.scene.cast.lead, way(shown), ground="not_asked")
    assert gone(original)
    assert shown.report.public_sha256 == printed


def test_a_report_that_waits_for_the_office_loses_it_before_it_is_printed(
    sent: ReportScene, client: FlaskClient
) -> None:
    original = sent.report.photographs[1].attachment.sha256
    sent.takes(sent.scene.cast.lead, way(sent), ground="minor")
    assert gone(original)
    sent.takes(sent.scene.cast.desk, "acceptance")
    assert "A minor can be recognised on it." in client.get(PAGE).text
    (printed,) = content_of(sent.report)["withdrawn"]
    assert printed in " ".join(text_of(client.get(f"{PAGE}.pdf").data).split())


def test_a_file_that_stands_elsewhere_too_stays_there(shown: ReportScene) -> None:
    files = files_on_disk(shown.report)
    same = accept("same.png", picture("red")[0].read())
    now = shown.report.created_at
    other = attach(same, ("problem", 1), "photograph", added_at=now, added_by_id=None)
    assert other.sha256 == files[0]
    db.session.commit()
    shown.takes(shown.scene.cast.lead, way(shown), **WHY)
    assert [gone(digest) for digest in files] == [False, True, True]


@pytest.mark.article("34")
def test_a_refusal_keeps_what_was_typed_and_says_what_to_do(shown: ReportScene) -> None:
    lead = shown.scene.cast.lead
    for ground in ({}, {"ground": "because"}):
        answer = shown.post(lead, way(shown), note="They wrote to us.", **ground)
        assert answer.status_code == 409
        assert "Choose what applies." in answer.text
        assert "They wrote to us." in answer.text
    stale = shown.post(lead, way(shown), version="1", **WHY)
    assert stale.status_code == 409
    assert len(shown.report.photographs) == 2


def test_the_way_there_is_a_link_and_a_form_for_both_sides_alone(
    shown: ReportScene, client: FlaskClient, person: Callable[..., Account]
) -> None:
    for who in (shown.scene.cast.lead, shown.scene.cast.desk):
        browser = shown.enter(who)
        assert f'href="{PAGE}/{way(shown)}"' in browser.get(PAGE).text
        page = browser.get(f"{PAGE}/{way(shown)}").text
        assert page.count('type="radio"') == 3
        assert 'method="post"' in page
        assert "nobody can bring it back" in page
    assert "withdrawal" not in client.get(PAGE).text
    assert shown.enter(person("Nora")).get(f"{PAGE}/{way(shown)}").status_code == 404
    shown.takes(shown.scene.cast.lead, way(shown), **WHY)
    missing = f"{PAGE}/photographs/9999/withdrawal"
    assert shown.enter(shown.scene.cast.lead).get(missing).status_code == 404
