"""The report on a year: written, published once the year is over, fixed in three languages."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import feedparser
import pikepdf
import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale, gettext

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import history
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.reports.yearly import actions
from pactregistry.reports.yearly.document import year_pdf
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.reports.yearly.queries import report_on
from pactregistry.workflow.states import Role
from tests.conftest import SetClock
from tests.pacts.test_documents import faults, text_of

WORDS = {
    "words_it": "Un anno di prova.\nAbbiamo imparato ad ascoltare.",
    "words_en": "A year of trial.",
    "words_es": "Un año de prueba.",
}


@pytest.fixture
def desk(person: Callable[..., Account], enter: Callable[[Account], FlaskClient]) -> FlaskClient:
    """The desk's browser."""
    return enter(person("Dora Sportello", roles=[(Role.DESK, "commons")]))


@pytest.fixture
def manager(person: Callable[..., Account], enter: Callable[[Account], FlaskClient]) -> FlaskClient:
    """The managing officer's browser."""
    return enter(person("Mara Dirigente", roles=[(Role.MANAGER, "commons")]))


@pytest.fixture
def drafted(
    make_pact: Callable[..., Pact], desk: FlaskClient, clock: SetClock
) -> Callable[[], YearlyReport]:
    """The report on 2026 with its words, after two pacts of that year."""
    make_pact("Flowerbeds")
    make_pact("Square")
    assert desk.post("/desk/years/2026/beginning").status_code == 302
    form = {"version": str(report_on(2026).version), **WORDS}
    assert desk.post("/desk/years/2026/text", data=form).status_code == 302
    return lambda: report_on(2026)


