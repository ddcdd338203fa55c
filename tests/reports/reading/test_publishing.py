"""A report is returned, accepted, published, withheld; its file is made to last. Art. 30."""

import io
import json
from datetime import date

import feedparser
import pikepdf
import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import Act, history
from pactregistry.reports.facts import report_facts
from pactregistry.reports.reading.actions_publishing import publish
from pactregistry.reports.reading.document import report_pdf
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from tests.pacts.cases import CANARY
from tests.pacts.test_documents import faults, text_of
from tests.reports.reading.sent import NUMBER, ReportScene

PAGE = f"/reports/{NUMBER}"
TERM_OVER = date(2026, 11, 20)


def file_of(sent: ReportScene) -> bytes:
    return storage.get(sent.report.public_sha256 or "")


def accepted(sent: ReportScene) -> ReportScene:
    sent.takes(sent.scene.cast.desk, "acceptance")
    return sent


def unexamined(sent: ReportScene) -> ReportScene:
    sent.scene.clock.go(TERM_OVER)
    report, here = sent.report, settings()
    state = ReportState(report.state)
    step = REPORT.take("publish_unexamined", state, Role.CLOCK, report_facts(report))
    publish(report, step, Act(None, here.today(), here.now()))
    return sent


@pytest.mark.article("30(3)")
def test_what_is_not_published_is_not_there(sent: ReportScene, client: FlaskClient) -> None:
    for ending in ("", ".pdf", ".json", "/photographs/1", "/acceptance"):
        here = client.get(PAGE + ending)
        missing = client.get("/reports/2026-R-9999" + ending)
        told = missing.text.replace("2026-R-9999", NUMBER)
        assert (here.status_code, here.text) == (missing.status_code, told)
    assert client.get(PAGE).status_code == 404
    stranger = sent.enter(sent.scene.cast.stranger)
    assert stranger.get(PAGE).status_code == 404
    assert stranger.get(f"{PAGE}/acceptance").status_code == 403
    assert NUMBER not in client.get("/feed.atom").text
    assert NUMBER not in client.get("/reports/").text


@pytest.mark.article("30(3)")
def test_a_return_has_remarks_that_the_citizens_read_and_nobody_else(sent: ReportScene) -> None:
    desk = sent.scene.cast.desk
    assert sent.post(desk, "return", reason=" ").status_code == 409
    sent.takes(desk, "return", reason="Say how the hours were counted.")
    assert (sent.report.state, sent.report.examine_by) == ("drafted", None)
    assert sent.report.remarks == "Say how the hours were counted."
    (mail,) = sent.scene.mails("Returned with remarks")
    assert "Say how the hours were counted." in mail.text
    lead = sent.enter(sent.scene.cast.lead)
    assert "Say how the hours were counted." in lead.get(PAGE).text
    entry = history(REPORT.name, sent.report.id)[-1]
    assert (entry.reason, entry.facts) == ("", {})


@pytest.mark.article("11(8)", "30(7)")
def test_who_takes_part_does_not_accept(sent: ReportScene) -> None:
    desk = sent.scene.cast.desk
    sent.scene.pact.origin.author_id = desk.id
    sent.scene.pact.versions[-1].signatories[0].account_id = desk.id
    db.session.commit()
    answer = sent.post(desk, "acceptance")
    assert answer.status_code == 409
    assert "does not decide on the report" in answer.text
    assert sent.report.state == "submitted"


@pytest.mark.article("30(5)", "30(7)")
def test_accepted_it_is_published_at_once_with_its_file_and_data(
    sent: ReportScene, client: FlaskClient
) -> None:
    accepted(sent)
    page = client.get(PAGE)
    assert page.status_code == 200
    for told in (
        "Eleven of twelve beds",
        "312.5",
        "bulbs planted",
        "The beds in June",
        "€1,320.00",
    ):
        assert told in page.text
    assert page.text.count("<svg") >= 3
    record = client.get(f"{PAGE}.json").json
    assert record["state"] == "accepted"
    assert record["indicators"][1]["value"] == "312.5"
    assert {
        c["category"]: c["amount"] for c in record["costs"] if c["paid_by"] == "asked_back"
    } == {
        "goods": "900.00",
        "consumables": "399.95",
    }
    (line,) = client.get("/pacts/2026-0001.json").json["reports"]
    assert (line["number"], line["period"]) == (NUMBER, {"from": "2026-04-15", "to": "2026-10-14"})
    assert line["indicators"][0] == {"code": "people_active", "value": "14", "unit": "n"}
    assert client.get("/api/v1/reports").json["items"][0] == record
    assert client.get(f"/api/v1/reports/{NUMBER}").json == record
    assert NUMBER in client.get("/reports/").text
    assert PAGE in client.get("/pacts/2026-0001").text
    assert sent.scene.mails("Accepted and published: report")


