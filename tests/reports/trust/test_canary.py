"""What is private in reports, money and oversight is in nothing that everyone reads. Art. 3(1)b."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import JSON, String

from pactregistry.database import Base, db
from tests.pacts.cases import CANARY
from tests.pacts.test_documents import text_of
from tests.reports.reading.sent import NUMBER as REPORT
from tests.reports.trust.public import crawl, inside, open_to_all
from tests.reports.trust.story import PACT, Story

# Of each table what only some people read, and what everyone reads once it is published.
PRIVATE = {
    "report": {"remarks"},
    "report_figure": set(),
    "report_photograph": set(),
    "report_cost": {"description", "verdict_reason"},
    "money_grant": {"payment_order"},
    "evaluation": set(),
    "own_view": {"text"},
    "question": {"search_text"},
    "problem": {"text", "where", "contact", "answer"},
    "rating": set(),
    "yearly_report": set(),
}
FILE = {"state", "pack_id", "pack_version"}
PUBLIC = {
    "report": FILE | {"number", "kind", "parts", "revisions", "public_content", "public_sha256"},
    "report_figure": {"code", "unit", "label", "definition", "explanation"},
    "report_photograph": {"caption"},  # with the photograph, where who is on it agreed
    "report_cost": {"category", "fee_purpose", "paid_by", "verdict"},
    "money_grant": {"kind", "act", "account"},
    "evaluation": {
        "outcome",
        "reasons",
        "taking_part",
        "citizens_view",
        "what_changes",
        "externalities",
    },
    "own_view": set(),
    "question": FILE | {"about", "public_author", "text", "answer"},
    "problem": FILE,
    "rating": FILE | {"text", "public_author", "answer"},  # words from five ratings on
    "yearly_report": FILE | {"words", "content", "sha256"},
}


def test_each_column_of_words_is_told_private_or_public() -> None:
    for name, private in PRIVATE.items():
        columns = Base.metadata.tables[name].columns
        words = {c.name for c in columns if isinstance(c.type, String | JSON)}
        assert words == private | PUBLIC[name], name
        assert not private & PUBLIC[name]


@pytest.mark.prints
@pytest.mark.article("3(1)b")
@pytest.mark.article("30(6)")
def test_nothing_private_is_in_what_everyone_reads(
    story: Story, app: Flask, client: FlaskClient
) -> None:
    marked = [
        (table, column)
        for table, columns in PRIVATE.items()
        for column in columns - {"search_text"}
        if not any(CANARY in str(value) for value in _values(table, column))
    ]
    assert marked == []  # each private column holds the canary
    files = [f"/reports/{REPORT}.pdf", f"/pacts/{PACT}/figures.csv", "/figures/2026/en.pdf"]
    found = crawl(client, [*open_to_all(app), *files])
    for needed in (
        f"/reports/{REPORT}",
        f"/reports/{REPORT}.pdf",
        f"/reports/{REPORT}.json",
        f"/pacts/{PACT}",
        f"/pacts/{PACT}/money",
        f"/pacts/{PACT}/figures",
        f"/pacts/{PACT}/ratings",
        f"/pacts/{PACT}/questions",
        "/questions/1",
        "/questions/",
        "/figures",
        "/figures/2026",
        "/figures/2026/it.pdf",
        "/feed.atom",
        "/feed.json",
        "/data/reports.csv",
        "/data/questions.json",
        "/api/v1/reports",
    ):
        assert b" 404 " not in found[needed][:20], needed
        assert len(found[needed]) > 500, needed
    leaking = {
        path for path, body in found.items() for part in inside(body) if CANARY.encode() in part
    }
    assert leaking == set()
    printed = [body for body in found.values() if b"\n\n%PDF" in body]
    assert len(printed) >= 4  # the report, the year in three languages
    assert not any(CANARY in text_of(body.partition(b"\n\n")[2]) for body in printed)


def _values(table: str, column: str) -> list[object]:
    return list(db.session.scalars(db.select(Base.metadata.tables[table].c[column])))