def publish(browser: FlaskClient) -> int:
    db.session.expire_all()
    form = {"version": str(report_on(2026).version)}
    return browser.post("/desk/years/2026/publication", data=form).status_code


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are quickly made, for tests that do not read them."""
    monkeypatch.setattr(actions, "year_pdf", lambda _content, code: b"%PDF-1.7 " + code.encode())


@pytest.fixture
def published(
    unprinted: None, drafted: Callable[[], YearlyReport], manager: FlaskClient, clock: SetClock
) -> YearlyReport:
    """The report published on 1 January."""
    clock.go(date(2027, 1, 1))
    assert publish(manager) == 302
    db.session.expire_all()
    return drafted()


@pytest.mark.article("35(2)")
@pytest.mark.usefixtures("unprinted")
def test_it_is_published_from_the_first_day_after_the_year(
    drafted: Callable[[], YearlyReport],
    manager: FlaskClient,
    client: FlaskClient,
    clock: SetClock,
) -> None:
    clock.go(date(2026, 12, 31))
    assert publish(manager) == 409
    assert "The year is not over." in manager.get("/desk/years/2026/publication").text
    for address in ("", ".json", ".pdf", "/it.pdf"):
        assert client.get(f"/figures/2026{address}").status_code == 404
    clock.go(date(2027, 1, 1))
    assert publish(manager) == 302
    assert client.get("/figures/2026").status_code == 200


@pytest.mark.article("35(2)")
def test_the_desk_writes_and_does_not_publish(
    drafted: Callable[[], YearlyReport], desk: FlaskClient, client: FlaskClient, clock: SetClock
) -> None:
    clock.go(date(2027, 1, 1))
    assert publish(desk) == 403
    assert client.get("/desk/years/2026").status_code == 302
    assert drafted().published_at is None


@pytest.mark.article("35(2)")
@pytest.mark.usefixtures("unprinted")
def test_without_words_it_warns_and_goes_on(
    make_pact: Callable[..., Pact], desk: FlaskClient, manager: FlaskClient, clock: SetClock
) -> None:
    make_pact()
    desk.post("/desk/years/2026/beginning")
    clock.go(date(2027, 1, 1))
    said = manager.get("/desk/years/2026/publication").text
    assert "There is no introduction in these languages: Italian, English, Spanish." in said
    assert publish(manager) == 302


def test_two_who_begin_a_year_at_once_have_the_same_draft(
    drafted: Callable[[], YearlyReport], person: Callable[..., Account]
) -> None:
    first, other = drafted(), person("Olga Sportello", roles=[(Role.DESK, "commons")])
    assert actions.draft(Actor(other.id, Role.DESK, "commons"), 2026).id == first.id
    assert [entry.step for entry in history("yearly", first.id)] == ["draft", "revise"]


def test_a_stale_form_is_refused(drafted: Callable[[], YearlyReport], desk: FlaskClient) -> None:
    form = {"version": "1", **WORDS, "words_it": "Vecchio"}
    answer = desk.post("/desk/years/2026/text", data=form)
    assert answer.status_code == 409
    assert drafted().words["it"].startswith("Un anno di prova.")


@pytest.mark.article("35(2)", "30(5)")
def test_the_files_last_are_read_by_everyone_and_are_the_same_when_made_again(
    drafted: Callable[[], YearlyReport], manager: FlaskClient, clock: SetClock
) -> None:
    clock.go(date(2027, 1, 1))
    assert publish(manager) == 302
    db.session.expire_all()
    report = drafted()
    kept = json.loads(json.dumps(report.content))
    said = {"it": "Un anno di prova.", "en": "A year of trial.", "es": "Un año de prueba."}
    assert set(report.sha256) == set(said)
    for code, digest in report.sha256.items():
        content = storage.get(digest)
        assert faults(content) == []
        assert year_pdf(kept, code) == content
        assert said[code] in text_of(content)
        assert_numbers(kept["printed"][code], content)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.Root.Lang).startswith(code)
            data = json.loads(pdf.attachments["figures-2026.json"].get_file().read_bytes())
        assert data == kept["record"]


def assert_numbers(printed: dict[str, Any], content: bytes) -> None:
    """Below the caption of each table stand its rows with their numbers."""
    command = [shutil.which("pdftotext") or "pdftotext", "-raw", "-", "-"]
    read = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    words = " ".join(read.split())
    charts = [chart for section in printed["sections"] for chart in section["charts"]]
    with force_locale(printed["language"]):
        captions = [gettext("The numbers: %(what)s", what=chart["title"]) for chart in charts]
    for chart, caption in zip(charts, captions, strict=True):
        alone = words
        for longer in (other for other in captions if other.startswith(f"{caption} ")):
            alone = alone.replace(longer, "")  # one title may begin another
        (below,) = alone.split(f"{caption} ")[1:]
        for place, label in enumerate(chart["labels"]):
            values = [series["values"][place] for series in chart["series"]]
            if None not in values and chart["decimals"] == 0:
                row = f"{label} {' '.join(values)} "
                assert row in below, row
                below = below.split(row, 1)[1]


def test_page_data_and_files_have_the_same_numbers(
    published: YearlyReport, client: FlaskClient
) -> None:
    record = client.get("/figures/2026.json").json
    by_key = {table["key"]: table for table in record["tables"]}
    months = {row["key"]: row["values"] for row in by_key["over_time"]["rows"]}
    assert months["2026-03"] == ["2", "0", "2"]
    assert len(months) == 12
    shown = [
        (chart["key"].replace("-", "_"), [s["values"] for s in chart["series"]])
        for section in published.content["printed"]["en"]["sections"]  # type: ignore[index]  # reason: published has it
        for chart in section["charts"]
    ]
    assert [key for key, _values in shown] == [table["key"] for table in record["tables"]]
    for key, series in shown:
        rows = [row["values"] for row in by_key[key]["rows"]]
        assert [list(row) for row in zip(*series, strict=True)] == rows
    body = client.get("/figures/2026").text
    for table in record["tables"]:
        for row in table["rows"]:
            for value in row["values"]:
                assert value is None or f'<data value="{value}">' in body
    assert Decimal(months["2026-03"][2]) == 2


def test_what_is_published_stays_when_files_change(
    published: YearlyReport, make_pact: Callable[..., Pact], client: FlaskClient, clock: SetClock
) -> None:
    before = client.get("/figures/2026").text
    clock.go(date(2027, 1, 2))
    make_pact("Late").signed_on = date(2026, 12, 30)
    db.session.commit()
    assert client.get("/figures/2026").text == before
    live = client.get("/figures.json?year=2026").json
    told = {t["key"]: t for t in live["tables"]}["over_time"]["rows"]
    assert told[-1]["values"][2] == "1"


def test_the_feed_tells_it_once_with_its_file(published: YearlyReport, client: FlaskClient) -> None:
    entries = feedparser.parse(client.get("/feed.atom").data).entries
    (entry,) = [e for e in entries if e.link.endswith("/figures/2026")]
    assert "2026" in entry.title
    (enclosure,) = entry.enclosures
    answer = client.get("/figures/2026.pdf")
    assert enclosure.href.endswith("/figures/2026.pdf")
    assert answer.data == storage.get(published.sha256["it"])
    assert client.get("/figures/2026.pdf?lang=es").data == storage.get(published.sha256["es"])
    assert client.get("/figures/2026.pdf?lang=fr").status_code == 404
    assert "/figures/2026" in client.get("/figures").text