@pytest.mark.article("24(6)", "30(5)")
def test_a_cost_of_no_kind_in_the_list_is_told_in_words(sent: ReportScene) -> None:
    sent.report.costs[0].category = "other"
    db.session.commit()
    accepted(sent)
    kept = sent.report.public_content
    assert kept is not None
    labels = {each["category"]: each["label"] for each in kept["record"]["costs"]}
    assert labels["other"] == "altro"


@pytest.mark.article("30(7)")
def test_the_file_lasts_is_read_by_everyone_and_has_the_same_bytes_again(
    sent: ReportScene, client: FlaskClient
) -> None:
    accepted(sent)
    content = file_of(sent)
    assert faults(content) == []
    kept = sent.report.public_content
    assert kept is not None
    assert report_pdf(kept) == content
    assert client.get(f"{PAGE}.pdf").data == content
    told = text_of(content)
    for word in ("312", "Eleven of twelve beds", "The beds in June"):
        assert word in told
    with pikepdf.open(io.BytesIO(content)) as pdf:
        data = json.loads(pdf.attachments[f"report-{NUMBER}.json"].get_file().read_bytes())
    assert (data["number"], data["state"]) == (NUMBER, "accepted")


@pytest.mark.article("3(1)b", "30(6)")
def test_nothing_private_leaves_the_table(sent: ReportScene, client: FlaskClient) -> None:
    sent.takes(sent.scene.cast.desk, "city-figures", value_hours_staff="12,5")
    accepted(sent)
    content = file_of(sent)
    public = [PAGE, f"{PAGE}.json", "/reports/", "/feed.atom", "/feed.json", "/pacts/2026-0001"]
    files = ["/data/reports.csv", "/data/reports.json", "/data/indicators.csv", "/api/v1/reports"]
    for address in (*public, *files):
        assert CANARY not in client.get(address).text, address
    assert CANARY not in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                raw = each.get("/Filter") == "/DCTDecode"
                content = each.read_raw_bytes() if raw else each.read_bytes()
                assert CANARY.encode() not in content
    beds, people = sent.report.photographs
    assert client.get(f"{PAGE}/photographs/{beds.id}").status_code == 200
    assert client.get(f"{PAGE}/photographs/{people.id}").status_code == 404
    lead = sent.enter(sent.scene.cast.lead)
    assert lead.get(f"{PAGE}/photographs/{people.id}").status_code == 200


@pytest.mark.article("9(2)", "30(3)")
def test_tables_hold_each_figure_and_no_formula(sent: ReportScene, client: FlaskClient) -> None:
    report = sent.report
    report.figures[0].explanation = "=1+1"
    db.session.commit()
    accepted(sent)
    lines = client.get("/data/indicators.csv").text.splitlines()
    assert len(lines) == 4
    assert ",14,n,'=1+1," in lines[1]
    assert "people_active=14 n; hours_volunteer=312.5 h" in client.get("/data/reports.csv").text


@pytest.mark.article("30(1)", "30(7)", "34(1)")
def test_published_unexamined_then_accepted_it_has_one_entry_for_each_act(
    sent: ReportScene, client: FlaskClient
) -> None:
    unexamined(sent)
    page = client.get(PAGE).text
    assert "Nobody at the City has examined this report yet." in page
    assert "Not yet examined" in text_of(file_of(sent)) or "esaminat" in text_of(file_of(sent))
    first, published = file_of(sent), sent.report.published_at
    assert sent.scene.mails("Published, not examined yet")
    accepted(sent)
    assert "Nobody at the City has examined" not in client.get(PAGE).text
    assert file_of(sent) != first
    assert sent.report.published_at == published
    found = feedparser.parse(client.get("/feed.atom").data)
    entries = [e for e in found.entries if PAGE in e.link]
    assert len({e.id for e in entries}) == len(entries) == 2
    assert all(e.enclosures[0].href.endswith(f"{PAGE}.pdf") for e in entries)
    assert all("centro" in {tag.term for tag in e.tags} for e in entries)


