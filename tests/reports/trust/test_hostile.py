"""Sentences that are attacks stay sentences, on pages and in spreadsheets. Art. 3(1)b, 30(4)."""

import csv
import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import JSON, String, update

from pactregistry.database import Base, db
from tests.reports.reading.sent import NUMBER as REPORT
from tests.reports.trust.public import crawl, open_to_all
from tests.reports.trust.story import PACT, Story
from tests.reports.trust.test_canary import PRIVATE

SCRIPT = "<script src=//x></script>"
FORMULAS = ("=1+1", "+1 day", "-1 day", "@SUM(A1)", "\t=1+1")
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
# Keys and digests are made by the program; all else was typed by somebody.
MADE = {"state", "number", "kind", "code", "unit", "category", "fee_purpose", "paid_by", "verdict"}
MADE |= {"outcome", "about", "sha256", "public_sha256", "pack_id", "pack_version", "search_text"}
LISTS = {"parts": ("results", "ideas"), "words": ("it", "en", "es")}


def spoil(attack: str) -> int:
    """Put an attack into each field that somebody typed; gives how many there are."""
    spoiled = 0
    for name in PRIVATE:
        table = Base.metadata.tables[name]
        words = {
            c.name: attack
            for c in table.columns
            if isinstance(c.type, String) and not isinstance(c.type, JSON) and c.name not in MADE
        }
        lists = {c: dict.fromkeys(keys, attack) for c, keys in LISTS.items() if c in table.columns}
        if words | lists:
            db.session.execute(update(table).values(**words, **lists))
        spoiled += len(words | lists)
    effect = {"text": attack, "sign": "positive", "reach": "direct", "nature": "tangible"}
    told = [{**effect, "value": "", "unit": ""}]
    db.session.execute(update(Base.metadata.tables["evaluation"]).values(externalities=told))
    db.session.execute(update(Base.metadata.tables["rating"]).values(withheld=False))
    db.session.commit()
    return spoiled


@pytest.mark.article("30(4)")
def test_no_page_runs_what_somebody_typed(story: Story, app: Flask) -> None:
    assert spoil(f"{SCRIPT}\"'><b onfocus=x>") > 20
    cast = story.scene.cast
    at_table = [
        f"/reports/{REPORT}/write",
        f"/reports/{REPORT}/costs/examination",
        f"/pacts/{PACT}/our-view",
        f"/pacts/{PACT}/evaluation",
        f"/pacts/{PACT}/problems",
        "/desk/questions?shelf=withheld",
    ]
    shown = 0
    for who in (None, cast.lead, cast.desk, cast.manager):
        browser = app.test_client() if who is None else story.scene.enter(who)
        for path, body in crawl(browser, [*open_to_all(app), *at_table]).items():
            if b"text/html" in body.partition(b"\n\n")[0]:
                assert SCRIPT.encode() not in body, path
                assert b"<b onfocus" not in body, path
                shown += b"onfocus=x" in body
    assert shown > 20


@pytest.mark.article("9(2)")
def test_no_cell_of_a_table_is_a_formula(story: Story, client: FlaskClient) -> None:
    page = client.get("/data/").text
    names = {part.split('"')[0] for part in page.split('href="/data/') if part.split('"')[0]}
    files = [f"/data/{name}" for name in sorted(names) if name.endswith(".csv")]
    assert {f"/data/{name}.csv" for name in ("reports", "indicators", "questions")} <= {*files}
    for attack in FORMULAS:
        spoil(attack)
        shown = 0
        for file in (*files, "/figures.csv", f"/pacts/{PACT}/figures.csv"):
            for cell in cells(client, file):
                assert not cell.startswith(BEGINNINGS) or _is_number(cell), (file, cell)
                shown += attack.strip() in cell
        assert shown >= 3


def cells(client: FlaskClient, file: str) -> list[str]:
    """All cells of a table to download."""
    answer = client.get(file)
    assert answer.status_code == 200, file
    text = answer.get_data(as_text=True).lstrip("\ufeff")
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