@pytest.mark.article("3(1)b")
def test_withheld_it_is_gone_at_once_and_leaves_a_tombstone(
    sent: ReportScene, client: FlaskClient
) -> None:
    accepted(sent)
    cast = sent.scene.cast
    assert sent.post(cast.desk, "withholding", reason="").status_code == 409
    sent.takes(cast.desk, "withholding", reason=f"Names {CANARY}")
    for ending in ("", ".pdf", ".json"):
        assert client.get(PAGE + ending).status_code == 404
    feed = client.get("/feed.atom").text
    assert CANARY not in feed
    assert f"{NUMBER} is withheld" in feed or f"{NUMBER}" in feed
    assert client.get("/pacts/2026-0001.json").json["reports"] == []
    sent.takes(cast.manager, "restoration", reason="The name was taken out.")
    assert client.get(PAGE).status_code == 200


@pytest.mark.article("3(1)b")
def test_with_its_pact_withheld_a_report_is_not_public(
    sent: ReportScene, client: FlaskClient
) -> None:
    accepted(sent)
    sent.scene.takes(sent.scene.cast.desk, "withholding", reason="By mistake")
    assert client.get(PAGE).status_code == 404
    assert client.get("/api/v1/reports").json["items"] == []
    assert "Eleven of twelve" not in client.get("/feed.atom").text


@pytest.mark.article("30(4)", "30(5)")
def test_the_city_adds_its_own_figures_before_it_accepts(
    sent: ReportScene, client: FlaskClient
) -> None:
    desk = sent.scene.cast.desk
    for wrong in ("12 kg", "-1", "1\t2", "99999999"):
        answer = sent.post(desk, "city-figures", value_hours_staff=wrong)
        assert answer.status_code == 422
        assert wrong.replace("\t", "\t") in answer.text
    typed = {"value_hours_staff": "12,5 h", "why_hours_staff": "Two gardeners."}
    sent.takes(desk, "city-figures", **typed)
    stale = sent.post(desk, "city-figures", version="1", value_hours_staff="9")
    assert stale.status_code == 409
    accepted(sent)
    figures = {f["code"]: f for f in client.get(f"{PAGE}.json").json["indicators"]}
    assert figures["hours_staff"]["value"] == "12.5"
    assert figures["hours_staff"]["explanation"] == "Two gardeners."
    assert sent.post(desk, "city-figures", value_hours_staff="1").status_code == 409


@pytest.mark.article("30(4)", "30(7)", "3(1)b")
def test_what_is_public_unexamined_takes_the_city_s_figures_with_its_acceptance(
    sent: ReportScene, client: FlaskClient
) -> None:
    unexamined(sent)
    before = file_of(sent)
    sent.takes(sent.scene.cast.desk, "city-figures", value_hours_staff="12,5")
    told = client.get(f"{PAGE}.json").json
    assert told["state"] == "accepted"
    assert {f["code"]: f["value"] for f in told["indicators"]}["hours_staff"] == "12.5"
    assert client.get(f"{PAGE}.pdf").data != before
    assert [entry["step"] for entry in told["history"]][-1] == "accept"


@pytest.mark.article("30(3)", "30(7)")
def test_the_list_is_searched_and_filtered(sent: ReportScene, client: FlaskClient) -> None:
    accepted(sent)
    for found in ("q=aiuole", f"q={NUMBER}", "kind=interim", "year=2026", "district=centro"):
        assert PAGE in client.get(f"/reports/?{found}").text, found
    for empty in ("q=zebra", "kind=final", "kind=x", "year=2025", "year=²", "state=unexamined"):
        assert PAGE not in client.get(f"/reports/?{empty}").text, empty
    assert client.get("/reports/?page=2").status_code == 404
